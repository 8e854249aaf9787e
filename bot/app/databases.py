"""Looking after the database: brought up to date, copied, asked whether it answers."""

from dataclasses import dataclass
from pathlib import Path

from bot.app import shell
from bot.app.clock import SystemClock
from bot.config import Config
from bot.errors import SchemaError
from bot.storage import engine, migrate
from bot.storage.store import Store


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What became of the tables."""

    place: str
    before: str | None
    """None: there were no tables."""
    after: str
    copy: Path | None
    """The copy that was made first."""


async def upgrade(config: Config) -> Upgraded:
    """Bring the tables up to date; a SQLite file with tables in it is copied first. Raises StorageError."""
    address = engine.parse(config.database.get_secret_value())
    newest, place = migrate.newest(), shell.database_shown(config)
    before = await migrate.revision(address)
    if before is not None and not migrate.known(before):
        raise SchemaError(f"{place} was made by a newer version of Palabre (revision {before}): use that one")
    copy = None
    if before is not None and before != newest and address.get_backend_name() == "sqlite":
        copy = migrate.backup(address, SystemClock().now())
    if before != newest:
        await migrate.upgrade(address)
        await migrate.check(address)
    return Upgraded(place, before, newest, copy)


def backup(config: Config) -> Path:
    """Copy a SQLite database beside itself. Raises StorageError."""
    return migrate.backup(engine.parse(config.database.get_secret_value()), SystemClock().now())


async def answer(config: Config) -> None:
    """Raises StorageError where the database does not answer or holds other tables than expected."""
    async with shell.opened(config) as store:
        await _ask(store)


async def _ask(store: Store) -> None:
    await shell.communities(store)
