"""Migrations go up and down again, on filled tables, and leave what the code expects."""

import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from sqlalchemy import URL, Column, MetaData, Table, TypeDecorator, bindparam, select, text
from sqlalchemy.exc import DBAPIError

from bot.app.vault import StoredVault
from bot.errors import SchemaError, StorageUnavailable
from bot.facts import Setting
from bot.ids import PolicyId, RevisionId, role_id
from bot.storage import audit, engine, migrate, overlay, policies, questions, tables
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE, message
from tests.fakes import FakeClock
from tests.flow.bygone_reports import Bygone
from tests.flow.casebooks import Clerk, quarrel
from tests.flow.governed import MODERATOR, OWNER, Asking, answered, governed
from tests.flow.roads import COMMUNITY, NUMBERED_BY_DATABASE, everything, road, rules
from tests.flow.test_batches import Buggy, Busy


async def test_up_down_and_up_again(empty_database: str) -> None:
    url = engine.parse(empty_database)
    await migrate.upgrade(url)
    assert await migrate.revision(url) == migrate.newest()
    assert await migrate.differences(url) == []
    await migrate.downgrade(url, "base")
    assert await migrate.revision(url) is None
    await migrate.upgrade(url)
    assert await migrate.differences(url) == []


async def test_down_from_filled_tables_and_up_to_guarded_ones(database: str) -> None:
    store = await Store.open(database)
    async with road(store, rules(Busy())) as queue:
        await queue.put([message("a", number=n) for n in range(1, 6)])
    await store.close()
    url = engine.parse(database)
    await migrate.downgrade(url, "base")
    await migrate.upgrade(url)
    store = await Store.open(database)
    async with road(store, rules(Busy())) as queue:
        await queue.put([message("a")])
    with pytest.raises(DBAPIError, match="append-only"):
        async with store.writing() as connection:
            await connection.execute(text("DELETE FROM rulings"))
    await store.close()


async def test_first_days_come_to_nobody_who_was_there_before_them(empty_database: str) -> None:
    url = engine.parse(empty_database)
    await migrate.upgrade(url, "0001")
    first = datetime(2026, 3, 2, 9, tzinfo=UTC)
    store = Store(url)
    async with store.writing() as connection:
        for number, community in enumerate(("acting", "replayed"), 1):
            values = {"id": number, "community": community, "epoch": 3, "seq": 5, "ruling": 0, "chain": "0" * 64}
            await connection.execute(tables.partitions.insert(), values)
        live = {"ours/one": (RevisionId("r1"), "enforce"), "ours/two": (RevisionId("r2"), "shadow")}
        for days, some in ((0, ["ours/one"]), (2, ["ours/one", "ours/two"])):
            wanted = {PolicyId(name): live[name] for name in some}
            await policies.activate(connection, "acting", wanted, first + timedelta(days=days))
    await store.close()
    await migrate.upgrade(url)
    store = await Store.open(empty_database)
    async with store.reading() as connection:
        (row,) = (await connection.execute(select(tables.settings))).all()
        assert (await overlay.load(connection, 1)).values == {"stage": Setting("acting", None, first)}
    await store.close()
    assert row.partition == 1


async def test_down_from_settings_and_incidents_and_up_again(database: str) -> None:
    cat = message("my cat")
    store = await Store.open(database)
    async with road(store, governed(answered)) as queue:
        await queue.put([cat])
        await queue.put([Asking("ada").command(1, "language", language="fr")])
        await queue.put([Asking("boss", OWNER).send(2, "setup-voice", locale="fr", address="vous")])
    before = await everything(store)
    assert before["settings"]
    assert before["incidents"]
    await store.close()
    url = engine.parse(database)
    await migrate.downgrade(url, "0001")
    await migrate.upgrade(url)
    assert await migrate.differences(url) == []
    store = await Store.open(database)
    after = await everything(store)
    assert {name: len(rows) for name, rows in after.items() if len(rows) != len(before[name])} == {
        "settings": 0,
        "incidents": 0,
    }
    async with road(store, governed(answered)) as queue:
        await queue.put([cat, message("my cat", number=2)])
    assert len((await everything(store))["incidents"]) == 1
    await store.close()


