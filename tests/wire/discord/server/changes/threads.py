"""Threads: begun, joined, left, archived, locked, gone."""

from tests.wire.discord.server import permissions, shapes
from tests.wire.discord.server.changes import system
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.world import (
    FORUM,
    PRIVATE_THREAD,
    PUBLIC_THREAD,
    Channel,
    Guild,
    Json,
    ThreadState,
    User,
)


def begin(
    hub: Hub, guild: Guild, parent: Channel, owner: User, name: str, payload: Json, *, reason: str | None = None
) -> Channel:
    """A new thread under a channel, with its owner in it, unless the type says that it is private and it is empty."""
    now = hub.world.now()
    state = ThreadState(owner.id, archive_at=now, created_at=now)
    state.auto_archive_duration = int(payload.get("auto_archive_duration") or 4320)
    state.invitable = bool(payload.get("invitable", True))
    state.applied_tags = [int(one) for one in payload.get("applied_tags") or []]
    state.members[owner.id] = now
    identity = int(payload.get("id") or hub.world.snowflake())
    kind = int(payload.get("type") or PUBLIC_THREAD)
    made = Channel(identity, kind, name, guild.id, parent.id, slowmode=int(payload.get("rate_limit_per_user") or 0))
    made.thread = state
    hub.world.place(made)
    parent.last_message_id = made.id if parent.type == 15 else parent.last_message_id
    hub.gateway.emit("THREAD_CREATE", created(hub, made, newly=True), guild, made)
    changes: list[Json] = [{"key": "name", "new_value": name}, {"key": "type", "new_value": kind}]
    hub.audit(guild, 110, owner.id, made.id, reason=reason, changes=changes)
    _announce(hub, guild, parent, made, owner, from_message="id" in payload)
    return made


def _announce(hub: Hub, guild: Guild, parent: Channel, made: Channel, owner: User, *, from_message: bool) -> None:
    """A thread from a message opens with what refers to it; another public one is announced in its channel."""
    about: Json = {"type": 0, "guild_id": str(guild.id)}
    if from_message:
        about |= {"channel_id": str(parent.id), "message_id": str(made.id)}
        system.write(hub, guild, made, owner, system.THREAD_STARTER, about=about)
    elif made.type != PRIVATE_THREAD and parent.type != FORUM:
        about |= {"channel_id": str(made.id)}
        system.write(hub, guild, parent, owner, system.THREAD_CREATED, text=made.name, about=about)


def created(hub: Hub, thread: Channel, *, newly: bool) -> Json:
    """Gateway Events › Thread Create: with the bot's own membership where it has one."""
    found = shapes.thread(thread)
    if newly:
        found["newly_created"] = True
    if hub.me in thread.state.members:
        found["member"] = shapes.thread_member(thread, hub.me)
    return found


def join(hub: Hub, guild: Guild, thread: Channel, user: User) -> None:
    """Puts an account into a thread; the bot learns of a private one by being put into it."""
    if user.id in thread.state.members:
        return
    thread.state.members[user.id] = hub.world.now()
    if user.id == hub.me and thread.type == PRIVATE_THREAD:
        hub.gateway.emit("THREAD_CREATE", created(hub, thread, newly=False), guild, thread)
    member = shapes.thread_member(thread, user.id)
    if user.id in guild.members:
        member = {**member, "member": shapes.member(guild.members[user.id]), "presence": None}
    _members(hub, guild, thread, {"added_members": [member]})


def leave(hub: Hub, guild: Guild, thread: Channel, user_id: int) -> None:
    """Takes an account out of a thread."""
    if thread.state.members.pop(user_id, None) is not None:
        _members(hub, guild, thread, {"removed_member_ids": [str(user_id)]})


def _members(hub: Hub, guild: Guild, thread: Channel, changed: Json) -> None:
    data = {
        "id": str(thread.id),
        "guild_id": str(guild.id),
        "member_count": min(50, len(thread.state.members)),
        **changed,
    }
    gone = str(hub.me) in changed.get("removed_member_ids", [])
    hub.gateway.emit("THREAD_MEMBERS_UPDATE", data, guild, None if gone else thread)


def spoken_in(hub: Hub, guild: Guild, thread: Channel, author: User) -> None:
    """A message unarchives its thread and puts its author into it."""
    thread.state.sent += 1
    if thread.state.archived:
        thread.state.archived = False
        thread.state.archive_at = hub.world.now()
        hub.gateway.emit("THREAD_UPDATE", shapes.thread(thread), guild, thread)
    join(hub, guild, thread, author)


def update(hub: Hub, guild: Guild, thread: Channel, payload: Json, actor: int, *, reason: str | None = None) -> None:
    """Changes name, slow mode, tags, or whether a thread is archived or locked."""
    state = thread.state
    changes: list[Json] = []
    before = {"name": thread.name, "archived": state.archived, "locked": state.locked, "slow": thread.slowmode}
    thread.name = str(payload.get("name") or thread.name)
    thread.slowmode = int(payload.get("rate_limit_per_user", thread.slowmode) or 0)
    state.locked = bool(payload.get("locked", state.locked))
    state.invitable = bool(payload.get("invitable", state.invitable))
    state.auto_archive_duration = int(payload.get("auto_archive_duration", state.auto_archive_duration))
    if "applied_tags" in payload:
        state.applied_tags = [int(one) for one in payload["applied_tags"]]
    if "archived" in payload and bool(payload["archived"]) != state.archived:
        state.archived = bool(payload["archived"])
        state.archive_at = hub.world.now()
    after = {"name": thread.name, "archived": state.archived, "locked": state.locked, "slow": thread.slowmode}
    for key, old in before.items():
        if after[key] != old:
            shown = "rate_limit_per_user" if key == "slow" else key
            changes.append({"key": shown, "old_value": old, "new_value": after[key]})
    hub.gateway.emit("THREAD_UPDATE", shapes.thread(thread), guild, thread)
    if changes:
        hub.audit(guild, 111, actor, thread.id, reason=reason, changes=changes)


def delete(hub: Hub, guild: Guild, thread: Channel, actor: int, *, reason: str | None = None) -> None:
    """Takes a thread away with everything in it."""
    data = {"id": str(thread.id), "guild_id": str(guild.id), "parent_id": str(thread.parent_id), "type": thread.type}
    hub.gateway.emit("THREAD_DELETE", data, guild, thread)
    guild.threads.pop(thread.id, None)
    hub.world.channels.pop(thread.id, None)
    changes = [{"key": "name", "old_value": thread.name}]
    hub.audit(guild, 112, actor, thread.id, reason=reason, changes=changes)


def sync(hub: Hub, guild: Guild, channels: list[int]) -> None:
    """Gateway Events › Thread List Sync: the active threads of channels that the bot has come to see."""
    me = hub.world.me(guild)
    found = [one for one in guild.threads.values() if one.parent_id in channels and not one.state.archived]
    found = [one for one in found if permissions.sees(hub.world, guild, one, me)]
    data = {
        "guild_id": str(guild.id),
        "channel_ids": [str(one) for one in channels],
        "threads": [shapes.thread(one) for one in found],
        "members": [shapes.thread_member(one, hub.me) for one in found if hub.me in one.state.members],
    }
    hub.gateway.emit("THREAD_LIST_SYNC", data, guild)
