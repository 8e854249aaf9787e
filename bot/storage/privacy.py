"""What is kept of one account: shown to whoever asks for it, and erased."""

import json
import secrets
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import KeptFact
from bot.ids import AccountId
from bot.storage import overlay, tables, windows

CARDS = ("post_card", "reply_card", "reply_privately", "send_direct", "edit_card", "upload_file")


async def erase(connection: AsyncConnection, partition: int, account: AccountId, seq: int) -> None:
    """Leave no name, no text and no way back to the account in all that was written up to an arrival's number.

    Counts stay, under a random stand-in. Facts are erased by the room that forgets. Effects that only speak are given
    up; a measure that waits for its platform still goes there, and its payload follows once it is settled.
    """
    nobody = f"forgotten:{secrets.token_hex(8)}"
    events, details, outbox = tables.events, tables.ruling_details, tables.outbox
    mine = (events.c.partition == partition, events.c.account == account, events.c.seq <= seq)
    await connection.execute(update(events).where(*mine).values(account=nobody, message=None))
    await connection.execute(
        delete(details).where(details.c.partition == partition, details.c.account == account, details.c.seq <= seq)
    )
    about = (outbox.c.partition == partition, outbox.c.account == account, outbox.c.seq <= seq)
    waiting = outbox.c.state.in_(("pending", "unsure"))
    await connection.execute(
        update(outbox)
        .where(*about, waiting, outbox.c.kind.in_(CARDS))
        .values(state="refused", reason="the person asked to be forgotten", reported=True)
    )
    await connection.execute(
        update(outbox)
        .where(*about, outbox.c.state.in_(("done", "refused")))
        .values(payload="", account=None, lane="", made=None)
    )
    daily = tables.activity_daily
    await connection.execute(
        update(daily).where(daily.c.partition == partition, daily.c.account == account).values(account=nobody)
    )
    await connection.execute(delete(tables.counters).where(_about(partition, account)))
    await windows.forget(connection, partition, account)
    await overlay.forget(connection, partition, account)
    await _forget_incidents(connection, partition, account)
    held_back = tables.quarantine
    await connection.execute(
        delete(held_back).where(held_back.c.partition == partition, held_back.c.account == account)
    )


async def _forget_incidents(connection: AsyncConnection, partition: int, account: AccountId) -> None:
    """What is about somebody goes; what they reported or looked at stays without them."""
    incidents = tables.incidents
    mine = (incidents.c.partition == partition,)
    await connection.execute(delete(incidents).where(*mine, incidents.c.account == account))
    reported = update(incidents).where(*mine, incidents.c.reporter == account)
    await connection.execute(reported.values(reporter=None, reason=""))
    await connection.execute(update(incidents).where(*mine, incidents.c.moved_by == account).values(moved_by=None))


async def kept(connection: AsyncConnection, partition: int, account: str) -> KeptFact:
    """All that is kept of one account, for the person whose account it is: who reported them stays sealed."""
    found = await export(connection, partition, AccountId(account))
    for row in found.get("incidents", ()):
        row.pop("reporter")
        row.pop("reason")
    counts = {name: len(rows) for name, rows in found.items()}
    return KeptFact(account=AccountId(account), counts=counts, export=json.dumps(found, default=str, indent=2))


async def export(connection: AsyncConnection, partition: int, account: AccountId) -> dict[str, list[dict[str, Any]]]:
    """Every row about an account, by table, as plain values."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table in (
        tables.accounts,
        tables.activity,
        tables.events,
        tables.activity_daily,
        tables.ruling_details,
        tables.outbox,
        tables.quarantine,
        tables.incidents,
    ):
        asked = select(table).where(table.c.partition == partition, table.c.account == account)
        found[table.name] = [dict(row._mapping) for row in await connection.execute(asked)]
    mine = select(tables.counters).where(_about(partition, account))
    found["counters"] = [dict(row._mapping) for row in await connection.execute(mine)]
    found["windows"] = await windows.about(connection, partition, account)
    incidents = tables.incidents
    reported = select(incidents.c.incident, incidents.c.at, incidents.c.channel, incidents.c.reason).where(
        incidents.c.partition == partition, incidents.c.reporter == account
    )
    found["reports"] = [dict(row._mapping) for row in await connection.execute(reported)]
    hits = tables.policy_hits
    seqs = select(tables.events.c.seq).where(tables.events.c.partition == partition, tables.events.c.account == account)
    asked_hits = select(hits).where(hits.c.partition == partition, hits.c.seq.in_(seqs))
    found["policy_hits"] = [dict(row._mapping) for row in await connection.execute(asked_hits)]
    return {name: rows for name, rows in found.items() if rows}


async def find(connection: AsyncConnection, partition: int, wanted: str) -> list[tuple[AccountId, str | None]]:
    """Accounts by id, by the platform's own id or by display name, whether they are still there or left."""
    accounts = tables.accounts
    bare = wanted.removeprefix("@")
    asked = select(accounts.c.account, accounts.c.name).where(
        accounts.c.partition == partition,
        (accounts.c.account == wanted)
        | accounts.c.account.endswith(f"/{bare}", autoescape=True)
        | (func.lower(accounts.c.name) == bare.lower()),
    )
    return [(AccountId(account), name) for account, name in await connection.execute(asked.order_by("account"))]


def _about(partition: int, account: AccountId) -> ColumnElement[bool]:
    """The counters about an account, whatever they count."""
    counters = tables.counters
    return (counters.c.partition == partition) & counters.c.key.endswith(f"|{account}", autoescape=True)
