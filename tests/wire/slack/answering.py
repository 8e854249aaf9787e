"""A bot on the loopback Slack with hands, a voice and somebody who answers; what it hands over is remembered."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.slack.guard import Oddities
from adapters.slack.listening import Listening
from adapters.slack.manifest import manifest
from adapters.slack.options import Socket
from adapters.slack.outbound import Outbound
from adapters.slack.requests import Requests
from adapters.slack.words import Words
from bot.catalogue.declared import CATALOGUE
from bot.effects import Effect, ReplyPrivately
from bot.events import Asked, ButtonPressed, CommandInvoked, Event, FormSubmitted, MenuChosen
from bot.ids import AccountId, ChannelId, EffectKey, MessageId, SpaceId
from bot.locales import Translator
from bot.ports import Receipt
from bot.views import Bilingual, Card, Locale
from tests.wire.slack.server import Channel, LoopbackSlack, Message, User
from tests.wire.slack.wiring import Clock, Road, Safe, Turnstile, Wired, connection, options, space

STRICT = Words(Translator(strict=True))
DONE = Card(body=(Bilingual("Done.", "Fait."),))


@dataclass
class Guide(Road):
    """Suggests what a test says; what comes of a request comes within its commit."""

    offers: Sequence[tuple[str, str]] = ()
    asked_for: list[Asked] = field(default_factory=list)
    reacts: Callable[[Asked], Awaitable[None]] | None = None

    async def suggest(self, space: SpaceId, kind: str, begun: str, locale: Locale) -> Sequence[tuple[str, str]]:
        return self.offers

    async def receive(self, events: Sequence[Event]) -> None:
        await super().receive(events)
        for event in events:
            if isinstance(event, CommandInvoked | MenuChosen | ButtonPressed | FormSubmitted):
                self.asked_for.append(event)
                if self.reacts is not None:
                    await self.reacts(event)


@dataclass
class Bot:
    """One process of the bot."""

    wired: Wired
    requests: Requests
    outbound: Outbound
    guide: Guide
    later: timedelta = timedelta()
    _keys: int = 0

    def now(self) -> datetime:
        return datetime.now(UTC) + self.later

    async def apply(self, effect: Effect, key: str | None = None) -> Receipt:
        self._keys += 1
        return await self.outbound.apply(effect, EffectKey(key or f"effect-{self._keys}"))

    async def answer(self, event: Asked, card: Card = DONE) -> Receipt:
        return await self.apply(answer_to(event, card))

    async def heard(self, number: int = 1) -> Asked:
        await self.wired.until(lambda: len(self.guide.asked_for) >= number)
        return self.guide.asked_for[number - 1]


def answer_to(event: Asked, card: Card = DONE) -> ReplyPrivately:
    return ReplyPrivately(space=event.space, to=event.id, account=event.account, card=card, locale=event.locale or "en")


@asynccontextmanager
async def bot(slack: LoopbackSlack, **over: Any) -> AsyncIterator[Bot]:
    """A process of the bot, connected until the end of the block."""
    guide, oddities, safe, turnstile = Guide(), Oddities(), Safe(), Turnstile()
    given = options(slack, **over)
    listening = Listening(given, guide, turnstile, safe, Clock(), oddities)
    made: list[Bot] = []

    def now() -> datetime:
        return made[0].now()

    requests = Requests(CATALOGUE, guide, listening.directory, STRICT, given, now=now)
    outbound = Outbound(listening.workspaces, requests.answers, listening.directory, given, words=STRICT, now=now)
    running = asyncio.ensure_future(connection(listening, guide, requests))
    there = Wired(slack, listening, guide, oddities, safe, turnstile, running)
    made.append(one := Bot(there, requests, outbound, guide))
    try:
        await slack.connected()
        await there.until(lambda: any(event.kind == "space_joined" for event in guide.events))
        yield one
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert not oddities.counts, dict(oddities.counts)


@asynccontextmanager
async def as_asked_for(**over: Any) -> AsyncIterator[LoopbackSlack]:
    """A Slack on which the app has exactly what its manifest asks for."""
    asked = manifest(CATALOGUE, Socket("xapp"), None, words=STRICT)
    given: dict[str, Any] = {
        "retries": (0.0, 0.05, 0.1),
        "scopes": asked["oauth_config"]["scopes"]["bot"],
        "subscribed": asked["settings"]["event_subscriptions"]["bot_events"],
        "commands": [one["command"] for one in asked["features"]["slash_commands"]],
    }
    async with LoopbackSlack(**(given | over)) as running:
        yield running
        assert not running.unknown, f"unknown methods were called: {running.unknown}"
        assert not running.crashes, f"the server stumbled: {running.crashes}"
        assert not running.violations, f"the app broke the protocol of sockets: {running.violations}"
        asked_in_vain = {one.outcome for one in running.calls} & {"missing_scope", "invalid_blocks", "no_text"}
        assert not asked_in_vain, asked_in_vain


def account(slack: LoopbackSlack, who: User) -> AccountId:
    return AccountId(f"{space(slack)}/{who.id}")


def channel_of(slack: LoopbackSlack, one: Channel) -> ChannelId:
    return ChannelId(f"{space(slack)}/{one.id}")


def message_of(slack: LoopbackSlack, one: Message) -> MessageId:
    return MessageId(f"{space(slack)}/{one.channel_id}/{one.ts}")


def words_of(blocks: Sequence[dict[str, Any]]) -> str:
    """What somebody reads in blocks."""
    found: list[str] = []

    def look(one: Any) -> None:
        if isinstance(one, list):
            for each in one:
                look(each)
        elif isinstance(one, dict):
            if isinstance(text := one.get("text"), str):
                found.append(text)
            for each in one.values():
                look(each)

    look(list(blocks))
    return "".join(found)
