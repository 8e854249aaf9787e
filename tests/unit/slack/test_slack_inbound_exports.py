"""What was read from an export of a workspace is recognised when the same workspace is heard live."""

from dataclasses import replace
from typing import Any

import pytest

from adapters.exports.inbound_slack import SlackInbound
from adapters.exports.slack_people import person
from adapters.exports.tally import Tally
from adapters.slack import inbound
from bot.events import Event, MessagePosted
from bot.ids import space_id
from tests.unit.slack.envelopes import (
    ANN,
    BOB,
    CHANNEL,
    EVE,
    PEOPLE,
    STAMP,
    Json,
    changed,
    deleted,
    read,
    said,
    workspace,
)

SPACE = space_id("slack", "T1")
TEXTS = (
    "bonjour",
    "salut <@U2> et <@U9|Eve> et <@U404>",
    "<#C2|quiet> <#C2> <#C404>",
    "<!here> <!channel|@channel> <!everyone>",
    "<!subteam^S404|@team> <!date^1577836800^{date}|hier>",
    "<https://a.example/x|un lien> <https://a.example> <mailto:a@b.example|a@b.example> <http://a.example/|a.example>",
    "a &lt; b &amp;&amp; b &gt; c &amp;lt;",
    "<> <@> <!> <#>",
    "",
    "moitié \ud83d et \x00",
)


def exported(entry: Json) -> tuple[Event, ...]:
    tally = Tally()
    people = {one["id"]: person(one, SPACE, tally) for one in PEOPLE if one["id"] != EVE}
    return SlackInbound(SPACE, people, {CHANNEL: "general", "C2": "quiet"}, tally).events(entry, CHANNEL)


def entry(event: Json) -> Json:
    """A message as exports and the API have it: without its place."""
    return {key: value for key, value in event.items() if key not in ("channel", "event_ts", "channel_type")}


def plain(event: Event) -> Event:
    """Without what exports do not tell: languages and user groups."""
    if isinstance(event, MessagePosted):
        return replace(event, locale=None, roles=tuple(one for one in event.roles or () if "/S" not in one))
    return event


MESSAGES: tuple[Json, ...] = (
    *(said(text, who) for text in TEXTS for who in (ANN, BOB)),
    said(thread_ts="1577836700.000100"),
    said(thread_ts=STAMP),
    said(subtype="thread_broadcast", thread_ts="1577836700.000100", root={"ts": "1577836700.000100"}),
    said(subtype="me_message"),
    said(subtype="file_share", files=[{"name": "a.png", "mimetype": "image/png", "size": 3}, {"title": "B"}]),
    said("", files=[{}]),
    said("", attachments=[{"pretext": "vu", "title": "Titre", "text": "Corps", "fallback": "x"}, {"fallback": "seul"}]),
    said("regarde", attachments=[{"text": "partagé", "is_share": True}]),
    said(user_profile={"display_name": "Annie"}),
    said(edited={"user": ANN, "ts": "1577836900.000000"}),
    {**said(subtype="bot_message", bot_id="B5", username="RSS"), "user": None},
    {**said(subtype="bot_message", username="Le Monde / RSS"), "user": None},
    said(who="U7", bot_id="B7"),
    said(who=ANN, bot_id="B7"),
    said(who="USLACKBOT"),
    {**said(subtype="file_comment", comment={"user": BOB}), "user": None},
)


@pytest.mark.parametrize("event", MESSAGES)
def test_a_message_is_the_same_from_both(event: Json) -> None:
    (expected,), (heard,) = exported(entry(event)), read(event)
    assert plain(heard) == plain(expected)


@pytest.mark.parametrize("event", MESSAGES)
def test_a_message_that_is_read_from_the_api_is_the_one_that_is_heard(event: Json) -> None:
    assert (inbound.message(workspace(), CHANNEL, entry(event)),) == read(event)


@pytest.mark.parametrize("event", [changed("hello again"), changed("vu <@U2>"), deleted()])
def test_an_edit_and_a_deletion_are_the_same_from_both(event: Json) -> None:
    assert read(event) == exported(entry(event))


def test_a_tombstone_has_the_id_of_the_deletion_that_it_stands_for() -> None:
    stone: Any = {**said("gone", "USLACKBOT", subtype="tombstone"), "hidden": True}
    (expected,), (heard,) = exported(entry(stone)), read(changed("gone", subtype="tombstone", user="USLACKBOT"))
    assert heard.id == expected.id
