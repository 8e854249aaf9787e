"""Filling the directory: everybody and everything once, when a workspace is entered, and later whoever is new."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import structlog

from adapters.slack import directory
from adapters.slack.directory import Team
from adapters.slack.guard import Oddities
from adapters.slack.paging import Call, answered, pages
from adapters.slack.payloads import Json, Odd, ident, record, records
from adapters.slack.refusals import ERRORS, code
from adapters.slack.workspaces import Workspace
from bot.ports import Clock

_log = structlog.get_logger("adapters.slack")
FAILURES = (*ERRORS, Odd, KeyError, TypeError, ValueError)
"""Whatever prevents an answer from Slack, or makes one of another shape of it."""
PAGE = 999
_AT_ONCE = 8
_AGAIN = timedelta(minutes=5)
_MOST_ASKED = 10_000
_KINDS = ("public_channel,private_channel", "public_channel")


class Filling:
    """Asks Slack for names, roles and languages; nobody waits longer than `patience`."""

    patience = 1.5
    """Seconds that an event may wait for who is in it; Slack wants an acknowledgement after three."""

    def __init__(self, oddities: Oddities, clock: Clock) -> None:
        self.oddities = oddities
        self.clock = clock
        self._asking: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._asked: dict[tuple[str, str], datetime] = {}
        self._few = asyncio.Semaphore(_AT_ONCE)

    async def fill(self, workspace: Workspace) -> None:
        """Learn who and what there is; what Slack does not tell is asked for when somebody needs it."""
        client, team = workspace.client, workspace.team
        team.filled = self.clock.now()
        people, groups, channels = self._people(workspace), self._groups(workspace), self.places(workspace)
        for what, learning in (("users", people), ("usergroups", groups), ("conversations", channels)):
            try:
                await learning
            except FAILURES as error:
                _log.warning("not everything is known", space=team.space, what=what, error=code(error))
        owner = team.owner
        if owner and team.people[owner].locale is None:
            await self._meet(workspace, client.users_info, owner)

    async def meet(self, workspace: Workspace, people: Iterable[str], places: Iterable[str] = ()) -> None:
        """Learn of these people and channels before something of theirs is read; as far as Slack tells it in time."""
        tasks = [self._once(workspace, workspace.client.users_info, native) for native in people]
        tasks += [self._once(workspace, workspace.client.conversations_info, native) for native in places]
        if waiting := [one for one in tasks if one is not None]:
            await asyncio.wait(waiting, timeout=self.patience)

    async def finish(self) -> None:
        """Ask for nothing more."""
        tasks = list(self._asking.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _once(self, workspace: Workspace, call: Call, native: str) -> asyncio.Task[None] | None:
        """However many events wait for somebody, Slack is asked once, and not soon again where it does not know."""
        key = (workspace.team.native, native)
        if key in self._asking:
            return self._asking[key]
        now, before = self.clock.now(), self._asked.get(key)
        if before is not None and now - before < _AGAIN:
            return None
        if len(self._asked) >= _MOST_ASKED:
            self._asked.clear()
        self._asked[key] = now
        task = self._asking[key] = asyncio.ensure_future(self._meet(workspace, call, native))
        task.add_done_callback(lambda _: self._asking.pop(key, None))
        return task

    async def _meet(self, workspace: Workspace, call: Call, native: str) -> None:
        team = workspace.team
        async with self._few:
            try:
                if call.__name__ == "users_info":
                    answer = answered(await call(user=native, include_locale=True))
                    team.know(native, directory.person(record(answer, "user"), team.native))
                else:
                    team.set_place(record(answered(await call(channel=native)), "channel"))
            except FAILURES as error:
                self._stumbled(call.__name__, error)

    def _stumbled(self, what: str, error: Exception) -> None:
        if not code(error) and not isinstance(error, ERRORS):
            self.oddities.note(what, error)

    async def _people(self, workspace: Workspace) -> None:
        team = workspace.team
        async for user in pages(workspace.client.users_list, "members", limit=PAGE, include_locale=True):
            self._guarded("users_list", team, user, _know)

    async def _groups(self, workspace: Workspace) -> None:
        answer = answered(await workspace.client.usergroups_list(include_users=True))
        for group in records(answer, "usergroups"):
            self._guarded("usergroups_list", workspace.team, group, Team.set_group)

    async def places(self, workspace: Workspace) -> None:
        """Without the scope for private channels, only public ones are learned of. Raises what prevents an answer."""
        team, call = workspace.team, workspace.client.conversations_list
        for number, types in enumerate(_KINDS, 1):
            try:
                async for channel in pages(call, "channels", limit=PAGE, types=types):
                    self._guarded("conversations_list", team, channel, Team.set_place)
            except FAILURES as error:
                if code(error) != "missing_scope" or number == len(_KINDS):
                    raise
            else:
                return

    def _guarded(self, what: str, team: Team, found: Json, learn: Callable[[Team, Json], None]) -> None:
        try:
            learn(team, found)
        except (Odd, TypeError, ValueError) as error:
            self.oddities.note(what, error)


def _know(team: Team, user: Json) -> None:
    team.know(ident(user, "id"), directory.person(user, team.native))


__all__ = ["FAILURES", "PAGE", "Filling", "pages"]
