"""One thing on its way to the app: sent by socket or by HTTP, acknowledged in time or sent again."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from tests.wire.slack.server.world import App, Json

DeliveryKind = Literal["events_api", "interactive", "slash_commands"]
DEADLINE = 3.0
# Events API › Retries: nearly immediately, after one minute, after five minutes.
RETRIES = (0.0, 60.0, 300.0)


@dataclass(eq=False)
class Delivery:
    """One attempt to hand something to the app, and what came of it."""

    kind: DeliveryKind
    payload: Json
    attempt: int = 0
    reason: str = ""
    sent_at: float = 0.0
    latency: float | None = None
    late: bool = False
    failure: str | None = None
    answered: Callable[[Any], None] | None = None
    failed: Callable[[str], None] | None = None
    tried: list[float] = field(default_factory=list)

    @property
    def event_id(self) -> str:
        """The id of an event; interactions have none."""
        return str(self.payload.get("event_id", ""))

    @property
    def acknowledged(self) -> bool:
        """Whether the app said in time that it has it."""
        return self.latency is not None and not self.late


class Transport(Protocol):
    """A way to the app."""

    def send(self, delivery: Delivery) -> None:
        """Begins to send; says later how it went through the outbox."""


class Outbox:
    """Everything that was sent, and the rules of sending again."""

    def __init__(self, deadline: float, retries: tuple[float, ...]) -> None:
        self.deadline = deadline
        self.retries = retries
        self.app: App
        self.sockets: Transport
        self.webhooks: Transport
        self.sent: list[Delivery] = []
        self.unacknowledged: list[Delivery] = []
        self.dropped: list[Delivery] = []
        self.held = False
        self.changed: Callable[[], None] = lambda: None
        self._timers: set[asyncio.TimerHandle] = set()

    def post(self, delivery: Delivery) -> Delivery:
        """Sends something for the first time or again."""
        delivery.sent_at = time.monotonic()
        self.sent.append(delivery)
        if self.held and delivery.kind == "events_api":
            return delivery
        (self.sockets if self.app.socket_mode else self.webhooks).send(delivery)
        return delivery

    def acknowledge(self, delivery: Delivery, body: Any) -> None:
        """The app has it; what comes after the deadline changes nothing any more."""
        latency = time.monotonic() - delivery.sent_at
        if delivery.latency is None:
            delivery.latency = latency
        if delivery.failure is not None:
            delivery.late = True
        elif delivery.answered is not None:
            delivery.answered(body)
        self.changed()

    def fail(self, delivery: Delivery, reason: str, *, final: bool = False) -> None:
        """An attempt came to nothing: events go again up to three times, interactions never do."""
        if delivery.failure is not None or delivery.acknowledged:
            return
        delivery.failure = reason
        self.unacknowledged.append(delivery)
        if delivery.failed is not None:
            delivery.failed(reason)
        if delivery.kind == "events_api":
            if final or delivery.attempt >= len(self.retries):
                self.dropped.append(delivery)
            else:
                self.again(delivery, reason, self.retries[delivery.attempt])
        self.changed()

    def again(self, delivery: Delivery, reason: str, delay: float = 0.0) -> None:
        """Sends an event once more after a while."""
        copy = Delivery(delivery.kind, delivery.payload, delivery.attempt + 1, reason)
        self.after(delay, lambda: self.post(copy))

    def after(self, delay: float, do: Callable[[], object]) -> asyncio.TimerHandle:
        """Does something later, unless the server is closed before."""

        def fire() -> None:
            self._timers.discard(timer)
            do()

        timer = asyncio.get_running_loop().call_later(delay, fire)
        self._timers.add(timer)
        return timer

    def forget(self, timer: asyncio.TimerHandle) -> None:
        """Gives up what was to happen later."""
        timer.cancel()
        self._timers.discard(timer)

    def close(self) -> None:
        """Nothing is sent any more."""
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
