"""The way out: in order within a lane, never twice without saying so, and every answer comes back."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select, update

from bot.dispatch import Dispatcher
from bot.effects import CreatePrivateThread, DeleteMessage, Effect, Handle, PostCard, SendDirect
from bot.errors import Refused, StorageUnavailable, Unavailable
from bot.events import EffectDelivered, EffectRefused, Event, FilesHashed, MessagePosted
from bot.facts import FactKey, Facts
from bot.ids import CaseId, ChannelId, EffectKey, EventId, MessageId, Platform
from bot.pipeline.partition import Partition
from bot.pipeline.queue import LocalQueue
from bot.ports import Arrival, Receipt
from bot.records import Record
from bot.rooms import Input, Moment, Ruling
from bot.storage import tables
from bot.storage.store import Store
from bot.views import Card, Verbatim
from tests.builders import CHANNEL, MONDAY, SPACE, message, someone
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.roads import COMMUNITY, rules

Script = Callable[[MessagePosted], Sequence[Effect]]


@dataclass
class Wishes:
    """Wants what a script says for each message, and remembers what came back."""

    script: Script
    heard: list[EffectDelivered | EffectRefused] = field(default_factory=list)
    told: list[tuple[FilesHashed, int]] = field(default_factory=list)
    """What a platform had to say, and how much of the rest was heard by then."""
    name: str = "wishes"
    hears: frozenset[type] = frozenset({MessagePosted, EffectDelivered, EffectRefused, FilesHashed})
    keeps: frozenset[type] = frozenset()

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        if isinstance(given, EffectDelivered | EffectRefused):
            self.heard.append(given)
        if isinstance(given, FilesHashed):
            self.told.append((given, len(self.heard)))
        if isinstance(given, MessagePosted):
            return (Ruling(rule="wishes/one", effects=tuple(self.script(given))),)
        return ()

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        return


def card(words: str, channel: ChannelId | Handle = CHANNEL, **more: object) -> PostCard:
    return PostCard(space=SPACE, channel=channel, card=Card(body=(Verbatim(words),)), locale="en", **more)  # type: ignore[arg-type]


def words(effect: Effect) -> str:
    assert isinstance(effect, PostCard | SendDirect)
    said = effect.card.body[0]
    assert isinstance(said, Verbatim)
    return said.text


def channel(number: int) -> ChannelId:
    return ChannelId(f"{SPACE}/C{number}")


@asynccontextmanager
async def working(
    store: Store,
    room: Wishes,
    adapter: FakeAdapter,
    clock: FakeClock | None = None,
    *,
    calls: int = 8,
    queue: LocalQueue | None = None,
) -> AsyncIterator[LocalQueue]:
    queue = queue or LocalQueue()
    dispatcher = Dispatcher(COMMUNITY, store, queue, {Platform("fake"): adapter}, clock or FakeClock(), calls=calls)
    partition = Partition(COMMUNITY, store, queue, rules(room), watch=lambda batch: dispatcher.wake())
    tasks = [asyncio.create_task(partition.run()), asyncio.create_task(dispatcher.run(poll_seconds=0.02))]
    try:
        yield queue
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - what is awaited has no event to set
            await asyncio.sleep(0.005)


async def states(store: Store) -> list[tuple[str, str | None]]:
    async with store.reading() as connection:
        rows = await connection.execute(select(tables.outbox.c.state, tables.outbox.c.reason).order_by("id"))
        return [(state, reason) for state, reason in rows]


async def test_one_lane_keeps_its_order_while_lanes_go_beside_each_other(store: Store) -> None:
    room = Wishes(lambda event: [card(f"{event.text}/{lane}", channel(lane)) for lane in range(4)])
    adapter = FakeAdapter()
    adapter.pause = 0.005
    async with working(store, room, adapter) as queue:
        await queue.put([message(str(number), number=number) for number in range(1, 9)])
        await until(lambda: len(room.heard) == 32)
    assert adapter.most_at_once > 1
    for lane in range(4):
        said = [words(effect) for _, effect in adapter.felt if words(effect).endswith(f"/{lane}")]
        assert said == [f"{number}/{lane}" for number in range(1, 9)]
    assert {state for state, _ in await states(store)} == {"done"}


async def test_no_more_calls_than_allowed_go_out_at_once(store: Store) -> None:
    room = Wishes(lambda event: [card(event.text, channel(lane)) for lane in range(9)])
    adapter = FakeAdapter()
    adapter.pause = 0.005
    async with working(store, room, adapter, calls=3) as queue:
        await queue.put([message("a")])
        await until(lambda: len(room.heard) == 9)
    assert adapter.most_at_once == 3


async def test_a_refusal_comes_back_and_the_lane_goes_on(store: Store) -> None:
    room = Wishes(lambda event: [card("no"), card("yes")])
    adapter = FakeAdapter()
    adapter.answer = lambda effect: Refused("direct messages are closed") if words(effect) == "no" else None
    async with working(store, room, adapter) as queue:
        await queue.put([message("a")])
        await until(lambda: len(room.heard) == 2)
    refused, delivered = room.heard
    assert isinstance(refused, EffectRefused)
    assert refused.id == f"refused:{refused.effect}"
    assert refused.reason == "direct messages are closed"
    assert isinstance(delivered, EffectDelivered)
    assert await states(store) == [("refused", "direct messages are closed"), ("done", None)]


async def test_an_unavailable_platform_is_asked_again_when_it_said_so(store: Store) -> None:
    room, clock, adapter = Wishes(lambda event: [card("a")]), FakeClock(), FakeAdapter()
    answers: list[Unavailable | None] = [Unavailable("too many requests", timedelta(minutes=1)), None]
    adapter.answer = lambda effect: answers.pop(0)
    async with working(store, room, adapter, clock) as queue:
        await queue.put([message("a")])
        await until(lambda: len(answers) == 1)
        clock.move(timedelta(seconds=59))
        await asyncio.sleep(0.1)
        assert len(answers) == 1
        clock.move(timedelta(seconds=2))
        await until(lambda: len(room.heard) == 1)
    assert await states(store) == [("done", None)]


async def test_what_came_too_late_is_refused_instead_of_done(store: Store) -> None:
    room, adapter = Wishes(lambda event: [card("a", expires_at=MONDAY)]), FakeAdapter()
    async with working(store, room, adapter, FakeClock(MONDAY + timedelta(hours=1))) as queue:
        await queue.put([message("a")])
        await until(lambda: len(room.heard) == 1)
    assert adapter.felt == []
    assert isinstance(room.heard[0], EffectRefused)


async def test_a_message_into_a_thread_waits_until_the_thread_is_there(store: Store) -> None:
    handle = Handle("case-1/talk")
    thread = CreatePrivateThread(space=SPACE, channel=CHANNEL, name="talk", members=(someone("ada"),), binds=handle)
    room, adapter = Wishes(lambda event: [thread, card("hello", handle), card("again", handle)]), FakeAdapter()
    adapter.pause = 0.02
    adapter.answer = lambda effect: Receipt(made="fake:S1/T9") if isinstance(effect, CreatePrivateThread) else None
    async with working(store, room, adapter) as queue:
        await queue.put([message("a")])
        await until(lambda: len(room.heard) == 3)
    kinds = [(effect.kind, getattr(effect, "channel", None)) for _, effect in adapter.felt]
    assert kinds == [("create_private_thread", CHANNEL), ("post_card", "fake:S1/T9"), ("post_card", "fake:S1/T9")]


async def test_a_thread_that_cannot_be_made_refuses_what_belongs_into_it(store: Store) -> None:
    handle = Handle("case-1/talk")
    thread = CreatePrivateThread(space=SPACE, channel=CHANNEL, name="talk", members=(), binds=handle)
    room, adapter = Wishes(lambda event: [thread, card("hello", handle)]), FakeAdapter()
    adapter.answer = lambda effect: Refused("permission missing")
    async with working(store, room, adapter) as queue:
        await queue.put([message("a")])
        await until(lambda: len(room.heard) == 2)
    assert [state for state, _ in await states(store)] == ["refused", "refused"]


async def _die_while_sending(store: Store, effect: Effect, adapter: FakeAdapter) -> None:
    """Stop the process after the platform felt the effect and before anybody wrote that down."""
    adapter.hang.clear()
    async with working(store, Wishes(lambda event: [effect]), adapter) as queue:
        await queue.put([message("a")])
        await until(lambda: len(adapter.felt) == 1)
    adapter.hang.set()
    assert [state for state, _ in await states(store)] == ["sending"]


async def test_a_card_that_a_crash_cut_off_is_unsure_and_never_sent_again(store: Store) -> None:
    adapter = FakeAdapter()
    await _die_while_sending(store, card("a"), adapter)
    room = Wishes(lambda event: [card(event.text)])
    async with working(store, room, adapter) as queue:
        await queue.put([message("after", number=2)])
        await until(lambda: len(room.heard) == 1)
    assert [words(effect) for _, effect in adapter.felt] == ["a", "after"]
    assert [state for state, _ in await states(store)] == ["unsure", "done"]


async def test_a_card_that_a_crash_cut_off_is_looked_up_where_that_is_possible(store: Store) -> None:
    adapter = FakeAdapter(reads_back=True)
    await _die_while_sending(store, card("a"), adapter)
    room = Wishes(lambda event: [])
    async with working(store, room, adapter):
        await until(lambda: len(room.heard) == 1)
    assert len(adapter.felt) == 1
    assert isinstance(room.heard[0], EffectDelivered)
    assert room.heard[0].made == "made-1"


class Late(FakeAdapter):
    """A platform that is reached only some time after the start."""

    def __init__(self) -> None:
        super().__init__(reads_back=True)
        self.asked = 0

    async def recall(self, effect: Effect, *, key: EffectKey) -> Receipt | None:
        self.asked += 1
        if self.asked == 1:
            raise Unavailable("not there yet", timedelta(seconds=5))
        return await super().recall(effect, key=key)


async def test_a_platform_that_is_not_there_yet_is_asked_again_what_it_felt(store: Store) -> None:
    adapter = Late()
    await _die_while_sending(store, card("a"), adapter)
    room = Wishes(lambda event: [])
    async with working(store, room, adapter):
        await until(lambda: len(room.heard) == 1)
    assert [state for state, _ in await states(store)] == ["done"]
    assert (len(adapter.felt), adapter.asked) == (1, 2)


async def test_a_card_that_was_certainly_not_felt_is_sent_after_the_crash(store: Store) -> None:
    adapter = FakeAdapter(reads_back=True)
    await _die_while_sending(store, card("a"), adapter)
    adapter.felt.clear()
    room = Wishes(lambda event: [])
    async with working(store, room, adapter):
        await until(lambda: len(room.heard) == 1)
    assert len(adapter.felt) == 1


async def test_a_deletion_that_a_crash_cut_off_is_done_again(store: Store) -> None:
    adapter = FakeAdapter()
    deletion = DeleteMessage(space=SPACE, channel=CHANNEL, message=MessageId(f"{CHANNEL}/1"))
    await _die_while_sending(store, deletion, adapter)
    room = Wishes(lambda event: [])
    async with working(store, room, adapter):
        await until(lambda: len(room.heard) == 1)
    assert len(adapter.felt) == 2
    assert await states(store) == [("done", None)]


async def test_an_answer_that_did_not_come_back_before_a_crash_comes_back_after_it(store: Store) -> None:
    room, adapter = Wishes(lambda event: [card("a")]), FakeAdapter()
    async with working(store, room, adapter) as queue:
        await queue.put([message("a")])
        await until(lambda: len(room.heard) == 1)
    async with store.writing() as connection:
        await connection.execute(tables.events.delete().where(tables.events.c.kind == "effect_delivered"))
        await connection.execute(update(tables.outbox).values(reported=False))
    again = Wishes(lambda event: [])
    async with working(store, again, adapter):
        await until(lambda: len(again.heard) == 1)
    assert again.heard[0].effect == room.heard[0].effect
    assert len(adapter.felt) == 1


async def test_an_error_of_an_sdk_loses_nothing_and_repeats_nothing_blindly(store: Store) -> None:
    deletion = DeleteMessage(space=SPACE, channel=channel(2), message=MessageId(f"{CHANNEL}/1"))
    room, adapter, clock = Wishes(lambda event: [card("a"), deletion]), FakeAdapter(), FakeClock()
    failures = {"post_card": 1, "delete_message": 1}

    def answer(effect: Effect) -> Exception | None:
        failures[effect.kind] -= 1
        return KeyError("sdk") if failures[effect.kind] == 0 else None

    adapter.answer = answer
    async with working(store, room, adapter, clock) as queue:
        await queue.put([message("a")])
        await until(lambda: failures == {"post_card": 0, "delete_message": 0})
        clock.move(timedelta(minutes=10))
        await until(lambda: len(room.heard) == 1)
    found = [state for state, _ in await states(store)]
    assert found == ["unsure", "done"]


async def test_what_names_a_handle_that_nobody_makes_is_refused_and_holds_nobody_up(store: Store) -> None:
    lost, next_one = card("lost", Handle("nowhere")), card("next", Handle("nowhere"))
    room, adapter = Wishes(lambda event: [lost, next_one, card("free")]), FakeAdapter()
    async with working(store, room, adapter) as queue:
        await queue.put([message("a")])
        await until(lambda: len(room.heard) == 3)
    assert [words(effect) for _, effect in adapter.felt] == ["free"]
    assert [one.reason for one in room.heard if isinstance(one, EffectRefused)] == [
        "what it belongs to could not be made"
    ] * 2


async def test_nothing_counts_as_sent_before_it_is_known_what_waits(store: Store) -> None:
    adapter, queue = FakeAdapter(), LocalQueue()
    dispatcher = Dispatcher(COMMUNITY, store, queue, {Platform("fake"): adapter}, FakeClock())
    partition = Partition(COMMUNITY, store, queue, rules(Wishes(lambda event: [card("a")])))
    road = asyncio.create_task(partition.run())
    await queue.put([message("a")])
    emptied = asyncio.create_task(dispatcher.emptied())
    await asyncio.sleep(0.1)
    assert not emptied.done()
    sending = asyncio.create_task(dispatcher.run(poll_seconds=0.02))
    async with asyncio.timeout(10):
        await emptied
    assert len(adapter.felt) == 1
    for task in (road, sending):
        task.cancel()
    await asyncio.gather(road, sending, return_exceptions=True)


class Reluctant(LocalQueue):
    """Takes what a platform tells only the second time."""

    refusals = 1

    async def put(self, arrivals: Sequence[Arrival]) -> None:
        if self.refusals and any(isinstance(one, FilesHashed) for one in arrivals):
            self.refusals -= 1
            raise StorageUnavailable("away")
        await super().put(arrivals)


async def test_what_a_platform_says_to_an_effect_is_on_the_road_before_the_effect_is_done(store: Store) -> None:
    gone = DeleteMessage(space=SPACE, channel=channel(1), message=MessageId(f"{channel(1)}/1"))
    room, clock, adapter = Wishes(lambda event: [gone]), FakeClock(), FakeAdapter()
    said: Event = FilesHashed(id=EventId("hashed:k"), space=SPACE, at=MONDAY, case=CaseId("1"), prints=())
    adapter.answer = lambda effect: Receipt(tells=(said,))
    async with working(store, room, adapter, clock, queue=Reluctant()) as queue:
        await queue.put([message("a")])
        await until(lambda: len(adapter.felt) == 1)
        await asyncio.sleep(0.1)
        assert (room.told, room.heard) == ([], [])
        assert await states(store) == [("pending", "away")]
        clock.move(timedelta(seconds=3))
        await until(lambda: len(room.heard) == 1)
    assert room.told == [(said, 0)]
    assert len(adapter.felt) == 2


async def test_what_was_sent_is_not_sent_again_because_the_road_is_away(store: Store) -> None:
    room, clock, adapter = Wishes(lambda event: [card("a")]), FakeClock(), FakeAdapter()
    said: Event = FilesHashed(id=EventId("hashed:k"), space=SPACE, at=MONDAY, case=CaseId("1"), prints=())
    adapter.answer = lambda effect: Receipt(tells=(said,))
    async with working(store, room, adapter, clock, queue=Reluctant()) as queue:
        await queue.put([message("a")])
        await until(lambda: len(adapter.felt) == 1)
        clock.move(timedelta(minutes=10))
        await asyncio.sleep(0.1)
        assert await states(store) == [("unsure", "away")]
    assert len(adapter.felt) == 1
