"""Counters that any room may move by saying `Counted`: rules can count without keeping what they count."""

from collections.abc import Sequence
from datetime import timedelta

from bot.facts import CounterFact, FactKey, Facts, Move, counter_key
from bot.records import Counted, Record
from bot.rooms import Input, Moment, Ruling

_MOST = 50
_LONGEST = timedelta(days=366)
"""Of moves that name what they are about, so many are remembered, for so long."""


class CountersRoom:
    """Folds `Counted`; has no rules of its own."""

    name = "counters"
    hears: frozenset[type] = frozenset()
    keeps: frozenset[type] = frozenset({Counted})

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing."""
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:  # noqa: ARG002
        """Nothing."""
        return ()

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The counter that moved."""
        if isinstance(record, Counted):
            return frozenset({counter_key(record.counter, record.of)})
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        """Add."""
        if isinstance(record, Counted):
            known = facts.counter(record.counter, record.of)
            if known is None:
                known = CounterFact(value=0, moved_at=record.at)
            if not (record.about and any(move.about == record.about for move in known.recent)):
                facts.put(counter_key(record.counter, record.of), _moved(known, record))


def _moved(known: CounterFact, record: Counted) -> CounterFact:
    recent = known.recent
    if record.about:
        since = record.at - _LONGEST
        kept = (move for move in recent if move.at > since)
        recent = (*kept, Move(record.at, record.about, record.by))[-_MOST:]
    return CounterFact(value=known.value + record.by, moved_at=max(known.moved_at, record.at), recent=recent)
