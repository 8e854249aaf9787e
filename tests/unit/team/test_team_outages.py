"""The time without a bot is kept, merged, and let go of after more than a year."""

import json
from datetime import UTC, datetime, timedelta

from bot.commands import NoteOutage
from bot.facts import SETTINGS_KEY
from bot.governing.room import GoverningRoom
from bot.hours import Outage
from bot.ids import EventId, SpaceId
from bot.records import SettingChanged
from bot.settings import KeptDays, Overlay, Settings
from bot.team.outages import merged
from bot.team.room import TeamRoom
from tests.unit.moderation.playing import NOW, Stage, written

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def note(since: datetime, until: datetime) -> NoteOutage:
    return NoteOutage(
        id=EventId(f"outage:{since}"), space=SpaceId("palabre:here"), at=until, caller=None, since=since, until=until
    )


def stage() -> Stage:
    overlay = Overlay(written())
    return Stage(TeamRoom(overlay), GoverningRoom(overlay, KeptDays()))


def outages(here: Stage) -> tuple[Outage, ...]:
    here._load(frozenset({SETTINGS_KEY}))
    return Settings(written(), here.facts.settings()).outages


def test_an_outage_is_kept() -> None:
    here = stage()
    here.play(note(NOW - 3 * DAY, NOW))
    assert outages(here) == (Outage(NOW - 3 * DAY, NOW),)


def test_telling_it_twice_is_telling_it_once() -> None:
    here = stage()
    here.play(note(NOW - DAY, NOW))
    said = here.play(note(NOW - DAY, NOW))
    assert said == []


def test_those_that_touch_are_one() -> None:
    here = stage()
    here.play(note(NOW - 3 * DAY, NOW - DAY))
    here.play(note(NOW - 2 * DAY, NOW))
    here.play(note(NOW - 9 * DAY, NOW - 8 * DAY))
    assert outages(here) == (Outage(NOW - 9 * DAY, NOW - 8 * DAY), Outage(NOW - 3 * DAY, NOW))


def test_what_is_older_than_any_deadline_is_let_go_of() -> None:
    here = stage()
    here.play(note(NOW - DAY, NOW))
    here.now += timedelta(days=401)
    (ruling,) = [one for one in here.play(note(here.now - HOUR, here.now)) if one.records]
    (changed,) = [one for one in ruling.records if isinstance(one, SettingChanged)]
    assert len(json.loads(changed.value or "")) == 1


def test_merging_keeps_the_order_of_time() -> None:
    start = datetime(2027, 1, 1, tzinfo=UTC)
    several = [Outage(start + n * DAY, start + n * DAY + HOUR) for n in (4, 0, 2)]
    assert merged(several, start) == tuple(sorted(several))
    inside = [Outage(start, start + 4 * HOUR), Outage(start + HOUR, start + 2 * HOUR)]
    assert merged(inside, start) == (Outage(start, start + 4 * HOUR),)
