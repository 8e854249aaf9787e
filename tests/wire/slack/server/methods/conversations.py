"""conversations.*: what there is, what was said, and what channels are called."""

import re

from tests.wire.slack.server import shapes
from tests.wire.slack.server.calls import Call, method
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.limits import SMALL_HISTORY
from tests.wire.slack.server.opening import direct
from tests.wire.slack.server.world import Channel, Json, Kind, Message

TYPES: dict[str, Kind] = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}
NAME = re.compile(r"^[a-z0-9_\u00c0-\uffff-]{1,80}$")
MANAGES = ("channels:manage", "channels:write", "groups:write", "im:write", "mpim:write")


def wanted_types(call: Call) -> set[Kind]:
    """The kinds that a list asks for; each takes the scope of its kind."""
    names = [one.strip() for one in call.text("types", "public_channel").split(",")]
    if not set(names) <= set(TYPES):
        raise SlackError("invalid_types")
    kinds: set[Kind] = {TYPES[one] for one in names}
    for kind in sorted(kinds):
        call.scope({"public": "channels:read", "private": "groups:read"}.get(kind, f"{kind}:read"))
    return kinds


@method("conversations.list", "{}:read", tier=2)
async def list_conversations(call: Call) -> Json:
    kinds = wanted_types(call)
    listed = [
        one
        for one in call.world.channels.values()
        if one.kind in kinds and call.team.id in one.teams and call.world.sees(call.user, one)
        if not (one.archived and call.flag("exclude_archived"))
    ]
    found, metadata = call.page(listed)
    told = [shapes.conversation(call.world, one, call.user, members=True) for one in found]
    return {"channels": told, "response_metadata": metadata}


@method("conversations.info", "{}:read")
async def info(call: Call) -> Json:
    channel = call.conversation()
    members = call.flag("include_num_members")
    told = shapes.conversation(call.world, channel, call.user, members=members)
    if call.flag("include_locale"):
        told["locale"] = call.user.locale
    if call.user.id in channel.members:
        told["last_read"] = channel.marks.get(call.user.id, "0000000000.000000")
    return {"channel": told}


@method("conversations.members", "{}:read", tier=4)
async def members(call: Call) -> Json:
    channel = call.conversation()
    found, metadata = call.page(list(channel.members))
    return {"members": found, "response_metadata": metadata}


def _size(call: Call) -> tuple[int, int]:
    """Default and most of a page of history: 15 where apps sold outside the Marketplace are cut down."""
    small = call.world.app.commercial
    return (SMALL_HISTORY, SMALL_HISTORY) if small else (100, 999)


def _between(call: Call, listed: list[Message]) -> list[Message]:
    oldest, latest = call.text("oldest", "0"), call.text("latest", "")
    inclusive = call.flag("inclusive")
    found = []
    for one in listed:
        after = one.ts > oldest or (inclusive and one.ts == oldest)
        if after and (not latest or one.ts < latest or (inclusive and one.ts == latest)):
            found.append(one)
    return found


@method("conversations.history", "{}:history")
async def history(call: Call) -> Json:
    channel = call.conversation(member=call.token.kind == "bot")
    default, most = _size(call)
    shown = [one for one in channel.messages.values() if not one.reply or one.broadcast]
    listed = _between(call, sorted(shown, key=lambda one: one.ts, reverse=True))
    found, metadata = call.page(listed, default=default, most=most)
    all_metadata = call.flag("include_all_metadata")
    told: Json = {
        "messages": [shapes.message(call.world, one, metadata=all_metadata) for one in found],
        "has_more": bool(metadata["next_cursor"]),
        "pin_count": len(channel.pins),
    }
    return told | ({"response_metadata": metadata} if metadata["next_cursor"] else {})


@method("conversations.replies", "{}:history")
async def replies(call: Call) -> Json:
    channel = call.conversation(member=call.token.kind == "bot")
    parent = channel.messages.get(call.text("ts"))
    if parent is None:
        raise SlackError("thread_not_found")
    root = channel.messages.get(parent.thread_ts or parent.ts, parent)
    default, most = _size(call)
    thread = [channel.messages[one] for one in root.replies]
    found, metadata = call.page([root, *_between(call, thread)], default=default, most=most)
    all_metadata = call.flag("include_all_metadata")
    told: Json = {
        "messages": [shapes.message(call.world, one, metadata=all_metadata) for one in found],
        "has_more": bool(metadata["next_cursor"]),
    }
    return told | ({"response_metadata": metadata} if metadata["next_cursor"] else {})


