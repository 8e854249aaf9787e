"""Many files, one line of events in time order, without ever holding more than a window of each."""

import heapq
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.errors import ExportError
from bot.events import Event

Key = tuple[datetime, str, str]
"""Time, channel, event id: the order of everything."""
Moment = tuple[Key, Sequence[Event]]
"""What one entry of an export says, in its own order (a message, then the reactions to it)."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One file, opened when its time comes: nothing in it is older than `starts`."""

    starts: datetime
    open: Callable[[], Generator[Moment, None, None]]


def merged(lanes: Sequence[Lane]) -> Generator[Moment, None, None]:
    """Everything in all lanes, by key; lanes are opened late and closed early."""
    heap: list[tuple[Key, int, Moment | None]] = [((lane.starts, "", ""), n, None) for n, lane in enumerate(lanes)]
    heapq.heapify(heap)
    running: dict[int, Generator[Moment, None, None]] = {}
    try:
        while heap:
            _, number, moment = heap[0]
            if moment is None:
                running[number] = lanes[number].open()
            else:
                yield moment
            following = next(running[number], None)
            if following is None:
                heapq.heappop(heap)
                del running[number]
            else:
                heapq.heapreplace(heap, (following[0], number, following))
    finally:
        for lane in running.values():
            lane.close()


def in_order(moments: Iterator[Moment], window: int) -> Iterator[Moment]:
    """Put right what stands at most `window` places from where it belongs; an error waits for what came before it."""
    heap: list[tuple[Key, int, Moment]] = []
    failure: ExportError | None = None
    try:
        for number, moment in enumerate(moments):
            if len(heap) < window:
                heapq.heappush(heap, (moment[0], number, moment))
            else:
                yield heapq.heappushpop(heap, (moment[0], number, moment))[2]
    except ExportError as error:
        failure = error
    while heap:
        yield heapq.heappop(heap)[2]
    if failure:
        raise failure
