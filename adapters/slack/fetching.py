"""Reads the files of a message for their hashes: from Slack's own place alone, and nowhere else goes the token."""

from collections.abc import AsyncGenerator, Callable
from datetime import datetime
from functools import partial

import aiohttp
import yarl

from adapters.slack.citing import looked_up
from adapters.slack.inbound_text import mark_of
from adapters.slack.payloads import Json, Odd, records, said, whole
from adapters.slack.refusals import ERRORS, passing
from adapters.slack.workspaces import Workspaces
from bot import fingerprints
from bot.effects import HashFiles
from bot.errors import Refused
from bot.fingerprints import Listed
from bot.ids import EffectKey, native
from bot.ports import Receipt

PATIENCE = aiohttp.ClientTimeout(total=fingerprints.SECONDS, sock_read=fingerprints.STALLED)
_FOUND = 200


class Fetching:
    """Asks for the message anew: a file may be gone, or be moved to where it is read from now."""

    def __init__(
        self,
        workspaces: Workspaces,
        place: str,
        now: Callable[[], datetime],
        patience: aiohttp.ClientTimeout = PATIENCE,
    ) -> None:
        self._workspaces, self._now, self._patience = workspaces, now, patience
        self._place = yarl.URL(place).origin()

    async def hashed(self, effect: HashFiles, key: EffectKey) -> Receipt:
        """What is in them; nothing of those that are gone. Raises Refused, and what slack_sdk raises."""
        token = self._workspaces.client(effect.space).token or ""
        prints = await fingerprints.taken(effect, await self._listed(effect), partial(self._pieces, token))
        return fingerprints.told(effect, key, prints, self._now())

    async def _listed(self, effect: HashFiles) -> list[Listed]:
        """What the message holds now; nothing where it is gone, or not for the bot to read."""
        client = self._workspaces.client(effect.space)
        try:
            message = await looked_up(client, native(effect.channel), native(effect.message))
            return [_listed(one) for one in records(message or {}, "files")]
        except Odd:
            return []
        except ERRORS as error:
            if passing(error):
                raise
            return []

    async def _pieces(self, token: str, url: str) -> AsyncGenerator[bytes]:
        """The bytes of a file; without the scope for it Slack leads to a page, and nobody follows. Raises Refused."""
        try:
            place = yarl.URL(url)
            if place.origin() != self._place or place.user is not None:
                raise Refused("a file is somewhere else than Slack's files are")
            headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
            async with (
                aiohttp.ClientSession(
                    timeout=self._patience, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False
                ) as session,
                session.get(place, headers=headers, allow_redirects=False) as answer,
            ):
                if answer.status != _FOUND:
                    raise Refused(f"a file was answered with {answer.status}")
                async for piece in answer.content.iter_chunked(fingerprints.PIECE):
                    yield piece
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            raise Refused(f"a file could not be read: {type(error).__name__}") from error


def _listed(one: Json) -> Listed:
    url = said(one, "url_private_download") or said(one, "url_private")
    return Listed(mark=mark_of(one), url=url, size=max(0, whole(one, "size")))
