"""Who is what in a case, as members are told of it: who hears of it at all, and who is asked to decide."""

from bot.cases.case import Case, Circle
from bot.cases.states import Concern
from bot.disputes.moving.ready import NEVER_TALKED_OVER
from bot.ids import AccountId

_UNTOLD: frozenset[Concern] = NEVER_TALKED_OVER | {"danger"}
"""Here whoever is complained about hears of it only once somebody on the team turns to them."""


def asker(case: Case) -> AccountId | None:
    """Who asked for help in their own name."""
    return case.opening.opener if case.opening.kind in ("dispute", "talk", "review") else None


def other(case: Case, account: AccountId) -> AccountId | None:
    """The other of the two, where there are two."""
    two = (asker(case), case.opening.respondent)
    if account not in two or None in two:
        return None
    return two[1] if two[0] == account else two[0]


def audience(case: Case) -> tuple[AccountId, ...]:
    """Those of the parties who know of it and are told how it goes on."""
    found = [one for one in (asker(case), _told(case)) if one is not None]
    return tuple(dict.fromkeys(found)) if case.opening.kind != "raid" else ()


def affected(case: Case) -> AccountId | None:
    """Whom what was decided falls upon."""
    return case.opening.respondent if case.decision is not None and case.decision.penalties else None


def circle(case: Case) -> Circle | None:
    """The circle that is asked now."""
    found = case.circle
    return found if found is not None and case.state == "voting" and found.tally is None and not found.void else None


def sits(case: Case, account: AccountId) -> bool:
    """Whether somebody is asked to decide now."""
    found = circle(case)
    return found is not None and account in found.seated


def vote(case: Case, account: AccountId) -> str:
    """What somebody has voted so far; empty where they have not. Only for their own eyes."""
    found = circle(case)
    return dict(found.ballots).get(account, "") if found is not None else ""


def _told(case: Case) -> AccountId | None:
    """Whom it is about, where they know of it."""
    respondent, opening = case.opening.respondent, case.opening
    if respondent is None or opening.kind in ("talk", "review"):
        return None
    at_once = opening.kind == "measure" or (opening.kind == "dispute" and opening.concern not in _UNTOLD)
    return respondent if at_once or _addressed(case, respondent) else None


def _addressed(case: Case, account: AccountId) -> bool:
    """Whether anything was said to them, or done about them, that they know of."""
    asked = any(one.to == account and one.kind in ("question", "carried") for one in case.notes)
    held = case.restrained_since is not None or affected(case) == account
    return asked or held or case.asked_to_talk or bool(case.circles)
