"""How much of Bolt's own speed is left? `python -m benchmarks.slack`

A loopback server that speaks Slack's protocol runs in a process of its own, on the other core where there is one, and
delivers over Socket Mode. Bolt with an empty handler is the floor; beside it the whole bot: the packs that are switched
on from the start, records, durable commit on SQLite with `synchronous=FULL`, an acknowledgement after the commit. Then,
at 200 events a second, how long Slack waits for its acknowledgement; and, killing the bot at random moments of a
stream, whether anything that was acknowledged is missing afterwards. Speed is counted in this process's own time, since
the server is slower than either.
"""

import asyncio
import json
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import structlog
from rich.console import Console
from rich.table import Table
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.exports import open_export
from benchmarks.measuring import ROOT, corpus, in_turns, main, table
from bot.app import databases, platforms
from bot.app.assembly import awaiting
from bot.app.clock import SystemClock
from bot.app.guide import StoredGuide
from bot.app.live import Bot
from bot.app.options import NoVault
from bot.app.running import at_rest
from bot.app.turnstile import StoredTurnstile
from bot.config import Config, load
from bot.events import MessagePosted
from bot.pipeline.moments import LiveMoments
from bot.storage.store import Store
from tests.wire.slack.server import LoopbackSlack

EVENTS = 4_000
RATE, SECONDS = 200, 10
STREAM, KILLS = 10_000, 8


# The other side, in its own process


async def serve() -> None:
    """Reads orders as lines of JSON, answers each with a line of JSON."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    async with LoopbackSlack(deadline=30.0) as slack:
        channel = slack.add_channel("talk")
        people = slack.crowd(500, channel=channel)
        reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        _say({"api": slack.api_url, "token": slack.token, "app": slack.app_token, "team": slack.team.id})
        while line := await reader.readline():
            order = json.loads(line)
            if order["do"] == "post":
                _say(await _posted(slack, channel, people, order))
            elif order["do"] == "acknowledged":
                heard = (one.payload["event"] for one in slack.deliveries("message") if one.latency is not None)
                _say([one["ts"] for one in heard if not {"subtype", "bot_id"} & one.keys()])
            elif order["do"] == "cut":
                slack.sockets.cut()
                _say(None)
            elif order["do"] == "connected":
                await slack.connected(1, timeout=30.0)
                _say(None)


async def _posted(slack: LoopbackSlack, channel: Any, people: Sequence[Any], order: dict[str, Any]) -> Any:
    """Somebody writes so often; when everything is acknowledged, how long that took and how long each one waited."""
    count, rate = order["count"], order.get("rate")
    before, begun = len(slack.deliveries("message")), time.perf_counter()
    for number, text in enumerate(islice(cycle(_texts()), count)):
        if rate is not None:
            await asyncio.sleep(max(0.0, number / rate - (time.perf_counter() - begun)))
        elif number % 50 == 0:
            await asyncio.sleep(0)
        slack.post(people[number % len(people)], channel, text)
    if order.get("wait", True):
        await slack.settled(120.0)
    taken = time.perf_counter() - begun
    waits = [one.latency * 1000 for one in slack.deliveries("message")[before:] if one.latency is not None]
    return {"seconds": taken, "waits": waits}


def _texts() -> list[str]:
    export, _ = corpus()
    said = (one.text for one in open_export(export).events() if isinstance(one, MessagePosted))
    return [text for text in said if 0 < len(text.strip()) <= 3_000]


def _say(told: Any) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


class Other:
    """The server, seen from here."""

    def __init__(self, process: asyncio.subprocess.Process, at: dict[str, str]) -> None:
        self._process = process
        self.at = at

    async def ask(self, do: str, **order: Any) -> Any:
        """One order, one answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, **order}).encode() + b"\n")
        await self._process.stdin.drain()
        return json.loads(await self._process.stdout.readline())


