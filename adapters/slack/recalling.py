"""After a crash, or a connection lost on the way: was a message of ours sent?

Each message bears the hash of its effect's key in its metadata, which only apps see. So a conversation is read:

- a message of ours with this hash: felt;
- none, as far back as `REACH` or for a day: certainly not felt;
- otherwise nobody can tell, and a person looks.

Files bear nothing of the kind: where one of the same name is there, a person looks. A group conversation with the same
people is one and the same, so that opening it twice is felt once. What only one person saw cannot be read back.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.limits import TOGETHER_AT_MOST
from adapters.slack.payloads import Odd, moment
from adapters.slack.refusals import refused
from adapters.slack.render import file_name
from adapters.slack.speaking import EVENT, Voice, mark, named
from adapters.slack.workspaces import Workspaces
from bot.effects import CreatePrivateThread, Effect, PostCard, ReplyCard, ReplyPrivately, SendDirect, UploadFile
from bot.ids import EffectKey, channel_id, message_id, native
from bot.ports import Receipt

REACH, SMALL_REACH = 200, 15
"""Messages that are read back in one request; few where Slack lets the bot read little."""
PAGES = 5
_Messages = Sequence[dict[str, Any]]


class Recalling:
    """Looks for what was sent."""

    def __init__(self, workspaces: Workspaces, voice: Voice, now: Callable[[], datetime], *, throttled: bool) -> None:
        self._workspaces, self._voice, self._now = workspaces, voice, now
        self._reach = SMALL_REACH if throttled else REACH

    async def recall(self, effect: Effect, key: EffectKey) -> Receipt | None:
        """The receipt of what was felt, None where it was not. Raises Refused where it cannot be told."""
        client = self._workspaces.client(effect.space)
        match effect:
            case PostCard():
                return await self._posted(client, named(effect.channel), key)
            case ReplyCard():
                thread = await self._voice.thread(client, effect)
                return await self._posted(client, named(effect.channel), key, thread)
            case SendDirect():
                place = await self._voice.conversation(client, effect.account)
                return await self._posted(client, channel_id(effect.space, place), key)
            case ReplyPrivately():
                place = await self._voice.conversation(client, effect.account)
                if found := await self._posted(client, channel_id(effect.space, place), key):
                    return found
            case UploadFile():
                return await self._uploaded(client, effect)
            case CreatePrivateThread() if len(set(effect.members)) <= TOGETHER_AT_MOST:
                return None
        raise refused("nobody can tell whether this was felt", "untold")

    async def _posted(
        self, client: AsyncWebClient, channel: Any, key: EffectKey, thread: str | None = None
    ) -> Receipt | None:
        read, more = await (self._thread(client, channel, thread) if thread else self._channel(client, channel))
        for one in read:
            told = one.get("metadata") or {}
            if told.get("event_type") == EVENT and (told.get("event_payload") or {}).get("key") == mark(key):
                return Receipt(made=message_id(channel, str(one["ts"])))
        self._sure(read, more=more)
        return None

    async def _channel(self, client: AsyncWebClient, channel: Any) -> tuple[_Messages, bool]:
        """The latest messages, latest first, and whether there are more."""
        answer = await client.conversations_history(
            channel=native(channel), limit=self._reach, include_all_metadata=True
        )
        return answer.get("messages") or [], bool(answer.get("has_more"))

    async def _thread(self, client: AsyncWebClient, channel: Any, thread: str) -> tuple[_Messages, bool]:
        """A thread is told from its beginning, so it is read to its end."""
        read: list[dict[str, Any]] = []
        cursor = ""
        for _ in range(PAGES):
            answer = await client.conversations_replies(
                channel=native(channel), ts=thread, limit=self._reach, cursor=cursor, include_all_metadata=True
            )
            read += answer.get("messages") or []
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
        return read[::-1], bool(cursor)

    async def _uploaded(self, client: AsyncWebClient, effect: UploadFile) -> Receipt | None:
        read, more = await self._channel(client, named(effect.channel))
        names = {file.get("name") for one in read for file in one.get("files") or ()}
        if file_name(effect.name) in names:
            raise refused("a file of this name is there, and may be another", "untold")
        self._sure(read, more=more)
        return None

    def _sure(self, read: _Messages, *, more: bool) -> None:
        """Raises Refused where what was read does not even go back a day, and more was written."""
        try:
            young = bool(read) and self._now() - moment(str(read[-1].get("ts"))) < timedelta(days=1)
        except Odd:
            young = True
        if more and young:
            raise refused("too much was written since to tell whether this was felt", "untold")
