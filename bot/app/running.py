"""`palabre run`: the bot on every platform that it was given a key to, until it is asked to end."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from bot.app import databases, holding, outside, platforms, shell
from bot.app.adoption import adopting
from bot.app.assembly import awaiting
from bot.app.clock import SystemClock
from bot.app.guide import StoredGuide
from bot.app.live import Bot
from bot.app.looking_back import LookingBack
from bot.app.oversight import Oversight
from bot.app.turnstile import StoredTurnstile
from bot.config import Config
from bot.errors import Complaint, Complaints, PalabreError
from bot.ids import CommunityId
from bot.pipeline.moments import LiveMoments
from bot.ports import Adapter, Remark
from bot.storage import engine, locks
from bot.storage.store import Store

_SETTLED_AFTER_SECONDS = 30.0
"""By then servers have told of themselves, and what was missed is read."""


@dataclass(frozen=True, slots=True)
class Started:
    """What runs, as the operator is told."""

    platforms: tuple[str, ...]
    communities: tuple[CommunityId, ...]
    database: str


@dataclass(frozen=True, slots=True)
class Tell:
    """How the operator hears of things."""

    started: Callable[[Started], None]
    in_the_way: Callable[[Remark], None]


async def until_stopped(config: Config, tell: Tell) -> None:
    """Run until Ctrl-C or SIGTERM; what is on its way is still done, and a second Ctrl-C ends at once.

    Raises Complaints, StorageError.
    """
    async with _alone(config):
        upgraded = await databases.upgrade(config)
        store = await Store.open(config.database.get_secret_value(), keys=config.keys)
        try:
            await _run(config, store, tell, upgraded.place)
        finally:
            await store.close()


async def _run(config: Config, store: Store, tell: Tell, place: str) -> None:
    clock = SystemClock()
    guide = StoredGuide(store, {})
    vault = platforms.vault(config, store, clock)
    adapters = platforms.adapters(config, guide, StoredTurnstile(store, clock), vault, clock)
    adapters += outside.adapters(config, store, clock)
    assemblies = tuple(platforms.ours(config, awaiting(config, LiveMoments(clock))))
    bot = Bot(config, store, assemblies, adapters, clock)
    guide.homes = bot.homes
    bot.adopt = adopting(config, clock)

    async def announce() -> None:
        await bot.started.wait()
        await holding.keep(config, clock)
        tell.started(_told(bot, adapters, place))

    end: PalabreError | None = None
    async with asyncio.TaskGroup() as group:
        overseeing = (Oversight(bot, one, store, clock, tell.in_the_way).run() for one in adapters)
        reminding, looking = holding.remind(bot, config, clock), LookingBack(bot, adapters, store, clock).run()
        mine = (announce(), reminding, looking, _come_to_rest(bot), *overseeing)
        watching = [group.create_task(one) for one in mine]
        try:
            await _ended_by_signals(bot)
        except PalabreError as error:
            end = error
        finally:
            for task in watching:
                task.cancel()
    if end is not None:
        raise end


async def _ended_by_signals(bot: Bot) -> None:
    running, loop = asyncio.ensure_future(bot.run()), asyncio.get_running_loop()
    asked = 0

    def end() -> None:
        nonlocal asked
        asked += 1
        if asked == 1:
            bot.end()
        else:
            running.cancel()

    with suppress(NotImplementedError):  # Windows: Ctrl-C then comes as KeyboardInterrupt
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, end)
    with suppress(asyncio.CancelledError):
        await running


def at_rest() -> None:
    """Let the collector of garbage leave alone what stays: policies, words, servers.

    Looking through all of it now and then would hold everything up for a tenth of a second (`benchmarks/discord.py`).
    """
    gc.collect()
    gc.freeze()


async def _come_to_rest(bot: Bot) -> None:
    await bot.started.wait()
    await asyncio.sleep(_SETTLED_AFTER_SECONDS)
    at_rest()


def _told(bot: Bot, adapters: Sequence[Adapter], database: str) -> Started:
    return Started(
        platforms=tuple(one.platform for one in adapters),
        communities=tuple(dict.fromkeys(bot.homes.values())),
        database=database,
    )


@asynccontextmanager
async def _alone(config: Config) -> AsyncIterator[None]:
    """Two bots on one database would send everything twice, but for those that share it by shards."""
    file = shell.database_file(config)
    if file is not None:
        with _alone_on(file):
            yield
        return
    shards = config.settings.discord.shards
    address = engine.parse(config.database.get_secret_value())
    async with locks.alone(address, shards.ids if shards.count else None) as free:
        if not free:
            raise Complaints([_another(shell.database_shown(config))])
        yield


@contextmanager
def _alone_on(file: Path) -> Iterator[None]:
    lock = FileLock(file.with_name(f"{file.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Complaints([_another(str(file))]) from None
    except OSError as error:
        hint = "name another place for the database in config.toml"
        raise Complaints([Complaint(str(file), f"its folder cannot be written ({error.strerror})", hint)]) from None
    try:
        yield
    finally:
        lock.release()


def _another(place: str) -> Complaint:
    hint = "end the other one, or give this one a database of its own"
    return Complaint(place, "another Palabre runs on this database", hint)
