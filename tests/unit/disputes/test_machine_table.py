"""The table of states, row by row: who acts, where it leads, and what silence does."""

from datetime import timedelta
from typing import get_args

import pytest

from bot.cases.lines import Penalty
from bot.cases.states import Move, State
from bot.disputes.table import TABLE
from bot.ids import CaseId
from tests.unit.disputes.casework import (
    ADA,
    BAN,
    BEN,
    CLEO,
    DAY,
    HAL,
    HOUR,
    MIA,
    MO,
    NOW,
    OZ,
    SAM,
    SUE,
    TIMEOUT,
    WARN,
    Play,
    decided,
    mediation,
    opening,
    triage,
    voting,
)


def test_the_table_has_every_state_and_leads_nowhere_else() -> None:
    assert set(TABLE) == set(get_args(State))
    assert {to for row in TABLE.values() for way in row.ways.values() for to in way.to} <= set(TABLE)
    moves = {move for row in TABLE.values() for move in row.ways} | {"open", "lapse", "archive"}
    assert moves == set(get_args(Move))


@pytest.mark.parametrize(
    ("state", "lasting"),
    [
        ("open", timedelta(hours=24)),
        ("triage", timedelta(hours=72)),
        ("waiting", timedelta(days=7)),
        ("mediation", timedelta(days=7)),
        ("settled", timedelta(days=14)),
        ("escalated", timedelta(hours=72)),
        ("voting", timedelta(hours=72)),
        ("deciding", timedelta(hours=72)),
        ("decided", timedelta(days=14)),
        ("appealed", timedelta(days=14)),
        ("closed", timedelta(days=180)),
    ],
)
def test_every_state_has_its_deadline(state: State, lasting: timedelta) -> None:
    clock = TABLE[state].clock
    assert clock is not None
    assert clock.lasting == lasting


def test_what_nobody_claims_in_a_day_is_passed_on() -> None:
    play = Play().open(opening())
    assert (play.state, play.known.due_at) == ("open", NOW + 24 * HOUR)
    assert play.silence().state == "escalated"


def test_whoever_claims_it_has_three_days_and_may_give_it_back() -> None:
    play = triage()
    assert (play.state, play.known.handler, play.known.due_at) == ("triage", MO, NOW + 72 * HOUR)
    assert play.attempt("claim", MIA) == "taken"
    assert play.attempt("claim", MO) == "not-now"
    assert play.attempt("note", MIA, text="I know them both.") is None
    assert play.do("release", MO).known.handler is None
    assert play.state == "open"
    assert play.do("claim", HAL).silence().state == "escalated"


def test_a_question_waits_for_whoever_asked_for_help_twice_at_most() -> None:
    play = triage()
    for _ in range(2):
        assert play.do("ask", MO, text="When was that?").state == "waiting"
        assert play.known.due_at == play.now + 7 * DAY
        assert play.do("answer", ADA, text="Yesterday.").state == "triage"
    assert play.attempt("ask", MO, text="And before?") == "asked-twice"
    assert play.attempt("ask", MO, text="Your side?", account=BEN) is None
    assert play.state == "triage"
    assert [note.kind for note in play.known.notes] == ["question", "answer"] * 2 + ["question"]


def test_a_question_without_an_answer_ends_in_no_further_action_that_can_be_appealed() -> None:
    play = triage().do("ask", MO, text="When was that?").silence()
    assert (play.state, play.known.outcome) == ("decided", "no_further_action")
    assert play.do("appeal", ADA, text="I was ill.").state == "appealed"


def test_only_the_opener_is_waited_for() -> None:
    play = triage().do("ask", MO, text="When was that?")
    assert play.do("answer", BEN, text="I'd say this.").state == "waiting"


def test_mediation_begins_once_both_want_it() -> None:
    play = triage()
    assert play.attempt("consent", ADA) == "not-now"
    play.do("invite", MO).do("consent", ADA)
    assert play.state == "triage"
    assert play.do("decline", BEN).known.refusals == {BEN}
    assert play.do("consent", BEN).state == "mediation"


