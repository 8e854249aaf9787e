"""How long, as managers write it in either language."""

from datetime import timedelta

import pytest

from bot.measures import durations


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("2 h", timedelta(hours=2)),
        ("2h", timedelta(hours=2)),
        ("3 jours", timedelta(days=3)),
        ("1h30", timedelta(minutes=90)),
        ("1 h 05 min", timedelta(minutes=65)),
        ("1 d 12 h", timedelta(hours=36)),
        ("a week", timedelta(weeks=1)),
        ("Une Semaine", timedelta(weeks=1)),
        ("an hour", timedelta(hours=1)),
        ("10 min.", timedelta(minutes=10)),
        ("45 s", timedelta(seconds=45)),
        ("2 mois", timedelta(days=60)),
        ("1 an", timedelta(days=365)),
    ],
)
def test_a_length_is_read_in_english_and_french(words: str, length: timedelta) -> None:
    assert durations.whole(words) == length


@pytest.mark.parametrize("words", ["", "soon", "2", "h", "2 spam", "400 d", "0 h", "-2 h", "2 h of spam", "9999 mois"])
def test_what_is_no_length_of_at_most_a_year_is_not_guessed(words: str) -> None:
    assert durations.whole(words) is None


@pytest.mark.parametrize(
    ("words", "length", "rest"),
    [
        ("2 h spam again", timedelta(hours=2), "spam again"),
        ("3 jours, insultes", timedelta(days=3), "insultes"),
        ("1 d 2 h : trolling", timedelta(hours=26), "trolling"),
    ],
)
def test_a_length_may_come_before_the_reason(words: str, length: timedelta, rest: str) -> None:
    assert durations.leading(words) == (length, rest)


@pytest.mark.parametrize("words", ["spam", "a spammer", "2 messages of spam", "un spam", "hard words"])
def test_a_reason_is_not_taken_for_a_length(words: str) -> None:
    assert durations.leading(words) is None


@pytest.mark.parametrize(
    ("length", "count", "unit"),
    [
        (timedelta(days=2), 2, "d"),
        (timedelta(hours=36), 36, "h"),
        (timedelta(minutes=90), 90, "m"),
        (timedelta(seconds=61), 61, "s"),
    ],
)
def test_a_length_is_told_in_the_largest_unit_in_which_nothing_is_lost(
    length: timedelta, count: int, unit: str
) -> None:
    assert durations.spoken(length) == (("count", count), ("unit", unit))


def test_lengths_without_end_are_too_long_and_no_error() -> None:
    endless = "9999 years " * 400
    said = durations.leading(endless)
    assert said is not None
    assert said.length > durations.LONGEST
    assert durations.whole(endless) is None
