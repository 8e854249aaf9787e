"""files.*: the three steps of an upload, and what can be done with files afterwards."""

from tests.wire.slack.server import blocks, shapes
from tests.wire.slack.server.calls import Call, method
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.world import Channel, File, Json, Message

MOST_SNIPPET, MOST_ALT = 1_000_000, 1000


@method("files.getUploadURLExternal", "files:write", tier=4)
async def get_upload_url(call: Call) -> Json:
    name = call.text("filename")
    length = call.number("length", 0, 1_000_000_000, 0)
    if not length:
        raise SlackError("missing_argument")
    if len(call.text("alt_txt", "")) > MOST_ALT:
        raise SlackError("alt_txt_too_large")
    if call.text("snippet_type", "") and length > MOST_SNIPPET:
        raise SlackError("snippet_too_large")
    made = File(call.world.id("F"), call.team.id, call.user.id, name, length, created=int(call.world.now()))
    call.world.files[made.id] = made
    return {"upload_url": f"{call.server.base_url}/upload/{made.id}", "file_id": made.id}


def _announced(call: Call) -> list[tuple[File, str]]:
    given = call.structure("files", "invalid_arguments")
    if not isinstance(given, list) or not given:
        raise SlackError("invalid_arguments", messages=["[ERROR] missing required field: files"])
    found = []
    for one in given:
        file = call.world.files.get(one.get("id", ""))
        if file is None or file.user != call.user.id or file.content is None or file.complete:
            raise SlackError("file_not_found")
        found.append((file, str(one.get("title") or file.name)))
    return found


def _target(call: Call) -> Channel | None:
    wanted = call.text("channel_id", "") or call.text("channels", "")
    if not wanted:
        return None
    channel = call.world.channels.get(wanted)
    if channel is None or not call.world.sees(call.user, channel):
        raise SlackError("channel_not_found")
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel")
    if channel.archived:
        raise SlackError("is_archived")
    return channel


@method("files.completeUploadExternal", "files:write", tier=4)
async def complete_upload(call: Call) -> Json:
    announced = _announced(call)
    channel = _target(call)
    thread = call.text("thread_ts", "")
    if thread and (channel is None or thread not in channel.messages):
        raise SlackError("thread_not_found")
    for file, title in announced:
        file.title, file.complete = title, True
    if channel is not None:
        given = call.structure("blocks", "invalid_blocks_format")
        message = Message(
            call.world.ts(),
            channel.id,
            call.team.id,
            call.user.id,
            call.text("initial_comment", ""),
            "file_share",
            bot_id=call.user.bot_id,
            thread_ts=thread or None,
            blocks=blocks.message(given) if given else [],
            files=[file.id for file, _ in announced],
        )
        for file, _ in announced:
            file.shares[channel.id] = message.ts
        call.changes.post(channel, message)
        for file, _ in announced:
            call.changes.shared(channel, file, message)
    return {"files": [shapes.file(call.world, file) for file, _ in announced]}


def _known(call: Call) -> File:
    file = call.world.files.get(call.text("file"))
    if file is None or not file.complete or file.team_id != call.team.id:
        raise SlackError("file_not_found")
    if file.deleted:
        raise SlackError("file_deleted")
    shared = [call.world.channels[one] for one in file.shares if one in call.world.channels]
    if file.user != call.user.id and not any(call.world.sees(call.user, one) for one in shared):
        raise SlackError("file_not_found")
    return file


@method("files.info", "files:read", tier=4)
async def info(call: Call) -> Json:
    return {"file": shapes.file(call.world, _known(call)), "comments": [], "response_metadata": {"next_cursor": ""}}


@method("files.delete", "files:write")
async def delete(call: Call) -> Json:
    file = _known(call)
    if file.user != call.user.id and not (call.token.kind == "user" and call.user.manages):
        raise SlackError("cant_delete_file")
    file.deleted, file.content = True, None
    return {}
