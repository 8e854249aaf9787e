"""Figures of a period, counted from the log of cases and from incidents; whom they are about is never read."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple, get_args

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.states import AppealResult
from bot.facts import FiguresFact
from bot.facts.figures import CaseFigure, IncidentFigure
from bot.ids import PolicyId
from bot.storage import tables

_OVER = frozenset({"decided", "settled", "closed"})
_TEAMS = frozenset({"open", "triage", "escalated", "voting", "deciding", "appealed"})
"""States in which somebody who looks after cases must act: silence there is a deadline missed."""


class _Course(NamedTuple):
    decided_at: datetime | None = None
    appealed: bool = False
    missed: int = 0
    recusals: int = 0
    result: str = ""
    """Of an appeal, also where the case was reopened since."""
    state: str = ""

    def after(self, line: Any) -> "_Course":
        return _Course(
            decided_at=self.decided_at or (line.at if line.state in _OVER else None),
            appealed=self.appealed or line.move == "appeal",
            missed=self.missed + (line.move == "lapse" and self.state in _TEAMS),
            recusals=self.recusals + (line.move == "recuse"),
            result=line.move if line.move in get_args(AppealResult) else self.result,
            state=line.state,
        )


async def within(connection: AsyncConnection, partition: int, period: str) -> FiguresFact:
    """What began in a period that is written as two moments with a stroke between them."""
    since, until = (datetime.fromisoformat(one) for one in period.split("/"))
    incidents = tables.incidents
    asked = select(incidents.c.details, incidents.c.state).where(
        incidents.c.partition == partition,
        incidents.c.origin == "policy",
        incidents.c.at >= since,
        incidents.c.at < until,
    )
    automatic = tuple(
        IncidentFigure(tuple(map(PolicyId, json.loads(row.details).get("policies", ()))), row.state)
        for row in await connection.execute(asked)
    )
    return FiguresFact(incidents=automatic, cases=tuple(await _cases(connection, partition, since, until)))


async def _cases(connection: AsyncConnection, partition: int, since: datetime, until: datetime) -> Iterator[CaseFigure]:
    cases, lines = tables.cases, tables.case_log
    mine = (cases.c.partition == partition, cases.c.opened_at >= since, cases.c.opened_at < until)
    logged = (
        select(lines.c.case, lines.c.at, lines.c.move, lines.c.state)
        .join(cases, (cases.c.partition == lines.c.partition) & (cases.c.case == lines.c.case))
        .where(*mine)
        .order_by(cases.c.number, lines.c.number)
    )
    courses: dict[str, _Course] = defaultdict(_Course)
    for line in await connection.execute(logged):
        courses[line.case] = courses[line.case].after(line)
    rows = (await connection.execute(select(cases).where(*mine).order_by(cases.c.number))).all()
    return (_figure(row, json.loads(row.data), courses[row.case]) for row in rows)


def _figure(row: Row[Any], data: dict[str, Any], course: _Course) -> CaseFigure:
    ruled = (data.get("decision") or {}).get("policies") or data["opening"].get("policies") or ()
    return CaseFigure(
        kind=row.kind,
        door=data["opening"]["door"],
        policies=tuple(PolicyId(policy) for policy, _ in ruled),
        outcome=row.outcome,
        opened_at=row.opened_at,
        decided_at=course.decided_at,
        appealed=course.appealed,
        result=(data.get("appeal") or {}).get("result") or course.result,
        missed=course.missed,
        recusals=course.recusals,
    )
