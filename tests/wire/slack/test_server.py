"""The loopback Slack, spoken to by slack-bolt and slack_sdk as they are installed."""

import asyncio
import json
import logging
import sys
import time
from collections.abc import Awaitable
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler, AsyncServerErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.wire.slack.conftest import in_http_mode, in_socket_mode
from tests.wire.slack.server import Answer, Channel, ImpossibleError, LoopbackSlack, User, View, conformance

Json = dict[str, Any]


async def refused(asking: Awaitable[object]) -> Json:
    with pytest.raises(SlackApiError) as caught:
        await asking
    found: Json = caught.value.response.data
    assert found["ok"] is False
    return found


async def code(asking: Awaitable[object]) -> str:
    return str((await refused(asking))["error"])


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def button(action_id: str, **more: object) -> Json:
    element = {"type": "button", "action_id": action_id, "text": plain("Press"), **more}
    return {"type": "actions", "block_id": "row", "elements": [element]}


def form(**more: object) -> Json:
    field = {"type": "input", "block_id": "why", "label": plain("Why?")}
    field["element"] = {"type": "plain_text_input", "action_id": "text", "min_length": 2}
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("A form"),
        "submit": plain("Send"),
        "blocks": [field],
        **more,
    }


def heard(app: AsyncApp, event: str) -> list[Json]:
    found: list[Json] = []

    @app.event(event)
    async def listen(body: Json) -> None:
        found.append(body)

    return found


def view_of(answer: Answer) -> View:
    assert answer.view is not None
    return answer.view


# Events in Socket Mode


async def test_a_message_goes_both_ways(app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel) -> None:
    @app.event("message")
    async def answer(event: Json, say: Any) -> None:
        await say("hello yourself", thread_ts=event["ts"], metadata={"event_type": "t", "event_payload": {"n": 1}})

    async with in_socket_mode(app, server):
        asked = server.post(ada, channel, "hello")
        await server.expect("chat.postMessage")
        (said,) = server.by_bot(channel)
        assert (said.text, said.thread_ts, asked.replies) == ("hello yourself", asked.ts, [said.ts])
        await app.client.reactions_add(channel=channel.id, timestamp=asked.ts, name="eyes")
        assert asked.reactions == {"eyes": [server.bot.id]}
        history = await app.client.conversations_history(channel=channel.id)
        (root,) = history["messages"]
        assert (root["text"], root["reply_count"], root["latest_reply"]) == ("hello", 1, said.ts)
        thread = await app.client.conversations_replies(channel=channel.id, ts=asked.ts, include_all_metadata=True)
        assert [one.get("metadata") for one in thread["messages"]] == [None, said.metadata]
        await server.settled()
    assert not server.unacknowledged