async def test_down_from_codes_and_secrets_and_up_again(database: str) -> None:
    store, before_cases = await Store.open(database), Bygone()
    async with road(store, governed(answered, also=[before_cases])) as queue:
        await queue.put([message("my cat")])
        await queue.put([Asking("ada").command(1, "link")])
        await queue.put([before_cases.report(2, message("hello", number=3), "hm", by="bob")])
        await queue.put([Asking("eve").command(4, "help")])
    await StoredVault(store, SecretStr(Fernet.generate_key().decode()), FakeClock()).keep("slack:T1", "secret")
    async with store.writing() as connection:
        incidents = tables.incidents
        await connection.execute(incidents.update().values(state="requested"))
        one, *_ = (await connection.execute(select(incidents))).all()
        report = {**one._asdict(), "incident": "report:1", "origin": "report", "state": "withdrawn"}
        await connection.execute(incidents.insert(), report)
    before = await everything(store)
    assert before["link_codes"]
    await store.close()
    url = engine.parse(database)
    await migrate.downgrade(url, "0003")
    await migrate.upgrade(url)
    assert await migrate.differences(url) == []
    store = await Store.open(database)
    after = await everything(store)
    lost = {name for name, rows in after.items() if len(rows) != len(before[name])}
    assert lost - _SINCE_CASES == {"link_codes", "sealed"}
    async with store.reading() as connection:
        assert set(await connection.scalars(select(tables.incidents.c.state))) == {"closed", "taken"}
    await store.close()


_SINCE_CASES = {"cases", "case_log", "case_details", "timers"}


async def test_down_from_cases_and_up_again(database: str) -> None:
    """Roles are found in the accounts again; rulings keep their chain, though not what they answered for."""
    store = await Store.open(database)
    said = replace(message("hello"), roles=(role_id(SPACE, "poets"),))
    async with road(store, rules(Clerk())) as queue:
        await queue.put([said, *quarrel(first=2)])
    before = await everything(store)
    lost = {"cases", "case_log", "case_details", "sanctions", "standings"}
    assert all(before[name] for name in lost)
    assert [row[1:] for row in before["account_roles"]] == [(role_id(SPACE, "poets"), said.account)]
    await store.close()
    url = engine.parse(database)
    await migrate.downgrade(url, "0005")
    await migrate.upgrade(url)
    assert await migrate.differences(url) == []
    store = await Store.open(database)
    after = await everything(store)
    assert {name for name, rows in after.items() if len(rows) != len(before[name])} == lost
    assert after["account_roles"] == before["account_roles"]
    with pytest.raises(DBAPIError, match="append-only"):
        async with store.writing() as connection:
            await connection.execute(text("DELETE FROM rulings"))
    async with road(store, rules(Clerk())) as queue:
        await queue.put(quarrel("2", first=60, after=60))
    assert len((await everything(store))["case_log"]) == 5
    await store.close()


async def _before_cases(template: Path, report: Bygone) -> dict[str, list[dict[str, Any]]]:
    """What a community left behind that was at work before there were cases."""
    store = await Store.open(f"sqlite:///{template}")
    said = [replace(message("hello", number=1), roles=(MODERATOR, role_id(SPACE, "poets"))), message("cats", number=2)]
    async with road(store, governed(answered, also=[report, Buggy()])) as queue:
        await queue.put([*said, message("my cat", number=3), message("bug in rule", number=4)])
        await queue.put([report.report(5, message("nobody wants you", number=2, by="eve"), "hm", by="bob")])
        for one in (Asking("ada").command(6, "link"), Asking("boss", OWNER).send(7, "setup-voice", locale="fr")):
            await queue.put([one])
    async with store.reading() as connection:
        found = {one.name: (await connection.execute(select(one))).mappings() for one in tables.metadata.sorted_tables}
        rows = {name: [dict(row) for row in some] for name, some in found.items()}
    await store.close()
    return rows


