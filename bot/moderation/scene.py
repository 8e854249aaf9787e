"""An incident with everyone around it, and the ways to speak to each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot import settings as community
from bot.effects import Effect, Handle, SendDirect
from bot.events import ButtonPressed
from bot.facts import AccountFact, IncidentFact
from bot.ids import AccountId, ChannelId
from bot.moderation.undoing import NOTHING_ELSE, Others
from bot.records import IncidentMoved, IncidentOpened, IncidentState, Record
from bot.rooms import Moment, Ruling, Subject
from bot.settings import Settings
from bot.views import Card, Instant, Locale, Person, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Somebody pressed a button that is about an incident."""

    fact: IncidentFact
    press: ButtonPressed
    presser: AccountFact | None
    author: AccountFact | None
    """Whom it is about, where they are known (still)."""
    settings: Settings
    at: Moment
    in_case: bool = False
    """Whether it is looked at in a case: its author hears from there what came of it."""
    others: Others = NOTHING_ELSE
    """What else holds back whom it is about."""

    @property
    def opened(self) -> IncidentOpened:
        """The incident as it began."""
        return self.fact.opened

    @property
    def managers(self) -> ChannelId | None:
        """Where the team of that space is told things."""
        return self.settings.managers.get(self.opened.space)

    @property
    def by_subject(self) -> bool:
        """Whether whoever pressed is whom it is about, be it with another account of theirs."""
        if self.opened.account is None:
            return False
        same = self.presser is not None and self.author is not None and self.presser.member == self.author.member
        return same or self.press.account == self.opened.account

    @property
    def author_is_here(self) -> bool:
        """Whether whom it is about is known (still), and did not leave."""
        return self.author is not None and self.author.left_at is None

    @property
    def note(self) -> str:
        """What the platform's own log shall say of what is done about it."""
        return ", ".join(self.opened.policies) or "report"

    @property
    def authors_locale(self) -> Locale:
        """The language of whom it is about."""
        return community.language(self.settings, self.author, self.opened.locale, self.opened.channel)

    def moved(self, state: IncidentState) -> IncidentMoved:
        """What is written down."""
        return IncidentMoved(incident=self.opened.incident, state=state, by=self.press.account, at=self.at.now)

    def after(self, state: IncidentState) -> IncidentFact:
        """The incident as it stands once it is written down."""
        return IncidentFact(opened=self.opened, state=state, by=self.press.account, moved_at=self.at.now)

    def answer(self, card: Card) -> Effect:
        """To whoever pressed."""
        return community.answer(self.settings, self.press, self.presser, card)

    def to_author(self, card: Card) -> tuple[Effect, ...]:
        """Nothing where nobody is concerned, where they left or were forgotten, or where it is a program."""
        known = self.author
        if self.opened.account is None or known is None or not self.author_is_here or known.bot:
            return ()
        return (self._direct(self.opened.account, card, self.authors_locale, self.note),)

    def to_team(self, card: Card) -> tuple[Effect, ...]:
        """Nothing where they have no channel."""
        if self.managers is None:
            return ()
        return (community.posted(self.settings, self.opened.space, self.managers, card),)

    def on_card(self, card: Card) -> tuple[Effect, ...]:
        """The card that was pressed, reworded; in a direct conversation it stays as it is."""
        channel = self.press.channel if self.press.message else self.managers
        if channel is None:
            return ()
        message = self.press.message or card_handle(self.opened)
        return (community.reworded(self.settings, self.opened.space, channel, message, card),)

    def on_first_card(self, card: Card) -> tuple[Effect, ...]:
        """The card that the team got first, reworded; nothing where the team has no channel."""
        if self.managers is None:
            return ()
        return (community.reworded(self.settings, self.opened.space, self.managers, card_handle(self.opened), card),)

    def on_cards(self, card: Card) -> tuple[Effect, ...]:
        """The card that was pressed and, where a second look was asked for, the first one too, without its buttons."""
        second = self.press.message is not None and self.fact.state in ("asked", "talking")
        return (*self.on_card(card), *(self.on_first_card(replace(card, buttons=())) if second else ()))

    def ruling(self, rule: str, *effects: Effect, records: Iterable[Record] = ()) -> Ruling:
        """What follows; about a report nothing is kept that could lead to whoever made it."""
        written = tuple(records)
        moved = next((one for one in written if isinstance(one, IncidentMoved)), None)
        if moved is None or self.opened.origin == "report":
            return Ruling(rule=f"moderation/{rule}", records=written, effects=effects)
        opened = self.opened
        return Ruling(
            rule=f"moderation/{rule}",
            why=(Phrase("moderation-why", (("state", moved.state),)),),
            subject=Subject(account=opened.account, channel=opened.channel, message=opened.message),
            records=written,
            effects=effects,
        )

    def _direct(self, account: AccountId, card: Card, locale: Locale, note: str = "") -> Effect:
        return SendDirect(
            space=self.opened.space,
            account=account,
            card=card,
            locale=locale,
            address=self.settings.address,
            note=note,
        )


def card_handle(opened: IncidentOpened) -> Handle:
    """The name of the card that the team gets first."""
    return Handle(f"incident-{opened.incident}/card")


def done_by(key: str, fact: IncidentFact, nobody: str = "moderation-note-nobody") -> Phrase:
    """A phrase that names who moved an incident, and when; not whoever took back what they had reported."""
    if fact.state == "withdrawn":
        return Phrase("moderation-note-withdrawn")
    if fact.state == "given_up":
        return Phrase("moderation-note-given-up")
    if fact.by is None or fact.moved_at is None:
        return Phrase(nobody)
    given = (("state", fact.state), ("person", Person(fact.by)), ("instant", Instant(fact.moved_at)))
    return Phrase(key, given)
