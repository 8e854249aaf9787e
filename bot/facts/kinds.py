"""Facts about people, places and what they did; each is a fold of records, or a question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from bot.cases.states import Word
from bot.ids import (
    AccountId,
    CaseId,
    ChannelId,
    IncidentId,
    MemberId,
    MessageId,
    PolicyId,
    RoleId,
    SpaceId,
    TimerId,
)
from bot.records import IncidentOpened, IncidentState
from bot.views import Bilingual, Locale, Text

FactKind = Literal[
    "account",
    "activations",
    "activity",
    "case",
    "channel",
    "counter",
    "crowd",
    "decisions",
    "done",
    "electorate",
    "figures",
    "file",
    "holds",
    "incident",
    "kept",
    "link",
    "log",
    "matters",
    "member",
    "open_about",
    "proposal",
    "proposals",
    "queue",
    "sanction",
    "settings",
    "standing",
    "team",
    "timer",
    "tried",
    "unfelt",
    "window",
    "wording",
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
    willing: bool = False
    """Whether they let themselves be drawn for circles."""
    was: tuple[tuple[MemberId, datetime], ...] = ()
    """Whose account it was before, beside others, and until when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFact:
    """A person: one account or more, on one platform or several."""

    member: MemberId
    accounts: tuple[AccountId, ...]
    """In the order in which they were linked; empty once only `former` ones are left."""
    former: tuple[tuple[AccountId, datetime], ...] = ()
    """Accounts that were linked with these, and until when: for as long as a conflict outlives a link."""


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
class CrowdFact:
    """Who came into a space within a while and is still there, in that order: read when asked, never kept in memory."""

    accounts: tuple[AccountId, ...]
    """No programs, and at most two thousand."""
    incidents: tuple[IncidentId, ...]
    """What policies told the team about people, not messages, in the same while; what was undone apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsFact:
    """What policies did about an account and nobody undid: read when somebody asks, never kept in memory."""

    account: AccountId
    incidents: tuple[IncidentId, ...]
    """The latest first, at most twenty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneFact:
    """How many cases each of the team saw to their end since a moment: read when asked, never kept in memory."""

    done: Mapping[AccountId, int]
    """Those about one of the team apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfeltFact:
    """What no platform has felt yet of what some policies alone wanted: read when asked, never kept in memory."""

    incidents: tuple[IncidentId, ...]


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


class Situation(NamedTuple):
    """A case that somebody knows of, with as much as they may know of it."""

    case: CaseId
    part: Literal["asked", "reported", "about"]
    """Whether they asked for help, told of it, or are the one whom it is about."""
    word: Word
    since: datetime
    due_at: datetime | None
    """The next date, for a party."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersFact:
    """What concerns one account, the latest first: read when somebody asks, never kept in memory."""

    account: AccountId
    matters: tuple[Matter, ...]
    situations: tuple[Situation, ...] = ()
