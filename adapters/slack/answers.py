"""All who wait for an answer: their requests go to the road, Slack is kept patient, answers find their way back."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from adapters.slack.refusals import ERRORS, code
from adapters.slack.render import Dressed, dressed
from adapters.slack.spelling import Spelling
from adapters.slack.waiting import Ack, Dialog, Waiting
from adapters.slack.words import Words
from bot.events import Asked, FormSubmitted
from bot.ids import AccountId, EventId, SpaceId
from bot.views import Card, Phrase

_log = structlog.get_logger("adapters.slack")
HandOver = Callable[[Asked], Awaitable[None]]
"""Hands an event to the road and returns once it is committed."""


class Answers:
    """Everybody who can still be answered so that nobody else sees it."""

    patience = 2.3
    """Seconds from its arrival until Slack is told that it is here; Slack gives up after 3."""
    grace = 0.5
    """Seconds after the commit for an answer that takes a form's place at once; a later one replaces what is there."""
    lifetime = timedelta(minutes=29)
    """How long Slack takes answers (30 minutes), with some room."""

    def __init__(self, spelling: Spelling, now: Callable[[], datetime]) -> None:
        self.spelling, self._now = spelling, now
        self._waiting: OrderedDict[EventId, Waiting] = OrderedDict()

    def waiting(self, to: EventId, account: AccountId) -> Waiting | None:
        """Whoever asked this, as long as an answer can reach them here."""
        found = self._waiting.get(to)
        return None if found is None or found.account != account or found.old(self._now(), self.lifetime) else found

    async def ask(self, event: Asked, waiting: Waiting, ack: Ack, words: Words, hand_over: HandOver) -> None:
        """Hand it over, and tell Slack that it arrived: once it is noted, or while that takes long."""
        self._admit(event.id, waiting)
        noted = asyncio.ensure_future(self._noted(event, hand_over))
        await asyncio.wait({noted}, timeout=_left(waiting))
        await ack()
        if not await noted:
            await self._say(waiting, excuse("not-noted", words, event.space))

    async def submitted(
        self, event: FormSubmitted, waiting: Waiting, dialog: Dialog, ack: Ack, words: Words, hand_over: HandOver
    ) -> None:
        """The same for a form: where it could not be noted, it stays as it was filled in, and says so."""
        self._admit(event.id, waiting)
        noted = asyncio.ensure_future(self._noted(event, hand_over))
        done, _ = await asyncio.wait({noted}, timeout=_left(waiting))
        if done and not noted.result():
            await ack(response_action="errors", errors={event.values[0][0]: words.ui("not-noted")})
            return
        if done:
            await self._answered(waiting)
        meanwhile = excuse("noted" if done else "moment", words, event.space)
        await dialog.acknowledge(ack, words.ui("close"), meanwhile)
        if done:
            return
        if not await noted:
            await self._say(waiting, excuse("not-noted", words, event.space))
        elif not await self._answered(waiting):
            await self._say(waiting, excuse("noted", words, event.space))

    async def _noted(self, event: Asked, hand_over: HandOver) -> bool:
        try:
            await hand_over(event)
        except Exception as error:  # noqa: BLE001 - whatever it is, it stands in the log, and the person hears
            _log.error("a request was not noted", event_id=event.id, error=type(error).__name__)
            return False
        return True

    async def _answered(self, waiting: Waiting) -> bool:
        try:
            async with asyncio.timeout(self.grace):
                await waiting.answered.wait()
        except TimeoutError:
            return False
        return True

    async def excuse(self, waiting: Waiting, one: Dressed) -> None:
        """Say something that nobody has to decide."""
        await self._say(waiting, one)

    async def _say(self, waiting: Waiting, one: Dressed) -> None:
        try:
            if not await waiting.say(one):
                _log.warning("somebody could not be answered", error="too late")
        except ERRORS as error:
            _log.warning("somebody could not be answered", error=type(error).__name__, code=code(error))

    def _admit(self, event: EventId, waiting: Waiting) -> None:
        now = self._now()
        while self._waiting and next(iter(self._waiting.values())).old(now, self.lifetime):
            self._waiting.popitem(last=False)
        self._waiting[event] = waiting


def _left(waiting: Waiting) -> float:
    """Seconds until Slack has to be told."""
    return max(0.0, waiting.by - asyncio.get_running_loop().time())


def excuse(key: str, words: Words, space: SpaceId) -> Dressed:
    """Words of this adapter's own, as a card."""
    return dressed(Card(body=(Phrase(f"slack-{key}"),)), words, space)
