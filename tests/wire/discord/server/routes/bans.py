"""Bans, one by one and many at once."""

from tests.wire.discord.server import permissions, shapes
from tests.wire.discord.server.changes import members
from tests.wire.discord.server.errors import ApiError, Form
from tests.wire.discord.server.rest import Answer, Call, route
from tests.wire.discord.server.world import Guild, Member, User

WEEK = 604_800


def _seconds(call: Call) -> int:
    """How much of what a banned account wrote goes with it; told in the body, or in the query as discord.py does."""
    asked = {**call.query, **call.json}
    seconds = asked.get("delete_message_seconds", 0)
    if "delete_message_days" in asked:
        seconds = int(asked["delete_message_days"]) * 86400
    form = Form()
    if isinstance(seconds, str):
        seconds = int(seconds) if seconds.isdigit() else seconds
    form.between(("delete_message_seconds",), seconds, 0, WEEK)
    form.done()
    return int(seconds)


def _may_ban(guild: Guild, me: Member, user: User) -> bool:
    target = guild.members.get(user.id)
    return target is None or permissions.outranks(guild, me, target)


@route("GET", "/guilds/{guild}/bans", "Guild › Get Guild Bans")
async def list_bans(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.BAN_MEMBERS)
    most, after = call.number("limit", 1, 1000, 1000), int(call.query.get("after", "0"))
    found = sorted(one for one in guild.bans if one > after)
    if "before" in call.query:
        found = [one for one in sorted(guild.bans) if one < int(call.query["before"])][-most:]
    bans = [guild.bans[one] for one in found[:most]]
    return [{"user": shapes.user(user), "reason": reason} for user, reason in bans]


@route("GET", "/guilds/{guild}/bans/{user}", "Guild › Get Guild Ban")
async def get_ban(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.BAN_MEMBERS)
    if call.id("user") not in guild.bans:
        raise ApiError(10026)
    user, reason = guild.bans[call.id("user")]
    return {"user": shapes.user(user), "reason": reason}


@route("PUT", "/guilds/{guild}/bans/{user}", "Guild › Create Guild Ban")
async def ban(call: Call) -> Answer:
    guild = call.guild()
    me, seconds = call.needs(guild, permissions.BAN_MEMBERS), _seconds(call)
    user = call.world.users.get(call.id("user"))
    if user is None:
        raise ApiError(10013)
    if not _may_ban(guild, me, user):
        raise ApiError(50013)
    if user.id not in guild.bans:
        members.ban(call.hub, guild, user, me.id, reason=call.reason, seconds=seconds)
    return None


@route("DELETE", "/guilds/{guild}/bans/{user}", "Guild › Remove Guild Ban")
async def unban(call: Call) -> Answer:
    guild = call.guild()
    me = call.needs(guild, permissions.BAN_MEMBERS)
    if call.id("user") not in guild.bans:
        raise ApiError(10026)
    user, _ = guild.bans[call.id("user")]
    members.unban(call.hub, guild, user, me.id, call.reason)
    return None


@route("POST", "/guilds/{guild}/bulk-ban", "Guild › Bulk Guild Ban")
async def bulk_ban(call: Call) -> Answer:
    guild = call.guild()
    me = call.needs(guild, permissions.BAN_MEMBERS | permissions.MANAGE_GUILD)
    form = Form()
    form.count(("user_ids",), call.json.get("user_ids"), 1, 200)
    form.done()
    seconds, done, failed = _seconds(call), [], []
    for one in (int(each) for each in call.json["user_ids"]):
        user = call.world.users.get(one)
        if user is None or user.id in guild.bans or not _may_ban(guild, me, user):
            failed.append(str(one))
            continue
        members.ban(call.hub, guild, user, me.id, reason=call.reason, seconds=seconds)
        done.append(str(one))
    if not done:
        raise ApiError(500000, 400, "Failed to ban users")
    return {"banned_users": done, "failed_users": failed}
