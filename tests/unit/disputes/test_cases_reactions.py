"""Reactions that lead to cases: only a manager's mean anything, and none takes anything from anybody."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Level
from bot.counters import CountersRoom
from bot.disputes.room import DisputesRoom
from bot.effects import Effect, HideReaction, PostCard, ReplyPrivately
from bot.events import Cited, ReactionAdded
from bot.facts import MemberFact, account_key, member_key
from bot.ids import AccountId, EventId, MemberId, message_id
from bot.records import CaseLogged
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
    check_words,
    keys,
    only,
    somebody,
    words,
    written,
)

MESSAGE = message_id(GENERAL, "7")
CITED = Cited(message=MESSAGE, channel=GENERAL, author=BASILE, text="nobody wants you here")
FILE = written(levels={MODS: Level.MODERATOR})
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
    card = Cited(message=message_id(TEAM, "card"), channel=TEAM, author=None, text="", buttons=ids)
    return react(emoji, by, **{"message": card.message, "channel": TEAM, "cited": card, **more})


def stage(file: Written = FILE, **known: Any) -> Stage:
    return Stage(DisputesRoom(Overlay(file)), CountersRoom(), **known)


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def lines(rulings: list[Ruling]) -> list[str]:
    return [one.line.move for ruling in rulings for one in ruling.records if isinstance(one, CaseLogged)]


def test_a_report_by_reaction_is_hidden_before_anything_else_and_shown_once() -> None:
    said = stage().play(react())
    assert lines(said) == ["open"]
    assert effects(said)[0] == HideReaction(
        space=SPACE, channel=GENERAL, message=MESSAGE, account=KWAME, emoji="🚨", note="report"
    )
    assert KWAME not in str(only(effects(said), PostCard).card)
    check_words(effects(said))


def test_whoever_reports_is_thanked_in_their_language() -> None:
    reaction = react(locale="fr")
    answer = only(stage().effects(reaction), ReplyPrivately)
    assert (answer.to, answer.account, answer.locale) == (reaction.id, KWAME, "fr")
    assert keys(answer.card) == ["case-thanks", "case-thanks-after"]


def test_a_drawing_of_an_emoji_in_colour_is_the_same_emoji() -> None:
    file = written(levels={MODS: Level.MODERATOR}, doors={"⚖": "report"})
    assert lines(stage(file).play(react("⚖\N{VARIATION SELECTOR-16}"))) == ["open"]
    assert stage(file).play(react("🚨")) == []


def test_last_seen_roles_count_where_the_platform_tells_none() -> None:
    known = {account_key(KWAME): somebody(KWAME, roles=(MODS,))}
    assert lines(stage(known=known).play(react(roles=None))) == ["open"]
    assert stage().play(react(roles=None)) == []


@pytest.mark.parametrize("linked", [False, True])
def test_nobody_reports_their_own_message(linked: bool) -> None:
    both = MemberId("same")
    known = {account_key(one): somebody(one, member=both) for one in (BASILE, KWAME)} if linked else {}
    people = {member_key(both): MemberFact(member=both, accounts=(BASILE, KWAME))} if linked else {}
    said = stage(known={**known, **people}).play(react(by=KWAME if linked else BASILE))
    assert [type(effect) for effect in effects(said)] == [HideReaction]


def test_a_message_that_cannot_be_read_is_reported_by_where_it_stands() -> None:
    said = stage().play(react(cited=replace(CITED, text="", readable=False)))
    assert "case-unreadable" in keys(only(effects(said), PostCard).card)
    assert "case-thanks-unreadable" in keys(only(effects(said), ReplyPrivately).card)
    check_words(effects(said))


def test_where_nobody_could_look_the_message_up_the_manager_is_told_so() -> None:
    said = effects(stage().play(react(cited=None)))
    assert [type(effect) for effect in said] == [HideReaction, ReplyPrivately]
    assert "nothing has been opened" in words(only(said, ReplyPrivately).card)


@pytest.mark.parametrize("emoji", ["👀", "✅", "❌"])
@pytest.mark.parametrize("where", [{}, {"channel": TEAM}, {"cited": None}])
def test_on_peoples_messages_only_the_two_doors_act(emoji: str, where: dict[str, Any]) -> None:
    assert stage().play(react(emoji, **where)) == []


@pytest.mark.parametrize("emoji", ["🚨", "⚖️"])
def test_a_card_of_the_bot_is_not_reported(emoji: str) -> None:
    assert stage().play(on_card(emoji, "case-claim:1")) == []


def test_a_card_elsewhere_than_in_the_channel_of_the_team_is_not_answered() -> None:
    here = stage()
    here.play(react())
    assert here.play(on_card("👀", "case-claim:1", by=INES, channel=GENERAL)) == []


def test_where_a_card_has_no_such_button_the_manager_is_told_so() -> None:
    here = stage()
    here.play(react())
    said = here.play(on_card("👀", "case-show:1", by=INES))
    assert lines(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["case-door-nothing"]


def test_a_reaction_takes_the_level_that_its_button_takes() -> None:
    here = stage(written(levels={MODS: Level.HELPER}))
    here.play(react())
    said = here.play(on_card("❌", "case-claim:1", "case-dismiss:1", by=INES))
    assert keys(only(effects(said), ReplyPrivately).card) == ["road-not-allowed"]
    assert lines(here.play(on_card("👀", "case-claim:1", by=INES))) == ["claim"]


def test_what_an_export_tells_of_long_ago_is_no_door() -> None:
    assert stage().play(react(timed=False)) == []


def test_other_bots_are_no_managers() -> None:
    assert stage(known={account_key(KWAME): somebody(KWAME, bot=True)}).play(react()) == []


cites = st.sampled_from([None, CITED, replace(CITED, author=None), replace(CITED, readable=False, text="")])
ids = st.sampled_from(["case-claim:1", "case-decide:1", "case-dismiss:1", "report-take:i1", "setup-begin"])


@given(
    emoji=st.sampled_from([*DOORS, "👍", ":palabre:"]),
    cited=cites | st.lists(ids, unique=True).map(lambda some: replace(CITED, channel=TEAM, buttons=tuple(some))),
    channel=st.sampled_from([GENERAL, TEAM]),
    roles=st.sampled_from([None, (), (AccountId("web:here/R-other"),)]),
)
def test_the_reaction_of_somebody_who_is_no_manager_never_changes_anything(
    emoji: str, cited: Cited | None, channel: Any, roles: Any
) -> None:
    here = stage()
    here.play(react())
    assert here.play(react(emoji, ZOE, cited=cited, channel=channel, roles=roles)) == []


@given(emoji=st.sampled_from([*DOORS]), roles=st.sampled_from([(MODS,), (BOSSES,)]), names=st.lists(ids, unique=True))
def test_no_reaction_takes_anything_from_anybody(emoji: str, roles: Any, names: list[str]) -> None:
    here = stage()
    here.play(react())
    for reaction in (react(emoji, roles=roles), on_card(emoji, *names, by=INES, roles=roles)):
        kinds = {effect.kind for effect in effects(here.play(reaction))}
        assert kinds <= {"hide_reaction", "post_card", "edit_card", "reply_privately", "send_direct"}
    assert all_of(here.effects(react("👍")), HideReaction) == []
