"""slack_sdk's clients as they are made here: one pool of connections, and nothing told to any log."""

import logging

import aiohttp
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

_SECONDS = 30.0


class ReadsAgain(AsyncConnectionErrorRetryHandler):
    """What only asks may be asked twice; what changes something is left to the road."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        return request.method == "GET" and await super()._can_retry_async(
            state=state, request=request, response=response, error=error
        )


def silent() -> logging.Logger:
    """A log that nobody reads: Bolt's and slack_sdk's own quote what people wrote."""
    log = logging.Logger("adapters.slack.silent", logging.CRITICAL + 1)
    log.propagate = False
    return log


class Clients:
    """Makes clients that share their connections."""

    def __init__(self, api_url: str) -> None:
        self._api_url = api_url
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        """The pool; it is opened by whoever asks first."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS))
        return self._session

    def client(self, token: str | None = None, team: str | None = None, *, patient: bool = True) -> AsyncWebClient:
        """A client; `team` says which workspace of an organisation, `patient` that it waits once where Slack asks."""
        retries: list[AsyncRetryHandler] = [ReadsAgain()]
        if patient:
            retries.append(AsyncRateLimitErrorRetryHandler())
        return AsyncWebClient(
            token=token,
            base_url=self._api_url,
            session=self.session,
            team_id=team,
            logger=silent(),
            retry_handlers=retries,
        )

    async def close(self) -> None:
        """Let go of all connections."""
        if self._session is not None:
            await self._session.close()
