"""Whether one of the team acts far above their usual pace: perhaps it is not them who acts.

The rule is the Hampel identifier (median and median absolute deviation; Davies & Gather, "The identification of
multiple outliers", JASA 1993), over the hours in which they took anything heavy within 90 days: half of these hours
would have to be a stranger's before a stranger's pace looked usual. Five within an hour are never too many, so that a
team with little on file is not held up.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from statistics import median

from bot.cases.lines import PenaltyName

HEAVY: frozenset[PenaltyName] = frozenset({"timeout", "quarantine", "kick", "ban"})
_LATELY = timedelta(hours=1)
_LOOKBACK = timedelta(days=90)
_ALWAYS = 5
_SPREAD = 3 * 1.4826
"""Three standard deviations, where hours are spread as in a bell."""


def unusual(imposed: Iterable[tuple[datetime, str]], now: datetime) -> bool:
    """Whether one more now would be too many, by what they imposed before."""
    heavy = sorted(at for at, name in imposed if name in HEAVY and now - _LOOKBACK < at <= now)
    lately = sum(1 for at in heavy if at > now - _LATELY) + 1
    return lately > limit([at for at in heavy if at <= now - _LATELY])


def limit(earlier: Sequence[datetime]) -> float:
    """How many within an hour are nothing special, by when they acted before, in order of time."""
    hours = _busy_hours(earlier)
    if not hours:
        return _ALWAYS
    middle = median(hours)
    return max(_ALWAYS, middle + _SPREAD * median(abs(one - middle) for one in hours))


def _busy_hours(moments: Sequence[datetime]) -> list[int]:
    """How often they acted in each hour in which they did; an hour begins with what they did first in it."""
    hours: list[int] = []
    begun: datetime | None = None
    for at in moments:
        if begun is None or at - begun >= _LATELY:
            begun = at
            hours.append(0)
        hours[-1] += 1
    return hours
