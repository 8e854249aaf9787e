"""What it does that nobody acts in time: every state but the last has its answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.cases.case import Case
from bot.cases.folding import OUTAGE
from bot.cases.states import State
from bot.disputes.act import Act, Advanced, Given
from bot.disputes.moving import circling, clock
from bot.disputes.moving.writing import go, no, refer, referred, stay, undecided, up
from bot.measures import penalties


def lapse(case: Case, act: Act, given: Given) -> Advanced:
    """A deadline came, or only seems to have: where outages or days off have moved it, that is written down."""
    ends = clock.now(case, given)
    if ends is None or case.due_at is None or given.now < case.due_at:
        return no("too-early")
    if given.now < ends:
        return (replace(stay(case, act, given), due_at=ends, choice=OUTAGE),)
    return _SILENT[case.state](case, replace(act, move="lapse"), given)


def _passed_on(case: Case, act: Act, given: Given) -> Advanced:
    return (up(case, act, given),)


def _no_answer(case: Case, act: Act, given: Given) -> Advanced:
    return (replace(go(case, act, given, "decided"), outcome="no_further_action"),)


def _mediation(case: Case, act: Act, given: Given) -> Advanced:
    """Both are asked whether it is settled; if neither says otherwise, it is over."""
    if not case.lapsed:
        return (go(case, act, given, "mediation"),)
    return (replace(go(case, act, given, "closed"), outcome="settled" if case.done else "no_further_action"),)


def _over(case: Case, act: Act, given: Given) -> Advanced:
    return (go(case, act, given, "closed"),)


def _escalated(case: Case, act: Act, given: Given) -> Advanced:
    """A circle is drawn where there are circles; otherwise somebody outside is asked; otherwise nobody decides."""
    if case.referral is None:
        drawn = circling.draw(case, given)
        if drawn is not None:
            return (circling.seated(case, act, given, drawn),)
        if given.outside:
            return (refer(case, given),)
    return (undecided(case, act, given),)


def _appealed(case: Case, act: Act, given: Given) -> Advanced:
    """Nobody looked at it: what was appealed against is lifted, but for a ban, which somebody outside looks at first.

    An appeal by the other party never takes anything from them: what was decided stands.
    """
    given_up = case.opening.kind == "review" or (case.appeal and case.appeal.by == case.opening.respondent)
    if not given_up or case.outcome not in ("measure", "no_further_action"):
        return _over(case, act, given)
    if case.decision is None or not penalties.bans(case.decision.penalties):
        return (replace(go(case, act, given, "closed"), outcome="no_decision"),)
    if case.lapsed or case.referral is not None:
        return _over(case, act, given)
    line = go(case, act, given, "appealed")
    return referred(case, line, given) if given.outside else (line,)


def _archived(case: Case, act: Act, given: Given) -> Advanced:
    return (go(case, replace(act, move="archive"), given, "archived"),)


_SILENT: Mapping[State, Callable[[Case, Act, Given], Advanced]] = {
    "open": _passed_on,
    "triage": _passed_on,
    "waiting": _no_answer,
    "mediation": _mediation,
    "settled": _over,
    "escalated": _escalated,
    "voting": circling.count,
    "deciding": _passed_on,
    "decided": _over,
    "appealed": _appealed,
    "closed": _archived,
}
