"""`/situation`: everything that a letter offers can be found again, whatever became of the letter."""

from dataclasses import replace

import pytest

from bot.cases.case import Case
from bot.disputes import who
from bot.disputes.told import parties, party_buttons, party_standing
from bot.effects import PostCard, SendDirect
from bot.events import CommandInvoked, EffectRefused
from bot.facts import (
    Brief,
    CaseFact,
    Fact,
    FactKey,
    FileFact,
    QueueFact,
    Setting,
    SettingsFact,
    TeamFact,
    case_key,
    file_key,
    queue_key,
)
from bot.ids import AccountId, EffectKey, EventId
from bot.settings import Settings, level_key
from bot.views import Card
from tests.unit.disputes.hearing import (
    ADA,
    BEN,
    INES,
    JURORS,
    REMINDER,
    REPORTERS,
    VOICES,
    ZOE,
    Hearing,
    button_ids,
    facts,
    large,
    opening,
    pressed,
)
from tests.unit.disputes.test_party_buttons import a_long_story
from tests.unit.moderation.playing import NOW, SPACE, all_of, keys, only, quotes, words, written


def brief(case: Case) -> Brief:
    return Brief(
        case=case.id,
        kind=case.opening.kind,
        state=case.state,
        opened_at=case.opened_at,
        due_at=case.due_at,
        handler=case.handler,
        respondent=case.opening.respondent,
        outcome=case.outcome,
        people=case.parties,
        private=False,
        space=SPACE,
        urgent=False,
    )


def own(hearing: Hearing, account: AccountId, number: str = "") -> Card:
    """What `/situation` shows somebody, with no more loaded than it asks for."""
    asked = command(account, number)
    known: dict[FactKey, Fact | None] = {
        case_key(hearing.it.id): CaseFact(case=hearing.it),
        queue_key(100): QueueFact(briefs=(brief(hearing.it),), live=1),
    }
    for one in (ADA, BEN, *JURORS, *REPORTERS, INES):
        theirs = (brief(hearing.it),) if one in hearing.it.parties else ()
        known[file_key(one)] = FileFact(account=one, sanctions=(), cases=theirs)
    everything = facts()
    wanted = facts()
    for _ in range(8):
        keys_wanted = set(parties.own_needs(asked, wanted))
        wanted.learn({key: known[key] if key in known else everything.get(key) for key in wanted.missing(keys_wanted)})
    scene = hearing.scene(account)
    return parties.own(asked, replace(scene, facts=wanted, asked=asked))


def command(account: AccountId, number: str = "") -> CommandInvoked:
    given = (("case", number),) if number else ()
    return CommandInvoked(
        id=EventId("own"), space=SPACE, at=NOW, account=account, channel=None, command="situation", arguments=given
    )


def test_whatever_can_be_done_stands_there_too_in_every_state() -> None:
    for hearing in a_long_story():
        for account in (ADA, BEN):
            card = own(hearing, account)
            assert card.buttons == party_buttons.offered(hearing.it, account)
            for locale, address in VOICES:
                said = words(card, locale, address)
                assert "<Instant>" in said
                assert ("/managers" if locale == "en" else "/contact") in said
            (number,) = {button.partition(":")[2].partition(":")[0] for button in button_ids(card)} or {"12"}
            assert number == "12"


def test_what_was_decided_is_named_to_whom_it_falls_upon_and_to_nobody_else() -> None:
    decided = [one for one in a_long_story() if one.it.decision is not None and one.it.decision.penalties]
    assert decided
    for hearing in decided:
        upon = hearing.it.opening.respondent
        for account in (ADA, BEN):
            assert ("case-penalty" in keys(own(hearing, account))) is (account == upon)


def test_somebody_who_sits_in_a_circle_finds_it_without_any_letter() -> None:
    hearing = Hearing(large())
    hearing.begin()
    hearing.does("claim", INES)
    hearing.does("escalate", INES, text="No way on.")
    hearing.does("empanel", ZOE)
    circle = hearing.it.circle
    assert circle is not None
    juror = circle.seated[0]
    hearing.does("seat", juror, choice="come")
    hearing.does("ballot", juror, choice="talk")
    card = own(hearing, juror)
    assert "Your vote so far: talk it over once more." in words(card)
    assert "ballot-retract:12" in button_ids(card)
    standing_by = next(one for one in JURORS if one not in circle.seated)
    assert keys(own(hearing, standing_by)) == ["party-own-title", "party-own-none"]
    assert "Your vote" not in words(own(hearing, ADA))


