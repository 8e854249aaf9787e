"""Messages: sent, read, edited, deleted, pinned."""

from typing import Any
from urllib.parse import quote

from tests.wire.discord.server import limits, permissions, shapes
from tests.wire.discord.server.changes import messages
from tests.wire.discord.server.errors import ApiError, misfit
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.rest import Answer, Call, Upload, route
from tests.wire.discord.server.world import COMPONENTS_V2, DM, Channel, Guild, Json, Message, born, moment

FOURTEEN_DAYS = 14 * 86400


def stored(hub: Hub, channel_id: int, uploads: list[Upload], described: list[Json]) -> list[Json]:
    """Attachment objects for what was uploaded; the files can be read at their addresses."""
    notes = {str(one.get("id")): one for one in described}
    made: list[Json] = []
    for number, upload in enumerate(uploads):
        note = notes.get(str(number), {})
        name = str(note.get("filename") or upload.name)
        identity = hub.world.snowflake()
        path = f"/attachments/{channel_id}/{identity}/{quote(name)}"
        hub.files[path] = upload.content
        one: Json = {
            "id": str(identity),
            "filename": name,
            "size": len(upload.content),
            "url": hub.base_url + path,
            "proxy_url": hub.base_url + path,
            "content_type": upload.content_type,
        }
        if note.get("description"):
            one["description"] = note["description"]
        made.append(one)
    return made


def kept(hub: Hub, message: Message, form: Json, files: list[Upload]) -> list[Json] | None:
    """The attachments of an edited message: those that the form still names, and the new ones."""
    new = stored(hub, message.channel_id, files, form.get("attachments") or [])
    if "attachments" not in form:
        return [*message.attachments, *new] if new else None
    named = {str(one["id"]) for one in form["attachments"] or []}
    return [one for one in message.attachments if one["id"] in named] + new


