"""What the parties, those in a circle and those who look afresh do, as the moves that it stands for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.cases.case import Case
from bot.cases.lines import Penalty, PenaltyName
from bot.cases.seating import AWAY, COME
from bot.cases.states import Move
from bot.disputes.act import Act
from bot.disputes.circle import CHOICES
from bot.disputes.told import ballots
from bot.events import Asked, ButtonPressed, FormSubmitted
from bot.views import Card, Phrase

_LENGTHS = {"": None, "1h": 3_600, "1d": 86_400, "3d": 3 * 86_400, "7d": 7 * 86_400, "30d": 30 * 86_400}
_LEFT: Mapping[str, PenaltyName] = {"remind": "remind", "warn": "warn", "timeout": "timeout", "ban": "ban"}
_ANSWERS = ("yes", "partly", "no")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked for in a case, not yet a move."""

    asked: Asked
    case: Case

    @property
    def said(self) -> dict[str, str]:
        """What they filled in."""
        return dict(self.asked.values) if isinstance(self.asked, FormSubmitted) else {}

    @property
    def text(self) -> str:
        """Their own words."""
        return self.said.get("text", "").strip()

    @property
    def more(self) -> str:
        """What their button says after the number of the case."""
        return self.asked.subject.partition(":")[2] if isinstance(self.asked, ButtonPressed) else ""


Meaning = Callable[[Wish], Act | Card]


def acted(asked: Asked, case: Case) -> Act | Card:
    """The move to make; or a card where nothing moves."""
    name = asked.form if isinstance(asked, FormSubmitted) else asked.action if isinstance(asked, ButtonPressed) else ""
    return _MEANINGS[name](Wish(asked, case))


def _plain(move: Move) -> Meaning:
    """A move that needs no more than words, where it needs any."""
    return lambda wish: Act(move=move, by=wish.asked.account, text=wish.text)


def _sure(move: Move) -> Meaning:
    """A move that cannot be taken back: whoever is not sure changes nothing."""

    def meant(wish: Wish) -> Act | Card:
        return Act(move=move, by=wish.asked.account) if wish.said.get("sure") == "yes" else _nothing()

    return meant


def _seat(choice: str) -> Meaning:
    return lambda wish: Act(move="seat", by=wish.asked.account, choice=choice)


def _agreed(wish: Wish) -> Act | Card:
    """To the version on the button, whatever came since."""
    return Act(move="agree", by=wish.asked.account, choice=wish.more)


def _carried(wish: Wish) -> Act | Card:
    opening = wish.case.opening
    whom = opening.opener if wish.said.get("to") == "opener" else opening.respondent
    return Act(move="carry", by=wish.asked.account, account=whom, text=wish.text)


def _challenged(wish: Wish) -> Act | Card:
    whom = ballots.at_place(wish.case, wish.more)
    if whom is None:
        return Card(body=(Phrase("party-challenge-gone"),))
    return Act(move="challenge", by=wish.asked.account, account=whom)


def _voted(wish: Wish) -> Act | Card:
    return Act(move="ballot", by=wish.asked.account, choice=wish.more) if wish.more in CHOICES else _nothing()


def _surveyed(wish: Wish) -> Act | Card:
    answers = [wish.said.get(one, "") for one in ("fair", "clear")]
    if any(one not in _ANSWERS for one in answers):
        return _nothing()
    return Act(move="survey", by=wish.asked.account, choice="/".join(answers))


def _softened(wish: Wish) -> Act | Card:
    name, _, length = wish.said.get("what", "").partition("-")
    if name not in _LEFT or length not in _LENGTHS:
        return _nothing()
    left = Penalty(name=_LEFT[name], seconds=_LENGTHS[length])
    return Act(move="soften", by=wish.asked.account, text=wish.text, penalties=(left,))


def _nothing() -> Card:
    return Card(body=(Phrase("party-not-sure"),))


BUTTONS: Mapping[str, Meaning] = {
    "party-consent": _plain("consent"),
    "party-decline": _plain("decline"),
    "party-agree": _agreed,
    "party-leave": _plain("leave"),
    "party-share": _plain("share"),
    "party-done": _plain("done"),
    "circle-seat": _seat(COME),
    "circle-decline": _seat(AWAY),
    "circle-challenge": _challenged,
    "ballot": _voted,
    "ballot-retract": _plain("retract"),
    "appeal-take": _plain("take"),
    "case-recuse": _plain("recuse"),
}
FORMS: Mapping[str, Meaning] = {
    "party-offer": _plain("offer"),
    "party-answer": _plain("answer"),
    "party-breach": _plain("breach"),
    "party-higher": _plain("escalate"),
    "party-waive": _sure("waive"),
    "party-withdraw": _sure("withdraw"),
    "party-survey": _surveyed,
    "party-request": _plain("request"),
    "appeal": _plain("appeal"),
    "mediator-carry": _carried,
    "appeal-uphold": _plain("uphold"),
    "appeal-soften": _softened,
    "appeal-overturn": _plain("overturn"),
    "appeal-remit": _plain("remit"),
}
_MEANINGS = {**BUTTONS, **FORMS}
