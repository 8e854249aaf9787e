"""Ended in the middle of a line, before and after every kind of statement: the books are those of an unbroken run."""

import asyncio
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.storage import audit
from bot.storage.store import Store
from tests.flow.bookkeeping import main
from tests.flow.roads import everything

ROOT = Path(__file__).parents[2]
_DEATHS = 8


@pytest.mark.timeout(120)
def test_a_crash_at_any_point_leaves_the_books_of_an_unbroken_run(sqlite_template: Path, tmp_path: Path) -> None:
    """Property 15, for the books: what was begun is there wholly or not at all, and once."""
    broken, whole = (Path(shutil.copy(sqlite_template, tmp_path / name)) for name in ("broken.db", "whole.db"))
    dice, deaths = random.Random(15), 0
    while _write(broken, dice.randrange(5, 120) if deaths < _DEATHS else 0) == 9:
        deaths += 1
    assert deaths == _DEATHS
    asyncio.run(main(whole, 0))
    assert asyncio.run(_looked_through(broken)) == asyncio.run(_looked_through(whole))


def _write(database: Path, dies_at: int) -> int:
    command = [sys.executable, "-m", "tests.flow.bookkeeping", str(database), str(dies_at)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


async def _looked_through(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    store = await Store.open(f"sqlite:///{database}")
    try:
        async with store.reading() as connection:
            assert [flaw async for flaw in audit.flaws(connection, 1, audit.Seen())] == []
        return await everything(store)
    finally:
        await store.close()
