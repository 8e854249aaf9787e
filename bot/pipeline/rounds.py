"""The rules, for one arrival: every room is asked, what they write down is offered to every room, at most five times.

All rooms see the same facts of one input; what they write down about it is folded before the next one of the round, so
that two records can both begin something that is numbered. A room that raises is left out, everything that the arrival
had changed in memory is undone, and the others are asked again without it.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bot.errors import RuleError
from bot.facts import FactKey
from bot.pipeline.facts import FactCache
from bot.records import Record
from bot.rooms import Input, Moment, Room, Ruling
from bot.storage.batch import Stumble

MOST_ROUNDS = 5
_MOST_QUESTIONS = 12

Load = Callable[[set[FactKey]], Awaitable[None]]
"""Brings missing facts from the database into the cache."""


@dataclass(slots=True)
class Outcome:
    """What the rooms said, in the order in which they said it."""

    rulings: list[tuple[str, Ruling]] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    stumbles: list[Stumble] = field(default_factory=list)


class _RoomFailed(Exception):
    def __init__(self, room: Room, error: Exception) -> None:
        self.room = room
        self.error = error


class Rooms:
    """The rooms in the order of `app`, and which of them a kind of input or record concerns."""

    def __init__(self, rooms: Sequence[Room]) -> None:
        self._rooms = tuple(rooms)
        self._hearing: dict[type, tuple[Room, ...]] = {}
        self._keeping: dict[type, tuple[Room, ...]] = {}

    def hearing(self, kind: type) -> tuple[Room, ...]:
        """Those that have rules for it."""
        found = self._hearing.get(kind)
        if found is None:
            found = self._hearing[kind] = tuple(room for room in self._rooms if kind in room.hears)
        return found

    def keeping(self, kind: type) -> tuple[Room, ...]:
        """Those that fold it."""
        found = self._keeping.get(kind)
        if found is None:
            found = self._keeping[kind] = tuple(room for room in self._rooms if kind in room.keeps)
        return found


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rooms, the facts they share, and a way to more of them."""

    rooms: Rooms
    facts: FactCache
    load: Load

    async def rule(self, given: Input, at: Moment, only: str | None = None) -> Outcome:
        """Ask every room about an arrival, or `only` one of them; further rounds are open to all."""
        stumbles: list[Stumble] = []
        left_out: frozenset[str] = frozenset()
        while True:
            mark = self.facts.mark()
            try:
                outcome = await self._rounds(given, at, left_out, only)
            except _RoomFailed as failed:
                self.facts.undo(mark)
                stumbles.append(Stumble(failed.room.name, f"{type(failed.error).__name__}: {failed.error}"))
                left_out |= {failed.room.name}
            else:
                outcome.stumbles = stumbles
                return outcome

    async def _rounds(self, given: Input, at: Moment, left_out: frozenset[str], only: str | None) -> Outcome:
        outcome, said = Outcome(), list[tuple[Room, Ruling]]()
        inputs: list[Input] = [given]
        for _ in range(MOST_ROUNDS):
            said, records = [], list[Record]()
            for one in inputs:
                answers = await self._ask(one, at, left_out, only)
                written = [record for _, ruling in answers for record in ruling.records]
                await self._fold(written, left_out)
                said += answers
                records += written
            if not said:
                return outcome
            outcome.rulings.extend((room.name, ruling) for room, ruling in said)
            outcome.records.extend(records)
            inputs, only = [record for record in records if self.rooms.hearing(type(record))], None
            if not inputs:
                return outcome
        last = said[-1][0]
        raise _RoomFailed(last, RuleError(f"records still lead to records after {MOST_ROUNDS} rounds"))

    async def _ask(
        self, given: Input, at: Moment, left_out: frozenset[str], only: str | None
    ) -> list[tuple[Room, Ruling]]:
        said: list[tuple[Room, Ruling]] = []
        for room in self.rooms.hearing(type(given)):
            if room.name in left_out or (only is not None and room.name != only):
                continue
            if missing := self._missing(room, given):
                await self._provide(room, given, missing)
            try:
                rulings = room.rule(given, self.facts, at)
                said.extend((room, ruling) for ruling in rulings)
            except Exception as error:  # whatever a rule does wrong must not stop the other rooms
                raise _RoomFailed(room, error) from error
        return said

    def _missing(self, room: Room, given: Input) -> set[FactKey]:
        try:
            return self.facts.missing(room.needs(given, self.facts))
        except Exception as error:  # as above
            raise _RoomFailed(room, error) from error

    async def _provide(self, room: Room, given: Input, missing: set[FactKey]) -> None:
        for _ in range(_MOST_QUESTIONS):
            await self.load(missing)
            missing = self._missing(room, given)
            if not missing:
                return
        raise _RoomFailed(room, RuleError(f"it still asks for facts after {_MOST_QUESTIONS} questions"))

    async def _fold(self, records: Iterable[Record], left_out: frozenset[str]) -> None:
        for record in records:
            for room in self.rooms.keeping(type(record)):
                if room.name in left_out:
                    continue
                try:
                    missing = self.facts.missing(room.touches(record))
                except Exception as error:  # as above
                    raise _RoomFailed(room, error) from error
                if missing:
                    await self.load(missing)
                try:
                    room.fold(self.facts, record)
                except Exception as error:  # as above
                    raise _RoomFailed(room, error) from error
