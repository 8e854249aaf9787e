"""A case that is closed: a party says what has come up since, and somebody who had no part in it answers."""

from dataclasses import replace

import pytest

from bot.cases.lines import Opening
from bot.disputes import machine
from bot.disputes.act import Act, Refusal
from bot.disputes.told import party_buttons
from bot.ids import CaseId
from tests.unit.disputes.casework import (
    ADA,
    BEN,
    BEN_TOO,
    CLEO,
    DAY,
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
    opening,
    triage,
)

NEW = {"text": "A witness has come forward."}


def closed(play: Play | None = None) -> Play:
    """Mo had it, Sam decided it."""
    return decided(play=play).silence()


def test_each_party_says_once_that_something_new_has_come_up() -> None:
    play = closed()
    due = play.known.due_at
    assert play.attempt("request", BEN, text=" ") == "something-new-needed"
    play.do("request", BEN, **NEW).do("request", ADA, **NEW)
    assert play.attempt("request", BEN_TOO, text="And more.") == "already"
    assert (play.state, play.known.due_at, play.known.live) == ("closed", due, False)
    assert [(note.kind, note.by) for note in play.known.notes[-2:]] == [("new", BEN), ("new", ADA)]
    assert play.silence().known.notes == ()


def test_nobody_else_says_so_and_not_before_it_is_closed() -> None:
    assert decided().attempt("request", BEN, **NEW) == "not-now"
    for somebody in (CLEO, SUE):
        assert closed().attempt("request", somebody, **NEW) == "not-yours"


def test_somebody_who_had_no_part_in_it_says_why_it_stays_closed() -> None:
    play = closed()
    assert play.attempt("refuse", SUE, text="No.") == "not-now"
    play.do("request", BEN, **NEW).do("request", ADA, **NEW)
    assert play.attempt("refuse", SAM, text="No.") == "barred-earlier"
    assert play.attempt("refuse", SUE, text=" ") == "words-needed"
    play.do("refuse", SUE, text="That was known.")
    assert (play.state, play.known.handler, play.known.notes[-1].kind) == ("closed", SAM, "kept")
    assert play.attempt("refuse", OZ, text="No.") == "not-now"
    assert play.attempt("reopen", SUE, text="After all.") == "barred-earlier", "whoever said no had a part in it"
    assert play.do("reopen", OZ, text="There is more.").known.handler == OZ


def test_it_is_taken_up_again_with_what_is_new_and_by_its_new_handler_alone() -> None:
    play = closed().do("request", BEN, **NEW).do("reopen", SUE, text="I heard the witness.")
    assert (play.state, play.known.handler) == ("triage", SUE)
    assert [note.text for note in play.known.notes] == [NEW["text"], "I heard the witness."]
    assert play.attempt("note", SAM, text="I remember.") == "barred-earlier"
    play.do("dismiss", SUE, text="Both were tired.").silence()
    for party in (ADA, BEN):
        assert play.attempt("request", party, text="And now?") in ("already", "reopened")
    assert play.attempt("reopen", OZ, text="Once more.") == "reopened"


def test_whoever_looked_at_it_afresh_has_had_their_part_in_it() -> None:
    play = decided().do("appeal", BEN, text="No.").do("take", SUE).do("uphold", SUE, text="It stays.")
    assert play.attempt("reopen", SUE, **NEW) == "barred-earlier"
    play.do("request", BEN, **NEW)
    assert play.attempt("refuse", SUE, text="No.") == "barred-earlier"
    assert play.do("reopen", OZ, **NEW).known.handler == OZ
    assert play.attempt("note", SUE, text="I remember.") == "barred-earlier"


@pytest.mark.parametrize("team", [(MO, SAM), (MO, SAM, MIA)])
def test_where_everybody_had_their_part_in_it_the_line_says_so(team: tuple[str, ...]) -> None:
    play = closed(Play(team=team)).do("request", BEN, **NEW)  # type: ignore[arg-type]
    assert play.log[-1].choice == ("nobody" if len(team) == 2 else "")


@pytest.mark.parametrize(
    "what",
    [
        opening("review"),
        replace(opening("measure"), door="import"),
    ],
)
def test_what_is_looked_at_again_elsewhere_is_not_taken_up_here(what: Opening) -> None:
    play = Play().open(what, penalties=(WARN,) if what.kind == "measure" else (), text="So.")
    if play.state == "open":
        play.do("claim", MO).do("dismiss", MO, text="Right.").silence()
    assert play.state == "closed"
    for by in play.known.parties:
        assert play.attempt("request", by, **NEW) == "reopened"
    assert play.attempt("reopen", SUE, **NEW) == "reopened"


def test_what_goes_on_within_another_case_is_told_there() -> None:
    merged = triage().do("merge", MO, case=CaseId("11"))
    assert merged.attempt("request", ADA, **NEW) == "reopened"


def test_after_half_a_year_nobody_needs_to_say_so() -> None:
    play = closed()
    play.now = NOW + 400 * DAY
    assert play.attempt("request", BEN, **NEW) == "too-late"


def test_a_measure_that_stood_is_replaced_by_what_is_decided_then() -> None:
    play = closed().do("request", BEN, **NEW).do("reopen", SUE, text="I heard the witness.")
    assert play.known.decision is not None
    assert play.known.decision.penalties == (TIMEOUT,), "until then it holds"
    assert play.do("decide", SUE, text="Less.", penalties=(WARN,)).known.decision.penalties == (WARN,)  # type: ignore[union-attr]


def test_whoever_asked_for_help_cannot_end_what_was_decided_once_by_taking_it_back() -> None:
    """What was decided would stand, and nobody could ask for fresh eyes any more."""
    again = closed().do("request", BEN, **NEW).do("reopen", SUE, text="I heard the witness.")
    sent_back = decided().do("appeal", BEN, text="No.").do("take", SUE).do("remit", SUE, text="Hear the witness.")
    for play in (again, sent_back):
        assert play.attempt("withdraw", ADA) == "not-now"
        assert "party-withdraw:12" not in [one.id for one in party_buttons.offered(play.known, ADA)]
    assert again.attempt("merge", SUE, case=CaseId("11")) == "not-now"


def test_a_part_in_it_is_one_whichever_account_had_it() -> None:
    play = decided().do("note", MIA, text="I saw it.").silence().do("request", BEN, **NEW)
    parted = replace(play.given(OZ), formerly=(MIA,))
    for move in ("reopen", "refuse"):
        said = machine.advance(play.known, Act(move=move, by=OZ, text="So."), parted)
        assert isinstance(said, Refusal)
        assert said.why.key == "machine-barred-earlier"
