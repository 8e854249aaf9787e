from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.discord.payloads import Odd
from bot.events import MessageDeleted, MessageEdited, MessagePosted, ReactionAdded, ReactionRemoved
from tests.unit.discord.dispatches import (
    ADA,
    ADMIN,
    BOB,
    CHANNEL,
    FORUM,
    GUILD,
    ME,
    MOD,
    OWNER,
    POST,
    ROOT,
    SPACE,
    THREAD,
    Reading,
    member,
    message,
    reaction,
    user,
)


def posted(data: dict[str, Any]) -> MessagePosted:
    (event,) = Reading()("MESSAGE_CREATE", data)
    assert isinstance(event, MessagePosted)
    return event


def test_a_message_is_named_like_exports_name_it() -> None:
    event = posted(message())

    assert event.id == f"posted:{CHANNEL}/5000"
    assert (event.space, event.channel) == (SPACE, f"{SPACE}/{CHANNEL}")
    assert (event.message, event.account) == (f"{SPACE}/{CHANNEL}/5000", f"{SPACE}/{ADA}")
    assert event.at == datetime(2026, 3, 2, 9, 0, 0, 123000, UTC)
    assert event.text == "bonjour"
    assert event.account_created == datetime(2016, 4, 30, 11, 18, 25, 796000, UTC)


@pytest.mark.parametrize(
    ("nick", "shown", "name"),
    [("Ada", "Augusta", "Ada"), (None, "Augusta", "Augusta"), (None, None, f"user{ADA[-2:]}")],
)
def test_people_go_by_the_name_that_others_see(nick: str | None, shown: str | None, name: str) -> None:
    assert posted(message(author=user(global_name=shown), member=member(nick=nick))).name == name


def test_mentions_read_as_people_read_them() -> None:
    text = f"<@{BOB}> <@!{BOB}> <@&{MOD}> <#{CHANNEL}> <a:party:12> <:lol:13> <t:0:R> </help:14> <@77> <b>"
    event = posted(message(text, mentions=[user(BOB, global_name="Bob", member=member(nick="Bobby"))]))

    assert event.text == "@Bobby @Bobby @Modération #général :party: :lol: 1970-01-01 00:00 /help @Unknown <b>"
    assert event.mentions == (f"{SPACE}/{BOB}",)


def test_roles_say_who_owns_and_who_runs_the_place() -> None:
    def worn(native: str, *roles: str) -> set[str]:
        found = posted(message(author=user(native), member=member(*roles))).roles
        assert found is not None
        return {one.rpartition("/")[2] for one in found}

    assert worn(ADA) == set()
    assert worn(ADA, MOD) == {MOD}
    assert worn(ADA, ADMIN) == {ADMIN, "admin"}
    assert worn(ADA, ROOT, MOD) == {ROOT, MOD, "owner", "admin"}
    assert worn(OWNER) == {"owner", "admin"}


def test_a_role_that_gets_more_power_counts_from_then_on() -> None:
    read = Reading()
    read("MESSAGE_CREATE", message(member=member(MOD)))
    read("GUILD_ROLE_UPDATE", {"guild_id": GUILD, "role": {"id": MOD, "name": "Modération", "permissions": "32"}})
    (event,) = read("MESSAGE_CREATE", message(member=member(MOD)))

    assert isinstance(event, MessagePosted)
    assert event.roles == (f"{SPACE}/{MOD}", f"{SPACE}/admin")


def test_an_answer_names_what_it_answers_and_a_forward_does_not() -> None:
    to = {"type": 0, "message_id": "4999", "channel_id": CHANNEL, "guild_id": GUILD}
    assert posted(message(type=19, message_reference=to)).reply_to == f"{SPACE}/{CHANNEL}/4999"
    forward = message(
        "",
        message_reference={**to, "type": 1},
        message_snapshots=[{"message": {"content": "arnaque", "attachments": [{"filename": "a.png", "size": 3}]}}],
    )
    assert posted(forward).reply_to is None
    assert posted(forward).text == "arnaque"
    assert [file.name for file in posted(forward).attachments] == ["a.png"]


def test_a_message_in_a_thread_names_what_the_thread_hangs_from() -> None:
    event = posted(message(channel_id=THREAD))
    assert event.channel == f"{SPACE}/{THREAD}"
    assert event.thread == f"{SPACE}/{CHANNEL}/{THREAD}"
    assert posted(message(channel_id=FORUM)).thread is None


def test_a_post_of_a_forum_is_read_from_its_title_on() -> None:
    first = posted(message("Voilà.", id=POST, channel_id=POST))
    assert first.text == "Comment faire ?\nVoilà."
    assert first.thread is None
    assert posted(message("Ainsi.", channel_id=POST)).text == "Ainsi."


