"""What happened in this world, line by line in a file, so that it is all still there after a restart.

A line is a step: changes that belong together, whole or not at all. What a crash tore off the end never happened.
"""

import errno
import hashlib
import json
import os
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
        self._file = self._path.open("ab", buffering=0)

    @classmethod
    def open(cls, folder: Path, *, fresh: bool = False) -> Self:
        """Open the journal of a folder, making both where there are none. Raises BrokenJournal."""
        if fresh:
            for path in (folder / NAME, *(folder / "files").glob("*")):
                path.unlink(missing_ok=True)
        return cls(folder)

    def append(self, changes: Sequence[AnyChange]) -> None:
        """Write one step down. It is with the operating system when this returns, and safe from a crash of ours;
        where the machine itself loses power, the last steps may be lost.

        Raises OSError where there is no room; nothing of the step is left in the file then.
        """
        data = _steps().dump_python(list(changes), mode="python")
        line = json.dumps(data, ensure_ascii=True, default=_plain, separators=(",", ":"))
        whole = line.encode("ascii") + b"\n"
        before, written = self._file.seek(0, os.SEEK_END), 0
        try:
            written = self._file.write(whole)
        finally:
            if written < len(whole):
                self._file.truncate(before)
        if written < len(whole):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def keep(self, content: bytes) -> str:
        """Keep a file; what is given back finds it again."""
        name = hashlib.sha256(content).hexdigest()
        path, half = self._files / name, self._files / f"{name}.half"
        if self.kept(name) != content:
            half.write_bytes(content)
            half.replace(path)
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
        hint = "start anew with --fresh, or cut the file off before this line to go back to that moment"
        raise BrokenJournal(f"{path}:{number}: this line of the world's journal cannot be read; {hint}") from None


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    message = f"{type(value).__name__} has no place in the journal"
    raise TypeError(message)
