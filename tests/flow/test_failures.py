"""A database in trouble: said clearly, waited for, and nothing lost that was acknowledged."""

import asyncio
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.errors import StorageUnavailable
from bot.events import MessagePosted
from bot.pipeline.partition import Patience
from bot.pipeline.queue import LocalQueue
from bot.storage import engine
from bot.storage.store import Store
from tests.builders import message
from tests.flow.roads import everything, road, rules


@pytest.fixture
def path(sqlite_template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sqlite_template, tmp_path / "palabre.db"))


async def test_a_locked_database_is_waited_for(path: Path) -> None:
    store = Store(engine.parse(f"sqlite:///{path}"), busy_seconds=0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with road(store, rules(), patience=Patience(seconds=20)) as queue:
            waiting = asyncio.ensure_future(queue.put([message("hello")]))
            await asyncio.sleep(0.4)
            assert not waiting.done()
            other.execute("COMMIT")
            await waiting
    assert len((await everything(store))["events"]) == 1
    await store.close()


async def test_a_database_that_stays_locked_is_given_up_and_nothing_is_acknowledged(
    path: Path,
) -> None:
    store = Store(engine.parse(f"sqlite:///{path}"), busy_seconds=0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with road(store, rules(), patience=Patience(seconds=0.2)) as queue:
            with pytest.raises(StorageUnavailable, match="another program keeps the database locked"):
                await queue.put([message("hello")])
            other.execute("COMMIT")
            await queue.put([message("hello")])
    found = await everything(store)
    assert len(found["events"]) == 1
    assert found["quarantine"] == []
    await store.close()


async def test_a_full_disk_is_said_and_what_was_acknowledged_stays(path: Path) -> None:
    store = await Store.open(f"sqlite:///{path}")
    event.listen(store._writer.sync_engine, "connect", _small_disk(path))
    acknowledged = 0
    async with road(store, rules(), patience=Patience(seconds=0.1, batch=50)) as queue:
        batches = iter([message("hello", number=n) for n in range(start, start + 50)] for start in range(1, 5000, 50))
        while (refused := await _refused(queue, next(batches))) is None:
            acknowledged += 50
        assert "is full: make room" in str(refused)
    found = await everything(store)
    assert acknowledged > 0
    assert len(found["events"]) == acknowledged
    assert found["quarantine"] == []
    await store.close()


async def _refused(queue: LocalQueue, batch: Sequence[MessagePosted]) -> StorageUnavailable | None:
    try:
        await queue.put(batch)
    except StorageUnavailable as error:
        return error
    return None


def _small_disk(path: Path) -> Callable[[sqlite3.Connection, object], None]:
    pages = path.stat().st_size // 4096 + 20

    def limited(connection: sqlite3.Connection, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        cursor.close()

    return limited


_LIMITED = """
import asyncio, resource, sys
from pathlib import Path
from bot.app.replay import Replay, replay
from bot.config.load import load
from bot.errors import StorageUnavailable
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    asyncio.run(replay(load(None, {}), Replay(export=Path(sys.argv[1]), chunk=20, batch=20, patience_seconds=0.3)))
except StorageUnavailable as error:
    sys.exit(f"unavailable: {error}")
"""


def test_a_file_that_may_not_grow_ends_a_replay_with_a_reason_and_it_can_go_on(path: Path) -> None:
    sample = Path(__file__).parents[2] / "examples" / "tilleul"
    limit = path.stat().st_size + 120_000
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    command = [sys.executable, "-c", _LIMITED, str(sample)]
    first = subprocess.run([*command, str(limit)], cwd=path.parent, capture_output=True, text=True, check=False)
    assert first.returncode == 1
    assert "unavailable: " in first.stderr
    assert "Traceback" not in first.stderr
    with closing(sqlite3.connect(path)) as connection:
        partly = connection.execute("SELECT count(*) FROM events").fetchone()[0]
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    second = subprocess.run([*command, str(2**40)], cwd=path.parent, capture_output=True, text=True, check=False)
    assert second.returncode == 0, second.stderr
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone()[0] > partly


async def test_a_database_that_may_not_be_written_to_is_said(path: Path) -> None:
    store = await Store.open(f"sqlite:///{path}")
    event.listen(store._writer.sync_engine, "connect", _read_only)
    async with road(store, rules(), patience=Patience(seconds=0.1)) as queue:
        with pytest.raises(StorageUnavailable, match="may not be written to"):
            await queue.put([message("hello")])
    await store.close()


def _read_only(connection: sqlite3.Connection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA query_only = ON")
    cursor.close()


async def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match=r"there is no folder .*nowhere"):
        await Store.open(f"sqlite:///{tmp_path / 'nowhere' / 'palabre.db'}", create=True)


async def test_a_road_that_ends_fails_whoever_waits_and_whoever_comes_later(path: Path) -> None:
    store = await Store.open(f"sqlite:///{path}")
    async with road(store, rules()) as queue:
        await queue.put([message("hello")])
    with pytest.raises(StorageUnavailable, match="ended"):
        await queue.put([message("hello")])
    await store.close()
