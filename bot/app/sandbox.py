"""The sandbox: the sample community in the browser, its past already lived through, and the whole bot in it, live."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from adapters.web import journal
from adapters.web.adapter import WebAdapter
from adapters.web.changes import ClockMoved
from adapters.web.options import Options
from adapters.web.world import World
from bot.app import databases, outside, past
from bot.app.assembly import assemble, awaiting
from bot.app.clock import LapsingClock
from bot.app.guide import StoredGuide
from bot.app.live import Bot
from bot.app.looking_back import LookingBack
from bot.catalogue.declared import CATALOGUE
from bot.config import Config, load
from bot.errors import Complaint, Complaints, Unavailable
from bot.ids import CommunityId, space_id
from bot.pipeline.moments import LiveMoments, ReplayedMoments
from bot.pipeline.partition import Partition
from bot.pipeline.queue import LocalQueue
from bot.ports import Adapter
from bot.settings import DOORS
from bot.storage import questions
from bot.storage.store import Store
from bot.views import Locale

FOLDER = Path("palabre-demo") / "sandbox"
_UNFINISHED = "unfinished"
"""Stands in the folder until the past was lived through."""
COMMUNITY = CommunityId("tilleul")
SPACE = space_id("web", COMMUNITY)
ZONE = "Europe/Paris"
_HEARD = ("PALABRE_VAULT_KEY", "PALABRE_SMTP_USER", "PALABRE_SMTP_PASSWORD", "PALABRE_WEBHOOK_SECRET")
"""All that the sandbox takes from the environment: what it needs where its settings lead outside."""
_AT_ONCE = 200
_SETTINGS = """\
# The settings of the sandbox that `palabre demo` opens.
[database]
url = "sqlite:palabre.db"

[communities.{community}]
spaces = ["{space}"]
locale = "{locale}"
time_zone = "{zone}"
packs = ["starter", "respect", "newcomers", "brand"]
managers_channel = {{ "{space}" = "{team}" }}
# The community has known Palabre for a while: it acts at once. /setup begins anew.
observation_days = 0

