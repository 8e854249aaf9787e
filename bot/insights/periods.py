"""Years, quarters and months as people write them: `2026`, `2026-Q3`, `2026-07`."""

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

_WRITTEN = re.compile(r"(\d{4})(?:-(?:[QqTt]([1-4])|(0[1-9]|1[0-2])))?")


@dataclass(frozen=True, slots=True)
class Period:
    """From a moment on, and until another that does not belong to it any more."""

    name: str
    since: datetime
    until: datetime


def read(written: str, zone: tzinfo) -> Period:
    """The period in the community's own time. Raises ValueError where it is none."""
    found = _WRITTEN.fullmatch(written.strip())
    if found is None or not 2000 <= int(found[1]) <= 2999:
        raise ValueError(written)
    year, quarter, month = int(found[1]), found[2], found[3]
    if quarter:
        return _months(f"{year}-Q{quarter}", year, 3 * int(quarter) - 2, 3, zone)
    if month:
        return _months(f"{year}-{month}", year, int(month), 1, zone)
    return _months(str(year), year, 1, 12, zone)


def quarter(moment: datetime, zone: tzinfo) -> Period:
    """The quarter in which a moment lies."""
    there = moment.astimezone(zone)
    return read(f"{there.year}-Q{(there.month + 2) // 3}", zone)


def before(period: Period, zone: tzinfo) -> Period:
    """The quarter before one."""
    year, number = int(period.name[:4]), int(period.name[-1])
    return read(f"{year}-Q{number - 1}" if number > 1 else f"{year - 1}-Q4", zone)


def _months(name: str, year: int, first: int, number: int, zone: tzinfo) -> Period:
    after = first + number
    until = datetime(year + (after > 12), after - 12 * (after > 12), 1, tzinfo=zone)
    return Period(name, datetime(year, first, 1, tzinfo=zone), until)
