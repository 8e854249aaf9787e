"""The control API for other processes: `POST /_control/<method>` with arguments as JSON, objects by their ids."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, is_dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.wire.slack.server import shapes
from tests.wire.slack.server.delivery import Delivery
from tests.wire.slack.server.errors import ImpossibleError, SlackError
from tests.wire.slack.server.interactions import Answer, Asked
from tests.wire.slack.server.views import View
from tests.wire.slack.server.world import Channel, File, Installation, Json, Message, Team, Token, User, UserGroup

if TYPE_CHECKING:
    from tests.wire.slack.server.server import LoopbackSlack

# Methods of the server that may be called from outside, by name.
OFFERED = frozenset(
    {
        *("add_team", "add_user", "add_channel", "add_group", "crowd", "share", "installed", "owner", "general"),
        *("post", "edit", "delete", "react", "unreact", "join", "leave", "invite", "kick", "dm", "mpim"),
        *("share_file", "pin", "unfurl", "create_channel", "rename_channel", "archive", "delete_channel", "set_topic"),
        *("rename_user", "make_admin", "deactivate", "activate", "joined"),
        *("create_group", "add_to_group", "post_webhook"),
        *("slash", "shortcut", "global_shortcut", "press", "choose", "submit", "close", "open_home"),
        *("install", "uninstall", "revoke", "user_token", "allow", "point", "hold", "release", "redeliver"),
        *("fail", "drop", "slow", "limit", "advance", "modal", "ephemeral", "by_bot"),
    }
)
WRONG = frozenset({"warn", "refresh", "close", "cut"})


async def control(server: "LoopbackSlack", request: web.Request) -> web.Response:
    """Calls a method and tells what it returned, or why it would not."""
    name = request.match_info["name"]
    given: Json = await request.json() if request.can_read_body else {}
    try:
        if name in QUESTIONS:
            found = await QUESTIONS[name](server, given)
        elif name in OFFERED:
            arguments = {key: named(server, value) for key, value in given.items() if key != "*"}
            found = getattr(server, name)(*named(server, given.get("*", [])), **arguments)
        else:
            return web.json_response({"error": f"no method {name!r}"}, status=404)
    except (SlackError, ImpossibleError, TypeError, KeyError, StopIteration, IndexError, TimeoutError) as error:
        return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
    return web.json_response({"result": told(found)})


def named(server: "LoopbackSlack", value: Any) -> Any:
    """What a value points at: `{"user": id}`, `{"channel": id}`, `{"message": [channel, ts]}`, `{"view": id}`…"""
    if isinstance(value, list):
        return [named(server, one) for one in value]
    if not isinstance(value, dict) or len(value) != 1:
        return value
    world = server.world
    books: dict[str, Callable[[Any], object]] = {
        "team": lambda key: world.teams[key],
        "user": lambda key: world.users[key],
        "channel": lambda key: world.channels[key],
        "view": lambda key: server.views.all[key],
        "message": lambda key: _message(server, *key),
        "group": lambda key: server.team.groups[key],
        "token": lambda key: world.tokens[key],
        "bytes": lambda key: str(key).encode(),
    }
    kind, key = next(iter(value.items()))
    return books[kind](key) if kind in books else value


def _message(server: "LoopbackSlack", channel_id: str, ts: str) -> Message:
    channel = server.world.channels[channel_id]
    return channel.messages.get(ts) or next(one for one in channel.ephemeral if one.ts == ts)


@singledispatch
def told(found: Any) -> Any:
    """Anything that the server returns, as JSON."""
    return asdict(found) if is_dataclass(found) and not isinstance(found, type) else found


@told.register(list)
@told.register(tuple)
def _(found: Any) -> Any:
    return [told(one) for one in found]


@told.register
def _(found: dict) -> Any:  # type: ignore[type-arg]
    return {key: told(one) for key, one in found.items()}


@told.register
def _(found: Team) -> Any:
    return {"id": found.id, "name": found.name, "domain": found.domain, "enterprise_id": found.enterprise_id}


@told.register
def _(found: User) -> Any:
    return shapes.user(found, email=True)


@told.register
def _(found: Channel) -> Any:
    members = list(found.members)
    return {"id": found.id, "name": found.name, "kind": found.kind, "members": members, "archived": found.archived}


@told.register
def _(found: Message) -> Any:
    return {
        "channel": found.channel_id,
        "ts": found.ts,
        "user": found.user,
        "text": found.text,
        "thread_ts": found.thread_ts,
        "blocks": found.blocks,
        "attachments": found.attachments,
        "reactions": shapes.reactions(found),
        "seen_by": found.seen_by,
    }


@told.register
def _(found: UserGroup) -> Any:
    return shapes.group(found)


@told.register
def _(found: File) -> Any:
    return {"id": found.id, "name": found.name, "length": found.length}


@told.register
def _(found: Token) -> Any:
    return {"token": found.value, "kind": found.kind, "scopes": sorted(found.scopes)}


@told.register
def _(found: Installation) -> Any:
    return {"team": found.team_id, "user": found.user_id, "bot": found.bot_id, "token": found.token.value}


@told.register
def _(found: View) -> Any:
    return found.told()


@told.register
def _(found: Asked) -> Any:
    return {"interaction": found.trigger_id, "kind": found.kind}


@told.register
def _(found: Answer) -> Any:
    return {
        "kind": found.kind,
        "text": found.text,
        "blocks": found.blocks,
        "message": None if found.message is None else told(found.message),
        "view": None if found.view is None else found.view.told(),
        "errors": found.errors,
    }


@told.register
def _(found: Delivery) -> Any:
    return {
        "kind": found.kind,
        "event_id": found.event_id,
        "attempt": found.attempt,
        "latency": found.latency,
        "late": found.late,
        "failure": found.failure,
    }


async def _log(server: "LoopbackSlack", given: Json) -> Any:
    """A log, from a place in it on: calls, unknown, pings, deliveries, unacknowledged."""
    books: dict[str, list[Any]] = {
        "calls": server.calls,
        "unknown": server.unknown,
        "pings": [asdict(one) | {"reached": sorted(one.reached)} for one in server.pings],
        "deliveries": server.outbox.sent,
        "unacknowledged": server.unacknowledged,
    }
    return books[str(given.get("of", "calls"))][int(given.get("since", 0)) :]


async def _state(server: "LoopbackSlack", given: Json) -> Any:
    return {
        "teams": list(server.world.teams.values()),
        "channels": list(server.world.channels.values()),
        "sockets": len(server.sockets.live()),
        "calls": len(server.calls),
        "deliveries": len(server.outbox.sent),
        "acknowledged": sum(one.acknowledged for one in server.outbox.sent),
        "unacknowledged": len(server.unacknowledged),
        "late": server.late,
        "limited": server.limits.violations,
        "crashes": server.crashes,
        "violations": server.violations,
    }


async def _messages(server: "LoopbackSlack", given: Json) -> Any:
    return list(server.world.channels[given["channel"]].messages.values())


async def _sockets(server: "LoopbackSlack", given: Json) -> Any:
    if given["do"] not in WRONG:
        raise ImpossibleError(f"sockets cannot {given['do']!r}")
    getattr(server.sockets, given["do"])()


async def _answer(server: "LoopbackSlack", given: Json) -> Any:
    asked = server.desk.by_trigger[given["interaction"]]
    return await asked.nth(int(given.get("nth", 1)), float(given.get("timeout", 20.0)))


async def _flood(server: "LoopbackSlack", given: Json) -> Any:
    channel = server.world.channels[given["channel"]]
    people = [server.world.users[one] for one in channel.members if not server.world.users[one].bot]
    text = str(given.get("text", "hello"))
    count = int(given["count"])
    return await server.flood(channel, ((people[n % len(people)], f"{text} {n}") for n in range(count)))


async def _set(server: "LoopbackSlack", given: Json) -> Any:
    """Switches: of the app, of a workspace, of a channel, of the limits."""
    targets = {"app": server.app, "team": server.team, "limits": server.limits, "webhooks": server.webhooks}
    target = server.world.channels.get(str(given["of"])) or targets[str(given["of"])]
    if not hasattr(target, str(given["name"])):
        raise KeyError(given["name"])
    setattr(target, str(given["name"]), given["value"])


QUESTIONS: dict[str, Callable[["LoopbackSlack", Json], Awaitable[Any]]] = {
    "log": _log,
    "state": _state,
    "messages": _messages,
    "sockets": _sockets,
    "answer": _answer,
    "flood": _flood,
    "set": _set,
}
