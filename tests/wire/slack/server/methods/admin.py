"""admin.*: what only an owner's or admin's user token of an Enterprise organization may do."""

from tests.wire.slack.server.calls import Call, method
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.world import Channel, Json, User

USER = frozenset({"user"})
CONVERSATIONS = "admin.conversations:write"
USERS = "admin.users:write"


def _enterprise(call: Call) -> None:
    if call.team.enterprise_id is None:
        raise SlackError("feature_not_enabled")
    if not call.user.manages:
        raise SlackError("not_an_admin")


def _channel(call: Call) -> Channel:
    _enterprise(call)
    channel = call.world.channels.get(call.text("channel_id"))
    if channel is None or call.team.id not in channel.teams:
        raise SlackError("channel_not_found")
    return channel


def _person(call: Call) -> User:
    _enterprise(call)
    return call.person(call.text("user_id"))


@method("admin.conversations.archive", CONVERSATIONS, tier=2, tokens=USER)
async def archive(call: Call) -> Json:
    channel = _channel(call)
    if channel.archived:
        raise SlackError("already_archived")
    if channel.general:
        raise SlackError("cant_archive_general")
    call.changes.archive(channel, call.user)
    return {}


@method("admin.conversations.unarchive", CONVERSATIONS, tier=2, tokens=USER)
async def unarchive(call: Call) -> Json:
    channel = _channel(call)
    if not channel.archived:
        raise SlackError("channel_not_archived")
    call.changes.archive(channel, call.user, archived=False)
    return {}


@method("admin.conversations.delete", CONVERSATIONS, tier=2, tokens=USER)
async def delete(call: Call) -> Json:
    channel = _channel(call)
    if channel.general:
        raise SlackError("cant_delete_general")
    call.changes.remove(channel, call.user)
    return {}


@method("admin.conversations.rename", CONVERSATIONS, tier=2, tokens=USER)
async def rename(call: Call) -> Json:
    call.changes.rename(_channel(call), call.user, call.text("name"))
    return {}


@method("admin.conversations.setConversationPrefs", CONVERSATIONS, tier=2, tokens=USER)
async def set_prefs(call: Call) -> Json:
    prefs = call.structure("prefs", "could_not_parse_prefs")
    if not isinstance(prefs, dict):
        raise SlackError("could_not_parse_prefs")
    who = prefs.get("who_can_post")
    _channel(call).read_only = bool(who) and "type:admin" in str(who)
    return {}


@method("admin.users.session.reset", USERS, tier=2, tokens=USER)
async def session_reset(call: Call) -> Json:
    _person(call)
    return {}


@method("admin.users.remove", USERS, tier=2, tokens=USER)
async def remove(call: Call) -> Json:
    person = _person(call)
    if person.role == "owner":
        raise SlackError("cannot_remove_owner")
    person.deleted = True
    for token in call.world.tokens.values():
        if token.user_id == person.id:
            token.state = "account_inactive"
    call.changes.user_changed(person)
    return {}
