"""Who may make a move: by what the table says, how far they are trusted, and whether anything speaks against them."""

from collections.abc import Callable, Mapping

from bot.cases.case import Case
from bot.cases.states import Move
from bot.commands import Level
from bot.disputes.act import Given
from bot.disputes.moving import clock
from bot.disputes.table import AGAIN, TABLE, Way, Who
from bot.ids import AccountId
from bot.measures import conflicts
from bot.views import Person, Phrase

People = frozenset[AccountId]

ELSEWHERE = frozenset({"hand", "import"})
"""The doors of what was done on the platform, or long ago."""
_HELD = frozenset({"triage", "waiting", "mediation"})
"""Whoever claims a case there was not the first."""
_NOT_NOW = Phrase("machine-refused-not-now")
_NOT_YOURS = Phrase("machine-refused-not-yours")
_INVOLVED = Phrase("machine-barred-party")


def refused(case: Case, move: Move, given: Given, by: AccountId | None) -> Phrase | None:
    """Why somebody may not make a move, whatever it would say; None where they may."""
    way = TABLE[case.state].ways.get(move)
    own = accounts(given, by)
    if way is None:
        late = move == "claim" and case.state in _HELD and given.level >= Level.HELPER and given.conflict is None
        return taken(case.handler) if late and case.handler and case.handler not in own else _NOT_NOW
    answers = [_ROLES[who](case, way, given, own) for who in way.who]
    return None if None in answers else answers[0]


def accounts(given: Given, by: AccountId | None) -> People:
    """All accounts of whoever acts; none where it is time, the program or somebody outside."""
    return frozenset() if by is None else frozenset((*given.accounts, by))


def known_as(case: Case, own: People, by: AccountId | None) -> AccountId | None:
    """The account that the case knows somebody by, whichever of theirs they use."""
    seated = case.circle.seated if case.circle and case.state == "voting" else ()
    taken_by = case.appeal.taken_by if case.appeal else None
    named = (*case.parties, *case.reporters, *seated, case.handler, taken_by)
    return next((one for one in named if one is not None and one in own), by)


def fresh(case: Case, given: Given) -> tuple[AccountId, ...]:
    """Those of the team who could look at a decision and had no part in it before."""
    before = conflicts.acted(case, "appeal")
    return tuple(one for one in given.managers if one not in before)


def second_look(case: Case, given: Given, own: People) -> Phrase | None:
    """Why whoever decided may not look again themselves; None where they may, and say so openly.

    Only in the profile `small`, where nobody else is there, and after they have slept on it.
    """
    appeal, decision = case.appeal, case.decision
    if appeal is None or decision is None:
        return conflicts.EARLIER
    decided = {decision.by} if decision.by else set(case.handlers)
    if not own & decided or case.opening.profile != "small" or fresh(case, given):
        return conflicts.EARLIER
    ends = clock.until(AGAIN, "small", appeal.at, given)
    return Phrase("machine-refused-sleep-on-it") if ends and given.now < ends else None


def _team(case: Case, way: Way, given: Given, own: People) -> Phrase | None:
    if not own or given.level < Level.HELPER:
        return _NOT_YOURS
    if own & {*case.parties, *case.reporters}:
        return _INVOLVED
    return given.conflict or _trusted(way.level, given)


def _trusted(level: Level, given: Given) -> Phrase | None:
    if given.level >= level:
        return None
    return Phrase("machine-refused-level", (("level", level.name.lower()),))


def _handler(case: Case, way: Way, given: Given, own: People) -> Phrase | None:
    why = _team(case, way, given, own)
    if why is not None or case.handler in own:
        return why
    return taken(case.handler) if case.handler else Phrase("machine-refused-unclaimed")


def taken(by: AccountId) -> Phrase:
    """Somebody else is on it."""
    return Phrase("machine-refused-taken", (("person", Person(by)),))


def _fresh(case: Case, way: Way, given: Given, own: People) -> Phrase | None:
    if not own or given.level < Level.HELPER:
        return _NOT_YOURS
    if own & {*case.parties, *case.reporters}:
        return _INVOLVED
    if given.conflict not in (None, conflicts.EARLIER):
        return given.conflict
    mine = case.appeal is not None and case.appeal.taken_by in own
    if mine and own & case.second_looks:
        return None
    if not mine and (given.conflict or own & conflicts.acted(case, "appeal")):
        return second_look(case, given, own)
    return given.conflict or _trusted(way.level, given)


def _party(case: Case, _way: Way, _given: Given, own: People) -> Phrase | None:
    return None if own & set(case.parties) else _NOT_YOURS


def _opener(case: Case, _way: Way, _given: Given, own: People) -> Phrase | None:
    if case.opening.opener in case.parties and case.opening.opener in own:
        return None
    untouched = case.opening.kind == "report" and case.state == "open" and len(case.reporters) == 1
    return None if untouched and own & set(case.reporters) else _NOT_YOURS


def _seated(case: Case, _way: Way, given: Given, own: People) -> Phrase | None:
    if case.circle is None or not own & set(case.circle.seated):
        return _NOT_YOURS
    return _INVOLVED if {*own, *given.formerly} & {*case.parties, *case.reporters} else None


def _anybody(_case: Case, _way: Way, _given: Given, own: People) -> Phrase | None:
    return None if own else _NOT_YOURS


def _outside(case: Case, _way: Way, _given: Given, own: People) -> Phrase | None:
    asked = case.referral is not None and case.referral.answered_at is None
    return _NOT_YOURS if own else None if asked else _NOT_NOW


def _program(_case: Case, _way: Way, _given: Given, own: People) -> Phrase | None:
    return _NOT_YOURS if own else None


def _maker(case: Case, way: Way, given: Given, own: People) -> Phrase | None:
    """What was done elsewhere is only written down, whoever did it."""
    if case.opening.kind != "measure":
        return _NOT_NOW
    if case.opening.door in ELSEWHERE:
        return None
    return _team(case, way, given, own) or (None if case.opening.opener in own else _NOT_YOURS)


_ROLES: Mapping[Who, Callable[[Case, Way, Given, People], Phrase | None]] = {
    "team": _team,
    "handler": _handler,
    "fresh": _fresh,
    "party": _party,
    "opener": _opener,
    "seated": _seated,
    "anybody": _anybody,
    "outside": _outside,
    "program": _program,
    "maker": _maker,
}
