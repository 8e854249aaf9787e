"""What goes on behind a stage: what arrived, what became of it, and what was written down of it."""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from sqlalchemy import Column, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.app.clock import LapsingClock
from bot.ids import AccountId
from bot.ports import Arrival
from bot.storage import audit, tables
from bot.storage.batch import Ruled
from bot.storage.store import Store
from tests.wire.both.parity import HEARD, PEOPLE, Name, Records

_SECONDS = 25.0
Shown = TypeVar("Shown")


@dataclass
class Road:
    """The whole bot behind a stage: what arrived at it, and what became of that."""

    store: Store
    clock: LapsingClock
    names: Mapping[AccountId, Name]
    arrivals: list[Arrival] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _since: tuple[int, int, int] = (0, 0, 0)
    _old: frozenset[str] = frozenset()

    def watch(self, batch: Sequence[Ruled]) -> None:
        """Is shown every batch once it is committed."""
        self.arrivals += [one.arrival for one in batch]
        self._news.set()

    async def brings(self, deed: Callable[[], Awaitable[None]], kind: str, **like: object) -> None:
        """Do something, and wait until it has arrived and all that follows from it is done."""
        before = self._count(kind, like)
        await deed()
        await self.until(lambda: self._count(kind, like) > before, f"{kind} {like}")
        await self.rest()

    def _count(self, kind: str, like: Mapping[str, object]) -> int:
        return sum(
            getattr(one, "kind", "") == kind and all(getattr(one, name) == value for name, value in like.items())
            for one in self.arrivals
        )

    async def until(self, holds: Callable[[], bool], what: str = "") -> None:
        """Wait until something holds, looked at after every batch and every few milliseconds."""
        try:
            async with asyncio.timeout(_SECONDS):
                while not holds():
                    self._news.clear()
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._news.wait(), 0.01)
        except TimeoutError:
            kinds = Counter(str(getattr(one, "kind", type(one).__name__)) for one in self.arrivals)
            raise AssertionError(f"it never came: {what}; what came: {dict(kinds)}") from None

    async def rest(self) -> None:
        """Wait until no effect is on its way any more, and each outcome is known."""
        under_way = select(func.count()).where(tables.outbox.c.reported.is_(False))
        async with asyncio.timeout(_SECONDS):
            while await self._number(under_way):  # noqa: ASYNC110 - a row
                await asyncio.sleep(0.01)

    async def begin(self) -> None:
        """What comes from now on belongs to the story."""
        await self.rest()
        counted = (tables.events.c.seq, tables.rulings.c.number, tables.outbox.c.id)
        events, rulings, effects = [await self._number(select(func.coalesce(func.max(one), 0))) for one in counted]
        self._since = events, rulings, effects
        named = (
            tables.incidents.c.incident,
            tables.cases.c.case,
            tables.sanctions.c.sanction,
            tables.proposals.c.proposal,
        )
        async with self.store.reading() as connection:
            self._old = frozenset([f"{one}/{name}" for one in named for name in await connection.scalars(select(one))])

    async def wait(self, lasting: timedelta, advance: Callable[[float], None]) -> None:
        """Time passes for the bot and for its platform, and all that comes due is done."""
        await self.rest()
        self.clock.moved += lasting
        advance(lasting.total_seconds())
        due = select(func.count()).where(tables.timers.c.due_at <= self.clock.now())
        async with asyncio.timeout(_SECONDS):
            while await self._number(due):  # noqa: ASYNC110 - a row
                await asyncio.sleep(0.02)
        await self.rest()

    async def flaws(self) -> list[str]:
        """What does not fit in all that was written down so far."""
        async with self.store.reading() as connection:
            partitions = list(await connection.scalars(select(tables.partitions.c.id)))
            found = [one for part in partitions async for one in audit.flaws(connection, part, audit.Seen())]
            stumbles = await connection.scalars(select(tables.quarantine.c.error))
            return [*map(str, found), *stumbles]

    async def live(self, policy: str, mode: str) -> None:
        """Wait until a policy is in this mode."""
        column = tables.policy_activations.c
        latest = select(column.mode).where(column.policy == policy).order_by(column.number.desc()).limit(1)
        async with asyncio.timeout(_SECONDS):
            while True:
                async with self.store.reading() as connection:
                    if (await connection.execute(latest)).scalar_one_or_none() == mode:
                        break
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)  # the book is handed over right after the commit

    async def _number(self, asked: object) -> int:
        async with self.store.reading() as connection:
            return int((await connection.execute(asked)).scalar_one())  # type: ignore[call-overload]

    async def records(self) -> Records:
        """What was written down since `begin`; settings and people as they stand."""
        await self.rest()
        events, rulings, effects = self._since
        hit, ruled, setting, line = tables.policy_hits.c, tables.rulings.c, tables.settings.c, tables.case_log.c
        out, account, event = tables.outbox.c, tables.accounts.c, tables.events.c
        async with self.store.reading() as connection:
            hits = await connection.execute(select(hit.policy, hit.mode, hit.actions).where(hit.seq > events))
            rules = await connection.execute(select(ruled.room, ruled.rule).where(ruled.number > rulings))
            set_ = await connection.execute(select(setting.key, setting.value, setting.author))
            kinds = await connection.execute(select(out.kind, out.state).where(out.id > effects))
            moves = await connection.execute(select(line.move, line.state).where(line.seq > events))
            people = await connection.execute(
                select(account.account, account.name, account.locale).where(account.bot.is_(False))
            )
            told = await connection.execute(select(event.kind).where(event.seq > events, event.kind.in_(HEARD)))
            return Records(
                hits=Counter((one, mode, tuple(sorted(json.loads(actions)))) for one, mode, actions in hits),
                incidents=await self._incidents(connection),
                cases=await self._cases(connection),
                log=Counter((move, state) for move, state in moves),
                sanctions=await self._sanctions(connection),
                proposals=await self._proposals(connection),
                rulings=Counter((room, rule) for room, rule in rules),
                settings=Counter(
                    (self._named(key), self._named(_timeless(key, value)), self._name(author))
                    for key, value, author in set_
                ),
                outbox=Counter((kind, state) for kind, state in kinds),
                accounts=Counter((name, locale or "") for who, name, locale in people if who in self.names and name),
                heard=Counter(told.scalars()),
            )

    async def _incidents(self, connection: AsyncConnection) -> Counter[tuple[str, str, tuple[str, ...], str]]:
        one = tables.incidents.c
        found = await self._new(connection, one.incident, one.origin, one.state, one.details)
        return Counter((origin, state, *_measured(said)) for origin, state, said in found)

    async def _cases(self, connection: AsyncConnection) -> Counter[tuple[str, str, str, str]]:
        one = tables.cases.c
        found = await self._new(connection, one.case, one.kind, one.data, one.state, one.outcome)
        return Counter(
            (kind, codec.load_case(data).opening.door, state, outcome or "") for kind, data, state, outcome in found
        )

    async def _sanctions(self, connection: AsyncConnection) -> Counter[tuple[str, str]]:
        one = tables.sanctions.c
        found = await self._new(connection, one.sanction, one.name, one.state)
        return Counter((name, state) for name, state in found)

    async def _proposals(self, connection: AsyncConnection) -> Counter[tuple[str, str]]:
        one = tables.proposals.c
        found = await self._new(connection, one.proposal, one.data, one.state)
        return Counter((codec.load_proposal(data).kind, state) for data, state in found)

    async def _new(self, connection: AsyncConnection, name: Column[Any], *told: Column[Any]) -> list[tuple[Any, ...]]:
        """What is told of the rows that were not there when the story began."""
        rows = await connection.execute(select(name, *told))
        return [tuple(row[1:]) for row in rows if f"{name}/{row[0]}" not in self._old]

    def _named(self, written: str) -> str:
        """With the names of people in the place of their accounts."""
        for account, name in self.names.items():
            written = written.replace(account, name)
        return written

    def _name(self, account: str | None) -> str:
        return self.names.get(AccountId(account), "somebody else") if account else "nobody"


