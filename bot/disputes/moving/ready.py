"""What has to be so before a move, whatever it would say: that there is an offer to agree to, a circle to draw."""

from collections.abc import Callable, Mapping

from bot.cases.case import Case
from bot.cases.lines import Tally
from bot.cases.states import Concern, Move
from bot.disputes import circle
from bot.disputes.act import Given
from bot.disputes.moving import allowed
from bot.disputes.moving.allowed import People
from bot.disputes.table import CHALLENGES, OFFERS, QUESTIONS, REOPENABLE, RESTRAINT
from bot.ids import AccountId
from bot.measures import conflicts, together
from bot.views import Phrase

NEVER_TALKED_OVER: frozenset[Concern] = frozenset({"harassment", "threat", "sexual", "minor"})
"""Nobody is ever asked to talk these over with the other person."""

_NOT_NOW = Phrase("machine-refused-not-now")
_ALREADY = Phrase("machine-refused-already")


def refused(case: Case, move: Move, given: Given, own: People) -> Phrase | None:
    """Why a move cannot be made yet, or any more; None where it can."""
    check = _CHECKS.get(move)
    return check(case, given, own) if check is not None else None


def mediable(case: Case) -> Phrase | None:
    """Why nobody is asked to talk it over; None where they may be."""
    if case.opening.concern in NEVER_TALKED_OVER:
        return Phrase("machine-refused-never-talked-over")
    return None if len(case.parties) == 2 else Phrase("machine-refused-nobody-to-talk-to")


def binding(case: Case) -> Tally | None:
    """What a circle said that still holds; None where none did."""
    found = case.circle
    if found is None or found.void or found.tally is None:
        return None
    return found.tally if found.tally.result in (circle.MEASURE, circle.NOTHING, circle.TALK) else None


def asked(case: Case, party: AccountId) -> int:
    """How often somebody was asked."""
    return sum(note.kind == "question" and note.to == party for note in case.notes)


def requests(case: Case) -> tuple[AccountId, ...]:
    """The parties who said that something new has come up, as long as nobody has answered them."""
    found: tuple[AccountId, ...] = ()
    for note in case.notes:
        if note.kind == "new" and note.by is not None and note.by in case.parties:
            found = (*found, note.by)
        elif note.kind in ("new", "kept"):
            found = ()
    return found


def requested(case: Case, own: People) -> bool:
    """Whether somebody has said already that something new has come up."""
    return any(note.kind == "new" and note.by in own for note in case.notes)


def reopenable(case: Case) -> bool:
    """Whether a closed case can be taken up again: once, and not where it goes on elsewhere.

    An automatic decision can be looked at again from its own card, and what was imported was decided somewhere else.
    """
    elsewhere = case.outcome == "merged" or case.opening.kind in ("review", "raid") or case.opening.door == "import"
    return not case.reopened and not elsewhere


def measured(case: Case) -> bool:
    """Whether a measure was decided in it, so that it is only ended by a decision: what stands can be appealed."""
    return case.decision is not None and bool(case.decision.penalties)


def results(case: Case) -> frozenset[Move]:
    """What an appeal may come to: nothing that is worse for whoever appeals alone."""
    appeal = case.appeal
    if appeal is None:
        return frozenset()
    found: set[Move] = {"uphold"}
    if not case.remitted:
        found.add("remit")
    if case.outcome == "measure" and appeal.by == case.opening.respondent:
        found |= {"soften", "overturn"}
    if case.opening.kind == "review" and case.outcome != "overturned":
        found.add("overturn")
    return frozenset(found)


def _if(wrong: Callable[[Case, Given, People], bool], why: Phrase) -> Callable[[Case, Given, People], Phrase | None]:
    return lambda case, given, own: why if wrong(case, given, own) else None


def _key(name: str) -> Phrase:
    return Phrase(f"machine-refused-{name}")


def _invite(case: Case, _given: Given, _own: People) -> Phrase | None:
    said = binding(case)
    if case.state == "deciding" and (said is None or said.result != circle.TALK):
        return _NOT_NOW
    return _ALREADY if case.invited else mediable(case)


def _consent(case: Case, _given: Given, own: People) -> Phrase | None:
    if not case.invited:
        return _NOT_NOW
    return _ALREADY if own & case.consents else mediable(case)


def _decline(case: Case, _given: Given, own: People) -> Phrase | None:
    if not case.invited:
        return _NOT_NOW
    return _ALREADY if own & case.refusals else None


def _agree(case: Case, _given: Given, own: People) -> Phrase | None:
    if not case.offers:
        return _NOT_NOW
    return _ALREADY if own & case.offers[-1].accepted else None


def _done(case: Case, _given: Given, own: People) -> Phrase | None:
    if case.state == "mediation" and not case.lapsed:
        return _NOT_NOW
    return _ALREADY if own & case.done else None


def _escalate(case: Case, _given: Given, _own: People) -> Phrase | None:
    return _NOT_NOW if case.state == "mediation" and not case.lapsed else None


def _carry(case: Case, _given: Given, _own: People) -> Phrase | None:
    return _NOT_NOW if case.state == "triage" and case.opening.kind != "talk" else None


