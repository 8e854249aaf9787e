"""A raid makes one card that counts, and incidents that all stay."""

from datetime import timedelta
from typing import Any

import pytest

from bot.counters import CountersRoom
from bot.effects import EditCard, Effect, PostCard
from bot.facts import account_key
from bot.ids import AccountId, IncidentId, PolicyId, account_id, message_id
from bot.moderation.room import ModerationRoom
from bot.moderation.scene import card_handle
from bot.records import CaseWanted, IncidentOpened, Measure
from bot.settings import Overlay
from bot.views import Bilingual, Person, Phrase
from tests.unit.moderation.playing import (
    GENERAL,
    NOW,
    SPACE,
    TEAM,
    Stage,
    all_of,
    buttons,
    check_words,
    press,
    somebody,
    texts,
    words,
    written,
)

MINUTE = timedelta(minutes=1)
ALERT = (Measure(name="alert"),)
BOTH = Bilingual("Many arrivals", "Beaucoup d'arrivées")


def newcomer(number: int) -> AccountId:
    return account_id(SPACE, f"U-n{number}")


def stage(people: int = 100) -> Stage:
    known = {account_key(newcomer(n)): somebody(newcomer(n)) for n in range(people)}
    return Stage(ModerationRoom(Overlay(written())), CountersRoom(), known=known)


def came(number: int, **more: Any) -> IncidentOpened:
    usual: dict[str, Any] = {
        "incident": IncidentId(f"i{number}"),
        "origin": "policy",
        "at": NOW,
        "space": SPACE,
        "account": newcomer(number),
        "policies": (PolicyId("starter/raid"),),
        "titles": (BOTH,),
        "why": (BOTH,),
        "measures": ALERT,
    }
    return IncidentOpened(**{**usual, **more})


def crowd(there: Stage, first: int, last: int, **more: Any) -> list[Effect]:
    return [effect for number in range(first, last) for effect in arrives(there, number, **more)]


def arrives(there: Stage, number: int, after: timedelta = timedelta(), **more: Any) -> list[Effect]:
    """As the road does it: what another room wrote down is folded, and then offered to all."""
    opened = came(number, **more)
    there.fold([opened])
    return there.effects(opened, after)


def people(effect: EditCard) -> set[AccountId]:
    given = [one for text in texts(effect.card) if isinstance(text, Phrase) for _, one in text.arguments]
    return {one.account for one in given if isinstance(one, Person)}


def test_a_thousand_arrivals_make_one_card_that_is_reworded_now_and_then() -> None:
    there = stage(1_000)
    effects = crowd(there, 0, 1_000)
    (card,) = all_of(effects, PostCard)
    edits = all_of(effects, EditCard)
    assert card.binds == card_handle(came(0))
    assert len(edits) == 14
    assert {one.message for one in edits} == {card_handle(came(0))}
    assert {one.channel for one in edits} == {TEAM}
    assert "at least 512 more" in words(edits[-1].card)
    assert "au moins 512" in words(edits[-1].card, "fr")
    assert buttons(edits[-1].card) == buttons(card.card)
    check_words(effects)


def test_the_first_ones_are_all_named() -> None:
    edits = all_of(crowd(stage(), 0, 4), EditCard)
    assert [people(one) for one in edits] == [{newcomer(n) for n in range(many)} for many in (2, 3, 4)]
    assert "one more" in words(edits[0].card)
    later = all_of(crowd(stage(), 0, 80), EditCard)[-1]
    assert people(later) == {newcomer(0), *(newcomer(n) for n in range(57, 65))}


def test_every_incident_stays() -> None:
    there = stage()
    crowd(there, 0, 50)
    undone = there.effects(press("incident-undo:i30"))
    assert undone


def test_after_a_while_there_is_a_card_again_which_says_how_many_came_since() -> None:
    there = stage()
    crowd(there, 0, 20)
    (card,) = all_of(arrives(there, 20, 10 * MINUTE), PostCard)
    assert "19 more times since I last told you" in words(card.card)
    (edit,) = all_of(arrives(there, 21, MINUTE), EditCard)
    assert edit.message == card_handle(came(20))
    assert "one more" in words(edit.card)
    (third,) = all_of(arrives(there, 22, 20 * MINUTE), PostCard)
    assert "once more since I last told you" in words(third.card)


def test_what_somebody_said_of_the_first_one_stays_on_its_card() -> None:
    there = stage()
    crowd(there, 0, 2)
    there.play(press("incident-right:i0"))
    (edit,) = all_of(arrives(there, 2), EditCard)
    assert "incident-right" not in buttons(edit.card)


