"""The sandbox as a platform: what people do in it is handed over, what the bot wants is made so, windows are served."""

import asyncio
import os
import socket
from collections.abc import AsyncGenerator, Sequence
from datetime import datetime, timedelta

import structlog

from adapters.web import changes, inbound
from adapters.web.options import Options, TimeMachine, ignore
from adapters.web.outbound import Outbound, prints
from adapters.web.seeding import Channel, Past, Resident
from adapters.web.serving import serve
from adapters.web.site.app import application
from adapters.web.site.live import Hub
from adapters.web.site.site import Site
from adapters.web.world import World
from bot import effects, fingerprints
from bot.catalogue.catalogue import Catalogue
from bot.effects import Effect, HashFiles
from bot.errors import StorageError, Unavailable
from bot.events import Event, MessagePosted
from bot.ids import EffectKey, Platform, SpaceId
from bot.ports import Capabilities, Clock, Guide, Receipt, Receive

_log = structlog.get_logger("adapters.web")
EVERY_KIND = effects.EVERY_KIND - {"remove_from_channel", "join_channel", "show_home"}


class WebAdapter:
    """One sandbox: a world, its site, and the bot in it."""

    patience = 1.0
    """Seconds until the core is told again, where its database was away."""

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
        self._port = options.port
        self._ready = options.on_ready
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
        if isinstance(effect, HashFiles):
            return fingerprints.told(effect, key, prints(self._world.state, effect), at)
        return Receipt(made=performed[key])

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        """Carry an effect out now; one that was carried out already answers as it did then."""
        return self.perform(effect, key, self._clock.now())

    async def recall(self, effect: Effect, *, key: EffectKey) -> Receipt | None:  # noqa: ARG002
        """What was carried out stands in the journal, and nothing else was."""
        performed = self._world.state.performed
        return Receipt(made=performed[key]) if key in performed else None

    async def past(self, space: SpaceId, since: datetime, until: datetime) -> AsyncGenerator[MessagePosted, None]:
        """What stands where everybody reads it, in its latest wording, the youngest first."""
        state = self._world.state
        for message in sorted(state.messages.values(), key=lambda one: one.order, reverse=True):
            if space == state.space and since <= message.at < until and (told := inbound.stands(state, message)):
                yield told

    def open_door(self) -> None:
        """Take the address now rather than when it runs. Raises Unavailable where something else has it."""
        self._door = opened(self._options.host, self._options.port)

    def close_door(self) -> None:
        """Let the address go where it never came to be served."""
        if self._door is not None:
            self._door.close()

    def saw(self) -> None:
        """The core has seen more: panels shall show it soon."""
        self._hub.saw()

    async def run(self, receive: Receive) -> None:
        """Hand over what was never heard and all that comes, and serve the site, until cancelled."""
        listening = self._door or opened(self._options.host, self._port)
        self._door, self._port = None, listening.getsockname()[1]
        app = application(self._site, self._hub)
        with listening:
            async with asyncio.TaskGroup() as tasks:
                courier = tasks.create_task(self._hand_over(receive))
                hub = tasks.create_task(self._hub.run())
                try:
                    await serve(app, listening, self._visited, self._hub.close)
                finally:
                    courier.cancel()
                    hub.cancel()

    def _visited(self) -> None:
        """Say where it is, once: windows find their way back to the same address by themselves."""
        ready, self._ready = self._ready, ignore
        ready(f"http://{_shown(self._options.host)}:{self._port}")

    async def _hand_over(self, receive: Receive) -> None:
        """Events go in the order in which they were told, as many at once as wait; windows stay open meanwhile."""
        self._pending.set()
        while True:
            await self._pending.wait()
            self._pending.clear()
            if events := tuple(self._world.state.waiting.values()):
                await self._told(receive, events)

    async def _told(self, receive: Receive, events: Sequence[Event]) -> None:
        """Where the database is away, they wait. One that can never be taken must not stop all that come after it."""
        try:
            await receive(events)
        except StorageError as error:
            _log.warning("events wait", number=len(events), error=type(error).__name__)
            await asyncio.sleep(self.patience)
            self._pending.set()
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, it stands in the log
            if len(events) > 1:
                for one in events:
                    await self._told(receive, (one,))
                return
            _log.error("an event is given up", event_id=events[0].id, error=type(error).__name__)
        self._world.commit(changes.Heard(at=self._clock.now(), events=tuple(event.id for event in events)))


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


def _shown(host: str) -> str:
    """Where this machine finds itself; an address that means all of them is none to go to."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - told apart, not listened at
    return f"[{host}]" if ":" in host else host
