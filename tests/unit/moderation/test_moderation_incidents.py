"""Incidents: the team reads what was done, and one press judges, undoes or talks about it."""

import tomllib
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.rungs import Rule
from bot.commands import Level
from bot.counters import CountersRoom
from bot.effects import (
    CreatePrivateThread,
    EditCard,
    Effect,
    Handle,
    LiftTimeout,
    PauseInvites,
    PostCard,
    ReleaseMember,
    ReplyPrivately,
    SendDirect,
    SetSlowmode,
)
from bot.facts import account_key, counter_key
from bot.ids import IncidentId, MemberId, PolicyId, RevisionId, message_id
from bot.moderation.drafting import quoted
from bot.moderation.room import ModerationRoom
from bot.records import Counted, IncidentMoved, IncidentOpened, Measure, Record
from bot.rooms import Ruling
from bot.settings import Overlay, Written
from bot.views import Bilingual, Verbatim
from tests.unit.moderation.playing import (
    BASILE,
    GENERAL,
    INES,
    KWAME,
    NOW,
    SPACE,
    TEAM,
    Stage,
    all_of,
    buttons,
    check_words,
    keys,
    only,
    press,
    quotes,
    set_in_chat,
    somebody,
    words,
    written,
)

TEXT = 'free "nitro"\nhttps://scam.example'
HOUR = timedelta(hours=1)


def opened(**more: Any) -> IncidentOpened:
    usual: dict[str, Any] = {
        "incident": IncidentId("i1"),
        "origin": "policy",
        "at": NOW,
        "space": SPACE,
        "account": BASILE,
        "channel": GENERAL,
        "message": message_id(GENERAL, "1"),
        "policies": (PolicyId("starter/scam-links"),),
        "titles": (Bilingual("Scam links", "Liens d'arnaque"),),
        "why": (Bilingual("They cost people money.", "Ils coûtent de l'argent."),),
        "evidence": ("links: scam.example",),
        "spans": ((14, 33),),
        "measures": (Measure(name="remove"), Measure(name="timeout", until=NOW + HOUR), Measure(name="remind")),
        "counters": ("policy:starter/scam-links", "measure:remove"),
        "about": "message 1",
        "text": TEXT,
        "locale": "fr",
    }
    return IncidentOpened(**{**usual, **more})


def stage(incident: IncidentOpened | None = None, file: Written | None = None, **known: Any) -> Stage:
    """A stage on which an incident has been opened already."""
    made = Stage(ModerationRoom(Overlay(file or written())), CountersRoom(), **known)
    made.play(incident or opened())
    made.fold([incident or opened()])
    return made


def records(rulings: list[Ruling]) -> list[Record]:
    return [record for ruling in rulings for record in ruling.records]


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def test_the_team_reads_who_where_why_and_what_was_done_and_can_judge_it() -> None:
    posted = only(Stage(ModerationRoom(Overlay(written()))).effects(opened()), PostCard)
    assert (posted.channel, posted.binds, posted.locale) == (TEAM, Handle("incident-i1/card"), "en")
    assert buttons(posted.card) == ["incident-right", "incident-undo", "incident-talk"]
    assert posted.card.buttons[0].id == "incident-right:i1"
    assert posted.card.buttons[1].style == "danger"
    assert Verbatim(TEXT, ((14, 33),)) in posted.card.body
    said = words(posted.card)
    for part in ("A message was taken down", "<Person>: <Passage>", "Scam links", "They cost people money"):
        assert part in said
    for part in ("links: scam.example", "I took the message down.", "write again from <Instant>", "I told them why"):
        assert part in said


@pytest.mark.parametrize(
    "name", ["remove", "quarantine", "timeout", "pause_invites", "slowmode", "remind", "reply", "react"]
)
@pytest.mark.parametrize("until", [None, NOW + HOUR])
def test_every_measure_has_words_in_both_languages(name: str, until: Any) -> None:
    measure = Measure(name=name, until=until, seconds=30)
    incident = opened(measures=(measure, Measure(name="alert")), withheld=("remove", "timeout", "quarantine"))
    wanted = Stage(ModerationRoom(Overlay(written()))).effects(incident)
    check_words(wanted)
    assert keys(only(wanted, PostCard).card).count("moderation-withheld") == 3


