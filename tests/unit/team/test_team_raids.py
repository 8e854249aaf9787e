"""A raid has one card: what is done there is done once for all who came, and undone in one go."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.cases.case import begun
from bot.cases.lines import Line, Opening
from bot.effects import (
    EditCard,
    Effect,
    PauseInvites,
    PostCard,
    QuarantineMember,
    ReplyPrivately,
    SendDirect,
    SetSlowmode,
)
from bot.events import Due
from bot.facts import (
    SETTINGS_KEY,
    CaseFact,
    CrowdFact,
    Fact,
    FactKey,
    IncidentFact,
    SanctionFact,
    StandingFact,
    account_key,
    case_key,
    crowd_key,
    incident_key,
    sanction_key,
    standing_key,
)
from bot.governing.room import GoverningRoom
from bot.hours import Calendar
from bot.ids import AccountId, CaseId, EventId, IncidentId, PolicyId, TimerId, account_id, own_space
from bot.records import (
    CaseLogged,
    CaseWanted,
    Counted,
    IncidentMoved,
    IncidentOpened,
    Measure,
    Record,
    SanctionsRevoked,
    SanctionTaken,
    TimerArmed,
)
from bot.rooms import Ruling
from bot.settings import KeptDays, Overlay, Settings
from bot.team import raid
from bot.team.mornings import next_morning
from bot.team.raid import Raid
from bot.team.room import TeamRoom
from bot.views import Instant
from tests.unit.moderation.playing import (
    GENERAL,
    INES,
    KWAME,
    MODS,
    NOW,
    SPACE,
    TEAM,
    Stage,
    all_of,
    buttons,
    check_words,
    form,
    keys,
    only,
    press,
    set_in_chat,
    somebody,
    words,
    written,
)

CASE = CaseId("7")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
OFFICE = Calendar(days=frozenset(range(5)), opens=time(10), closes=time(18))
OPENING = Opening(kind="raid", door="policy", space=SPACE, incident=IncidentId("i5"))
OPENED = Line(at=NOW, move="open", state="open", due_at=NOW + DAY, by=None, opening=OPENING)


def newcomer(number: int) -> AccountId:
    return account_id(SPACE, f"U-n{number}")


def stage(people: int = 3, lacks: frozenset[str] = frozenset(), **more: str) -> Stage:
    overlay = Overlay(written(cannot={"web": lacks}))
    staff = {account_key(one): somebody(one, roles=(MODS,)) for one in (KWAME, INES)}
    crowd = [newcomer(n) for n in range(people)]
    known: dict[FactKey, Fact] = {
        **staff,
        **set_in_chat(**{f"level__{MODS}": "moderator"}, **more),
        **{account_key(one): somebody(one) for one in crowd},
        case_key(CASE): CaseFact(case=begun(CASE, OPENED)),
    }
    here = Stage(TeamRoom(overlay), GoverningRoom(overlay, KeptDays()), known=known)
    came(here, (*crowd, INES))
    return here


def came(here: Stage, accounts: tuple[AccountId, ...], last: datetime = NOW) -> None:
    one = Raid(case=CASE, space=SPACE, first=None, began=NOW, last=last)
    key = crowd_key(SPACE, one.since, one.until)
    here.stored[key] = CrowdFact(accounts=accounts, incidents=(IncidentId("i1"),))
    here.facts.learn({key: here.stored[key]})


def logged(line: Line = OPENED, number: int = 1) -> CaseLogged:
    return CaseLogged(case=CASE, number=number, line=line)


def begins(here: Stage) -> list[Ruling]:
    return here.play(logged())


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def records(rulings: list[Ruling]) -> list[Record]:
    return [record for ruling in rulings for record in ruling.records]


def stands(here: Stage) -> Raid | None:
    here._load(frozenset({SETTINGS_KEY}))
    return raid.of(Settings(written(), here.facts.settings()), CASE)


def due(timer: TimerId) -> Due:
    return Due(id=EventId(f"due:{timer}"), space=own_space("here"), at=NOW, timer=timer, generation=1)  # type: ignore[arg-type]


def answer(rulings: list[Ruling]) -> ReplyPrivately:
    return only(effects(rulings), ReplyPrivately)


def test_by_day_the_team_reads_of_it_and_nobody_is_called() -> None:
    said = begins(stage())
    card = only(effects(said), PostCard)
    assert (card.channel, card.mentions) == (TEAM, ())
    assert buttons(card.card) == ["raid-hold", "raid-invites", "raid-slow", "raid-take", "case-show"]
    check_words(effects(said))


def test_out_of_hours_those_on_call_are_called_one_after_the_other() -> None:
    here = stage(team_hours=OFFICE.text, on_call=json.dumps([INES, KWAME]))
    first = only(effects(begins(here)), PostCard)
    assert first.mentions == (INES,)
    second = only(effects(here.play(due(raid.call_timer(CASE)), 10 * MINUTE)), PostCard)
    assert second.mentions == (KWAME,)
    assert second.binds is None
    assert here.play(due(raid.call_timer(CASE)), 10 * MINUTE) == [], "nobody is left to call"


def test_whoever_is_away_is_not_called() -> None:
    away = json.dumps({"until": (NOW + DAY).isoformat(), "deputy": None})
    more: dict[str, Any] = {"team_hours": OFFICE.text, "on_call": json.dumps([INES, KWAME]), f"away__{INES}": away}
    here = stage(**more)
    assert only(effects(begins(here)), PostCard).mentions == (KWAME,)


def test_nobody_else_is_called_once_somebody_takes_it() -> None:
    here = stage(team_hours=OFFICE.text, on_call=json.dumps([INES, KWAME]))
    begins(here)
    said = here.play(press(f"raid-take:{CASE}", INES))
    assert "raid-take" not in buttons(only(effects(said), EditCard).card)
    assert here.play(due(raid.call_timer(CASE)), 10 * MINUTE) == []


def test_a_claim_of_the_case_counts_as_taking_it() -> None:
    here = stage(team_hours=OFFICE.text, on_call=json.dumps([INES, KWAME]))
    begins(here)
    claimed = Line(at=NOW, move="claim", state="triage", due_at=NOW + DAY, by=INES)
    here.play(logged(claimed, 2))
    assert here.play(due(raid.call_timer(CASE)), 10 * MINUTE) == []


def test_all_who_came_are_held_after_one_more_press() -> None:
    here = stage()
    begins(here)
    asked = answer(here.play(press(f"raid-hold:{CASE}"))).card
    assert buttons(asked) == ["raid-hold-sure"]
    assert "3 people came" in words(asked)
    said = here.play(press(f"raid-hold-sure:{CASE}"))
    held = all_of(effects(said), QuarantineMember)
    assert [one.account for one in held] == [newcomer(n) for n in range(3)], "the team's own are left out"
    taken = [one.sanction for one in records(said) if isinstance(one, SanctionTaken)]
    assert [one.id for one in taken] == ["7-2-1", "7-2-2", "7-2-3"]
    assert {(one.until, one.interim, one.on_file_until) for one in taken} == {(NOW + 72 * HOUR, True, None)}
    assert all(one.reasons for one in taken)
    assert not all_of(effects(said), SendDirect), "nobody is written to"
    armed = [one.timer for one in records(said) if isinstance(one, TimerArmed)]
    assert armed == [f"sanction:{one.id}" for one in taken]
    (line,) = [one.line for one in records(said) if isinstance(one, CaseLogged)]
    assert (line.move, line.by) == ("restrain", KWAME)
    check_words(effects(said))


def test_somebody_who_is_held_already_is_not_held_twice() -> None:
    here = stage()
    begins(here)
    taken = next(one for one in records(here.play(press(f"raid-hold-sure:{CASE}"))) if isinstance(one, SanctionTaken))
    account = taken.sanction.account
    here.facts.learn({standing_key(account): StandingFact(account=account, sanctions=(taken.sanction,))})
    asked = answer(here.play(press(f"raid-hold:{CASE}"))).card
    assert "2 people came" in words(asked)


def test_what_is_asked_before_holding_names_no_moment_to_come() -> None:
    here = stage()
    begins(here)
    shown = str(answer(here.play(press(f"raid-hold:{CASE}"))).card)
    assert repr(Instant(NOW)) in shown


def test_nobody_left_to_hold_is_said() -> None:
    here = stage(0)
    begins(here)
    assert keys(answer(here.play(press(f"raid-hold:{CASE}"))).card) == ["team-raid-nobody"]


def test_nobody_new_comes_in_until_the_team_is_at_work() -> None:
    here = stage(team_hours=OFFICE.text)
    begins(here)
    assert buttons(answer(here.play(press(f"raid-invites:{CASE}"))).card) == ["raid-invites-sure"]
    said = here.play(press(f"raid-invites-sure:{CASE}"))
    assert only(effects(said), PauseInvites).until == NOW + HOUR, "it is nine, and they come at ten"
    assert "raid-invites" not in buttons(only(effects(said), EditCard).card)


def test_a_channel_is_slowed_down_for_an_hour() -> None:
    here = stage()
    begins(here)
    said = here.play(form("raid-slow", more={"about": CASE}, channel=GENERAL, pace="minute"))
    slow = only(effects(said), SetSlowmode)
    assert (slow.channel, slow.seconds) == (GENERAL, 60)
    ended = here.play(due(raid.slow_timer(CASE, GENERAL)), HOUR)
    assert only(effects(ended), SetSlowmode).seconds == 0
    assert here.play(due(raid.slow_timer(CASE, GENERAL)), HOUR) == []


@pytest.mark.parametrize("given", [{"channel": "x", "pace": "ten"}, {"channel": GENERAL, "pace": "often"}])
def test_a_channel_that_is_none_changes_nothing(given: dict[str, Any]) -> None:
    here = stage()
    begins(here)
    said = here.play(form("raid-slow", more={"about": CASE}, **given))
    assert keys(answer(said).card) == ["team-raid-wrong-channel"]
    assert not all_of(effects(said), SetSlowmode)


def test_one_press_and_one_more_undoes_it_all() -> None:
    here = stage()
    opened = IncidentOpened(
        incident=IncidentId("i1"),
        origin="policy",
        at=NOW,
        space=SPACE,
        account=newcomer(0),
        policies=(PolicyId("starter/raid"),),
        measures=(Measure(name="alert"),),
        counters=("policy:starter/raid",),
        about="joined",
    )
    here.stored[incident_key(IncidentId("i1"))] = IncidentFact(opened=opened)
    begins(here)
    held = records(here.play(press(f"raid-hold-sure:{CASE}")))
    for one in held:
        if isinstance(one, SanctionTaken):
            here.stored[sanction_key(one.sanction.id)] = SanctionFact(sanction=one.sanction)
    here.play(press(f"raid-invites-sure:{CASE}"))
    here.play(form("raid-slow", more={"about": CASE}, channel=GENERAL, pace="ten"))
    assert buttons(answer(here.play(press(f"raid-undo:{CASE}"))).card) == ["raid-undo-sure"]
    said = here.play(press(f"raid-undo-sure:{CASE}"))
    (revoked,) = [one for one in records(said) if isinstance(one, SanctionsRevoked)]
    assert (revoked.sanctions, revoked.state) == (("7-2-1", "7-2-2", "7-2-3"), "overturned")
    assert only(effects(said), PauseInvites).until is None
    assert only(effects(said), SetSlowmode).seconds == 0
    assert [one.account for one in all_of(effects(said), SendDirect)] == [newcomer(n) for n in range(3)]
    (moved,) = [one for one in records(said) if isinstance(one, IncidentMoved)]
    assert (moved.incident, moved.state) == ("i1", "undone")
    assert [one.by for one in records(said) if isinstance(one, Counted)] == [-1]
    check_words(effects(said))
    assert keys(answer(here.play(press(f"raid-undo-sure:{CASE}"))).card) == ["team-raid-undone-already"]


def test_in_the_morning_the_team_reads_what_happened_and_what_still_holds() -> None:
    here = stage(team_hours=OFFICE.text)
    said = begins(here)
    (morning,) = [one for one in records(said) if isinstance(one, TimerArmed) and "report" in one.timer]
    assert morning.due_at == NOW + HOUR
    held = [
        one.sanction for one in records(here.play(press(f"raid-hold-sure:{CASE}"))) if isinstance(one, SanctionTaken)
    ]
    for one in held[:2]:
        here.stored[sanction_key(one.id)] = SanctionFact(sanction=one)
    card = only(effects(here.play(due(raid.report_timer(CASE)), HOUR)), PostCard).card
    read = words(card)
    assert "4 of those who came are still here" in read
    assert "3 people were held" in read
    assert "2 people can only reach the team" in read
    assert "raid-undo" in buttons(card)


def test_once_the_case_ends_whatever_holds_ends_too() -> None:
    here = stage()
    begins(here)
    here.play(press(f"raid-hold-sure:{CASE}"))
    here.play(press(f"raid-invites-sure:{CASE}"))
    ended = Line(at=NOW, move="dismiss", state="decided", due_at=NOW + DAY, by=INES)
    said = here.play(logged(ended, 3))
    (revoked,) = [one for one in records(said) if isinstance(one, SanctionsRevoked)]
    assert (revoked.state, len(revoked.sanctions)) == ("lifted", 3)
    assert only(effects(said), PauseInvites).until is None
    assert stands(here) is None
    assert keys(answer(here.play(press(f"raid-hold:{CASE}"))).card) == ["team-raid-over"]


def test_later_ones_belong_to_it_too() -> None:
    here = stage()
    begins(here)
    here.play(CaseWanted(opening=OPENING, at=NOW + 9 * MINUTE))
    here.play(CaseWanted(opening=replace(OPENING, incident=IncidentId("another")), at=NOW + HOUR))
    one = stands(here)
    assert one is not None
    assert (one.since, one.until) == (NOW - 2 * MINUTE, NOW + 11 * MINUTE)
    came(here, tuple(newcomer(n) for n in range(2)), NOW + 9 * MINUTE)
    assert "2 people came" in words(answer(here.play(press(f"raid-hold:{CASE}"))).card)


def test_what_a_platform_cannot_do_is_not_offered() -> None:
    lacks = frozenset({"quarantine_member", "pause_invites", "set_slowmode"})
    assert buttons(only(effects(begins(stage(lacks=lacks))), PostCard).card) == ["raid-take", "case-show"]


def test_other_cases_are_no_raids() -> None:
    opening = Opening(kind="report", door="menu", space=SPACE)
    line = Line(at=NOW, move="open", state="open", due_at=NOW + DAY, by=None, opening=opening)
    assert stage().play(logged(line)) == []


@pytest.mark.parametrize(
    ("calendar", "morning"),
    [
        (Calendar(), datetime(2027, 3, 2, 8, tzinfo=UTC)),
        (OFFICE, datetime(2027, 3, 1, 10, tzinfo=UTC)),
        (
            Calendar(days=frozenset({5}), off=frozenset({date(2027, 3, 6)})),
            datetime(2027, 3, 13, 8, tzinfo=UTC),
        ),
    ],
)
def test_the_next_morning_is_a_working_day(calendar: Calendar, morning: datetime) -> None:
    assert next_morning(NOW, calendar) == morning


def test_a_raid_is_kept_as_it_stands() -> None:
    made: dict[str, Any] = {"case": CASE, "space": SPACE, "first": IncidentId("i"), "began": NOW, "last": NOW + HOUR}
    one = Raid(**made, called=1, taken=True, invites_until=NOW + DAY, slow=(GENERAL,), held=((2, 300),))
    kept = one.kept(KWAME, NOW)
    assert kept.value is not None
    assert raid._loaded(json.loads(kept.value)) == one
