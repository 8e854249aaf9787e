"""A process that sends cards to a platform which remembers them in a file; it is there to be killed."""

import asyncio
import os
import sys
from contextlib import suppress
from pathlib import Path

from sqlalchemy import func, select

from bot.dispatch import Dispatcher
from bot.effects import Effect
from bot.ids import EffectKey, Platform
from bot.pipeline.partition import Partition
from bot.pipeline.queue import LocalQueue
from bot.ports import Receipt
from bot.storage import tables
from bot.storage.store import Store
from tests.builders import message
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.roads import COMMUNITY, rules
from tests.flow.test_dispatch import Wishes, card, channel

MESSAGES = 40


class Remembering(FakeAdapter):
    """Writes each card that people felt to a file, at once and for good."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        with self._path.open("a") as file:
            file.write(f"{key}\n")
            file.flush()
            os.fsync(file.fileno())
        await asyncio.sleep(0.002)
        return Receipt(made=key)


async def main(database: Path, felt: Path) -> None:
    store = await Store.open(f"sqlite:///{database}")
    queue, room = LocalQueue(), Wishes(lambda event: [card(event.text, channel(lane)) for lane in range(3)])
    dispatcher = Dispatcher(COMMUNITY, store, queue, {Platform("fake"): Remembering(felt)}, FakeClock(), calls=4)
    partition = Partition(COMMUNITY, store, queue, rules(room), watch=lambda batch: dispatcher.wake())
    tasks = [asyncio.create_task(partition.run()), asyncio.create_task(dispatcher.run(poll_seconds=0.02))]
    for number in range(1, MESSAGES + 1):
        await queue.put([message("a", number=number)])
    while await _waiting(store):  # noqa: ASYNC110 - what is awaited has no event to set
        await asyncio.sleep(0.01)
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    await store.close()


async def _waiting(store: Store) -> bool:
    states = tables.outbox.c.state
    async with store.reading() as connection:
        return bool(await connection.scalar(select(func.count()).where(states.in_(("pending", "sending")))))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
