"""With a heap of cases every question still finds its rows along an index: no table is looked through."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from bot.facts import FactKey, case_key, file_key, open_about_key, queue_key, standing_key, team_key
from bot.ids import CaseId, RoleId
from bot.storage import facts, tables
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE
from tests.flow.casebooks import ADA, BOB

pytestmark = pytest.mark.story

MANY = 1_500
QUESTIONS = (
    queue_key(50),
    open_about_key("fake:S1/C1/7"),
    open_about_key(BOB),
    case_key(CaseId("0")),
    file_key(BOB),
    team_key([RoleId("fake:S1/mods")], [ADA]),
    standing_key(BOB),
)


async def _fill(store: Store) -> None:
    home = {"id": 1, "community": "c", "epoch": 1, "seq": 1, "ruling": 0, "chain": "0" * 64, "live": MANY}
    numbers = range(1, MANY + 1)
    shared: dict[str, Any] = {"partition": 1, "kind": "report", "state": "open", "space": SPACE, "rank": 1}
    shared |= {"private": False, "people": "[]", "opened_at": MONDAY, "since": MONDAY, "data": "{}"}
    cases = (
        {**shared, "case": str(n), "number": n, "respondent": f"a{n}", "message": f"m{n}", "presses_at": _later(n)}
        for n in numbers
    )
    rows = {
        tables.partitions: [home],
        tables.cases: list(cases),
        tables.timers: [{"partition": 1, "timer": f"case:{n}", "generation": 1, "due_at": _later(n)} for n in numbers],
        tables.account_roles: [{"partition": 1, "role": "fake:S1/all", "account": f"a{n}"} for n in numbers],
        tables.accounts: [
            {"partition": 1, "account": f"a{n}", "member": f"m{n}", "bot": False, "roles": json.dumps(["fake:S1/all"])}
            | {"met_at": MONDAY, "held": False, "willing": False}
            for n in numbers
        ],
    }
    async with store.writing() as connection:
        for table, values in rows.items():
            await connection.execute(table.insert(), values)
        await connection.execute(text("ANALYZE"))


def _later(number: int) -> Any:
    return MONDAY + timedelta(minutes=number)


async def _plans(store: Store, key: FactKey | None) -> str:
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    async with store.reading() as connection:
        event.listen(connection.sync_connection, "before_cursor_execute", note)
        if key is None:
            await facts.upcoming(connection, 1, MONDAY + timedelta(minutes=2))
            await facts.next_due(connection, 1)
        else:
            await facts.load(connection, 1, [key])
        event.remove(connection.sync_connection, "before_cursor_execute", note)
        explain = "EXPLAIN QUERY PLAN " if connection.dialect.name == "sqlite" else "EXPLAIN "
        found = []
        for statement, parameters in asked:
            rows = (await connection.exec_driver_sql(explain + statement, parameters)).all()
            found += [str(row[-1]) for row in rows]
    return "\n".join(found)


@pytest.mark.parametrize("key", [*QUESTIONS, None], ids=[*(f"{one.kind}-{one.key}" for one in QUESTIONS), "deadlines"])
async def test_a_question_looks_through_no_table(store: Store, key: FactKey | None) -> None:
    await _fill(store)
    plan = await _plans(store, key)
    for table in ("cases", "accounts", "account_roles", "timers"):
        assert f"SCAN {table}" not in plan
        assert f"Seq Scan on {table}" not in plan
