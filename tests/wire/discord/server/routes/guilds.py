"""Guilds: settings, roles, incident actions, audit log, invites, AutoMod."""

from tests.wire.discord.server import permissions, shapes
from tests.wire.discord.server.changes import guilds, members
from tests.wire.discord.server.errors import ApiError, Form
from tests.wire.discord.server.rest import Answer, Call, route
from tests.wire.discord.server.world import Guild, Json, Role, parsed


@route("GET", "/guilds/{guild}", "Guild › Get Guild")
async def get_guild(call: Call) -> Answer:
    guild = call.guild()
    found = shapes.guild(call.world, guild)
    if call.query.get("with_counts", "").lower() in {"true", "1"}:
        found |= {"approximate_member_count": len(guild.members), "approximate_presence_count": 0}
    return found


@route("PATCH", "/guilds/{guild}", "Guild › Modify Guild")
async def change_guild(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.MANAGE_GUILD)
    form = Form()
    form.length(("name",), call.json.get("name"), 2, 100)
    form.choice(("verification_level",), call.json.get("verification_level"), frozenset(range(5)))
    form.done()
    guilds.change_guild(call.hub, guild, call.json, call.hub.me, call.reason)
    return shapes.guild(call.world, guild)


@route("DELETE", "/users/@me/guilds/{guild}", "User › Leave Guild")
async def leave_guild(call: Call) -> Answer:
    members.leave(call.hub, call.guild(), call.world.application.user)
    return None


@route("PUT", "/guilds/{guild}/incident-actions", "Guild › Modify Guild Incident Actions")
async def incident_actions(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.MANAGE_GUILD)
    form, found = Form(), dict(guild.incidents or {"invites_disabled_until": None, "dms_disabled_until": None})
    for name in ("invites_disabled_until", "dms_disabled_until"):
        if name not in call.json:
            continue
        found[name] = call.json[name]
        if call.json[name] is not None and parsed(call.json[name]) - call.world.now() > 86400 + 60:
            form.refuse((name,), "INCIDENT_ACTION_TOO_LONG", "Must be at most 24 hours in the future")
    form.done()
    found |= {"dm_spam_detected_at": None, "raid_detected_at": None}
    guild.incidents = found
    guilds.tell_guild(call.hub, guild)
    return found


@route("GET", "/guilds/{guild}/audit-logs", "Audit Log › Get Guild Audit Log")
async def audit_log(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.VIEW_AUDIT_LOG)
    most, found = call.number("limit", 1, 100, 50), list(guild.audit)
    for name, key in (("user_id", "user_id"), ("target_id", "target_id"), ("action_type", "action_type")):
        if name in call.query:
            found = [one for one in found if str(one[key]) == call.query[name]]
    if "before" in call.query:
        found = [one for one in found if int(one["id"]) < int(call.query["before"])]
    if "after" in call.query:
        found = [one for one in found if int(one["id"]) > int(call.query["after"])][:most]
    else:
        found = found[::-1][:most]
    named = {one[key] for one in found for key in ("user_id", "target_id") if one[key] is not None}
    users = [call.world.users[int(one)] for one in named if int(one) in call.world.users]
    return {
        "audit_log_entries": found,
        "users": [shapes.user(one) for one in users],
        "application_commands": [],
        "auto_moderation_rules": list(guild.rules.values()),
        "guild_scheduled_events": [],
        "integrations": [],
        "threads": [],
        "webhooks": [],
    }


@route("GET", "/guilds/{guild}/roles", "Guild › Get Guild Roles")
async def list_roles(call: Call) -> Answer:
    return [shapes.role(one) for one in call.guild().roles.values()]


@route("GET", "/guilds/{guild}/roles/{role}", "Guild › Get Guild Role")
async def get_role(call: Call) -> Answer:
    return shapes.role(_role(call, call.guild()))


def _role(call: Call, guild: Guild) -> Role:
    role = guild.roles.get(call.id("role"))
    if role is None:
        raise ApiError(10011)
    return role


def _check_role(call: Call, guild: Guild) -> None:
    me = call.needs(guild, permissions.MANAGE_ROLES)
    form = Form()
    form.length(("name",), call.json.get("name"), 0, 100)
    form.done()
    wanted = int(call.json.get("permissions") or 0)
    if wanted & ~permissions.in_guild(call.world, guild, me):
        raise ApiError(50013)


@route("POST", "/guilds/{guild}/roles", "Guild › Create Guild Role")
async def create_role(call: Call) -> Answer:
    guild = call.guild()
    _check_role(call, guild)
    return shapes.role(guilds.make_role(call.hub, guild, call.json, call.hub.me, call.reason))


@route("PATCH", "/guilds/{guild}/roles/{role}", "Guild › Modify Guild Role")
async def change_role(call: Call) -> Answer:
    guild = call.guild()
    role = _role(call, guild)
    _check_role(call, guild)
    if role.id != guild.id and not permissions.manages_role(guild, call.me(guild), role.id):
        raise ApiError(50013)
    guilds.change_role(call.hub, guild, role, call.json, call.hub.me, call.reason)
    return shapes.role(role)


@route("DELETE", "/guilds/{guild}/roles/{role}", "Guild › Delete Guild Role")
async def delete_role(call: Call) -> Answer:
    guild = call.guild()
    role, me = _role(call, guild), call.needs(guild, permissions.MANAGE_ROLES)
    if role.id == guild.id:
        raise ApiError(50028)
    if not permissions.manages_role(guild, me, role.id):
        raise ApiError(50013)
    guilds.delete_role(call.hub, guild, role, me.id, call.reason)
    return None


@route("GET", "/guilds/{guild}/invites", "Guild › Get Guild Invites")
async def list_invites(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.MANAGE_GUILD)
    return list(guild.invites.values())


@route("GET", "/invites/{code}", "Invite › Get Invite")
async def get_invite(call: Call) -> Answer:
    return _invite(call)[1]


def _invite(call: Call) -> tuple[Guild, Json]:
    for guild in call.world.guilds.values():
        if found := guild.invites.get(call.path["code"]):
            return guild, found
    raise ApiError(10006)


@route("DELETE", "/invites/{code}", "Invite › Delete Invite")
async def delete_invite(call: Call) -> Answer:
    guild, found = _invite(call)
    call.needs(guild, permissions.MANAGE_GUILD)
    del guild.invites[found["code"]]
    data = {"channel_id": found["channel"]["id"], "guild_id": str(guild.id), "code": found["code"]}
    call.hub.gateway.emit("INVITE_DELETE", data, guild)
    call.hub.audit(guild, 42, call.hub.me, None, reason=call.reason)
    return found


@route("GET", "/guilds/{guild}/auto-moderation/rules", "Auto Moderation › List Auto Moderation Rules for Guild")
async def list_rules(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.MANAGE_GUILD)
    return list(guild.rules.values())


@route("GET", "/guilds/{guild}/auto-moderation/rules/{rule}", "Auto Moderation › Get Auto Moderation Rule")
async def get_rule(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.MANAGE_GUILD)
    found = guild.rules.get(call.id("rule"))
    if found is None:
        raise ApiError(10066, 404, "Unknown auto moderation rule")
    return found
