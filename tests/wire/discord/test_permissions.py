from collections.abc import AsyncIterator

import discord
import pytest

from adapters.discord.examining import examine
from adapters.discord.options import Options
from adapters.discord.outbound import KINDS
from bot.errors import Unavailable
from bot.ids import SpaceId
from bot.ports import Remark
from tests.wire.discord import answering
from tests.wire.discord.answering import STRICT
from tests.wire.discord.conftest import point
from tests.wire.discord.server import Guild, LoopbackDiscord, permissions
from tests.wire.discord.wiring import options


@pytest.fixture
async def client() -> AsyncIterator[discord.Client]:
    made = discord.Client(intents=discord.Intents.none())
    yield made
    await made.close()


def told(remarks: list[Remark]) -> list[str]:
    """The keys of what is wrong; words must be there for all, in both languages, and a next step for what is wrong."""
    for one in remarks:
        for text in (one.what, one.step):
            if text is not None:
                assert STRICT.plain(text)
                assert STRICT.into("fr").plain(text)
        assert one.ok or one.step is not None
    return [one.what.key.removeprefix("discord-").removesuffix("-wrong") for one in remarks if not one.ok]


async def looked_at(
    client: discord.Client,
    given: Options,
    *guilds: Guild | SpaceId,
    kinds: frozenset[str] = KINDS - {"quarantine_member"},
) -> list[Remark]:
    spaces = [answering.space(one) if isinstance(one, Guild) else one for one in guilds]
    return list(await examine(client, given, dict.fromkeys(spaces, kinds)))


async def test_where_all_is_well_only_good_is_told_and_nothing_is_changed(
    pointed: LoopbackDiscord, client: discord.Client
) -> None:
    guild = pointed.add_guild()
    remarks = await looked_at(client, options(pointed), guild)
    assert told(remarks) == []
    assert [one.what.key for one in remarks] == [
        "discord-token",
        "discord-intent",
        "discord-intent",
        "discord-server",
    ]
    assert [one.space for one in remarks] == [None, None, None, answering.space(guild)]
    assert {one.method for one in pointed.requests} == {"GET"}


async def test_a_wrong_token_is_told(pointed: LoopbackDiscord, client: discord.Client) -> None:
    pointed.add_guild()
    given = options(pointed, token="wrong.token.altogether")
    assert told(await looked_at(client, given)) == ["token"]


async def test_intents_that_are_not_ticked_are_told(untouched_addresses: None, client: discord.Client) -> None:
    async with LoopbackDiscord(privileged=0) as server:
        point(server)
        remarks = await looked_at(client, options(server))
        assert told(remarks) == ["intent", "intent"]
        assert {dict(one.what.arguments)["intent"] for one in remarks if not one.ok} == {"members", "message_content"}


async def test_a_server_that_is_not_found_comes_with_an_invitation(
    pointed: LoopbackDiscord, client: discord.Client
) -> None:
    without = pointed.add_guild("Chêne", with_bot=False)
    remarks = await looked_at(client, options(pointed), without, SpaceId("discord:1234"))
    assert told(remarks) == ["server", "server"]
    step = remarks[-1].step
    assert step is not None
    assert "scope=bot+applications.commands" in str(dict(step.arguments)["invitation"])


async def test_what_is_missing_in_the_server_is_named(pointed: LoopbackDiscord, client: discord.Client) -> None:
    guild = pointed.add_guild()
    pointed.set_bot_permissions(guild, permissions.BOT & ~permissions.BAN_MEMBERS & ~permissions.MANAGE_MESSAGES)
    remarks = await looked_at(client, options(pointed), guild)
    missing = [dict(one.what.arguments)["permission"] for one in remarks if not one.ok]
    assert sorted(str(one) for one in missing) == ["ban_members", "manage_messages"]
    assert told(await looked_at(client, options(pointed), guild, kinds=frozenset({"post_card"}))) == []


async def test_what_channels_take_away_is_told_once_with_their_number(
    pointed: LoopbackDiscord, client: discord.Client
) -> None:
    guild = pointed.add_guild(channels=("general", "one", "two"))
    everybody = guild.roles[guild.id]
    for name in ("one", "two"):
        pointed.overwrite(pointed.channel(guild, name), everybody, deny=permissions.SEND_MESSAGES)
    (wrong,) = [one for one in await looked_at(client, options(pointed), guild) if not one.ok]
    said = dict(wrong.what.arguments)
    assert (wrong.what.key, said["permission"], said["more"]) == ("discord-permission-in-wrong", "send_messages", 1)
    assert said["place"] == "#one"


async def test_roles_above_the_bots_are_named_unless_they_are_the_teams(
    pointed: LoopbackDiscord, client: discord.Client
) -> None:
    guild = pointed.add_guild()
    pointed.set_bot_position(guild, 3)
    pointed.add_role(guild, "regulars", position=5)
    pointed.add_role(guild, "moderators", permissions.BAN_MEMBERS, position=6)
    (wrong,) = [one for one in await looked_at(client, options(pointed), guild) if not one.ok]
    assert wrong.what.key == "discord-above-wrong"
    assert dict(wrong.what.arguments)["role"] == "regulars"
    assert told(await looked_at(client, options(pointed), guild, kinds=frozenset({"delete_message"}))) == []


async def test_the_role_for_setting_people_apart_has_to_be_there_and_below(
    pointed: LoopbackDiscord, client: discord.Client
) -> None:
    guild = pointed.add_guild()
    pointed.set_bot_position(guild, 3)
    low, high = pointed.add_role(guild, "apart", position=2), pointed.add_role(guild, "high", position=5)
    high.managed = True
    named = {
        "": "quarantine",
        "1234": "quarantine-gone",
        str(high.id): "quarantine-above",
        str(low.id): None,
    }
    for role, wrong in named.items():
        given = options(pointed, quarantine_roles={str(guild.id): role} if role else {})
        assert told(await looked_at(client, given, guild, kinds=KINDS)) == ([wrong] if wrong else [])


async def test_an_administrator_is_told_that_less_would_do(pointed: LoopbackDiscord, client: discord.Client) -> None:
    guild = pointed.add_guild(bot_permissions=permissions.ADMINISTRATOR)
    remarks = await looked_at(client, options(pointed), guild)
    assert told(remarks) == []
    assert "discord-administrator" in [one.what.key for one in remarks]


async def test_while_discord_is_down_nothing_is_claimed(pointed: LoopbackDiscord, client: discord.Client) -> None:
    guild = pointed.add_guild()
    pointed.fail("GET", "/guilds/{guild}", 503)
    with pytest.raises(Unavailable):
        await looked_at(client, options(pointed), guild)


async def test_a_page_in_place_of_an_answer_claims_nothing_either(
    pointed: LoopbackDiscord, client: discord.Client
) -> None:
    guild = pointed.add_guild()
    pointed.fail("GET", "/guilds/{guild}", 200, html=True)
    with pytest.raises(Unavailable, match="TypeError"):
        await looked_at(client, options(pointed), guild)


async def test_a_discord_that_never_answers_is_not_waited_for(pointed: LoopbackDiscord, client: discord.Client) -> None:
    pointed.slow("GET", "/users/@me", 20)
    with pytest.raises(Unavailable, match="TimeoutError"):
        await examine(client, options(pointed), {}, patience=0.2)


async def test_a_client_that_is_connected_serves_as_well(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    async with answering.bot(pointed) as bot:
        assert told(await looked_at(bot.client, options(pointed), guild)) == []
