"""Facts that those need who handle cases, measures and proposals."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.cases.case import Case
from bot.cases.lines import Line
from bot.cases.rungs import Rule
from bot.cases.sanctions import Sanction
from bot.cases.states import Kind, Outcome, State
from bot.ids import (
    AccountId,
    CaseId,
    MemberId,
    PolicyId,
    ProposalId,
    RevisionId,
    RoleId,
    SpaceId,
)
from bot.proposals import Backtest, Mode, Proposal, ProposalKind, ProposalState
from bot.views import Bilingual, Locale


class Brief(NamedTuple):
    """A case in a list: no more than what sorting it and asking for it takes."""

    case: CaseId
    kind: Kind
    state: State
    opened_at: datetime
    due_at: datetime | None
    handler: AccountId | None
    respondent: AccountId | None
    outcome: Outcome | None
    people: tuple[AccountId, ...]
    """Parties, reporters, and everybody who had a hand in it: whoever is among them or linked to them may be barred."""
    private: bool
    space: SpaceId
    urgent: bool
    """Somebody may be in danger."""
    opener: AccountId | None = None

    @property
    def parties(self) -> tuple[AccountId, ...]:
        """Those between whom it is, or whom it is about; whoever decided a `measure` is none."""
        opener = None if self.kind == "measure" else self.opener
        return tuple(one for one in (opener, self.respondent) if one is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFact:
    """Live cases, the most pressing first: read when somebody asks, never kept in memory."""

    briefs: tuple[Brief, ...]
    """At most so many as the question allows."""
    live: int
    """How many there are in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAboutFact:
    """The live cases about one thing, the earliest first: a message, an incident, or an account."""

    cases: tuple[CaseId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFact:
    """The log of one case, as far as its details were not purged: read when somebody asks, never kept in memory."""

    case: CaseId
    lines: tuple[Line | None, ...]
    """In order; None where nothing but the hash is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFact:
    """What stands about an account: read when somebody asks, never kept in memory."""

    account: AccountId
    sanctions: tuple[Sanction, ...]
    """Upon it, the latest first."""
    cases: tuple[Brief, ...]
    """In which it is a party, the latest first, live ones before the others."""
    imposed: tuple[tuple[datetime, str], ...] = ()
    """When it decided something heavy upon others within the last 90 days, and what: the latest first."""
    incidents: int = 0
    """How often policies acted upon it within the last 90 days, undone ones apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingFact:
    """What holds an account back now: what must come back when it does."""

    account: AccountId
    sanctions: tuple[Sanction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionFact:
    """One measure as it stands."""

    sanction: Sanction


class Elector(NamedTuple):
    """Somebody who could be asked to decide."""

    account: AccountId
    member: MemberId
    member_since: datetime
    messages: int
    """Lately, as far as activity is kept."""
    willing: bool
    party: bool
    """To a live case."""
    sanctioned_at: datetime | None
    """When anything was last decided upon them that was not overturned."""
    wrote_at: datetime | None = None
    """Their latest message."""
    restrained: bool = False
    """Whether a measure holds them back now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectorateFact:
    """Everybody of a space who is no bot and did not leave, in order of ids: read when asked, never kept in memory."""

    electors: tuple[Elector, ...]


class Manager(NamedTuple):
    """Somebody who may be one of the team."""

    account: AccountId
    member: MemberId
    roles: tuple[RoleId, ...]
    locale: Locale | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFact:
    """Everybody here who holds one of some roles or is named; bots and those who left apart; never kept in memory."""

    managers: tuple[Manager, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalFact:
    """A proposal as it stands."""

    proposal: Proposal


class ProposalBrief(NamedTuple):
    """A proposal in a list."""

    proposal: ProposalId
    kind: ProposalKind
    title: str
    policy: PolicyId | None
    mode: Mode
    by: AccountId | None
    state: ProposalState
    since: datetime
    due_at: datetime | None
    electors: int
    votes_for: int
    votes_against: int
    abstained: int
    why: str
    """What was said with its latest step."""
    revision: RevisionId | None
    backtest: Backtest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalsFact:
    """All proposals, the latest first: read when somebody asks, never kept in memory."""

    proposals: tuple[ProposalBrief, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedFact:
    """How often a policy matched since a moment, spared ones apart: read when asked, never kept in memory."""

    matched: int
    people: int


class Activation(NamedTuple):
    """From a moment on, a policy was live in a mode."""

    policy: PolicyId
    title: Bilingual
    revision: RevisionId
    mode: str
    at: datetime
    author: str
    """`file`, `chat`, or `proposal:` and its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivationsFact:
    """What became live or ended, the latest first: read when somebody asks, never kept in memory."""

    activations: tuple[Activation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFact:
    """A case as it stands."""

    case: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingFact:
    """A rule as it was once worded: read when asked, never kept in memory."""

    rule: Rule
