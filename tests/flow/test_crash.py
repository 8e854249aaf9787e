"""Killed again and again while it sends: every card is felt once, or somebody is told that nobody knows."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.flow.sending import MESSAGES

ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(120)
def test_a_card_is_felt_once_or_marked_unsure_however_often_the_process_dies(
    sqlite_template: Path, tmp_path: Path
) -> None:
    database, felt = Path(shutil.copy(sqlite_template, tmp_path / "palabre.db")), tmp_path / "felt"
    felt.touch()
    dice, kills = random.Random(12), 0
    while True:
        process = _send(database, felt)
        if kills < 6:
            _wait_for_more(felt, dice.randrange(3, 18))
            time.sleep(dice.random() * 0.01)
            process.kill()
            kills += 1
        process.wait()
        if process.returncode == 0:
            break
        assert process.returncode == -9
    times = Counter(felt.read_text().split())
    with closing(sqlite3.connect(database)) as connection:
        states = dict(connection.execute("SELECT key, state FROM outbox").fetchall())
    assert len(states) == MESSAGES * 3
    assert set(states.values()) <= {"done", "unsure"}
    assert set(times.values()) == {1}
    assert {key for key, state in states.items() if state == "done"} <= set(times)
    unsure = [key for key, state in states.items() if state == "unsure"]
    assert 0 < len(unsure) <= kills * 4


def _send(database: Path, felt: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.flow.sending", str(database), str(felt)], cwd=ROOT)


def _wait_for_more(felt: Path, lines: int) -> None:
    wanted = felt.read_text().count("\n") + lines
    deadline = time.monotonic() + 20
    while felt.read_text().count("\n") < wanted and time.monotonic() < deadline:
        time.sleep(0.001)
