"""What a reaction does not say by itself: the message below which a door stands."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any, TypedDict

from adapters.slack.buttons import buttons_of
from adapters.slack.citing import answered, files_of
from adapters.slack.filling import FAILURES
from adapters.slack.inbound_messages import SPOKEN
from adapters.slack.inbound_text import author, words
from adapters.slack.options import Options
from adapters.slack.payloads import Json, Odd, record, records, said
from adapters.slack.surroundings import surrounded
from adapters.slack.workspaces import Workspace
from bot.events import Cited, Event, ReactionAdded
from bot.ids import MessageId, account_id, native

_DRAWN = "\N{VARIATION SELECTOR-16}"
"""Only says how to draw an emoji."""
_SECONDS = 3.0
_AT_ONCE = 4
_MOMENT = 5.0
"""Seconds for which what was found below one reaction holds for those beside it."""
_MOST_MOMENTS = 1_000


class _At(TypedDict):
    channel: str
    oldest: str
    latest: str
    inclusive: bool


class Lookups:
    """Asks Slack, never what was kept for longer than a moment: the message may have changed, and nobody keeps them.

    A crowd below one message must not use up what the bot may ask of Slack, nor keep a manager's reaction waiting.
    """

    def __init__(self, options: Options) -> None:
        self._doors = frozenset(one.replace(_DRAWN, "") for one in options.doors)
        self._openers = frozenset(one.replace(_DRAWN, "") for one in options.openers)
        self._few = asyncio.Semaphore(_AT_ONCE)
        self._asking: OrderedDict[MessageId, tuple[float, asyncio.Task[Cited | None]]] = OrderedDict()

    def wanted(self, event: Event) -> bool:
        """Whether it is a door."""
        return event.kind == "reaction_added" and event.emoji.replace(_DRAWN, "") in self._doors

    async def completed(self, workspace: Workspace, event: Event) -> Event:
        """The event with what was found; as it is where Slack does not say, or not in time."""
        if not isinstance(event, ReactionAdded):
            return event
        asking = self._shared(workspace, event)
        await asyncio.wait({asking}, timeout=_SECONDS)
        return replace(event, cited=asking.result()) if asking.done() else event

    async def finish(self) -> None:
        """Ask for nothing more."""
        for _, asking in self._asking.values():
            asking.cancel()
        await asyncio.gather(*(asking for _, asking in self._asking.values()), return_exceptions=True)

    def _shared(self, workspace: Workspace, event: ReactionAdded) -> asyncio.Task[Cited | None]:
        """What is being asked for already, or was a moment ago; otherwise it is asked for now."""
        now, before = asyncio.get_running_loop().time(), self._asking.get(event.message)
        if before is not None and now - before[0] < _MOMENT:
            return before[1]
        asking = asyncio.ensure_future(self._found(workspace, event))
        self._asking[event.message] = (now, asking)
        self._asking.move_to_end(event.message)
        if len(self._asking) > _MOST_MOMENTS:
            self._asking.popitem(last=False)
        return asking

    async def _found(self, workspace: Workspace, event: ReactionAdded) -> Cited | None:
        async with self._few:
            try:
                return await self._cited(workspace, event)
            except (*FAILURES, AttributeError):
                return None

    async def _cited(self, workspace: Workspace, event: ReactionAdded) -> Cited:
        team, data = workspace.team, await message(workspace, native(event.channel), native(event.message))
        who = author(data)
        ours = bool(team.me and who == team.me) or bool(team.bot and data.get("bot_id") == team.bot)
        spoken = (data.get("subtype") or "") in SPOKEN
        cited = Cited(
            message=event.message,
            channel=event.channel,
            author=account_id(team.space, who) if who else None,
            text=words(team, data).text if spoken else "",
            readable=spoken,
            buttons=tuple(buttons_of(records(data, "blocks"))) if ours else (),
            answers=answered(data, team),
            files=files_of(data),
        )
        if event.emoji.replace(_DRAWN, "") in self._openers and not ours:
            return await surrounded(workspace.client, team, cited, said(data, "thread_ts"))
        return cited


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