async def test_an_event_has_the_wrapper_that_the_documentation_promises(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    bodies = heard(app, "message")
    async with in_socket_mode(app, server):
        server.post(ada, channel, f"<@{server.bot.id}> look")
        await server.wait_for(lambda: bool(bodies))
    (body,) = bodies
    assert body["type"] == "event_callback"
    assert body["authorizations"][0]["user_id"] == server.bot.id
    assert body["event"].keys() >= {"client_msg_id", "channel_type", "event_ts", "team", "blocks"}
    assert [one.payload["event"]["type"] for one in server.outbox.sent] == ["message", "app_mention"]


async def test_what_nobody_listens_to_is_delivered_four_times(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    server.outbox.deadline = 0.05
    async with in_socket_mode(app, server):
        server.post(ada, channel, "hello")
        await server.wait_for(lambda: len(server.outbox.dropped) == 1)
    assert [(one.attempt, one.reason) for one in server.deliveries("message")] == [
        (0, ""),
        (1, "timeout"),
        (2, "timeout"),
        (3, "timeout"),
    ]
    assert len({one.event_id for one in server.deliveries()}) == 1
    assert "Unhandled request" in caplog.text


async def test_a_redelivery_reaches_listeners_again_and_says_what_it_is(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    seen: list[tuple[str, list[str] | None]] = []

    @app.event("message")
    async def listen(body: Json, request: Any) -> None:
        seen.append((body["event_id"], request.headers.get("x-slack-retry-num")))

    async with in_socket_mode(app, server):
        for number in range(3):
            server.post(ada, channel, f"message {number}")
        await server.wait_for(lambda: len(seen) == 3)
        assert server.redeliver() == 3
        await server.wait_for(lambda: len(seen) == 6)
        server.redeliver(times=300, of=server.deliveries("message")[:1])
        await server.wait_for(lambda: len(seen) == 306, 10.0)
    assert seen[5][1] == ["1"]
    assert len({one for one, _ in seen}) == 3


async def test_events_come_out_of_order_when_held(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    bodies = heard(app, "message")
    async with in_socket_mode(app, server):
        server.hold()
        for number in range(8):
            server.post(ada, channel, str(number))
        server.release(seed=1)
        await server.wait_for(lambda: len(bodies) == 8)
    texts = [one["event"]["text"] for one in bodies]
    assert texts != sorted(texts)
    assert set(texts) == set("01234567")


async def test_a_change_and_a_deletion_are_told_from_outside(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    bodies = heard(app, "message")
    async with in_socket_mode(app, server):
        message = server.post(ada, channel, "first")
        server.edit(ada, message, "second")
        server.unfurl(message)
        server.delete(ada, message)
        await server.wait_for(lambda: len(bodies) == 4)
    _, edited, unfurled, deleted = (one["event"] for one in bodies)
    assert (edited["subtype"], edited["hidden"], edited["message"]["text"]) == ("message_changed", True, "second")
    assert edited["message"]["edited"]["user"] == ada.id
    assert edited["ts"] != message.ts
    assert unfurled["message"]["edited"] == unfurled["previous_message"]["edited"]
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", message.ts)


async def test_a_deleted_thread_leaves_a_tombstone(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    bodies = heard(app, "message")
    async with in_socket_mode(app, server):
        message = server.post(ada, channel, "root")
        server.post(ada, channel, "leaf", thread=message, broadcast=True)
        server.delete(ada, message)
        await server.wait_for(lambda: len(bodies) == 3)
    assert bodies[1]["event"]["subtype"] == "thread_broadcast"
    assert bodies[1]["event"]["root"]["ts"] == message.ts
    assert bodies[2]["event"]["message"]["subtype"] == "tombstone"


async def test_events_stay_away_without_membership_scope_or_subscription(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    bodies = heard(app, "message")
    heard(app, "reaction_added")
    elsewhere = server.add_channel("elsewhere", ada, bot=False)
    async with in_socket_mode(app, server):
        message = server.post(ada, elsewhere, "not for the bot")
        server.react(ada, message, "eyes")
        installation = server.world.installations[server.team.id]
        installation.token.scopes.discard("channels:history")
        server.post(ada, channel, "no scope")
        installation.token.scopes.add("channels:history")
        server.app.subscribed.discard("message.im")
        server.post(ada, server.dm(ada), "no subscription")
        server.post(ada, channel, "for the bot")
        await server.wait_for(lambda: bool(bodies))
    assert [one.payload["event"].get("text") for one in server.deliveries()] == ["for the bot"]


async def test_people_and_channels_change_and_the_app_hears_of_it(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    @app.middleware
    async def listen(ack: Any) -> Any:
        return await ack()

    owner, eve = server.owner(), server.add_user("eve")
    async with in_socket_mode(app, server):
        server.join(eve, channel)
        server.kick(owner, eve, channel)
        server.set_topic(ada, channel, "topic")
        server.rename_channel(owner, channel, "renamed")
        server.create_channel(ada, "fresh")
        server.archive(owner, channel)
        server.rename_user(eve, display_name="Eve")
        server.add_to_group(server.create_group(owner, "mods", ada), eve)
        server.open_home(ada)
        await server.settled()
        server.uninstall()
        await server.settled()
    events = [one.payload["event"] for one in server.deliveries()]
    assert not server.unacknowledged
    assert [(one["type"], one.get("subtype")) for one in events] == [
        ("message", "channel_join"),
        ("member_joined_channel", None),
        ("message", "channel_leave"),
        ("member_left_channel", None),
        ("message", "channel_topic"),
        ("message", "channel_name"),
        ("channel_rename", None),
        ("channel_created", None),
        ("message", "channel_archive"),
        ("channel_archive", None),
        ("user_change", None),
        ("user_profile_changed", None),
        ("subteam_created", None),
        ("subteam_members_changed", None),
        ("subteam_updated", None),
        ("app_home_opened", None),
        ("tokens_revoked", None),
        ("app_uninstalled", None),
    ]


# Sockets


async def test_a_refresh_is_followed_by_a_new_socket(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    bodies = heard(app, "message")
    async with in_socket_mode(app, server):
        first = server.sockets.live()[0]
        server.sockets.refresh()
        await server.wait_for(lambda: server.sockets.opened == 2)
        await server.connected()
        assert first not in server.sockets.live()
        server.post(ada, channel, "after the refresh")
        await server.wait_for(lambda: bool(bodies))
    assert len(server.made("apps.connections.open")) == 2


async def test_an_envelope_torn_in_half_comes_again(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    server.outbox.deadline, server.outbox.retries = 0.3, (0.0, 0.5, 1.0)
    bodies = heard(app, "message")
    async with in_socket_mode(app, server):
        server.sockets.tearing = 1
        server.post(ada, channel, "torn")
        await server.wait_for(lambda: bool(bodies), 10.0)
    assert server.deliveries("message")[-1].attempt > 0


async def test_a_socket_that_answers_no_pings_is_left(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    bodies = heard(app, "message")
    async with in_socket_mode(app, server):
        await server.sockets.ping()
        server.sockets.muted = True
        await server.wait_for(lambda: server.sockets.opened == 2, 10.0)
        server.sockets.muted = False
        await server.connected()
        server.post(ada, channel, "heard again")
        await server.wait_for(lambda: bool(bodies))


async def test_several_sockets_share_the_work(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    bodies = heard(app, "message")
    async with in_socket_mode(app, server), in_socket_mode(app, server):
        await server.connected(2)
        for number in range(4):
            server.post(ada, channel, str(number))
        await server.wait_for(lambda: len(bodies) == 4)
        assert not server.unacknowledged


async def test_a_bot_token_opens_no_socket(client: AsyncWebClient, server: LoopbackSlack) -> None:
    assert await code(client.apps_connections_open(app_token=server.token)) == "not_allowed_token_type"
    assert await code(AsyncWebClient(token=server.app_token, base_url=server.api_url).auth_test()) == (
        "not_allowed_token_type"
    )


# Slash commands, buttons, modals


async def test_a_command_is_answered_by_its_response_address(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    statuses: list[int] = []

    @app.command("/palabre")
    async def answer(ack: Any, respond: Any, command: Json) -> None:
        await ack()
        statuses.extend([(await respond(f"{command['text']} {n}")).status_code for n in range(6)])

    async with in_socket_mode(app, server):
        asked = server.slash(ada, channel, "/palabre", "help")
        first = await asked.answer()
        assert (first.kind, first.text) == ("ephemeral", "help 0")
        await server.wait_for(lambda: len(statuses) == 6)
        assert await asked.acknowledged() < 1.0
    assert statuses == [200] * 5 + [404]
    assert len(server.ephemeral(ada, channel)) == 5
    assert not server.by_bot(channel)


async def test_a_response_address_runs_out(app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel) -> None:
    @app.command("/palabre")
    async def answer(ack: Any) -> None:
        await ack({"response_type": "in_channel", "text": "for everybody"})

    async with in_socket_mode(app, server):
        asked = server.slash(ada, channel, "/palabre")
        assert (await asked.answer()).kind == "message"
        server.advance(31 * 60)
        async with aiohttp.ClientSession() as session:
            url = asked.payload["response_url"]
            async with session.post(url, json={"text": "late"}) as response:
                assert (response.status, (await response.json())["error"]) == (404, "expired_url")
    assert [one.text for one in server.by_bot(channel)] == ["for everybody"]


async def test_a_command_acknowledged_too_late_is_a_timeout(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    server.outbox.deadline = 0.1

    @app.command("/palabre")
    async def answer(ack: Any) -> None:
        await asyncio.sleep(0.2)
        await ack("too late")

    async with in_socket_mode(app, server):
        asked = server.slash(ada, channel, "/palabre")
        assert (await asked.answer()).text == "operation_timeout"
        await server.wait_for(lambda: asked.latency is not None)
    assert (server.late, len(asked.answers), len(server.deliveries())) == (1, 1, 1)


async def test_slack_offers_no_commands_in_threads_or_to_strangers(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    message = server.post(ada, channel, "root")
    with pytest.raises(ImpossibleError):
        server.slash(ada, channel, "/palabre", thread=message)
    with pytest.raises(ImpossibleError):
        server.slash(ada, channel, "/unknown")
    stranger = server.add_user("stranger", team=server.add_team("Elsewhere"))
    server.share(channel, server.world.within(stranger), stranger)
    with pytest.raises(ImpossibleError):
        server.slash(stranger, channel, "/palabre")


async def test_a_form_tells_its_mistakes_and_then_closes(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    @app.command("/palabre")
    async def ask(ack: Any, client: AsyncWebClient, command: Json) -> None:
        await ack()
        await client.views_open(trigger_id=command["trigger_id"], view=form())

    @app.view("form")
    async def take(ack: Any, view: Json) -> None:
        typed = view["state"]["values"]["why"]["text"]["value"]
        if typed == "wrong":
            await ack(response_action="errors", errors={"why": "Say more."})
        elif typed == "lost":
            await ack(response_action="errors", errors={"elsewhere": "There is no such field."})
        else:
            await ack()

    async with in_socket_mode(app, server):
        view = view_of(await server.slash(ada, channel, "/palabre").answer())
        assert server.modal(ada) is view
        with pytest.raises(ImpossibleError):
            server.submit(ada, view, {"text": "x"})
        with pytest.raises(ImpossibleError):
            server.submit(ada, view)
        assert (await server.submit(ada, view, {"text": "wrong"}).answer()).errors == {"why": "Say more."}
        assert (await server.submit(ada, view, {"text": "lost"}).answer()).kind == "failed"
        assert (await server.submit(ada, view, {"why": "right"}).answer()).kind == "closed"
        assert server.modal(ada) is None


async def test_a_form_is_replaced_pushed_and_closed(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    closed: list[Json] = []

    @app.command("/palabre")
    async def ask(ack: Any, client: AsyncWebClient, command: Json) -> None:
        await ack()
        await client.views_open(trigger_id=command["trigger_id"], view=form(external_id="one"))

    @app.view("form")
    async def take(ack: Any, view: Json) -> None:
        if view["state"]["values"]["why"]["text"]["value"] == "push":
            await ack(response_action="push", view=form(callback_id="second", notify_on_close=True))
        else:
            await ack(response_action="update", view=form(title=plain("Another"), external_id="one"))

    @app.view_closed("second")
    async def close(ack: Any, body: Json) -> None:
        closed.append(body)
        await ack()

    async with in_socket_mode(app, server):
        view = view_of(await server.slash(ada, channel, "/palabre").answer())
        before = view.hash
        assert (await server.submit(ada, view, {"text": "update"}).answer()).kind == "update"
        assert (view.title, view.hash == before) == ("Another", False)
        assert await code(app.client.views_update(view_id=view.id, hash=before, view=form())) == "hash_conflict"
        await app.client.views_update(external_id="one", hash=view.hash, view=form(external_id="one"))
        pushed = view_of(await server.submit(ada, view, {"text": "push"}).answer())
        assert pushed.previous_id == view.id
        with pytest.raises(ImpossibleError):
            server.submit(ada, view, {"text": "below"})
        asked = server.close(ada, pushed)
        assert asked is not None
        await asked.acknowledged()
    assert (closed[0]["is_cleared"], closed[0]["view"]["id"]) == (False, pushed.id)
    assert await code(app.client.views_update(view_id=pushed.id, view=form())) == "not_found"


async def test_a_trigger_is_good_once_and_for_three_seconds(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    @app.command("/palabre")
    async def ask(ack: Any) -> None:
        await ack()

    async with in_socket_mode(app, server):
        asked = server.slash(ada, channel, "/palabre")
        await asked.acknowledged()
        opening = app.client.views_open
        await opening(trigger_id=asked.trigger_id, view=form(external_id="once"))
        assert await code(opening(trigger_id=asked.trigger_id, view=form())) == "exchanged_trigger_id"
        other = server.slash(ada, channel, "/palabre")
        assert await code(opening(trigger_id=other.trigger_id, view=form(external_id="once"))) == (
            "duplicate_external_id"
        )
        server.advance(3.1)
        assert await code(opening(trigger_id=other.trigger_id, view=form())) == "expired_trigger_id"
        assert await code(opening(trigger_id="1.2.3", view=form())) == "invalid_trigger_id"


async def test_a_button_replaces_its_message(app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel) -> None:
    bodies: list[Json] = []

    @app.action("go")
    async def go(ack: Any, body: Json, respond: Any) -> None:
        await ack()
        bodies.append(body)
        await respond("done", replace_original=True)

    async with in_socket_mode(app, server):
        await app.client.chat_postMessage(channel=channel.id, text="press", blocks=[button("go", value="7")])
        (message,) = server.by_bot(channel)
        assert (await server.press(ada, message, "go").answer()).kind == "replaced"
        assert (message.text, message.blocks) == ("done", [])
        with pytest.raises(ImpossibleError):
            server.press(ada, message, "go")
        await app.client.chat_postEphemeral(channel=channel.id, user=ada.id, text="x", blocks=[button("go")])
        (hidden,) = server.ephemeral(ada, channel)
        with pytest.raises(ImpossibleError):
            server.press(server.owner(), hidden, "go")
        await server.press(ada, hidden, "go").answer()
    assert bodies[0]["actions"][0]["value"] == "7"
    assert bodies[0]["message"]["ts"] == message.ts
    assert bodies[0]["container"]["is_ephemeral"] is False
    assert "message" not in bodies[1]


async def test_selects_shortcuts_and_the_home_tab(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    seen: list[Json] = []

    async def take(ack: Any, body: Json) -> None:
        await ack()
        seen.append(body)

    app.action("pick")(take)
    app.shortcut("report")(take)
    app.shortcut("everywhere")(take)
    heard(app, "app_home_opened")
    heard(app, "message")
    options = [{"text": plain(one), "value": one} for one in ("mild", "strong")]
    select = {"type": "static_select", "action_id": "pick", "options": options}
    home = {"type": "home", "blocks": [{"type": "actions", "block_id": "row", "elements": [select]}]}
    async with in_socket_mode(app, server):
        await app.client.views_publish(user_id=ada.id, view=home)
        view = server.open_home(ada)
        assert view is not None
        await server.choose(ada, view, "pick", "strong").acknowledged()
        with pytest.raises(ImpossibleError):
            server.choose(ada, view, "pick", "none of these")
        message = server.post(ada, channel, "look")
        await server.shortcut(ada, message, "report").acknowledged()
        await server.global_shortcut(ada, "everywhere").acknowledged()
    picked, reported, everywhere = seen
    assert picked["actions"][0]["selected_option"]["value"] == "strong"
    assert "response_url" not in picked
    assert (reported["message"]["text"], reported["channel"]["id"]) == ("look", channel.id)
    assert not everywhere.keys() & {"channel", "response_url"}
    assert server.deliveries("app_home_opened")[0].payload["event"]["view"]["id"] == view.id


# HTTP mode


async def test_everything_goes_over_signed_http_too(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    bodies = heard(app, "message")

    @app.command("/palabre")
    async def ask(ack: Any, client: AsyncWebClient, command: Json) -> None:
        await ack("at once")
        await client.views_open(trigger_id=command["trigger_id"], view=form())

    @app.view("form")
    async def take(ack: Any) -> None:
        await ack(response_action="errors", errors={"why": "Say more."})

    async with in_http_mode(app, server):
        assert await server.webhooks.verify()
        server.post(ada, channel, "hello")
        await server.wait_for(lambda: bool(bodies))
        asked = server.slash(ada, channel, "/palabre", "help & more")
        await server.wait_for(lambda: len(asked.answers) == 2)
        kinds = {one.kind: one for one in asked.answers}
        assert kinds["ephemeral"].text == "at once"
        sent = server.submit(ada, view_of(kinds["modal"]), {"text": "short"})
        assert (await sent.answer()).errors == {"why": "Say more."}
    assert not server.unacknowledged


@pytest.mark.parametrize("signature", ["bad", "old", "none"])
async def test_bolt_refuses_what_slack_did_not_sign(
    signature: Any, app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    bodies = heard(app, "message")
    async with in_http_mode(app, server):
        server.webhooks.signature = signature
        server.post(ada, channel, "hello")
        await server.wait_for(lambda: len(server.outbox.dropped) == 1)
        assert not await server.webhooks.verify()
    assert set(server.webhooks.statuses) == {401}
    assert [(one.attempt, one.reason) for one in server.deliveries()][1:] == [(n, "http_error") for n in (1, 2, 3)]
    assert not bodies


async def test_an_event_that_fails_over_http_comes_again(
    app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    attempts: list[list[str] | None] = []

    @app.middleware
    async def stumble(request: Any, next: Any) -> None:  # noqa: A002
        attempts.append(request.headers.get("x-slack-retry-num"))
        if len(attempts) < 3:
            raise RuntimeError("not yet")
        await next()

    bodies = heard(app, "message")
    async with in_http_mode(app, server):
        server.post(ada, channel, "hello")
        await server.wait_for(lambda: bool(bodies))
    assert attempts == [None, ["1"], ["2"]]
    assert server.webhooks.statuses == [500, 500, 200]


# The Web API refuses


async def test_a_429_is_waited_for(client: AsyncWebClient, server: LoopbackSlack, channel: Channel) -> None:
    server.limit("chat.postMessage", 1)
    found = await refused(client.chat_postMessage(channel=channel.id, text="hello"))
    assert found["error"] == "ratelimited"
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    server.limit("chat.postMessage", 1)
    begun = time.monotonic()
    await client.chat_postMessage(channel=channel.id, text="hello")
    assert time.monotonic() - begun >= 1.0
    assert [one.outcome for one in server.made("chat.postMessage")] == ["ratelimited", "ratelimited", "ok"]


async def test_limits_count_when_they_are_enforced(
    client: AsyncWebClient, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    server.limits.enforced = True
    other = server.add_channel("other", ada)
    await client.chat_postMessage(channel=channel.id, text="one")
    await client.chat_postMessage(channel=other.id, text="another channel")
    assert await code(client.chat_postMessage(channel=channel.id, text="two")) == "ratelimited"
    for _ in range(20):
        await client.users_list()
    assert await code(client.users_list()) == "ratelimited"
    assert server.limits.violations == 2


async def test_history_of_apps_sold_elsewhere_is_small(
    client: AsyncWebClient, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    for number in range(20):
        server.post(ada, channel, str(number))
    assert len((await client.conversations_history(channel=channel.id))["messages"]) == 20
    server.app.commercial = True
    found = await client.conversations_history(channel=channel.id, limit=200)
    assert (len(found["messages"]), found["has_more"]) == (15, True)
    assert await code(client.conversations_history(channel=channel.id)) == "ratelimited"


async def test_tokens_and_scopes_are_checked(client: AsyncWebClient, server: LoopbackSlack, channel: Channel) -> None:
    def of(token: str) -> AsyncWebClient:
        return AsyncWebClient(token=token, base_url=server.api_url)

    assert await code(AsyncWebClient(base_url=server.api_url).auth_test()) == "not_authed"
    assert await code(of("xoxb-nobody").auth_test()) == "invalid_auth"
    server.world.installations[server.team.id].token.scopes -= {"reactions:write", "groups:history"}
    found = await refused(client.reactions_add(channel=channel.id, timestamp="1.0", name="eyes"))
    assert (found["error"], found["needed"]) == ("missing_scope", "reactions:write")
    assert "chat:write" in found["provided"]
    private = server.add_channel("private", server.owner(), private=True)
    found = await refused(client.conversations_history(channel=private.id))
    assert (found["error"], found["needed"]) == ("missing_scope", "groups:history")
    assert (await client.auth_test()).headers["x-oauth-scopes"].count("chat:write") == 3
    server.revoke()
    assert await code(client.auth_test()) == "token_revoked"


async def test_membership_decides_what_the_bot_may_do(client: AsyncWebClient, server: LoopbackSlack, ada: User) -> None:
    hidden = server.add_channel("hidden", ada, private=True, bot=False)
    public = server.add_channel("public", ada, bot=False)
    assert await code(client.conversations_info(channel=hidden.id)) == "channel_not_found"
    assert await code(client.conversations_history(channel=public.id)) == "not_in_channel"
    await client.chat_postMessage(channel="#public", text="chat:write.public allows it")
    server.world.installations[server.team.id].token.scopes.discard("chat:write.public")
    assert await code(client.chat_postMessage(channel=public.id, text="x")) == "not_in_channel"
    await client.conversations_join(channel=public.id)
    await client.chat_postMessage(channel=public.id, text="x")
    assert await code(client.conversations_kick(channel=public.id, user=server.bot.id)) == "cant_kick_self"
    assert await code(client.conversations_kick(channel=public.id, user=ada.id)) == "restricted_action"
    server.team.public_removal = "everyone"
    await client.conversations_kick(channel=public.id, user=ada.id)
    assert await code(client.conversations_kick(channel=public.id, user=ada.id)) == "not_in_channel"
    assert await code(client.conversations_kick(channel=server.general().id, user=ada.id)) == "not_in_channel"
    await client.conversations_invite(channel=public.id, users=[ada.id])
    assert await code(client.conversations_invite(channel=public.id, users=ada.id)) == "already_in_channel"
    await client.conversations_archive(channel=public.id)
    assert await code(client.chat_postMessage(channel=public.id, text="x")) == "is_archived"
    dm = (await client.conversations_open(users=ada.id))["channel"]["id"]
    assert await code(client.conversations_leave(channel=dm)) == "method_not_supported_for_channel_type"


async def test_direct_messages_are_closed_to_bots(client: AsyncWebClient, server: LoopbackSlack, ada: User) -> None:
    other = server.add_user("other-bot", role="bot")
    assert await code(client.conversations_open(users=other.id)) == "cannot_dm_bot"
    assert await code(client.chat_postMessage(channel=other.id, text="x")) == "cannot_dm_bot"
    await client.chat_postMessage(channel=ada.id, text="to a person")
    server.app.messages_tab = False
    assert await code(client.chat_postMessage(channel=server.dm(ada).id, text="x")) == "messages_tab_disabled"
    server.deactivate(ada)
    assert await code(client.conversations_open(users=[ada.id])) == "user_disabled"


async def test_messages_are_refused_as_slack_refuses_them(
    client: AsyncWebClient, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    async def post(**args: Any) -> str:
        # Not by `chat_postMessage`, which warns of its own where a text is missing.
        return await code(client.api_call("chat.postMessage", json={"channel": channel.id, **args}))

    assert await post(text=" ") == "no_text"
    assert await post(text="x" * 40_001) == "msg_too_long"
    assert await post(text="x", thread_ts="1.000001") == "thread_not_found"
    assert await post(text="x", attachments=[{"text": "x"}] * 101) == "too_many_attachments"
    assert await post(text="x", blocks="not json") == "invalid_blocks_format"
    theirs, said = server.post(ada, channel, "hers"), await client.chat_postMessage(channel=channel.id, text="x")
    assert await code(client.chat_update(channel=channel.id, ts=theirs.ts, text="x")) == "cant_update_message"
    assert await code(client.chat_update(channel=channel.id, ts="1.000001", text="x")) == "message_not_found"
    assert await code(client.chat_update(channel=channel.id, ts=said["ts"], text="x" * 4001)) == "msg_too_long"
    server.team.edit_window = 0.0
    assert await code(client.chat_update(channel=channel.id, ts=said["ts"], text="y")) == "edit_window_closed"
    assert await code(client.chat_delete(channel=channel.id, ts=theirs.ts)) == "cant_delete_message"
    admin = AsyncWebClient(token=server.user_token(server.owner(), "chat:write").value, base_url=server.api_url)
    await admin.chat_delete(channel=channel.id, ts=theirs.ts)
    assert theirs.ts not in channel.messages
    assert await code(client.chat_postEphemeral(channel=channel.id, user=server.add_user("x").id, text="x")) == (
        "user_not_in_channel"
    )


async def test_blocks_are_refused_with_their_places(client: AsyncWebClient, channel: Channel) -> None:
    async def wrong(*blocks: Json) -> list[str]:
        found = await refused(client.chat_postMessage(channel=channel.id, text="x", blocks=list(blocks)))
        assert found["error"] == "invalid_blocks"
        messages: list[str] = found["response_metadata"]["messages"]
        return messages

    long = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}
    assert await wrong(long) == ["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]
    assert await wrong({"type": "header", "text": {"type": "mrkdwn", "text": "x"}})
    assert await wrong({"type": "header", "text": plain("x" * 151)})
    assert await wrong(*[{"type": "divider"}] * 51)
    assert await wrong(button("a" * 256))
    assert await wrong(button("a", value="x" * 2001))
    assert await wrong({"type": "actions", "elements": [button("a")["elements"][0]] * 2})
    assert await wrong({"type": "divider", "block_id": "same"}, {"type": "divider", "block_id": "same"})
    assert await wrong({"type": "section", "fields": [plain("x")] * 11})
    assert await wrong({"type": "unheard-of"})
    options = [{"text": plain(str(n)), "value": str(n)} for n in range(101)]
    assert await wrong({"type": "actions", "elements": [{"type": "static_select", "options": options}]})
    many = [{"type": "section", "text": plain("x" * 2900)}] * 5
    assert await code(client.chat_postMessage(channel=channel.id, text="x", blocks=many)) == "msg_blocks_too_long"


async def test_views_are_refused_with_their_places(
    client: AsyncWebClient, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    wrong = form(title=plain("x" * 25), private_metadata="x" * 3001)
    asked = server.slash(ada, channel, "/palabre")
    found = await refused(client.views_open(trigger_id=asked.trigger_id, view=wrong))
    assert found["error"] == "invalid_arguments"
    assert found["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]",
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]",
    ]
    lacking = form()
    del lacking["submit"]
    assert await code(client.views_open(trigger_id=asked.trigger_id, view=lacking)) == "invalid_arguments"


async def test_reactions_belong_to_whoever_gave_them(
    client: AsyncWebClient, server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    message = server.post(ada, channel, "hello")
    where: Json = {"channel": channel.id, "timestamp": message.ts}
    server.react(ada, message, "eyes")
    assert await code(client.reactions_remove(name="eyes", **where)) == "no_reaction"
    await client.reactions_add(name="eyes", **where)
    assert await code(client.reactions_add(name="eyes", **where)) == "already_reacted"
    assert await code(client.reactions_add(name="no-such-emoji", **where)) == "invalid_name"
    await client.reactions_remove(name="eyes", **where)
    assert message.reactions == {"eyes": [ada.id]}
    assert await code(client.reactions_add(name="x", channel=channel.id, timestamp="1.000001")) == "message_not_found"


async def test_only_escapes_notify(client: AsyncWebClient, server: LoopbackSlack, ada: User, channel: Channel) -> None:
    group = server.add_group("mods", ada)
    for text in ("@here @channel", "&lt;!channel&gt;", f"&lt;@{ada.id}&gt;", "<!date^1^{date}|x>"):
        await client.chat_postMessage(channel=channel.id, text=text)
    assert not server.pings
    await client.chat_postMessage(channel=channel.id, text=f"<@{ada.id}> <!here> <!subteam^{group.id}>")
    assert [one.kind for one in server.pings] == ["user", "here", "subteam"]
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "<!channel>"}}
    await client.chat_postMessage(channel=channel.id, text="<!here>", blocks=[block])
    assert (server.pings[-1].kind, len(server.pings)) == ("channel", 4)


async def test_files_go_up_in_three_steps(app: AsyncApp, server: LoopbackSlack, ada: User, channel: Channel) -> None:
    bodies, shared = heard(app, "message"), heard(app, "file_shared")
    async with in_socket_mode(app, server):
        done = await app.client.files_upload_v2(
            channel=channel.id, content="a,b\n", filename="members.csv", title="Members", initial_comment="Here"
        )
        server.share_file(ada, channel, "hers.txt", b"text", "look")
        await server.wait_for(lambda: len(bodies) == 1 and len(shared) == 1)
        found = await app.client.files_info(file=done["files"][0]["id"])
        assert (found["file"]["title"], found["file"]["size"]) == ("Members", 4)
        await app.client.files_delete(file=done["files"][0]["id"])
        assert await code(app.client.files_info(file=done["files"][0]["id"])) == "file_deleted"
        hers = bodies[0]["event"]["files"][0]["id"]
        assert await code(app.client.files_delete(file=hers)) == "cant_delete_file"
    assert (bodies[0]["event"]["subtype"], bodies[0]["event"]["text"]) == ("file_share", "look")


async def test_admin_methods_take_an_admins_token(client: AsyncWebClient, server: LoopbackSlack) -> None:
    assert await code(client.admin_users_session_reset(user_id="U1")) == "not_allowed_token_type"
    company = server.add_team("Company", enterprise=True)
    eve, boss = server.add_user("eve", team=company), server.owner(company)

    def of(*scopes: str) -> AsyncWebClient:
        return AsyncWebClient(token=server.user_token(boss, *scopes).value, base_url=server.api_url)

    assert await code(of("chat:write").admin_users_remove(team_id=company.id, user_id=eve.id)) == "missing_scope"
    await of("admin.users:write").admin_users_remove(team_id=company.id, user_id=eve.id)
    assert eve.deleted


# slack_sdk 3.48 builds the header with a class that aiohttp 3.14 calls deprecated.
@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")
async def test_a_workspace_installs_by_oauth_and_uninstalls(server: LoopbackSlack) -> None:
    second = server.add_team("Second")
    address = server.allow(second, server.owner(second), "https://bot.example.org/callback", state="s")
    given = dict(one.split("=") for one in address.partition("?")[2].split("&"))
    nobody = AsyncWebClient(base_url=server.api_url)
    asking: Json = {"client_id": server.app.client_id, "code": given["code"]}
    assert await code(nobody.oauth_v2_access(client_secret="wrong", **asking)) == "bad_client_secret"
    found = await nobody.oauth_v2_access(client_secret=server.app.client_secret, **asking)
    assert (found["team"]["id"], given["state"]) == (second.id, "s")
    assert await code(nobody.oauth_v2_access(client_secret=server.app.client_secret, **asking)) == "code_already_used"
    client = AsyncWebClient(token=found["access_token"], base_url=server.api_url)
    assert (await client.auth_test())["team_id"] == second.id
    assert await code(client.conversations_info(channel=server.general().id)) == "channel_not_found"
    await client.apps_uninstall(client_id=server.app.client_id, client_secret=server.app.client_secret)
    assert await code(client.auth_test()) == "account_inactive"


async def test_a_shared_channel_says_so(app: AsyncApp, server: LoopbackSlack, channel: Channel) -> None:
    bodies = heard(app, "message")
    elsewhere = server.add_team("Elsewhere", installed=True)
    stranger = server.add_user("stranger", team=elsewhere)
    server.share(channel, elsewhere, stranger)
    async with in_socket_mode(app, server):
        server.post(stranger, channel, "hello from outside")
        await server.wait_for(lambda: bool(bodies))
        assert (await app.client.users_info(user=stranger.id))["user"]["team_id"] == elsewhere.id
        unseen = server.add_user("unseen", team=elsewhere)
        assert await code(app.client.users_info(user=unseen.id)) == "user_not_found"
    assert (bodies[0]["is_ext_shared_channel"], bodies[0]["event"]["team"]) == (True, elsewhere.id)
    assert len(server.deliveries("message")) == 1


async def test_lists_come_in_pages(client: AsyncWebClient, server: LoopbackSlack) -> None:
    server.crowd(25)
    seen = [one["name"] async for page in await client.users_list(limit=10) for one in page["members"]]
    assert len(seen) == len(set(seen)) == 27
    assert await code(client.users_list(cursor="nonsense")) == "invalid_cursor"


async def test_what_goes_wrong_on_demand(client: AsyncWebClient, server: LoopbackSlack, channel: Channel) -> None:
    server.fail("chat.postMessage", "internal_error")
    assert await code(client.chat_postMessage(channel=channel.id, text="x")) == "internal_error"
    server.fail("chat.postMessage", status=503, html=True)
    with pytest.raises(SlackApiError):
        await client.chat_postMessage(channel=channel.id, text="x")
    client.retry_handlers.append(AsyncServerErrorRetryHandler())
    server.fail("chat.postMessage", status=500)
    await client.chat_postMessage(channel=channel.id, text="after a 500")
    server.drop("chat.postMessage", after=True)
    await client.chat_postMessage(channel=channel.id, text="twice")
    assert [one.text for one in server.by_bot(channel)] == ["after a 500", "twice", "twice"]


async def test_an_unknown_method_is_kept_and_refused() -> None:
    async with LoopbackSlack() as server:
        client = AsyncWebClient(token=server.token, base_url=server.api_url)
        assert await code(client.api_call("chat.shout")) == "unknown_method"
        assert [one.method for one in server.unknown] == ["chat.shout"]


async def test_another_process_can_hold_the_strings() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.wire.slack.server", "--members", "3", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    addresses = json.loads(await process.stdout.readline())
    try:
        async with aiohttp.ClientSession() as session:

            async def ask(name: str, **given: Any) -> Any:
                async with session.post(f"{addresses['control_url']}/{name}", json=given) as response:
                    found = await response.json()
                    assert response.status == 200, found
                    return found["result"]

            channel = addresses["channels"]["channel-0"]
            post = {"user": {"user": addresses["owner"]}, "channel": {"channel": channel}, "text": "hello"}
            message = await ask("post", **post)
            client = AsyncWebClient(token=addresses["token"], base_url=addresses["api_url"])
            await client.reactions_add(channel=channel, timestamp=message["ts"], name="eyes")
            assert (await ask("messages", channel=channel))[0]["reactions"][0]["name"] == "eyes"
            assert await ask("flood", channel=channel, count=100) == 100
            assert len(await ask("messages", channel=channel)) == 101
            assert (await ask("slash", user=post["user"], channel=post["channel"], command="/palabre"))[
                "kind"
            ] == "slash"
    finally:
        process.terminate()
        await process.wait()


def test_what_the_server_speaks_is_listed_once() -> None:
    rows = conformance()
    assert len({(kind, name) for kind, name, _ in rows}) == len(rows)
    kinds = {kind for kind, _, _ in rows}
    assert kinds == {"method", "event", "message subtype", "socket", "http", "interaction"}
