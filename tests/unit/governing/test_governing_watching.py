"""Channels that the bot looks after, where it sees only those that it is in."""

from typing import Any

import pytest

from bot.effects import EditCard, Effect, JoinChannel, PostCard, ReplyPrivately
from bot.events import ChannelCreated
from bot.facts import account_key
from bot.governing.room import GoverningRoom
from bot.ids import EventId, Platform, channel_id, space_id
from bot.rooms import Ruling
from bot.settings import KeptDays, Overlay
from tests.unit.moderation.playing import (
    BOSSES,
    GENERAL,
    KWAME,
    NEWS,
    NOW,
    SPACE,
    TEAM,
    Stage,
    buttons,
    check_words,
    command,
    form,
    keys,
    only,
    press,
    set_in_chat,
    somebody,
    words,
    written,
)

JOINS = {Platform("web"): frozenset({"delete_message"})}
BOSS = {account_key(KWAME): somebody(KWAME, roles=(BOSSES,))}
BEGUN = set_in_chat(stage="acting")


def stage(known: Any = None, **more: Any) -> Stage:
    file = written(**{"cannot": JOINS, **more})
    return Stage(GoverningRoom(Overlay(file), KeptDays()), known={**BOSS, **BEGUN, **(known or {})})


def created(*, watched: bool = False, channel: Any = GENERAL) -> ChannelCreated:
    return ChannelCreated(id=EventId("created"), space=SPACE, at=NOW, channel=channel, name="general", watched=watched)


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def test_set_up_has_a_part_for_channels_where_the_bot_has_to_go_to_them() -> None:
    card = only(stage().effects(command("setup")), ReplyPrivately).card
    assert "setup-watch" in buttons(card)
    assert "Channels that I look after" in words(card)
    check_words(stage().effects(command("setup")))


@pytest.mark.parametrize("cannot", [{}, {Platform("web"): frozenset({"join_channel"})}])
def test_where_it_sees_every_channel_there_is_no_such_part_and_nobody_is_asked(cannot: Any) -> None:
    here = stage(cannot=cannot)
    card = only(here.effects(command("setup")), ReplyPrivately).card
    assert "setup-watch" not in buttons(card)
    assert here.play(created()) == []
    refused = here.effects(form("setup-watch", channel=GENERAL))
    assert keys(only(refused, ReplyPrivately).card) == ["governing-watch-nowhere"]


def test_a_channel_that_an_owner_names_is_joined_and_that_is_kept_under_their_name() -> None:
    rulings = stage().play(form("setup-watch", channel=GENERAL))
    assert only(effects(rulings), JoinChannel).channel == GENERAL
    answer = only(effects(rulings), ReplyPrivately).card
    assert "governing-watched" in keys(answer)
    assert "setup-watch" in buttons(answer)
    (ruling,) = rulings
    assert ruling.subject is not None
    assert ruling.subject.account == KWAME
    check_words(effects(rulings))


@pytest.mark.parametrize("channel", ["", "nowhere", channel_id(space_id("web", "elsewhere"), "x")])
def test_a_channel_of_another_space_is_refused(channel: str) -> None:
    for rulings in (stage().play(form("setup-watch", channel=channel)), stage().play(press(f"watch:{channel}"))):
        assert keys(only(effects(rulings), ReplyPrivately).card) == ["governing-wrong-channel"]


def test_the_team_is_asked_about_a_new_channel_once_the_community_has_begun() -> None:
    wanted = stage().effects(created())
    card = only(wanted, PostCard)
    assert card.channel == TEAM
    assert [button.id for button in card.card.buttons] == [f"watch:{GENERAL}"]
    assert len(card.card.buttons[0].id) <= 100
    check_words(wanted)


def test_before_it_began_about_what_it_sees_and_without_a_channel_of_the_team_nobody_is_asked() -> None:
    assert stage(set_in_chat(locale="en")).play(created()) == []
    assert stage().play(created(watched=True)) == []
    assert stage(managers_channel={}).play(created()) == []


def test_a_press_is_enough_and_the_card_says_who_pressed() -> None:
    wanted = stage().effects(press(f"watch:{NEWS}"))
    assert only(wanted, JoinChannel).channel == NEWS
    card = only(wanted, EditCard).card
    assert keys(card) == ["governing-watched-by"]
    assert buttons(card) == []
    assert keys(only(wanted, ReplyPrivately).card) == ["governing-watched"]
    check_words(wanted)
