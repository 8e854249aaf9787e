"""One case as a file: all of its log and everything in it, sealed fields only where they are asked for."""

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.case import Case
from bot.cases.lines import Evidence, Line, Opening
from bot.storage import cases, retelling, tables

_AS_THEY_ARE = ("number", "at", "move", "state", "due_at", "details_hash", "previous", "hash")


async def whole(connection: AsyncConnection, partition: int, number: str, *, sealed: bool) -> dict[str, Any] | None:
    """Plain values; None where there is no such case. Ballots stay secret whoever asks."""
    rows, sanctions = tables.cases, tables.sanctions
    stored = await connection.scalar(select(rows.c.data).where(rows.c.partition == partition, rows.c.case == number))
    if stored is None:
        return None
    case = codec.load_case(stored)
    lines = await connection.execute(retelling.asked(partition).where(tables.case_log.c.case == number))
    taken = select(sanctions.c.data).where(sanctions.c.partition == partition, sanctions.c.case == number)
    found = await connection.scalars(taken.order_by(sanctions.c.sanction))
    return {
        "case": json.loads(codec.dump_case(_shown(case, sealed=sealed))),
        "log": [_line(row, sealed=sealed) for row in lines],
        "sanctions": [one for data in found for one in json.loads(data)],
    }


def _shown(case: Case, *, sealed: bool) -> Case:
    secret = tuple(replace(one, ballots=(), came=frozenset()) if one.tally is None else one for one in case.circles)
    if sealed:
        return replace(case, circles=secret)
    evidence = tuple(_unsigned(one) for one in case.evidence)
    return replace(case, circles=secret, opening=_sealed(case.opening), evidence=evidence, reporters=())


def _line(row: Any, *, sealed: bool) -> dict[str, Any]:
    shown = {name: getattr(row, name) for name in _AS_THEY_ARE}
    if row.line is None:
        return {**shown, "says": None}
    line = cases.shown(codec.load_line(row.line))
    if sealed:
        secret = row.move in cases.SECRET
        return {**shown, "salt": None if secret else row.salt, "says": json.loads(codec.dump_line(line))}
    return {**shown, "says": json.loads(codec.dump_line(_unsealed(line)))}


def _unsealed(line: Line) -> Line:
    """Without who reported it."""
    reported = line.opening is not None and line.opening.reporter is not None
    return replace(
        line,
        by=None if reported or line.move == "join" else line.by,
        opening=_sealed(line.opening) if line.opening else None,
        evidence=_unsigned(line.evidence) if line.evidence else None,
    )


def _sealed(opening: Opening) -> Opening:
    evidence = _unsigned(opening.evidence) if opening.evidence else None
    locale = None if opening.reporter else opening.locale
    return replace(opening, reporter=None, evidence=evidence, locale=locale)


def _unsigned(evidence: Evidence) -> Evidence:
    return replace(evidence, by=None)
