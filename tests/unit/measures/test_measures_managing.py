"""Managers ask for measures: reasons, levels, being sure, and two people where it takes two."""

from datetime import timedelta
from typing import Any

import pytest

from bot.cases.case import Case
from bot.cases.lines import Opening
from bot.cases.rungs import Rule
from bot.commands import Level
from bot.counters import CountersRoom
from bot.effects import PostCard, ReplyPrivately, SendDirect
from bot.events import Cited, Due
from bot.facts import CaseFact, Fact, FactKey, Manager, TeamFact, account_key, case_key, file_key
from bot.ids import CaseId, EventId, MemberId, SanctionId, TimerId, message_id
from bot.measures import seniors
from bot.measures.room import MeasuresRoom
from bot.measures.wishes import COMMANDS
from bot.records import CaseWanted, SanctionDropped, SanctionOrdered, SanctionProposed, TimerArmed, ToAnswer
from bot.settings import Overlay, Settings
from bot.views import Bilingual
from tests.unit.measures.made import RULE, WORDING, brief, file, imposed, sanction
from tests.unit.moderation.playing import (
    BASILE,
    BOSSES,
    GENERAL,
    INES,
    KWAME,
    MODS,
    NOW,
    SPACE,
    TEAM,
    ZOE,
    Stage,
    all_of,
    buttons,
    check_words,
    command,
    form,
    keys,
    only,
    press,
    quotes,
    set_in_chat,
    somebody,
    words,
    written,
)

FILE = written(
    levels={MODS: Level.MODERATOR, BOSSES: Level.SENIOR},
    rules={RULE: Rule(WORDING, Bilingual("Insults", "Insultes"))},
)
MOD: dict[str, Any] = {"by": KWAME, "roles": (MODS,)}
BOSS: dict[str, Any] = {"by": INES, "roles": (BOSSES,)}


def team(*seniors_here: Any) -> dict[FactKey, Fact]:
    managers = tuple(Manager(one, MemberId(f"m-{one}"), (BOSSES,), None) for one in seniors_here)
    return {seniors.key(Settings(FILE)): TeamFact(managers=managers)}


def stage(*, known: dict[FactKey, Fact] | None = None, **values: str) -> Stage:
    people = {
        account_key(KWAME): somebody(KWAME, roles=(MODS,)),
        account_key(INES): somebody(INES, roles=(BOSSES,)),
        account_key(ZOE): somebody(ZOE, roles=(BOSSES,)),
    }
    settings = set_in_chat(**values) if values else {}
    return Stage(MeasuresRoom(Overlay(FILE)), known={**people, **team(INES, ZOE), **settings, **(known or {})})


def wanted(rulings: list[Any]) -> CaseWanted | None:
    found = [one for ruling in rulings for one in ruling.records if isinstance(one, CaseWanted)]
    assert len(found) <= 1
    return found[0] if found else None


def records(rulings: list[Any], kind: Any) -> list[Any]:
    return [one for ruling in rulings for one in ruling.records if isinstance(one, kind)]


def said(rulings: list[Any]) -> str:
    """The key of what whoever asked is told."""
    effects = [one for ruling in rulings for one in ruling.effects]
    check_words(effects)
    return " ".join(keys(only(effects, ReplyPrivately).card))


def test_what_a_manager_asks_for_becomes_a_case_that_is_decided_with_reasons_and_somebody_who_waits() -> None:
    asked = command("timeout", reason="2 h called names", account=BASILE, policy=RULE, **MOD)
    case = wanted(stage().play(asked))
    assert case is not None
    opening = case.opening
    assert (opening.kind, opening.door, opening.opener, opening.respondent) == ("measure", "command", KWAME, BASILE)
    assert opening.policies == ((RULE, WORDING),)
    assert opening.titles == (Bilingual("Insults", "Insultes"),)
    (penalty,) = case.penalties
    assert (penalty.name, penalty.seconds, case.reasons, case.done) == ("timeout", 7200, "called names", False)
    assert case.answer == ToAnswer(event=asked.id, space=SPACE, account=KWAME)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_needs_a_reason(name: str) -> None:
    said_there: dict[str, Any] = {"channel": GENERAL, "account": BASILE, "reason": "  "}
    asked = command(name, by=INES, roles=(BOSSES,), **said_there)
    rulings = stage().play(asked)
    assert wanted(rulings) is None
    assert said(rulings) == "measure-no-reason"


def test_a_length_that_cannot_be_read_does_not_become_for_ever() -> None:
    unread: tuple[dict[str, Any], ...] = ({"length": "2 weaks", "reason": "x"}, {"reason": "900 days of spam"})
    for given in unread:
        rulings = stage().play(command("ban", account=BASILE, **given, **BOSS))
        assert (wanted(rulings), records(rulings, SanctionProposed)) == (None, [])
        assert said(rulings) == "measure-no-length"


