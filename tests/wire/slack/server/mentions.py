"""Who is notified of a message: only escapes count, and with blocks only those inside the blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from tests.wire.slack.server.world import Channel, Json, Message, World

PingKind = Literal["user", "here", "channel", "everyone", "subteam"]
ESCAPES = re.compile(r"<(?:@([UW][A-Z0-9]+)|!(here|channel|everyone)|!subteam\^(S[A-Z0-9]+))(?:\|[^>]*)?>")
BARE = re.compile(r"(?<![\w<@])@(here|channel|everyone)\b")


@dataclass(frozen=True, slots=True)
class Ping:
    """One notification: what was mentioned, and the people whom it reaches."""

    kind: PingKind
    target: str
    channel_id: str
    ts: str
    author: str | None
    reached: frozenset[str]


def linked(text: str) -> str:
    """What `parse=full` and `link_names` make of bare words: `@here` becomes an escape."""
    return BARE.sub(r"<!\1>", text)


def pings(world: World, channel: Channel, message: Message) -> list[Ping]:
    """Formatting text for app surfaces › Mentions."""
    texts = list(_texts(message.blocks)) if message.blocks else [message.text]
    texts += [str(one[name]) for one in message.attachments for name in ("pretext", "text") if one.get(name)]
    found: dict[tuple[PingKind, str], Ping] = {}
    for text in texts:
        for kind, target in _mentioned(text):
            reached = _reached(world, channel, kind, target, message.user)
            if reached:
                ping = Ping(kind, target, channel.id, message.ts, message.user, frozenset(reached))
                found.setdefault((kind, target), ping)
    return list(found.values())


def mentions(message: Message, user_id: str) -> bool:
    """Whether somebody is named in a message."""
    texts = list(_texts(message.blocks)) if message.blocks else [message.text]
    return any(target == user_id for text in texts for _, target in _mentioned(text))


def _mentioned(text: str) -> Iterator[tuple[PingKind, str]]:
    for user, everyone, group in ESCAPES.findall(text):
        if user:
            yield "user", user
        elif group:
            yield "subteam", group
        else:
            yield everyone, everyone


def _reached(world: World, channel: Channel, kind: PingKind, target: str, author: str | None) -> set[str]:
    people = {one for one in channel.members if not world.users[one].bot and not world.users[one].deleted}
    people.discard(author or "")
    if kind == "user":
        return people & {target}
    if kind == "subteam":
        group = world.teams[channel.team_id].groups.get(target)
        return set() if group is None or group.disabled else people & set(group.users)
    if kind == "everyone" and not channel.general:
        return set()
    return people


def _texts(found: Any) -> Iterator[str]:
    """Every mrkdwn in blocks, and what rich text names, written as an escape."""
    if isinstance(found, list):
        for one in found:
            yield from _texts(one)
    elif isinstance(found, dict):
        if found.get("type") in {"mrkdwn", "markdown"}:
            yield str(found.get("text", ""))
        elif escape := _rich(found):
            yield escape
        else:
            for one in found.values():
                yield from _texts(one)


def _rich(found: Json) -> str | None:
    match found.get("type"):
        case "user" if "user_id" in found:
            return f"<@{found['user_id']}>"
        case "usergroup" if "usergroup_id" in found:
            return f"<!subteam^{found['usergroup_id']}>"
        case "broadcast" if "range" in found:
            return f"<!{found['range']}>"
        case _:
            return None
