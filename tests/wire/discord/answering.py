"""A bot on the loopback Discord with hands, a voice and somebody who answers; what it hands over is remembered."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import discord

from adapters.discord.interactions import Interactions
from adapters.discord.outbound import Outbound
from adapters.discord.words import Words
from bot.catalogue.declared import CATALOGUE
from bot.effects import Effect, ReplyPrivately
from bot.events import Asked
from bot.ids import AccountId, ChannelId, EffectKey, MessageId, SpaceId
from bot.locales import Translator
from bot.ports import Receipt
from bot.views import Bilingual, Card, Locale
from tests.wire.discord.server import Channel, Guild, LoopbackDiscord, Member, Message, User
from tests.wire.discord.wiring import Road, Wired, options, wired

STRICT = Words(Translator(strict=True))
DONE = Card(body=(Bilingual("Done.", "Fait."),))


class Guide(Road):
    """Suggests what a test says, as fast as it says."""

    offers: Callable[[str], Sequence[tuple[str, str]]] = staticmethod(lambda _begun: ())
    pause = 0.0

    async def suggest(self, space: SpaceId, kind: str, begun: str, locale: Locale) -> Sequence[tuple[str, str]]:
        await asyncio.sleep(self.pause)
        return self.offers(begun)


@dataclass
class Bot:
    """One process of the bot."""

    wired: Wired
    interactions: Interactions
    outbound: Outbound
    guide: Guide
    events: list[Asked] = field(default_factory=list)
    reacts: Callable[[Asked], Awaitable[None]] | None = None
    """What comes of a request, within its commit."""
    later: timedelta = timedelta()
    _keys: int = 0

    @property
    def client(self) -> discord.Client:
        return self.wired.listening.session.client

    def now(self) -> datetime:
        return datetime.now(UTC) + self.later

    async def hand_over(self, event: Asked) -> None:
        self.events.append(event)
        if self.reacts is not None:
            await self.reacts(event)

    async def apply(self, effect: Effect, key: str | None = None) -> Receipt:
        self._keys += 1
        return await self.outbound.apply(effect, EffectKey(key or f"effect-{self._keys}"))

    async def answer(self, event: Asked, card: Card = DONE) -> Receipt:
        return await self.apply(answer_to(event, card))

    async def heard(self, number: int = 1) -> Asked:
        await self.wired.until(lambda: len(self.events) >= number)
        return self.events[number - 1]


def answer_to(event: Asked, card: Card = DONE) -> ReplyPrivately:
    return ReplyPrivately(space=event.space, to=event.id, account=event.account, card=card, locale="en")


@asynccontextmanager
async def bot(server: LoopbackDiscord, **over: Any) -> AsyncIterator[Bot]:
    """A process of the bot, connected until the end of the block."""
    guide = Guide()
    async with wired(server, road=guide, **over) as there:
        client, inbound = there.listening.session.client, there.listening.inbound
        made: list[Bot] = []

        def now() -> datetime:
            return made[0].now()

        interactions = Interactions(client, CATALOGUE, guide, inbound.directory, words=STRICT, now=now)
        outbound = Outbound(
            client,
            interactions,
            options(server, **over),
            words=STRICT,
            emoji=inbound.emoji,
            now=now,
        )
        one = Bot(there, interactions, outbound, guide)
        made.append(one)

        async def arrived(interaction: discord.Interaction) -> None:
            await interactions.arrived(interaction, one.hand_over)

        there.listening.session.arrived = arrived
        yield one


def space(guild: Guild) -> SpaceId:
    return SpaceId(f"discord:{guild.id}")


def account(guild: Guild, who: Member | User) -> AccountId:
    return AccountId(f"discord:{guild.id}/{who.id}")


def channel(guild: Guild, one: Channel) -> ChannelId:
    return ChannelId(f"discord:{guild.id}/{one.id}")


def message(guild: Guild, one: Message) -> MessageId:
    return MessageId(f"discord:{guild.id}/{one.channel_id}/{one.id}")
