"""Who a message mentions and who is really pinged by it, from its text, its allowed mentions and what it replies to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.wire.discord.server import components, permissions
from tests.wire.discord.server.hub import Hub, Kind, Ping
from tests.wire.discord.server.world import SILENT, Channel, Guild, Json, Message, User

_CODE = re.compile(r"```.*?```|``.+?``|`[^`\n]+`", re.DOTALL)
_USER = re.compile(r"<@!?(\d{15,20})>")
_ROLE = re.compile(r"<@&(\d{15,20})>")
_ALL = re.compile(r"@(everyone|here)\b")


@dataclass
class Found:
    """What a text mentions, after allowed mentions have taken away what may not ping."""

    users: list[User] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    everyone: str | None = None


def texts(message: Message) -> str:
    """Where mentions ping from: the content, and text displays of the second kind of components; never embeds."""
    shown = [str(one.get("content", "")) for one in components.walk(message.components) if one.get("type") == 10]
    return "\n".join([message.content, *shown])


def find(hub: Hub, message: Message, allowed: Json | None, held: int) -> Found:
    """Resources › Message › Allowed Mentions Object: what of the mentioned is let through."""
    text = _CODE.sub("", texts(message))
    guild = hub.message_guild(message)
    found = Found()
    for user_id in dict.fromkeys(int(one) for one in _USER.findall(text)):
        if user_id in hub.world.users and _lets(allowed, "users", user_id):
            found.users.append(hub.world.users[user_id])
    if guild is None:
        return found
    for role_id in dict.fromkeys(int(one) for one in _ROLE.findall(text)):
        if role_id in guild.roles and _lets(allowed, "roles", role_id):
            found.roles.append(role_id)
    whole = _ALL.search(text)
    if whole and held & permissions.MENTION_EVERYONE and _lets(allowed, "everyone", None):
        found.everyone = whole.group(1)
    return found


def _lets(allowed: Json | None, kind: str, target: int | None) -> bool:
    if allowed is None:
        return True
    if kind in (allowed.get("parse") or []):
        return True
    listed: list[Any] = allowed.get(kind) or [] if kind != "everyone" else []
    return target is not None and str(target) in {str(one) for one in listed}


def apply(hub: Hub, channel: Channel, message: Message, allowed: Json | None, held: int, *, pinging: bool) -> None:
    """Writes the mentions into a message, and notes the pings where it is new."""
    found = find(hub, message, allowed, held)
    message.mentions = found.users
    message.mention_roles = found.roles
    message.mention_everyone = found.everyone is not None
    replied = message.referenced.author if message.type == 19 and message.referenced else None
    pinged_by_reply = replied is not None and (allowed is None or bool(allowed.get("replied_user")))
    if replied is not None and pinged_by_reply and replied not in message.mentions:
        message.mentions = [*message.mentions, replied]
    if not pinging or message.ephemeral:
        return
    if replied is not None and (not pinged_by_reply or replied in found.users):
        replied = None
    silent = bool(message.flags & SILENT)
    for kind, target in _pinged(hub, channel, message, found, held, replied):
        hub.pings.append(Ping(kind, target, message.id, message.author.id, silent))


def _pinged(
    hub: Hub, channel: Channel, message: Message, found: Found, held: int, replied: User | None
) -> Iterator[tuple[Kind, int]]:
    guild = hub.message_guild(message)
    for user in found.users:
        if user is not message.author and _reaches(hub, guild, channel, user):
            yield "user", user.id
    if replied is not None and replied is not message.author:
        yield "reply", replied.id
    if guild is None:
        return
    for role_id in found.roles:
        if guild.roles[role_id].mentionable or held & permissions.MENTION_EVERYONE:
            yield "role", role_id
    if found.everyone is not None:
        yield ("here" if found.everyone == "here" else "everyone"), guild.id


def _reaches(hub: Hub, guild: Guild | None, channel: Channel, user: User) -> bool:
    """Nobody is pinged in a place that they do not see."""
    if guild is None:
        return user is channel.recipient
    member = guild.members.get(user.id)
    held = 0 if member is None else permissions.in_channel(hub.world, guild, channel, member)
    return bool(held & permissions.VIEW_CHANNEL)
