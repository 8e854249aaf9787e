"""Books of other bots: what is understood comes in, everything else is counted by why it does not."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.histories import Entry, Read, read
from bot.errors import ExportError
from tests.unit.histories.books import BANNED, MOD, ROSE, SERVER, TABLE, TIM, channel, red, zeppelin


def found(said: Any, name: str = "file.json") -> Read:
    return read(Path(name), said if isinstance(said, str) else json.dumps(said), SERVER)


def told(entry: Entry) -> tuple[str, str, str | None, str]:
    return entry.user, entry.name, entry.by, entry.reasons


def day(number: int, hour: int = 12) -> datetime:
    return datetime(2024, 5, number, hour, tzinfo=UTC)


def test_zeppelins_cases_come_with_their_notes_as_reasons() -> None:
    books = found(zeppelin())
    assert books.format == "zeppelin"
    assert [told(one) for one in books.entries] == [
        (ROSE, "warn", MOD, "shouting\nin every channel"),
        (ROSE, "timeout", MOD, "shouting again"),
        (TIM, "ban", MOD, "scam links"),
        (TIM, "warn", ROSE, "thrown out by a colleague"),
    ]
    assert books.entries[0].at == day(1)
    assert books.left_out == {"lifting": 1, "note": 1, "hidden": 1}


def test_reds_mod_log_and_warnings_come_from_wherever_they_stand_in_its_settings() -> None:
    books = found(red())
    assert books.format == "red"
    assert [told(one) for one in books.entries] == [
        (ROSE, "warn", MOD, "shouting"),
        (ROSE, "timeout", MOD, "shouting"),
        (TIM, "warn", MOD, "rude"),
    ]
    assert books.entries[1].until == day(1, 13)
    assert books.entries[2].at is not None
    assert books.entries[2].at.year == 2024
    assert books.left_out == {"lifting": 1, "unknown": 1, "elsewhere": 1, "nobody": 1, "untimed": 1}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bans.json", BANNED),
        ("bans.json", json.dumps({"bans": json.loads(BANNED)})),
        ("bans.csv", f"user_id,reason\n{TIM},scam\n{ROSE},\n"),
        ("bans.csv", f"id,username,reason\n{TIM},tim,scam\n{ROSE},rose,\n"),
    ],
)
def test_a_list_of_bans_is_what_is_in_force_now(name: str, said: str) -> None:
    books = found(said, name)
    assert books.format == "bans"
    assert [(one.user, one.name, one.reasons, one.at, one.in_force) for one in books.entries] == [
        (TIM, "ban", "scam", None, True),
        (ROSE, "ban", "", None, True),
    ]


def test_ids_line_by_line_are_bans_as_well() -> None:
    books = found(f"{TIM}\n\n{ROSE}\nsomebody\n", "bans.txt")
    assert [one.user for one in books.entries] == [TIM, ROSE]
    assert books.left_out == {"nobody": 1}


def test_a_table_is_read_by_what_its_columns_are_called() -> None:
    books = found(TABLE, "cases.csv")
    assert books.format == "table"
    assert [told(one) for one in books.entries] == [
        (ROSE, "warn", MOD, "shouting; a lot"),
        (ROSE, "ban", MOD, "again"),
    ]
    assert books.entries[1].until == datetime(2024, 5, 4, 0, tzinfo=UTC)
    assert books.left_out == {"note": 1, "nobody": 1, "untimed": 1}


def test_old_bots_embeds_are_read_each_in_its_own_way() -> None:
    books = found(channel())
    assert books.format == "embeds"
    assert [told(one) for one in books.entries] == [
        (ROSE, "warn", MOD, "shouting"),
        (ROSE, "timeout", None, "again"),
        (TIM, "ban", None, "scam: links"),
    ]
    assert books.entries[1].until is not None
    assert books.left_out == {"lifting": 1, "unknown": 1, "nobody": 1}


def test_another_servers_books_stay_outside() -> None:
    books = read(Path("a.json"), json.dumps({**channel(), "guild": {"id": "1"}}), SERVER)
    assert books.entries == []
    assert books.left_out == {"elsewhere": 6}


@pytest.mark.parametrize("said", ["{", "{}", '"hello"', "7", '{"cases": 3}'])
def test_what_is_none_of_these_is_said_to_be_none(said: str) -> None:
    with pytest.raises(ExportError, match="looked for Zeppelin's cases"):
        found(said)


@pytest.mark.parametrize("broken", [None, [], {}, "x", 7, True, [None], {"id": []}])
def test_nothing_in_a_file_makes_reading_stumble(broken: Any) -> None:
    for books in (zeppelin(), {"cases": [dict.fromkeys(zeppelin()["cases"][0], broken)]}):
        found(books)
    found({"1": {"CASES": {SERVER: {"1": dict.fromkeys(("action_type", "user", "created_at", "guild"), broken)}}}})
    found({"1": {"MEMBER": {SERVER: {ROSE: {"warnings": {"1": {"mod": broken, "description": broken}}}}}}})
    found([broken, {"user": broken}, {"id": broken}])
    embed = {"title": broken, "fields": broken, "footer": broken}
    entry = {"id": broken, "timestamp": broken, "author": {"isBot": True}, "embeds": [embed]}
    found({"messages": [broken, entry, {"author": broken}], "guild": broken})
