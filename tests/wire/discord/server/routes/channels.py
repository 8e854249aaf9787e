"""Channels: read, changed, made, deleted; overwrites and invites."""

from tests.wire.discord.server import limits, permissions, shapes
from tests.wire.discord.server.changes import guilds, threads
from tests.wire.discord.server.errors import ApiError, Form
from tests.wire.discord.server.rest import Answer, Call, route
from tests.wire.discord.server.world import DM, THREADS, Channel, Guild

SLOWMODE = 21_600
ARCHIVE_AFTER = frozenset({60, 1440, 4320, 10080})


@route("GET", "/channels/{channel}", "Channel › Get Channel")
async def get_channel(call: Call) -> Answer:
    channel, _, _ = call.channel()
    return shapes.channel(channel)


@route("GET", "/guilds/{guild}/channels", "Guild › Get Guild Channels")
async def list_channels(call: Call) -> Answer:
    return [shapes.channel(one) for one in call.guild().channels.values()]


@route("POST", "/guilds/{guild}/channels", "Guild › Create Guild Channel")
async def create_channel(call: Call) -> Answer:
    guild = call.guild()
    me = call.needs(guild, permissions.MANAGE_CHANNELS)
    form = Form()
    if form.required(("name",), call.json.get("name")):
        form.length(("name",), call.json["name"], 1, 100)
    _check(form, call)
    form.done()
    _may_overwrite(call, guild)
    call.status = 201
    return shapes.channel(guilds.make_channel(call.hub, guild, call.json, me.id, call.reason))


def _check(form: Form, call: Call) -> None:
    form.between(("rate_limit_per_user",), call.json.get("rate_limit_per_user"), 0, SLOWMODE)
    form.length(("topic",), call.json.get("topic"), 0, 4096 if call.json.get("type") == 15 else 1024)
    for index, one in enumerate(call.json.get("permission_overwrites") or []):
        limits.snowflake(form, ("permission_overwrites", index, "id"), one.get("id"))
        form.choice(("permission_overwrites", index, "type"), int(one.get("type", -1)), frozenset({0, 1}))


def _may_overwrite(call: Call, guild: Guild) -> None:
    """Nobody grants or denies in an overwrite what they do not hold themselves."""
    overwrites = call.json.get("permission_overwrites") or []
    held = permissions.in_guild(call.world, guild, call.me(guild))
    touched = 0
    for one in overwrites:
        touched |= int(one.get("allow") or 0) | int(one.get("deny") or 0)
    if touched & ~held:
        raise ApiError(50013)


@route("PATCH", "/channels/{channel}", "Channel › Modify Channel")
async def change_channel(call: Call) -> Answer:
    channel, guild, held = call.channel()
    if guild is None:
        raise ApiError(50003)
    form = Form()
    if "name" in call.json:
        form.length(("name",), call.json["name"], 1, 100)
    _check(form, call)
    form.choice(("auto_archive_duration",), call.json.get("auto_archive_duration"), ARCHIVE_AFTER)
    form.done()
    if channel.type in THREADS:
        _change_thread(call, guild, channel, held)
    else:
        permissions.need(held, permissions.MANAGE_CHANNELS)
        if call.json.get("permission_overwrites") is not None:
            permissions.need(held, permissions.MANAGE_ROLES)
            _may_overwrite(call, guild)
        guilds.change_channel(call.hub, guild, channel, call.json, call.hub.me, call.reason)
    return shapes.channel(channel)


def _change_thread(call: Call, guild: Guild, thread: Channel, held: int) -> None:
    state = thread.state
    mine = state.owner_id == call.hub.me
    beyond = not mine or state.locked or bool(call.json.keys() & {"locked", "rate_limit_per_user"})
    if beyond and not held & permissions.MANAGE_THREADS:
        raise ApiError(50013)
    unarchiving = call.json.get("archived") is False
    if state.archived and not unarchiving:
        raise ApiError(50083)
    threads.update(call.hub, guild, thread, call.json, call.hub.me, reason=call.reason)


@route("DELETE", "/channels/{channel}", "Channel › Delete/Close Channel")
async def delete_channel(call: Call) -> Answer:
    channel, guild, held = call.channel()
    shown = shapes.channel(channel)
    if channel.type == DM or guild is None:
        return shown
    if channel.type in THREADS:
        permissions.need(held, permissions.MANAGE_THREADS)
        threads.delete(call.hub, guild, channel, call.hub.me, reason=call.reason)
    else:
        permissions.need(held, permissions.MANAGE_CHANNELS)
        guilds.delete_channel(call.hub, guild, channel, call.hub.me, call.reason)
    return shown


@route("PUT", "/channels/{channel}/permissions/{overwrite}", "Channel › Edit Channel Permissions")
async def set_permissions(call: Call) -> Answer:
    channel, guild, held = call.channel(permissions.MANAGE_ROLES)
    if guild is None or channel.thread is not None:
        raise ApiError(50024 if guild else 50003)
    form = Form()
    form.choice(("type",), int(call.json.get("type", -1)), frozenset({0, 1}))
    form.done()
    made = guilds.overwrite({**call.json, "id": call.id("overwrite")})
    if (made.allow | made.deny) & ~held:
        raise ApiError(50013)
    if made.type == 0 and made.id not in guild.roles:
        raise ApiError(10009)
    guilds.set_overwrite(call.hub, guild, channel, made, call.hub.me, call.reason)
    return None


@route("DELETE", "/channels/{channel}/permissions/{overwrite}", "Channel › Delete Channel Permission")
async def delete_permissions(call: Call) -> Answer:
    channel, guild, _ = call.channel(permissions.MANAGE_ROLES)
    if guild is None or channel.thread is not None:
        raise ApiError(50024 if guild else 50003)
    if call.id("overwrite") not in channel.overwrites:
        raise ApiError(10009)
    guilds.drop_overwrite(call.hub, guild, channel, call.id("overwrite"), call.hub.me, call.reason)
    return None


@route("GET", "/channels/{channel}/invites", "Channel › Get Channel Invites")
async def list_invites(call: Call) -> Answer:
    channel, guild, _ = call.channel(permissions.MANAGE_CHANNELS)
    if guild is None:
        raise ApiError(50003)
    return [one for one in guild.invites.values() if one["channel"]["id"] == str(channel.id)]


@route("POST", "/channels/{channel}/invites", "Channel › Create Channel Invite")
async def create_invite(call: Call) -> Answer:
    channel, guild, _ = call.channel(permissions.CREATE_INSTANT_INVITE)
    if guild is None or channel.thread is not None:
        raise ApiError(50024)
    form = Form()
    form.between(("max_age",), call.json.get("max_age"), 0, 604_800)
    form.between(("max_uses",), call.json.get("max_uses"), 0, 100)
    form.done()
    made = guilds.invite(call.hub, guild, channel, call.world.application.user, call.json)
    call.hub.audit(guild, 40, call.hub.me, None, reason=call.reason)
    return made