@pytest.mark.parametrize("account", [BASILE, None])
@pytest.mark.parametrize("channel", [GENERAL, None])
@pytest.mark.parametrize("message", [message_id(GENERAL, "1"), None])
def test_it_can_be_read_whatever_is_known(account: Any, channel: Any, message: Any) -> None:
    incident = opened(account=account, channel=channel, message=message, text="", measures=(), evidence=())
    wanted = Stage(ModerationRoom(Overlay(written()))).effects(incident)
    check_words(wanted)
    assert ("incident-talk" in buttons(only(wanted, PostCard).card)) == (account is not None)


def test_titles_stand_beside_their_reasons_only_where_that_is_certain() -> None:
    two = opened(titles=(Bilingual("One", "Un"), Bilingual("Two", "Deux")))
    card = only(Stage(ModerationRoom(Overlay(written()))).effects(two), PostCard).card
    assert Bilingual("Two", "Deux") in card.body
    assert "One" in words(card)


def test_without_a_channel_nobody_is_told() -> None:
    assert Stage(ModerationRoom(Overlay(Written()))).effects(opened()) == []


def test_the_card_speaks_as_the_channel_of_the_team_does() -> None:
    known = set_in_chat(**{f"channel_locale__{TEAM}": "fr", "address": "vous"})
    posted = only(Stage(ModerationRoom(Overlay(written())), known=known).effects(opened()), PostCard)
    assert (posted.locale, posted.address) == ("fr", "vous")


def test_right_is_noted_on_the_card_and_nothing_else_happens() -> None:
    here = stage()
    said = here.play(press("incident-right:i1"))
    assert records(said) == [IncidentMoved(incident=IncidentId("i1"), state="confirmed", by=KWAME, at=NOW)]
    edit = only(effects(said), EditCard)
    assert (edit.channel, edit.message, buttons(edit.card)) == (TEAM, message_id(TEAM, "card"), [])
    assert "<Person> looked at it on <Instant>: it was right." in words(edit.card)
    assert only(effects(said), ReplyPrivately).account == KWAME
    assert all_of(effects(said), SendDirect) == []
    check_words(effects(said))


def test_without_a_message_the_card_is_known_by_its_handle() -> None:
    edit = only(stage().effects(press("incident-right:i1", message=None)), EditCard)
    assert (edit.channel, edit.message) == (TEAM, Handle("incident-i1/card"))


def test_undoing_lifts_everything_forgets_it_and_apologises() -> None:
    measures = (
        Measure(name="remove"),
        Measure(name="timeout", until=NOW + HOUR),
        Measure(name="quarantine"),
        Measure(name="slowmode", seconds=30),
        Measure(name="pause_invites", until=NOW + HOUR),
        Measure(name="remind"),
    )
    here = stage(opened(measures=measures))
    wanted = effects(here.play(press("incident-undo:i1")))
    assert [effect for effect in wanted if not isinstance(effect, SendDirect | EditCard | ReplyPrivately)] == [
        LiftTimeout(space=SPACE, account=BASILE, note="starter/scam-links"),
        ReleaseMember(space=SPACE, account=BASILE, note="starter/scam-links"),
        SetSlowmode(space=SPACE, channel=GENERAL, seconds=0, note="starter/scam-links"),
        PauseInvites(space=SPACE, until=None, note="starter/scam-links"),
    ]
    apology = only(wanted, SendDirect)
    assert (apology.account, apology.locale) == (BASILE, "fr")
    assert quotes(apology.card) == [TEXT]
    assert "c'était notre erreur" in words(apology.card, "fr")
    assert "was our mistake" in words(apology.card)
    assert buttons(only(wanted, EditCard).card) == []
    check_words(wanted)


def test_what_has_ended_by_itself_is_not_lifted() -> None:
    here = stage()
    assert all_of(here.effects(press("incident-undo:i1"), after=HOUR), LiftTimeout) == []


