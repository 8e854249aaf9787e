"""Workspaces that install the bot themselves."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlparse

import aiohttp
import pytest
import structlog

from adapters.slack.history import History
from adapters.slack.installations import Installation, Installations
from adapters.slack.options import Installing
from adapters.slack.renewing import Renewing
from bot.errors import Refused, Unavailable
from bot.events import SpaceJoined, SpaceLeft
from bot.ids import space_id
from tests.wire.slack.server import LoopbackSlack, Team, User
from tests.wire.slack.server.faults import Fault
from tests.wire.slack.wiring import Clock, Road, Safe, Turnstile, Wired, options, space, wired

HERE = "http://127.0.0.1"


@asynccontextmanager
async def open_to_all(
    server: LoopbackSlack, safe: Safe | None = None, road: Road | None = None
) -> AsyncIterator[tuple[Wired, aiohttp.ClientSession]]:
    """In HTTP mode, with somebody's browser."""
    given = Installing(server.app.client_id, server.app.client_secret, HERE)
    jar = aiohttp.CookieJar(unsafe=True)
    async with (
        wired(server, road, over_http=True, safe=safe, bot_token=None, installing=given) as there,
        aiohttp.ClientSession(cookie_jar=jar) as browser,
    ):
        yield there, browser


def at(there: Wired, address: str) -> str:
    """What Slack leads back to, at the port that there is."""
    return address.replace(f"{HERE}/slack", there.url)


async def asked(there: Wired, browser: aiohttp.ClientSession) -> str:
    """Where the link leads: Slack's question."""
    async with browser.get(f"{there.url}/install", allow_redirects=False) as answer:
        assert answer.status == 302
        return str(answer.headers["Location"])


async def agreed(there: Wired, browser: aiohttp.ClientSession, team: Team, user: User) -> str:
    """Where Slack leads back to once somebody presses Allow."""
    there.slack.consenting = (team, user)
    async with browser.get(await asked(there, browser), allow_redirects=False) as answer:
        assert answer.status == 302, await answer.text()
        return at(there, str(answer.headers["Location"]))


async def install(there: Wired, browser: aiohttp.ClientSession, team: Team) -> None:
    async with browser.get(await agreed(there, browser, team, there.slack.owner(team))) as answer:
        assert answer.status == 200
        assert team.name in await answer.text()


def fresh(server: LoopbackSlack) -> tuple[Team, Team]:
    """Two workspaces in which the app is not yet."""
    return server.add_team("Tilleul"), server.add_team("Verveine")


async def test_two_workspaces_install_it_and_are_heard_apart(server: LoopbackSlack) -> None:
    one, other = fresh(server)
    async with open_to_all(server) as (there, browser):
        await install(there, browser, one)
        await install(there, browser, other)
        for team in (one, other):
            channel = server.add_channel("thé", server.owner(team), team=team)
            server.post(server.owner(team), channel, f"bonjour de {team.name}")
        await there.until(lambda: len(there.road.texts()) == 2)
        joined = there.road.of(SpaceJoined)
        assert [(event.space, event.name) for event in joined] == [(space(server, t), t.name) for t in (one, other)]
        assert [event.owner for event in joined] == [f"{space(server, t)}/{server.owner(t).id}" for t in (one, other)]
        assert {(event.space, event.text) for event in there.road.events if event.kind == "message_posted"} == {
            (space(server, team), f"bonjour de {team.name}") for team in (one, other)
        }
        clients = [there.listening.workspaces.client(space(server, team)).token for team in (one, other)]
        assert clients == [server.world.installations[team.id].token.value for team in (one, other)]


async def test_what_is_asked_for_is_what_the_app_needs(server: LoopbackSlack) -> None:
    async with open_to_all(server) as (there, browser):
        given = parse_qs(urlparse(await asked(there, browser)).query)
    assert given["client_id"] == [server.app.client_id]
    assert given["redirect_uri"] == [f"{HERE}/slack/oauth"]
    assert {"channels:history", "commands", "users:read"} <= set(given["scope"][0].split(","))
    assert "client_secret" not in given


async def test_a_state_is_good_once(server: LoopbackSlack) -> None:
    one, _ = fresh(server)
    async with open_to_all(server) as (there, browser):
        back = await agreed(there, browser, one, server.owner(one))
        async with browser.get(back) as answer:
            assert answer.status == 200
        async with browser.get(back) as again:
            assert again.status == 400
        assert len(server.made("oauth.v2.access")) == 1


