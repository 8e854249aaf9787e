"""What one press must not touch, and what nobody did after all: timeouts of others, talks refused, rules stopped."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.cases.lines import Penalty
from bot.cases.sanctions import Sanction
from bot.counters import CountersRoom
from bot.effects import (
    CreatePrivateThread,
    EditCard,
    Effect,
    LiftTimeout,
    PostCard,
    ReleaseMember,
    TimeOutMember,
)
from bot.events import EffectRefused
from bot.facts import (
    Fact,
    FactKey,
    HoldsFact,
    IncidentFact,
    StandingFact,
    UnfeltFact,
    counter_key,
    holds_key,
    incident_key,
    standing_key,
    unfelt_key,
)
from bot.ids import EffectKey, EventId, IncidentId, PolicyId, SanctionId, message_id, own_space
from bot.moderation.room import ModerationRoom
from bot.moderation.scene import card_handle
from bot.records import ActionsStopped, Counted, IncidentMoved, IncidentOpened, IncidentState, Measure, Record
from bot.rooms import Ruling
from bot.settings import Overlay
from bot.views import Bilingual
from tests.unit.moderation.playing import (
    BASILE,
    GENERAL,
    NOW,
    SPACE,
    TEAM,
    Stage,
    all_of,
    buttons,
    check_words,
    only,
    press,
    words,
    written,
)

HOUR = timedelta(hours=1)
TITLE = Bilingual("Spam", "Pourriel")


def opened(name: str = "i1", until: datetime = NOW + HOUR, **more: Any) -> IncidentOpened:
    usual: dict[str, Any] = {
        "incident": IncidentId(name),
        "origin": "policy",
        "at": NOW,
        "space": SPACE,
        "account": BASILE,
        "channel": GENERAL,
        "message": message_id(GENERAL, name),
        "policies": (PolicyId("ours/spam"),),
        "titles": (TITLE,),
        "why": (TITLE,),
        "measures": (Measure(name="timeout", until=until),),
        "counters": ("policy:ours/spam",),
        "about": name,
    }
    return IncidentOpened(**{**usual, **more})


def sanction(name: str, **more: Any) -> Sanction:
    usual: dict[str, Any] = {"space": SPACE, "account": BASILE, "by": None, "at": NOW, "reasons": "", **more}
    return Sanction(id=SanctionId("3-2-1"), penalty=Penalty(name=name), **usual)  # type: ignore[arg-type]


def stage(*incidents: IncidentOpened, state: IncidentState = "standing", sanctions: tuple[Sanction, ...] = ()) -> Stage:
    known: dict[FactKey, Fact] = {
        incident_key(one.incident): IncidentFact(opened=one, state="standing" if number else state)
        for number, one in enumerate(incidents)
    }
    known[holds_key(BASILE)] = HoldsFact(account=BASILE, incidents=tuple(one.incident for one in incidents))
    known[standing_key(BASILE)] = StandingFact(account=BASILE, sanctions=sanctions)
    return Stage(ModerationRoom(Overlay(written())), CountersRoom(), known=known)


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def records(rulings: list[Ruling]) -> list[Record]:
    return [record for ruling in rulings for record in ruling.records]


def test_undoing_lifts_a_timeout_that_nothing_else_began() -> None:
    assert only(stage(opened()).effects(press("incident-undo:i1")), LiftTimeout).account == BASILE


def test_a_timeout_that_another_incident_began_too_runs_on_as_that_one_has_it() -> None:
    shorter = opened("i2", NOW + HOUR / 2)
    said = stage(opened(), shorter).effects(press("incident-undo:i1"))
    assert only(said, TimeOutMember).until == NOW + HOUR / 2
    assert not all_of(said, LiftTimeout)
    longer = opened("i2", NOW + 2 * HOUR)
    said = stage(opened(), longer).effects(press("incident-undo:i1"))
    assert not all_of(said, TimeOutMember) + all_of(said, LiftTimeout)


def test_a_timeout_that_is_over_or_was_undone_holds_nobody() -> None:
    over = opened("i2", NOW - HOUR)
    assert all_of(stage(opened(), over).effects(press("incident-undo:i1")), LiftTimeout)
    here = stage(opened(), opened("i2", NOW + 2 * HOUR))
    here.play(press("incident-undo:i2"))
    assert all_of(here.effects(press("incident-undo:i1")), LiftTimeout)


@pytest.mark.parametrize("until", [NOW + 2 * HOUR, NOW + HOUR / 2])
def test_a_timeout_that_a_person_decided_runs_on(until: datetime) -> None:
    said = stage(opened(), sanctions=(sanction("timeout", until=until),)).effects(press("incident-undo:i1"))
    assert not all_of(said, LiftTimeout)


def test_nobody_is_let_out_of_quarantine_who_is_there_for_another_reason() -> None:
    held = opened(measures=(Measure(name="quarantine"),))
    assert all_of(stage(held).effects(press("incident-undo:i1")), ReleaseMember)
    held_too = (sanction("quarantine", until=NOW + HOUR),)
    assert not all_of(stage(held, sanctions=held_too).effects(press("incident-undo:i1")), ReleaseMember)
    also = opened("i2", measures=(Measure(name="quarantine"),))
    assert not all_of(stage(held, also).effects(press("incident-undo:i1")), ReleaseMember)


def test_a_second_look_leaves_one_card_to_press() -> None:
    here = stage(opened())
    said = here.effects(press("incident-ask:i1", BASILE, channel=None))
    (second,), (first,) = all_of(said, PostCard), all_of(said, EditCard)
    assert "incident-undo" in buttons(second.card)
    assert (first.message, buttons(first.card)) == (card_handle(opened()), [])
    check_words(said)
    judged = all_of(here.effects(press("incident-undo:i1")), EditCard)
    assert {one.message for one in judged} == {message_id(TEAM, "card"), card_handle(opened())}
    assert [buttons(one.card) for one in judged] == [[], []]


@pytest.mark.parametrize("before", ["standing", "asked"])
def test_a_conversation_that_no_platform_opens_was_never_begun(before: IncidentState) -> None:
    here = stage(opened(), state=before)
    wanted = only(here.effects(press("incident-talk:i1")), CreatePrivateThread)
    refused = EffectRefused(
        id=EventId("refused"),
        space=own_space("here"),  # type: ignore[arg-type]
        at=NOW,
        effect=EffectKey("k"),
        reason="no threads here",
        wanted="create_private_thread",
        where=SPACE,
        note=wanted.note,
        channel=GENERAL,
    )
    said = here.play(refused)
    (moved,) = [one for one in records(said) if isinstance(one, IncidentMoved)]
    assert moved.state == before
    card = next(one.card for one in all_of(effects(said), EditCard))
    assert buttons(card) == ["incident-right", "incident-undo", "incident-talk"]
    assert here.play(press("incident-talk:i1")), "it can be tried again"
    assert [one for one in records(here.play(press("incident-undo:i1"))) if isinstance(one, IncidentMoved)]


def test_another_thread_that_is_refused_moves_nothing() -> None:
    here = stage(opened(), state="talking")
    refused = EffectRefused(
        id=EventId("refused"),
        space=own_space("here"),  # type: ignore[arg-type]
        at=NOW,
        effect=EffectKey("k"),
        reason="no",
        wanted="create_private_thread",
        where=SPACE,
        note="case 3",
    )
    assert not [one for one in records(here.play(refused)) if isinstance(one, IncidentMoved)]


def test_what_nobody_felt_when_rules_were_stopped_never_was() -> None:
    here = stage(opened())
    stopped = ActionsStopped(policies=(PolicyId("ours/spam"),))
    here.stored[unfelt_key(stopped.policies)] = UnfeltFact(incidents=(IncidentId("i1"), IncidentId("gone")))
    moved_before = Counted(counter="policy:ours/spam", of=BASILE, by=1, at=NOW, about="i1")
    here.fold([moved_before])
    said = here.play(stopped)
    (moved,) = [one for one in records(said) if isinstance(one, IncidentMoved)]
    assert (moved.incident, moved.state) == ("i1", "given_up")
    here._load(frozenset({counter_key("policy:ours/spam", BASILE)}))
    counter = here.facts.counter("policy:ours/spam", BASILE)
    assert counter is not None
    assert counter.value == 0
    (card,) = all_of(effects(said), EditCard)
    assert buttons(card.card) == []
    assert "nothing was done" in words(card.card)
    check_words(effects(said))
    assert here.play(stopped) == []
    assert not [one for one in records(here.play(press("incident-undo:i1"))) if isinstance(one, IncidentMoved)]


def test_what_somebody_judged_already_stays_as_they_said() -> None:
    here = stage(opened(), state="confirmed")
    stopped = ActionsStopped(policies=())
    here.stored[unfelt_key(())] = UnfeltFact(incidents=(IncidentId("i1"),))
    assert here.play(stopped) == []
