"""The first word in a new space, and what is said about what is in the way there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.commands import ReportRemarks, ReportSettings
from bot.effects import PostCard, SendDirect
from bot.events import SpaceJoined
from bot.governing import arriving
from bot.ids import ChannelId, CommunityId, EventId, account_id, own_space
from bot.settings import Settings, Written
from bot.views import Instant, Phrase, Verbatim
from tests.builders import MONDAY, SPACE

TEAM = ChannelId(f"{SPACE}/team")
OWNER = account_id(SPACE, "odile")
JOINED = SpaceJoined(id=EventId("space:1"), space=SPACE, at=MONDAY, name="The @everyone tree", owner=OWNER, locale="fr")


def test_whoever_a_space_belongs_to_is_told_how_to_begin() -> None:
    (ruling,) = arriving.greeted(JOINED, Settings(Written()))
    (told,) = ruling.effects
    assert isinstance(told, SendDirect)
    assert (told.account, told.locale) == (OWNER, "fr")
    assert Verbatim("The @everyone tree") in told.card.body, "somebody's own words, and nothing that pings"


@pytest.mark.parametrize(("observation", "looks"), [(timedelta(days=7), "yes"), (timedelta(), "no")])
def test_a_space_that_comes_in_before_its_community_began_hears_how_it_will_begin(
    observation: timedelta, looks: str
) -> None:
    (ruling,) = arriving.greeted(JOINED, Settings(Written(observation=observation)))
    (told,) = ruling.effects
    assert isinstance(told, SendDirect)
    assert Phrase("governing-greeting-looks", (("looks", looks),)) in told.card.body


def test_nobody_is_greeted_where_the_team_has_its_channel_or_the_owner_is_not_known() -> None:
    assert not list(arriving.greeted(JOINED, Settings(Written(managers_channel={SPACE: TEAM}))))
    assert not list(arriving.greeted(replace(JOINED, owner=None), Settings(Written())))


def test_what_is_in_the_way_is_told_with_its_next_step() -> None:
    what, step = Phrase("discord-what"), Phrase("discord-step")
    report = ReportRemarks(
        id=EventId("remarks:1"),
        space=own_space(CommunityId("lime")),
        at=MONDAY,
        caller=None,
        about=SPACE,
        remarks=((what, step), (what, None)),
    )
    (ruling,) = arriving.reported(report, Settings(Written(managers_channel={SPACE: TEAM})))
    (card,) = ruling.effects
    assert isinstance(card, PostCard)
    assert card.channel == TEAM
    assert card.card.body[1:] == (what, step, what)
    assert not list(arriving.reported(report, Settings(Written())))


def test_what_nobody_can_change_is_told_as_what_is_done_instead() -> None:
    remark = (Phrase("policy-cannot", (("action", "remove"), ("policies", "a/b"))), Phrase("policy-instead"))
    report = ReportRemarks(
        id=EventId("remarks:2"),
        space=own_space(CommunityId("lime")),
        at=MONDAY,
        caller=None,
        about=SPACE,
        remarks=(remark,),
        final=True,
    )
    (ruling,) = arriving.reported(report, Settings(Written(managers_channel={SPACE: TEAM})))
    (card,) = ruling.effects
    assert isinstance(card, PostCard)
    assert (card.card.title, card.card.body) == (
        Phrase("governing-limits-title"),
        (Phrase("governing-limits"), *remark),
    )


@pytest.mark.parametrize("problems", [(), ("config.toml:3: this is no TOML",)])
def test_managers_read_whose_settings_hold_while_the_file_has_mistakes(problems: tuple[str, ...]) -> None:
    own = own_space(CommunityId("lime"))
    report = ReportSettings(
        id=EventId("settings:1"), space=own, at=MONDAY, caller=None, problems=problems, since=MONDAY
    )
    (ruling,) = arriving.held(report, Settings(Written(managers_channel={SPACE: TEAM})))
    (card,) = ruling.effects
    assert isinstance(card, PostCard)
    assert card.card.body[0] == Phrase("governing-held", (("since", Instant(MONDAY)),))
    assert card.card.body[2:] == tuple(map(Verbatim, problems))
    assert not list(arriving.held(report, Settings(Written())))
