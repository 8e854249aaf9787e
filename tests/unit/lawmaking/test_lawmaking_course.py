"""A proposal's way once it is talked over: the vote, the cooling-off, managers, deadlines and outages."""

from dataclasses import replace
from datetime import timedelta

from bot import settings as community
from bot.effects import EditCard, PostCard, ReplyPrivately
from bot.facts import SETTINGS_KEY, ProposalFact, Setting, SettingsFact, proposal_key
from bot.hours import Outage
from bot.proposals import Proposal
from tests.unit.lawmaking.assembly import PEOPLE, Assembly, elector
from tests.unit.moderation.playing import (
    INES,
    KWAME,
    NEWS,
    all_of,
    buttons,
    check_words,
    keys,
    only,
    quotes,
    words,
)

ADA, *OTHERS = PEOPLE
MEMBERS = {"proposals": "members"}


def voting() -> Assembly:
    """A vote that was just opened."""
    here = Assembly(MEMBERS)
    here.propose()
    here.lapse()
    assert here.proposal().state == "voting"
    return here


def test_a_vote_is_secret_changeable_counted_once_and_closes_with_its_sums() -> None:
    here = voting()
    assert here.proposal().electors == 8
    for voter in OTHERS[:5]:
        noted = here.vote(voter, "against")
        assert all_of(noted, EditCard) == []
    check_words(here.vote(OTHERS[0], "for"))
    for voter in OTHERS[1:4]:
        here.vote(voter, "for")
    here.vote(ADA, "abstain")
    shown = words(only(here.press("proposal-show:1", OTHERS[5]), ReplyPrivately).card)
    assert "You have not voted yet" in shown
    assert "4 for" not in shown
    effects = here.lapse()
    check_words(effects)
    assert "4 for, 1 against, 1 abstained; 8 people could vote." in words(only(effects, EditCard).card)
    proposal = here.proposal()
    assert proposal.state == "cooling"
    assert (proposal.votes, proposal.electorate) == ((), ())


def test_what_passed_holds_after_the_cooling_off() -> None:
    here = voting()
    for voter in PEOPLE[:5]:
        here.vote(voter, "for")
    passed = here.lapse()
    assert buttons(only(passed, PostCard).card) == ["proposal-veto"]
    assert "policy:no-spoilers" not in here.settings()
    effects = here.lapse()
    assert here.proposal().state == "adopted"
    assert here.settings()["mode:chat/no-spoilers"] == "enforce"
    assert "Adopted by vote" in words(only(effects, EditCard).card)
    assert here.proposal().due_at is None


def test_a_senior_vetoes_only_while_it_cools_and_only_with_a_reason_that_everybody_reads() -> None:
    here = voting()
    assert keys(only(here.decide("proposal-veto", "No"), ReplyPrivately).card) == ["proposal-over"]
    for voter in PEOPLE[:5]:
        here.vote(voter, "for")
    here.lapse()
    assert keys(only(here.decide("proposal-veto", ""), ReplyPrivately).card) == ["proposal-reason"]
    effects = here.decide("proposal-veto", "The law of our country forbids it")
    assert "The law of our country forbids it" in quotes(only(effects, EditCard).card)
    assert here.proposal().state == "vetoed"
    assert "policy:no-spoilers" not in here.settings()


def test_a_policy_that_the_guard_refuses_by_now_is_vetoed_by_law() -> None:
    here = voting()
    for voter in PEOPLE[:5]:
        here.vote(voter, "for")
    here.lapse()
    _reworded(here, '"any": ["Tilleul"]', "remove")
    effects = here.lapse()
    check_words(effects)
    assert here.proposal().state == "vetoed"
    assert "no vote can allow that" in words(only(effects, EditCard).card)
    assert "policy:no-spoilers" not in here.settings()


def _reworded(here: Assembly, sought: str, then: str) -> None:
    """What was harmless when it was proposed names the brand by now."""
    proposal = here.proposal()
    content = proposal.content.replace('"any": ["the butler did it", "snape kills"]', sought)
    content = content.replace('{"remind": true, "alert": true}', f'{{"{then}": true}}')
    assert content != proposal.content
    here.facts.learn({proposal_key(proposal.id): ProposalFact(proposal=replace(proposal, content=content))})


def test_too_few_votes_decide_nothing() -> None:
    here = voting()
    for voter in PEOPLE[:2]:
        here.vote(voter, "for")
    for voter in PEOPLE[2:]:
        here.vote(voter, "abstain")
    here.lapse()
    assert here.proposal().state == "no_quorum"
    assert "policy:no-spoilers" not in here.settings()


