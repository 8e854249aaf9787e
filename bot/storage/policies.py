"""The wordings of policies, and which of them was live when: append-only, and without anybody's name."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import WordingFact
from bot.ids import PolicyId, RevisionId
from bot.policy import rungs
from bot.policy.edition import restored
from bot.policy.pack import Revision
from bot.storage import tables
from bot.views import Bilingual

FILE = "file"
"""The author of what stands in a file."""
CHAT = "chat"
"""The author of what managers wrote or switched in chat; their names are among the settings, until forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A revision as it is kept."""

    revision: RevisionId
    policy: PolicyId
    content: str
    """Canonical JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activation:
    """From a moment on, a wording was live, in a mode; `off` ends it."""

    policy: PolicyId
    number: int
    """Counted from 1 for each policy."""
    revision: RevisionId
    mode: str
    at: datetime
    author: str


async def remember(
    connection: AsyncConnection,
    wordings: Iterable[Wording],
    now: datetime,
    parents: Mapping[PolicyId, RevisionId] | None = None,
    author: str = FILE,
) -> None:
    """Keep wordings that are new; `parents` names what each follows, which otherwise is the one first used last."""
    table = tables.policy_revisions
    asked = select(table.c.revision, table.c.policy).order_by(table.c.first_used_at)
    known = dict[RevisionId, PolicyId]((await connection.execute(asked)).all())
    latest = {policy: revision for revision, policy in known.items()} | dict(parents or {})
    fresh = {one.revision: one for one in wordings if one.revision not in known}
    rows = [
        {
            "revision": one.revision,
            "policy": one.policy,
            "content": one.content,
            "first_used_at": now,
            "parent": latest.get(one.policy),
            "author": author,
        }
        for one in fresh.values()
    ]
    if rows:
        await connection.execute(insert(table), rows)


async def activate(
    connection: AsyncConnection,
    community: str,
    live: Mapping[PolicyId, tuple[RevisionId, str]],
    now: datetime,
    authors: Mapping[PolicyId, str] | None = None,
) -> None:
    """Write down what is live from now on, where it differs from what was; what is not named any more is off.

    `authors` says who set it where that is no file.
    """
    by = authors or {}
    last = await _last(connection, community)
    wanted = dict(live) | {
        policy: (activation.revision, "off") for policy, activation in last.items() if policy not in live
    }
    rows = [
        {
            "community": community,
            "policy": policy,
            "number": last[policy].number + 1 if policy in last else 1,
            "revision": revision,
            "mode": mode,
            "at": now,
            "author": by.get(policy, FILE),
        }
        for policy, (revision, mode) in wanted.items()
        if policy not in last or (last[policy].revision, last[policy].mode) != (revision, mode)
    ]
    if rows:
        await connection.execute(insert(tables.policy_activations), rows)


async def standing(connection: AsyncConnection, community: str) -> dict[PolicyId, tuple[Wording, str]]:
    """What was last live of each policy, and its mode; in the order of their names."""
    last = await _last(connection, community)
    table = tables.policy_revisions
    named = {activation.revision for activation in last.values()}
    asked = select(table.c.revision, table.c.content).where(table.c.revision.in_(named))
    contents = dict[RevisionId, str]((await connection.execute(asked)).all()) if named else {}
    return {
        policy: (Wording(revision=one.revision, policy=policy, content=contents[one.revision]), one.mode)
        for policy, one in last.items()
        if one.revision in contents
    }


async def worded(connection: AsyncConnection, partition: int, names: Collection[str]) -> dict[str, WordingFact]:  # noqa: ARG001
    """Rules by the names of wordings that were once kept; not those that this version of the program cannot read."""
    table = tables.policy_revisions
    rows = await connection.execute(select(table).where(table.c.revision.in_(names)))
    kept = (Revision(RevisionId(row.revision), PolicyId(row.policy), row.content) for row in rows)
    known = [one for one in (restored(wording, "enforce") for wording in kept) if one is not None]
    return {one.revision.id: WordingFact(rule=rungs.worded(one.revision.id, one.policy)) for one in known}


async def history(connection: AsyncConnection, community: str, policy: PolicyId | None = None) -> list[Activation]:
    """Everything that was ever live, of one policy or all, from the first on."""
    table = tables.policy_activations
    asked = select(table).where(table.c.community == community)
    if policy is not None:
        asked = asked.where(table.c.policy == policy)
    rows = await connection.execute(asked.order_by(table.c.at, table.c.policy, table.c.number))
    return [
        Activation(
            policy=PolicyId(row.policy),
            number=row.number,
            revision=RevisionId(row.revision),
            mode=row.mode,
            at=row.at,
            author=row.author,
        )
        for row in rows
    ]


async def _last(connection: AsyncConnection, community: str) -> dict[PolicyId, Activation]:
    table = tables.policy_activations
    latest = (
        select(table.c.policy, func.max(table.c.number).label("number"))
        .where(table.c.community == community)
        .group_by(table.c.policy)
        .subquery()
    )
    same = (table.c.policy == latest.c.policy) & (table.c.number == latest.c.number)
    asked = select(table).join(latest, same).where(table.c.community == community).order_by(table.c.policy)
    return {
        PolicyId(row.policy): Activation(
            policy=PolicyId(row.policy),
            number=row.number,
            revision=RevisionId(row.revision),
            mode=row.mode,
            at=row.at,
            author=row.author,
        )
        for row in await connection.execute(asked)
    }


def title(content: str) -> Bilingual:
    """What a wording calls its policy."""
    said = json.loads(content)["says"]["title"]
    return Bilingual(said["en"], said["fr"])
