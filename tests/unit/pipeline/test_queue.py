"""The queue between adapters and the road."""

import asyncio

import pytest

from bot.errors import StorageUnavailable
from bot.pipeline.queue import LocalQueue
from tests.builders import message


async def test_what_is_put_is_queued_before_anybody_waits() -> None:
    queue = LocalQueue()
    first = queue.put([message("a", number=1)])
    second = queue.put([message("b", number=2), message("c", number=3)])
    taken = await queue.take(2)
    assert [one.arrival.id for one in taken] == ["posted:1", "posted:2"]
    for one in [*taken, *await queue.take(9)]:
        one.done()
    await asyncio.gather(first, second)


async def test_a_caller_waits_for_all_of_its_own_and_for_nobody_elses() -> None:
    queue = LocalQueue()
    mine = asyncio.ensure_future(queue.put([message("a", number=1), message("b", number=2)]))
    yours = asyncio.ensure_future(queue.put([message("c", number=3)]))
    one, two, three = await queue.take(3)
    one.done()
    await asyncio.sleep(0)
    assert not mine.done()
    three.done()
    await yours
    two.fail(StorageUnavailable("full"))
    with pytest.raises(StorageUnavailable, match="full"):
        await mine


async def test_a_closed_queue_fails_everybody_at_once() -> None:
    queue = LocalQueue()
    waiting = queue.put([message("a", number=1)])
    queue.close(StorageUnavailable("the end"))
    for late in (waiting, queue.put([message("b", number=2)])):
        with pytest.raises(StorageUnavailable, match="the end"):
            await late


async def test_nothing_to_put_is_nothing_to_wait_for() -> None:
    await LocalQueue().put([])
