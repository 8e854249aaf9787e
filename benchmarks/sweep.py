"""How long does a heap of overdue cases take? `python -m benchmarks.sweep [cases] [postgresql://…]`

So many open cases among as many members and a team of twenty, all of whose deadlines came while no bot was there: each
through the whole road, fifty in a transaction as they come up live, next to a look that finds nothing due.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from benchmarks.cases import NOW, SPACE, TEAM, Rows, fill
from benchmarks.measuring import main, table
from bot.app.assembly import put_together
from bot.config.model import Community
from bot.events import Ticked
from bot.ids import CommunityId, EventId, channel_id, own_space
from bot.pipeline.moments import ReplayedMoments
from bot.pipeline.partition import Partition
from bot.pipeline.queue import LocalQueue
from bot.policy.book import Book
from bot.storage.batch import Ruled
from bot.storage.store import Store

MANY = 500
COMMUNITY = CommunityId("c")
OPEN, AHEAD = timedelta(days=3), timedelta(days=1)
LATER = NOW + OPEN


def _timers(many: int) -> Rows:
    for number in range(1, many + 1):
        due_at = NOW - timedelta(minutes=number % 4_000) + OPEN
        for name, at in (("case", due_at), ("case-notice", due_at - AHEAD)):
            yield {"partition": 1, "timer": f"{name}:{number}", "generation": 1, "due_at": at}


class Live(ReplayedMoments):
    """As many at once as there are live."""

    most_due = 50  # type: ignore[assignment]


async def _looks(store: Store) -> dict[str, list[float]]:
    """Milliseconds: of a look at nothing due, and of each deadline by the looks that it came up in."""
    settings = Community(
        spaces=(SPACE,), managers_channel={SPACE: channel_id(SPACE, "team")}, levels={TEAM: "moderator"}
    )
    ruled: list[int] = []

    def watch(batch: Sequence[Ruled]) -> None:
        ruled.append(len(batch))

    queue = LocalQueue()
    rules = put_together(COMMUNITY, settings, Book.compile([]), Live()).rules
    road = asyncio.create_task(Partition(COMMUNITY, store, queue, rules, watch=watch).run())
    empty, each = list[float](), list[float]()
    for number in range(10_000):
        at = NOW - timedelta(days=100) if number < 20 else LATER
        ruled.clear()
        begun_at = time.perf_counter()
        await queue.put([Ticked(id=EventId(f"tick:{number}"), space=own_space(COMMUNITY), at=at)])
        took = 1_000 * (time.perf_counter() - begun_at)
        if number < 20:
            empty.append(took)
        elif ruled:
            each.append(took / sum(ruled))
        else:
            break
    road.cancel()
    with suppress(asyncio.CancelledError):
        await road
    return {"a look at nothing due": empty[1:], "a deadline": each}


async def measure(many: int, address: str | None) -> None:
    """Print a deadline's milliseconds beside those of a look that finds nothing."""
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(address or f"sqlite:///{folder}/palabre.db", create=True)
        try:
            await fill(store, many, _timers(many))
            found = await _looks(store)
        finally:
            await store.close()
    table(f"what is due, with {many:,} overdue cases and a team of twenty", "ms", found, "a look at nothing due")


if __name__ == "__main__":
    given = sys.argv[1:]
    number = int(given[0]) if given and given[0].isdigit() else MANY
    main(lambda: measure(number, next((one for one in given if "://" in one), None)))
