"""What is proposed: how it is read, shown and tried, by which rules it is decided, and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.effects import EditCard, PostCard, ReplyCard, ReplyPrivately, SendDirect
from bot.proposals import Rules
from bot.records import TimerArmed
from bot.views import Phrase
from tests.unit.lawmaking.assembly import ANSWERS, CATS, PEOPLE, Assembly
from tests.unit.moderation.playing import (
    GENERAL,
    KWAME,
    NEWS,
    NOW,
    SPACE,
    TEAM,
    all_of,
    buttons,
    check_words,
    keys,
    only,
    quotes,
    words,
)

ADA, *OTHERS = PEOPLE
MEMBERS = {"proposals": "members"}


def test_a_proposal_is_shown_to_everybody_with_a_place_to_talk_and_tried_at_once() -> None:
    here = Assembly()
    effects = here.propose()
    check_words(effects)
    posted, reply = only(effects, PostCard), only(effects, ReplyCard)
    assert (posted.channel, reply.channel, reply.message) == (NEWS, NEWS, posted.binds)
    said = words(posted.card)
    assert 'Proposal 1: a new rule, "No spoilers"' in said
    assert "friendly word in private" in said
    assert "It is being tried" in said
    assert "butler" not in said
    assert quotes(posted.card) == ["Let others enjoy it too."]
    assert buttons(posted.card) == ["proposal-show"]
    assert "proposal-1" in here.settings()["policy:proposal-1"]
    assert "mode:chat/proposal-1" not in here.settings()
    assert "policy:no-spoilers" not in here.settings()


def test_whoever_wants_to_know_reads_all_of_it_alone() -> None:
    here = Assembly()
    here.propose()
    card = only(here.press("proposal-show:1", OTHERS[0]), ReplyPrivately).card
    assert "butler" in words(card)
    assert "who did it?" in quotes(card)
    assert "proposal-withdraw" not in buttons(card)
    assert "proposal-withdraw" in buttons(only(here.press("proposal-show:1", ADA), ReplyPrivately).card)


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"title": "…"}, "needs a name"),
        ({"words": ""}, "looks for nothing"),
        ({"then": "ban"}, "Nothing follows"),
        ({"why": " "}, "no reason"),
        ({"spare": "and then the butler did it"}, "must leave alone"),
        ({"words": "Tilleul", "then": "remove", "spare": ""}, "Criticism stays"),
    ],
)
def test_a_draft_that_cannot_be_comes_back_with_the_reason_and_with_every_word(
    wrong: dict[str, str], place: str
) -> None:
    here = Assembly()
    effects = here.propose(**wrong)
    check_words(effects)
    card = only(effects, ReplyPrivately).card
    assert place in words(card)
    typed = {name: value for name, value in {**ANSWERS, **wrong}.items() if value}
    assert dict(card.buttons[0].prefill) == typed
    assert {value for name, value in typed.items() if name != "then"} <= set(quotes(card))
    assert all_of(effects, PostCard) == []


def test_naming_the_brand_may_be_answered_but_not_silenced() -> None:
    here = Assembly()
    here.propose(words="Tilleul", then="alert", spare="")
    assert here.proposal().state == "discussion"


def test_what_was_tried_is_told_in_plain_words_once_talking_is_over() -> None:
    here = Assembly()
    here.propose()
    effects = here.lapse()
    check_words(effects)
    proposal = here.proposal()
    assert proposal.state == "deciding"
    assert "it would have matched 12 times, with 7 people" in words(only(effects, EditCard).card)
    assert "policy:proposal-1" not in here.settings()
    told = only(effects, PostCard)
    assert (told.channel, buttons(told.card)) == (TEAM, ["proposal-adopt", "proposal-open", "proposal-reject"])


def test_managers_adopt_with_a_reason_and_it_holds_under_its_authors_name() -> None:
    here = Assembly()
    here.propose()
    here.lapse()
    assert keys(only(here.decide("proposal-adopt", "  "), ReplyPrivately).card) == ["proposal-reason"]
    effects = here.decide("proposal-adopt", "We wanted this for long")
    check_words(effects)
    proposal = here.proposal()
    assert (proposal.state, proposal.why) == ("adopted", "We wanted this for long")
    assert proposal.revision
    assert here.settings()["mode:chat/no-spoilers"] == "enforce"
    assert here.settings()["decided:chat/no-spoilers"] == "1"
    fact = here.facts.settings()
    assert fact is not None
    assert fact.values["policy:no-spoilers"].by == ADA
    assert only(effects, SendDirect).account == ADA


def test_a_longer_trial_is_adopted_as_a_trial() -> None:
    here = Assembly()
    here.propose(then="trial-remove")
    here.lapse()
    here.decide("proposal-adopt", "Fine")
    assert here.settings()["mode:chat/no-spoilers"] == "shadow"


def test_the_deadline_of_the_talk_is_armed_with_it() -> None:
    here = Assembly(MEMBERS)
    ruled = here.play(here.form("proposal-new", ADA, **ANSWERS))
    armed = [one for ruling in ruled for one in ruling.records if isinstance(one, TimerArmed)]
    assert [(one.timer, one.due_at) for one in armed] == [("proposal:1", NOW + timedelta(days=3))]


def test_how_far_a_rule_goes_is_proposed_with_what_it_did_lately() -> None:
    here = Assembly()
    effects = here.effects(here.form("proposal-mode", ADA, policy=CATS, mode="off", why="It hits friends"))
    check_words(effects)
    said = words(only(effects, PostCard).card)
    assert "it matched 4 times, with fewer than five people" in said
    assert "would be switched off" in said
    here.lapse()
    here.decide("proposal-adopt", "Agreed")
    assert here.settings()[f"mode:{CATS}"] == "off"
    assert here.settings()[f"decided:{CATS}"] == "1"


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"policy": "ours/dogs", "mode": "off", "why": "x"}, "proposal-no-such-rule"),
        ({"policy": "chat/proposal-4", "mode": "off", "why": "x"}, "proposal-no-such-rule"),
        ({"policy": CATS, "mode": "enforce", "why": "x"}, "proposal-already"),
        ({"policy": CATS, "mode": "loud", "why": "x"}, "proposal-incomplete"),
        ({"policy": CATS, "mode": "off", "why": " "}, "proposal-incomplete"),
    ],
)
def test_what_cannot_be_proposed_about_a_rule_is_said(values: dict[str, str], key: str) -> None:
    here = Assembly()
    assert keys(only(here.effects(here.form("proposal-mode", ADA, **values)), ReplyPrivately).card) == [key]


def test_other_words_for_a_rule_written_in_chat_are_a_change_of_it() -> None:
    here = Assembly({"policy__no-spoilers": "{}"})
    posted = only(here.propose(), PostCard)
    assert here.proposal().kind == "change"
    assert "other words for the rule" in words(posted.card)
    assert here.settings()["policy:no-spoilers"] == "{}"
    here.lapse()
    here.decide("proposal-adopt", "Better")
    assert here.settings()["policy:no-spoilers"] == here.proposal().content


def test_a_rule_that_is_called_like_a_trial_is_left_alone() -> None:
    here = Assembly({"policy__proposal-1": "{}"})
    here.propose()
    assert here.proposal().trial == "proposal-1-trial"
    here.press("proposal-withdraw:1", ADA)
    assert here.settings()["policy:proposal-1"] == "{}"
    assert "policy:proposal-1-trial" not in here.settings()


def test_rules_for_changing_rules_change_by_their_own_vote_and_majority() -> None:
    here = Assembly()
    wanted = {"days": "2 5 1", "percents": "30 50 75", "why": "More time to vote"}
    check_words(here.effects(here.form("proposal-rules", ADA, **wanted)))
    assert here.proposal().kind == "rules"
    here.lapse()
    assert here.proposal().state == "voting"
    for voter in PEOPLE[:6]:
        here.vote(voter, "for")
    for voter in PEOPLE[6:]:
        here.vote(voter, "against")
    here.lapse()
    here.lapse()
    assert Rules.read(here.settings()["proposal_rules"]).voting_seconds == 5 * 86_400
    refused = here.effects(here.form("proposal-first-rules", KWAME, days="1 1 0", percents="1 50 50"))
    assert keys(only(refused, ReplyPrivately).card) == ["proposal-rules-settled"]


def test_the_rules_that_held_at_the_opening_govern_a_proposal_to_its_end() -> None:
    here = Assembly(MEMBERS)
    here.propose()
    here.effects(here.form("proposal-first-rules", KWAME, days="9 9 9", percents="90 90 95"))
    here.lapse()
    proposal = here.proposal()
    assert proposal.due_at == NOW + timedelta(days=6)
    assert proposal.rules == Rules()


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"days": "3 3", "percents": "20 50 66"}, "days"),
        ({"days": "0 3 1", "percents": "20 50 66"}, "days"),
        ({"days": "3 3 1", "percents": "20 40 66"}, "percents"),
        ({"days": "3 3 1", "percents": "20 60 50"}, "percents"),
        ({"days": "3 3 1", "percents": "0 50 66"}, "percents"),
        ({"days": "3 3 1", "percents": "20 50 100"}, "percents"),
    ],
)
def test_rules_that_cannot_be_are_refused(values: dict[str, str], what: str) -> None:
    here = Assembly()
    card = only(here.effects(here.form("proposal-first-rules", KWAME, **values)), ReplyPrivately).card
    assert card.body == (Phrase("proposal-wrong-rules", (("what", what),)),)
    assert "proposal_rules" not in here.settings()


def test_an_owner_says_who_decides_and_where_proposals_are_off_none_is_opened() -> None:
    here = Assembly()
    check_words(here.effects(here.form("proposal-who", KWAME, who="off")))
    effects = here.propose()
    assert keys(only(effects, ReplyPrivately).card) == ["proposal-off"]


def test_nobody_has_more_than_two_open_at_once() -> None:
    here = Assembly()
    here.propose()
    here.propose(title="No cats")
    here.list_them(1, 2)
    assert keys(only(here.propose(title="No dogs"), ReplyPrivately).card) == ["proposal-enough"]
    here.press("proposal-withdraw:1", ADA)
    here.list_them(1, 2)
    here.propose(title="No dogs")
    assert here.proposal(3).title == "No dogs"


def test_without_a_channel_for_news_it_is_shown_where_it_was_asked_and_never_in_a_private_place() -> None:
    here = Assembly({f"announcements__{SPACE}": GENERAL})
    assert only(here.propose(), PostCard).channel == GENERAL
    alone = Assembly()
    alone.stored.clear()
    elsewhere = replace(alone.form("proposal-new", ADA, **ANSWERS), channel=None)
    assert keys(only(alone.effects(elsewhere), ReplyPrivately).card) == ["proposal-nowhere"]
    team = replace(alone.form("proposal-new", ADA, **ANSWERS), channel=TEAM)
    assert keys(only(alone.effects(team), ReplyPrivately).card) == ["proposal-nowhere"]


def test_an_unknown_number_is_no_proposal() -> None:
    here = Assembly()
    for button in ("proposal-show:7", "proposal-vote:7:for", "proposal-vote:x:for", "proposal-withdraw:"):
        assert keys(only(here.press(button), ReplyPrivately).card) == ["proposal-unknown"]
