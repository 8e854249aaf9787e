"""What every benchmark needs: rows to replay, runs that take turns, and a table with the ratio first."""

import asyncio
import os
import resource
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "data"
SAMPLE = ROOT / "examples" / "tilleul"

Run = Callable[[Path], Awaitable[float]]
"""Does its work in an empty folder and returns how many per second, or seconds, or mebibytes."""


def corpus() -> tuple[Path, str]:
    """A real export where there is one, else the sample, and what to call it; no message is seen twice."""
    real = REAL / "slack_export_pythondev.zip"
    if real.exists():
        return real, "14,787 messages of a developers' Slack, each seen once"
    return SAMPLE, "the 297 messages of the sample community, each seen once"


async def in_turns(runs: Mapping[str, Run], times: int = 5) -> dict[str, list[float]]:
    """Each run in turn, again and again, so that a noisy minute hits all of them."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(times):
        for name, run in runs.items():
            with tempfile.TemporaryDirectory() as folder:
                found[name].append(await run(Path(folder)))
    return found


def table(question: str, unit: str, found: Mapping[str, Sequence[float]], floor: str) -> None:
    """Print medians, their spread, and the ratio to one of them."""
    base = statistics.median(found[floor])
    shown = Table(title=question, title_justify="left", caption_justify="left")
    shown.add_column("how")
    for heading in (f"× {floor}", f"median {unit}", "lowest", "highest"):
        shown.add_column(heading, justify="right")
    for name, values in found.items():
        median = statistics.median(values)
        figures = (median, min(values), max(values))
        shown.add_row(name, f"{median / base:.2f}", *(f"{value:,.1f}" for value in figures))
    Console(width=110).print(shown)


def one_core() -> None:
    """Keep this process on one core, where the system allows it."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def peak_mebibytes() -> float:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(question: Callable[[], Coroutine[None, None, None]]) -> None:
    """Run a benchmark from the shell."""
    one_core()
    asyncio.run(question())