async def test_a_state_is_good_for_its_browser_alone(server: LoopbackSlack) -> None:
    one, _ = fresh(server)
    async with open_to_all(server) as (there, browser), aiohttp.ClientSession() as victim:
        back = await agreed(there, browser, one, server.owner(one))
        async with victim.get(back) as answer:
            assert answer.status == 400
        assert not server.made("oauth.v2.access")


async def test_a_browser_brings_its_word_back_through_whatever_stands_in_front(server: LoopbackSlack) -> None:
    given = Installing(server.app.client_id, server.app.client_secret, "https://tree.example/bots/")
    async with (
        wired(server, over_http=True, bot_token=None, installing=given) as there,
        aiohttp.ClientSession() as browser,
        browser.get(f"{there.url}/install", allow_redirects=False) as answer,
    ):
        back = parse_qs(urlparse(answer.headers["Location"]).query)["redirect_uri"][0]
        (cookie,) = answer.cookies.values()
    assert back == "https://tree.example/bots/slack/oauth"
    assert cookie["path"] == "/bots/slack"
    assert cookie["secure"]


async def test_a_state_is_good_for_ten_minutes(server: LoopbackSlack) -> None:
    one, _ = fresh(server)
    async with open_to_all(server) as (there, browser):
        back = await agreed(there, browser, one, server.owner(one))
        (name,) = await there.safe.names("slack/state/")
        end = there.safe.until[name]
        assert end is not None
        assert timedelta(minutes=9) < end - datetime.now(UTC) <= timedelta(minutes=10)
        there.safe.until[name] = datetime.now(UTC) - timedelta(seconds=1)
        async with browser.get(back) as answer:
            assert answer.status == 400
        assert not server.made("oauth.v2.access")


@pytest.mark.parametrize("query", ["", "?state=x", "?code=x", "?state=x&code=y", "?state=%C3%A9&code=y"])
async def test_whoever_comes_without_a_state_goes_away(server: LoopbackSlack, query: str) -> None:
    async with open_to_all(server) as (there, browser), browser.get(f"{there.url}/oauth{query}") as answer:
        assert answer.status == 400


async def test_whoever_does_not_agree_has_installed_nothing(server: LoopbackSlack) -> None:
    async with open_to_all(server) as (there, browser):
        state = parse_qs(urlparse(await asked(there, browser)).query)["state"][0]
        async with browser.get(f"{there.url}/oauth?error=access_denied&state={state}") as answer:
            assert answer.status == 200
        assert not there.listening.workspaces.all()


async def test_a_code_that_slack_does_not_know_installs_nothing(server: LoopbackSlack) -> None:
    async with open_to_all(server) as (there, browser):
        state = parse_qs(urlparse(await asked(there, browser)).query)["state"][0]
        async with browser.get(f"{there.url}/oauth?code=wrong&state={state}") as answer:
            assert answer.status == 502
        assert not there.listening.workspaces.all()


async def test_tokens_are_kept_in_the_vault_and_nowhere_else(
    server: LoopbackSlack, capfd: pytest.CaptureFixture[str]
) -> None:
    one, _ = fresh(server)
    with structlog.testing.capture_logs() as logs:
        async with open_to_all(server) as (there, browser):
            await install(there, browser, one)
            token = server.world.installations[one.id].token.value
            assert await there.safe.names("slack/") == [f"slack/installation/{one.id}"]
            assert token in there.safe.kept[f"slack/installation/{one.id}"]
            assert token not in repr(there.listening.workspaces.all()[0].installation)
            assert token not in repr(there.road.events)
    said = json.dumps(logs, default=str) + "".join(capfd.readouterr())
    assert token not in said
    assert server.app.client_secret not in said


async def test_after_a_restart_they_are_all_there(server: LoopbackSlack) -> None:
    one, other = fresh(server)
    async with open_to_all(server) as (there, browser):
        for team in (one, other):
            await install(there, browser, team)
        before = {event.id for event in there.road.of(SpaceJoined)}
    async with open_to_all(server, there.safe) as (again, _):
        await again.until(lambda: len(again.road.of(SpaceJoined)) == 2)
        assert {event.id for event in again.road.of(SpaceJoined)} == before


