"""What is known: each fact is a fold of records, kept under a key, loaded before a rule needs it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol

from bot.errors import RuleError
from bot.ids import AccountId, ChannelId, IncidentId, MemberId, MessageId, PolicyId, RoleId, SpaceId, TimerId
from bot.records import IncidentOpened, IncidentState
from bot.views import Bilingual, Locale, Text

FactKind = Literal[
    "account",
    "activity",
    "channel",
    "counter",
    "decisions",
    "incident",
    "kept",
    "link",
    "matters",
    "member",
    "settings",
    "timer",
    "window",
]


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
    created_at: datetime | None = None
    """When the platform says that the account was made."""
    locale: Locale | None = None
    """The language that the person chose to be spoken to in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFact:
    """A person: one account or more, on one platform or several."""

    member: MemberId
    accounts: tuple[AccountId, ...]
    """In the order in which they were linked; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCodeFact:
    """A code that was given out and not used yet."""

    code: str
    """Its hash."""
    account: AccountId
    """Who asked for it."""
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelFact:
    """What a channel or a thread is called."""

    channel: ChannelId
    name: str


class Utterance(NamedTuple):
    """One message within a window."""

    at: datetime
    channel: ChannelId
    fingerprint: int
    sketch: int = 0
    """Of nearly equal texts nearly equal; 0 where no policy asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFact:
    """What an account did lately."""

    account: AccountId
    messages: int
    """All that were ever seen."""
    recent: tuple[Utterance, ...]
    """In order of arrival, bounded in number and age by the room that folds it."""


class Move(NamedTuple):
    """A counter moved once, for something that has a name."""

    at: datetime
    about: str
    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterFact:
    """Where a counter stands."""

    value: int
    moved_at: datetime
    recent: tuple[Move, ...] = ()
    """The latest moves that name what they are about, in order of arrival; bounded in number and age."""

    def since(self, moment: datetime) -> int:
        """How far it moved after a moment, as far as `recent` reaches."""
        return sum(move.by for move in self.recent if move.at > moment)


class Heard(NamedTuple):
    """One message within the window of a space."""

    at: datetime
    account: AccountId
    channel: ChannelId
    fingerprint: int
    sketch: int = 0


