"""The pages as they are served: a look changes nothing, and what somebody sends goes to the road as an event."""

import asyncio
import hashlib
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web

from adapters.outside import page
from adapters.outside.limiting import Patience
from adapters.outside.options import Pages
from adapters.outside.tokens import Pass, Signer
from adapters.outside.words import Words, visible
from bot.errors import Complaint, Complaints, StorageError, Unavailable
from bot.events import DoorUsed
from bot.ids import EventId
from bot.ports import Clock, Doorkeeper, Receive, Standing

WELL = "palabre pages"
"""What `/well` answers, so that the address can be tried."""
_BYTES = 64 * 1024
_BACKLOG = 256
_LOOKS, _SENDS, _A_MINUTE = 60, 6, 60.0
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": page.POLICY,
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "interest-cohort=()",
}
_STATUS = {"empty": 422, "too-long": 422, "too-often": 429, "not-now": 503}
_Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """Everything that can be visited."""

    def __init__(self, options: Pages, keeper: Doorkeeper, receive: Receive, clock: Clock, words: Words) -> None:
        self._options, self._keeper, self._receive, self._clock, self._words = options, keeper, receive, clock, words
        self._signer = Signer(options.keys)
        time = asyncio.get_running_loop().time
        self._looks, self._sends = Patience(_LOOKS, _A_MINUTE, time), Patience(_SENDS, _A_MINUTE, time)

    def application(self) -> web.Application:
        """With its addresses."""

        @web.middleware
        async def guarded(request: web.Request, handler: _Answer) -> web.StreamResponse:
            return await self._guarded(request, handler)

        app = web.Application(client_max_size=_BYTES, middlewares=[guarded])
        for purpose in ("appeal", "answer"):
            app.router.add_get(f"/{purpose}/{{token}}", self._look, name=purpose)
            app.router.add_post(f"/{purpose}/{{token}}", self._send)
        app.router.add_get("/well", self._well)
        return app

    async def _guarded(self, request: web.Request, answer: _Answer) -> web.StreamResponse:
        """What every answer shares: how often one may ask, and headers that let nothing in or out."""
        if not self._looks.lets_in(_visitor(request)):
            response: web.StreamResponse = self._nothing(request, "often", 429)
        else:
            try:
                response = await answer(request)
            except web.HTTPRequestEntityTooLarge:
                response = self._nothing(request, "long", 413)
            except web.HTTPNotFound:
                response = self._nothing(request, "unknown", 404)
            except web.HTTPMethodNotAllowed:
                response = self._nothing(request, "unknown", 405)
            except StorageError:
                response = self._nothing(request, "away", 503)
        response.headers.update(_HEADERS)
        return response

    async def _well(self, _request: web.Request) -> web.Response:
        return web.Response(text=WELL)

    async def _look(self, request: web.Request) -> web.Response:
        given = self._pass(request)
        if isinstance(given, web.Response):
            return given
        standing = await self._keeper.standing(given.space, given.door)
        if standing is None:
            return self._nothing(request, "gone", 410, given)
        if standing.open:
            return self._form(request, given, standing)
        return _html(page.written(given, self._speaking(request, given), standing))

    async def _send(self, request: web.Request) -> web.Response:
        given = self._pass(request)
        if isinstance(given, web.Response):
            return given
        token = request.match_info["token"]
        if not self._ours(request):
            return self._nothing(request, "foreign", 403, given)
        sent = await request.post()
        if not self._signer.formed(token, str(sent.get("form", ""))):
            return self._nothing(request, "foreign", 403, given)
        standing = await self._keeper.standing(given.space, given.door)
        if standing is not None and standing.open:
            choice = str(sent.get("choice", ""))
            begun = page.Begun(visible(str(sent.get("text", ""))).strip(), choice if choice in standing.choices else "")
            if wrong := self._wrong(begun, token) or await self._handed_over(given, begun):
                status = _STATUS[wrong]
                return self._form(request, given, standing, replace(begun, wrong=wrong), status)
        return web.Response(status=303, headers={"Location": token})

    def _wrong(self, begun: page.Begun, token: str) -> str:
        """Why something cannot be taken; empty where it can."""
        if not begun.text:
            return "empty"
        if len(begun.text) > page.LONGEST:
            return "too-long"
        return "" if self._sends.lets_in(token) else "too-often"

    async def _handed_over(self, given: Pass, begun: page.Begun) -> str:
        """Once this is empty, it is committed."""
        try:
            await self._receive([self._used(given, begun)])
        except (Unavailable, StorageError):
            return "not-now"
        return ""

    def _used(self, given: Pass, begun: page.Begun) -> DoorUsed:
        """The same words sent again are the same event."""
        door = given.door
        said = "\n".join((door.purpose, door.case, str(door.number), door.account or "", begun.choice, begun.text))
        return DoorUsed(
            id=EventId(f"door:{hashlib.sha256(said.encode()).hexdigest()[:32]}"),
            space=given.space,
            at=self._clock.now(),
            purpose=door.purpose,
            case=door.case,
            whose=door.account,
            number=door.number,
            text=begun.text,
            choice=begun.choice,
        )

    def _pass(self, request: web.Request) -> Pass | web.Response:
        """What the address says; a page that says why it says nothing, where it is none of ours or its day is over."""
        purpose = request.path.strip("/").partition("/")[0]
        given = self._signer.read(request.match_info["token"], purpose)
        if given is None:
            return self._nothing(request, "unknown", 404)
        if given.door.until <= self._clock.now():
            return self._nothing(request, "over", 410, given)
        return given

    def _form(
        self,
        request: web.Request,
        given: Pass,
        standing: Standing,
        begun: page.Begun | None = None,
        status: int = 200,
    ) -> web.Response:
        form, words = self._signer.form(request.match_info["token"]), self._speaking(request, given)
        return _html(page.writing(given, words, form, standing.choices, begun or page.Begun()), status)

    def _nothing(self, request: web.Request, why: str, status: int, given: Pass | None = None) -> web.Response:
        return _html(page.nothing(self._speaking(request, given), why), status)

    def _speaking(self, request: web.Request, given: Pass | None) -> Words:
        """In the language of whoever got the address; without one, in that of the browser."""
        if given is not None:
            return Words(self._words.translator, given.locale, given.address)
        asked = request.headers.get("Accept-Language", "").lower()
        return Words(self._words.translator, "fr" if asked.startswith("fr") else "en")

    def _ours(self, request: web.Request) -> bool:
        """Whether a form was sent from a page of ours, as far as the browser says; under no-referrer it says `null`."""
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return False
        said, public = request.headers.get("Origin", "null"), urlsplit(self._options.public_url)
        return said in ("null", f"{public.scheme}://{public.netloc}")


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", charset="utf-8")


def _visitor(request: web.Request) -> str:
    """Who knocks. What stands in front on this very machine says for whom it does, at the end of its list."""
    remote = request.remote or ""
    try:
        near = ip_address(remote).is_loopback
    except ValueError:
        near = False
    said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return said if near and said else remote


def listen(options: Pages) -> socket.socket:
    """Take the address. Raises Complaints where it cannot be had."""
    try:
        family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
        return socket.create_server((options.host, options.port), family=family, backlog=_BACKLOG)
    except OSError as error:
        hint = "stop what listens there, or name another host or port"
        problem = f"{options.host}:{options.port} cannot be listened at: {error.strerror or error}"
        raise Complaints([Complaint("config.toml, outside.pages", problem, hint)]) from error


async def serve(site: Site, listening: socket.socket) -> None:
    """Serve until cancelled. Nothing is logged of it: an address is a key."""
    runner = web.AppRunner(site.application(), access_log=None, shutdown_timeout=5.0)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        await asyncio.get_running_loop().create_future()
    finally:
        await runner.cleanup()
