"""Discord as a platform: what happens there goes to the road, and what the road wants is done there."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import TypeVar

import discord
import structlog

from adapters.discord import application_commands, examining, history
from adapters.discord.guard import Oddities
from adapters.discord.inbound import Inbound
from adapters.discord.interactions import Interactions
from adapters.discord.listening import Listening
from adapters.discord.options import Options
from adapters.discord.outbound import KINDS, Outbound
from adapters.discord.session import Session
from adapters.discord.surroundings import FAILURES
from adapters.discord.words import Words
from bot.catalogue.catalogue import Catalogue
from bot.effects import Effect
from bot.errors import Unavailable
from bot.events import Asked, MessagePosted
from bot.ids import EffectKey, Platform, SpaceId
from bot.ports import Capabilities, Clock, Guide, Receipt, Receive, Remark, Turnstile

_Made = TypeVar("_Made")
_PAUSE = timedelta(seconds=5)
_log = structlog.get_logger("adapters.discord")


async def look_over(
    options: Options, wanted: Mapping[SpaceId, frozenset[str]], elsewhere: frozenset[str] | None, clock: Clock
) -> Sequence[Remark]:
    """What the bot may do, before it runs. Raises Unavailable."""
    session = Session(options, Inbound(), Oddities(), clock)
    try:
        return await examining.examine(session.client, options, wanted, elsewhere)
    finally:
        await session.close()


class DiscordAdapter:
    """One bot on Discord; each run is a connection of its own."""

    platform = Platform("discord")
    capabilities = Capabilities(effects=KINDS, reads_back=True)
    finishing = timedelta(seconds=5)
    """How long what is under way may take once the connection ends."""

    def __init__(
        self, options: Options, catalogue: Catalogue, guide: Guide, turnstile: Turnstile, clock: Clock
    ) -> None:
        self._options = options
        self._catalogue = catalogue
        self._guide = guide
        self._turnstile = turnstile
        self._clock = clock
        self._words = Words()
        self._oddities = Oddities()
        self._listening: Listening | None = None
        self._outbound: Outbound | None = None
        self._under_way: set[asyncio.Task[object]] = set()

    @property
    def oddities(self) -> Mapping[str, int]:
        """What was not understood so far, by kind and place."""
        return self._oddities.counts

    @property
    def missing(self) -> frozenset[str]:
        """The privileged intents that the application was not granted, as far as that is known."""
        return self._listening.session.missing if self._listening else frozenset()

    async def run(self, receive: Receive) -> None:
        """Connect, and hand over what happens until cancelled. Raises Complaints and Unavailable."""
        listening = Listening(self._options, self._guide, self._clock, self._oddities)
        session = listening.session
        try:
            await asyncio.to_thread(self._words.translator.read_all)
            await session.open()
            self._take_up(listening, receive)
            await listening.run(receive, self._turnstile)
        finally:
            await self._finish()
            self._listening = self._outbound = None
            await session.close()

    def _take_up(self, listening: Listening, receive: Receive) -> None:
        """From now on people are answered, and effects are carried out."""
        client, inbound, now = listening.session.client, listening.inbound, self._clock.now
        words = self._words
        interactions = Interactions(client, self._catalogue, self._guide, inbound.directory, words=words, now=now)
        self._outbound = Outbound(client, interactions, self._options, words=words, emoji=inbound.emoji, now=now)
        self._listening = listening

        async def hand_over(event: Asked) -> None:
            await receive((event,))

        async def arrived(interaction: discord.Interaction) -> None:
            await interactions.arrived(interaction, hand_over)

        listening.session.arrived = arrived
        if self._options.shards is None or 0 in self._options.shards.ids:
            listening.beside = self._offer

    async def _offer(self) -> None:
        """Have Discord know the commands; one process does it for all."""
        if self._listening is None:
            return
        try:
            await application_commands.synchronise(self._listening.session.client, self._catalogue, self._words)
        except FAILURES as error:
            _log.error("commands could not be offered", error=type(error).__name__)

    async def examine(
        self, wanted: Mapping[SpaceId, frozenset[str]], elsewhere: frozenset[str] | None = None
    ) -> Sequence[Remark]:
        """Compare what is allowed in each space with what is wanted there. Raises Unavailable."""
        if self._listening is not None:
            client = self._listening.session.client
            return await examining.examine(client, self._options, wanted, elsewhere)
        return await look_over(self._options, wanted, elsewhere, self._clock)

    async def past(self, space: SpaceId, since: datetime, until: datetime) -> AsyncGenerator[MessagePosted, None]:
        """What people wrote in all channels that may be read, the youngest first. Raises Refused and Unavailable."""
        if self._listening is None:
            raise Unavailable("there is no connection to Discord", _PAUSE)
        async with (
            history.History(self._options, space, self._clock, self._listening.session) as told,
            aclosing(told.back(since, until, self._turnstile)) as messages,
        ):
            async for message in messages:
                yield message

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        """Carry one effect out. Raises Refused or Unavailable."""
        return await self._ended(self._hands().apply(effect, key))

    async def recall(self, effect: Effect, *, key: EffectKey) -> Receipt | None:
        """Whether an effect was felt before a crash. Raises Refused where it cannot be told, or Unavailable."""
        return await self._ended(self._hands().recall(effect, key))

    def _hands(self) -> Outbound:
        if self._outbound is None:
            raise Unavailable("there is no connection to Discord", _PAUSE)
        return self._outbound

    async def _ended(self, doing: Awaitable[_Made]) -> _Made:
        """What was begun goes to its end, also where the connection is about to."""
        task = asyncio.ensure_future(doing)
        self._under_way.add(task)
        task.add_done_callback(self._settled)
        return await asyncio.shield(task)

    def _settled(self, task: asyncio.Task[object]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            task.exception()

    async def _finish(self) -> None:
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=self.finishing.total_seconds())
