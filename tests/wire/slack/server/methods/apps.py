"""Tokens and installations: auth.*, apps.*, oauth.*, team.info, bots.info, api.test."""

from tests.wire.slack.server import shapes
from tests.wire.slack.server.calls import BOTH, Call, method
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.installing import exchange, revoke, uninstall
from tests.wire.slack.server.world import Json

CODE_SECONDS = 600


@method("api.test", tier=4, tokens=frozenset())
async def api_test(call: Call) -> Json:
    if error := call.text("error", ""):
        raise SlackError(error, args=call.args)
    return {"args": call.args}


@method("auth.test", tier=None)
async def auth_test(call: Call) -> Json:
    team, user = call.team, call.user
    told: Json = {
        "url": f"https://{team.domain}.slack.com/",
        "team": team.name,
        "user": user.name,
        "team_id": team.id,
        "user_id": user.id,
        "is_enterprise_install": False,
    }
    if user.bot_id:
        told["bot_id"] = user.bot_id
    return told | ({"enterprise_id": team.enterprise_id} if team.enterprise_id else {})


@method("auth.revoke")
async def auth_revoke(call: Call) -> Json:
    if not call.flag("test"):
        revoke(call.server, call.token)
    return {"revoked": not call.flag("test")}


@method("apps.uninstall", tier=1)
async def apps_uninstall(call: Call) -> Json:
    app = call.world.app
    if call.text("client_id") != app.client_id:
        raise SlackError("invalid_client_id")
    if call.text("client_secret") != app.client_secret:
        raise SlackError("bad_client_secret")
    uninstall(call.server, call.installation)
    return {}


@method("apps.connections.open", "connections:write", tier=1, tokens=frozenset({"app"}))
async def apps_connections_open(call: Call) -> Json:
    return {"url": call.server.sockets.ticket()}


@method("oauth.v2.access", tier=4, tokens=frozenset())
async def oauth_v2_access(call: Call) -> Json:
    app = call.world.app
    if call.text("client_id", "") != app.client_id:
        raise SlackError("invalid_client_id")
    if call.text("client_secret", "") != app.client_secret:
        raise SlackError("bad_client_secret")
    found = call.server.codes.get(call.text("code"))
    if found is None or call.world.now() - found["at"] > CODE_SECONDS:
        raise SlackError("invalid_code")
    if found["used"]:
        raise SlackError("code_already_used")
    if found["redirect_uri"] and call.text("redirect_uri", found["redirect_uri"]) != found["redirect_uri"]:
        raise SlackError("bad_redirect_uri")
    found["used"] = True
    return exchange(call.server, found)


@method("team.info", "team:read")
async def team_info(call: Call) -> Json:
    if call.text("team", call.team.id) != call.team.id:
        raise SlackError("team_not_found")
    return {"team": shapes.team(call.team)}


@method("bots.info", "users:read", tokens=BOTH)
async def bots_info(call: Call) -> Json:
    wanted = call.text("bot", call.user.bot_id or "")
    for user in call.world.users.values():
        if user.bot_id == wanted and user.team_id == call.team.id:
            told = {"id": wanted, "deleted": user.deleted, "name": user.name, "updated": user.updated}
            return {"bot": told | {"app_id": user.app_id, "user_id": user.id, "icons": {}}}
    raise SlackError("bot_not_found")