def test_somebody_forgotten_is_named_no_more() -> None:
    there = stage()
    crowd(there, 0, 3)
    there.facts.put(account_key(newcomer(1)), None)
    (edit,) = all_of(arrives(there, 3), EditCard)
    assert people(edit) == {newcomer(0), newcomer(2), newcomer(3)}
    there.facts.put(account_key(newcomer(0)), None)
    assert arrives(there, 4) == []


@pytest.mark.parametrize(
    "more",
    [
        {"measures": (Measure(name="remove"), *ALERT), "channel": GENERAL, "message": message_id(GENERAL, "1")},
        {"channel": GENERAL, "message": message_id(GENERAL, "1")},
        {"measures": (Measure(name="pause_invites", until=NOW + MINUTE), *ALERT)},
        {"measures": (Measure(name="quarantine"), *ALERT)},
    ],
)
def test_what_was_done_or_written_has_a_card_each(more: dict[str, Any]) -> None:
    assert len(all_of(crowd(stage(), 0, 5, **more), PostCard)) == 5


def wanted(there: Stage, first: int, last: int, after: timedelta = timedelta()) -> list[CaseWanted]:
    found = []
    for number in range(first, last):
        opened = came(number)
        there.fold([opened])
        rulings = there.play(opened, after)
        found += [one for ruling in rulings for one in ruling.records if isinstance(one, CaseWanted)]
    return found


def test_five_at_once_are_a_raid_and_the_case_is_wanted_once() -> None:
    there = stage(1_000)
    assert wanted(there, 0, 4) == []
    (case,) = wanted(there, 4, 500)
    assert (case.opening.kind, case.opening.door, case.opening.incident) == ("raid", "policy", "i4")
    assert case.opening.respondent is None


def test_while_it_goes_on_the_same_case_is_joined_once_a_minute() -> None:
    there = stage(200)
    wanted(there, 0, 5)
    joined = wanted(there, 5, 65, timedelta(seconds=20))
    assert len(joined) == 20
    assert {one.opening.incident for one in joined} == {"i4"}


def test_after_a_pause_it_is_another_raid() -> None:
    there = stage(200)
    wanted(there, 0, 5)
    assert wanted(there, 5, 6, timedelta(minutes=31)) == []
    (again,) = wanted(there, 6, 12)
    assert again.opening.incident == "i9"


def test_other_policies_have_a_card_of_their_own() -> None:
    there = stage()
    assert len(all_of(crowd(there, 0, 5), PostCard)) == 1
    assert len(all_of(crowd(there, 5, 10, policies=(PolicyId("newcomers/name-with-link"),)), PostCard)) == 1


def spam(number: int, by: int | None = None) -> IncidentOpened:
    return came(
        number,
        account=newcomer(number if by is None else by),
        channel=GENERAL,
        message=message_id(GENERAL, str(number)),
        policies=(PolicyId("starter/scam-links"),),
        measures=(Measure(name="remove"),),
    )


def flood(there: Stage, opened: IncidentOpened, after: timedelta = timedelta()) -> list[Effect]:
    there.fold([opened])
    return there.effects(opened, after)


def test_of_a_flood_of_messages_the_first_five_have_cards_and_the_last_card_counts_the_others() -> None:
    there = stage()
    effects = [effect for number in range(60) for effect in flood(there, spam(number))]
    posted, edits = all_of(effects, PostCard), all_of(effects, EditCard)
    assert [one.binds for one in posted] == [card_handle(spam(number)) for number in range(5)]
    assert {one.message for one in edits} == {card_handle(spam(4))}
    assert "at least 32 more" in words(edits[-1].card)
    assert len(edits) < 15
    wanted = [one for ruling in there.play(spam(60)) for one in ruling.records if isinstance(one, CaseWanted)]
    assert wanted == []
    check_words(effects)


def test_whoever_floods_alone_is_named_once() -> None:
    there = stage()
    effects = [effect for number in range(9) for effect in flood(there, spam(number, by=1))]
    assert people(all_of(effects, EditCard)[-1]) == {newcomer(1)}
    assert words(all_of(effects, EditCard)[-1].card).count("Also") == 1


def test_once_a_flood_is_over_each_message_has_a_card_again() -> None:
    there = stage()
    for number in range(20):
        flood(there, spam(number))
    (card,) = all_of(flood(there, spam(20), 11 * MINUTE), PostCard)
    assert "15 more times since I last told you" in words(card.card)
    assert all_of(flood(there, spam(21), 11 * MINUTE), PostCard)
