"""Letters when a case goes to others, when something holds meanwhile, when a day is near, and when one has passed."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.cases.folding import LIFT, OUTAGE
from bot.disputes.told import letters_circle, letters_deciding, letters_talking, party_roles
from bot.disputes.told.letter_frame import Letter, Telling
from bot.views import Instant, Phrase, Text, Verbatim


def escalated(telling: Telling) -> Iterator[Letter]:
    """It is passed on, and why."""
    case, by = telling.case, telling.line.by
    if case.state == "decided":
        yield from letters_deciding.decided(telling)
        return
    why = "wish" if by is not None and by in case.parties else "handler" if by is not None else "late"
    yield from _passed_on(telling, why)


def assigned(telling: Telling) -> Iterator[Letter]:
    """Somebody else looks after it, or decides."""
    case = telling.case
    if case.opening.kind == "talk" or (telling.before is not None and telling.before.handler == case.handler):
        return
    key = "party-assigned" if case.state == "deciding" else "party-claimed"
    for account in telling.people:
        yield Letter(to=account, says=(Phrase(key, (telling.handler,)),))


def recused(telling: Telling) -> Iterator[Letter]:
    """Whoever was to decide steps back."""
    if telling.case.state == "decided":
        yield from letters_deciding.decided(telling)
    else:
        yield from _passed_on(telling, "stepped-back")


def restrained(telling: Telling) -> Iterator[Letter]:
    """What holds meanwhile: that two leave each other alone is told to both; a measure states its own reasons."""
    case, until = telling.case, telling.line.until or telling.case.restrained_until
    if telling.line.choice == LIFT and telling.before is not None and telling.before.no_contact:
        yield from telling.to_all(Phrase("party-restraint-over"))
    if until is None:
        return
    instant = ("instant", Instant(until))
    for account in telling.people:
        if case.no_contact and not telling.line.penalties:
            yield Letter(to=account, says=(Phrase("party-restrained", (instant,)),), tone="notice")
        elif telling.line.penalties and account != case.opening.respondent:
            yield Letter(to=account, says=(Phrase("party-restrained-other", (instant,)),))


def referred(telling: Telling) -> Iterator[Letter]:
    """Somebody outside the team is asked."""
    settings = telling.scene.settings
    contact = settings.contact(telling.line.choice) or settings.contact()
    whom = (Phrase("party-referred-to"), contact.who) if contact is not None else (Phrase("party-referred"),)
    yield from telling.to_all(*whom)


def responded(telling: Telling) -> Iterator[Letter]:
    """They have answered: what they say of a request for another look counts like anybody's who looks at one."""
    text, result = telling.line.text, telling.line.choice
    if telling.before is not None and telling.before.state == "appealed" and result in letters_deciding.RESULTS:
        yield from letters_deciding.RESULTS[result](telling)
        return
    if telling.case.state == "decided":
        yield from letters_deciding.decided(telling)
        return
    said = (Phrase("party-responded"), Verbatim(text)) if text else (Phrase("party-responded-plain"),)
    yield from (Letter(to=one, says=said, tone="notice") for one in telling.people)


def archived(telling: Telling) -> Iterator[Letter]:
    """What was kept is deleted; who is to hear of it stands in the case as it was."""
    people = party_roles.audience(telling.before) if telling.before is not None else ()
    yield from (Letter(to=one, says=(Phrase("party-archived"),)) for one in people)


def lapsed(telling: Telling) -> Iterator[Letter]:
    """Nobody acted in time: where it goes now."""
    before, case = telling.before, telling.case
    if before is None or telling.line.choice == OUTAGE:
        return
    match case.state:
        case "mediation" if before.state == "mediation":
            yield from (Letter(to=one, says=_is_it_settled(case), tone="notice") for one in telling.people)
        case "escalated":
            yield from _passed_on(telling, "late")
        case "decided":
            yield from letters_deciding.decided(telling)
        case "appealed":
            yield from telling.to_all(Phrase("party-appeal-late-ban"))
        case "archived":
            yield from archived(telling)
        case "closed":
            yield from _over(telling, before)
        case _:
            return


def reminded(telling: Telling) -> Iterator[Letter]:
    """Whoever must act hears once that the day is near; whoever need not act hears nothing."""
    case = telling.case
    if case.state == "voting":
        yield from letters_circle.reminded(case)
        return
    for account in telling.people:
        says = _soon(case)
        mine = case.state != "waiting" or account == _asked(case)
        if says and mine:
            yield Letter(to=account, says=says, tone="notice")


def _soon(case: Case) -> tuple[Text, ...]:
    match case.state:
        case "waiting":
            questions = [one.text for one in case.notes if one.kind == "question"]
            return (Phrase("party-soon-question"), Verbatim(questions[-1])) if questions else ()
        case "mediation":
            return (Phrase("party-soon"),)
        case "settled":
            return letters_talking.agreement(case, "party-soon-kept")
        case "decided":
            return (Phrase("party-soon-decided"),)
        case _:
            return ()


def _asked(case: Case) -> object:
    """Whom the latest question was for."""
    named = [one.to for one in case.notes if one.kind == "question"]
    return (named[-1] if named else None) or party_roles.asker(case)


def _is_it_settled(case: Case) -> tuple[Text, ...]:
    if not case.offers:
        return (Phrase("party-talks-asked"),)
    latest = case.offers[-1]
    return (
        Phrase("party-talks-asked"),
        Phrase("party-standing-offer", (("version", latest.version),)),
        Verbatim(latest.text),
    )


def _over(telling: Telling, before: Case) -> Iterator[Letter]:
    if before.state == "appealed":
        yield from letters_deciding.too_late(telling)
        return
    yield from telling.to_all(Phrase("party-talks-silent" if before.state == "mediation" else "party-finished"))


def _passed_on(telling: Telling, why: str) -> Iterator[Letter]:
    yield from telling.to_all(Phrase("party-passed-on", (("why", why),)))
