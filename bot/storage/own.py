"""What somebody may read of the books of cases about themselves: their own words, and what was said to them.

Who reported something stays sealed, others have no names, and what the team notes for itself is not part of it. That
there is a report about somebody is told only once something came of it: it can betray who made it.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.case import Case
from bot.cases.lines import Line, Penalty
from bot.cases.sanctions import Sanction
from bot.ids import AccountId
from bot.proposals import Proposal
from bot.storage import cases, tables

Rows = list[dict[str, Any]]

_THEIRS = ("open", "join", "answer", "offer", "leave", "breach", "appeal", "withdraw", "request", "survey", "note")
"""Moves in which members say something; whoever handles a case notes things for the team."""


async def about(connection: AsyncConnection, partition: int, account: AccountId) -> dict[str, Rows]:
    """By subject; nothing under a subject of which there is nothing."""
    found: dict[str, Rows] = {"cases": [], "circles": []}
    for case in await _with(connection, partition, account):
        if _told(case, account):
            said = (await cases.log(connection, partition, case.id)).lines
            found["cases"].append(_case(case, account, [line for line in said if line is not None]))
        found["circles"] += [
            {"case": case.id, "seated": account in circle.seated} for circle in case.circles if account in circle.drawn
        ]
    found |= await _measures(connection, partition, account)
    return found | await _proposals(connection, partition, account)


async def ballots(connection: AsyncConnection, partition: int) -> frozenset[int]:
    """The arrivals by which somebody voted in a circle: what was answered them tells how, and stays between them."""
    lines = tables.case_log
    asked = select(lines.c.seq).where(lines.c.partition == partition, lines.c.move.in_(cases.SECRET))
    return frozenset(await connection.scalars(asked))


async def _with(connection: AsyncConnection, partition: int, account: AccountId) -> list[Case]:
    rows = tables.cases
    named = rows.c.people.contains(json.dumps(account), autoescape=True)
    asked = select(rows.c.data).where(rows.c.partition == partition, named).order_by(rows.c.number)
    return [codec.load_case(data) for data in await connection.scalars(asked)]


def _told(case: Case, account: AccountId) -> bool:
    """Whether they know that there is this case."""
    if account in case.reporters or (account == case.opening.opener and case.opening.kind != "measure"):
        return True
    decided = case.decision is not None and bool(case.decision.penalties)
    return account == case.opening.respondent and (decided or case.invited or bool(case.restraint))


def _case(case: Case, account: AccountId, lines: list[Line]) -> dict[str, Any]:
    party = account in case.parties
    shown: dict[str, Any] = {
        "case": case.id,
        "part": "about" if account == case.opening.respondent else "asked" if party else "reported",
        "stands": case.word,
        "wrote": list(_said(case, account, lines)),
    }
    if not (case.opening.kind == "report" and party):  # when somebody reported it can betray who did
        shown["opened_at"] = case.opened_at
    if not party:
        return shown
    offers = [one.text for one in case.offers]
    return {**shown, **_decided(case), "offers": offers, "heard": list(_heard(case, account))}


def _said(case: Case, account: AccountId, lines: list[Line]) -> Iterator[dict[str, Any]]:
    """What they wrote in it, and of what it is about what they wrote."""
    for evidence in case.evidence:
        if evidence.author == account and evidence.text:
            yield {"message": evidence.message, "text": evidence.text}
    for line in lines:
        own = line.by == account or (line.opening is not None and line.opening.reporter == account)
        if not own or line.move not in _THEIRS or account in case.hands:
            continue
        words = [line.text, *((line.opening.text, line.opening.wish) if line.opening else ())]
        yield from ({"at": line.at, "text": text} for text in words if text)


def _heard(case: Case, account: AccountId) -> Iterator[dict[str, Any]]:
    """What was asked of them, and carried to them."""
    for note in case.notes:
        if note.kind in ("question", "carried") and note.to == account:
            yield {"at": note.at, "text": note.text}


def _decided(case: Case) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if (decision := case.decision) is not None:
        penalties = [_penalty(one) for one in decision.penalties]
        found["decision"] = {"at": decision.at, "outcome": decision.outcome, "reasons": decision.reasons}
        found["decision"] |= {"measures": penalties, "appeal_until": decision.appeal_until}
    if (appeal := case.appeal) is not None and appeal.result:
        found["appeal"] = {"at": appeal.at, "result": appeal.result, "reasons": appeal.reasons}
    return found


def _penalty(penalty: Penalty) -> dict[str, Any]:
    return {"name": penalty.name, "seconds": penalty.seconds}


async def _measures(connection: AsyncConnection, partition: int, account: AccountId) -> dict[str, Rows]:
    rows = tables.sanctions
    upon = select(rows.c.data).where(rows.c.partition == partition, rows.c.account == account).order_by(rows.c.at)
    found = [codec.load_sanctions(data)[0] for data in await connection.scalars(upon)]
    taken = (rows.c.partition == partition, rows.c.by == account, rows.c.state != "proposed")
    by = select(rows.c.at, rows.c.name).where(*taken).order_by(rows.c.at)
    imposed = [{"at": at, "name": name} for at, name in await connection.execute(by)]
    return {"sanctions": [_sanction(one) for one in found if one.state != "proposed"], "imposed": imposed}


def _sanction(sanction: Sanction) -> dict[str, Any]:
    return {
        "sanction": sanction.id,
        "case": sanction.case,
        **_penalty(sanction.penalty),
        "at": sanction.at,
        "until": sanction.until,
        "on_file_until": sanction.on_file_until,
        "reasons": sanction.reasons,
        "quote": sanction.quote,
        "message": sanction.message,
        "interim": sanction.interim,
        "imported": sanction.imported,
        "state": sanction.state,
        "ended_at": sanction.ended_at,
        "appeal_until": sanction.appeal_until,
    }


async def _proposals(connection: AsyncConnection, partition: int, account: AccountId) -> dict[str, Rows]:
    rows = tables.proposals
    named = rows.c.data.contains(json.dumps(account), autoescape=True)
    asked = select(rows.c.data).where(rows.c.partition == partition, named).order_by(rows.c.number)
    found = [codec.load_proposal(data) for data in await connection.scalars(asked)]
    voted = ((one, dict(one.votes).get(account)) for one in found)
    return {
        "proposals": [_proposal(one) for one in found if one.by == account],
        "votes": [{"proposal": one.id, "vote": vote} for one, vote in voted if vote is not None],
    }


def _proposal(proposal: Proposal) -> dict[str, Any]:
    return {
        "proposal": proposal.id,
        "title": proposal.title,
        "why": proposal.body,
        "content": proposal.content,
        "opened_at": proposal.opened_at,
        "state": proposal.state,
    }
