"""reactions.* and pins.*: what hangs on messages."""

from tests.wire.slack.server import shapes
from tests.wire.slack.server.calls import Call, method
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.world import Channel, Json, Message

MOST_PINS = 100


def _item(call: Call) -> tuple[Channel, Message]:
    if not call.args.get("channel") or not call.args.get("timestamp"):
        raise SlackError("no_item_specified")
    channel = call.conversation(scopes=False)
    if call.text("timestamp").count(".") != 1:
        raise SlackError("bad_timestamp")
    return channel, call.message(channel, "timestamp")


@method("reactions.add", "reactions:write")
async def add(call: Call) -> Json:
    channel, message = _item(call)
    if channel.archived:
        raise SlackError("is_archived")
    if call.user.id not in channel.members and channel.kind != "public":
        raise SlackError("channel_not_found")
    if call.user.id not in channel.members and channel.kind == "public":
        raise SlackError("not_in_channel")
    call.changes.react(channel, message, call.user, call.text("name").strip(":"))
    return {}


@method("reactions.remove", "reactions:write", tier=2)
async def remove(call: Call) -> Json:
    channel, message = _item(call)
    if channel.archived:
        raise SlackError("is_archived")
    call.changes.unreact(channel, message, call.user, call.text("name").strip(":"))
    return {}


@method("reactions.get", "reactions:read")
async def get(call: Call) -> Json:
    channel, message = _item(call)
    told = shapes.message(call.world, message)
    told["permalink"] = shapes.permalink(call.world, channel, message)
    return {"type": "message", "channel": channel.id, "message": told}


def _pinned(call: Call) -> tuple[Channel, Message]:
    channel = call.conversation(scopes=False)
    if not call.args.get("timestamp"):
        raise SlackError("no_item_specified")
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel" if channel.kind == "public" else "channel_not_found")
    return channel, call.message(channel, "timestamp")


@method("pins.add", "pins:write", tier=2)
async def pin(call: Call) -> Json:
    channel, message = _pinned(call)
    if message.ts in channel.pins:
        raise SlackError("already_pinned")
    if len(channel.pins) >= MOST_PINS:
        raise SlackError("too_many_pins")
    channel.pins[message.ts] = call.user.id
    _tell(call, "pin_added", channel, message)
    return {}


@method("pins.remove", "pins:write", tier=2)
async def unpin(call: Call) -> Json:
    channel, message = _pinned(call)
    if message.ts not in channel.pins:
        raise SlackError("no_pin")
    del channel.pins[message.ts]
    _tell(call, "pin_removed", channel, message)
    return {}


@method("pins.list", "pins:read", tier=2)
async def list_pins(call: Call) -> Json:
    channel = call.conversation(scopes=False)
    items = []
    for ts, by in channel.pins.items():
        told = shapes.message(call.world, channel.messages[ts])
        items.append({"type": "message", "channel": channel.id, "created_by": by, "message": told})
    return {"items": items}


def _tell(call: Call, kind: str, channel: Channel, message: Message) -> None:
    item = {"type": "message", "channel": channel.id, "message": shapes.message(call.world, message)}
    told = {"type": kind, "user": call.user.id, "channel_id": channel.id, "item": item}
    call.changes.events.emit(told, channel=channel)
