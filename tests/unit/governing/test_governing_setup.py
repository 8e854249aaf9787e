"""Setting up: a conversation that says what is left, and saves a form as a whole or not at all."""

from dataclasses import replace
from typing import Any

import pytest

from bot import settings as community
from bot.commands import Level
from bot.effects import Effect, ReplyPrivately
from bot.facts import SETTINGS_KEY, Setting, account_key
from bot.governing.room import GoverningRoom
from bot.ids import MemberId, account_id, channel_id, role_id, space_id
from bot.records import SettingChanged
from bot.rooms import Ruling
from bot.settings import KeptDays, Overlay, Settings, Written
from bot.views import Person, Phrase, Place
from tests.unit.moderation.playing import (
    BASILE,
    BOSSES,
    GENERAL,
    INES,
    KWAME,
    MODS,
    NEWS,
    NOW,
    SPACE,
    TEAM,
    Stage,
    buttons,
    check_words,
    command,
    form,
    keys,
    only,
    press,
    set_in_chat,
    somebody,
    words,
    written,
)

ELSEWHERE = space_id("web", "elsewhere")
BOSS = {account_key(KWAME): somebody(KWAME, roles=(BOSSES,))}


def room(file: Written | None = None) -> GoverningRoom:
    return GoverningRoom(Overlay(file or Written(spaces=(SPACE,))), KeptDays())


def stage(file: Written | None = None, known: Any = None) -> Stage:
    return Stage(room(file), known={**BOSS, **(known or {})})


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def changes(rulings: list[Ruling]) -> dict[str, str | None]:
    return {one.key: one.value for ruling in rulings for one in ruling.records if isinstance(one, SettingChanged)}


def answer(rulings: list[Ruling]) -> ReplyPrivately:
    return only(effects(rulings), ReplyPrivately)


def now(here: Stage) -> Settings:
    here._load(frozenset({SETTINGS_KEY}))
    return Settings(Written(), here.facts.settings())


def test_at_first_it_asks_for_the_teams_channel_and_cannot_begin_yet() -> None:
    card = answer(stage().play(command("setup"))).card
    assert keys(card)[:3] == ["governing-setup-title", "governing-setup-intro", "governing-missing-channel"]
    forms = ["setup-voice", "setup-team", "setup-person", "setup-hours", "setup-fairness", "setup-channel"]
    assert buttons(card) == forms
    assert [button.id for button in card.buttons if button.style == "primary"] == ["setup-team"]


def test_forms_open_with_what_holds() -> None:
    known = set_in_chat(
        **{
            f"managers_channel__{SPACE}": TEAM,
            f"announcements__{SPACE}": NEWS,
            "outside_contact": "Ada",
            "locale": "fr",
        }
    )
    card = answer(stage(known=known).play(command("setup"))).card
    prefilled = {button.id: dict(button.prefill) for button in card.buttons}
    assert prefilled["setup-voice"] == {"locale": "fr", "address": "tu"}
    assert prefilled["setup-team"] == {"managers_channel": TEAM, "profile": "small", "outside_contact": "Ada"}
    assert prefilled["setup-begin"] == {"stage": "observing", "announcements": NEWS}


def test_it_reads_like_a_conversation() -> None:
    here = stage()
    steps = [
        form("setup-team", managers_channel=TEAM, profile="small"),
        form("setup-person", role=MODS, level="moderator"),
        form("setup-team", managers_channel=TEAM, profile="small", outside_contact=" Ada, ada@example.org "),
        form("setup-begin", stage="acting"),
        form("setup-begin", stage="acting", announcements=NEWS),
    ]
    left = []
    for step in steps:
        said = here.play(step)
        check_words(effects(said))
        left.append([key for key in keys(answer(said).card) if key.startswith("governing-missing")])
    assert left == [
        ["governing-missing-people", "governing-missing-outside", "governing-missing-begin"],
        ["governing-missing-outside", "governing-missing-begin"],
        ["governing-missing-begin"],
        ["governing-missing-announcements"],
        [],
    ]
    settings = now(here)
    assert (settings.managers, settings.announcements) == ({SPACE: TEAM}, {SPACE: NEWS})
    assert settings.outside_contact == "Ada, ada@example.org"
    assert settings.level((MODS,)) is Level.MODERATOR


