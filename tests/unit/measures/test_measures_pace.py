"""Somebody who acts far above their usual pace is noticed; somebody who is used to much is not held up."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.measures import pace
from tests.unit.measures.made import imposed
from tests.unit.moderation.playing import NOW

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def burst(size: int, *, ago: timedelta = timedelta(), name: str = "ban") -> tuple[tuple[datetime, str], ...]:
    return imposed(*(ago + number * MINUTE for number in range(size)), name=name)


def test_five_within_an_hour_are_never_too_many_and_the_sixth_is() -> None:
    assert not pace.unusual(burst(4), NOW)
    assert pace.unusual(burst(5), NOW)


def test_an_hour_later_nothing_is_unusual_any_more() -> None:
    assert not pace.unusual(burst(5, ago=timedelta(hours=1)), NOW)


def test_reminders_and_removals_are_not_heavy() -> None:
    for name in ("remind", "warn", "remove"):
        assert not pace.unusual(burst(30, name=name), NOW)


def test_whoever_often_does_much_at_once_may_go_on_doing_so() -> None:
    used_to_it = [one for day in range(1, 4) for one in burst(12, ago=day * DAY)]
    assert not pace.unusual((*used_to_it, *burst(11)), NOW)
    assert pace.unusual((*used_to_it, *burst(13)), NOW)


def test_one_great_hour_does_not_make_the_next_one_usual() -> None:
    history = (*burst(30, ago=DAY), *imposed(*(day * DAY for day in range(2, 7))))
    assert pace.unusual((*history, *burst(6)), NOW)


def test_what_lies_more_than_ninety_days_back_is_forgotten() -> None:
    old = [one for day in range(5) for one in burst(20, ago=(91 + day) * DAY)]
    assert pace.unusual((*old, *burst(6)), NOW)


@given(st.lists(st.integers(min_value=0, max_value=200 * 24 * 60), max_size=60))
def test_more_of_the_same_within_the_hour_never_makes_it_more_usual(minutes: list[int]) -> None:
    moments = imposed(*(timedelta(minutes=one) for one in minutes))
    if pace.unusual(moments, NOW):
        assert pace.unusual((*moments, (NOW, "ban")), NOW)


@pytest.mark.parametrize("name", sorted(pace.HEAVY))
def test_every_heavy_measure_counts(name: str) -> None:
    assert pace.unusual(burst(5, name=name), NOW)
