"""What happened lately in a space: the same in any batches, bounded, and gone for whoever is forgotten."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.commands import ForgetAccount
from bot.counters import CountersRoom
from bot.events import MemberJoined
from bot.facts import Lookback, Memory
from bot.ids import EventId, channel_id, own_space
from bot.members.room import MembersRoom, Window
from bot.members.windows import WindowsRoom
from bot.pipeline.batch import Rules
from bot.pipeline.gate import Gate
from bot.pipeline.moments import ReplayedMoments
from bot.policy.book import Book
from bot.policy.room import PolicyRoom
from bot.ports import Arrival
from bot.settings import Overlay, Written
from bot.storage import privacy, tables
from bot.storage.retention import Retention, sweep
from bot.storage.store import Store
from bot.text import Reading, fingerprint
from bot.text.sketch import sketch
from tests.builders import MONDAY, SPACE, message, someone
from tests.flow.roads import COMMUNITY, everything, outcome, road, send, without_strangers
from tests.unit.policy.packs import pack, policy

AGAIN = 'repeats = { more_than = 1, within = "1m" }'
BEFORE = 'counter = { of = "again", at_least = 1, within = "1m" }'
BOOK = Book.compile(
    [
        pack(
            policy('{ joins = { more_than = 2, within = "10s" } }', name="raid"),
            policy('{ rate = { more_than = 3, within = "5s", per = "channel" } }', name="fast"),
            policy('{ repeats = { more_than = 2, within = "20s", of = "anybody", authors = 2 } }', name="chorus"),
            policy('{ repeats = { more_than = 1, within = "20s", alike = "nearly" } }', name="again"),
            policy('{ several_channels = { at_least = 2, within = "9s" } }', name="wave"),
            policy('{ on = ["join"], account_age = { less_than = "1d" } }', name="young"),
            policy(f"{{ {AGAIN}, {BEFORE} }}", name="ladder"),
        )
    ]
)


def rules() -> Rules:
    memory = BOOK.memory
    assert memory.windows
    assert memory.sketches
    window = Window(BOOK.horizon, BOOK.capacity, lambda text: sketch(Reading(text)))
    rooms = (
        MembersRoom(window, fingerprint),
        WindowsRoom(memory),
        PolicyRoom(BOOK, Overlay(Written())),
        CountersRoom(),
    )
    return Rules(rooms=rooms, moments=ReplayedMoments(), gate=Gate(Overlay(Written())))


def joins(number: int, who: str, *, days_old: int | None = None) -> MemberJoined:
    at = MONDAY + timedelta(seconds=number)
    created = None if days_old is None else at - timedelta(days=days_old)
    return MemberJoined(
        id=EventId(f"join:{number}"), space=SPACE, at=at, account=someone(who), account_created=created, name=who
    )


def forget(number: int, who: str) -> ForgetAccount:
    at = MONDAY + timedelta(seconds=number)
    return ForgetAccount(
        id=EventId(f"ask:{number}"), space=own_space(COMMUNITY), at=at, caller=None, account=someone(who)
    )


TEXTS = st.sampled_from(
    ["a", "b", "the same long text about nothing at all", "the same long text about nothing much at all"]
)


@st.composite
def streams(draw: st.DrawFn) -> list[Arrival]:
    """Messages in two channels, arrivals and requests to be forgotten, some delivered twice, some late."""
    found: list[Arrival] = []
    for number in range(1, draw(st.integers(2, 24))):
        who = draw(st.sampled_from("xyz"))
        kind = draw(st.sampled_from("mmmmmmjjf"))
        if kind == "m":
            said = message(draw(TEXTS), number=number, by=who, after=number + draw(st.sampled_from([0, 0, 0, -3, 5])))
            here = draw(st.sampled_from([said.channel, channel_id(SPACE, "C2")]))
            found.append(replace(said, channel=here))
        elif kind == "j":
            found.append(joins(number, who, days_old=draw(st.sampled_from([None, 0, 3]))))
        else:
            found.append(forget(number, who))
    for place in draw(st.lists(st.integers(0, 30), max_size=4)):
        found.append(found[place % len(found)])
    return found


async def _result(template: Path, arrivals: Sequence[Arrival], at_once: int) -> dict[str, list[tuple[object, ...]]]:
    return without_strangers(await outcome(template, arrivals, rules(), at_once=at_once))


@given(arrivals=streams(), at_once=st.integers(2, 30))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_windows_and_what_policies_make_of_them_are_the_same_in_any_batches(
    sqlite_template: Path, arrivals: list[Arrival], at_once: int
) -> None:
    assert await _result(sqlite_template, arrivals, at_once) == await _result(sqlite_template, arrivals, 1)


async def _hits(store: Store) -> list[tuple[int, str]]:
    return [(row[1], row[2].partition("/")[2]) for row in (await everything(store))["policy_hits"]]


async def test_raids_choruses_waves_and_young_accounts_are_seen_across_batches(store: Store) -> None:
    other = channel_id(SPACE, "C2")
    text = "the same long text about nothing at all"
    arrivals: list[Arrival] = [
        joins(1, "x"),
        joins(2, "y", days_old=0),
        joins(3, "z"),
        message("hello there", number=20, by="x"),
        message("Hello there", number=21, by="y"),
        message("HELLO there", number=22, by="z"),
        message(text, number=40, by="x"),
        replace(message(text.replace("all", "most"), number=41, by="x"), channel=other),
        replace(message(text, number=42, by="x"), channel=other),
        message(text, number=43, by="x"),
        *(message(f"word {n}", number=n, by=by) for n, by in zip(range(60, 64), "xyzx", strict=True)),
    ]
    async with road(store, rules()) as queue:
        await send(queue, arrivals, at_once=3)
    assert await _hits(store) == [
        (2, "young"),
        (3, "raid"),
        (6, "chorus"),
        (8, "again"),
        (9, "again"),
        (9, "ladder"),
        (9, "wave"),
        (10, "again"),
        (10, "ladder"),
        (10, "wave"),
        (14, "fast"),
    ]


async def test_a_window_holds_no_more_than_policies_look_back_on(store: Store) -> None:
    memory = Memory(heard=Lookback(timedelta(seconds=10), 3), entered=Lookback(timedelta(seconds=4), 9))
    made = Rules(
        rooms=(MembersRoom(Window(timedelta(seconds=10), 3), fingerprint), WindowsRoom(memory)),
        moments=ReplayedMoments(),
        gate=Gate(Overlay(Written())),
    )
    async with road(store, made) as queue:
        await send(queue, [message("a", number=n) for n in range(1, 8)], at_once=4)
        await send(queue, [joins(n, f"n{n}") for n in range(10, 20)], at_once=4)
    ((_, space, heard, entered),) = (await everything(store))["windows"]
    assert (space, len(json.loads(heard)), len(json.loads(entered))) == (SPACE, 3, 4)


async def test_whoever_is_forgotten_leaves_every_window_even_one_that_nobody_keeps_any_more(store: Store) -> None:
    async with road(store, rules()) as queue:
        await queue.put([joins(1, "x"), message("one", number=2, by="x"), message("two", number=3, by="y")])
        async with store.reading() as connection:
            shown = (await privacy.export(connection, 1, someone("x")))["windows"]
        assert [row["list"] for row in shown] == ["heard", "entered"]
        assert "two" not in json.dumps(shown)
        await queue.put([forget(4, "x")])
        assert someone("x") not in str((await everything(store))["windows"])
        await queue.put([message("three", number=5, by="y")])
        assert someone("x") not in str((await everything(store))["windows"])
    without = Rules(
        rooms=(MembersRoom(Window(timedelta(0), 1), fingerprint),),
        moments=ReplayedMoments(),
        gate=Gate(Overlay(Written())),
    )
    async with road(store, without) as queue:
        await queue.put([forget(6, "y")])
    assert (await everything(store))["windows"] == []


async def test_what_is_older_than_any_policy_looks_back_goes(store: Store) -> None:
    async with road(store, rules()) as queue:
        await queue.put([message("one", number=2, by="x"), message("two", number=3, by="y")])
    await sweep(store, 1, MONDAY + timedelta(days=1, seconds=3), Retention())
    ((_, _, heard, _),) = (await everything(store))["windows"]
    assert [entry[1] for entry in json.loads(heard)] == [someone("y")]
    await sweep(store, 1, MONDAY + timedelta(days=2), Retention())
    assert (await everything(store))["windows"] == []


async def test_the_age_of_an_account_is_learnt_from_whatever_tells_it(store: Store) -> None:
    created = MONDAY - timedelta(days=400)
    async with road(store, rules()) as queue:
        await queue.put([message("one", number=1, by="x")])
        await queue.put([replace(message("two", number=2, by="x"), account_created=created)])
        await queue.put([message("three", number=3, by="x")])
    async with store.reading() as connection:
        assert await connection.scalar(select(tables.accounts.c.created_at)) == created
