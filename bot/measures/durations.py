"""Lengths of time as managers write them, in English or French: `2 h`, `3 jours`, `1 h 30`, `a week`."""

import re
from datetime import timedelta
from typing import NamedTuple

from bot.views import Argument

_UNITS = {
    "s": timedelta(seconds=1),
    "sec": timedelta(seconds=1),
    "second": timedelta(seconds=1),
    "seconde": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "minute": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "hour": timedelta(hours=1),
    "heure": timedelta(hours=1),
    "d": timedelta(days=1),
    "j": timedelta(days=1),
    "day": timedelta(days=1),
    "jour": timedelta(days=1),
    "w": timedelta(weeks=1),
    "week": timedelta(weeks=1),
    "sem": timedelta(weeks=1),
    "semaine": timedelta(weeks=1),
    "month": timedelta(days=30),
    "mois": timedelta(days=30),
    "year": timedelta(days=365),
    "an": timedelta(days=365),
}
_ONE = frozenset({"a", "an", "one", "un", "une"})
_NAMES = "|".join(sorted((f"{name}s?" for name in _UNITS), key=len, reverse=True))
_MANY = rf"(?:(?P<number>[0-9]{{1,4}})\s*|(?:{'|'.join(sorted(_ONE))})\s+)"
_PART = re.compile(rf"\s*{_MANY}(?P<unit>{_NAMES})\b\.?", re.I)
_RUN_ON = re.compile(r"\s*(?P<hours>[0-9]{1,3})\s*h\s*(?P<minutes>[0-5][0-9])(?:\s*min)?\b", re.I)
"""`1h30`, as French writes it."""
LONGEST = timedelta(days=366)
_SIZES = (("d", 86400), ("h", 3600), ("m", 60), ("s", 1))


class Said(NamedTuple):
    """A length at the beginning of some words, and what follows it."""

    length: timedelta
    rest: str


def leading(words: str) -> Said | None:
    """The length that words begin with, no further than to where it is too much; None where they begin otherwise."""
    found = _RUN_ON.match(words)
    if found is not None:
        length = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
        return Said(length, words[found.end() :].lstrip(" ,:;-–"))
    total, rest = timedelta(), words
    while total <= LONGEST and (part := _PART.match(rest)) is not None:
        number = int(part["number"]) if part["number"] else 1
        unit = part["unit"].lower()
        total += number * _UNITS.get(unit, _UNITS.get(unit.removesuffix("s"), timedelta()))
        rest = rest[part.end() :]
    return Said(total, rest.lstrip(" ,:;-–")) if total else None


def whole(words: str) -> timedelta | None:
    """The length that words say and nothing besides; None where they say anything else, or more than a year."""
    found = leading(words)
    return found.length if found is not None and not found.rest and found.length <= LONGEST else None


def spoken(length: timedelta) -> tuple[tuple[str, Argument], tuple[str, Argument]]:
    """How many of which unit, for a phrase: the largest unit in which nothing is lost."""
    seconds = max(int(length.total_seconds()), 1)
    unit, size = next((unit, size) for unit, size in _SIZES if seconds % size == 0)
    return ("count", seconds // size), ("unit", unit)


def spoken_seconds(seconds: int) -> tuple[tuple[str, Argument], tuple[str, Argument]]:
    """The same of so many seconds."""
    return spoken(timedelta(seconds=seconds))
