"""How the log of a case becomes the case: line by line, and never in any other way."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.cases import entering, seating
from bot.cases.archived import put_away
from bot.cases.case import Appeal, Case, Circle, Decision, Note, Offer, Pending, Referral, begun
from bot.cases.entering import Changes, apart, with_more
from bot.cases.lines import Evidence, Line
from bot.cases.states import Move
from bot.ids import AccountId, CaseId

OUTAGE = "outage"
"""The choice of a line that only says that a deadline comes later, since the bot was away."""
FILES = "files"
"""The choice of a note that only says what is in the files of a message."""
NO_CONTACT, LIFT = "no_contact", "lift"
"""What may hold meanwhile without being a penalty, and that nothing holds any more."""
YES, NO, LATE = "yes", "no", "late"
"""What becomes of something that waits for another to agree."""
_NO_HANDS = frozenset({"open", "join", "respond", "ballot", "retract"})
"""These make nobody one of those who handle a case; of ballots nothing may stay, not even who cast one."""
_NOTED: Mapping[Move, str] = {
    "ask": "question",
    "answer": "answer",
    "carry": "carried",
    "request": "new",
    "reopen": "new",
    "refuse": "kept",
}
"""What the words of a move are kept as."""


def after(case: Case | None, case_id: CaseId, line: Line) -> Case:
    """The case once a line is added to its log. Raises ValueError where a first line opens nothing."""
    if case is None:
        return begun(case_id, line)
    changes = _state(case, line)
    if line.move in _FOLDS:
        changes |= _FOLDS[line.move](case, line)
    if line.state == "decided" and case.state != "decided":
        changes["decision"] = _decision(case, line)
    folded = replace(case, **changes)
    if folded.state != case.state or folded.handler != case.handler:
        folded = replace(folded, pending=None)
    return put_away(folded) if folded.state == "archived" else folded


def _state(case: Case, line: Line) -> Changes:
    """What every line changes."""
    moved = line.state != case.state
    changes: Changes = {"lines": case.lines + 1, "state": line.state, "due_at": line.due_at}
    if moved:
        changes |= {"since": line.at, "lapsed": False, "reminded": False, "clock_since": line.at}
        changes |= entering.entered(case, line)
    elif line.due_at != case.due_at and line.choice != OUTAGE:
        changes |= {"clock_since": line.at, "reminded": False}
    if line.outcome is not None:
        changes["outcome"] = line.outcome
    if line.by is not None and line.move not in _NO_HANDS and not _concerned(case, line.by):
        changes["hands"] = with_more(case.hands, line.by)
    return changes


def _whoever(line: Line) -> frozenset[AccountId]:
    return frozenset() if line.by is None else frozenset({line.by})


def _concerned(case: Case, account: AccountId) -> bool:
    return account in case.parties or account in case.reporters


def _decision(case: Case, line: Line) -> Decision:
    return Decision(
        at=line.at,
        by=None if line.outcome == "no_decision" else line.by,
        outcome=line.outcome or "no_further_action",
        reasons=line.text,
        penalties=line.penalties,
        policies=line.policies,
        appeal_until=line.due_at,
        number=case.lines + 1,
        agreed=case.pending.agreed if case.pending else None,
    )


def _join(case: Case, line: Line) -> Changes:
    changes: Changes = {"reporters": with_more(case.reporters, line.by)}
    if line.evidence is not None:
        changes["evidence"] = (*case.evidence, line.evidence)
    if line.text:
        changes["notes"] = (*case.notes, Note(at=line.at, by=None, text=line.text, kind="told"))
    return changes


def _handled(case: Case, line: Line) -> Changes:
    handler = line.account or line.by
    handlers = with_more(case.handlers, handler)
    return {"handler": handler, "handlers": handlers, "hands": with_more(case.hands, line.by, handler)}


def _note(case: Case, line: Line) -> Changes:
    changes: Changes = {"links": tuple(dict.fromkeys((*case.links, line.case)))} if line.case else {}
    if line.text:
        kind = _NOTED.get(line.move, "note")
        said = Note(at=line.at, by=line.by, text=line.text, kind=kind, to=line.account)
        changes["notes"] = (*case.notes, said)
    if line.evidence is not None:
        learned = _read if line.choice == FILES else _reworded
        changes["evidence"] = tuple(learned(one, line.evidence) for one in case.evidence)
    return changes


def _read(kept: Evidence, later: Evidence) -> Evidence:
    """The first look at a file stays."""
    known = {one.mark for one in kept.prints}
    new = {mark for _, mark in kept.files} - known
    return replace(kept, prints=(*kept.prints, *(one for one in later.prints if one.mark in new)))


def _reworded(kept: Evidence, later: Evidence) -> Evidence:
    """The first wording stays; a later one of the same message stands beside it."""
    return replace(kept, edits=(*kept.edits, later.text)) if kept.message == later.message else kept


def _ask(case: Case, line: Line) -> Changes:
    return {**_note(case, line), "questions": case.questions + (line.state == "waiting")}


def _invite(case: Case, line: Line) -> Changes:
    handled = _handled(case, line) if case.state == "deciding" else {}
    return {**handled, **apart(), "invited": True, "asked_to_talk": True}


def _consent(case: Case, line: Line) -> Changes:
    own = _whoever(line)
    return {"consents": case.consents | own, "refusals": case.refusals - own}


def _decline(case: Case, line: Line) -> Changes:
    own = _whoever(line)
    return {"consents": case.consents - own, "refusals": case.refusals | own}


def _offer(case: Case, line: Line) -> Changes:
    accepted = frozenset(one for one in case.parties if one == line.by)
    said = Offer(version=len(case.offers) + 1, by=line.by, text=line.text, accepted=accepted)
    return {"offers": (*case.offers, said), "lapsed": False, "done": frozenset()}


def _agree(case: Case, line: Line) -> Changes:
    agreed = tuple(
        replace(one, accepted=one.accepted | {line.by}) if str(one.version) == line.choice and line.by else one
        for one in case.offers
    )
    return {"offers": agreed, "lapsed": False, "done": frozenset()}


def _own(name: str) -> Callable[[Case, Line], Changes]:
    """Whoever says something is counted among those who did."""
    return lambda case, line: {name: getattr(case, name) | _whoever(line)}


def _circle(change: Callable[[Circle, Line], Circle]) -> Callable[[Case, Line], Changes]:
    """What changes the latest circle alone."""

    def fold(case: Case, line: Line) -> Changes:
        return {"circles": (*case.circles[:-1], change(case.circles[-1], line))} if case.circles else {}

    return fold


def _empanel(case: Case, line: Line) -> Changes:
    return {"circles": (*case.circles, seating.drawn(line.draw))} if line.draw else {}


def _counted(case: Case, line: Line) -> Changes:
    sat = case.circle.seated if case.circle else ()
    return {**_circle(seating.count)(case, line), "hands": with_more(case.hands, *sat)}


def _decide(case: Case, line: Line) -> Changes:
    return {"handlers": with_more(case.handlers, line.by), "handler": line.by or case.handler}


def _recuse(case: Case, _line: Line) -> Changes:
    if case.state == "appealed":
        return {"appeal": replace(case.appeal, taken_by=None)} if case.appeal else {}
    return {"deciders": with_more(case.deciders, case.handler)}


def _lapse(case: Case, line: Line) -> Changes:
    if line.state != case.state:
        return {"deciders": with_more(case.deciders, case.handler)} if case.state == "deciding" else {}
    return {} if line.choice == OUTAGE else {"lapsed": True}


def _appeal(_case: Case, line: Line) -> Changes:
    return {"appeal": Appeal(at=line.at, by=line.by, text=line.text), "referral": None}


def _take(case: Case, line: Line) -> Changes:
    if case.state != "appealed":
        return _handled(case, line)
    again = case.second_looks | {line.by} if line.choice == "second_look" and line.by else case.second_looks
    taken = replace(case.appeal, taken_by=line.by) if case.appeal else None
    return {"appeal": taken, "second_looks": again}


def _reviewed(case: Case, line: Line) -> Changes:
    """What an appeal came to, be it from the team or from outside."""
    result = line.choice if line.move == "respond" else line.move
    changes: Changes = {}
    if case.appeal is not None:
        changes["appeal"] = replace(case.appeal, result=result, reasons=line.text)
    if result == "soften" and case.decision is not None:
        changes["decision"] = replace(
            case.decision, penalties=line.penalties, policies=line.policies or case.decision.policies
        )
    if result == "remit":
        changes |= {"remitted": True, "circles": _void(case)}
    return changes


def _void(case: Case) -> tuple[Circle, ...]:
    return tuple(replace(one, void=True) for one in case.circles)


def _restrain(case: Case, line: Line) -> Changes:
    if line.choice == LIFT:
        return {"restraint": (), "restrained_until": None, "no_contact": False}
    return {
        "restraint": line.penalties,
        "restrained_since": case.restrained_since or line.at,
        "restrained_until": line.until,
        "no_contact": line.choice == NO_CONTACT,
        "pending": None if case.pending is not None and case.pending.agreed else case.pending,
    }


def _propose(case: Case, line: Line) -> Changes:
    if line.by is None or line.until is None:
        return {}
    waits = Pending(
        by=line.by,
        move="restrain" if line.choice == "restrain" else "decide",
        text=line.text,
        penalties=line.penalties,
        policies=line.policies,
        until=line.until,
        number=case.lines + 1,
    )
    return {"pending": waits}


def _second(case: Case, line: Line) -> Changes:
    waits = case.pending if line.choice == YES else None
    return {"pending": replace(waits, agreed=line.by) if waits is not None else None}


def _refer(case: Case, line: Line) -> Changes:
    return {"referral": Referral(at=line.at, until=line.until, number=case.lines + 1, contact=line.choice)}


def _respond(case: Case, line: Line) -> Changes:
    changes: Changes = {}
    if case.referral is not None:
        changes["referral"] = replace(case.referral, answer=line.text, answered_at=line.at)
    return changes | (_reviewed(case, line) if case.state == "appealed" and line.state != "appealed" else {})


def _reopen(case: Case, line: Line) -> Changes:
    changes = _note(case, line) | _handled(case, line)
    changes |= {"reopened": True, "escalations": 0, "appeal": None, "referral": None}
    reviewer = case.appeal.taken_by if case.appeal is not None else None
    earlier = with_more(entering.over(case), reviewer)
    changes |= {"earlier": earlier, "circles": _void(case), "waived": frozenset()}
    if line.evidence is not None:
        changes["evidence"] = (*case.evidence, line.evidence)
    return changes


def _survey(case: Case, line: Line) -> Changes:
    return {"surveys": with_more(case.surveys, line.by)}


def _remind(_case: Case, _line: Line) -> Changes:
    return {"reminded": True}


_FOLDS: Mapping[Move, Callable[[Case, Line], Changes]] = {
    "join": _join,
    "claim": _handled,
    "assign": _handled,
    "take": _take,
    "note": _note,
    "ask": _ask,
    "answer": _note,
    "carry": _note,
    "invite": _invite,
    "consent": _consent,
    "decline": _decline,
    "offer": _offer,
    "agree": _agree,
    "share": _own("shares"),
    "done": _own("done"),
    "waive": _own("waived"),
    "empanel": _empanel,
    "seat": _circle(seating.seat),
    "challenge": _circle(seating.challenge),
    "ballot": _circle(seating.ballot),
    "retract": _circle(seating.ballot),
    "count": _counted,
    "decide": _decide,
    "dismiss": _decide,
    "recuse": _recuse,
    "lapse": _lapse,
    "appeal": _appeal,
    "uphold": _reviewed,
    "soften": _reviewed,
    "overturn": _reviewed,
    "remit": _reviewed,
    "merge": _note,
    "escalate": _note,
    "breach": _note,
    "restrain": _restrain,
    "propose": _propose,
    "second": _second,
    "refer": _refer,
    "respond": _respond,
    "request": _note,
    "refuse": _note,
    "reopen": _reopen,
    "survey": _survey,
    "remind": _remind,
}
