"""The sandbox as a platform: what people do in it is handed over, what the bot wants is made so, windows are served."""

import asyncio
import os
import socket
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import get_args

from adapters.web import changes
from adapters.web.options import Options, TimeMachine
from adapters.web.outbound import Outbound
from adapters.web.seeding import Channel, Past, Resident
from adapters.web.serving import serve
from adapters.web.site.app import application
from adapters.web.site.live import Hub
from adapters.web.site.site import Site
from adapters.web.world import World
from bot.catalogue.catalogue import Catalogue
from bot.effects import Effect
from bot.errors import Unavailable
from bot.events import Event
from bot.ids import EffectKey, Platform
from bot.ports import Capabilities, Clock, Guide, Receipt, Receive

EVERY_KIND = frozenset(
    str(field.default) for effect in get_args(Effect) for field in fields(effect) if field.name == "kind"
)


class WebAdapter:
    """One sandbox: a world, its site, and the bot in it."""

    def __init__(
        self,
        world: World,
        catalogue: Catalogue,
        guide: Guide,
        clock: Clock,
        options: Options,
        machine: TimeMachine | None = None,
    ) -> None:
        self._world, self._clock, self._options = world, clock, options
        self._site = Site(world, catalogue, guide, clock, options, machine)
        self._hub = Hub(self._site)
        self._pending = asyncio.Event()
        self._door: socket.socket | None = None
        world.listen(self._pending.set)
        world.listen(self._hub.changed)

    @property
    def platform(self) -> Platform:
        """A place of its own."""
        return Platform("web")

    @property
    def capabilities(self) -> Capabilities:
        """Everything that can be wanted, and an honest memory of it."""
        return Capabilities(effects=EVERY_KIND, reads_back=True)

    def seed(
        self, events: Sequence[Event], *, people: Sequence[Resident] = (), channels: Sequence[Channel] = ()
    ) -> None:
        """Put a past into the world; the core is not told of it again."""
        past = Past(people, channels)
        at = events[0].at if events else self._clock.now()
        self._world.commit_all(tuple(past.changes(events, at)))
        self._hub.all_read()

    def perform(self, effect: Effect, key: EffectKey, at: datetime) -> Receipt:
        """Carry an effect out as of a moment, perhaps a past one. Raises Refused."""
        performed = self._world.state.performed
        if key not in performed:
            made = Outbound(self._world, at).made(effect)
            self._world.commit(*made.changes, changes.Performed(at=at, key=key, made=made.made))
        return Receipt(made=performed[key])

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        """Carry an effect out now; one that was carried out already answers as it did then."""
        return self.perform(effect, key, self._clock.now())

    async def recall(self, effect: Effect, *, key: EffectKey) -> Receipt | None:  # noqa: ARG002
        """What was carried out stands in the journal, and nothing else was."""
        performed = self._world.state.performed
        return Receipt(made=performed[key]) if key in performed else None

    def open_door(self) -> None:
        """Take the address now rather than when it runs. Raises Unavailable where something else has it."""
        self._door = opened(self._options.host, self._options.port)

    def saw(self) -> None:
        """The core has seen more: panels shall show it soon."""
        self._hub.saw()

    async def run(self, receive: Receive) -> None:
        """Hand over what was never heard and all that comes, and serve the site, until cancelled."""
        listening = self._door or opened(self._options.host, self._options.port)
        self._door = None
        address = _address(self._options.host, listening)
        app = application(self._site, self._hub)
        with listening:
            async with asyncio.TaskGroup() as tasks:
                courier = tasks.create_task(self._hand_over(receive))
                hub = tasks.create_task(self._hub.run())
                try:
                    await serve(app, listening, lambda: self._options.on_ready(address), self._hub.close)
                finally:
                    courier.cancel()
                    hub.cancel()

    async def _hand_over(self, receive: Receive) -> None:
        """Events go in the order in which they were told, as many at once as wait."""
        self._pending.set()
        while True:
            await self._pending.wait()
            self._pending.clear()
            if events := tuple(self._world.state.waiting.values()):
                await receive(events)
                heard = tuple(event.id for event in events)
                self._world.commit(changes.Heard(at=self._clock.now(), events=heard))


def opened(host: str, port: int) -> socket.socket:
    """A place at which to be visited. Raises Unavailable."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise Unavailable(f"{host}, port {port}: {reason}", timedelta(seconds=10)) from error
    # Accepted sockets inherit it; asyncio sets it only where a socket names its protocol. Answers would wait 40 ms.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _address(host: str, listening: socket.socket) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listening.getsockname()[1]}"
