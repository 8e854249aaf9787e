"""Deadlines on the road: armed by records, injected before the first arrival that comes after them."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.events import Due
from bot.facts import FactKey, Facts, TimerFact, timer_key
from bot.ids import EventId, SpaceId, TimerId
from bot.records import Record, TimerArmed, TimerCancelled
from bot.rooms import Input, Moment, Ruling


class TimersRoom:
    """Folds the records that arm and cancel; has no rules of its own."""

    name = "timers"
    hears: frozenset[type] = frozenset()
    keeps: frozenset[type] = frozenset({TimerArmed, TimerCancelled})

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing."""
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:  # noqa: ARG002
        """Nothing."""
        return ()

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The timer that a record is about."""
        if isinstance(record, TimerArmed | TimerCancelled):
            return frozenset({timer_key(record.timer)})
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        """Arm anew, under the next generation, or cancel."""
        if not isinstance(record, TimerArmed | TimerCancelled):
            return
        known = facts.timer(record.timer)
        due_at = record.due_at if isinstance(record, TimerArmed) else None
        generation = (known.generation if known else 0) + (due_at is not None)
        fact = TimerFact(timer=record.timer, generation=generation, due_at=due_at)
        facts.put(timer_key(record.timer), fact)


class Agenda:
    """The deadlines that come up within one batch."""

    def __init__(self, space: SpaceId, until: datetime, timers: Iterable[TimerFact]) -> None:
        self._space = space
        self._until = until
        self._heap: list[tuple[datetime, TimerId, int]] = []
        self.touched = False
        for timer in timers:
            self._push(timer.due_at, timer.timer, timer.generation)

    def note(self, facts: Facts, records: Iterable[Record]) -> None:
        """Take in what an arrival armed or cancelled."""
        for record in records:
            if isinstance(record, TimerArmed | TimerCancelled):
                self.touched = True
                fact = facts.timer(record.timer)
                if fact is not None:
                    self._push(fact.due_at, fact.timer, fact.generation)

    def due(self, facts: Facts, now: datetime) -> Iterator[Due]:
        """Each deadline up to now, once, in order of time; those moved or cancelled meanwhile stay silent."""
        while self._heap and self._heap[0][0] <= now:
            due_at, timer, generation = heapq.heappop(self._heap)
            fact = facts.timer(timer)
            if fact is None or fact.due_at != due_at or fact.generation != generation:
                continue
            self.touched = True
            facts.put(timer_key(timer), replace(fact, due_at=None))
            yield self._due(due_at, timer, generation)

    def ahead(self, most: int) -> list[Due]:
        """What comes up first, unless it is moved or cancelled until then."""
        return [self._due(*one) for one in heapq.nsmallest(most, self._heap)]

    def _due(self, due_at: datetime, timer: TimerId, generation: int) -> Due:
        named = EventId(f"due:{timer}#{generation}")
        return Due(id=named, space=self._space, at=due_at, timer=timer, generation=generation)

    def _push(self, due_at: datetime | None, timer: TimerId, generation: int) -> None:
        if due_at is not None and due_at <= self._until:
            heapq.heappush(self._heap, (due_at, timer, generation))