@method("conversations.open", *MANAGES)
async def open_conversation(call: Call) -> Json:
    if call.text("channel", ""):
        channel = call.conversation(scopes=False)
        if channel.kind not in {"im", "mpim"}:
            raise SlackError("method_not_supported_for_channel_type")
    else:
        people = call.ids("users")
        if not people:
            raise SlackError("users_list_not_supplied")
        if len(people) > 8:
            raise SlackError("too_many_users")
        call.scope("im:write" if len(people) == 1 else "mpim:write")
        before = len(call.world.channels)
        channel = direct(call, people)
        if len(call.world.channels) == before:
            return {"no_op": True, "already_open": True, "channel": _opened(call, channel)}
    return {"channel": _opened(call, channel)}


def _opened(call: Call, channel: Channel) -> Json:
    if call.flag("return_im"):
        return shapes.conversation(call.world, channel, call.user)
    return {"id": channel.id}


@method("conversations.create", "channels:manage", "channels:write", "groups:write", tier=2)
async def create(call: Call) -> Json:
    private = call.flag("is_private")
    call.scope(*(("groups:write",) if private else ("channels:manage", "channels:write")))
    call.permitted()
    name = checked_name(call, call.text("name"))
    made = Channel(
        call.world.id("C"), call.team.id, "private" if private else "public", name, call.user.id, int(call.world.now())
    )
    made.teams.add(call.team.id)
    call.world.channels[made.id] = made
    call.changes.created(made)
    call.changes.join(made, call.user)
    return {"channel": shapes.conversation(call.world, made, call.user)}


def checked_name(call: Call, name: str) -> str:
    """conversations.create › Naming: what a channel may be called, once in a workspace."""
    if len(name) > 80:
        raise SlackError("invalid_name_maxlength")
    if not NAME.match(name) or name.lower() != name:
        raise SlackError("invalid_name_specials")
    if any(one.name == name and one.team_id == call.team.id for one in call.world.channels.values()):
        raise SlackError("name_taken")
    return name


@method("conversations.archive", *MANAGES, tier=2)
async def archive(call: Call) -> Json:
    channel = _manageable(call)
    if channel.general:
        raise SlackError("cant_archive_general")
    if channel.archived:
        raise SlackError("already_archived")
    call.changes.archive(channel, call.user)
    return {}


@method("conversations.rename", *MANAGES, tier=2)
async def rename(call: Call) -> Json:
    channel = _manageable(call)
    if channel.creator != call.user.id and not call.user.manages:
        raise SlackError("not_authorized")
    call.changes.rename(channel, call.user, checked_name(call, call.text("name")))
    return {"channel": shapes.conversation(call.world, channel, call.user)}


TOPICS = ("channels:write.topic", "groups:write.topic", "im:write.topic", "mpim:write.topic")


@method("conversations.setTopic", *MANAGES, *TOPICS, tier=2)
async def set_topic(call: Call) -> Json:
    return _described(call, "topic")


@method("conversations.setPurpose", *MANAGES, *TOPICS, tier=2)
async def set_purpose(call: Call) -> Json:
    return _described(call, "purpose")


def _described(call: Call, what: str) -> Json:
    channel = _manageable(call)
    value = call.text(what, "")
    if len(value) > 250:
        raise SlackError("too_long")
    call.changes.set_topic(channel, call.user, value, what)
    return {"channel": shapes.conversation(call.world, channel, call.user)}


@method("conversations.mark", *MANAGES)
async def mark(call: Call) -> Json:
    channel = call.conversation(member=True)
    if call.text("ts").count(".") != 1:
        raise SlackError("invalid_timestamp")
    channel.marks[call.user.id] = call.text("ts")
    return {}


def _manageable(call: Call) -> Channel:
    """A channel that the caller is in and that is not archived; conversations are no channels."""
    channel = call.conversation()
    if channel.kind in {"im", "mpim"}:
        raise SlackError("method_not_supported_for_channel_type")
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel")
    if channel.archived and call.method.name != "conversations.archive":
        raise SlackError("is_archived")
    call.permitted()
    return channel
