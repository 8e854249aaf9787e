"""Requests among messages change nothing about batches: whoever asks for what in between, wherever a process ends."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot import codec
from bot.commands import BeginCommunity, Level, RetryQuarantined
from bot.effects import PostCard, ReplyPrivately
from bot.events import CommandInvoked, MemberJoined, MemberRolesChanged
from bot.facts import FactKey, Facts
from bot.governing.room import GoverningRoom
from bot.ids import EventId, own_space
from bot.members.room import MembersRoom, Window
from bot.pipeline.batch import Rules
from bot.pipeline.gate import Gate
from bot.pipeline.moments import ReplayedMoments
from bot.ports import Arrival
from bot.records import AccountForgotten, IncidentMoved, IncidentOpened, Record, SettingChanged
from bot.rooms import Input, Moment, Ruling
from bot.settings import KeptDays, Overlay, Written
from bot.storage import tables
from bot.storage.store import Store
from bot.views import Card, Phrase
from tests.builders import CHANNEL, MONDAY, SPACE, message, someone
from tests.flow.governed import MODERATOR, OWNER, TEAM, Asking, answered, edited, governed, incident
from tests.flow.roads import COMMUNITY, everything, outcome, road, rules, without_strangers

BOSS, MOD = Asking("boss", OWNER), Asking("mod", MODERATOR)
Made = Callable[[int, float], Arrival]


def posted(text: str, by: str) -> Made:
    return lambda number, after: message(text, number=number, by=by, after=after)


def begun(number: int, after: float) -> BeginCommunity:
    at = MONDAY + timedelta(seconds=after)
    return BeginCommunity(id=EventId("begin"), space=own_space(COMMUNITY), at=at, caller=None)


def joined(number: int, after: float) -> MemberJoined:
    at = MONDAY + timedelta(seconds=after)
    return MemberJoined(id=EventId(f"joined:{number}"), space=SPACE, at=at, account=someone("eve"), name="Eve")


def about(spoken: int, action: str, who: Asking) -> Made:
    """A button on what was done about an earlier message."""
    named = incident(message("", number=spoken))
    return lambda number, after: who.press(number, f"{action}:{named}", after)


def reported(spoken: int, by: str) -> Made:
    told = message("my words", number=spoken)
    return lambda number, after: Asking(by).report(number, told, "it hurt", after)


def asked(who: Asking, command: str, **arguments: str) -> Made:
    return lambda number, after: who.command(number, command, after, **arguments)


def sent(who: Asking, form: str, **values: str) -> Made:
    return lambda number, after: who.send(number, form, after, **values)


def pressed(who: Asking, button: str) -> Made:
    return lambda number, after: who.press(number, button, after)


def explained(spoken: int, who: Asking) -> Made:
    told = message("my cat", number=spoken)
    return lambda number, after: who.choose(number, "explain", told, after)


def reworded(spoken: int, text: str) -> Made:
    return lambda number, after: edited(message("", number=spoken), text, after)


SPOKEN = st.integers(1, 12)
MESSAGES = st.builds(
    posted, st.sampled_from(["my cat", "cat and dog", "a dog", "good day"]), st.sampled_from(["ada", "eve"])
)
ASKED: list[Made] = [
    begun,
    joined,
    asked(BOSS, "pause"),
    asked(MOD, "pause", policy="ours/cats"),
    asked(MOD, "resume"),
    asked(Asking("ada"), "pause"),
    asked(Asking("ada"), "language", language="fr"),
    asked(Asking("ada"), "privacy show"),
    asked(Asking("eve"), "privacy show"),
    asked(BOSS, "settings"),
    asked(BOSS, "policy list"),
    sent(BOSS, "setup-voice", locale="fr", address="vous"),
    sent(BOSS, "setup-person", account=someone("ada"), level="helper"),
    sent(BOSS, "setup-channel", channel=CHANNEL, locale="en"),
    sent(BOSS, "setup-team", managers_channel=TEAM, profile="large", outside_contact="us"),
    sent(BOSS, "setup-begin", stage="observing", announcements=CHANNEL),
    sent(BOSS, "setup-begin", stage="acting"),
    sent(BOSS, "policy-new", title="Owls", words="owl", then="alert", why_en="No owls."),
    sent(Asking("ada"), "privacy-forget", sure="yes"),
    sent(Asking("eve"), "privacy-forget", sure="yes"),
    pressed(BOSS, "policy-off:ours/dogs"),
    pressed(MOD, "resume:*"),
    pressed(BOSS, "announcement-post"),
]
REQUESTS = st.one_of(
    st.sampled_from(ASKED),
    st.builds(about, SPOKEN, st.sampled_from(["incident-undo", "incident-right", "incident-talk"]), st.just(MOD)),
    st.builds(about, SPOKEN, st.just("incident-ask"), st.builds(Asking, st.sampled_from(["ada", "eve"]))),
    st.builds(reported, SPOKEN, st.sampled_from(["eve", "bob"])),
    st.builds(explained, SPOKEN, st.builds(Asking, st.sampled_from(["ada", "bob"]))),
    st.builds(reworded, SPOKEN, st.sampled_from(["my cat", "nothing"])),
)


@st.composite
def streams(draw: st.DrawFn) -> list[Arrival]:
    """Messages and requests, some delivered twice; now and then days pass."""
    made = draw(st.lists(st.one_of(MESSAGES, MESSAGES, REQUESTS), min_size=1, max_size=20))
    pauses = draw(st.lists(st.sampled_from([1, 5, 400, 86_400, 700_000]), min_size=len(made), max_size=len(made)))
    events: list[Arrival] = []
    after = 0
    for number, (one, pause) in enumerate(zip(made, pauses, strict=True), 1):
        after += pause
        events.append(one(number, after))
    for index, place in draw(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 24)), max_size=4)):
        events.insert(place, events[index % len(events)])
    return events


@given(events=streams(), at_once=st.integers(2, 25), days=st.sampled_from([0, 3]))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_batches_give_what_single_arrivals_give(
    sqlite_template: Path, events: Sequence[Arrival], at_once: int, days: int
) -> None:
    made_of = governed(answered, observation_days=days)
    alone = await outcome(sqlite_template, events, made_of, at_once=1)
    together = await outcome(sqlite_template, events, made_of, at_once=at_once)
    assert without_strangers(together) == without_strangers(alone)
    assert not alone["quarantine"]


@given(events=streams(), ends=st.integers(1, 20), days=st.sampled_from([0, 3]))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_process_that_ends_in_between_changes_nothing(
    sqlite_template: Path, events: Sequence[Arrival], ends: int, days: int
) -> None:
    through = await outcome(sqlite_template, events, governed(answered, observation_days=days), at_once=7)
    parted = await outcome(sqlite_template, events, governed(answered, observation_days=days), at_once=7, ends=ends)
    assert without_strangers(parted) == without_strangers(through)


def _counts_rows(arrival: Arrival) -> bool:
    """What is set aside is kept about somebody too, and told to whoever asks what is."""
    return isinstance(arrival, CommandInvoked) and arrival.command.startswith("privacy")


class Clumsy:
    """Stumbles over whatever is set, done or asked, in its rules or while it folds."""

    name = "clumsy"
    keeps: frozenset[type] = frozenset({SettingChanged, AccountForgotten})
    hears: frozenset[type] = frozenset({IncidentOpened, IncidentMoved})

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        raise ValueError(type(given).__name__)

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        raise ValueError(type(record).__name__)


@given(events=streams(), at_once=st.integers(1, 25))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_room_that_stumbles_leaves_no_trace_in_the_work_of_the_others(
    sqlite_template: Path, events: Sequence[Arrival], at_once: int
) -> None:
    events = [one for one in events if not _counts_rows(one)]
    whole = await outcome(sqlite_template, events, governed(answered), at_once=at_once)
    marred = await outcome(sqlite_template, events, governed(answered, also=(Clumsy(),)), at_once=at_once)
    assert {row[4] for row in marred.pop("quarantine")} <= {"clumsy"}
    whole.pop("quarantine")
    assert without_strangers(marred) == without_strangers(whole)


@given(events=streams(), writers=st.lists(st.booleans(), min_size=24, max_size=24))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_two_writers_that_take_turns_do_what_one_does(
    sqlite_template: Path, events: Sequence[Arrival], writers: Sequence[bool]
) -> None:
    alone = await outcome(sqlite_template, events, governed(answered), at_once=1)
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(f"sqlite:///{shutil.copy(sqlite_template, Path(folder) / 'palabre.db')}")
        async with road(store, governed(answered)) as one, road(store, governed(answered)) as other:
            for event, first in zip(events, writers, strict=False):
                await (one if first else other).put([event])
        turns = await everything(store)
        await store.close()
    assert without_strangers(turns) == without_strangers(alone)


async def test_what_was_set_aside_is_not_done_later_for_somebody_who_may_no_longer_ask_for_it(store: Store) -> None:
    broken = [True]

    class Poison(GoverningRoom):
        """Wants what no database can hold, until it is mended."""

        def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
            naive = datetime(2026, 3, 2)  # noqa: DTZ001 - that is what no database can hold
            bad = PostCard(space=SPACE, channel=CHANNEL, card=Card(body=()), locale="en", expires_at=naive)
            said = super().rule(given, facts, at)
            return [replace(one, effects=(bad,)) for one in said] if broken[0] else said

    overlay = Overlay(Written(levels={MODERATOR: Level.MODERATOR}))
    rooms = (MembersRoom(Window(timedelta(1), 1), len), Poison(overlay, KeptDays()))
    made_of = Rules(rooms=rooms, moments=ReplayedMoments(), gate=Gate(overlay))
    fallen = MemberRolesChanged(id=EventId("roles"), space=SPACE, at=MONDAY, account=someone("mod"), roles=())
    retry = RetryQuarantined(id=EventId("retry"), space=own_space(COMMUNITY), at=MONDAY, caller=None, entry=1)
    async with road(store, made_of) as queue:
        await queue.put([replace(fallen, id=EventId("risen"), roles=(MODERATOR,))])
        await queue.put([Asking("mod").command(1, "pause")])
        assert [row[4] for row in (await everything(store))["quarantine"]] == ["*"]
        broken[0] = False
        await queue.put([fallen])
        await queue.put([retry])
    found = await everything(store)
    assert found["settings"] == []
    assert "road/not-allowed" in str(found["rulings"])


class Helpless:
    """A room that stumbles over every request for help."""

    name = "helpless"
    hears: frozenset[type] = frozenset({CommandInvoked})
    keeps: frozenset[type] = frozenset()

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        raise KeyError("over my own feet")

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        raise AssertionError(record)


async def test_whoever_asked_hears_that_it_went_wrong_and_is_kept(store: Store) -> None:
    async with road(store, rules(Helpless())) as queue:
        await queue.put([Asking("ada").command(1, "policy list")])
    async with store.reading() as connection:
        (kept,) = (await connection.scalars(select(tables.quarantine.c.error))).all()
        (said,) = (await connection.scalars(select(tables.outbox.c.payload))).all()
    assert kept == "KeyError: 'over my own feet'"
    answer = codec.load_effect(said)
    assert isinstance(answer, ReplyPrivately)
    assert answer.card.body == (Phrase("road-stumbled"),)