def test_with_fewer_than_five_people_managers_decide_and_where_they_do_not_nothing_is() -> None:
    here = Assembly(MEMBERS, [elector(one) for one in PEOPLE[:4]])
    here.propose()
    effects = here.lapse()
    check_words(effects)
    assert here.proposal().state == "deciding"
    assert "Fewer than 5 people" in words(only(effects, PostCard).card)
    refused = here.press("proposal-open:1", KWAME)
    assert keys(only(refused, ReplyPrivately).card) == ["proposal-too-few"]
    here.lapse()
    assert here.proposal().state == "undecided"


def test_silence_of_managers_kills_no_proposal() -> None:
    here = Assembly()
    here.propose()
    here.lapse()
    here.lapse()
    assert here.proposal().state == "voting"


def test_managers_can_leave_it_to_a_vote_or_reject_it_with_a_reason() -> None:
    here = Assembly()
    here.propose()
    here.lapse()
    here.press("proposal-open:1", KWAME)
    assert here.proposal().state == "voting"
    here.propose(title="No cats")
    here.lapse(2)
    here.effects(here.form("proposal-reject", KWAME, about="2", why="Cats are fine"))
    assert (here.proposal(2).state, here.proposal(2).why) == ("rejected", "Cats are fine")


def test_whoever_has_no_vote_is_told_why_and_late_ones_do_not_count() -> None:
    here = voting()
    assert keys(only(here.vote(INES, "for"), ReplyPrivately).card) == ["proposal-no-vote"]
    due_at = here.proposal().due_at
    assert due_at is not None
    here.now = due_at
    assert keys(only(here.vote(ADA, "for"), ReplyPrivately).card) == ["proposal-not-voting"]
    assert here.proposal().votes == ()


def test_only_its_author_takes_it_back_and_only_before_it_is_decided() -> None:
    here = voting()
    assert keys(only(here.press("proposal-withdraw:1", OTHERS[0]), ReplyPrivately).card) == ["proposal-not-yours"]
    here.vote(OTHERS[0], "for")
    here.press("proposal-withdraw:1", ADA)
    proposal = here.proposal()
    assert (proposal.state, proposal.votes, proposal.votes_for) == ("withdrawn", (), 0)
    assert keys(only(here.press("proposal-withdraw:1", ADA), ReplyPrivately).card) == ["proposal-over"]


def test_its_author_takes_it_back_from_another_account_of_theirs() -> None:
    here = voting()
    here.link(ADA, INES)
    here.press("proposal-withdraw:1", INES)
    assert here.proposal().state == "withdrawn"


def test_a_deadline_that_comes_again_or_too_early_does_nothing_twice() -> None:
    here = voting()
    for voter in PEOPLE[:5]:
        here.vote(voter, "for")
    due_at = here.proposal().due_at
    assert due_at is not None
    here.comes(due_at)
    cooling = here.proposal()
    here.comes(due_at)
    assert here.proposal().changes == cooling.changes
    here.lapse()
    adopted = here.proposal()
    assert here.comes(here.now) == []
    assert here.proposal() == adopted


def test_an_outage_stops_the_clock_of_a_vote() -> None:
    here = voting()
    due_at = here.proposal().due_at
    assert due_at is not None
    away = Outage(due_at - timedelta(days=2), due_at + timedelta(days=1))
    stopped = f'[["{away.since.isoformat()}", "{away.until.isoformat()}"]]'
    _set(here, community.OUTAGES, stopped)
    effects = here.comes(due_at)
    proposal = here.proposal()
    assert (proposal.state, proposal.due_at) == ("voting", due_at + timedelta(days=3))
    assert only(effects, EditCard).channel == NEWS
    here.now = due_at + timedelta(days=2)
    here.vote(ADA, "for")
    assert here.proposal().votes == ((ADA, "for"),)


def _set(here: Assembly, key: str, value: str) -> None:
    known = here.facts.settings()
    values = {**(known.values if known else {}), key: Setting(value, None, here.now)}
    here.facts.learn({SETTINGS_KEY: SettingsFact(values=values)})


def test_a_proposal_keeps_every_step_of_its_way() -> None:
    here = voting()
    for voter in PEOPLE[:5]:
        here.vote(voter, "for")
    here.lapse()
    here.lapse()
    proposal: Proposal = here.proposal()
    assert [one.state for one in proposal.changes] == ["discussion", "voting", "cooling", "adopted"]
