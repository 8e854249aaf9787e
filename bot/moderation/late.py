"""How the card of an incident says that it was learned of late, and what was not done for that reason."""

from collections.abc import Iterator
from datetime import timedelta

from bot.records import IncidentOpened
from bot.views import Instant, Phrase

_UNITS = (("d", timedelta(days=1)), ("h", timedelta(hours=1)), ("m", timedelta(minutes=1)))


def told(opened: IncidentOpened) -> Iterator[Phrase]:
    """When it happened, how late that is known, and each thing that was not done; nothing where it was in time."""
    if opened.learned_at is None:
        return
    count, unit = _length(opened.learned_at - opened.at)
    yield Phrase("moderation-late", (("instant", Instant(opened.at)), ("count", count), ("unit", unit)))
    for name in opened.withheld:
        yield Phrase("moderation-late-withheld", (("measure", name),))


def _length(late: timedelta) -> tuple[int, str]:
    """In the largest unit of which there is at least one."""
    unit, one = next(((unit, one) for unit, one in _UNITS if late >= one), _UNITS[-1])
    return late // one, unit
