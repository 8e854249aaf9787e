"""What a manager says with a reaction, in place of a press: what it means, who may say it, and that it is hidden."""

from dataclasses import dataclass

from bot import settings as community
from bot.catalogue.declared import CATALOGUE
from bot.commands import Level
from bot.effects import HideReaction
from bot.events import ButtonPressed, ReactionAdded
from bot.facts import AccountFact
from bot.settings import Door, Settings, Written, plain_emoji
from bot.views import Phrase

OPENING: frozenset[Door] = frozenset({"report", "dispute"})
"""These mean something on people's messages; the others on cards of the team's own alone."""


def door_of(file: Written, reaction: ReactionAdded) -> Door | None:
    """What it would mean from a manager; None for everyday reactions, and for those of an export."""
    return file.doors.get(plain_emoji(reaction.emoji)) if reaction.timed else None


def pressed(reaction: ReactionAdded, button: str) -> ButtonPressed:
    """The reaction as the press that it stands for; a press of nothing where the card has no such button (any more)."""
    return ButtonPressed(
        id=reaction.id,
        space=reaction.space,
        at=reaction.at,
        account=reaction.account,
        channel=reaction.channel,
        roles=reaction.roles,
        locale=reaction.locale,
        button=button,
        message=reaction.message,
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """A reaction that may mean something, the button that it stands for, and who made it."""

    reaction: ReactionAdded
    door: Door
    button: str
    settings: Settings
    known: AccountFact | None

    @property
    def press(self) -> ButtonPressed:
        """What it stands for."""
        return pressed(self.reaction, self.button)

    @property
    def counts(self) -> bool:
        """Whether a manager made it, and in the place where it means something."""
        here = self.settings.managers.get(self.reaction.space) == self.reaction.channel
        bot = self.known is not None and self.known.bot
        return (here or self.door in OPENING) and not bot and self._level >= Level.HELPER

    def refusal(self, nothing: Phrase) -> Phrase | None:
        """Why nothing can come of it; None where it can be answered as if the button had been pressed.

        `nothing` says that the card has no such button.
        """
        if not self.button:
            return nothing
        required = CATALOGUE.requires(self.press)
        if required is None or self._level < required:
            return Phrase("road-not-allowed", (("level", (required or Level.OWNER).name.lower()),))
        return None

    @property
    def hiding(self) -> tuple[HideReaction, ...]:
        """It goes, so that nobody reads meaning into it; where a platform hides none, it stays."""
        reaction = self.reaction
        if "hide_reaction" in self.settings.file.lacks(reaction.space):
            return ()
        return (
            HideReaction(
                space=reaction.space,
                channel=reaction.channel,
                message=reaction.message,
                account=reaction.account,
                emoji=reaction.emoji,
                note="report",
            ),
        )

    @property
    def _level(self) -> Level:
        return community.trusted(self.settings, self.press, self.known)
