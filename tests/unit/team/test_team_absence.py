"""Who is away, who stands in and who is called: each says so in a few words, and it is forgotten with them."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.effects import Effect, PostCard, ReplyPrivately, SendDirect
from bot.events import Due
from bot.facts import SETTINGS_KEY, MemberFact, account_key, member_key
from bot.governing.room import GoverningRoom
from bot.ids import EventId, MemberId, TimerId, own_space
from bot.records import AccountForgotten, TimerArmed, TimerCancelled
from bot.rooms import Moment, Ruling
from bot.settings import KeptDays, Overlay, Settings
from bot.team import on_call
from bot.team.room import TeamRoom
from tests.unit.moderation.playing import (
    BASILE,
    INES,
    KWAME,
    MODS,
    NOW,
    TEAM,
    ZOE,
    Stage,
    buttons,
    check_words,
    command,
    form,
    keys,
    only,
    set_in_chat,
    somebody,
    words,
    written,
)

PEOPLE = {account_key(one): somebody(one, roles=(MODS,)) for one in (KWAME, INES, ZOE)}
HELPERS = {f"level__{MODS}": "helper"}


def stage(**more: str) -> Stage:
    overlay = Overlay(written())
    known = {**PEOPLE, **set_in_chat(**HELPERS, **more)}
    return Stage(TeamRoom(overlay), GoverningRoom(overlay, KeptDays()), known=known)


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def now(here: Stage) -> Settings:
    here._load(frozenset({SETTINGS_KEY}))
    return Settings(written(), here.facts.settings())


def test_somebody_is_away_until_the_end_of_a_day_and_somebody_stands_in() -> None:
    here = stage()
    said = here.play(command("away", until="2027-03-05", deputy=INES))
    check_words(effects(said))
    assert now(here).away[KWAME] == (datetime(2027, 3, 6, tzinfo=UTC), INES)
    armed = [one for ruling in said for one in ruling.records if isinstance(one, TimerArmed)]
    assert [one.due_at for one in armed] == [datetime(2027, 3, 6, tzinfo=UTC)]
    assert KWAME not in armed[0].timer, "what keeps a deadline names nobody"
    assert only(effects(said), PostCard).channel == TEAM


@pytest.mark.parametrize(
    ("written_so", "until"),
    [("3d", 4), ("2 weeks", 15), ("1 semaine", 8), ("5/3/2027", 6), ("5.3.2027", 6), (" 1 jour ", 2)],
)
def test_a_day_can_be_written_in_many_ways(written_so: str, until: int) -> None:
    here = stage()
    here.play(form("away", until=written_so))
    assert now(here).away[KWAME].until == datetime(2027, 3, until, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"until": "soon"}, "team-wrong-day"),
        ({"until": "2027-02-30"}, "team-wrong-day"),
        ({"until": "2027-02-01"}, "team-wrong-until"),
        ({"until": "400d"}, "team-wrong-until"),
        ({"until": "3d", "deputy": KWAME}, "team-wrong-deputy"),
        ({"until": "3d", "deputy": BASILE}, "team-wrong-deputy"),
        ({"until": "3d", "deputy": "web:elsewhere/U-ines"}, "team-wrong-deputy"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(given: dict[str, Any], key: str) -> None:
    here = stage()
    said = here.play(command("away", **given))
    assert keys(only(effects(said), ReplyPrivately).card) == [key]
    assert now(here).away == {}


def test_whoever_is_away_cannot_stand_in() -> None:
    here = stage()
    here.play(command("away", INES, until="3d"))
    said = here.play(command("away", until="3d", deputy=INES))
    assert keys(only(effects(said), ReplyPrivately).card) == ["team-deputy-away"]


def test_back_again_with_another_account_of_the_same_person() -> None:
    here = stage()
    person = MemberId("m-both")
    for one in (KWAME, ZOE):
        here.stored[account_key(one)] = somebody(one, roles=(MODS,), member=person)
    here.stored[member_key(person)] = MemberFact(member=person, accounts=(KWAME, ZOE))
    here.play(command("away", until="3d"))
    said = here.play(command("back", ZOE))
    assert now(here).away == {}
    assert any(isinstance(one, TimerCancelled) for ruling in said for one in ruling.records)
    assert keys(only(effects(here.play(command("back"))), ReplyPrivately).card) == ["team-back-already"]


def test_on_the_day_of_coming_back_they_count_again_and_hear_what_to_ask_for() -> None:
    here = stage()
    armed = [one for ruling in here.play(command("away", until="1d")) for one in ruling.records]
    (timer,) = [one.timer for one in armed if isinstance(one, TimerArmed)]
    said = here.play(due(timer), timedelta(days=1))
    assert only(effects(said), SendDirect).account == KWAME
    assert now(here).away == {}
    assert here.play(due(timer)) == []


def due(timer: TimerId) -> Due:
    return Due(id=EventId(f"due:{timer}"), space=own_space("here"), at=NOW, timer=timer, generation=1)  # type: ignore[arg-type]


def test_the_order_of_those_on_call_is_shown_and_changed() -> None:
    here = stage()
    shown = only(effects(here.play(command("oncall"))), ReplyPrivately).card
    assert "team-on-call-nobody" in keys(shown)
    said = here.play(form("oncall", first=INES, second=KWAME, third=INES))
    check_words(effects(said))
    assert now(here).on_call == (INES, KWAME)
    shown = only(effects(here.play(command("oncall"))), ReplyPrivately).card
    assert buttons(shown) == ["oncall-set"]
    assert shown.buttons[0].prefill == (("first", INES), ("second", KWAME))
    assert "1. <Person>" in words(shown)


def test_nobody_is_on_call_who_is_not_of_the_team() -> None:
    here = stage()
    said = here.play(form("oncall", first=BASILE))
    assert keys(only(effects(said), ReplyPrivately).card) == ["team-wrong-on-call"]
    assert now(here).on_call == ()


def test_in_place_of_somebody_who_is_away_whoever_stands_in_is_called() -> None:
    here = stage(on_call=json.dumps([KWAME, INES]))
    here.play(command("away", until="3d", deputy=ZOE))
    here._load(frozenset(on_call.callable_keys(now(here))))
    assert on_call.called(now(here), here.facts, Moment(NOW, 1)) == (ZOE, INES)
    here.play(command("away", ZOE, until="3d"))
    assert on_call.called(now(here), here.facts, Moment(NOW, 1)) == (INES,)


def test_whoever_is_forgotten_is_on_no_list_any_more() -> None:
    here = stage(on_call=json.dumps([KWAME, INES]))
    here.play(command("away", INES, until="3d", deputy=KWAME))
    here.play(AccountForgotten(account=KWAME, member=None))
    assert now(here).on_call == (INES,)
    assert now(here).away[INES].deputy is None
    assert not [one for one in now(here).values.values() if KWAME in one]
