"""The circle: who is asked to sit, what they read, and how they vote without anybody seeing it."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.cases.lines import Evidence
from bot.disputes.circle import CHOICES
from bot.disputes.told import party_roles
from bot.ids import AccountId
from bot.views import Argument, Button, Field, Person, Phrase, Text, Verbatim

_MOST_WORDS = 400
"""So much is shown of each of the messages around; what it is about is shown as a whole."""


def buttons(case: Case, account: AccountId) -> Iterator[Button]:
    """For somebody who is asked to sit: to come or not and, with the same press, to vote."""
    circle, voted = party_roles.circle(case), party_roles.vote(case, account)
    came = circle is not None and account in circle.came
    if not came and not voted:
        yield _button("circle-seat", case, "seat", primary=True)
        yield _button("circle-decline", case, "seat-decline")
        return
    for choice in CHOICES:
        label = Phrase("party-button-ballot", (("choice", choice),))
        yield Button(id=f"ballot:{case.id}:{choice}", label=label, style="primary" if choice == voted else "plain")
    if voted:
        yield _button("ballot-retract", case, "retract")
    else:
        yield _button("circle-decline", case, "seat-decline")


def challenges(case: Case, account: AccountId) -> Iterator[Button]:
    """For a party that has not had anybody replaced yet."""
    circle = party_roles.circle(case)
    if circle is None or any(by == account for by, _ in circle.challenged):
        return
    for number, place in enumerate(places(case), start=1):
        label = Phrase("party-button-challenge", (("number", number),))
        yield Button(id=f"circle-challenge:{case.id}:{place}", label=label)


def places(case: Case) -> tuple[str, ...]:
    """Names of those who are asked to sit, without saying who they are: which circle, and which place in its draw."""
    circle = party_roles.circle(case)
    if circle is None:
        return ()
    return tuple(f"{len(case.circles)}.{circle.drawn.index(one)}" for one in circle.seated if one in circle.drawn)


def at_place(case: Case, place: str) -> AccountId | None:
    """Who is meant by such a name; None where that circle is over, or they are not asked any more."""
    circle = party_roles.circle(case)
    if circle is None or place not in places(case):
        return None
    return circle.drawn[int(place.partition(".")[2])]


def members(case: Case) -> tuple[Field, ...]:
    """Those who are asked, for the parties."""
    circle = party_roles.circle(case)
    return tuple(
        Field(
            label=Phrase("party-circle-member", (("number", number),)),
            value=Phrase("party-person", (("person", Person(one)),)),
        )
        for number, one in enumerate(circle.seated if circle else (), start=1)
    )


def summary(case: Case) -> Iterator[Text]:
    """What happened, for those who judge it: nobody's name, and never the words of whoever reported it."""
    opening = case.opening
    begun = tuple(_evidence(case)) + tuple(_said(case))
    if opening.titles:
        yield Phrase("party-summary-rules")
        yield from opening.titles
    yield from begun
    if not begun:
        yield Phrase("party-summary-nothing")


def ballot(case: Case, account: AccountId) -> Iterator[Text]:
    """What is asked, and what they said so far."""
    yield Phrase("party-ballot-ask")
    if voted := party_roles.vote(case, account):
        yield Phrase("party-ballot-yours", (("choice", voted),))


def _evidence(case: Case) -> Iterator[Text]:
    """As the bot found it; what somebody brought in private says who they are."""
    for one in case.evidence:
        if one.by is None and (one.text or one.around):
            yield from _shown(one, case)


def _shown(one: Evidence, case: Case) -> Iterator[Text]:
    letters: dict[AccountId, str] = {}
    if one.text:
        yield Phrase("party-summary-text")
        yield _who(one.author, case, letters)
        yield Verbatim(one.text)
    if one.around:
        yield Phrase("party-summary-around")
        for quote in one.around:
            yield _who(quote.author, case, letters)
            yield Verbatim(quote.text[:_MOST_WORDS])


def _said(case: Case) -> Iterator[Text]:
    """What the two say, where whoever asked for help did it in their own name."""
    opening = case.opening
    if party_roles.asker(case) is not None:
        if opening.text:
            yield Phrase("party-summary-opener")
            yield Verbatim(opening.text)
        if opening.wish:
            yield Phrase("party-summary-wish")
            yield Verbatim(opening.wish)
    for note in case.notes:
        if note.kind not in ("answer", "new") or note.by is None:
            continue
        if note.by == opening.respondent:
            yield Phrase("party-summary-respondent")
            yield Verbatim(note.text)
        elif note.by == party_roles.asker(case):
            yield Phrase("party-summary-opener")
            yield Verbatim(note.text)


def _who(author: AccountId | None, case: Case, letters: dict[AccountId, str]) -> Phrase:
    """A letter for each of the others, in the order in which they appear."""
    given: tuple[tuple[str, Argument], ...]
    if author is not None and author == party_roles.asker(case):
        given = (("who", "opener"), ("letter", ""))
    elif author is not None and author == case.opening.respondent:
        given = (("who", "respondent"), ("letter", ""))
    else:
        letter = letters.setdefault(author or AccountId(""), chr(ord("A") + len(letters) % 26))
        given = (("who", "member"), ("letter", letter))
    return Phrase("party-summary-letter", given)


def _button(action: str, case: Case, label: str, *, primary: bool = False) -> Button:
    return Button(
        id=f"{action}:{case.id}", label=Phrase(f"party-button-{label}"), style="primary" if primary else "plain"
    )
