"""Who may have no part in a case, and who may be drawn to decide it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from bot.cases.lines import Evidence, Penalty, Quote
from bot.cases.sanctions import Sanction, SanctionState
from bot.cases.states import Kind, Profile
from bot.disputes import circle
from bot.facts import Brief, FileFact
from bot.ids import AccountId, CaseId, MemberId, SanctionId, message_id
from bot.measures.conflicts import Stage, barred
from tests.unit.disputes.casework import (
    ADA,
    BEN,
    BEN_TOO,
    CLEO,
    DAY,
    DEE,
    ELECTORS,
    MO,
    NOW,
    OZ,
    SAM,
    SPACE,
    SUE,
    Play,
    decided,
    opening,
    triage,
    voting,
)


def sanction(by: AccountId | None, upon: AccountId, at: datetime, state: SanctionState = "ended") -> Sanction:
    warning = Penalty(name="warn")
    return Sanction(
        id=SanctionId("3-2-1"),
        space=SPACE,
        account=upon,
        penalty=warning,
        by=by,
        at=at,
        reasons="So.",
        case=CaseId("3"),
        state=state,
    )


def file(account: AccountId, *sanctions: Sanction, cases: Sequence[Brief] = ()) -> FileFact:
    return FileFact(account=account, sanctions=sanctions, cases=tuple(cases))


def brief(*people: AccountId, at: datetime = NOW - DAY) -> Brief:
    return Brief(
        case=CaseId("4"),
        kind="dispute",
        state="closed",
        opened_at=at,
        due_at=None,
        handler=None,
        opener=people[0],
        respondent=people[1] if len(people) > 1 else None,
        outcome=None,
        people=people,
        private=False,
        space=SPACE,
        urgent=False,
    )


def why(play: Play, *accounts: AccountId, files: Sequence[FileFact] = (), stage: Stage = "handle") -> str | None:
    found = barred(play.known, accounts, files, play.now, stage=stage)
    return found.key.removeprefix("machine-barred-") if found else None


def test_parties_and_reporters_with_any_account_are_barred() -> None:
    play = Play().open(opening())
    assert why(play, MO) is None
    assert why(play, ADA) == "party"
    assert why(play, BEN_TOO, BEN) == "party"
    report = Play().open(opening("report"))
    assert why(report, CLEO) == "reporter"
    assert why(report.do("join", OZ), OZ) == "reporter"


def test_whoever_brought_something_is_a_witness() -> None:
    shown = replace(opening("report"), evidence=Evidence(text="Look.", by=SUE))
    assert why(Play().open(shown), SUE) == "witness"


def test_who_took_a_measure_may_not_look_at_it_afresh() -> None:
    play = Play().open(opening("measure"), penalties=(Penalty(name="warn"),), text="Spam.")
    assert why(play, SAM, stage="appeal") == "earlier"
    assert why(play, SUE, stage="appeal") is None


def test_whoever_handled_an_earlier_stage_is_barred_from_the_next() -> None:
    play = triage()
    assert why(play, MO) is None
    assert why(play.do("escalate", MO), MO) == "earlier"
    play.do("claim", SAM).do("decide", SAM, text="So.").do("appeal", ADA, text="No.")
    assert (why(play, SAM, stage="appeal"), why(play, MO, stage="appeal")) == ("earlier", "earlier")


@pytest.mark.parametrize("note_by", [MO, SUE])
def test_even_a_note_is_a_part_in_it_where_eyes_must_be_fresh(note_by: AccountId) -> None:
    play = triage().do("note", note_by, text="I know them.")
    assert why(play, note_by) is None
    assert why(play, note_by, stage="appeal") == "earlier"


def test_who_sat_in_a_circle_takes_no_appeal() -> None:
    play = voting().silence()
    assert play.known.circles[0].seated
    assert why(play, play.known.circles[0].seated[0], stage="appeal") == "earlier"


@pytest.mark.parametrize(("days", "found"), [(89, "sanction"), (91, None)])
def test_measures_between_two_people_keep_them_apart_for_ninety_days(days: int, found: str | None) -> None:
    play = Play().open(opening())
    by_a_party = file(MO, sanction(BEN, MO, NOW - days * DAY))
    upon_a_party = file(BEN, sanction(MO, BEN, NOW - days * DAY))
    assert why(play, MO, files=(by_a_party,)) == found
    assert why(play, MO, files=(upon_a_party,)) == found
    assert why(play, SUE, files=(by_a_party, upon_a_party)) is None


def test_a_file_of_a_partys_other_account_counts_too() -> None:
    play = Play().open(opening())
    assert why(play, MO, files=(file(BEN_TOO, sanction(MO, BEN_TOO, NOW - DAY)),)) == "sanction"


@pytest.mark.parametrize("state", ["overturned", "failed", "proposed"])
def test_what_was_a_mistake_or_never_felt_keeps_nobody_apart(state: SanctionState) -> None:
    play = Play().open(opening())
    assert why(play, MO, files=(file(BEN, sanction(MO, BEN, NOW - DAY, state)),)) is None


@pytest.mark.parametrize(
    ("kind", "profile", "stage", "found"),
    [
        ("report", "small", "handle", None),
        ("report", "large", "handle", "sanction"),
        ("report", "small", "appeal", "sanction"),
        ("dispute", "small", "handle", "sanction"),
    ],
)
def test_a_small_team_may_take_up_another_report_about_whom_it_reminded(
    kind: Kind, profile: Profile, stage: Stage, found: str | None
) -> None:
    play = Play(profile=profile).open(opening(kind))
    assert why(play, MO, files=(file(BEN, sanction(MO, BEN, NOW - DAY)),), stage=stage) == found
    assert why(play, MO, files=(file(MO, sanction(BEN, MO, NOW - DAY)),), stage=stage) == "sanction"


def test_what_this_very_case_brought_bars_nobody_as_a_measure() -> None:
    play = decided()
    own = replace(sanction(SAM, BEN, NOW), case=play.known.id)
    assert why(play, SAM, files=(file(BEN, own),)) is None


def test_a_quarrel_of_their_own_with_a_party_keeps_them_apart() -> None:
    play = Play().open(opening())
    assert why(play, MO, files=(file(MO, cases=(brief(MO, BEN),)),)) == "quarrel"
    assert why(play, MO, files=(file(MO, cases=(brief(MO, DEE),)),)) is None
    assert why(play, MO, files=(file(MO, cases=(brief(MO, BEN, at=NOW - 91 * DAY),)),)) is None


def test_reporting_somebody_or_being_reported_is_no_quarrel() -> None:
    play = Play().open(opening())
    report = brief(MO, BEN)._replace(kind="report", opener=None, respondent=MO, people=(MO, BEN))
    assert why(play, MO, files=(file(MO, cases=(report,)),)) is None, "nobody learns from it that Ben reported them"
    reported = report._replace(respondent=BEN, people=(BEN, MO))
    assert why(play, MO, files=(file(BEN, cases=(reported,)),)) is None
    handled = brief(MO, DEE)._replace(people=(MO, DEE, BEN))
    assert why(play, MO, files=(file(MO, cases=(handled,)),)) is None
    decided_by = brief(BEN, MO)._replace(kind="measure")
    assert why(play, MO, files=(file(MO, cases=(decided_by,)),)) is None, "what it brought is looked at as a measure"


def test_what_bars_somebody_besides_is_said_first() -> None:
    play = triage().do("escalate", MO)
    assert why(play, MO, files=(file(BEN, sanction(MO, BEN, NOW - DAY)),)) == "sanction"


ELECTOR = ELECTORS[0]


@pytest.mark.parametrize(
    "against",
    [
        ELECTOR._replace(willing=False),
        ELECTOR._replace(messages=circle.ACTIVE - 1),
        ELECTOR._replace(member_since=NOW - 29 * DAY),
        ELECTOR._replace(party=True),
        ELECTOR._replace(sanctioned_at=NOW - 89 * DAY),
    ],
)
def test_who_may_not_be_drawn(against: object) -> None:
    assert circle.eligible([ELECTOR], (), NOW) == (ELECTOR.account,)
    assert circle.eligible([ELECTOR], (ELECTOR.account,), NOW) == ()
    assert circle.eligible([against], (), NOW) == ()  # type: ignore[list-item]
    assert circle.eligible([ELECTOR._replace(sanctioned_at=NOW - 91 * DAY)], (), NOW) == (ELECTOR.account,)


def test_a_person_is_drawn_with_one_account_and_answers_for_all() -> None:
    other = ELECTOR._replace(account=AccountId(f"{ELECTOR.account}-b"))
    assert circle.eligible([other, ELECTOR], (), NOW) == (ELECTOR.account,)
    assert circle.eligible([other, ELECTOR._replace(willing=False)], (), NOW) == (other.account,)
    assert circle.eligible([other, ELECTOR._replace(party=True)], (), NOW) == ()
    assert circle.eligible([ELECTOR, other], (other.account,), NOW) == ()


def test_whoever_was_there_is_involved() -> None:
    near = Quote(message=message_id(SPACE, "1"), author=DEE, at=NOW, text="Oh.")  # type: ignore[arg-type]
    shown = replace(opening("report"), evidence=Evidence(author=BEN, around=(near,)))
    play = triage(what=shown)
    assert {BEN, CLEO, DEE, MO} <= circle.involved(play.known)


def test_nobody_is_drawn_twice_in_one_case() -> None:
    play = voting().silence().silence()
    first, second = play.known.circles
    assert len(second.seated) == 7
    assert not set(first.seated) & set(second.electorate)


def test_a_party_of_another_live_case_is_no_member_of_the_electorate() -> None:
    people = [one._replace(party=True) if one.member == MemberId("juror03") else one for one in ELECTORS]
    play = Play(profile="large", electors=people)
    circle_ = voting(play).known.circle
    assert circle_ is not None
    assert AccountId(f"{SPACE}/juror03") not in circle_.electorate
    assert len(circle_.electorate) == len(ELECTORS) - 1
