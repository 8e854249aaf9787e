"""Reactions to cards of incidents: a manager's can stand for a press, anybody else's stay what they are."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Level
from bot.effects import EditCard, Effect, HideReaction, ReplyPrivately
from bot.events import Cited, ReactionAdded
from bot.facts import account_key
from bot.ids import AccountId, EventId, IncidentId, message_id
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
    check_words,
    keys,
    only,
    press,
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


@pytest.mark.parametrize("emoji", ["👀", "✅", "❌", "🚨", "⚖️"])
@pytest.mark.parametrize("where", [{}, {"channel": TEAM}, {"cited": None}, {"channel": TEAM, "cited": None}])
def test_reactions_to_peoples_messages_say_nothing_of_incidents(emoji: str, where: dict[str, Any]) -> None:
    assert stage().play(react(emoji, **where)) == []


def test_a_card_of_the_bot_is_not_reported() -> None:
    assert stage().play(on_card("🚨", "incident-right:i1")) == []


def test_a_card_elsewhere_than_in_the_channel_of_the_team_is_not_answered() -> None:
    here = shown(by_policy())
    assert here.play(on_card("✅", "incident-right:i1", channel=GENERAL)) == []
    assert here.play(on_card("✅", "setup-begin")) == []


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


def test_other_bots_are_no_managers() -> None:
    known = {account_key(KWAME): somebody(KWAME, bot=True)}
    assert stage(known=known).play(react()) == []


cites = st.sampled_from([None, CITED, replace(CITED, author=None), replace(CITED, readable=False, text="")])
ids = st.sampled_from(["incident-right:i1", "incident-talk:i1", "incident-undo:i1", "setup-begin"])


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


@pytest.mark.parametrize("button", ["case-claim:1", "report-take:i1"])
def test_cards_of_cases_are_answered_elsewhere(button: str) -> None:
    assert stage().play(on_card("👀", button)) == []
