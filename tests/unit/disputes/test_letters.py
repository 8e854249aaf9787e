"""After every step each of the two understands what happened, what they can do, until when, and what comes next."""

from typing import Any

import pytest

from bot.cases.folding import LIFT, NO_CONTACT
from bot.disputes.told import cards, team
from bot.effects import CreatePrivateThread, PostCard, SendDirect
from bot.facts import Setting, SettingsFact
from bot.ids import CaseId
from bot.settings import Contact, Settings
from bot.views import Bilingual
from tests.unit.disputes.hearing import (
    ADA,
    BEN,
    INES,
    KWAME,
    REPORTERS,
    TIMEOUT,
    ZOE,
    Hearing,
    begun,
    button_ids,
    complete,
    one_to,
    opening,
    readers,
    to,
)
from tests.unit.moderation.playing import NOW, SPACE, all_of, keys, only, quotes, words, written


def test_both_hear_that_it_was_opened_and_the_other_side_as_gently_as_can_be() -> None:
    hearing = Hearing(opening())
    effects = hearing.begin()
    complete(effects)
    opener, other = one_to(effects, ADA), one_to(effects, BEN)
    assert "party-withdraw:12" in button_ids(opener)
    assert button_ids(other) == ["party-answer:12"]
    assert "Nothing is decided" in words(other)
    assert quotes(other) == [], "the other side's words are not for them to read"
    assert "Rien n'est décidé" in words(other, "fr")


@pytest.mark.parametrize("concern", ["harassment", "threat", "sexual", "minor", "danger"])
def test_whoever_may_have_done_harm_hears_nothing_before_somebody_turns_to_them(concern: str) -> None:
    hearing = Hearing(opening(concern=concern))
    effects = hearing.begin()
    complete(effects)
    assert readers(effects) == {ADA}
    assert "For now, the other person hears nothing of it" in words(one_to(effects, ADA))
    assert readers(hearing.does("claim", INES)) == {ADA}
    asked = hearing.does("ask", INES, account=BEN, text="Were you there on Monday?")
    assert quotes(one_to(asked, BEN)) == ["Were you there on Monday?"]
    assert "Nothing is decided, and nobody has taken sides" in words(one_to(asked, BEN)), (
        "the first word explains itself"
    )
    again = hearing.does("ask", INES, account=BEN, text="And on Tuesday?")
    assert "nobody has taken sides" not in words(one_to(again, BEN))


def test_whoever_was_asked_to_talk_goes_on_hearing_of_it() -> None:
    hearing = begun(concern="danger")
    hearing.does("claim", INES)
    hearing.does("invite", INES)
    hearing.does("decline", BEN)
    assert readers(hearing.does("escalate", INES, text="No way on.")) == {ADA, BEN}


def test_whom_a_report_is_about_hears_of_it_only_when_they_are_asked_something() -> None:
    hearing = Hearing(opening(kind="report", opener=None, reporter=REPORTERS[0]))
    assert hearing.begin() == []
    assert readers(hearing.does("claim", INES)) == set()
    effects = hearing.does("ask", INES, account=BEN, text="What happened there?")
    complete(effects)
    assert readers(effects) == {BEN}
    hearing.does("answer", BEN, text="A joke that went wrong.")
    effects = hearing.does("dismiss", INES, text="They sorted it out.")
    complete(effects)
    assert readers(effects) == {BEN}


def test_whoever_takes_it_up_is_named_and_asks_for_the_other_side() -> None:
    hearing = begun()
    effects = hearing.does("claim", INES)
    complete(effects)
    assert {ADA, BEN} <= readers(effects)
    assert "party-claimed-side" in keys(one_to(effects, BEN))
    assert "party-claimed-side" not in keys(one_to(effects, ADA))
    assert "<Person> looks after it" in words(one_to(effects, BEN))


def test_the_team_stays_without_names_where_the_community_wants_it_so() -> None:
    unnamed = Settings(written(), SettingsFact(values={"named_managers": Setting("no", KWAME, NOW)}))
    hearing = Hearing(opening(), settings=unnamed)
    hearing.begin()
    effects = hearing.does("claim", INES)
    assert "The team looks after it" in words(one_to(effects, ADA))
    assert "L'équipe s'en occupe" in words(one_to(effects, ADA), "fr")
    assert "Person" not in words(one_to(effects, ADA))


def test_what_is_handed_back_and_taken_up_again_is_told() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    effects = hearing.does("release", INES)
    complete(effects)
    assert readers(effects) == {ADA, BEN}
    effects = hearing.does("assign", KWAME, account=ZOE)
    complete(effects)
    assert readers(effects) >= {ADA, BEN}


