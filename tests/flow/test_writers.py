"""Several writers, one community: the fence lets none of them work from what it remembers."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.events import MessagePosted
from bot.facts import FactKey, Facts, counter_key
from bot.records import Counted, Record
from bot.rooms import Input, Moment, Ruling
from bot.storage import facts
from bot.storage.store import Store
from tests.builders import MONDAY, message
from tests.flow.roads import everything, road, rules

KEY = counter_key("awards", "all")


@dataclass(frozen=True)
class Awards:
    """Counts every message under one key, and reads the count before it does."""

    name: str = "awards"
    hears: frozenset[type] = frozenset({MessagePosted})
    keeps: frozenset[type] = frozenset()

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        return frozenset({KEY}) if isinstance(given, MessagePosted) else frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        if not isinstance(given, MessagePosted):
            return ()
        facts.counter("awards", "all")
        return (Ruling(rule="awards/one", records=(Counted(counter="awards", of="all", by=1, at=given.at),)),)

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        return


async def _send(queue: object, numbers: range, size: int) -> None:
    for start in range(numbers.start, numbers.stop, size):
        await queue.put([message("a", number=n) for n in range(start, min(start + size, numbers.stop))])  # type: ignore[attr-defined]


async def test_two_writers_lose_none_of_six_hundred_awards(database: str) -> None:
    first, second = await Store.open(database), await Store.open(database)
    async with road(first, rules(Awards())) as one, road(second, rules(Awards())) as two:
        await asyncio.gather(_send(one, range(1, 301), 7), _send(two, range(301, 601), 11))
    found = await everything(first)
    await first.close()
    await second.close()
    assert [row[2] for row in found["counters"]] == [600]
    assert [row[1] for row in found["events"]] == list(range(1, 601))


async def test_two_writers_of_the_same_events_count_each_once(database: str) -> None:
    first, second = await Store.open(database), await Store.open(database)
    async with road(first, rules(Awards())) as one, road(second, rules(Awards())) as two:
        await asyncio.gather(_send(one, range(1, 201), 7), _send(two, range(1, 201), 11))
    found = await everything(first)
    await first.close()
    await second.close()
    assert [row[2] for row in found["counters"]] == [200]
    assert len(found["events"]) == 200
    assert found["quarantine"] == []


async def test_a_change_by_another_writer_is_seen(store: Store, database: str) -> None:
    other = await Store.open(database)
    async with road(store, rules(Awards())) as here, road(other, rules(Awards())) as there:
        for number in range(1, 9):
            await (here if number % 2 else there).put([message("a", number=number)])
    async with store.reading() as connection:
        found = (await facts.load(connection, 1, [KEY]))[KEY]
    await other.close()
    assert found is not None
    assert getattr(found, "value", None) == 8
    assert getattr(found, "moved_at", MONDAY) > MONDAY
