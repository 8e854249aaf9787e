"""`palabre audit`: any change of any byte shows, and a draw can be done again."""

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cases.lines import Draw
from bot.disputes import circle
from bot.storage import audit
from bot.storage.store import Store
from tests.flow.casebooks import BOB, JURORS, Clerk, archived, counted, dictated, line, opening, quarrel, voting
from tests.flow.roads import road, rules
from tests.flow.shells import Shell
from tests.flow.test_privacy import forget, told

TABLES = ("case_log", "case_details", "case_redactions", "rulings")


@pytest.fixture(scope="module")
def books(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with cases that are open, decided, counted and archived, and with somebody who was forgotten."""
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("books") / "palabre.db"))

    async def write() -> None:
        store = await Store.open(f"sqlite:///{path}")
        theirs = line(90, "open", "open", by=JURORS[4], opening=opening(opener=JURORS[4]))
        spoke = [dictated(90, "5", theirs, by=JURORS[4])]
        async with road(store, rules(Clerk(), simulate=told)) as queue:
            for one in [*quarrel(), *voting(), counted(), *quarrel("3", first=60, after=60), *spoke]:
                await queue.put([one])
            await queue.put([forget(1, JURORS[4])])
            for one in archived("3", number=95):
                await queue.put([one])
        await store.close()

    asyncio.run(write())
    with closing(sqlite3.connect(path)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert connection.execute("SELECT count(*) FROM case_redactions").fetchone() > (0,)
    return path


@pytest.fixture
def copied(books: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(books, tmp_path / "palabre.db"))


def looked_through(path: Path) -> list[audit.Flaw]:
    async def look() -> list[audit.Flaw]:
        store = await Store.open(f"sqlite:///{path}")
        try:
            async with store.reading() as connection:
                return [flaw async for flaw in audit.flaws(connection, 1, audit.Seen())]
        finally:
            await store.close()

    return asyncio.run(look())


def other(value: Any, place: int) -> Any:
    """The same value but for one character, or one more where it has none."""
    if value is None:
        return "x"
    if isinstance(value, int):
        return value + 1_000
    if not value:
        return "x"
    place %= len(value)
    replaced = "0" if value[place] != "0" else "1"
    return value[:place] + replaced + value[place + 1 :]


def test_what_nobody_touched_is_whole(copied: Path) -> None:
    assert looked_through(copied) == []


@settings(max_examples=60)
@given(st.data())
def test_any_change_of_any_byte_shows(books: Path, data: st.DataObject) -> None:
    """Property 3: the chain of hashes detects any change."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(books, Path(folder) / "palabre.db"))
        table = data.draw(st.sampled_from(TABLES))
        with closing(sqlite3.connect(path)) as connection, connection:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            rows = connection.execute(f"SELECT rowid, * FROM {table}").fetchall()  # noqa: S608
            row = data.draw(st.sampled_from(rows))
            place = data.draw(st.integers(1, len(names)))
            changed = other(row[place], data.draw(st.integers(0, 5_000)))
            connection.execute(f'UPDATE {table} SET "{names[place - 1]}" = ? WHERE rowid = ?', (changed, row[0]))  # noqa: S608
        assert looked_through(path), (table, names[place - 1], row[place], changed)


@settings(max_examples=40)
@given(st.data())
def test_any_row_that_is_taken_away_is_missed(books: Path, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(books, Path(folder) / "palabre.db"))
        table = data.draw(st.sampled_from((*TABLES, "cases")))
        with closing(sqlite3.connect(path)) as connection, connection:
            rows = [row for (row,) in connection.execute(f"SELECT rowid FROM {table}")]  # noqa: S608
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (data.draw(st.sampled_from(rows)),))  # noqa: S608
        assert looked_through(path)


# --- as an operator asks


@pytest.fixture
def here(books: Path, tmp_path: Path, shell: Shell) -> Path:
    return Path(shutil.copy(books, tmp_path / "palabre.db"))


def test_an_operator_is_told_that_all_is_whole(shell: Shell, here: Path) -> None:
    told = shell("audit", "verify")
    assert told.code == 0
    assert "test: all is as it was written." in told.words
    assert "4 cases" in told.words
    assert "The last ruling: " in told.words
    assert shell("audit", "verify", "--community", "test").code == 0
    assert "tout est comme ce fut écrit" in shell("audit", "verify", locale="fr").words


def test_an_operator_is_told_what_was_changed(shell: Shell, here: Path) -> None:
    with closing(sqlite3.connect(here)) as connection, connection:
        connection.execute("UPDATE case_details SET line = replace(line, 'umbrella', 'raincoat') WHERE number = 1")
    told = shell("audit", "verify")
    assert told.code == 1
    assert "case 1: what line 1 says was changed" in told.words
    assert "Go back to a copy from before" in told.words


def test_a_community_that_is_not_there_is_named(shell: Shell, here: Path) -> None:
    assert shell("audit", "verify", "--community", "nowhere").code == 2


@pytest.fixture
def drawn(shell: Shell, sqlite_template: Path, tmp_path: Path) -> Path:
    """A circle that was drawn by its seed, and whose case is over; one of them was forgotten since."""
    path = Path(shutil.copy(sqlite_template, tmp_path / "palabre.db"))
    fair = circle.draw(7, JURORS, 3)
    unfair = Draw(seed=7, electorate=JURORS, drawn=fair.drawn[::-1], size=3)

    async def write() -> None:
        store = await Store.open(f"sqlite:///{path}")
        async with road(store, rules(Clerk(), simulate=told)) as queue:
            for case, one in (("1", fair), ("2", unfair)):
                lines = [
                    line(1, "open", "open", by=BOB, opening=opening(opener=BOB, respondent=None)),
                    line(2, "empanel", "voting", draw=one),
                    line(3, "lapse", "closed"),
                ]
                for number, each in enumerate(lines, 1):
                    by = JURORS[0] if number == 1 else None
                    await queue.put([dictated(number + 10 * int(case), case, each, by=by)])
            await queue.put([forget(1, JURORS[0])])
        await store.close()

    asyncio.run(write())
    return path


def test_a_draw_is_done_again(shell: Shell, drawn: Path) -> None:
    fair = shell("audit", "draw", "--case", "1")
    assert fair.code == 0
    assert "circle 1: seed 7, 3 seats, 5 people who could be drawn" in fair.words
    assert "one of whom asked to be forgotten since." in fair.words
    assert "Drawn again from the same seed: the same order." in fair.words
    assert "seated" in fair.words
    unfair = shell("audit", "draw", "--case", "2")
    assert unfair.code == 1
    assert "another order" in unfair.words
    assert shell("audit", "draw", "--case", "99").code == 1


def test_nobody_is_shown_the_circle_of_a_case_that_is_not_over(shell: Shell, here: Path) -> None:
    told = shell("audit", "draw", "--case", "2")
    assert told.code == 1
    assert "j1" not in told.words
