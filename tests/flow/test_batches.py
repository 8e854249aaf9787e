"""Batches change nothing but the speed: whatever comes, in whatever batches, the database ends up the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.effects import DeleteMessage, PostCard
from bot.events import Due, EffectDelivered, MessagePosted
from bot.facts import FactKey, Facts, counter_key
from bot.ids import EffectKey, TimerId
from bot.ports import Receipt
from bot.records import Counted, Record, TimerArmed, TimerCancelled
from bot.rooms import Input, Moment, Ruling, Subject
from bot.storage.store import Store
from bot.views import Card, Verbatim
from tests.builders import CHANNEL, SPACE, message
from tests.flow.roads import everything, outcome, road, rules, send


@dataclass(frozen=True)
class Busy:
    """Counts what is said; every third word arms a timer, and timers count when they fire: records lead to records."""

    name: str = "busy"
    hears: frozenset[type] = frozenset({MessagePosted, Counted, Due, EffectDelivered})
    keeps: frozenset[type] = frozenset()

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        if isinstance(given, MessagePosted):
            return frozenset({counter_key("words", given.text)})
        if isinstance(given, Counted):
            return frozenset({counter_key(given.counter, given.of)})
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        if isinstance(given, MessagePosted):
            return (self._heard(given, facts),)
        if isinstance(given, Counted) and given.counter == "words":
            known = facts.counter("words", given.of)
            if known and known.value % 3 == 0:
                timer = TimerArmed(timer=TimerId(f"t-{given.of}"), due_at=at.now + timedelta(seconds=5))
                return (Ruling(rule="busy/arm", records=(timer,)),)
        if isinstance(given, Due):
            fired = Counted(counter="fired", of=given.timer, by=1, at=given.at)
            return (Ruling(rule="busy/due", why=(Verbatim("it was due"),), records=(fired,)),)
        if isinstance(given, EffectDelivered):
            felt = Counted(counter="felt", of="all", by=1, at=given.at)
            return (Ruling(rule="busy/felt", records=(felt,)),)
        return ()

    def _heard(self, event: MessagePosted, facts: Facts) -> Ruling:
        before = facts.counter("words", event.text)
        records: list[Record] = [Counted(counter="words", of=event.text, by=1 + event.text.count("!"), at=event.at)]
        if event.text == "stop":
            records.append(TimerCancelled(timer=TimerId("t-a")))
        effects: tuple[DeleteMessage, ...] = ()
        if before and before.value >= 2:
            effects = (DeleteMessage(space=event.space, channel=event.channel, message=event.message),)
        return Ruling(
            rule="busy/heard",
            why=(Verbatim("somebody spoke"),),
            subject=Subject(account=event.account, message=event.message),
            records=tuple(records),
            effects=effects,
        )

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        return


@dataclass(frozen=True)
class Buggy:
    """Raises wherever a rule can raise, and wants what no database can hold."""

    name: str = "buggy"
    hears: frozenset[type] = frozenset({MessagePosted})
    keeps: frozenset[type] = frozenset({Counted})

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        if isinstance(given, MessagePosted) and given.text == "bug in needs":
            raise ValueError("needs")
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        if not isinstance(given, MessagePosted):
            return ()
        seen = Counted(counter="seen", of="all", by=1, at=given.at)
        if given.text == "bug in rule":
            raise KeyError("rule")
        if given.text == "poison":
            naive = given.at.replace(tzinfo=None)
            card = PostCard(space=SPACE, channel=CHANNEL, card=Card(body=()), locale="en", expires_at=naive)
            return (Ruling(rule="buggy/poison", effects=(card,)),)
        return (Ruling(rule="buggy/seen", records=(seen,)),)

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        if isinstance(record, Counted) and record.of == "bug in fold":
            raise ZeroDivisionError("fold")


texts = st.sampled_from(["a", "b", "a!", "stop", "bug in rule", "bug in needs", "bug in fold", "poison"])


@st.composite
def streams(draw: st.DrawFn) -> list[MessagePosted]:
    """Messages of a few people, some delivered twice, here and there out of order."""
    spoken = draw(st.lists(st.tuples(texts, st.integers(0, 40), st.sampled_from("xyz")), min_size=1, max_size=24))
    events = [message(text, number=n, by=by, after=after + n) for n, (text, after, by) in enumerate(spoken, 1)]
    again = draw(st.lists(st.tuples(st.integers(0, 23), st.integers(0, 30)), max_size=8))
    for index, place in again:
        events.insert(place, events[index % len(events)])
    return events


def answered(effect: object, key: EffectKey, now: datetime) -> Receipt:
    return Receipt(made=f"made-{key}", simulated=True)


async def _result(template: Path, events: Sequence[MessagePosted], at_once: int) -> dict[str, list[tuple[object, ...]]]:
    return await outcome(template, events, rules(Busy(), Buggy(), simulate=answered), at_once=at_once)


@given(events=streams(), at_once=st.integers(2, 30))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_batches_give_what_single_events_give(
    sqlite_template: Path, events: list[MessagePosted], at_once: int
) -> None:
    alone = await _result(sqlite_template, events, 1)
    together = await _result(sqlite_template, events, at_once)
    assert together == alone


async def test_what_a_batch_gives_on_postgresql_is_what_it_gives_on_sqlite(store: Store, sqlite_template: Path) -> None:
    spoken = ["a", "b", "a", "a", "poison", "bug in rule", "a!", "bug in fold", "stop", "a", "b", "b", "b", "a"]
    events = [message(text, number=n, after=2 * n) for n, text in enumerate(spoken, 1)]
    async with road(store, rules(Busy(), Buggy(), simulate=answered)) as queue:
        await send(queue, events, at_once=5)
    here, there = await everything(store), await _result(sqlite_template, events, 1)
    assert here == there
    assert len(here["quarantine"]) == 3
    assert {row[4] for row in here["quarantine"]} == {"*", "buggy"}


async def test_a_bug_in_one_room_leaves_the_work_of_the_others(store: Store) -> None:
    async with road(store, rules(Busy(), Buggy())) as queue:
        await queue.put([message("a"), message("bug in rule", number=2), message("a", number=3)])
    found = await everything(store)
    counters = {row[1]: row[2] for row in found["counters"]}
    assert counters == {"words|a": 2, "words|bug in rule": 1, "seen|all": 2}
    assert len(found["events"]) == 3


async def test_a_replay_of_the_same_events_changes_nothing(store: Store) -> None:
    events = [message("ab"[n % 2], number=n) for n in range(1, 40)]
    async with road(store, rules(Busy(), simulate=answered)) as queue:
        await send(queue, events, at_once=7)
    once = await everything(store)
    async with road(store, rules(Busy(), simulate=answered)) as queue:
        await send(queue, events, at_once=11)
    assert await everything(store) == once


async def test_a_timer_fires_once_however_often_time_is_looked_at(store: Store) -> None:
    def tick(number: int, after: float) -> MessagePosted:
        return message("other", number=number, after=after)

    events = [message("a", number=n) for n in (1, 2, 3)]
    async with road(store, rules(Busy())) as queue:
        await queue.put(events)
        await queue.put([tick(4, 7.9)])
        before = {row[1]: row[2] for row in (await everything(store))["counters"]}
        await queue.put([tick(5, 8.0), tick(6, 50.0)])
        await queue.put([tick(7, 60.0)])
    after = {row[1]: row[2] for row in (await everything(store))["counters"]}
    assert "fired|t-a" not in before
    assert after["fired|t-a"] == 1


async def test_late_times_do_not_disturb_the_order_of_arrival(store: Store) -> None:
    first = message("a", number=1, after=100)
    second = replace(message("b", number=2), at=first.at - timedelta(hours=1))
    async with road(store, rules(Busy())) as queue:
        await queue.put([first, second])
    rows = (await everything(store))["events"]
    assert [row[3] for row in rows] == ["posted:1", "posted:2"]
    assert all(isinstance(row[5], datetime) and row[5].tzinfo is not None for row in rows)
