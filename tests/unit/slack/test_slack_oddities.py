import copy
from collections.abc import Iterator
from typing import Any

import pytest

from adapters.slack import inbound
from adapters.slack.frame import framed
from adapters.slack.guard import Oddities
from bot import codec
from bot.events import Event
from tests.builders import MONDAY
from tests.unit.slack.envelopes import EVERY, HOME, Json, Reading, envelope, said, workspace

ODD: tuple[Any, ...] = (None, 5, -1, True, 1e300, "x", "", "\x00", [], [5], ["x"], {}, {"id": 5}, [{}], [[]])
MISSING = object()
SECRET = "ce que personne ne doit lire"


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


def heard(body: Json, oddities: Oddities) -> tuple[Event, ...]:
    """As it is heard: whatever goes wrong is counted."""
    team, kind = workspace(), "event"
    try:
        kind = inbound.kind_of(body)
        inbound.home(body, lambda team: team == HOME)
        inbound.strangers(team, body)
        inbound.places_unseen(team, body)
        found = inbound.events(team, body, framed(body, MONDAY))
        inbound.noted(team, body, framed(body, MONDAY))
    except Exception as error:  # noqa: BLE001 - as it is heard
        oddities.note(kind, error)
        return ()
    return found


@pytest.mark.parametrize("kind", sorted(EVERY))
def test_whatever_is_missing_or_odd_is_counted_or_read_and_never_handed_on_as_it_is(kind: str) -> None:
    body, oddities = envelope(EVERY[kind]), Oddities()
    for path in paths(body):
        for value in (MISSING, *ODD):
            for event in heard(changed(body, path, value), oddities):
                assert codec.load_arrival(codec.dump_arrival(event)) == event
                assert event.space == "slack:T1"
    assert oddities.counts
    assert not [name for name in oddities.counts if name.startswith("others")]


def test_oddities_say_the_field_and_nothing_that_stood_there() -> None:
    oddities = Oddities()
    for path in paths(said(SECRET)):
        heard(envelope(changed(said(SECRET), path, {SECRET: SECRET})), oddities)
    assert oddities.counts["message: field ts"]
    assert not [name for name in oddities.counts if SECRET in name]


def test_an_unknown_subtype_is_odd_and_an_unknown_event_is_not() -> None:
    oddities = Oddities()
    assert heard(envelope(said(subtype="telepathy")), oddities) == ()
    assert heard(envelope({"type": "telepathy"}), oddities) == ()
    assert dict(oddities.counts) == {"message: field subtype": 1}


def test_after_something_odd_all_goes_on() -> None:
    reading = Reading()
    with pytest.raises(Exception, match="ts"):
        reading({**said(), "ts": 5})
    assert len(reading(said())) == 1
