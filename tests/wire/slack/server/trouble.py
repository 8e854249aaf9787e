"""What goes wrong on demand, how time moves on, and many things at once."""

import asyncio
import random
from collections.abc import Iterable

from tests.wire.slack.server.delivery import Delivery, Outbox
from tests.wire.slack.server.faults import Fault, Faults
from tests.wire.slack.server.http import Webhooks
from tests.wire.slack.server.people import People
from tests.wire.slack.server.world import App, Channel, User, World


class Trouble(People):
    """Faults of the Web API, of deliveries and of the clock."""

    app: App
    world: World
    faults: Faults
    outbox: Outbox
    webhooks: Webhooks

    def point(self, url: str) -> None:
        """HTTP mode: everything goes to one address from now on."""
        self.app.socket_mode = False
        self.webhooks.point(url)

    def fail(
        self, method: str, error: str | None = None, *, status: int = 200, times: int = 1, html: bool = False,
        after: bool = False,
    ) -> Fault:  # fmt: skip
        """The next calls of a method fail; `after` does what was asked and only then answers with the error."""
        return self.faults.add(Fault(method, times, error, status, html=html, after=after))

    def drop(self, method: str, *, times: int = 1, after: bool = False) -> Fault:
        """The next calls of a method lose their connection; with `after`, once they are done."""
        return self.faults.add(Fault(method, times, drop=True, after=after))

    def slow(self, method: str, seconds: float, *, times: int = 1) -> Fault:
        """The next calls of a method take their time."""
        return self.faults.add(Fault(method, times, delay=seconds))

    def limit(self, method: str, retry_after: int, *, times: int = 1) -> Fault:
        """The next calls of a method are too many."""
        return self.faults.add(Fault(method, times, "ratelimited", 429, retry_after=retry_after))

    def advance(self, seconds: float) -> None:
        """Moves the server's clock on: triggers and response addresses run out."""
        self.world.shift += seconds

    def redeliver(self, *, times: int = 1, seed: int | None = 0, of: Iterable[Delivery] | None = None) -> int:
        """Sends every event again, shuffled unless `seed` is None; returns how many that were."""
        chosen = [
            one for one in (self.outbox.sent if of is None else of) if one.kind == "events_api" and not one.attempt
        ]
        again = [Delivery(one.kind, one.payload, 1, "timeout") for one in chosen for _ in range(times)]
        if seed is not None:
            random.Random(seed).shuffle(again)
        for one in again:
            self.outbox.post(one)
        return len(again)

    def hold(self) -> None:
        """Events are kept back from now on."""
        self.outbox.held = True

    def release(self, *, seed: int | None = None) -> None:
        """Sends what was kept back, in order or shuffled."""
        self.outbox.held = False
        kept = [one for one in self.outbox.sent if one.kind == "events_api" and one.latency is None and not one.failure]
        if seed is not None:
            random.Random(seed).shuffle(kept)
        for one in kept:
            self.outbox.sent.remove(one)
            self.outbox.post(one)

    async def flood(self, channel: Channel, posts: Iterable[tuple[User, str]], *, every: int = 64) -> int:
        """Many messages, as fast as the way to the app takes them."""
        count = 0
        for count, (user, text) in enumerate(posts, start=1):
            self.post(user, channel, text)
            if count % every == 0:
                await asyncio.sleep(0)
        return count
