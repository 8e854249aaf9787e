"""Reads the files of a message for their hashes: from Discord's own places alone, as long as Discord still has them."""

from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import datetime

import aiohttp
import discord
import yarl

from adapters.discord.inbound_text import attached, mark_of
from adapters.discord.payloads import Json, Odd, said, whole
from adapters.discord.refusals import number
from bot import fingerprints
from bot.effects import HashFiles
from bot.errors import Refused
from bot.fingerprints import Listed
from bot.ids import EffectKey
from bot.ports import Receipt

PATIENCE = aiohttp.ClientTimeout(total=fingerprints.SECONDS, sock_read=fingerprints.STALLED)
_AS_IT_IS = {"Accept-Encoding": "identity"}
_FOUND = 200


class Fetching:
    """Asks for the message anew: the addresses of its files are good for a day alone."""

    def __init__(
        self,
        client: discord.Client,
        places: Sequence[str],
        now: Callable[[], datetime],
        patience: aiohttp.ClientTimeout = PATIENCE,
    ) -> None:
        self._client, self._now, self._patience = client, now, patience
        self._places = frozenset(yarl.URL(one).origin() for one in places)

    async def hashed(self, effect: HashFiles, key: EffectKey) -> Receipt:
        """What is in them; nothing of those that are gone. Raises Unavailable, and what discord.py raises."""
        prints = await fingerprints.taken(effect, await self._listed(effect), self._pieces)
        return fingerprints.told(effect, key, prints, self._now())

    async def _listed(self, effect: HashFiles) -> list[Listed]:
        """What the message holds now; nothing where it is gone, or not for the bot to read."""
        try:
            found = await self._client.http.get_message(number(effect.channel), number(effect.message))
            return [_listed(one) for one in attached(dict(found))]
        except (discord.NotFound, discord.Forbidden, Odd):
            return []

    async def _pieces(self, url: str) -> AsyncGenerator[bytes]:
        """The bytes of a file. Raises Refused."""
        try:
            place = yarl.URL(url)
            if place.origin() not in self._places or place.user is not None:
                raise Refused("a file is somewhere else than Discord's files are")
            async with (
                aiohttp.ClientSession(
                    timeout=self._patience, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False
                ) as session,
                session.get(place, headers=_AS_IT_IS, allow_redirects=False) as answer,
            ):
                if answer.status != _FOUND:
                    raise Refused(f"a file was answered with {answer.status}")
                async for piece in answer.content.iter_chunked(fingerprints.PIECE):
                    yield piece
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            raise Refused(f"a file could not be read: {type(error).__name__}") from error


def _listed(one: Json) -> Listed:
    return Listed(mark=mark_of(one), url=said(one, "url"), size=max(0, whole(one, "size")))
