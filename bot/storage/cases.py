"""Cases as they are asked for: those that press most, those about one thing, and the log of one."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.states import LIVE
from bot.facts import Brief, LogFact, OpenAboutFact, QueueFact
from bot.ids import AccountId, CaseId
from bot.storage import tables

_LIVE = sorted(LIVE)


async def queue(connection: AsyncConnection, partition: int, most: str) -> QueueFact:
    """The live cases that press most: where somebody may be in danger first, then by their deadlines."""
    cases = tables.cases
    live = (cases.c.partition == partition, cases.c.state.in_(_LIVE))
    asked = select(cases).where(*live).order_by(cases.c.urgent.desc(), cases.c.due_at, cases.c.number).limit(int(most))
    rows = (await connection.execute(asked)).all()
    number = await connection.scalar(select(func.count()).select_from(cases).where(*live))
    return QueueFact(briefs=tuple(map(brief, rows)), live=number or 0)


async def open_about(connection: AsyncConnection, partition: int, subject: str) -> OpenAboutFact:
    """The live cases about a message, an incident or an account, the earliest first."""
    cases = tables.cases
    named = (cases.c.message == subject) | (cases.c.incident == subject) | (cases.c.respondent == subject)
    asked = select(cases.c.case).where(cases.c.partition == partition, named, cases.c.state.in_(_LIVE))
    found = await connection.scalars(asked.order_by(cases.c.number))
    return OpenAboutFact(cases=tuple(CaseId(one) for one in found))


async def log(connection: AsyncConnection, partition: int, case: str) -> LogFact:
    """Every line of a log whose details are still there."""
    lines, details = tables.case_log, tables.case_details
    asked = (
        select(lines.c.number, details.c.line)
        .outerjoin(
            details,
            (details.c.partition == lines.c.partition)
            & (details.c.case == lines.c.case)
            & (details.c.number == lines.c.number),
        )
        .where(lines.c.partition == partition, lines.c.case == case)
        .order_by(lines.c.number)
    )
    rows = (await connection.execute(asked)).all()
    return LogFact(case=CaseId(case), lines=tuple(codec.load_line(row.line) if row.line else None for row in rows))


async def of_account(connection: AsyncConnection, partition: int, account: str, most: int) -> Sequence[Brief]:
    """The cases in which an account is a party, live ones first, then the latest."""
    cases = tables.cases
    party = (cases.c.respondent == account) | (cases.c.opener == account)
    asked = (
        select(cases)
        .where(cases.c.partition == partition, party)
        .order_by(cases.c.state.in_(_LIVE).desc(), cases.c.number.desc())
        .limit(most)
    )
    return tuple(map(brief, (await connection.execute(asked)).all()))


def brief(row: Row[Any]) -> Brief:
    """What lists need of a row of `cases`."""
    data = json.loads(row.data)
    people = (row.opener, row.respondent, *data.get("reporters", ()), *data.get("handlers", ()))
    return Brief(
        case=CaseId(row.case),
        kind=row.kind,
        state=row.state,
        opened_at=row.opened_at,
        due_at=row.due_at,
        handler=row.handler,
        respondent=row.respondent,
        outcome=row.outcome,
        people=tuple(AccountId(one) for one in dict.fromkeys(people) if one),
        private=bool(data["opening"].get("private")),
        space=row.space,
        urgent=row.urgent,
    )
