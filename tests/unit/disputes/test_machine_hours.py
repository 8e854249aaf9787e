"""Clocks that run only while the team is there, and stand still while the bot is away."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.disputes import machine
from bot.hours import ALWAYS, Calendar, Outage, due, whole_days
from tests.unit.disputes.casework import ADA, BEN, DAY, HOUR, MO, NOW, SAM, WEEKDAYS, Play, decided, opening, triage

HALF = timedelta(minutes=30)
PARIS = ZoneInfo("Europe/Paris")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2027 in Paris; the first is a Monday."""
    return datetime(2027, 3, day, hour, minute, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("since", "lasting", "until"),
    [
        (at(1, 9), 2 * HOUR, at(1, 11)),
        (at(1, 17), 2 * HOUR, at(2, 10)),
        (at(5, 17), 2 * HOUR, at(8, 10)),
        (at(6, 3), 9 * HOUR, at(8, 18)),
        (at(6, 3), 0 * HOUR, at(8, 9)),
        (at(1, 9), 45 * HOUR, at(5, 18)),
        (at(1, 9), 45 * HOUR + timedelta(seconds=1), at(8, 9) + timedelta(seconds=1)),
    ],
)
def test_only_the_hours_of_the_team_count(since: datetime, lasting: timedelta, until: datetime) -> None:
    assert due(since, lasting, WEEKDAYS) == until


def test_days_off_do_not_count() -> None:
    holiday = replace(WEEKDAYS, off=frozenset({date(2027, 3, 2)}))
    assert due(at(1, 17), 2 * HOUR, holiday) == at(3, 10)


def test_a_team_that_is_there_past_midnight() -> None:
    night = Calendar(zone=PARIS, days=frozenset({4}), opens=time(22), closes=time(2))
    assert due(at(1, 9), 3 * HOUR, night) == at(6, 1)
    assert due(at(6, 1), HOUR / 2, night) == at(6, 1, 30)
    assert due(at(6, 1), 2 * HOUR, night) == at(12, 23)


def test_an_hour_is_an_hour_when_clocks_are_changed() -> None:
    every_day = replace(WEEKDAYS, days=frozenset(range(7)), opens=time(0), closes=time(6))
    assert due(at(28, 1), 2 * HOUR, every_day) == at(28, 4)
    assert due(at(27, 0), 11 * HOUR, every_day) == at(28, 6)


def test_an_outage_stands_still_within_and_across_hours() -> None:
    assert due(at(1, 9), 2 * HOUR, WEEKDAYS, (Outage(at(1, 10), at(1, 12)),)) == at(1, 13)
    assert due(at(1, 17), 2 * HOUR, WEEKDAYS, (Outage(at(1, 18), at(2, 9)),)) == at(2, 10)
    down = (Outage(at(1, 16), at(1, 17)), Outage(at(1, 10), at(1, 12)), Outage(at(1, 11), at(1, 13)))
    assert due(at(1, 9), 6 * HOUR, ALWAYS, down) == at(1, 19)
    assert due(at(1, 11), HOUR, ALWAYS, down) == at(1, 14)


def test_a_team_that_is_never_there_does_not_stop_time_for_good() -> None:
    never = Calendar(zone=PARIS, days=frozenset())
    assert due(at(1, 9), HOUR, never) == at(1, 10)
    only_once = replace(WEEKDAYS, off=frozenset(at(1, 9).date() + timedelta(days=number) for number in range(1, 400)))
    assert due(at(1, 17), 2 * HOUR, only_once) == at(1, 19)


@given(
    minutes=st.integers(0, 60 * 24 * 21),
    since=st.integers(0, 60 * 24 * 14),
    downs=st.lists(st.tuples(st.integers(0, 20_000), st.integers(1, 3_000)), max_size=4),
)
@settings(max_examples=80, derandomize=True)
def test_time_that_ran_is_exactly_what_was_asked_for(minutes: int, since: int, downs: list[tuple[int, int]]) -> None:
    """Minute by minute: those between that count are as many as were asked for."""
    start = NOW + timedelta(minutes=since)
    outages = tuple(Outage(NOW + timedelta(minutes=one), NOW + timedelta(minutes=one + long)) for one, long in downs)
    until = due(start, timedelta(minutes=minutes), WEEKDAYS, outages)
    down = {minute for one, long in downs for minute in range(one, one + long)}
    total = int((until - NOW).total_seconds()) // 60
    counted = sum(minute not in down and _there(NOW + minute // 30 * HALF) for minute in range(since, total))
    assert counted == minutes
    assert until.tzinfo == UTC


@cache
def _there(moment: datetime) -> bool:
    local = moment.astimezone(PARIS)
    return local.weekday() < 5 and 9 <= local.hour < 18


def test_small_teams_have_their_weekend_and_large_ones_do_not() -> None:
    friday = at(5, 16)
    small = Play(calendar=WEEKDAYS, now=friday).open(opening())
    large = Play(calendar=WEEKDAYS, profile="large", now=friday).open(opening())
    assert small.known.due_at == at(10, 13)
    assert large.known.due_at == at(6, 16)


def test_days_are_days_on_which_the_team_is_there_and_end_in_its_hours() -> None:
    play = triage(Play(calendar=WEEKDAYS, now=at(5, 16))).do("ask", MO, text="When?")
    assert play.known.due_at == at(16, 16)
    late = triage(Play(calendar=WEEKDAYS, now=at(5, 22))).do("ask", MO, text="When?")
    assert late.known.due_at == at(17, 9)
    assert due(at(5, 22), 7 * DAY, whole_days(WEEKDAYS)) == at(16, 22)


def test_what_is_put_away_is_put_away_by_everybodys_clock() -> None:
    play = decided(play=Play(calendar=WEEKDAYS, now=at(1, 9))).do("waive", ADA).do("waive", BEN)
    assert play.known.due_at == play.now.astimezone(UTC) + 180 * DAY


def test_what_holds_meanwhile_ends_by_everybodys_clock() -> None:
    play = triage(Play(calendar=WEEKDAYS, now=at(5, 16))).do("restrain", MO, text="Calm.", choice="no_contact")
    assert play.known.restrained_until == play.now.astimezone(UTC) + 72 * HOUR


def test_a_word_ahead_never_comes_outside_the_teams_hours() -> None:
    play = triage(Play(calendar=WEEKDAYS, now=at(5, 16)))
    ahead = machine.notice_at(play.known, play.given())
    assert ahead is not None
    assert _there(ahead)
    assert play.known.due_at is not None
    assert ahead < play.known.due_at


def test_three_days_of_downtime_run_no_clock() -> None:
    play = triage()
    play.outages = (Outage(NOW + HOUR, NOW + HOUR + 3 * DAY),)
    play.now = NOW + 4 * DAY
    play.do("lapse", None)
    assert (play.state, play.known.due_at) == ("triage", NOW + 6 * DAY)
    assert play.attempt("lapse", None) == "too-early"
    assert play.do("escalate", MO).do("claim", SAM).known.due_at == play.now + 72 * HOUR
