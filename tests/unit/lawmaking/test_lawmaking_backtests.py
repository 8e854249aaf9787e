"""What a proposal would have done with the past: said once, in sums for everybody, with a way there for the team."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import codec
from bot.commands import ReportBacktest
from bot.effects import EditCard, Effect, PostCard, ReplyPrivately
from bot.facts import PROPOSALS_KEY
from bot.ids import CommunityId, EventId, MessageId, ProposalId, own_space
from bot.lawmaking import cards
from bot.proposals import Backtest
from bot.views import Card, Passage, Phrase
from tests.unit.lawmaking.assembly import CATS, PEOPLE, Assembly
from tests.unit.moderation.playing import GENERAL, KWAME, NEWS, NOW, TEAM, all_of, check_words, command, only, words

ADA, *OTHERS = PEOPLE
DAYS = timedelta(days=30)
EXAMPLE = MessageId(f"{GENERAL}/17")
AWAITED = "I am reading back"


def found(**more: Any) -> Backtest:
    numbers = {"read": 8410, "matched": 12, "people": 5, "worst_hour": 2, "worst_day": 3}
    return Backtest(since=NOW - DAYS, until=NOW, **{**numbers, **more})


def report(backtest: Backtest, number: int = 1, **more: Any) -> ReportBacktest:
    space = own_space(CommunityId("here"))
    name = ProposalId(str(number))
    return ReportBacktest(
        id=EventId("backtest"), space=space, at=NOW, caller=None, proposal=name, found=backtest, **more
    )


def proposed(**more: str) -> Assembly:
    here = Assembly()
    here.propose(**more)
    return here


def shown(effects: list[Effect]) -> str:
    edited = only(effects, EditCard)
    check_words(effects)
    return words(edited.card)


def test_everybody_reads_that_the_past_is_being_read_and_then_what_came_of_it() -> None:
    here = Assembly()
    posted = only(here.propose(), PostCard)
    assert AWAITED in words(posted.card)
    said = shown(here.effects(report(found())))
    assert "In the 30 days before it was proposed, it would have matched 12 of 8,410 messages, by 5 people." in said
    assert AWAITED not in said
    assert here.proposal().backtest == found()


def test_the_team_alone_reads_where_it_stands_and_how_the_worst_day_was() -> None:
    here = proposed()
    effects = here.effects(report(found(matched=2, people=1), examples=((GENERAL, EXAMPLE),)))
    told = only(effects, PostCard)
    assert told.channel == TEAM
    assert "by one person" in words(told.card)
    assert "it would have reached 3 people, and within an hour 2 at most" in words(told.card)
    passages = [one for text in told.card.body if isinstance(text, Phrase) for _, one in text.arguments]
    assert Passage(GENERAL, EXAMPLE) in passages
    edited = only(effects, EditCard)
    assert edited.channel == NEWS
    assert "Passage" not in str(edited.card)
    assert str(EXAMPLE) not in codec.dump_proposal(here.proposal())


@given(
    matched=st.integers(0, 40),
    people=st.integers(0, 40),
    read=st.integers(1, 10_000),
)
def test_few_are_no_number_where_everybody_reads(matched: int, people: int, read: int) -> None:
    backtest = found(read=read + matched, matched=matched, people=min(people, matched))
    said = cards.backtest(backtest, "new")
    given_ = dict(said.arguments)
    text = words(Card(body=(said,)))
    if given_["amount"] in ("few", "none"):
        assert matched < 5
    elif given_["amount"] == "few_people":
        assert backtest.people < 5 <= matched
    else:
        assert backtest.people >= 5
    assert ("fewer than five" in text) == (0 < matched < 5 or (matched >= 5 and backtest.people < 5))


@pytest.mark.parametrize(("mode", "wanted"), [("enforce", True), ("shadow", False), ("off", False)])
def test_how_far_a_policy_goes_is_tried_on_the_past_where_it_is_to_act(mode: str, wanted: bool) -> None:
    here = Assembly(live="off" if mode != "off" else "enforce")
    posted = only(here.effects(here.form("proposal-mode", ADA, policy=CATS, mode=mode, why="It is time.")), PostCard)
    assert here.proposal().wants_backtest is wanted
    assert (AWAITED in words(posted.card)) is wanted


def test_where_nothing_can_be_read_that_is_said_plainly_as_long_as_it_is_talked_over() -> None:
    here = proposed()
    effects = here.effects(report(Backtest(since=NOW, until=NOW)))
    assert "No past could be read here; it is tried silently from now on." in shown(effects)
    assert all_of(effects, PostCard) == []
    later = only(here.lapse(), PostCard)
    assert "No past" not in words(later.card)
    assert AWAITED not in words(later.card)


def test_it_is_said_once_and_not_once_talking_is_over() -> None:
    here = proposed()
    assert here.effects(report(found()))
    assert here.effects(report(found(matched=99))) == []
    assert here.proposal().backtest == found()
    late = proposed()
    late.lapse()
    assert late.effects(report(found())) == []
    taken_back = proposed()
    taken_back.press("proposal-withdraw:1", ADA)
    assert taken_back.effects(report(found())) == []
    assert proposed().effects(report(found(), number=7)) == []


def test_decisions_tell_the_sum_of_what_was_adopted() -> None:
    here = proposed()
    here.effects(report(found()))
    here.lapse()
    here.decide("proposal-adopt", "Yes.")
    assert here.proposal().backtest == found()
    here.list_them(1)
    assert PROPOSALS_KEY in here.stored
    card = only(here.effects(command("decisions", KWAME)), ReplyPrivately).card
    assert "matched 12 of 8,410 messages, by 5 people" in words(card)
