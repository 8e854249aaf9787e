"""Messages that forms were opened from: remembered as they stood then, looked up again after a restart."""

import asyncio
from collections import OrderedDict
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.buttons import buttons_of
from adapters.slack.directory import Team
from adapters.slack.forms import Opened
from adapters.slack.inbound_messages import SPOKEN
from adapters.slack.inbound_text import author, mark_of, words
from adapters.slack.payloads import Json, Odd, records, said
from adapters.slack.refusals import ERRORS
from bot.events import Cited
from bot.ids import AccountId, MessageId, account_id, channel_id, message_id

_MOST = 500
_PATIENCE = 1.2
"""Seconds for looking one up: whoever sends a form waits."""


def cited(message: Json, channel: str, team: Team) -> Cited:
    """A message as it stands. Raises Odd."""
    place, who = channel_id(team.space, channel), author(message)
    ours = bool(team.me and who == team.me) or bool(team.bot and message.get("bot_id") == team.bot)
    spoken = (message.get("subtype") or "") in SPOKEN
    return Cited(
        message=message_id(place, str(message["ts"])),
        channel=place,
        author=account_id(team.space, who) if who else None,
        text=words(team, message).text if spoken else "",
        readable=spoken,
        buttons=tuple(buttons_of(records(message, "blocks"))) if ours else (),
        answers=answered(message, team),
        files=files_of(message),
    )


def files_of(message: Json) -> tuple[tuple[str, str], ...]:
    """What is attached to a message. Raises Odd."""
    return tuple((said(one, "name") or "file", mark_of(one)) for one in records(message, "files"))


def answered(message: Json, team: Team) -> AccountId | None:
    """Who began the thread that a message stands in; None where it stands in none, or begins it."""
    parent = message.get("parent_user_id")
    return account_id(team.space, str(parent)) if parent and message.get("thread_ts") != message.get("ts") else None


class Citing:
    """The latest ones; older ones are looked up."""

    def __init__(self) -> None:
        self._kept: OrderedDict[MessageId, Cited] = OrderedDict()

    def remember(self, one: Cited) -> None:
        """A form is opened from this message."""
        self._kept[one.message] = one
        self._kept.move_to_end(one.message)
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)

    async def cited(self, opened: Opened, client: AsyncWebClient, team: Team) -> Cited | None:
        """What a form cites: as it stood, or as it stands where that is forgotten; without words where it is gone."""
        cites = opened.cites()
        if cites is None or opened.message is None:
            return None
        channel, message = cites
        if message in self._kept:
            return self._kept[message]
        try:
            async with asyncio.timeout(_PATIENCE):
                found = await looked_up(client, *opened.message)
            if found:
                return cited(found, opened.message[0], team)
        except (*ERRORS, Odd):
            pass
        return Cited(message=message, channel=channel, author=None, text="", readable=False)


async def looked_up(client: AsyncWebClient, channel: str, ts: str) -> Json | None:
    """A message, in a thread or not. Raises what slack_sdk raises."""
    at: dict[str, Any] = {"channel": channel, "oldest": ts, "latest": ts, "inclusive": True}
    answer = await client.conversations_history(**at, limit=1)
    if found := _of(answer.get("messages"), ts):
        return found
    return _of((await client.conversations_replies(**at, ts=ts)).get("messages"), ts)


def _of(messages: Any, ts: str) -> Json | None:
    return next((one for one in messages or () if one.get("ts") == ts), None)
