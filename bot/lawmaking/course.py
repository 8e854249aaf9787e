"""The way of a proposal, step by step: what follows from each state, and until when somebody may act there."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.hours import ALWAYS, due
from bot.ids import ProposalId, TimerId
from bot.lawmaking.voting import Person, Result, count
from bot.proposals import Change, Proposal, ProposalState
from bot.settings import Settings

_TIMER = "proposal:"
_MANAGERS_HAVE = timedelta(days=14)
"""To adopt, to reject or to let it be voted on; then it is voted on."""
_AFTER: dict[Result, ProposalState] = {"passed": "cooling", "rejected": "rejected", "no_quorum": "no_quorum"}


def timer(proposal: Proposal) -> TimerId:
    """Its one deadline."""
    return TimerId(f"{_TIMER}{proposal.id}")


def timed(name: TimerId) -> ProposalId | None:
    """The proposal that a deadline is about; None for other deadlines."""
    return ProposalId(name.removeprefix(_TIMER)) if name.startswith(_TIMER) else None


def ends(proposal: Proposal, settings: Settings) -> datetime | None:
    """When its state is over; outages stand still."""
    lasting = _lasting(proposal)
    return None if lasting is None else due(proposal.since, lasting, ALWAYS, settings.outages)


def into(proposal: Proposal, change: Change, settings: Settings) -> Proposal:
    """The proposal after a step; who voted how is forgotten as soon as voting is over, whatever ended it."""
    moved = replace(
        proposal,
        state=change.state,
        since=change.at,
        electorate=(),
        votes=(),
        changes=(*proposal.changes, change),
    )
    return replace(moved, due_at=ends(moved, settings))


def opened(proposal: Proposal, people: tuple[Person, ...], change: Change, settings: Settings) -> Proposal:
    """Voting begins, by those who may vote now and nobody else."""
    return replace(into(proposal, change, settings), electorate=people, electors=len(people))


def counted(proposal: Proposal, settings: Settings, now: datetime) -> Proposal:
    """Voting is over: the sums stay. What too few could decide, managers do; the rules for all of this they cannot."""
    sums = count(proposal)
    state = _AFTER.get(sums.result) or ("undecided" if proposal.kind == "rules" else "deciding")
    after = into(proposal, Change(at=now, state=state, by=None), settings)
    return replace(after, votes_for=sums.votes_for, votes_against=sums.votes_against, abstained=sums.abstained)


def _lasting(proposal: Proposal) -> timedelta | None:
    rules = proposal.rules
    match proposal.state:
        case "discussion":
            return timedelta(seconds=rules.discussion_seconds)
        case "deciding":
            return _MANAGERS_HAVE
        case "voting":
            return timedelta(seconds=rules.voting_seconds)
        case "cooling":
            return timedelta(seconds=rules.cooling_seconds)
        case _:
            return None
