"""Measures end in time, by a person or as a mistake, and whoever comes back finds what still holds."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.cases.case import begun
from bot.cases.lines import Evidence, Line, Opening
from bot.cases.sanctions import Sanction
from bot.commands import Level
from bot.counters import CountersRoom
from bot.effects import (
    AddRole,
    BanMember,
    LiftTimeout,
    PostCard,
    ReleaseMember,
    ReplyPrivately,
    SendDirect,
    TimeOutMember,
    UnbanMember,
)
from bot.events import ActionTaken, Due, MemberJoined
from bot.facts import CaseFact, Fact, FactKey, MemberFact, account_key, case_key, file_key, member_key
from bot.ids import AccountId, CaseId, EventId, MemberId, Platform, SanctionId, TimerId, forgotten_id, role_id
from bot.measures.room import MeasuresRoom
from bot.records import (
    AccountMoved,
    Counted,
    SanctionMoved,
    SanctionOrdered,
    SanctionsRevoked,
    SanctionTaken,
    TimerArmed,
)
from bot.settings import Overlay, Written
from tests.unit.measures.made import brief, file, sanction
from tests.unit.moderation.playing import (
    BASILE,
    BOSSES,
    GENERAL,
    INES,
    KWAME,
    MODS,
    NOW,
    SPACE,
    ZOE,
    Stage,
    all_of,
    check_words,
    command,
    form,
    keys,
    only,
    somebody,
    words,
    written,
)

DAY = timedelta(days=1)
FILE = written(levels={MODS: Level.MODERATOR, BOSSES: Level.SENIOR})


def cases(*numbers: int, **more: Any) -> dict[FactKey, Fact]:
    found: dict[FactKey, Fact] = {}
    for number in numbers:
        usual: dict[str, Any] = {"kind": "measure", "door": "command", "opener": KWAME, "respondent": BASILE}
        opening = Opening(space=SPACE, **{**usual, **more})
        line = Line(at=NOW, move="open", state="decided", due_at=None, by=None, opening=opening)
        known = begun(CaseId(str(number)), line)
        found[case_key(known.id)] = CaseFact(case=known)
    return found


def stage(*taken: Sanction, known: dict[FactKey, Fact] | None = None, settings: Written = FILE) -> Stage:
    here = Stage(MeasuresRoom(Overlay(settings)), known={**cases(1, 2, 3), file_key(BASILE): file(), **(known or {})})
    here.fold([SanctionTaken(sanction=one) for one in taken])
    return here


def a(name: Any, number: int = 1, **more: Any) -> Sanction:
    penalty = {"role": role_id(SPACE, "R-muted")} if name == "role" else {}
    return sanction(name, number, at=NOW, penalty=penalty, **{"seconds": 7200, **more})


def due(name: str, generation: int = 1) -> Due:
    return Due(id=EventId(f"due:{name}"), space=SPACE, at=NOW, timer=TimerId(f"sanction:{name}"), generation=generation)


def flat(rulings: list[Any], what: str) -> list[Any]:
    return [one for ruling in rulings for one in getattr(ruling, what)]


def moved(rulings: list[Any]) -> list[tuple[str, str]]:
    return [(one.sanction, one.state) for one in flat(rulings, "records") if isinstance(one, SanctionMoved)]


def hold(here: Stage, account: AccountId = BASILE) -> list[str]:
    known = here.facts.standing(account)
    return [one.id for one in known.sanctions] if known else []


@pytest.mark.parametrize(
    ("name", "lifts"),
    [
        ("timeout", []),
        ("quarantine", ["release_member"]),
        ("role", ["remove_role"]),
        ("remove_from_channel", []),
        ("ban", ["unban_member"]),
    ],
)
def test_when_its_time_is_over_it_is_lifted_and_they_hear_kindly(name: Any, lifts: list[str]) -> None:
    here = stage(a(name))
    rulings = here.play(due("1-2-1"), timedelta(hours=2))
    effects = flat(rulings, "effects")
    assert [one.kind for one in effects] == [*lifts, "send_direct"]
    assert moved(rulings) == [("1-2-1", "ended")]
    assert hold(here) == []
    check_words(effects)
    assert here.play(due("1-2-1")) == []


def test_a_timeout_longer_than_platforms_allow_is_renewed_until_it_is_over() -> None:
    long = a("timeout", seconds=60 * 86400)
    here = stage()
    here.fold([SanctionOrdered(sanction=long)])
    rulings = here.play(SanctionOrdered(sanction=long))
    felt, times = only(flat(rulings, "effects"), TimeOutMember), 0
    while True:
        armed = [one for one in flat(rulings, "records") if isinstance(one, TimerArmed)]
        if not armed:
            break
        assert felt.until <= here.now + timedelta(days=28)
        assert armed[0].due_at <= felt.until
        rulings = here.play(due(long.id, times), armed[0].due_at - here.now)
        times += 1
        if found := all_of(flat(rulings, "effects"), TimeOutMember):
            felt = found[0]
    assert (times, felt.until) == (3, long.until)
    assert moved(rulings) == [(long.id, "ended")]


def test_one_that_ends_leaves_another_of_the_same_kind_in_force() -> None:
    other = a("quarantine", 2, seconds=9000)
    here = stage(a("quarantine"), other)
    assert all_of(flat(here.play(due("1-2-1"), timedelta(hours=2)), "effects"), ReleaseMember) == []
    assert hold(here) == [other.id]


def test_lifting_one_timeout_leaves_the_longer_of_two() -> None:
    longer = a("timeout", 2, seconds=9000)
    here = stage(a("timeout"), longer)
    revoked = SanctionsRevoked(case=CaseId("1"), sanctions=(), state="overturned", by=INES, at=NOW)
    effects = flat(here.play(revoked), "effects")
    assert all_of(effects, LiftTimeout) == []
    assert only(effects, TimeOutMember).until == longer.until


def test_a_shorter_timeout_does_not_shorten_one_that_runs() -> None:
    longer = a("timeout", seconds=9000)
    here = stage(longer)
    shorter = a("timeout", 2, seconds=60)
    here.fold([SanctionOrdered(sanction=shorter)])
    effects = flat(here.play(SanctionOrdered(sanction=shorter)), "effects")
    assert only(effects, TimeOutMember).until == longer.until


def test_overturning_lifts_it_erases_it_and_gives_back_what_counters_moved() -> None:
    warned, off = a("warn", seconds=None), replace(a("timeout"), id=SanctionId("1-2-2"))
    here = stage(off, known={file_key(BASILE): file(warned, off)})
    revoked = SanctionsRevoked(case=CaseId("1"), sanctions=(), state="overturned", by=INES, at=NOW)
    rulings = here.play(revoked)
    assert set(moved(rulings)) == {("1-2-1", "overturned"), ("1-2-2", "overturned")}
    assert only(flat(rulings, "effects"), LiftTimeout).account == BASILE
    back = [one for one in flat(rulings, "records") if isinstance(one, Counted)]
    assert [(one.counter, one.of, one.by, one.at) for one in back] == [("measure:timeout", BASILE, -1, off.at)]
    assert hold(here) == []


def test_what_somebody_lifted_already_is_erased_all_the_same_where_it_was_a_mistake() -> None:
    gone = replace(a("timeout"), state="lifted", ended_at=NOW)
    here = stage(known={file_key(BASILE): file(gone)})
    rulings = here.play(SanctionsRevoked(case=CaseId("1"), sanctions=(), state="overturned", by=INES, at=NOW))
    assert moved(rulings) == [("1-2-1", "overturned")]
    assert flat(rulings, "effects") == []
    back = [one for one in flat(rulings, "records") if isinstance(one, Counted)]
    assert [(one.counter, one.by) for one in back] == [("measure:timeout", -1)]


def test_what_is_over_is_still_erased_where_it_was_a_mistake_but_not_lifted_again() -> None:
    over = replace(a("timeout"), state="ended")
    here = stage(known={file_key(BASILE): file(over)})
    overturned = SanctionsRevoked(case=CaseId("1"), sanctions=(), state="overturned", by=INES, at=NOW)
    rulings = here.play(overturned)
    assert (moved(rulings), flat(rulings, "effects")) == ([("1-2-1", "overturned")], [])
    assert moved(here.play(replace(overturned, state="lifted"))) == []


def test_a_ban_that_is_spared_stands_and_only_what_held_meanwhile_goes_where_that_is_meant() -> None:
    banned, off = a("ban", seconds=None), replace(a("timeout"), id=SanctionId("1-2-2"))
    held = replace(a("quarantine"), id=SanctionId("1-1-1"), interim=True)
    here = stage(banned, off, held)
    spared = SanctionsRevoked(case=CaseId("1"), sanctions=(), state="lifted", by=None, at=NOW, sparing=("ban",))
    meanwhile = replace(spared, sparing=(), interim=True)
    assert moved(here.play(meanwhile)) == [(held.id, "lifted")]
    assert moved(here.play(spared)) == [(off.id, "lifted")]
    assert hold(here) == [banned.id]


@pytest.mark.parametrize("gap", [timedelta(), timedelta(minutes=30)])
def test_time_served_counts_once(gap: timedelta) -> None:
    """What held meanwhile, and a first decision that was made milder, are taken off what is decided in the end."""
    interim = replace(a("quarantine"), id=SanctionId("1-1-1"), interim=True, at=NOW - timedelta(hours=1))
    first = replace(a("timeout"), id=SanctionId("1-2-1"), at=NOW - timedelta(hours=1) + gap)
    here = stage(interim, first)
    milder = replace(a("timeout", seconds=86400), id=SanctionId("1-4-1"), at=NOW)
    here.fold([SanctionOrdered(sanction=milder)])
    rulings = here.play(SanctionOrdered(sanction=milder))
    (taken,) = [one for one in flat(rulings, "records") if isinstance(one, SanctionTaken)]
    assert taken.sanction.until == NOW + timedelta(days=1) - timedelta(hours=1)
    assert only(flat(rulings, "effects"), TimeOutMember).until == taken.sanction.until


def test_what_was_served_already_holds_nobody_any_more() -> None:
    first = replace(a("ban"), at=NOW - timedelta(days=3), until=None)
    here = stage(first)
    milder = replace(a("timeout", seconds=86400), id=SanctionId("1-4-1"), at=NOW)
    here.fold([SanctionOrdered(sanction=milder)])
    rulings = here.play(SanctionOrdered(sanction=milder))
    (taken,) = [one for one in flat(rulings, "records") if isinstance(one, SanctionTaken)]
    assert taken.sanction.state == "ended"
    assert all_of(flat(rulings, "effects"), TimeOutMember) == []
    assert hold(here) == [first.id]


def joined(account: AccountId = BASILE, **more: Any) -> MemberJoined:
    return MemberJoined(id=EventId(f"joined:{account}"), space=SPACE, at=NOW, account=account, **more)


def test_whoever_comes_back_finds_what_still_holds_and_is_told_once() -> None:
    here = stage(a("role"), replace(a("timeout"), id=SanctionId("1-2-2")))
    effects = flat(here.play(joined(), timedelta(minutes=30)), "effects")
    assert [one.kind for one in effects] == ["send_direct", "add_role", "time_out_member", "post_card"]
    assert "still holds" in words(only(effects, SendDirect).card)
    check_words(effects)
    there = Stage(MeasuresRoom(Overlay(FILE)), CountersRoom(), known={**cases(1), file_key(BASILE): file()})
    there.fold([SanctionTaken(sanction=a("role"))])
    assert len(all_of(flat(there.play(joined()), "effects"), SendDirect)) == 1
    again = flat(there.play(joined()), "effects")
    assert (all_of(again, SendDirect), len(all_of(again, AddRole))) == ([], 1)


def test_nothing_is_said_to_be_done_again_where_the_platform_cannot_do_it() -> None:
    lacking = replace(FILE, cannot={Platform("web"): frozenset({"time_out_member"})})
    here = stage(a("role"), replace(a("timeout"), id=SanctionId("1-2-2")), settings=lacking)
    posted = only(flat(here.play(joined(), timedelta(minutes=30)), "effects"), PostCard)
    said = [key for key in keys(posted.card) if key.startswith(("measure-returned", "measure-step"))]
    steps = ["measure-returned", "measure-step-until", "measure-returned-beyond", "measure-step-until"]
    assert said == ["measure-returned-title", *steps]


def test_what_is_over_does_not_come_back() -> None:
    here = stage(a("timeout"))
    assert here.play(joined(), timedelta(hours=3)) == []


def test_only_into_the_channel_that_they_had_to_leave_are_they_not_let_again() -> None:
    here = stage(a("remove_from_channel"))
    assert here.play(joined()) == []
    effects = flat(here.play(joined(channel=GENERAL)), "effects")
    assert [one.kind for one in effects] == ["send_direct", "remove_from_channel"]


def linked() -> dict[FactKey, Fact]:
    member = MemberId("m-both")
    return {
        account_key(BASILE): somebody(BASILE, member=member),
        account_key(ZOE): somebody(ZOE, member=member),
        member_key(member): MemberFact(member=member, accounts=(BASILE, ZOE)),
    }


def test_another_account_of_the_same_person_is_held_too_under_a_name_that_counts_nowhere() -> None:
    here = stage(a("ban"), known=linked())
    rulings = here.play(joined(ZOE))
    effects = flat(rulings, "effects")
    assert [one.kind for one in effects] == ["send_direct", "ban_member", "post_card"]
    assert only(effects, BanMember).account == ZOE
    (taken,) = [one.sanction for one in flat(rulings, "records") if isinstance(one, SanctionTaken)]
    assert (taken.account, taken.on_file_until, taken.until) == (ZOE, None, a("ban").until)
    assert hold(here, ZOE) == [taken.id]
    revoked = SanctionsRevoked(case=CaseId("1"), sanctions=(), state="overturned", by=INES, at=NOW)
    rulings = here.play(revoked)
    assert {one.account for one in all_of(flat(rulings, "effects"), UnbanMember)} == {BASILE, ZOE}
    assert (hold(here), hold(here, ZOE)) == ([], [])


def action(name: Any, **more: Any) -> ActionTaken:
    return ActionTaken(id=EventId(f"audit:{name}"), space=SPACE, at=NOW, action=name, account=BASILE, by=KWAME, **more)


def moved_to(account: AccountId) -> AccountMoved:
    return AccountMoved(account=account, member=MemberId("m-both"), previous=MemberId("m-before"), at=NOW)


@pytest.mark.parametrize("account", [BASILE, ZOE])
def test_what_runs_reaches_an_account_at_once_that_is_linked_later_whichever_moved(account: AccountId) -> None:
    here = stage(a("ban"), known=linked())
    rulings = here.play(moved_to(account))
    effects = flat(rulings, "effects")
    assert [one.kind for one in effects] == ["send_direct", "ban_member", "post_card"]
    assert only(effects, BanMember).account == ZOE
    assert "measure-shared" in keys(only(effects, SendDirect).card)
    (taken,) = [one.sanction for one in flat(rulings, "records") if isinstance(one, SanctionTaken)]
    assert (taken.account, taken.on_file_until, taken.until) == (ZOE, None, a("ban").until)
    assert here.play(moved_to(account)) == []
    check_words(effects)


def test_what_keeps_somebody_out_of_a_channel_reaches_a_linked_account_too() -> None:
    here = stage(a("remove_from_channel"), known=linked())
    assert [one.kind for one in flat(here.play(moved_to(ZOE)), "effects")][1] == "remove_from_channel"


def test_an_account_that_is_parted_or_has_left_is_told_nothing() -> None:
    left = {account_key(ZOE): replace(somebody(ZOE, member=MemberId("m-both")), left_at=NOW)}
    assert stage(a("ban"), known={**linked(), **left}).play(moved_to(ZOE)) == []
    alone = {**linked(), member_key(MemberId("m-both")): MemberFact(member=MemberId("m-both"), accounts=(BASILE,))}
    assert stage(a("ban"), known=alone).play(moved_to(BASILE)) == []


@pytest.mark.parametrize(("name", "act"), [("timeout", "lift_timeout"), ("ban", "unban"), ("role", "remove_role")])
def test_whoever_lets_somebody_go_on_the_platform_ends_it(name: Any, act: Any) -> None:
    here = stage(a(name), replace(a("quarantine"), id=SanctionId("1-2-2")))
    role = role_id(SPACE, "R-muted") if name == "role" else None
    rulings = here.play(action(act, role=role))
    assert moved(rulings) == [("1-2-1", "lifted")]
    assert [one.kind for one in flat(rulings, "effects")] == ["send_direct"]
    check_words(flat(rulings, "effects"))


def test_another_role_that_is_taken_away_by_hand_ends_nothing() -> None:
    assert stage(a("role")).play(action("remove_role", role=role_id(SPACE, "R-else"))) == []


def test_a_manager_lifts_what_their_level_allows_and_says_why() -> None:
    banned, off = a("ban", seconds=None), replace(a("timeout"), id=SanctionId("1-2-2"))
    known: dict[FactKey, Fact] = {account_key(KWAME): somebody(KWAME, roles=(MODS,))}
    here = stage(banned, off, known=known)
    rulings = here.play(command("lift", account=BASILE, reason="they said sorry", roles=(MODS,)))
    assert moved(rulings) == [(off.id, "lifted")]
    effects = flat(rulings, "effects")
    assert [one.kind for one in effects] == ["lift_timeout", "send_direct", "reply_privately"]
    assert "they said sorry" in words(only(effects, SendDirect).card)
    check_words(effects)
    rest = here.play(form("measure-lift", more={"about": banned.id}, reason="enough", by=INES, roles=(BOSSES,)))
    assert moved(rest) == [(banned.id, "lifted")]
    assert hold(here) == []


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"account": BASILE, "reason": ""}, "measure-no-reason"),
        ({"account": ZOE, "reason": "x"}, "measure-nothing-holds"),
        ({"account": KWAME, "reason": "x"}, "measure-not-oneself"),
    ],
)
def test_what_cannot_be_lifted_is_said(asked: Any, why: str) -> None:
    effects = stage(a("timeout")).effects(command("lift", roles=(MODS,), **asked))
    (answer,) = effects
    assert keys(answer.card) == [why]  # type: ignore[union-attr]
    check_words(effects)


def test_a_moderator_does_not_lift_a_ban() -> None:
    effects = stage(a("ban", seconds=None)).effects(command("lift", account=BASILE, reason="x", roles=(MODS,)))
    assert [keys(one.card) for one in effects] == [["measure-not-level"]]  # type: ignore[union-attr]


def test_of_whoever_asked_to_be_forgotten_nothing_is_asked_of_the_platform() -> None:
    nobody = forgotten_id(SPACE, "k-1234")
    here = stage(replace(a("ban"), account=nobody))
    effects = flat(here.play(due("1-2-1"), timedelta(hours=2)), "effects")
    assert [one.kind for one in effects] == ["post_card"]
    assert "measure-nameless" in keys(effects[0].card)
    check_words(effects)


def test_a_longer_absence_changes_nothing_about_when_it_ends() -> None:
    here = stage(a("ban"))
    rulings = here.play(due("1-2-1"), 3 * DAY)
    assert moved(rulings) == [("1-2-1", "ended")]


LIFT: dict[str, Any] = {"account": BASILE, "reason": "they said sorry"}
BY_ZOE: dict[str, Any] = {**LIFT, "by": ZOE, "roles": (BOSSES,)}


def quarrelled() -> dict[FactKey, Fact]:
    """Zoe and Basile were at odds lately."""
    quarrel = brief(9, kind="dispute", opener=ZOE)
    return {file_key(BASILE): file(cases=(quarrel,)), file_key(ZOE): file(account=ZOE, cases=(quarrel,))}


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (quarrelled(), "measure-not-conflict"),
        (cases(1, kind="dispute", opener=ZOE, door="command"), "machine-barred-party"),
        (cases(1, kind="report", opener=None, reporter=ZOE), "machine-barred-reporter"),
        (cases(1, evidence=Evidence(by=ZOE, text="look")), "machine-barred-witness"),
    ],
)
def test_whoever_is_at_odds_with_them_or_has_a_part_in_the_case_does_not_lift_it(known: Any, why: str) -> None:
    here = stage(a("timeout"), known=known)
    effects = here.effects(command("lift", **BY_ZOE))
    assert [keys(one.card) for one in effects] == [[why]]  # type: ignore[union-attr]
    assert hold(here) == ["1-2-1"]
    check_words(effects)


def test_an_account_that_is_linked_with_theirs_lifts_nothing_either() -> None:
    both = MemberId("m-both")
    known: dict[FactKey, Fact] = {
        account_key(BASILE): somebody(BASILE, member=both),
        account_key(ZOE): somebody(ZOE, member=both, roles=(BOSSES,)),
        member_key(both): MemberFact(member=both, accounts=(BASILE, ZOE)),
    }
    here = stage(a("timeout"), known=known)
    assert [keys(one.card) for one in here.effects(command("lift", **BY_ZOE))] == [["measure-not-oneself"]]  # type: ignore[union-attr]


def test_what_is_for_others_stays_and_the_rest_is_lifted_with_a_word_why() -> None:
    quarrel = replace(a("quarantine"), id=SanctionId("2-2-1"), case=CaseId("2"))
    here = stage(a("timeout"), quarrel, known=cases(2, evidence=Evidence(by=ZOE, text="look")))
    effects = here.effects(command("lift", **BY_ZOE))
    answer = only(effects, ReplyPrivately)
    assert keys(answer.card) == ["measure-lifted-done", "measure-lifted-others", "machine-barred-witness"]
    assert hold(here) == ["2-2-1"]
    check_words(effects)


def test_whoever_decided_it_may_take_it_back_though_they_decided_more_since() -> None:
    known = {**cases(1, profile="large"), file_key(BASILE): file(sanction("warn", 3)), file_key(KWAME): file()}
    here = stage(a("timeout"), known=known)
    assert keys(here.effects(command("lift", **BY_ZOE))[-1].card) == ["measure-lifted-done"]  # type: ignore[union-attr]
    here = stage(a("timeout"), known=known)
    assert moved(here.play(command("lift", by=KWAME, roles=(MODS,), **LIFT))) == [("1-2-1", "lifted")]
    own = replace(sanction("warn", 3), by=ZOE)
    here = stage(a("timeout"), known={**known, file_key(BASILE): file(own)})
    assert keys(here.effects(command("lift", **BY_ZOE))[-1].card) == ["machine-barred-sanction"]  # type: ignore[union-attr]


def test_whoever_decided_it_may_take_it_back_though_others_look_at_it_afresh() -> None:
    (key, fact), *_ = cases(1, profile="large").items()
    assert isinstance(fact, CaseFact)
    known: dict[FactKey, Fact] = {key: CaseFact(case=replace(fact.case, earlier=(KWAME, ZOE)))}
    here = stage(a("timeout"), known=known)
    assert moved(here.play(command("lift", by=KWAME, roles=(MODS,), **LIFT))) == [("1-2-1", "lifted")]
    here = stage(a("timeout"), known=known)
    assert keys(here.effects(command("lift", **BY_ZOE))[-1].card) == ["machine-barred-earlier"]  # type: ignore[union-attr]


def test_what_is_about_the_team_is_lifted_by_those_alone_who_read_of_it() -> None:
    here = stage(a("timeout"), known=cases(1, private=True))
    assert keys(here.effects(command("lift", by=KWAME, roles=(MODS,), **LIFT))[-1].card) == ["measure-not-level"]  # type: ignore[union-attr]
    assert moved(here.play(command("lift", **BY_ZOE))) == [("1-2-1", "lifted")]


def test_whoever_decided_what_another_lifts_hears_of_it_and_why() -> None:
    known: dict[FactKey, Fact] = {account_key(KWAME): somebody(KWAME, roles=(MODS,))}
    effects = stage(a("timeout"), known=known).effects(command("lift", **BY_ZOE))
    letters = {one.account: one.card for one in all_of(effects, SendDirect)}
    assert sorted(letters) == sorted([BASILE, KWAME])
    assert "they said sorry" in words(letters[KWAME])
    own = stage(a("timeout"), known=known).effects(command("lift", by=KWAME, roles=(MODS,), **LIFT))
    assert [one.account for one in all_of(own, SendDirect)] == [BASILE]
    by_hand = stage(a("timeout"), known=known).effects(replace(action("lift_timeout"), by=ZOE))
    assert sorted(one.account for one in all_of(by_hand, SendDirect)) == sorted([BASILE, KWAME])
    check_words(effects)
    check_words(by_hand)
