"""Members: joining, leaving, kicked, banned, timed out, renamed, given roles."""

from tests.wire.discord.server import shapes
from tests.wire.discord.server.changes import system
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.world import Channel, Guild, Json, Member, User, born, moment


def join(hub: Hub, guild: Guild, user: User, *, pending: bool = False) -> Member:
    """Somebody enters a guild."""
    made = Member(user, guild.id, hub.world.now(), pending=pending)
    guild.members[user.id] = made
    data = {**shapes.member(made), "guild_id": str(guild.id)}
    hub.gateway.emit("GUILD_MEMBER_ADD", data, guild)
    welcome = guild.settings.get("system_channel_id")
    if welcome is not None and not pending:
        system.write(hub, guild, guild.channels[int(welcome)], user, system.JOINED)
    return made


def leave(hub: Hub, guild: Guild, user: User) -> None:
    """Somebody is in a guild no more; where it is the bot, so is the guild for the bot."""
    guild.members.pop(user.id, None)
    for thread in guild.threads.values():
        thread.state.members.pop(user.id, None)
    if user.id == hub.me:
        hub.gateway.emit("GUILD_DELETE", {"id": str(guild.id)}, guild)
        return
    data = {"guild_id": str(guild.id), "user": shapes.user(user)}
    hub.gateway.emit("GUILD_MEMBER_REMOVE", data, guild)


def kick(hub: Hub, guild: Guild, user: User, actor: int, reason: str | None = None) -> None:
    """Puts a member out, who may come back."""
    leave(hub, guild, user)
    hub.audit(guild, 20, actor, user.id, reason=reason)


def ban(hub: Hub, guild: Guild, user: User, actor: int, *, reason: str | None = None, seconds: int = 0) -> None:
    """Puts an account out for good and deletes what it wrote within the last so many seconds."""
    guild.bans[user.id] = (user, reason)
    if seconds:
        purge(hub, guild, user, seconds)
    hub.gateway.emit("GUILD_BAN_ADD", {"guild_id": str(guild.id), "user": shapes.user(user)}, guild)
    if user.id in guild.members:
        leave(hub, guild, user)
    hub.audit(guild, 22, actor, user.id, reason=reason)


def purge(hub: Hub, guild: Guild, user: User, seconds: int) -> None:
    """Deletes an account's latest messages, channel by channel."""
    since = hub.world.now() - seconds
    places: list[Channel] = [*guild.channels.values(), *guild.threads.values()]
    for channel in places:
        gone = [one for one in channel.messages.values() if one.author is user and born(one.id) >= since]
        for one in gone:
            del channel.messages[one.id]
        if gone:
            ids = [str(one.id) for one in gone]
            data = {"ids": ids, "channel_id": str(channel.id), "guild_id": str(guild.id)}
            hub.gateway.emit("MESSAGE_DELETE_BULK", data, guild, channel)


def unban(hub: Hub, guild: Guild, user: User, actor: int, reason: str | None = None) -> None:
    """Lets an account come back."""
    guild.bans.pop(user.id, None)
    hub.gateway.emit("GUILD_BAN_REMOVE", {"guild_id": str(guild.id), "user": shapes.user(user)}, guild)
    hub.audit(guild, 23, actor, user.id, reason=reason)


def time_out(hub: Hub, member: Member, until: float | None, actor: int, reason: str | None = None) -> None:
    """Silences a member until a moment, or lets it speak again."""
    before, member.timeout_until = member.timeout_until, until
    hub.member_updated(member)
    change: Json = {"key": "communication_disabled_until"}
    if before is not None:
        change["old_value"] = moment(before)
    if until is not None:
        change["new_value"] = moment(until)
    guild = hub.world.guilds[member.guild_id]
    hub.audit(guild, 24, actor, member.id, reason=reason, changes=[change])


def rename(hub: Hub, member: Member, nick: str | None, actor: int, reason: str | None = None) -> None:
    """Gives a member another name in its guild."""
    before, member.nick = member.nick, nick or None
    if before == member.nick:
        return
    hub.member_updated(member)
    change = {"key": "nick"} | ({"old_value": before} if before else {}) | ({"new_value": nick} if nick else {})
    hub.audit(hub.world.guilds[member.guild_id], 24, actor, member.id, reason=reason, changes=[change])


def give_roles(hub: Hub, member: Member, roles: tuple[int, ...], actor: int, reason: str | None = None) -> None:
    """Sets a member's roles; what was added and what was taken is told apart in the audit log."""
    guild = hub.world.guilds[member.guild_id]
    added = [one for one in roles if one not in member.roles]
    taken = [one for one in member.roles if one not in roles]
    if not added and not taken:
        return
    member.roles = roles
    hub.member_updated(member)
    changes: list[Json] = []
    for key, found in (("$add", added), ("$remove", taken)):
        if found:
            named = [{"id": str(one), "name": guild.roles[one].name} for one in found]
            changes.append({"key": key, "new_value": named})
    hub.audit(guild, 25, actor, member.id, reason=reason, changes=changes)
