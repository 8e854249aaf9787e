"""What was written around a message that somebody brings before the team, if Discord lets the bot read it in time."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import aiohttp
import discord

from adapters.discord.directory import Directory
from adapters.discord.inbound_messages import SPOKEN
from adapters.discord.inbound_text import words
from adapters.discord.payloads import Json, Odd, moment, record, snowflake
from bot.events import Cited, Nearby
from bot.ids import account_id, message_id, native, space_of

FAILURES = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, Odd, KeyError, TypeError, ValueError)
"""Whatever prevents an answer from Discord, or makes one of another shape of it."""
_MOST = 10
"""So many before it, and so many after."""
_SECONDS = 1.5


async def surrounded(client: discord.Client, directory: Directory, cited: Cited) -> Cited:
    """The same with those before and after it; as it is where nothing can be read, or not in time."""
    if cited.buttons or not cited.readable or cited.around:
        return cited
    try:
        async with asyncio.timeout(_SECONDS):
            place, centre = int(native(cited.channel)), int(native(cited.message))
            found = await client.http.logs_from(place, 2 * _MOST + 1, around=centre)
        return replace(cited, around=tuple(_nearest([dict(one) for one in found], cited, directory)))
    except FAILURES:
        return cited


def _nearest(found: list[Json], cited: Cited, directory: Directory) -> Iterator[Nearby]:
    """In order of time; what the bot said itself is left out."""
    centre = int(native(cited.message))
    space = space_of(cited.channel)
    placed = {int(snowflake(one, "id")): one for one in _spoken(found, directory)}
    before, after = sorted(one for one in placed if one < centre), sorted(one for one in placed if one > centre)
    for number in (*before[-_MOST:], *after[:_MOST]):
        one = placed[number]
        author = snowflake(record(one, "author"), "id")
        if text := words(directory.guild(space.partition(":")[2]), one):
            yield Nearby(
                message=message_id(cited.channel, str(number)),
                author=None if one.get("webhook_id") else account_id(space, author),
                at=moment(one, "timestamp"),
                text=text,
            )


def _spoken(found: list[Json], directory: Directory) -> Iterator[Json]:
    for one in found:
        if one.get("type", 0) in SPOKEN and snowflake(record(one, "author"), "id") != directory.me:
            yield one