async def _at_0005(url: URL, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, int]:
    """Tables of that release with these rows, as far as it knew them, and one in each that they leave empty."""
    await migrate.upgrade(url, "0005")
    store, counts = Store(url), dict[str, int]()
    async with store.writing() as connection:
        known = MetaData()
        await connection.run_sync(known.reflect)
        for old in known.sorted_tables:
            if old.name == "alembic_version":
                continue
            new = tables.metadata.tables[old.name]
            columns = [one for one in new.c if one.name in old.c and not (one.name == "id" and _numbers_itself(new))]
            filled = [{one.name: row[one.name] for one in columns} for row in rows[old.name]]
            filled = filled or [{one.name: _something(one) for one in columns if not one.nullable}]
            written = ", ".join(f'"{one.name}"' for one in columns if one.name in filled[0])
            marks = [bindparam(one.name, type_=one.type) for one in columns if one.name in filled[0]]
            asked = f'INSERT INTO "{old.name}" ({written}) VALUES ({", ".join(f":{one.key}" for one in marks)})'  # noqa: S608
            await connection.execute(text(asked).bindparams(*marks), filled)
            counts[old.name] = len(filled)
    await store.close()
    return counts


def _something(column: Column[Any]) -> object:
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return _SOMETHING[kind.python_type]


def _numbers_itself(table: Table) -> bool:
    return table.name in NUMBERED_BY_DATABASE


_SOMETHING = {int: 1, str: "[]", bool: False, datetime: MONDAY, date: MONDAY.date(), bytes: b"", float: 1.0}


async def test_a_community_of_the_release_before_cases_goes_on(
    empty_database: str, sqlite_template: Path, tmp_path: Path
) -> None:
    report, url = Bygone(), engine.parse(empty_database)
    rows = await _before_cases(Path(shutil.copy(sqlite_template, tmp_path / "before.db")), report)
    counts = await _at_0005(url, rows)
    assert all(counts.values())
    await migrate.upgrade(url)
    assert await migrate.differences(url) == []
    store = await Store.open(empty_database)
    kept = await everything(store)
    assert {name: len(kept[name]) for name in counts} == counts
    assert len(kept["account_roles"]) == 3, "two of one and one of whoever set things up"
    mona = Asking("mona", MODERATOR)
    async with road(store, governed(answered)) as queue:
        await queue.put([message("my cat", number=20, by="zoe", after=20)])
        await queue.put([mona.press(21, "report-take:report-5")])
        await queue.put([mona.press(22, "case-dismiss:1")])
    after = await everything(store)
    assert len(after["incidents"]) == len(kept["incidents"]) + 1
    assert len(after["quarantine"]) == len(kept["quarantine"])
    async with store.reading() as connection:
        assert list(await connection.scalars(select(tables.cases.c.handler))) == [mona.account]
        partition = dict(await questions.communities(connection))[COMMUNITY]
        assert [flaw async for flaw in audit.flaws(connection, partition, audit.Seen())] == []
    await store.close()


async def test_creating_what_exists_changes_nothing(database: str) -> None:
    await migrate.create(engine.parse(database))


def test_a_backup_holds_what_the_database_holds(tmp_path: Path) -> None:
    path = tmp_path / "palabre.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("INSERT INTO t VALUES (42)")
    copy = migrate.backup(engine.parse(f"sqlite:///{path}"), datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert copy.name == "palabre-20260302-090000.backup.db"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT x FROM t").fetchall() == [(42,)]


def test_a_backup_of_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="no database"):
        migrate.backup(engine.parse(f"sqlite:///{tmp_path / 'none.db'}"), datetime(2026, 3, 2, tzinfo=UTC))
    with pytest.raises(SchemaError, match="pg_dump"):
        migrate.backup(engine.parse("postgresql://host/name"), datetime(2026, 3, 2, tzinfo=UTC))


def test_an_unknown_database_is_named() -> None:
    with pytest.raises(SchemaError, match="mysql is not a database"):
        engine.parse("mysql://host/name")
