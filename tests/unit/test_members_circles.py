"""Members let themselves be drawn for circles, or not, and can read what that means before they do."""

import pytest

from bot.effects import ReplyPrivately
from bot.facts import account_key
from bot.records import AccountMet, CircleChosen
from tests.unit.moderation.playing import BASILE, BOSSES, all_of, check_words, command, keys, press, set_in_chat, words
from tests.unit.test_members_asks import STRANGER, effects, records, stage


def willing(played: object) -> bool:
    known = played.facts.account(BASILE)  # type: ignore[attr-defined]
    return bool(known.willing)


def test_whoever_joins_is_drawn_from_then_on_and_whoever_leaves_is_not() -> None:
    played = stage()
    rulings = played.play(command("circle join", BASILE))
    assert records(rulings) == [CircleChosen(account=BASILE, willing=True)]
    assert willing(played)
    (told,) = all_of(effects(rulings), ReplyPrivately)
    assert "from now on you can be drawn" in words(told.card)
    assert [one.id for one in told.card.buttons] == ["circle-leave"]
    check_words(effects(rulings))
    rulings = played.play(press("circle-leave", BASILE))
    assert records(rulings) == [CircleChosen(account=BASILE, willing=False)]
    assert not willing(played)
    check_words(effects(rulings))


def test_saying_it_twice_writes_nothing_twice() -> None:
    played = stage()
    played.play(command("circle join", BASILE))
    rulings = played.play(press("circle-join", BASILE))
    assert records(rulings) == []
    assert keys(all_of(effects(rulings), ReplyPrivately)[0].card)[0] == "party-circle-joined"


def test_a_stranger_is_met_before_they_can_be_drawn() -> None:
    rulings = stage().play(command("circle join", STRANGER))
    assert [type(one) for one in records(rulings)] == [AccountMet, CircleChosen]


def test_whoever_asks_how_it_goes_is_told_and_nothing_is_remembered() -> None:
    played = stage()
    rulings = played.play(command("circle how", BASILE))
    assert records(rulings) == []
    (told,) = all_of(effects(rulings), ReplyPrivately)
    said = words(told.card)
    assert "drawn at random" in said
    assert "Nobody ever sees how you voted" in said
    assert "You do not let yourself be drawn now" in said
    assert [one.id for one in told.card.buttons] == ["circle-join"]
    check_words(effects(rulings))


@pytest.mark.parametrize(("profile", "said"), [("small", "decides without circles"), ("large", "decides like that")])
def test_what_it_means_here_depends_on_the_community(profile: str, said: str) -> None:
    rulings = stage(set_in_chat(profile=profile)).play(command("circle how", BASILE))
    assert said in words(all_of(effects(rulings), ReplyPrivately)[0].card)


def test_nobody_else_is_changed() -> None:
    played = stage()
    played.play(command("circle join", STRANGER, roles=(BOSSES,)))
    assert account_key(BASILE) in played.stored
    assert not played.stored[account_key(BASILE)].willing  # type: ignore[union-attr]
