"""How much of discord.py's own speed is left? `python -m benchmarks.discord`

A loopback server that speaks Discord's protocol runs in a process of its own, on the other core where there is one.
discord.py with an empty handler is the floor; beside it the whole bot: real discord.py, the packs that are switched on
from the start, records, durable commit on SQLite with `synchronous=FULL`. Then, at 500 messages a second: how long from
the moment at which the gateway sends a message that must go until the request to delete it arrives. And how much memory
a server of 100,000 members takes. The three take turns within one run.
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import discord
import structlog
import yarl
from rich.console import Console
from rich.table import Table

from adapters.exports import open_export
from benchmarks.measuring import ROOT, Run, corpus, in_turns, main, peak_mebibytes, table
from bot.app import platforms
from bot.app.assembly import awaiting
from bot.app.clock import SystemClock
from bot.app.guide import StoredGuide
from bot.app.live import Bot
from bot.app.options import NoVault
from bot.app.running import at_rest
from bot.app.turnstile import StoredTurnstile
from bot.config import load
from bot.events import MessagePosted
from bot.pipeline.moments import LiveMoments
from bot.storage.batch import Ruled
from bot.storage.store import Store
from tests.wire.discord.server.server import LoopbackDiscord

MESSAGES = 10_000
RATE, SECONDS, EVERY = 500, 10, 25
"""Messages a second, for how long, and every how many of them one that must go."""
MEMBERS = 100_000
LONGEST = 2_000
"""Discord takes no longer message."""
SCAM = "Free nitro for everyone, claim it here: https://free-nitro.example/claim"


# The other side, in its own process


async def serve(members: int) -> None:
    """Reads orders as lines of JSON, answers each with a line of JSON."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    server = LoopbackDiscord(identify_window=0.0)
    guild = server.add_guild("bench")
    server.crowd(guild, members)
    channel = server.add_channel(guild, "talk")
    people = [one for one in guild.members.values() if not one.user.bot and one.user.id != guild.owner_id]
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async with server:
        _say({"api": server.api_url, "gateway": server.gateway_url, "token": server.token, "guild": str(guild.id)})
        while line := await reader.readline():
            order = json.loads(line)
            if order["do"] == "flood":
                texts = list(islice(cycle(_texts()), order["count"]))
                flood = server.flood(channel, zip(cycle(people), texts, strict=False), keep=False)
                _say({"ready": len(flood.encoded)})
                await reader.readline()
                _say({"sent": await flood.send()})
            elif order["do"] == "trickle":
                _say(await _trickle(server, channel, people))
            elif order["do"] == "sessions":
                _say({"sessions": len(server.gateway.live())})


def _texts() -> list[str]:
    export, _ = corpus()
    said = (one.text for one in open_export(export).events() if isinstance(one, MessagePosted))
    return [text for text in said if 0 < len(text.strip()) <= LONGEST][:MESSAGES]


async def _trickle(server: LoopbackDiscord, channel: Any, people: Sequence[Any]) -> dict[str, list[float]]:
    """At an even pace; when each message left, and when the request to delete it came."""
    texts, sent = cycle(_texts()), dict[str, float]()
    begun = time.perf_counter()
    for number in range(RATE * SECONDS):
        await asyncio.sleep(max(0.0, number / RATE - (time.perf_counter() - begun)))
        bad = number % EVERY == 0
        text = f"{SCAM}?{number}" if bad else next(texts)
        message = server.post(people[number % len(people)], channel, text)
        if bad:
            sent[str(message.id)] = time.time()
    await asyncio.sleep(3.0)
    deleted = {one.path.rpartition("/")[2]: one.at for one in server.requests if one.method == "DELETE"}
    return {
        "milliseconds": [(deleted[one] - at) * 1000 for one, at in sent.items() if one in deleted],
        "bad": [len(sent)],
    }


def _say(told: Any) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


class Other:
    """The server, seen from here."""

    def __init__(self, process: asyncio.subprocess.Process, at: dict[str, str]) -> None:
        self._process = process
        self.at = at

    async def ask(self, **order: Any) -> Any:
        """One order, one answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        await self._process.stdin.drain()
        return json.loads(await self._process.stdout.readline())


@asynccontextmanager
async def other(members: int = MESSAGES) -> AsyncIterator[Other]:
    """A server of its own for each run."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.discord", "serve", str(members), stdin=-1, stdout=-1, limit=2**26
    )
    assert process.stdout is not None
    yield Other(process, json.loads(await process.stdout.readline()))
    process.kill()
    await process.wait()


# This side


