"""users.* and usergroups.*: who is there."""

from tests.wire.slack.server import shapes
from tests.wire.slack.server.calls import Call, method
from tests.wire.slack.server.emojis import STANDARD
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.methods.conversations import wanted_types
from tests.wire.slack.server.world import Json, User


def _told(call: Call, user: User) -> Json:
    told = shapes.user(user, email="users:read.email" in call.token.scopes)
    if user.team_id != call.team.id:
        told["is_stranger"] = False
    if call.flag("include_locale"):
        told["locale"] = user.locale
    return told


@method("users.info", "users:read", tier=4)
async def info(call: Call) -> Json:
    return {"user": _told(call, call.person(call.text("user")))}


@method("users.list", "users:read", tier=2)
async def list_users(call: Call) -> Json:
    found, metadata = call.page(list(call.team.users.values()))
    told = [_told(call, one) for one in found]
    return {"members": told, "cache_ts": int(call.world.now()), "response_metadata": metadata}


@method("users.lookupByEmail", "users:read.email")
async def lookup_by_email(call: Call) -> Json:
    wanted = call.text("email").lower()
    for one in call.team.users.values():
        if one.email.lower() == wanted and not one.deleted:
            return {"user": _told(call, one)}
    raise SlackError("users_not_found")


@method("users.conversations", "{}:read")
async def conversations(call: Call) -> Json:
    person = call.person(call.text("user", call.user.id))
    kinds = wanted_types(call)
    listed = [
        one
        for one in call.world.channels.values()
        if one.kind in kinds and person.id in one.members and call.world.sees(call.user, one)
        if not (one.archived and call.flag("exclude_archived"))
    ]
    found, metadata = call.page(listed)
    told = [shapes.conversation(call.world, one, call.user) for one in found]
    return {"channels": told, "response_metadata": metadata}


@method("users.profile.get", "users.profile:read", tier=4)
async def profile(call: Call) -> Json:
    person = call.person(call.text("user", call.user.id))
    return {"profile": shapes.user(person, email="users:read.email" in call.token.scopes)["profile"]}


@method("usergroups.list", "usergroups:read", tier=2)
async def list_groups(call: Call) -> Json:
    users = call.flag("include_users")
    listed = [one for one in call.team.groups.values() if not one.disabled or call.flag("include_disabled")]
    return {"usergroups": [shapes.group(one, users=users) for one in listed]}


@method("usergroups.users.list", "usergroups:read", tier=2)
async def group_users(call: Call) -> Json:
    group = call.team.groups.get(call.text("usergroup"))
    if group is None:
        raise SlackError("no_such_subteam")
    if group.disabled and not call.flag("include_disabled"):
        raise SlackError("subteam_disabled")
    return {"users": list(group.users)}


@method("emoji.list", "emoji:read", tier=2)
async def emoji(call: Call) -> Json:
    own = sorted(call.team.emoji - STANDARD)
    return {"emoji": {one: f"https://emoji.slack-edge.com/{call.team.id}/{one}.png" for one in own}}
