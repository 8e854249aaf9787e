"""Other workspaces install the bot: from the link to Slack's question and back, with tokens that nobody sees."""

import html
import secrets
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from urllib.parse import urlencode, urlsplit

import structlog
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from adapters.slack.clients import Clients
from adapters.slack.filling import FAILURES
from adapters.slack.installations import Installation, exchanged, granted
from adapters.slack.options import Installing as Given
from adapters.slack.refusals import code
from bot.ports import Clock, Vault

_log = structlog.get_logger("adapters.slack")
GOOD_FOR = timedelta(minutes=10)
"""How long somebody may think before they allow it."""
_STATE = "slack/state/"
_COOKIE = "palabre-slack-state"
_SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Came = Callable[[Installation], Awaitable[None]]


class Installing:
    """Two pages: one leads to Slack, to the other Slack leads back."""

    vault: Vault
    clock: Clock

    def __init__(self, given: Given, api_url: str, path: str, scopes: Sequence[str], clients: Clients) -> None:
        """`path`: the address below which the two pages are."""
        self._given = given
        self._page = api_url.rstrip("/").removesuffix("/api") + "/oauth/v2/authorize"
        self._path = path.rstrip("/")
        self._back = f"{given.public_url.rstrip('/')}{self._path}/oauth"
        self._scopes = scopes
        self._clients = clients
        self.came: Came = _nobody
        """What is done with whoever installed the bot."""

    def routes(self) -> Sequence[BaseRoute]:
        """The two pages, below the address that Slack comes to."""
        return (Route(f"{self._path}/install", self.begin), Route(f"{self._path}/oauth", self.finish))

    async def begin(self, _request: Request) -> Response:
        """Off to Slack's question, with a word that only this browser can bring back, once."""
        state = secrets.token_urlsafe(32)
        await self.vault.keep(_STATE + state, "begun", self.clock.now() + GOOD_FOR)
        asked = {
            "client_id": self._given.client_id,
            "scope": ",".join(self._scopes),
            "state": state,
            "redirect_uri": self._back,
        }
        answer = RedirectResponse(f"{self._page}?{urlencode(asked)}", 302, headers=_SAFE)
        answer.set_cookie(
            _COOKIE,
            state,
            max_age=int(GOOD_FOR.total_seconds()),
            path=urlsplit(self._back).path.removesuffix("/oauth") or "/",
            secure=self._back.startswith("https:"),
            httponly=True,
            samesite="lax",
        )
        return answer

    async def finish(self, request: Request) -> Response:
        """Back from Slack, with a code that is worth the tokens."""
        state, given = request.query_params.get("state", ""), request.query_params.get("code", "")
        mine = secrets.compare_digest(state.encode(), request.cookies.get(_COOKIE, "").encode())
        if not state or not mine or await self.vault.take(_STATE + state) is None:
            return _page(400, "This link is no longer good. Begin anew.", "Ce lien n’est plus valable. Recommence.")
        if not given:
            return _page(200, "Nothing was installed.", "Rien n’a été installé.")
        try:
            answer = await exchanged(self._clients.client(), self._given, code=given, redirect_uri=self._back)
            installation = granted(answer, self.clock.now())
        except FAILURES as error:
            _log.warning("not installed", error=code(error) or type(error).__name__)
            return _page(502, "Slack did not agree. Begin anew.", "Slack n’a pas été d’accord. Recommence.")
        await self.came(installation)
        where = installation.name
        return _page(200, f"Palabre is now in {where}.", f"Palabre est maintenant dans {where}.")


def _page(status: int, *said: str) -> Response:
    words = "".join(f"<p>{html.escape(one)}</p>" for one in said)
    page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Palabre</title>{words}</html>'
    return HTMLResponse(page, status, headers=_SAFE)


async def _nobody(_installation: Installation) -> None:
    """Nobody waits for it."""
