"""Does memory stay flat however long the export is? `python -m benchmarks.memory [messages]`

Writes a Slack export of so many messages, replays it in a process of its own, and prints the most memory that process
held next to what the shortest export costs. Also the time that `palabre --help` takes.
"""

import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import ROOT, main, peak_mebibytes, table
from bot.app.replay import Replay, replay
from bot.config.load import load

PEOPLE, CHANNELS, A_DAY = 3000, 20, 500
_START = 1_700_000_000


def write_export(path: Path, messages: int) -> None:
    """A Slack export whose every message is different; people and channels take turns."""
    users = [{"id": f"U{n:07}", "team_id": "TBENCH", "name": f"person-{n}"} for n in range(PEOPLE)]
    channels = [{"id": f"C{n:07}", "name": f"channel-{n}"} for n in range(CHANNELS)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("users.json", json.dumps(users))
        archive.writestr("channels.json", json.dumps(channels))
        for number, start in enumerate(range(0, messages, CHANNELS * A_DAY)):
            day = time.strftime("%Y-%m-%d", time.gmtime(_START + number * 86400))
            for channel in range(CHANNELS):
                first = start + channel * A_DAY
                said = list(_said(number, range(first, min(first + A_DAY, messages))))
                if said:
                    archive.writestr(f"channel-{channel}/{day}.json", json.dumps(said))


def _said(day: int, numbers: range) -> Iterator[dict[str, str]]:
    for place, number in enumerate(numbers):
        moment = _START + day * 86400 + place * 60
        yield {
            "type": "message",
            "user": f"U{number * 7919 % PEOPLE:07}",
            "text": f"message {number}: what does <https://docs.example/{number}|page {number}> say of `{number}`?",
            "ts": f"{moment}.{number % 1_000_000:06}",
        }


async def once(export: str) -> None:
    """In the process that is measured."""
    with tempfile.TemporaryDirectory() as folder:
        config = load(None, {"PALABRE_DATABASE_URL": f"sqlite:{folder}/palabre.db"})
        start = time.perf_counter()
        result = await replay(config, Replay(export=Path(export)))
        print(peak_mebibytes(), result.handed / (time.perf_counter() - start))


def _measured(export: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.memory", "--once", str(export)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    mebibytes, rate = said.split()
    return float(mebibytes), float(rate)


async def question() -> None:
    longest = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    memory: dict[str, list[float]] = {}
    rates: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (2_000, longest // 10, longest):
            export = Path(folder) / f"{count}.zip"
            write_export(export, count)
            mebibytes, rate = _measured(export)
            memory[f"{count:,} messages"], rates[f"{count:,} messages"] = [mebibytes], [rate]
    table("Memory of a replay", "MiB at most", memory, "2,000 messages")
    table("Speed of a replay, set-up included", "events/s", rates, "2,000 messages")
    helped = {"python -c pass": ["-c", "pass"], "palabre --help": ["-m", "bot", "--help"]}
    table(
        "Starting",
        "ms",
        {name: [_started(arguments) for _ in range(7)] for name, arguments in helped.items()},
        "python -c pass",
    )


def _started(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=True)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    if "--once" in sys.argv:
        main(lambda: once(sys.argv[2]))
    else:
        main(question)
