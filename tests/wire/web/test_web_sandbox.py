import asyncio
import gc
from contextlib import suppress
from pathlib import Path

import pytest

from bot.app import sandbox
from bot.app.sandbox import Wanted


async def _until(folder: Path, reached: asyncio.Future[str]) -> None:
    """Serve a sandbox until that far, and end it."""
    running = asyncio.create_task(sandbox.serve(Wanted(folder=folder, port=0, ready=reached.set_result)))
    async with asyncio.timeout(20):
        await reached
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def _opened(folder: Path) -> int:
    """Open a sandbox as usual; how much the bot has done in it by then."""
    await _until(folder, asyncio.get_running_loop().create_future())
    return (folder / "world.jsonl").read_bytes().count(b'"kind":"performed"')


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_past_that_was_cut_short_is_lived_through_anew(tmp_path: Path) -> None:
    done = await _opened(tmp_path / "whole")
    cut = tmp_path / "cut"
    running = asyncio.create_task(sandbox.serve(Wanted(folder=cut, port=0, ready=lambda _: None)))
    async with asyncio.timeout(20):
        while not (cut / "palabre.db").exists() or b"posted" not in (cut / "world.jsonl").read_bytes():  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    gc.collect()
    assert (cut / "world.jsonl").read_bytes().count(b'"kind":"performed"') < done
    assert await _opened(cut) == done > 3


async def test_a_sandbox_whose_journal_was_taken_away_begins_anew(tmp_path: Path) -> None:
    done = await _opened(tmp_path)
    (tmp_path / "world.jsonl").unlink()
    assert await _opened(tmp_path) == done
