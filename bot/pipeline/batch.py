"""A batch in memory: what is new in it is ruled on in order, with the deadlines and simulated answers in between."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot import ports
from bot.commands import Command, NoteOutage, RetryQuarantined
from bot.effects import Effect, ReplyPrivately
from bot.errors import Refused
from bot.events import Asked, Ticked
from bot.facts import FactKey
from bot.ids import EffectKey, SpaceId, digest, own_space
from bot.pipeline.facts import FactCache
from bot.pipeline.gate import Gate
from bot.pipeline.moments import Moments
from bot.pipeline.rounds import Outcome, Rooms, Rounds
from bot.pipeline.timers import Agenda, TimersRoom
from bot.ports import Arrival, Receipt
from bot.rooms import Moment, Room, Ruling
from bot.storage.batch import EVERY_ROOM, Enqueued, Home, Ruled, Stumble
from bot.storage.unit import Unit
from bot.views import Phrase

_MOST_AHEAD, _MOST_LOOKS = 200, 4
"""For how many deadlines things are loaded together, and how often: a case asks for people, these for their files."""
_MOST_ANSWERS = 16
"""How many simulated answers may follow each other before the last effect is left waiting."""

Simulate = Callable[[Effect, EffectKey, datetime], Receipt]
"""Answers an effect at once, as of a moment, without a dispatcher. Raises Refused."""


class Rules:
    """Everything that decides what follows from an arrival."""

    def __init__(self, rooms: Sequence[Room], moments: Moments, gate: Gate, simulate: Simulate | None = None) -> None:
        """Rooms are asked in this order; `simulate` answers effects at once instead of leaving them to a dispatcher."""
        self.rooms = Rooms((TimersRoom(), *rooms))
        self.moments = moments
        self.gate = gate
        self.simulate = simulate


class BatchRuler:
    """Rules on one batch within one transaction."""

    def __init__(self, rules: Rules, facts: FactCache, unit: Unit, home: Home, next_due: datetime | None) -> None:
        self._rules = rules
        self._facts = facts
        self._unit = unit
        self._home = home
        self._next_due = next_due
        self._own = own_space(home.community)
        self._rounds = Rounds(rules.rooms, facts, self._load)
        self._agenda = Agenda(self._own, datetime.min.replace(tzinfo=UTC), ())
        self._ruled: list[Ruled] = []
        self.timers_moved = False

    async def rule(self, arrivals: Sequence[Arrival]) -> list[Ruled]:
        """What came of the arrivals that are new, in their order, and of the deadlines before each."""
        fresh = await self._fresh(arrivals)
        if not fresh:
            return []
        moments = [self._rules.moments.of(arrival) for arrival in fresh]
        await self._foresee(fresh)
        await self._open_agenda(max(moment.now for moment in moments))
        await self._foresee(self._agenda.ahead(_MOST_AHEAD), _MOST_LOOKS)
        for arrival, moment in zip(fresh, moments, strict=True):
            # What came due while no bot was there is judged by whoever knows of that already.
            for due in () if isinstance(arrival, NoteOutage) else self._agenda.due(self._facts, moment.now):
                await self._rule_one(due, Moment(due.at, self._rules.moments.of(due).seed))
            if not isinstance(arrival, Ticked):
                await self._rule_one(arrival, moment)
        self.timers_moved = self._agenda.touched
        return self._ruled

    async def set_aside(self, arrivals: Sequence[Arrival], stumble: Stumble) -> list[Ruled]:
        """The arrivals that are new, with what prevents ruling on them."""
        for arrival in await self._fresh(arrivals):
            self._append(arrival, self._rules.moments.of(arrival), Outcome(stumbles=[stumble]))
        return self._ruled

    async def _fresh(self, arrivals: Sequence[Arrival]) -> list[Arrival]:
        await self._unit.settle_spaces(self._home, (self._own, *(arrival.space for arrival in arrivals)))
        seen = await self._unit.sighted(self._home, arrivals)
        fresh = []
        for arrival in arrivals:
            sight = (arrival.space, arrival.id)
            if sight not in seen:
                seen.add(sight)
                fresh.append(arrival)
        return fresh

    async def _foresee(self, arrivals: Sequence[Arrival], looks: int = 1) -> None:
        """Load what all of these will ask for, in one statement per kind instead of one per arrival.

        What they ask for next may depend on it; so it is looked at so many times.
        """
        for _ in range(looks):
            wanted: set[FactKey] = set()
            for arrival in arrivals:
                for room in self._rules.rooms.hearing(type(arrival)):
                    try:
                        wanted |= room.needs(arrival, self._facts)
                    except Exception:  # noqa: BLE001, S112 - asked again, and caught, when the arrival is ruled on
                        continue
            missing = self._facts.missing(wanted)
            if not missing:
                return
            await self._load(missing)

    async def _open_agenda(self, latest: datetime) -> None:
        timers = []
        if self._next_due is not None and self._next_due <= latest:
            most = self._rules.moments.most_due
            timers = await self._unit.upcoming(self._home, latest, most)
            if len(timers) == most:
                latest = timers[-1].due_at or latest  # what follows is left to later batches
            known = {FactKey("timer", timer.timer): timer for timer in timers}
            self._facts.learn({key: known[key] for key in self._facts.missing(known)})
        self._agenda = Agenda(self._own, latest, timers)

    async def _rule_one(self, arrival: Arrival, moment: Moment, answers: int = 0) -> None:
        if isinstance(arrival, Command | Asked):
            outcome, releases = await self._obey(arrival, moment)
        else:
            outcome, releases = await self._rounds.rule(arrival, moment), None
        self._agenda.note(self._facts, outcome.records)
        simulate = self._rules.simulate if answers < _MOST_ANSWERS else None
        for enqueued in self._append(arrival, moment, outcome, releases, simulate):
            if enqueued.receipt or enqueued.refusal:
                answer = _answer(enqueued, self._own, moment.now)
                await self._rule_one(answer, Moment(moment.now, self._rules.moments.of(answer).seed), answers + 1)

    def _append(
        self,
        arrival: Arrival,
        moment: Moment,
        outcome: Outcome,
        releases: int | None = None,
        simulate: Simulate | None = None,
    ) -> list[Enqueued]:
        effects = [_simulated(one, simulate, moment.now) for one in _enqueue(arrival, outcome.rulings)]
        seq = (self._ruled[-1].seq if self._ruled else self._home.seq) + 1
        ruled = Ruled(seq, arrival, moment, outcome.rulings, outcome.records, effects, outcome.stumbles, releases)
        self._ruled.append(ruled)
        return effects

    async def _obey(self, command: Command | Asked, moment: Moment) -> tuple[Outcome, int | None]:
        refused = await self._turned_away(command)
        if refused:
            return refused, None
        if isinstance(command, RetryQuarantined):
            return await self._retry(command, moment)
        outcome = await self._rounds.rule(command, moment)
        if outcome.stumbles and not isinstance(command, Command) and not _answered(outcome):
            outcome.rulings.append(("road", self._rules.gate.stumbled(command, self._facts)))
        return outcome, None

    async def _turned_away(self, arrival: Arrival) -> Outcome | None:
        """What whoever asks for something is told who may not; None for everything else."""
        if not isinstance(arrival, Command | Asked):
            return None
        missing = self._facts.missing(self._rules.gate.needs(arrival))
        if missing:
            await self._load(missing)
        refusal = self._rules.gate.refusal(arrival, self._facts)
        return Outcome(rulings=[("road", refusal)]) if refusal else None

    async def _retry(self, command: RetryQuarantined, moment: Moment) -> tuple[Outcome, int | None]:
        entry = await self._unit.quarantined(self._home, command.entry)
        number = (("entry", command.entry),)
        if entry is None:
            why = Phrase("road-quarantine-unknown", number)
            return Outcome(rulings=[("road", Ruling(rule="road/retry", why=(why,)))]), None
        arrival, room, seed = entry
        outcome = await self._turned_away(arrival)  # nobody looked at who asked, where it was set aside as a whole
        if outcome is None:
            only = None if room == EVERY_ROOM else room
            outcome = await self._rounds.rule(arrival, Moment(moment.now, seed), only)
        again = bool(outcome.stumbles)
        if again:
            outcome = Outcome()
        why = Phrase("road-quarantine-again" if again else "road-quarantine-released", number)
        outcome.rulings.append(("road", Ruling(rule="road/retry", why=(why,))))
        return outcome, None if again else command.entry

    async def _load(self, keys: set[FactKey]) -> None:
        self._facts.learn(await self._unit.load(self._home, keys))


def _answered(outcome: Outcome) -> bool:
    """Whether whoever asked hears anything."""
    return any(isinstance(effect, ReplyPrivately) for _, ruling in outcome.rulings for effect in ruling.effects)


def _enqueue(arrival: Arrival, rulings: Sequence[tuple[str, Ruling]]) -> list[Enqueued]:
    """The effects of an arrival, each under a key that is the same whenever the arrival is ruled on again."""
    wanted = [(effect, ruling.subject) for _, ruling in rulings for effect in ruling.effects]
    if not wanted:
        return []
    named = digest(f"{arrival.space} {arrival.id}", 16)
    return [
        Enqueued(
            EffectKey(f"{named}-{number}"),
            effect,
            getattr(effect, "account", None) or (subject.account if subject else None),
        )
        for number, (effect, subject) in enumerate(wanted)
    ]


def _simulated(enqueued: Enqueued, simulate: Simulate | None, now: datetime) -> Enqueued:
    if simulate is None:
        return enqueued
    try:
        return replace(enqueued, receipt=simulate(enqueued.effect, enqueued.key, now))
    except Refused as refused:
        return replace(enqueued, refusal=refused)


def _answer(enqueued: Enqueued, space: SpaceId, now: datetime) -> Arrival:
    if enqueued.refusal is not None:
        return ports.refused(enqueued.key, enqueued.effect, enqueued.refusal, space, now)
    receipt = enqueued.receipt or Receipt()
    return ports.delivered(enqueued.key, enqueued.effect, receipt, space, now)
