import re
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from adapters.slack import scopes
from adapters.slack.directory import Directory
from adapters.slack.examining import examine
from adapters.slack.options import Http, Socket
from adapters.slack.outbound import kinds
from adapters.slack.workspaces import Workspaces
from bot.ids import SpaceId
from bot.ports import Remark
from tests.wire.slack import answering
from tests.wire.slack.answering import STRICT
from tests.wire.slack.server import LoopbackSlack, events
from tests.wire.slack.server.calls import METHODS
from tests.wire.slack.wiring import Safe, options, space

TALK = frozenset({"post_card", "send_direct"})
CODE = Path(__file__).parents[3] / "adapters" / "slack"
ELSEWHERE = {"apps.connections.open"}
"""Called with the app-level token."""


@pytest.fixture
async def server() -> AsyncIterator[LoopbackSlack]:
    async with answering.as_asked_for() as running:
        yield running


async def looked(
    server: LoopbackSlack, wanted: frozenset[str] = TALK, at: SpaceId | None = None, **over: object
) -> Sequence[Remark]:
    given = options(server, **over)  # type: ignore[arg-type]
    workspaces = Workspaces(given, Directory(), Safe())
    try:
        await workspaces.open()
        return await examine(workspaces, given, {at or space(server): wanted})
    finally:
        await workspaces.close()


def read(remarks: Sequence[Remark]) -> dict[str, bool]:
    for one in remarks:
        for said in (one.what, one.step):
            if said is not None:
                assert STRICT.plain(said)
                assert STRICT.into("fr", "vous").plain(said)
    return {one.what.key.removeprefix("slack-").removesuffix("-wrong"): one.ok for one in remarks}


def called() -> set[str]:
    """Every method of the Web API that the adapter calls, as slack_sdk writes them."""
    known = {name.replace(".", "_"): name for name in METHODS}
    code = "".join(one.read_text("utf-8") for one in CODE.glob("*.py"))
    found = re.findall(r"\.((?:[a-z0-9]+_)+[a-zA-Z]+)\b", code)
    spelt = re.findall(r'api_call\("([\w.]+)"', code)
    return {known[name] for name in found if name in known} | set(spelt)


def test_the_table_names_every_method_that_is_called_and_no_other() -> None:
    assert called() - ELSEWHERE == set(scopes.METHODS)
    assert {method for methods in scopes.EFFECTS.values() for method in methods} <= set(scopes.METHODS)


def test_the_table_agrees_with_what_slack_asks_for() -> None:
    for name, given in scopes.METHODS.items():
        needed = METHODS[name].needed()
        assert set(given) <= set(needed), name
        assert bool(given) == bool(needed), name
    for name, given in scopes.EVENTS.items():
        assert set(given) == set(events.EVENTS[name].scopes), name


async def test_with_all_that_the_manifest_asks_for_nothing_is_missing(server: LoopbackSlack) -> None:
    server.add_channel("help", server.owner())
    remarks = read(await looked(server, kinds(options(server)) | TALK))
    assert remarks == {
        "app-token": True,
        "token": True,
        "workspace": True,
        "kicking": True,
        "watched": True,
        "unwatched": True,
    }


async def test_each_missing_scope_is_named_with_what_it_is_for() -> None:
    async with LoopbackSlack(scopes=["commands", "chat:write"]) as server:
        remarks = await looked(server, frozenset({"react"}))
    missing = {dict(one.what.arguments)["scope"]: dict(one.what.arguments)["for"] for one in remarks if not one.ok}
    assert missing["reactions:write"] == "react"
    assert missing["channels:history"] == "reading"
    assert "chat:write" not in missing
    assert read(remarks)["workspace-but"]


async def test_channels_that_nobody_watches_are_told(server: LoopbackSlack) -> None:
    server.add_channel("aside", server.owner(), bot=False)
    assert read(await looked(server))["unwatched"] is False
    server.add_channel("help", server.owner())
    (told,) = [one for one in await looked(server) if one.what.key == "slack-unwatched-wrong"]
    assert (told.ok, told.step is not None) == (True, True)
    assert (
        STRICT.plain(told.what)
        == "I am not in #aside and one more public channel, and see nothing of what is written there."
    )


async def test_what_slack_cannot_do_is_told_with_what_can_be_done_instead(server: LoopbackSlack) -> None:
    remarks = await looked(server, TALK | {"time_out_member", "delete_message", "hide_reaction"})
    assert {"impossible": False, "deleting": False}.items() <= read(remarks).items()
    said = [STRICT.plain(one.what) for one in remarks if not one.ok]
    assert any("Slack knows no timeouts" in one for one in said)


async def test_an_administrators_token_is_looked_at(server: LoopbackSlack) -> None:
    server.add_channel("help", server.owner())
    wanted = TALK | {"delete_message"}
    member, other = server.add_user("ada"), server.add_team("Other", installed=True)
    tokens = {
        "": server.user_token(server.owner(), "chat:write"),
        "member": server.user_token(member, "chat:write"),
        "scope": server.user_token(server.owner(), "users:read"),
        "workspace": server.user_token(server.owner(other), "chat:write"),
    }
    for code, token in tokens.items():
        remarks = await looked(server, wanted, user_token=token.value)
        found = [one for one in remarks if one.what.key.startswith("slack-user-token")]
        assert [dict(one.what.arguments).get("code", "") for one in found] == [code]
        assert read(remarks)["user-token"] is (code == "")
    revoked = await looked(server, wanted, user_token="xoxp-of-nobody")
    assert read(revoked)["user-token"] is False


async def test_tokens_and_secrets_are_looked_at(server: LoopbackSlack) -> None:
    assert read(await looked(server, way=Socket("xapp-wrong")))["app-token"] is False
    assert read(await looked(server, way=Http("secret")))["secret"] is True
    assert read(await looked(server, way=Http("")))["secret"] is False


async def test_a_workspace_the_bot_is_not_in_is_told(server: LoopbackSlack) -> None:
    remarks = await looked(server, at=SpaceId("slack:T0NOWHERE"))
    assert read(remarks)["workspace"] is False
    assert remarks[-1].space == "slack:T0NOWHERE"


async def test_all_workspaces_are_looked_at_where_that_is_asked(server: LoopbackSlack) -> None:
    given = options(server)
    workspaces = Workspaces(given, Directory(), Safe())
    try:
        assert read(await examine(workspaces, given, {}, TALK))["nowhere"] is False
        await workspaces.open()
        assert "workspace-but" in read(await examine(workspaces, given, {}, TALK))
    finally:
        await workspaces.close()
