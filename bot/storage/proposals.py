"""Proposals as they are asked for."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.facts import ProposalBrief, ProposalsFact
from bot.storage import tables

_MOST = 100


async def listed(connection: AsyncConnection, partition: int, name: str) -> ProposalsFact:  # noqa: ARG001
    """The latest first, at most a hundred."""
    proposals = tables.proposals
    asked = select(proposals.c.data).where(proposals.c.partition == partition)
    found = await connection.scalars(asked.order_by(proposals.c.number.desc()).limit(_MOST))
    return ProposalsFact(
        proposals=tuple(
            ProposalBrief(one.id, one.title, one.state, one.since, one.votes_for, one.votes_against, one.abstained)
            for one in map(codec.load_proposal, found)
        )
    )
