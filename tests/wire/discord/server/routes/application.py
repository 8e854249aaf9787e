"""The gateway's address, the application, accounts and conversations."""

from tests.wire.discord.server import gateway, shapes
from tests.wire.discord.server.errors import ApiError
from tests.wire.discord.server.rest import Answer, Call, route
from tests.wire.discord.server.world import Json


@route("GET", "/gateway", "Gateway › Get Gateway", public=True)
async def get_gateway(call: Call) -> Answer:
    return {"url": call.hub.gateway.url}


@route("GET", "/gateway/bot", "Gateway › Get Gateway Bot")
async def get_gateway_bot(call: Call) -> Answer:
    found = call.hub.gateway
    limit = {
        "total": found.starts,
        "remaining": max(0, found.starts - len(found.identifies)),
        "reset_after": 14_400_000,
        "max_concurrency": found.max_concurrency,
    }
    return {"url": found.url, "shards": found.recommended_shards, "session_start_limit": limit}


@route("GET", "/users/@me", "User › Get Current User")
async def get_me(call: Call) -> Answer:
    return shapes.user(call.world.application.user) | {"verified": True, "mfa_enabled": False, "flags": 0}


@route("GET", "/users/@me/guilds", "User › Get Current User Guilds")
async def get_my_guilds(call: Call) -> Answer:
    inside = [one for one in call.world.guilds.values() if call.hub.me in one.members]
    return [{"id": str(one.id), "name": one.name, "icon": None, "owner": False, "features": []} for one in inside]


def _application(call: Call) -> Json:
    found = call.world.application
    return {
        "id": str(found.id),
        "name": found.user.name,
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": shapes.user(found.owner),
        "team": None,
        "verify_key": found.public_key,
        "flags": gateway.flags(found.privileged),
        "approximate_guild_count": len(call.world.guilds),
        "install_params": None,
        "interactions_endpoint_url": None,
        "redirect_uris": [],
        "summary": "",
    }


@route("GET", "/applications/@me", "Application › Get Current Application")
async def get_application(call: Call) -> Answer:
    return _application(call)


@route("GET", "/oauth2/applications/@me", "OAuth2 › Get Current Bot Application Information")
async def get_bot_application(call: Call) -> Answer:
    return _application(call)


@route("GET", "/users/{user}", "User › Get User")
async def get_user(call: Call) -> Answer:
    found = call.world.users.get(call.id("user"))
    if found is None:
        raise ApiError(10013)
    return shapes.user(found)


@route("POST", "/users/@me/channels", "User › Create DM")
async def create_dm(call: Call) -> Answer:
    recipient = str(call.json.get("recipient_id", ""))
    found = call.world.users.get(int(recipient)) if recipient.isdigit() else None
    if found is None:
        raise ApiError(10013)
    if found.bot:
        raise ApiError(50007)
    return shapes.channel(call.world.dm(found))
