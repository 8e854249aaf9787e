"""What whoever did something reads at once, alone: that it is noted, what it means, and what comes next."""

from collections.abc import Callable, Mapping, Sequence

from bot.cases.case import Case
from bot.cases.seating import AWAY
from bot.cases.states import Move
from bot.disputes.moving.reopening import NOBODY
from bot.disputes.told import letter_frame, letters_circle, party_buttons
from bot.disputes.told.letter_frame import Letter, Telling
from bot.ids import AccountId
from bot.views import Card, Instant, Person, Phrase, Text

_NOTED: Mapping[Move, str] = {
    "consent": "party-consent-told",
    "decline": "party-decline-told",
    "share": "party-share-told",
    "answer": "party-answer-told",
    "done": "party-done-told",
    "breach": "party-breach-told",
    "waive": "party-waive-told",
    "withdraw": "party-withdraw-told",
    "survey": "party-survey-told",
}
_OF_TEAM: Mapping[Move, str] = {
    "offer": "party-offer-told-mediator",
    "carry": "party-carry-told",
    "take": "party-took-part",
    "leave": "party-left-team",
    "recuse": "party-recuse-told",
    "uphold": "party-result-told",
    "soften": "party-result-told",
    "overturn": "party-result-told",
    "remit": "party-result-told",
}


def answered(telling: Telling, letters: Sequence[Letter]) -> Card | None:
    """For whoever asked; what a letter would have told them is told at once instead. None where others answer."""
    move, case, by = telling.line.move, telling.case, telling.line.by
    if telling.scene.asked is None or by is None:
        return None
    if move in _OF_TEAM and by not in case.parties:
        return _to_team(telling)
    letter = next((one for one in letters if one.to == by), None)
    if letter is None or move == "challenge":
        says = (*_says(telling, by), *(letter.says if letter is not None else ()))
        letter = Letter(to=by, says=says) if says else None
    return letter_frame.card(letter, case, telling.scene) if letter is not None and move != "open" else None


def _says(telling: Telling, by: AccountId) -> tuple[Text, ...]:
    move = telling.line.move
    if move in _NOTED:
        return (Phrase(_NOTED[move]),)
    return _SAID[move](telling, by) if move in _SAID else ()


def _offer(telling: Telling, _by: AccountId) -> tuple[Text, ...]:
    return (Phrase("party-offer-told", (("version", len(telling.case.offers)),)),)


def _agree(telling: Telling, _by: AccountId) -> tuple[Text, ...]:
    return (Phrase("party-agree-told", (("version", telling.line.choice),)),)


def _leave(telling: Telling, _by: AccountId) -> tuple[Text, ...]:
    return (Phrase("party-left-told", (telling.handler,)),)


def _seat(telling: Telling, by: AccountId) -> tuple[Text, ...]:
    if telling.line.choice == AWAY:
        return (Phrase("party-seat-declined"),)
    return (*_until("party-seat-told", telling.case), *letters_circle.shown(telling.case, by))


def _ballot(telling: Telling, _by: AccountId) -> tuple[Text, ...]:
    choice = (("choice", telling.line.choice),)
    return (Phrase("party-ballot-told", choice), *_until("party-ballot-until", telling.case))


def _retract(telling: Telling, _by: AccountId) -> tuple[Text, ...]:
    return _until("party-ballot-none", telling.case)


def _challenge(telling: Telling, _by: AccountId) -> tuple[Text, ...]:
    whom = telling.line.account
    return (Phrase("party-challenge-told", (("person", Person(whom)),)),) if whom is not None else ()


def _request(telling: Telling, _by: AccountId) -> tuple[Text, ...]:
    if telling.line.choice != NOBODY:
        return (Phrase("party-request-told"),)
    named = () if telling.case.opening.private else letter_frame.outside(telling.scene)
    return (Phrase("party-request-nobody"), *named)


def _until(key: str, case: Case) -> tuple[Text, ...]:
    return (Phrase(key, (("instant", Instant(case.due_at)),)),) if case.due_at is not None else ()


def _to_team(telling: Telling) -> Card:
    """For one of the team: no more than that it was done, and what can be done now."""
    move, case = telling.line.move, telling.case
    given = (("version", len(case.offers)),) if move == "offer" else ()
    buttons = party_buttons.deciding(case) if move == "take" and case.state == "appealed" else ()
    return Card(body=(Phrase(_OF_TEAM[move], given),), buttons=buttons)


_SAID: Mapping[Move, Callable[[Telling, AccountId], tuple[Text, ...]]] = {
    "offer": _offer,
    "agree": _agree,
    "leave": _leave,
    "seat": _seat,
    "ballot": _ballot,
    "retract": _retract,
    "challenge": _challenge,
    "request": _request,
}
