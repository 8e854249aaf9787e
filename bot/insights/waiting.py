"""How long things take, where some of them are still going on.

To leave out what is unfinished, or to take its age for its length, would make every backlog look fast. The estimator of
Kaplan and Meier (Journal of the American Statistical Association 53, 1958) counts it as lasting at least so long.
"""

from collections.abc import Iterable
from datetime import timedelta


def quantile(waits: Iterable[tuple[timedelta, bool]], share: float) -> timedelta | None:
    """By when `share` of them are over, each given as (how long, whether it is over).

    None where that cannot be told (yet): too many of them still go on.
    """
    ordered = sorted(waits, key=lambda wait: (wait[0], not wait[1]))
    at_risk, still = len(ordered), 1.0
    for length, over in ordered:
        if over:
            still *= 1 - 1 / at_risk
            if still <= 1 - share + 1e-9:
                return length
        at_risk -= 1
    return None
