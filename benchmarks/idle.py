"""What does a community cost that has nothing to say? `python -m benchmarks.idle [communities]`

The whole bot on SQLite, its platform silent: processor time and memory once everything is at rest, with one community
and with many of them, each in a process of its own.
"""

import asyncio
import gc
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import structlog

from benchmarks.measuring import ROOT, main, table
from bot.app import databases
from bot.app.assembly import awaiting
from bot.app.clock import SystemClock
from bot.app.live import Bot
from bot.config import load
from bot.pipeline.moments import LiveMoments
from bot.ports import Capabilities, Receive
from bot.storage.store import Store
from tests.fakes import FakeAdapter

MANY = 60
SETTLING, SECONDS = 20.0, 15.0


class Silent(FakeAdapter):
    """A platform on which nothing happens."""

    def __init__(self) -> None:
        super().__init__()
        effects = frozenset({"send_direct", "delete_message", "time_out_member", "post_card", "reply_card"})
        self.capabilities = Capabilities(effects=effects)

    async def run(self, receive: Receive) -> None:  # noqa: ARG002
        """Until cancelled."""
        await asyncio.Event().wait()


async def once(number: int) -> None:
    """In the process that is measured: per mille of a core, and mebibytes."""
    structlog.configure(processors=[_silent])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.toml"
        path.write_text("".join(f'[communities.c{n}]\nspaces = ["fake:S{n}"]\n' for n in range(number)))
        config = load(path, {"PALABRE_DATABASE_URL": f"sqlite:{folder}/palabre.db"})
        await databases.upgrade(config)
        store, clock = await Store.open(config.database.get_secret_value()), SystemClock()
        bot = Bot(config, store, awaiting(config, LiveMoments(clock)), [Silent()], clock)
        running = asyncio.create_task(bot.run())
        await bot.started.wait()
        await asyncio.sleep(SETTLING)
        gc.collect()
        begun, used = time.perf_counter(), time.process_time()
        await asyncio.sleep(SECONDS)
        share = (time.process_time() - used) / (time.perf_counter() - begun)
        print(1000 * share, psutil.Process().memory_info().rss / 2**20)
        bot.end()
        await running
        await store.close()


def _silent(_logger: object, _name: str, _event: object) -> str:
    raise structlog.DropEvent


def _measured(number: int) -> tuple[float, float]:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.idle", "--once", str(number)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    share, memory = map(float, run.stdout.split())
    return share, memory


async def compare(many: int) -> None:
    """Print what many cost beside one."""
    runs = {"one community": _measured(1), f"{many} communities": _measured(many)}
    found = {name: [share] for name, (share, _) in runs.items()}
    table("processor time while nothing happens", "‰ of a core", found, "one community")
    table("memory", "MiB", {name: [memory] for name, (_, memory) in runs.items()}, "one community")
    (_, least), (_, most) = runs.values()
    print(f"each further community: {(most - least) / (many - 1):.2f} MiB")


async def _asked(arguments: list[str]) -> None:
    if arguments[:1] == ["--once"]:
        await once(int(arguments[1]))
    else:
        await compare(int(arguments[0]) if arguments else MANY)


if __name__ == "__main__":
    main(lambda: _asked(sys.argv[1:]))
