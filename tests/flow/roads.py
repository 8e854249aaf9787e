"""Roads for tests: a partition with rooms of the test's own, and a way to see everything that it stored."""

import asyncio
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.counters import CountersRoom
from bot.ids import CommunityId
from bot.members.room import MembersRoom, Window
from bot.pipeline.batch import Rules, Simulate
from bot.pipeline.gate import Gate
from bot.pipeline.moments import ReplayedMoments
from bot.pipeline.partition import Partition, Patience, Watch
from bot.pipeline.queue import LocalQueue
from bot.ports import Arrival
from bot.rooms import Room
from bot.settings import Overlay, Written
from bot.storage import tables
from bot.storage.store import Store

COMMUNITY = CommunityId("test")
# Random by design: salts, and the hashes over them. Epochs count batches, however many there were.
RANDOM_COLUMNS = {"salt", "details_hash", "previous", "hash", "log", "chain", "epoch"}
# PostgreSQL leaves gaps where a transaction was rolled back.
_STRANGER = re.compile("forgotten(:[0-9a-f]{16}|-(k-)?[0-9a-f]{32})")
NUMBERED_BY_DATABASE = {"outbox", "inbox", "quarantine"}


def members() -> MembersRoom:
    return MembersRoom(Window(timedelta(seconds=60), 10), fingerprint=len)


def rules(*rooms: Room, simulate: Simulate | None = None) -> Rules:
    return Rules(
        rooms=(members(), *rooms, CountersRoom()),
        moments=ReplayedMoments(),
        gate=Gate(Overlay(Written())),
        simulate=simulate,
    )


@asynccontextmanager
async def road(
    store: Store, made_of: Rules, *, patience: Patience | None = None, watch: Watch | None = None
) -> AsyncIterator[LocalQueue]:
    queue = LocalQueue()
    partition = Partition(COMMUNITY, store, queue, made_of, patience or Patience(seconds=5), watch)
    task = asyncio.create_task(partition.run())
    try:
        yield queue
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def send(queue: LocalQueue, arrivals: Sequence[Arrival], *, at_once: int) -> None:
    for start in range(0, len(arrivals), at_once):
        await queue.put(arrivals[start : start + at_once])


async def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, without what is random by design."""
    found = {}
    async with store.reading() as connection:
        for table in tables.metadata.sorted_tables:
            numbered = {"id"} if table.name in NUMBERED_BY_DATABASE else set()
            random = RANDOM_COLUMNS | numbered | ({"key"} if table.name == "keys" else set())
            columns = [column for column in table.c if column.name not in random]
            rows = await connection.execute(select(*columns).order_by(*table.primary_key.columns))
            found[table.name] = [tuple(row) for row in rows]
    return found


async def outcome(
    template: Path,
    arrivals: Sequence[Arrival],
    made_of: Rules,
    *,
    at_once: int,
    look: Callable[[Store], Awaitable[object]] | None = None,
    ends: int = 0,
) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that a fresh SQLite database holds once these arrivals went down the road, so many at a time.

    `look` may make sure of more while the database is open; after `ends` arrivals, another road takes over.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(template, Path(folder) / "palabre.db"))
        store = await Store.open(f"sqlite:///{path}")
        try:
            for some in (arrivals[:ends], arrivals[ends:]):
                async with road(store, made_of) as queue:
                    await send(queue, some, at_once=at_once)
            if look is not None:
                await look(store)
            return await everything(store)
        finally:
            await store.close()


def without_strangers(found: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """The same, but for whoever was forgotten: they leave a random stand-in."""
    return {name: [tuple(_named(cell) for cell in row) for row in rows] for name, rows in found.items()}


def _named(cell: object) -> object:
    return _STRANGER.sub("forgotten", cell) if isinstance(cell, str) else cell
