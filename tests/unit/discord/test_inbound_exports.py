"""What was read from an export of a server is recognised when the same server is heard live."""

from dataclasses import replace

import pytest

from adapters.exports.inbound_discord import DiscordInbound
from adapters.exports.tally import Tally
from bot.events import MessagePosted
from bot.ids import space_id
from tests.unit.discord.dispatches import ADA, BOB, CHANNEL, GUILD, MOD, Json, Reading, member, message, user


def exported(**over: object) -> MessagePosted:
    entry: Json = {
        "id": "5000",
        "type": "Default",
        "timestamp": "2026-03-02T09:00:00.123+00:00",
        "timestampEdited": None,
        "content": "bonjour",
        "author": {"id": ADA, "name": "ada", "nickname": "Ada", "isBot": False, "roles": [{"id": MOD}]},
        "attachments": [],
        "embeds": [],
        "mentions": [],
        **over,
    }
    (event,) = DiscordInbound(space_id("discord", GUILD), Tally(), {}).events(entry, CHANNEL)
    assert isinstance(event, MessagePosted)
    return event


def live(content: str = "bonjour", **over: object) -> MessagePosted:
    (event,) = Reading()("MESSAGE_CREATE", message(content, **{"member": member(MOD, nick="Ada"), **over}))
    assert isinstance(event, MessagePosted)
    return replace(event, account_created=None)


BOBBY = user(BOB, global_name="Bob", member=member(nick="Bobby"))
REPLY = {"messageId": "4999", "channelId": CHANNEL, "guildId": GUILD}
FILE = {"id": "1", "fileName": "a.png", "fileSizeBytes": 3}
EMBED = {"title": "Titre", "description": "Corps"}


@pytest.mark.parametrize(
    ("export", "heard"),
    [
        (exported(), live()),
        (
            exported(content="salut @Bobby dans #général :lol:", mentions=[{"id": BOB, "name": "Bob"}]),
            live(f"salut <@{BOB}> dans <#{CHANNEL}> <:lol:1>", mentions=[BOBBY]),
        ),
        (
            exported(type="Reply", reference=REPLY),
            live(type=19, message_reference={"type": 0, "message_id": "4999", "channel_id": CHANNEL}),
        ),
        (exported(content="", attachments=[FILE]), live("", attachments=[{"filename": "a.png", "size": 3}])),
        (exported(content="", embeds=[EMBED]), live("", embeds=[{"type": "rich", **EMBED}])),
        (exported(content="@everyone"), live("@everyone", mention_everyone=True)),
    ],
)
def test_a_message_is_the_same_from_both(export: MessagePosted, heard: MessagePosted) -> None:
    assert export == heard
