"""Messages: written, edited, deleted, pinned, reacted to, voted on."""

from typing import Any

from tests.wire.discord.server import components, emojis, mentions, permissions, shapes
from tests.wire.discord.server.changes import system, threads
from tests.wire.discord.server.errors import ApiError
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.world import THREADS, Channel, Guild, Json, Message, Reaction, User, moment


def guild_of(hub: Hub, channel: Channel) -> Guild | None:
    """The guild of a channel; None for a conversation."""
    return None if channel.guild_id is None else hub.world.guilds[channel.guild_id]


def held_by(hub: Hub, channel: Channel, user: User) -> int:
    """What an account may do in a channel; in a conversation there is nothing to be forbidden."""
    guild = guild_of(hub, channel)
    if guild is None:
        return permissions.EVERYBODY
    member = guild.members.get(user.id)
    return 0 if member is None else permissions.in_channel(hub.world, guild, channel, member)


def draft(hub: Hub, channel: Channel, author: User, payload: Json, attachments: list[Json]) -> Message:
    """A message that is not yet anywhere, from a checked form."""
    message = Message(hub.world.snowflake(), channel.id, channel.guild_id, author)
    message.tts = bool(payload.get("tts"))
    message.nonce = payload.get("nonce")
    fill(message, payload, attachments)
    if payload.get("poll"):
        message.poll = poll(hub, payload["poll"])
    return message


def fill(message: Message, payload: Json, attachments: list[Json] | None) -> None:
    """Puts what a form brings into a message and leaves alone what it does not name."""
    if "content" in payload:
        message.content = str(payload["content"] or "").strip()
    if "embeds" in payload:
        message.embeds = [{"type": "rich", **one} for one in payload["embeds"] or []]
    if "components" in payload:
        message.components = components.numbered(payload["components"] or [])
    if attachments is not None:
        message.attachments = attachments


def poll(hub: Hub, asked: Json) -> Json:
    """Resources › Poll › Poll Object, from a request for one."""
    answers = [
        {"answer_id": number, "poll_media": one["poll_media"]} for number, one in enumerate(asked["answers"], start=1)
    ]
    return {
        "question": asked["question"],
        "answers": answers,
        "expiry": moment(hub.world.now() + 3600 * int(asked.get("duration", 24))),
        "allow_multiselect": bool(asked.get("allow_multiselect")),
        "layout_type": asked.get("layout_type", 1),
        "results": {"is_finalized": False, "answer_counts": []},
    }


def publish(hub: Hub, channel: Channel, message: Message, allowed: Json | None = None) -> Message:
    """Puts a message into its channel and tells of it; one that a single person sees is told to nobody else."""
    held = held_by(hub, channel, message.author)
    mentions.apply(hub, channel, message, allowed, held, pinging=True)
    channel.messages[message.id] = message
    if message.ephemeral:
        return message
    channel.last_message_id = message.id
    channel.spoke[message.author.id] = hub.world.now()
    guild = guild_of(hub, channel)
    if channel.thread is not None and guild is not None:
        threads.spoken_in(hub, guild, channel, message.author)
    hub.gateway.emit_message("MESSAGE_CREATE", message, guild, channel)
    return message


def edit(hub: Hub, channel: Channel, message: Message, payload: Json, attachments: list[Json] | None) -> Message:
    """Changes a message that is there; nobody is pinged by an edit."""
    fill(message, payload, attachments)
    if "flags" in payload:
        message.flags = message.flags & ~(1 << 2) | int(payload["flags"] or 0) & (1 << 2 | 1 << 15)
    held = held_by(hub, channel, message.author)
    mentions.apply(hub, channel, message, payload.get("allowed_mentions"), held, pinging=False)
    message.edited_at = hub.world.now()
    if not message.ephemeral:
        hub.gateway.emit_message("MESSAGE_UPDATE", message, guild_of(hub, channel), channel)
    return message


