"""What happened in this world, line by line in a file, so that it is all still there after a restart.

A line is a step: changes that belong together, whole or not at all. What a crash tore off the end never happened.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import TypeAdapter, ValidationError

from adapters.web.changes import AnyChange
from bot.errors import PalabreError

NAME = "world.jsonl"


class BrokenJournal(PalabreError):
    """A line in the middle of the journal cannot be read; nothing after it can be trusted."""


@cache
def _steps() -> TypeAdapter[list[AnyChange]]:
    return TypeAdapter(list[AnyChange])


class Journal:
    """An append-only file of steps, and the files that people uploaded beside it."""

    def __init__(self, folder: Path) -> None:
        self._files = folder / "files"
        self._files.mkdir(parents=True, exist_ok=True)
        self._path = folder / NAME
        self.steps = _read(self._path)
        """What was there when it was opened."""
        self._file = self._path.open("ab")

    @classmethod
    def open(cls, folder: Path, *, fresh: bool = False) -> Self:
        """Open the journal of a folder, making both where there are none. Raises BrokenJournal."""
        if fresh:
            (folder / NAME).unlink(missing_ok=True)
        return cls(folder)

    def append(self, changes: Sequence[AnyChange]) -> None:
        """Write one step down; it is with the operating system when this returns."""
        data = _steps().dump_python(list(changes), mode="python")
        line = json.dumps(data, ensure_ascii=True, default=_plain, separators=(",", ":"))
        self._file.write(line.encode("ascii") + b"\n")
        self._file.flush()

    def keep(self, content: bytes) -> str:
        """Keep a file; what is given back finds it again."""
        name = hashlib.sha256(content).hexdigest()
        path = self._files / name
        if not path.exists():
            path.write_bytes(content)
        return name

    def kept(self, name: str) -> bytes | None:
        """The content of a file that was kept."""
        path = self._files / name
        return path.read_bytes() if len(name) == 64 and name.isalnum() and path.is_file() else None

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _read(path: Path) -> list[list[AnyChange]]:
    if not path.exists():
        return []
    content = path.read_bytes()
    whole = content.rfind(b"\n") + 1
    if whole < len(content):
        with path.open("r+b") as file:
            file.truncate(whole)
    return [_step(path, number, line) for number, line in enumerate(content[:whole].splitlines(), 1)]


def _step(path: Path, number: int, line: bytes) -> list[AnyChange]:
    try:
        return _steps().validate_python(json.loads(line))
    except (ValueError, ValidationError):
        hint = f"move {path.name} away to start anew, or cut it off before this line to go back to that moment"
        raise BrokenJournal(f"{path}:{number}: this line of the world's journal cannot be read; {hint}") from None


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    message = f"{type(value).__name__} has no place in the journal"
    raise TypeError(message)
