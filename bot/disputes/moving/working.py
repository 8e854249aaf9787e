"""What the team does with a case while it is theirs, and what others may add or take back meanwhile."""

from dataclasses import replace
from datetime import timedelta

from bot.cases.case import Case
from bot.cases.folding import FILES, LIFT, NO_CONTACT
from bot.cases.states import State
from bot.disputes.act import Act, Advanced, Given, Refusal
from bot.disputes.moving import ready, seconding
from bot.disputes.moving.writing import go, no, referred, stay, up
from bot.disputes.moving.writing import refer as asked_outside
from bot.disputes.table import QUESTIONS, RESTRAINT
from bot.measures import conflicts, penalties

_WHERE: dict[State, State] = {"open": "triage", "escalated": "deciding"}
"""Where it leads that somebody takes a case up."""


def claim(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody takes it up: `claim`, and `take` of what was passed on."""
    if case.state in _WHERE:
        return (go(case, act, given, _WHERE[case.state]),)
    return (stay(case, act, given),)


def assign(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody is asked to take it up, or to go on with it."""
    if act.account is None or act.account not in given.managers:
        return no("not-them")
    if act.account in conflicts.acted(case, "handle"):
        return no("never-again")
    state = _WHERE.get(case.state)
    line = go(case, act, given, state) if state else stay(case, act, given)
    return (replace(line, account=act.account),)


def release(case: Case, act: Act, given: Given) -> Advanced:
    """Whoever has it gives it back."""
    return (go(case, act, given, "open"),)


def note(case: Case, act: Act, given: Given) -> Advanced:
    """Something to remember, another case that it belongs to, or what was learned later of what was written."""
    if not act.text.strip() and act.case is None and act.choice != FILES:
        return no("words-needed")
    line = replace(stay(case, act, given), text=act.text, choice=act.choice)
    return (replace(line, case=act.case, evidence=act.evidence),)


def ask(case: Case, act: Act, given: Given) -> Advanced:
    """A question to one of the parties; the case waits for whoever asked for help, and for nobody else."""
    whom = act.account or (case.opening.opener if case.opening.opener in case.parties else case.opening.respondent)
    if whom is None or whom not in case.parties:
        return no("nobody-to-ask")
    if ready.asked(case, whom) >= QUESTIONS:
        return no("asked-twice")
    if not act.text.strip():
        return no("words-needed")
    line = go(case, act, given, "waiting") if whom == case.opening.opener else stay(case, act, given)
    return (replace(line, account=whom, text=act.text),)


def answer(case: Case, act: Act, given: Given) -> Advanced:
    """One of the parties says their side."""
    if not act.text.strip():
        return no("words-needed")
    awaited = case.state == "waiting" and act.by == case.opening.opener
    line = go(case, act, given, "triage") if awaited else stay(case, act, given)
    return (replace(line, text=act.text),)


def carry(case: Case, act: Act, given: Given) -> Advanced:
    """Words brought to one of the parties."""
    if act.account not in case.parties:
        return no("not-them")
    if not act.text.strip():
        return no("words-needed")
    return (replace(stay(case, act, given), account=act.account, text=act.text),)


def merge(case: Case, act: Act, given: Given) -> Advanced:
    """It goes on within another case."""
    if act.case is None or act.case == case.id:
        return no("no-other-case")
    return (replace(go(case, act, given, "closed"), case=act.case, outcome="merged", text=act.text),)


def escalate(case: Case, act: Act, given: Given) -> Advanced:
    """It is passed on."""
    return (replace(up(case, act, given), text=act.text),)


def refer(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody outside the team is asked."""
    if case.state in ("escalated", "appealed"):
        return (asked_outside(case, given, act),)
    line = up(case, replace(act, move="escalate"), given)
    return referred(case, line, given, act) if line.state == "escalated" else (line,)


def join(case: Case, act: Act, given: Given) -> Advanced:
    """One more report of the same thing."""
    return (replace(stay(case, act, given), evidence=act.evidence, text=act.text),)


def withdraw(case: Case, act: Act, given: Given) -> Advanced:
    """Whoever asked for help does not need it any more."""
    return (replace(go(case, act, given, "closed"), outcome="withdrawn", text=act.text),)


def remind(case: Case, act: Act, given: Given) -> Advanced:
    """Those who must act are told that the deadline comes."""
    return (stay(case, act, given),)


def restrain(case: Case, act: Act, given: Given) -> Advanced:
    """Something holds before anything is decided, for 72 h in all at most."""
    if act.choice == LIFT:
        return (replace(stay(case, act, given), choice=LIFT, text=act.text),)
    if (why := _not_meanwhile(case, act, given)) is not None:
        return why
    latest = (case.restrained_since or given.now) + RESTRAINT
    wanted = act.until or given.now + _longest(act)
    until = min(wanted, latest)
    if until <= given.now:
        return no("not-meanwhile")
    seconds = int((until - given.now).total_seconds())
    holding = tuple(replace(one, seconds=seconds) for one in act.penalties)
    line = replace(stay(case, act, given), penalties=holding, until=until, text=act.text)
    return (replace(line, choice=NO_CONTACT if act.choice == NO_CONTACT else "", policies=act.policies),)


def _not_meanwhile(case: Case, act: Act, given: Given) -> Refusal | None:
    """What speaks against letting something hold."""
    if not all(one.name in penalties.MEANWHILE for one in act.penalties):
        return no("not-meanwhile")
    if not act.penalties and act.choice != NO_CONTACT:
        return no("not-meanwhile")
    if not act.text.strip() and not act.policies:
        return no("reasons-needed")
    return seconding.alone(case, act, given)


def _longest(act: Act) -> timedelta:
    asked = [one.seconds for one in act.penalties if one.seconds is not None]
    return min(timedelta(seconds=max(asked)), RESTRAINT) if asked else RESTRAINT


def survey(case: Case, act: Act, given: Given) -> Advanced:
    """How it was, in the words of whom it concerned."""
    return (replace(stay(case, act, given), choice=act.choice, text=act.text),)
