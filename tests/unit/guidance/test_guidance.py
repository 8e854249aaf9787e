"""Help: what somebody may ask for, in their own language, and always a way to a person."""

from dataclasses import replace

import pytest

from bot.catalogue.declared import CATALOGUE
from bot.commands import Level
from bot.effects import ReplyPrivately
from bot.guidance.room import HelpRoom
from bot.ids import role_id
from bot.records import TimerCancelled
from bot.settings import Overlay
from bot.views import Bilingual, Card, Locale
from tests.unit.moderation.playing import (
    BASILE,
    SPACE,
    Stage,
    check_words,
    command,
    keys,
    only,
    quotes,
    words,
    written,
)

ROLES = {level: role_id(SPACE, f"R-{level.name}") for level in Level if level > Level.MEMBER}


def asked(about: str = "", level: Level = Level.MEMBER, locale: Locale | None = None) -> ReplyPrivately:
    here = Stage(HelpRoom(CATALOGUE, Overlay(written(levels={role: level for level, role in ROLES.items()}))))
    roles = (ROLES[level],) if level else ()
    invoked = command("help", BASILE, roles=roles, **({"command": about} if about else {}))
    reply = only(here.effects(replace(invoked, locale=locale)), ReplyPrivately)
    check_words([reply])
    return reply


def listed(card: Card) -> list[str]:
    return [field.label.en for field in card.fields if isinstance(field.label, Bilingual)]


def test_it_says_what_it_is_and_names_a_way_to_a_person() -> None:
    card = asked().card
    assert keys(card)[:3] == ["guidance-title", "guidance-opening", "guidance-people"]
    assert "I can be wrong" in words(card)


@pytest.mark.parametrize("level", list(Level)[:-1])
def test_everybody_reads_what_they_may_use_and_nothing_else(level: Level) -> None:
    expected = {f"/{one.name.en}" for one in CATALOGUE.commands if one.level <= level}
    assert set(listed(asked(level=level).card)) == expected


def test_commands_stand_in_groups_by_who_may_use_them() -> None:
    card = asked(level=Level.OWNER).card
    groups = [one for one in keys(card) if one == "guidance-group"]
    assert len(groups) == 4
    owners = {f"/{one.name.en}" for one in CATALOGUE.commands if one.level == Level.OWNER}
    assert set(listed(card)[-len(owners) :]) == owners


def test_names_are_written_in_the_language_of_whoever_reads() -> None:
    reply = asked(locale="fr")
    assert reply.locale == "fr"
    assert "/données oublier" in words(reply.card, "fr")


@pytest.mark.parametrize("wanted", ["policy show", "/policy show", "  Policy   SHOW ", "règles voir"])
def test_one_command_is_shown_with_what_it_takes_and_who_may_use_it(wanted: str) -> None:
    card = asked(wanted).card
    assert card.title == Bilingual("/policy show", "/règles voir")
    assert keys(card) == ["catalogue-policy-show", "guidance-who", "catalogue-policy-id", "guidance-parameter"]


@pytest.mark.parametrize("command", [one.id for one in CATALOGUE.commands])
def test_every_command_has_a_page(command: str) -> None:
    assert "use it" in words(asked(command).card)


def test_a_first_word_shows_what_begins_with_it() -> None:
    assert listed(asked("privacy").card) == ["/privacy show", "/privacy export", "/privacy forget"]
    for_members = ["/policy list", "/policy show", "/policy propose", "/policy propose-mode", "/policy rules"]
    assert listed(asked("policy").card) == for_members


def test_a_slip_of_the_pen_is_understood() -> None:
    assert quotes(asked("raport").card)[0] == "/report"
    assert quotes(asked("signalr").card) == ["/signaler"]


def test_what_nobody_knows_is_said_plainly() -> None:
    assert keys(asked("xyzzy").card) == ["guidance-unknown"]


def test_only_help_is_for_this_room_and_it_keeps_nothing() -> None:
    room = HelpRoom(CATALOGUE, Overlay(written()))
    assert Stage(room).play(command("setup")) == []
    assert room.touches(TimerCancelled(timer="x")) == frozenset()  # type: ignore[arg-type]
