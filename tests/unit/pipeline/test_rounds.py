"""The rounds of one arrival: who is asked, what each sees, and what happens to a room that breaks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.events import MessagePosted
from bot.facts import CounterFact, FactKey, Facts, counter_key
from bot.ids import TimerId
from bot.pipeline.facts import FactCache
from bot.pipeline.rounds import MOST_ROUNDS, Rooms, Rounds
from bot.records import Counted, Record, TimerArmed
from bot.rooms import Input, Moment, Room, Ruling
from tests.builders import MONDAY, message

AT = Moment(MONDAY, 1)
KEY = counter_key("c", "x")


def counted(by: int = 1) -> Counted:
    return Counted(counter="c", of="x", by=by, at=MONDAY)


@dataclass(frozen=True)
class Says:
    """Says what a function says, and can fold."""

    name: str
    say: Callable[[Input, Facts], Sequence[Record]]
    folds: bool = False
    hears: frozenset[type] = frozenset({MessagePosted, Counted})
    wants: frozenset[FactKey] = frozenset({KEY})

    @property
    def keeps(self) -> frozenset[type]:
        return frozenset({Counted}) if self.folds else frozenset()

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        return self.wants

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        records = tuple(self.say(given, facts))
        return (Ruling(rule=self.name, records=records),) if records else ()

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset({KEY})

    def fold(self, facts: Facts, record: Record) -> None:
        assert isinstance(record, Counted)
        known = facts.counter("c", "x")
        facts.put(KEY, CounterFact(value=(known.value if known else 0) + record.by, moved_at=record.at))


def rounds(*rooms: Room) -> tuple[Rounds, list[set[FactKey]]]:
    facts, loads = FactCache(), list[set[FactKey]]()

    async def load(keys: set[FactKey]) -> None:
        loads.append(keys)
        facts.learn(dict.fromkeys(keys))

    return Rounds(Rooms(rooms), facts, load), loads


def value(facts: Facts) -> int:
    known = facts.counter("c", "x")
    return known.value if known else 0


def on_message(given: Input, *records: Record) -> Sequence[Record]:
    return records if isinstance(given, MessagePosted) else ()


async def test_all_rooms_of_a_round_see_the_same_facts() -> None:
    seen = []

    def look(given: Input, facts: Facts) -> Sequence[Record]:
        seen.append(value(facts))
        return on_message(given, counted())

    ruling, loads = rounds(Says("one", look, folds=True), Says("two", look))
    outcome = await ruling.rule(message("a"), AT)
    assert seen == [0, 0, 2, 2, 2, 2]
    assert [name for name, _ in outcome.rulings] == ["one", "two"]
    assert loads == [{KEY}]


async def test_a_room_that_breaks_is_left_out_and_what_it_did_is_undone() -> None:
    def breaks(given: Input, facts: Facts) -> Sequence[Record]:
        if isinstance(given, Counted):
            raise KeyError("second round")
        return [counted(by=100)]

    ruling, _ = rounds(Says("good", lambda given, facts: on_message(given, counted()), folds=True), Says("bad", breaks))
    outcome = await ruling.rule(message("a"), AT)
    assert value(ruling.facts) == 1
    assert [name for name, _ in outcome.rulings] == ["good"]
    assert [(stumble.room, stumble.error) for stumble in outcome.stumbles] == [("bad", "KeyError: 'second round'")]


async def test_records_that_never_end_are_a_mistake_of_the_room_that_makes_them() -> None:
    ruling, _ = rounds(
        Says("endless", lambda given, facts: [counted()], folds=True),
        Says("good", lambda given, facts: on_message(given, counted())),
    )
    outcome = await ruling.rule(message("a"), AT)
    assert [stumble.room for stumble in outcome.stumbles] == ["endless"]
    assert str(MOST_ROUNDS) in outcome.stumbles[0].error
    assert [name for name, _ in outcome.rulings] == ["good"]


async def test_a_room_that_never_stops_asking_is_left_out() -> None:
    @dataclass(frozen=True)
    class Curious(Says):
        def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
            return frozenset({counter_key("c", str(len(asked)))})

    asked: list[set[FactKey]] = []
    ruling, loads = rounds(Curious("curious", lambda given, facts: []))
    asked = loads
    outcome = await ruling.rule(message("a"), AT)
    assert [stumble.room for stumble in outcome.stumbles] == ["curious"]


async def test_a_room_reading_a_fact_that_it_did_not_ask_for_is_left_out() -> None:
    room = Says("sly", lambda given, facts: [counted(value(facts))], wants=frozenset())
    ruling, _ = rounds(room)
    outcome = await ruling.rule(message("a"), AT)
    assert "was not asked for" in outcome.stumbles[0].error


async def test_what_one_record_leads_to_is_known_when_the_next_is_heard() -> None:
    """Two that ask for something numbered in one breath do not get the same number."""
    seen = []

    def number(given: Input, facts: Facts) -> Sequence[Record]:
        seen.append(value(facts))
        return (counted(),)

    wishes = (TimerArmed(timer=TimerId("a"), due_at=MONDAY), TimerArmed(timer=TimerId("b"), due_at=MONDAY))
    two = Says("two", number, folds=True, hears=frozenset({TimerArmed}))
    ruling, _ = rounds(Says("one", lambda given, facts: on_message(given, *wishes)), two)
    await ruling.rule(message("a"), AT)
    assert seen == [0, 1]


async def test_one_room_alone_can_be_asked_and_its_records_still_reach_the_others() -> None:
    heard: list[str] = []

    def listen(given: Input, facts: Facts) -> Sequence[Record]:
        heard.append(type(given).__name__)
        return ()

    ruling, _ = rounds(Says("one", lambda given, facts: on_message(given, counted()), folds=True), Says("two", listen))
    await ruling.rule(message("a"), AT, only="one")
    assert heard == ["Counted"]
