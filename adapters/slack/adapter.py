"""Slack as a platform: what happens there goes to the road, and what the road wants is done there."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import TypeVar

from adapters.slack import examining, history
from adapters.slack.directory import Directory
from adapters.slack.guard import Oddities
from adapters.slack.listening import Listening
from adapters.slack.options import Options
from adapters.slack.outbound import Outbound, kinds
from adapters.slack.requests import Requests
from adapters.slack.words import Words
from adapters.slack.workspaces import Workspaces
from bot.catalogue.catalogue import Catalogue
from bot.effects import Effect
from bot.errors import Unavailable
from bot.events import MessagePosted
from bot.ids import EffectKey, Platform, SpaceId
from bot.ports import Capabilities, Clock, Guide, Receipt, Receive, Remark, Turnstile, Vault

_Made = TypeVar("_Made")
_PAUSE = timedelta(seconds=5)


async def look_over(
    options: Options,
    wanted: Mapping[SpaceId, frozenset[str]],
    elsewhere: frozenset[str] | None,
    vault: Vault,
    clock: Clock,  # noqa: ARG001 - what all platforms are asked with
) -> Sequence[Remark]:
    """What the bot may do, before it runs. Raises Unavailable."""
    workspaces = Workspaces(options, Directory(), vault)
    try:
        await workspaces.open()
        return await examining.examine(workspaces, options, wanted, elsewhere)
    finally:
        await workspaces.close()


class SlackAdapter:
    """One app on Slack; each run is a connection of its own."""

    platform = Platform("slack")
    finishing = timedelta(seconds=5)
    """How long what is under way may take once the connection ends."""

    def __init__(
        self, options: Options, catalogue: Catalogue, guide: Guide, turnstile: Turnstile, vault: Vault, clock: Clock
    ) -> None:
        self.capabilities = Capabilities(effects=kinds(options), reads_back=True)
        self._options, self._vault, self._clock = options, vault, clock
        self._catalogue, self._guide, self._turnstile = catalogue, guide, turnstile
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
    def port(self) -> int:
        """Where Slack comes to, once it can; 0 in Socket Mode."""
        return self._listening.port if self._listening else 0

    async def run(self, receive: Receive) -> None:
        """Connect, and hand over what happens until cancelled. Raises Complaints and Unavailable."""
        listening = Listening(self._options, self._guide, self._turnstile, self._vault, self._clock, self._oddities)
        try:
            await asyncio.to_thread(self._words.translator.read_all)
            await listening.open()
            requests = self._take_up(listening)
            await listening.run(receive, requests)
        finally:
            await self._finish()
            self._listening = self._outbound = None
            await listening.close()

    def _take_up(self, listening: Listening) -> Requests:
        """From now on people are answered, and effects are carried out."""
        here, now = listening.directory, self._clock.now
        requests = Requests(self._catalogue, self._guide, here, self._words, self._options, now=now)
        self._outbound = Outbound(
            listening.workspaces, requests.answers, here, self._options, words=self._words, now=now
        )
        self._listening = listening
        return requests

    async def examine(
        self, wanted: Mapping[SpaceId, frozenset[str]], elsewhere: frozenset[str] | None = None
    ) -> Sequence[Remark]:
        """Compare what is allowed in each space with what is wanted there. Raises Unavailable."""
        if self._listening is not None:
            return await examining.examine(self._listening.workspaces, self._options, wanted, elsewhere)
        return await look_over(self._options, wanted, elsewhere, self._vault, self._clock)

    async def past(self, space: SpaceId, since: datetime, until: datetime) -> AsyncGenerator[MessagePosted, None]:
        """What people wrote in all channels that it is in, the youngest first. Raises Refused and Unavailable."""
        if self._listening is None:
            raise Unavailable("there is no connection to Slack", _PAUSE)
        beside = self._listening.workspaces, self._turnstile
        async with (
            history.History(self._options, space, self._clock, self._vault, beside) as told,
            aclosing(told.back(since, until)) as messages,
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
            raise Unavailable("there is no connection to Slack", _PAUSE)
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
