"""conversations.*: who is in a conversation."""

from tests.wire.slack.server import shapes
from tests.wire.slack.server.calls import Call, method
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.methods.conversations import MANAGES
from tests.wire.slack.server.world import Channel, Json

INVITES = ("channels:write.invites", "groups:write.invites")


def _channel(call: Call) -> Channel:
    channel = call.conversation()
    if channel.kind in {"im", "mpim"}:
        raise SlackError("method_not_supported_for_channel_type")
    return channel


@method("conversations.join", "channels:join", "channels:write")
async def join(call: Call) -> Json:
    channel = _channel(call)
    if channel.kind != "public":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.archived:
        raise SlackError("is_archived")
    told = shapes.conversation(call.world, channel, call.user)
    if call.user.id in channel.members:
        already = {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
        return {"channel": told} | already
    call.changes.join(channel, call.user)
    return {"channel": shapes.conversation(call.world, channel, call.user)}


@method("conversations.invite", *MANAGES, *INVITES)
async def invite(call: Call) -> Json:
    channel = _channel(call)
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel")
    if channel.archived:
        raise SlackError("is_archived")
    call.permitted()
    people = call.ids("users")
    if not people:
        raise SlackError("no_user")
    if call.user.id in people:
        raise SlackError("cant_invite_self")
    found = [call.person(one) for one in people]
    for one in found:
        if one.id in channel.members:
            raise SlackError("already_in_channel")
        if one.deleted or one.team_id not in channel.teams:
            raise SlackError("cant_invite")
        if one.role == "single" and any(one.id in each.members for each in call.world.channels.values()):
            raise SlackError("ura_max_channels")
    for one in found:
        call.changes.join(channel, one, call.user)
    return {"channel": shapes.conversation(call.world, channel, call.user)}


@method("conversations.kick", *MANAGES)
async def kick(call: Call) -> Json:
    channel = _channel(call)
    wanted = call.text("user")
    if wanted == call.user.id:
        raise SlackError("cant_kick_self")
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel")
    if channel.general:
        raise SlackError("cant_kick_from_general")
    person = call.person(wanted)
    call.permitted()
    # Remove someone from a channel: from public ones only owners and admins may, unless a workspace allows it to all.
    if channel.kind == "public" and call.team.public_removal == "admins" and not call.user.manages:
        raise SlackError("restricted_action")
    if person.id not in channel.members:
        raise SlackError("not_in_channel")
    call.changes.leave(channel, person)
    return {}


@method("conversations.leave", *MANAGES)
async def leave(call: Call) -> Json:
    channel = _channel(call)
    if channel.general:
        raise SlackError("cant_leave_general")
    if channel.archived:
        raise SlackError("is_archived")
    if call.user.id not in channel.members:
        return {"not_in_channel": True}
    if channel.kind == "private" and len(channel.members) == 1:
        raise SlackError("last_member")
    call.changes.leave(channel, call.user)
    return {}
