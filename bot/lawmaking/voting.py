"""Who may vote, one vote of each person, and what the votes come to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from bot.facts import Elector
from bot.ids import AccountId, MemberId
from bot.proposals import Proposal, Vote

FEWEST_ELECTORS = 5
"""With fewer, nothing is decided by vote."""
FEWEST_VOTES = 3
"""For and against together, however small the electorate."""
MEMBER_FOR = timedelta(days=14)
WROTE_WITHIN = timedelta(days=30)

Person = tuple[AccountId, ...]
Result = Literal["passed", "rejected", "no_quorum", "too_few"]


class Sums(NamedTuple):
    """What the votes come to; `result` rests on these numbers alone."""

    electors: int
    votes_for: int
    votes_against: int
    abstained: int
    result: Result


def electorate(electors: Iterable[Elector], now: datetime) -> tuple[Person, ...]:
    """Everybody who may vote, each person once with all accounts of theirs, in order of these.

    One account that has been here for long enough and wrote lately is enough; one that is held back now is too much.
    """
    people: dict[MemberId, list[Elector]] = {}
    for one in electors:
        people.setdefault(one.member, []).append(one)
    able = (
        tuple(sorted(one.account for one in theirs))
        for theirs in people.values()
        if any(_at_home(one, now) for one in theirs) and not any(one.restrained for one in theirs)
    )
    return tuple(sorted(able))


def cast(proposal: Proposal, accounts: Sequence[AccountId], vote: Vote, now: datetime) -> Proposal | None:
    """The proposal with somebody's vote in place of their earlier one; None where they have none.

    `accounts` are all of theirs now: whoever was two people when voting opened, and is one since, votes once.
    """
    if proposal.state != "voting" or proposal.due_at is None or now >= proposal.due_at:
        return None
    seats = [person[0] for person in proposal.electorate if set(person) & set(accounts)]
    if not seats:
        return None
    others = tuple(one for one in proposal.votes if one[0] not in seats)
    return replace(proposal, votes=tuple(sorted((*others, (seats[0], vote)))))


def voted(proposal: Proposal, accounts: Sequence[AccountId]) -> Vote | None:
    """What somebody voted, for their own eyes."""
    theirs = {person[0] for person in proposal.electorate if set(person) & set(accounts)}
    return next((vote for account, vote in proposal.votes if account in theirs), None)


def count(proposal: Proposal) -> Sums:
    """What the votes come to: those who abstain change nothing."""
    votes = [vote for _, vote in proposal.votes]
    yes, no = votes.count("for"), votes.count("against")
    return Sums(len(proposal.electorate), yes, no, votes.count("abstain"), _result(proposal, yes, no))


def majority(proposal: Proposal) -> int:
    """More than so many of a hundred must be for it."""
    rules = proposal.rules
    return rules.rules_majority_percent if proposal.kind == "rules" else rules.majority_percent


def _result(proposal: Proposal, yes: int, no: int) -> Result:
    electors = len(proposal.electorate)
    if electors < FEWEST_ELECTORS:
        return "too_few"
    if yes + no < FEWEST_VOTES or (yes + no) * 100 < proposal.rules.quorum_percent * electors:
        return "no_quorum"
    return "passed" if yes * 100 > majority(proposal) * (yes + no) else "rejected"


def _at_home(elector: Elector, now: datetime) -> bool:
    wrote = elector.wrote_at
    return elector.member_since <= now - MEMBER_FOR and wrote is not None and wrote >= now - WROTE_WITHIN
