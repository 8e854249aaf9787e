"""The control API for other processes: `POST /_control/<method>` with arguments as JSON, ids as text."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, is_dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.wire.discord.server import shapes
from tests.wire.discord.server.errors import ApiError, ImpossibleError
from tests.wire.discord.server.interactions import Answer, Asked
from tests.wire.discord.server.world import Channel, Guild, Json, Member, Message, Role, User

if TYPE_CHECKING:
    from tests.wire.discord.server.server import LoopbackDiscord

# Methods of the server that may be called from outside, by name.
OFFERED = frozenset(
    {
        *("add_guild", "add_role", "add_channel", "add_forum", "add_member", "add_emoji", "add_rule", "crowd"),
        *("post", "edit", "delete", "react", "unreact", "join", "leave", "nick", "create_thread", "forum_post"),
        *("kick", "ban", "unban", "time_out", "give_role", "take_role", "poll", "vote", "outage", "recover"),
        *("use_command", "use_menu", "press", "choose", "autocomplete", "automod", "dm", "owner"),
        *("fail", "drop", "slow", "limit", "advance", "dispatch"),
    }
)
WRONG = frozenset({"reconnect", "invalidate", "close", "cut", "forget"})


async def control(server: "LoopbackDiscord", request: web.Request) -> web.Response:
    """Calls a method and tells what it returned, or why it would not."""
    name = request.match_info["name"]
    given: Json = await request.json() if request.can_read_body else {}
    try:
        if name in QUESTIONS:
            found = await QUESTIONS[name](server, given)
        elif name in OFFERED:
            found = getattr(server, name)(**_arguments(server, name, given))
        else:
            return web.json_response({"error": f"no method {name!r}"}, status=404)
    except (ApiError, ImpossibleError, TypeError, KeyError, StopIteration, TimeoutError) as error:
        return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
    return web.json_response({"result": told(found)})


def _arguments(server: "LoopbackDiscord", name: str, given: Json) -> Json:
    found = {key: named(server, value, given) for key, value in given.items() if key != "guild_id"}
    if name == "dispatch":
        found["data"] = given.get("data")
    return found


def named(server: "LoopbackDiscord", value: Any, given: Json) -> Any:
    """What a value points at: `{"channel": id}`, `{"member": id}` (of `guild_id`, else of the first guild)…"""
    if isinstance(value, list):
        return [named(server, one, given) for one in value]
    if not isinstance(value, dict) or len(value) != 1:
        return value
    world = server.world
    guild = world.guilds[int(given.get("guild_id") or next(iter(world.guilds)))]
    books: dict[str, Callable[[int], object]] = {
        "guild": world.guilds.__getitem__,
        "channel": world.channels.__getitem__,
        "user": world.users.__getitem__,
        "message": world.message,
        "member": guild.members.__getitem__,
        "role": guild.roles.__getitem__,
    }
    kind, number = next(iter(value.items()))
    return books[kind](int(number)) if kind in books and str(number).isdigit() else value


@singledispatch
def told(found: Any) -> Any:
    """Anything that the server returns, as JSON."""
    if is_dataclass(found) and not isinstance(found, type):
        return asdict(found)
    return found


@told.register(list)
@told.register(tuple)
def _(found: Any) -> Any:
    return [told(one) for one in found]


@told.register
def _(found: Guild) -> Any:
    return {
        "id": str(found.id),
        "name": found.name,
        "owner_id": str(found.owner_id),
        "members": len(found.members),
        "channels": {one.name: str(one.id) for one in found.channels.values()},
    }


@told.register
def _(found: Channel) -> Any:
    return shapes.channel(found)


@told.register
def _(found: Member) -> Any:
    return shapes.member(found)


@told.register
def _(found: User) -> Any:
    return shapes.user(found)


@told.register
def _(found: Role) -> Any:
    return shapes.role(found)


@told.register
def _(found: Message) -> Any:
    return {"id": str(found.id), "channel_id": str(found.channel_id), "content": found.content}


@told.register
def _(found: Asked) -> Any:
    return {"interaction": str(found.id)}


@told.register
def _(found: Answer) -> Any:
    modal = found.modal
    return {
        "kind": found.kind,
        "ephemeral": found.ephemeral,
        "content": found.content,
        "embeds": found.embeds,
        "components": found.components,
        "message": None if found.message is None else str(found.message.id),
        "modal": modal and {"custom_id": modal.custom_id, "title": modal.title, "components": modal.components},
        "choices": found.choices,
    }


async def _log(server: "LoopbackDiscord", given: Json) -> Any:
    """The log of requests, of pings or of unknown routes, from a place in it on."""
    listed: list[Any] = getattr(server, {"pings": "pings", "unknown": "unknown"}.get(given.get("of", ""), "requests"))
    return listed[int(given.get("since", 0)) :]


async def _state(server: "LoopbackDiscord", given: Json) -> Any:
    return {
        "guilds": told(list(server.world.guilds.values())),
        "sessions": len(server.gateway.live()),
        "late": server.late,
        "violations": server.limits.violations,
        "invalid": server.rest.invalid,
        "requests": len(server.requests),
        "crashes": server.crashes,
        "answers": server.answers(),
    }


async def _messages(server: "LoopbackDiscord", given: Json) -> Any:
    channel = server.world.channels[int(given["channel"])]
    return [shapes.message(server.world, one) for one in channel.messages.values()]


async def _gateway(server: "LoopbackDiscord", given: Json) -> Any:
    if given["do"] not in WRONG:
        raise ImpossibleError(f"the gateway cannot {given['do']!r}")
    getattr(server.gateway, given["do"])(**given.get("with", {}))


async def _flood(server: "LoopbackDiscord", given: Json) -> Any:
    """Seconds that it took to send so many messages of so many people."""
    channel = server.world.channels[int(given["channel"])]
    everybody = server.world.guilds[channel.guild_id or 0].members.values()
    people = [one for one in everybody if not one.user.bot][: int(given.get("people", 100))]
    text = str(given.get("text", "hello"))
    posts = ((people[number % len(people)], f"{text} {number}") for number in range(int(given["count"])))
    return await server.flood(channel, posts, keep=bool(given.get("keep"))).send(rate=given.get("rate"))


async def _joins(server: "LoopbackDiscord", given: Json) -> Any:
    guild = server.world.guilds[int(given["guild"])]
    return await server.joins(guild, int(given["count"])).send(rate=given.get("rate"))


async def _answer(server: "LoopbackDiscord", given: Json) -> Any:
    asked = server.desk.asked[int(given["interaction"])]
    return await asked.nth(int(given.get("nth", 1)), float(given.get("timeout", 20.0)))


async def _submit(server: "LoopbackDiscord", given: Json) -> Any:
    answer = await _answer(server, given)
    if answer.modal is None:
        raise ImpossibleError("that answer is no form")
    return server.submit(answer.modal.asked.user, answer.modal, given["values"])


QUESTIONS: dict[str, Callable[["LoopbackDiscord", Json], Awaitable[Any]]] = {
    "log": _log,
    "state": _state,
    "messages": _messages,
    "gateway": _gateway,
    "flood": _flood,
    "joins": _joins,
    "answer": _answer,
    "submit": _submit,
}
