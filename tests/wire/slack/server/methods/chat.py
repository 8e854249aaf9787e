"""chat.*: messages of the app."""

import re
from typing import Any

from tests.wire.slack.server import blocks, mentions, shapes
from tests.wire.slack.server.calls import Call, method
from tests.wire.slack.server.errors import SlackError, missing_scope
from tests.wire.slack.server.opening import direct
from tests.wire.slack.server.world import Channel, Json, Message

# chat.postMessage › Truncating content; chat.update refuses more than 4,000 characters (ChatGPT-in-Slack #102).
MOST_TEXT, MOST_UPDATED, MOST_MARKDOWN, MOST_METADATA = 40_000, 4_000, 12_000, 8_000
MENTION = re.compile(r"<@([UW][A-Z0-9]+)(\|[^>]*)?>")
NO_REPLIES = frozenset({"channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name"})


@method("chat.postMessage", "chat:write", tier=None)
async def post_message(call: Call) -> Json:
    channel = _place(call)
    made = _content(call, MOST_TEXT)
    _may_write(call, channel)
    message = _draft(call, channel, made)
    if thread := call.text("thread_ts", ""):
        _thread(channel, message, thread)
        message.broadcast = call.flag("reply_broadcast")
    _dress(call, message)
    call.changes.post(channel, message)
    told = shapes.message(call.world, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": told}


@method("chat.postEphemeral", "chat:write", tier=4)
async def post_ephemeral(call: Call) -> Json:
    channel = call.conversation(scopes=False)
    made = _content(call, MOST_TEXT)
    if channel.archived:
        raise SlackError("is_archived")
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel" if channel.kind == "public" else "channel_not_found")
    person = call.text("user")
    if person not in call.world.users:
        raise SlackError("user_not_found")
    if person not in channel.members:
        raise SlackError("user_not_in_channel")
    message = _draft(call, channel, made)
    message.seen_by = person
    if thread := call.text("thread_ts", ""):
        _thread(channel, message, thread)
    channel.ephemeral.append(message)
    return {"message_ts": message.ts}


@method("chat.update", "chat:write")
async def update(call: Call) -> Json:
    if call.text("channel")[0] in "UW":
        raise SlackError("channel_not_found")
    channel = call.conversation(scopes=False)
    message = call.message(channel)
    if message.user != call.user.id or message.subtype not in {None, "bot_message", "thread_broadcast"}:
        raise SlackError("cant_update_message")
    if channel.archived:
        raise SlackError("is_inactive")
    window = call.team.edit_window
    if window is not None and call.world.now() - float(message.ts) > window:
        raise SlackError("edit_window_closed")
    made = _content(call, MOST_UPDATED, updating=True)
    if "metadata" in call.args and not made["metadata"]:
        made["metadata"] = None
    for name in ("text", "blocks", "attachments", "metadata"):
        given = name in call.args or (name == "blocks" and "markdown_text" in call.args)
        if not given:
            made.pop(name)
    call.changes.edit(channel, message, call.user, made)
    told = shapes.message(call.world, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": told}


@method("chat.delete", "chat:write")
async def delete(call: Call) -> Json:
    channel = call.conversation(scopes=False)
    message = call.message(channel)
    # chat.delete: a bot deletes only what it posted; an admin's user token deletes others' messages too.
    others = call.token.kind == "user" and call.user.manages
    if message.user != call.user.id and not others:
        raise SlackError("cant_delete_message")
    if message.subtype == "tombstone":
        raise SlackError("message_not_found")
    call.changes.delete(channel, message)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.getPermalink", tier=None)
async def get_permalink(call: Call) -> Json:
    channel = call.conversation(scopes=False)
    message = call.message(channel, "message_ts")
    return {"channel": channel.id, "permalink": shapes.permalink(call.world, channel, message)}


def _place(call: Call) -> Channel:
    """chat.postMessage › Channels: an id, the name of a channel, or a person."""
    wanted = call.text("channel")
    if wanted.startswith(("U", "W")):
        return direct(call, [wanted])
    name = wanted.removeprefix("#")
    for channel in call.world.channels.values():
        if channel.name == name and call.team.id in channel.teams and call.world.sees(call.user, channel):
            call.args["channel"] = channel.id
    return call.conversation(scopes=False)


def _may_write(call: Call, channel: Channel) -> None:
    if channel.archived:
        raise SlackError("is_archived")
    if call.user.id not in channel.members and not (
        channel.kind == "public" and call.token.kind == "bot" and "chat:write.public" in call.token.scopes
    ):
        raise SlackError("not_in_channel")
    if channel.kind == "im" and call.token.kind == "bot" and not call.world.app.messages_tab:
        raise SlackError("messages_tab_disabled")
    if channel.read_only and not call.user.manages:
        raise SlackError("restricted_action_read_only_channel")
    call.permitted()


def _content(call: Call, most: int, *, updating: bool = False) -> Json:
    text = call.text("text", "")
    given = call.structure("blocks", "invalid_blocks_format")
    attached = call.structure("attachments", "invalid_attachments")
    markdown = call.text("markdown_text", "")
    if markdown and (text or given):
        raise SlackError("markdown_text_conflict")
    if len(text) > most or len(markdown) > MOST_MARKDOWN:
        if updating or not call.server.truncates:
            raise SlackError("msg_too_long")
        text = text[:most]
    if not (text.strip() or given or attached or markdown or (updating and "metadata" in call.args)):
        raise SlackError("no_text")
    if markdown:
        given, text = [{"type": "markdown", "text": markdown}], markdown
    if call.text("parse", "") == "full" or call.flag("link_names"):
        text = mentions.linked(text)
    return {
        "text": MENTION.sub(r"<@\1>", text),
        "blocks": [] if not given else blocks.message(given),
        "attachments": [] if not attached else blocks.attachments(attached),
        "metadata": _metadata(call),
    }


def _metadata(call: Call) -> Json | None:
    """Message metadata: a type and a payload of plain values."""
    found: Any = call.structure("metadata", "invalid_metadata_format")
    if not found:
        return None
    if not isinstance(found, dict) or not isinstance(found.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    if not isinstance(found.get("event_type"), str) or not found["event_type"]:
        raise SlackError("invalid_metadata_format")
    if len(str(found)) > MOST_METADATA:
        raise SlackError("metadata_too_large")
    return found


def _draft(call: Call, channel: Channel, made: Json) -> Message:
    message = Message(call.world.ts(), channel.id, call.team.id, call.user.id, **made)
    if call.user.bot:
        message.bot_id, message.app_id = call.user.bot_id, call.user.app_id
    if not message.blocks and message.text:
        message.blocks = shapes.rich_text(message.text, call.world.id("b"))
    return message


def _dress(call: Call, message: Message) -> None:
    """chat.postMessage › Authorship: another name or picture takes a scope of its own."""
    if not any(call.args.get(name) for name in ("username", "icon_url", "icon_emoji")):
        return
    if "chat:write.customize" not in call.token.scopes:
        raise missing_scope("chat:write.customize", call.token.scopes)
    message.subtype, message.username = "bot_message", call.text("username", call.world.app.name)


def _thread(channel: Channel, message: Message, thread: str) -> None:
    parent = channel.messages.get(thread)
    if parent is None or parent.reply:
        raise SlackError("thread_not_found")
    if parent.subtype in NO_REPLIES:
        raise SlackError("cannot_reply_to_message")
    message.thread_ts = thread