class Entered(NamedTuple):
    """Somebody joined within the window of a space."""

    at: datetime
    account: AccountId


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowFact:
    """What happened lately in a space, whoever it was; in order of arrival, bounded in number and age."""

    space: SpaceId
    heard: tuple[Heard, ...] = ()
    entered: tuple[Entered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerFact:
    """A deadline: `due_at` is None once it has fired or was cancelled; the generation never goes back."""

    timer: TimerId
    generation: int
    due_at: datetime | None


class Setting(NamedTuple):
    """One setting as somebody left it in chat."""

    value: str
    by: AccountId | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFact:
    """Everything that was set in chat, over what the file says."""

    values: Mapping[str, Setting]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFact:
    """Something that was done without a person, by hand or reported, and what a person made of it since."""

    opened: IncidentOpened
    state: IncidentState = "standing"
    by: AccountId | None = None
    moved_at: datetime | None = None


class Decision(NamedTuple):
    """What was once ruled about a message."""

    at: datetime
    why: tuple[Text, ...]
    policies: tuple[tuple[PolicyId, str], ...]
    """Those that matched, each with its mode then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsFact:
    """What was ruled about one message: read when somebody asks, never kept in memory."""

    message: MessageId
    account: AccountId | None
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFact:
    """All that is kept about one account: read when somebody asks, never kept in memory."""

    account: AccountId
    counts: Mapping[str, int]
    """How many rows, by subject."""
    export: str
    """All of it, as JSON."""


class Matter(NamedTuple):
    """Something that concerns somebody, with as much as they may know of it."""

    at: datetime
    state: IncidentState
    moved_at: datetime | None
    titles: tuple[Bilingual, ...]
    """Of the policies that it was about."""
    reported: bool
    """Whether they reported it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersFact:
    """What concerns one account, the latest first: read when somebody asks, never kept in memory."""

    account: AccountId
    matters: tuple[Matter, ...]


Fact = (
    IncidentFact
    | LinkCodeFact
    | MattersFact
    | SettingsFact
    | DecisionsFact
    | KeptFact
    | AccountFact
    | ActivityFact
    | ChannelFact
    | CounterFact
    | MemberFact
    | TimerFact
    | WindowFact
)
ASKED: frozenset[FactKind] = frozenset({"decisions", "kept", "matters"})
"""Facts that are questions: nothing folds them."""
FLEETING: frozenset[FactKind] = ASKED | {"incident", "link"}
"""Facts that are forgotten after each batch: questions, and what time or erasure takes from rows alone."""


class Facts(Protocol):
    """What a room may read while it rules, and change while it folds. Values are frozen: replace them."""

    def account(self, account: AccountId) -> AccountFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def activity(self, account: AccountId) -> ActivityFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def channel(self, channel: ChannelId) -> ChannelFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def counter(self, counter: str, of: str) -> CounterFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def member(self, member: MemberId) -> MemberFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def incident(self, incident: IncidentId) -> IncidentFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def settings(self) -> SettingsFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def decisions(self, message: MessageId) -> DecisionsFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def kept(self, account: AccountId) -> KeptFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def link(self, code: str) -> LinkCodeFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def matters(self, account: AccountId) -> MattersFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def timer(self, timer: TimerId) -> TimerFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def window(self, space: SpaceId) -> WindowFact | None:
        """Raises RuleError where the key was not asked for."""
        ...

    def put(self, key: FactKey, fact: Fact | None) -> None:
        """Replace a fact; undone if the event's ruling fails."""
        ...

    def create(self, key: FactKey, fact: Fact) -> None:
        """Add a fact under a key that nothing can stand under yet, so that it need not be looked up first."""
        ...


@lru_cache(maxsize=4096)
def account_key(account: AccountId) -> FactKey:
    """The key of who an account is."""
    return FactKey("account", account)


@lru_cache(maxsize=4096)
def activity_key(account: AccountId) -> FactKey:
    """The key of what an account did lately."""
    return FactKey("activity", account)


def channel_key(channel: ChannelId) -> FactKey:
    """The key of what a channel is called."""
    return FactKey("channel", channel)


def counter_key(counter: str, of: str) -> FactKey:
    """The key of a counter about one thing; the counter's name holds no bar."""
    return FactKey("counter", f"{counter}|{of}")


def member_key(member: MemberId) -> FactKey:
    """The key of a person."""
    return FactKey("member", member)


def incident_key(incident: IncidentId) -> FactKey:
    """The key of an incident."""
    return FactKey("incident", incident)


SETTINGS_KEY = FactKey("settings", "")
"""The key of what was set in chat."""


def decisions_key(message: MessageId) -> FactKey:
    """The key of what was ruled about a message."""
    return FactKey("decisions", message)


def kept_key(account: AccountId) -> FactKey:
    """The key of all that is kept about an account."""
    return FactKey("kept", account)


def link_key(code: str) -> FactKey:
    """The key of a code that joins accounts, by its hash."""
    return FactKey("link", code)


def matters_key(account: AccountId) -> FactKey:
    """The key of what concerns an account."""
    return FactKey("matters", account)


def timer_key(timer: TimerId) -> FactKey:
    """The key of a deadline."""
    return FactKey("timer", timer)


def window_key(space: SpaceId) -> FactKey:
    """The key of what happened lately in a space."""
    return FactKey("window", space)


def person_keys(account: AccountId, facts: Facts) -> Iterator[FactKey]:
    """What to load so that `accounts_of` can be asked, as far as that is known yet."""
    yield account_key(account)
    try:
        known = facts.account(account)
    except RuleError:
        return
    if known is not None:
        yield member_key(known.member)


def accounts_of(account: AccountId, facts: Facts) -> tuple[AccountId, ...]:
    """All accounts of whoever has this one. Raises RuleError where `person_keys` were not asked for."""
    known = facts.account(account)
    person = facts.member(known.member) if known else None
    return person.accounts if person else (account,)


@dataclass(frozen=True, slots=True)
class Lookback:
    """How far something looks back: at what is not older, and at no more than so many."""

    horizon: timedelta = timedelta()
    capacity: int = 0

    def widest(self, other: "Lookback") -> "Lookback":
        """What serves both."""
        return Lookback(max(self.horizon, other.horizon), max(self.capacity, other.capacity))


_NO_LOOK = Lookback()


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """How much of what happened lately is kept: as much as the policies look back on."""

    activity: Lookback = _NO_LOOK
    """The author's own messages."""
    heard: Lookback = _NO_LOOK
    """Anybody's messages in the space."""
    entered: Lookback = _NO_LOOK
    """Those who joined the space."""
    sketches: bool = False
    """Whether nearly equal texts are to be recognised."""

    @property
    def windows(self) -> bool:
        """Whether anything is to be remembered that is not one account's."""
        return bool(self.heard.capacity or self.entered.capacity)

    def union(self, other: "Memory") -> "Memory":
        """What serves both."""
        return Memory(
            activity=self.activity.widest(other.activity),
            heard=self.heard.widest(other.heard),
            entered=self.entered.widest(other.entered),
            sketches=self.sketches or other.sketches,
        )


NO_MEMORY = Memory()
