"""What a manager says with a reaction to the card of an incident: it is answered without a press.

Nothing that a reaction can do here takes anything from anybody (that stays with buttons), so that none of it has to be
confirmed in private first. Reactions that count are hidden at once; what other people react means nothing here.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot import settings as community
from bot.effects import Effect, ReplyPrivately
from bot.events import ReactionAdded
from bot.moderation import moves
from bot.rooms import Ruling
from bot.settings import Door, Written
from bot.signs import OPENING, Sign, door_of
from bot.views import Card, Text

_ANSWERS: Mapping[Door, str] = {"settle": "incident-right"}
"""The button that a reaction stands for, where there is one."""


def meant(file: Written, reaction: ReactionAdded) -> Door | None:
    """What it would mean from a manager; None for everyday reactions, and for those of an export."""
    door = door_of(file, reaction)
    on_card = bool(reaction.cited and any(_of_incident(button) for button in reaction.cited.buttons))
    return door if on_card and door not in OPENING else None


def button(door: Door, reaction: ReactionAdded) -> str:
    """The button that it stands for; empty where the card has no such button (any more)."""
    buttons = reaction.cited.buttons if reaction.cited else ()
    return next((one for one in buttons if one.partition(":")[0] == _ANSWERS.get(door)), "")


def refused(sign: Sign, why: Text) -> Ruling:
    """The reaction goes, and nothing comes of it but a word to whoever made it."""
    told = community.answer(sign.settings, sign.press, sign.known, Card(body=(why,)))
    return Ruling(rule="moderation/not-allowed", effects=(*sign.hiding, told))


def quietly(sign: Sign, ruling: Ruling) -> Ruling:
    """What a press leads to; the card says it, so that only where nothing came of it somebody is told."""
    heard = ruling.effects if not ruling.records else _without_answers(ruling)
    return replace(ruling, effects=(*sign.hiding, *heard))


def _of_incident(button: str) -> bool:
    return button.partition(":")[0] in moves.ACTIONS


def _without_answers(ruling: Ruling) -> tuple[Effect, ...]:
    return tuple(effect for effect in ruling.effects if not isinstance(effect, ReplyPrivately))