def test_ladders_forget_what_was_undone() -> None:
    here = Stage(ModerationRoom(Overlay(written())), CountersRoom())
    incident = opened()
    for counter in incident.counters:
        here.fold([Counted(counter=counter, of=BASILE, by=1, at=NOW, about=incident.about)])
    here.fold([incident])
    here.play(press("incident-undo:i1"), after=HOUR)
    for counter in incident.counters:
        here._load(frozenset({counter_key(counter, BASILE)}))
        fact = here.facts.counter(counter, BASILE)
        assert fact is not None
        assert (fact.value, fact.since(NOW - HOUR), fact.since(NOW)) == (0, 0, 0)
        assert [(move.by, move.about) for move in fact.recent] == [(1, "message 1"), (-1, "undone:message 1")]


def test_a_mistake_comes_back_as_a_case_that_the_packs_of_its_policies_can_take() -> None:
    policies = (PolicyId("starter/scam-links"), PolicyId("respect/insults"), PolicyId("starter/two"))
    answer = only(stage(opened(policies=policies)).effects(press("incident-undo:i1")), ReplyPrivately)
    (file,) = answer.card.files
    assert (file.name, file.media_type) == ("case.toml", "application/toml")
    assert tomllib.loads(file.content) == {"case": [{"text": TEXT, "expect": []}]}
    assert file.content.startswith("# matched by mistake: starter/scam-links, respect/insults, starter/two\n")
    assert quotes(answer.card) == ["policies/starter/cases.toml", "policies/respect/cases.toml"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_was_written_stands_in_the_case_as_it_was(text: str) -> None:
    assert tomllib.loads(f"text = {quoted(text)}")["text"] == text


def test_half_a_letter_does_not_spoil_a_case() -> None:
    assert quoted("a\ud800b") == '"a\ufffdb"'


def test_where_nothing_was_written_there_is_no_case() -> None:
    answer = only(stage(opened(text="", channel=None, message=None)).effects(press("incident-undo:i1")), ReplyPrivately)
    assert answer.card.files == ()


@pytest.mark.parametrize("change", [{"left_at": NOW}, {"bot": True}])
def test_nobody_apologises_to_whom_no_message_reaches(change: dict[str, Any]) -> None:
    here = stage(known={account_key(BASILE): somebody(BASILE, **change)})
    wanted = here.effects(press("incident-undo:i1"))
    assert all_of(wanted, SendDirect) == []
    assert all_of(wanted, LiftTimeout)
    assert "apology" not in words(only(wanted, ReplyPrivately).card)
    check_words(wanted)


def test_an_incident_about_nobody_is_undone_without_an_apology() -> None:
    here = stage(opened(account=None, measures=(Measure(name="pause_invites", until=NOW + HOUR),)))
    said = here.play(press("incident-undo:i1"))
    assert [type(effect) for effect in effects(said)] == [PauseInvites, EditCard, ReplyPrivately]
    assert not any(isinstance(record, Counted) for record in records(said))


def test_whoever_was_forgotten_is_not_brought_back() -> None:
    here = stage()
    here.facts.learn({account_key(BASILE): None})
    said = here.play(press("incident-undo:i1"))
    assert records(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-unknown"]


def test_talking_opens_a_conversation_for_two_and_keeps_the_buttons() -> None:
    said = stage().play(press("incident-talk:i1"))
    wanted = effects(said)
    thread, opening = only(wanted, CreatePrivateThread), only(wanted, PostCard)
    assert (thread.channel, thread.members) == (GENERAL, (BASILE, KWAME))
    assert thread.name == "Un mot avec l'équipe"
    assert thread.binds is not None
    assert thread.binds.name.startswith("incident-i1/talk")
    assert (opening.channel, opening.locale, opening.mentions) == (thread.binds, "fr", (BASILE,))
    assert "Nothing is decided." in words(opening.card)
    assert wanted.index(thread) < wanted.index(opening)
    assert buttons(only(wanted, EditCard).card) == ["incident-right", "incident-undo"]
    check_words(wanted)


def test_two_conversations_never_share_a_name() -> None:
    here = stage()
    first = only(here.effects(press("incident-talk:i1")), CreatePrivateThread)
    here.play(press("incident-right:i1"))
    here.play(press("incident-ask:i1", BASILE, channel=None))
    second = only(here.effects(press("incident-talk:i1")), CreatePrivateThread)
    assert first.binds != second.binds


def test_where_nothing_was_written_the_conversation_hangs_from_the_channel_of_the_team() -> None:
    here = stage(opened(channel=None, message=None))
    assert only(here.effects(press("incident-talk:i1")), CreatePrivateThread).channel == TEAM


def test_there_is_no_talking_to_nobody() -> None:
    said = stage(opened(account=None)).play(press("incident-talk:i1"))
    assert records(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-talk-nobody"]


def test_nor_to_somebody_who_left() -> None:
    said = stage(known={account_key(BASILE): somebody(BASILE, left_at=NOW)}).play(press("incident-talk:i1"))
    assert records(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-talk-nobody"]


def test_the_author_asks_for_a_person_and_the_team_reads_it() -> None:
    here = stage()
    wanted = here.effects(press("incident-ask:i1", BASILE, channel=None))
    posted = only(wanted, PostCard)
    assert (posted.channel, posted.binds) == (TEAM, None)
    assert buttons(posted.card) == ["incident-right", "incident-undo", "incident-talk"]
    assert "<Person> asked for a second look on <Instant>" in words(posted.card)
    assert keys(only(wanted, ReplyPrivately).card) == ["moderation-asked"]
    check_words(wanted)
    again = here.play(press("incident-ask:i1", BASILE, channel=None))
    assert records(again) == []
    assert "It is with the team already" in words(only(effects(again), ReplyPrivately).card)
    check_words(effects(again))


@pytest.mark.parametrize(("today", "said"), [(set(), True), ({"remove"}, False), ({"alert"}, True)])
def test_whoever_looks_again_reads_where_nothing_of_it_would_be_done_today(today: set[str], said: bool) -> None:
    incident = opened(policies=(PolicyId("ours/scam"),), measures=(Measure(name="remove"),))
    rule = Rule(RevisionId("today"), Bilingual("Scam", "Arnaque"), acts=frozenset(today))
    here = stage(incident, file=written(rules={PolicyId("ours/scam"): rule} if today else {}))
    wanted = here.effects(press("incident-ask:i1", BASILE, channel=None))
    assert ("measure-changed-nothing" in keys(only(wanted, PostCard).card)) == said
    check_words(wanted)


def test_where_the_team_has_no_channel_the_author_is_told_so() -> None:
    here = stage(file=Written())
    wanted = here.effects(press("incident-ask:i1", BASILE, channel=None))
    assert keys(only(wanted, ReplyPrivately).card) == ["moderation-asked-nowhere"]


@pytest.mark.parametrize("who", [KWAME, INES])
def test_nobody_else_asks_in_the_authors_place(who: Any) -> None:
    said = stage().play(press("incident-ask:i1", who))
    assert records(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-ask-not-theirs"]
    check_words(effects(said))


def test_whoever_asked_hears_that_a_person_looked_and_whom_else_to_turn_to() -> None:
    here = stage(known=set_in_chat(outside_contact="Ada, ada@example.org"))
    here.play(press("incident-ask:i1", BASILE, channel=None))
    heard = only(here.effects(press("incident-right:i1")), SendDirect)
    assert heard.account == BASILE
    assert quotes(heard.card) == ["Ada, ada@example.org"]
    check_words([heard])


def test_whoever_asked_rightly_is_told_so() -> None:
    here = stage()
    here.play(press("incident-ask:i1", BASILE, channel=None))
    assert "You were right to ask." in words(only(here.effects(press("incident-undo:i1")), SendDirect).card)


def test_asking_reopens_what_was_confirmed_but_not_what_was_undone() -> None:
    confirmed, undone = stage(), stage()
    confirmed.play(press("incident-right:i1"))
    undone.play(press("incident-undo:i1"))
    assert records(confirmed.play(press("incident-ask:i1", BASILE, channel=None)))
    said = undone.play(press("incident-ask:i1", BASILE, channel=None))
    assert records(said) == []
    assert "took it back" in words(only(effects(said), ReplyPrivately).card)


@pytest.mark.parametrize("first", ["incident-right", "incident-undo"])
@pytest.mark.parametrize("second", ["incident-right", "incident-undo", "incident-talk"])
def test_what_is_settled_stays_settled_and_the_card_says_so(first: str, second: str) -> None:
    here = stage()
    here.play(press(f"{first}:i1", KWAME))
    said = here.play(press(f"{second}:i1", INES), after=HOUR)
    assert records(said) == []
    assert {type(effect) for effect in effects(said)} == {ReplyPrivately, EditCard}
    assert "<Person>" in words(only(effects(said), ReplyPrivately).card)
    assert "Nothing has changed." in words(only(effects(said), ReplyPrivately).card)
    assert buttons(only(effects(said), EditCard).card) == []
    check_words(effects(said))


@pytest.mark.parametrize("action", ["incident-right", "incident-undo", "incident-talk"])
@pytest.mark.parametrize("linked", [False, True])
def test_nobody_judges_what_is_about_themselves_not_even_an_owner(action: str, linked: bool) -> None:
    levels = {BASILE: Level.OWNER, INES: Level.OWNER}
    known = {account_key(one): somebody(one, member=MemberId("same")) for one in (BASILE, INES)}
    here = stage(file=written(levels=levels), known=known)
    said = here.play(press(f"{action}:i1", INES if linked else BASILE))
    assert records(said) == []
    assert [type(effect) for effect in effects(said)] == [ReplyPrivately]
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-conflict"]
    check_words(effects(said))


@pytest.mark.parametrize("button", ["incident-right:nowhere", "incident-undo", "incident-talk:nowhere"])
def test_what_is_not_there_is_said_to_be_gone(button: str) -> None:
    said = stage().play(press(button))
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-unknown"]


@pytest.mark.parametrize("action", ["report-take", "report-remove", "report-close"])
def test_buttons_of_reports_do_nothing_to_what_a_policy_did(action: str) -> None:
    said = stage().play(press(f"{action}:i1"))
    assert records(said) == []
    check_words(effects(said))


def test_other_buttons_are_not_for_this_room() -> None:
    room = ModerationRoom(Overlay(written()))
    assert room.needs(press("setup-voice"), Stage().facts) == frozenset()
    assert Stage(room).play(press("setup-voice")) == []


def test_a_record_played_twice_changes_nothing() -> None:
    here = stage()
    moved = IncidentMoved(incident=IncidentId("i1"), state="confirmed", by=KWAME, at=NOW)
    here.fold([moved])
    once = here.facts.incident(IncidentId("i1"))
    here.fold([moved, replace(moved, incident=IncidentId("unknown"))])
    assert here.facts.incident(IncidentId("i1")) == once


def test_whoever_chose_a_language_is_spoken_to_in_it() -> None:
    known = {account_key(BASILE): somebody(BASILE, locale="en"), account_key(KWAME): somebody(KWAME, locale="fr")}
    wanted = stage(known=known).effects(press("incident-undo:i1", locale="en"))
    assert (only(wanted, SendDirect).locale, only(wanted, ReplyPrivately).locale) == ("en", "fr")


def test_what_was_ruled_can_be_read_by_whom_it_is_about() -> None:
    (ruling,) = stage().play(press("incident-undo:i1"))
    assert ruling.rule == "moderation/undone"
    assert ruling.why
    assert ruling.subject is not None
    assert (ruling.subject.account, ruling.subject.message) == (BASILE, message_id(GENERAL, "1"))


def test_undoing_leaves_a_channel_alone_that_is_long_let_go_for_somebody_may_have_slowed_it_since() -> None:
    slow = Measure(name="slowmode", seconds=30, until=NOW + timedelta(minutes=10))
    at_once = stage(opened(measures=(slow,)))
    assert all_of(at_once.effects(press("incident-undo:i1")), SetSlowmode)
    later = stage(opened(measures=(slow,)))
    assert not all_of(later.effects(press("incident-undo:i1"), after=HOUR), SetSlowmode)
    shown = only(later.effects(opened(measures=(slow,), incident=IncidentId("i2"))), PostCard)
    assert "once in 30 seconds" in words(shown.card)


def test_no_file_is_named_for_what_was_written_in_chat() -> None:
    own = stage(opened(policies=(PolicyId("chat/dogs"),))).effects(press("incident-undo:i1"))
    assert keys(only(own, ReplyPrivately).card) == ["moderation-undone"]
    assert only(own, ReplyPrivately).card.files == ()
    both = stage(opened(policies=(PolicyId("chat/dogs"), PolicyId("starter/scam-links"))))
    assert quotes(only(both.effects(press("incident-undo:i1")), ReplyPrivately).card) == ["policies/starter/cases.toml"]
