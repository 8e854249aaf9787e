"""Somebody decides, with reasons before anything is felt: what may be decided, by whom, and how heavy it may be."""

from dataclasses import replace

from bot.cases.case import Case
from bot.cases.folding import after
from bot.cases.lines import Line, Opening
from bot.cases.states import Kind, Outcome, State
from bot.disputes import circle
from bot.disputes.act import Act, Advanced, Given, Refusal
from bot.disputes.moving import allowed, ready, seconding
from bot.disputes.moving.allowed import ELSEWHERE
from bot.disputes.moving.writing import go, no, up
from bot.ids import CaseId
from bot.measures import penalties

_NEW = CaseId("")
"""A case that has no number yet."""
_AT_ONCE: frozenset[Kind] = frozenset({"report", "raid", "measure"})
"""In these a senior may decide more than a timeout without passing the case on: nobody asked to be heard as a side."""
_UNDOABLE: frozenset[Kind] = frozenset({"review", "raid"})
"""They are about what was done without a person: to decide can be to undo it."""
_DECIDABLE: frozenset[Outcome] = frozenset({"no_further_action", "settled", "measure", "overturned"})


def opened(act: Act, given: Given) -> Advanced:
    """A case begins; a measure that comes with it is decided in the same breath. No line says who reported."""
    opening = act.opening
    if opening is None:
        return no("nothing-to-open")
    opening = replace(opening, profile=given.profile)
    why = _unopenable(opening)
    if why is not None:
        return why
    by = None if opening.reporter is not None else act.by
    line = Line(at=given.now, move="open", state="open", due_at=None, by=by, opening=opening)
    line = replace(line, due_at=go(after(None, _NEW, line), act, given, "open").due_at)
    if opening.kind != "measure" or not act.penalties:
        return (line,)
    case = after(None, _NEW, line)
    barred = allowed.refused(case, "decide", given, act.by)
    decided = Refusal(barred) if barred is not None else decide(case, replace(act, move="decide"), given)
    return decided if isinstance(decided, Refusal) else (line, *decided)


def _unopenable(opening: Opening) -> Refusal | None:
    if opening.kind == "dispute" and None in (opening.opener, opening.respondent):
        return no("two-needed")
    if opening.kind in ("talk", "review") and opening.opener is None:
        return no("nobody-asks")
    if opening.kind == "measure" and opening.respondent is None:
        return no("nobody")
    if opening.respondent is not None and opening.respondent in (opening.opener, opening.reporter):
        return no("yourself")
    return None


def decide(case: Case, act: Act, given: Given) -> Advanced:
    """A decision, with its reasons."""
    deed = replace(act, outcome=act.outcome or ("measure" if act.penalties else "no_further_action"))
    if case.state == "open" and case.opening.door in ELSEWHERE:
        state: State = "closed" if case.opening.door == "import" else "decided"
        return (_decided(case, deed, given, state),)
    why = _undecidable(case, deed, given)
    return why if why is not None else (_decided(case, deed, given, "decided"),)


def dismiss(case: Case, act: Act, given: Given) -> Advanced:
    """Nothing more is done: there is nothing to it, or it is settled already."""
    outcome: Outcome = "settled" if act.outcome == "settled" else "no_further_action"
    return (_decided(case, replace(act, outcome=outcome, penalties=()), given, "decided"),)


def recuse(case: Case, act: Act, given: Given) -> Advanced:
    """Whoever was to decide would rather not; they never get it back."""
    return (replace(up(case, act, given), text=act.text),)


def _decided(case: Case, act: Act, given: Given, state: State) -> Line:
    line = go(case, act, given, state)
    return replace(line, outcome=act.outcome, text=act.text, penalties=act.penalties, policies=act.policies)


def _undecidable(case: Case, act: Act, given: Given) -> Refusal | None:
    """What speaks against a decision, the first thing alone."""
    checks = (_coherent, _reasoned, _entitled, _in_bounds, _as_the_circle_said, seconding.alone)
    return next((why for why in (check(case, act, given) for check in checks) if why is not None), None)


def _coherent(case: Case, act: Act, _given: Given) -> Refusal | None:
    if act.outcome not in _DECIDABLE:
        return no("not-a-choice")
    if act.penalties and case.opening.respondent is None:
        return no("nobody")
    if act.penalties and act.outcome != "measure":
        return no("not-a-choice")
    if act.outcome == "measure" and not act.penalties and case.opening.kind != "raid":
        return no("which-measure")
    if act.outcome == "overturned" and case.opening.kind not in _UNDOABLE:
        return no("not-a-choice")
    return None


def _reasoned(_case: Case, act: Act, given: Given) -> Refusal | None:
    reasons = bool(act.text.strip()) or bool(act.penalties and act.policies) or act.outcome == "settled"
    if reasons or act.outcome == "overturned":
        return None
    return no("rule-gone") if given.gone and act.penalties else no("reasons-needed")


def _entitled(case: Case, act: Act, given: Given) -> Refusal | None:
    level = penalties.level(act.penalties)
    if given.level < level:
        return no("level", level=level.name.lower())
    heavy = penalties.above_a_timeout(act.penalties) and case.state == "triage"
    return no("pass-it-on") if heavy and case.opening.kind not in _AT_ONCE else None


def _in_bounds(case: Case, act: Act, _given: Given) -> Refusal | None:
    """Whoever asked alone to have it looked at again never comes off worse."""
    appeal, decision = case.appeal, case.decision
    if appeal is None or decision is None or appeal.result != "remit" or appeal.by != case.opening.respondent:
        return None
    return no("never-worse") if penalties.harsher(act.penalties, decision.penalties) else None


def _as_the_circle_said(case: Case, act: Act, _given: Given) -> Refusal | None:
    said = ready.binding(case)
    if said is None:
        return None
    if bool(act.penalties) != (said.result == circle.MEASURE):
        return no("circle-said")
    if penalties.above_a_warning(act.penalties) and not circle.two_thirds(said):
        return no("two-thirds")
    return None
