"""What managers set in chat: a row for each setting, with its author and time, over what the file says."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import Fact, Setting, SettingsFact
from bot.ids import AccountId
from bot.storage import tables


async def load(connection: AsyncConnection, partition: int) -> SettingsFact:
    """Everything that was set in a community."""
    rows = tables.settings
    asked = select(rows.c.key, rows.c.value, rows.c.author, rows.c.at).where(rows.c.partition == partition)
    return SettingsFact(
        values={key: Setting(value, author, at) for key, value, author, at in await connection.execute(asked)}
    )


async def save(connection: AsyncConnection, partition: int, fact: Fact | None) -> None:
    """Replace everything that was set in a community."""
    values: Mapping[str, Setting] = fact.values if isinstance(fact, SettingsFact) else {}
    await connection.execute(delete(tables.settings).where(tables.settings.c.partition == partition))
    rows = [
        {"partition": partition, "key": key, "value": one.value, "author": one.by, "at": one.at}
        for key, one in values.items()
    ]
    if rows:
        await connection.execute(insert(tables.settings), rows)


async def forget(connection: AsyncConnection, partition: int, account: AccountId) -> None:
    """Leave no trace of an account among the settings."""
    rows = tables.settings
    mine = (rows.c.partition == partition,)
    await connection.execute(rows.update().where(*mine, rows.c.author == account).values(author=None))
    await connection.execute(delete(rows).where(*mine, rows.c.key.endswith(f":{account}", autoescape=True)))
    lists = select(rows.c.key, rows.c.value).where(*mine, rows.c.value.contains(json.dumps(account), autoescape=True))
    for key, value in (await connection.execute(lists)).all():
        left = _text_without(value, account)
        await connection.execute(rows.update().where(*mine, rows.c.key == key).values(value=left))


def _text_without(value: str, account: AccountId) -> str:
    try:
        said = json.loads(value)
    except ValueError:  # managers' own words
        return value.replace(account, "…")
    return json.dumps(_without(said, account))


def _without(said: Any, account: AccountId) -> Any:
    """A list or a table of accounts without one of them."""
    if isinstance(said, list):
        return [_without(one, account) for one in said if one != account]
    if isinstance(said, dict):
        return {name: None if one == account else _without(one, account) for name, one in said.items()}
    return said
