"""The rules, for one arrival: every room is asked, what they write down is offered to every room, at most five times.

All rooms of a round see the same facts; records are folded between rounds. A room that raises is left out, everything
that the arrival had changed in memory is undone, and the others are asked again without it.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from bot.errors import RuleError
from bot.facts import FactKey
from bot.pipeline.facts import FactCache
from bot.records import Record
from bot.rooms import Input, Moment, Room, Ruling
from bot.storage.batch import Stumble

MOST_ROUNDS = 5
_MOST_QUESTIONS = 8

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


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rooms in the order of `app`, the facts they share, and a way to more of them."""

    rooms: Sequence[Room]
    facts: FactCache
    load: Load

    async def rule(self, given: Input, at: Moment, only: str | None = None) -> Outcome:
        """Ask every room about an arrival, or `only` one of them; further rounds are open to all."""
        stumbles: list[Stumble] = []
        left = list(self.rooms)
        while True:
            mark = self.facts.mark()
            try:
                outcome = await self._rounds(given, at, left, only)
            except _RoomFailed as failed:
                self.facts.undo(mark)
                stumbles.append(Stumble(failed.room.name, f"{type(failed.error).__name__}: {failed.error}"))
                left = [room for room in left if room is not failed.room]
            else:
                outcome.stumbles = stumbles
                return outcome

    async def _rounds(self, given: Input, at: Moment, rooms: list[Room], only: str | None) -> Outcome:
        outcome, said = Outcome(), list[tuple[Room, Ruling]]()
        inputs: list[Input] = [given]
        asked = [room for room in rooms if only is None or room.name == only]
        for _ in range(MOST_ROUNDS):
            said = await self._ask(inputs, at, asked)
            if not said:
                return outcome
            outcome.rulings.extend((room.name, ruling) for room, ruling in said)
            records = [record for _, ruling in said for record in ruling.records]
            await self._fold(records, rooms)
            outcome.records.extend(records)
            inputs, asked = list(records), rooms
            if not inputs:
                return outcome
        last = said[-1][0]
        raise _RoomFailed(last, RuleError(f"records still lead to records after {MOST_ROUNDS} rounds"))

    async def _ask(self, inputs: list[Input], at: Moment, rooms: list[Room]) -> list[tuple[Room, Ruling]]:
        said: list[tuple[Room, Ruling]] = []
        for given in inputs:
            for room in rooms:
                await self._provide(room, given)
                try:
                    rulings = room.rule(given, self.facts, at)
                    said.extend((room, ruling) for ruling in rulings)
                except Exception as error:  # whatever a rule does wrong must not stop the other rooms
                    raise _RoomFailed(room, error) from error
        return said

    async def _provide(self, room: Room, given: Input) -> None:
        for _ in range(_MOST_QUESTIONS):
            try:
                missing = self.facts.missing(room.needs(given, self.facts))
            except Exception as error:  # as above
                raise _RoomFailed(room, error) from error
            if not missing:
                return
            await self.load(missing)
        raise _RoomFailed(room, RuleError(f"it still asks for facts after {_MOST_QUESTIONS} questions"))

    async def _fold(self, records: list[Record], rooms: list[Room]) -> None:
        for record in records:
            for room in rooms:
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
