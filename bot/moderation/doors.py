"""What a manager says with a reaction: a message is reported, or a card of the team's own is answered without a press.

Nothing that a reaction can do here takes anything from anybody (that stays with buttons), so that none of it has to be
confirmed in private first. Reactions that count are hidden at once; what other people react means nothing here.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot import settings as community
from bot.catalogue.declared import CATALOGUE
from bot.commands import Level
from bot.effects import Effect, HideReaction, ReplyPrivately
from bot.errors import RuleError
from bot.events import ButtonPressed, FormSubmitted, ReactionAdded
from bot.facts import AccountFact, Facts
from bot.ids import IncidentId, MessageId
from bot.moderation import moves, reporting
from bot.moderation.scene import done_by
from bot.records import IncidentOpened
from bot.rooms import Ruling
from bot.settings import Door, Settings, Written, plain_emoji
from bot.views import Card, Phrase, Text

_ANSWERS: Mapping[Door, tuple[str, ...]] = {
    "report": (),
    "take": ("report-take",),
    "settle": ("report-close", "incident-right"),
    "dismiss": ("report-close",),
}
"""The buttons that a reaction stands for, the first that the card has."""
_MOST = 5
"""How often a report by reaction can make room for another."""


def meant(file: Written, reaction: ReactionAdded) -> Door | None:
    """What it would mean from a manager; None for everyday reactions, and for those of an export."""
    door = file.doors.get(plain_emoji(reaction.emoji)) if reaction.timed else None
    on_card = bool(reaction.cited and any(_of_incident(button) for button in reaction.cited.buttons))
    if door == "report":
        return None if reaction.cited and reaction.cited.buttons else door
    return door if on_card else None


def pressed(reaction: ReactionAdded, door: Door) -> ButtonPressed:
    """The reaction as the press that it stands for; a press of nothing where the card has no such button (any more)."""
    buttons = reaction.cited.buttons if reaction.cited else ()
    found = (one for action in _ANSWERS[door] for one in buttons if one.partition(":")[0] == action)
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


def incident_id(message: MessageId, after: str = "") -> IncidentId:
    """The same for every reaction to a message; a new one `after` a report that was taken back."""
    named = " ".join(part for part in ("message", message, after) if part)
    digest = hashlib.blake2b(named.encode("utf-8", "backslashreplace"), digest_size=8)
    return IncidentId(f"report-{digest.hexdigest()}")


def reports(message: MessageId, facts: Facts) -> list[IncidentId]:
    """What reactions to a message reported, as far as it is loaded: further ones join the last.

    Each but the last was taken back by whoever made it.
    """
    found = [incident_id(message)]
    while len(found) < _MOST:
        try:
            fact = facts.incident(found[-1])
        except RuleError:
            break
        if fact is None or fact.state != "withdrawn":
            break
        found.append(incident_id(message, found[-1]))
    return found


def opened(reaction: ReactionAdded) -> IncidentOpened | None:
    """The report, as the message's own menu would make it; None where nobody could look the message up."""
    return None if reaction.cited is None else reporting.opened(_form(reaction))


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
        return (here or self.door == "report") and not bot and self._level >= Level.HELPER

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

    def reported(self, facts: Facts) -> Ruling:
        """A message comes to the team, once; whoever wrote it cannot report it."""
        made = opened(self.reaction)
        if made is None:
            return self.hidden("unseen", Phrase("moderation-door-unseen"))
        last = reports(self.reaction.message, facts)[-1]
        incident = reporting.within(replace(made, incident=last), self.settings)
        if self._by_author(incident, facts):
            return self.hidden("conflict")
        way = reporting.Way(incident, self.settings, facts)
        before = facts.incident(incident.incident)
        if before is None:
            return self.hiding(reporting.received(_form(self.reaction), way, self.known, self.settings))
        if way.goes_to == "team" and not moves.is_open(before):
            return self.hidden("joined", done_by("moderation-settled", before), Phrase("moderation-door-again"))
        return self.hidden("joined")

    @property
    def _level(self) -> Level:
        return community.trusted(self.settings, self.press, self.known)

    def _by_author(self, incident: IncidentOpened, facts: Facts) -> bool:
        author = facts.account(incident.account) if incident.account else None
        same = author is not None and self.known is not None and author.member == self.known.member
        return same or incident.account == self.reaction.account

    def _answer(self, *told: Text) -> ReplyPrivately:
        return community.answer(self.settings, self.press, self.known, Card(body=told))


def _form(reaction: ReactionAdded) -> FormSubmitted:
    return FormSubmitted(
        id=reaction.id,
        space=reaction.space,
        at=reaction.at,
        account=reaction.account,
        channel=reaction.channel,
        roles=reaction.roles,
        locale=reaction.locale,
        form="report",
        cited=reaction.cited,
    )


def _of_incident(button: str) -> bool:
    return button.partition(":")[0] in moves.ACTIONS


def _without_answers(ruling: Ruling) -> tuple[Effect, ...]:
    return tuple(effect for effect in ruling.effects if not isinstance(effect, ReplyPrivately))
