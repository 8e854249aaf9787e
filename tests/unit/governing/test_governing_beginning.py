"""Beginning: the bot looks on, then acts; members are told once what it is; one word stops it."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.commands import BeginCommunity
from bot.effects import EditCard, Effect, PostCard, ReplyPrivately
from bot.events import Due
from bot.facts import account_key
from bot.governing.room import GoverningRoom
from bot.ids import CommunityId, EventId, TimerId, own_space, space_id
from bot.records import ActionsStopped, Record, SettingChanged, TimerArmed, TimerCancelled
from bot.rooms import Ruling
from bot.settings import KeptDays, Overlay, Settings, Written
from tests.unit.moderation.playing import (
    BOSSES,
    GENERAL,
    KWAME,
    NEWS,
    NOW,
    SPACE,
    TEAM,
    Stage,
    all_of,
    buttons,
    check_words,
    command,
    form,
    keys,
    only,
    press,
    quotes,
    set_in_chat,
    somebody,
    words,
    written,
)

OBSERVATION = TimerId("observation")
DAY = timedelta(days=1)
KEPT = KeptDays(activity=60, evidence=120, outbox_text=1)
OWN = own_space(CommunityId("here"))
OTHER = space_id("web", "other")


def stage(file: Written | None = None, known: Any = None) -> Stage:
    boss = {account_key(KWAME): somebody(KWAME, roles=(BOSSES,))}
    return Stage(GoverningRoom(Overlay(file or written()), KEPT), known={**boss, **(known or {})})


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def records(rulings: list[Ruling]) -> list[Record]:
    return [record for ruling in rulings for record in ruling.records]


def changes(rulings: list[Ruling]) -> dict[str, str | None]:
    return {one.key: one.value for one in records(rulings) if isinstance(one, SettingChanged)}


def settings(here: Stage) -> Settings:
    return Settings(Written(), here.facts.settings())


def begin() -> BeginCommunity:
    return BeginCommunity(id=EventId("begin"), space=OWN, at=NOW, caller=None)


def due(timer: TimerId = OBSERVATION) -> Due:
    return Due(id=EventId("due"), space=OWN, at=NOW, timer=timer, generation=1)


def test_an_owner_begins_with_a_week_of_looking_on() -> None:
    here = stage()
    said = here.play(form("setup-begin", stage="observing", announcements=NEWS))
    assert settings(here).observing_until == NOW + 7 * DAY
    assert [one for one in records(said) if isinstance(one, TimerArmed)] == [
        TimerArmed(timer=OBSERVATION, due_at=NOW + DAY)
    ]
    posted = only(effects(said), PostCard)
    assert posted.channel == TEAM
    assert "members get nothing from me unasked" in words(posted.card)
    assert "/pause stops me at once" in words(posted.card)
    assert keys(only(effects(said), ReplyPrivately).card)[1] == "governing-observing"
    check_words(effects(said))


def test_beginning_twice_changes_nothing() -> None:
    here = stage()
    here.play(form("setup-begin", stage="observing"))
    until = settings(here).observing_until
    said = here.play(form("setup-begin", stage="observing"), after=DAY)
    assert (records(said), settings(here).observing_until) == ([], until)
    assert all_of(effects(said), PostCard) == []
    said = here.play(form("setup-begin", stage="observing", announcements=NEWS))
    assert changes(said) == {f"announcements:{SPACE}": NEWS}


def test_an_owner_can_make_it_act_at_once_and_gets_the_draft_for_members() -> None:
    here = stage()
    here.play(form("setup-begin", stage="observing"))
    said = here.play(form("setup-begin", stage="acting"))
    assert changes(said) == {"stage": "acting", "observing_until": None}
    assert TimerCancelled(timer=OBSERVATION) in records(said)
    notice, draft = all_of(effects(said), PostCard)
    assert "I act from now on" in words(notice.card)
    assert buttons(draft.card) == ["announcement-post"]
    check_words(effects(said))


def test_looking_on_again_after_acting_starts_a_new_week() -> None:
    here = stage()
    here.play(form("setup-begin", stage="acting"))
    here.play(form("setup-begin", stage="observing"), after=DAY)
    assert settings(here).observing_until == NOW + 8 * DAY


def test_the_first_time_live_it_begins_by_itself_and_tells_every_team() -> None:
    here = stage(written(managers_channel={SPACE: TEAM, OTHER: GENERAL}, observation=2 * DAY))
    said = here.play(begin())
    assert settings(here).observing_until == NOW + 2 * DAY
    assert [(one.space, one.channel) for one in all_of(effects(said), PostCard)] == [(SPACE, TEAM), (OTHER, GENERAL)]
    assert {one.by for one in records(said) if isinstance(one, SettingChanged)} == {None}
    check_words(effects(said))
    assert here.play(begin()) == []


def test_where_the_operator_wants_no_observation_it_acts_without_a_word() -> None:
    here = stage(written(observation=timedelta()))
    said = here.play(begin())
    assert changes(said) == {"stage": "acting"}
    assert effects(said) == []
    assert here.play(begin()) == []


def test_it_looks_on_day_by_day_and_then_acts() -> None:
    here = stage()
    here.play(begin())
    days = [here.play(due(), after=DAY) for _ in range(6)]
    assert [records(said) for said in days] == [
        [TimerArmed(timer=OBSERVATION, due_at=NOW + number * DAY)] for number in range(2, 8)
    ]
    assert [effects(said) for said in days] == [[]] * 6
    last = here.play(due(), after=DAY)
    assert changes(last) == {"stage": "acting", "observing_until": None}
    assert settings(here).observing_until is None
    notice, draft = all_of(effects(last), PostCard)
    assert "The time of looking on is over" in words(notice.card)
    assert buttons(draft.card) == ["announcement-post"]
    check_words(effects(last))
    assert here.play(due(), after=DAY) == []


def test_the_last_day_is_not_put_off_by_a_late_one() -> None:
    here = stage()
    here.play(begin())
    (armed,) = records(here.play(due(), after=6 * DAY + timedelta(hours=5)))
    assert armed == TimerArmed(timer=OBSERVATION, due_at=NOW + 7 * DAY)


def test_other_deadlines_are_not_for_it() -> None:
    room = GoverningRoom(Overlay(written()), KEPT)
    assert room.needs(due(TimerId("slowmode:x")), Stage().facts) == frozenset()
    assert stage().play(due(TimerId("slowmode:x"))) == []
    assert stage().play(due()) == []


def test_members_are_told_what_it_reads_keeps_and_how_to_reach_people() -> None:
    known = set_in_chat(outside_contact="Ada, ada@example.org")
    here = stage(known=known)
    here.play(form("setup-begin", stage="acting", announcements=NEWS))
    said = here.play(press("announcement-post"))
    posted = only(effects(said), PostCard)
    assert (posted.channel, posted.card.buttons) == (NEWS, ())
    text = words(posted.card)
    for part in ("for 60 days", "for 120 days", "for one day", "I can be wrong", "Ask a person", "/report", "/privacy"):
        assert part in text
    assert quotes(posted.card) == ["Ada, ada@example.org"]
    assert "{ " not in text
    assert only(effects(said), EditCard).card.buttons == ()
    check_words(effects(said))


def test_the_draft_is_what_members_read() -> None:
    here = stage()
    _, draft = all_of(effects(here.play(form("setup-begin", stage="acting", announcements=NEWS))), PostCard)
    posted = only(effects(here.play(press("announcement-post"))), PostCard)
    assert (draft.card.title, draft.card.body) == (posted.card.title, posted.card.body)


def test_it_is_posted_once_and_in_every_language_that_is_spoken() -> None:
    known = set_in_chat(locale="fr", **{f"channel_locale__{GENERAL}": "en", f"announcements__{SPACE}": NEWS})
    here = stage(known=known)
    assert [one.locale for one in all_of(effects(here.play(press("announcement-post"))), PostCard)] == ["fr", "en"]
    again = here.play(press("announcement-post"))
    assert all_of(effects(again), PostCard) == []
    assert keys(only(effects(again), ReplyPrivately).card) == ["governing-announce-already"]


def test_where_there_is_no_channel_for_news_that_is_said() -> None:
    said = stage().play(press("announcement-post"))
    assert records(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["governing-announce-nowhere"]
    check_words(effects(said))


@pytest.mark.parametrize("word", ["", "*", "all", "Tout", "toutes", " everything "])
def test_one_word_stops_everything(word: str) -> None:
    here = stage()
    said = here.play(command("pause", policy=word) if word else command("pause"))
    assert changes(said) == {"paused": '["*"]'}
    assert ActionsStopped(policies=()) in records(said)
    answer, posted = only(effects(said), ReplyPrivately), only(effects(said), PostCard)
    assert posted.channel == TEAM
    assert [button.id for button in posted.card.buttons] == ["resume:*"]
    assert "nothing that was waiting will be done" in words(answer.card)
    assert "I still answer whoever asks" in words(answer.card)
    check_words(effects(said))
    assert settings(here).is_paused("starter/any")  # type: ignore[arg-type]


def test_one_rule_is_stopped_and_goes_on() -> None:
    here = stage()
    said = here.play(command("pause", policy="Starter/Scam-Links"))
    assert changes(said) == {"paused": '["starter/scam-links"]'}
    assert ActionsStopped(policies=("starter/scam-links",)) in records(said)  # type: ignore[arg-type]
    check_words(effects(said))
    said = here.play(press("resume:starter/scam-links"))
    assert changes(said) == {"paused": None}
    assert only(effects(said), EditCard).card.buttons == ()
    check_words(effects(said))


def test_several_rules_are_stopped_one_by_one() -> None:
    here = stage()
    here.play(command("pause", policy="b/two"))
    here.play(command("pause", policy="a/one"))
    assert json.loads(settings(here).values["paused"]) == ["a/one", "b/two"]
    here.play(command("resume", policy="b/two"))
    assert settings(here).paused == {"a/one"}
    here.play(command("resume"))
    assert settings(here).paused == frozenset()


@pytest.mark.parametrize(
    ("before", "name", "policy", "key"),
    [
        (["*"], "pause", "", "governing-paused-already"),
        (["*"], "pause", "a/one", "governing-paused-already"),
        (["a/one"], "pause", "a/one", "governing-paused-already"),
        ([], "resume", "", "governing-resumed-already"),
        ([], "resume", "a/one", "governing-resumed-already"),
        (["a/one"], "resume", "b/two", "governing-resumed-already"),
        (["*"], "resume", "a/one", "governing-resume-everything"),
        ([], "pause", "nonsense", "governing-wrong-policy"),
        ([], "resume", "a/b/c", "governing-wrong-policy"),
    ],
)
def test_what_is_so_already_or_cannot_be_changes_nothing(before: list[str], name: str, policy: str, key: str) -> None:
    here = stage(known=set_in_chat(paused=json.dumps(before)))
    said = here.play(command(name, policy=policy))
    assert records(said) == []
    assert [type(one) for one in effects(said)] == [ReplyPrivately]
    assert keys(only(effects(said), ReplyPrivately).card) == [key]
    check_words(effects(said))


@pytest.mark.parametrize(("action", "mode"), [("enforce", "enforce"), ("shadow", "shadow"), ("off", "off")])
def test_how_far_a_rule_goes_is_noted_once(action: str, mode: str) -> None:
    here = stage()
    said = here.play(press(f"policy-{action}:starter/scam-links"))
    assert changes(said) == {"mode:starter/scam-links": mode}
    check_words(effects(said))
    again = here.play(press(f"policy-{action}:starter/scam-links"))
    assert records(again) == []
    check_words(effects(again))


@pytest.mark.parametrize("subject", ["", "*", "nonsense"])
def test_only_one_rule_at_a_time_gets_a_mode(subject: str) -> None:
    said = stage().play(press(f"policy-off:{subject}"))
    assert records(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["governing-wrong-policy"]


def test_other_requests_are_not_for_this_room() -> None:
    assert stage().play(command("help")) == []
    assert stage().play(press("incident-right:x")) == []
    assert stage().play(form("report")) == []


def test_what_was_ruled_is_kept_under_whoever_asked_for_it() -> None:
    (ruling,) = stage().play(command("pause"))
    assert (ruling.rule, ruling.subject and ruling.subject.account) == ("governing/paused", KWAME)
    assert ruling.why
