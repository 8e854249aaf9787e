"""What is told of a period: counted right, and never so that somebody can be recognised."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts import CounterFact, Move
from bot.facts.figures import CaseFigure, FiguresFact, IncidentFigure
from bot.ids import PolicyId
from bot.insights import masking, periods, transparency, waiting
from bot.locales import Translator
from bot.views import Text
from bot.wording import say

PARIS = ZoneInfo("Europe/Paris")
QUARTER = periods.read("2026-Q3", PARIS)
LATE = QUARTER.until + timedelta(days=30)
SCAMS = PolicyId("starter/scams")


def case(**more: object) -> CaseFigure:
    usual = {
        "kind": "report",
        "door": "command",
        "policies": (SCAMS,),
        "outcome": "no_further_action",
        "opened_at": QUARTER.since,
        "decided_at": QUARTER.since + timedelta(hours=5),
        "appealed": False,
        "result": "",
        "missed": 0,
        "recusals": 0,
    }
    return CaseFigure(**{**usual, **more})  # type: ignore[arg-type]


def told(made: transparency.Report, translator: Translator | None = None) -> dict[str, str]:
    speaker = translator or Translator()
    return {row.name: words(row.value, speaker) for section in made.sections for row in section.rows}


def words(text: Text, translator: Translator) -> str:
    return say(text, "en", translator)


def report(cases: list[CaseFigure], incidents: int = 0, undone: int = 0, criticism: int = 0) -> transparency.Report:
    states = ["undone"] * undone + ["standing"] * (incidents - undone)
    done = tuple(IncidentFigure((SCAMS,), state) for state in states)  # type: ignore[arg-type]
    moves = tuple(Move(QUARTER.since, f"{number}", 1) for number in range(criticism))
    outside = (Move(QUARTER.until, "later", 1), Move(QUARTER.since - timedelta(days=1), "earlier", 1))
    removed = CounterFact(value=criticism + 2, moved_at=LATE, recent=(*moves, *outside))
    return transparency.report(FiguresFact(incidents=done, cases=tuple(cases)), removed, QUARTER, LATE)


def test_everything_is_counted_once() -> None:
    cases = [case() for _ in range(10)] + [case(outcome="measure", appealed=True, result="overturn", missed=1)] * 5
    said = told(report(cases, incidents=15, undone=5, criticism=6))
    assert said["cases"] == "15"
    assert said["automatic"] == "15"
    assert said["undone"] == "5"
    assert said["by_people"] == "5"
    assert said["share_automatic"].replace("\xa0", " ") == "75 %"
    assert said["appeals"] == said["changed"] == said["missed"] == "5"
    assert said["criticism"] == "6"
    assert said["outcome_no_further_action"] == "10"
    assert said["outcome_measure"] == "5"
    assert "15 by myself, 5 of them taken back; 15 by people" in " ".join(said[SCAMS].split())


def test_what_was_imported_is_nobodys_work_here() -> None:
    made = report([case(door="import")] * 8)
    assert made.empty
    assert told(made)["cases"] == "0"


def test_small_numbers_are_not_told() -> None:
    said = told(report([case(outcome="measure")] * 3, incidents=2))
    assert said["cases"] == said["automatic"] == said["by_people"] == "<5"
    assert said["share_automatic"] == "n/a"
    assert said["median"] == "n/a"


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=1))
def test_no_small_part_can_be_worked_out_from_the_sum(numbers: dict[str, int]) -> None:
    said = masking.parts(numbers)
    hidden = [name for name, value in said.items() if value in (masking.FEW, masking.LEFT_OUT)]
    small = [name for name, number in numbers.items() if 0 < number < masking.SMALLEST]
    assert set(small) <= set(hidden)
    if small and sum(numbers.values()) >= masking.SMALLEST:
        assert len(hidden) >= 2 or len([one for one in numbers.values() if one]) == 1
    assert all(said[name] == str(number) for name, number in numbers.items() if name not in hidden)


def test_what_still_waits_counts_as_waiting() -> None:
    hour = timedelta(hours=1)
    over = [(hour, True), (2 * hour, True), (3 * hour, True)]
    assert waiting.quantile(over, 0.5) == 2 * hour
    assert waiting.quantile([*over, *[(10 * hour, False)] * 4], 0.5) is None
    assert waiting.quantile([], 0.5) is None


@given(st.lists(st.integers(1, 1000), min_size=1))
def test_where_all_is_over_it_is_the_usual_median(minutes: list[int]) -> None:
    found = waiting.quantile([(timedelta(minutes=one), True) for one in minutes], 0.5)
    assert found == timedelta(minutes=sorted(minutes)[(len(minutes) - 1) // 2])


@pytest.mark.parametrize(
    ("written", "since", "until"),
    [
        ("2026-Q3", "2026-06-30T22:00", "2026-09-30T22:00"),
        ("2026-q4", "2026-09-30T22:00", "2026-12-31T23:00"),
        ("2026-02", "2026-01-31T23:00", "2026-02-28T23:00"),
        ("2026", "2025-12-31T23:00", "2026-12-31T23:00"),
        ("2026-12", "2026-11-30T23:00", "2026-12-31T23:00"),
    ],
)
def test_periods_lie_in_the_communitys_own_time(written: str, since: str, until: str) -> None:
    found = periods.read(written, PARIS)
    assert found.since.astimezone(UTC) == datetime.fromisoformat(since).replace(tzinfo=UTC)
    assert found.until.astimezone(UTC) == datetime.fromisoformat(until).replace(tzinfo=UTC)


@pytest.mark.parametrize("written", ["", "2026-Q5", "26-Q1", "2026-13", "last", "2026-Q3-1", "9999"])
def test_nothing_else_is_a_period(written: str) -> None:
    with pytest.raises(ValueError):
        periods.read(written, PARIS)


@given(st.integers(0, 10**9).map(lambda seconds: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)))
def test_quarters_follow_each_other(moment: datetime) -> None:
    now = periods.quarter(moment, PARIS)
    assert now.since <= moment < now.until
    assert periods.before(now, PARIS).until == now.since


def test_the_parts_are_all_there() -> None:
    kinds = Counter(row.name.partition("_")[0] for section in report([case()] * 9).sections for row in section.rows)
    assert kinds["door"] == kinds["kind"] == kinds["outcome"] == 1
