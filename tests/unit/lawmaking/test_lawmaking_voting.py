"""The vote itself, whatever people do: who has one, what it comes to, and what can never tip it."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.ids import AccountId, MemberId, ProposalId, account_id
from bot.lawmaking import voting
from bot.proposals import Proposal, Rules, Vote
from tests.unit.lawmaking.assembly import elector
from tests.unit.moderation.playing import NOW, SPACE

LATER = NOW + timedelta(days=3)
accounts = st.sampled_from([account_id(SPACE, f"U-{number}") for number in range(12)])
choices: st.SearchStrategy[Vote] = st.sampled_from(["for", "against", "abstain"])
casts = st.lists(st.tuples(accounts, choices), max_size=40)
people = st.sets(accounts, max_size=12).map(lambda some: tuple((one,) for one in sorted(some)))
rules = st.builds(
    Rules,
    quorum_percent=st.integers(1, 100),
    majority_percent=st.integers(50, 80),
    rules_majority_percent=st.integers(80, 99),
)


def open_vote(electorate: tuple[voting.Person, ...], how: Rules | None = None) -> Proposal:
    return Proposal(
        id=ProposalId("1"), space=SPACE, kind="new", title="No spoilers", body="Why not", opened_at=NOW, since=NOW,
        state="voting", due_at=LATER, electorate=electorate, electors=len(electorate), rules=how or Rules(),
    )  # fmt: skip


def all_cast(proposal: Proposal, votes: list[tuple[AccountId, Vote]]) -> Proposal:
    for account, vote in votes:
        proposal = voting.cast(proposal, (account,), vote, NOW) or proposal
    return proposal


@given(people, casts)
def test_the_electorate_is_frozen_and_nobody_else_has_a_vote(
    electorate: tuple[voting.Person, ...], votes: list[tuple[AccountId, Vote]]
) -> None:
    after = all_cast(open_vote(electorate), votes)
    assert after.electorate == electorate
    assert {(account,) for account, _ in after.votes} <= set(electorate)


@given(people, casts)
def test_everybody_has_one_vote_and_it_is_the_latest(
    electorate: tuple[voting.Person, ...], votes: list[tuple[AccountId, Vote]]
) -> None:
    after = all_cast(open_vote(electorate), votes)
    latest = {account: vote for account, vote in votes if (account,) in electorate}
    assert dict(after.votes) == latest
    assert len(after.votes) == len(latest)


@given(people, casts, rules)
def test_an_abstention_never_turns_fail_into_pass(
    electorate: tuple[voting.Person, ...], votes: list[tuple[AccountId, Vote]], how: Rules
) -> None:
    before = all_cast(open_vote(electorate, how), votes)
    silent = [person[0] for person in electorate if person[0] not in dict(before.votes)]
    for one in silent:
        after = voting.cast(before, (one,), "abstain", NOW)
        assert after is not None
        assert voting.count(after).result == voting.count(before).result


@given(people, casts, rules)
def test_a_vote_for_never_hurts_and_one_against_never_helps(
    electorate: tuple[voting.Person, ...], votes: list[tuple[AccountId, Vote]], how: Rules
) -> None:
    before = all_cast(open_vote(electorate, how), votes)
    for person in electorate:
        with_one = voting.cast(before, person, "for", NOW)
        assert with_one is not None
        if voting.count(before).result == "passed":
            assert voting.count(with_one).result == "passed"


@given(casts, rules)
def test_an_empty_electorate_never_decides(votes: list[tuple[AccountId, Vote]], how: Rules) -> None:
    assert voting.count(all_cast(open_vote((), how), votes)).result == "too_few"


@given(people, casts, rules)
def test_fewer_than_five_never_decide(
    electorate: tuple[voting.Person, ...], votes: list[tuple[AccountId, Vote]], how: Rules
) -> None:
    result = voting.count(all_cast(open_vote(electorate[:4], how), votes)).result
    assert result == "too_few"


@given(people, casts, st.integers(0, 10_000))
def test_late_votes_do_not_count(
    electorate: tuple[voting.Person, ...], votes: list[tuple[AccountId, Vote]], late: int
) -> None:
    proposal = open_vote(electorate)
    for account, vote in votes:
        assert voting.cast(proposal, (account,), vote, LATER + timedelta(seconds=late)) is None


@given(people, casts, st.integers(1, 4))
def test_the_same_vote_many_times_equals_once(
    electorate: tuple[voting.Person, ...], votes: list[tuple[AccountId, Vote]], times: int
) -> None:
    once = all_cast(open_vote(electorate), votes)
    again = [one for one in votes for _ in range(times)]
    assert all_cast(open_vote(electorate), again) == once


@given(people, casts)
def test_what_passes_has_quorum_and_more_than_the_majority(
    electorate: tuple[voting.Person, ...], votes: list[tuple[AccountId, Vote]]
) -> None:
    sums = voting.count(all_cast(open_vote(electorate), votes))
    if sums.result == "passed":
        assert sums.votes_for > sums.votes_against
        assert sums.votes_for + sums.votes_against >= max(3, sums.electors / 5)
    assert sums.votes_for + sums.votes_against + sums.abstained <= sums.electors


def test_a_tie_does_not_pass() -> None:
    electorate = tuple((account_id(SPACE, f"U-{number}"),) for number in range(6))
    halves: list[tuple[AccountId, Vote]] = [(one[0], "for") for one in electorate[:3]]
    halves += [(one[0], "against") for one in electorate[3:]]
    assert voting.count(all_cast(open_vote(electorate), halves)).result == "rejected"


def test_the_rules_themselves_take_their_own_majority() -> None:
    electorate = tuple((account_id(SPACE, f"U-{number}"),) for number in range(10))
    votes: list[tuple[AccountId, Vote]] = [(one[0], "for") for one in electorate[:6]]
    votes += [(one[0], "against") for one in electorate[6:]]
    after = all_cast(open_vote(electorate), votes)
    assert voting.count(after).result == "passed"
    assert voting.count(replace(after, kind="rules")).result == "rejected"


def test_who_may_vote_was_here_for_two_weeks_wrote_lately_and_is_not_held_back() -> None:
    names = ("old", "new", "silent", "quiet", "held")
    old, new, silent, quiet, held = (account_id(SPACE, name) for name in names)
    found = voting.electorate(
        [
            elector(old),
            elector(new, member_since=NOW - timedelta(days=13)),
            elector(silent, wrote_at=None),
            elector(quiet, wrote_at=NOW - timedelta(days=31)),
            elector(held, restrained=True),
        ],
        NOW,
    )
    assert found == ((old,),)


def test_linked_accounts_are_one_person_and_one_that_is_held_back_holds_all_back() -> None:
    one, other, third = (account_id(SPACE, name) for name in ("a", "b", "c"))
    same = {"member": MemberId("m")}
    together = [elector(one, **same), elector(other, wrote_at=None, **same)]
    assert voting.electorate([*together, elector(third)], NOW) == ((one, other), (third,))
    assert voting.electorate([together[0], elector(other, restrained=True, **same)], NOW) == ()


def test_who_was_two_people_when_voting_opened_and_is_one_since_votes_once() -> None:
    one, other = account_id(SPACE, "a"), account_id(SPACE, "b")
    both = open_vote(((one,), (other,)))
    first = voting.cast(both, (one,), "for", NOW)
    assert first is not None
    second = voting.cast(first, (other,), "for", NOW)
    assert second is not None
    assert len(second.votes) == 2
    linked = voting.cast(second, (one, other), "against", NOW)
    assert linked is not None
    assert linked.votes == ((one, "against"),)
