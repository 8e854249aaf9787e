"""Letters around a circle: to those who are asked to sit, and to those about whom they decide."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.cases.lines import Tally
from bot.disputes.told import ballots, party_roles
from bot.disputes.told.letter_frame import Letter, Telling
from bot.ids import AccountId
from bot.views import Argument, Instant, Person, Phrase, Text


def empanelled(telling: Telling) -> Iterator[Letter]:
    """A circle is drawn: those in it are asked, the parties read who they are."""
    case = telling.case
    circle = party_roles.circle(case)
    if circle is None:
        return
    for account in circle.seated:
        yield invitation(case, account)
    begins = Phrase("party-circle-begins", (("size", len(circle.seated)),))
    for account in telling.people:
        yield Letter(to=account, says=(begins, Phrase("party-circle-people")), tone="notice")


def invitation(case: Case, account: AccountId) -> Letter:
    """What is asked of somebody who was drawn, and that they are free."""
    circle = party_roles.circle(case)
    size = len(circle.seated) if circle is not None else 0
    given: tuple[tuple[str, Argument], ...] = (("you", Person(account)), ("size", size))
    says: list[Text] = [Phrase("party-seat", given)]
    if case.due_at is not None:
        says.append(Phrase("party-seat-asked", (("instant", Instant(case.due_at)),)))
    return Letter(to=account, says=(*says, Phrase("party-seat-free")), tone="notice")


def seated(telling: Telling) -> Iterator[Letter]:
    """Somebody who was drawn does not come: whoever stood by is asked, and the parties know whom."""
    yield from _changed(telling)


def challenged(telling: Telling) -> Iterator[Letter]:
    """A party has had somebody replaced: whom it was hears that it says nothing about them."""
    gone = telling.line.account
    if gone is not None:
        yield Letter(to=gone, says=(Phrase("party-seat-released", (("you", Person(gone)),)),))
    yield from _changed(telling)


def counted(telling: Telling) -> Iterator[Letter]:
    """What the circle said, to all: those about whom it decided, and those who sat in it."""
    tally = telling.line.tally
    if tally is None:
        return
    said = (Phrase("party-counted", (("result", tally.result),)), *_numbers(tally))
    passed_on = (Phrase("party-passed-on", (("why", "circle"),)),) if telling.case.state == "escalated" else ()
    for account in telling.people:
        yield Letter(to=account, says=(*said, *passed_on), tone="notice")
    before = party_roles.circle(telling.before) if telling.before is not None else None
    for account in before.seated if before is not None else ():
        yield Letter(to=account, says=(*said, Phrase("party-counted-thanks")))


def reminded(case: Case) -> Iterator[Letter]:
    """Those whose vote is missing."""
    circle = party_roles.circle(case)
    for account in circle.seated if circle is not None else ():
        if not party_roles.vote(case, account):
            came = circle is not None and account in circle.came
            said = Phrase("party-soon-ballot" if came else "party-soon-seat")
            yield Letter(to=account, says=(said,), tone="notice")


def _changed(telling: Telling) -> Iterator[Letter]:
    """Those who are asked now and were not before; the parties hear of them."""
    before = party_roles.circle(telling.before) if telling.before is not None else None
    circle = party_roles.circle(telling.case)
    if before is None or circle is None or before.seated == circle.seated:
        return
    fresh = [one for one in circle.seated if one not in before.seated]
    for account in fresh:
        yield invitation(telling.case, account)
    said = [Phrase("party-circle-changed", (("person", Person(one)),)) for one in fresh]
    for account in telling.people:
        yield Letter(to=account, says=tuple(said or (Phrase("party-circle-smaller"),)))


def _numbers(tally: Tally) -> tuple[Text, ...]:
    """None where so few took part that a number could say who voted how."""
    if tally.result == "no_quorum":
        return ()
    given: tuple[tuple[str, Argument], ...] = (
        ("measure", tally.measure),
        ("nothing", tally.nothing),
        ("talk", tally.talk),
        ("abstained", tally.abstained),
        ("seated", tally.seated),
    )
    return (Phrase("party-counted-numbers", given),)


def shown(case: Case, account: AccountId) -> tuple[Text, ...]:
    """What happened and what is asked, for somebody who takes their seat."""
    return (*ballots.summary(case), *ballots.ballot(case, account))