def test_a_question_goes_to_one_and_the_other_knows_that_there_is_one() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    effects = hearing.does("ask", INES, text="Since when does this go on?")
    complete(effects)
    assert quotes(one_to(effects, ADA)) == ["Since when does this go on?"]
    assert quotes(one_to(effects, BEN)) == []
    assert "without further action" in words(one_to(effects, ADA))
    soon = hearing.reminds()
    complete(soon)
    assert readers(soon) == {ADA}
    assert quotes(one_to(soon, ADA)) == ["Since when does this go on?"]
    effects = hearing.does("answer", ADA, text="Since spring.")
    complete(effects)
    assert keys(one_to(effects, ADA))[1] == "party-answer-told"
    assert keys(one_to(effects, BEN))[1] == "party-answered-on"
    assert "Since spring." not in words(one_to(effects, BEN))


def test_silence_after_a_question_ends_it_and_can_be_looked_at_again() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    hearing.does("ask", INES, text="Since when?")
    effects = hearing.waits()
    complete(effects)
    assert hearing.it.state == "decided"
    assert "case-appeal:12" in button_ids(one_to(effects, ADA))


def test_two_who_shall_leave_each_other_alone_read_the_same() -> None:
    hearing = begun(concern="harassment")
    hearing.does("claim", INES)
    effects = hearing.does("restrain", INES, choice=NO_CONTACT, text="Until we have talked.")
    complete(effects)
    assert readers(effects) == {ADA, BEN}
    ours, theirs = one_to(effects, ADA), one_to(effects, BEN)
    assert ours.body[0] in theirs.body
    assert "do not write to each other" in words(ours)


def test_that_two_may_write_to_each_other_again_is_told_to_both() -> None:
    hearing = begun(concern="harassment")
    hearing.does("claim", INES)
    hearing.does("restrain", INES, choice=NO_CONTACT, text="Until we have talked.")
    effects = hearing.does("restrain", INES, choice=LIFT, text="We have talked.")
    complete(effects)
    assert readers(effects) == {ADA, BEN}
    assert "not leave each other alone any more" in words(one_to(effects, BEN))


def test_what_holds_somebody_back_meanwhile_is_stated_to_them_elsewhere() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    effects = hearing.does("restrain", INES, penalties=TIMEOUT, text="To calm down.")
    complete(effects)
    assert readers(effects) == {ADA}


def test_what_nobody_takes_up_is_passed_on_with_regrets() -> None:
    hearing = begun()
    effects = hearing.waits()
    complete(effects)
    assert hearing.it.state == "escalated"
    assert "we are sorry" in words(one_to(effects, ADA))
    effects = hearing.does("claim", ZOE)
    complete(effects)
    assert "had no part in it so far" in words(one_to(effects, BEN))
    effects = hearing.does("recuse", ZOE)
    complete(effects)
    assert "stepped back" in words(one_to(effects, BEN))


def test_somebody_outside_is_asked_and_their_answer_is_told() -> None:
    contact = Contact(name="town", who=Bilingual("the mediators of the town", "la médiation de la ville"), space=SPACE)
    hearing = Hearing(opening(), outside=True, settings=Settings(written(contacts=(contact,))))
    hearing.begin()
    hearing.waits()
    effects = hearing.waits()
    complete(effects)
    assert hearing.it.referral is not None
    assert "passed on to somebody outside the team" in words(one_to(effects, ADA))
    assert "the mediators of the town" in words(one_to(effects, ADA))
    assert "la médiation de la ville" in words(one_to(effects, ADA), "fr")
    effects = hearing.waits()
    complete(effects)
    assert hearing.it.outcome == "no_decision"
    assert "no decision" in words(one_to(effects, BEN))


def over(**more: Any) -> Hearing:
    """Ines had it and decided it, and it is closed."""
    hearing = Hearing(opening(), **more)
    hearing.begin()
    hearing.does("claim", INES)
    hearing.does("decide", INES, text="Both were tired.")
    hearing.does("waive", ADA)
    hearing.does("waive", BEN)
    return hearing


