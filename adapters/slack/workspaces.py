"""The workspaces that the bot is in: one by its token, or those that installed it, with a client for each."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.clients import Clients
from adapters.slack.directory import Directory, Team
from adapters.slack.ending import ERRORS, GONE, ended, not_entered
from adapters.slack.installations import Installation, Installations
from adapters.slack.options import Options
from adapters.slack.paging import pages
from adapters.slack.payloads import Json, Odd, ident, maybe, said
from adapters.slack.refusals import code, passing, refused
from bot.errors import PalabreError, Refused
from bot.ids import SpaceId
from bot.ports import Vault

_log = structlog.get_logger("adapters.slack")


@dataclass(slots=True, eq=False)
class Workspace:
    """One that the bot is in."""

    team: Team
    client: AsyncWebClient
    enterprise: str = ""
    user_client: AsyncWebClient | None = None
    installation: Installation | None = None
    authorized: AuthorizeResult = field(default_factory=lambda: AuthorizeResult(enterprise_id=None, team_id=None))
    """What Bolt wants to know of it."""


class Workspaces:
    """All of them; what is learned of each stands in `directory`."""

    def __init__(self, options: Options, directory: Directory, vault: Vault) -> None:
        self.clients = Clients(options.api_url)
        self.directory = directory
        self.installations = Installations(vault)
        self.lost: list[Installation] = []
        """Those whose tokens are no good any more, though nobody told us."""
        self._options = options
        self._held: dict[str, Workspace] = {}
        self._finding = asyncio.Lock()

    async def open(self) -> Sequence[Workspace]:
        """Find all that are there. Raises Complaints where the one token is wrong, and Unavailable."""
        if self._options.bot_token is not None:
            return (await self._by_token(self._options.bot_token),)
        for key in await self.installations.keys():
            await self._by_key(key)
        return self.all()

    async def close(self) -> None:
        """Let go of all connections."""
        await self.clients.close()

    def all(self) -> Sequence[Workspace]:
        """Those that are held now."""
        return tuple(self._held.values())

    def holds(self, team: str) -> bool:
        """Whether a workspace is one of ours."""
        return team in self._held

    def held(self, team: str) -> Workspace | None:
        """A workspace of ours."""
        return self._held.get(team)

    async def find(self, team: str, enterprise: str = "") -> Workspace | None:
        """The same; another process may have been told of it, or an organisation may have brought it.

        Raises Unavailable where it may be ours and Slack does not say: nothing of it is to be acknowledged.
        """
        if team in self._held or not team or self._options.bot_token is not None:
            return self._held.get(team)
        async with self._finding:
            for key in (team, enterprise):
                if key and team not in self._held and (away := await self._by_key(key)):
                    raise away
            return self._held.get(team)

    def client(self, space: SpaceId) -> AsyncWebClient:
        """A client with the bot's token. Raises Refused where the bot is not in this workspace."""
        return self._of(space).client

    def user_client(self, space: SpaceId) -> AsyncWebClient | None:
        """A client with an administrator's token, where one was given."""
        return self._of(space).user_client

    def _of(self, space: SpaceId) -> Workspace:
        found = self._held.get(space.partition(":")[2])
        if found is None:
            raise refused(f"the bot is not in {space}", "token")
        return found

    def only(self) -> Workspace | None:
        """The one that there is, where there is just one."""
        return next(iter(self._held.values())) if len(self._held) == 1 else None

    async def add(self, installation: Installation) -> Sequence[Workspace]:
        """Somebody has just consented, for these. Raises what slack_sdk raises, and Odd."""
        return [await self._enter(installation, team) for team in await self._teams(installation)]

    async def gone(self, workspace: Workspace) -> bool:
        """Whether we are out of it: what is told of an earlier stay may come late. Raises Unavailable."""
        try:
            await _tested(workspace.client)
        except ERRORS as error:
            if code(error) in GONE:
                return True
            raise ended(error) from error
        return False

    async def leave(self, workspace: Workspace) -> None:
        """The bot is out; its tokens are dropped."""
        self._held.pop(workspace.team.native, None)
        self.directory.forget(workspace.team.native)
        if workspace.installation is not None:
            await self.installations.drop(workspace.installation.key)

    def renew(self, installation: Installation) -> None:
        """From now on these tokens are used."""
        for one in self._held.values():
            if one.installation is not None and one.installation.key == installation.key:
                one.installation, one.client.token = installation, installation.token
                one.authorized = _authorized(one)

    async def _by_key(self, key: str) -> PalabreError | None:
        """Enter all that was consented to under a key, as far as we are let in; what will pass is returned."""
        installation = None
        try:
            if installation := await self.installations.of(key):
                for team in await self._teams(installation):
                    await self._enter(installation, team)
        except (*ERRORS, Odd, Refused) as error:
            _log.error("a workspace cannot be entered", team=key, error=type(error).__name__, code=code(error))
            if installation is not None and code(error) in GONE:
                self.lost.append(installation)
            return ended(error) if isinstance(error, ERRORS) and passing(error) else None
        return None

    async def _teams(self, installation: Installation) -> Sequence[str]:
        """The workspaces that a consent is for. Raises what slack_sdk raises, and Odd."""
        if installation.team:
            return (installation.team,)
        client = self.clients.client(installation.token)
        return [ident(one, "id") async for one in pages(client.auth_teams_list, "teams")]

    async def _by_token(self, token: str) -> Workspace:
        client = self.clients.client(token)
        try:
            answer = await _tested(client)
            named = hashlib.blake2b(token.encode(), digest_size=8).hexdigest()
            return self._hold(ident(answer, "team_id"), client, answer, named)
        except (*ERRORS, Odd) as error:
            await self.close()
            raise not_entered(error) from error

    async def _enter(self, installation: Installation, team: str) -> Workspace:
        client = self.clients.client(installation.token, team if not installation.team else None)
        answer = await _tested(client)
        found = self._hold(team, client, answer, installation.since)
        found.installation = installation
        if installation.user_token:
            found.user_client = self.clients.client(installation.user_token)
        return found

    def _hold(self, native: str, client: AsyncWebClient, answer: Json, since: str) -> Workspace:
        team = self.directory.team(native)
        team.me, team.bot = ident(answer, "user_id"), maybe(answer, "bot_id")
        team.name, team.since = said(answer, "team") or team.name, since
        token = self._options.user_token
        found = Workspace(
            team,
            client,
            maybe(answer, "enterprise_id"),
            self.clients.client(token) if token else None,
        )
        found.authorized = _authorized(found)
        self._held[native] = found
        return found


async def _tested(client: AsyncWebClient) -> Json:
    """Who we are there. Raises what slack_sdk raises."""
    return dict((await client.auth_test()).data)  # type: ignore[arg-type]


def _authorized(one: Workspace) -> AuthorizeResult:
    return AuthorizeResult(
        enterprise_id=one.enterprise or None,
        team_id=one.team.native,
        bot_id=one.team.bot or None,
        bot_user_id=one.team.me,
        bot_token=one.client.token,
    )
