"""Miniature exports, written by hand."""

import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from adapters.exports import Export, open_export
from bot.events import Event, MessagePosted

Json = Mapping[str, object]

ANN: Json = {"id": "U1", "team_id": "T1", "name": "ann", "is_owner": True, "is_admin": True, "profile": {}}
BOB: Json = {"id": "U2", "team_id": "T1", "name": "bob", "profile": {"display_name": "Bob", "real_name": "Robert"}}
GENERAL: Json = {"id": "C1", "name": "general"}
RANDOM: Json = {"id": "C2", "name": "random"}
DAY = "2020-01-01.json"


def wrote(ts: str, text: str = "hello", user: str = "U1", **more: object) -> dict[str, object]:
    return {"type": "message", "user": user, "text": text, "ts": ts, **more}


def slack_folder(
    root: Path,
    days: Mapping[str, object],
    users: Sequence[Json] = (ANN, BOB),
    channels: Sequence[Json] = (GENERAL, RANDOM),
) -> Path:
    """Files by name, such as `general/2020-01-01.json`; bytes are written as they are."""
    lists: dict[str, object] = {"users.json": list(users), "channels.json": list(channels)}
    for name, content in (lists | dict(days)).items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return root


def zipped(folder: Path, into: Path) -> Path:
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*.json")):
            archive.write(file, file.relative_to(folder).as_posix())
    return into


def slack(root: Path, *messages: Json) -> Export:
    return open_export(slack_folder(root, {f"general/{DAY}": list(messages)}))


def said(native: str, at: str, text: str = "hello", **more: object) -> dict[str, object]:
    author = {"id": "80351110224678912", "name": "nelly", "nickname": "Nelly", "isBot": False, "roles": []}
    return {"id": native, "type": "Default", "timestamp": at, "content": text, "author": author, **more}


def discord_file(path: Path, *messages: Json, channel: str = "20", guild: str = "10") -> Path:
    head = {"guild": {"id": guild, "name": "Tea house"}, "channel": {"id": channel, "name": f"room-{channel}"}}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**head, "messages": list(messages), "messageCount": len(messages)}, indent=2))
    return path


def posts(events: Iterable[Event]) -> list[MessagePosted]:
    return [event for event in events if isinstance(event, MessagePosted)]


def texts(events: Iterable[Event]) -> list[str]:
    return [post.text for post in posts(events)]