def delete(hub: Hub, channel: Channel, message: Message, actor: int, reason: str | None = None) -> None:
    """Takes a message away; an audit entry is written where somebody else wrote it."""
    channel.messages.pop(message.id, None)
    if message.ephemeral:
        return
    guild = guild_of(hub, channel)
    data: Json = {"id": str(message.id), "channel_id": str(channel.id)}
    if guild is not None:
        data["guild_id"] = str(guild.id)
    hub.gateway.emit("MESSAGE_DELETE", data, guild, channel)
    if guild is not None and actor != message.author.id:
        options = {"channel_id": str(channel.id), "count": "1"}
        hub.audit(guild, 72, actor, message.author.id, reason=reason, options=options)


def delete_many(hub: Hub, channel: Channel, ids: list[int], actor: int, reason: str | None = None) -> None:
    """Takes several messages away at once; ids that are not there are passed over, as Discord does."""
    guild = guild_of(hub, channel)
    gone = [one for one in ids if channel.messages.pop(one, None) is not None]
    if not gone or guild is None:
        return
    data = {"ids": [str(one) for one in gone], "channel_id": str(channel.id), "guild_id": str(guild.id)}
    hub.gateway.emit("MESSAGE_DELETE_BULK", data, guild, channel)
    hub.audit(guild, 73, actor, channel.id, reason=reason, options={"count": str(len(gone))})


def pin(hub: Hub, channel: Channel, message: Message, actor: int, *, pinned: bool, reason: str | None = None) -> None:
    """Pins a message or takes the pin away."""
    if message.pinned == pinned:
        return
    if pinned and sum(1 for one in channel.messages.values() if one.pinned) >= 250:
        raise ApiError(30003)
    message.pinned = pinned
    guild = guild_of(hub, channel)
    hub.gateway.emit_message("MESSAGE_UPDATE", message, guild, channel)
    data: Json = {"channel_id": str(channel.id), "last_pin_timestamp": moment(hub.world.now())}
    if guild is not None:
        data["guild_id"] = str(guild.id)
        options = {"channel_id": str(channel.id), "message_id": str(message.id)}
        hub.audit(guild, 74 if pinned else 75, actor, message.author.id, reason=reason, options=options)
    hub.gateway.emit("CHANNEL_PINS_UPDATE", data, guild, channel)
    if pinned:
        about = {"type": 0, "channel_id": str(channel.id), "message_id": str(message.id)}
        system.write(hub, guild, channel, hub.world.users[actor], system.PINNED, about=about)


def react(hub: Hub, channel: Channel, message: Message, user: User, emoji: str, *, burst: bool = False) -> None:
    """Puts a reaction under a message; once for each account."""
    key, shown = emojis.parse(hub.world, emoji)
    held = held_by(hub, channel, user)
    guild = guild_of(hub, channel)
    if guild is not None and not message.reactions.get(key, Reaction(shown)).users:
        permissions.need(held, permissions.ADD_REACTIONS)
    if channel.thread is not None and channel.state.archived:
        raise ApiError(50083)
    if key not in message.reactions and len(message.reactions) >= 20:
        raise ApiError(30010)
    reaction = message.reactions.setdefault(key, Reaction(shown))
    if user.id in reaction.users:
        return
    reaction.users[user.id] = burst
    data = _reaction_event(channel, message, user, shown, burst=burst)
    data["message_author_id"] = str(message.author.id)
    if burst:
        data["burst_colors"] = ["#ffcc4d"]
    if guild is not None and user.id in guild.members:
        data["member"] = shapes.member(guild.members[user.id])
    hub.gateway.emit("MESSAGE_REACTION_ADD", data, guild, channel)


