"""Who comes, goes and changes, and what comes into being: gateway payloads in, events out. Pure."""

from adapters.discord.directory import THREADS
from adapters.discord.frame import Here
from adapters.discord.inbound_text import name_of
from adapters.discord.payloads import Json, created, maybe, record, said, snowflake, snowflakes
from bot.events import (
    ChannelCreated,
    Event,
    GatheringJoined,
    GatheringLeft,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    SpaceJoined,
    SpaceLeft,
    ThreadCreated,
)
from bot.ids import EventId, account_id, channel_id

_CATEGORY = 4


def joined(here: Here, data: Json) -> MemberJoined:
    """Somebody came in. Raises Odd."""
    guild, frame = here.guild, here.frame
    user = record(data, "user")
    native, name = snowflake(user, "id"), name_of(user, data)
    here.directory.changes(guild.native, native, name, snowflakes(data, "roles"))
    if user.get("bot") is True:
        guild.bots.add(native)
    return MemberJoined(
        id=frame.named("joined"),
        space=guild.space,
        at=frame.at,
        account=account_id(guild.space, native),
        name=name or None,
        account_created=created(native),
        by_bot=user.get("bot") is True,
    )


def left(here: Here, data: Json) -> MemberLeft:
    """Somebody is gone: of their own will, or not. Raises Odd."""
    guild, frame = here.guild, here.frame
    native = snowflake(record(data, "user"), "id")
    here.directory.gone(guild.native, native)
    return MemberLeft(id=frame.named("left"), space=guild.space, at=frame.at, account=account_id(guild.space, native))


def changed(here: Here, data: Json) -> tuple[Event, ...]:
    """Somebody's name or roles, where they are others than before as far as that is known. Raises Odd."""
    guild, frame = here.guild, here.frame
    user, roles = record(data, "user"), snowflakes(data, "roles")
    native, name = snowflake(user, "id"), name_of(user, data)
    worn, account = guild.worn(native, roles), account_id(guild.space, native)
    renamed, dressed = here.directory.changes(guild.native, native, name, roles)
    at, found = frame.at, list[Event]()
    if renamed and name:
        found.append(MemberRenamed(id=frame.named("renamed"), space=guild.space, at=at, account=account, name=name))
    if dressed:
        found.append(MemberRolesChanged(id=frame.named("roles"), space=guild.space, at=at, account=account, roles=worn))
    return tuple(found)


def channel_created(here: Here, data: Json) -> ChannelCreated | None:
    """A channel exists; None where it only holds others. Raises Odd."""
    guild, frame = here.guild, here.frame
    if data.get("type") == _CATEGORY:
        return None
    native = snowflake(data, "id")
    return ChannelCreated(
        id=EventId(f"channel:{native}"),
        space=guild.space,
        at=frame.at,
        channel=channel_id(guild.space, native),
        name=said(data, "name"),
    )


def thread_created(here: Here, data: Json) -> ThreadCreated | None:
    """A thread was opened; None where it only came into sight. Raises Odd."""
    guild, frame = here.guild, here.frame
    if data.get("newly_created") is not True or data.get("type") not in THREADS:
        return None
    native, parent = snowflake(data, "id"), snowflake(data, "parent_id")
    owner, channel = maybe(data, "owner_id"), channel_id(guild.space, parent)
    return ThreadCreated(
        id=EventId(f"thread:{native}"),
        space=guild.space,
        at=frame.at,
        channel=channel,
        thread=channel_id(guild.space, native),
        name=said(data, "name"),
        message=guild.hung(native),
        account=account_id(guild.space, owner) if owner else None,
    )


def gathering(here: Here, data: Json, *, coming: bool) -> GatheringJoined | GatheringLeft:
    """Somebody will come to something planned, or will not after all. Raises Odd."""
    guild, frame = here.guild, here.frame
    made = GatheringJoined if coming else GatheringLeft
    return made(
        id=frame.named("coming" if coming else "not-coming"),
        space=guild.space,
        at=frame.at,
        account=account_id(guild.space, snowflake(data, "user_id")),
        gathering=snowflake(data, "guild_scheduled_event_id"),
    )


def space_joined(here: Here, data: Json) -> SpaceJoined:
    """We are in a server: invited just now, found at the start, or back in sight; told once for each invitation.

    Discord says English of every server that was never asked, so that only French is believed.
    """
    guild, frame = here.guild, here.frame
    owner, language = maybe(data, "owner_id"), said(data, "preferred_locale")
    return SpaceJoined(
        id=EventId(f"space-joined:{said(data, 'joined_at') or frame.named('found')}"),
        space=guild.space,
        at=frame.at,
        name=guild.name,
        owner=account_id(guild.space, owner) if owner else None,
        locale="fr" if language.startswith("fr") else None,
    )


def space_left(here: Here, data: Json) -> SpaceLeft | None:
    """We are out; None where the server only cannot be seen for a while."""
    guild, frame = here.guild, here.frame
    if "unavailable" in data:
        return None
    return SpaceLeft(id=frame.named("space-left"), space=guild.space, at=frame.at)
