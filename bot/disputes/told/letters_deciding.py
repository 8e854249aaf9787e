"""Letters when something is decided, looked at afresh, taken back, or over.

Whom a measure falls upon reads its reasons in the statement that goes with it, and not once more here.
"""

from collections.abc import Callable, Iterator, Mapping

from bot.cases.case import Case
from bot.disputes.told import party_roles
from bot.disputes.told.letter_frame import Letter, Telling
from bot.ids import AccountId
from bot.views import Argument, Person, Phrase, Text, Verbatim

_HOLDING = frozenset({"timeout", "quarantine", "remove_from_channel", "role", "ban"})


def decided(telling: Telling) -> Iterator[Letter]:
    """What was decided, why, and how to have it looked at again."""
    case = telling.case
    stated = party_roles.affected(case)
    for account in (one for one in telling.people if one != stated):
        yield Letter(to=account, says=(*_decision(telling, account), *_may_ask(case)), tone="notice")


def appealed(telling: Telling) -> Iterator[Letter]:
    """Somebody wants another look: what holds meanwhile, and that the others need not act."""
    case = telling.case
    for account in telling.people:
        if account == _appellant(case):
            yield Letter(to=account, says=(Phrase("party-appeal-told"), *meanwhile(case, account)), tone="notice")
        else:
            yield Letter(to=account, says=(Phrase("party-appeal-other"), *meanwhile(case, account)))


def meanwhile(case: Case, account: AccountId) -> tuple[Text, ...]:
    """What holds until somebody has looked, for whom the decision falls upon."""
    if account != party_roles.affected(case) or case.decision is None:
        return ()
    holds = any(one.name in _HOLDING for one in case.decision.penalties)
    return (Phrase("party-appeal-meanwhile", (("holds", "yes" if holds else "no"),)),)


def taken(telling: Telling) -> Iterator[Letter]:
    """Somebody takes it up: an appeal, or a decision that nobody had taken."""
    case, by = telling.case, telling.line.by
    if by is None:
        return
    key = "party-assigned"
    if case.state == "appealed":
        key = "party-appeal-second" if by in case.second_looks else "party-appeal-taken"
    yield from telling.to_all(Phrase(key, (("handler", telling.scene.manager(by)),)))


def upheld(telling: Telling) -> Iterator[Letter]:
    """It stays."""
    yield from _looked_at("upheld", telling)


def softened(telling: Telling) -> Iterator[Letter]:
    """It becomes milder."""
    yield from _looked_at("softened", telling)


def remitted(telling: Telling) -> Iterator[Letter]:
    """It is looked at once more, by others."""
    yield from _looked_at("remitted", telling)


def overturned(telling: Telling) -> Iterator[Letter]:
    """It was a mistake: whom it fell upon gets an apology, whoever asked for another look."""
    case, before = telling.case, telling.before
    wronged = (party_roles.affected(before) if before is not None else None) or _appellant(case)
    for account in telling.people:
        if account == wronged:
            given: tuple[tuple[str, Argument], ...] = (("you", Person(account)), _by(telling))
            says = (Phrase("party-overturned", given), *_reasons(telling.line.text))
            yield Letter(to=account, says=says, tone="good")
        else:
            yield Letter(to=account, says=(Phrase("party-overturned-other"), Verbatim(telling.line.text)))


def too_late(telling: Telling) -> Iterator[Letter]:
    """Nobody looked at it afresh in time."""
    before = telling.before
    if telling.case.outcome != "no_decision":
        yield from telling.to_all(Phrase("party-appeal-late-stands"))
        return
    wronged = party_roles.affected(before) if before is not None else None
    for account in telling.people:
        key = "party-appeal-late" if account == wronged else "party-appeal-late-other"
        yield Letter(to=account, says=(Phrase(key),))


def waived(telling: Telling) -> Iterator[Letter]:
    """Everybody concerned leaves it at that."""
    if telling.case.state == "closed":
        yield from telling.to_all(Phrase("party-finished"))


def withdrawn(telling: Telling) -> Iterator[Letter]:
    """Whoever asked for help has taken it back; who knew of it hears so."""
    known = party_roles.audience(telling.before) if telling.before is not None else ()
    for account in known:
        if account != party_roles.asker(telling.case):
            yield Letter(to=account, says=(Phrase("party-withdrawn"),), tone="good")


def _decision(telling: Telling, account: AccountId) -> tuple[Text, ...]:
    case = telling.case
    if telling.before is not None and telling.before.state == "waiting" and telling.line.move == "lapse":
        return (Phrase("party-decided-silent"),)
    by = case.decision.by if case.decision is not None else None
    handler = ("handler", telling.scene.manager(by)) if by is not None else _by(telling)
    if case.outcome == "overturned":
        return (Phrase("party-overturned", (("you", Person(account)), handler)), *_reasons(_said(case)))
    outcome: str = case.outcome or "no_further_action"
    if case.opening.kind == "talk" and outcome in ("settled", "no_further_action"):
        outcome = "talked"
    return (Phrase("party-decided", (("outcome", outcome), handler)), *_reasons(_said(case)))


def _said(case: Case) -> str:
    return case.decision.reasons if case.decision is not None else ""


def _reasons(text: str) -> tuple[Text, ...]:
    return (Phrase("party-decided-reasons"), Verbatim(text)) if text else ()


def _may_ask(case: Case) -> tuple[Text, ...]:
    return (Phrase("party-decided-appeal"),) if case.state == "decided" and case.opening.kind != "talk" else ()


def _appellant(case: Case) -> AccountId | None:
    return case.appeal.by if case.appeal is not None else None


def _by(telling: Telling) -> tuple[str, Argument]:
    """Who looked at it: one of the team, or somebody outside."""
    if telling.line.move == "respond":
        return ("handler", "outside")
    return ("handler", telling.scene.manager(telling.line.by) if telling.line.by is not None else "team")


def _looked_at(result: str, telling: Telling) -> Iterator[Letter]:
    """For whoever asked for another look, and for the others."""
    asked = _appellant(telling.case) or (_appellant(telling.before) if telling.before is not None else None)
    for account in telling.people:
        mine = Phrase(f"party-{result}", (_by(telling),)) if account == asked else Phrase(f"party-{result}-other")
        yield Letter(to=account, says=(mine, Verbatim(telling.line.text)), tone="notice")


RESULTS: Mapping[str, Callable[[Telling], Iterator[Letter]]] = {
    "uphold": upheld,
    "soften": softened,
    "overturn": overturned,
    "remit": remitted,
}
"""What may come of another look, and who writes about it."""