def test_five_offers_are_enough() -> None:
    play = mediation()
    for number in range(5):
        play.do("offer", (ADA, BEN, MO)[number % 3], text=f"Offer {number}")
    assert [one.version for one in play.known.offers] == [1, 2, 3, 4, 5]
    assert play.attempt("offer", ADA, text="One more") == "five-offers"


def test_all_must_accept_the_same_version() -> None:
    play = mediation().do("offer", MO, text="We both say sorry.").do("agree", ADA, choice="1")
    play.do("offer", BEN, text="Only she does.")
    assert play.attempt("agree", ADA, choice="1") == "other-version"
    assert play.state == "mediation"
    play.do("agree", ADA, choice="2")
    assert (play.state, play.known.outcome, play.known.due_at) == ("settled", "settled", play.now + 14 * DAY)


def test_whoever_leaves_ends_it_for_both() -> None:
    play = mediation().do("leave", BEN)
    assert (play.state, play.known.handler, play.known.consents) == ("triage", MO, frozenset())


def test_silent_mediation_asks_once_and_then_ends() -> None:
    play = mediation()
    assert play.attempt("escalate", ADA) == "not-now"
    play.silence()
    assert (play.state, play.known.lapsed, play.known.due_at) == ("mediation", True, play.now + 7 * DAY)
    asked = play.copy()
    assert asked.do("escalate", ADA).state == "escalated"
    assert play.silence().state == "closed"
    assert play.known.outcome == "no_further_action"


def test_both_may_say_that_it_is_settled() -> None:
    play = mediation().silence().do("done", ADA)
    assert play.state == "mediation"
    assert play.do("done", BEN).known.outcome == "settled"
    assert play.state == "closed"


def test_what_was_agreed_is_kept_or_comes_back() -> None:
    play = mediation().do("offer", ADA, text="Peace.").do("agree", BEN, choice="1")
    kept, quiet = play.copy(), play.copy()
    assert play.do("breach", ADA, text="He did it again.").state == "triage"
    assert play.known.outcome is None
    assert kept.do("done", ADA).do("done", BEN).state == "closed"
    assert (quiet.silence().state, quiet.known.outcome) == ("closed", "settled")


def test_in_a_small_team_the_outside_contact_is_asked_and_a_week_later_there_is_no_decision() -> None:
    play = triage(Play(outside=True)).do("escalate", MO).silence()
    assert (play.log[-1].move, play.state, play.known.due_at) == ("refer", "escalated", play.now + 7 * DAY)
    assert play.known.referral is not None
    assert (play.silence().state, play.known.outcome) == ("decided", "no_decision")


def test_without_anybody_outside_there_is_no_decision_at_once() -> None:
    play = triage().do("escalate", MO).silence()
    assert (play.state, play.known.outcome) == ("decided", "no_decision")
    assert play.attempt("refer", SAM) is not None


def test_somebody_outside_decides_or_gives_advice() -> None:
    asked = triage(Play(outside=True)).do("escalate", MO).silence()
    assert asked.attempt("respond", SAM, text="Me!", choice="nothing") == "not-yours"
    nothing, measure, advice = asked.copy(), asked.copy(), asked.copy()
    assert nothing.do("respond", None, text="Let it be.", choice="nothing").known.outcome == "no_further_action"
    said = measure.do("respond", None, text="A warning.", choice="measure", penalties=(WARN,))
    assert (said.state, said.known.outcome) == ("decided", "measure")
    advice.do("respond", None, text="Ask her again.")
    assert (advice.state, advice.known.due_at) == ("escalated", advice.now + 72 * HOUR)
    assert advice.do("claim", SAM).state == "deciding"


def test_in_a_large_team_silence_draws_a_circle() -> None:
    play = triage(Play(profile="large")).do("escalate", MO).silence()
    assert play.state == "voting"
    assert play.known.circle is not None
    assert len(play.known.circle.seated) == 5


