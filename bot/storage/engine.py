"""Connections: SQLite and PostgreSQL set up so that no update is lost, and their errors in our words."""

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.errors import Clash, Fenced, SchemaError, StorageUnavailable

# PostgreSQL: serialization failures and deadlocks want the transaction again; classes 08, 53, 57: a server in trouble.
_AGAIN = {"40001", "40P01"}
_IN_TROUBLE = ("08", "53", "57", "25006")
_SQLITE_TROUBLE = ("locked", "busy", "full", "readonly", "read-only", "unable to open", "i/o error", "disk")
_NO_DATABASE = ("file is not a database", "disk image is malformed")


def parse(url: str) -> URL:
    """A database address with the async driver that goes with it. Raises SchemaError for other databases."""
    given = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
    backend = given.drivername.partition("+")[0]
    if backend not in drivers:
        message = f"{backend} is not a database that Palabre knows: use sqlite:///FILE or postgresql://HOST/NAME"
        raise SchemaError(message)
    return given.set(drivername=drivers[backend])


def look(url: URL) -> None:
    """Raises StorageUnavailable where a SQLite file cannot be there, or cannot be opened."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    path = Path(url.database)
    if not path.parent.is_dir():
        raise StorageUnavailable(f"there is no folder {path.parent} for the database: make it, or set database.url")
    if path.is_dir() or (path.exists() and not os.access(path, os.R_OK)) or not os.access(path.parent, os.X_OK):
        raise StorageUnavailable(f"the database {path} cannot be opened: check its permissions, or set database.url")
    if not path.exists() and not os.access(path.parent, os.W_OK):
        raise StorageUnavailable(f"the folder {path.parent} may not be written to: change that, or set database.url")


def writer(url: URL, busy_seconds: float) -> AsyncEngine:
    """An engine whose every transaction may write: BEGIN IMMEDIATE on SQLite, SERIALIZABLE on PostgreSQL.

    On SQLite a transaction waits up to `busy_seconds` for another program's.
    """
    return (
        _sqlite(url, busy_seconds, begin="BEGIN IMMEDIATE") if url.get_backend_name() == "sqlite" else _postgresql(url)
    )


def claimer(engine: AsyncEngine) -> AsyncEngine:
    """The writer's connections for the outbox: rows are claimed under a lock, so that snapshots need not agree."""
    on_sqlite = engine.dialect.name == "sqlite"
    return engine if on_sqlite else engine.execution_options(isolation_level="READ COMMITTED")


def reader(url: URL, busy_seconds: float) -> AsyncEngine:
    """An engine for questions, which neither waits for a writer nor makes one wait."""
    return _sqlite(url, busy_seconds, begin="BEGIN") if url.get_backend_name() == "sqlite" else _postgresql(url)


def holder(url: URL) -> AsyncEngine:
    """An engine of PostgreSQL for one connection that holds locks, and no transaction meanwhile."""
    return create_async_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")


def _sqlite(url: URL, busy_seconds: float, *, begin: str) -> AsyncEngine:
    engine = create_async_engine(
        url, hide_parameters=True, connect_args={"timeout": busy_seconds}, pool_size=4, max_overflow=0
    )

    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN itself, see below
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten
        cursor.execute("PRAGMA cache_size = -16384")
        cursor.close()

    def begun(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", connected)
    event.listen(engine.sync_engine, "invalidate", _cut_off)
    event.listen(engine.sync_engine, "begin", begun)
    return engine


def _cut_off(connection: Any, _record: Any, _error: BaseException | None) -> None:
    """End the transaction of a connection that is given up because its task was cancelled.

    Closing is not enough: SQLite keeps a connection, its transaction and its locks for as long as one of its statements
    is alive, which is until the collector of garbage comes by.
    """
    connection.run_async(_rolled_back)


async def _rolled_back(driver: Any) -> None:
    rolling = asyncio.ensure_future(driver.rollback())
    with suppress(asyncio.CancelledError, sqlite3.Error, ValueError):  # it is being closed anyway
        await asyncio.shield(rolling)


def _postgresql(url: URL) -> AsyncEngine:
    return create_async_engine(
        url, hide_parameters=True, isolation_level="SERIALIZABLE", pool_size=4, max_overflow=4, pool_pre_ping=True
    )


@contextmanager
def translated() -> Iterator[None]:
    """Turn drivers' errors into ours: Fenced where another writer was first, StorageUnavailable where time helps."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StorageUnavailable("all connections to the database are in use") from error
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)
        if state in _AGAIN:
            raise Fenced("the database asks for this transaction again") from error
        if any(words in str(error.orig) for words in _NO_DATABASE):
            raise SchemaError("the database file is damaged, or is no database: go back to a copy of it") from error
        if isinstance(error, IntegrityError) and "unique" in str(error.orig).lower():
            raise Clash(str(error.orig)) from error
        if _in_trouble(error, state):
            raise StorageUnavailable(_plainly(error)) from error
        raise
    except (sqlite3.OperationalError, OSError) as error:
        raise StorageUnavailable(str(error)) from error


def _in_trouble(error: DBAPIError, state: str | None) -> bool:
    if error.connection_invalidated or (isinstance(error, InterfaceError) and state is None):
        return True
    if state is not None:
        return state.startswith(_IN_TROUBLE)
    return isinstance(error, OperationalError) and any(word in str(error.orig).lower() for word in _SQLITE_TROUBLE)


def _plainly(error: DBAPIError) -> str:
    said = str(error.orig).lower()
    if "full" in said:
        return "the disk that holds the database is full: make room, then try again"
    if "locked" in said or "busy" in said:
        return "another program keeps the database locked: close it, then try again"
    if "readonly" in said or "read-only" in said:
        return "the database may not be written to: check the permissions of its file and folder"
    if "unable to open" in said:
        return "the database file cannot be opened: check its path and the permissions of its folder"
    return f"the database does not answer: {error.orig}"
