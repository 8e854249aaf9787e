"""What a reaction does not say by itself: the message below which a door stands."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any, TypedDict

from adapters.slack.buttons import buttons_of
from adapters.slack.filling import FAILURES
from adapters.slack.inbound_messages import SPOKEN
from adapters.slack.inbound_text import author, words
from adapters.slack.options import Options
from adapters.slack.payloads import Json, Odd, record, records
from adapters.slack.workspaces import Workspace
from bot.events import Cited, Event, ReactionAdded
from bot.ids import account_id, native

_DRAWN = "\N{VARIATION SELECTOR-16}"
"""Only says how to draw an emoji."""
_SECONDS = 2.0
_AT_ONCE = 4


class _At(TypedDict):
    channel: str
    oldest: str
    latest: str
    inclusive: bool


class Lookups:
    """Asks Slack, never what was kept: the message may have changed, and nobody keeps them."""

    def __init__(self, options: Options) -> None:
        self._doors = frozenset(one.replace(_DRAWN, "") for one in options.doors)
        self._few = asyncio.Semaphore(_AT_ONCE)

    def wanted(self, event: Event) -> bool:
        """Whether it is a door."""
        return event.kind == "reaction_added" and event.emoji.replace(_DRAWN, "") in self._doors

    async def completed(self, workspace: Workspace, event: Event) -> Event:
        """The event with what was found; as it is where Slack does not say, or not in time."""
        if not isinstance(event, ReactionAdded):
            return event
        try:
            async with asyncio.timeout(_SECONDS), self._few:
                return replace(event, cited=await self._cited(workspace, event))
        except FAILURES:
            return event

    async def _cited(self, workspace: Workspace, event: ReactionAdded) -> Cited:
        team, data = workspace.team, await message(workspace, native(event.channel), native(event.message))
        who = author(data)
        ours = bool(team.me and who == team.me) or bool(team.bot and data.get("bot_id") == team.bot)
        spoken = (data.get("subtype") or "") in SPOKEN
        return Cited(
            message=event.message,
            channel=event.channel,
            author=account_id(team.space, who) if who else None,
            text=words(team, data).text if spoken else "",
            readable=spoken,
            buttons=tuple(buttons_of(records(data, "blocks"))) if ours else (),
        )


async def message(workspace: Workspace, channel: str, ts: str) -> Json:
    """A message as it stands now, in a thread or not. Raises Odd where it is gone, and what slack_sdk raises."""
    client, at = workspace.client, _At(channel=channel, oldest=ts, latest=ts, inclusive=True)
    found = await _one(client.conversations_history(**at, limit=1), ts)
    found = found or await _one(client.conversations_replies(**at, ts=ts), ts)
    if found is None:
        raise Odd("messages")
    return found


async def _one(asking: Awaitable[Any], ts: str) -> Json | None:
    data = record({"answer": (await asking).data}, "answer")
    return next((one for one in records(data, "messages") if one.get("ts") == ts), None)
