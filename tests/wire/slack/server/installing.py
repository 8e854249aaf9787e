"""The app comes into a workspace and goes: consent, codes, tokens, revocation, uninstalling."""

import secrets

from tests.wire.slack.server.calls import Server
from tests.wire.slack.server.world import Installation, Json, Team, Token, User, World


def install(world: World, team: Team, scopes: set[str], installer: User) -> Installation:
    """The app gets a bot user and a bot token; installing again keeps the user and adds scopes."""
    before = world.installations.get(team.id)
    if before is not None and before.active:
        before.token.scopes |= scopes
        return before
    app = world.app
    bot = User(world.id("U"), team.id, app.name.lower(), app.name, "bot", tz="America/Los_Angeles", tz_offset=-28800)
    bot.bot_id, bot.app_id = world.id("B"), app.id
    if before is not None:
        bot = world.users[before.user_id]
        bot.deleted = False
    world.users[bot.id] = team.users[bot.id] = bot
    token = world.token("bot", team.id, bot.id, set(scopes))
    found = Installation(team.id, bot.id, str(bot.bot_id), token, installer.id)
    world.installations[team.id] = found
    return found


def consent(server: Server, team: Team, user: User, redirect_uri: str, scopes: set[str], user_scopes: set[str]) -> str:
    """Somebody presses Allow: a code that can be exchanged once, within ten minutes."""
    code = f"{secrets.randbelow(10**10)}.{secrets.token_hex(16)}"
    server.codes[code] = {
        "team": team.id,
        "user": user.id,
        "scopes": scopes,
        "user_scopes": user_scopes,
        "redirect_uri": redirect_uri,
        "at": server.world.now(),
        "used": False,
    }
    return code


def exchange(server: Server, code: Json) -> Json:
    """oauth.v2.access: the tokens for a code."""
    world = server.world
    team, user = world.teams[code["team"]], world.users[code["user"]]
    found = install(world, team, code["scopes"], user)
    authed: Json = {"id": user.id}
    if code["user_scopes"]:
        token = world.token("user", team.id, user.id, set(code["user_scopes"]))
        authed |= {"scope": ",".join(sorted(token.scopes)), "access_token": token.value, "token_type": "user"}
    enterprise = {"id": team.enterprise_id, "name": team.name} if team.enterprise_id else None
    return {
        "access_token": found.token.value,
        "token_type": "bot",
        "scope": ",".join(sorted(found.scopes)),
        "bot_user_id": found.user_id,
        "app_id": world.app.id,
        "team": {"id": team.id, "name": team.name},
        "enterprise": enterprise,
        "authed_user": authed,
        "is_enterprise_install": False,
    }


def uninstall(server: Server, found: Installation) -> None:
    """The app is removed: its tokens end, it leaves every conversation, and it is told so."""
    world = server.world
    for token in world.tokens.values():
        if token.team_id == found.team_id and token.kind != "app" and token.state is None:
            token.state = "account_inactive" if token.kind == "bot" else "token_revoked"
    found.active = False
    world.users[found.user_id].deleted = True
    for channel in world.channels.values():
        channel.members.pop(found.user_id, None)
    told = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [found.user_id]}}
    server.changes.events.emit(told, team_id=found.team_id)
    server.changes.events.emit({"type": "app_uninstalled"}, team_id=found.team_id)


def revoke(server: Server, token: Token) -> None:
    """One token ends."""
    token.state = "token_revoked"
    told: Json = {"oauth": [token.user_id] if token.kind == "user" else []}
    told["bot"] = [token.user_id] if token.kind == "bot" else []
    server.changes.events.emit({"type": "tokens_revoked", "tokens": told}, team_id=token.team_id)