async def test_nothing_is_acknowledged_of_a_workspace_that_could_not_be_entered_yet(server: LoopbackSlack) -> None:
    one, _ = fresh(server)
    async with open_to_all(server) as (there, browser):
        await install(there, browser, one)
    channel = server.add_channel("thé", server.owner(one), team=one)
    message = server.post(server.owner(one), channel, "said before")
    trouble = server.fail("auth.test", "internal_error", status=503, times=1_000)
    async with open_to_all(server, there.safe) as (again, _):
        server.react(server.owner(one), message, "eyes")
        await server.settled()
        told = server.deliveries("reaction_added")
        assert not [sent for sent in told if sent.acknowledged]
        beside, here = (again.listening.workspaces, Turnstile()), space_id("slack", one.id)
        with pytest.raises(Unavailable):
            await History(options(server), here, Clock(), there.safe, beside).__aenter__()
        server.faults.waiting.remove(trouble)
        server.redeliver(of=told[:1])
        await again.until(lambda: [event for event in again.road.events if event.kind == "reaction_added"])


async def test_another_process_finds_what_was_installed_meanwhile(server: LoopbackSlack) -> None:
    one, _ = fresh(server)
    async with open_to_all(server) as (there, browser), open_to_all(server, there.safe) as (beside, _):
        await install(there, browser, one)
        channel = server.add_channel("thé", server.owner(one), team=one)
        for number in range(10):
            server.post(server.owner(one), channel, f"{number}")
        await beside.until(lambda: len(beside.road.texts()) == 10)
        assert beside.road.events[0].kind == "space_joined"
        assert len(beside.road.of(SpaceJoined)) == 1


async def test_whoever_is_uninstalled_is_forgotten(server: LoopbackSlack) -> None:
    one, other = fresh(server)
    async with open_to_all(server) as (there, browser):
        for team in (one, other):
            await install(there, browser, team)
        server.uninstall(one)
        await there.until(lambda: there.road.of(SpaceLeft))
        await server.settled()
        assert await there.safe.names("slack/") == [f"slack/installation/{other.id}"]
        assert [event.space for event in there.road.of(SpaceLeft)] == [space(server, one)]
        with pytest.raises(Refused):
            there.listening.workspaces.client(space(server, one))
        assert there.listening.workspaces.client(space(server, other)).token


async def test_whoever_comes_back_is_new(server: LoopbackSlack) -> None:
    one, _ = fresh(server)
    async with open_to_all(server) as (there, browser):
        await install(there, browser, one)
        server.uninstall(one)
        await there.until(lambda: there.road.of(SpaceLeft))
        await server.settled()
        await install(there, browser, one)
        assert len(there.road.of(SpaceJoined)) == 2
        assert [event.kind for event in there.road.events] == ["space_joined", "space_left", "space_joined"]


async def test_a_token_that_ended_while_nobody_listened_is_dropped(server: LoopbackSlack) -> None:
    one, other = fresh(server)
    async with open_to_all(server) as (there, browser):
        for team in (one, other):
            await install(there, browser, team)
    server.changes.events.silent = True
    server.uninstall(one)
    server.changes.events.silent = False
    async with open_to_all(server, there.safe) as (again, _):
        await again.until(lambda: again.road.of(SpaceJoined))
        assert [event.space for event in again.road.of(SpaceJoined)] == [space(server, other)]
        assert [event.space for event in again.road.of(SpaceLeft)] == [space(server, one)]
        assert await again.safe.names("slack/installation/") == [f"slack/installation/{other.id}"]


def instead(server: LoopbackSlack, method: str, **body: object) -> None:
    """The next call of a method is answered with this."""
    server.faults.add(Fault(method, error="replaced", body={"ok": True, **body}))


async def ending_soon(there: Wired, team: Team) -> Renewing:
    """A workspace whose token is good for another hour."""
    name = f"slack/installation/{team.id}"
    soon = int((datetime.now(UTC) + timedelta(hours=1)).timestamp())
    kept = json.loads(there.safe.kept[name]) | {"refresh": "xoxe-1", "expires": soon}
    there.safe.kept[name] = json.dumps(kept)
    await there.listening.workspaces._by_key(team.id)
    given = Installing(there.slack.app.client_id, there.slack.app.client_secret, HERE)
    return Renewing(there.listening.workspaces, given, there.turnstile, Clock())


