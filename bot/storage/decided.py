"""What was decided, and what became of it: about one message, or of late."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.facts import Decision, DecisionsFact
from bot.ids import AccountId, ChannelId, EffectKey, MessageId, PolicyId
from bot.sightings import Delivered, Finding, Said, Sighting
from bot.storage import policies, tables
from bot.views import Bilingual

_ALWAYS_SHOWN = (
    "message_posted",
    "message_edited",
    "member_joined",
    "member_renamed",
    "command_invoked",
    "menu_chosen",
    "form_submitted",
)
"""Looked at, even where nothing came of it."""


async def about(connection: AsyncConnection, partition: int, message: str) -> DecisionsFact:
    """Everything that policies said of a message, the earliest first."""
    details, events, hits = tables.ruling_details, tables.events, tables.policy_hits
    asked = (
        select(details.c.seq, details.c.account, details.c.why, events.c.ruled_at)
        .join(events, (events.c.partition == details.c.partition) & (events.c.seq == details.c.seq))
        .where(details.c.partition == partition, details.c.message == message)
        .order_by(details.c.number)
    )
    rows = (await connection.execute(asked)).all()
    matched: dict[int, list[tuple[PolicyId, str]]] = {row.seq: [] for row in rows}
    found = select(hits.c.seq, hits.c.policy, hits.c.mode).where(hits.c.partition == partition, hits.c.seq.in_(matched))
    for seq, policy, mode in await connection.execute(found):
        matched[seq].append((PolicyId(policy), mode))
    return DecisionsFact(
        message=MessageId(message),
        account=AccountId(rows[0].account) if rows and rows[0].account else None,
        decisions=tuple(
            Decision(row.ruled_at, codec.load_texts(row.why), tuple(matched[row.seq]))
            for row in rows
            if matched[row.seq]
        ),
    )


async def latest(connection: AsyncConnection, partition: int, most: int) -> list[Sighting]:
    """What was looked at last, latest first; what only keeps the books is left out."""
    events, rulings = tables.events, tables.rulings
    ruled = select(rulings.c.seq).where(rulings.c.partition == partition, rulings.c.seq == events.c.seq)
    asked = (
        select(events)
        .where(events.c.partition == partition, events.c.kind.in_(_ALWAYS_SHOWN) | ruled.exists())
        .order_by(events.c.seq.desc())
        .limit(most)
    )
    rows = (await connection.execute(asked)).all()
    seqs = [row.seq for row in rows]
    findings = await _findings(connection, partition, seqs)
    said = await _said(connection, partition, seqs)
    delivered = await _delivered(connection, partition, seqs)
    return [
        Sighting(
            seq=row.seq,
            kind=row.kind,
            at=row.at,
            account=row.account,
            channel=row.channel,
            message=row.message,
            findings=tuple(findings.get(row.seq, ())),
            said=tuple(said.get(row.seq, ())),
            delivered=tuple(delivered.get(row.seq, ())),
        )
        for row in rows
    ]


async def _findings(connection: AsyncConnection, partition: int, seqs: Sequence[int]) -> Mapping[int, list[Finding]]:
    hits, revisions = tables.policy_hits, tables.policy_revisions
    asked = (
        select(hits, revisions.c.content)
        .outerjoin(revisions, revisions.c.revision == hits.c.revision)
        .where(hits.c.partition == partition, hits.c.seq.in_(seqs))
    )
    found = await connection.execute(asked)
    return _by_seq((row.seq, _finding(row)) for row in found)


def _finding(row: Row[Any]) -> Finding:
    return Finding(
        policy=PolicyId(row.policy),
        title=policies.title(row.content) if row.content else Bilingual(row.policy, row.policy),
        mode=row.mode,
        actions=tuple(json.loads(row.actions)),
        spans=tuple((start, end) for start, end in json.loads(row.spans)),
    )


async def _said(connection: AsyncConnection, partition: int, seqs: Sequence[int]) -> Mapping[int, list[Said]]:
    rulings, details = tables.rulings, tables.ruling_details
    asked = (
        select(rulings.c.seq, rulings.c.rule, details.c.why, details.c.evidence)
        .join(details, (details.c.partition == rulings.c.partition) & (details.c.number == rulings.c.number))
        .where(rulings.c.partition == partition, rulings.c.seq.in_(seqs))
        .order_by(rulings.c.number)
    )
    found = await connection.execute(asked)
    return _by_seq(
        (row.seq, Said(rule=row.rule, why=codec.load_texts(row.why), evidence=tuple(json.loads(row.evidence))))
        for row in found
    )


async def _delivered(connection: AsyncConnection, partition: int, seqs: Sequence[int]) -> Mapping[int, list[Delivered]]:
    outbox = tables.outbox
    asked = select(outbox).where(outbox.c.partition == partition, outbox.c.seq.in_(seqs)).order_by(outbox.c.id)
    found = await connection.execute(asked)
    return _by_seq((row.seq, _delivery(row)) for row in found)


def _delivery(row: Row[Any]) -> Delivered:
    wanted = json.loads(row.payload) if row.payload else {}
    channel = wanted.get("channel")
    return Delivered(
        key=EffectKey(row.key),
        kind=row.kind,
        state=row.state,
        reason=row.reason or "",
        account=AccountId(wanted["account"]) if wanted.get("account") else None,
        channel=ChannelId(channel) if isinstance(channel, str) else None,
    )


def _by_seq(found: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    sorted_out: dict[int, list[Any]] = {}
    for seq, one in found:
        sorted_out.setdefault(seq, []).append(one)
    return sorted_out