def test_what_is_looked_at_again_later_is_told() -> None:
    hearing = over()
    asked = hearing.does("request", BEN, text="Zoe saw it.")
    complete(asked)
    assert readers(asked) == {BEN}, "the other hears nothing before it is taken up again"
    card = only(asked, PostCard).card
    assert button_ids(card) == ["case-reopen:12", "case-refuse:12", "case-show:12"]
    assert quotes(card) == ["Zoe saw it."]
    effects = hearing.does("reopen", ZOE, text="There is a second message.")
    complete(effects)
    assert readers(effects) == {ADA, BEN}
    assert "You told us that something new had come up" in words(one_to(effects, BEN))
    assert "Something new has come to light" in words(one_to(effects, ADA))
    assert quotes(one_to(effects, ADA)) == []
    for shown in (cards.team_card(hearing.it, set()), cards.full_card(hearing.it, set())):
        assert {"Zoe saw it.", "There is a second message."} <= set(quotes(shown))


def test_why_it_stays_closed_is_told_to_whoever_asked_alone() -> None:
    hearing = over()
    hearing.does("request", BEN, text="Zoe saw it.")
    effects = hearing.does("refuse", KWAME, text="We knew that.")
    complete(effects)
    assert readers(effects) == {BEN}
    assert quotes(one_to(effects, BEN)) == ["We knew that."]
    assert "party-request:12" not in button_ids(one_to(effects, BEN))
    effects = hearing.does("request", ADA, text="He did it again.")
    assert readers(hearing.does("reopen", ZOE, text="Twice by now.")) == {ADA, BEN}


@pytest.mark.parametrize("named", [True, False])
def test_where_nobody_is_left_who_could_look_somebody_outside_is_named(named: bool) -> None:
    chosen = SettingsFact(values={"outside_contact": Setting("Ombuds, ombuds@example.org", KWAME, NOW)})
    settings = Settings(written(), chosen if named else SettingsFact(values={}))
    effects = over(team=(INES,), settings=settings).does("request", BEN, text="Zoe saw it.")
    complete(effects)
    assert "nobody is free on the team" in words(one_to(effects, BEN))
    assert quotes(one_to(effects, BEN)) == (["Ombuds, ombuds@example.org"] if named else [])
    assert "party-request-card-nobody" in keys(only(effects, PostCard).card)


def test_a_conversation_that_is_taken_up_again_is_opened_again() -> None:
    hearing = begun(kind="talk", respondent=None)
    hearing.does("claim", INES)
    hearing.does("dismiss", INES, text="Done.", outcome="settled")
    hearing.does("waive", ADA)
    effects = hearing.does("reopen", ZOE, text="She wrote to me.")
    step = hearing.steps[-1]
    assert readers(effects) == set()
    assert [one.members for one in all_of(list(team.told(step, hearing.scene())), CreatePrivateThread)] == [(ADA, ZOE)]


def test_what_goes_on_within_another_one_says_so() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    effects = hearing.does("merge", INES, case=CaseId("3"))
    complete(effects)
    assert readers(effects) == {ADA, BEN}
    assert not any(one.startswith("party-survey") for one in button_ids(one_to(effects, ADA)))


def test_in_the_end_both_hear_that_what_was_kept_is_gone() -> None:
    hearing = begun()
    hearing.does("withdraw", ADA)
    effects = hearing.waits()
    assert hearing.it.state == "archived"
    complete(effects, over=True)
    assert readers(effects) == {ADA, BEN}
    assert all(one.buttons == () for one in to(effects, ADA))


def test_somebody_outside_is_named_where_something_is_decided() -> None:
    chosen = SettingsFact(values={"outside_contact": Setting("Ombuds, ombuds@example.org", KWAME, NOW)})
    hearing = Hearing(opening(), settings=Settings(written(), chosen))
    hearing.begin()
    hearing.does("claim", INES)
    effects = hearing.does("decide", INES, text="Both were tired.")
    assert "Ombuds, ombuds@example.org" in quotes(one_to(effects, BEN))


def test_letters_carry_the_number_of_their_case_for_whoever_hears_of_a_refusal() -> None:
    hearing = Hearing(opening())
    assert {one.note for one in all_of(hearing.begin(), SendDirect)} == {"case 12"}


def test_whoever_waits_for_another_to_agree_hears_that_something_else_is_asked_for_instead() -> None:
    hearing = begun()
    hearing.does("claim", INES)
    hearing.does("propose", INES, choice="decide", penalties=TIMEOUT, text="It hurt.")
    hearing.does("propose", KWAME, choice="restrain", penalties=TIMEOUT, text="Until then.")
    told = list(team.told(hearing.steps[-1], hearing.scene(KWAME)))
    assert "does not wait for a second person any more" in words(one_to(told, INES))
    hearing.does("propose", KWAME, choice="restrain", penalties=TIMEOUT, text="Until tomorrow.")
    assert list(team.told(hearing.steps[-1], hearing.scene(KWAME))) == []
