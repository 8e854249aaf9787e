"""Somebody who governs asks for something: who they are, what holds, and the ways to answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot import settings as community
from bot.commands import Level
from bot.effects import Effect
from bot.events import Ask, ButtonPressed
from bot.facts import AccountFact, Setting, SettingsFact
from bot.ids import PolicyId
from bot.records import Record, SettingChanged
from bot.rooms import Moment, Ruling, Subject
from bot.settings import Settings, trusted
from bot.views import Card, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A request, and all that is needed to answer it."""

    ask: Ask
    known: AccountFact | None
    settings: Settings
    at: Moment
    policies: frozenset[PolicyId] | None = None
    """Those that there are, switched on or off; None where that is not known."""

    @property
    def level(self) -> Level:
        """How much whoever asks is trusted with."""
        return trusted(self.settings, self.ask, self.known)

    def change(self, key: str, value: str | None) -> SettingChanged:
        """What is written down."""
        return SettingChanged(key=key, value=value, by=self.ask.account, at=self.at.now)

    def after(self, records: Iterable[Record]) -> "Scene":
        """The same, once these are written down."""
        return replace(self, settings=after(self.settings, records))

    def answer(self, card: Card) -> Effect:
        """To whoever asks."""
        return community.answer(self.settings, self.ask, self.known, card)

    def refused(self, key: str) -> Ruling:
        """Nothing changes, and it is said why."""
        return Ruling(rule="governing/refused", effects=(self.answer(Card(body=(Phrase(key),))),))

    def reworded(self, card: Card) -> tuple[Effect, ...]:
        """The card whose button was pressed, where it stands in a channel."""
        press = self.ask
        if not isinstance(press, ButtonPressed) or press.channel is None or press.message is None:
            return ()
        return (community.reworded(self.settings, press.space, press.channel, press.message, card),)

    def ruling(self, rule: str, *effects: Effect, records: Iterable[Record]) -> Ruling:
        """What changes, kept under the name of whoever changed it."""
        return Ruling(
            rule=f"governing/{rule}",
            why=(Phrase("governing-why", (("what", rule),)),),
            subject=Subject(account=self.ask.account),
            records=tuple(records),
            effects=effects,
        )


def changed(known: SettingsFact | None, record: SettingChanged) -> SettingsFact:
    """The last value holds; none gives way to the file."""
    values = {key: one for key, one in (known.values if known else {}).items() if key != record.key}
    if record.value is not None:
        values[record.key] = Setting(record.value, record.by, record.at)
    return SettingsFact(values=values)


def after(settings: Settings, records: Iterable[Record]) -> Settings:
    """What holds once these are written down."""
    fact = settings.fact
    for record in records:
        if isinstance(record, SettingChanged):
            fact = changed(fact, record)
    return Settings(settings.file, fact)


def told(settings: Settings, *cards: Card) -> tuple[Effect, ...]:
    """Cards for the team of every space, where it has a channel."""
    return tuple(
        community.posted(settings, space, channel, card)
        for space, channel in settings.managers.items()
        for card in cards
    )
