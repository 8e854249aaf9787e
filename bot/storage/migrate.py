"""The schema, through Alembic alone: brought up to date, looked at, and backed up first."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, event, pool
from sqlalchemy.ext.asyncio import create_async_engine

from bot.errors import SchemaError, StorageUnavailable
from bot.storage.engine import look, translated

Result = TypeVar("Result")
_SCRIPTS = Path(__file__).parents[2] / "migrations"


async def upgrade(url: URL, revision: str = "head") -> None:
    """Bring the schema up to a revision; nothing happens where it is there already."""
    await _run(url, lambda config: command.upgrade(config, revision))


async def downgrade(url: URL, revision: str) -> None:
    """Take the schema down to a revision, `base` for none."""
    await _run(url, lambda config: command.downgrade(config, revision))


async def differences(url: URL) -> list[str]:
    """What the tables in the database lack or have beyond those in the code: empty where they agree."""
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - only tests and `doctor` ask

    from bot.storage.tables import metadata  # noqa: PLC0415

    def compare(connection: Connection) -> list[str]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [repr(difference) for difference in compare_metadata(context, metadata)]

    return await _with_connection(url, compare)


async def revision(url: URL) -> str | None:
    """The revision that the database stands at; None for an empty one."""
    return await _with_connection(url, lambda connection: MigrationContext.configure(connection).get_current_revision())


def newest() -> str:
    """The revision that this version of Palabre expects."""
    head = ScriptDirectory(str(_SCRIPTS)).get_current_head()
    if head is None:
        raise SchemaError("the folder of migrations is missing from this installation")
    return head


def known(revision: str) -> bool:
    """Whether this version of Palabre has heard of a revision; a newer one made it otherwise."""
    return any(script.revision == revision for script in ScriptDirectory(str(_SCRIPTS)).walk_revisions())


async def create(url: URL) -> None:
    """Make every table in an empty database. Raises SchemaError where it holds the tables of another version."""
    if await revision(url) is None:
        await upgrade(url)
    await check(url)


async def check(url: URL) -> None:
    """Raises SchemaError, with the next step, where the schema is not the expected one."""
    found, expected = await revision(url), newest()
    if found is None:
        raise SchemaError("the database is empty: run `palabre db upgrade`")
    if found != expected:
        raise SchemaError(f"the database is at revision {found}, not {expected}: run `palabre db upgrade`")


def backup(url: URL, now: datetime) -> Path:
    """Copy a SQLite database beside itself, consistent even while it is written to; the copy's path.

    Raises SchemaError on other databases, whose own tools do this better.
    """
    if url.get_backend_name() != "sqlite" or not url.database:
        raise SchemaError("this command copies SQLite files; for PostgreSQL use pg_dump")
    source = Path(url.database)
    if not source.exists():
        raise StorageUnavailable(f"there is no database at {source}")
    target = source.with_name(f"{source.stem}-{now:%Y%m%d-%H%M%S}.backup{source.suffix}")
    with translated(), closing(sqlite3.connect(source)) as database, closing(sqlite3.connect(target)) as copy:
        database.backup(copy)
    return target


async def _run(url: URL, change: Callable[[Config], None]) -> None:
    def apply(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
        config.attributes["connection"] = connection
        change(config)

    await _with_connection(url, apply)


async def _with_connection(url: URL, work: Callable[[Connection], Result]) -> Result:
    look(url)
    engine = create_async_engine(url, poolclass=pool.NullPool, hide_parameters=True)
    if url.get_backend_name() == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with translated():
            async with engine.begin() as connection:
                return await connection.run_sync(work)
    finally:
        await engine.dispose()


def _prepare_sqlite(connection: object, _record: object) -> None:
    # Recreating a table that others refer to would delete their rows: foreign keys are off before BEGIN.
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA foreign_keys = OFF")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()