def test_a_new_language_holds_from_the_answer_on() -> None:
    said = answer(stage().play(form("setup-voice", locale="fr", address="vous")))
    assert (said.locale, said.address) == ("fr", "vous")
    check_words([said])


def test_what_is_as_it_was_is_not_written_down_again() -> None:
    file = written(locale="fr", address="vous")
    said = stage(file).play(form("setup-voice", locale="fr", address="vous"))
    assert changes(said) == {}
    assert keys(answer(said).card)[1] == "governing-saved-nothing"


def test_who_changed_what_and_when_is_kept() -> None:
    here = stage()
    here.play(form("setup-voice", locale="fr", address="tu"))
    fact = now(here).fact
    assert fact.values == {"locale": Setting("fr", KWAME, NOW)}


def test_an_outside_contact_can_be_taken_away_again() -> None:
    known = set_in_chat(outside_contact="Ada", **{f"managers_channel__{SPACE}": TEAM})
    said = stage(known=known).play(form("setup-team", managers_channel=TEAM, profile="small", outside_contact=""))
    assert changes(said) == {"outside_contact": None}


@pytest.mark.parametrize(("locale", "value"), [("fr", "fr"), ("en", "en"), ("usual", None)])
def test_a_channel_has_its_own_language_or_the_usual_one(locale: str, value: str | None) -> None:
    known = set_in_chat(**{f"channel_locale__{GENERAL}": "en" if locale == "fr" else "fr"})
    said = stage(known=known).play(form("setup-channel", channel=GENERAL, locale=locale))
    assert changes(said) == {community.channel_key(GENERAL): value}
    check_words(effects(said))


@pytest.mark.parametrize(
    ("name", "values", "key"),
    [
        ("setup-voice", {"locale": "de", "address": "tu"}, "governing-wrong-choice"),
        ("setup-voice", {"locale": "fr", "address": "sie"}, "governing-wrong-choice"),
        ("setup-voice", {}, "governing-wrong-choice"),
        ("setup-team", {"profile": "small"}, "governing-wrong-channel"),
        ("setup-team", {"managers_channel": "general", "profile": "small"}, "governing-wrong-channel"),
        (
            "setup-team",
            {"managers_channel": channel_id(ELSEWHERE, "x"), "profile": "small"},
            "governing-wrong-channel",
        ),
        ("setup-team", {"managers_channel": TEAM, "profile": "huge"}, "governing-wrong-choice"),
        ("setup-person", {"level": "moderator"}, "governing-wrong-nobody"),
        ("setup-person", {"level": "operator", "role": MODS}, "governing-wrong-choice"),
        ("setup-person", {"level": "helper", "role": role_id(ELSEWHERE, "x")}, "governing-wrong-person"),
        ("setup-person", {"level": "helper", "account": account_id(ELSEWHERE, "x")}, "governing-wrong-person"),
        ("setup-channel", {"channel": "nowhere", "locale": "fr"}, "governing-wrong-channel"),
        ("setup-channel", {"channel": GENERAL, "locale": "de"}, "governing-wrong-choice"),
        ("setup-begin", {"stage": "sleeping"}, "governing-wrong-choice"),
        ("setup-begin", {"stage": "acting", "announcements": "nowhere"}, "governing-wrong-channel"),
        ("setup-begin", {"stage": "acting"}, "governing-missing-channel"),
    ],
)
def test_what_cannot_be_is_refused_with_nothing_changed(name: str, values: dict[str, str], key: str) -> None:
    said = stage().play(replace(form(name), values=tuple(values.items())))
    assert [ruling.records for ruling in said] == [()]
    assert keys(answer(said).card) == [key]
    check_words(effects(said))


@pytest.mark.parametrize("level", ["member", "helper", "moderator", "senior"])
def test_no_owner_lowers_themselves(level: str) -> None:
    said = stage().play(form("setup-person", account=KWAME, level=level))
    assert changes(said) == {}
    assert keys(answer(said).card) == ["governing-wrong-yourself"]


