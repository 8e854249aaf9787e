"""When a team is there: its days and hours, its days off, and the hours in which the bot itself was not."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple, Self

EVERY_DAY = frozenset(range(7))


class Outage(NamedTuple):
    """From when until when no bot was at work: clocks stood still."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When clocks run; by default always."""

    zone: tzinfo = UTC
    days: frozenset[int] = EVERY_DAY
    """Monday is 0."""
    opens: time = time(0)
    closes: time = time(0)
    """Not included; the same as `opens`: all day."""
    off: frozenset[date] = frozenset()
    """Days off, such as holidays."""

    @property
    def always(self) -> bool:
        """Whether no hour is left out."""
        return self.days == EVERY_DAY and self.opens == self.closes and not self.off

    @classmethod
    def read(cls, text: str, zone: tzinfo) -> Self:
        """From a setting, as `text` of it writes it. Raises ValueError."""
        said = json.loads(text)
        return cls(
            zone=zone,
            days=frozenset(said.get("days", EVERY_DAY)),
            opens=time.fromisoformat(said.get("opens", "00:00")),
            closes=time.fromisoformat(said.get("closes", "00:00")),
            off=frozenset(date.fromisoformat(one) for one in said.get("off", ())),
        )

    @property
    def text(self) -> str:
        """As a setting keeps it."""
        said = {
            "days": sorted(self.days),
            "opens": f"{self.opens:%H:%M}",
            "closes": f"{self.closes:%H:%M}",
            "off": sorted(one.isoformat() for one in self.off),
        }
        return json.dumps(said)


ALWAYS = Calendar()
"""A team that is there at every hour."""


def due(since: datetime, lasting: timedelta, calendar: Calendar, outages: Sequence[Outage] = ()) -> datetime:
    """When so much time has run since then: only the team's hours count, and outages stand still.

    No time at all gives the next moment at which the clock runs. A calendar that is closed for a year on end counts as
    always open from then on, so that nothing waits for ever.
    """
    left = max(lasting, timedelta(0))
    for opens, closes in _running(since.astimezone(UTC), calendar, outages):
        if left <= closes - opens:
            return opens + left
        left -= closes - opens
    raise AssertionError("the last stretch of time has no end")


def whole_days(calendar: Calendar) -> Calendar:
    """The same days, from midnight to midnight."""
    return replace(calendar, opens=time(0), closes=time(0))


_PATIENCE = timedelta(days=366)
_FOREVER = datetime.max.replace(tzinfo=UTC)


def _running(since: datetime, calendar: Calendar, outages: Sequence[Outage]) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of time in which the clock runs, in order; the last one never ends."""
    still = sorted(outages)
    for opens, closes in _open(since, calendar):
        start = max(opens, since)
        for outage in still:
            if outage.until <= start or outage.since >= closes:
                continue
            if outage.since > start:
                yield start, outage.since
            start = outage.until
        if start < closes:
            yield start, closes


def _open(since: datetime, calendar: Calendar) -> Iterator[tuple[datetime, datetime]]:
    """The team's hours from then on, in UTC."""
    latest = since
    if not calendar.always:
        day = since.astimezone(calendar.zone).date() - timedelta(days=1)
        while True:
            opens, closes = _hours(day, calendar)
            if opens > latest + _PATIENCE:
                break
            if day.weekday() in calendar.days and day not in calendar.off and closes > latest:
                yield opens, closes
                latest = closes
            day += timedelta(days=1)
    yield latest, _FOREVER


def _hours(day: date, calendar: Calendar) -> tuple[datetime, datetime]:
    """From when until when a team is there on a day; past midnight where it closes earlier than it opens."""
    whole = calendar.opens == calendar.closes
    opens, closes = (time(0), time(0)) if whole else (calendar.opens, calendar.closes)
    last = day + timedelta(days=1) if closes <= opens else day
    return _at(day, opens, calendar.zone), _at(last, closes, calendar.zone)


def _at(day: date, hour: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, hour, zone).astimezone(UTC)
