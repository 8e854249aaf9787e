"""After a crash: was a message of ours sent, a thread of ours opened?

Discord answers a nonce that it knows with the message that it made, for some minutes. So nothing is at stake while that
lasts: "not felt" is answered, and sending again brings the earlier message back. Later, the channel is read:

- a message of ours with the same nonce, or with the same card and buttons that name what they are about: felt;
- nothing that looks like it, as far back as `REACH`: certainly not felt;
- something that looks like it, which may be an earlier one that said the same: nobody can tell, a person looks.

What only one person saw for a moment (an answer to a command) cannot be read back at all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import discord

from adapters.discord import names
from adapters.discord.limits import THREAD_NAME, cut
from adapters.discord.refusals import number, refused
from adapters.discord.render import Dressed
from adapters.discord.settling import above
from adapters.discord.speaking import Voice, named, nonce
from bot.effects import CreatePrivateThread, Effect, PostCard, ReplyCard, SendDirect, UploadFile
from bot.ids import ChannelId, EffectKey, channel_id, message_id
from bot.ports import Receipt

NONCE_LIFE = timedelta(seconds=60)
"""How long Discord surely knows a nonce: it says "a few minutes", and half of one is left for sending."""
REACH = 100
"""Messages that are read back, in one request."""


class Recalling:
    """Looks for what was sent."""

    def __init__(self, client: discord.Client, voice: Voice, now: Callable[[], datetime]) -> None:
        self._client, self._voice, self._now = client, voice, now

    async def recall(self, effect: Effect, key: EffectKey) -> Receipt | None:
        """The receipt of what was felt, None where it was not. Raises Refused where it cannot be told."""
        match effect:
            case PostCard() | ReplyCard() | UploadFile():
                return await self._sent(effect, named(effect.channel), key)
            case SendDirect():
                place = await self._voice.conversation(effect.account)
                return await self._sent(effect, channel_id(effect.space, str(place.id)), key)
            case CreatePrivateThread():
                return self._opened(effect)
            case _:
                raise refused("nobody can tell whether this was felt", "untold")

    async def _sent(
        self, effect: PostCard | ReplyCard | SendDirect | UploadFile, channel: ChannelId, key: EffectKey
    ) -> Receipt | None:
        """What was written in a channel, or for a reply in the thread of its message."""
        if isinstance(effect, ReplyCard) and names.thread_of(self._client, effect.space, number(named(effect.message))):
            channel = channel_id(effect.space, str(number(named(effect.message))))
        read = await self._client.http.logs_from(number(channel), REACH)
        ours = [one for one in read if self._ours(one)]
        if felt := next((one for one in ours if str(one.get("nonce")) == nonce(key)), None):
            return Receipt(made=message_id(channel, str(felt["id"])))
        alike = [one for one in ours if self._like(effect, one)]
        if not alike and len(read) >= REACH and self._young(read[-1]):
            raise refused("too much was written since to tell whether this was felt", "untold")
        return self._judged(effect, channel, alike)

    def _judged(self, effect: Effect, channel: ChannelId, alike: Sequence[Mapping[str, Any]]) -> Receipt | None:
        if not alike or (len(alike) == 1 and self._fresh(alike[0])):
            return None
        dressed = self._voice.dressed(effect) if isinstance(effect, PostCard | ReplyCard | SendDirect) else None
        if len(alike) == 1 and dressed is not None and any(":" in one.custom_id for one in dressed.buttons):
            return Receipt(made=message_id(channel, str(alike[0]["id"])))
        raise refused("a message that looks the same is there, and may be another", "untold")

    def _ours(self, one: Mapping[str, Any]) -> bool:
        return self._client.user is not None and one["author"]["id"] == str(self._client.user.id)

    def _like(self, effect: PostCard | ReplyCard | SendDirect | UploadFile, one: Mapping[str, Any]) -> bool:
        if isinstance(effect, UploadFile):
            return any(file["filename"] == effect.name for file in one.get("attachments", ()))
        dressed = self._voice.dressed(effect)
        return dressed is not None and _look(dressed) == _seen(one)

    def _fresh(self, one: Mapping[str, Any]) -> bool:
        """Young enough for Discord to know its nonce, so that sending again is safe."""
        return self._now() - discord.utils.snowflake_time(int(one["id"])) < NONCE_LIFE

    def _young(self, oldest: Mapping[str, Any]) -> bool:
        """What was read does not even go back a day: what is looked for may lie before it."""
        return self._now() - discord.utils.snowflake_time(int(oldest["id"])) < timedelta(days=1)

    def _opened(self, effect: CreatePrivateThread) -> Receipt | None:
        """A private thread of ours of that name below that channel; threads that are open are known without asking."""
        guild = names.guild(self._client, effect.space)
        name = cut(effect.name.strip() or "…", THREAD_NAME)
        me, where = self._client.user, number(effect.channel)
        place = guild.get_channel_or_thread(where)
        if place is None:
            raise refused("where it would have been opened is not in sight", "untold")
        hung = above(guild, place)
        parent = hung.id if hung else where
        found = [
            thread
            for thread in guild.threads
            if thread.parent_id == parent and thread.name == name and me and thread.owner_id == me.id
        ]
        if len(found) > 1:
            raise refused("several threads have this name", "untold")
        return Receipt(made=channel_id(effect.space, str(found[0].id))) if found else None


def _look(dressed: Dressed) -> object:
    """What tells a card from others, as it was sent."""
    embed = dressed.embed
    fields = [(field.name, field.value) for field in embed.fields]
    return embed.title, embed.description, fields, [one.custom_id for one in dressed.buttons]


def _seen(one: Mapping[str, Any]) -> object:
    """The same of a message that was read."""
    embed: Mapping[str, Any] = next(iter(one.get("embeds") or ()), {})
    fields = [(field["name"], field["value"]) for field in embed.get("fields", ())]
    return embed.get("title"), embed.get("description"), fields, list(_pressable(one.get("components") or ()))


def _pressable(rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    for row in rows:
        yield from (one["custom_id"] for one in row.get("components", ()) if "custom_id" in one)