def test_no_owner_lowers_the_role_that_makes_them_one() -> None:
    here = stage()
    assert changes(here.play(form("setup-person", role=BOSSES, level="helper"))) == {}
    here.play(form("setup-person", account=KWAME, level="owner"))
    assert changes(here.play(form("setup-person", role=BOSSES, level="helper"))) == {f"level:{BOSSES}": "helper"}


def test_the_roles_of_the_moment_count_more_than_those_remembered() -> None:
    said = stage().play(form("setup-person", roles=(MODS, BOSSES), role=MODS, level="member"))
    assert changes(said) == {f"level:{MODS}": "member"}


def test_others_can_be_lowered_and_a_role_and_a_person_named_at_once() -> None:
    said = stage().play(form("setup-person", role=MODS, account=INES, level="helper"))
    assert changes(said) == {f"level:{MODS}": "helper", f"level:{INES}": "helper"}


def test_where_a_platform_opens_no_form_the_guide_is_shown() -> None:
    assert keys(answer(stage().play(press("setup-team"))).card)[0] == "governing-setup-title"


def test_settings_lists_everything_with_who_and_when() -> None:
    known = set_in_chat(
        **{
            "locale": "fr",
            "address": "vous",
            "profile": "large",
            "outside_contact": "Ada",
            "stage": "observing",
            "observing_until": NOW.isoformat(),
            "observing_since": NOW.isoformat(),
            "paused": '["*", "starter/one"]',
            f"managers_channel__{SPACE}": TEAM,
            f"announcements__{SPACE}": NEWS,
            f"announced__{SPACE}": NEWS,
            f"channel_locale__{GENERAL}": "fr",
            f"level__{INES}": "moderator",
            f"level__{MODS}": "helper",
            "mode__starter/one": "shadow",
            "policy__chat/mine": "{}",
        }
    )
    said = stage(known=known).play(command("settings"))
    card = answer(said).card
    check_words(effects(said))
    assert len([key for key in keys(card) if key.startswith("governing-set-")]) == 14
    assert "<Person>: moderator (<Person>, <Instant>)" in words(card)
    assert "<Holders>: helper (<Person>, <Instant>)" in words(card)
    assert "starter/one is stopped" in words(card)
    for line in card.body[1:]:
        assert isinstance(line, Phrase)
        assert ("person", Person(KWAME)) in line.arguments
    assert buttons(card)


@pytest.mark.parametrize("value", ["member", "helper", "moderator", "senior", "owner"])
def test_every_level_has_words(value: str) -> None:
    known = set_in_chat(**{f"level__{INES}": value, f"level__{MODS}": value})
    check_words(effects(stage(known=known).play(command("settings"))))


def test_what_the_program_set_itself_says_so() -> None:
    here = stage()
    here.fold([SettingChanged(key="stage", value="acting", by=None, at=NOW)])
    assert "I act (the program itself, <Instant>)" in words(answer(here.play(command("settings"))).card)


def test_where_nothing_was_set_that_is_said() -> None:
    card = answer(stage().play(command("settings"))).card
    assert keys(card)[1] == "governing-settings-none"


def test_whoever_may_not_change_settings_is_shown_no_forms() -> None:
    card = answer(stage().play(command("settings", INES))).card
    assert card.buttons == ()


def test_the_guide_shows_where_things_stand() -> None:
    known = set_in_chat(
        **{f"managers_channel__{SPACE}": TEAM, f"channel_locale__{GENERAL}": "fr", f"level__{MODS}": "moderator"}
    )
    card = answer(stage(known=known).play(command("setup"))).card
    fields = {field.label: field.value for field in card.fields}
    team = fields[Phrase("governing-section", (("section", "team"),))]
    assert isinstance(team, Phrase)
    assert ("place", Place(TEAM)) in team.arguments
    said = words(card)
    assert "Moderators: 1" in said
    assert "In French: 1" in said
    assert "Nothing yet" in said


def test_linked_accounts_of_an_owner_change_nothing_about_the_rule() -> None:
    known = {account_key(BASILE): somebody(BASILE, member=MemberId("x"))}
    assert changes(stage(known=known).play(form("setup-person", account=BASILE, level="owner")))