class Staged:
    """What all stages share: the bot behind them, and what was said before the story began."""

    _road: Road
    _lacks: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self._before: dict[str, Counter[str]] = {}
        """What was said to each person, and to the team under an empty name, before the story began."""
        self._old: frozenset[int] = frozenset()
        """The cards that had been before anybody by then."""
        self._calls = 0

    def behind(self, road: Road, lacks: frozenset[str]) -> None:
        """From now on the bot is there."""
        self._road, self._lacks = road, lacks

    @property
    def lacks(self) -> frozenset[str]:
        return self._lacks

    async def _done(self, deed: Callable[[], object], kind: str, **like: object) -> None:
        async def do() -> None:
            deed()

        await self._road.brings(do, kind, **like)

    async def begin(self) -> None:
        await self._road.begin()
        self._before = {who: Counter(self._private(who)) for who in PEOPLE} | {"": Counter(self._posted_to_team())}
        self._old = frozenset(id(one) for who in PEOPLE for one in self._seen_by(who))
        self._calls = len(self._called())

    def _fresh(self, cards: Iterable[Shown]) -> Iterator[Shown]:
        """Those of this story alone."""
        return (one for one in cards if id(one) not in self._old)

    def told(self, who: Name) -> str:
        return "\n".join(_new(self._private(who), self._before.get(who, Counter())))

    def cards(self) -> str:
        return "\n".join(_new(self._posted_to_team(), self._before.get("", Counter())))

    def called(self) -> frozenset[Name]:
        return frozenset(self._called()[self._calls :])

    async def wait(self, lasting: timedelta) -> None:
        await self._road.wait(lasting, self._advance)

    async def live(self, policy: str, mode: str) -> None:
        await self._road.live(policy, mode)

    async def records(self) -> Records:
        return await self._road.records()

    async def flaws(self) -> list[str]:
        return await self._road.flaws()

    def _private(self, who: Name) -> list[str]:
        """What was said to somebody alone."""
        raise NotImplementedError

    def _posted_to_team(self) -> list[str]:
        """What stands in the team's channel."""
        raise NotImplementedError

    def _seen_by(self, who: Name) -> Iterable[object]:
        """The cards before somebody, the latest first."""
        raise NotImplementedError

    def _called(self) -> list[Name]:
        """Whom the bot made look up so far."""
        raise NotImplementedError

    def _advance(self, seconds: float) -> None:
        """Time passes on the platform."""
        raise NotImplementedError


def _new(said: Iterable[str], before: Counter[str]) -> Iterator[str]:
    left = before.copy()
    for one in said:
        if left[one]:
            left[one] -= 1
        else:
            yield one


def _measured(written: str) -> tuple[tuple[str, ...], str]:
    details = json.loads(written)
    return tuple(sorted(one["name"] for one in details.get("measures", ()))), details.get("concern", "")


def _timeless(key: str, value: str) -> str:
    return "a moment" if key.startswith(("observing_", "away:")) else value