[communities.{community}.levels]
"{space}/senior" = "senior"
"{space}/moderator" = "moderator"
"{space}/helper" = "helper"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How to open the sandbox."""

    folder: Path = FOLDER
    host: str = "127.0.0.1"
    port: int = 8420
    fresh: bool = False
    time_lapse: bool = False
    locale: Locale = "en"
    ready: Callable[[str], None]
    """Is told the address once the page can be visited."""


class Machine:
    """Lets time pass in the sandbox: what is due by then happens before anybody looks again."""

    def __init__(self, world: World, clock: LapsingClock, store: Store) -> None:
        self._world = world
        self._clock = clock
        self._store = store
        self.bot: Bot | None = None

    @property
    def moved(self) -> timedelta:
        """How far ahead it stands, all in all."""
        return self._clock.moved

    async def move(self, by: timedelta) -> None:
        """Let so much time pass."""
        self._clock.moved += by
        self._world.commit(ClockMoved(at=self._clock.now(), seconds=self._clock.moved.total_seconds()))
        if self.bot is not None:
            await self.bot.tick()

    async def next_deadline(self) -> datetime | None:
        """When something is due next."""
        async with self._store.reading() as connection:
            partition = await questions.partition(connection, COMMUNITY)
            return await questions.next_due(connection, partition) if partition is not None else None


async def until_stopped(wanted: Wanted) -> None:
    """Serve until somebody presses Ctrl-C, or the system asks for an end. Raises what `serve` raises."""
    serving, loop = asyncio.ensure_future(serve(wanted)), asyncio.get_running_loop()
    with suppress(NotImplementedError):  # Windows: Ctrl-C then comes as KeyboardInterrupt
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, serving.cancel)
    with suppress(asyncio.CancelledError):
        await serving


async def serve(wanted: Wanted) -> None:
    """Open the sandbox and keep it open until cancelled. Raises Complaints, StorageError, ExportError."""
    with _alone(wanted.folder):
        await _serve(replace(wanted, fresh=wanted.fresh or _half(wanted.folder)))


def _half(folder: Path) -> bool:
    """Whether a start was cut short there, or the world taken away from its bot: half a past is worse than none."""
    return (folder / _UNFINISHED).exists() or not (folder / journal.NAME).exists()


async def _serve(wanted: Wanted) -> None:
    config = load(_folder(wanted), {name: os.environ[name] for name in _HEARD if name in os.environ})
    world = World.open(wanted.folder, SPACE, fresh=wanted.fresh)
    await databases.upgrade(config)
    store = await Store.open(config.database.get_secret_value(), keys=config.keys)
    clock = LapsingClock(timedelta(seconds=world.state.moved))
    machine = Machine(world, clock, store) if wanted.time_lapse else None
    adapter = WebAdapter(world, CATALOGUE, StoredGuide(store, {SPACE: COMMUNITY}), clock, _options(wanted), machine)
    try:
        _open_door(adapter, wanted)
        if world.empty:
            await _live_through(config, store, adapter, clock.now())
            (wanted.folder / _UNFINISHED).unlink(missing_ok=True)
        adapters: list[Adapter] = [adapter, *outside.adapters(config, store, clock)]
        bot = Bot(config, store, awaiting(config, LiveMoments(clock)), adapters, clock, lambda _: adapter.saw())
        if machine is not None:
            machine.bot = bot
        await _run(bot, LookingBack(bot, adapters, store, clock))
    finally:
        adapter.close_door()
        world.close()
        await store.close()


async def _run(bot: Bot, looking: LookingBack) -> None:
    """Until cancelled, or until the bot ends."""
    beside = asyncio.ensure_future(looking.run())
    try:
        await bot.run()
    finally:
        beside.cancel()
        await asyncio.gather(beside, return_exceptions=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two programs in one folder would write over each other's world."""
    lock = FileLock(folder / "open.lock", timeout=0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        hint = "look for its window or its terminal, and close it with Ctrl-C"
        raise Complaints([Complaint(str(folder), "this sandbox is open already", hint)]) from None
    except OSError as error:
        raise _unwritable(folder, error) from None
    try:
        yield
    finally:
        lock.release()


def _open_door(adapter: WebAdapter, wanted: Wanted) -> None:
    try:
        adapter.open_door()
    except Unavailable as error:
        hint = f"close what uses it, or choose another: palabre demo --port {wanted.port + 1}"
        raise Complaints([Complaint("--port", f"nothing can be served at {error.reason}", hint)]) from None


def _unwritable(folder: Path, error: OSError) -> Complaints:
    problem = f"this folder cannot be written ({error.strerror})"
    return Complaints([Complaint(str(folder), problem, "go to another folder and start again")])


def _options(wanted: Wanted) -> Options:
    return Options(
        host=wanted.host,
        port=wanted.port,
        zone=ZONE,
        title="Tilleul",
        doors=frozenset(DOORS),
        on_ready=wanted.ready,
    )


def _folder(wanted: Wanted) -> Path:
    """The folder with its settings; what an earlier sandbox left there is taken away where it should be fresh."""
    settings = wanted.folder / "config.toml"
    try:
        wanted.folder.mkdir(parents=True, exist_ok=True)
        if wanted.fresh:
            (wanted.folder / _UNFINISHED).touch()
            for name in ("palabre.db", "palabre.db-wal", "palabre.db-shm"):
                (wanted.folder / name).unlink(missing_ok=True)
        if wanted.fresh or not settings.is_file():
            words = _SETTINGS.format(community=COMMUNITY, space=SPACE, locale=wanted.locale, zone=ZONE, team=past.TEAM)
            settings.write_text(words, encoding="utf-8")
    except OSError as error:
        raise _unwritable(wanted.folder, error) from None
    return settings


async def _live_through(config: Config, store: Store, adapter: WebAdapter, now: datetime) -> None:
    """Put the sample's past into the world, and the bot through it: what it would have done then stands done."""
    lived = await past.read(SPACE, now)
    adapter.seed(lived.events, people=lived.people, channels=lived.channels)
    settings = config.settings.communities[COMMUNITY]
    assembly = assemble(config, COMMUNITY, settings, ReplayedMoments(), adapter.perform)
    await store.remember_revisions(((one.id, one.policy, one.canonical) for one in assembly.book.revisions), now)
    queue = LocalQueue()
    road = asyncio.create_task(Partition(COMMUNITY, store, queue, assembly.rules).run())
    try:
        for first in range(0, len(lived.events), _AT_ONCE):
            await queue.put(lived.events[first : first + _AT_ONCE])
    finally:
        road.cancel()
        await asyncio.gather(road, return_exceptions=True)
