"""Somebody's own page: what is open about them, the rules, their data; and nothing about anybody else."""

from datetime import timedelta
from typing import Any

import pytest

from bot.catalogue.declared import CATALOGUE
from bot.effects import ShowHome
from bot.events import HomeOpened
from bot.facts import (
    Fact,
    FactKey,
    Matter,
    MattersFact,
    MemberFact,
    Situation,
    account_key,
    matters_key,
    member_key,
)
from bot.guidance.home import HomeRoom, Rule
from bot.ids import AccountId, CaseId, EventId, MemberId, PolicyId
from bot.locales import LOCALES
from bot.records import IncidentState, TimerCancelled
from bot.settings import KeptDays, Overlay
from bot.views import Bilingual, Button, Card, Field, Phrase
from tests.unit.moderation.playing import (
    BASILE,
    KWAME,
    NOW,
    SPACE,
    ZOE,
    Stage,
    check_words,
    command,
    keys,
    only,
    press,
    set_in_chat,
    somebody,
    words,
    written,
)

RULES = tuple(
    Rule(
        PolicyId(f"ours/{name}"), Bilingual(name, f"{name}-fr"), Bilingual(f"Because of {name}.", f"À cause de {name}.")
    )
    for name in ("one", "two", "three", "four", "five", "six", "seven")
)


def matter(state: IncidentState = "standing", *, reported: bool = False, ago: float = 1, **more: Any) -> Matter:
    at = NOW - timedelta(days=ago)
    titles = () if reported else (Bilingual("No scams", "Pas d'arnaques"),)
    return Matter(at, state, more.get("moved_at", at), more.get("titles", titles), reported)


def about(account: AccountId, *matters: Matter) -> dict[FactKey, Fact]:
    return {matters_key(account): MattersFact(account=account, matters=matters)}


def opened(by: AccountId = BASILE, **more: Any) -> HomeOpened:
    base: dict[str, Any] = {"id": EventId("home"), "space": SPACE, "at": NOW, "account": by, "channel": None}
    return HomeOpened(**{**base, **more})


def page(
    known: dict[FactKey, Fact] | None = None, rules: tuple[Rule, ...] = RULES, by: AccountId = BASILE, **more: Any
) -> ShowHome:
    here = Stage(HomeRoom(Overlay(written()), KeptDays(activity=60), rules), known=known)
    shown = only(here.effects(opened(by, **more)), ShowHome)
    check_words([shown])
    return shown


def sections(card: Card) -> dict[str, list[Field]]:
    found: dict[str, list[Field]] = {}
    for field in card.fields:
        if isinstance(field.label, Phrase) and field.label.key == "guidance-home-section":
            found[str(dict(field.label.arguments)["section"])] = []
        else:
            list(found.values())[-1].append(field)
    return found


def stages(card: Card) -> list[str]:
    return [
        str(dict(one.value.arguments)["stage"]) for one in sections(card)["matters"] if isinstance(one.value, Phrase)
    ]


def test_somebody_about_whom_nothing_is_open_reads_what_would_stand_there() -> None:
    shown = page()
    assert shown.account == BASILE
    assert list(sections(shown.card)) == ["matters", "rules", "keeps"]
    assert sections(shown.card)["matters"] == []
    assert "Nothing. Here you would see" in words(shown.card)
    assert "for 60 days" in words(shown.card)


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        ("standing", "stands"),
        ("asked", "received"),
        ("talking", "talking"),
        ("confirmed", "decided"),
        ("undone", "finished"),
    ],
)
def test_what_was_done_about_somebody_is_told_in_members_words(state: IncidentState, stage: str) -> None:
    card = page(about(BASILE, matter(state))).card
    assert stages(card) == [stage]
    assert sections(card)["matters"][0].label == Bilingual("No scams", "Pas d'arnaques")


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        ("standing", "received"),
        ("taken", "talking"),
        ("requested", "talking"),
        ("removed", "decided"),
        ("asked", "decided"),
        ("talking", "decided"),
        ("undone", "decided"),
        ("closed", "finished"),
        ("withdrawn", "finished"),
    ],
)
def test_of_a_report_somebody_reads_how_far_it_is_and_not_what_was_done_to_others(
    state: IncidentState, stage: str
) -> None:
    card = page(about(BASILE, matter(state, reported=True))).card
    assert stages(card) == [stage]
    assert "Something that you told the team" in words(card)


@pytest.mark.parametrize(("ago", "shown"), [(6.9, 1), (7.1, 0)])
def test_what_is_over_is_told_for_a_week(ago: float, shown: int) -> None:
    assert len(stages(page(about(BASILE, matter("confirmed", ago=ago))).card)) == shown
    assert len(stages(page(about(BASILE, matter("standing", ago=ago))).card)) == 1


def test_the_latest_five_are_shown_in_order() -> None:
    known = about(BASILE, *(matter(ago=number) for number in range(1, 9)))
    instants = [dict(field.value.arguments)["instant"].at for field in sections(page(known).card)["matters"]]  # type: ignore[union-attr]
    assert instants == [NOW - timedelta(days=number) for number in range(1, 6)]


