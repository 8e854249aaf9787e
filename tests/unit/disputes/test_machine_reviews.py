"""Decisions that are looked at afresh: by whom, with what result, and what silence does."""

import pytest

from bot.cases.states import Move
from tests.unit.disputes.casework import (
    ADA,
    BAN,
    BEN,
    DAY,
    HOUR,
    HOURS_OFF,
    MO,
    OZ,
    SAM,
    SUE,
    TIMEOUT,
    Play,
    decided,
)


def test_both_may_be_content() -> None:
    play = decided()
    assert play.do("waive", BEN).state == "decided"
    assert play.do("waive", ADA).state == "closed"
    assert decided().silence().state == "closed"


@pytest.mark.parametrize(("move", "outcome"), [("uphold", "measure"), ("overturn", "overturned")])
def test_fresh_eyes_keep_it_or_lift_it(move: Move, outcome: str) -> None:
    play = decided().do("appeal", BEN, text="That was not me.").do("take", SUE)
    assert play.attempt(move, SUE) == "reasons-needed"
    assert play.do(move, SUE, text="I looked.").state == "closed"
    assert play.known.outcome == outcome


def test_fresh_eyes_make_it_milder_and_never_the_same() -> None:
    play = decided().do("appeal", BEN, text="So long?").do("take", SUE)
    assert play.attempt("soften", SUE, text="Well.", penalties=(TIMEOUT,)) == "milder"
    assert play.attempt("soften", SUE, text="Well.", penalties=(BAN,)) == "milder"
    play.do("soften", SUE, text="Well.", penalties=(HOURS_OFF,))
    assert play.known.decision is not None
    assert (play.state, play.known.decision.penalties) == ("closed", (HOURS_OFF,))


def test_it_is_sent_back_once() -> None:
    play = decided().do("appeal", BEN, text="Ask the others.").do("remit", SUE, text="Nobody asked them.")
    assert (play.state, play.known.remitted) == ("escalated", True)
    assert play.attempt("claim", SUE) == "barred-earlier"
    play.do("claim", OZ)
    assert play.attempt("decide", OZ, text="Worse.", penalties=(BAN,)) == "never-worse"
    play.do("decide", OZ, text="As before.", penalties=(TIMEOUT,)).do("appeal", BEN, text="Again.")
    assert play.managers() == ()


def test_an_appeal_that_nobody_looks_at_lifts_what_was_decided() -> None:
    play = decided().do("appeal", BEN, text="No.").silence()
    assert (play.state, play.known.outcome) == ("closed", "no_decision")


def test_a_ban_goes_outside_and_stands_two_weeks_later() -> None:
    play = decided(BAN, Play(outside=True)).do("appeal", BEN, text="No.").silence()
    assert [line.move for line in play.log[-2:]] == ["lapse", "refer"]
    assert (play.state, play.known.due_at) == ("appealed", play.now + 14 * DAY)
    assert (play.silence().state, play.known.outcome) == ("closed", "measure")


def test_somebody_outside_may_lift_the_ban() -> None:
    play = decided(BAN, Play(outside=True)).do("appeal", BEN, text="No.").silence()
    play.do("respond", None, text="Not fair.", choice="overturn", account=OZ)
    assert (play.state, play.known.outcome, play.log[-1].account) == ("closed", "overturned", OZ)


def test_an_appeal_by_the_other_side_takes_nothing_from_the_one_who_bears_it() -> None:
    play = decided().do("appeal", ADA, text="Too little.")
    assert play.attempt("overturn", SUE, text="No.") == "never-worse"
    quiet = play.copy().silence()
    assert (quiet.state, quiet.known.outcome) == ("closed", "measure")
    assert play.do("remit", SUE, text="Think again.").do("claim", OZ).state == "deciding"
    assert play.attempt("decide", OZ, text="More.", penalties=(BAN,)) is None


def test_with_nobody_fresh_the_outside_contact_is_asked_at_once() -> None:
    play = decided(play=Play(outside=True, team=(MO, SAM))).do("appeal", BEN, text="No.")
    assert [line.move for line in play.log[-2:]] == ["appeal", "refer"]


def test_with_nobody_at_all_whoever_decided_looks_again_after_two_nights() -> None:
    play = decided(play=Play(team=(MO, SAM))).do("appeal", BEN, text="No.")
    assert play.attempt("take", MO) == "barred-earlier"
    assert play.attempt("take", SAM) == "sleep-on-it"
    assert play.wait(48 * HOUR).attempt("uphold", SAM, text="I was right.") == "unclaimed"
    play.do("take", SAM)
    assert (play.log[-1].choice, play.known.second_looks) == ("second_look", frozenset({SAM}))
    assert play.do("overturn", SAM, text="I was wrong.").known.outcome == "overturned"


def test_with_somebody_fresh_nobody_looks_at_their_own_decision() -> None:
    play = decided().do("appeal", BEN, text="No.").wait(49 * HOUR)
    assert play.attempt("take", SAM) == "barred-earlier"
    large = decided(play=Play(profile="large", team=(MO, SAM))).do("appeal", BEN, text="No.").wait(49 * HOUR)
    assert large.attempt("take", SAM) == "barred-earlier"


def test_whoever_took_an_appeal_may_make_room() -> None:
    play = decided().do("appeal", BEN, text="No.").do("take", SUE)
    assert play.attempt("uphold", OZ, text="Fine.") == "taken"
    assert play.do("recuse", SUE).attempt("take", SUE) == "barred-earlier"
    assert play.do("uphold", OZ, text="Fine.").state == "closed"
