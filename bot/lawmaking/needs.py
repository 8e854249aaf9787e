"""What has to be known before a request or a deadline about proposals can be ruled on."""

from collections.abc import Iterator

from bot.commands import ReportBacktest
from bot.events import Asked, ButtonPressed, CommandInvoked, FormSubmitted
from bot.facts import (
    ACTIVATIONS_KEY,
    PROPOSALS,
    PROPOSALS_KEY,
    SETTINGS_KEY,
    FactKey,
    Facts,
    account_key,
    counter_key,
    electorate_key,
    loaded,
    person_keys,
    proposal_key,
    tried_key,
)
from bot.ids import PolicyId, ProposalId, SpaceId
from bot.lawmaking import acting, criticism, proposing
from bot.settings import policy_id

OWN_FORMS = frozenset({"proposal-new", "proposal-mode", "proposal-rules", "proposal-who", "proposal-first-rules"})
"""Those that begin something, whatever button they were opened by."""


def begins(ask: Asked) -> bool:
    """Whether it is about no proposal that there is."""
    return isinstance(ask, FormSubmitted) and ask.form in OWN_FORMS


def asked(ask: Asked, facts: Facts, spaces: tuple[SpaceId, ...]) -> Iterator[FactKey]:
    """Who asks, what is set, and what it is about."""
    yield SETTINGS_KEY
    yield from person_keys(ask.account, facts)
    yield counter_key(*acting.VOTED)
    if isinstance(ask, CommandInvoked) and ask.command == "decisions":
        yield from (
            PROPOSALS_KEY,
            ACTIVATIONS_KEY,
            counter_key(*criticism.REMOVED),
            counter_key(*criticism.WITHOUT_RULE),
        )
    elif (proposal := acting.about(ask)) and not begins(ask):
        yield from _about(proposal, facts)
        if isinstance(ask, ButtonPressed) and ask.action == "proposal-open":
            yield from _electorate(proposal, facts, spaces)
    else:
        yield from (PROPOSALS_KEY, counter_key(*PROPOSALS))
        if policy := _policy(ask):
            yield tried_key(policy, ask.at - proposing.LOOKED_BACK)


def due(proposal: ProposalId, facts: Facts, spaces: tuple[SpaceId, ...]) -> Iterator[FactKey]:
    """The proposal, who may vote on it, and what it matched on trial."""
    yield SETTINGS_KEY
    yield from _about(proposal, facts)
    known = loaded(facts.proposal, proposal)
    if known is not None and known.state in ("discussion", "deciding"):
        yield from _electorate(proposal, facts, spaces)
    if known is not None and known.trial and known.state == "discussion":
        yield tried_key(policy_id(known.trial), known.opened_at)


def reported(report: ReportBacktest) -> Iterator[FactKey]:
    """The proposal, and where it is shown."""
    yield from (SETTINGS_KEY, proposal_key(report.proposal))


def _about(proposal: ProposalId, facts: Facts) -> Iterator[FactKey]:
    yield proposal_key(proposal)
    known = loaded(facts.proposal, proposal)
    if known is not None and known.by is not None:
        yield account_key(known.by)


def _electorate(proposal: ProposalId, facts: Facts, spaces: tuple[SpaceId, ...]) -> Iterator[FactKey]:
    known = loaded(facts.proposal, proposal)
    if known is not None:
        yield from (electorate_key(space) for space in acting.spaces(spaces, known))


def _policy(ask: Asked) -> PolicyId | None:
    """The policy whose mode somebody wants changed."""
    given: tuple[tuple[str, str], ...] = ()
    if isinstance(ask, CommandInvoked) and ask.command == "policy propose-mode":
        given = ask.arguments
    elif isinstance(ask, FormSubmitted) and ask.form == "proposal-mode":
        given = ask.values
    named = dict(given).get("policy", "")
    return PolicyId(named) if named else None
