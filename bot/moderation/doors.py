"""What a manager says with a reaction to the card of an incident: it is answered without a press.

Nothing that a reaction can do here takes anything from anybody (that stays with buttons), so that none of it has to be
confirmed in private first. Reactions that count are hidden at once; what other people react means nothing here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot import settings as community
from bot.catalogue.declared import CATALOGUE
from bot.commands import Level
from bot.effects import Effect, HideReaction, ReplyPrivately
from bot.events import ButtonPressed, ReactionAdded
from bot.facts import AccountFact
from bot.moderation import moves
from bot.rooms import Ruling
from bot.settings import Door, Settings, Written, plain_emoji
from bot.views import Card, Phrase, Text

_ANSWERS: Mapping[Door, str] = {"settle": "incident-right"}
"""The button that a reaction stands for, where there is one."""
_OPENING: frozenset[Door] = frozenset({"report", "dispute"})
"""These mean something on people's messages alone."""


def meant(file: Written, reaction: ReactionAdded) -> Door | None:
    """What it would mean from a manager; None for everyday reactions, and for those of an export."""
    door = file.doors.get(plain_emoji(reaction.emoji)) if reaction.timed else None
    on_card = bool(reaction.cited and any(_of_incident(button) for button in reaction.cited.buttons))
    return door if on_card and door not in _OPENING else None


def pressed(reaction: ReactionAdded, door: Door) -> ButtonPressed:
    """The reaction as the press that it stands for; a press of nothing where the card has no such button (any more)."""
    buttons = reaction.cited.buttons if reaction.cited else ()
    found = (one for one in buttons if one.partition(":")[0] == _ANSWERS.get(door))
    return ButtonPressed(
        id=reaction.id,
        space=reaction.space,
        at=reaction.at,
        account=reaction.account,
        channel=reaction.channel,
        roles=reaction.roles,
        locale=reaction.locale,
        button=next(found, ""),
        message=reaction.message,
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """A reaction that may mean something, and who made it."""

    reaction: ReactionAdded
    door: Door
    settings: Settings
    known: AccountFact | None

    @property
    def press(self) -> ButtonPressed:
        """What it stands for."""
        return pressed(self.reaction, self.door)

    @property
    def counts(self) -> bool:
        """Whether a manager made it, and in the place where it means something."""
        here = self.settings.managers.get(self.reaction.space) == self.reaction.channel
        bot = self.known is not None and self.known.bot
        return here and not bot and self._level >= Level.HELPER

    @property
    def refusal(self) -> Text | None:
        """Why nothing can come of it; None where it can be answered as if the button had been pressed."""
        if not self.press.button:
            return Phrase("moderation-door-nothing")
        required = CATALOGUE.requires(self.press)
        if required is None or self._level < required:
            return Phrase("road-not-allowed", (("level", (required or Level.OWNER).name.lower()),))
        return None

    def hidden(self, rule: str, *told: Text) -> Ruling:
        """It goes, and nothing comes of it but perhaps a word to whoever made it."""
        wanted = Ruling(rule=f"moderation/{rule}", effects=(self._answer(*told),) if told else ())
        return self.hiding(wanted)

    def hiding(self, ruling: Ruling) -> Ruling:
        """The same, once the reaction is gone; where a platform hides none, it stays."""
        reaction = self.reaction
        if "hide_reaction" in self.settings.file.lacks(reaction.space):
            return ruling
        hide = HideReaction(
            space=reaction.space,
            channel=reaction.channel,
            message=reaction.message,
            account=reaction.account,
            emoji=reaction.emoji,
            note="report",
        )
        return replace(ruling, effects=(hide, *ruling.effects))

    def quietly(self, ruling: Ruling) -> Ruling:
        """What a press leads to; the card says it, so that only where nothing came of it somebody is told."""
        heard = ruling.effects if not ruling.records else _without_answers(ruling)
        return self.hiding(replace(ruling, effects=heard))

    @property
    def _level(self) -> Level:
        return community.trusted(self.settings, self.press, self.known)

    def _answer(self, *told: Text) -> ReplyPrivately:
        return community.answer(self.settings, self.press, self.known, Card(body=told))


def _of_incident(button: str) -> bool:
    return button.partition(":")[0] in moves.ACTIONS


def _without_answers(ruling: Ruling) -> tuple[Effect, ...]:
    return tuple(effect for effect in ruling.effects if not isinstance(effect, ReplyPrivately))
