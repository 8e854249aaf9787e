"""The books of cases: what stands there is what the log tells, and any change shows."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select, text

from bot import codec
from bot.facts import case_key, file_key, log_key, open_about_key, queue_key
from bot.ids import CaseId
from bot.ports import Arrival
from bot.storage import audit, facts, questions, tables
from bot.storage.store import Store
from tests.flow.casebooks import ADA, BOB, JURORS, MODERATOR, OTHER, Clerk, archived, counted, quarrel, voting
from tests.flow.roads import everything, road, rules
from tests.flow.test_privacy import told, traces

pytestmark = pytest.mark.story


async def written(store: Store, arrivals: Sequence[Arrival], *, tells: bool = True) -> None:
    async with road(store, rules(Clerk(tells), simulate=told)) as queue:
        for arrival in arrivals:
            await queue.put([arrival])


async def flaws(store: Store) -> list[audit.Flaw]:
    async with store.reading() as connection:
        return [flaw async for flaw in audit.flaws(connection, 1, audit.Seen())]


async def loaded(store: Store, key: Any) -> Any:
    async with store.reading() as connection:
        return (await facts.load(connection, 1, [key]))[key]


@pytest.mark.parametrize("tells", [True, False])
async def test_what_was_written_verifies_and_is_what_its_log_tells(store: Store, tells: bool) -> None:
    later = quarrel("3", first=60, after=60)
    await written(store, [*quarrel(), *voting(), counted(), *archived("1"), *later], tells=tells)
    seen = audit.Seen()
    async with store.reading() as connection:
        assert [flaw async for flaw in audit.flaws(connection, 1, seen)] == []
        assert await questions.broken_chain(connection, 1) == []
    assert (seen.cases, seen.lines) == (3, 7 + 8 + 5)
    assert seen.rulings >= 20


async def test_many_lines_of_one_batch_are_one_chain(store: Store) -> None:
    async with road(store, rules(Clerk(), simulate=told)) as queue:
        await queue.put([*quarrel(), *voting(), counted(), *archived("1")])
    assert await flaws(store) == []


async def test_the_last_lines_of_a_log_cannot_be_taken_away(database: str, store: Store) -> None:
    await written(store, quarrel())
    await released(store)
    async with store.writing() as connection:
        for table in ("case_log", "case_details"):
            await connection.execute(text(f"DELETE FROM {table} WHERE \"case\" = '1' AND number = 5"))  # noqa: S608
        before = (await connection.execute(select(tables.cases))).one()
        shorter = codec.dump_case(codec.load_case(before.data.replace('"lines":5', '"lines":4')))
        await connection.execute(tables.cases.update().values(data=shorter))
    assert "lines-arrival" in {flaw.what for flaw in await flaws(store)}


async def test_a_whole_case_cannot_be_taken_away(store: Store) -> None:
    await written(store, [*quarrel(), *quarrel("2", first=30, after=30)])
    await released(store)
    async with store.writing() as connection:
        for table in ("case_log", "case_details", "cases"):
            await connection.execute(text(f"DELETE FROM {table} WHERE \"case\" = '2'"))  # noqa: S608
    assert {flaw.what for flaw in await flaws(store)} == {"lines-arrival"}


async def test_a_line_that_nobody_ruled_shows(store: Store) -> None:
    await written(store, quarrel())
    async with store.writing() as connection:
        last = (await connection.execute(select(tables.case_log).where(tables.case_log.c.number == 5))).one()
        forged = {**last._asdict(), "number": 6, "seq": 99, "previous": last.hash}
        await connection.execute(tables.case_log.insert(), forged)
    found = {flaw.what for flaw in await flaws(store)}
    assert {"lines-nobody", "line-changed", "line-erased"} <= found


async def test_words_that_nobody_was_to_erase_are_missed(store: Store) -> None:
    await written(store, quarrel())
    async with store.writing() as connection:
        await connection.execute(tables.case_details.delete().where(tables.case_details.c.number == 3))
    assert audit.Flaw("line-erased", 3, "1") in await flaws(store)


async def test_a_case_that_is_not_what_its_log_tells_shows(store: Store) -> None:
    await written(store, quarrel())
    async with store.writing() as connection:
        await connection.execute(tables.cases.update().values(handler=OTHER))
    assert await flaws(store) == [audit.Flaw("case-differs", 5, "1")]


async def test_ballots_are_secret_and_gone_once_they_are_counted(store: Store) -> None:
    await written(store, voting())
    case = (await loaded(store, case_key(CaseId("2")))).case
    assert case.circle.ballots == ((JURORS[0], "measure"), (JURORS[2], "talk"))
    shown = await loaded(store, log_key(CaseId("2")))
    cast = [one for one in shown.lines if one.move in ("ballot", "retract")]
    assert [(one.by, one.choice) for one in cast] == [(None, "")] * 4
    await written(store, [counted()])
    case = (await loaded(store, case_key(CaseId("2")))).case
    assert case.circle.ballots == ()
    assert case.circle.tally.measure == 1
    shown = await loaded(store, log_key(CaseId("2")))
    assert [one is None for one in shown.lines] == [False, False, False, True, True, True, True, False]
    found = await everything(store)
    assert traces({"outbox": found["outbox"], "ruling_details": found["ruling_details"]}, '"measure"', '"talk"') == []
    assert traces(found, '"choice":"measure"', '"choice":"talk"', '"nothing"]') == []
    assert await flaws(store) == []


async def test_a_purge_leaves_hashes_states_times_and_the_outcome_and_no_content(store: Store) -> None:
    """Property 19: a purge leaves no content bytes."""
    await written(store, quarrel())
    assert {"cases", "case_details", "sanctions", "standings", "outbox", "ruling_details"} <= {
        table for table, _ in traces(await everything(store), "umbrella")
    }
    await written(store, archived("1"))
    found = await everything(store)
    assert traces(found, "umbrella", '"hat', 'hat"', "poets", ADA) == []
    assert [row[5:8] for row in found["case_log"]]
    (row,) = (one for one in found["cases"] if one[1] == "1")
    assert "measure" in row
    assert found["case_details"] == []
    assert await flaws(store) == []


async def test_lists_read_what_they_need_and_nothing_else(store: Store) -> None:
    await written(store, [*quarrel(), *voting()])
    assert [name for _, name in (await loaded(store, file_key(MODERATOR))).imposed] == ["timeout"]
    await written(store, archived("1"))
    queue = await loaded(store, queue_key(10))
    assert (queue.live, [one.case for one in queue.briefs]) == (1, ["2"])
    assert {ADA, BOB, MODERATOR, *JURORS} <= set(queue.briefs[0].people)
    for subject in (BOB, "fake:S1/C1/7"):
        assert (await loaded(store, open_about_key(subject))).cases == ("2",)
    file = await loaded(store, file_key(BOB))
    assert [one.case for one in file.cases] == ["2"]
    assert [one.penalty.name for one in file.sanctions] == ["timeout"]
    assert (await loaded(store, file_key(MODERATOR))).imposed == ()


async def released(store: Store) -> None:
    """Somebody who has the database in their hands takes the guards away."""
    async with store.writing() as connection:
        if connection.dialect.name == "sqlite":
            for name in ("case_log_no_update", "case_log_no_delete"):
                await connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            await connection.execute(text("DROP TRIGGER case_log_append_only ON case_log"))
