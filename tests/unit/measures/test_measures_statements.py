"""The statement of reasons says everything that it has to, in both languages, and claims nothing that is not done."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

import pytest

from bot.cases.case import Case
from bot.cases.lines import Opening, PenaltyName
from bot.cases.sanctions import Sanction
from bot.effects import SendDirect
from bot.events import EffectRefused
from bot.facts import CaseFact, Fact, FactKey, account_key, case_key, file_key
from bot.ids import CaseId, EffectKey, EventId, Platform, SanctionId, role_id
from bot.measures.force import FORCE, TAKES
from bot.measures.room import MeasuresRoom
from bot.records import SanctionMoved, SanctionOrdered, SanctionTaken, ToAnswer
from bot.settings import Overlay, Written
from bot.views import Bilingual, Doorway, Phrase
from tests.unit.measures.made import RULE, WORDING, file, sanction
from tests.unit.moderation.playing import (
    BASILE,
    GENERAL,
    KWAME,
    NOW,
    SPACE,
    TEAM,
    Stage,
    all_of,
    buttons,
    cards,
    check_words,
    keys,
    only,
    quotes,
    set_in_chat,
    somebody,
    words,
    written,
)

LASTING = ("timeout", "quarantine", "remove_from_channel", "role", "ban")


def case(door: Any = "command", **more: Any) -> dict[FactKey, Fact]:
    opening = Opening(kind="measure", door=door, space=SPACE, opener=KWAME, respondent=BASILE, **more)
    known = Case(id=CaseId("1"), opening=opening, opened_at=NOW, state="decided", since=NOW, due_at=None)
    return {case_key(CaseId("1")): CaseFact(case=known)}


def stage(known_file: Written | None = None, **known: Any) -> Stage:
    facts = {**case(), file_key(BASILE): file(), **known.pop("known", {})}
    return Stage(MeasuresRoom(Overlay(known_file or written())), known=facts)


def ordered(here: Stage, *sanctions: Sanction, **more: Any) -> list[Any]:
    """What comes of several that were decided in the same breath."""
    records = [SanctionOrdered(sanction=one, **more) for one in sanctions]
    here.fold(records)
    return [ruling for record in records for ruling in here.play(record)]


def effects(rulings: list[Any]) -> list[Any]:
    return [effect for ruling in rulings for effect in ruling.effects]


def a(name: PenaltyName, **more: Any) -> Sanction:
    seconds = more.pop("seconds", 7200 if name in LASTING else None)
    penalty = {"role": role_id(SPACE, "R-muted")} if name == "role" else {}
    message = f"{GENERAL}/7" if name == "remove" else None
    return sanction(name, at=NOW, seconds=seconds, penalty=penalty, message=message, **more)


@pytest.mark.parametrize("name", get_args(PenaltyName))
def test_whoever_a_measure_falls_upon_reads_why_before_it_is_done(name: PenaltyName) -> None:
    wanted = effects(ordered(stage(), a(name)))
    letter = wanted[0]
    assert isinstance(letter, SendDirect)
    assert letter.account == BASILE
    forced = [one.kind for one in wanted if one.kind in FORCE]
    assert forced == ([] if name in ("remind", "warn") else [TAKES[name]])
    check_words(wanted)


@pytest.mark.parametrize("ends", [True, False])
@pytest.mark.parametrize("platform", ["all", "nothing"])
@pytest.mark.parametrize("named", ["yes", "no"])
@pytest.mark.parametrize("door", ["command", "policy", "hand"])
@pytest.mark.parametrize("name", get_args(PenaltyName))
def test_every_statement_can_be_read(name: PenaltyName, door: str, named: str, platform: str, ends: bool) -> None:
    lacks = frozenset(TAKES.values()) - {"send_direct"} if platform == "nothing" else frozenset[str]()
    here = Stage(
        MeasuresRoom(Overlay(written(cannot={Platform("web"): lacks}, doorways=True))),
        known={**case(door), file_key(BASILE): file(), **set_in_chat(named_managers=named)},
    )
    given = a(name, seconds=None if not ends else 7200 if name in LASTING else None, quote="you fool", policies=())
    wanted = effects(ordered(here, given, answer=ToAnswer(event=EventId("ask"), space=SPACE, account=KWAME)))
    check_words(wanted)
    assert cards(wanted)


def test_it_says_what_for_how_long_the_facts_the_rule_the_reasons_and_how_to_answer_back() -> None:
    given = a("timeout", quote="you fool", policies=((RULE, WORDING),), titles=(Bilingual("Insults", "Insultes"),))
    card = only(effects(ordered(stage(), given)), SendDirect).card
    said = words(card)
    for part in (
        "<Person>, of the team, who decided this",
        "write again on <Instant>",
        "You wrote:",
        "Insults",
        "ours/insults, in the wording abcdef01",
        "Why, in their words:",
        "We remember this until <Instant>",
        "Until <Instant> you can have it looked at afresh",
        "a person reads it",
    ):
        assert part in said, part
    assert quotes(card) == ["you fool", "called somebody names"]
    assert [one.id for one in card.buttons] == ["case-appeal:1"]


@pytest.mark.parametrize(("name", "seconds", "told"), [("warn", None, True), ("timeout", 600, True),
                                                       ("timeout", 7200, False), ("ban", None, False)])  # fmt: skip
def test_what_would_come_next_is_told_only_where_it_is_more_than_what_was_done(
    name: PenaltyName, seconds: int | None, told: bool
) -> None:
    card = only(effects(ordered(stage(), a(name, seconds=seconds))), SendDirect).card
    assert ("If it happens again" in words(card)) is told


def test_what_was_decided_together_is_told_together_and_once() -> None:
    first, second = a("remove"), replace(a("timeout"), id=SanctionId("1-2-2"))
    wanted = effects(ordered(stage(), first, second))
    letter = only(wanted, SendDirect)
    assert [one.kind for one in wanted] == ["send_direct", "delete_message", "time_out_member"]
    assert "taking down your message" in words(letter.card)
    assert "write again on" in words(letter.card)


def test_the_acting_manager_is_named_only_where_the_community_wants_it() -> None:
    shown = only(effects(ordered(stage(), a("warn"))), SendDirect).card
    hidden = stage(known=set_in_chat(named_managers="no"))
    assert "measure-opening-named" in keys(shown)
    assert "<Person>, of the team" not in words(only(effects(ordered(hidden, a("warn"))), SendDirect).card)


def test_a_program_says_that_it_is_one() -> None:
    said = words(only(effects(ordered(stage(), a("warn", by=None))), SendDirect).card)
    assert "I am the program that helps here" in said
    assert "in their words" not in said


def test_what_a_program_found_and_a_person_decided_is_told_apart() -> None:
    found = only(effects(ordered(stage(known=case("policy")), a("warn"))), SendDirect).card
    assert "A program noticed it. A person looked at it and decided." in words(found)
    assert "measure-found-by-program" not in keys(only(effects(ordered(stage(), a("warn"))), SendDirect).card)


@pytest.mark.parametrize("name", get_args(PenaltyName))
@pytest.mark.parametrize("pages", [True, False])
def test_whoever_has_to_leave_gets_a_door_that_works_from_outside_where_there_are_pages(
    name: PenaltyName, pages: bool
) -> None:
    card = only(effects(ordered(stage(written(doorways=pages)), a(name))), SendDirect).card
    doors = [one for text in card.body for _, one in getattr(text, "arguments", ()) if isinstance(one, Doorway)]
    assert bool(doors) == (pages and name in ("kick", "ban"))
    for door in doors:
        assert (door.purpose, door.case, door.account, door.number) == ("appeal", "1", BASILE, 2)
        assert door.until == NOW + timedelta(days=14)


def test_what_only_holds_meanwhile_says_that_nothing_is_decided() -> None:
    until = NOW + timedelta(hours=72)
    given = a("timeout", interim=True, on_file_until=None, appeal_until=None, until=until)
    card = only(effects(ordered(stage(), given)), SendDirect).card
    assert "Nothing is decided" in words(card)
    assert not {"measure-on-file", "measure-appeal"} & set(keys(card))
    assert buttons(card) == []


def test_after_an_appeal_no_second_one_is_promised() -> None:
    card = only(effects(ordered(stage(), a("timeout", appeal_until=None))), SendDirect).card
    assert "measure-final" in keys(card)
    assert buttons(card) == []


def test_the_language_and_the_address_are_theirs() -> None:
    french = stage(known={account_key(BASILE): somebody(BASILE, locale="fr"), **set_in_chat(address="vous")})
    letter = only(effects(ordered(french, a("timeout"))), SendDirect)
    assert (letter.locale, letter.address) == ("fr", "vous")
    assert "Vous pouvez continuer à lire" in words(letter.card, "fr", "vous")
    assert "Tu peux continuer à lire" in words(letter.card, "fr", "tu")


@pytest.mark.parametrize("name", [one for one in get_args(PenaltyName) if one not in ("remind", "warn")])
def test_what_a_platform_cannot_do_is_said_and_somebody_is_asked_to_do_it_by_hand(name: PenaltyName) -> None:
    lacking = written(cannot={Platform("web"): frozenset({TAKES[name]})})
    wanted = effects(ordered(stage(lacking), a(name)))
    assert [one.kind for one in wanted if one.kind in FORCE] == []
    letter = only(wanted, SendDirect)
    assert "platform I can" in words(letter.card)
    posted = next(one for one in wanted if one.kind == "post_card")
    assert posted.channel == TEAM
    assert "measure-team-beyond" in keys(posted.card)


def test_where_nobody_can_be_written_to_it_stands_in_the_file_and_the_manager_hears_so() -> None:
    mute = written(cannot={Platform("web"): frozenset({"send_direct"})})
    waiting = ToAnswer(event=EventId("ask"), space=SPACE, account=KWAME)
    said = ordered(stage(mute), a("timeout"), answer=waiting)
    wanted = effects(said)
    assert all_of(wanted, SendDirect) == []
    answer = next(one for one in wanted if one.kind == "reply_privately")
    assert "measure-untellable" in keys(answer.card)
    taken = [record for ruling in said for record in ruling.records if isinstance(record, SanctionTaken)]
    assert taken[0].sanction.reasons == "called somebody names"


def refusal(wanted: str, **more: Any) -> EffectRefused:
    usual: dict[str, Any] = {"account": BASILE, "note": "measure 1-2-1", "where": SPACE, **more}
    return EffectRefused(
        id=EventId(f"refused:{wanted}"),
        space=SPACE,
        at=NOW,
        effect=EffectKey("k"),
        reason="no",
        wanted=wanted,
        **usual,
    )


def test_whoever_takes_no_letters_is_told_in_a_conversation_of_their_own_and_the_manager_hears_so() -> None:
    here = stage()
    ordered(here, a("timeout"))
    wanted = here.effects(refusal("send_direct"))
    thread = next(one for one in wanted if one.kind == "create_private_thread")
    assert thread.members == (BASILE,)
    told, team = (one for one in wanted if one.kind == "post_card")
    assert (told.channel, told.mentions) == (thread.binds, (BASILE,))
    assert "measure-appeal" in keys(told.card)
    assert [one.id for one in told.card.buttons] == ["case-appeal:1"]
    assert (team.channel, "measure-untold-elsewhere" in keys(team.card)) == (TEAM, True)
    assert only(wanted, SendDirect).account == KWAME
    check_words(wanted)


@pytest.mark.parametrize(
    ("name", "file_", "left"),
    [
        ("ban", written(), False),
        ("kick", written(), False),
        ("timeout", written(cannot={Platform("web"): frozenset({"create_private_thread"})}), False),
        ("timeout", written(), True),
    ],
)
def test_where_they_cannot_be_reached_it_waits_for_them(name: PenaltyName, file_: Written, left: bool) -> None:
    person = somebody(BASILE, left_at=NOW if left else None)
    here = stage(file_, known={account_key(BASILE): person})
    ordered(here, a(name))
    wanted = here.effects(refusal("send_direct"))
    assert "create_private_thread" not in {one.kind for one in wanted}
    assert all("measure-untold-kept" in keys(card) for card in cards(wanted))
    assert cards(wanted)
    check_words(wanted)


def test_where_the_conversation_fails_too_the_team_is_asked_to_tell_them() -> None:
    here = stage()
    ordered(here, a("timeout"))
    wanted = here.effects(refusal("post_card", account=None))
    assert all("measure-untold-please" in keys(card) for card in cards(wanted))
    assert here.effects(refusal("create_private_thread", account=None)) == []


@pytest.mark.parametrize("name", [one for one in get_args(PenaltyName) if one not in ("remind", "warn")])
def test_what_the_platform_would_not_do_is_no_measure_and_nobody_claims_it(name: PenaltyName) -> None:
    here = stage()
    ordered(here, a(name))
    said = here.play(refusal(TAKES[name]))
    records = [record for ruling in said for record in ruling.records]
    moved = next(one for one in records if isinstance(one, SanctionMoved))
    assert moved.state == "failed"
    letter, posted = effects(said)
    assert letter.account == BASILE
    assert "did not come about" in words(letter.card)
    assert "measure-team-failed" in keys(posted.card)
    assert here.facts.standing(BASILE) is None
    assert here.play(refusal(TAKES[name])) == []
    check_words(effects(said))


def test_a_message_that_is_gone_already_is_no_failure() -> None:
    here = stage()
    ordered(here, a("remove"))
    assert here.play(refusal("delete_message", because=Phrase("discord-refused-gone"))) == []


def test_whoever_left_first_is_held_when_they_come_back_and_not_let_off() -> None:
    here = stage(known={account_key(BASILE): somebody(BASILE, left_at=NOW)})
    ordered(here, a("timeout"))
    said = here.play(refusal("time_out_member"))
    assert not [record for ruling in said for record in ruling.records]
    (card,) = cards(effects(said))
    assert "measure-team-away" in keys(card)
    assert [one.id for one in card.buttons] == ["sanction-lift:1-2-1"]
    standing = here.facts.standing(BASILE)
    assert standing is not None
    check_words(effects(said))


def test_about_one_of_the_team_the_channel_of_the_team_reads_nothing() -> None:
    here = stage(known=case(private=True))
    ordered(here, a("timeout"))
    wanted = here.effects(refusal("time_out_member"))
    assert {one.kind for one in wanted} == {"send_direct"}
    assert {one.account for one in all_of(wanted, SendDirect)} == {BASILE, KWAME}
