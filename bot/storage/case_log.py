"""The log of cases as rows: each case has its own chain, and what a line says can be erased without breaking it.

What an arrival adds to logs is anchored in the chain of rulings: a ruling of that arrival's holds a hash over those of
these lines, so that none of them can be taken away or added later, not even the last ones of a case or all of them.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.records import CaseLogged
from bot.storage import tables
from bot.storage.batch import FIRST_LINK, Home, Ruled
from bot.storage.types import microseconds


class Mark(NamedTuple):
    """One line, or what is left of one, as its arrival is anchored by it."""

    kind: str
    """`line`, or `left` for what is left of it after somebody was forgotten."""
    case: str
    number: int
    hash: str


Marks = dict[int, list[Mark]]
"""By the number of the arrival."""


async def write(connection: AsyncConnection, home: Home, batch: Sequence[Ruled]) -> Marks:
    """Add every line of a batch, chained to the last one of its case; what to anchor of them."""
    logged = [(one.seq, record) for one in batch for record in one.records if isinstance(record, CaseLogged)]
    marks: Marks = {}
    if not logged:
        return marks
    heads = await _heads(connection, home.partition, {record.case for _, record in logged})
    lines: list[dict[str, Any]] = []
    details: list[dict[str, Any]] = []
    for seq, record in logged:
        said, salt = codec.dump_line(record.line), secrets.token_hex(16)
        row = {
            "case": record.case,
            "number": record.number,
            "seq": seq,
            "at": record.line.at,
            "move": record.line.move,
            "state": record.line.state,
            "due_at": record.line.due_at,
            "details_hash": details_hash(salt, said),
            "previous": heads.get(record.case, FIRST_LINK),
        }
        row["hash"] = heads[record.case] = link(row)
        lines.append({"partition": home.partition, **row})
        details.append(
            {"partition": home.partition, "case": record.case, "number": record.number, "salt": salt, "line": said}
        )
        marks.setdefault(seq, []).append(Mark("line", record.case, record.number, str(row["hash"])))
    await connection.execute(insert(tables.case_log), lines)
    await connection.execute(insert(tables.case_details), details)
    return marks


def details_hash(salt: str, line: str) -> str:
    """SHA-256 in hexadecimal."""
    return _digest([salt, line])


def link(row: Mapping[str, Any]) -> str:
    """The hash of a line: it covers the one before it, where it moved the case, and the hash of what it says."""
    due_at = microseconds(row["due_at"]) if row["due_at"] else None
    moved = [microseconds(row["at"]), row["move"], row["state"], due_at]
    return _digest([row["previous"], row["case"], row["number"], row["seq"], *moved, row["details_hash"]])


def anchor(marks: Iterable[Mark]) -> str:
    """What a ruling holds of everything that its arrival wrote."""
    return _digest([list(mark) for mark in sorted(marks)])


async def _heads(connection: AsyncConnection, partition: int, cases: Iterable[str]) -> dict[str, str]:
    lines = tables.case_log
    mine = (lines.c.partition == partition, lines.c.case.in_(sorted(cases)))
    last = select(lines.c.case, func.max(lines.c.number).label("number")).where(*mine).group_by(lines.c.case).subquery()
    asked = select(lines.c.case, lines.c.hash).join(
        last, (last.c.case == lines.c.case) & (last.c.number == lines.c.number)
    )
    return {row[0]: row[1] for row in await connection.execute(asked.where(*mine))}


def _digest(parts: list[Any]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