def test_only_large_teams_have_circles() -> None:
    play = triage().do("escalate", MO)
    assert play.attempt("empanel", SAM) == "no-circles"


def test_a_tie_goes_to_five_seven_nine_and_then_outside() -> None:
    play = voting(Play(profile="large", outside=True))
    for size in (5, 7, 9):
        assert play.known.circle is not None
        assert len(play.known.circle.seated) == size
        play.silence()
        if size < 9:
            assert play.state == "escalated"
            play.silence()
    assert (play.state, play.known.outcome) == ("decided", "no_decision")
    assert play.do("appeal", ADA, text="Please.").log[-1].move == "refer"


def vote(play: Play, *choices: str) -> Play:
    assert play.known.circle is not None
    for juror, choice in zip(play.known.circle.seated, choices, strict=False):
        play.do("ballot", juror, choice=choice)
    return play


def test_a_majority_goes_to_whoever_writes_it_down() -> None:
    play = vote(voting(), "measure", "measure", "nothing", "measure").silence()
    assert play.state == "deciding"
    assert play.known.circle is not None
    assert play.known.circle.tally is not None
    assert play.known.circle.ballots == ()
    assert play.do("take", SAM).attempt("dismiss", SAM) == "circle-said"
    assert play.do("decide", SAM, text="The circle says so.", penalties=(TIMEOUT,)).state == "decided"


def test_more_than_a_warning_takes_two_thirds() -> None:
    play = vote(voting(), "measure", "measure", "nothing", "nothing", "measure").silence().do("take", SUE)
    assert play.attempt("decide", SUE, text="So it is.", penalties=(TIMEOUT,)) == "two-thirds"
    assert play.attempt("decide", SUE, text="So it is.", penalties=(WARN,)) is None


def test_what_the_circle_acquits_nobody_punishes() -> None:
    play = vote(voting(), "nothing", "nothing", "nothing").silence().do("take", SUE)
    assert play.attempt("decide", SUE, text="Still.", penalties=(WARN,)) == "circle-said"
    assert play.do("decide", SUE, text="Nothing to it.").known.outcome == "no_further_action"


def test_a_circle_that_wants_talk_sends_it_back_to_be_talked_over() -> None:
    play = vote(voting(), "talk", "talk", "talk").silence().do("take", SUE)
    assert play.do("invite", SUE).state == "triage"
    assert play.known.handler == SUE
    assert play.do("consent", ADA).do("consent", BEN).state == "mediation"


def test_each_side_challenges_one_and_the_next_moves_up() -> None:
    play = voting()
    circle = play.known.circle
    assert circle is not None
    first, second, sixth = circle.drawn[0], circle.drawn[1], circle.drawn[5]
    play.do("ballot", first, choice="measure").do("challenge", BEN, account=first)
    assert play.attempt("challenge", BEN, account=second) == "already"
    changed = play.known.circle
    assert changed is not None
    assert changed.seated == (*circle.drawn[1:5], sixth)
    assert changed.ballots == ()
    assert play.attempt("ballot", first, choice="measure") == "not-yours"
    assert play.wait(25 * HOUR).attempt("challenge", ADA, account=second) == "challenge-late"


def test_a_decider_who_gives_it_back_or_lets_it_lie_never_returns() -> None:
    play = triage().do("escalate", MO).do("claim", SAM).do("recuse", SAM)
    assert play.state == "escalated"
    assert play.attempt("claim", SAM) == "barred-earlier"
    assert play.attempt("assign", OZ, account=SAM) == "not-them"
    play.do("claim", SUE).silence()
    assert (play.state, play.known.deciders) == ("escalated", (SAM, SUE))
    assert play.attempt("take", SUE) == "barred-earlier"


