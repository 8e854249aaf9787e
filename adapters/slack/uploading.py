"""Files of our own, in Slack's three steps: announced, brought, and only then shown in a conversation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way."""

    name: str
    content: bytes
    described: str = ""
    """For whoever does not see it."""


async def brought(client: AsyncWebClient, files: Iterable[Upload]) -> list[dict[str, str | None]]:
    """Have Slack hold files that nobody sees yet. Raises what slack_sdk and aiohttp raise."""
    found: list[dict[str, str | None]] = []
    for one in files:
        answer = await client.files_getUploadURLExternal(
            filename=one.name, length=len(one.content), alt_txt=one.described or None
        )
        await _sent(client, str(answer["upload_url"]), one.content)
        found.append({"id": str(answer["file_id"]), "title": one.name})
    return found


async def _sent(client: AsyncWebClient, url: str, content: bytes) -> None:
    patience = aiohttp.ClientTimeout(total=client.timeout)
    async with (
        aiohttp.ClientSession(timeout=patience, raise_for_status=True) as session,
        session.post(url, data=content, proxy=client.proxy, ssl=client.ssl or True),
    ):
        pass


async def shown(
    client: AsyncWebClient, files: list[dict[str, str | None]], channel: str, thread: str | None
) -> str | None:
    """Share what was brought; the message that it stands in, where Slack tells it. Raises what slack_sdk raises."""
    if not files:
        return None
    answer = await client.files_completeUploadExternal(files=files, channel_id=channel, thread_ts=thread)
    return _message(answer.get("files") or (), channel)


def _message(files: Sequence[Any], channel: str) -> str | None:
    for one in files:
        for shares in (one.get("shares") or {}).values():
            for share in shares.get(channel) or ():
                return str(share["ts"])
    return None
