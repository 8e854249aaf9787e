"""A rule as those who decide about people need it: its wording, and the steps of its ladder."""

from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from bot.cases.lines import Penalty
from bot.ids import RevisionId
from bot.views import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """What follows from the `at`th time on."""

    at: int
    """This time counts too: 1 is the first time."""
    within: timedelta
    """How far back times count."""
    penalties: tuple[Penalty, ...]


class Rule(NamedTuple):
    """One wording of a policy."""

    revision: RevisionId
    title: Bilingual
    ladder: tuple[Rung, ...] = ()
    """From the first time on; none where it has no ladder of its own."""
    acts: frozenset[str] = frozenset()
    """Everything that it can lead to, by the names that policies use."""
