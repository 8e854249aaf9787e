"""What the storage promises: nothing lost, nothing rewritten, times and texts as they were."""

import asyncio
import gc
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError, StatementError

from bot.errors import Fenced, SchemaError, StorageError, StorageUnavailable
from bot.events import MessagePosted
from bot.facts import AccountFact, CounterFact, account_key, counter_key
from bot.ids import AccountId, CommunityId, MemberId
from bot.storage import engine, facts, migrate, questions, tables
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE, message, someone
from tests.flow.roads import COMMUNITY, everything, road, rules
from tests.flow.test_batches import Busy

KEY = counter_key("awards", "ada")


async def _add_one(store: Store) -> None:
    while True:
        try:
            async with store.writing() as connection:
                known = (await facts.load(connection, 1, [KEY]))[KEY]
                value = known.value if isinstance(known, CounterFact) else 0
                await facts.save(connection, 1, {KEY: CounterFact(value=value + 1, moved_at=MONDAY)})
        except (Fenced, StorageUnavailable):
            await asyncio.sleep(0.001)
        else:
            return


async def test_four_hundred_concurrent_additions_add_four_hundred(store: Store) -> None:
    await asyncio.gather(*(_add_one(store) for _ in range(400)))
    async with store.reading() as connection:
        assert (await facts.load(connection, 1, [KEY]))[KEY] == CounterFact(value=400, moved_at=MONDAY)


@pytest.mark.parametrize("table", tables.APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
async def test_what_was_ruled_cannot_be_rewritten(store: Store, table: str, verb: str) -> None:
    columns = {"rulings": "seq", "policy_revisions": "policy", "case_log": "move", "case_redactions": "seq"}
    column = columns.get(table, "mode")
    row: dict[str, dict[str, object]] = {
        "rulings": {"partition": 1, "number": 1, "seq": 1, "room": "r", "rule": "r"}
        | {"details_hash": "", "previous": "", "hash": ""},
        "policy_hits": {"partition": 1, "seq": 1, "policy": "p", "revision": "r"}
        | {"mode": "enforce", "actions": "[]", "spans": "[]"},
        "policy_revisions": {
            "revision": "r",
            "policy": "p",
            "content": "{}",
            "first_used_at": MONDAY,
            "author": "file",
        },
        "policy_activations": {"community": "c", "policy": "p", "number": 1, "revision": "r"}
        | {"mode": "shadow", "at": MONDAY, "author": "file"},
        "case_log": {"partition": 1, "case": "1", "number": 1, "seq": 1, "at": MONDAY, "move": "open", "state": "open"}
        | {"details_hash": "", "previous": "", "hash": ""},
        "case_redactions": {"partition": 1, "case": "1", "number": 1, "seq": 1, "details_hash": ""},
    }
    async with store.writing() as connection:
        await connection.execute(insert(tables.metadata.tables[table]), row[table])
    with pytest.raises(DBAPIError, match=f"{table} is append-only"):
        async with store.writing() as connection:
            await connection.execute(text(verb.format(table, column, column)))


async def test_times_come_back_aware_and_in_utc_and_naive_ones_are_refused(store: Store) -> None:
    far_east = datetime(2026, 3, 2, 18, tzinfo=timezone(timedelta(hours=9)))
    account = AccountId("fake:S1/ada")
    fact = AccountFact(account=account, member=MemberId("m"), met_at=far_east)
    key = account_key(account)
    async with store.writing() as connection:
        await facts.save(connection, 1, {key: fact})
    async with store.reading() as connection:
        found = (await facts.load(connection, 1, [key]))[key]
    assert isinstance(found, AccountFact)
    assert found.met_at == far_east
    assert found.met_at.utcoffset() == timedelta(0)
    naive = AccountFact(account=account, member=MemberId("m"), met_at=far_east.replace(tzinfo=None))
    async with store.writing() as connection:
        with pytest.raises(StatementError, match="without a zone"):
            await facts.save(connection, 1, {key: naive})


async def test_names_that_databases_refuse_are_kept_readable(store: Store) -> None:
    async with road(store, rules()) as queue:
        posted = message("hello")
        await queue.put([_renamed(posted, "a\0b\ud800c")])
    async with store.reading() as connection:
        assert await connection.scalar(select(tables.accounts.c.name)) == "a\ufffdb\ufffdc"


def _renamed(posted: MessagePosted, name: str) -> MessagePosted:
    return MessagePosted(**{**{slot: getattr(posted, slot) for slot in _fields(posted)}, "name": name})


def _fields(posted: MessagePosted) -> list[str]:
    return list(type(posted).__dataclass_fields__)


async def test_the_chain_of_rulings_is_whole_and_shows_a_change(store: Store) -> None:
    async with road(store, rules(Busy())) as queue:
        await queue.put([message("a", number=n) for n in range(1, 6)])
    async with store.reading() as connection:
        assert await questions.broken_chain(connection, 1) == []
    async with store.writing() as connection:
        forged = update(tables.ruling_details).where(tables.ruling_details.c.number == 3)
        await connection.execute(forged.values(account=someone("mallory")))
    async with store.reading() as connection:
        assert await questions.broken_chain(connection, 1) == ["the details of ruling 3 were changed"]


async def test_a_space_belongs_to_one_community(store: Store) -> None:
    async with road(store, rules()) as queue:
        await queue.put([message("hello")])
    async with store.unit() as unit:
        home = await unit.home(CommunityId("another"))
        with pytest.raises(StorageError, match=f"{SPACE} already belongs"):
            await unit.settle_spaces(home, [SPACE])


async def test_a_commit_is_there_for_the_next_reader(store: Store) -> None:
    async with road(store, rules()) as queue:
        await queue.put([message("hello")])
        assert len((await everything(store))["events"]) == 1


async def test_an_empty_database_says_how_to_fill_it(empty_database: str) -> None:
    with pytest.raises(SchemaError, match="palabre db upgrade"):
        await Store.open(empty_database)


async def test_another_version_of_the_tables_is_not_touched(database: str) -> None:
    store = await Store.open(database)
    async with store.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await store.close()
    with pytest.raises(SchemaError, match="9999"):
        await Store.open(database, create=True)


async def test_a_community_is_numbered_once(store: Store) -> None:
    async with store.unit() as unit:
        first = await unit.home(COMMUNITY)
    async with store.unit() as unit:
        assert await unit.home(COMMUNITY) == first


async def test_the_code_and_the_migrations_agree(store: Store) -> None:
    assert await migrate.differences(store.url) == []


async def test_a_transaction_that_is_cut_off_anywhere_holds_nothing(tmp_path: Path) -> None:
    """Another connection writes at once, with no time to wait for a collector of garbage."""
    url = engine.parse(f"sqlite:///{tmp_path / 'cut.db'}")
    await migrate.upgrade(url)
    store, another = Store(url), Store(url, busy_seconds=0.0)
    gc.disable()
    try:
        for pause in range(60):
            cut = asyncio.create_task(_write_for_ever(store))
            await asyncio.sleep(pause / 10_000)
            cut.cancel()
            await asyncio.gather(cut, return_exceptions=True)
            async with another.writing() as connection:
                await connection.execute(update(tables.turns).values(free_at=MONDAY))
    finally:
        gc.enable()
        await store.close()
        await another.close()


async def _write_for_ever(store: Store) -> None:
    while True:
        async with store.writing() as connection:
            for number in range(20):
                await connection.execute(insert(tables.turns), {"gate": uuid.uuid4().hex, "free_at": MONDAY})
                await connection.execute(select(tables.turns.c.gate).limit(number + 1))
