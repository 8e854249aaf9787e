"""Taking somebody out of the logs of cases, out of measures and proposals, in the transaction that forgets them.

The words of others stay, and cases of others go on. A measure that still runs, and a case that is not over and is about
them, go on under a keyed name (see `pseudonyms`): nobody escapes what was decided by asking to be forgotten. Everything
else names a stranger from then on, whom nobody can find.

What is left of a line has a hash of its own, which the ruling of that arrival anchors: an audit can tell what somebody
asked for from what somebody did in secret.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.case import Case
from bot.cases.sanctions import Sanction, runs
from bot.facts import ProposalFact
from bot.ids import AccountId, CaseId, forgotten_id, space_of
from bot.storage import case_log, cases, pseudonyms, retelling, tables
from bot.storage.case_log import Mark, Marks
from bot.storage.casework import FACT_TABLES
from bot.storage.pseudonyms import Keys
from bot.storage.without import Leaver

_details = tables.case_details


@dataclass(slots=True)
class Left:
    """What an erasure left behind in the books of cases."""

    marks: list[Mark] = field(default_factory=list)
    """To be anchored."""
    words: set[str] = field(default_factory=set)
    """What they had said, so that it is found wherever it was quoted."""
    seqs: set[int] = field(default_factory=set)
    """The arrivals that wrote of them."""


async def forget(
    connection: AsyncConnection, partition: int, account: AccountId, seq: int, now: datetime, known_by: Keys
) -> Left:
    """Take an account out of all books."""
    left = Left()
    stranger = Leaver(account, forgotten_id(space_of(account), secrets.token_hex(16)))
    keyed = stranger
    if await _answers(connection, partition, account):
        keys = await pseudonyms.keys_to_make(connection, known_by)
        keyed = Leaver(account, keys.names(partition, account)[0])
    for case in await _naming(connection, partition, account):
        await _rewrite(connection, partition, case, _Names(account, stranger, keyed), seq, left)
    await _sanctions(connection, partition, stranger, keyed, now)
    await _standings(connection, partition, stranger, keyed, now)
    await _proposals(connection, partition, stranger)
    return left


async def recognise(connection: AsyncConnection, partition: int, met: Mapping[AccountId, int], known_by: Keys) -> Marks:
    """Accounts that are met anew are theirs again in cases that are not over, and so is what holds them back.

    `met` says by which arrival.
    """
    marks: Marks = {}
    for name, account in (await pseudonyms.recognise(connection, partition, met, known_by)).items():
        left, back = Left(), Leaver(name, account)
        for case in await _naming(connection, partition, name):
            await _rewrite(connection, partition, case, _Names(name, back, back), met[account], left)
        marks.setdefault(met[account], []).extend(left.marks)
    return marks


async def _answers(connection: AsyncConnection, partition: int, account: AccountId) -> bool:
    """Whether anything holds somebody back, or is still to be decided about them."""
    standings, rows = tables.standings, tables.cases
    held = select(standings.c.account).where(standings.c.partition == partition, standings.c.account == account)
    live = (rows.c.partition == partition, rows.c.respondent == account, rows.c.rank.is_not(None))
    asked = (held, select(rows.c.case).where(*live))
    return any([await connection.scalar(one.limit(1)) is not None for one in asked])


@dataclass(frozen=True, slots=True)
class _Names:
    account: AccountId
    stranger: Leaver
    keyed: Leaver

    def of(self, case: Case | None) -> Leaver:
        """The keyed name where somebody still has to answer for something."""
        about = case is not None and case.live and case.opening.respondent == self.account
        return self.keyed if about else self.stranger


async def _naming(connection: AsyncConnection, partition: int, account: AccountId) -> list[CaseId]:
    asked = select(_details.c.case).where(
        _details.c.partition == partition, _details.c.line.contains(json.dumps(account)[1:-1], autoescape=True)
    )
    return [CaseId(one) for one in await connection.scalars(asked.distinct().order_by(_details.c.case))]


async def _rewrite(
    connection: AsyncConnection, partition: int, case: CaseId, names: _Names, seq: int, left: Left
) -> None:
    rows = (await connection.execute(retelling.asked(partition).where(tables.case_log.c.case == case))).all()
    leaver = names.of(retelling.told(rows))
    for row in rows:
        if row.line is None:
            continue
        line = codec.load_line(row.line)
        said = codec.dump_line(leaver.line(line))
        if said == row.line:
            continue
        left.words.update(leaver.words(line))
        left.seqs.add(row.seq)
        left.marks.append(await _replace(connection, row, said, seq))
    await _tell_again(connection, partition, case)


async def _replace(connection: AsyncConnection, row: Row[Any], said: str, seq: int) -> Mark:
    salt = secrets.token_hex(16)
    hashed = case_log.details_hash(salt, said)
    here = (_details.c.partition == row.partition, _details.c.case == row.case, _details.c.number == row.number)
    await connection.execute(update(_details).where(*here).values(salt=salt, line=said))
    noted = {"partition": row.partition, "case": row.case, "number": row.number, "seq": seq, "details_hash": hashed}
    await connection.execute(insert(tables.case_redactions), noted)
    return Mark("left", row.case, row.number, hashed)


async def _tell_again(connection: AsyncConnection, partition: int, case: CaseId) -> None:
    asked = retelling.asked(partition).where(tables.case_log.c.case == case)
    told = retelling.told((await connection.execute(asked)).all())
    if told is not None:
        mine = (tables.cases.c.partition == partition, tables.cases.c.case == case)
        await connection.execute(update(tables.cases).where(*mine).values(**cases.row(told)))


async def _sanctions(
    connection: AsyncConnection, partition: int, stranger: Leaver, keyed: Leaver, now: datetime
) -> None:
    rows = tables.sanctions
    named = rows.c.data.contains(json.dumps(stranger.account)[1:-1], autoescape=True)
    asked = select(rows.c.sanction, rows.c.data).where(rows.c.partition == partition, named)
    for row in (await connection.execute(asked)).all():
        one = _left(codec.load_sanctions(row.data)[0], stranger, keyed, now)
        values: Mapping[str, Any] = {"account": one.account, "by": one.by, "data": codec.dump_sanctions((one,))}
        here = (rows.c.partition == partition, rows.c.sanction == row.sanction)
        await connection.execute(update(rows).where(*here).values(values))


async def _standings(
    connection: AsyncConnection, partition: int, stranger: Leaver, keyed: Leaver, now: datetime
) -> None:
    rows = tables.standings
    named = rows.c.sanctions.contains(json.dumps(stranger.account)[1:-1], autoescape=True)
    mine = (rows.c.partition == partition,)
    asked = select(rows).where(*mine, named | (rows.c.account == stranger.account))
    for row in (await connection.execute(asked)).all():
        held = tuple(_left(one, stranger, keyed, now) for one in codec.load_sanctions(row.sanctions))
        here = (*mine, rows.c.account == row.account)
        if row.account != stranger.account:
            await connection.execute(update(rows).where(*here).values(sanctions=codec.dump_sanctions(held)))
            continue
        running = tuple(one for one in held if runs(one, now))
        await connection.execute(rows.delete().where(*here))
        if running:
            kept = {"partition": partition, "account": keyed.name, "sanctions": codec.dump_sanctions(running)}
            await connection.execute(insert(rows), kept)


def _left(sanction: Sanction, stranger: Leaver, keyed: Leaver, now: datetime) -> Sanction:
    return (keyed if runs(sanction, now) else stranger).sanction(sanction)


async def _proposals(connection: AsyncConnection, partition: int, leaver: Leaver) -> None:
    rows = tables.proposals
    named = rows.c.data.contains(json.dumps(leaver.account)[1:-1], autoescape=True)
    asked = select(rows.c.proposal, rows.c.data).where(rows.c.partition == partition, named)
    for row in (await connection.execute(asked)).all():
        fact = ProposalFact(proposal=leaver.proposal(codec.load_proposal(row.data)))
        here = (rows.c.partition == partition, rows.c.proposal == row.proposal)
        await connection.execute(update(rows).where(*here).values(**FACT_TABLES["proposal"].to_row(fact)))
