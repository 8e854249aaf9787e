"""A pause is felt: nothing that policies wanted comes after it, however far it had got, but for words that are owed."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.effects import DeleteMessage, Effect, PostCard, SendDirect, TimeOutMember
from bot.errors import Unavailable
from bot.storage import tables
from bot.storage.retention import Retention, sweep
from bot.storage.store import Store
from tests.builders import MONDAY, message
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.governed import MODERATOR, Asking, delivering
from tests.flow.roads import everything
from tests.flow.test_dispatch import until
from tests.flow.test_forgetting_requests import quiet
from tests.flow.test_privacy import traces

pytestmark = pytest.mark.story

MOD = Asking("mod", MODERATOR)
BOTH = message("my cat and my dog", number=1)


def felt(adapter: FakeAdapter) -> list[type]:
    """What policies did, in the order in which it was felt."""
    kinds = DeleteMessage | SendDirect | TimeOutMember | PostCard
    return [type(effect) for _, effect in adapter.felt if isinstance(effect, kinds) and "paused" not in str(effect)]


async def test_what_was_tried_before_a_pause_is_not_tried_again_after_it(store: Store) -> None:
    adapter, clock = FakeAdapter(), FakeClock()
    tried: list[str] = []

    def answer(effect: Effect) -> Unavailable | None:
        tried.append(effect.kind)
        policies = effect.kind in {"delete_message", "send_direct"}
        return Unavailable("away", timedelta(minutes=1)) if policies else None

    adapter.answer = answer
    adapter.pause = 0.2
    async with delivering(store, adapter, clock) as queue:
        await queue.put([message("my cat", number=1)])
        await until(lambda: bool(adapter.busy_lanes))
        await queue.put([MOD.command(2, "pause")])
        await until(lambda: tried.count("delete_message") == 1)
        clock.move(timedelta(minutes=2))
        adapter.answer = lambda effect: None
        await quiet(store)
    assert DeleteMessage not in felt(adapter)


async def test_what_two_paused_policies_wanted_is_given_up_with_the_second(store: Store) -> None:
    adapter = FakeAdapter()
    async with delivering(store, adapter) as queue:
        adapter.hang.clear()
        await queue.put([message("a cat", number=5)])
        await until(lambda: len(adapter.felt) == 3)
        await queue.put([BOTH])
        await queue.put([MOD.command(2, "pause", policy="ours/cats")])
        assert "pending" in await states(store, BOTH.id)
        await queue.put([MOD.command(3, "pause", policy="ours/dogs")])
        assert await states(store, BOTH.id) == {"refused"}
        adapter.hang.set()
        await quiet(store)


async def test_whoever_a_measure_fell_upon_still_hears_why(store: Store) -> None:
    adapter = FakeAdapter()
    adapter.hang.clear()
    async with delivering(store, adapter) as queue:
        await queue.put([message("a cat", number=5, by="eve")])
        await until(lambda: len(adapter.felt) == 3)
        adapter.hang.set()
        await quiet(store)
        adapter.felt.clear()
        adapter.answer = lambda effect: (
            Unavailable("away", timedelta(minutes=1)) if isinstance(effect, SendDirect) else None
        )
        clock_held = message("a cat once more", number=6)
        await queue.put([clock_held])
        await until(lambda: DeleteMessage in felt(adapter))
        await queue.put([MOD.command(7, "pause")])
    assert await states(store, clock_held.id, "send_direct") == {"pending"}


async def test_the_words_of_what_was_stopped_go_after_their_time(store: Store) -> None:
    adapter = FakeAdapter()
    adapter.hang.clear()
    async with delivering(store, adapter) as queue:
        await queue.put([message("a cat", number=5)])
        await until(lambda: len(adapter.felt) == 3)
        await queue.put([message("a secret cat", number=6)])
        await queue.put([MOD.command(7, "pause")])
        adapter.hang.set()
        await quiet(store)
    await sweep(store, 1, MONDAY + timedelta(days=40), Retention())
    assert "outbox" not in {table for table, _ in traces(await everything(store), "a secret cat")}


async def states(store: Store, event: str, kind: str = "%") -> set[str]:
    """Where the effects of an arrival stand."""
    outbox, events = tables.outbox, tables.events
    asked = (
        select(outbox.c.state)
        .join(events, (events.c.partition == outbox.c.partition) & (events.c.seq == outbox.c.seq))
        .where(events.c.event_id == event, outbox.c.kind.like(kind))
    )
    async with store.reading() as connection:
        return set(await connection.scalars(asked))
