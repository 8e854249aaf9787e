"""Who asks, where, and in which language: what the payloads of all requests share."""

import asyncio
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.learning import Learning
from adapters.slack.payloads import Json, Odd, inner, maybe, said
from adapters.slack.refusals import ERRORS, code
from bot.events import Named
from bot.ids import AccountId, ChannelId, EventId, RoleId, SpaceId, account_id, channel_id, space_id
from bot.views import Locale

_log = structlog.get_logger("adapters.slack")
_PATIENCE = 1.0
"""Seconds for asking who somebody is: a form has to open within three of what they did."""


class Person(TypedDict):
    """What all requests share."""

    id: EventId
    space: SpaceId
    at: datetime
    account: AccountId
    channel: ChannelId | None
    name: str | None
    roles: tuple[RoleId, ...] | None
    locale: Locale | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a request comes from, in Slack's own ids."""

    name: str
    """What tells this request from others."""
    space: SpaceId
    user: str
    channel: str = ""
    """Empty on the Home tab and in the shortcuts menu."""
    thread: str = ""
    url: str = ""
    """Where it can be answered."""
    trigger: str = ""
    """What opens a dialog, within three seconds."""

    @property
    def apart(self) -> bool:
        """It was asked in a direct conversation, or nowhere."""
        return not self.channel or self.channel.startswith("D")


def typed(body: Json, space: SpaceId) -> Origin:
    """The origin of a slash command. Raises Odd."""
    where = "" if said(body, "channel_name") == "directmessage" else maybe(body, "channel_id")
    return Origin(
        name=f"command:{said(body, 'trigger_id')}",
        space=space,
        user=maybe(body, "user_id"),
        channel=where,
        url=said(body, "response_url"),
        trigger=said(body, "trigger_id"),
    )


def pointed(body: Json, space: SpaceId) -> Origin:
    """The origin of a shortcut, a press or a form. Raises Odd."""
    container, message = inner(body, "container"), inner(body, "message")
    thread = said(container, "thread_ts") or said(message, "thread_ts")
    return Origin(
        name=f"interaction:{said(body, 'trigger_id')}",
        space=space,
        user=maybe(inner(body, "user"), "id"),
        channel=maybe(inner(body, "channel"), "id"),
        thread=thread,
        url=said(body, "response_url"),
        trigger=said(body, "trigger_id"),
    )


def spoken(event: Json, space: SpaceId) -> Origin:
    """The origin of words said to the bot. Raises Odd."""
    channel = maybe(event, "channel")
    return Origin(
        name=f"asked:{channel}/{said(event, 'ts')}",
        space=space,
        user=maybe(event, "user"),
        channel=channel,
        thread=said(event, "thread_ts"),
    )


def named_space(body: Json) -> SpaceId:
    """The workspace that a payload names; in shared channels it may be another one than ours. Raises Odd."""
    named = maybe(body, "team_id") or maybe(inner(body, "team"), "id") or maybe(inner(body, "user"), "team_id")
    return space_id("slack", named)


def within(one: Origin, space: SpaceId) -> Origin:
    """The same about another workspace."""
    return replace(one, space=space)


def placed(one: Origin, space: SpaceId, channel: str, thread: str) -> Origin:
    """A form that was sent belongs to where it was opened."""
    return replace(one, space=space, channel=channel, thread=thread)


async def asked_by(one: Origin, client: AsyncWebClient, learning: Learning, at: datetime) -> Person:
    """Who asks; what Slack does not tell in time is left open."""
    try:
        async with asyncio.timeout(_PATIENCE):
            await learning.meet(client, one.space, one.user)
    except (*ERRORS, Odd) as error:
        _log.info("it is not known who asks", error=type(error).__name__, code=code(error))
    team = learning.team(one.space)
    known = team.people.get(one.user)
    return {
        "id": EventId(one.name),
        "space": one.space,
        "at": at,
        "account": account_id(one.space, one.user),
        "channel": None if one.apart else channel_id(one.space, one.channel),
        "name": (known.name or None) if known else None,
        "roles": team.roles(one.user),
        "locale": known.locale if known else None,
    }


async def named(told: Iterable[str], client: AsyncWebClient, learning: Learning, space: SpaceId) -> tuple[Named, ...]:
    """Those among the answers who are people here; whom Slack does not tell of in time is left out."""
    team = learning.team(space)
    meant = [found[1] for one in told if (found := re.fullmatch(f"{re.escape(space)}/([UW][A-Z0-9]+)", one))]
    try:
        async with asyncio.timeout(_PATIENCE):
            for one in meant:
                await learning.meet(client, space, one)
    except (*ERRORS, Odd) as error:
        _log.info("it is not known who is named", error=type(error).__name__, code=code(error))
    known = ((one, team.people[one]) for one in meant if one in team.people)
    return tuple(
        Named(account=account_id(space, one), roles=team.roles(one) or ())
        for one, person in known
        if not person.bot and not person.gone and not person.stranger
    )


def roles_of(learning: Learning, space: SpaceId, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """What somebody can be given rights by: what Slack itself calls people, and user groups."""
    handles = learning.team(space).handles
    groups = sorted((f"@{handle}", native) for native, handle in handles.items() if handle)
    return [*titles.items(), *((native, name) for name, native in groups)]
