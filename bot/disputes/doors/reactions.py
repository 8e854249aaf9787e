"""What a manager says with a reaction: a message is brought before the team, or a card of a case is answered.

Nothing that a reaction can do here takes anything from anybody (that stays with forms), so that none of it has to be
confirmed in private first. Reactions that count are hidden at once; what other people react means nothing here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot import settings as community
from bot.catalogue.declared import CATALOGUE
from bot.commands import Level
from bot.disputes import who
from bot.effects import HideReaction
from bot.events import ButtonPressed, Cited, ReactionAdded
from bot.facts import AccountFact, Facts
from bot.settings import Door, Settings, Written, plain_emoji
from bot.views import Phrase

OPENING: frozenset[Door] = frozenset({"report", "dispute"})
"""These mean something on people's messages; the others on cards of the team's own alone."""
_ANSWERS: Mapping[Door, tuple[str, ...]] = {
    "take": ("case-claim", "report-take"),
    "settle": ("case-settle", "report-close"),
    "dismiss": ("case-dismiss", "report-close"),
}
"""The buttons that a reaction stands for, the first that the card has (or, for the first one, could have)."""
_CASES, _REPORTS = "case-", "report-"


def meant(file: Written, reaction: ReactionAdded) -> Door | None:
    """What it would mean from a manager; None for everyday reactions, and for those of an export."""
    door = file.doors.get(plain_emoji(reaction.emoji)) if reaction.timed else None
    buttons = reaction.cited.buttons if reaction.cited else ()
    if door in OPENING:
        return None if buttons else door
    return door if any(one.startswith((_CASES, _REPORTS)) for one in buttons) else None


@dataclass(frozen=True, slots=True)
class Sign:
    """A reaction that may mean something, and who made it."""

    reaction: ReactionAdded
    door: Door
    settings: Settings
    known: AccountFact | None

    @property
    def press(self) -> ButtonPressed:
        """What it stands for, as a press; a press of nothing where the card has no such button."""
        reaction = self.reaction
        return ButtonPressed(
            id=reaction.id,
            space=reaction.space,
            at=reaction.at,
            account=reaction.account,
            channel=reaction.channel,
            roles=reaction.roles,
            locale=reaction.locale,
            button=button(self.door, reaction.cited),
            message=reaction.message,
        )

    @property
    def counts(self) -> bool:
        """Whether a manager made it, and in the place where it means something."""
        here = self.settings.managers.get(self.reaction.space) == self.reaction.channel
        bot = self.known is not None and self.known.bot
        return (here or self.door in OPENING) and not bot and self._level >= Level.HELPER

    @property
    def refusal(self) -> Phrase | None:
        """Why nothing can come of it; None where it can be answered as if the button had been pressed."""
        if not self.press.button:
            return Phrase("case-door-nothing")
        required = CATALOGUE.requires(self.press)
        if required is None or self._level < required:
            return Phrase("road-not-allowed", (("level", (required or Level.OWNER).name.lower()),))
        return None

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

    def by_author(self, facts: Facts) -> bool:
        """Whether whoever reacted wrote the message."""
        author = self.reaction.cited.author if self.reaction.cited else None
        return author is not None and who.same(self.reaction.account, author, facts)

    @property
    def _level(self) -> Level:
        return community.trusted(self.settings, self.press, self.known)


def button(door: Door, cited: Cited | None) -> str:
    """The button of a card that a reaction stands for; empty where the card has nothing of the kind."""
    buttons = cited.buttons if cited else ()
    about = {one.partition(":")[2] for one in buttons if one.startswith(_CASES)}
    named = _ANSWERS.get(door, ())
    found = (one for action in named for one in buttons if one.partition(":")[0] == action)
    if len(about) == 1 and named and (door == "settle" or any(one.startswith(f"{named[0]}:") for one in buttons)):
        return f"{named[0]}:{about.pop()}"
    return next(found, "")
