"""A decision is looked at afresh, by somebody who had no part in it; and what somebody outside the team says."""

from collections.abc import Mapping
from dataclasses import replace

from bot.cases.case import Case
from bot.cases.folding import after
from bot.cases.lines import Line
from bot.cases.states import Move, Outcome
from bot.disputes.act import Act, Advanced, Given
from bot.disputes.moving import allowed, ready
from bot.disputes.moving.writing import go, no, referred, stay, up
from bot.measures import penalties

SECOND_LOOK = "second_look"
"""The choice of a line by which whoever decided says openly that they look again themselves."""
_RESULTS: Mapping[str, Move] = {"uphold": "uphold", "soften": "soften", "overturn": "overturn"}


def appeal(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody asks for fresh eyes; where there are none, somebody outside is asked at once."""
    line = replace(go(case, act, given, "appealed"), text=act.text)
    nobody = case.opening.profile == "small" and not allowed.fresh(after(case, case.id, line), given)
    if given.outside and (nobody or case.outcome == "no_decision"):
        return referred(case, line, given)
    return (line,)


def waive(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody is content; once all are, it is over."""
    if {*case.waived, act.by} >= set(case.parties):
        return (go(case, act, given, "closed"),)
    return (stay(case, act, given),)


def take(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody with fresh eyes takes it up, or whoever decided says that they look again."""
    if case.state != "appealed":
        state = "deciding" if case.state == "escalated" else None
        return (go(case, act, given, "deciding") if state else stay(case, act, given),)
    again = bool(allowed.accounts(given, act.by) & _before(case))
    return (replace(stay(case, act, given), choice=SECOND_LOOK if again else ""),)


def recuse(case: Case, act: Act, given: Given) -> Advanced:
    """Whoever took it up makes room for somebody else."""
    return (replace(stay(case, act, given), text=act.text),)


def uphold(case: Case, act: Act, given: Given) -> Advanced:
    """It stays as it was decided."""
    return _reviewed(case, act, given, case.outcome)


def soften(case: Case, act: Act, given: Given) -> Advanced:
    """Something milder takes its place."""
    old = case.decision.penalties if case.decision else ()
    if not act.penalties or not penalties.harsher(old, act.penalties) or penalties.harsher(act.penalties, old):
        return no("milder")
    return _reviewed(case, act, given, "measure")


def overturn(case: Case, act: Act, given: Given) -> Advanced:
    """It was a mistake: as if it had never been."""
    return _reviewed(case, act, given, "overturned")


def _reviewed(case: Case, act: Act, given: Given, outcome: Outcome | None) -> Advanced:
    if not act.text.strip():
        return no("reasons-needed")
    line = replace(go(case, act, given, "closed"), outcome=outcome, text=act.text, policies=act.policies)
    if "soften" in (act.move, act.choice):
        line = replace(line, penalties=act.penalties)
    return (_answered(act, line) if act.move == "respond" else line,)


def remit(case: Case, act: Act, given: Given) -> Advanced:
    """It has to be decided once more, by somebody else: once."""
    if not act.text.strip():
        return no("reasons-needed")
    return (replace(up(case, act, given), text=act.text),)


def respond(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody outside answers: what they say decides where they were asked to decide, and else is only kept."""
    if not act.text.strip():
        return no("words-needed")
    if case.state == "escalated":
        return _decided_outside(case, act, given)
    if case.state == "appealed" and act.choice in _RESULTS:
        return _reviewed_outside(case, act, given)
    if case.state == "appealed":
        return (_answered(act, go(case, act, given, "appealed")),)
    return (_answered(act, stay(case, act, given)),)


def _answered(act: Act, line: Line) -> Line:
    """What somebody outside said; `account` noted it down for them, where somebody did."""
    return replace(line, text=act.text, choice=act.choice, account=act.account)


def _decided_outside(case: Case, act: Act, given: Given) -> Advanced:
    if act.choice == "nothing":
        return (replace(_answered(act, go(case, act, given, "decided")), outcome="no_further_action"),)
    if act.choice != "measure":
        return (_answered(act, go(case, act, given, "escalated")),)
    if not act.penalties or case.opening.respondent is None:
        return (_answered(act, go(case, act, given, "deciding")),)
    line = replace(_answered(act, go(case, act, given, "decided")), outcome="measure")
    return (replace(line, penalties=act.penalties, policies=act.policies),)


def _reviewed_outside(case: Case, act: Act, given: Given) -> Advanced:
    if _RESULTS[act.choice] not in ready.results(case):
        return no("never-worse")
    if act.choice == "soften":
        return soften(case, act, given)
    return _reviewed(case, act, given, "overturned" if act.choice == "overturn" else case.outcome)


def _before(case: Case) -> frozenset[str]:
    return frozenset((*case.hands, *case.handlers, *case.deciders, *case.earlier))
