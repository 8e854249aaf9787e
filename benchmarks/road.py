"""How fast is the road? `python -m benchmarks.road`

Replays a real export, durable on SQLite with `synchronous=FULL`, policies, records and counters included, on one core:
in batches, one by one, and next to two floors: reading the export and doing nothing with it, and the cheapest thing
that a database can do with a message (one row in one table, in batches).
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from adapters.exports import ExportAdapter, open_export
from benchmarks.measuring import Run, corpus, in_turns, main, table
from bot.app.assembly import assemble
from bot.app.replay import Replay, replay
from bot.config.load import load
from bot.config.model import Community
from bot.events import Event, MessagePosted
from bot.ids import CommunityId
from bot.pipeline.moments import ReplayedMoments

FEW = 1500


def _events(export: Path) -> list[Event]:
    return list(open_export(export).events())


def replayed(export: Path, batch: int) -> Run:
    async def run(folder: Path) -> float:
        config = load(None, {"PALABRE_DATABASE_URL": f"sqlite:{folder / 'palabre.db'}"})
        start = time.perf_counter()
        result = await replay(config, Replay(export=export, chunk=batch, batch=batch))
        return result.handed / (time.perf_counter() - start)

    return run


def only_read(export: Path) -> Run:
    async def run(folder: Path) -> float:
        count = 0

        async def receive(events: object) -> None:
            nonlocal count
            count += len(events)  # type: ignore[arg-type]

        start = time.perf_counter()
        await ExportAdapter(open_export(export)).run(receive)
        return count / (time.perf_counter() - start)

    return run


def only_judged(export: Path) -> Run:
    events = [event for event in _events(export) if isinstance(event, MessagePosted)]
    space = events[0].space
    config = load(None, {})

    async def run(folder: Path) -> float:
        community = Community(spaces=(space,))
        book = assemble(config, CommunityId("bench"), community, ReplayedMoments()).book
        start = time.perf_counter()
        for event in events:
            book.judge(event, None, None, 0)  # type: ignore[arg-type]
        return len(events) / (time.perf_counter() - start)

    return run


def only_stored(export: Path) -> Run:
    rows = [(event.id, event.at.isoformat(), event.kind) for event in _events(export)]

    async def run(folder: Path) -> float:
        with closing(sqlite3.connect(folder / "floor.db", isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("CREATE TABLE seen (id TEXT PRIMARY KEY, at TEXT, kind TEXT)")
            start = time.perf_counter()
            for first in range(0, len(rows), 1000):
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("INSERT INTO seen VALUES (?, ?, ?)", rows[first : first + 1000])
                connection.execute("COMMIT")
            return len(rows) / (time.perf_counter() - start)

    return run


async def question() -> None:
    export, name = corpus()
    found = await in_turns(
        {
            "replay, batches of 1,000": replayed(export, 1000),
            "replay, batches of 200": replayed(export, 200),
            "floor: only read the export": only_read(export),
            "floor: only judge by the policies": only_judged(export),
            "floor: only store one row each, raw sqlite3": only_stored(export),
        }
    )
    table(f"Replay: {name}; durable on SQLite, one core", "events/s", found, "replay, batches of 1,000")


if __name__ == "__main__":
    main(question)
