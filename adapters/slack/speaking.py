"""Effects that speak: cards in channels, threads and direct messages, pages of people's own, and files.

Slack has no key by which it knows a message again. So each message of ours bears the hash of its effect's key, unseen;
and where a connection is lost on the way, the conversation is read before anything is sent again.
"""

import base64
import hashlib
from typing import Any, assert_never
from urllib.parse import parse_qs, urlsplit

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import limits
from adapters.slack.answers import Answers
from adapters.slack.learning import Learning, permalink
from adapters.slack.limits import cut
from adapters.slack.refusals import ERRORS, code, refused
from adapters.slack.render import NO_PREVIEWS, Dressed, dressed, file_name
from adapters.slack.uploading import Upload, brought, shown
from adapters.slack.words import Words
from adapters.slack.workspaces import Workspaces
from bot.effects import EditCard, Handle, PostCard, ReplyCard, ReplyPrivately, SendDirect, ShowHome, UploadFile
from bot.ids import AccountId, ChannelId, EffectKey, MessageId, channel_id, message_id, native
from bot.views import Passage

_log = structlog.get_logger("adapters.slack")
Speaking = PostCard | ReplyCard | ReplyPrivately | SendDirect | EditCard | ShowHome | UploadFile
EVENT = "palabre"
"""By this type, our own metadata is told from others'."""
_MOST_CONVERSATIONS = 100_000


def mark(key: EffectKey) -> str:
    """What a message bears of the effect that it comes from."""
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Voice:
    """Writes messages; every answer is the id of what was written."""

    def __init__(self, workspaces: Workspaces, answers: Answers, learning: Learning, words: Words) -> None:
        self._workspaces, self._answers, self._learning, self._words = workspaces, answers, learning, words
        self._conversations: dict[AccountId, str] = {}

    async def say(self, effect: Speaking, key: EffectKey) -> str | None:
        """Carry one of these effects out."""
        client = self._workspaces.client(effect.space)
        match effect:
            case PostCard() | ReplyCard():
                return await self._post(client, effect, key)
            case ReplyPrivately():
                return await self._answer(client, effect, key)
            case SendDirect():
                return await self._direct(client, effect, key)
            case EditCard():
                return await self._edit(client, effect)
            case ShowHome():
                one = await self._dress(client, effect)
                await client.views_publish(user_id=native(effect.account), view=one.home())
                return None
            case UploadFile():
                return await self._upload(client, effect)
            case _:
                assert_never(effect)

    async def conversation(self, client: AsyncWebClient, account: AccountId) -> str:
        """The direct conversation with somebody: opened once, and always the same."""
        found = self._conversations.get(account)
        if found is None:
            answer = await client.conversations_open(users=native(account))
            found = str((answer.get("channel") or {})["id"])
            if len(self._conversations) < _MOST_CONVERSATIONS:
                self._conversations[account] = found
        return found

    async def thread(self, client: AsyncWebClient, effect: ReplyCard) -> str | None:
        """The first message of the thread that an answer belongs to; None where the message is gone by now."""
        channel, message = named(effect.channel), named(effect.message)
        try:
            found = await permalink(client, Passage(channel, message))
        except SlackApiError as error:
            if code(error) == "message_not_found":
                return None
            raise
        return parse_qs(urlsplit(found or "").query).get("thread_ts", [native(message)])[0]

    async def _dress(
        self, client: AsyncWebClient, effect: PostCard | ReplyCard | ReplyPrivately | SendDirect | EditCard | ShowHome
    ) -> Dressed:
        words = self._words.into(effect.locale, effect.address).pinging(frozenset(getattr(effect, "mentions", ())))
        if isinstance(effect, ReplyCard | EditCard):
            words = words.spelt_by(words.spelling.in_threads())
        taught = await self._learning.taught(words, client, effect.space, effect.card)
        return dressed(effect.card, taught, effect.space)

    async def _post(self, client: AsyncWebClient, effect: PostCard | ReplyCard, key: EffectKey) -> str:
        thread = await self.thread(client, effect) if isinstance(effect, ReplyCard) else None
        return await self._send(client, named(effect.channel), await self._dress(client, effect), key, thread)

    async def _direct(self, client: AsyncWebClient, effect: SendDirect | ReplyPrivately, key: EffectKey) -> str:
        one = await self._dress(client, effect)
        channel = channel_id(effect.space, await self.conversation(client, effect.account))
        return await self._send(client, channel, one, key, None)

    async def _send(
        self, client: AsyncWebClient, channel: ChannelId, one: Dressed, key: EffectKey, thread: str | None
    ) -> str:
        metadata = {"event_type": EVENT, "event_payload": {"key": mark(key)}}
        files = await brought(client, (Upload(name, content) for name, content in one.files))
        sent = await client.chat_postMessage(
            channel=native(channel), thread_ts=thread, metadata=metadata, **one.parts(), **NO_PREVIEWS
        )
        stamp = str(sent.get("ts"))
        try:
            await shown(client, files, native(channel), thread or stamp)
        except ERRORS as error:
            _log.error("a file could not be shown below its card", channel=channel, error=type(error).__name__)
        return message_id(channel, stamp)

    async def _answer(self, client: AsyncWebClient, effect: ReplyPrivately, key: EffectKey) -> str | None:
        waiting = self._answers.waiting(effect.to, effect.account)
        if waiting is None:
            return await self._direct(client, effect, key)
        words = self._words.into(effect.locale, effect.address)
        words = words.spelt_by(words.spelling.in_threads()) if waiting.threaded else words
        taught = await self._learning.taught(words, client, effect.space, effect.card)
        one = dressed(effect.card, taught, effect.space)
        files = await brought(client, (Upload(name, content) for name, content in one.files))
        if not await waiting.say(one.with_line(taught.ui("files-direct")) if files else one):
            return await self._direct(client, effect, key)
        if files:
            await shown(client, files, await self.conversation(client, effect.account), None)
        return None

    async def _edit(self, client: AsyncWebClient, effect: EditCard) -> str:
        channel, message = named(effect.channel), named(effect.message)
        one = await self._dress(client, effect)
        await client.chat_update(channel=native(channel), ts=native(message), **one.parts())
        return str(message)

    async def _upload(self, client: AsyncWebClient, effect: UploadFile) -> str | None:
        content = base64.b64decode(effect.content)
        if len(content) > limits.FILE_BYTES:
            raise refused("the file is too big", "file")
        described = cut(limits.whole(effect.alternative_text), limits.ALTERNATIVE)
        name, channel = file_name(effect.name), named(effect.channel)
        files = await brought(client, [Upload(name, content, described)])
        made = await shown(client, files, native(channel), None)
        return message_id(channel, made) if made else None


def named(target: ChannelId | MessageId | Handle) -> Any:
    """The id of what exists by now. Raises Refused for a handle, which the dispatcher fills in before it asks."""
    if isinstance(target, Handle):
        raise refused(f"{target.name} does not exist yet", "unknown")
    return target