def test_with_joined_accounts_one_page_tells_of_all_of_them() -> None:
    member = MemberId("both")
    known = {
        **{account_key(one): somebody(one, member=member) for one in (BASILE, ZOE)},
        member_key(member): MemberFact(member=member, accounts=(BASILE, ZOE)),
        **about(BASILE, matter(ago=2)),
        **about(ZOE, matter("talking", ago=1)),
        **about(KWAME, matter("asked")),
    }
    assert stages(page(known).card) == ["talking", "stands"]


def test_the_weightiest_rules_are_shown_with_their_reasons_and_the_others_counted() -> None:
    card = page().card
    assert [field.label for field in sections(card)["rules"]] == [rule.title for rule in RULES[:5]]
    assert "there are 2 more" in words(card)
    assert "Because of one." in words(card)


def test_paused_rules_are_not_in_force() -> None:
    card = page(set_in_chat(paused='["ours/one", "ours/seven"]')).card
    assert [field.label for field in sections(card)["rules"]] == [rule.title for rule in RULES[1:6]]
    nothing = page(set_in_chat(paused='["*"]')).card
    assert sections(nothing)["rules"] == []
    assert "None acts at the moment." in words(nothing)


def test_in_the_first_days_it_says_that_it_only_looks_on() -> None:
    until = (NOW + timedelta(days=3)).isoformat()
    assert "I only look on" in words(page(set_in_chat(stage="observing", observing_until=until)).card)


def test_every_button_does_what_a_command_or_a_form_does_and_everybody_may() -> None:
    buttons: tuple[Button, ...] = page().card.buttons
    entries = [CATALOGUE.action(button.id) for button in buttons]
    assert [entry.id for entry in entries if entry] == [
        "home-policies",
        "home-report",
        "home-privacy",
        "home-export",
        "home-forget",
        "home-language",
    ]
    assert all(entry and entry.level == 0 and (entry.form or entry.command) for entry in entries)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_other_language_is_offered_in_that_language(locale: Any) -> None:
    shown = page(locale=locale)
    assert shown.locale == locale
    assert shown.card.buttons[-1].id == f"home-language:{'en' if locale == 'fr' else 'fr'}"
    assert ("In English" if locale == "fr" else "En français") in words(shown.card, locale)


def test_a_button_that_stands_for_a_command_is_read_as_if_it_had_been_typed() -> None:
    pressed = press("home-language:fr", BASILE)
    typed = CATALOGUE.spelled_out(pressed)
    assert (typed.id, typed.account) == (pressed.id, BASILE)
    assert (typed.command, typed.arguments) == ("language", (("language", "fr"),))  # type: ignore[attr-defined]
    assert CATALOGUE.spelled_out(press("home-privacy")).arguments == ()  # type: ignore[attr-defined]
    for other in (press("incident-right:1"), press("nothing-known"), command("help")):
        assert CATALOGUE.spelled_out(other) is other


def situation(case: str, part: str, word: str, *, ago: float = 1, due: float | None = None) -> Situation:
    until = None if due is None else NOW + timedelta(days=due)
    return Situation(CaseId(case), part, word, NOW - timedelta(days=ago), until)  # type: ignore[arg-type]


def test_situations_stand_there_with_their_word_the_next_date_and_a_way_in() -> None:
    found = (
        situation("4", "reported", "received"),
        situation("3", "about", "decided", ago=9, due=5),
        situation("2", "asked", "talked_over", ago=2, due=3),
        situation("1", "asked", "finished", ago=8),
    )
    known: dict[FactKey, Fact] = {
        matters_key(BASILE): MattersFact(account=BASILE, matters=(matter(),), situations=found)
    }
    card = page(known).card
    shown = sections(card)["matters"]
    assert [words(Card(body=(one.label, one.value))).replace("\n", " ") for one in shown[:3]] == [
        "Something that you told the team Received · <Instant>",
        "Situation 2, for which you asked for help Being talked over · the next date is <Instant>",
        "Situation 3, which is about you Decided · the next date is <Instant>",
    ]
    assert [one.id for one in card.buttons if one.id.startswith("situation")] == [
        "situation:2",
        "situation:3",
    ]
    assert "4 things. Only you see this" in words(card), "what was finished long ago is no news"


def test_a_manager_sees_no_more_than_anybody() -> None:
    boss: dict[FactKey, Fact] = {account_key(KWAME): somebody(KWAME, roles=("web:here/owner",))}
    assert page(boss, by=KWAME).card == page(by=BASILE).card


def test_somebody_who_was_never_met_has_a_page_and_is_not_met_by_looking() -> None:
    stranger = AccountId(f"{SPACE}/U-stranger")
    assert page(by=stranger).account == stranger


def test_only_pages_are_for_this_room_and_it_keeps_nothing() -> None:
    room = HomeRoom(Overlay(written()), KeptDays(), RULES)
    assert Stage(room).play(command("help")) == []
    assert room.touches(TimerCancelled(timer="x")) == frozenset()  # type: ignore[arg-type]
    assert room.needs(command("help"), Stage(room).facts) == frozenset()
    assert keys(page().card)[0] == "guidance-home-title"
