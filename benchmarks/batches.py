"""What do batches bring, and how long does a lone event take? `python -m benchmarks.batches`

The same messages through the same rooms and the same database, handed over one by one and 200 at a time; and the time
from `put` to the commit of an event that finds nobody else waiting.
"""

import asyncio
import gc
import statistics
import time
from contextlib import suppress
from pathlib import Path

from adapters.exports import open_export
from benchmarks.measuring import Run, corpus, in_turns, main, table
from bot.app.assembly import assemble
from bot.config.load import load
from bot.config.model import Community
from bot.events import Event
from bot.ids import CommunityId
from bot.pipeline.moments import ReplayedMoments
from bot.pipeline.partition import Partition, Patience
from bot.pipeline.queue import LocalQueue
from bot.storage.store import Store

COMMUNITY = CommunityId("bench")


async def _through(folder: Path, events: list[Event], size: int) -> list[float]:
    """The seconds that each batch took from `put` to its commit."""
    config = load(None, {})
    store = await Store.open(f"sqlite:///{folder / 'palabre.db'}", create=True)
    queue = LocalQueue()
    rules = assemble(config, COMMUNITY, Community(spaces=(events[0].space,)), ReplayedMoments()).rules
    road = asyncio.create_task(Partition(COMMUNITY, store, queue, rules, Patience(batch=size)).run())
    await queue.put(events[:1])
    took = []
    for first in range(1, len(events), size):
        start = time.perf_counter()
        await queue.put(events[first : first + size])
        took.append(time.perf_counter() - start)
    road.cancel()
    with suppress(asyncio.CancelledError):
        await road
    await store.close()
    return took


def rate(events: list[Event], size: int) -> Run:
    async def run(folder: Path) -> float:
        return (len(events) - 1) / sum(await _through(folder, events, size))

    return run


def lone(events: list[Event], quantile: int) -> Run:
    async def run(folder: Path) -> float:
        took = await _through(folder, events, 1)
        return statistics.quantiles(took, n=100)[quantile - 1] * 1000

    return run


async def question() -> None:
    export, name = corpus()
    events = list(open_export(export).events())
    gc.freeze()  # the messages at hand belong to the question, not to the road
    found = await in_turns(
        {
            "batches of one": rate(events[:800], 1),
            "batches of 200": rate(events[:8000], 200),
            "batches of 1,000": rate(events[:8000], 1000),
        }
    )
    table(f"Batches: {name}; SQLite, synchronous=FULL, one core", "events/s", found, "batches of one")
    waits = await in_turns({"median": lone(events[:800], 50), "99th percentile": lone(events[:800], 99)})
    table("A lone event, from put to commit", "milliseconds", waits, "median")


if __name__ == "__main__":
    main(question)
