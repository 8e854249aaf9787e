"""Threads and forum posts."""

from collections.abc import Callable

from tests.wire.discord.server import limits, permissions, shapes
from tests.wire.discord.server.changes import messages, threads
from tests.wire.discord.server.errors import ApiError, Form, misfit, under
from tests.wire.discord.server.rest import Answer, Call, route
from tests.wire.discord.server.routes.channels import ARCHIVE_AFTER, SLOWMODE
from tests.wire.discord.server.routes.messages import stored
from tests.wire.discord.server.world import (
    FORUM,
    NEWS,
    NEWS_THREAD,
    PRIVATE_THREAD,
    PUBLIC_THREAD,
    TEXT,
    THREADS,
    Channel,
    Guild,
    Json,
    parsed,
)


def _check(call: Call) -> str:
    form = Form()
    if form.required(("name",), call.json.get("name")):
        form.length(("name",), call.json["name"], 1, 100)
    form.choice(("auto_archive_duration",), call.json.get("auto_archive_duration"), ARCHIVE_AFTER)
    form.between(("rate_limit_per_user",), call.json.get("rate_limit_per_user"), 0, SLOWMODE)
    form.done()
    return str(call.json["name"])


@route("POST", "/channels/{channel}/messages/{message}/threads", "Channel › Start Thread from Message")
async def start_from_message(call: Call) -> Answer:
    parent, guild, _ = call.channel(permissions.CREATE_PUBLIC_THREADS)
    name, message = _check(call), call.message(parent)
    if guild is None or parent.type not in {TEXT, NEWS}:
        raise ApiError(50024)
    if message.thread_id is not None:
        raise ApiError(160004)
    kind = NEWS_THREAD if parent.type == NEWS else PUBLIC_THREAD
    payload = {**call.json, "type": kind, "id": message.id}
    made = threads.begin(call.hub, guild, parent, call.world.application.user, name, payload, reason=call.reason)
    message.thread_id = made.id
    message.flags |= 1 << 5
    call.hub.gateway.emit_message("MESSAGE_UPDATE", message, guild, parent)
    call.status = 201
    return threads.created(call.hub, made, newly=False)


@route("POST", "/channels/{channel}/threads", "Channel › Start Thread without Message")
async def start(call: Call) -> Answer:
    parent, guild, held = call.channel()
    if guild is None or parent.type not in {TEXT, NEWS, FORUM}:
        raise ApiError(50024)
    call.status = 201
    if parent.type == FORUM:
        return _post(call, guild, parent, held)
    name = _check(call)
    kind = int(call.json.get("type", PRIVATE_THREAD))
    if kind not in THREADS or (kind == PRIVATE_THREAD and parent.type == NEWS):
        raise ApiError(50024)
    needed = permissions.CREATE_PRIVATE_THREADS if kind == PRIVATE_THREAD else permissions.CREATE_PUBLIC_THREADS
    permissions.need(held, needed)
    bot = call.world.application.user
    made = threads.begin(call.hub, guild, parent, bot, name, {**call.json, "type": kind}, reason=call.reason)
    return threads.created(call.hub, made, newly=False)


def _post(call: Call, guild: Guild, parent: Channel, held: int) -> Json:
    """Channel › Start Thread in Forum or Media Channel."""
    permissions.need(held, permissions.SEND_MESSAGES)
    name, content = _check(call), call.json.get("message") or {}
    form = Form()
    form.required(("message",), call.json.get("message"))
    tags = call.json.get("applied_tags") or []
    form.count(("applied_tags",), tags, 0, 5)
    form.done()
    known = {one["id"] for one in parent.tags}
    if any(str(one) not in known for one in tags):
        raise misfit("applied_tags", "FORUM_TAG_UNKNOWN", "Unknown tag")
    if parent.flags & (1 << 4) and not tags:
        raise ApiError(40067, 400, "A tag is required to create a forum post in this channel")
    flags = limits.flags(content)
    with under("message"):
        limits.message(content, [len(one.content) for one in call.files], flags=flags)
    bot = call.world.application.user
    payload = {**call.json, "type": PUBLIC_THREAD}
    made = threads.begin(call.hub, guild, parent, bot, name, payload, reason=call.reason)
    attachments = stored(call.hub, made.id, call.files, content.get("attachments") or [])
    draft = messages.draft(call.hub, made, bot, content, attachments)
    draft.id, draft.flags = made.id, flags
    messages.publish(call.hub, made, draft, content.get("allowed_mentions"))
    return threads.created(call.hub, made, newly=False) | {"message": shapes.message(call.world, draft)}


def _thread(call: Call) -> tuple[Channel, Guild, int]:
    thread, guild, held = call.channel()
    if guild is None or thread.thread is None:
        raise ApiError(50024)
    return thread, guild, held


