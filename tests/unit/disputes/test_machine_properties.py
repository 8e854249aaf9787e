"""The properties that hold for every case, each named by its number.

Of the twenty, those that need no database; what random people do is in `test_machine_random`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cases.case import Circle
from bot.cases.folding import OUTAGE
from bot.cases.lines import Penalty, PenaltyName
from bot.cases.states import Concern, Move, State
from bot.commands import Level
from bot.disputes import circle, machine
from bot.disputes.act import Act, Refusal
from bot.disputes.moving.ready import NEVER_TALKED_OVER
from bot.facts import Elector
from bot.hours import Outage
from bot.ids import AccountId, MemberId, PolicyId, RevisionId
from bot.measures import penalties
from bot.views import Phrase
from tests.unit.disputes.casework import (
    ADA,
    BAN,
    BEN,
    CLEO,
    DAY,
    DEE,
    ELECTORS,
    MIA,
    MO,
    NOW,
    OZ,
    SAM,
    SUE,
    TEAM,
    TIMEOUT,
    WARN,
    Play,
    decided,
    mediation,
    opening,
    person,
    triage,
    voting,
)
from tests.unit.disputes.crowd import MOVES, PARTY_MOVES, PEOPLE, STATES, content, somewhere


@given(state=st.sampled_from(STATES), move=st.sampled_from(MOVES), by=st.sampled_from((*PEOPLE, None)))
@settings(max_examples=150, derandomize=True)
def test_property_01_every_move_in_every_state_moves_or_refuses(state: State, move: Move, by: AccountId | None) -> None:
    play = somewhere(state)
    said = machine.advance(play.case, Act(move=move, by=by), play.given(by))
    assert isinstance(said, Refusal) or said
    assert isinstance(machine.advance(None, Act(move=move, by=by), play.given(by)), Refusal)


@pytest.mark.parametrize("state", [state for state in STATES if state != "archived"])
def test_property_05_a_deadline_that_comes_twice_acts_once(state: State) -> None:
    play = somewhere(state)
    assert play.known.due_at is not None
    play.now = play.known.due_at - timedelta(seconds=1)
    assert play.attempt("lapse", None) == "too-early"
    play.silence()
    logged = len(play.log)
    assert play.attempt("lapse", None) == "too-early"
    assert len(play.log) == logged


def test_property_05_a_deadline_that_comes_late_counts_from_then_on() -> None:
    play = triage()
    play.wait(30 * DAY).do("lapse", None)
    assert (play.state, play.known.due_at) == ("escalated", play.now + timedelta(hours=72))


@pytest.mark.parametrize("state", [state for state in STATES if state not in ("closed", "archived")])
def test_property_04_an_outage_stops_the_clock_of_every_state(state: State) -> None:
    play = somewhere(state)
    before = play.known.due_at
    assert before is not None
    down = Outage(play.now + timedelta(hours=1), play.now + timedelta(hours=1) + 3 * DAY)
    play.outages = (down,)
    play.now = max(before, down.until)
    assert play.do("lapse", None).log[-1].choice == OUTAGE
    assert (play.state, play.known.due_at) == (state, before + 3 * DAY)
    assert play.silence().log[-1].choice != OUTAGE


def test_property_07_two_managers_claim_and_the_second_hears_who_was_first() -> None:
    first = Play().open(opening())
    second = first.copy()
    first.do("claim", MO)
    second.case = first.case
    assert second.attempt("claim", SAM) == "taken"
    assert second.attempt("claim", ADA) == "not-now"
    appealed = decided().do("appeal", BEN, text="No.").do("take", SUE)
    assert appealed.attempt("take", OZ) == "taken"


@given(party=st.sampled_from(TEAM), state=st.sampled_from(STATES), as_reporter=st.booleans())
@settings(max_examples=150, derandomize=True)
def test_property_08_no_manager_handles_what_concerns_them(party: AccountId, state: State, as_reporter: bool) -> None:
    """Whatever their level, in whatever state: nothing but what a party or a reporter can do is possible to them."""
    play = somewhere(state)
    if as_reporter:
        play.case = replace(play.known, reporters=(*play.known.reporters, party))
    else:
        play.case = replace(play.known, opening=replace(play.known.opening, respondent=party))
    unaware = replace(play.given(party), conflict=None, level=Level.OWNER)
    for given_ in (unaware, play.given(party)):
        assert machine.possible(play.known, given_) <= PARTY_MOVES


@pytest.mark.parametrize("state", STATES)
def test_property_08_whoever_is_barred_handles_nothing(state: State) -> None:
    play = somewhere(state)
    barred = replace(play.given(OZ), conflict=Phrase("machine-barred-quarrel"))
    assert machine.possible(play.known, barred) <= {"join"}


def test_property_10_an_empty_electorate_never_decides() -> None:
    for electors in ((), ELECTORS[:4]):
        play = triage(Play(profile="large", electors=electors)).do("escalate", MO)
        assert play.attempt("empanel", SAM) == "too-few"
        assert (play.silence().state, play.known.outcome) == ("decided", "no_decision")
    asked = triage(Play(profile="large", electors=(), outside=True)).do("escalate", MO).silence()
    assert (asked.state, asked.log[-1].move) == ("escalated", "refer")


@given(choices=st.lists(st.sampled_from(("come", "away")), max_size=40))
@settings(max_examples=60, derandomize=True)
def test_property_10_whoever_is_left_of_a_circle_never_decides_for_the_rest(choices: list[str]) -> None:
    play = voting()
    for choice in choices:
        circle_ = play.known.circle
        assert circle_ is not None
        if choice == "away" and circle_.seated:
            play.do("seat", circle_.seated[0], choice="away")
    left = play.known.circle
    assert left is not None
    for juror in left.seated:
        play.do("ballot", juror, choice="measure")
    assert (play.silence().state == "deciding") == (len(left.seated) * 2 > left.size)


def ballots(choices: Sequence[str], size: int = 9) -> Circle:
    seated = tuple(one.account for one in ELECTORS[:size])
    said = tuple((juror, choice) for juror, choice in zip(seated, choices, strict=False) if choice != "")
    return Circle(seed=1, size=size, electorate=seated, drawn=seated, seated=seated, ballots=said)


@given(choices=st.lists(st.sampled_from(("measure", "nothing", "talk", "abstain", "")), min_size=9, max_size=9))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_property_11_two_seats_of_one_person_are_one_seat_and_one_ballot(choices: list[str]) -> None:
    """That of the earlier seat, or the other one where it has none; the quorum is counted without the later one."""
    both = ballots(choices)
    first, later = both.seated[2], both.seated[5]
    said = circle.tally(both, {later: first})
    alone = [*choices[:2], choices[2] or choices[5], *choices[3:5], *choices[6:]]
    expected = ballots(alone, 8)
    assert said == circle.tally(replace(expected, size=9))


CHOICE = st.sampled_from(("measure", "nothing", "talk", "abstain", ""))


@given(choices=st.lists(CHOICE, min_size=9, max_size=9), which=st.integers(0, 8))
@settings(max_examples=300, derandomize=True)
def test_property_12_an_abstention_never_turns_fail_into_pass(choices: list[str], which: int) -> None:
    """Neither in place of silence nor in place of a vote for it: quorum and majority are counted without it."""
    before = circle.tally(ballots(choices))
    instead = [*choices[:which], "abstain", *choices[which + 1 :]]
    then = circle.tally(ballots(instead))
    if choices[which] in ("", "abstain"):
        assert then.result == before.result
        assert circle.two_thirds(then) == circle.two_thirds(before)
    elif choices[which] == "measure":
        assert not (then.result == "measure" and before.result != "measure")
    if before.result == "measure":
        assert before.measure > before.nothing + before.talk
        assert 2 * (before.measure + before.nothing + before.talk) > before.seated


def test_property_12_two_thirds_are_two_thirds() -> None:
    assert circle.two_thirds(circle.tally(ballots(["measure"] * 4 + ["nothing", "talk", "abstain"])))
    assert not circle.two_thirds(circle.tally(ballots(["measure"] * 5 + ["nothing"] * 3)))
    assert not circle.two_thirds(circle.tally(ballots(["abstain"] * 9)))


ELECTOR = st.builds(
    Elector,
    account=st.integers(0, 400).map(lambda one: person(f"member{one}")),
    member=st.just(MemberId("")),
    member_since=st.sampled_from((NOW - 10 * DAY, NOW - 40 * DAY)),
    messages=st.sampled_from((0, 30)),
    willing=st.booleans(),
    party=st.booleans(),
    sanctioned_at=st.sampled_from((None, NOW - 10 * DAY, NOW - 100 * DAY)),
)


@given(others=st.lists(ELECTOR, max_size=12, unique_by=lambda one: one.account), seed=st.integers(0, 2**63))
@settings(max_examples=150, derandomize=True)
def test_property_13_a_draw_comes_out_again_and_nobody_ineligible_moves_it(others: list[Elector], seed: int) -> None:
    """Whoever may not sit could be there or not: the order of the others stays the same."""
    people = [one._replace(member=MemberId(one.account)) for one in others]
    everybody = circle.eligible((*ELECTORS, *people), (), NOW)
    only = circle.eligible([one for one in (*ELECTORS, *people) if one.account in everybody], (), NOW)
    assert everybody == only
    drawn = circle.draw(seed, everybody, 5)
    assert drawn == circle.draw(seed, tuple(reversed(only)), 5)
    assert circle.drawn_again(drawn)
    assert not circle.drawn_again(replace(drawn, drawn=drawn.drawn[1:] + drawn.drawn[:1]))
    fewer = circle.draw(seed, everybody[1:], 5)
    assert fewer.drawn == tuple(one for one in drawn.drawn if one != everybody[0])


@pytest.mark.parametrize("penalty", [(WARN,), (TIMEOUT,), (BAN,)])
def test_property_14_nothing_is_felt_without_reasons(penalty: tuple[Penalty, ...]) -> None:
    play = triage().do("escalate", MO).do("claim", SAM)
    assert play.attempt("decide", SAM, penalties=penalty, text="  ") == "reasons-needed"
    assert play.attempt("decide", SAM, text="") == "reasons-needed"
    assert play.attempt("restrain", MIA, penalties=(TIMEOUT,)) == "reasons-needed"
    named = ((PolicyId("chat/kind"), RevisionId("r1")),)
    assert play.do("decide", SAM, penalties=penalty, policies=named).known.decision is not None


def test_property_16_a_rule_that_is_gone_carries_no_measure_but_another_one_or_own_reasons_do() -> None:
    play = triage()
    gone = replace(play.given(MO), gone=True)
    decide = Act(move="decide", by=MO, penalties=(WARN,))
    assert machine.advance(play.case, decide, gone) == Refusal(Phrase("machine-refused-rule-gone"))
    named = ((PolicyId("chat/kind"), RevisionId("r1")),)
    for act in (replace(decide, text="three times now"), replace(decide, policies=named)):
        assert not isinstance(machine.advance(play.case, act, gone), Refusal)
    nothing = machine.advance(play.case, replace(decide, penalties=()), gone)
    assert nothing == Refusal(Phrase("machine-refused-reasons-needed"))


def test_property_17_what_is_overturned_leaves_nothing_that_is_decided() -> None:
    play = decided().do("appeal", BEN, text="No.").do("overturn", SUE, text="It was us.")
    line = play.log[-1]
    assert (line.outcome, line.penalties, play.known.outcome) == ("overturned", (), "overturned")


PENALTY = st.builds(
    Penalty,
    name=st.sampled_from(get_args(PenaltyName)),
    seconds=st.sampled_from((None, 60, 3_600, 86_400)),
)


@given(old=st.lists(PENALTY, min_size=1, max_size=3), new=st.lists(PENALTY, min_size=1, max_size=3))
@settings(max_examples=150, derandomize=True)
def test_property_18_nobody_comes_off_worse_for_their_own_appeal(old: list[Penalty], new: list[Penalty]) -> None:
    """Whatever is put in its place at once, or once it was sent back."""
    play = triage().do("escalate", MO).do("claim", SAM).do("decide", SAM, text="So.", penalties=tuple(old))
    play.do("appeal", BEN, text="No.")
    again = play.copy().do("remit", SUE, text="Once more.").do("claim", OZ)
    softened = play.attempt("soften", SUE, text="Less.", penalties=tuple(new)) is None
    redone = again.attempt("decide", OZ, text="So.", penalties=tuple(new)) is None
    assert softened <= (not penalties.harsher(new, old) and penalties.harsher(old, new))
    assert redone == (not penalties.harsher(new, old))
    assert not (penalties.harsher(new, old) and sorted(map(str, new)) == sorted(map(str, old)))


@given(seed=st.integers(0, 10**9))
@settings(max_examples=40, derandomize=True)
def test_property_19_who_reported_changes_nothing_but_their_own_name(seed: int) -> None:
    """The same moves on the same report, whoever made it: every line is the same, but for who reported."""
    stories = [Play().do("open", who, opening=replace(opening("report"), reporter=who)) for who in (CLEO, DEE)]
    dice = Random(seed)
    for _ in range(15):
        ways = [sorted(machine.possible(one.known, one.given(by))) for one in stories for by in (MO, SAM, BEN)]
        assert ways[:3] == ways[3:]
        by = dice.choice((MO, SAM, BEN))
        note: Move = "note"
        move = dice.choice(sorted(machine.possible(stories[0].known, stories[0].given(by))) or [note])
        said = content(move, stories[0], dice.choice)
        assert len({one.attempt(move, by, **said) for one in stories}) == 1
    first, other = ([replace(line, opening=None) for line in one.log] for one in stories)
    assert first == other
    assert replace(stories[0].known, opening=opening(), reporters=()) == replace(
        stories[1].known, opening=opening(), reporters=()
    )


@pytest.mark.parametrize("concern", get_args(Concern))
def test_property_20_some_things_are_never_talked_over(concern: Concern) -> None:
    refused = triage(what=opening(concern=concern)).attempt("invite", MO)
    assert refused == ("never-talked-over" if concern in NEVER_TALKED_OVER else None)
    assert {"harassment", "threat", "sexual", "minor"} == NEVER_TALKED_OVER


def test_property_20_a_yes_to_the_first_offer_is_none_to_the_second() -> None:
    play = mediation().do("offer", MO, text="One.").do("agree", ADA, choice="1").do("offer", MO, text="Two.")
    play.do("agree", BEN, choice="2")
    assert play.state == "mediation"
    assert play.do("leave", ADA).known.consents == frozenset()
    assert play.attempt("agree", ADA, choice="2") == "not-now"
