"""A step of a ladder, as those who decide are offered it: what follows once it has happened so often."""

from dataclasses import dataclass
from datetime import timedelta

from bot.cases.lines import Penalty


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """What follows from the `at`th time on."""

    at: int
    """This time counts too: 1 is the first time."""
    within: timedelta
    """How far back times count."""
    penalties: tuple[Penalty, ...]
