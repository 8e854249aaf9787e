"""The outbox: effects that wait for their platform, one ordered lane beside another, and how each ended.

pending → sending → done | refused, or back to pending where the platform was unavailable. What was `sending` when a
process died is pending again if doing it twice is felt once, and `unsure` otherwise.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.effects import Effect, bound
from bot.ids import EffectKey, Platform, PolicyId
from bot.storage.privacy import CARDS
from bot.storage.tables import handles, outbox, policy_hits
from bot.views import Phrase

_UNSETTLED = outbox.c.state.in_(("pending", "sending"))


@dataclass(frozen=True, slots=True)
class Claim:
    """An effect that this process carries out now, its handles replaced by ids."""

    id: int
    key: EffectKey
    platform: Platform
    effect: Effect
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How an attempt ended."""

    claim: Claim
    state: Literal["done", "refused", "pending", "unsure"]
    made: str | None = None
    simulated: bool = False
    reason: str | None = None
    because: Phrase | None = None
    """Told to the road at once, not kept: after a crash the road hears the reason alone."""
    not_before: datetime | None = None


async def claim(
    connection: AsyncConnection, partition: int, platforms: Sequence[Platform], now: datetime, limit: int
) -> tuple[list[Claim], list[Settled]]:
    """Mark up to `limit` heads of lanes as `sending`; name those that can only be refused (expired, maker refused)."""
    heads = select(func.min(outbox.c.id)).where(outbox.c.partition == partition, _UNSETTLED).group_by(outbox.c.lane)
    asked = (
        select(outbox)
        .where(
            outbox.c.id.in_(heads),
            outbox.c.state == "pending",
            outbox.c.platform.in_(platforms),
            outbox.c.not_before.is_(None) | (outbox.c.not_before <= now),
        )
        .order_by(outbox.c.id)
        .with_for_update(skip_locked=True)
    )
    ready: list[Claim] = []
    hopeless: list[Settled] = []
    for row in (await connection.execute(asked)).all():
        if len(ready) == limit:
            break
        claimed, reason = await _prepare(connection, row, now)
        if reason is not None:
            hopeless.append(Settled(claim=claimed, state="refused", reason=reason))
        elif claimed.attempts >= 0:
            ready.append(claimed)
    if ready:
        mark = update(outbox).where(outbox.c.id.in_([one.id for one in ready]))
        await connection.execute(mark.values(state="sending", attempts=outbox.c.attempts + 1))
    return ready, hopeless


async def _prepare(connection: AsyncConnection, row: Row[Any], now: datetime) -> tuple[Claim, str | None]:
    """The claim, and why it can only be refused; attempts of -1 where it must wait for a handle."""
    effect = codec.load_effect(row.payload)
    if row.expires_at is not None and row.expires_at <= now:
        return _claim(row, effect, row.attempts), "it came too late to be worth doing"
    names = json.loads(row.uses)
    if not names:
        return _claim(row, effect, row.attempts), None
    asked = select(handles.c.handle, handles.c.made).where(
        handles.c.partition == row.partition, handles.c.handle.in_(names)
    )
    made = dict[str, str]((await connection.execute(asked)).all())
    if made.keys() >= set(names):
        return _claim(row, bound(effect, made), row.attempts), None
    on_its_way = outbox.c.state.in_(("pending", "sending", "unsure")) | (
        (outbox.c.state == "done") & outbox.c.reported.is_(False)
    )
    coming = select(outbox.c.binds).where(outbox.c.partition == row.partition, outbox.c.binds.in_(names), on_its_way)
    if {*(await connection.scalars(coming)), *made} >= set(names):
        return _claim(row, effect, -1), None
    return _claim(row, effect, row.attempts), "what it belongs to could not be made"


def _claim(row: Row[Any], effect: Effect, attempts: int) -> Claim:
    return Claim(row.id, EffectKey(row.key), Platform(row.platform), effect, attempts)


_SETTLE = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=bindparam("new_state"),
        made=bindparam("new_made"),
        simulated=bindparam("was_simulated"),
        reason=bindparam("new_reason"),
        not_before=bindparam("new_not_before"),
        settled_at=bindparam("new_settled_at"),
    )
)


