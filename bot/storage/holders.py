"""Who holds which role: a row each beside the accounts, so that a team is found among a hundred thousand members."""

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, delete, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import AccountFact
from bot.storage.tables import account_roles as rows

_GONE = delete(rows).where(rows.c.partition == bindparam("one"), rows.c.account == bindparam("whose"))


async def save(
    connection: AsyncConnection, partition: int, known: Iterable[AccountFact], forgotten: Sequence[str]
) -> None:
    """The roles of these accounts as they are now; none of those that are forgotten."""
    facts = tuple(known)
    gone = [{"one": partition, "whose": name} for name in (*forgotten, *(one.account for one in facts))]
    if gone:
        await connection.execute(_GONE, gone)
    held = [
        {"partition": partition, "role": role, "account": one.account}
        for one in facts
        for role in dict.fromkeys(one.roles)
    ]
    if held:
        await connection.execute(insert(rows), held)
