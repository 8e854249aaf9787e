"""Reactions and polls."""

from tests.wire.discord.server import emojis, permissions, shapes
from tests.wire.discord.server.changes import messages
from tests.wire.discord.server.errors import ApiError
from tests.wire.discord.server.rest import Answer, Call, route

REACTION = "/channels/{channel}/messages/{message}/reactions/{emoji}"


@route("PUT", f"{REACTION}/@me", "Message › Create Reaction")
async def create_reaction(call: Call) -> Answer:
    channel, _, _ = call.channel(permissions.READ_MESSAGE_HISTORY)
    message = call.message(channel)
    messages.react(call.hub, channel, message, call.world.application.user, call.path["emoji"])
    return None


@route("DELETE", f"{REACTION}/@me", "Message › Delete Own Reaction")
async def delete_own_reaction(call: Call) -> Answer:
    channel, _, _ = call.channel()
    message = call.message(channel)
    messages.unreact(call.hub, channel, message, call.world.application.user, call.path["emoji"])
    return None


@route("DELETE", f"{REACTION}/{{user}}", "Message › Delete User Reaction")
async def delete_user_reaction(call: Call) -> Answer:
    channel, _, _ = call.channel(permissions.MANAGE_MESSAGES)
    user = call.world.users.get(call.id("user"))
    if user is None:
        raise ApiError(10013)
    messages.unreact(call.hub, channel, call.message(channel), user, call.path["emoji"])
    return None


@route("GET", REACTION, "Message › Get Reactions")
async def list_reactions(call: Call) -> Answer:
    channel, _, _ = call.channel(permissions.READ_MESSAGE_HISTORY)
    key, _ = emojis.parse(call.world, call.path["emoji"])
    reaction = call.message(channel).reactions.get(key)
    most, after = call.number("limit", 1, 100, 25), int(call.query.get("after", "0"))
    burst = call.query.get("type") == "1"
    found = [] if reaction is None else [one for one, kind in reaction.users.items() if kind == burst and one > after]
    return [shapes.user(call.world.users[one]) for one in sorted(found)[:most]]


@route("DELETE", "/channels/{channel}/messages/{message}/reactions", "Message › Delete All Reactions")
async def delete_all_reactions(call: Call) -> Answer:
    channel, _, _ = call.channel(permissions.MANAGE_MESSAGES)
    messages.clear_reactions(call.hub, channel, call.message(channel))
    return None


@route("DELETE", REACTION, "Message › Delete All Reactions for Emoji")
async def delete_emoji_reactions(call: Call) -> Answer:
    channel, _, _ = call.channel(permissions.MANAGE_MESSAGES)
    messages.clear_reactions(call.hub, channel, call.message(channel), call.path["emoji"])
    return None


@route("GET", "/channels/{channel}/polls/{message}/answers/{answer}", "Poll › Get Answer Voters")
async def list_voters(call: Call) -> Answer:
    channel, _, _ = call.channel()
    voters = call.message(channel).votes.get(call.id("answer"), set())
    return {"users": [shapes.user(call.world.users[one]) for one in sorted(voters)]}


@route("POST", "/channels/{channel}/polls/{message}/expire", "Poll › End Poll")
async def end_poll(call: Call) -> Answer:
    channel, guild, _ = call.channel()
    message = call.message(channel)
    if message.author.id != call.hub.me:
        raise ApiError(50005)
    if message.poll is None:
        raise ApiError(520000, 400, "Poll expired")
    message.poll["results"]["is_finalized"] = True
    call.hub.gateway.emit_message("MESSAGE_UPDATE", message, guild, channel)
    return shapes.message(call.world, message)
