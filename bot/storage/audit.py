"""Looking through everything that is chained: the rulings, the logs of cases, and what cases were made of them.

All of it is read once, row by row, so that a big database takes time and no memory.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from sqlalchemy import Column, ColumnElement, Row, Select, case, func, literal, select, type_coerce, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.case import Case
from bot.storage import case_log, cases, chain, questions, retelling, tables
from bot.storage.batch import FIRST_LINK
from bot.storage.case_log import Mark
from bot.storage.types import AnyTime, UtcTime

_lines, _details, _redactions, _cases = tables.case_log, tables.case_details, tables.case_redactions, tables.cases

What = Literal[
    "ruling-missing",
    "ruling-changed",
    "ruling-details",
    "ruling-end",
    "lines-arrival",
    "lines-nobody",
    "line-missing",
    "line-changed",
    "line-words",
    "line-erased",
    "case-missing",
    "case-empty",
    "case-differs",
]


class Flaw(NamedTuple):
    """One thing that is not as it was written."""

    what: What
    number: int
    """Of the ruling or of the line."""
    case: str = ""


@dataclass(slots=True)
class Seen:
    """How much was looked through."""

    rulings: int = 0
    cases: int = 0
    lines: int = 0
    head: str = FIRST_LINK
    """The hash of the last ruling: whoever keeps it elsewhere can tell later that nothing before it was changed."""


async def flaws(connection: AsyncConnection, partition: int, seen: Seen) -> AsyncGenerator[Flaw]:
    """Everything that does not fit, as it is come upon; `seen` is counted up meanwhile."""
    async with aclosing(_rulings(connection, partition, seen)) as found:
        async for flaw in found:
            yield flaw
    async with aclosing(_logs(connection, partition, seen)) as found:
        async for flaw in found:
            yield flaw
    homeless = select(_lines.c.case).where(_lines.c.partition == partition)
    known = select(_cases.c.case).where(_cases.c.partition == partition)
    for one in await connection.scalars(homeless.where(_lines.c.case.not_in(known)).distinct().order_by(_lines.c.case)):
        yield Flaw("case-missing", 0, one)


async def _rulings(connection: AsyncConnection, partition: int, seen: Seen) -> AsyncGenerator[Flaw]:
    """Along the chain of rulings, with what each arrival wrote into the logs of cases beside it."""
    walk, written = chain.Walk(FIRST_LINK), _Written(connection, partition)
    partitions = tables.partitions
    seen.head = await connection.scalar(select(partitions.c.chain).where(partitions.c.id == partition)) or FIRST_LINK
    async for row in await connection.stream(questions.chained(partition)):
        link, details = questions.linked(row)
        seen.rulings += 1
        for flaw, number in walk.step(link, details):
            yield _of_ruling(flaw, number)
        if link.log is None:
            continue
        async for stray in written.before(link.seq):
            yield stray
        if case_log.anchor(await written.by(link.seq)) != link.log:
            yield Flaw("lines-arrival", link.number)
    for flaw, number in walk.end(seen.head):
        yield _of_ruling(flaw, number)
    async for stray in written.before(None):
        yield stray


def _of_ruling(flaw: chain.Flaw, number: int) -> Flaw:
    what: dict[chain.Flaw, What] = {
        "missing": "ruling-missing",
        "changed": "ruling-changed",
        "details": "ruling-details",
        "end": "ruling-end",
    }
    return Flaw(what[flaw], number)


class _Written:
    """What arrivals wrote into the logs of cases, in their order."""

    def __init__(self, connection: AsyncConnection, partition: int) -> None:
        self._rows = self._read(connection, partition)
        self._next: Row[Any] | None = None
        self._begun = False

    async def before(self, seq: int | None) -> AsyncIterator[Flaw]:
        """What nobody answers for: no ruling holds a hash of it."""
        while (row := await self._peek()) is not None and (seq is None or row.seq < seq):
            yield Flaw("lines-nobody", row.number, row.case)
            await self._advance()

    async def by(self, seq: int) -> list[Mark]:
        """What one arrival wrote."""
        found = []
        while (row := await self._peek()) is not None and row.seq == seq:
            found.append(Mark(row.kind, row.case, row.number, row.hash))
            await self._advance()
        return found

    async def _peek(self) -> Row[Any] | None:
        if not self._begun:
            self._begun = True
            await self._advance()
        return self._next

    async def _advance(self) -> None:
        self._next = await anext(self._rows, None)

    @staticmethod
    async def _read(connection: AsyncConnection, partition: int) -> AsyncIterator[Row[Any]]:
        def marks(kind: str, table: Any, hashed: Any) -> Select[Any]:
            named = (table.c.seq, literal(kind).label("kind"), table.c.case, table.c.number, hashed.label("hash"))
            return select(*named).where(table.c.partition == partition)

        both = union_all(
            marks("line", _lines, _lines.c.hash), marks("left", _redactions, _redactions.c.details_hash)
        ).subquery()
        async for row in await connection.stream(select(both).order_by(both.c.seq)):
            yield row


async def _logs(connection: AsyncConnection, partition: int, seen: Seen) -> AsyncGenerator[Flaw]:
    """Case by case along its own chain, then beside the case as it is stored."""
    told: _Told | None = None
    async for row in await connection.stream(_beside(partition)):
        if told is None or told.name != row.name:
            for flaw in told.end() if told else ():
                yield flaw
            told = _Told(row)
            seen.cases += 1
        if row.number is not None:
            seen.lines += 1
            for flaw in told.step(row):
                yield flaw
    for flaw in told.end() if told else ():
        yield flaw


@dataclass(slots=True)
class _Told:
    """One case as its log tells it."""

    stored: Row[Any]
    previous: str = FIRST_LINK
    lines: int = 0
    told: Case | None = None
    untold: bool = False
    """Something is gone or wrong, so that it cannot be told."""
    archived: bool = False
    counted: int = 0
    """The number of the last line that counted ballots."""
    erased: list[tuple[int, str]] = field(default_factory=list)
    """The lines without words, with what they did."""

    @property
    def name(self) -> str:
        """Its number."""
        return str(self.stored.name)

    def step(self, row: Row[Any]) -> Iterator[Flaw]:
        """What does not fit about the next line."""
        if row.number != self.lines + 1:
            yield Flaw("line-missing", self.lines + 1, self.name)
        if row.previous != self.previous or row.hash != case_log.link(row._asdict()):
            yield Flaw("line-changed", row.number, self.name)
        self.previous, self.lines, self.archived = row.hash, row.number, row.state == "archived"
        if row.move == "count":
            self.counted = row.number
        if row.line is None:
            self.erased.append((row.number, row.move))
        elif case_log.details_hash(row.salt, row.line) != (row.left or row.details_hash):
            yield Flaw("line-words", row.number, self.name)
            self.untold = True
        self._tell(row)

    def end(self) -> Iterator[Flaw]:
        """What does not fit about the whole."""
        if not self.lines:
            yield Flaw("case-empty", 0, self.name)
            return
        for number, move in self.erased:
            if not self.archived and not (move in cases.SECRET and number < self.counted):
                yield Flaw("line-erased", number, self.name)
        if not self._as_stored():
            yield Flaw("case-differs", self.lines, self.name)

    def _tell(self, row: Row[Any]) -> None:
        if self.untold:
            return
        try:
            self.told = retelling.after(self.told, row)
        except ValueError:  # it opens nothing, or says nothing that a log can say
            self.told = None
        self.untold = self.told is None

    def _as_stored(self) -> bool:
        if self.stored.data is None:  # its first line is not there
            return False
        try:
            stored = codec.load_case(self.stored.data)
            columns = cases.row(stored)
        except ValueError:
            return False
        found = {name: self.stored.data if name == "data" else getattr(self.stored, f"case_{name}") for name in columns}
        if found != columns or stored.lines != self.lines:
            return False
        return self.archived if self.untold else stored == self.told


def _beside(partition: int) -> Select[Any]:
    """Every case with every line of its log; the case itself, which can be long, stands beside the first one alone."""
    latest = (
        select(_redactions.c.case, _redactions.c.number, func.max(_redactions.c.seq).label("seq"))
        .where(_redactions.c.partition == partition)
        .group_by(_redactions.c.case, _redactions.c.number)
        .subquery()
    )
    left = (
        select(_redactions.c.case, _redactions.c.number, _redactions.c.details_hash)
        .join(
            latest,
            (latest.c.case == _redactions.c.case)
            & (latest.c.number == _redactions.c.number)
            & (latest.c.seq == _redactions.c.seq),
        )
        .where(_redactions.c.partition == partition)
        .subquery()
    )
    first = (_lines.c.number == 1) | _lines.c.number.is_(None)
    columns = [one for one in _cases.c if one.name not in ("partition", "case", "data")]
    return (
        select(
            _cases.c.case.label("name"),
            *(_as_it_stands(one).label(f"case_{one.name}") for one in columns),
            case((first, _cases.c.data), else_=None).label("data"),
            *(_as_it_stands(one).label(one.name) for one in _lines.c),
            _details.c.salt,
            _details.c.line,
            left.c.details_hash.label("left"),
        )
        .select_from(_cases)
        .outerjoin(_lines, (_lines.c.partition == _cases.c.partition) & (_lines.c.case == _cases.c.case))
        .outerjoin(
            _details,
            (_details.c.partition == _lines.c.partition)
            & (_details.c.case == _lines.c.case)
            & (_details.c.number == _lines.c.number),
        )
        .outerjoin(left, (left.c.case == _lines.c.case) & (left.c.number == _lines.c.number))
        .where(_cases.c.partition == partition)
        .order_by(_cases.c.case, _lines.c.number)
    )


def _as_it_stands(column: Column[Any]) -> ColumnElement[Any]:
    """A column, also where somebody put something there that is no time."""
    return type_coerce(column, AnyTime()) if isinstance(column.type, UtcTime) else column
