"""What still holds of somebody who was forgotten: under a keyed hash of their account, until it is over.

Nobody can find the account from its keyed name without the key, which stands in the environment, or in a row of its own
where the environment has none. Whoever has the account, as the bot has when somebody comes back, finds the name.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.sanctions import Sanction, runs
from bot.facts import Fact, FactKey, StandingFact
from bot.ids import FORGOTTEN, AccountId, forgotten_id, space_of
from bot.storage import tables

_NAME = "forgotten"
_KEYED = "k-"
"""Tells keyed names from those that nobody can find."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Those that names are made with: the first one makes, each of them finds."""

    known: tuple[bytes, ...] = ()

    @classmethod
    def derived(cls, given: Sequence[str]) -> "Keys":
        """From the keys of the environment: another one each, so that neither tells of the other."""
        return cls(tuple(hmac.digest(one.encode(), b"palabre: forgotten accounts", "sha256") for one in given))

    def names(self, partition: int, account: AccountId) -> tuple[AccountId, ...]:
        """What an account can be called, the first one from now on."""
        said = f"{partition} {account}".encode("utf-8", "backslashreplace")
        digests = (hmac.new(one, said, hashlib.sha256).hexdigest() for one in self.known)
        return tuple(forgotten_id(space_of(account), f"{_KEYED}{digest[:32]}") for digest in digests)


NO_KEYS = Keys()
"""An environment without any."""


async def all_keys(connection: AsyncConnection, environment: Keys) -> Keys:
    """The environment's, and the one of the database where it ever needed one."""
    keys = tables.keys
    kept = await connection.scalars(select(keys.c.key).where(keys.c.name == _NAME))
    return Keys((*environment.known, *(bytes.fromhex(one) for one in kept)))


async def keys_to_make(connection: AsyncConnection, environment: Keys) -> Keys:
    """The same; where there is none at all, one is made."""
    found = await all_keys(connection, environment)
    if found.known:
        return found
    made = secrets.token_hex(32)
    await connection.execute(insert(tables.keys), {"name": _NAME, "key": made})
    return Keys((bytes.fromhex(made),))


async def standings(
    connection: AsyncConnection, partition: int, accounts: Sequence[str], environment: Keys
) -> dict[FactKey, Fact | None]:
    """What holds accounts back, also what held them back before they were forgotten: told as if they never were."""
    rows = tables.standings
    called = _called(partition, map(AccountId, accounts), await all_keys(connection, environment))
    found: dict[FactKey, Fact | None] = {}
    asked = select(rows).where(rows.c.partition == partition, rows.c.account.in_(called))
    for row in await connection.execute(asked):
        account = called[row.account]
        held = tuple(replace(one, account=account) for one in codec.load_sanctions(row.sanctions))
        key = FactKey("standing", account)
        if key not in found or row.account == account:
            found[key] = StandingFact(account=account, sanctions=held)
    return found


async def recognise(
    connection: AsyncConnection, partition: int, met: Iterable[AccountId], environment: Keys
) -> dict[AccountId, AccountId]:
    """Give back to accounts that are met anew what holds them back; the keyed names under which anything is found."""
    called = _called(partition, met, await all_keys(connection, environment))
    keyed = {name: account for name, account in called.items() if name != account}
    if not keyed:
        return {}
    rows, cases = tables.standings, tables.cases
    held = set(
        await connection.scalars(select(rows.c.account).where(rows.c.partition == partition, rows.c.account.in_(keyed)))
    )
    for name in sorted(held):
        await _return(connection, partition, AccountId(name), keyed[AccountId(name)])
    parties = await connection.scalars(
        select(cases.c.respondent).where(
            cases.c.partition == partition, cases.c.respondent.in_(keyed), cases.c.rank.is_not(None)
        )
    )
    return {AccountId(name): keyed[AccountId(name)] for name in {*held, *parties}}


async def rename(connection: AsyncConnection, partition: int, account: AccountId, to: AccountId) -> None:
    """Measures upon an account are from now on upon another name of it."""
    sanctions = tables.sanctions
    mine = (sanctions.c.partition == partition, sanctions.c.account == account)
    for row in (await connection.execute(select(sanctions.c.sanction, sanctions.c.data).where(*mine))).all():
        one = codec.load_sanctions(row.data)[0]
        values: dict[str, Any] = {"account": to, "data": codec.dump_sanctions((replace(one, account=to),))}
        await connection.execute(update(sanctions).where(*mine, sanctions.c.sanction == row.sanction).values(values))


async def _return(connection: AsyncConnection, partition: int, name: AccountId, account: AccountId) -> None:
    rows = tables.standings
    await rename(connection, partition, name, account)
    here = (rows.c.partition == partition,)
    row = (await connection.execute(select(rows).where(*here, rows.c.account == name))).one()
    newer = await connection.scalar(select(rows.c.account).where(*here, rows.c.account == account))
    await connection.execute(rows.delete().where(*here, rows.c.account == name))
    if newer is None:
        held = tuple(replace(one, account=account) for one in codec.load_sanctions(row.sanctions))
        values = {"partition": partition, "account": account, "sanctions": codec.dump_sanctions(held)}
        await connection.execute(insert(rows), values)


def _called(partition: int, accounts: Iterable[AccountId], keys: Keys) -> Mapping[AccountId, AccountId]:
    """Every name that accounts may stand under, with the account."""
    return {name: one for one in accounts for name in (one, *keys.names(partition, one))}


async def drop(connection: AsyncConnection, partition: int, now: datetime) -> None:
    """Let go of keyed names under which nothing holds any more: a name that nobody can find stands there instead."""
    rows, sanctions = tables.standings, tables.sanctions
    held: dict[str, list[Sanction]] = {}
    for table, column in ((rows, rows.c.sanctions), (sanctions, sanctions.c.data)):
        keyed = table.c.account.contains(f"/{FORGOTTEN}{_KEYED}", autoescape=True)
        asked = select(table.c.account, column.label("held")).where(table.c.partition == partition, keyed)
        for row in await connection.execute(asked):
            held.setdefault(row.account, []).extend(codec.load_sanctions(row.held))
    for name in sorted(name for name, some in held.items() if not any(runs(one, now) for one in some)):
        account = AccountId(name)
        await rename(connection, partition, account, forgotten_id(space_of(account), secrets.token_hex(16)))
        await connection.execute(rows.delete().where(rows.c.partition == partition, rows.c.account == account))
