"""Proposals on the road."""

from collections.abc import Sequence

from bot.facts import FactKey, Facts
from bot.records import Record
from bot.rooms import Input, Moment, Ruling
from bot.settings import Overlay

_NOTHING: frozenset[FactKey] = frozenset()


class LawmakingRoom:
    """Proposals on the road."""

    name = "lawmaking"
    hears: frozenset[type] = frozenset()
    keeps: frozenset[type] = frozenset()

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing yet."""
        return _NOTHING

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:  # noqa: ARG002
        """Nothing yet."""
        return ()

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing yet."""
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing yet."""