async def settle(connection: AsyncConnection, ended: Iterable[Settled], now: datetime) -> None:
    """Write down how attempts ended."""
    rows = [
        {
            "row": one.claim.id,
            "new_state": one.state,
            "new_made": one.made,
            "was_simulated": one.simulated,
            "new_reason": one.reason,
            "new_not_before": one.not_before,
            "new_settled_at": now if one.state in {"done", "refused"} else None,
        }
        for one in ended
    ]
    if rows:
        await connection.execute(_SETTLE, rows)


async def recover(connection: AsyncConnection, partition: int, platforms: Sequence[Platform]) -> None:
    """After a restart: nobody is sending any more."""
    mine = (outbox.c.partition == partition, outbox.c.platform.in_(platforms), outbox.c.state == "sending")
    await connection.execute(update(outbox).where(*mine, outbox.c.idempotent).values(state="pending"))
    await connection.execute(
        update(outbox).where(*mine, outbox.c.idempotent.is_(False)).values(state="unsure", reason="a crash cut it off")
    )


async def busy(connection: AsyncConnection, partition: int, platforms: Sequence[Platform], now: datetime) -> bool:
    """Whether anything is on its way to a platform, or could be sent now."""
    could_go = (outbox.c.state == "pending") & (outbox.c.not_before.is_(None) | (outbox.c.not_before <= now))
    asked = select(outbox.c.id).where(
        outbox.c.partition == partition,
        outbox.c.platform.in_(platforms),
        could_go | (outbox.c.state == "sending"),
    )
    return await connection.scalar(asked.limit(1)) is not None


async def unsure(connection: AsyncConnection, partition: int, platforms: Sequence[Platform]) -> list[Claim]:
    """Effects of which nobody knows whether they were felt."""
    asked = select(outbox).where(
        outbox.c.partition == partition, outbox.c.platform.in_(platforms), outbox.c.state == "unsure"
    )
    rows = (await connection.execute(asked.order_by(outbox.c.id))).all()
    return [_claim(row, codec.load_effect(row.payload), row.attempts) for row in rows]


async def unreported(connection: AsyncConnection, partition: int) -> list[Settled]:
    """Effects whose outcome was written down but did not come back to the road before a crash."""
    asked = select(outbox).where(
        outbox.c.partition == partition, outbox.c.state.in_(("done", "refused")), outbox.c.reported.is_(False)
    )
    rows = (await connection.execute(asked.order_by(outbox.c.id))).all()
    return [
        Settled(
            claim=_claim(row, codec.load_effect(row.payload), row.attempts),
            state=row.state,
            made=row.made,
            simulated=row.simulated,
            reason=row.reason,
        )
        for row in rows
    ]


async def stop(connection: AsyncConnection, partition: int, policies: Sequence[PolicyId], now: datetime) -> None:
    """Give up what policies wanted and nobody felt yet; with `policies`, only what no other policy wanted too.

    Words that go with a measure which is felt, or may be, are still said: nobody is left without its reasons. What is
    on its way at this very moment is not tried again should its platform not take it.
    """
    acted = select(policy_hits.c.seq).where(policy_hits.c.partition == partition, policy_hits.c.mode == "enforce")
    wanted = [outbox.c.partition == partition, outbox.c.seq.in_(acted)]
    if policies:
        wanted.append(outbox.c.seq.not_in(acted.where(policy_hits.c.policy.not_in(policies))))
    felt = select(outbox.c.seq).where(
        *wanted, outbox.c.state.in_(("sending", "done", "unsure")), outbox.c.kind.not_in(CARDS)
    )
    stopped = (*wanted, outbox.c.kind.not_in(CARDS) | outbox.c.seq.not_in(felt))
    waiting, on_its_way = outbox.c.state == "pending", outbox.c.state.in_(("sending", "unsure"))
    given_up = {"state": "refused", "reason": "a manager paused it", "reported": True, "settled_at": now}
    await connection.execute(update(outbox).where(*stopped, waiting).values(given_up))
    await connection.execute(update(outbox).where(*stopped, on_its_way).values(expires_at=now))
