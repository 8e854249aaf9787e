"""Lengths of time as people write them in a policy: `45s`, `10m`, `2h`, `7d`."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from bot import documents

_WRITTEN = re.compile(r"([1-9][0-9]{0,4})\s?([smhd])", re.ASCII)
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def parse(written: object) -> timedelta:
    """Read a length of time. Raises ValueError with the next step."""
    found = _WRITTEN.fullmatch(written.strip()) if isinstance(written, str) else None
    if found is None:
        raise documents.wrong("this is no length of time", 'write it like "45s", "10m", "2h" or "7d"')
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]])


def show(length: timedelta) -> str:
    """Write a length of time the way it is read, in the largest unit that fits."""
    seconds = int(length.total_seconds())
    unit = next((unit for unit in "dhm" if seconds and seconds % _SECONDS[unit] == 0), "s")
    return f"{seconds // _SECONDS[unit]}{unit}"


Duration = Annotated[timedelta, BeforeValidator(parse), PlainSerializer(show, return_type=str)]


def longest(most: timedelta) -> Callable[[timedelta], timedelta]:
    """A check that refuses what is longer, for settings that stand for windows."""

    def check(length: timedelta) -> timedelta:
        if length > most:
            raise documents.wrong("this window is too long", f'the longest is "{show(most)}"')
        return length

    return check