def test_a_rule_that_does_not_act_is_not_named_as_a_reason() -> None:
    rulings = stage().play(command("warn", account=BASILE, reason="x", policy="ours/nothing", **MOD))
    assert said(rulings) == "measure-no-such-rule"


@pytest.mark.parametrize(
    ("name", "typed", "reasons", "policies"),
    [
        ("warn", f"{RULE} called names", "called names", (RULE,)),
        ("warn", f"{RULE}: called names", "called names", (RULE,)),
        ("warn", f"called names {RULE}", "called names", (RULE,)),
        ("timeout", f"2 h {RULE} called names", "called names", (RULE,)),
        ("warn", f"names, as {RULE} has it", f"names, as {RULE} has it", ()),
        ("warn", "he/she called names", "he/she called names", ()),
    ],
)
def test_a_rule_may_stand_at_either_end_of_the_reason(
    name: str, typed: str, reasons: str, policies: tuple[str, ...]
) -> None:
    case = wanted(stage().play(command(name, account=BASILE, reason=typed, **MOD)))
    assert case is not None
    assert (case.reasons, tuple(policy for policy, _ in case.opening.policies)) == (reasons, policies)


def test_a_rule_alone_is_no_reason() -> None:
    assert said(stage().play(command("warn", account=BASILE, reason=str(RULE), **MOD))) == "measure-no-reason"


def test_from_the_menu_of_a_message_it_is_taken_down_with_what_it_said_as_evidence() -> None:
    cited = Cited(message=message_id(GENERAL, "7"), channel=GENERAL, author=BASILE, text="you fool")
    case = wanted(stage().play(form("measure-remove", cited=cited, reason="an insult", **MOD)))
    assert case is not None
    assert (case.opening.door, case.opening.message, case.penalties[0].name) == ("menu", cited.message, "remove")
    assert case.opening.evidence is not None
    assert (case.opening.evidence.text, case.opening.evidence.author) == ("you fool", BASILE)


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({account_key(BASILE): somebody(BASILE, roles=(MODS,))}, "measure-not-above"),
        ({account_key(BASILE): somebody(BASILE, bot=True)}, "measure-not-bot"),
        (
            {
                file_key(BASILE): file(cases=(brief(3, kind="dispute"),)),
                file_key(KWAME): file(account=KWAME, cases=(brief(3, kind="dispute"),)),
            },
            "measure-not-conflict",
        ),
    ],
)
def test_whom_a_manager_may_not_measure_is_said(known: dict[FactKey, Fact], why: str) -> None:
    rulings = stage(known=known).play(command("warn", account=BASILE, reason="x", **MOD))
    assert (wanted(rulings), said(rulings)) == (None, why)


def test_nobody_measures_themselves() -> None:
    rulings = stage().play(command("warn", account=KWAME, reason="x", **MOD))
    assert (wanted(rulings), said(rulings)) == (None, "measure-not-oneself")


def test_something_heavy_is_asked_about_and_done_once_whoever_wants_it_is_sure() -> None:
    here = stage()
    rulings = here.play(command("ban", account=BASILE, reason="30 jours doxing", **BOSS))
    assert wanted(rulings) is None
    (proposed,) = records(rulings, SanctionProposed)
    (armed,) = records(rulings, TimerArmed)
    assert armed.due_at == NOW + timedelta(minutes=15)
    card = only([one for ruling in rulings for one in ruling.effects], ReplyPrivately).card
    assert buttons(card) == ["measure-confirm", "measure-cancel"]
    assert quotes(card) == ["doxing"]
    name = proposed.sanction.id
    others = here.play(press(f"measure-confirm:{name}", by=ZOE, roles=(BOSSES,)))
    assert (wanted(others), said(others)) == (None, "measure-not-yours")
    case = wanted(here.play(press(f"measure-confirm:{name}", by=INES, roles=(BOSSES,))))
    assert case is not None
    assert (case.penalties[0].seconds, case.opening.opener, case.second) == (30 * 86400, INES, None)
    again = here.play(press(f"measure-confirm:{name}", by=INES, roles=(BOSSES,)))
    assert (wanted(again), said(again)) == (None, "measure-gone")


def test_whoever_is_not_sure_leaves_it_and_nothing_is_kept_of_it() -> None:
    here = stage()
    (proposed,) = records(here.play(command("kick", account=BASILE, reason="x", **BOSS)), SanctionProposed)
    dropped = here.play(press(f"measure-cancel:{proposed.sanction.id}", by=INES, roles=(BOSSES,)))
    assert said(dropped) == "measure-cancelled"
    assert records(dropped, SanctionDropped)
    assert here.facts.sanction(proposed.sanction.id) is None


