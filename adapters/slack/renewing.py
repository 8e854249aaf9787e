"""Tokens that are good for some hours only are renewed in time, by one process for all."""

import asyncio
from datetime import timedelta

import structlog

from adapters.slack.filling import FAILURES
from adapters.slack.installations import Installation, exchanged, renewed
from adapters.slack.options import Installing
from adapters.slack.refusals import code
from adapters.slack.workspaces import Workspace, Workspaces
from bot.errors import Refused, StorageError, Unavailable
from bot.ports import Clock, Turnstile

EARLY = timedelta(hours=2)
"""How long before its end a token is renewed; Slack gives them for twelve hours."""
_EVERY = timedelta(minutes=1)
_log = structlog.get_logger("adapters.slack")


class Renewing:
    """Looks through all workspaces once a minute."""

    pause = _EVERY.total_seconds()

    def __init__(self, workspaces: Workspaces, given: Installing, turnstile: Turnstile, clock: Clock) -> None:
        self._workspaces = workspaces
        self._given = given
        self._turnstile = turnstile
        self._clock = clock

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            for one in self._workspaces.all():
                try:
                    await self.renew(one)
                except (*FAILURES, Refused, StorageError, Unavailable) as error:
                    kind = code(error) or type(error).__name__
                    _log.error("a token could not be renewed", team=one.team.native, error=kind)
            await asyncio.sleep(self.pause)

    async def renew(self, one: Workspace) -> None:
        """Renew the token of a workspace where it ends soon. Raises what prevented it."""
        if not self._ends_soon(one.installation):
            return
        key = one.installation.key if one.installation else ""
        await self._turnstile.turn(f"slack-renew:{key}", _EVERY)
        kept = await self._workspaces.installations.of(key)
        if kept is not None and self._ends_soon(kept):
            kept = await self._renewed(kept)
            await self._workspaces.installations.keep(kept)
        if kept is not None:
            self._workspaces.renew(kept)

    def _ends_soon(self, installation: Installation | None) -> bool:
        if installation is None or installation.expires is None or not installation.refresh:
            return False
        return installation.expires - self._clock.now() < EARLY

    async def _renewed(self, before: Installation) -> Installation:
        client = self._workspaces.clients.client()
        given = {"grant_type": "refresh_token", "refresh_token": before.refresh}
        return renewed(before, await exchanged(client, self._given, **given), self._clock.now())
