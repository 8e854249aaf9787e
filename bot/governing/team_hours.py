"""When the team is there, and how it deals with people: two forms of `/setup`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, time

from bot import settings as community
from bot.governing.scene import Scene
from bot.governing.wrong import Values, Wrong, one_of
from bot.hours import EVERY_DAY, Calendar
from bot.records import SettingChanged
from bot.text import days

_NAMES = (
    ("mon", "monday", "lun", "lundi"),
    ("tue", "tuesday", "mar", "mardi"),
    ("wed", "wednesday", "mer", "mercredi"),
    ("thu", "thursday", "jeu", "jeudi"),
    ("fri", "friday", "ven", "vendredi"),
    ("sat", "saturday", "sam", "samedi"),
    ("sun", "sunday", "dim", "dimanche"),
)
_DAYS: Mapping[str, int] = {name: number for number, names in enumerate(_NAMES) for name in names}
_ALL = frozenset({"", "every day", "all", "tous les jours", "tous"})
_SPAN = re.compile(r"([a-z]+)\.?\s*(?:-|–|to|à|au)\s*([a-z]+)\.?")
_HOUR = re.compile(r"(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?")
_MOST_OFF, _MOST_DAYS, _MOST_WORDS, _MIDNIGHT = 100, 730, 1000, 24


def hours(scene: Scene, values: Values) -> Iterator[SettingChanged]:
    """The team's days and hours, and its days off. Raises Wrong."""
    opens, closes = _hour(values.get("opens", "")), _hour(values.get("closes", ""))
    calendar = Calendar(
        days=_days(values.get("days", "")),
        opens=opens,
        closes=closes,
        off=frozenset(_off(values.get("off", ""))),
    )
    if calendar != replace(scene.settings.calendar, zone=calendar.zone):
        yield scene.change(community.HOURS, None if calendar.always else calendar.text)


def fairness(scene: Scene, values: Values) -> Iterator[SettingChanged]:
    """For how long reminders count, where help is found, and how much care a ban takes. Raises Wrong."""
    settings, said = scene.settings, values.get("days", "").strip()
    if not said.isdecimal() or not 1 <= int(said) <= _MOST_DAYS:
        raise Wrong("governing-wrong-days")
    help_lines = values.get("help", "").strip()[:_MOST_WORDS]
    two, named = one_of(values.get("two"), ("yes", "no")), one_of(values.get("named"), ("yes", "no"))
    if int(said) != settings.on_file.days:
        yield scene.change(community.FILE_DAYS, str(int(said)))
    if help_lines != settings.help_lines:
        yield scene.change(community.HELP_LINES, help_lines or None)
    if (two == "yes") != settings.two_for_bans:
        yield scene.change(community.TWO_FOR_BANS, two)
    if (named == "yes") != settings.named_managers:
        yield scene.change(community.NAMED_MANAGERS, named)


def written(calendar: Calendar) -> tuple[tuple[str, str], ...]:
    """The answers of the form as they stand; days in small letters, in English."""
    names = [_NAMES[day][0] for day in sorted(calendar.days)]
    whole = calendar.opens == calendar.closes
    return (
        ("days", "" if calendar.days == EVERY_DAY else ", ".join(names)),
        ("opens", "" if whole else f"{calendar.opens:%H:%M}"),
        ("closes", "" if whole else f"{calendar.closes:%H:%M}"),
        ("off", "\n".join(sorted(day.isoformat() for day in calendar.off))),
    )


def _days(said: str) -> frozenset[int]:
    words = said.strip().lower()
    if words in _ALL:
        return EVERY_DAY
    found: set[int] = set()
    for part in filter(None, (one.strip() for one in re.split(r"[,;/]| and | et ", words))):
        span = _SPAN.fullmatch(part)
        first, last = (span[1], span[2]) if span else (part.rstrip("."), part.rstrip("."))
        if first not in _DAYS or last not in _DAYS:
            raise Wrong("governing-wrong-weekdays")
        length = (_DAYS[last] - _DAYS[first]) % 7
        found |= {(_DAYS[first] + step) % 7 for step in range(length + 1)}
    if not found:
        raise Wrong("governing-wrong-weekdays")
    return frozenset(found)


def _hour(said: str) -> time:
    words = said.strip().lower()
    if not words:
        return time(0)
    found = _HOUR.fullmatch(words)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if (hour, minute) == (_MIDNIGHT, 0):
        return time(0)
    try:
        return time(hour, minute)
    except ValueError:
        raise Wrong("governing-wrong-hour") from None


def _off(said: str) -> Iterator[date]:
    parts = [one.strip() for one in re.split(r"[,;\n]", said) if one.strip()]
    if len(parts) > _MOST_OFF:
        raise Wrong("governing-wrong-off")
    for part in parts:
        day = days.day(part)
        if day is None:
            raise Wrong("governing-wrong-off")
        yield day
