"""Where in a TOML file a setting stands: tomllib tells what a file says, but not at which line."""

import re
import tomllib
from bisect import bisect_right
from functools import cached_property

from bot.errors import Complaint

Path = tuple[str | int, ...]
"""Keys, and the numbers of the items of lists, from the top of the file down."""

_STRING = (
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
)
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*+")
_KEY = re.compile(rf"(?:{_STRING}|[A-Za-z0-9_-]+)", re.DOTALL)
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_VALUE = re.compile(rf"(?:{_STRING})|[^,\]}}#\n]+", re.DOTALL)
_LINE = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


class Places:
    """The line of every key of a file that tomllib could read; the file is scanned when a line is first asked for."""

    def __init__(self, text: str, source: str) -> None:
        self._text = text
        self._source = source

    def place(self, path: Path) -> str:
        """Where the setting stands, or else the innermost thing around it that stands somewhere."""
        return f"{self._source}:{self.line(path)}"

    def line(self, path: Path) -> int:
        """The line, counted from 1; the first line stands for the file as a whole."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    @cached_property
    def _lines(self) -> dict[Path, int]:
        try:
            return _Scan(self._text).lines()
        except RecursionError:
            return {}


class _Scan:
    """One walk through a text that is known to be TOML."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 1 if text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._found: dict[Path, int] = {}
        self._tables: dict[Path, int] = {}

    def lines(self) -> dict[Path, int]:
        table: Path = ()
        while self._skip():
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self._found

    def _skip(self) -> bool:
        """Step over blanks and comments; False at the end."""
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._at < len(self._text)

    def _line(self) -> int:
        return bisect_right(self._ends, self._at - 1) + 1

    def _header(self) -> Path:
        line = self._line()
        many = self._text.startswith("[[", self._at)
        self._at += 2 if many else 1
        *parents, last = self._key()
        self._skip()
        self._at += 2 if many else 1
        path: Path = ()
        for part in parents:
            path = (*path, part)
            self._found.setdefault(path, line)
            if path in self._tables:
                path = (*path, self._tables[path])
        path = (*path, last)
        if many:
            self._found.setdefault(path, line)
            self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, self._tables[path])
        self._found[path] = line
        return path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table
        for part in self._key():
            path = (*path, part)
            self._found.setdefault(path, line)
        self._skip()
        self._at += 1  # the equals sign
        self._value(path)

    def _key(self) -> list[str]:
        parts: list[str] = []
        self._skip()
        while key := _KEY.match(self._text, self._at):
            self._at = key.end()
            parts.append(_unquoted(key.group()))
            dot = _DOT.match(self._text, self._at)
            if dot is None:
                break
            self._at = dot.end()
        return parts

    def _value(self, path: Path) -> None:
        self._skip()
        opening = self._text[self._at]
        if opening not in "[{":
            value = _VALUE.match(self._text, self._at)
            self._at = value.end() if value else self._at + 1
            return
        self._at += 1
        number = 0
        while self._skip() and self._text[self._at] not in "]}":
            if self._text[self._at] == ",":
                self._at += 1
            elif opening == "{":
                self._pair(path)
            else:
                item = (*path, number)
                self._found[item] = self._line()
                self._value(item)
                number += 1
        self._at += 1


def _unquoted(key: str) -> str:
    if key[0] not in "\"'":
        return key
    return str(tomllib.loads(f"key = {key}")["key"])


def syntax_complaint(text: str, source: str, error: ValueError) -> Complaint:
    """Say in plain words why a text is no TOML."""
    message = str(error)
    found = _LINE.search(message)
    last = text.count("\n", 0, len(text.rstrip())) + 1
    line = int(found[1]) if found and found[1] else last if found else 1
    what = _LINE.sub("", message)
    hint = "text stands between double quotes" if what == "Invalid value" else ""
    if what.startswith(("Cannot declare", "Cannot overwrite", "Cannot mutate", "Duplicate")):
        hint = "the same name stands twice; keep one"
    return Complaint(f"{source}:{line}", f"this cannot be read as TOML: {what[:1].lower()}{what[1:]}", hint)
