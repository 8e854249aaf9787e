"""Somebody waits for an answer that only they see: where it can be given, and for how long.

Whatever is too late or cannot be shown any more ends in False, and the answer goes by direct message.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.clients import silent
from adapters.slack.refusals import code
from adapters.slack.render import NO_PREVIEWS, Dressed
from bot.ids import AccountId

Ack = Callable[..., Awaitable[Any]]
USES = 5
"""How often Slack takes an answer to one request."""
_GONE = frozenset({"not_found", "expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"})
_ELSEWHERE = frozenset({"not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived"})


class Door(Protocol):
    """A way to show somebody something."""

    async def show(self, one: Dressed) -> bool:
        """Show it; False where that is not possible any more."""
        ...


@dataclass(slots=True, eq=False)
class Waiting:
    """One request, and the doors through which it can be answered, best first."""

    account: AccountId
    since: datetime
    doors: tuple[Door, ...]
    by: float
    """The moment of the loop by which Slack wants to hear that it arrived."""
    threaded: bool = False
    """It was asked in a thread, where there are no slash commands."""
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def old(self, now: datetime, lifetime: timedelta) -> bool:
        """Slack takes no answer to it any more."""
        return now - self.since >= lifetime

    async def say(self, one: Dressed) -> bool:
        """Answer so that only the person sees it; False where it is too late for that."""
        try:
            for door in self.doors:
                if await door.show(one):
                    return True
            return False
        finally:
            self.answered.set()


class Address:
    """The address that Slack sends with a command, a shortcut or a press."""

    def __init__(self, client: AsyncWebClient, url: str, thread: str | None = None) -> None:
        self._client, self._url, self._thread = client, url, thread
        self._uses = 0

    async def show(self, one: Dressed) -> bool:
        """Below what was asked; a card whose button was pressed stays as it is."""
        if self._uses >= USES:
            return False
        self._uses += 1
        body: dict[str, Any] = {"response_type": "ephemeral", "replace_original": False, **one.parts(), **NO_PREVIEWS}
        if self._thread:
            body["thread_ts"] = self._thread
        sender = AsyncWebhookClient(self._url, session=self._client.session, logger=silent(), retry_handlers=[])
        answer = await sender.send_dict(body)
        return answer.status_code == 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a channel or a thread, or the direct conversation."""

    client: AsyncWebClient
    channel: str
    user: str
    thread: str | None = None

    async def show(self, one: Dressed) -> bool:
        """Where everybody could see it, only the person does."""
        try:
            if self.channel.startswith("D"):
                await self.client.chat_postMessage(
                    channel=self.channel, thread_ts=self.thread, **one.parts(), **NO_PREVIEWS
                )
            else:
                await self.client.chat_postEphemeral(
                    channel=self.channel, user=self.user, thread_ts=self.thread, **one.parts()
                )
        except SlackApiError as error:
            if code(error) in _ELSEWHERE:
                return False
            raise
        return True


@dataclass(frozen=True, slots=True)
class Trigger:
    """What is worth one dialog within three seconds: for presses where nothing else can be answered."""

    client: AsyncWebClient
    trigger: str
    close: str

    async def show(self, one: Dressed) -> bool:
        """In a dialog that can be read and closed."""
        return await _unless_gone(self.client.views_open(trigger_id=self.trigger, view=one.modal(self.close)))


class Dialog:
    """A form that was sent: the answer takes its place, as the acknowledgement or later."""

    def __init__(self, client: AsyncWebClient, view: str) -> None:
        self._client, self._view = client, view
        self._lock = asyncio.Lock()
        self._close = ""
        self._first: Dressed | None = None
        self._acknowledged = False

    async def show(self, one: Dressed) -> bool:
        """In place of the form."""
        async with self._lock:
            if not self._acknowledged:
                self._first = one
                return True
        return await _unless_gone(self._client.views_update(view_id=self._view, view=one.modal(self._close)))

    async def acknowledge(self, ack: Ack, close: str, meanwhile: Dressed | None = None) -> None:
        """Let Slack put the answer there, or what stands there until it comes."""
        async with self._lock:
            self._acknowledged, self._close = True, close
            if shown := self._first or meanwhile:
                await ack(response_action="update", view=shown.modal(close))
            else:
                await ack()


async def _unless_gone(doing: Awaitable[Any]) -> bool:
    try:
        await doing
    except SlackApiError as error:
        if code(error) in _GONE:
            return False
        raise
    return True