def test_everything_that_can_be_read_is_text() -> None:
    poll = {"question": {"text": "Qui ?"}, "answers": [{"answer_id": 1, "poll_media": {"text": "Moi"}}]}
    assert posted(message("", poll=poll)).text == "Qui ?\nMoi"
    assert posted(message("", sticker_items=[{"id": "1", "name": "coucou"}])).text == "coucou"
    embeds = [{"type": "rich", "title": "Titre", "description": "Corps"}, {"type": "link", "title": "aperçu"}]
    assert posted(message("", webhook_id="1", embeds=embeds)).text == "Titre\nCorps"
    assert posted(message("vois", embeds=embeds)).text == "vois"


def test_bots_and_webhooks_are_told_apart_and_we_are_left_out() -> None:
    assert posted(message(author=user(bot=True))).by_bot
    assert posted(message(webhook_id="1")).by_bot
    assert Reading()("MESSAGE_CREATE", message(author=user(ME, bot=True))) == []


@pytest.mark.parametrize("kind", [1, 6, 7, 8, 18, 20, 21, 24, 46])
def test_what_discord_tells_by_itself_is_nobodys_message(kind: int) -> None:
    assert Reading()("MESSAGE_CREATE", message(type=kind)) == []


def test_private_conversations_are_not_read() -> None:
    data = message()
    del data["guild_id"]
    assert Reading()("MESSAGE_CREATE", data) == []


def test_characters_that_no_database_takes_are_replaced() -> None:
    assert posted(message("a\x00b\ud800c")).text == "a\ufffdb\ufffdc"


def test_a_new_wording_is_an_edit_and_a_preview_is_none() -> None:
    read = Reading()
    (event,) = read("MESSAGE_UPDATE")
    assert isinstance(event, MessageEdited)
    assert event.id == f"edited:{CHANNEL}/5000#2026-03-02T09:05:00+00:00"
    assert event.text == "bonsoir"
    (again,) = read("MESSAGE_UPDATE", message("bonsoir", edited_timestamp="2026-03-02T09:05:00+00:00", embeds=[{}]))
    assert again.id == event.id
    assert read("MESSAGE_UPDATE", message("bonsoir", embeds=[{"type": "link"}])) == []
    assert read("MESSAGE_UPDATE", {"id": "5000", "channel_id": CHANNEL, "guild_id": GUILD, "embeds": []}) == []


def test_many_messages_go_one_by_one() -> None:
    events = Reading()("MESSAGE_DELETE_BULK")
    assert [event.id for event in events] == [f"deleted:{CHANNEL}/5000", f"deleted:{CHANNEL}/5001"]
    assert all(isinstance(event, MessageDeleted) for event in events)


def test_reactions_bear_the_number_of_their_delivery_and_no_account() -> None:
    read = Reading()
    (first,), (second,) = read("MESSAGE_REACTION_ADD"), read("MESSAGE_REACTION_ADD")
    read.number -= 1
    (replayed,) = read("MESSAGE_REACTION_ADD")

    assert isinstance(first, ReactionAdded)
    assert (first.emoji, first.roles) == ("👍", ())
    assert first.id != second.id == replayed.id
    assert ADA not in first.id


def test_emoji_of_the_communitys_own_are_found_again() -> None:
    read = Reading()
    (event,) = read("MESSAGE_REACTION_ADD", reaction(emoji={"id": "42", "name": "lilas"}, burst=True, type=1))
    (back,) = read("MESSAGE_REACTION_REMOVE", reaction(emoji={"id": "42", "name": "lilas"}))

    assert isinstance(event, ReactionAdded)
    assert isinstance(back, ReactionRemoved)
    assert event.emoji == back.emoji == ":lilas:"
    assert read.inbound.emoji.emoji_of(event.message, ":lilas:") == "lilas:42"
    assert read.inbound.emoji.emoji_of(event.message, ":rose:") is None
    assert read.inbound.emoji.emoji_of(event.message, "👍") == "👍"


def test_our_own_reactions_are_left_out() -> None:
    assert Reading()("MESSAGE_REACTION_ADD", reaction(user_id=ME)) == []
    assert Reading()("MESSAGE_REACTION_REMOVE", reaction(user_id=ME)) == []


def test_a_message_from_the_api_is_what_the_gateway_said() -> None:
    live = posted(message())
    data = message()
    del data["guild_id"], data["member"]
    later = Reading().inbound.message(GUILD, data)

    assert later is not None
    assert (later.id, later.at, later.text, later.account) == (live.id, live.at, live.text, live.account)
    assert (later.roles, later.edited_at, live.edited_at) == (None, None, None)
    reworded = Reading().inbound.message(GUILD, message("mieux", edited_timestamp="2026-03-02T09:05:00+00:00"))
    assert reworded is not None
    assert (reworded.id, reworded.edited_at) == (live.id, datetime(2026, 3, 2, 9, 5, tzinfo=UTC))


def test_what_is_odd_is_named_and_not_quoted() -> None:
    for field, value in (("content", 5), ("author", "Ada"), ("id", "x"), ("timestamp", "hier"), ("mentions", [3])):
        with pytest.raises(Odd) as raised:
            posted({**message(), field: value})
        assert str(raised.value) == field


def test_a_moment_beyond_all_calendars_stays_as_it_was_written() -> None:
    assert posted(message("<t:999999999999>")).text == "<t:999999999999>"
