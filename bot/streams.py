"""Several streams as one, for adapters that read many channels side by side."""

import heapq
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from typing import TypeVar

One = TypeVar("One")


async def merged(
    streams: Sequence[AsyncIterator[One]], order: Callable[[One], tuple[int, ...]], *, backwards: bool = False
) -> AsyncGenerator[One, None]:
    """What is in them in order, or against it, as each of them is; of equals the earlier stream's comes first."""
    way = -1 if backwards else 1

    async def head(number: int) -> tuple[tuple[int, ...], int, One] | None:
        one = await anext(streams[number], None)
        return None if one is None else (tuple(way * part for part in order(one)), number, one)

    heads = [found for number in range(len(streams)) if (found := await head(number)) is not None]
    heapq.heapify(heads)
    while heads:
        _, number, one = heads[0]
        yield one
        if following := await head(number):
            heapq.heapreplace(heads, following)
        else:
            heapq.heappop(heads)
