"""What people ask about themselves: a language, what is kept of them, to be forgotten."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.effects import Effect, ReplyPrivately
from bot.events import HomeOpened
from bot.facts import Fact, FactKey, KeptFact, account_key, kept_key
from bot.ids import EventId, account_id
from bot.members.room import MembersRoom, Window
from bot.records import AccountForgotten, AccountMet, LanguageChosen, Record
from bot.rooms import Ruling
from bot.settings import KeptDays, Overlay
from bot.views import Locale
from bot.wording import say
from tests.unit.moderation.playing import (
    BASILE,
    NOW,
    SPACE,
    STRICT,
    Stage,
    check_words,
    command,
    form,
    keys,
    only,
    press,
    somebody,
    words,
    written,
)

STRANGER = account_id(SPACE, "U-stranger")
EVERYTHING = {
    "accounts": 1, "activity": 2, "windows": 1, "events": 30, "activity_daily": 4, "ruling_details": 2, "rulings": 1,
    "policy_hits": 3, "counters": 5, "incidents": 1, "reports": 1, "outbox": 6, "quarantine": 0, "link_codes": 1,
    "new_table": 2,
}  # fmt: skip


def stage(known: dict[FactKey, Fact] | None = None) -> Stage:
    window = Window(timedelta(seconds=60), 10)
    room = MembersRoom(window, len, Overlay(written()), KeptDays(activity=60, evidence=1, outbox_text=30))
    return Stage(room, known=known)


def kept(**counts: int) -> dict[FactKey, Fact]:
    return {kept_key(BASILE): KeptFact(account=BASILE, counts=counts, export=json.dumps({"accounts": ["Basile"]}))}


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def records(rulings: list[Ruling]) -> list[Record]:
    return [record for ruling in rulings for record in ruling.records]


def answer(rulings: list[Ruling]) -> ReplyPrivately:
    check_words(effects(rulings))
    return only(effects(rulings), ReplyPrivately)


@pytest.mark.parametrize(("wanted", "hint", "spoken"), [("fr", "en", "fr"), ("en", "fr", "en")])
def test_a_language_is_chosen_and_spoken_at_once(wanted: str, hint: Locale, spoken: str) -> None:
    here = stage()
    said = here.play(replace(command("language", BASILE, language=wanted), locale=hint))
    assert LanguageChosen(account=BASILE, locale=wanted) in records(said)  # type: ignore[arg-type]
    assert answer(said).locale == spoken
    known = here.facts.account(BASILE)
    assert known is not None
    assert known.locale == wanted
    later = here.play(replace(command("privacy show", BASILE), locale=hint))
    assert answer(later).locale == spoken


@pytest.mark.parametrize(("hint", "spoken"), [("en", "en"), ("fr", "fr"), (None, "en")])
def test_a_choice_is_taken_back_and_the_platforms_language_holds(hint: Locale | None, spoken: str) -> None:
    here = stage({account_key(BASILE): somebody(BASILE, locale="fr")})
    said = here.play(replace(command("language", BASILE, language="auto"), locale=hint))
    assert LanguageChosen(account=BASILE, locale=None) in records(said)
    assert answer(said).locale == spoken


def test_choosing_the_same_again_writes_nothing_down() -> None:
    here = stage()
    here.play(command("language", BASILE, language="fr"))
    assert records(here.play(command("language", BASILE, language="fr"))) == []


def test_a_language_that_it_does_not_speak_changes_nothing() -> None:
    said = stage().play(command("language", BASILE, language="de"))
    assert not any(isinstance(one, LanguageChosen) for one in records(said))
    assert keys(answer(said).card) == ["members-language-unknown"]


def test_whoever_was_never_met_is_met_by_choosing() -> None:
    here = stage()
    said = here.play(replace(command("language", STRANGER, language="fr"), name="Stranger"))
    met, chosen = records(said)
    assert isinstance(met, AccountMet)
    assert (met.name, chosen) == ("Stranger", LanguageChosen(account=STRANGER, locale="fr"))
    known = here.facts.account(STRANGER)
    assert known is not None
    assert known.locale == "fr"


def test_what_is_kept_is_shown_by_subject_with_how_long_and_how_to_erase_it() -> None:
    said = stage(kept(**EVERYTHING)).play(command("privacy show", BASILE))
    card = answer(said).card
    assert len(card.fields) == len([number for number in EVERYTHING.values() if number])
    text = words(card)
    for part in ("your name, your roles", "30 entries", "one entry", "for 60 days", "for one day", "/privacy forget"):
        assert part in text
    assert "activity_daily" not in text


def test_every_subject_that_is_known_has_words_of_its_own() -> None:
    card = answer(stage(kept(**EVERYTHING)).play(command("privacy show", BASILE))).card
    plain = [say(field.label, "en", STRICT) for field in card.fields]
    assert plain.count("Other things") == 1
    assert "subject" not in " ".join(plain)


@pytest.mark.parametrize("name", ["privacy show", "privacy export"])
@pytest.mark.parametrize("known", [{}, kept(accounts=0)])
def test_where_nothing_is_kept_that_is_said_and_asking_adds_nothing(name: str, known: dict[FactKey, Fact]) -> None:
    said = stage(known).play(command(name, BASILE))
    assert records(said) == []
    assert keys(answer(said).card) == ["members-kept-nothing"]
    assert records(stage(known).play(command(name, STRANGER))) == []


@pytest.mark.parametrize(
    ("name", "file"),
    [("Basile", "palabre-basile.json"), ("Élodie / 🦊", "palabre-lodie.json"), ("🦊", "palabre-export.json")],
)
def test_everything_is_handed_over_as_a_file(name: str, file: str) -> None:
    said = stage(kept(accounts=1)).play(replace(command("privacy export", BASILE), name=name))
    (document,) = answer(said).card.files
    assert (document.name, document.media_type) == (file, "application/json")
    assert json.loads(document.content) == {"accounts": ["Basile"]}


def test_what_is_kept_is_only_looked_up_for_whoever_asks() -> None:
    here = stage()
    room = here.rooms[0]
    assert kept_key(BASILE) in room.needs(command("privacy show", BASILE), here.facts)
    assert kept_key(BASILE) not in room.needs(form("privacy-forget", BASILE, sure="yes"), here.facts)


def test_somebody_is_forgotten_and_not_brought_back_by_the_answer() -> None:
    here = stage()
    (ruling,) = here.play(replace(form("privacy-forget", BASILE, sure="yes"), name="Basile"))
    assert ruling.subject is None
    assert ruling.why == ()
    assert [type(one) for one in ruling.records] == [AccountForgotten]
    assert keys(answer([ruling]).card) == ["members-forgotten"]
    assert here.facts.account(BASILE) is None


def test_somebody_who_was_never_met_is_forgotten_all_the_same_for_they_may_have_asked_or_been_reported() -> None:
    said = stage().play(form("privacy-forget", STRANGER, sure="yes"))
    assert records(said) == [AccountForgotten(account=STRANGER, member=None)]
    assert keys(answer(said).card) == ["members-forgotten"]


@pytest.mark.parametrize("sure", ["no", "", "maybe"])
def test_whoever_is_not_sure_loses_nothing(sure: str) -> None:
    said = stage().play(form("privacy-forget", BASILE, sure=sure))
    assert records(said) == []
    assert keys(answer(said).card) == ["members-forget-not"]


def test_what_the_law_holds_is_not_erased() -> None:
    said = stage({account_key(BASILE): somebody(BASILE, held=True)}).play(form("privacy-forget", BASILE, sure="yes"))
    assert records(said) == []
    assert keys(answer(said).card) == ["members-forget-held"]


def test_other_requests_only_acquaint_it_with_who_asks() -> None:
    said = stage().play(replace(command("help", STRANGER), name="Stranger"))
    (met,) = records(said)
    assert isinstance(met, AccountMet)
    assert met.name == "Stranger"
    assert effects(said) == []


def test_a_name_that_changed_is_noticed_when_somebody_asks() -> None:
    here: Any = stage()
    here.play(replace(command("help", BASILE), name="Basil"))
    assert here.facts.account(BASILE).name == "Basil"


@pytest.mark.parametrize(
    ("button", "typed"),
    [
        ("home-privacy", command("privacy show", BASILE)),
        ("home-language:fr", command("language", BASILE, language="fr")),
    ],
)
def test_a_button_of_the_own_page_is_answered_like_its_command(button: str, typed: Any) -> None:
    pressed, written_out = (
        answer(stage(kept(accounts=1)).play(one)) for one in (press(button, BASILE, channel=None), typed)
    )
    assert (pressed.card, pressed.locale) == (written_out.card, written_out.locale)


def test_the_own_data_is_handed_over_at_the_press_of_a_button() -> None:
    said = stage(kept(accounts=1)).play(press("home-export", BASILE))
    assert len(answer(said).card.files) == 1


def test_nobody_is_met_by_looking_at_a_page() -> None:
    opened = HomeOpened(id=EventId("home"), space=SPACE, at=NOW, account=STRANGER, channel=None, name="Stranger")
    assert stage().play(opened) == []