def test_whoever_says_nothing_within_a_quarter_of_an_hour_was_not_sure() -> None:
    here = stage()
    (proposed,) = records(here.play(command("kick", account=BASILE, reason="x", **BOSS)), SanctionProposed)
    due = Due(id=EventId("due"), space=SPACE, at=NOW, timer=TimerId(f"sanction:{proposed.sanction.id}"), generation=1)
    assert records(here.play(due, timedelta(minutes=15)), SanctionDropped)
    gone = here.play(press(f"measure-confirm:{proposed.sanction.id}", by=INES, roles=(BOSSES,)))
    assert (wanted(gone), said(gone)) == (None, "measure-gone")


@pytest.mark.parametrize(
    ("asked", "known", "why"),
    [
        ({"reason": "3 days x"}, {}, "measure-unusual-long"),
        ({"reason": "1 h x"}, {file_key(BASILE): file(sanction("timeout", seconds=60))}, "measure-unusual-again"),
        ({"reason": "1 h x"}, {}, None),
    ],
)
def test_what_is_unusual_is_asked_about_too(asked: Any, known: Any, why: str | None) -> None:
    if known:
        old = known[file_key(BASILE)].sanctions[0]
        known = {file_key(BASILE): file(sanction("timeout", seconds=60, at=NOW - timedelta(minutes=5)))}
        assert old
    rulings = stage(known=known).play(command("timeout", account=BASILE, **asked, **MOD))
    assert (wanted(rulings) is None) == (why is not None)
    if why is not None:
        assert why in said(rulings)


def test_a_measure_upon_one_of_the_team_is_asked_about() -> None:
    known: dict[FactKey, Fact] = {account_key(BASILE): somebody(BASILE, roles=(MODS,))}
    rulings = stage(known=known).play(command("warn", account=BASILE, reason="x", **BOSS))
    assert "measure-unusual-team" in said(rulings)


def test_a_ban_takes_two_where_the_community_wants_it_and_the_second_is_somebody_else() -> None:
    here = stage(two_for_bans="yes")
    rulings = here.play(command("ban", account=BASILE, reason="doxing", **BOSS))
    effects = [one for ruling in rulings for one in ruling.effects]
    posted = only(effects, PostCard)
    assert (posted.channel, buttons(posted.card)) == (TEAM, ["measure-second", "measure-cancel"])
    assert "measure-two-for-bans" in said(rulings)
    (proposed,) = records(rulings, SanctionProposed)
    name = proposed.sanction.id
    for who in (BOSS, MOD):
        own = here.play(press(f"measure-second:{name}", **who))
        assert wanted(own) is None
        assert said(own) in ("measure-second-oneself", "measure-not-level")
    confirmed = here.play(press(f"measure-confirm:{name}", by=INES, roles=(BOSSES,)))
    assert wanted(confirmed) is None
    case = wanted(here.play(press(f"measure-second:{name}", by=ZOE, roles=(BOSSES,))))
    assert case is not None
    assert (case.opening.opener, case.second) == (INES, ZOE)


def test_whom_it_would_fall_upon_neither_reads_of_it_in_the_channel_nor_gives_it_up() -> None:
    known: dict[FactKey, Fact] = {account_key(KWAME): somebody(KWAME, roles=(MODS,)), **team(INES, ZOE)}
    here = stage(known=known, two_for_bans="yes")
    asked = here.play(command("ban", account=KWAME, reason="sold our list", **BOSS))
    effects = [one for ruling in asked for one in ruling.effects]
    assert all_of(effects, PostCard) == []
    assert [one.account for one in all_of(effects, SendDirect)] == [ZOE]
    (proposed,) = records(asked, SanctionProposed)
    own = here.play(press(f"measure-cancel:{proposed.sanction.id}", by=KWAME, roles=(BOSSES,)))
    assert (records(own, SanctionDropped), said(own)) == ([], "measure-not-oneself")


def test_whoever_is_at_odds_with_them_cannot_be_the_second() -> None:
    quarrel = brief(3, kind="dispute")
    known: dict[FactKey, Fact] = {
        file_key(BASILE): file(cases=(quarrel,)),
        file_key(ZOE): file(account=ZOE, cases=(quarrel,)),
    }
    here = stage(known=known, two_for_bans="yes")
    (proposed,) = records(here.play(command("ban", account=BASILE, reason="x", **BOSS)), SanctionProposed)
    rulings = here.play(press(f"measure-second:{proposed.sanction.id}", by=ZOE, roles=(BOSSES,)))
    assert (wanted(rulings), said(rulings)) == (None, "measure-not-conflict")


