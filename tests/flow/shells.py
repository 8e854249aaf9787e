"""Calls of `palabre` as a person makes them, in a folder of the test's own."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli.program import program
from bot.views import Locale


@dataclass(frozen=True)
class Called:
    code: int
    out: str
    err: str

    @property
    def words(self) -> str:
        """Everything that was printed, without its line breaks."""
        return " ".join((self.out + self.err).split())


@dataclass(frozen=True)
class Shell:
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, locale: Locale = "en") -> Called:
        with pytest.raises(SystemExit) as ended:
            program(locale)(list(arguments), prog_name="palabre")
        printed = self.capture.readouterr()
        return Called(int(ended.value.code or 0), printed.out, printed.err)


def everything(database: Path) -> dict[str, list[str]]:
    """Every row of every table, as text."""
    with sqlite3.connect(database) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [str(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in tables}  # noqa: S608
