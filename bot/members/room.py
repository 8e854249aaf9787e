"""The room that knows people: it meets them, follows their names and roles, and forgets them when asked to."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import get_args

from bot.commands import ForgetAccount, HoldAccount, ReleaseAccount
from bot.events import (
    Happening,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    MessagePosted,
)
from bot.facts import AccountFact, ActivityFact, FactKey, Facts, Utterance, account_key, activity_key
from bot.ids import AccountId, MemberId
from bot.ports import Arrival
from bot.records import (
    AccountChanged,
    AccountForgotten,
    AccountMet,
    HoldChanged,
    MembershipChanged,
    Record,
    Spoke,
)
from bot.rooms import Input, Moment, Ruling, Subject
from bot.views import Phrase, Verbatim

_NOTHING: frozenset[FactKey] = frozenset()
_Asked = ForgetAccount | HoldAccount | ReleaseAccount


@dataclass(frozen=True, slots=True)
class Window:
    """How much of what people did lately is kept: as much as the policies look back on."""

    horizon: timedelta
    capacity: int


class MembersRoom:
    """Folds accounts and their recent activity."""

    name = "members"
    hears: frozenset[type] = frozenset(get_args(Arrival))
    keeps: frozenset[type] = frozenset(
        {Spoke, AccountMet, AccountChanged, AccountForgotten, MembershipChanged, HoldChanged}
    )

    def __init__(self, window: Window, fingerprint: Callable[[str], int]) -> None:
        self._window = window
        self._fingerprint = fingerprint

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """Whoever the event is about."""
        if isinstance(given, MessagePosted):
            return frozenset((account_key(given.account), activity_key(given.account)))
        account = getattr(given, "account", None) if isinstance(given, Happening) else None
        return frozenset((account_key(account),)) if account else _NOTHING

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """Meet, follow, forget."""
        if not isinstance(given, Happening):
            return ()
        if isinstance(given, _Asked):
            return (_obey(given, facts.account(given.account), at),)
        account = getattr(given, "account", None)
        if account is None:
            return ()
        records = [*_acquaint(given, account, facts.account(account)), *self._follow(given)]
        return (Ruling(rule="members/followed", records=tuple(records)),) if records else ()

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The account, and its activity where the record is about that."""
        if isinstance(record, Spoke):
            return frozenset((activity_key(record.account),))
        if isinstance(record, AccountForgotten):
            return frozenset((account_key(record.account), activity_key(record.account)))
        if isinstance(record, AccountMet | AccountChanged | MembershipChanged | HoldChanged):
            return frozenset((account_key(record.account),))
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """Bring who is who up to date."""
        if isinstance(record, Spoke):
            facts.put(activity_key(record.account), self._spoke(facts.activity(record.account), record))
        elif isinstance(record, AccountMet):
            facts.put(account_key(record.account), _met(record))
        elif isinstance(record, AccountForgotten):
            facts.put(account_key(record.account), None)
            facts.put(activity_key(record.account), None)
        elif isinstance(record, AccountChanged | MembershipChanged | HoldChanged):
            known = facts.account(record.account)
            if known is not None:
                facts.put(account_key(record.account), _changed(known, record))

    def _follow(self, given: Input) -> list[Record]:
        if isinstance(given, MessagePosted):
            print_ = self._fingerprint(given.text)
            return [Spoke(account=given.account, channel=given.channel, at=given.at, fingerprint=print_)]
        if isinstance(given, MemberJoined | MemberLeft) and given.channel is None:
            present = isinstance(given, MemberJoined)
            return [MembershipChanged(account=given.account, at=given.at, present=present)]
        return []

    def _spoke(self, known: ActivityFact | None, record: Spoke) -> ActivityFact:
        now = Utterance(record.at, record.channel, record.fingerprint)
        if known is None:
            return ActivityFact(account=record.account, messages=1, recent=(now,))
        since = record.at - self._window.horizon
        recent = [*(one for one in known.recent if one.at > since), now][-self._window.capacity :]
        return ActivityFact(account=record.account, messages=known.messages + 1, recent=tuple(recent))


def _acquaint(given: Happening, account: AccountId, known: AccountFact | None) -> list[Record]:
    name = getattr(given, "name", None) if isinstance(given, MessagePosted | MemberJoined | MemberRenamed) else None
    roles = given.roles if isinstance(given, MessagePosted | MemberRolesChanged) else None
    if known is None:
        by_bot = getattr(given, "by_bot", False)
        return [AccountMet(account=account, at=given.at, name=name, bot=by_bot, roles=roles or ())]
    renamed = name is not None and name != known.name
    moved = roles is not None and roles != known.roles
    if not renamed and not moved:
        return []
    return [AccountChanged(account=account, name=name if renamed else None, roles=roles if moved else None)]


def _obey(command: _Asked, known: AccountFact | None, at: Moment) -> Ruling:
    if known is None:
        return Ruling(rule="members/unknown", why=(Phrase("privacy-unknown"),))
    if isinstance(command, ForgetAccount):
        if known.held:
            return Ruling(rule="members/held", why=(Phrase("privacy-held"),), subject=Subject(account=command.account))
        return Ruling(
            rule="members/forgotten",
            why=(Phrase("privacy-forgotten"),),
            records=(AccountForgotten(account=command.account),),
        )
    held = isinstance(command, HoldAccount)
    why = (Phrase("privacy-hold-placed"), Verbatim(command.reason)) if isinstance(command, HoldAccount) else ()
    return Ruling(
        rule="members/hold-placed" if held else "members/hold-released",
        why=why or (Phrase("privacy-hold-released"),),
        subject=Subject(account=command.account),
        records=(HoldChanged(account=command.account, at=at.now, held=held),),
    )


def _met(record: AccountMet) -> AccountFact:
    digest = hashlib.sha256(record.account.encode("utf-8", "backslashreplace")).hexdigest()
    return AccountFact(
        account=record.account,
        member=MemberId(f"member:{digest[:20]}"),
        met_at=record.at,
        name=record.name,
        bot=record.bot,
        roles=record.roles,
    )


def _changed(known: AccountFact, record: AccountChanged | MembershipChanged | HoldChanged) -> AccountFact:
    if isinstance(record, AccountChanged):
        roles = known.roles if record.roles is None else record.roles
        return replace(known, name=record.name or known.name, roles=roles)
    if isinstance(record, HoldChanged):
        return replace(known, held=record.held)
    if record.present:
        return replace(known, joined_at=record.at, left_at=None)
    return replace(known, left_at=record.at)