@route("GET", "/channels/{channel}/messages", "Message › Get Channel Messages")
async def list_messages(call: Call) -> Answer:
    channel, _, held = call.channel()
    most = call.number("limit", 1, 100, 50)
    if not held & permissions.READ_MESSAGE_HISTORY:
        return []
    found = [one for one in channel.messages.values() if not one.ephemeral]
    found.sort(key=lambda one: -one.id)
    if "around" in call.query:
        centre = int(call.query["around"])
        newer = [one for one in found if one.id > centre][-(most // 2) :]
        older = [one for one in found if one.id <= centre][: most - len(newer)]
        return [shapes.message(call.world, one) for one in newer + older]
    if "before" in call.query:
        found = [one for one in found if one.id < int(call.query["before"])]
    if "after" in call.query:
        found = [one for one in found if one.id > int(call.query["after"])][-most:]
    return [shapes.message(call.world, one) for one in found[:most]]


@route("GET", "/channels/{channel}/messages/{message}", "Message › Get Channel Message")
async def get_message(call: Call) -> Answer:
    channel, _, _ = call.channel(permissions.READ_MESSAGE_HISTORY)
    return shapes.message(call.world, call.message(channel))


@route("POST", "/channels/{channel}/messages", "Message › Create Message")
async def create_message(call: Call) -> Answer:
    channel, guild, held = call.channel()
    bot = call.world.application.user
    flags = limits.flags(call.json)
    if channel.type == DM:
        _reachable(call, channel)
    limits.message(call.json, [len(one.content) for one in call.files], flags=flags)
    messages.may_send(call.hub, channel, bot)
    if guild is not None:
        _may_contain(call, held)
    nonce = call.json.get("nonce")
    if nonce is not None and call.json.get("enforce_nonce") and (earlier := _earlier(call, channel, str(nonce))):
        return shapes.message(call.world, earlier)
    attachments = stored(call.hub, channel.id, call.files, call.json.get("attachments") or [])
    draft = messages.draft(call.hub, channel, bot, call.json, attachments)
    draft.flags = flags
    if call.json.get("message_reference"):
        refer(call.hub, channel, guild, held, draft, call.json["message_reference"])
    if nonce is not None:
        channel.nonces[str(nonce)] = draft.id
    messages.publish(call.hub, channel, draft, call.json.get("allowed_mentions"))
    return shapes.message(call.world, draft)


def _reachable(call: Call, channel: Channel) -> None:
    user = channel.recipient
    shared = user is not None and any(
        user.id in one.members and call.hub.me in one.members for one in call.world.guilds.values()
    )
    if user is None or not shared or not user.dms_open:
        raise ApiError(50007)


def _may_contain(call: Call, held: int) -> None:
    if call.json.get("embeds"):
        permissions.need(held, permissions.EMBED_LINKS)
    if call.files:
        permissions.need(held, permissions.ATTACH_FILES)
    if call.json.get("poll"):
        permissions.need(held, permissions.SEND_POLLS)
    if call.json.get("tts"):
        permissions.need(held, 1 << 12)


def _earlier(call: Call, channel: Channel, nonce: str) -> Message | None:
    """A message with the same nonce, from within the last few minutes."""
    found = channel.messages.get(channel.nonces.get(nonce, 0))
    if found is None or call.world.now() - born(found.id) > 300:
        return None
    return found


def refer(hub: Hub, channel: Channel, guild: Guild | None, held: int, draft: Message, reference: Json) -> None:
    """Makes a message a reply or a forward of another."""
    source = hub.world.channels.get(int(reference.get("channel_id") or channel.id))
    wanted = str(reference.get("message_id", ""))
    found = source.messages.get(int(wanted)) if source is not None and wanted.isdigit() else None
    if reference.get("type") == 1:
        if found is None or source is None:
            raise ApiError(10008)
        _forward(draft, source, found)
        return
    if guild is not None and not held & permissions.READ_MESSAGE_HISTORY:
        raise ApiError(160002)
    if found is None or source is not channel:
        if reference.get("fail_if_not_exists", True):
            raise misfit("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        return
    draft.type = 19
    draft.referenced = found
    draft.reference = {"type": 0, "channel_id": str(channel.id), "message_id": str(found.id)}
    if guild is not None:
        draft.reference["guild_id"] = str(guild.id)


def _forward(draft: Message, source: Channel, found: Message) -> None:
    snapshot: dict[str, Any] = {
        "type": found.type,
        "content": found.content,
        "embeds": found.embeds,
        "attachments": found.attachments,
        "components": found.components,
        "timestamp": moment(born(found.id)),
        "edited_timestamp": None if found.edited_at is None else moment(found.edited_at),
        "flags": found.flags,
        "mentions": [shapes.user(one) for one in found.mentions],
        "mention_roles": [str(one) for one in found.mention_roles],
    }
    draft.snapshots = [{"message": snapshot}]
    draft.flags |= 1 << 14
    draft.reference = {"type": 1, "channel_id": str(source.id), "message_id": str(found.id)}
    if source.guild_id is not None:
        draft.reference["guild_id"] = str(source.guild_id)


@route("PATCH", "/channels/{channel}/messages/{message}", "Message › Edit Message")
async def edit_message(call: Call) -> Answer:
    channel, _, held = call.channel()
    message = call.message(channel)
    if channel.thread is not None and channel.state.archived:
        raise ApiError(50083)
    if message.author.id != call.hub.me:
        if set(call.json) - {"flags"}:
            raise ApiError(50005)
        permissions.need(held, permissions.MANAGE_MESSAGES)
    flags = message.flags | limits.flags(call.json) & COMPONENTS_V2
    limits.message(
        call.json, [len(one.content) for one in call.files], flags=flags, editing=True, previous=_held(message)
    )
    messages.edit(call.hub, channel, message, call.json, kept(call.hub, message, call.json, call.files))
    return shapes.message(call.world, message)


def _held(message: Message) -> Json:
    return {
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
        "attachments": message.attachments,
        "poll": message.poll,
    }


@route("DELETE", "/channels/{channel}/messages/{message}", "Message › Delete Message")
async def delete_message(call: Call) -> Answer:
    channel, _, held = call.channel()
    message = call.message(channel)
    if message.author.id != call.hub.me:
        if channel.guild_id is None:
            raise ApiError(50003, 403)
        permissions.need(held, permissions.MANAGE_MESSAGES)
    messages.delete(call.hub, channel, message, call.hub.me, call.reason)
    return None


@route("POST", "/channels/{channel}/messages/bulk-delete", "Message › Bulk Delete Messages")
async def bulk_delete(call: Call) -> Answer:
    channel, guild, _ = call.channel(permissions.MANAGE_MESSAGES)
    if guild is None:
        raise ApiError(50003)
    ids = call.json.get("messages")
    if not isinstance(ids, list) or not 2 <= len(ids) <= 100:
        raise ApiError(50016)
    wanted = [int(one) for one in ids]
    if any(born(one) < call.world.now() - FOURTEEN_DAYS for one in wanted):
        raise ApiError(50034)
    messages.delete_many(call.hub, channel, wanted, call.hub.me, call.reason)
    return None


@route("POST", "/channels/{channel}/typing", "Channel › Trigger Typing Indicator")
async def typing(call: Call) -> Answer:
    channel, _, _ = call.channel()
    messages.may_send(call.hub, channel, call.world.application.user)
    return None


@route("GET", "/channels/{channel}/messages/pins", "Message › Get Channel Pins")
async def list_pins(call: Call) -> Answer:
    channel, _, held = call.channel()
    if not held & permissions.READ_MESSAGE_HISTORY:
        return {"items": [], "has_more": False}
    pinned = [one for one in channel.messages.values() if one.pinned]
    items = [{"pinned_at": moment(born(one.id)), "message": shapes.message(call.world, one)} for one in pinned]
    return {"items": items[::-1][:50], "has_more": len(items) > 50}


@route("PUT", "/channels/{channel}/messages/pins/{message}", "Message › Pin Message")
async def pin(call: Call) -> Answer:
    channel, _, _ = call.channel(permissions.PIN_MESSAGES)
    messages.pin(call.hub, channel, call.message(channel), call.hub.me, pinned=True, reason=call.reason)
    return None


@route("DELETE", "/channels/{channel}/messages/pins/{message}", "Message › Unpin Message")
async def unpin(call: Call) -> Answer:
    channel, _, _ = call.channel(permissions.PIN_MESSAGES)
    messages.pin(call.hub, channel, call.message(channel), call.hub.me, pinned=False, reason=call.reason)
    return None
