"""The log of cases as rows: each case has its own chain, and what a line says can be erased without breaking it."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.records import CaseLogged
from bot.storage import tables
from bot.storage.batch import FIRST_LINK, Home, Ruled
from bot.storage.types import microseconds


async def write(connection: AsyncConnection, home: Home, batch: Sequence[Ruled]) -> None:
    """Every line that a batch adds, chained to the last one of its case."""
    logged = [(one.seq, record) for one in batch for record in one.records if isinstance(record, CaseLogged)]
    if not logged:
        return
    heads = await _heads(connection, home.partition, {record.case for _, record in logged})
    lines: list[dict[str, Any]] = []
    details: list[dict[str, Any]] = []
    for seq, record in logged:
        said = codec.dump_line(record.line)
        salt = secrets.token_hex(16)
        row = {
            "case": record.case,
            "number": record.number,
            "at": record.line.at,
            "move": record.line.move,
            "state": record.line.state,
            "due_at": record.line.due_at,
            "details_hash": details_hash(salt, said),
            "previous": heads.get(record.case, FIRST_LINK),
        }
        row["hash"] = heads[record.case] = link(row)
        lines.append({"partition": home.partition, "seq": seq, **row})
        details.append(
            {"partition": home.partition, "case": record.case, "number": record.number, "salt": salt, "line": said}
        )
    await connection.execute(insert(tables.case_log), lines)
    await connection.execute(insert(tables.case_details), details)


def details_hash(salt: str, line: str) -> str:
    """SHA-256 in hexadecimal."""
    return _digest([salt, line])


def link(row: dict[str, Any]) -> str:
    """The hash of a line: it covers the one before it, where it moved the case, and the hash of what it says."""
    due_at = microseconds(row["due_at"]) if row["due_at"] else None
    moved = [row["move"], row["state"], due_at]
    return _digest([row["previous"], row["case"], row["number"], microseconds(row["at"]), *moved, row["details_hash"]])


async def _heads(connection: AsyncConnection, partition: int, cases: Iterable[str]) -> dict[str, str]:
    lines = tables.case_log
    mine = (lines.c.partition == partition, lines.c.case.in_(sorted(cases)))
    last = select(lines.c.case, func.max(lines.c.number).label("number")).where(*mine).group_by(lines.c.case).subquery()
    asked = select(lines.c.case, lines.c.hash).join(
        last, (last.c.case == lines.c.case) & (last.c.number == lines.c.number)
    )
    return {row[0]: row[1] for row in await connection.execute(asked.where(*mine))}


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
