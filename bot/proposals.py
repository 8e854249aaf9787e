"""What is proposed to a community: a policy or how such things are decided, its votes, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.ids import AccountId, ChannelId, MessageId, ProposalId, SpaceId

ProposalState = Literal["draft", "discussion", "voting", "cooling", "adopted", "rejected", "no_quorum", "withdrawn"]
ProposalKind = Literal["new", "change", "mode", "rules"]
"""A new policy, other words for one, how far one goes, or how proposals themselves are decided."""
Vote = Literal["for", "against", "abstain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a proposal is decided; those that hold when it is opened govern it to its end."""

    discussion_seconds: int = 3 * 86_400
    voting_seconds: int = 3 * 86_400
    cooling_seconds: int = 86_400
    """Between a vote that passed and the day it holds."""
    quorum_percent: int = 20
    """Of the electorate, how many must take part; those who abstain do."""
    majority_percent: int = 50
    """More than so many of those for and against must be for it."""
    rules_majority_percent: int = 66
    """The same where it is about these rules themselves."""


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
    content: str
    """The policy with its cases as JSON, as `settings.policy_key` keeps it; a mode; or rules, as JSON."""
    policy: str = ""
    """Which policy it is about, by its id; the name of the new one."""
    by: AccountId | None = None
    opened_at: datetime
    state: ProposalState = "draft"
    since: datetime
    due_at: datetime | None = None
    rules: Rules = Rules()
    electorate: tuple[AccountId, ...] = ()
    """Who may vote, frozen when voting opens."""
    votes: tuple[tuple[AccountId, Vote], ...] = ()
    """One each, while voting is open; afterwards only the sums are kept."""
    votes_for: int = 0
    votes_against: int = 0
    abstained: int = 0
    channel: ChannelId | None = None
    message: MessageId | None = None
    """The card, where it was announced."""
    findings: str = ""
    """What a look at the past said, in plain words."""
    changes: tuple[Change, ...] = ()
