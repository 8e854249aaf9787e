"""Proposals as they are asked for, what policies matched while they were tried, and what became live."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import distinct, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.facts import Activation, ActivationsFact, ProposalBrief, ProposalsFact, TriedFact
from bot.ids import CommunityId, PolicyId, RevisionId
from bot.proposals import Proposal
from bot.storage import policies, tables

_MOST = 100


async def listed(connection: AsyncConnection, partition: int, name: str) -> ProposalsFact:  # noqa: ARG001
    """The latest first, at most a hundred."""
    proposals = tables.proposals
    asked = select(proposals.c.data).where(proposals.c.partition == partition)
    found = await connection.scalars(asked.order_by(proposals.c.number.desc()).limit(_MOST))
    return ProposalsFact(proposals=tuple(_brief(codec.load_proposal(one)) for one in found))


async def wanting(connection: AsyncConnection) -> Sequence[tuple[CommunityId, Proposal]]:
    """Those of all communities for which the past is still to be looked at, the oldest first."""
    proposals, partitions = tables.proposals, tables.partitions
    asked = (
        select(partitions.c.community, proposals.c.data)
        .join(partitions, partitions.c.id == proposals.c.partition)
        .where(proposals.c.state == "discussion")
        .order_by(proposals.c.opened_at, partitions.c.community, proposals.c.number)
    )
    found = ((CommunityId(row.community), codec.load_proposal(row.data)) for row in await connection.execute(asked))
    return [(community, one) for community, one in found if one.wants_backtest]


async def tried(connection: AsyncConnection, partition: int, name: str) -> TriedFact:
    """How often a policy matched since a moment, and how many people: one message counts once."""
    policy, since = json.loads(name)
    events, hits = tables.events, tables.policy_hits
    about = func.coalesce(events.c.message, events.c.event_id)
    asked = (
        select(func.count(distinct(about)), func.count(distinct(events.c.account)))
        .select_from(events)
        .join(hits, (hits.c.partition == events.c.partition) & (hits.c.seq == events.c.seq))
        .where(
            events.c.partition == partition,
            events.c.at >= datetime.fromisoformat(since),
            hits.c.policy == policy,
            hits.c.mode != "spared",
        )
    )
    matched, people = (await connection.execute(asked)).one()
    return TriedFact(matched=matched, people=people)


async def activations(connection: AsyncConnection, partition: int, name: str) -> ActivationsFact:  # noqa: ARG001
    """The latest first, at most a hundred; that something was only ever tried is no decision."""
    live, wordings, partitions = tables.policy_activations, tables.policy_revisions, tables.partitions
    earlier = live.alias()
    acted = (
        select(earlier.c.number)
        .where(
            earlier.c.community == live.c.community,
            earlier.c.policy == live.c.policy,
            earlier.c.number < live.c.number,
            earlier.c.mode == "enforce",
        )
        .exists()
    )
    asked = (
        select(live, wordings.c.content)
        .join(partitions, partitions.c.community == live.c.community)
        .join(wordings, wordings.c.revision == live.c.revision)
        .where(partitions.c.id == partition, (live.c.mode == "enforce") | acted)
        .order_by(live.c.at.desc(), live.c.policy, live.c.number.desc())
        .limit(_MOST)
    )
    return ActivationsFact(
        activations=tuple(
            Activation(
                policy=PolicyId(row.policy),
                title=policies.title(row.content),
                revision=RevisionId(row.revision),
                mode=row.mode,
                at=row.at,
                author=row.author,
            )
            for row in await connection.execute(asked)
        )
    )


def _brief(one: Proposal) -> ProposalBrief:
    return ProposalBrief(
        proposal=one.id,
        kind=one.kind,
        title=one.title,
        policy=one.policy,
        mode=one.mode,
        by=one.by,
        state=one.state,
        since=one.since,
        due_at=one.due_at,
        electors=one.electors,
        votes_for=one.votes_for,
        votes_against=one.votes_against,
        abstained=one.abstained,
        why=one.why,
        revision=one.revision,
        backtest=one.backtest,
    )
