"""What stands about one account, as those who handle cases read it."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.facts import FileFact
from bot.ids import AccountId
from bot.storage import cases, tables

_MOST = 50


async def about(connection: AsyncConnection, partition: int, account: str) -> FileFact:
    """Measures and cases, the latest first, at most fifty of each; those imposed upon others besides."""
    sanctions, incidents = tables.sanctions, tables.incidents
    upon = select(sanctions.c.data).where(sanctions.c.partition == partition, sanctions.c.account == account)
    found = await connection.scalars(upon.order_by(sanctions.c.at.desc(), sanctions.c.sanction).limit(_MOST))
    by = select(sanctions.c.at, sanctions.c.name).where(sanctions.c.partition == partition, sanctions.c.by == account)
    imposed = await connection.execute(by.order_by(sanctions.c.at.desc()).limit(_MOST))
    number = select(func.count()).where(
        incidents.c.partition == partition,
        incidents.c.account == account,
        incidents.c.origin == "policy",
        incidents.c.state != "undone",
    )
    return FileFact(
        account=AccountId(account),
        sanctions=tuple(codec.load_sanctions(data)[0] for data in found),
        cases=tuple(await cases.of_account(connection, partition, account, _MOST)),
        imposed=tuple((at, name) for at, name in imposed),
        incidents=await connection.scalar(number) or 0,
    )