def test_where_there_is_nobody_else_a_ban_that_takes_two_is_not_asked_for_in_vain() -> None:
    here = stage(known=team(INES), two_for_bans="yes")
    rulings = here.play(command("ban", account=BASILE, reason="x", **BOSS))
    assert (records(rulings, SanctionProposed), said(rulings)) == ([], "measure-second-nobody")


def test_nobody_agrees_within_a_day_and_whoever_wanted_it_is_told() -> None:
    here = stage(two_for_bans="yes")
    (proposed,) = records(here.play(command("ban", account=BASILE, reason="x", **BOSS)), SanctionProposed)
    due = Due(id=EventId("due"), space=SPACE, at=NOW, timer=TimerId(f"sanction:{proposed.sanction.id}"), generation=1)
    rulings = here.play(due, timedelta(days=1))
    letter = only([one for ruling in rulings for one in ruling.effects], SendDirect)
    assert (letter.account, keys(letter.card)) == (INES, ["measure-expired"])


def test_a_manager_far_above_their_usual_pace_needs_a_second_person_and_seniors_are_told() -> None:
    hurried: dict[FactKey, Fact] = {
        file_key(KWAME): file(account=KWAME, imposed=imposed(*(timedelta(minutes=one) for one in range(5))))
    }
    here = stage(known=hurried)
    rulings = here.play(command("timeout", account=BASILE, reason="1 h x", **MOD))
    assert wanted(rulings) is None
    assert "measure-two-for-pace" in said(rulings)
    effects = [one for ruling in rulings for one in ruling.effects]
    assert {one.account for one in all_of(effects, SendDirect)} == {INES, ZOE}
    assert "far more than usual" in words(all_of(effects, SendDirect)[0].card)
    assert wanted(here.play(command("warn", account=BASILE, reason="x", **MOD))) is not None


def test_seniors_are_told_once_an_hour_of_somebody_who_does_much_by_hand() -> None:
    opening = Opening(kind="measure", door="hand", space=SPACE, opener=KWAME, respondent=BASILE)
    case = Case(id=CaseId("1"), opening=opening, opened_at=NOW, state="decided", since=NOW, due_at=None)
    known: dict[FactKey, Fact] = {
        account_key(KWAME): somebody(KWAME, roles=(MODS,)),
        file_key(KWAME): file(account=KWAME, imposed=imposed(*(timedelta(minutes=one) for one in range(5)))),
        case_key(CaseId("1")): CaseFact(case=case),
        **team(INES, ZOE),
    }
    here = Stage(MeasuresRoom(Overlay(FILE)), CountersRoom(), known=known)
    told = []
    for number in (1, 2):
        banned = sanction("ban", at=NOW, id=SanctionId(f"1-2-{number}"))
        here.fold([SanctionOrdered(sanction=banned)])
        effects = here.effects(SanctionOrdered(sanction=banned), timedelta(minutes=1))
        check_words(effects)
        told.append([one.account for one in all_of(effects, SendDirect) if "measure-pace-alarm" in keys(one.card)])
    assert told == [[INES, ZOE], []]


def test_a_manager_who_is_alone_is_not_held_up() -> None:
    hurried: dict[FactKey, Fact] = {
        file_key(KWAME): file(account=KWAME, imposed=imposed(*(timedelta(minutes=one) for one in range(9)))),
        **team(),
    }
    assert wanted(stage(known=hurried).play(command("timeout", account=BASILE, reason="1 h x", **MOD))) is not None


def test_the_ladder_can_be_read_with_the_next_step_for_somebody_and_changed() -> None:
    here = stage(known={file_key(BASILE): file(sanction())})
    rulings = here.play(command("ladder", account=BASILE, **BOSS))
    card = only([one for ruling in rulings for one in ruling.effects], ReplyPrivately).card
    assert "measure-step-usual" in keys(card)
    assert "<Person> could read but not write for an hour" in words(card)
    assert buttons(card) == ["measure-ladder"]
    assert "timeout 1 h" in dict(card.buttons[0].prefill)["steps"]
    check_words([only([one for ruling in rulings for one in ruling.effects], ReplyPrivately)])
    changed = here.play(form("measure-ladder", steps="rappel\n- silence 30 min\nban", **BOSS))
    (record,) = records(changed, object)
    assert (record.key, record.value) == ("ladder", '[["remind", null], ["timeout", 1800], ["ban", null]]')
    for wrong in ("", "timeout", "flog", "warn 1 h", "\n".join(["warn"] * 9)):
        assert said(here.play(form("measure-ladder", steps=wrong, **BOSS))) == "measure-ladder-unread"
