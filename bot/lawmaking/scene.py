"""A proposal with everyone around it: who asks, what is set, and the ways to speak to each of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot import settings as community
from bot.commands import Level
from bot.effects import Effect, Handle, ReplyCard
from bot.errors import Complaint
from bot.events import Asked
from bot.facts import AccountFact, Facts, accounts_of
from bot.ids import AccountId, PolicyId, RevisionId
from bot.lawmaking import course
from bot.proposals import Change, Draft, Known, Proposal, ProposalState
from bot.records import Record, SettingChanged
from bot.rooms import Moment, Ruling, Subject
from bot.settings import Settings
from bot.views import Argument, Card, Person, Phrase


class Desk(Protocol):
    """What is known of policies, and what reads new ones."""

    def draft(self, answers: Mapping[str, str]) -> Draft:
        """What somebody proposes. Raises Complaints."""
        ...

    def objection(self, name: str, content: str) -> Complaint | None:
        """Why it may not be enforced, whoever wants it."""
        ...

    def renamed(self, content: str, name: str) -> str:
        """The same policy under another name."""
        ...

    def revision(self, name: str, content: str) -> RevisionId:
        """What its wording is called."""
        ...

    def known(self, policy: PolicyId) -> Known | None:
        """A policy that there is."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Somebody asked for something, or a deadline came."""

    settings: Settings
    facts: Facts
    at: Moment
    desk: Desk
    asked: Asked | None = None

    @property
    def level(self) -> Level:
        """How much whoever asks is trusted with."""
        asked = self._who_asks()
        return community.trusted(self.settings, asked, self.facts.account(asked.account))

    @property
    def accounts(self) -> tuple[AccountId, ...]:
        """All accounts of whoever asks."""
        return accounts_of(self._who_asks().account, self.facts)

    @property
    def by(self) -> AccountId | None:
        """Who asks; None where a deadline came."""
        return self.asked.account if self.asked else None

    def change(self, state: ProposalState, why: str = "") -> Change:
        """A step that is taken now."""
        return Change(at=self.at.now, state=state, by=self.by, why=why)

    def set(self, key: str, value: str | None, by: AccountId | None = None) -> SettingChanged:
        """What is written down among the settings."""
        return SettingChanged(key=key, value=value, by=by, at=self.at.now)

    def person(self, account: AccountId) -> AccountFact | None:
        """Who somebody is, where they are known (still)."""
        return self.facts.account(account)

    def manager(self, account: AccountId | None) -> tuple[tuple[str, Argument], ...]:
        """One of the team as everybody reads of them: by name, or just as the team, as the community has it."""
        if account is None or not self.settings.named_managers:
            return (("named", "no"), ("person", ""))
        return (("named", "yes"), ("person", Person(account)))

    def answer(self, card: Card) -> Effect:
        """To whoever asks, and nobody else."""
        asked = self._who_asks()
        return community.answer(self.settings, asked, self.facts.account(asked.account), card)

    def said(self, rule: str, card: Card) -> Ruling:
        """Nothing changes; whoever asks is told something."""
        return Ruling(rule=f"lawmaking/{rule}", effects=(self.answer(card),))

    def refused(self, phrase: Phrase) -> Ruling:
        """Nothing changes, and it is said why."""
        return self.said("refused", Card(body=(phrase,)))

    def ruling(self, rule: str, proposal: Proposal, records: Iterable[Record], effects: Iterable[Effect]) -> Ruling:
        """What changes, kept with its reason."""
        number = (("number", int(proposal.id)), ("state", proposal.state))
        return Ruling(
            rule=f"lawmaking/{rule}",
            why=(Phrase("proposal-why", number),),
            subject=Subject(account=self.by),
            records=tuple(records),
            effects=tuple(effects),
        )

    def letter(self, to: AccountId | None, card: Card, proposal: Proposal) -> tuple[Effect, ...]:
        """A word to somebody alone; nothing where they are unknown, forgotten, gone or a program."""
        known = self.facts.account(to) if to else None
        return community.letter(self.settings, known, card, note=f"proposal {proposal.id}")

    def to_team(self, card: Card, proposal: Proposal) -> tuple[Effect, ...]:
        """Into the channel that managers have in that space; where they have none there, in every space."""
        known = self.settings.managers
        there = {proposal.space: known[proposal.space]} if proposal.space in known else known
        return tuple(community.posted(self.settings, space, channel, card) for space, channel in there.items())

    def posted(self, proposal: Proposal, card: Card, talk: Card) -> tuple[Effect, ...]:
        """Everywhere where everybody reads it, and below each card the place to talk about it."""
        effects: list[Effect] = []
        for number, (space, channel) in enumerate(proposal.cards):
            handle = _card(proposal, number)
            locale, address = self.settings.spoken_in(channel), self.settings.address
            effects += [
                community.posted(self.settings, space, channel, card, binds=handle),
                ReplyCard(
                    space=space,
                    channel=channel,
                    message=handle,
                    card=talk,
                    locale=locale,
                    address=address,
                    thread=f"{proposal.id} · {proposal.title}" if proposal.title else proposal.id,
                ),
            ]
        return tuple(effects)

    def reworded(self, proposal: Proposal, card: Card) -> tuple[Effect, ...]:
        """The cards as they read from now on."""
        return tuple(
            community.reworded(self.settings, space, channel, _card(proposal, number), card)
            for number, (space, channel) in enumerate(proposal.cards)
        )

    def into(self, proposal: Proposal, state: ProposalState, why: str = "") -> Proposal:
        """The proposal after a step that is taken now."""
        return course.into(proposal, self.change(state, why), self.settings)

    def _who_asks(self) -> Asked:
        if self.asked is None:
            raise LookupError("nobody asks")
        return self.asked


def _card(proposal: Proposal, number: int) -> Handle:
    return Handle(f"proposal-{proposal.id}/card-{number}")
