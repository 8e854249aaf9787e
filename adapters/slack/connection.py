"""Bolt, as it is used here: it checks signatures and sorts what Slack sends; what it means is read elsewhere.

With `process_before_response` Slack hears of success only once our function has returned, and of failure if it raised.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import Any, Protocol

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.clients import silent
from adapters.slack.guard import Oddities
from adapters.slack.hearing import Hearing
from adapters.slack.options import Http, Options
from adapters.slack.payloads import Json, Odd
from adapters.slack.workspaces import Workspaces
from bot.errors import StorageError, Unavailable
from bot.events import Asked

Ack = Callable[..., Awaitable[Any]]
_ANYTHING = re.compile(".*", re.DOTALL)
_SOON = timedelta(seconds=5)


class Begin(Protocol):
    """Lets something go on by itself, to its end."""

    def __call__(self, doing: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Begin."""
        ...


class Requests(Protocol):
    """Who answers people."""

    def spoken(self, event: Json) -> bool:
        """Whether an event is something said to the bot."""
        ...

    async def arrived(
        self, kind: str, body: Json, ack: Ack, client: AsyncWebClient, hand_over: Callable[[Asked], Awaitable[None]]
    ) -> None:
        """Take a request in, and return when it was answered or needs no answer."""
        ...


class Known(AsyncAuthorize):
    """Bolt asks for tokens with each request; they are at hand, and `auth.test` was called when we came in."""

    def __init__(self, workspaces: Workspaces) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._workspaces = workspaces

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,  # noqa: ARG002
        enterprise_id: str | None,
        team_id: str | None,
        **_others: object,
    ) -> AuthorizeResult | None:
        """Who we are in the workspace that a request comes from; guests of a shared channel come from theirs."""
        if team_id is None:
            return AuthorizeResult(enterprise_id=enterprise_id, team_id=None)
        found = self._workspaces.held(team_id) or await self._workspaces.find(team_id, enterprise_id or "")
        found = found or self._workspaces.only()
        return found.authorized if found else None


class Connection:
    """Sorts what comes in by either way."""

    def __init__(self, options: Options, workspaces: Workspaces, oddities: Oddities, begin: Begin) -> None:
        self._workspaces = workspaces
        self._oddities = oddities
        self._begin = begin
        self.hearing: Hearing
        """Who takes events."""
        self.requests: Requests | None = None
        over_http = isinstance(options.way, Http)
        self.app = AsyncApp(
            logger=silent(),
            name="palabre",
            process_before_response=True,
            signing_secret=options.way.signing_secret if isinstance(options.way, Http) else "",
            client=workspaces.clients.client(),
            authorize=Known(workspaces),  # type: ignore[arg-type]
            request_verification_enabled=over_http,
            ssl_check_enabled=over_http,
            url_verification_enabled=over_http,
            ignoring_self_events_enabled=False,
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )
        self._register()

    def _register(self) -> None:
        """In this order they are tried, and almost everything is a message."""
        app = self.app
        app.event("message")(self._event)
        app.event(_ANYTHING)(self._event)
        app.action(_ANYTHING)(self._request)
        app.command(_ANYTHING)(self._request)
        app.shortcut(_ANYTHING)(self._request)
        app.view(_ANYTHING)(self._request)
        app.view_closed(_ANYTHING)(self._request)
        app.options(_ANYTHING)(self._request)
        app.error(self._stumbled)

    async def take(self, request: AsyncBoltRequest) -> BoltResponse:
        """What is to be answered: 200 acknowledges, anything else has Slack deliver again."""
        answer = await self.app.async_dispatch(request)
        if answer.status != 404:
            return answer
        if request.body.get("type") == "app_rate_limited":
            self.hearing.limited(request.body)
        else:
            self._oddities.note("request", Odd("type"))
        return BoltResponse(status=200)

    async def _event(self, body: Json, ack: AsyncAck, context: AsyncBoltContext) -> None:
        await self.hearing.heard(body)
        if self.requests is not None and self.requests.spoken(body["event"]):
            await self._request(body, ack, context)

    async def _request(self, body: Json, ack: AsyncAck, context: AsyncBoltContext) -> None:
        """Acknowledged as soon as that is said; whatever follows goes on by itself."""
        workspace, requests = self._workspaces.held(context.team_id or "") or self._workspaces.only(), self.requests
        if workspace is None or requests is None:
            raise Unavailable("nobody answers", _SOON)
        said = asyncio.get_running_loop().create_future()

        async def acknowledge(*arguments: Any, **named: Any) -> None:
            await ack(*arguments, **named)
            if not said.done():
                said.set_result(None)

        await self.hearing.enter(workspace)
        kind, client = str(body.get("type") or "command"), workspace.client
        task = self._begin(requests.arrived(kind, body, acknowledge, client, self.hearing.hand_over))
        await asyncio.wait({task, said}, return_when=asyncio.FIRST_COMPLETED)
        if not said.done():
            raise Unavailable("it was not answered", _SOON)

    async def _stumbled(self, error: Exception) -> BoltResponse:
        if not isinstance(error, StorageError | Unavailable):
            self._oddities.note("request", error)
        return BoltResponse(status=503)
