"""Cases as they are asked for: those that press most, those about one thing, and the log of one."""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.case import Case
from bot.cases.lines import Line
from bot.facts import Brief, CaseFact, Fact, LogFact, OpenAboutFact, QueueFact
from bot.ids import AccountId, CaseId
from bot.storage import tables

SECRET = ("ballot", "retract")
"""Moves of which nobody but the count reads who made them and how."""
_IN_DANGER, _USUAL = 0, 1
_SOONER = timedelta(hours=1)
"""How much sooner a case comes up in the queue for each who told of it besides the first; its deadline stays."""
_MOST_SOONER = 5
_cases = tables.cases
_LISTED = tuple(one for one in _cases.c if one.name != "data")
"""What lists need: not the case itself, which can be long."""
_LIVE = _cases.c.rank.is_not(None)


def people(case: Case) -> tuple[AccountId, ...]:
    """Everybody who could have a conflict, once each: parties, reporters, witnesses, handlers, deciders, circles."""
    found: list[AccountId | None] = [*case.parties, case.opening.reporter, *case.reporters]
    found += [one for evidence in case.evidence for one in (evidence.author, evidence.by)]
    found += [case.handler, *case.handlers, *case.deciders, *case.hands]
    found += [case.decision.by] if case.decision else []
    found += [case.appeal.by, case.appeal.taken_by] if case.appeal else []
    found += [one for circle in case.circles for one in (*circle.drawn, *circle.seated)]
    return tuple(dict.fromkeys(one for one in found if one))


def row(case: Case) -> dict[str, object]:
    """A case as it stands in its table; what is archived names nobody there."""
    opening = case.opening
    return {
        "number": int(case.id),
        "kind": opening.kind,
        "state": case.state,
        "space": opening.space,
        "channel": opening.channel,
        "message": opening.message,
        "incident": opening.incident,
        "opener": opening.opener,
        "respondent": opening.respondent,
        "reporter": opening.reporter,
        "handler": case.handler,
        "rank": (_IN_DANGER if opening.concern == "danger" else _USUAL) if case.live else None,
        "private": opening.private,
        "people": json.dumps(people(case)),
        "presses_at": _presses_at(case),
        "opened_at": case.opened_at,
        "since": case.since,
        "due_at": case.due_at,
        "outcome": case.outcome,
        "data": codec.dump_case(case),
    }


def _presses_at(case: Case) -> datetime | None:
    further = min(max(len(case.reporters) - 1, 0), _MOST_SOONER)
    return None if case.due_at is None else case.due_at - further * _SOONER


async def count(connection: AsyncConnection, partition: int, changed: Mapping[str, Fact | None]) -> None:
    """Keep the number of live cases, before these are replaced: counting all of them anew takes too long."""
    names = sorted(changed)
    mine = (_cases.c.partition == partition, _cases.c.case.in_(names), _LIVE)
    before = await connection.scalar(select(func.count()).where(*mine)) or 0
    now = sum(isinstance(fact, CaseFact) and fact.case.live for fact in changed.values())
    if now != before:
        here = tables.partitions.c.id == partition
        more = {"live": tables.partitions.c.live + (now - before)}
        await connection.execute(update(tables.partitions).where(here).values(more))


async def queue(connection: AsyncConnection, partition: int, most: str) -> QueueFact:
    """The live cases that press most: where somebody may be in danger first, then by their deadlines.

    That others told of the same brings a case forward by some hours at most.
    """
    live = (_cases.c.partition == partition, _LIVE)
    asked = select(*_LISTED).where(*live).order_by(_cases.c.rank, _cases.c.presses_at, _cases.c.number).limit(int(most))
    rows = (await connection.execute(asked)).all()
    partitions = tables.partitions
    number = await connection.scalar(select(partitions.c.live).where(partitions.c.id == partition))
    return QueueFact(briefs=tuple(map(_brief, rows)), live=number or 0)


async def open_about(connection: AsyncConnection, partition: int, subject: str) -> OpenAboutFact:
    """The live cases about a message, an incident or an account, the earliest first."""
    columns = (_cases.c.message, _cases.c.incident, _cases.c.respondent)
    each = (
        select(_cases.c.number, _cases.c.case).where(_cases.c.partition == partition, column == subject, _LIVE)
        for column in columns
    )
    found = await connection.execute(union_all(*each).order_by("number"))
    return OpenAboutFact(cases=tuple(dict.fromkeys(CaseId(one.case) for one in found)))


async def log(connection: AsyncConnection, partition: int, case: str) -> LogFact:
    """Every line of a log whose details are still there; of secret ballots only that they were cast."""
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
    found = (shown(codec.load_line(one.line)) if one.line else None for one in rows)
    return LogFact(case=CaseId(case), lines=tuple(found))


def shown(line: Line) -> Line:
    """A line as it may be read: a ballot without whose it is and what it says."""
    return replace(line, by=None, account=None, choice="", text="") if line.move in SECRET else line


async def of_accounts(
    connection: AsyncConnection, partition: int, accounts: Collection[str], most: int
) -> dict[str, tuple[Brief, ...]]:
    """By account the cases in which it is a party, live ones first, then the latest: at most so many of each."""
    found: dict[str, dict[str, Row[Any]]] = {account: {} for account in accounts}
    for party, kinds in ((_cases.c.respondent, ()), (_cases.c.opener, ("measure",))):
        latest = func.row_number().over(partition_by=party, order_by=(_LIVE.desc(), _cases.c.number.desc()))
        theirs = (_cases.c.partition == partition, party.in_(accounts), _cases.c.kind.not_in(kinds))
        ranked = select(*_LISTED, party.label("party"), latest.label("place")).where(*theirs).subquery()
        for one in await connection.execute(select(ranked).where(ranked.c.place <= most)):
            found[one.party][one.case] = one
    return {
        account: tuple(map(_brief, sorted(rows.values(), key=lambda one: (one.rank is None, -one.number))[:most]))
        for account, rows in found.items()
    }


def _brief(one: Row[Any]) -> Brief:
    return Brief(
        case=CaseId(one.case),
        kind=one.kind,
        state=one.state,
        opened_at=one.opened_at,
        due_at=one.due_at,
        handler=one.handler,
        respondent=one.respondent,
        outcome=one.outcome,
        people=tuple(AccountId(name) for name in json.loads(one.people)),
        private=one.private,
        space=one.space,
        urgent=one.rank == _IN_DANGER,
        opener=one.opener,
    )
