"""What is known: each fact is a fold of records, kept under a key, loaded before a rule needs it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from bot.commands import Level
from bot.ids import AccountId, ChannelId, MemberId, RoleId, TimerId

FactKind = Literal["account", "activity", "counter", "member", "timer"]


class FactKey(NamedTuple):
    """Names one fact."""

    kind: FactKind
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFact:
    """Who an account is."""

    account: AccountId
    member: MemberId
    met_at: datetime
    name: str | None = None
    bot: bool = False
    roles: tuple[RoleId, ...] = ()
    joined_at: datetime | None = None
    left_at: datetime | None = None
    held: bool = False
    """Under legal hold: not to be erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFact:
    """A person: one account or more, on one platform or several."""

    member: MemberId
    accounts: tuple[AccountId, ...]
    """In the order in which they were linked; never empty."""


class Utterance(NamedTuple):
    """One message within a window."""

    at: datetime
    channel: ChannelId
    fingerprint: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFact:
    """What an account did lately."""

    account: AccountId
    messages: int
    """All that were ever seen."""
    recent: tuple[Utterance, ...]
    """In order of arrival, bounded in number and age by the room that folds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterFact:
    """Where a counter stands."""

    value: int
    moved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerFact:
    """A deadline: `due_at` is None once it has fired or was cancelled; the generation never goes back."""

    timer: TimerId
    generation: int
    due_at: datetime | None


Fact = AccountFact | ActivityFact | CounterFact | MemberFact | TimerFact


class Facts(Protocol):
    """What a room may read while it rules, and change while it folds. Values are frozen: replace them."""

    def account(self, account: AccountId) -> AccountFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def activity(self, account: AccountId) -> ActivityFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def counter(self, counter: str, of: str) -> CounterFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def member(self, member: MemberId) -> MemberFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def timer(self, timer: TimerId) -> TimerFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def put(self, key: FactKey, fact: Fact | None) -> None:
        """Replace a fact; undone if the event's ruling fails."""
        ...


def account_key(account: AccountId) -> FactKey:
    """The key of who an account is."""
    return FactKey("account", account)


def activity_key(account: AccountId) -> FactKey:
    """The key of what an account did lately."""
    return FactKey("activity", account)


def counter_key(counter: str, of: str) -> FactKey:
    """The key of a counter about one thing; the counter's name holds no bar."""
    return FactKey("counter", f"{counter}|{of}")


def member_key(member: MemberId) -> FactKey:
    """The key of a person."""
    return FactKey("member", member)


def timer_key(timer: TimerId) -> FactKey:
    """The key of a deadline."""
    return FactKey("timer", timer)


class Authority(Protocol):
    """Tells how much an account is trusted with."""

    def level(self, roles: tuple[RoleId, ...]) -> Level:
        """The highest level that any of these roles gives."""
        ...
