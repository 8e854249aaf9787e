"""The moment at which an arrival is ruled on, and the seed for whatever is drawn."""

import hashlib
import secrets
from collections.abc import Callable
from typing import Protocol

from bot.ports import Arrival, Clock
from bot.rooms import Moment

_SEED_BITS = 63


class Moments(Protocol):
    """Where moments come from."""

    @property
    def most_due(self) -> int | None:
        """How many deadlines come up in one batch at most; None: all of them, each before whatever is later."""
        ...

    def of(self, arrival: Arrival) -> Moment:
        """The moment of one arrival."""
        ...


class LiveMoments:
    """The clock's present, and seeds that nobody can foresee.

    After a long time without a bot much is due at once. It comes up bit by bit, so that nobody who writes meanwhile
    waits for all of it.
    """

    most_due = 50

    def __init__(self, clock: Clock, draw: Callable[[int], int] = secrets.randbits) -> None:
        self._clock = clock
        self._draw = draw

    def of(self, arrival: Arrival) -> Moment:  # noqa: ARG002
        """Now."""
        return Moment(self._clock.now(), self._draw(_SEED_BITS))


class ReplayedMoments:
    """The arrival's own time, and seeds made of its id: a replay always gives the same result."""

    most_due = None

    def of(self, arrival: Arrival) -> Moment:
        """Then."""
        digest = hashlib.blake2b(f"{arrival.space} {arrival.id}".encode("utf-8", "backslashreplace"), digest_size=8)
        return Moment(arrival.at, int.from_bytes(digest.digest()) >> 1)
