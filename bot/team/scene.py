"""Somebody of the team asks for something: who they are, what holds, and the ways to answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot import settings as community
from bot.commands import Level
from bot.effects import Effect
from bot.events import Ask
from bot.facts import Facts
from bot.ids import AccountId, SpaceId
from bot.records import SettingChanged
from bot.rooms import Moment, Ruling, Subject
from bot.settings import Settings
from bot.views import Card, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A request, and all that is needed to answer it."""

    ask: Ask
    settings: Settings
    facts: Facts
    at: Moment

    def change(self, key: str, value: str | None) -> SettingChanged:
        """What is written down, under the name of whoever asked."""
        return SettingChanged(key=key, value=value, by=self.ask.account, at=self.at.now)

    def answer(self, card: Card) -> Effect:
        """To whoever asks."""
        return community.answer(self.settings, self.ask, self.facts.account(self.ask.account), card)

    def refused(self, key: str) -> Ruling:
        """Nothing changes, and it is said why."""
        return Ruling(rule="team/refused", effects=(self.answer(Card(body=(Phrase(key),), tone="alert")),))

    def ruling(self, rule: str, *effects: Effect, records: tuple[SettingChanged, ...]) -> Ruling:
        """What changes, and why."""
        return Ruling(
            rule=f"team/{rule}",
            why=(Phrase("team-why", (("what", rule),)),),
            subject=Subject(account=self.ask.account),
            records=records,
            effects=effects,
        )


def trusted(settings: Settings, facts: Facts, account: AccountId) -> Level:
    """How much somebody is trusted with, as far as they are known."""
    known = facts.account(account)
    return settings.level(known.roles if known else (), account)


def to_team(settings: Settings, space: SpaceId, card: Card, mentions: tuple[AccountId, ...] = ()) -> Iterator[Effect]:
    """A card for the team of a space, where it has a channel."""
    channel = settings.managers.get(space)
    if channel is not None:
        yield community.posted(settings, space, channel, card, mentions=mentions)
