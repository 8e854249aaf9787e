"""Several streams as one: in order or against it, with nothing lost, and nothing read before it is wanted."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.streams import merged

Moment = tuple[int, int]


async def stream(moments: Sequence[Moment], read: list[Moment] | None = None) -> AsyncGenerator[Moment]:
    for one in moments:
        if read is not None:
            read.append(one)
        yield one


def order(moment: Moment) -> Moment:
    return moment


@given(
    lists=st.lists(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6), max_size=5),
    backwards=st.booleans(),
)
def test_streams_are_one_in_order(lists: list[list[Moment]], backwards: bool) -> None:
    async def all_of_it() -> list[Moment]:
        streams = [stream(sorted(one, reverse=backwards)) for one in lists]
        return [one async for one in merged(streams, order, backwards=backwards)]

    assert asyncio.run(all_of_it()) == sorted((one for each in lists for one in each), reverse=backwards)


def test_of_each_stream_only_the_next_is_read() -> None:
    read: list[Moment] = []

    async def first() -> Moment:
        both = merged([stream([(1, 0), (3, 0)], read), stream([(2, 0), (4, 0)], read)], order)
        return await anext(both)

    assert asyncio.run(first()) == (1, 0)
    assert read == [(1, 0), (2, 0)]
