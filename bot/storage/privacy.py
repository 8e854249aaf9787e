"""What is kept of one account: shown to whoever asks for it, and erased."""

import json
import re
import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import KeptFact
from bot.ids import AccountId
from bot.storage import overlay, own, tables, windows
from bot.storage.forgetting import Left

CARDS = (
    *("post_card", "reply_card", "reply_privately", "send_direct", "edit_card"),
    *("upload_file", "show_home", "tell_outside"),
)
_NOT_TO_THEM = ("post_card", "edit_card")
"""Where something about somebody stands in the team's channel, perhaps in the words of whoever reported it."""
_BEFORE_ANYBODY_ACTED = ("standing", "taken", "closed", "withdrawn")
_FORGOTTEN = "forgotten:"
_words_of = case((tables.incidents.c.origin == "hand", tables.incidents.c.moved_by), else_=tables.incidents.c.reporter)
"""Whose words the reason of an incident is in: who reported it, or who did it by hand."""
_IDS_AT_ONCE = 500
NOTHING_LEFT: Mapping[str, str | None] = {"payload": "", "account": None, "lane": "", "made": None}
"""What the row of an effect holds once nothing of it is to be known any more."""


async def erase(connection: AsyncConnection, partition: int, account: AccountId, seq: int, left: Left) -> None:
    """Leave no name, no text and no way back to the account in all that was written up to an arrival's number.

    Counts stay, under a random stand-in. Facts are erased by the room that forgets. Effects that only speak are given
    up, but for the answer to whoever asked for this; that answer and a measure that waits for its platform still go
    there, and what they hold follows once they are settled (`emptied`). `left` is what was taken out of the books of
    cases before this.
    """
    nobody = f"{_FORGOTTEN}{secrets.token_hex(8)}"
    events, details = tables.events, tables.ruling_details
    await _forget_effects(connection, partition, account, seq, nobody, left)
    await _forget_observed(connection, partition, account, nobody)
    mine = (events.c.partition == partition, events.c.account == account, events.c.seq <= seq)
    await connection.execute(update(events).where(*mine).values(account=nobody, message=None))
    await connection.execute(
        delete(details).where(details.c.partition == partition, details.c.account == account, details.c.seq <= seq)
    )
    for start in range(0, len(left.seqs), _IDS_AT_ONCE):
        beside = details.c.seq.in_(sorted(left.seqs)[start : start + _IDS_AT_ONCE])
        free = not_held(details.c.account, partition)
        await connection.execute(delete(details).where(details.c.partition == partition, beside, free))
    daily = tables.activity_daily
    await connection.execute(
        update(daily).where(daily.c.partition == partition, daily.c.account == account).values(account=nobody)
    )
    await connection.execute(delete(tables.counters).where(_about(partition, account)))
    codes = tables.link_codes
    await connection.execute(delete(codes).where(codes.c.partition == partition, codes.c.account == account))
    await windows.forget(connection, partition, account)
    await overlay.forget(connection, partition, account)
    await _forget_incidents(connection, partition, account)
    held_back = tables.quarantine
    names_them = (held_back.c.account == account) | held_back.c.payload.contains(json.dumps(account), autoescape=True)
    await connection.execute(
        delete(held_back).where(
            held_back.c.partition == partition, names_them, not_held(held_back.c.account, partition)
        )
    )


def emptied() -> dict[str, Any]:
    """What an effect's row is to hold once its outcome is known: nothing, where somebody forgotten waited for it."""
    gone = tables.outbox.c.account.startswith(_FORGOTTEN, autoescape=True)
    return {name: case((gone, left), else_=tables.outbox.c[name]) for name, left in NOTHING_LEFT.items()}


def not_held(account: ColumnElement[Any], partition: int) -> ColumnElement[bool]:
    """Whether a row is about nobody whom the law wants to be kept."""
    accounts = tables.accounts
    held = select(accounts.c.account).where(accounts.c.partition == partition, accounts.c.held)
    return account.is_(None) | account.not_in(held)


async def _forget_effects(
    connection: AsyncConnection, partition: int, account: AccountId, seq: int, nobody: str, left: Left
) -> None:
    outbox = tables.outbox
    found = await _naming(connection, partition, account, seq, left)
    answer = (outbox.c.seq == seq) & (outbox.c.kind == "reply_privately")
    for start in range(0, len(found), _IDS_AT_ONCE):
        these = outbox.c.id.in_(found[start : start + _IDS_AT_ONCE])
        given_up = (outbox.c.account == account, outbox.c.state.in_(("pending", "unsure")), outbox.c.kind.in_(CARDS))
        await connection.execute(
            update(outbox)
            .where(these, *given_up, ~answer)
            .values(state="refused", reason="the person asked to be forgotten", reported=True)
        )
        settled = outbox.c.state.in_(("done", "refused"))
        await connection.execute(update(outbox).where(these, settled).values(reported=True, **NOTHING_LEFT))
        await connection.execute(update(outbox).where(these, ~settled).values(account=nobody))


