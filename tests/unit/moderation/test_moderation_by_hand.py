"""What a person does upon a person by hand is a case; what others do is noted as theirs, and told quietly."""

from datetime import timedelta
from typing import Any, get_args

import pytest

from bot.counters import CountersRoom
from bot.effects import Effect, PostCard
from bot.events import ActionName, ActionTaken
from bot.facts import account_key
from bot.ids import AccountId, EventId, message_id, role_id
from bot.measures import bursts
from bot.moderation.room import ModerationRoom
from bot.records import CaseWanted, Counted, IncidentMoved, IncidentOpened, Measure
from bot.rooms import Ruling
from bot.settings import Overlay, Written
from bot.views import Passage
from tests.unit.moderation.playing import (
    BASILE,
    GENERAL,
    INES,
    KWAME,
    NOW,
    SPACE,
    TEAM,
    Stage,
    check_words,
    keys,
    only,
    press,
    quotes,
    somebody,
    words,
    written,
)

REASON = "third time this week; see <@1>"


def action(name: ActionName = "timeout", **more: Any) -> ActionTaken:
    usual: dict[str, Any] = {
        "id": EventId("audit:1"),
        "space": SPACE,
        "at": NOW,
        "account": BASILE,
        "by": KWAME,
        "channel": GENERAL,
        "reason": REASON,
    }
    return ActionTaken(action=name, **{**usual, **more})


def stage(file: Written | None = None, **known: Any) -> Stage:
    return Stage(ModerationRoom(Overlay(file or written())), **known)


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def noted(rulings: list[Ruling]) -> tuple[IncidentOpened, IncidentMoved]:
    """The incident, closed at birth."""
    (ruling,) = rulings
    opened, moved = ruling.records
    assert isinstance(opened, IncidentOpened)
    assert isinstance(moved, IncidentMoved)
    return opened, moved


def wanted(rulings: list[Ruling]) -> CaseWanted:
    """The case that is asked for, and nothing else."""
    (ruling,) = rulings
    (record,) = ruling.records
    assert isinstance(record, CaseWanted)
    assert ruling.effects == ()
    return record


@pytest.mark.parametrize("name", ["remove", "timeout", "kick", "ban"])
def test_what_a_manager_does_by_hand_upon_somebody_is_a_case_that_is_decided_already(name: Any) -> None:
    until = NOW + timedelta(hours=1) if name == "timeout" else None
    case = wanted(stage().play(action(name, until=until)))
    opening = case.opening
    assert (opening.kind, opening.door, opening.opener, opening.respondent) == ("measure", "hand", KWAME, BASILE)
    (penalty,) = case.penalties
    assert (penalty.name, penalty.seconds) == (name, 3600 if until else None)
    assert (case.done, case.reasons, case.answer) == (True, REASON, None)


def test_the_message_that_was_taken_down_by_hand_is_named_as_evidence() -> None:
    message = message_id(GENERAL, "3")
    evidence = wanted(stage().play(action("remove", message=message))).opening.evidence
    assert evidence is not None
    assert (evidence.message, evidence.author, evidence.readable) == (message, BASILE, False)


def test_more_of_the_same_burst_asks_for_no_further_case() -> None:
    counter, _, pair = bursts.key(action("ban")).key.partition("|")
    begun = Counted(counter=counter, of=pair, by=1, at=NOW, about="7-2-1")
    here = Stage(ModerationRoom(Overlay(written())), CountersRoom())
    here.fold([begun])
    assert here.play(action("ban", at=NOW + timedelta(minutes=10))) == []
    wanted(here.play(action("ban", at=NOW + timedelta(minutes=11))))
    wanted(here.play(action("ban", by=INES)))


def test_a_sweep_of_which_nobody_knows_whose_it_was_stays_an_incident_that_says_how_many() -> None:
    here = stage()
    said = here.play(action("remove", account=None, number=17, reason=""))
    opened, _ = noted(said)
    assert opened.measures == (Measure(name="remove", number=17),)
    assert "17 messages were taken down" in words(only(effects(said), PostCard).card)


def test_who_did_what_where_and_why_is_told_of_what_is_about_nobody() -> None:
    posted = only(stage().effects(action("lock", account=None)), PostCard)
    assert (posted.channel, posted.card.tone, posted.card.buttons) == (TEAM, "plain", ())
    assert quotes(posted.card) == [REASON]
    said = words(posted.card)
    for part in ("by hand", "<Person>", "<Place>", "in their words"):
        assert part in said


def test_what_another_bot_does_is_recorded_as_theirs() -> None:
    other = AccountId(f"{SPACE}/U-other-bot")
    said = stage().play(action("remove", by=other, by_bot=True))
    assert noted(said)[1].by == other
    assert "recorded as theirs" in words(only(effects(said), PostCard).card)
    check_words(effects(said))


def test_a_rule_of_the_platform_is_named_with_the_words_that_it_fell_upon() -> None:
    given = action("alert", by=None, reason="Blocked words", text="a bad word", message=message_id(GENERAL, "3"))
    said = stage().play(given)
    opened, moved = noted(said)
    assert (opened.text, opened.reason, moved.by) == ("a bad word", "Blocked words", None)
    card = only(effects(said), PostCard).card
    assert quotes(card) == ["a bad word", "Blocked words"]
    assert "moderation-hand-rule" in keys(card)
    assert Passage(GENERAL, message_id(GENERAL, "3")) in [
        one for text in card.fields for _, one in getattr(text.value, "arguments", ())
    ]
    check_words(effects(said))


@pytest.mark.parametrize("name", ["add_role", "remove_role", "lift_timeout"])
def test_what_hardly_matters_is_noted_and_not_told(name: Any) -> None:
    said = stage().play(action(name, role=role_id(SPACE, "R-1"), channel=None))
    assert noted(said)[0].measures[0].role == role_id(SPACE, "R-1")
    assert effects(said) == []


@pytest.mark.parametrize("name", get_args(ActionName))
@pytest.mark.parametrize("upon", [BASILE, None])
@pytest.mark.parametrize("by", [(KWAME, False), (KWAME, True), (None, False)])
def test_whatever_was_done_can_be_read_in_both_languages(name: Any, upon: Any, by: Any) -> None:
    given = action(name, account=upon, by=by[0], by_bot=by[1], text="words" if by[0] is None else "")
    said = stage().play(given)
    if not said[0].records or not isinstance(said[0].records[0], CaseWanted):
        noted(said)
    check_words(effects(said))


def test_what_is_done_to_bots_is_noted_and_not_told() -> None:
    said = stage(known={account_key(BASILE): somebody(BASILE, bot=True)}).play(action("kick"))
    noted(said)
    assert effects(said) == []


def test_where_the_team_has_no_channel_it_is_only_noted() -> None:
    said = stage(Written()).play(action("ban", by_bot=True))
    noted(said)
    assert effects(said) == []


def test_it_has_the_same_name_whenever_it_is_ruled_on_again() -> None:
    first, again = (noted(stage().play(action("lock")))[0] for _ in range(2))
    other = noted(stage().play(action("lock", id=EventId("audit:2"))))[0]
    assert first.incident == again.incident != other.incident


def test_there_is_nothing_to_undo_about_it() -> None:
    here = stage()
    opened, _ = noted(here.play(action("ban", by_bot=True)))
    for button in ("incident-undo", "incident-right", "report-remove"):
        said = here.play(press(f"{button}:{opened.incident}"))
        assert not [record for ruling in said for record in ruling.records]
        check_words(effects(said))
