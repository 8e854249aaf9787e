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
    ("report-take", "standing"): "taken",
    ("report-remove", "standing"): "removed",
    ("report-remove", "taken"): "removed",
    ("report-ask", "standing"): "requested",
    ("report-ask", "taken"): "requested",
    ("report-close", "standing"): "closed",
    ("report-close", "taken"): "closed",
    ("report-close", "requested"): "closed",
}
ACTIONS = frozenset(action for action, _ in MOVES)
OPEN: frozenset[IncidentState] = frozenset({"standing", "asked", "talking", "taken", "requested"})
_BEFORE_ANYBODY_ACTED: frozenset[IncidentState] = frozenset({"standing", "taken", "closed", "withdrawn"})


def is_open(fact: IncidentFact) -> bool:
    """Whether somebody still has to look at it, or is on it."""
    return fact.state in OPEN


def move(action: str, fact: IncidentFact) -> IncidentState | None:
    """Where it leads; None where it leads nowhere from there."""
    reported = fact.opened.origin == "report"
    if action.startswith("report-") and not reported:
        return None
    if action.startswith("incident-") and reported and fact.state in _BEFORE_ANYBODY_ACTED:
        return None
    if action in ("report-remove", "report-ask") and fact.opened.message is None:
        return None
    return MOVES.get((action, fact.state))
