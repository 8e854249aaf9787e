"""What happened in a period, in the numbers that anybody may read; nobody is named in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.cases.states import Door, Kind, Outcome
from bot.facts.kinds import FactKey
from bot.ids import PolicyId
from bot.records import IncidentState


class IncidentFigure(NamedTuple):
    """Something that rules did by themselves."""

    policies: tuple[PolicyId, ...]
    state: IncidentState


class CaseFigure(NamedTuple):
    """Something that people looked at."""

    kind: Kind
    door: Door
    policies: tuple[PolicyId, ...]
    outcome: Outcome | None
    """None while it is open."""
    opened_at: datetime
    decided_at: datetime | None
    """When it was first decided, settled or closed."""
    appealed: bool
    result: str
    """Of the appeal: uphold, soften, overturn, remit; empty where there is none."""
    missed: int
    """How many deadlines of the team or its circles passed in silence."""
    recusals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresFact:
    """What began in a period, as it stands now: read when somebody asks, never kept in memory."""

    incidents: tuple[IncidentFigure, ...]
    cases: tuple[CaseFigure, ...]


def figures_key(since: datetime, until: datetime) -> FactKey:
    """The key of the figures of a period; `until` is not part of it."""
    return FactKey("figures", f"{since.isoformat()}/{until.isoformat()}")
