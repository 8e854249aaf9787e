"""Keeps out what a page of another site could send here, and tells browsers what this site never does."""

import ipaddress
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adapters.web import limits

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
TOO_MUCH = "This is more than may be sent at once."
FOREIGN = "This was sent from a page of another site, so nothing was done. Go back to the sandbox and try there."
ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - told apart, not listened at


class Guard:
    """Stands in front of the site."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app = app
        self._hosts = LOOPBACK | {f"[{host}]" if ":" in host else host.lower()}
        self._anywhere = host in ANYWHERE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        if refusal is not None:
            await refusal(scope, receive, _dressed(send, "no-store"))
            return
        kept = "no-cache" if scope["path"].startswith("/static/") else "no-store"
        await self._app(scope, _measured(receive), _dressed(send, kept))

    def _refusal(self, method: str, headers: Headers) -> Response | None:
        if not self._known(headers.get("host", "")):
            return _said("This site does not go by that name. Open it at the address that Palabre showed.", 421)
        if method not in ("GET", "HEAD", "POST"):
            return _said("This site is only read and written to.", HTTPStatus.METHOD_NOT_ALLOWED)
        if _foreign(headers) or (method == "POST" and not _from_here(headers)):
            return _said(FOREIGN, HTTPStatus.FORBIDDEN)
        if _length(headers) > limits.BODY:
            return _said(TOO_MUCH, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return None

    def _known(self, host: str) -> bool:
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        return name.lower() in self._hosts or (self._anywhere and _number(name))


def _number(name: str) -> bool:
    """An address in numbers cannot be made to mean another machine."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _foreign(headers: Headers) -> bool:
    """Whether another site's page wants it for itself; a link that leads here is followed."""
    site, mode = headers.get("sec-fetch-site"), headers.get("sec-fetch-mode")
    return site in ("cross-site", "same-site") and mode is not None and mode != "navigate"


def _from_here(headers: Headers) -> bool:
    """By what the browser itself says. Where no referrer is sent, an origin may be `null`.

    Browsers say less to addresses of a local network. A header of our own proves the same: another site's page would
    have to ask before it sends one, which is never granted.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = {f"{scheme}://{headers.get('host', '')}" for scheme in ("http", "https")}
    if site is not None:
        return site == "same-origin" and origin in (None, "null", *own)
    return origin in own or (origin in (None, "null") and "hx-request" in headers)


def _length(headers: Headers) -> int:
    written = headers.get("content-length", "0")
    return int(written) if written.isdecimal() else 0


def _said(words: str, status: int) -> Response:
    return PlainTextResponse(f"{words}\n", status)


def _dressed(send: Send, kept: str) -> Send:
    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", kept)
        await send(message)

    return dressed


def _measured(receive: Receive) -> Receive:
    total = 0

    async def measured() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > limits.BODY:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"{TOO_MUCH}\n")
        return message

    return measured
