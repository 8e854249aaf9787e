"""Reactions: a manager's can stand for a report or a press, anybody else's stay what they are."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Level
from bot.effects import EditCard, Effect, HideReaction, PostCard, ReplyPrivately, SendDirect
from bot.events import Cited, ReactionAdded
from bot.facts import account_key
from bot.ids import AccountId, EventId, IncidentId, MemberId, message_id
from bot.moderation.room import ModerationRoom
from bot.records import IncidentMoved, IncidentOpened, Measure
from bot.rooms import Ruling
from bot.settings import DOORS, Overlay, Written
from tests.unit.moderation.playing import (
    BASILE,
    BOSSES,
    GENERAL,
    INES,
    KWAME,
    MODS,
    NOW,
    SPACE,
    TEAM,
    ZOE,
    Stage,
    all_of,
    buttons,
    check_words,
    keys,
    only,
    press,
    set_in_chat,
    somebody,
    words,
    written,
)

MESSAGE = message_id(GENERAL, "7")
CITED = Cited(message=MESSAGE, channel=GENERAL, author=BASILE, text="nobody wants you here")
CARD = message_id(TEAM, "card")
FILE = written(levels={MODS: Level.MODERATOR})
HELPERS = written(levels={MODS: Level.HELPER})
_NUMBERS = iter(range(1, 1_000_000))


def react(emoji: str = "🚨", by: AccountId = KWAME, **more: Any) -> ReactionAdded:
    """A moderator reacts to somebody's message."""
    usual: dict[str, Any] = {
        "id": EventId(f"reacted:{next(_NUMBERS)}"),
        "space": SPACE,
        "at": NOW,
        "message": MESSAGE,
        "channel": GENERAL,
        "account": by,
        "emoji": emoji,
        "roles": (MODS,),
        "cited": CITED,
    }
    return ReactionAdded(**{**usual, **more})


def on_card(emoji: str, *ids: str, by: AccountId = KWAME, **more: Any) -> ReactionAdded:
    """A moderator reacts to a card of the bot's own, in the channel of the team."""
    card = Cited(message=CARD, channel=TEAM, author=None, text="", buttons=ids)
    return react(emoji, by, **{"message": CARD, "channel": TEAM, "cited": card, **more})


def stage(file: Written = FILE, **known: Any) -> Stage:
    return Stage(ModerationRoom(Overlay(file)), **known)


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def opened(rulings: list[Ruling]) -> list[IncidentOpened]:
    return [one for ruling in rulings for one in ruling.records if isinstance(one, IncidentOpened)]


def moved(rulings: list[Ruling]) -> list[str]:
    return [one.state for ruling in rulings for one in ruling.records if isinstance(one, IncidentMoved)]


def by_policy(account: AccountId = BASILE) -> IncidentOpened:
    return IncidentOpened(
        incident=IncidentId("i1"),
        origin="policy",
        at=NOW,
        space=SPACE,
        account=account,
        channel=GENERAL,
        message=MESSAGE,
        measures=(Measure(name="remove"),),
        text="words",
    )


def shown(incident: IncidentOpened, file: Written = FILE, **known: Any) -> Stage:
    here = stage(file, **known)
    here.play(incident)
    here.fold([incident])
    return here


def test_a_manager_reports_a_message_with_a_reaction_that_is_hidden_first() -> None:
    said = stage().play(react())
    (report,) = opened(said)
    assert (report.origin, report.account, report.reporter) == ("report", BASILE, KWAME)
    assert (report.message, report.text, report.concern) == (MESSAGE, CITED.text, "other")
    first = effects(said)[0]
    assert first == HideReaction(
        space=SPACE, channel=GENERAL, message=MESSAGE, account=KWAME, emoji="🚨", note="report"
    )
    assert said[0].effects[0] is first
    posted = only(effects(said), PostCard)
    assert (posted.channel, buttons(posted.card)) == (TEAM, ["report-take", "report-remove", "report-close"])
    check_words(effects(said))


def test_whoever_reports_with_a_reaction_is_thanked_like_anybody_and_stays_unnamed() -> None:
    reaction = react(locale="fr")
    said = stage().effects(reaction)
    answer = only(said, ReplyPrivately)
    assert (answer.to, answer.account, answer.locale) == (reaction.id, KWAME, "fr")
    assert keys(answer.card) == ["moderation-thanks", "moderation-thanks-after"]
    assert KWAME not in str(only(said, PostCard).card)


