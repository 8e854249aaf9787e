import copy
from collections.abc import Iterator
from typing import Any

import pytest

from adapters.discord import guard
from adapters.discord.guard import Oddities
from adapters.discord.inbound import Inbound
from bot import codec
from bot.events import Event
from tests.unit.discord.dispatches import EVERY, Json, Reading, message

ODD: tuple[Any, ...] = (None, 5, -1, True, "x", "", "\x00", [], [5], ["x"], {}, {"id": 5}, [{}], [[]])
MISSING = object()


def paths(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield (*path, key)
        yield from paths(item, (*path, key))


def changed(data: Json, path: tuple[Any, ...], to: object) -> Json:
    made: Any = copy.deepcopy(data)
    holder = made
    for key in path[:-1]:
        holder = holder[key]
    if to is MISSING:
        del holder[path[-1]]
    else:
        holder[path[-1]] = copy.deepcopy(to)
    return dict(made)


@pytest.mark.parametrize("kind", sorted(EVERY))
def test_whatever_is_missing_or_odd_is_counted_or_read_and_never_handed_on_as_it_is(kind: str) -> None:
    heard: list[Event] = []
    oddities = Oddities()
    read = Reading()

    def hear(kind: str, data: Json) -> None:
        heard.extend(read.inbound.events(kind, data, read.frame))

    parsers: dict[str, guard.Parser] = {kind: lambda data: data["guild_id"]}
    guard.watch(parsers, hear, oddities)
    for path in paths(EVERY[kind]):
        for odd in (MISSING, *ODD):
            parsers[kind](changed(EVERY[kind], path, odd))
    for odd in (None, 5, "x", [], {}):
        parsers[kind](odd)

    assert oddities.counts
    for event in heard:
        assert codec.load_arrival(codec.dump_arrival(event)) == event
        event.id.encode()


def test_nobodys_words_and_numbers_stand_in_what_is_counted() -> None:
    oddities = Oddities()

    def hear(kind: str, data: Json) -> None:
        tuple(Inbound().events(kind, data, Reading().frame))

    def parse(data: Any) -> None:
        raise KeyError(data["content"])

    parsers: dict[str, guard.Parser] = {"MESSAGE_CREATE": parse}
    guard.watch(parsers, hear, oddities)
    for _ in range(3):
        parsers["MESSAGE_CREATE"](message("secret words", author={"id": "secret"}))

    assert sorted(oddities.counts.values()) == [3, 3]
    assert "MESSAGE_CREATE: field id" in oddities.counts
    assert "secret" not in str(dict(oddities.counts))


def test_kinds_of_oddities_are_bounded() -> None:
    oddities = Oddities()
    for number in range(2_000):
        oddities.note(f"KIND_{number}", ValueError())
    assert len(oddities.counts) <= 501
    assert sum(oddities.counts.values()) == 2_000
