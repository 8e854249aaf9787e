"""What concerns somebody: what was done about them, and what they reported, as far as they may know of it."""

import json
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import Matter, MattersFact
from bot.ids import AccountId
from bot.storage import privacy, tables
from bot.views import Bilingual

_MOST = 20


async def about(connection: AsyncConnection, partition: int, account: str) -> MattersFact:
    """The latest first; that others reported somebody is not told before anything came of it."""
    incidents = tables.incidents
    asked = (
        select(incidents)
        .where(
            incidents.c.partition == partition,
            (incidents.c.reporter == account) | ((incidents.c.account == account) & privacy.not_sealed()),
            incidents.c.origin != "hand",
        )
        .order_by(incidents.c.at.desc(), incidents.c.incident)
        .limit(_MOST)
    )
    found = tuple(_matter(row, account) for row in await connection.execute(asked))
    return MattersFact(account=AccountId(account), matters=found)


def _matter(row: Row[Any], account: str) -> Matter:
    titles = tuple(Bilingual(**title) for title in json.loads(row.details).get("titles", ()))
    return Matter(row.at, row.state, row.moved_at, titles, reported=row.reporter == account)