def unreact(hub: Hub, channel: Channel, message: Message, user: User, emoji: str) -> None:
    """Takes one account's reaction away."""
    key, shown = emojis.parse(hub.world, emoji)
    reaction = message.reactions.get(key)
    if reaction is None:
        raise ApiError(10014)
    if user.id not in reaction.users:
        return
    burst = reaction.users.pop(user.id)
    if not reaction.users:
        del message.reactions[key]
    data = _reaction_event(channel, message, user, shown, burst=burst)
    hub.gateway.emit("MESSAGE_REACTION_REMOVE", data, guild_of(hub, channel), channel)


def clear_reactions(hub: Hub, channel: Channel, message: Message, emoji: str | None = None) -> None:
    """Takes every reaction away, or every one with an emoji."""
    data: Json = {"channel_id": str(channel.id), "message_id": str(message.id)}
    if channel.guild_id is not None:
        data["guild_id"] = str(channel.guild_id)
    guild = guild_of(hub, channel)
    if emoji is None:
        message.reactions.clear()
        hub.gateway.emit("MESSAGE_REACTION_REMOVE_ALL", data, guild, channel)
        return
    key, shown = emojis.parse(hub.world, emoji)
    if message.reactions.pop(key, None) is None:
        raise ApiError(10014)
    hub.gateway.emit("MESSAGE_REACTION_REMOVE_EMOJI", {**data, "emoji": shown}, guild, channel)


def _reaction_event(channel: Channel, message: Message, user: User, emoji: Json, *, burst: bool) -> Json:
    data: Json = {
        "user_id": str(user.id),
        "channel_id": str(channel.id),
        "message_id": str(message.id),
        "emoji": emoji,
        "burst": burst,
        "type": int(burst),
    }
    if channel.guild_id is not None:
        data["guild_id"] = str(channel.guild_id)
    return data


def vote(hub: Hub, channel: Channel, message: Message, user: User, answer: int, *, taken_back: bool = False) -> None:
    """A vote in a poll, or one that is taken back."""
    if message.poll is None or answer not in {one["answer_id"] for one in message.poll["answers"]}:
        raise ApiError(520001, 400, "Poll voting blocked")
    voters = message.votes.setdefault(answer, set())
    (voters.discard if taken_back else voters.add)(user.id)
    counts: list[Any] = [
        {"id": number, "count": len(found), "me_voted": hub.me in found} for number, found in message.votes.items()
    ]
    message.poll["results"]["answer_counts"] = counts
    data: Json = {
        "user_id": str(user.id),
        "channel_id": str(channel.id),
        "message_id": str(message.id),
        "answer_id": answer,
    }
    if channel.guild_id is not None:
        data["guild_id"] = str(channel.guild_id)
    event = "MESSAGE_POLL_VOTE_REMOVE" if taken_back else "MESSAGE_POLL_VOTE_ADD"
    hub.gateway.emit(event, data, guild_of(hub, channel), channel)


def may_send(hub: Hub, channel: Channel, author: User) -> int:
    """What an author may do in a channel where it is about to write; refuses who may not write there."""
    guild = guild_of(hub, channel)
    if guild is None:
        return permissions.EVERYBODY
    if channel.type in {4, 15}:
        raise ApiError(50008)
    if author.id not in guild.members:
        raise ApiError(50001)
    held = permissions.need_view(hub.world, guild, channel, guild.members[author.id])
    in_thread = channel.type in THREADS
    permissions.need(held, permissions.SEND_MESSAGES_IN_THREADS if in_thread else permissions.SEND_MESSAGES)
    if in_thread and channel.state.locked and not held & permissions.MANAGE_THREADS:
        raise ApiError(160005)
    exempt = permissions.MANAGE_MESSAGES | permissions.MANAGE_CHANNELS | permissions.BYPASS_SLOWMODE
    waited = hub.world.now() - channel.spoke.get(author.id, 0.0)
    if channel.slowmode and waited < channel.slowmode and not author.bot and not held & exempt:
        raise ApiError(20016, 429, "This action cannot be performed due to slowmode rate limit")
    return held
