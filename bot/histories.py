"""What the operator brings into the books of cases from elsewhere, and what they read there that is sealed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.commands import ImportHistory, ReadSealed
from bot.facts import SETTINGS_KEY, FactKey, Facts, sanction_key
from bot.records import Record, SanctionTaken
from bot.rooms import Input, Moment, Ruling
from bot.settings import Overlay
from bot.views import Phrase

_NOTHING: frozenset[FactKey] = frozenset()


class HistoriesRoom:
    """Writes down what other books hold, once, and that somebody read what is sealed."""

    name = "histories"
    hears: frozenset[type] = frozenset({ImportHistory, ReadSealed})
    keeps: frozenset[type] = frozenset()

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """Which of these measures are known already."""
        if not isinstance(given, ImportHistory):
            return _NOTHING
        return frozenset((SETTINGS_KEY, *(sanction_key(one.id) for one in given.sanctions)))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:  # noqa: ARG002
        """History is taken as it is: nobody is told, and no platform is asked to do anything."""
        if isinstance(given, ReadSealed):
            why = (Phrase("history-sealed", (("case", given.case),)),)
            return (Ruling(rule="histories/read-sealed", why=why),)
        if isinstance(given, ImportHistory):
            records = tuple(self._taken(given, facts))
            known = len(given.sanctions) - len(records)
            why = (Phrase("history-imported", (("new", len(records)), ("known", known), ("source", given.source))),)
            return (Ruling(rule="histories/imported", why=why, records=records),)
        return ()

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing: measures are folded where all of them are."""
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing."""

    def _taken(self, given: ImportHistory, facts: Facts) -> Iterator[Record]:
        seen: set[str] = set()
        on_file = self._overlay.of(facts).on_file
        for one in given.sanctions:
            if one.id in seen or facts.sanction(one.id) is not None:
                continue
            seen.add(one.id)
            until = one.at + on_file if given.counts else None
            yield SanctionTaken(sanction=replace(one, imported=True, case=None, on_file_until=until))
