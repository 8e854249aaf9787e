"""A case told again from its log: what it would be if nothing but the log were left."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, Select, select

from bot import codec
from bot.cases import folding
from bot.cases.case import Case
from bot.cases.lines import Line
from bot.ids import CaseId
from bot.storage import tables
from bot.storage.cases import SECRET

_lines, _details = tables.case_log, tables.case_details


def asked(partition: int) -> Select[Any]:
    """Every line of every log, with the salt and the words that are left of each."""
    mine = (
        (_details.c.partition == _lines.c.partition)
        & (_details.c.case == _lines.c.case)
        & (_details.c.number == _lines.c.number)
    )
    both = select(_lines, _details.c.salt, _details.c.line).outerjoin(_details, mine)
    return both.where(_lines.c.partition == partition).order_by(_lines.c.case, _lines.c.number)


def after(case: Case | None, row: Row[Any]) -> Case | None:
    """The case once one more line is told; None where its words are gone and nothing can be told any more.

    Of a ballot that was counted nothing is left but that it was cast: it changes nothing any more.
    """
    if row.line is not None:
        return folding.after(case, CaseId(row.case), codec.load_line(row.line))
    if case is None or row.move not in SECRET:
        return None
    bare = Line(at=row.at, move=row.move, state=row.state, due_at=row.due_at, by=None)
    return folding.after(case, CaseId(row.case), bare)


def told(rows: Iterable[Row[Any]]) -> Case | None:
    """The case from all of its lines; None where it cannot be told any more."""
    case: Case | None = None
    for row in rows:
        case = after(case, row)
        if case is None:
            return None
    return case
