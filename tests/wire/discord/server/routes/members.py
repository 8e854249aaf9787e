"""Members: looked up, changed, timed out, given roles, kicked."""

from tests.wire.discord.server import permissions, shapes
from tests.wire.discord.server.changes import members
from tests.wire.discord.server.errors import ApiError, Form
from tests.wire.discord.server.rest import Answer, Call, route
from tests.wire.discord.server.world import Guild, Member, parsed

MONTH = 28 * 86400
GRACE = 60


@route("GET", "/guilds/{guild}/members/{user}", "Guild › Get Guild Member")
async def get_member(call: Call) -> Answer:
    return shapes.member(call.member(call.guild()))


@route("GET", "/guilds/{guild}/members", "Guild › List Guild Members")
async def list_members(call: Call) -> Answer:
    guild = call.guild()
    if not call.world.application.privileged & (1 << 1):
        raise ApiError(50001)
    most, after = call.number("limit", 1, 1000, 1), int(call.query.get("after", "0"))
    found = sorted(one for one in guild.members if one > after)[:most]
    return [shapes.member(guild.members[one]) for one in found]


@route("GET", "/guilds/{guild}/members/search", "Guild › Search Guild Members")
async def search_members(call: Call) -> Answer:
    guild = call.guild()
    most, query = call.number("limit", 1, 1000, 1), call.query.get("query", "").lower()
    found: list[Member] = []
    for one in guild.members.values():
        if one.user.name.lower().startswith(query) or (one.nick or "").lower().startswith(query):
            found.append(one)
        if len(found) >= most:
            break
    return [shapes.member(one) for one in found]


@route("PATCH", "/guilds/{guild}/members/@me", "Guild › Modify Current Member")
async def change_me(call: Call) -> Answer:
    guild = call.guild()
    me = call.needs(guild, permissions.CHANGE_NICKNAME)
    form = Form()
    form.length(("nick",), call.json.get("nick"), 0, 32)
    form.done()
    if "nick" in call.json:
        members.rename(call.hub, me, call.json["nick"], me.id, call.reason)
    return shapes.member(me)


@route("PATCH", "/guilds/{guild}/members/{user}", "Guild › Modify Guild Member")
async def change_member(call: Call) -> Answer:
    guild = call.guild()
    target, me = call.member(guild), call.me(guild)
    form = Form()
    form.length(("nick",), call.json.get("nick"), 0, 32)
    until = _until(call, form)
    form.done()
    if "communication_disabled_until" in call.json:
        call.needs(guild, permissions.MODERATE_MEMBERS)
        may_silence(guild, me, target)
    if "nick" in call.json:
        call.needs(guild, permissions.MANAGE_NICKNAMES)
        _may_touch(guild, me, target)
    if call.json.get("roles") is not None:
        wanted = _roles(call, guild, target)
        members.give_roles(call.hub, target, wanted, me.id, call.reason)
    if "communication_disabled_until" in call.json:
        members.time_out(call.hub, target, until, me.id, call.reason)
    if "nick" in call.json:
        members.rename(call.hub, target, call.json["nick"], me.id, call.reason)
    return shapes.member(target)


def _until(call: Call, form: Form) -> float | None:
    asked = call.json.get("communication_disabled_until")
    if asked is None:
        return None
    at = ("communication_disabled_until",)
    try:
        until = parsed(str(asked))
    except ValueError:
        form.refuse(at, "DATE_TIME_TYPE_PARSE", "Could not parse. Should be ISO8601.")
        return None
    if until - call.world.now() > MONTH + GRACE:
        form.refuse(at, "USER_COMMUNICATION_DISABLED_TIMESTAMP_INVALID", "Must be at most 28 days in the future")
    return until


def _may_touch(guild: Guild, me: Member, target: Member) -> None:
    if target is not me and not permissions.outranks(guild, me, target):
        raise ApiError(50013)


def may_silence(guild: Guild, actor: Member, target: Member) -> None:
    """Nobody times out an administrator, an owner, or who stands as high."""
    if not permissions.outranks(guild, actor, target):
        raise ApiError(50013)
    if permissions.base(guild, target) & permissions.ADMINISTRATOR:
        raise ApiError(50013)


def _roles(call: Call, guild: Guild, target: Member) -> tuple[int, ...]:
    me = call.needs(guild, permissions.MANAGE_ROLES)
    wanted = tuple(dict.fromkeys(int(one) for one in call.json["roles"]))
    for one in set(wanted) ^ set(target.roles):
        if one not in guild.roles:
            raise ApiError(10011)
        if not permissions.manages_role(guild, me, one):
            raise ApiError(50013)
    return wanted


def _role(call: Call, guild: Guild) -> int:
    role, me = call.id("role"), call.needs(guild, permissions.MANAGE_ROLES)
    if role not in guild.roles:
        raise ApiError(10011)
    if role == guild.id:
        raise ApiError(50028)
    if not permissions.manages_role(guild, me, role):
        raise ApiError(50013)
    return role


@route("PUT", "/guilds/{guild}/members/{user}/roles/{role}", "Guild › Add Guild Member Role")
async def add_role(call: Call) -> Answer:
    guild = call.guild()
    target, role = call.member(guild), _role(call, guild)
    if role not in target.roles:
        members.give_roles(call.hub, target, (*target.roles, role), call.hub.me, call.reason)
    return None


@route("DELETE", "/guilds/{guild}/members/{user}/roles/{role}", "Guild › Remove Guild Member Role")
async def remove_role(call: Call) -> Answer:
    guild = call.guild()
    target, role = call.member(guild), _role(call, guild)
    left = tuple(one for one in target.roles if one != role)
    members.give_roles(call.hub, target, left, call.hub.me, call.reason)
    return None


@route("DELETE", "/guilds/{guild}/members/{user}", "Guild › Remove Guild Member")
async def kick(call: Call) -> Answer:
    guild = call.guild()
    target = call.member(guild)
    me = call.needs(guild, permissions.KICK_MEMBERS)
    if not permissions.outranks(guild, me, target):
        raise ApiError(50013)
    members.kick(call.hub, guild, target.user, me.id, call.reason)
    return None
