"""What was written around a message that somebody brings before the team, where Slack lets the bot read it in time."""

import asyncio
from collections.abc import Awaitable, Iterator
from dataclasses import replace
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.directory import Team
from adapters.slack.filling import FAILURES
from adapters.slack.inbound_messages import SPOKEN
from adapters.slack.inbound_text import author, words
from adapters.slack.payloads import Json, moment, number, record, records, stamp
from bot.events import Cited, Nearby
from bot.ids import account_id, channel_id, message_id, native

_MOST = 10
"""So many before it, and so many after."""
_PAGE = 100
"""Where Slack is asked from one end, the other end may be further away than that; then nothing is known of it."""
_SECONDS = 1.0


async def surrounded(client: AsyncWebClient, team: Team, cited: Cited, thread: str = "") -> Cited:
    """The same with those before and after it; as it is where nothing can be read, or not in time.

    `thread`: the beginning of the thread that it stands in, where it stands in one.
    """
    if cited.buttons or not cited.readable or cited.around:
        return cited
    place, ts = native(cited.channel), native(cited.message)
    apart = thread if thread != ts else ""
    try:
        async with asyncio.timeout(_SECONDS):
            pages = await asyncio.gather(_before(client, place, ts, apart), _after(client, place, ts, apart))
        found = {stamp(one, "ts"): one for page in pages for one in page}
        return replace(cited, around=tuple(_nearest(found, ts, place, team)))
    except (*FAILURES, AttributeError):
        return cited


async def _before(client: AsyncWebClient, channel: str, ts: str, thread: str) -> list[Json]:
    if not thread:
        return await _page(client.conversations_history(channel=channel, latest=ts, limit=_MOST))
    # A thread is told from its beginning.
    return await _page(client.conversations_replies(channel=channel, ts=thread, latest=ts, limit=_PAGE), whole=True)


async def _after(client: AsyncWebClient, channel: str, ts: str, thread: str) -> list[Json]:
    if thread:
        return await _page(client.conversations_replies(channel=channel, ts=thread, oldest=ts, limit=_MOST + 1))
    return await _page(client.conversations_history(channel=channel, oldest=ts, limit=_PAGE), whole=True)


async def _page(asking: Awaitable[Any], *, whole: bool = False) -> list[Json]:
    """The messages of one page; none where it should be all there is, and is not."""
    answer = record({"answer": (await asking).data}, "answer")
    return [] if whole and answer.get("has_more") else list(records(answer, "messages"))


def _nearest(found: dict[str, Json], ts: str, channel: str, team: Team) -> Iterator[Nearby]:
    """In order of time; what the bot said itself is left out."""
    spoken = sorted((one for one in found if _counts(found[one], team)), key=number)
    before = [one for one in spoken if number(one) < number(ts)][-_MOST:]
    after = [one for one in spoken if number(one) > number(ts)][:_MOST]
    place = channel_id(team.space, channel)
    for one in (*before, *after):
        who = author(found[one])
        if text := words(team, found[one]).text:
            yield Nearby(
                message=message_id(place, one),
                author=account_id(team.space, who) if who else None,
                at=moment(one),
                text=text,
            )


def _counts(message: Json, team: Team) -> bool:
    ours = bool(team.me and author(message) == team.me) or bool(team.bot and message.get("bot_id") == team.bot)
    return not ours and (message.get("subtype") or "") in SPOKEN
