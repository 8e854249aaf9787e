"""What is proposed to a community: a policy or how such things are decided, its votes, and what became of it."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal, Self

from bot.ids import AccountId, ChannelId, PolicyId, ProposalId, RevisionId, SpaceId
from bot.views import Bilingual

ProposalState = Literal[
    "discussion",
    "deciding",
    "voting",
    "cooling",
    "adopted",
    "rejected",
    "no_quorum",
    "undecided",
    "withdrawn",
    "vetoed",
]
"""`deciding`: managers adopt it, reject it or open a vote; `undecided`: nobody did, and there were too few to vote."""
LIVE: frozenset[ProposalState] = frozenset({"discussion", "deciding", "voting", "cooling"})
"""In these something is still to come."""
ProposalKind = Literal["new", "change", "mode", "rules"]
"""A new policy, other words for one, how far one goes, or how proposals themselves are decided."""
Vote = Literal["for", "against", "abstain"]
Who = Literal["off", "managers", "members"]
"""Whether members may propose, and who decides: managers, who may open a vote, or always a vote."""
Mode = Literal["off", "shadow", "enforce"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a proposal is decided; those that hold when it is opened govern it to its end."""

    discussion_seconds: int = 3 * 86_400
    voting_seconds: int = 3 * 86_400
    cooling_seconds: int = 86_400
    """Between a vote that passed and the day it holds."""
    quorum_percent: int = 20
    """Of the electorate, how many must say for or against; those who abstain leave it to the others."""
    majority_percent: int = 50
    """More than so many of those for and against must be for it."""
    rules_majority_percent: int = 66
    """The same where it is about these rules themselves."""

    @classmethod
    def read(cls, text: str) -> Self:
        """From a setting, as `text` of it writes it. Raises ValueError, TypeError."""
        return cls(**json.loads(text))

    @property
    def text(self) -> str:
        """As a setting keeps it."""
        return json.dumps(asdict(self), sort_keys=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A policy as somebody proposes it, read by the loader, with its cases run."""

    name: str
    """What it is called among the policies written in chat."""
    content: str
    """As `settings.policy_key` keeps it."""
    mode: Mode
    """How far it goes once it is adopted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A policy that there is."""

    revision: RevisionId
    mode: Mode
    title: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a policy matched in a while: on trial, or at work where it is there already."""

    since: datetime
    until: datetime
    matched: int
    """How many messages, joins or names."""
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """What a policy would have done with a past that was read back for it: these numbers are all that was kept."""

    since: datetime
    until: datetime
    read: int = 0
    """How many messages of people; where there are none, no past could be read."""
    matched: int = 0
    """How many of them."""
    people: int = 0
    """How many wrote those."""
    worst_hour: int = 0
    """The most people upon whom something would have fallen within an hour."""
    worst_day: int = 0
    """The same within a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One step of a proposal's way."""

    at: datetime
    state: ProposalState
    by: AccountId | None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal as it stands."""

    id: ProposalId
    space: SpaceId
    kind: ProposalKind
    title: str
    body: str
    """Why, in the words of whoever proposes it."""
    content: str = ""
    """The policy with its cases as JSON, as `settings.policy_key` keeps it; or rules, as JSON."""
    policy: PolicyId | None = None
    """Which policy it is about; the name of the new one."""
    mode: Mode = "enforce"
    """How far the policy goes once it is adopted."""
    by: AccountId | None = None
    opened_at: datetime
    state: ProposalState = "discussion"
    since: datetime
    due_at: datetime | None = None
    rules: Rules = Rules()
    voted: bool = False
    """Whether it goes to a vote by itself; otherwise managers come first."""
    electorate: tuple[tuple[AccountId, ...], ...] = ()
    """Who may vote, frozen when voting opens: each person with all accounts of theirs. Empty again afterwards."""
    votes: tuple[tuple[AccountId, Vote], ...] = ()
    """At most one of each person, under the first of their accounts. Afterwards only the sums are kept."""
    electors: int = 0
    """How many might vote."""
    votes_for: int = 0
    votes_against: int = 0
    abstained: int = 0
    cards: tuple[tuple[SpaceId, ChannelId], ...] = ()
    """Where it is shown to everybody."""
    trial: str = ""
    """The name under which it is tried meanwhile, among the policies written in chat."""
    tried: Tried | None = None
    backtest: Backtest | None = None
    """None as long as nobody looked, or where there is nothing to look for."""
    revision: RevisionId | None = None
    """The wording that came of it."""
    changes: tuple[Change, ...] = ()

    @property
    def live(self) -> bool:
        """Whether something is still to come."""
        return self.state in LIVE

    @property
    def wants_backtest(self) -> bool:
        """Whether the past is still to be looked at for it: as long as it is talked over."""
        acts = self.kind in ("new", "change") or (self.kind == "mode" and self.mode == "enforce")
        return acts and self.state == "discussion" and self.backtest is None

    @property
    def why(self) -> str:
        """What was said with its latest step."""
        return self.changes[-1].why if self.changes else ""
