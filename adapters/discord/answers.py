"""All who wait for an answer: their requests go to the road, Discord is kept patient, answers find their way back."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import discord
import structlog

from adapters.discord import asking
from adapters.discord.refusals import ERRORS, code
from adapters.discord.render import Dressed, dressed
from adapters.discord.waiting import Waiting
from adapters.discord.words import Words
from bot.events import Asked
from bot.ids import AccountId, EventId
from bot.views import Card, Phrase

_log = structlog.get_logger("adapters.discord")
HandOver = Callable[[Asked], Awaitable[None]]
"""Hands an event to the road and returns once it is committed."""


class Answers:
    """Everybody who can still be answered so that nobody else sees it."""

    patience = 2.5
    """Seconds until Discord is told that an answer takes longer; it gives up after 3."""
    grace = 0.5
    """Seconds after the commit until a button stops spinning, where no answer has come."""
    silence = 20.0
    """Seconds after the commit until a command without an answer is taken for one that has none."""
    lifetime = timedelta(minutes=14, seconds=30)
    """How long Discord takes answers (15 minutes), with some room."""

    def __init__(self, words: Words, now: Callable[[], datetime]) -> None:
        self._words, self._now = words, now
        self._waiting: OrderedDict[EventId, Waiting] = OrderedDict()

    def waiting(self, to: EventId, account: AccountId) -> Waiting | None:
        """Whoever asked this, as long as an answer can reach them here."""
        found = self._waiting.get(to)
        return None if found is None or found.account != account or found.old(self._now(), self.lifetime) else found

    async def ask(self, interaction: discord.Interaction, event: Asked, hand_over: HandOver) -> None:
        """Hand it over, keep Discord patient meanwhile, and leave nobody in front of a message that spins."""
        waiting = Waiting(interaction, event.account)
        self._admit(event.id, waiting)
        async with asyncio.TaskGroup() as tasks:
            timer = tasks.create_task(self._keep_patient(waiting))
            try:
                await hand_over(event)
            except Exception as error:  # noqa: BLE001 - whatever it is, it stands in the log, and the person hears
                _log.error("a request was not noted", event_id=event.id, error=type(error).__name__)
                await self._apologise(waiting, interaction)
            else:
                await self._settled(waiting)
            timer.cancel()

    async def excuse(self, interaction: discord.Interaction, key: str) -> None:
        """Say something that nobody has to decide."""
        try:
            await interaction.response.send_message(**self._card(key, interaction).sending(), ephemeral=True)
        except (*ERRORS, discord.InteractionResponded) as error:
            _log.warning("somebody could not be answered", error=type(error).__name__, code=code(error))

    async def _apologise(self, waiting: Waiting, interaction: discord.Interaction) -> None:
        try:
            await waiting.say(self._card("not-noted", interaction))
        except ERRORS as error:
            _log.warning("somebody could not be answered", error=type(error).__name__, code=code(error))

    async def _keep_patient(self, waiting: Waiting) -> None:
        await asyncio.sleep(self.patience)
        await self._quietly(waiting.defer())

    async def _settled(self, waiting: Waiting) -> None:
        """Wait for the answer; a button soon stops spinning, and an answer may come all the same."""
        try:
            async with asyncio.timeout(self.grace if waiting.below_card else self.silence):
                await waiting.answered.wait()
        except TimeoutError:
            await self._quietly(waiting.settle())

    async def _quietly(self, said: Awaitable[None]) -> None:
        try:
            await said
        except ERRORS as error:
            _log.warning("Discord could not be told to wait", error=type(error).__name__, code=code(error))

    def _card(self, key: str, interaction: discord.Interaction) -> Dressed:
        words = self._words.into(asking.locale_of(interaction) or "en")
        return dressed(Card(body=(Phrase(f"discord-{key}"),)), words)

    def _admit(self, event: EventId, waiting: Waiting) -> None:
        now = self._now()
        while self._waiting and next(iter(self._waiting.values())).old(now, self.lifetime):
            self._waiting.popitem(last=False)
        self._waiting[event] = waiting