def test_a_fourth_time_passed_on_is_no_decision() -> None:
    play = triage().do("escalate", MO)
    play.do("claim", SAM).do("recuse", SAM).do("claim", SUE).do("recuse", SUE).do("claim", OZ)
    assert play.known.escalations == 3
    play.do("recuse", OZ)
    assert (play.state, play.known.outcome, play.known.escalations) == ("decided", "no_decision", 3)
    assert play.known.decision is not None
    assert play.known.decision.by is None


def test_whoever_handled_it_before_does_not_decide_it_after() -> None:
    play = triage(by=SAM).do("escalate", SAM)
    assert play.attempt("claim", SAM) == "barred-earlier"
    assert play.do("claim", SUE).state == "deciding"


def test_the_opener_may_withdraw_until_it_is_decided() -> None:
    for play in (Play().open(opening()), triage(), mediation(), voting(), triage().do("escalate", MO)):
        assert play.attempt("withdraw", BEN) == "not-yours"
        assert (play.do("withdraw", ADA).state, play.known.outcome) == ("closed", "withdrawn")
    assert decided().attempt("withdraw", ADA) == "not-now"


def test_whoever_reported_alone_may_take_it_back_before_anybody_looked() -> None:
    play = Play().open(opening("report"))
    joined = play.copy().do("join", ADA)
    assert joined.attempt("withdraw", CLEO) == "not-yours"
    assert play.do("withdraw", CLEO).state == "closed"
    assert triage(what=opening("report")).attempt("withdraw", CLEO) == "not-yours"


def test_two_cases_become_one() -> None:
    play = triage()
    assert play.attempt("merge", MO, case=play.known.id) == "no-other-case"
    assert play.do("merge", MO, case=CaseId("11")).known.outcome == "merged"
    assert play.known.links == (CaseId("11"),)
    assert play.attempt("reopen", SUE, text="New.") == "reopened"


def test_it_is_reopened_once_on_something_new_by_somebody_else() -> None:
    play = decided().silence()
    assert play.attempt("reopen", SAM, text="A witness.") == "barred-earlier"
    assert play.attempt("reopen", SUE, text="A witness.", account=SAM) == "another-handler"
    assert play.attempt("reopen", SUE) == "something-new-needed"
    play.do("reopen", SUE, text="A witness.")
    assert (play.state, play.known.handler, play.known.outcome) == ("triage", SUE, None)
    play.do("dismiss", SUE).silence()
    assert play.attempt("reopen", OZ, text="One more.") == "reopened"


def test_after_half_a_year_nothing_is_reopened() -> None:
    play = decided().silence()
    play.wait(181 * DAY)
    assert play.attempt("reopen", SUE, text="A witness.") == "too-late"
    assert play.do("lapse", None).log[-1].move == "archive"
    assert (play.state, play.known.due_at) == ("archived", None)


def test_what_holds_meanwhile_holds_three_days_in_all() -> None:
    play = triage()
    assert play.attempt("restrain", MO, text="Now.", penalties=(BAN,)) == "not-meanwhile"
    assert play.attempt("restrain", MO, penalties=(TIMEOUT,)) == "reasons-needed"
    play.do("restrain", MO, text="To calm down.", penalties=(Penalty(name="quarantine"),))
    assert play.known.restrained_until == NOW + 72 * HOUR
    assert play.known.restraint[0].seconds == 72 * 3_600
    play.wait(40 * HOUR).do("restrain", MO, text="Once more.", penalties=(TIMEOUT,), until=play.now + 72 * HOUR)
    assert play.known.restrained_until == NOW + 72 * HOUR
    assert play.do("restrain", MO, choice="lift").known.restraint == ()
    assert play.wait(33 * HOUR).attempt("restrain", MO, text="Again.", penalties=(TIMEOUT,)) == "held-long-enough"


def test_no_contact_can_hold_meanwhile() -> None:
    play = triage().do("restrain", MO, text="Leave each other alone.", choice="no_contact")
    assert (play.known.no_contact, play.known.restraint) == (True, ())
    assert play.do("dismiss", MO).known.no_contact is False