async def test_a_token_is_renewed_before_it_ends(server: LoopbackSlack) -> None:
    one, _ = fresh(server)
    async with open_to_all(server) as (there, browser):
        await install(there, browser, one)
        renewing = await ending_soon(there, one)
        instead(server, "oauth.v2.access", access_token="xoxe.xoxb-2", refresh_token="xoxe-2", expires_in=43200)
        (workspace,) = there.listening.workspaces.all()
        await renewing.renew(workspace)
        assert workspace.client.token == workspace.authorized.bot_token == "xoxe.xoxb-2"
        kept = json.loads(there.safe.kept[f"slack/installation/{one.id}"])
        assert (kept["token"], kept["refresh"]) == ("xoxe.xoxb-2", "xoxe-2")
        asked = server.made("oauth.v2.access")[-1].args
        assert (asked["grant_type"], asked["refresh_token"]) == ("refresh_token", "xoxe-1")
        await renewing.renew(workspace)
        assert len(server.made("oauth.v2.access")) == 2


async def test_a_token_that_another_process_renewed_is_not_renewed_again(server: LoopbackSlack) -> None:
    one, _ = fresh(server)
    async with open_to_all(server) as (there, browser):
        await install(there, browser, one)
        renewing = await ending_soon(there, one)
        name = f"slack/installation/{one.id}"
        later = int((datetime.now(UTC) + timedelta(hours=12)).timestamp())
        kept = json.loads(there.safe.kept[name]) | {"token": "xoxe.xoxb-2", "refresh": "xoxe-2", "expires": later}
        there.safe.kept[name] = json.dumps(kept)
        (workspace,) = there.listening.workspaces.all()
        await renewing.renew(workspace)
        assert there.turnstile.turns
        assert workspace.client.token == "xoxe.xoxb-2"
        assert len(server.made("oauth.v2.access")) == 1


async def test_what_is_told_of_an_earlier_stay_ends_no_later_one(server: LoopbackSlack) -> None:
    one, _ = fresh(server)
    async with open_to_all(server) as (there, browser):
        await install(there, browser, one)
        server.uninstall(one)
        await there.until(lambda: there.road.of(SpaceLeft))
        await server.settled()
        await install(there, browser, one)
        last = [*server.deliveries("app_uninstalled"), *server.deliveries("tokens_revoked")]
        server.redeliver(of=last)
        await server.settled()
        assert len(there.road.of(SpaceLeft)) == 1
        assert there.listening.workspaces.client(space(server, one)).token
        assert await there.safe.names("slack/installation/") == [f"slack/installation/{one.id}"]


async def test_an_organisation_consents_for_all_of_its_workspaces(server: LoopbackSlack) -> None:
    one = server.add_team("Tilleul", enterprise=True, installed=True)
    channel = server.add_channel("thé", server.owner(one), team=one)
    org, token = str(one.enterprise_id), server.world.installations[one.id].token.value
    safe = Safe()
    kept = Installation(team="", enterprise=org, name="Org", bot=server.world.bot(one.id).id, since="1", token=token)
    await Installations(safe).keep(kept)
    instead(server, "auth.teams.list", teams=[])
    async with open_to_all(server, safe) as (there, _):
        assert not there.listening.workspaces.all()
        instead(server, "auth.teams.list", teams=[{"id": one.id, "name": one.name}])
        server.hold()
        server.post(server.owner(one), channel, "bonjour")
        (delivery,) = server.deliveries("message")
        grant = {"enterprise_id": org, "team_id": None, "user_id": kept.bot, "is_enterprise_install": True}
        delivery.payload["authorizations"] = [grant]
        server.release()
        await there.until(there.road.texts)
        assert there.road.events[-1].space == space(server, one)
        assert {record.args.get("team_id") for record in server.made("users.list")} == {one.id}


async def test_an_organisation_that_installs_it_is_entered_at_once(server: LoopbackSlack) -> None:
    one = server.add_team("Tilleul", enterprise=True, installed=True)
    async with open_to_all(server) as (there, browser):
        state = parse_qs(urlparse(await asked(there, browser)).query)["state"][0]
        token = server.world.installations[one.id].token.value
        instead(server, "auth.teams.list", teams=[{"id": one.id, "name": one.name}])
        instead(
            server,
            "oauth.v2.access",
            access_token=token,
            bot_user_id=server.world.bot(one.id).id,
            team=None,
            enterprise={"id": one.enterprise_id, "name": "Org"},
            is_enterprise_install=True,
            authed_user={"id": "U1"},
        )
        async with browser.get(f"{there.url}/oauth?code=x&state={state}") as answer:
            assert answer.status == 200
        assert [event.space for event in there.road.of(SpaceJoined)] == [space(server, one)]
        assert await there.safe.names("slack/installation/") == [f"slack/installation/{one.enterprise_id}"]
