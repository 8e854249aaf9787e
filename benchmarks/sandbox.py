"""How soon a decision is seen in the browser after a message is sent, with one window open and with two hundred.

The server runs in a process of its own, as `palabre demo` starts it; windows are streams of server-sent events, read
here. A window is served at most ten times a second, so that a tenth of a second is the most that waiting alone costs.
Messages are harmless and each is new; thirty people take turns, so that no policy on rhythm wakes up.
"""

import asyncio
import itertools
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx2
import psutil
from rich.console import Console
from rich.table import Table

MESSAGES = 60
WINDOWS = (1, 50, 200)
_OPEN = re.compile(rb"http://127\.0\.0\.1:\d+")
_PEOPLE = re.compile(r'href="/en/(U0[A-Z0-9]+)/C0GENERAL1"')
_LIMITS = httpx2.Limits(max_connections=None, max_keepalive_connections=None)


class Window:
    """One open stream, and when it first told of each message that it waits for."""

    def __init__(self) -> None:
        self.decided: dict[str, float] = {}

    async def read(self, lines: AsyncIterator[str], mark: re.Pattern[str]) -> None:
        """Note when the panel, not the chat alone, first shows a message."""
        place = ""
        async for line in lines:
            for target, number in mark.findall(line):
                place = target or place
                if number and place == "sightings":
                    self.decided.setdefault(number, time.perf_counter())


@asynccontextmanager
async def server(folder: Path) -> AsyncIterator[tuple[str, psutil.Process]]:
    """A sandbox in a process of its own."""
    out = folder / "said.txt"
    command = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0"]
    with out.open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT)  # noqa: ASYNC220
    try:
        while not (found := _OPEN.search(out.read_bytes())):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        yield found[0].decode(), psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


async def measured(address: str, count: int, numbers: "itertools.count[int]") -> list[float]:
    """Milliseconds from a message sent to its decision seen, in each of the windows, for every message."""
    mark, windows = re.compile(r'hx-target="#([a-z]+)"|benchmark (\d+) says hello'), [Window() for _ in range(count)]
    taken: list[float] = []
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(httpx2.AsyncClient(base_url=address, timeout=30, limits=_LIMITS))
        page = (await client.get("/en/U0YUKI0001/C0GENERAL1")).text
        people = sorted(set(_PEOPLE.findall(page)))
        lines = []
        for _ in windows:
            stream = client.stream("GET", "/en/U0YUKI0001/live?channel=web:tilleul/C0GENERAL1&thread=&most=20&seen=")
            lines.append((await stack.enter_async_context(stream)).aiter_lines())
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        readers = [tasks.create_task(window.read(some, mark)) for window, some in zip(windows, lines, strict=True)]
        await asyncio.sleep(1)
        for number in itertools.islice(numbers, MESSAGES):
            person = people[number % len(people)]
            fields = {"_channel": "web:tilleul/C0GENERAL1", "text": f"benchmark {number} says hello"}
            sent = time.perf_counter()
            headers = {"origin": address, "hx-request": "true"}
            answer = await client.post(f"/en/{person}/do/post", data=fields, headers=headers)
            answer.raise_for_status()
            assert not answer.text, answer.text
            async with asyncio.timeout(20):
                while any(str(number) not in window.decided for window in windows):  # noqa: ASYNC110
                    await asyncio.sleep(0.002)
            taken += [(window.decided[str(number)] - sent) * 1000 for window in windows]
        for reader in readers:
            reader.cancel()
    return taken


async def fetched(address: str) -> list[float]:
    """Milliseconds for a small file: what the server costs where nothing is decided."""
    taken = []
    async with httpx2.AsyncClient(base_url=address) as client:
        for _ in range(MESSAGES):
            began = time.perf_counter()
            (await client.get("/static/leaf.svg")).raise_for_status()
            taken.append((time.perf_counter() - began) * 1000)
    return taken


async def main() -> None:
    """Measure, and print one table."""
    shown = Table(title="From a message sent to its decision seen", title_justify="left")
    shown.add_column("how")
    for heading in ("× one window", "median ms", "p99 ms", "memory MiB"):
        shown.add_column(heading, justify="right")
    rows: list[tuple[str, list[float], float]] = []
    numbers = itertools.count(1)
    with tempfile.TemporaryDirectory() as folder:
        async with server(Path(folder)) as (address, process):
            rows.append(("floor: a small file", await fetched(address), _mebibytes(process)))
            for count in WINDOWS:
                taken = await measured(address, count, numbers)
                rows.append((f"{count} open", taken, _mebibytes(process)))
    base = statistics.median(rows[1][1])
    for name, taken, memory in rows:
        median, worst = statistics.median(taken), sorted(taken)[int(len(taken) * 0.99) - 1]
        shown.add_row(name, f"{median / base:.2f}", f"{median:,.1f}", f"{worst:,.1f}", f"{memory:,.0f}")
    Console(width=100).print(shown)


def _mebibytes(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 2**20


if __name__ == "__main__":
    asyncio.run(main())