def test_a_drawing_of_an_emoji_in_colour_is_the_same_emoji() -> None:
    file = written(levels={MODS: Level.MODERATOR}, doors={"⚖": "report"})
    assert opened(stage(file).play(react("⚖\N{VARIATION SELECTOR-16}")))
    assert stage(file).play(react("🚨")) == []


def test_last_seen_roles_count_where_the_platform_tells_none() -> None:
    known = {account_key(KWAME): somebody(KWAME, roles=(MODS,))}
    assert opened(stage(known=known).play(react(roles=None)))
    assert stage().play(react(roles=None)) == []
    assert opened(stage(known=set_in_chat(**{f"level__{KWAME}".replace(":", "__"): "helper"})).play(react(roles=())))


@pytest.mark.parametrize("second", [KWAME, INES])
def test_further_reactions_join_the_first_report_and_are_hidden(second: AccountId) -> None:
    here = stage()
    here.play(react())
    again = here.play(react(by=second))
    assert [type(effect) for effect in effects(again)] == [HideReaction]
    assert not [record for ruling in again for record in ruling.records]


def test_another_message_is_another_report() -> None:
    here = stage()
    other = message_id(GENERAL, "8")
    first = opened(here.play(react()))
    second = opened(here.play(react(message=other, cited=replace(CITED, message=other))))
    assert first[0].incident != second[0].incident


def test_whoever_reports_again_what_is_done_with_is_told_by_whom_and_how_to_go_on() -> None:
    here = stage()
    (report,) = opened(here.play(react()))
    here.play(press(f"report-close:{report.incident}", INES))
    again = effects(here.play(react(by=ZOE)))
    assert [type(effect) for effect in again] == [HideReaction, ReplyPrivately]
    assert keys(only(again, ReplyPrivately).card) == ["moderation-settled", "moderation-door-again"]
    check_words(again)


@pytest.mark.parametrize("linked", [False, True])
def test_nobody_reports_their_own_message(linked: bool) -> None:
    known = {account_key(one): somebody(one, member=MemberId("same")) for one in (BASILE, KWAME)} if linked else {}
    said = stage(known=known).play(react(by=KWAME if linked else BASILE))
    assert [type(effect) for effect in effects(said)] == [HideReaction]
    assert opened(said) == []


def test_a_report_about_one_of_the_team_goes_past_the_channel_of_the_team_and_does_not_say_that_there_was_one() -> None:
    owner = set_in_chat(**{f"level__{INES}".replace(":", "__"): "owner"})
    known = {account_key(BASILE): somebody(BASILE, roles=(MODS,)), **owner}
    here = stage(known=known)
    said = here.play(react())
    assert all_of(effects(said), PostCard) == []
    assert only(effects(said), SendDirect).account == INES
    here.play(press(f"report-close:{opened(said)[0].incident}", INES, channel=None))
    assert [type(effect) for effect in effects(here.play(react(by=ZOE)))] == [HideReaction]


def test_a_message_that_cannot_be_read_is_reported_by_where_it_stands() -> None:
    said = stage().play(react(cited=replace(CITED, text="", readable=False)))
    assert opened(said)[0].readable is False
    assert "moderation-report-unreadable" in keys(only(effects(said), PostCard).card)
    assert "moderation-thanks-unreadable" in keys(only(effects(said), ReplyPrivately).card)
    check_words(effects(said))


def test_where_nobody_could_look_the_message_up_the_manager_is_told_so() -> None:
    said = effects(stage().play(react(cited=None)))
    assert [type(effect) for effect in said] == [HideReaction, ReplyPrivately]
    assert "nothing has been reported" in words(only(said, ReplyPrivately).card)
    check_words(said)


@pytest.mark.parametrize("emoji", ["👀", "✅", "❌"])
@pytest.mark.parametrize("where", [{}, {"channel": TEAM}, {"cited": None}, {"channel": TEAM, "cited": None}])
def test_on_peoples_messages_only_the_report_acts(emoji: str, where: dict[str, Any]) -> None:
    assert stage().play(react(emoji, **where)) == []


def test_a_card_of_the_bot_is_not_reported() -> None:
    assert stage().play(on_card("🚨", "report-take:i1")) == []


def test_a_card_elsewhere_than_in_the_channel_of_the_team_is_not_answered() -> None:
    here = shown(by_policy())
    assert here.play(on_card("✅", "incident-right:i1", channel=GENERAL)) == []
    assert here.play(on_card("✅", "setup-begin")) == []


