"""The key of every fact."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from bot.facts.kinds import FactKey
from bot.ids import (
    AccountId,
    CaseId,
    ChannelId,
    IncidentId,
    MemberId,
    MessageId,
    PolicyId,
    ProposalId,
    RevisionId,
    RoleId,
    SanctionId,
    SpaceId,
    TimerId,
)


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


def case_key(case: CaseId) -> FactKey:
    """The key of a case."""
    return FactKey("case", case)


def log_key(case: CaseId) -> FactKey:
    """The key of the log of a case."""
    return FactKey("log", case)


def queue_key(most: int) -> FactKey:
    """The key of the live cases that press most."""
    return FactKey("queue", str(most))


def open_about_key(subject: str) -> FactKey:
    """The key of the live cases about a message, an incident or an account."""
    return FactKey("open_about", subject)


def file_key(account: AccountId) -> FactKey:
    """The key of what stands about an account."""
    return FactKey("file", account)


def standing_key(account: AccountId) -> FactKey:
    """The key of what holds an account back."""
    return FactKey("standing", account)


def sanction_key(sanction: SanctionId) -> FactKey:
    """The key of one measure."""
    return FactKey("sanction", sanction)


def electorate_key(space: SpaceId) -> FactKey:
    """The key of everybody in a space who could be asked to decide."""
    return FactKey("electorate", space)


def team_key(roles: Iterable[RoleId], accounts: Iterable[AccountId]) -> FactKey:
    """The key of everybody who holds one of these roles, or is named; work it out from the settings."""
    return FactKey("team", json.dumps([sorted(roles), sorted(accounts)]))


def proposal_key(proposal: ProposalId) -> FactKey:
    """The key of a proposal."""
    return FactKey("proposal", proposal)


def tried_key(policy: PolicyId, since: datetime) -> FactKey:
    """The key of how often a policy matched since a moment."""
    return FactKey("tried", json.dumps([policy, since.isoformat()]))


PROPOSALS_KEY = FactKey("proposals", "")
"""The key of all proposals."""
ACTIVATIONS_KEY = FactKey("activations", "")
"""The key of what became live or ended."""
CASES = ("cases", "all")
"""The counter that numbers cases, and of what it is."""
PROPOSALS = ("proposals", "all")
"""The counter that numbers proposals, and of what it is."""


SETTINGS_KEY = FactKey("settings", "")
"""The key of what was set in chat."""


def crowd_key(space: SpaceId, since: datetime, until: datetime) -> FactKey:
    """The key of who came into a space within a while."""
    return FactKey("crowd", json.dumps([space, since.isoformat(), until.isoformat()]))


def holds_key(account: AccountId) -> FactKey:
    """The key of what policies did about an account and nobody undid."""
    return FactKey("holds", account)


def done_key(since: datetime) -> FactKey:
    """The key of how many cases each of the team saw to their end since a moment."""
    return FactKey("done", since.isoformat())


def unfelt_key(policies: Iterable[PolicyId]) -> FactKey:
    """The key of what no platform has felt yet of what these policies alone wanted; none named: whatever any wanted."""
    return FactKey("unfelt", json.dumps(sorted(policies)))


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


def wording_key(revision: RevisionId) -> FactKey:
    """The key of a rule as it was once worded."""
    return FactKey("wording", revision)


def window_key(space: SpaceId) -> FactKey:
    """The key of what happened lately in a space."""
    return FactKey("window", space)