@asynccontextmanager
async def other() -> AsyncIterator[Other]:
    """A server of its own for each run."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.slack", "serve"), stdin=-1, stdout=-1, cwd=ROOT, limit=2**26
    )
    assert process.stdout is not None
    try:
        yield Other(process, json.loads(await process.stdout.readline()))
    finally:
        process.kill()
        await process.wait()


# This side


@asynccontextmanager
async def alone(peer: Other) -> AsyncIterator[None]:
    """Bolt and an empty handler that runs before the acknowledgement, as ours does."""
    client = AsyncWebClient(token=peer.at["token"], base_url=peer.at["api"])
    app = AsyncApp(client=client, process_before_response=True)

    @app.event("message")
    async def message(ack: Any) -> None:
        await ack()

    handler = AsyncSocketModeHandler(app, peer.at["app"], web_client=client)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await peer.ask("connected")
    yield
    await handler.close_async()  # type: ignore[no-untyped-call]


def _config(folder: Path, at: dict[str, str]) -> Config:
    path = folder / "config.toml"
    path.write_text(
        f'[slack]\napi_url = "{at["api"].rstrip("/")}"\n'
        f'[communities.bench]\nspaces = ["slack:{at["team"]}"]\nobservation_days = 0\n'
    )
    return load(path, {"PALABRE_SLACK_BOT_TOKEN": at["token"], "PALABRE_SLACK_APP_TOKEN": at["app"]})


@asynccontextmanager
async def whole(folder: Path, at: dict[str, str]) -> AsyncIterator[None]:
    """The bot as `palabre run` makes it."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    config = _config(folder, at)
    await databases.upgrade(config)
    store, clock = await Store.open(config.database.get_secret_value()), SystemClock()
    guide = StoredGuide(store, {})
    adapters = platforms.adapters(config, guide, StoredTurnstile(store, clock), NoVault(), clock)
    bot = Bot(config, store, awaiting(config, LiveMoments(clock)), adapters, clock)
    guide.homes = bot.homes
    running = asyncio.create_task(bot.run(grace_seconds=1))
    await bot.started.wait()
    yield
    bot.end()
    await running
    await store.close()


async def floor(folder: Path) -> float:
    async with other() as peer, alone(peer):
        return await _rate(peer)


async def _rate(peer: Other) -> float:
    before = time.process_time()
    await peer.ask("post", count=EVENTS)
    return EVENTS / (time.process_time() - before)


async def ours(folder: Path) -> float:
    async with other() as peer, whole(folder, peer.at):
        await peer.ask("connected")
        await asyncio.sleep(1.0)
        at_rest()
        return await _rate(peer)


async def waits(folder: Path) -> list[float]:
    async with other() as peer, whole(folder, peer.at):
        await peer.ask("connected")
        await asyncio.sleep(1.0)
        at_rest()
        return sorted((await peer.ask("post", count=RATE * SECONDS, rate=RATE))["waits"])


async def _lives(at: dict[str, str], folder: Path) -> None:
    """A process that is going to be killed."""
    async with whole(folder, at):
        await asyncio.Event().wait()


async def lost(folder: Path) -> tuple[int, int]:
    """How many events were acknowledged in a stream of kills, and how many of these are missing afterwards."""
    async with other() as peer:
        said = [sys.executable, "-m", "benchmarks.slack", "lives", json.dumps(peer.at), str(folder)]
        for _ in range(KILLS):
            process = await asyncio.create_subprocess_exec(*said, cwd=ROOT)
            await peer.ask("connected")
            await peer.ask("post", count=STREAM // KILLS, wait=False)
            await asyncio.sleep(random.uniform(0.1, 1.5))  # noqa: S311 - any moment will do
            process.kill()
            await process.wait()
            await peer.ask("cut")
        acknowledged = set(await peer.ask("acknowledged"))
    with closing(sqlite3.connect(folder / "palabre.db")) as connection:
        rows = connection.execute("SELECT message FROM events WHERE kind = 'message_posted'")
        kept = {message.rpartition("/")[2] for (message,) in rows if message}
    return len(acknowledged), len(acknowledged - kept)


async def question() -> None:
    _, name = corpus()
    bolt, bot = "Bolt alone, empty handler", "the whole bot"
    found = await in_turns({bolt: floor, bot: ours}, times=5)
    table(
        f"Through real Bolt, Socket Mode: {EVENTS:,} messages of {name}; one core", "events/s of own time", found, bolt
    )
    shown = Table(title=f"How long Slack waits, at {RATE} events/s", title_justify="left")
    for heading in ("run", "p50 ms", "p99 ms", "longest ms"):
        shown.add_column(heading, justify="right")
    for number in range(1, 4):
        with tempfile.TemporaryDirectory() as folder:
            one = await waits(Path(folder))
        figures = (statistics.median(one), one[int(len(one) * 0.99)], one[-1])
        shown.add_row(str(number), *(f"{figure:.1f}" for figure in figures))
    Console(width=110).print(shown)
    with tempfile.TemporaryDirectory() as folder:
        heard, missing = await lost(Path(folder))
    Console(width=110).print(f"Killed {KILLS} times in {STREAM:,} events: {heard:,} acknowledged, {missing} missing.")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve"]:
            asyncio.run(serve())
        case ["lives", at, home]:
            asyncio.run(_lives(json.loads(at), Path(home)))
        case _:
            main(question)