@pytest.mark.parametrize(("emoji", "state"), [("👀", "taken"), ("✅", "closed"), ("❌", "closed")])
def test_a_reaction_to_the_card_of_a_report_is_as_good_as_a_press(emoji: str, state: str) -> None:
    here = stage()
    (report,) = opened(here.play(react()))
    names = [f"{action}:{report.incident}" for action in ("report-take", "report-remove", "report-close")]
    said = here.play(on_card(emoji, *names, by=INES))
    assert moved(said) == [state]
    wanted = effects(said)
    assert isinstance(wanted[0], HideReaction)
    assert all_of(wanted, ReplyPrivately) == []
    edited = only(wanted, EditCard)
    assert (edited.channel, edited.message) == (TEAM, CARD)
    check_words(wanted)


def test_settling_the_card_of_an_incident_says_that_it_was_right() -> None:
    here = shown(by_policy())
    ids = ("incident-right:i1", "incident-undo:i1", "incident-talk:i1")
    said = here.play(on_card("✅", *ids))
    assert moved(said) == ["confirmed"]
    assert [type(effect) for effect in effects(said)] == [HideReaction, EditCard]


@pytest.mark.parametrize("emoji", ["👀", "❌"])
def test_where_a_card_has_no_such_button_the_manager_is_told_so(emoji: str) -> None:
    said = shown(by_policy()).play(on_card(emoji, "incident-right:i1", "incident-undo:i1"))
    assert moved(said) == []
    assert [type(effect) for effect in effects(said)] == [HideReaction, ReplyPrivately]
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-door-nothing"]
    check_words(effects(said))


def test_nobody_answers_a_card_about_themselves_and_they_are_told_why() -> None:
    said = shown(by_policy(KWAME)).play(on_card("✅", "incident-right:i1"))
    assert moved(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-conflict"]


def test_whoever_comes_second_is_told_so() -> None:
    here = shown(by_policy())
    here.play(press("incident-right:i1", INES))
    said = here.play(on_card("✅", "incident-right:i1"))
    assert moved(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-settled"]


def test_what_was_erased_is_said_to_be_gone() -> None:
    said = stage().play(on_card("✅", "incident-right:i1"))
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-unknown"]


def test_a_reaction_takes_the_level_that_its_button_takes() -> None:
    here = shown(by_policy(), HELPERS)
    said = here.play(on_card("✅", "incident-right:i1"))
    assert moved(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["road-not-allowed"]
    assert "moderators" in words(only(effects(said), ReplyPrivately).card)
    report = stage(HELPERS)
    (made,) = opened(report.play(react()))
    assert moved(report.play(on_card("👀", f"report-take:{made.incident}", by=INES))) == ["taken"]


def test_what_an_export_tells_of_long_ago_is_no_door() -> None:
    assert stage().play(react(timed=False)) == []


def test_other_bots_are_no_managers() -> None:
    known = {account_key(KWAME): somebody(KWAME, bot=True)}
    assert stage(known=known).play(react()) == []


cites = st.sampled_from([None, CITED, replace(CITED, author=None), replace(CITED, readable=False, text="")])
ids = st.sampled_from(["incident-right:i1", "report-take:i1", "report-close:i1", "incident-undo:i1", "setup-begin"])


@given(
    emoji=st.sampled_from([*DOORS, "👍", ":palabre:"]),
    cited=cites | st.lists(ids, unique=True).map(lambda some: replace(CITED, channel=TEAM, buttons=tuple(some))),
    channel=st.sampled_from([GENERAL, TEAM]),
    roles=st.sampled_from([None, (), (AccountId("web:here/R-other"),)]),
)
def test_the_reaction_of_somebody_who_is_no_manager_never_changes_anything(
    emoji: str, cited: Cited | None, channel: Any, roles: Any
) -> None:
    here = shown(by_policy())
    assert here.play(react(emoji, ZOE, cited=cited, channel=channel, roles=roles)) == []


@given(emoji=st.sampled_from([*DOORS]), roles=st.sampled_from([(MODS,), (BOSSES,)]), names=st.lists(ids, unique=True))
def test_no_reaction_takes_anything_from_anybody(emoji: str, roles: Any, names: list[str]) -> None:
    here = shown(by_policy())
    for reaction in (react(emoji, roles=roles), on_card(emoji, *names, roles=roles)):
        kinds = {effect.kind for effect in here.effects(reaction)}
        assert kinds <= {"hide_reaction", "post_card", "edit_card", "reply_privately", "send_direct"}
