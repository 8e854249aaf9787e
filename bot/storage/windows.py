"""What the windows of spaces hold about one account: shown, taken out, and dropped once it is old."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import AccountId
from bot.storage import tables
from bot.storage.types import microseconds

_LISTS = ("heard", "entered")
_AT, _ACCOUNT = 0, 1
"""Where an entry holds its time and whom it is about."""

Entry = list[Any]


async def about(connection: AsyncConnection, partition: int, account: AccountId) -> list[dict[str, Any]]:
    """Every entry about an account."""
    windows = tables.windows
    rows = await connection.execute(select(windows).where(windows.c.partition == partition))
    return [
        {"space": row.space, "list": name, "entry": entry}
        for row in rows
        for name in _LISTS
        for entry in json.loads(getattr(row, name))
        if entry[_ACCOUNT] == account
    ]


async def forget(connection: AsyncConnection, partition: int, account: AccountId) -> None:
    """Take an account out, also where no room remembers windows any more."""
    await _keep(connection, partition, lambda entry: entry[_ACCOUNT] != account)


async def prune(connection: AsyncConnection, partition: int, before: datetime) -> None:
    """Drop what is older than any window reaches; a space in which nothing happens any more does not do so itself."""
    oldest = microseconds(before)
    await _keep(connection, partition, lambda entry: entry[_AT] >= oldest)


async def _keep(connection: AsyncConnection, partition: int, wanted: Callable[[Entry], bool]) -> None:
    windows = tables.windows
    for row in (await connection.execute(select(windows).where(windows.c.partition == partition))).all():
        here = (windows.c.partition == partition, windows.c.space == row.space)
        before = {name: json.loads(getattr(row, name)) for name in _LISTS}
        after = {name: [entry for entry in entries if wanted(entry)] for name, entries in before.items()}
        if not any(after.values()):
            await connection.execute(delete(windows).where(*here))
        elif after != before:
            values = {name: json.dumps(entries, separators=(",", ":")) for name, entries in after.items()}
            await connection.execute(update(windows).where(*here).values(values))
