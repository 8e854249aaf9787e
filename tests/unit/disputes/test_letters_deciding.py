"""What was decided, and another look: reasons once, and an apology to whoever was right to ask."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.lines import Penalty
from bot.cases.states import Move
from bot.effects import PostCard
from tests.unit.disputes.hearing import (
    ADA,
    BEN,
    INES,
    REMINDER,
    TIMEOUT,
    ZOE,
    begun,
    button_ids,
    complete,
    one_to,
    readers,
    reminded,
)
from tests.unit.moderation.playing import keys, only, quotes, words


def test_whom_a_measure_falls_upon_reads_its_reasons_once_and_not_here() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    effects = hearing.does("decide", INES, text="Mocking is not ours.", outcome="measure", penalties=REMINDER)
    complete(effects)
    assert readers(effects) == {ADA}
    card = one_to(effects, ADA)
    assert quotes(card) == ["Mocking is not ours."]
    assert {"case-appeal:12", "party-waive:12"} <= set(button_ids(card))


def test_without_a_measure_both_read_the_reasons() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    effects = hearing.does("decide", INES, text="Both were tired.")
    complete(effects)
    assert readers(effects) == {ADA, BEN}
    assert all(quotes(one_to(effects, one)) == ["Both were tired."] for one in (ADA, BEN))


def test_asking_for_another_look_says_what_holds_meanwhile_and_the_team_is_told() -> None:
    hearing = reminded()
    effects = hearing.does("appeal", BEN, text="She began.")
    complete(effects)
    assert "Until then no reminder counts" in words(one_to(effects, BEN))
    assert "asked for another look" in words(one_to(effects, ADA))
    assert quotes(one_to(effects, ADA)) == []
    card = only(effects, PostCard).card
    assert "appeal-take:12" in button_ids(card)
    assert quotes(card) == ["She began."]
    assert "If nobody takes it by" in words(card)
    assert "what was decided is lifted" in words(card)


@pytest.mark.parametrize(("penalty", "bans"), [(Penalty(name="warn"), False), (Penalty(name="ban"), True)])
def test_of_a_ban_nothing_is_said_where_there_is_none(penalty: Penalty, bans: bool) -> None:
    hearing = reminded()
    assert hearing.case
    assert hearing.case.decision
    hearing.case = replace(hearing.case, decision=replace(hearing.case.decision, penalties=(penalty,)))
    effects = hearing.does("appeal", BEN, text="She began.")
    for card in (only(effects, PostCard).card, one_to(effects, BEN)):
        assert ("the ban stands" in words(card)) == bans
        assert ("what was decided is lifted" in words(card)) != bans


def test_where_the_other_side_asks_the_team_reads_that_silence_changes_nothing() -> None:
    effects = reminded().does("appeal", ADA, text="That is too little.")
    assert "it stays as it was decided" in words(only(effects, PostCard).card)


def test_somebody_fresh_takes_it_and_winning_is_an_apology() -> None:
    hearing = reminded()
    hearing.does("appeal", BEN, text="She began.")
    effects = hearing.does("take", ZOE)
    complete(effects)
    wanted = {"appeal-uphold:12", "appeal-soften:12", "appeal-overturn:12", "appeal-remit:12", "case-recuse:12"}
    assert wanted == set(button_ids(one_to(effects, ZOE)))
    effects = hearing.does("overturn", ZOE, text="It was a joke between them.")
    complete(effects)
    said = words(one_to(effects, BEN))
    assert "you were right to ask" in said
    assert "our mistake" in said
    assert "We are sorry" in said
    assert "Toutes nos excuses ; ta place est ici" in words(one_to(effects, BEN), "fr").replace("\u202f", " ")
    assert "We are sorry" not in words(one_to(effects, ADA))


@pytest.mark.parametrize(("move", "said"), [("uphold", "stays as it is"), ("remit", "once more from the beginning")])
def test_whatever_comes_of_another_look_has_its_reasons(move: Move, said: str) -> None:
    hearing = reminded()
    hearing.does("appeal", BEN, text="She began.")
    hearing.does("take", ZOE)
    effects = hearing.does(move, ZOE, text="I read all of it.")
    complete(effects)
    for account in (ADA, BEN):
        assert "I read all of it." in quotes(one_to(effects, account))
    assert said in words(one_to(effects, BEN))


def test_what_is_made_milder_is_named_in_its_own_statement() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    hearing.does("decide", INES, text="Enough.", outcome="measure", penalties=TIMEOUT)
    effects = hearing.does("appeal", BEN, text="Too much.")
    assert "What holds you back stays" in words(one_to(effects, BEN))
    hearing.does("take", ZOE)
    effects = hearing.does("soften", ZOE, text="A day is too long.", penalties=REMINDER)
    complete(effects)
    assert "it was too much" in words(one_to(effects, BEN))


def test_nobody_looking_in_time_lifts_it_with_regrets() -> None:
    hearing = reminded()
    hearing.does("appeal", BEN, text="She began.")
    effects = hearing.waits()
    complete(effects)
    assert hearing.it.state == "closed"
    assert "what was decided is lifted" in words(one_to(effects, BEN))


def test_what_the_other_side_asks_for_takes_nothing_away_by_silence() -> None:
    hearing = reminded()
    effects = hearing.does("appeal", ADA, text="Too little.")
    complete(effects)
    assert "If nobody does, it stays as it was decided" in words(one_to(effects, BEN))
    effects = hearing.waits()
    complete(effects)
    assert "It stays as it was decided" in words(one_to(effects, BEN))


def test_leaving_it_at_that_takes_both() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    hearing.does("decide", INES, text="Both were tired.")
    effects = hearing.does("waive", ADA)
    complete(effects)
    assert readers(effects) == {ADA}
    assert "party-waive:12" not in button_ids(one_to(effects, ADA))
    effects = hearing.does("waive", BEN)
    complete(effects)
    assert readers(effects) == {ADA, BEN}
    assert hearing.it.state == "closed"


def test_taking_it_back_is_told_to_whoever_knew_of_it() -> None:
    hearing = begun()
    effects = hearing.does("withdraw", ADA)
    complete(effects)
    assert "party-withdraw-told" in keys(one_to(effects, ADA))
    assert "held against you" in words(one_to(effects, BEN))
    hidden = begun(concern="threat")
    assert readers(hidden.does("withdraw", ADA)) == {ADA}


def test_a_second_look_by_whoever_decided_says_openly_that_it_is_one() -> None:
    hearing = reminded()
    hearing.team = (INES,)
    hearing.does("appeal", BEN, text="She began.")
    hearing.refuses("take", INES)
    hearing.now += timedelta(hours=49)
    effects = hearing.does("take", INES)
    complete(effects)
    for account in (ADA, BEN):
        assert "says openly that they look at their own decision again" in words(one_to(effects, account))
