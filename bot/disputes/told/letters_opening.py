"""Letters while a case is received: it is there, somebody looks after it, somebody is asked something."""

from collections.abc import Iterator
from dataclasses import replace

from bot.cases.case import Case
from bot.disputes.moving import ready
from bot.disputes.told import party_roles
from bot.disputes.told.letter_frame import Letter, Telling
from bot.ids import AccountId
from bot.views import Instant, Person, Phrase, Place, Text, Verbatim


def opened(telling: Telling) -> Iterator[Letter]:
    """It is here, who reads it, and nothing is decided; to the other of the two as gently as can be."""
    case = telling.case
    people, asker = telling.people, party_roles.asker(case)
    if asker is not None and case.opening.kind != "talk":
        told = "yes" if case.opening.respondent in people else "no"
        kind = Phrase("party-opened-review") if case.opening.kind == "review" else _received(told)
        readers = Phrase("party-opened-readers", (("readers", "few" if case.opening.private else "team"),))
        yield Letter(to=asker, says=(kind, readers))
    respondent = case.opening.respondent
    if case.opening.kind == "dispute" and respondent is not None and respondent in people:
        yield Letter(to=respondent, says=(_gently(case, respondent), Phrase("party-opened-other-side")))


def introduced(letter: Letter, telling: Telling) -> Letter:
    """The first word that somebody hears of a case says what it is about, as gently as when it is opened."""
    before, case = telling.before, telling.case
    if before is None or letter.to != case.opening.respondent or case.opening.kind not in ("dispute", "report"):
        return letter
    known = letter.to in party_roles.audience(before) or letter.to not in telling.people
    return letter if known else replace(letter, says=(_gently(case, letter.to), *letter.says))


def claimed(telling: Telling) -> Iterator[Letter]:
    """Somebody looks after it; the other of the two is asked for their side."""
    case = telling.case
    if case.opening.kind == "talk":
        return
    decides = case.state == "deciding"
    for account in telling.people:
        says: list[Text] = [Phrase("party-assigned" if decides else "party-claimed", (telling.handler,))]
        unheard = account == case.opening.respondent and not _heard(case, account)
        if unheard and not decides and case.opening.kind == "dispute" and case.due_at is not None:
            says.append(Phrase("party-claimed-side", (("instant", Instant(case.due_at)),)))
        yield Letter(to=account, says=tuple(says))


def released(telling: Telling) -> Iterator[Letter]:
    """Somebody else is to look after it."""
    yield from telling.to_all(Phrase("party-released"))


def asked(telling: Telling) -> Iterator[Letter]:
    """A question to one of the two; the other knows that there is one."""
    whom = whom_asked(telling)
    for account in telling.people:
        if account == whom:
            question = Phrase("party-question", (telling.handler,))
            yield Letter(to=account, says=(question, Verbatim(telling.line.text)), tone="notice")
        else:
            yield Letter(to=account, says=(Phrase("party-question-other"),))


def whom_asked(telling: Telling) -> AccountId | None:
    """Whom a question is for: whoever asked for help, where it names nobody."""
    return telling.line.account or party_roles.asker(telling.case)


def answered(telling: Telling) -> Iterator[Letter]:
    """A question that everything waited for has its answer; what else people say is between them and the team."""
    if telling.before is not None and telling.before.state == "waiting" and telling.case.state != "waiting":
        for account in telling.others:
            yield Letter(to=account, says=(Phrase("party-answered-on"),))


def merged(telling: Telling) -> Iterator[Letter]:
    """It goes on under another number."""
    if telling.case.outcome == "merged":
        yield from telling.to_all(Phrase("party-joined"))


def reopened(telling: Telling) -> Iterator[Letter]:
    """Something new has come to light, and who looks at it; where they wanted to talk, a conversation says so."""
    asked = ready.requests(telling.before) if telling.before is not None else ()
    for account in telling.people if telling.case.opening.kind != "talk" else ():
        why = Phrase("party-reopened", (("asked", "yes" if account in asked else "no"),))
        yield Letter(to=account, says=(why, Phrase("party-claimed", (telling.handler,))), tone="notice")


def refused(telling: Telling) -> Iterator[Letter]:
    """What came up is no reason to take it up again: only whoever told of it hears so, and why."""
    asked = ready.requests(telling.before) if telling.before is not None else ()
    by = ("handler", telling.scene.manager(telling.line.by) if telling.line.by is not None else "team")
    for account in (one for one in telling.people if one in asked):
        yield Letter(to=account, says=(Phrase("party-refused", (by,)), Verbatim(telling.line.text)), tone="notice")


def _received(told: str) -> Phrase:
    return Phrase("party-opened-dispute", (("told", told),))


def _gently(case: Case, account: AccountId) -> Phrase:
    you = ("you", Person(account))
    if case.opening.channel is None:
        return Phrase("party-opened-other", (you,))
    return Phrase("party-opened-other-place", (you, ("place", Place(case.opening.channel))))


def _heard(case: Case, account: AccountId) -> bool:
    return any(one.kind == "answer" and one.by == account for one in case.notes)
