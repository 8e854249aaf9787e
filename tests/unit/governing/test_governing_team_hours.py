"""When the team is there and how it deals with people: two forms that say in place what they do not understand."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from bot.effects import Effect, ReplyPrivately
from bot.facts import SETTINGS_KEY, account_key
from bot.governing.room import GoverningRoom
from bot.hours import EVERY_DAY, Calendar
from bot.rooms import Ruling
from bot.settings import KeptDays, Overlay, Settings, Written
from tests.unit.moderation.playing import (
    BOSSES,
    KWAME,
    SPACE,
    Stage,
    check_words,
    command,
    form,
    keys,
    only,
    somebody,
    words,
)

FILE = Written(spaces=(SPACE,), time_zone="Europe/Brussels")


def stage() -> Stage:
    room = GoverningRoom(Overlay(FILE), KeptDays())
    return Stage(room, known={account_key(KWAME): somebody(KWAME, roles=(BOSSES,))})


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def now(here: Stage) -> Settings:
    here._load(frozenset({SETTINGS_KEY}))
    return Settings(FILE, here.facts.settings())


def test_days_hours_and_days_off_are_saved_in_the_community_s_own_time() -> None:
    here = stage()
    said = here.play(form("setup-hours", days="Mon-Fri", opens="9:00", closes="18h30", off="2027-12-25\n1/1/2028"))
    check_words(effects(said))
    calendar = now(here).calendar
    assert calendar.days == frozenset(range(5))
    assert (calendar.opens, calendar.closes) == (time(9), time(18, 30))
    assert calendar.off == {date(2027, 12, 25), date(2028, 1, 1)}
    assert str(calendar.zone) == "Europe/Brussels"
    card = only(effects(said), ReplyPrivately).card
    assert "Mon Tue Wed Thu Fri from 09:00 until 18:30 · 2 days off" in words(card)
    assert "lun. mar. mer. jeu. ven. de 09:00 à 18:30 · 2 jours de congé" in words(card, "fr")


@pytest.mark.parametrize(
    ("days", "meant"),
    [
        ("", EVERY_DAY),
        ("tous les jours", EVERY_DAY),
        ("lun-ven", {0, 1, 2, 3, 4}),
        ("mon, wed and sat", {0, 2, 5}),
        ("sam-lun", {5, 6, 0}),
        ("lundi au jeudi et samedi", {0, 1, 2, 3, 5}),
        ("Tue", {1}),
    ],
)
def test_days_can_be_written_in_both_languages(days: str, meant: set[int]) -> None:
    here = stage()
    here.play(form("setup-hours", days=days, opens="10", closes="12"))
    assert now(here).calendar.days == meant


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"days": "weekends"}, "governing-wrong-weekdays"),
        ({"days": ","}, "governing-wrong-weekdays"),
        ({"opens": "25:00"}, "governing-wrong-hour"),
        ({"closes": "late"}, "governing-wrong-hour"),
        ({"off": "Christmas"}, "governing-wrong-off"),
        ({"off": "2027-02-30"}, "governing-wrong-off"),
        ({"off": "\n".join(f"2027-01-{day:02}" for day in range(1, 29)) + ",2027-01-05" * 80}, "governing-wrong-off"),
    ],
)
def test_what_is_not_understood_is_said_and_nothing_is_saved(given: dict[str, Any], key: str) -> None:
    here = stage()
    said = here.play(form("setup-hours", **given))
    assert keys(only(effects(said), ReplyPrivately).card) == [key]
    check_words(effects(said))
    assert now(here).calendar.always


def test_a_team_that_is_always_there_needs_no_setting() -> None:
    here = stage()
    here.play(form("setup-hours", days="mon-fri", opens="9", closes="17"))
    here.play(form("setup-hours", days="", opens="", closes="24:00", off=""))
    assert now(here).calendar.always
    assert "team_hours" not in now(here).values


def test_the_form_opens_with_what_holds_and_can_be_sent_as_it_opens() -> None:
    here = stage()
    here.play(form("setup-hours", days="lun-ven", opens="9", closes="17", off="2027-12-25"))
    before = now(here).calendar
    card = only(effects(here.play(command("setup"))), ReplyPrivately).card
    (button,) = [one for one in card.buttons if one.id == "setup-hours"]
    answers: dict[str, Any] = dict(button.prefill)
    said = here.play(form("setup-hours", **answers))
    assert "governing-saved-nothing" in keys(only(effects(said), ReplyPrivately).card)
    assert now(here).calendar == before == Calendar.read(before.text, before.zone)


def test_how_people_are_dealt_with_is_saved_as_a_whole() -> None:
    here = stage()
    said = here.play(form("setup-fairness", days="30", help="112\nhelp.example", two="yes", named="no"))
    check_words(effects(said))
    settings = now(here)
    assert settings.on_file == timedelta(days=30)
    assert settings.help_lines == "112\nhelp.example"
    assert settings.two_for_bans
    assert not settings.named_managers
    shown = only(effects(here.play(command("settings"))), ReplyPrivately).card
    check_words(effects(here.play(command("settings"))))
    assert "Reminders count for 30 days" in words(shown)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"days": "0"}, "governing-wrong-days"),
        ({"days": "many"}, "governing-wrong-days"),
        ({"days": "-3"}, "governing-wrong-days"),
        ({"days": "731"}, "governing-wrong-days"),
        ({"days": "30", "two": "perhaps"}, "governing-wrong-choice"),
    ],
)
def test_a_form_that_cannot_be_is_not_saved_in_part(given: dict[str, Any], key: str) -> None:
    here = stage()
    said = here.play(form("setup-fairness", **{"help": "112", "two": "no", "named": "yes", **given}))
    assert keys(only(effects(said), ReplyPrivately).card) == [key]
    assert now(here).help_lines == ""
