"""What coming into a state does to a case, whatever led there."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cases.case import Case
from bot.cases.lines import Line
from bot.cases.states import State
from bot.ids import AccountId

Changes = dict[str, Any]
"""Fields of a case, and what they are from then on."""


def entered(case: Case, line: Line) -> Changes:
    """What coming into a state changes, whatever led there."""
    if line.state == "triage":
        again = case.state in ("mediation", "settled", "closed")
        return {"outcome": None} | apart() if again else {}
    return _ENTERED[line.state](case, line) if line.state in _ENTERED else {}


def _passed_on(case: Case, line: Line) -> Changes:
    reviewer = line.by if case.state == "appealed" else None
    changes: Changes = {"escalations": case.escalations + 1, "outcome": None, "referral": None, "handler": None}
    return changes | {"earlier": with_more(over(case), reviewer)} | apart()


def _afresh(case: Case, _line: Line) -> Changes:
    return {"handler": None, "earlier": over(case)}


def _nobodys(_case: Case, _line: Line) -> Changes:
    return {"handler": None}


def _agreed(_case: Case, _line: Line) -> Changes:
    return {"done": frozenset()}


def _released(_case: Case, _line: Line) -> Changes:
    """Whatever held meanwhile does not hold any more."""
    return {"restraint": (), "restrained_until": None, "no_contact": False}


_ENTERED: Mapping[State, Callable[[Case, Line], Changes]] = {
    "open": _nobodys,
    "settled": _agreed,
    "escalated": _passed_on,
    "decided": _released,
    "appealed": _afresh,
    "closed": _released,
}


def over(case: Case) -> tuple[AccountId, ...]:
    """Those who handled what is over now, or agreed to what was decided there."""
    sat = (one for circle in case.circles for one in circle.seated)
    return with_more(case.earlier, *case.handlers, case.decision.agreed if case.decision else None, *sat)


def apart() -> Changes:
    """Nobody is asked to talk it over any more."""
    nobody: frozenset[AccountId] = frozenset()
    return {"invited": False, "consents": nobody, "refusals": nobody, "shares": nobody, "done": nobody}


def with_more(known: tuple[AccountId, ...], *more: AccountId | None) -> tuple[AccountId, ...]:
    """These and some more, once each, in the order in which they came."""
    return tuple(dict.fromkeys((*known, *(one for one in more if one is not None))))
