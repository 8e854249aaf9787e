"""Dates, numbers and lengths of time as each language writes them; kept apart because Babel is slow to load."""

from datetime import date as Date  # noqa: N812 - the name stands for a function here
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel import dates, lists, numbers, units

from bot.locales.translator import Locale

_ENGLISH_OF_THE_WORLD = "en_GB"
"""Day before month, 24 hours: read the same everywhere English is a second language."""


def _name(locale: Locale) -> str:
    return _ENGLISH_OF_THE_WORLD if locale == "en" else locale


def date(moment: datetime, locale: Locale, zone: str) -> str:
    """`3 March 2027`, `3 mars 2027`: the day it is then in that time zone."""
    return dates.format_date(moment.astimezone(ZoneInfo(zone)).date(), format="long", locale=_name(locale))


def date_time(moment: datetime, locale: Locale, zone: str) -> str:
    """`3 March 2027 at 18:05`, `3 mars 2027 à 18:05`: what calendar and clock show then in that time zone."""
    there = moment.astimezone(ZoneInfo(zone))
    time = dates.format_time(there.time(), format="HH:mm", locale=_name(locale))
    return f"{date(moment, locale, zone)} {'at' if locale == 'en' else 'à'} {time}"


def day_time(moment: datetime, locale: Locale, zone: str) -> str:
    """`Tuesday 3 March, 18:05`, `mardi 3 mars, 18:05`: where the year goes without saying."""
    there = moment.astimezone(ZoneInfo(zone))
    day = dates.format_date(there.date(), format="EEEE d MMMM", locale=_name(locale))
    return f"{day}, {dates.format_time(there.time(), format='HH:mm', locale=_name(locale))}"


def short_day(day: Date, locale: Locale) -> str:
    """`Tue 3 Mar`, `mar. 3 mars`: for tables and axes."""
    return dates.format_date(day, format="EEE d MMM", locale=_name(locale))


def number(value: float, locale: Locale) -> str:
    """`1,234.5`, `1 234,5`, with at most three decimals."""
    return numbers.format_decimal(value, locale=_name(locale))


def percent(share: float, locale: Locale) -> str:
    """`12%`, `12 %`, for a share of one."""
    return _narrow(numbers.format_percent(share, locale=_name(locale)))


def duration(length: timedelta, locale: Locale) -> str:
    """`2 days and 3 hours`, `2 jours et 3 heures`: the two largest units that are not nothing."""
    seconds = max(0, round(length.total_seconds()))
    parts: list[str] = []
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        many, seconds = divmod(seconds, size)
        if many and len(parts) < 2:
            parts.append(_unit(many, unit, locale))
    return enumeration(parts or [_unit(0, "second", locale)], locale)


def _unit(many: int, unit: str, locale: Locale) -> str:
    return units.format_unit(many, f"duration-{unit}", length="long", locale=_name(locale))


def _narrow(words: str) -> str:
    """One kind of narrow space everywhere, as in the messages."""
    return words.replace("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")


def enumeration(words: list[str], locale: Locale) -> str:
    """`a, b and c`, `a, b et c`."""
    return lists.format_list(words, locale=_name(locale))
