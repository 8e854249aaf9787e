"""`palabre case`: history comes in once and counts nowhere unless somebody chose so; a case goes out as a file."""

import asyncio
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot import codec
from bot.cases.sanctions import Sanction, counts, runs
from bot.storage.store import Store
from tests.builders import MONDAY
from tests.flow.casebooks import ADA, BOB, REASONS, THEIRS, WORDS, Clerk, quarrel, voting
from tests.flow.roads import road, rules
from tests.flow.shells import Shell
from tests.flow.test_privacy import told
from tests.unit.histories.books import BANNED, ROSE, SERVER, TABLE, channel, red, zeppelin


@pytest.fixture
def here(sqlite_template: Path, tmp_path: Path, shell: Shell) -> Path:
    """A community with one case that is decided and one in which a circle votes, beside the test."""
    path = Path(shutil.copy(sqlite_template, tmp_path / "palabre.db"))

    async def write() -> None:
        store = await Store.open(f"sqlite:///{path}")
        async with road(store, rules(Clerk(), simulate=told)) as queue:
            for one in [*quarrel(kind="report"), *voting()]:
                await queue.put([one])
        await store.close()

    asyncio.run(write())
    (tmp_path / "config.toml").write_text(f'[communities.test]\nspaces = ["fake:S1", "discord:{SERVER}"]\n')
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO spaces VALUES (99, 1, ?)", (f"discord:{SERVER}",))
    return path


def taken(path: Path) -> list[Sanction]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT data FROM sanctions ORDER BY at, sanction").fetchall()
    found = [codec.load_sanctions(data)[0] for (data,) in rows]
    return [one for one in found if one.imported]


FILES: list[tuple[str, Any, int]] = [
    ("zeppelin.json", zeppelin(), 4),
    ("red.json", red(), 3),
    ("log.json", channel(), 3),
    ("bans.json", BANNED, 2),
    ("table.csv", TABLE, 2),
]


@pytest.mark.parametrize(("name", "said", "number"), FILES, ids=[name for name, _, _ in FILES])
def test_history_comes_in_once_and_counts_on_no_ladder(
    shell: Shell, here: Path, name: str, said: Any, number: int
) -> None:
    (here.parent / name).write_text(said if isinstance(said, str) else json.dumps(said))
    first = shell("case", "import", name, "--space", SERVER)
    assert first.code == 0, first.words
    assert f"{number} measures are new" in first.words
    found = taken(here)
    assert len(found) == number
    assert not any(counts(one, MONDAY) for one in found)
    again = shell("case", "import", name, "--space", SERVER)
    assert "Nothing is new" in again.words
    assert taken(here) == found
    assert shell("audit", "verify").code == 0


def test_it_says_what_did_not_come_in_and_why(shell: Shell, here: Path) -> None:
    (here.parent / "zeppelin.json").write_text(json.dumps(zeppelin()))
    told = shell("case", "import", "zeppelin.json", "--space", SERVER).words
    assert "Zeppelin's cases: 4 measures." in told
    assert "Left out: 1 that were mere notes." in told
    assert "Left out: 1 that took a measure back." in told
    assert "count on no ladder" in told


def test_a_list_of_bans_holds_and_other_history_is_over(shell: Shell, here: Path) -> None:
    (here.parent / "bans.json").write_text(BANNED)
    (here.parent / "log.json").write_text(json.dumps(channel()))
    for name in ("bans.json", "log.json"):
        assert shell("case", "import", name, "--space", SERVER).code == 0
    assert {one.id for one in taken(here) if runs(one, one.at)} == {
        one.id for one in taken(here) if one.penalty.name == "ban" and one.state == "standing"
    }
    assert sum(one.state == "standing" for one in taken(here)) == 2


def test_history_counts_where_somebody_chose_so(shell: Shell, here: Path) -> None:
    (here.parent / "zeppelin.json").write_text(json.dumps(zeppelin()))
    assert shell("case", "import", "zeppelin.json", "--space", SERVER, "--counts").code == 0
    found = taken(here)
    assert all(counts(one, one.at) for one in found)
    assert {one.account for one in found} >= {f"discord:{SERVER}/{ROSE}"}


def test_where_there_are_several_spaces_one_has_to_be_named(shell: Shell, here: Path) -> None:
    (here.parent / "bans.json").write_text(BANNED)
    told = shell("case", "import", "bans.json")
    assert told.code == 2
    assert f"discord:{SERVER}, fake:S1" in told.words


def test_what_cannot_be_read_is_said(shell: Shell, here: Path) -> None:
    (here.parent / "odd.json").write_text("{}")
    assert shell("case", "import", "odd.json", "--space", "S1").code == 4
    assert shell("case", "import", "nothing.json", "--space", "S1").code == 4


# --- out of the books


def exported(shell: Shell, *arguments: str) -> dict[str, Any]:
    told = shell("case", "export", *arguments)
    assert told.code == 0, told.words
    found: dict[str, Any] = json.loads(told.out)
    return found


def test_a_case_goes_out_whole_but_for_who_reported_it(shell: Shell, here: Path) -> None:
    found = exported(shell, "1")
    said = json.dumps(found)
    assert [one["move"] for one in found["log"]] == ["open", "claim", "note", "note", "decide"]
    for words in (WORDS, THEIRS, REASONS, "umbrella.png"):
        assert words in said
    found["log"][3]["says"]["text"] = found["case"]["notes"][1]["text"] = ""
    assert f'"{ADA}"' not in json.dumps(found)
    assert "salt" not in said


def test_what_is_sealed_goes_out_where_it_is_asked_for_and_that_is_written_down(shell: Shell, here: Path) -> None:
    before = ruled(here)
    assert f'"{ADA}"' in json.dumps(exported(shell, "1", "--sealed"))
    assert ruled(here)[len(before) :] == ["histories/read-sealed"]
    assert shell("audit", "verify").code == 0


@pytest.mark.parametrize("sealed", [(), ("--sealed",)])
def test_ballots_go_out_to_nobody(shell: Shell, here: Path, sealed: tuple[str, ...]) -> None:
    found = exported(shell, "2", *sealed)
    said = json.dumps(found)
    assert '"measure"' not in said
    assert found["case"]["circles"][0]["ballots"] == []


def test_a_case_of_ours_comes_in_elsewhere_as_history(shell: Shell, here: Path) -> None:
    (here.parent / "case.json").write_text(json.dumps(exported(shell, "1")))
    told = shell("case", "import", "case.json", "--space", "S1")
    assert told.code == 0, told.words
    (one,) = taken(here)
    assert (one.account, one.penalty.name, one.state, one.case) == (BOB, "timeout", "ended", None)
    assert "Nothing is new" in shell("case", "import", "case.json", "--space", "S1").words


def test_a_case_that_is_not_there_is_said_not_to_be(shell: Shell, here: Path) -> None:
    assert shell("case", "export", "77").code == 1
    assert shell("case", "export", "77", "--sealed").code == 1


def ruled(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [rule for (rule,) in connection.execute("SELECT rule FROM rulings ORDER BY number")]