def _take_up(case: Case, _given: Given, own: People) -> Phrase | None:
    """For `claim` and `take`, wherever they stand."""
    held = _reviewer(case) if case.state == "appealed" else case.handler
    if held is not None:
        return _ALREADY if held in own else allowed.taken(held)
    return _key("never-again") if own & set(case.deciders) else None


def _empanel(case: Case, _given: Given, _own: People) -> Phrase | None:
    if case.opening.profile != "large":
        return _key("no-circles")
    return _key("no-more-circles") if circle.next_size(case) is None else None


def _refer(case: Case, given: Given, _own: People) -> Phrase | None:
    if not given.outside:
        return _key("nobody-outside")
    return _ALREADY if case.referral is not None and case.state in ("escalated", "appealed") else None


def _challenge(case: Case, given: Given, own: People) -> Phrase | None:
    if case.circle is None or given.now > case.since + CHALLENGES:
        return _key("challenge-late")
    return _ALREADY if own & {by for by, _ in case.circle.challenged} else None


def _retract(case: Case, _given: Given, own: People) -> Phrase | None:
    ballots = case.circle.ballots if case.circle else ()
    return None if own & {juror for juror, _ in ballots} else _NOT_NOW


def _recuse(case: Case, _given: Given, own: People) -> Phrase | None:
    if case.state != "appealed":
        return None
    return None if _reviewer(case) in own else _NOT_NOW


def _reviewer(case: Case) -> AccountId | None:
    return case.appeal.taken_by if case.appeal else None


def _review(move: Move) -> Callable[[Case, Given, People], Phrase | None]:
    def check(case: Case, _given: Given, own: People) -> Phrase | None:
        held = _reviewer(case)
        if held is not None and held not in own:
            return allowed.taken(held)
        if held is None and own & conflicts.acted(case, "appeal"):
            return _key("unclaimed")
        if move in results(case):
            return None
        return _key("once-only") if move == "remit" else _key("never-worse")

    return check


def _request(case: Case, given: Given, own: People) -> Phrase | None:
    return _ALREADY if requested(case, own) else _reopenable(case, given)


def _reopen(case: Case, given: Given, own: People) -> Phrase | None:
    return conflicts.EARLIER if {*own, *given.formerly} & conflicts.involved(case) else _reopenable(case, given)


def _refuse(case: Case, given: Given, own: People) -> Phrase | None:
    if not requests(case):
        return _NOT_NOW
    return _reopen(case, given, own)


def _reopenable(case: Case, given: Given) -> Phrase | None:
    if not reopenable(case):
        return _key("reopened")
    return _key("too-late") if given.now > case.since + REOPENABLE else None


def _restrain(case: Case, given: Given, _own: People) -> Phrase | None:
    if case.opening.respondent is None:
        return _key("nobody")
    begun = case.restrained_since
    return _key("held-long-enough") if begun is not None and given.now >= begun + RESTRAINT else None


def _join(case: Case, _given: Given, own: People) -> Phrase | None:
    known = {*case.reporters, *case.parties}
    return _key("joined") if own & known else _NOT_NOW if own & {*case.hands, *case.handlers} else None


def _ask(case: Case, _given: Given, _own: People) -> Phrase | None:
    if not case.parties:
        return _key("nobody-to-ask")
    return None if any(asked(case, one) < QUESTIONS for one in case.parties) else _key("asked-twice")


def _dismiss(case: Case, _given: Given, _own: People) -> Phrase | None:
    said = binding(case)
    return _key("circle-said") if said is not None and said.result == circle.MEASURE else None


_measured = _if(lambda case, _given, _own: measured(case), _NOT_NOW)

_CHECKS: Mapping[Move, Callable[[Case, Given, People], Phrase | None]] = {
    "merge": _measured,
    "withdraw": _measured,
    "invite": _invite,
    "consent": _consent,
    "decline": _decline,
    "offer": _if(lambda case, _given, _own: len(case.offers) >= OFFERS, _key("five-offers")),
    "agree": _agree,
    "share": _if(lambda case, _given, own: bool(own & case.shares), _ALREADY),
    "done": _done,
    "escalate": _escalate,
    "carry": _carry,
    "claim": _take_up,
    "take": _take_up,
    "empanel": _empanel,
    "refer": _refer,
    "challenge": _challenge,
    "retract": _retract,
    "recuse": _recuse,
    "waive": _if(lambda case, _given, own: bool(own & case.waived), _ALREADY),
    "uphold": _review("uphold"),
    "soften": _review("soften"),
    "overturn": _review("overturn"),
    "remit": _review("remit"),
    "request": _request,
    "reopen": _reopen,
    "refuse": _refuse,
    "restrain": _restrain,
    "propose": _if(lambda case, _given, _own: case.opening.respondent is None, _key("nobody")),
    "second": _if(lambda case, _given, _own: case.pending is None, together.GONE),
    "join": _join,
    "ask": _ask,
    "dismiss": _dismiss,
    "survey": _if(lambda case, _given, own: bool(own & set(case.surveys)), _ALREADY),
    "remind": _if(lambda case, _given, _own: case.reminded, _ALREADY),
}