async def _naming(connection: AsyncConnection, partition: int, account: AccountId, seq: int, left: Left) -> list[int]:
    """The effects that are about somebody, show them or quote them, whomever they were for."""
    outbox, details = tables.outbox, tables.ruling_details
    marks = [*await _quotations(connection, partition, account), *map(_quoted, left.words)]
    named = re.compile(re.escape(json.dumps(account).removesuffix('"')) + r'[\\"]')  # also in a file within a card
    ruled = select(details.c.seq).where(details.c.partition == partition, details.c.account == account)
    asked = select(
        outbox.c.id,
        outbox.c.seq,
        outbox.c.payload,
        ((outbox.c.account == account) | outbox.c.seq.in_(ruled)).label("about"),
    ).where(
        outbox.c.partition == partition,
        outbox.c.seq <= seq,
        outbox.c.payload != "",
        not_held(outbox.c.account, partition),
    )
    rows = await connection.stream(asked)
    return [
        row.id
        async for row in rows
        if row.about or row.seq in left.seqs or named.search(row.payload) or any(mark in row.payload for mark in marks)
    ]


async def _quotations(connection: AsyncConnection, partition: int, account: AccountId) -> list[str]:
    """By what cards betray that they are about somebody's incident or report, or quote their words."""
    incidents = tables.incidents
    asked = select(incidents).where(
        incidents.c.partition == partition,
        (incidents.c.account == account) | (_words_of == account),
    )
    found: list[str] = []
    for row in await connection.execute(asked):
        author = row.moved_by if row.origin == "hand" else row.reporter
        words = (row.text if row.account == account else "", row.reason if author == account else "")
        found += [row.incident, *(_quoted(one) for one in words if one)]
    return found


def _quoted(words: str) -> str:
    """As somebody's own words stand in a card."""
    return f'"text":{json.dumps(words)}'


async def _forget_observed(connection: AsyncConnection, partition: int, account: AccountId, nobody: str) -> None:
    """Counters about nobody in particular remember which messages they counted: those of somebody lose their names."""
    events, counters = tables.events, tables.counters
    asked = select(events.c.message).where(
        events.c.partition == partition, events.c.account == account, events.c.message.is_not(None)
    )
    theirs = set(await connection.scalars(asked))
    about_all = select(counters.c.key, counters.c.recent).where(
        counters.c.partition == partition, counters.c.key.startswith("observed:", autoescape=True)
    )
    for key, recent in (await connection.execute(about_all)).all():
        moves = json.loads(recent)
        kept = [(at, nobody if about.rpartition(" ")[2] in theirs else about, by) for at, about, by in moves]
        changed = json.dumps(kept, separators=(",", ":"))
        if changed != recent:
            here = (counters.c.partition == partition, counters.c.key == key)
            await connection.execute(update(counters).where(*here).values(recent=changed))


async def _forget_incidents(connection: AsyncConnection, partition: int, account: AccountId) -> None:
    """What is about somebody goes; what they reported, did by hand or looked at stays without them.

    What somebody else reported or did who is under legal hold stays as well, in that person's words alone.
    """
    incidents = tables.incidents
    mine = (incidents.c.partition == partition,)
    about, free = incidents.c.account == account, not_held(_words_of, partition)
    await connection.execute(delete(incidents).where(*mine, about, free))
    await connection.execute(update(incidents).where(*mine, about).values(account=None, message=None, text=""))
    said = update(incidents).where(*mine, _words_of == account)
    await connection.execute(said.values(reporter=None, reason=""))
    await connection.execute(update(incidents).where(*mine, incidents.c.moved_by == account).values(moved_by=None))


async def kept(connection: AsyncConnection, partition: int, account: str) -> KeptFact:
    """All that is kept of one account, for the person whose account it is: who reported them stays sealed."""
    found = await export(connection, partition, AccountId(account))
    found["incidents"] = [_unsealed(row) for row in found.get("incidents", ()) if not _sealed(row)]
    found["outbox"] = [row for row in found.get("outbox", ()) if row["kind"] not in _NOT_TO_THEM]
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
        tables.link_codes,
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
    done = select(incidents.c.incident, incidents.c.at, incidents.c.channel, incidents.c.reason).where(
        incidents.c.partition == partition, incidents.c.origin == "hand", incidents.c.moved_by == account
    )
    found["actions"] = [dict(row._mapping) for row in await connection.execute(done)]
    hits = tables.policy_hits
    seqs = select(tables.events.c.seq).where(tables.events.c.partition == partition, tables.events.c.account == account)
    asked_hits = select(hits).where(hits.c.partition == partition, hits.c.seq.in_(seqs))
    found["policy_hits"] = [dict(row._mapping) for row in await connection.execute(asked_hits)]
    found |= await own.about(connection, partition, account)
    secret = await own.ballots(connection, partition)
    for name in ("outbox", "ruling_details"):
        found[name] = [row for row in found[name] if row["seq"] not in secret]
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


def not_sealed() -> ColumnElement[bool]:
    """Of incidents, those of which whom they are about may know."""
    incidents = tables.incidents
    return (incidents.c.origin != "report") | incidents.c.state.not_in(_BEFORE_ANYBODY_ACTED)


def _sealed(incident: dict[str, Any]) -> bool:
    """A report that nothing came of (yet): that there is one, and when it was made, can betray who made it."""
    return incident["origin"] == "report" and incident["state"] in _BEFORE_ANYBODY_ACTED


def _unsealed(incident: dict[str, Any]) -> dict[str, Any]:
    """Without who said what about them, and without who acted by hand: platforms do not tell that either."""
    apart = {"report": {"at"}, "hand": {"moved_by"}}
    sealed = {"reporter", "reason"} | apart.get(incident["origin"], set())
    return {name: value for name, value in incident.items() if name not in sealed}


def _about(partition: int, account: AccountId) -> ColumnElement[bool]:
    """The counters about an account, whatever they count."""
    counters = tables.counters
    return (counters.c.partition == partition) & counters.c.key.endswith(f"|{account}", autoescape=True)
