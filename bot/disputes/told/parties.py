"""What is said to and done by those whom a case concerns: the way in for the room of cases."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.disputes.act import Act, Step
from bot.disputes.scene import Scene
from bot.disputes.told import (
    letter_answers,
    letter_frame,
    letters,
    letters_opening,
    party_acts,
    party_standing,
    party_team,
)
from bot.disputes.told.letter_frame import Telling
from bot.effects import Effect
from bot.events import Asked, ButtonPressed, EffectRefused
from bot.facts import FactKey, Facts
from bot.ids import AccountId
from bot.views import Card

_SITUATION = "situation"
ACTIONS = frozenset({*party_acts.BUTTONS, _SITUATION})
"""The buttons that mean something here; those that open a form come as the form."""
FORMS = frozenset(party_acts.FORMS)
COMMANDS = frozenset({_SITUATION})


def acted(asked: Asked, case: Case, scene: Scene) -> Act | Card:
    """What a button or a form means; a card where nothing moves."""
    if isinstance(asked, ButtonPressed) and asked.action == _SITUATION:
        return party_standing.one(asked, case, scene)
    return party_acts.acted(asked, case)


def told(step: Step, scene: Scene) -> Iterator[Effect]:
    """All letters about one step, the answer to whoever made it, and what it means for those of the team."""
    telling = Telling(step, scene)
    written = tuple(letters.written(telling))
    answer = letter_answers.answered(telling, written)
    for letter in written:
        if answer is None or letter.to != step.line.by:
            yield from letter_frame.sent(letters_opening.introduced(letter, telling), step.after, scene)
    yield from party_team.told(step, scene)
    if answer is not None:
        yield from scene.answer(answer)


def unreachable(refused: EffectRefused, case: Case, scene: Scene) -> Iterator[Effect]:
    """A letter about a case was not delivered."""
    return party_team.unreachable(refused, case, scene)


def people(case: Case) -> frozenset[AccountId]:
    """Everybody whose account facts `told` reads."""
    return party_standing.people(case)


def own_needs(asked: Asked, facts: Facts) -> Iterator[FactKey]:
    """What to load before somebody can be shown their own situations."""
    return party_standing.needs(asked, facts)


def own(asked: Asked, scene: Scene) -> Card:
    """Somebody's own situations, or one of them."""
    return party_standing.shown(asked, scene)
