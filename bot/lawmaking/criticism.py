"""Criticism that people of the team took down: how much of it is for everybody to read."""

from collections.abc import Iterator, Sequence

from bot.ids import digest
from bot.records import Counted, SanctionTaken
from bot.rooms import Ruling
from bot.text.criticism import needs_rule

REMOVED = ("criticism_removed", "all")
"""The counter of critical messages that people of the team took down, and of what it is."""
WITHOUT_RULE = ("criticism_removed", "without_rule")
"""Of these, those for which no rule was named: taken down by hand on the platform."""


def counted(taken: SanctionTaken, brand: Sequence[str]) -> Iterator[Ruling]:
    """One more, where it is one: each message counts once, whatever is written down about it later."""
    sanction = taken.sanction
    by_somebody = sanction.by is not None and not sanction.imported
    if sanction.penalty.name != "remove" or not by_somebody or not needs_rule(sanction.quote, brand):
        return
    about = digest(sanction.message or sanction.id)
    counters = (REMOVED,) if sanction.policies else (REMOVED, WITHOUT_RULE)
    yield Ruling(
        rule="lawmaking/criticism-removed",
        records=tuple(Counted(counter=one, of=of, by=1, at=sanction.at, about=about) for one, of in counters),
    )
