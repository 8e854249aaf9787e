"""The folders of packs, looked at once for all communities that use them."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

import structlog

from bot.app import packs

Stamp = frozenset[tuple[Path, int, int]]
"""Files by time of change and size: it differs where something may have changed."""

_log = structlog.get_logger("bot")


class Reader(Protocol):
    """Somebody whose policies stand in such folders."""

    @property
    def packs(self) -> tuple[str, ...]:
        """Their names."""
        ...

    def seen(self, stamps: Mapping[str, Stamp]) -> None:
        """They look like this now."""
        ...


async def watch(folders: tuple[Path, ...], readers: Callable[[], Iterable[Reader]], seconds: float) -> None:
    """Tell all readers what the folders look like, again and again. Until cancelled."""
    while True:
        await asyncio.sleep(seconds)
        there = tuple(readers())
        names = frozenset(name for one in there for name in one.packs)
        try:
            found = await asyncio.to_thread(stamps, folders, names)
        except OSError as error:
            _log.error("policies not looked at", error=repr(error))
            continue
        for one in there:
            one.seen(found)


def stamps(folders: Iterable[Path], names: Iterable[str]) -> Mapping[str, Stamp]:
    """What the packs of these names look like; a pack that is not there is left out."""
    known = packs.available(folders)
    return {name: frozenset(_files(known[name])) for name in names if name in known}


def together(found: Mapping[str, Stamp], names: Iterable[str]) -> Stamp:
    """One stamp for several packs."""
    return frozenset[tuple[Path, int, int]]().union(*(found[name] for name in names if name in found))


def _files(folder: Path) -> Iterable[tuple[Path, int, int]]:
    for path in (*folder.glob("*.toml"), *folder.glob("*.txt")):
        try:
            status = path.stat()
        except OSError:
            continue
        yield path, status.st_mtime_ns, status.st_size