def _addresses(at: dict[str, str]) -> None:
    discord.http.Route.BASE = at["api"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(at["gateway"])


@asynccontextmanager
async def alone(peer: Other, heard: Callable[[int], None], **options: Any) -> AsyncIterator[None]:
    """discord.py and an empty handler."""
    _addresses(peer.at)
    client = discord.Client(intents=_intents(), max_messages=None, **options)

    @client.event
    async def on_message(message: discord.Message) -> None:
        heard(1)

    running = asyncio.create_task(client.start(peer.at["token"]))
    while not client.is_ready():  # noqa: ASYNC110 - discord.py sets no event that can be awaited before it starts
        await asyncio.sleep(0.05)
    yield
    await client.close()
    await running


def _intents() -> discord.Intents:
    intents = discord.Intents.default()
    intents.message_content = intents.members = True
    return intents


@asynccontextmanager
async def whole(folder: Path, peer: Other, heard: Callable[[int], None]) -> AsyncIterator[None]:
    """The bot as `palabre run` makes it."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    path = folder / "config.toml"
    path.write_text(
        f'[discord]\napi_url = "{peer.at["api"]}"\ngateway_url = "{peer.at["gateway"]}"\n'
        f'[communities.bench]\nspaces = ["discord:{peer.at["guild"]}"]\nobservation_days = 0\n'
    )
    config = load(path, {"PALABRE_DISCORD_TOKEN": peer.at["token"]})
    config = type(config)(**{**_fields(config), "policies": load(None, {}).policies})
    store, clock = await Store.open(config.database.get_secret_value(), create=True), SystemClock()
    guide = StoredGuide(store, {})
    adapters = platforms.adapters(config, guide, StoredTurnstile(store, clock), NoVault(), clock)

    def watch(batch: Sequence[Ruled]) -> None:
        heard(sum(isinstance(one.arrival, MessagePosted) for one in batch))

    bot = Bot(config, store, awaiting(config, LiveMoments(clock)), adapters, clock, watch)
    guide.homes = bot.homes
    running = asyncio.create_task(bot.run(grace_seconds=1))
    while not (await peer.ask(do="sessions"))["sessions"]:  # noqa: ASYNC110 - another process knows
        await asyncio.sleep(0.05)
    await asyncio.sleep(1.0)
    at_rest()
    yield
    bot.end()
    await running
    await store.close()


def _fields(config: Any) -> dict[str, Any]:
    return {name: getattr(config, name) for name in config.__dataclass_fields__}


async def _rate(peer: Other, count: Callable[[], int]) -> float:
    await peer.ask(do="flood", count=MESSAGES)
    begun, before = time.perf_counter(), count()
    sending = asyncio.ensure_future(peer.ask(do="go"))
    while count() - before < MESSAGES:  # noqa: ASYNC110 - looking must cost nothing
        await asyncio.sleep(0.01)
    taken = time.perf_counter() - begun
    await sending
    return MESSAGES / taken


class Count:
    """How many were heard."""

    def __init__(self) -> None:
        self.heard = 0

    def __call__(self, number: int) -> None:
        """So many more."""
        self.heard += number


async def floor(folder: Path) -> float:
    count = Count()
    async with other() as peer, alone(peer, count, chunk_guilds_at_startup=False):
        return await _rate(peer, lambda: count.heard)


async def ours(folder: Path) -> float:
    count = Count()
    async with other() as peer, whole(folder, peer, count):
        return await _rate(peer, lambda: count.heard)


async def latency(folder: Path) -> list[float]:
    async with other() as peer, whole(folder, peer, Count()):
        found = await peer.ask(do="trickle")
    missing = found["bad"][0] - len(found["milliseconds"])
    assert not missing, f"{missing} were never deleted"
    return list(found["milliseconds"])


async def _held(how: str) -> None:
    """Connect to a server of 100,000, look around for a moment, and say how much memory that took."""
    async with other(MEMBERS) as peer:
        if how == "ours":
            with tempfile.TemporaryDirectory() as folder:
                async with whole(Path(folder), peer, Count()):
                    await peer.ask(do="trickle")
        else:
            async with alone(peer, Count(), chunk_guilds_at_startup=how == "members"):
                await peer.ask(do="trickle")
    _say(peak_mebibytes())


def held(how: str) -> Run:
    async def run(folder: Path) -> float:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "benchmarks.discord",
            "held",
            how,
            stdout=-1,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        told, _ = await process.communicate()
        return float(told)

    return run


async def question() -> None:
    _, name = corpus()
    alone_, bot = "discord.py alone, empty handler", "the whole bot"
    found = await in_turns({alone_: floor, bot: ours}, times=5)
    title = f"Through real discord.py: {MESSAGES:,} messages of {name}; one core"
    table(title, "messages/s", found, alone_)
    waits = [sorted(await latency(Path(folder))) for folder in _folders(3)]
    _waits(waits)
    memory = await in_turns(
        {
            "discord.py with everybody in its cache (its default)": held("members"),
            "discord.py without": held("nobody"),
            bot: held("ours"),
        },
        times=3,
    )
    table(f"A server of {MEMBERS:,} members", "MiB", memory, "discord.py with everybody in its cache (its default)")


def _folders(number: int) -> Iterator[str]:
    for _ in range(number):
        with tempfile.TemporaryDirectory() as folder:
            yield folder


def _waits(waits: Sequence[Sequence[float]]) -> None:
    title = f"From the gateway's frame to the request to delete it, at {RATE} messages/s"
    shown = Table(title=title, title_justify="left")
    for heading in ("run", "p50 ms", "p99 ms", "longest ms"):
        shown.add_column(heading, justify="right")
    for number, one in enumerate(waits, 1):
        figures = (statistics.median(one), one[int(len(one) * 0.99)], one[-1])
        shown.add_row(str(number), *(f"{figure:.1f}" for figure in figures))
    Console(width=110).print(shown)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", members]:
            asyncio.run(serve(int(members)))
        case ["held", how]:
            asyncio.run(_held(how))
        case _:
            main(question)
