"""What a button makes of an incident, by where it stands; whatever is not here changes nothing."""

from collections.abc import Mapping

from bot.facts import IncidentFact
from bot.records import IncidentState

MOVES: Mapping[tuple[str, IncidentState], IncidentState] = {
    ("incident-right", "standing"): "confirmed",
    ("incident-right", "asked"): "confirmed",
    ("incident-right", "talking"): "confirmed",
    ("incident-undo", "standing"): "undone",
    ("incident-undo", "asked"): "undone",
    ("incident-undo", "talking"): "undone",
    ("incident-talk", "standing"): "talking",
    ("incident-talk", "asked"): "talking",
    ("incident-ask", "standing"): "asked",
    ("incident-ask", "confirmed"): "asked",
    ("incident-ask", "removed"): "asked",
    ("incident-ask", "requested"): "asked",
}
ACTIONS = frozenset(action for action, _ in MOVES)
OPEN: frozenset[IncidentState] = frozenset({"standing", "asked", "talking", "taken", "requested"})
_BEFORE_ANYBODY_ACTED: frozenset[IncidentState] = frozenset({"standing", "taken", "closed", "withdrawn"})
"""Of a report: from before they were cases."""


def is_open(fact: IncidentFact) -> bool:
    """Whether somebody still has to look at it, or is on it."""
    return fact.state in OPEN


def move(action: str, fact: IncidentFact) -> IncidentState | None:
    """Where it leads; None where it leads nowhere from there."""
    if fact.opened.origin == "report" and fact.state in _BEFORE_ANYBODY_ACTED:
        return None
    return MOVES.get((action, fact.state))
