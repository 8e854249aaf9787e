"""Days and lengths of time as people write them: `2027-03-05`, `5/3/2027`, `5.3.2027`, `3d`, `2 weeks`, `1 semaine`."""

import re
from datetime import date, datetime, timedelta, tzinfo

_LENGTH = re.compile(r"(\d{1,3})\s*([a-zé]+)")
_DAYS = {"d": 1, "day": 1, "days": 1, "j": 1, "jour": 1, "jours": 1}
_WEEKS = {"w": 7, "week": 7, "weeks": 7, "s": 7, "sem": 7, "semaine": 7, "semaines": 7}
_EACH = {**_DAYS, **_WEEKS}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_OTHER = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def day(written: str) -> date | None:
    """A day; None where it is none. Day comes before month where the year comes last."""
    found = _ISO.fullmatch(written.strip())
    if found is not None:
        return _date(found[1], found[2], found[3])
    found = _OTHER.fullmatch(written.strip())
    return None if found is None else _date(found[3], found[2], found[1])


def end(written: str, now: datetime, zone: tzinfo) -> datetime | None:
    """When a day is over, or so many days from now; None where it is neither."""
    last = day(written)
    if last is None:
        found = _LENGTH.fullmatch(written.strip().lower())
        each = _EACH.get(found[2]) if found else None
        if found is None or each is None:
            return None
        last = now.astimezone(zone).date() + timedelta(days=int(found[1]) * each - 1)
    return datetime.combine(last + timedelta(days=1), datetime.min.time(), zone)


def _date(year: str, month: str, of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(of_month))
    except ValueError:
        return None