def test_words_that_one_was_to_read_can_be_read_again() -> None:
    hearing = Hearing(opening())
    hearing.begin()
    hearing.does("claim", INES)
    hearing.does("ask", INES, text="Since when?")
    assert quotes(own(hearing, ADA))[-1] == "Since when?"
    assert quotes(own(hearing, BEN)) == []
    hearing.does("answer", ADA, text="Since spring.")
    hearing.does("invite", INES)
    hearing.does("consent", ADA)
    hearing.does("consent", BEN)
    hearing.does("carry", INES, account=BEN, text="She felt small.")
    hearing.does("offer", ADA, text="No jokes.")
    assert quotes(own(hearing, BEN)) == ["She felt small.", "No jokes."]
    assert "She felt small." not in quotes(own(hearing, ADA))


def test_everybody_finds_what_they_wrote_themselves_and_nothing_that_others_did() -> None:
    hearing = Hearing(opening(text="He mocks me."))
    hearing.begin()
    hearing.does("claim", INES)
    hearing.does("answer", ADA, text="word " * 200)
    hearing.does("answer", BEN, text="She began.")
    hearing.does("note", INES, text="Both are tired.")
    hearing.does("decide", INES, text="Enough.", outcome="measure", penalties=REMINDER)
    hearing.does("appeal", BEN, text="Unheard.")
    ours, theirs = own(hearing, ADA), own(hearing, BEN)
    assert quotes(ours) == ["He mocks me.", "That it ends.", ("word " * 200)[:200] + "…", "Enough."]
    assert quotes(theirs) == ["She began.", "Unheard.", "Enough."]
    assert "What you wrote:" in words(ours)
    assert "Ce que vous avez écrit" in words(theirs, "fr", "vous")


def test_nobody_finds_what_they_do_not_know_of_or_have_no_part_in() -> None:
    hearing = Hearing(opening(kind="report", opener=None, reporter=REPORTERS[0]))
    hearing.begin()
    hearing.does("claim", INES)
    for account in (BEN, REPORTERS[0], REPORTERS[1], INES):
        assert "party-own-none" in keys(own(hearing, account))
        assert keys(own(hearing, account, "12")) == ["party-own-unknown"]
        one = parties.acted(pressed("situation:12", account), hearing.it, hearing.scene(account))
        assert isinstance(one, Card)
        assert keys(one) == ["party-own-unknown"]


def test_one_is_shown_by_its_number_or_its_button() -> None:
    hearing = Hearing(opening())
    hearing.begin()
    by_number = own(hearing, ADA, "#12")
    by_button = parties.acted(pressed("situation:12", ADA), hearing.it, hearing.scene(ADA))
    assert by_number == by_button == party_standing.standing(hearing.it, ADA, hearing.scene(ADA))


def refused(account: AccountId) -> EffectRefused:
    return EffectRefused(
        id=EventId("refused"),
        space=SPACE,
        at=NOW,
        effect=EffectKey("e"),
        reason="Cannot send messages to this user",
        wanted="send_direct",
        note="case 12",
        account=account,
    )


def test_the_team_is_told_who_was_not_reached_and_what_to_do() -> None:
    hearing = Hearing(opening())
    hearing.begin()
    effects = list(parties.unreachable(refused(BEN), hearing.it, hearing.scene()))
    card = only(effects, PostCard).card
    said = words(card)
    assert "did not reach them" in said
    assert "Cannot send messages to this user" in said
    assert "/situation" in said
    assert button_ids(card) == ["case-show:12"]


@pytest.mark.parametrize("account", [REPORTERS[0], INES, JURORS[0]])
def test_that_somebody_else_was_not_reached_would_tell_who_they_are(account: AccountId) -> None:
    hearing = Hearing(opening(kind="report", opener=None, reporter=REPORTERS[0]))
    hearing.begin()
    assert list(parties.unreachable(refused(account), hearing.it, hearing.scene())) == []


def test_about_one_of_the_team_the_channel_hears_nothing() -> None:
    trusted = SettingsFact(values={level_key(ZOE): Setting("owner", ZOE, NOW)})
    hearing = Hearing(opening(private=True), settings=Settings(written(), trusted))
    hearing.begin()
    hearing.facts.learn({file_key(one): FileFact(account=one, sanctions=(), cases=()) for one in (ADA, BEN, INES, ZOE)})
    hearing.facts.learn({who.team(hearing.settings): TeamFact(managers=())})
    effects = list(parties.unreachable(refused(BEN), hearing.it, hearing.scene()))
    assert all_of(effects, PostCard) == []
    assert [one.account for one in all_of(effects, SendDirect)] == [ZOE]
