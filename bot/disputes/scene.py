"""Everything around one step in a case: what is set, who is who, and the ways to speak to each of them."""

from dataclasses import dataclass

from bot import settings as community
from bot.cases.case import Case
from bot.effects import Handle, PostCard, ReplyPrivately, SendDirect
from bot.events import Asked
from bot.facts import AccountFact, Facts
from bot.ids import AccountId
from bot.records import ToAnswer
from bot.rooms import Moment
from bot.settings import Settings
from bot.views import Argument, Card, Locale, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Somebody asked for something, or a deadline came; `facts` hold everybody who has a part in the case."""

    settings: Settings
    facts: Facts
    at: Moment
    asked: Asked | None = None
    waiting: ToAnswer | None = None
    """Whoever asked for it in another room, and still waits for an answer."""

    def person(self, account: AccountId) -> AccountFact | None:
        """Who somebody is, where they are known (still)."""
        return self.facts.account(account)

    def locale(self, account: AccountId, hint: Locale | None = None) -> Locale:
        """The language to speak to somebody in."""
        return community.language(self.settings, self.person(account), hint)

    def manager(self, account: AccountId) -> Argument:
        """One of the team, as members read of them: by name, or just as the team, as the community has it."""
        return Person(account) if self.settings.named_managers else "team"

    def letter(self, to: AccountId, card: Card, case: Case) -> tuple[SendDirect, ...]:
        """A word about a case, also to whoever went away; nothing where they are unknown, forgotten or a program."""
        known = self.person(to)
        if known is None or known.bot:
            return ()
        hint = case.opening.locale if to == case.opening.opener else None
        return (community.direct(self.settings, to, known, card, hint=hint, note=f"case {case.id}"),)

    def word(self, to: AccountId, card: Card) -> tuple[SendDirect, ...]:
        """A word to one of the team, or to a reporter; nothing where they are unknown, gone or a program."""
        return community.letter(self.settings, self.person(to), card)

    def to_team(self, card: Card, case: Case, binds: Handle | None = None) -> tuple[PostCard, ...]:
        """Into the team's channel; nothing where it has none, or where the case is about one of the team."""
        channel = self.settings.managers.get(case.opening.space)
        if channel is None or case.opening.private:
            return ()
        return (community.posted(self.settings, case.opening.space, channel, card, binds=binds),)

    def answer(self, card: Card) -> tuple[ReplyPrivately, ...]:
        """To whoever asked; nothing where nobody did."""
        if self.asked is not None:
            return (community.answer(self.settings, self.asked, self.person(self.asked.account), card),)
        if self.waiting is None:
            return ()
        return (community.answer_later(self.settings, self.waiting, self.person(self.waiting.account), card),)
