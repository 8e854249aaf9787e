"""A report by reaction that is taken back at once; where reactions are hidden, a removal says nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Level
from bot.effects import EditCard, Effect, HideReaction, PostCard, ReplyPrivately
from bot.events import ReactionRemoved
from bot.facts import account_key
from bot.ids import AccountId, EventId, Platform
from bot.moderation.scene import card_handle
from bot.records import IncidentMoved, IncidentOpened
from bot.rooms import Ruling
from bot.settings import Written
from tests.unit.moderation.playing import (
    BASILE,
    GENERAL,
    INES,
    KWAME,
    MODS,
    NOW,
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
from tests.unit.moderation.test_moderation_doors import (
    CITED,
    FILE,
    MESSAGE,
    effects,
    moved,
    on_card,
    opened,
    react,
    stage,
)

PLAIN = written(levels={MODS: Level.MODERATOR}, cannot={Platform("web"): frozenset({"hide_reaction"})})


def removed(after: float = 20, by: AccountId = KWAME, **more: Any) -> ReactionRemoved:
    usual: dict[str, Any] = {
        "id": EventId(f"removed:{by}:{after}"),
        "space": CITED.channel.partition("/")[0],
        "at": NOW + timedelta(seconds=after),
        "message": MESSAGE,
        "channel": GENERAL,
        "account": by,
        "emoji": "🚨",
    }
    return ReactionRemoved(**{**usual, **more})


def reported(file: Written = PLAIN, **known: Any) -> tuple[Stage, IncidentOpened]:
    here = stage(file, **known)
    (report,) = opened(here.play(react()))
    return here, report


def test_where_no_reaction_can_be_hidden_nobody_tries() -> None:
    here = stage(PLAIN)
    said = here.play(react())
    assert all_of(effects(said), HideReaction) == []
    assert only(effects(said), ReplyPrivately).account == KWAME
    names = [f"report-take:{opened(said)[0].incident}"]
    assert all_of(effects(here.play(on_card("👀", *names, by=INES))), HideReaction) == []


def test_a_report_that_is_taken_back_at_once_is_over_and_the_card_says_so_without_a_name() -> None:
    here, report = reported()
    said = here.play(removed())
    assert moved(said) == ["withdrawn"]
    assert [one.by for ruling in said for one in ruling.records if isinstance(one, IncidentMoved)] == [None]
    card = only(effects(said), EditCard)
    assert (card.channel, card.message) == (TEAM, card_handle(report))
    assert "took it back at once" in words(card.card)
    assert buttons(card.card) == []
    assert KWAME not in str(card.card)
    check_words(effects(said))


@pytest.mark.parametrize("removal", [removed(61), removed(by=INES), removed(emoji="👍"), removed(-1)])
def test_too_late_by_somebody_else_or_another_emoji_it_means_nothing(removal: ReactionRemoved) -> None:
    here, _ = reported()
    assert here.play(removal) == []


def test_what_somebody_took_up_is_not_taken_back_any_more() -> None:
    here, report = reported()
    here.play(press(f"report-take:{report.incident}", INES))
    assert here.play(removed()) == []


def test_where_reactions_are_hidden_the_removal_is_the_bots_own() -> None:
    here, _ = reported(FILE)
    assert here.play(removed()) == []


def test_nothing_comes_of_a_removal_that_follows_no_report() -> None:
    assert stage(PLAIN).play(removed()) == []


@pytest.mark.parametrize("second", [KWAME, INES])
def test_after_a_report_was_taken_back_the_message_can_be_reported_again(second: AccountId) -> None:
    here, first = reported()
    here.play(removed())
    said = here.play(react(by=second))
    (again,) = opened(said)
    assert again.incident != first.incident
    assert again.reporter == second
    assert only(effects(said), PostCard).binds == card_handle(again)
    assert opened(here.play(react(by=ZOE))) == []


def test_a_report_about_one_of_the_team_is_taken_back_without_a_card_in_its_channel() -> None:
    owner = set_in_chat(**{f"level__{INES}".replace(":", "__"): "owner"})
    here, _ = reported(known={account_key(BASILE): somebody(BASILE, roles=(MODS,)), **owner})
    said = here.play(removed())
    assert moved(said) == ["withdrawn"]
    assert effects(said) == []


def test_a_button_on_what_was_taken_back_says_so() -> None:
    here, report = reported()
    here.play(removed())
    said = here.play(press(f"report-take:{report.incident}", INES))
    assert moved(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-note-withdrawn"]


turns = st.lists(st.tuples(st.booleans(), st.sampled_from([KWAME, INES]), st.integers(0, 90)), max_size=8)


@given(turns=turns)
def test_however_often_it_is_put_and_taken_back_there_is_one_open_report_at_most(
    turns: list[tuple[bool, AccountId, int]],
) -> None:
    here, state, clock = stage(PLAIN), dict[str, str](), 0
    for puts, who, after in turns:
        clock += after
        at = NOW + timedelta(seconds=clock)
        here.now = at
        said: list[Ruling] = here.play(replace(react(by=who), at=at) if puts else removed(clock, who))
        for ruling in said:
            for record in ruling.records:
                if isinstance(record, IncidentOpened):
                    assert record.incident not in state
                    state[record.incident] = "standing"
                elif isinstance(record, IncidentMoved):
                    state[record.incident] = record.state
        assert list(state.values()).count("standing") <= 1
        wanted: list[Effect] = effects(said)
        check_words(wanted)
