"""What concerns somebody: what was done about them, and what they reported, as far as they may know of it."""

import json
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.case import Case
from bot.disputes.told import party_roles
from bot.facts import Matter, MattersFact, Situation
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
    mine = AccountId(account)
    known = (_situation(case, mine) for case in await _cases(connection, partition, account))
    return MattersFact(account=mine, matters=found, situations=tuple(one for one in known if one is not None))


def _matter(row: Row[Any], account: str) -> Matter:
    titles = tuple(Bilingual(**title) for title in json.loads(row.details).get("titles", ()))
    return Matter(row.at, row.state, row.moved_at, titles, reported=row.reporter == account)


async def _cases(connection: AsyncConnection, partition: int, account: str) -> list[Case]:
    """In which they are a party, or which they told of; what others told of as well, as long as it is open."""
    rows = tables.cases
    named = or_(rows.c.opener == account, rows.c.respondent == account, rows.c.reporter == account)
    joined = rows.c.rank.is_not(None) & rows.c.people.contains(json.dumps(account), autoescape=True)
    found: dict[int, str] = {}
    for concerned in (named, joined):
        asked = select(rows.c.number, rows.c.data).where(rows.c.partition == partition, concerned)
        for row in await connection.execute(asked.order_by(rows.c.number.desc()).limit(_MOST)):
            found[row.number] = row.data
    return [codec.load_case(found[number]) for number in sorted(found, reverse=True)[:_MOST]]


def _situation(case: Case, account: AccountId) -> Situation | None:
    """What somebody may know of it; None where they are not told that there is this case.

    Whoever told of something knows when it is decided, and nothing of what goes on with whom it is about.
    """
    if case.opening.kind == "review":
        return None  # what was done about them tells of it
    if account in party_roles.audience(case):
        due = case.due_at if case.live else None
        about_them = account == case.opening.respondent
        return Situation(case.id, "about" if about_them else "asked", case.word, case.since, due)
    if account not in case.reporters:
        return None
    if case.decision is not None:
        return Situation(case.id, "reported", "decided", case.decision.at, None)
    return Situation(case.id, "reported", case.word, case.since, None)
