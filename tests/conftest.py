"""Databases for tests: each test gets one of its own, on SQLite and on PostgreSQL, made by the real migrations.

Stories of a community (`story`) are about what rooms rule, and run on one of the two: half of them on each.
"""

import asyncio
import gc
import getpass
import os
import shutil
import socket
import uuid
import zlib
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest
from hypothesis import settings

from bot.storage import engine, migrate
from bot.storage.store import Store

POSTGRES = os.environ.get("TEST_POSTGRES_URL", f"postgresql://{getpass.getuser()}@127.0.0.1:5432/postgres")
_REQUIRED = os.environ.get("TEST_POSTGRES_REQUIRED") == "1"
_DATABASES = ("sqlite", "postgresql")

# A test has seconds; how long one example takes depends on what else the machine does.
settings.register_profile("palabre", deadline=None, max_examples=50)
settings.load_profile("palabre")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A story is told on one database; where there is no PostgreSQL, all of them are on SQLite."""
    databases = _DATABASES if _REQUIRED or _answers() else _DATABASES[:1]
    items[:] = [item for item in items if item.get_closest_marker("story") is None or _told_here(item, databases)]


def pytest_collection_finish() -> None:
    """What was imported stays: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()


def _told_here(item: pytest.Item, databases: Sequence[str]) -> bool:
    name, _, database = item.nodeid.rstrip("]").partition("[")
    at = next((one for one in _DATABASES if one in database), None)
    return at is None or at == databases[zlib.crc32(name.encode()) % len(databases)]


def _answers() -> bool:
    address = urlsplit(POSTGRES)
    try:
        socket.create_connection((address.hostname or "127.0.0.1", address.port or 5432), timeout=1).close()
    except OSError:
        return False
    return True


async def _administer(statement: str) -> None:
    connection = await asyncpg.connect(POSTGRES)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _address(database: str) -> str:
    return f"{POSTGRES.rpartition('/')[0]}/{database}"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("template") / "template.db"
    asyncio.run(migrate.upgrade(engine.parse(f"sqlite:///{path}")))
    return path


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    name = f"palabre_template_{uuid.uuid4().hex[:12]}"
    try:
        asyncio.run(_administer(f"CREATE DATABASE {name}"))
    except (OSError, asyncpg.PostgresError) as error:
        if _REQUIRED:
            raise
        pytest.skip(f"no PostgreSQL at {POSTGRES}: {error}; set TEST_POSTGRES_URL to use another")
    asyncio.run(migrate.upgrade(engine.parse(_address(name))))
    yield name
    asyncio.run(_administer(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=_DATABASES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database with every table."""
    if request.param == "sqlite":
        path = tmp_path / "palabre.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    template, name = request.getfixturevalue("postgres_template"), f"palabre_{uuid.uuid4().hex[:12]}"
    asyncio.run(_administer(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield _address(name)
    asyncio.run(_administer(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=_DATABASES)
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    request.getfixturevalue("postgres_template")
    name = f"palabre_{uuid.uuid4().hex[:12]}"
    asyncio.run(_administer(f"CREATE DATABASE {name}"))
    yield _address(name)
    asyncio.run(_administer(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    opened = await Store.open(database)
    yield opened
    await opened.close()
