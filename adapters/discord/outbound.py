"""Carries effects out on Discord: each by what it is, and with an answer of ours whatever Discord says."""

from collections.abc import Callable
from datetime import datetime

import discord

from adapters.discord import names, permissions
from adapters.discord.acting import Emoji, Hands, forgetful
from adapters.discord.fetching import Fetching
from adapters.discord.interactions import Interactions
from adapters.discord.options import Options
from adapters.discord.recalling import Recalling
from adapters.discord.refusals import ERRORS, PAUSE, translated
from adapters.discord.speaking import Voice
from adapters.discord.words import Words
from bot.effects import (
    EditCard,
    Effect,
    HashFiles,
    JoinChannel,
    PostCard,
    RemoveFromChannel,
    ReplyCard,
    ReplyPrivately,
    SendDirect,
    ShowHome,
    TellOutside,
    UploadFile,
)
from bot.errors import Refused, Unavailable
from bot.ids import EffectKey
from bot.ports import Receipt

KINDS = frozenset(permissions.EFFECTS)
"""What Discord can do: everything that can be wanted."""


class Outbound:
    """The hands and the voice of the bot on Discord."""

    def __init__(
        self,
        client: discord.Client,
        interactions: Interactions,
        options: Options,
        *,
        words: Words | None = None,
        emoji: Emoji = forgetful,
        now: Callable[[], datetime] = discord.utils.utcnow,
    ) -> None:
        self._client = client
        self._voice = Voice(client, interactions, (words or Words()).naming(names.Names(client)))
        self._hands = Hands(client, options.quarantine_roles, now, emoji)
        self._recalling = Recalling(client, self._voice, now)
        self._fetching = Fetching(client, options.file_urls, now)

    async def apply(self, effect: Effect, key: EffectKey) -> Receipt:
        """Carry one effect out. Raises Refused or Unavailable, and nothing of discord.py's."""
        self._awake()
        try:
            return await self._carried(effect, key)
        except ERRORS as error:
            raise translated(error, effect, names.known_guild(self._client, effect.space)) from error
        except RuntimeError:  # aiohttp's own, where the client was closed meanwhile
            self._awake()
            raise

    async def recall(self, effect: Effect, key: EffectKey) -> Receipt | None:
        """Whether an effect was felt before a crash. Raises Refused where it cannot be told, or Unavailable."""
        self._awake()
        try:
            return await self._recalling.recall(effect, key)
        except ERRORS as error:
            raise translated(error, effect, names.known_guild(self._client, effect.space)) from error

    def _awake(self) -> None:
        if self._client.is_closed() or self._client.user is None:
            raise Unavailable("there is no connection to Discord", PAUSE)

    async def _carried(self, effect: Effect, key: EffectKey) -> Receipt:
        match effect:
            case PostCard() | ReplyCard() | ReplyPrivately() | SendDirect() | EditCard() | UploadFile():
                return Receipt(made=await self._voice.say(effect, key))
            case HashFiles():
                return await self._fetching.hashed(effect, key)
            case RemoveFromChannel() | JoinChannel() | ShowHome() | TellOutside():
                raise Refused("nothing like it is there on Discord")
            case _:
                return Receipt(made=await self._hands.act(effect))
