"""What the log of a case itself takes away: ballots once they are counted, and all content once it is archived."""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Select, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.sanctions import Sanction, counts, runs
from bot.ids import CaseId
from bot.records import CaseLogged
from bot.storage import tables
from bot.storage.batch import Home, Ruled
from bot.storage.cases import SECRET
from bot.storage.privacy import NOTHING_LEFT
from bot.storage.rows import records_of

_lines, _details, _outbox = tables.case_log, tables.case_details, tables.outbox
_SETTLED = _outbox.c.state.in_(("done", "refused"))


async def after(connection: AsyncConnection, home: Home, batch: Sequence[Ruled]) -> None:
    """What the lines of a batch take away."""
    for seq, record in records_of(batch, CaseLogged):
        if record.line.tally is not None:
            await _forget_ballots(connection, home.partition, record.case, seq)
        if record.line.state == "archived":
            await _purge(connection, home.partition, record.case, seq, record.line.at)


async def _purge(connection: AsyncConnection, partition: int, case: CaseId, seq: int, now: datetime) -> None:
    """Leave hashes, states, times and the outcome of a case; what names somebody under legal hold waits for its end."""
    if await _held(connection, partition, case):
        return
    seqs = select(_lines.c.seq).where(_lines.c.partition == partition, _lines.c.case == case)
    await _empty_effects(connection, partition, or_(_outbox.c.seq.in_(seqs), _noted(case)), seq)
    await _forget_reasons(connection, partition, seqs, seq)
    await connection.execute(delete(_details).where(_details.c.partition == partition, _details.c.case == case))
    await _empty_sanctions(connection, partition, case, now)


async def left_over(connection: AsyncConnection, partition: int, now: datetime) -> None:
    """Purge the archived cases that a legal hold kept, once it has ended."""
    cases, partitions = tables.cases, tables.partitions
    asked = select(_details.c.case).join(
        cases, (cases.c.partition == _details.c.partition) & (cases.c.case == _details.c.case)
    )
    waiting = asked.where(_details.c.partition == partition, cases.c.state == "archived").distinct()
    latest = await connection.scalar(select(partitions.c.seq).where(partitions.c.id == partition)) or 0
    for case in (await connection.scalars(waiting)).all():
        await _purge(connection, partition, CaseId(case), latest, now)


async def _forget_ballots(connection: AsyncConnection, partition: int, case: CaseId, seq: int) -> None:
    """Nobody learns any more who voted how: not from the log, and not from the answers that they were given."""
    cast = (_lines.c.partition == partition, _lines.c.case == case, _lines.c.move.in_(SECRET))
    seqs, numbers = select(_lines.c.seq).where(*cast), select(_lines.c.number).where(*cast)
    await _empty_effects(connection, partition, _outbox.c.seq.in_(seqs), seq)
    await _forget_reasons(connection, partition, seqs, seq)
    mine = (_details.c.partition == partition, _details.c.case == case, _details.c.number.in_(numbers))
    await connection.execute(delete(_details).where(*mine))


async def _held(connection: AsyncConnection, partition: int, case: CaseId) -> bool:
    """Whether the log names somebody of whom nothing may go."""
    accounts = tables.accounts
    held = select(accounts.c.account).where(accounts.c.partition == partition, accounts.c.held)
    for account in (await connection.scalars(held)).all():
        named = _details.c.line.contains(json.dumps(account), autoescape=True)
        mine = select(_details.c.number).where(_details.c.partition == partition, _details.c.case == case, named)
        if await connection.scalar(mine.limit(1)) is not None:
            return True
    return False


def _noted(case: CaseId) -> ColumnElement[bool]:
    """The effects that say themselves which case they are about."""
    marks = (f'"note":{json.dumps(f"case {case}")}', f'"case":{json.dumps(case)}')
    return or_(*(_outbox.c.payload.contains(mark, autoescape=True) for mark in marks))


async def _empty_effects(connection: AsyncConnection, partition: int, about: ColumnElement[bool], before: int) -> None:
    """What was said is forgotten; what was never sent by now is not worth saying any more."""
    mine = (_outbox.c.partition == partition, _outbox.c.seq < before, about)
    late = update(_outbox).where(*mine, _outbox.c.state.in_(("pending", "unsure")))
    await connection.execute(late.values(state="refused", reason="what it was about is over", reported=True))
    gone = update(_outbox).where(*mine, _SETTLED, _outbox.c.payload != "")
    await connection.execute(gone.values(reported=True, **NOTHING_LEFT))


async def _forget_reasons(connection: AsyncConnection, partition: int, seqs: Select[tuple[int]], before: int) -> None:
    """Why it was ruled so, arrival by arrival; what this arrival is about to say of it stays for its time."""
    reasons = tables.ruling_details
    mine = (reasons.c.partition == partition, reasons.c.seq.in_(seqs), reasons.c.seq < before)
    await connection.execute(delete(reasons).where(*mine))


async def _empty_sanctions(connection: AsyncConnection, partition: int, case: CaseId, now: datetime) -> None:
    rows = tables.sanctions
    mine = (rows.c.partition == partition, rows.c.case == case)
    asked = select(rows.c.sanction, rows.c.account, rows.c.data).where(*mine)
    found = (await connection.execute(asked)).all()
    for row in found:
        values = {"data": codec.dump_sanctions((emptied(codec.load_sanctions(row.data)[0], now),))}
        await connection.execute(update(rows).where(*mine, rows.c.sanction == row.sanction).values(values))
    await empty_standings(connection, partition, {row.account for row in found}, now, lambda one: one.case == case)


async def empty_standings(
    connection: AsyncConnection,
    partition: int,
    accounts: Collection[str],
    now: datetime,
    which: Callable[[Sanction], bool],
) -> None:
    """The same for some of what holds these accounts back."""
    rows = tables.standings
    mine = (rows.c.partition == partition, rows.c.account.in_(sorted(accounts)))
    for row in (await connection.execute(select(rows).where(*mine))).all():
        held = codec.load_sanctions(row.sanctions)
        left = tuple(emptied(one, now) if which(one) else one for one in held)
        if left != held:
            here = (rows.c.partition == partition, rows.c.account == row.account)
            await connection.execute(update(rows).where(*here).values(sanctions=codec.dump_sanctions(left)))


def emptied(sanction: Sanction, now: datetime) -> Sanction:
    """Without what they wrote; with its reasons as long as it holds somebody back or counts."""
    wanted = runs(sanction, now) or counts(sanction, now)
    return replace(sanction, quote="", message=None, reasons=sanction.reasons if wanted else "")
