"""Migrations go up and down again, on filled tables, and leave what the code expects."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.errors import SchemaError, StorageUnavailable
from bot.storage import engine, migrate
from bot.storage.store import Store
from tests.builders import message
from tests.flow.roads import road, rules
from tests.flow.test_batches import Busy


async def test_up_down_and_up_again(empty_database: str) -> None:
    url = engine.parse(empty_database)
    await migrate.upgrade(url)
    assert await migrate.revision(url) == migrate.newest()
    assert await migrate.differences(url) == []
    await migrate.downgrade(url, "base")
    assert await migrate.revision(url) is None
    await migrate.upgrade(url)
    assert await migrate.differences(url) == []


async def test_down_from_filled_tables_and_up_to_guarded_ones(database: str) -> None:
    store = await Store.open(database)
    async with road(store, rules(Busy())) as queue:
        await queue.put([message("a", number=n) for n in range(1, 6)])
    await store.close()
    url = engine.parse(database)
    await migrate.downgrade(url, "base")
    await migrate.upgrade(url)
    store = await Store.open(database)
    async with road(store, rules(Busy())) as queue:
        await queue.put([message("a")])
    with pytest.raises(DBAPIError, match="append-only"):
        async with store.writing() as connection:
            await connection.execute(text("DELETE FROM rulings"))
    await store.close()


async def test_creating_what_exists_changes_nothing(database: str) -> None:
    await migrate.create(engine.parse(database))


def test_a_backup_holds_what_the_database_holds(tmp_path: Path) -> None:
    path = tmp_path / "palabre.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("INSERT INTO t VALUES (42)")
    copy = migrate.backup(engine.parse(f"sqlite:///{path}"), datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert copy.name == "palabre-20260302-090000.backup.db"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT x FROM t").fetchall() == [(42,)]


def test_a_backup_of_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="no database"):
        migrate.backup(engine.parse(f"sqlite:///{tmp_path / 'none.db'}"), datetime(2026, 3, 2, tzinfo=UTC))
    with pytest.raises(SchemaError, match="pg_dump"):
        migrate.backup(engine.parse("postgresql://host/name"), datetime(2026, 3, 2, tzinfo=UTC))


def test_an_unknown_database_is_named() -> None:
    with pytest.raises(SchemaError, match="mysql is not a database"):
        engine.parse("mysql://host/name")
