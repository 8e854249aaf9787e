"""Somebody outside the team: when they are asked, what they read, and what counts of their answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.cases.case import Note
from bot.cases.lines import Evidence, Opening
from bot.disputes import who
from bot.disputes.act import Act, Step
from bot.disputes.outside import outside
from bot.disputes.scene import Scene
from bot.effects import Effect, PostCard, TellOutside
from bot.events import ButtonPressed, CommandInvoked, DoorUsed, FormSubmitted
from bot.facts import TeamFact
from bot.ids import ChannelId, EventId, SpaceId, message_id
from bot.pipeline.facts import FactCache
from bot.rooms import Moment
from bot.settings import Contact, Settings, Written
from bot.views import Bilingual, Card, Doorway, Phrase, Verbatim
from tests.unit.disputes.casework import (
    ADA,
    BAN,
    BEN,
    CASE,
    CLEO,
    MO,
    NOW,
    SAM,
    SPACE,
    SUE,
    Play,
    decided,
    opening,
    triage,
)
from tests.unit.moderation.playing import quotes, words

TEAM_ROOM, CLUB = ChannelId(f"{SPACE}/team"), ChannelId(f"{SPACE}/club")
LIME = SpaceId("outside:lime")
FEDERATION = Contact(name="federation", who=Bilingual("the federation", "la fédération"), space=LIME)
HOUSE = Contact(name="house", who=Bilingual("the house", "la maison"), space=LIME, locale="fr", channel=CLUB)
SECRET = "cleo saw it all"


def scene(*contacts: Contact, doorways: bool = True, words: str = "") -> Scene:
    file = Written(
        spaces=(SPACE,),
        managers_channel={SPACE: TEAM_ROOM},
        contacts=contacts,
        doorways=doorways,
    )
    settings = Settings(file)
    settings.values = {"outside_contact": words} if words else {}
    facts = FactCache()
    facts.learn({who.team(settings): TeamFact(managers=())})
    return Scene(settings=settings, facts=facts, at=Moment(NOW, 1))


WITH_BOTH = scene(FEDERATION, HOUSE)


def escalated(what: Opening | None = None) -> Play:
    return triage(Play(outside=True), what).do("escalate", MO)


def appealed(by: object = BEN) -> Play:
    return decided(BAN, Play(outside=True)).do("appeal", by, text="I was asleep")  # type: ignore[arg-type]


def told(play: Play, move: str, here: Scene = WITH_BOTH, **said: Any) -> Sequence[Effect]:
    """What the last line of a move is to those outside and to the team about them."""
    before = play.known
    play.do(move, None if move in ("respond", "lapse") else said.pop("by", SUE), **said)  # type: ignore[arg-type]
    return list(outside.told(Step(before, play.log[-1], play.known), here))


def letter(effects: Sequence[Effect]) -> TellOutside:
    (found,) = [one for one in effects if isinstance(one, TellOutside)]
    return found


def to_team(effects: Sequence[Effect]) -> Card:
    (found,) = [one for one in effects if isinstance(one, PostCard) and one.channel == TEAM_ROOM]
    return found.card


def door(play: Play, purpose: str = "answer", **more: Any) -> DoorUsed:
    number = play.known.referral.number if play.known.referral and purpose == "answer" else play.known.lines
    said = {"purpose": purpose, "number": number, "text": "words", "whose": BEN if purpose == "appeal" else None}
    return DoorUsed(id=EventId("door:1"), space=LIME, at=NOW, case=CASE, **{**said, **more})


def standing(play: Play, purpose: str = "answer", number: int | None = None, account: Any = None) -> Any:
    line = play.known.lines if number is None else number
    return outside.standing(
        play.known,
        Doorway(purpose=purpose, case=CASE, until=NOW, number=line, account=account),  # type: ignore[arg-type]
    )


def test_the_first_contact_reads_what_is_asked_and_how_to_answer() -> None:
    play = escalated()
    sent = letter(told(play, "refer", text="Was this a joke?"))
    assert (sent.space, sent.contact, sent.locale, sent.address, sent.case) == (LIME, "federation", "en", "vous", CASE)
    assert sent.expires_at == play.known.referral.until if play.known.referral else None
    assert "Was this a joke?" in quotes(sent.card)
    (doorway,) = doors(sent.card)
    assert (doorway.purpose, doorway.case, doorway.number) == ("answer", CASE, play.known.lines)
    assert doorway.until == play.known.referral.until if play.known.referral else None
    assert doorway.url == ""


def doors(card: Card) -> list[Doorway]:
    phrases = [one for one in card.body if isinstance(one, Phrase)]
    return [given for one in phrases for _, given in one.arguments if isinstance(given, Doorway)]


def test_without_pages_no_letter_promises_one() -> None:
    sent = letter(told(escalated(), "refer", scene(FEDERATION, doorways=False), text="?"))
    assert doors(sent.card) == []
    assert "send your answer to the team" in words(sent.card)


def test_somebody_in_particular_can_be_meant_and_read_in_a_channel() -> None:
    effects = told(escalated(), "refer", text="?", choice="house")
    (posted,) = [one for one in effects if isinstance(one, PostCard) and one.channel == CLUB]
    assert (posted.locale, posted.space) == ("fr", SPACE)
    assert len(doors(posted.card)) == 1
    assert not [one for one in effects if isinstance(one, TellOutside)]


def test_the_team_reads_whom_it_went_to_and_how_to_note_an_answer() -> None:
    card = to_team(told(escalated(), "refer", text="?"))
    assert "I wrote to the federation" in words(card)
    assert [one.id for one in card.buttons] == [f"case-outside-answer:{CASE}"]


def test_where_only_words_name_somebody_the_team_writes_by_hand() -> None:
    effects = told(escalated(), "refer", scene(words="Write to Dr Lin, lin@example.org"), text="?")
    assert quotes(to_team(effects)) == ["Write to Dr Lin, lin@example.org"]
    assert len(effects) == 1


def test_a_letter_names_nobody_and_nothing_in_it_tells_who_reported() -> None:
    report = replace(opening("report"), text=SECRET, evidence=Evidence(author=BEN, text="you fool"))
    said = Evidence(text=SECRET, by=CLEO, message=message_id(TEAM_ROOM, "3"))
    one = escalated(report).do("join", ADA, text=SECRET, evidence=said)
    other = escalated(replace(report, reporter=ADA, text="other words"))
    cards = [letter(told(play, "refer", text="?")).card for play in (one, other)]
    assert "you fool" in quotes(cards[0])
    assert SECRET not in str(cards[0])
    assert not [person for person in (ADA, BEN, CLEO, MO, SAM) if person in str(cards[0])]
    assert replaced(cards[0]) == replaced(cards[1])


def replaced(card: Card) -> str:
    """Without the number of the line, which further reports move."""
    return str(card).replace("number=5", "number=4")


def test_both_sides_are_heard_and_what_was_carried_between_them_is_not() -> None:
    play = triage(Play(outside=True), replace(opening(), text="he mocks me", wish="that it ends"))
    play.do("ask", MO, text="what happened?", account=BEN).do("answer", BEN, text="I never did")
    carried = Note(at=NOW, by=MO, text="carried words", kind="carried", to=BEN)
    play.do("escalate", MO).case = replace(play.known, notes=(*play.known.notes, carried))
    said = quotes(letter(told(play, "refer", text="?")).card)
    assert {"he mocks me", "that it ends", "I never did"} <= set(said)
    assert "carried words" not in said


def test_of_an_appeal_they_read_the_decision_and_why_it_is_contested() -> None:
    card = letter(told(appealed(), "refer", text="?")).card
    assert {"It hurt.", "I was asleep"} <= set(quotes(card))
    assert "Having to stay away" in words(card)
    assert "whether the decision should stand" in words(card)


@pytest.mark.parametrize(("choice", "state"), [("uphold", "closed"), ("overturn", "closed"), ("", "appealed")])
def test_what_they_say_of_an_appeal_counts(choice: str, state: str) -> None:
    play = appealed()
    told(play, "refer", text="?")
    act = outside.used(door(play, choice=choice), play.known, WITH_BOTH)
    assert act == Act(move="respond", by=None, text="words", choice=choice)
    card = to_team(told(play, "respond", text="words", choice=choice))
    assert play.state == state
    assert quotes(card) == ["words"]


def test_only_what_is_offered_can_be_chosen() -> None:
    play = appealed()
    told(play, "refer", text="?")
    act = outside.used(door(play, choice="nothing"), play.known, WITH_BOTH)
    assert act is not None
    assert act.choice == ""
    assert outside.choices(escalated().known) == ()
    referred = escalated()
    told(referred, "refer", text="?")
    assert outside.choices(referred.known) == ("nothing", "measure")


@pytest.mark.parametrize(("choice", "state"), [("nothing", "decided"), ("measure", "deciding"), ("", "escalated")])
def test_what_they_say_of_a_case_counts_however_it_came(choice: str, state: str) -> None:
    for by_hand in (False, True):
        play = escalated()
        told(play, "refer", text="?")
        noted = asked("case-outside-answer", text="words", result=choice or "words")
        act = (
            outside.acted(noted, play.known, WITH_BOTH)
            if by_hand
            else outside.used(door(play, choice=choice), play.known, WITH_BOTH)
        )
        assert isinstance(act, Act)
        assert (act.choice, act.text) == (choice, "words")
        assert play.copy().attempt("respond", None, choice=choice) == "words-needed"
        play.do("respond", None, choice=act.choice, text=act.text)
        assert play.state == state


def test_an_answer_page_works_once() -> None:
    play = appealed()
    told(play, "refer", text="?")
    used = door(play)
    assert standing(play).open
    told(play, "respond", text="words")
    assert outside.used(used, play.known, WITH_BOTH) is None
    assert (standing(play, number=used.number).open, standing(play, number=used.number).used) == (False, True)


def test_whoever_is_asked_anew_answers_on_the_new_page() -> None:
    play = escalated()
    told(play, "refer", text="?")
    old = door(play)
    play.do("claim", SUE).do("recuse", SUE)
    told(play, "refer", text="once more?", by=None)
    assert outside.used(old, play.known, WITH_BOTH) is None
    assert outside.used(door(play), play.known, WITH_BOTH) is not None


def test_what_ends_without_their_answer_is_told_to_whoever_was_asked() -> None:
    play = escalated()
    told(play, "refer", text="?", choice="federation")
    play.now = play.known.due_at or play.now
    sent = letter(told(play, "lapse"))
    assert play.state == "decided"
    assert "do not have to answer any more" in words(sent.card)


def test_of_a_case_about_the_team_its_channel_reads_nothing() -> None:
    play = escalated(replace(opening(), private=True))
    effects = told(play, "refer", text="?")
    assert letter(effects).contact == "federation"
    assert not [one for one in effects if isinstance(one, PostCard)]


def test_whoever_was_put_out_asks_for_a_fresh_look() -> None:
    play = decided(BAN, Play(outside=True))
    assert standing(play, "appeal", account=BEN).open
    used = door(play, "appeal", text="I was asleep")
    act = outside.used(used, play.known, WITH_BOTH)
    assert act == Act(move="appeal", by=BEN, text="I was asleep")
    number = play.known.lines
    play.do("appeal", BEN, text="I was asleep")
    assert outside.used(used, play.known, WITH_BOTH) is None
    seen = standing(play, "appeal", number, BEN)
    assert (seen.open, seen.used, seen.word, seen.result) == (False, True, "decided", None)


def test_the_page_of_an_appeal_tells_how_it_ended_and_why() -> None:
    play = appealed()
    told(play, "refer", text="?")
    told(play, "respond", text="It was somebody else.", choice="overturn")
    seen = standing(play, "appeal", 5, BEN)
    assert (seen.word, seen.result, seen.reasons) == ("finished", "overturn", "It was somebody else.")


def test_nobody_appeals_for_somebody_else_or_with_the_page_of_an_earlier_decision() -> None:
    play = decided(BAN, Play(outside=True))
    assert outside.used(door(play, "appeal", whose=CLEO), play.known, WITH_BOTH) is None
    assert outside.used(door(play, "appeal", number=play.known.lines - 1), play.known, WITH_BOTH) is None
    assert outside.used(door(triage(), "appeal"), triage().known, WITH_BOTH) is None


def asked(form: str, **values: str) -> FormSubmitted:
    base = {"id": EventId("ask:1"), "space": SPACE, "at": NOW, "account": SAM, "channel": TEAM_ROOM}
    return FormSubmitted(form=form, values=tuple(values.items()), about=CASE, **base)  # type: ignore[arg-type]


def test_the_team_turns_to_somebody_outside() -> None:
    act = outside.acted(asked("case-refer", text=" Was it? ", contact=" House "), escalated().known, WITH_BOTH)
    assert act == Act(move="refer", by=SAM, text="Was it?", choice="house")
    card = outside.acted(asked("case-refer", text="?", contact="pope"), escalated().known, WITH_BOTH)
    assert isinstance(card, Card)
    assert "federation, house" in words(card)


def test_an_answer_that_came_by_mail_is_noted_down_by_name() -> None:
    play = appealed()
    told(play, "refer", text="?")
    command = CommandInvoked(
        id=EventId("ask:2"),
        space=SPACE,
        at=NOW,
        account=SAM,
        channel=TEAM_ROOM,
        command="case answer",
        arguments=(("case", CASE), ("text", "Let it stand.")),
    )
    act = outside.acted(command, play.known, WITH_BOTH)
    assert act == Act(move="respond", by=None, account=SAM, text="Let it stand.")
    chosen = outside.acted(asked("case-outside-answer", text="Yes", result="uphold"), play.known, WITH_BOTH)
    assert isinstance(chosen, Act)
    assert (chosen.choice, chosen.by, chosen.account) == ("uphold", None, SAM)
    card = to_team(told(play, "respond", text="Let it stand.", account=SAM))
    assert "Noted down by <Person>" in words(card)


def test_nothing_is_noted_down_where_nobody_was_asked() -> None:
    card = outside.acted(asked("case-outside-answer", text="Yes"), escalated().known, WITH_BOTH)
    assert isinstance(card, Card)
    press = ButtonPressed(
        id=EventId("ask:3"), space=SPACE, at=NOW, account=SAM, channel=None, button=f"case-refer:{CASE}"
    )
    assert isinstance(outside.acted(press, escalated().known, WITH_BOTH), Card)


def test_every_word_is_there_in_every_language() -> None:
    for play, choice in ((escalated(), "measure"), (appealed(), "overturn")):
        for effect in (*told(play, "refer", text="?"), *told(play, "respond", text="words", choice=choice)):
            card = getattr(effect, "card", None)
            assert isinstance(card, Card)
            assert words(card)
            assert all(isinstance(one, Phrase | Verbatim | Bilingual) for one in card.body)
