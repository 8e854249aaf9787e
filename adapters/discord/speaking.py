"""Effects that speak: cards in channels, threads and direct messages, and files."""

import base64
import hashlib
import io
from typing import Any, Final, assert_never

import discord

from adapters.discord import limits, names
from adapters.discord.interactions import Interactions
from adapters.discord.limits import cut
from adapters.discord.refusals import number, refused
from adapters.discord.render import Dressed, dressed
from adapters.discord.words import Words
from bot.effects import EditCard, Handle, PostCard, ReplyCard, ReplyPrivately, SendDirect, UploadFile
from bot.ids import AccountId, ChannelId, EffectKey, MessageId, SpaceId, channel_id, message_id
from bot.views import Address, Card, Locale

_A_WEEK: Final = 10_080
"""In minutes: how long nobody writes in a thread before Discord folds it away."""
_HANGS_ALREADY = 160_004
Speaking = PostCard | ReplyCard | ReplyPrivately | SendDirect | EditCard | UploadFile


def nonce(key: EffectKey) -> str:
    """By this, Discord knows the same message again for some minutes, and sends it once however often it is asked."""
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Voice:
    """Writes messages; every answer is the id of what was written."""

    def __init__(self, client: discord.Client, interactions: Interactions, words: Words) -> None:
        self._client, self._words = client, words
        self._answers, self._begun = interactions.answers, interactions.begun

    async def say(self, effect: Speaking, key: EffectKey) -> str | None:
        """Carry one of these effects out."""
        match effect:
            case PostCard():
                return await self._send(named(effect.channel), self._card(effect, effect.channel), key)
            case ReplyCard():
                return await self._reply(effect, key)
            case ReplyPrivately():
                return await self._answer(effect, key)
            case SendDirect():
                return await self._direct(effect, key)
            case EditCard():
                return await self._edit(effect)
            case UploadFile():
                return await self._upload(effect, key)
            case _:
                assert_never(effect)

    def dressed(self, effect: Speaking) -> Dressed | None:
        """What a message of this effect looks like, where it is one that can be found again."""
        match effect:
            case PostCard() | ReplyCard():
                outside = self._outside(effect.space, effect.channel)
                return self._dress(effect.card, effect.locale, effect.address, outside)
            case SendDirect():
                return self._dress(effect.card, effect.locale, effect.address, names.guild_number(effect.space))
            case _:
                return None

    async def conversation(self, account: AccountId) -> discord.DMChannel:
        """The direct conversation with somebody; opened once, remembered by discord.py."""
        return await self._client.create_dm(discord.Object(number(account)))

    def _dress(self, card: Card, locale: Locale, address: Address, guild: int | None) -> Dressed:
        for one in card.buttons:
            self._begun.note(one)
        return dressed(card, self._words.into(locale, address), guild)

    def _outside(self, space: SpaceId, channel: ChannelId | Handle) -> int | None:
        """The server's id, for buttons that are pressed where nothing else tells it."""
        return None if names.stands_in(self._client, space, named(channel)) else names.guild_number(space)

    def _card(self, effect: PostCard | ReplyCard, channel: ChannelId | Handle) -> dict[str, Any]:
        outside = self._outside(effect.space, channel)
        parts = self._dress(effect.card, effect.locale, effect.address, outside).sending()
        return parts | _pinging(effect.mentions)

    async def _send(self, channel: ChannelId, parts: dict[str, Any], key: EffectKey) -> str:
        place = self._client.get_partial_messageable(number(channel))
        sent = await place.send(nonce=nonce(key), **parts)
        return message_id(channel, str(sent.id))

    async def _reply(self, effect: ReplyCard, key: EffectKey) -> str:
        """In the thread that hangs from the message, or below it; where it is gone by now, as a message like others."""
        channel, message = named(effect.channel), number(named(effect.message))
        parts = self._card(effect, effect.channel)
        if names.thread_of(self._client, effect.space, message) or await self._hung(effect.thread, channel, message):
            return await self._send(channel_id(effect.space, str(message)), parts, key)
        to = discord.MessageReference(message_id=message, channel_id=number(channel), fail_if_not_exists=False)
        return await self._send(channel, {**parts, "reference": to, "mention_author": False}, key)

    async def _hung(self, name: str, channel: ChannelId, message: int) -> bool:
        """Whether a thread hangs from the message now; not in a thread, nor where the bot may open none."""
        if not name:
            return False
        called = cut(name, limits.THREAD_NAME)
        try:
            await self._client.http.start_thread_with_message(
                number(channel), message, name=called, auto_archive_duration=_A_WEEK
            )
        except discord.DiscordServerError:
            raise
        except discord.HTTPException as error:
            return error.code == _HANGS_ALREADY
        return True

    async def _answer(self, effect: ReplyPrivately, key: EffectKey) -> str | None:
        waiting = self._answers.waiting(effect.to, effect.account)
        if waiting is not None:
            one = self._dress(effect.card, effect.locale, effect.address, waiting.outside)
            if made := await waiting.say(one):
                return made
        return await self._direct(effect, key)

    async def _direct(self, effect: SendDirect | ReplyPrivately, key: EffectKey) -> str:
        one = self._dress(effect.card, effect.locale, effect.address, names.guild_number(effect.space))
        place = await self.conversation(effect.account)
        return await self._send(channel_id(effect.space, str(place.id)), one.sending(), key)

    async def _edit(self, effect: EditCard) -> str:
        channel, message = named(effect.channel), named(effect.message)
        one = self._dress(effect.card, effect.locale, effect.address, self._outside(effect.space, effect.channel))
        place = self._client.get_partial_messageable(number(channel))
        await place.get_partial_message(number(message)).edit(**one.replacing())
        return str(message)

    async def _upload(self, effect: UploadFile, key: EffectKey) -> str:
        content = base64.b64decode(effect.content)
        if len(content) > limits.FILE_BYTES:
            raise refused("the file is too big for Discord", "file")
        described = cut(limits.whole(effect.alternative_text), limits.ALTERNATIVE) or None
        file = discord.File(io.BytesIO(content), filename=cut(effect.name, limits.FILE_NAME), description=described)
        parts = {"files": [file], "allowed_mentions": discord.AllowedMentions.none()}
        return await self._send(named(effect.channel), parts, key)


def named(target: ChannelId | MessageId | Handle) -> Any:
    """The id of what exists by now. Raises Refused for a handle, which the dispatcher fills in before it asks."""
    if isinstance(target, Handle):
        raise refused(f"{target.name} does not exist yet", "unknown")
    return target


def _pinging(accounts: tuple[AccountId, ...]) -> dict[str, Any]:
    """Only these people are pinged; a ping has to stand in the message itself, not in its embed."""
    if not accounts:
        return {}
    people = [number(one) for one in dict.fromkeys(accounts)][:50]
    allowed = discord.AllowedMentions(
        everyone=False, roles=False, replied_user=False, users=[discord.Object(one) for one in people]
    )
    return {"content": " ".join(f"<@{one}>" for one in people), "allowed_mentions": allowed}