def _open(thread: Channel) -> None:
    if thread.state.archived:
        raise ApiError(50083)


@route("PUT", "/channels/{channel}/thread-members/@me", "Channel › Join Thread")
async def join(call: Call) -> Answer:
    thread, guild, _ = _thread(call)
    _open(thread)
    threads.join(call.hub, guild, thread, call.world.application.user)
    return None


@route("PUT", "/channels/{channel}/thread-members/{user}", "Channel › Add Thread Member")
async def add_member(call: Call) -> Answer:
    thread, guild, held = _thread(call)
    _open(thread)
    permissions.need(held, permissions.SEND_MESSAGES_IN_THREADS)
    if call.hub.me not in thread.state.members and not held & permissions.MANAGE_THREADS:
        raise ApiError(50001)
    if thread.type == PRIVATE_THREAD and not thread.state.invitable and thread.state.owner_id != call.hub.me:
        permissions.need(held, permissions.MANAGE_THREADS)
    target = call.member(guild)
    if not permissions.in_channel(call.world, guild, thread, target) & permissions.VIEW_CHANNEL:
        raise ApiError(50001)
    threads.join(call.hub, guild, thread, target.user)
    return None


@route("DELETE", "/channels/{channel}/thread-members/@me", "Channel › Leave Thread")
async def leave(call: Call) -> Answer:
    thread, guild, _ = _thread(call)
    _open(thread)
    threads.leave(call.hub, guild, thread, call.hub.me)
    return None


@route("DELETE", "/channels/{channel}/thread-members/{user}", "Channel › Remove Thread Member")
async def remove_member(call: Call) -> Answer:
    thread, guild, held = _thread(call)
    _open(thread)
    if not (thread.type == PRIVATE_THREAD and thread.state.owner_id == call.hub.me):
        permissions.need(held, permissions.MANAGE_THREADS)
    threads.leave(call.hub, guild, thread, call.id("user"))
    return None


@route("GET", "/channels/{channel}/thread-members", "Channel › List Thread Members")
async def list_members(call: Call) -> Answer:
    thread, _, _ = _thread(call)
    return [shapes.thread_member(thread, one) for one in thread.state.members]


@route("GET", "/channels/{channel}/thread-members/{user}", "Channel › Get Thread Member")
async def get_member(call: Call) -> Answer:
    thread, _, _ = _thread(call)
    user = call.hub.me if call.path["user"] == "@me" else call.id("user")
    if user not in thread.state.members:
        raise ApiError(10007)
    return shapes.thread_member(thread, user)


@route("GET", "/guilds/{guild}/threads/active", "Guild › List Active Guild Threads")
async def list_active(call: Call) -> Answer:
    guild = call.guild()
    me = call.me(guild)
    found = [one for one in guild.threads.values() if not one.state.archived]
    return _listed(call, [one for one in found if permissions.sees(call.world, guild, one, me)])


def _listed(call: Call, found: list[Channel]) -> Json:
    mine = [one for one in found if call.hub.me in one.state.members]
    return {
        "threads": [shapes.thread(one) for one in found],
        "members": [shapes.thread_member(one, call.hub.me) for one in mine],
    }


def _archived(call: Call, kinds: frozenset[int], wanted: Callable[[Channel], bool], needed: int) -> Answer:
    parent, guild, _ = call.channel(permissions.READ_MESSAGE_HISTORY | needed)
    if guild is None:
        raise ApiError(50003)
    found = [one for one in guild.threads.values() if one.parent_id == parent.id and one.type in kinds]
    found = sorted((one for one in found if one.state.archived and wanted(one)), key=lambda one: -one.state.archive_at)
    before = call.query.get("before")
    if before is not None and not before.isdigit():
        found = [one for one in found if one.state.archive_at < parsed(before)]
    elif before is not None:
        found = [one for one in found if one.id < int(before)]
    most = call.number("limit", 2, 100, 50)
    return _listed(call, found[:most]) | {"has_more": len(found) > most}


@route("GET", "/channels/{channel}/threads/archived/public", "Channel › List Public Archived Threads")
async def list_public_archived(call: Call) -> Answer:
    return _archived(call, frozenset({PUBLIC_THREAD, NEWS_THREAD}), lambda _: True, 0)


@route("GET", "/channels/{channel}/threads/archived/private", "Channel › List Private Archived Threads")
async def list_private_archived(call: Call) -> Answer:
    return _archived(call, frozenset({PRIVATE_THREAD}), lambda _: True, permissions.MANAGE_THREADS)


@route(
    "GET",
    "/channels/{channel}/users/@me/threads/archived/private",
    "Channel › List Joined Private Archived Threads",
)
async def list_joined_archived(call: Call) -> Answer:
    return _archived(call, frozenset({PRIVATE_THREAD}), lambda one: call.hub.me in one.state.members, 0)
