"""The room that knows people: it meets them, follows their names and roles, and forgets them when asked to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import get_args

from bot.catalogue.declared import CATALOGUE
from bot.events import (
    ActionTaken,
    Ask,
    EffectRefused,
    Happening,
    HomeOpened,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    MessagePosted,
    SpaceJoined,
)
from bot.facts import (
    AFTER_PARTING,
    AccountFact,
    ActivityFact,
    FactKey,
    Facts,
    MemberFact,
    Utterance,
    account_key,
    activity_key,
    member_key,
)
from bot.ids import AccountId, MemberId, role_id
from bot.members import asks, requests
from bot.ports import Arrival
from bot.records import (
    AccountChanged,
    AccountForgotten,
    AccountMet,
    AccountMoved,
    CircleChosen,
    HoldChanged,
    LanguageChosen,
    MembershipChanged,
    Record,
    Spoke,
)
from bot.rooms import Input, Moment, Ruling
from bot.settings import KeptDays, Overlay, Written

_NOTHING: frozenset[FactKey] = frozenset()
_Changes = AccountChanged | MembershipChanged | HoldChanged | LanguageChosen | CircleChosen


@dataclass(frozen=True, slots=True)
class Window:
    """How much of what people did lately is kept: as much as the policies look back on."""

    horizon: timedelta
    capacity: int
    sketch: Callable[[str], int] | None = None
    """Gives nearly equal numbers to nearly equal texts; None where no policy asks for it."""


class MembersRoom:
    """Folds people, their accounts and their recent activity."""

    name = "members"
    hears: frozenset[type] = frozenset(get_args(Arrival)) - {EffectRefused, HomeOpened}
    """Everything that people do, but for looking at a page; whom a late refusal names may be forgotten by now."""
    keeps: frozenset[type] = frozenset(
        {
            Spoke,
            AccountMet,
            AccountChanged,
            AccountMoved,
            AccountForgotten,
            MembershipChanged,
            HoldChanged,
            LanguageChosen,
            CircleChosen,
        }
    )

    def __init__(
        self,
        window: Window,
        fingerprint: Callable[[str], int],
        overlay: Overlay | None = None,
        kept_days: KeptDays | None = None,
    ) -> None:
        self._window = window
        self._fingerprint = fingerprint
        self._overlay = overlay or Overlay(Written())
        self._kept_days = kept_days or KeptDays()

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """Whoever it is about."""
        if isinstance(given, MessagePosted):
            return frozenset((account_key(given.account), activity_key(given.account)))
        if isinstance(given, requests.Request):
            return requests.needs(given)
        if isinstance(given, Ask) and asks.is_personal(asked := CATALOGUE.spelled_out(given)):
            return asks.needs(asked)
        account = given.owner if isinstance(given, SpaceJoined) else getattr(given, "account", None)
        return frozenset((account_key(account),)) if account else _NOTHING

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """Meet, follow, forget."""
        if isinstance(given, requests.Request):
            return (requests.answer(given, facts, at),)
        if isinstance(given, Ask) and asks.is_personal(asked := CATALOGUE.spelled_out(given)):
            return self._asked(asked, facts, at)
        if isinstance(given, SpaceJoined):
            return tuple(_owner(given, facts, at))
        account = getattr(given, "account", None)
        if account is None or not isinstance(given, Happening):
            return ()
        records = [*_acquaint(given, account, facts.account(account), at), *self._follow(given)]
        return (Ruling(rule="members/followed", records=tuple(records)),) if records else ()

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The account, and with it its member or its activity where the record is about them."""
        if isinstance(record, Spoke):
            return frozenset((activity_key(record.account),))
        if isinstance(record, AccountForgotten):
            persons = map(member_key, (*([record.member] if record.member else []), *record.former))
            return frozenset((account_key(record.account), activity_key(record.account), *persons))
        if isinstance(record, AccountMoved):
            return frozenset((account_key(record.account), member_key(record.member), member_key(record.previous)))
        if isinstance(record, AccountMet):
            return frozenset((account_key(record.account),))
        if isinstance(record, _Changes):
            return frozenset((account_key(record.account),))
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """Bring who is who up to date."""
        if isinstance(record, Spoke):
            facts.put(activity_key(record.account), self._spoke(facts.activity(record.account), record))
        elif isinstance(record, AccountMet):
            facts.put(account_key(record.account), _met(record))
            person = MemberFact(member=record.member, accounts=(record.account,))
            facts.create(member_key(record.member), person)
        elif isinstance(record, AccountForgotten):
            facts.put(account_key(record.account), None)
            facts.put(activity_key(record.account), None)
            for member in (*([record.member] if record.member else []), *record.former):
                _forget(facts, record.account, member)
        elif isinstance(record, AccountMoved):
            known = facts.account(record.account)
            if known is not None:
                was = _leave(facts, record, known)
                facts.put(account_key(record.account), replace(known, member=record.member, was=was))
                _join(facts, record.account, record.member)
        elif isinstance(record, _Changes):
            known = facts.account(record.account)
            if known is not None:
                facts.put(account_key(record.account), _changed(known, record))

    def _asked(self, ask: Ask, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """Only who chooses something to be remembered is met by asking."""
        known, settings = facts.account(ask.account), self._overlay.of(facts)
        if not asks.is_choice(ask):
            return (asks.answer(asks.Asker(ask, known, settings, self._kept_days), facts),)
        met = tuple(_acquaint(ask, ask.account, known, at))
        ruling = asks.choose(asks.Asker(ask, known, settings, self._kept_days))
        return (replace(ruling, records=(*met, *ruling.records)),)

    def _follow(self, given: Input) -> list[Record]:
        if isinstance(given, MessagePosted):
            return [
                Spoke(
                    account=given.account,
                    channel=given.channel,
                    at=given.at,
                    fingerprint=self._fingerprint(given.text),
                    sketch=self._window.sketch(given.text) if self._window.sketch else 0,
                )
            ]
        if isinstance(given, MemberJoined | MemberLeft) and given.channel is None:
            present = isinstance(given, MemberJoined)
            return [MembershipChanged(account=given.account, at=given.at, present=present)]
        return []

    def _spoke(self, known: ActivityFact | None, record: Spoke) -> ActivityFact:
        now = Utterance(record.at, record.channel, record.fingerprint, record.sketch)
        if known is None:
            return ActivityFact(account=record.account, messages=1, recent=(now,))
        since = record.at - self._window.horizon
        recent = [*(one for one in known.recent if one.at > since), now][-self._window.capacity :]
        return ActivityFact(account=record.account, messages=known.messages + 1, recent=tuple(recent))


def _owner(joined: SpaceJoined, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """Whoever a space belongs to is one of its team from the first day, whether or not they ever write."""
    if joined.owner is not None and facts.account(joined.owner) is None:
        met = AccountMet(
            account=joined.owner,
            member=requests.new_member(joined.owner, at),
            at=joined.at,
            roles=(role_id(joined.space, "owner"),),
        )
        yield Ruling(rule="members/owner", records=(met,))


def _acquaint(given: Happening, account: AccountId, known: AccountFact | None, at: Moment) -> list[Record]:
    names = isinstance(given, MessagePosted | MemberJoined | MemberRenamed | Ask)
    name = getattr(given, "name", None) if names else None
    roles = given.roles if isinstance(given, MessagePosted | MemberRolesChanged | Ask) else None
    created = given.account_created if isinstance(given, MessagePosted | MemberJoined) else None
    if known is None:
        by_bot = getattr(given, "by_bot", False) and not isinstance(given, ActionTaken)
        member = requests.new_member(account, at)
        return [
            AccountMet(
                account=account,
                member=member,
                at=given.at,
                name=name,
                bot=by_bot,
                roles=roles or (),
                created_at=created,
            )
        ]
    renamed = name is not None and name != known.name
    moved = roles is not None and roles != known.roles
    dated = created is not None and created != known.created_at
    if not renamed and not moved and not dated:
        return []
    return [
        AccountChanged(
            account=account,
            name=name if renamed else None,
            roles=roles if moved else None,
            created_at=created if dated else None,
        )
    ]


def _met(record: AccountMet) -> AccountFact:
    return AccountFact(
        account=record.account,
        member=record.member,
        met_at=record.at,
        name=record.name,
        bot=record.bot,
        roles=record.roles,
        created_at=record.created_at,
    )


def _changed(known: AccountFact, record: _Changes) -> AccountFact:
    if isinstance(record, LanguageChosen):
        return replace(known, locale=record.locale)
    if isinstance(record, CircleChosen):
        return replace(known, willing=record.willing)
    if isinstance(record, AccountChanged):
        roles = known.roles if record.roles is None else record.roles
        created = record.created_at or known.created_at
        return replace(known, name=record.name or known.name, roles=roles, created_at=created)
    if isinstance(record, HoldChanged):
        return replace(known, held=record.held)
    if record.present:
        return replace(known, joined_at=record.at, left_at=None)
    return replace(known, left_at=record.at)


def _join(facts: Facts, account: AccountId, member: MemberId) -> None:
    known = facts.member(member)
    person = known or MemberFact(member=member, accounts=())
    former = tuple(one for one in person.former if one[0] != account)
    facts.put(member_key(member), replace(person, accounts=(*person.accounts, account), former=former))


def _leave(facts: Facts, moved: AccountMoved, known: AccountFact) -> tuple[tuple[MemberId, datetime], ...]:
    """Whose the account was from then on, this one too where anybody else has, or lately had, accounts there."""
    since = moved.at - AFTER_PARTING
    was = tuple(one for one in known.was if one[1] > since)
    person = facts.member(moved.previous)
    accounts = tuple(one for one in person.accounts if one != moved.account) if person else ()
    former = tuple(one for one in person.former if one[1] > since) if person else ()
    if not accounts and not former:
        facts.put(member_key(moved.previous), None)
        return was
    left = MemberFact(member=moved.previous, accounts=accounts, former=(*former, (moved.account, moved.at)))
    facts.put(member_key(moved.previous), left)
    return (*was, (moved.previous, moved.at))


def _forget(facts: Facts, account: AccountId, member: MemberId) -> None:
    known = facts.member(member)
    if known is None:
        return
    left = tuple(one for one in known.accounts if one != account)
    former = tuple(one for one in known.former if one[0] != account)
    facts.put(member_key(member), replace(known, accounts=left, former=former) if left or former else None)
