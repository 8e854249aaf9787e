"""The room that joins the accounts of one person: a code that one account asks for is told from the other.

Whoever has the code can join their account to that of whoever asked for it, and nobody can without it. Codes come from
the moment's seed, so that a replay gives the same ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot import settings as community
from bot.effects import Effect
from bot.events import CommandInvoked
from bot.facts import (
    SETTINGS_KEY,
    AccountFact,
    FactKey,
    Facts,
    LinkCodeFact,
    account_key,
    accounts_of,
    counter_key,
    link_key,
    loaded,
    person_keys,
)
from bot.ids import AccountId, MemberId, platform_of, space_of
from bot.members import codes, requests
from bot.records import AccountMoved, Counted, LinkCodeGiven, LinkCodeUsed, Record
from bot.rooms import Input, Moment, Ruling, Subject
from bot.settings import Overlay, Settings
from bot.views import Card, Phrase

MOST_TRIES = 5
"""So many within as long as a code is good for: then somebody has to wait."""
_GIVEN, _TRIED = "link-given", "link-tried"


class LinkingRoom:
    """Keeps the codes that were given out; the room of members, which is asked before it, knows whose accounts."""

    name = "linking"
    hears: frozenset[type] = frozenset({CommandInvoked})
    keeps: frozenset[type] = frozenset({LinkCodeGiven, LinkCodeUsed})

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """Who asks, with all their accounts; the code, and who asked for it."""
        return frozenset(_wanted(given, facts)) if _mine(given) else frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """A code, or what becomes of one; or an account that is a person of its own again."""
        if not isinstance(given, CommandInvoked) or not _mine(given):
            return ()
        linker = _Linker(given, self._overlay.of(facts), facts, at)
        if given.command == "unlink":
            return (linker.parted(),)
        code = _code(given)
        return (linker.redeemed(codes.hashed(code)) if code else linker.given(),)

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The code."""
        return frozenset((link_key(record.code),)) if isinstance(record, LinkCodeGiven | LinkCodeUsed) else frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        """It is good until it is used."""
        if isinstance(record, LinkCodeGiven):
            fact = LinkCodeFact(code=record.code, account=record.account, expires_at=record.expires_at)
            facts.put(link_key(record.code), fact)
        elif isinstance(record, LinkCodeUsed):
            facts.put(link_key(record.code), None)


@dataclass(frozen=True, slots=True)
class _Linker:
    """Somebody who joins or parts accounts, and everything around them."""

    ask: CommandInvoked
    settings: Settings
    facts: Facts
    at: Moment

    def given(self) -> Ruling:
        """A code, for them alone."""
        if self._often(_GIVEN):
            return self._waits()
        code, until = codes.fresh(self._account, self.at), self.at.now + codes.VALID_FOR
        kept = LinkCodeGiven(code=codes.hashed(code), account=self._account, expires_at=until)
        card = Card(body=(Phrase("members-link-code", (("code", code),)), Phrase("members-link-how")))
        told = community.answer(self.settings, self.ask, self._known, card)
        records = (kept, self._counted(_GIVEN))
        return Ruling(rule="members/link-given", records=records, effects=(replace(told, expires_at=until),))

    def redeemed(self, code: str) -> Ruling:
        """Both accounts are one person's, where the code is another account's and good."""
        if self._often(_TRIED):
            return self._waits()
        known = self.facts.link(code)
        other = self.facts.account(known.account) if known and self.at.now < known.expires_at else None
        if other is None:
            return self._said("link-wrong", Phrase("members-link-wrong"), self._counted(_TRIED))
        if other.account == self._account:
            return self._said("link-same", Phrase("members-link-same"))
        if other.member == self._member:
            return self._said("linked-already", Phrase("members-link-already"))
        moved = [self._moved(one, other.member) for one in self._accounts]
        return Ruling(
            rule="members/linked",
            why=(Phrase("members-linked"),),
            subject=Subject(account=self._account),
            records=(*moved, LinkCodeUsed(code=code)),
            effects=(self._answer("members-link-done", "members-link-levels"), *self._told(other)),
        )

    def parted(self) -> Ruling:
        """This account alone leaves the others."""
        if len(self._accounts) < 2:
            return self._said("unlinked-already", Phrase("members-unlink-alone"))
        new = requests.new_member(self._account, self.at)
        return Ruling(
            rule="members/unlinked",
            why=(Phrase("members-unlinked"),),
            subject=Subject(account=self._account),
            records=(self._moved(self._account, new),),
            effects=(self._answer("members-unlink-done", "members-link-levels"),),
        )

    @property
    def _account(self) -> AccountId:
        return self.ask.account

    @property
    def _known(self) -> AccountFact | None:
        return self.facts.account(self._account)

    @property
    def _member(self) -> MemberId:
        """Theirs, or the one that they get by being met in this very moment."""
        return self._known.member if self._known else requests.new_member(self._account, self.at)

    @property
    def _accounts(self) -> tuple[AccountId, ...]:
        return accounts_of(self._account, self.facts)

    def _moved(self, account: AccountId, member: MemberId) -> AccountMoved:
        return AccountMoved(account=account, member=member, previous=self._member, at=self.at.now)

    def _often(self, counter: str) -> bool:
        known = self.facts.counter(counter, self._account)
        return known is not None and known.since(self.at.now - codes.VALID_FOR) >= MOST_TRIES

    def _counted(self, counter: str) -> Counted:
        return Counted(counter=counter, of=self._account, by=1, at=self.at.now, about=str(self.at.seed))

    def _waits(self) -> Ruling:
        return self._said("link-often", Phrase("members-link-often"))

    def _said(self, rule: str, phrase: Phrase, *records: Record) -> Ruling:
        told = community.answer(self.settings, self.ask, self._known, Card(body=(phrase,)))
        return Ruling(rule=f"members/{rule}", records=records, effects=(told,))

    def _answer(self, *keys: str) -> Effect:
        return community.answer(self.settings, self.ask, self._known, Card(body=tuple(map(Phrase, keys))))

    def _told(self, other: AccountFact) -> Iterator[Effect]:
        """Whoever gave the code away by mistake hears what became of it, and how to take it back."""
        space = space_of(other.account)
        if "send_direct" in self.settings.file.lacks(space):
            return
        where = platform_of(space_of(self._account)).capitalize()
        card = Card(body=(Phrase("members-link-told", (("platform", where),)),), tone="notice")
        yield community.direct(self.settings, other.account, other, card)


def _mine(given: Input) -> bool:
    return isinstance(given, CommandInvoked) and given.command in ("link", "unlink")


def _wanted(given: Input, facts: Facts) -> Iterator[FactKey]:
    if not isinstance(given, CommandInvoked):
        return
    code = _code(given)
    yield from (SETTINGS_KEY, counter_key(_TRIED if code else _GIVEN, given.account))
    yield from person_keys(given.account, facts)
    if code:
        yield link_key(codes.hashed(code))
        yield from _giver(codes.hashed(code), facts)


def _giver(code: str, facts: Facts) -> Iterator[FactKey]:
    """As soon as it is known whose code it is."""
    known = loaded(facts.link, code)
    if known is not None:
        yield account_key(known.account)


def _code(ask: CommandInvoked) -> str:
    return codes.plain(dict(ask.arguments).get("code", "")) if ask.command == "link" else ""
