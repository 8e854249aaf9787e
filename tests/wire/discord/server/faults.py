"""What goes wrong on demand: errors, delays, lost connections, pages of HTML, and rate limits."""

import hashlib
import math
import time
from dataclasses import dataclass, field
from typing import Any

CLOUDFLARE = "<html><head><title>502 Bad Gateway</title></head><body><center>cloudflare</center></body></html>"


@dataclass
class Fault:
    """Something that happens to the next requests of a route, and how often yet."""

    method: str
    route: str
    times: int = 1
    status: int | None = None
    body: dict[str, Any] | None = None
    html: bool = False
    delay: float = 0.0
    drop: bool = False
    after: bool = False
    retry_after: float = 0.0
    everywhere: bool = False

    def meets(self, method: str, route: str) -> bool:
        """Whether it is this request's turn; `*` stands for any method or route."""
        return self.times > 0 and self.method in {"*", method} and self.route in {"*", route}


class Faults:
    """The faults that were asked for, in order; each is used up by the requests that it befalls."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Lets something go wrong from now on."""
        self.waiting.append(fault)
        return fault

    def take(self, method: str, route: str) -> Fault | None:
        """The first fault for a request, counted down."""
        for fault in self.waiting:
            if fault.meets(method, route):
                fault.times -= 1
                if not fault.times:
                    self.waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self.waiting.clear()


@dataclass(slots=True)
class Window:
    """How much of a bucket is left, and until when."""

    limit: int
    remaining: int
    resets_at: float


@dataclass
class Limits:
    """Topics › Rate Limits: one bucket for each route and major parameter, and one for everything together."""

    enforced: bool = False
    everything: int = 50
    rules: dict[tuple[str, str], tuple[int, float]] = field(
        default_factory=lambda: {
            ("POST", "/channels/{channel}/messages"): (5, 5.0),
            ("PATCH", "/channels/{channel}/messages/{message}"): (5, 5.0),
            ("DELETE", "/channels/{channel}/messages/{message}"): (5, 1.0),
            ("POST", "/channels/{channel}/messages/bulk-delete"): (1, 1.0),
            ("PUT", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me"): (1, 0.25),
            ("PATCH", "/guilds/{guild}/members/{user}"): (10, 10.0),
            ("PUT", "/guilds/{guild}/members/{user}/roles/{role}"): (10, 10.0),
            ("DELETE", "/guilds/{guild}/members/{user}/roles/{role}"): (10, 10.0),
            ("PUT", "/guilds/{guild}/bans/{user}"): (10, 10.0),
            ("POST", "/users/@me/channels"): (10, 10.0),
            ("PATCH", "/channels/{channel}"): (2, 10.0),
        }
    )
    default: tuple[int, float] = (50, 1.0)
    violations: int = 0
    _windows: dict[str, Window] = field(default_factory=dict)
    _all: Window = field(default_factory=lambda: Window(0, 0, 0.0))

    def headers(self, method: str, route: str, major: str) -> tuple[dict[str, str], float, bool]:
        """Takes one request: its headers, how long to wait if it is too many, and whether that is the global limit."""
        now = time.monotonic()
        limit, seconds = self.rules.get((method, route), self.default)
        bucket = hashlib.md5(f"{method} {route}".encode(), usedforsecurity=False).hexdigest()
        if not self.enforced:
            return _headers(Window(1000, 999, now + seconds), bucket, now), 0.0, False
        if self.everything and (wait := self._globally(now)):
            return {}, wait, True
        key = f"{bucket}:{major}"
        window = self._windows.get(key)
        if window is None or window.resets_at <= now:
            window = self._windows[key] = Window(limit, limit, now + seconds)
        if window.remaining <= 0:
            self.violations += 1
            return _headers(window, bucket, now), window.resets_at - now, False
        window.remaining -= 1
        return _headers(window, bucket, now), 0.0, False

    def _globally(self, now: float) -> float:
        if self._all.resets_at <= now:
            self._all = Window(self.everything, self.everything, now + 1.0)
        if self._all.remaining <= 0:
            self.violations += 1
            return self._all.resets_at - now
        self._all.remaining -= 1
        return 0.0


def _headers(window: Window, bucket: str, now: float) -> dict[str, str]:
    left = max(0.0, window.resets_at - now)
    return {
        "X-RateLimit-Limit": str(window.limit),
        "X-RateLimit-Remaining": str(window.remaining),
        "X-RateLimit-Reset": f"{time.time() + left:.3f}",
        "X-RateLimit-Reset-After": f"{left:.3f}",
        "X-RateLimit-Bucket": bucket,
    }


def too_many(wait: float, *, everywhere: bool, scope: str = "user") -> tuple[dict[str, str], dict[str, Any]]:
    """Headers and body of a 429."""
    headers = {
        "Retry-After": str(math.ceil(wait)),
        "Via": "1.1 google",
        "X-RateLimit-Scope": "global" if everywhere else scope,
    }
    if everywhere:
        headers["X-RateLimit-Global"] = "true"
    body = {"message": "You are being rate limited.", "retry_after": round(wait, 3), "global": everywhere}
    return headers, body
