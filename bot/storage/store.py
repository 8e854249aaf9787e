"""The database, opened once: a place to write batches, and a place to ask questions."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import datetime
from typing import Self

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import PolicyId, RevisionId
from bot.storage import engine, migrate, policies
from bot.storage.pseudonyms import NO_KEYS, Keys
from bot.storage.unit import Unit


class Store:
    """Opened for as long as the program runs."""

    def __init__(self, url: URL, busy_seconds: float = 5.0, known_by: Keys = NO_KEYS) -> None:
        self.url = url
        self._known_by = known_by
        self._writer = engine.writer(url, busy_seconds)
        self._reader = engine.reader(url, busy_seconds)
        self._claimer = engine.claimer(self._writer)
        self._turn: AbstractAsyncContextManager[object]
        self._turn = asyncio.Lock() if url.get_backend_name() == "sqlite" else nullcontext()
        """SQLite has one writer at a time: in one program they queue up here, instead of asking again and again."""

    @classmethod
    async def open(cls, url: str, *, create: bool = False, keys: Sequence[str] = ()) -> Self:
        """Open a database; `create` makes its tables where it is empty. Raises SchemaError, StorageUnavailable.

        `keys` are the environment's: under names made with them goes on what still holds of somebody forgotten.
        """
        address = engine.parse(url)
        if create:
            await migrate.create(address)
        else:
            await migrate.check(address)
        return cls(address, known_by=Keys.derived(keys))

    async def close(self) -> None:
        """Give the connections back."""
        await self._writer.dispose()
        await self._reader.dispose()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write, committed at the end of the block."""
        with engine.translated():
            async with self._turn, self._writer.begin() as connection:
                yield connection

    @asynccontextmanager
    async def claiming(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that takes rows which others leave alone, and minds nobody else."""
        with engine.translated():
            async with self._turn, self._claimer.begin() as connection:
                yield connection

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Unit]:
        """A transaction for one batch of the pipeline."""
        async with self.writing() as connection:
            yield Unit(connection, self._known_by)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A view of the database as it was at the block's start."""
        with engine.translated():
            async with self._reader.connect() as connection:
                yield connection

    async def remember_revisions(self, revisions: Iterable[tuple[RevisionId, PolicyId, str]], now: datetime) -> None:
        """Keep the text of every policy revision that decisions may be pinned to."""
        wordings = [
            policies.Wording(revision=revision, policy=policy, content=content)
            for revision, policy, content in revisions
        ]
        async with self.writing() as connection:
            await policies.remember(connection, wordings, now)
