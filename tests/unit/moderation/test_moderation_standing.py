"""Reports about messages that a platform does not let anybody take down: their authors are asked to."""

from typing import Any

import pytest

from bot.commands import Level
from bot.effects import DeleteMessage, EditCard, Effect, PostCard, ReplyPrivately, SendDirect
from bot.events import Cited
from bot.facts import Fact, FactKey, MemberFact, account_key, member_key
from bot.ids import MemberId, Platform, message_id
from bot.moderation.room import ModerationRoom
from bot.records import IncidentMoved, IncidentOpened
from bot.rooms import Ruling
from bot.settings import Overlay
from tests.unit.moderation.playing import (
    BASILE,
    GENERAL,
    INES,
    KWAME,
    MODS,
    NOW,
    ZOE,
    Stage,
    all_of,
    buttons,
    check_words,
    form,
    keys,
    only,
    press,
    somebody,
    words,
    written,
)

CANNOT = {Platform("web"): frozenset({"delete_message"})}
CITED = Cited(message=message_id(GENERAL, "7"), channel=GENERAL, author=BASILE, text="nobody wants you here")


def stage(**known: Any) -> Stage:
    return Stage(ModerationRoom(Overlay(written(levels={MODS: Level.MODERATOR}, cannot=CANNOT))), **known)


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def moved(rulings: list[Ruling]) -> list[str]:
    return [one.state for ruling in rulings for one in ruling.records if isinstance(one, IncidentMoved)]


def report(here: Stage, cited: Cited | None = CITED, account: str = "") -> tuple[str, list[Effect]]:
    said = here.play(form("report", INES, cited=cited, what="hurt", account=account))
    (opened,) = (one for ruling in said for one in ruling.records if isinstance(one, IncidentOpened))
    return opened.incident, effects(said)


def test_the_card_offers_to_ask_the_author_in_place_of_taking_it_down() -> None:
    _, said = report(stage())
    card = only(said, PostCard).card
    assert buttons(card) == ["report-take", "report-ask", "report-close"]
    assert "moderation-report-stands" in keys(card)
    check_words(said)


def test_a_report_about_no_message_offers_nothing_of_the_kind() -> None:
    _, said = report(stage(), None, account=BASILE)
    assert buttons(only(said, PostCard).card) == ["report-take", "report-close"]


def test_a_report_about_somebody_who_is_on_the_team_with_another_account_goes_past_its_channel() -> None:
    member = MemberId("both")
    known: dict[FactKey, Fact] = {
        account_key(BASILE): somebody(BASILE, member=member),
        account_key(ZOE): somebody(ZOE, member=member, roles=(MODS,)),
        member_key(member): MemberFact(member=member, accounts=(BASILE, ZOE)),
    }
    _, said = report(stage(known=known))
    assert all_of(said, PostCard) == []
    assert "about somebody on the team" in words(only(said, ReplyPrivately).card)


def test_the_author_is_asked_told_why_and_told_how_to_get_a_second_look() -> None:
    here = stage()
    name, _ = report(here)
    said = here.play(press(f"report-ask:{name}", KWAME))
    assert moved(said) == ["requested"]
    letter = only(effects(said), SendDirect)
    assert letter.account == BASILE
    assert "ask you to take it down yourself" in words(letter.card)
    assert buttons(letter.card) == ["incident-ask"]
    card = only(effects(said), EditCard).card
    assert buttons(card) == ["report-close"]
    assert "Until then it stands." in words(card)
    assert all_of(effects(said), DeleteMessage) == []
    check_words(effects(said))


def test_an_old_card_leads_to_what_is_possible_now() -> None:
    here = stage()
    name, _ = report(here)
    said = here.play(press(f"report-remove:{name}", KWAME))
    assert moved(said) == ["requested"]
    assert all_of(effects(said), DeleteMessage) == []


def test_where_there_is_nobody_to_ask_that_is_said_and_nothing_changes() -> None:
    here = stage(known={account_key(BASILE): somebody(BASILE, left_at=NOW)})
    name, _ = report(here)
    said = here.play(press(f"report-ask:{name}", KWAME))
    assert moved(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-request-nobody"]


@pytest.mark.parametrize("button", ["report-ask", "report-remove"])
def test_nobody_is_asked_twice(button: str) -> None:
    here = stage()
    name, _ = report(here)
    here.play(press(f"report-ask:{name}", KWAME))
    said = here.play(press(f"{button}:{name}", INES))
    assert moved(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-settled"]


def test_once_the_team_is_done_whoever_reported_hears_of_it() -> None:
    here = stage()
    name, _ = report(here)
    here.play(press(f"report-ask:{name}", KWAME))
    said = here.play(press(f"report-close:{name}", KWAME))
    assert moved(said) == ["closed"]
    assert only(effects(said), SendDirect).account == INES


def test_an_author_who_was_asked_by_mistake_gets_an_apology_that_claims_no_removal() -> None:
    here = stage()
    name, _ = report(here)
    here.play(press(f"report-ask:{name}", KWAME))
    asked = here.play(press(f"incident-ask:{name}", BASILE, channel=None))
    assert moved(asked) == ["asked"]
    said = here.play(press(f"incident-undo:{name}", KWAME))
    letter = only(effects(said), SendDirect).card
    assert "moderation-apology-asked" in keys(letter)
    assert "moderation-apology-text" not in keys(letter)
    check_words([*effects(asked), *effects(said)])
