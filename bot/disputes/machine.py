"""What happens to a case when somebody acts, or nobody does: every act either leaves lines in its log or is refused."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.cases.case import Case
from bot.cases.states import Move
from bot.disputes.act import Act, Advanced, Given, Refusal
from bot.disputes.moving import (
    allowed,
    circling,
    clock,
    deciding,
    ready,
    reopening,
    reviewing,
    seconding,
    silence,
    talking,
    working,
)
from bot.disputes.moving.writing import no
from bot.disputes.table import TABLE

_SILENCE: frozenset[Move] = frozenset({"lapse", "count", "archive"})
"""What time does."""


def advance(case: Case | None, act: Act, given: Given) -> Advanced:
    """The lines that an act adds to a log, in order, or why there are none; it never raises.

    A first one opens the case (`case` is None); a deadline that came is `lapse`, by nobody. Whoever acts is written
    down as the case knows them, with whichever of their accounts they act.
    """
    if case is None:
        return deciding.opened(act, given) if act.move == "open" else no("not-now")
    if act.move == "open":
        return no("not-now")
    if act.move in _SILENCE:
        return silence.lapse(case, act, given) if act.by is None else no("not-yours")
    why = allowed.refused(case, act.move, given, act.by)
    own = allowed.accounts(given, act.by)
    why = why or ready.refused(case, act.move, given, own)
    if why is not None:
        return Refusal(why)
    return _move(case, act.move)(case, replace(act, by=allowed.known_as(case, own, act.by)), given)


def possible(case: Case, given: Given) -> frozenset[Move]:
    """What whoever has these accounts could do now; what they would say may still be refused."""
    by = given.accounts[0] if given.accounts else None
    own = allowed.accounts(given, by)
    return frozenset(
        move
        for move in TABLE[case.state].ways
        if move not in _SILENCE
        and allowed.refused(case, move, given, by) is None
        and ready.refused(case, move, given, own) is None
    )


def notice_at(case: Case, given: Given) -> datetime | None:
    """When those who must act are told ahead of the deadline, once; None where they were told, or nobody must act."""
    return clock.notice(case, given)


def _move(case: Case, move: Move) -> Callable[[Case, Act, Given], Advanced]:
    if move == "recuse" and case.state == "appealed":
        return reviewing.recuse
    return _MOVES[move]


_MOVES: Mapping[Move, Callable[[Case, Act, Given], Advanced]] = {
    "join": working.join,
    "claim": working.claim,
    "release": working.release,
    "assign": working.assign,
    "note": working.note,
    "ask": working.ask,
    "answer": working.answer,
    "carry": working.carry,
    "merge": working.merge,
    "escalate": working.escalate,
    "refer": working.refer,
    "withdraw": working.withdraw,
    "remind": working.remind,
    "restrain": working.restrain,
    "propose": seconding.proposing({"decide": deciding.decide, "restrain": working.restrain}),
    "second": seconding.second,
    "request": reopening.request,
    "refuse": reopening.refuse,
    "reopen": reopening.reopen,
    "survey": working.survey,
    "invite": talking.invite,
    "consent": talking.consent,
    "decline": talking.decline,
    "offer": talking.offer,
    "agree": talking.agree,
    "share": talking.share,
    "leave": talking.leave,
    "done": talking.done,
    "breach": talking.breach,
    "empanel": circling.empanel,
    "seat": circling.seat,
    "challenge": circling.challenge,
    "ballot": circling.ballot,
    "retract": circling.retract,
    "decide": deciding.decide,
    "dismiss": deciding.dismiss,
    "recuse": deciding.recuse,
    "appeal": reviewing.appeal,
    "waive": reviewing.waive,
    "take": reviewing.take,
    "uphold": reviewing.uphold,
    "soften": reviewing.soften,
    "overturn": reviewing.overturn,
    "remit": reviewing.remit,
    "respond": reviewing.respond,
}
