"""When a team comes to work: the next beginning of its hours, or eight in the morning where it never said any."""

from datetime import date, datetime, time, timedelta

from bot.hours import Calendar, due

_EIGHT = time(8)
_LOOK_AHEAD = 366


def next_morning(now: datetime, calendar: Calendar) -> datetime:
    """The first beginning of a working day that lies ahead."""
    whole = calendar.opens == calendar.closes
    opens = _EIGHT if whole else calendar.opens
    today = now.astimezone(calendar.zone).date()
    for ahead in range(_LOOK_AHEAD):
        day = today + timedelta(days=ahead)
        begins = datetime.combine(day, opens, calendar.zone)
        if begins > now and works(day, calendar):
            return begins
    return now + timedelta(days=1)


def works(day: date, calendar: Calendar) -> bool:
    """Whether it is a working day."""
    return day.weekday() in calendar.days and day not in calendar.off


def is_there(now: datetime, calendar: Calendar) -> bool:
    """Whether these are the team's hours."""
    return due(now, timedelta(), calendar) <= now
