"""Counters that any room may move by saying `Counted`: rules can count without keeping what they count."""

from collections.abc import Sequence

from bot.facts import CounterFact, FactKey, Facts, counter_key
from bot.records import Counted, Record
from bot.rooms import Input, Moment, Ruling


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
            value = (known.value if known else 0) + record.by
            moved_at = max(known.moved_at, record.at) if known else record.at
            facts.put(counter_key(record.counter, record.of), CounterFact(value=value, moved_at=moved_at))
