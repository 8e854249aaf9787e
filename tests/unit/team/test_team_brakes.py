"""Brakes: what falls upon far more people than ever is halted, once, and a person lets it go on."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.counters import CountersRoom
from bot.effects import PostCard
from bot.events import Due
from bot.facts import SETTINGS_KEY, ProposalFact, account_key, proposal_key
from bot.governing.room import GoverningRoom
from bot.ids import AccountId, CommunityId, EventId, PolicyId, ProposalId, RevisionId, TimerId, account_id, own_space
from bot.proposals import Backtest, Proposal
from bot.records import ActionsStopped, PolicyHit, TimerArmed
from bot.rooms import Ruling
from bot.settings import KeptDays, Overlay, Settings
from bot.team.brakes import LEAST, bound
from bot.team.room import TeamRoom
from tests.unit.moderation.playing import (
    NOW,
    SPACE,
    Stage,
    buttons,
    check_words,
    press,
    set_in_chat,
    somebody,
    words,
    written,
)

SPAM, TRAP = PolicyId("ours/spam"), PolicyId("ours/trap")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def person(number: int) -> AccountId:
    return account_id(SPACE, f"U-p{number}")


def stage(people: int = 200, **more: Any) -> Stage:
    overlay = Overlay(written())
    known = {account_key(person(n)): somebody(person(n), **more) for n in range(people)}
    team = TeamRoom(overlay, frozenset({TRAP}))
    return Stage(team, GoverningRoom(overlay, KeptDays()), CountersRoom(), known=known)


def hit(number: int, policy: PolicyId = SPAM, mode: str = "enforce", **more: Any) -> PolicyHit:
    usual: dict[str, Any] = {"channel": None, "message": None, "actions": ("remove", "remind"), "spans": ()}
    return PolicyHit(policy=policy, revision=RevisionId("r"), mode=mode, account=person(number), **{**usual, **more})


def halted(here: Stage) -> frozenset[str]:
    here._load(frozenset({SETTINGS_KEY}))
    return Settings(written(), here.facts.settings()).paused


def due(timer: TimerId) -> Due:
    return Due(id=EventId(f"due:{timer}"), space=own_space(CommunityId("here")), at=NOW, timer=timer, generation=1)


def fall(here: Stage, upon: range, **more: Any) -> list[Ruling]:
    return [ruling for number in upon for ruling in here.play(hit(number, **more))]


def test_ten_people_within_an_hour_are_never_too_many() -> None:
    here = stage()
    fall(here, range(10))
    assert halted(here) == frozenset()
    armed = [one for ruling in fall(here, range(10, 11)) for one in ruling.records if isinstance(one, TimerArmed)]
    assert halted(here) == {SPAM}
    assert [one.due_at for one in armed] == [NOW]
    said = here.play(due(armed[0].timer))
    (card,) = [one.card for ruling in said for one in ruling.effects if isinstance(one, PostCard)]
    assert buttons(card) == ["resume", "policy-shadow"]
    assert "11 people" in words(card)
    assert "11 personnes" in words(card, "fr")
    check_words([one for ruling in said for one in ruling.effects])
    stopped = [one for ruling in said for one in ruling.records if isinstance(one, ActionsStopped)]
    assert stopped == [ActionsStopped(policies=(SPAM,))]


def test_the_same_person_counts_once() -> None:
    here = stage()
    for _ in range(40):
        fall(here, range(5))
    assert halted(here) == frozenset()


def test_people_spread_over_the_day_are_not_too_many() -> None:
    here = stage()
    for hour in range(10):
        fall(here, range(hour * 8, hour * 8 + 8))
        here.now += HOUR
    assert halted(here) == frozenset()


def test_what_was_usual_raises_the_bound() -> None:
    here = stage()
    for hour in range(5):
        fall(here, range(hour * 8, hour * 8 + 8))
        here.now += HOUR
    here.now += DAY
    fall(here, range(100, 159))
    assert halted(here) == frozenset(), "forty on its worst day, so that 59 within an hour are still possible"
    fall(here, range(160, 163))
    assert halted(here) == {SPAM}


def adopted(worst: int, ago: timedelta, **more: Any) -> Stage:
    """A policy that was adopted so long ago, after a look at the past."""
    here = stage(**more)
    backtest = Backtest(since=NOW - 60 * DAY, until=NOW - 30 * DAY, read=900, matched=80, people=70, worst_day=worst)
    proposal = Proposal(
        id=ProposalId("7"), space=SPACE, kind="new", title="Spam", body="", policy=SPAM, opened_at=NOW - ago,
        state="adopted", since=NOW - ago, backtest=backtest,
    )  # fmt: skip
    here.stored[proposal_key(proposal.id)] = ProposalFact(proposal=proposal)
    here.stored.update(set_in_chat(**{f"decided__{SPAM}": "7"}))
    return here


def test_a_policy_without_a_past_of_its_own_is_held_to_its_backtest() -> None:
    here = adopted(40, DAY)
    fall(here, range(bound(40)))
    assert halted(here) == frozenset()
    armed = [one for ruling in fall(here, range(100, 101)) for one in ruling.records if isinstance(one, TimerArmed)]
    assert halted(here) == {SPAM}
    (card,) = [one.card for r in here.play(due(armed[0].timer)) for one in r.effects if isinstance(one, PostCard)]
    assert "60 people; on the worst day of the past that it was tried on before, they were 40" in words(card)
    assert "sur lequel elle a été essayée, 40" in words(card, "fr")


def test_a_backtest_counts_until_the_policy_has_four_weeks_of_its_own() -> None:
    here = adopted(40, 28 * DAY)
    fall(here, range(LEAST + 1))
    assert halted(here) == {SPAM}


def test_a_small_backtest_lowers_nothing_and_is_no_more_than_the_days_of_the_policy() -> None:
    here = adopted(1, DAY)
    fall(here, range(LEAST))
    assert halted(here) == frozenset()
    fall(here, range(LEAST, LEAST + 1))
    assert halted(here) == {SPAM}


def test_a_trial_says_what_is_usual_too() -> None:
    here = stage()
    fall(here, range(30), mode="shadow")
    here.now += DAY
    fall(here, range(100, 140))
    assert halted(here) == frozenset()


def test_what_happened_today_does_not_excuse_today() -> None:
    here = stage()
    fall(here, range(30), mode="shadow")
    fall(here, range(100, 111))
    assert halted(here) == {SPAM}


def test_after_four_weeks_a_bad_day_is_forgotten() -> None:
    here = stage()
    fall(here, range(60), mode="shadow")
    here.now += 29 * DAY
    fall(here, range(100, 111))
    assert halted(here) == {SPAM}


@pytest.mark.parametrize("actions", [("alert",), ("react",), ("alert", "slowmode"), ("reply",)])
def test_what_falls_upon_nobody_is_not_halted(actions: tuple[str, ...]) -> None:
    here = stage()
    fall(here, range(60), actions=actions)
    assert halted(here) == frozenset()


def test_whoever_came_today_does_not_count_so_that_a_raid_switches_nothing_off() -> None:
    here = stage(joined_at=NOW - HOUR)
    fall(here, range(150))
    assert halted(here) == frozenset()


def test_traps_that_act_on_late_news_may_fall_upon_more() -> None:
    here = stage()
    fall(here, range(30), policy=TRAP)
    assert halted(here) == frozenset()
    fall(here, range(30, 31), policy=TRAP)
    assert halted(here) == {TRAP}


def test_whoever_lets_it_go_on_is_not_asked_again_for_a_day() -> None:
    here = stage()
    fall(here, range(11))
    here.play(press(f"resume:{SPAM}"))
    assert halted(here) == frozenset()
    fall(here, range(11, 40))
    assert halted(here) == frozenset()
    here.now += DAY + HOUR
    fall(here, range(40, 110))
    assert halted(here) == {SPAM}


def test_what_a_person_let_go_on_already_is_not_told_of() -> None:
    here = stage()
    armed = [one for ruling in fall(here, range(11)) for one in ruling.records if isinstance(one, TimerArmed)]
    here.play(press(f"resume:{SPAM}"))
    assert here.play(due(armed[0].timer)) == []


def test_two_policies_are_halted_one_by_one() -> None:
    here = stage()
    fall(here, range(11))
    fall(here, range(20), policy=PolicyId("ours/other"))
    assert halted(here) == {SPAM, "ours/other"}


def test_without_brakes_nothing_is_counted() -> None:
    assert PolicyHit not in TeamRoom(Overlay(written()), brakes_on=False).hears


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_bound_grows_with_what_was_usual_and_is_never_below_the_least(one: int, other: int) -> None:
    lower, higher = sorted((one, other))
    assert LEAST <= bound(lower) <= bound(higher)
    assert bound(higher) >= higher
