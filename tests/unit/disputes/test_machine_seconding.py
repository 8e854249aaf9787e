"""What one person alone does not decide: it waits, another agrees or does not, and it is looked at once more."""

from dataclasses import replace
from typing import Any

import pytest

from bot.cases.folding import after
from bot.cases.lines import Penalty, PenaltyName
from bot.cases.states import Move
from bot.disputes import machine
from bot.disputes.act import Act, Refusal
from bot.ids import AccountId
from bot.measures import together
from bot.views import Phrase
from tests.unit.disputes.casework import ADA, BAN, BEN, DAY, MO, OZ, REMIND, SAM, SUE, TIMEOUT, WARN, Play, opening

WORDS: dict[str, Any] = {"text": "Threats."}
BANNED = {**WORDS, "penalties": (BAN,)}
ASKED = {**BANNED, "choice": "decide"}


def reported(by: AccountId = SAM) -> Play:
    return Play(two=True).open(opening("report")).do("claim", by)


def test_a_ban_waits_for_another_and_both_names_stand_in_the_log() -> None:
    play = reported()
    assert play.attempt("decide", SAM, **BANNED) == "measure-two-for-bans"
    play.do("propose", SAM, **ASKED)
    assert (play.state, play.known.pending and play.known.pending.penalties) == ("triage", (BAN,))
    assert play.attempt("decide", SAM, **BANNED) == "measure-two-for-bans"
    play.do("second", SUE, choice="yes").do("decide", SAM, **BANNED)
    decision = play.known.decision
    assert decision is not None
    assert (decision.by, decision.agreed, play.known.pending) == (SAM, SUE, None)
    assert [(line.move, line.by) for line in play.log[-3:]] == [("propose", SAM), ("second", SUE), ("decide", SAM)]


def test_what_another_agreed_to_is_that_and_nothing_else() -> None:
    play = reported().do("propose", SAM, **ASKED).do("second", SUE, choice="yes")
    for other in ((BAN, WARN), (Penalty(name="ban", seconds=60),)):
        assert play.attempt("decide", SAM, **{**BANNED, "penalties": other}) == "measure-two-for-bans"


@pytest.mark.parametrize(("by", "why"), [(SAM, "oneself"), (MO, "oneself"), (BEN, "not-yours"), (ADA, "not-yours")])
def test_who_cannot_agree_is_told_why(by: AccountId, why: str) -> None:
    play = reported().do("propose", SAM, **ASKED)
    assert (play.attempt("second", by, choice="yes") or "").endswith(why)
    assert play.known.pending is not None


def test_whoever_reported_it_or_is_barred_cannot_agree() -> None:
    play = reported().do("propose", SAM, **ASKED)
    play.case = replace(play.known, reporters=(*play.known.reporters, SUE))
    assert play.attempt("second", SUE, choice="yes") == "barred-party"


def test_two_agree_and_the_second_hears_that_it_is_gone() -> None:
    play = reported().do("propose", SAM, **ASKED)
    play.do("second", SUE, choice="yes").do("decide", SAM, **BANNED)
    assert play.attempt("second", OZ, choice="yes") == "not-now"
    again = reported().do("propose", SAM, **ASKED).do("second", SUE, choice="no")
    assert again.attempt("second", OZ, choice="yes") == "measure-gone"


def test_whoever_wanted_it_can_give_it_up() -> None:
    assert reported().do("propose", SAM, **ASKED).do("second", SAM, choice="no").known.pending is None


def test_nobody_agrees_within_a_day() -> None:
    play = reported().do("propose", SAM, **ASKED)
    assert play.attempt("second", None, choice="late") == "too-early"
    play.wait(DAY)
    assert play.attempt("second", SUE, choice="yes") == "measure-gone"
    assert play.attempt("second", None, choice="yes") == "measure-gone"
    assert play.do("second", None, choice="late").known.pending is None


@pytest.mark.parametrize(
    ("move", "by"), [("escalate", SUE), ("release", SAM), ("assign", OZ), ("dismiss", SAM), ("merge", SAM)]
)
def test_what_is_passed_on_or_decided_otherwise_waits_no_more(move: Move, by: AccountId) -> None:
    play = reported().do("propose", SAM, **ASKED)
    said: dict[str, Any] = {"account": MO} if move == "assign" else {"case": "11"} if move == "merge" else WORDS
    assert play.do(move, by, **said).known.pending is None
    assert play.attempt("second", OZ, choice="yes") in ("measure-gone", "not-now")


def test_a_later_wish_takes_the_place_of_an_earlier_one() -> None:
    play = reported().do("propose", SAM, **ASKED).do("propose", SAM, **{**ASKED, "penalties": (BAN, REMIND)})
    assert play.known.pending is not None
    assert play.known.pending.number == play.known.lines


def test_nothing_is_asked_of_others_that_would_be_refused() -> None:
    assert reported().attempt("propose", MO, **ASKED) == "taken"
    assert reported(by=MO).attempt("propose", MO, **ASKED) == "level"
    assert reported().attempt("propose", SAM, **{**ASKED, "text": ""}) == "reasons-needed"
    assert reported().attempt("propose", SAM, **{**ASKED, "choice": "soften"}) == "not-a-choice"
    quarrel = Play(two=True).open(opening()).do("claim", SAM)
    assert quarrel.attempt("propose", SAM, **ASKED) == "pass-it-on"


def test_what_holds_meanwhile_is_no_way_around() -> None:
    play = reported()
    hurried: dict[PenaltyName, Phrase] = {"timeout": together.FOR_BANS}
    held = {**WORDS, "penalties": (TIMEOUT,)}
    pressed = replace(play.given(SAM), takes_two=hurried)
    assert _refused(play, "restrain", SAM, pressed, **held) == "measure-two-for-bans"
    play.do("propose", SAM, choice="restrain", **held).do("second", SUE, choice="yes")
    assert _refused(play, "restrain", SAM, pressed, **held) is None
    assert play.do("restrain", SAM, **held).known.pending is None


def test_a_milder_end_on_appeal_brings_no_ban_that_two_had_not_decided() -> None:
    play = Play(two=True).open(opening()).do("claim", MO).do("escalate", MO).do("claim", SAM)
    play.do("decide", SAM, text="It hurt.", penalties=(TIMEOUT,)).do("appeal", BEN, text="No.").do("take", SUE)
    assert play.attempt("soften", SUE, **BANNED) == "milder"


def test_the_case_is_what_its_log_says() -> None:
    play = reported().do("propose", SAM, **ASKED).do("second", SUE, choice="yes")
    case = None
    for line in play.log:
        case = after(case, play.known.id, line)
    assert case == play.known


def _refused(play: Play, move: Move, by: AccountId, given_: Any, **said: Any) -> str | None:
    found = machine.advance(play.case, Act(move=move, by=by, **said), given_)
    return found.why.key if isinstance(found, Refusal) else None


def test_whoever_agreed_decides_it_no_second_time_once_it_is_sent_back() -> None:
    play = reported().do("propose", SAM, **ASKED).do("second", SUE, choice="yes").do("decide", SAM, **BANNED)
    play.do("appeal", BEN, text="No.").do("take", OZ).do("remit", OZ, text="Hear the witness.")
    assert play.attempt("claim", SUE) == "barred-earlier"
