"""Who may do what, and what is different from one kind of case to another."""

from dataclasses import replace
from typing import get_args

import pytest

from bot.cases.states import Kind
from bot.disputes import machine
from tests.unit.disputes.casework import (
    ADA,
    BAN,
    BEN,
    BEN_TOO,
    CLEO,
    HAL,
    HOUR,
    HOURS_OFF,
    MIA,
    MO,
    NOW,
    REMIND,
    SAM,
    SUE,
    TIMEOUT,
    WARN,
    Play,
    decided,
    opening,
    triage,
)


def test_levels_say_what_a_manager_may_do() -> None:
    play = triage(by=HAL)
    assert play.attempt("dismiss", HAL) == "level"
    assert play.attempt("decide", HAL, text="Please.", penalties=(HOURS_OFF,)) == "level"
    assert play.copy().attempt("decide", HAL, text="Please.", penalties=(REMIND,)) is None
    report = triage(what=opening("report"))
    assert report.attempt("decide", MO, text="Spam.", penalties=(BAN,)) == "level"
    assert report.attempt("decide", MO, text="Spam.", penalties=(TIMEOUT,)) is None
    assert triage(what=opening("report"), by=SAM).attempt("decide", SAM, text="Spam.", penalties=(BAN,)) is None
    assert triage().do("escalate", MO).attempt("claim", MIA) == "level"


def test_between_two_people_more_than_a_timeout_is_passed_on_first() -> None:
    assert triage(by=SAM).attempt("decide", SAM, text="Out.", penalties=(BAN,)) == "pass-it-on"
    assert decided(BAN).known.outcome == "measure"


def test_who_is_concerned_handles_nothing_with_whichever_account() -> None:
    play = Play().open(replace(opening(), respondent=SAM))
    assert play.attempt("claim", SAM) == "barred-party"
    assert play.do("answer", SAM, text="My side.").state == "open"


def test_a_party_acts_with_any_account_and_counts_once() -> None:
    play = triage().do("invite", MO).do("consent", BEN_TOO)
    assert play.known.consents == {BEN}
    assert play.attempt("consent", BEN) == "already"


def test_a_report_has_no_second_party() -> None:
    play = triage(what=opening("report"))
    assert play.known.parties == (BEN,)
    assert play.attempt("invite", MO) == "nobody-to-talk-to"
    assert play.attempt("appeal", CLEO) == "not-now"
    assert play.do("ask", MO, text="Was that you?").state == "triage"
    assert play.do("dismiss", MO).attempt("appeal", CLEO, text="Hm.") == "not-yours"


def test_a_measure_is_opened_and_decided_in_one_breath() -> None:
    play = Play().open(opening("measure"), penalties=(WARN,), text="Spam.")
    assert [line.move for line in play.log] == ["open", "decide"]
    assert (play.state, play.known.parties) == ("decided", (BEN,))
    assert play.do("appeal", BEN, text="No spam.").attempt("take", SAM) == "barred-earlier"
    refused = Play()
    assert refused.attempt("open", SAM, opening=opening("measure"), penalties=(WARN,)) == "reasons-needed"
    assert refused.case is None


def test_a_measure_can_be_decided_a_breath_later() -> None:
    play = Play().open(opening("measure"))
    assert play.attempt("decide", SUE, text="Spam.", penalties=(WARN,)) == "not-yours"
    assert play.do("decide", SAM, text="Spam.", penalties=(WARN,)).state == "decided"


def test_what_was_done_by_hand_is_only_written_down() -> None:
    done = replace(opening("measure", door="hand"), opener=None)
    play = Play().do("open", None, opening=done, penalties=(BAN,))
    assert (play.state, play.known.outcome) == ("decided", "measure")
    old = Play().do("open", None, opening=replace(done, door="import"), penalties=(BAN,))
    assert old.state == "closed"


def test_an_automatic_decision_is_looked_at_and_undone_or_stays() -> None:
    play = triage(what=opening("review"))
    assert play.attempt("decide", MO, text="Worse.", penalties=(WARN,)) == "nobody"
    undone = play.copy().do("decide", MO, text="Our mistake.", outcome="overturned")
    assert undone.known.outcome == "overturned"
    play.do("decide", MO, text="It was spam.").do("appeal", ADA, text="No.")
    assert play.do("overturn", SUE, text="It was not.").known.outcome == "overturned"


def test_a_talk_goes_back_and_forth_and_blames_nobody() -> None:
    play = triage(what=opening("talk")).do("carry", MO, account=ADA, text="Hello.").do("answer", ADA, text="Hi.")
    assert play.do("carry", MO, account=ADA, text="How can we help?").state == "triage"
    assert play.attempt("decide", MO, text="Hm.", penalties=(WARN,)) == "nobody"
    assert play.do("dismiss", MO).do("waive", ADA).state == "closed"


def test_a_crowd_is_one_case() -> None:
    play = triage(what=opening("raid"))
    assert play.do("decide", MO, text="All of it was a raid.", outcome="measure").known.outcome == "measure"


@pytest.mark.parametrize("kind", get_args(Kind))
def test_nobody_opens_a_case_about_themselves(kind: Kind) -> None:
    if opening(kind).opener is not None and kind in ("dispute", "measure"):
        own = replace(opening(kind), respondent=opening(kind).opener)
        assert Play().attempt("open", own.opener, opening=own) == "yourself"
    assert Play().attempt("open", ADA) == "nothing-to-open"
    assert Play().attempt("claim", MO) == "not-now"


def test_notices_come_ahead_once() -> None:
    play = triage()
    assert machine.notice_at(play.known, play.given()) == NOW + 48 * HOUR
    play.do("remind", None)
    assert machine.notice_at(play.known, play.given()) is None
    assert machine.notice_at(decided().known, decided().given()) is None


def test_a_survey_is_answered_once_by_those_concerned() -> None:
    play = decided().silence()
    assert play.attempt("survey", MO, choice="yes") == "not-yours"
    assert play.do("survey", BEN, choice="yes").attempt("survey", BEN, choice="no") == "already"
