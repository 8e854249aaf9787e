"""How often somebody may knock: a bucket that fills again with time, for as many of them as are worth remembering."""

from collections import OrderedDict
from collections.abc import Callable


class Patience:
    """One bucket for each name; those that knocked longest ago are forgotten first."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float], remembered: int = 10_000) -> None:
        """`most` at once, and as many again in so many `seconds`."""
        self._most, self._seconds, self._clock, self._remembered = most, seconds, clock, remembered
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def lets_in(self, name: str) -> bool:
        """Whether this one is not too many."""
        now = self._clock()
        left, then = self._left.pop(name, (float(self._most), now))
        left = min(self._most, left + (now - then) * self._most / self._seconds)
        self._left[name] = (left - 1 if left >= 1 else left, now)
        while len(self._left) > self._remembered:
            self._left.popitem(last=False)
        return left >= 1
