"""When a team is there: its days and hours, its days off, and the hours in which the bot itself was not."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
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
    """When so much time has run since then: only the team's hours count, and outages stand still."""
    raise NotImplementedError
