"""One delivery from its arrival to the road: whose it is, who is in it, what it says, and whether it was kept."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import structlog

from adapters.slack import inbound
from adapters.slack.catching_up import CatchingUp
from adapters.slack.courier import Courier
from adapters.slack.filling import Filling
from adapters.slack.frame import Frame, framed
from adapters.slack.installations import Installation
from adapters.slack.lookups import Lookups
from adapters.slack.payloads import Json
from adapters.slack.workspaces import Workspace, Workspaces
from bot.errors import StorageError, Unavailable
from bot.events import Asked, Event, SpaceJoined, SpaceLeft
from bot.ids import EventId, SpaceId, account_id, space_id

_log = structlog.get_logger("adapters.slack")
Begin = Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]]


class Hearing:
    """Reads what Slack delivers; nothing of a workspace is heard before it was entered."""

    patience = 1.0
    """Seconds between two attempts to enter while the database is away."""
    filling = 15.0
    """Seconds that names and roles of a whole workspace may take; the rest is asked for as it is needed."""

    def __init__(
        self,
        workspaces: Workspaces,
        filling: Filling,
        lookups: Lookups,
        behind: CatchingUp,
        begin: Begin,
    ) -> None:
        self._workspaces = workspaces
        self._filling = filling
        self._lookups = lookups
        self._behind = behind
        self.courier: Courier
        """Who takes what was heard; there is one for each run."""
        self._oddities, self._clock = filling.oddities, filling.clock
        self._begin = begin
        self._entering: dict[Workspace, asyncio.Task[None]] = {}

    async def heard(self, body: Json) -> None:
        """Return once what this says is kept. Raises what prevented it."""
        workspace = await self._whose(body)
        if workspace is None:
            return
        await self.enter(workspace)
        try:
            frame = framed(body, self._clock.now())
            events = await self._read(workspace, body, frame)
        except Exception as error:  # noqa: BLE001 - the same
            self._oddities.note(inbound.kind_of(body), error)
            return
        leaving = any(event.kind == "space_left" for event in events)
        if leaving and not await self._workspaces.gone(workspace):
            return
        await self.courier.hand_over(events)
        self._remember(workspace, body, frame)
        if leaving:
            self._entering.pop(workspace, None)
            await self._workspaces.leave(workspace)

    async def hand_over(self, event: Asked) -> None:
        """Return once what somebody asked for is kept. Raises what prevented it."""
        await self.courier.hand_over((event,))

    async def enter(self, workspace: Workspace) -> None:
        """Look around in a workspace, once, however many wait for it."""
        task = self._entering.get(workspace)
        if task is None:
            task = self._entering[workspace] = self._begin(self._entered(workspace))
        if not task.done():
            await asyncio.wait({task})
        if task.cancelled() or task.exception():
            self._entering.pop(workspace, None)
        task.result()

    async def lost(self, installation: Installation) -> None:
        """We were taken out of a workspace while we did not listen: it is told, and its tokens are dropped."""
        space = space_id("slack", installation.team)
        named = EventId(f"space-left:{installation.since}")
        await self._kept(SpaceLeft(id=named, space=space, at=self._clock.now()))
        await self._workspaces.installations.drop(installation.key)

    def limited(self, body: Json) -> None:
        """Slack left out what was too much: it is read instead."""
        if found := self._workspaces.held(str(body.get("team_id"))):
            self.courier.miss(found.team.space)

    def missed(self) -> None:
        """Something may have been given up in every workspace."""
        for one in self._workspaces.all():
            self.courier.miss(one.team.space)

    async def _whose(self, body: Json) -> Workspace | None:
        kind = "event"
        try:
            kind = inbound.kind_of(body)
            team, enterprise = inbound.home(body, self._workspaces.holds)
        except Exception as error:  # noqa: BLE001 - counted; delivered again it would be the same
            self._oddities.note(kind, error)
            return None
        return self._workspaces.held(team) or await self._workspaces.find(team, enterprise)

    async def _read(self, workspace: Workspace, body: Json, frame: Frame) -> Sequence[Event]:
        team = workspace.team
        people, places = inbound.strangers(team, body), inbound.places_unseen(team, body)
        if people or places:
            await self._filling.meet(workspace, people, places)
        found = inbound.events(team, body, frame)
        if len(found) == 1 and self._lookups.wanted(found[0]):
            return (await self._lookups.completed(workspace, found[0]),)
        return found

    def _remember(self, workspace: Workspace, body: Json, frame: Frame) -> None:
        try:
            inbound.noted(workspace.team, body, frame)
        except Exception as error:  # noqa: BLE001 - the same
            self._oddities.note(inbound.kind_of(body), error)

    async def _entered(self, workspace: Workspace) -> None:
        try:
            async with asyncio.timeout(self.filling):
                await self._filling.fill(workspace)
        except TimeoutError:
            _log.warning("not everything is known", space=workspace.team.space, what="names")
        await self._kept(self._joined(workspace), workspace.team.space)

    async def _kept(self, event: Event, noticed: SpaceId | None = None) -> None:
        """Hand over what Slack will not tell again, however long the database is away."""
        while True:
            try:
                if noticed is not None:
                    await self._behind.notice(noticed)
                await self.courier.hand_over((event,))
            except (StorageError, Unavailable) as error:
                _log.warning("a space waits", space=event.space, error=str(error))
                await asyncio.sleep(self.patience)
            else:
                return

    def _joined(self, workspace: Workspace) -> SpaceJoined:
        """Told at each start, and new only where the bot was installed anew."""
        team = workspace.team
        owner = team.owner or (workspace.installation.installer if workspace.installation else "")
        known = team.people.get(owner)
        return SpaceJoined(
            id=EventId(f"space-joined:{team.since}"),
            space=team.space,
            at=self._clock.now(),
            name=team.name or team.native,
            owner=account_id(team.space, owner) if owner else None,
            locale=known.locale if known else None,
        )
