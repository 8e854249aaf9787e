"""Talking it through: each answers alone, words are carried, and a yes belongs to the words that it was given to."""

from bot.effects import CreatePrivateThread, PostCard
from bot.ids import Platform
from bot.settings import Settings
from tests.unit.disputes.hearing import (
    ADA,
    BEN,
    INES,
    begun,
    button_ids,
    complete,
    one_to,
    readers,
    talking,
)
from tests.unit.moderation.playing import all_of, only, quotes, words, written


def test_each_answers_an_invitation_alone_and_nobody_hears_who_said_what() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    effects = hearing.does("invite", INES)
    complete(effects)
    for account in (ADA, BEN):
        card = one_to(effects, account)
        assert {"party-consent:12", "party-decline:12"} <= set(button_ids(card))
        assert "never counts against anybody" in words(card)
    effects = hearing.does("consent", ADA)
    complete(effects)
    assert readers(effects) == {ADA}
    effects = hearing.does("decline", BEN)
    complete(effects)
    assert readers(effects) == {ADA, BEN, INES}
    assert "will not be talked through" in words(one_to(effects, ADA))
    assert "never counts against you" in words(one_to(effects, BEN))


def test_when_both_agree_the_words_are_carried_between_them() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    hearing.does("invite", INES)
    hearing.does("consent", ADA)
    effects = hearing.does("consent", BEN)
    complete(effects)
    for account in (ADA, BEN):
        card = one_to(effects, account)
        wanted = {"party-offer:12", "party-answer:12", "party-share:12", "party-leave:12"}
        assert wanted <= set(button_ids(card))
    mediator = button_ids(one_to(effects, INES))
    assert mediator == ["mediator-carry:12", "party-offer:12", "party-leave:12"]
    effects = hearing.does("carry", INES, account=BEN, text="She felt small.")
    complete(effects)
    assert quotes(one_to(effects, BEN)) == ["She felt small."]
    assert readers(effects) == {BEN, INES}


def test_every_offer_has_its_version_and_a_yes_to_one_is_none_to_the_next() -> None:
    hearing = talking()
    effects = hearing.does("offer", ADA, text="No jokes about questions.")
    complete(effects)
    card = one_to(effects, BEN)
    assert quotes(card) == ["No jokes about questions."]
    assert "party-agree:12:1" in button_ids(card)
    assert "version 1" in words(card)
    assert "4 more versions are possible" in words(card)
    effects = hearing.does("offer", BEN, text="No jokes, and I say sorry.")
    assert "party-agree:12:2" in button_ids(one_to(effects, ADA))
    assert "party-agree:12:1" not in button_ids(one_to(effects, ADA))
    hearing.refuses("agree", ADA, choice="1")
    effects = hearing.does("agree", ADA, choice="2")
    complete(effects)
    assert hearing.it.state == "settled"
    for account in (ADA, BEN):
        card = one_to(effects, account)
        assert quotes(card) == ["No jokes, and I say sorry."]
        assert {"party-done:12", "party-breach:12"} <= set(button_ids(card))


def test_the_fifth_offer_is_the_last_and_says_so() -> None:
    hearing = talking()
    for number in range(1, 5):
        hearing.does("offer", ADA, text=f"words {number}")
    effects = hearing.does("offer", INES, text="words 5")
    complete(effects)
    for account in (ADA, BEN):
        assert "the last version" in words(one_to(effects, account))
        assert "party-offer:12" not in button_ids(one_to(effects, account))


def test_what_was_agreed_on_is_asked_about_once_before_it_is_over() -> None:
    hearing = talking()
    hearing.does("offer", ADA, text="No jokes.")
    hearing.does("agree", BEN, choice="1")
    effects = hearing.reminds()
    complete(effects)
    assert readers(effects) == {ADA, BEN}
    assert "Is it kept" in words(one_to(effects, ADA))
    assert quotes(one_to(effects, ADA)) == ["No jokes."]
    effects = hearing.does("done", ADA)
    complete(effects)
    effects = hearing.does("done", BEN)
    complete(effects)
    assert hearing.it.state == "closed"
    assert "party-survey:12" in button_ids(one_to(effects, ADA))
    effects = hearing.does("survey", ADA, choice="yes/partly")
    complete(effects)
    assert readers(effects) == {ADA}
    assert "party-survey:12" not in button_ids(one_to(effects, ADA))


def test_what_is_not_kept_is_taken_up_again() -> None:
    hearing = talking()
    hearing.does("offer", ADA, text="No jokes.")
    hearing.does("agree", BEN, choice="1")
    effects = hearing.does("breach", ADA, text="He did it again.")
    complete(effects)
    assert quotes(one_to(effects, BEN)) == []
    assert quotes(one_to(effects, INES)) == ["He did it again."]


def test_a_conversation_of_the_three_opens_only_once_both_ask_for_it() -> None:
    hearing = talking()
    effects = hearing.does("share", ADA)
    complete(effects)
    assert readers(effects) == {ADA}
    assert all_of(effects, CreatePrivateThread) == []
    effects = hearing.does("share", BEN)
    complete(effects)
    thread = only(effects, CreatePrivateThread)
    assert thread.members == (ADA, BEN, INES)
    assert thread.binds is not None
    assert thread.binds.name == "case-12/together"
    assert only(effects, PostCard).channel == thread.binds


def test_where_no_such_conversation_can_be_opened_words_are_carried_on() -> None:
    lacking = Settings(written(cannot={Platform("web"): frozenset({"create_private_thread"})}))
    hearing = talking()
    hearing.settings = lacking
    hearing.does("share", ADA)
    effects = hearing.does("share", BEN)
    complete(effects)
    assert all_of(effects, CreatePrivateThread) == []
    assert "here I cannot open one" in words(one_to(effects, ADA))


def test_whoever_stops_is_never_blamed() -> None:
    hearing = talking()
    effects = hearing.does("leave", BEN)
    complete(effects)
    assert "never counts against you" in words(one_to(effects, BEN))
    assert "counts against nobody" in words(one_to(effects, ADA))
    assert readers(effects) == {ADA, BEN, INES}


def test_after_a_week_both_are_asked_whether_it_is_settled_and_silence_ends_it() -> None:
    hearing = talking()
    hearing.does("offer", ADA, text="No jokes.")
    effects = hearing.waits()
    complete(effects)
    assert {"party-done:12", "party-higher:12"} <= set(button_ids(one_to(effects, BEN)))
    effects = hearing.waits()
    complete(effects)
    assert hearing.it.state == "closed"
    assert "held against anybody" in words(one_to(effects, BEN))


def test_a_wish_of_one_passes_it_on() -> None:
    hearing = talking()
    hearing.waits()
    effects = hearing.does("escalate", ADA, text="It goes on.")
    complete(effects)
    assert readers(effects) == {ADA, BEN}
    assert "As one of you wished" in words(one_to(effects, BEN))
