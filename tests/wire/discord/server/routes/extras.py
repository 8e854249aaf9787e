"""What is read now and then: emoji, scheduled events; and AutoMod rules that are written."""

from tests.wire.discord.server import permissions, shapes
from tests.wire.discord.server.errors import ApiError, Form, misfit
from tests.wire.discord.server.rest import Answer, Call, route
from tests.wire.discord.server.world import Json

RULES = "/guilds/{guild}/auto-moderation/rules"


@route("GET", "/guilds/{guild}/emojis", "Emoji › List Guild Emojis")
async def list_emojis(call: Call) -> Answer:
    return list(call.guild().emojis.values())


@route("GET", "/guilds/{guild}/emojis/{emoji}", "Emoji › Get Guild Emoji")
async def get_emoji(call: Call) -> Answer:
    found = call.guild().emojis.get(call.id("emoji"))
    if found is None:
        raise ApiError(10014, 404)
    return found


@route("GET", "/guilds/{guild}/scheduled-events", "Guild Scheduled Event › List Scheduled Events for Guild")
async def list_events(call: Call) -> Answer:
    return list(call.guild().events.values())


@route("GET", "/guilds/{guild}/scheduled-events/{event}", "Guild Scheduled Event › Get Guild Scheduled Event")
async def get_event(call: Call) -> Answer:
    found = call.guild().events.get(call.id("event"))
    if found is None:
        raise ApiError(10070, 404, "Unknown Guild Scheduled Event")
    return found


@route("GET", "/guilds/{guild}/roles/member-counts", "Guild › Get Guild Role Member Counts")
async def count_roles(call: Call) -> Answer:
    guild = call.guild()
    counts = dict.fromkeys((str(one) for one in guild.roles if one != guild.id), 0)
    for member in guild.members.values():
        for role in member.roles:
            counts[str(role)] += 1
    return counts


@route("PATCH", "/guilds/{guild}/roles", "Guild › Modify Guild Role Positions")
async def move_roles(call: Call) -> Answer:
    guild = call.guild()
    me = call.needs(guild, permissions.MANAGE_ROLES)
    wanted: list[Json] = call.request.json if isinstance(call.request.json, list) else []
    for one in wanted:
        if int(one["id"]) not in guild.roles:
            raise ApiError(10011)
        if not permissions.manages_role(guild, me, int(one["id"])):
            raise ApiError(50013)
    for one in wanted:
        role = guild.roles[int(one["id"])]
        role.position = int(one["position"])
        call.hub.gateway.emit("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": shapes.role(role)}, guild)
    return [shapes.role(one) for one in guild.roles.values()]


def _check_rule(call: Call, *, whole: bool) -> None:
    form = Form()
    for name in ("name", "event_type", "trigger_type", "actions"):
        if whole:
            form.required((name,), call.json.get(name))
    form.length(("name",), call.json.get("name"), 1, 100)
    form.choice(("trigger_type",), call.json.get("trigger_type"), frozenset({1, 3, 4, 5, 6}))
    found = call.json.get("trigger_metadata") or {}
    form.count(("trigger_metadata", "keyword_filter"), found.get("keyword_filter") or [], 0, 1000)
    form.count(("trigger_metadata", "regex_patterns"), found.get("regex_patterns") or [], 0, 10)
    for index, one in enumerate(call.json.get("actions") or []):
        seconds = (one.get("metadata") or {}).get("duration_seconds")
        form.between(("actions", index, "metadata", "duration_seconds"), seconds, 0, 2_419_200)
    form.done()


@route("POST", RULES, "Auto Moderation › Create Auto Moderation Rule")
async def create_rule(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.MANAGE_GUILD)
    _check_rule(call, whole=True)
    if sum(1 for one in guild.rules.values() if one["trigger_type"] == call.json["trigger_type"]) >= 6:
        raise misfit("trigger_type", "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED", "Max rules of type exceeded")
    made: Json = {"enabled": False, "exempt_roles": [], "exempt_channels": [], "trigger_metadata": {}, **call.json}
    made |= {"id": str(call.world.snowflake()), "guild_id": str(guild.id), "creator_id": str(call.hub.me)}
    guild.rules[int(made["id"])] = made
    call.hub.audit(guild, 140, call.hub.me, int(made["id"]), reason=call.reason)
    return made


@route("PATCH", f"{RULES}/{{rule}}", "Auto Moderation › Modify Auto Moderation Rule")
async def change_rule(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.MANAGE_GUILD)
    _check_rule(call, whole=False)
    if call.id("rule") not in guild.rules:
        raise ApiError(10066, 404, "Unknown auto moderation rule")
    guild.rules[call.id("rule")] |= call.json
    call.hub.audit(guild, 141, call.hub.me, call.id("rule"), reason=call.reason)
    return guild.rules[call.id("rule")]


@route("DELETE", f"{RULES}/{{rule}}", "Auto Moderation › Delete Auto Moderation Rule")
async def delete_rule(call: Call) -> Answer:
    guild = call.guild()
    call.needs(guild, permissions.MANAGE_GUILD)
    if guild.rules.pop(call.id("rule"), None) is None:
        raise ApiError(10066, 404, "Unknown auto moderation rule")
    call.hub.audit(guild, 142, call.hub.me, call.id("rule"), reason=call.reason)
    return None
