"""A community whose team takes measures, on a platform that notes what it feels, at the moments that events say."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from bot import codec
from bot.app.assembly import put_together
from bot.cases.sanctions import Sanction
from bot.effects import Effect
from bot.errors import Refused
from bot.events import ActionTaken, MemberJoined, Ticked
from bot.ids import AccountId, EffectKey, EventId, Platform, role_id
from bot.pipeline.moments import ReplayedMoments
from bot.pipeline.queue import LocalQueue
from bot.policy.book import Book
from bot.ports import Receipt
from bot.storage import tables
from bot.storage.store import Store
from tests.builders import CHANNEL, MONDAY, SPACE, message, someone
from tests.flow.governed import MODERATOR, OURS, Asking, community
from tests.flow.roads import COMMUNITY, road

SENIOR, HELPER = role_id(SPACE, "seniors"), role_id(SPACE, "helpers")
BOB, CLEO, MAX, SAM, SUE = (someone(name) for name in ("bob", "cleo", "max", "sam", "sue"))
HELPING, MODERATING = Asking("hal", HELPER), Asking("max", MODERATOR)
LEADING, SECONDING = Asking("sam", SENIOR), Asking("sue", SENIOR)


@dataclass
class Platformed:
    """What a platform was asked for, in order, and what it refuses."""

    felt: list[Any] = field(default_factory=list)
    refuses: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    """Who takes no direct messages."""

    def __call__(self, effect: Effect, key: EffectKey, now: datetime) -> Receipt:
        if effect.kind in self.refuses or (effect.kind == "send_direct" and effect.account in self.closed):
            raise Refused(f"no {effect.kind}")
        self.felt.append(effect)
        return Receipt(made=f"made-{key}", simulated=True)

    def kinds(self, account: str = BOB) -> list[str]:
        """The kinds of what was felt by somebody, in order."""
        return [one.kind for one in self.felt if getattr(one, "account", None) == account]


@asynccontextmanager
async def team(
    store: Store, platform: Platformed, cannot: frozenset[str] = frozenset(), **more: Any
) -> AsyncIterator[LocalQueue]:
    """The road of a community with helpers, moderators and seniors."""
    levels = {MODERATOR: "moderator", SENIOR: "senior", HELPER: "helper"}
    settings = community(levels=levels, **more)
    lacks = {Platform("fake"): cannot}
    book = Book.compile([OURS])
    made = put_together(COMMUNITY, settings, book, ReplayedMoments(), platform, cannot=lacks).rules
    async with road(store, made) as queue:
        yield queue


async def met(queue: LocalQueue) -> None:
    """Everybody was heard once, so that they are known."""
    names = ("bob", "cleo", "hal", "max", "sam", "sue")
    roles = {"hal": HELPER, "max": MODERATOR, "sam": SENIOR, "sue": SENIOR}
    for number, name in enumerate(names, 1):
        said = message("hello", number=number, by=name, after=number / 10)
        await queue.put([_with_roles(said, roles.get(name))])


def _with_roles(said: Any, role: Any) -> Any:
    return replace(said, roles=(role,) if role else ())


async def until(queue: LocalQueue, moment: timedelta) -> None:
    """Time passes."""
    at = MONDAY + moment
    await queue.put([Ticked(id=EventId(f"tick:{at.isoformat()}"), space=SPACE, at=at)])


async def sanctions(store: Store) -> list[Sanction]:
    """Every measure, in order of its name."""
    async with store.reading() as connection:
        found = await connection.scalars(select(tables.sanctions.c.data).order_by(tables.sanctions.c.sanction))
        return [codec.load_sanctions(one)[0] for one in found]


async def settled(store: Store) -> None:
    """Wait until nothing waits for its platform or for the road."""
    outbox = tables.outbox
    open_ones = outbox.c.state.in_(("pending", "sending")) | outbox.c.reported.is_(False)
    async with asyncio.timeout(10):
        while True:
            async with store.reading() as connection:
                if not await connection.scalar(select(func.count()).where(open_ones)):
                    return
            await asyncio.sleep(0.02)


async def case_log(store: Store) -> list[tuple[str, str, str]]:
    """Every line of every log: the case, what was done, and where it stands since."""
    log = tables.case_log
    async with store.reading() as connection:
        rows = await connection.execute(select(log.c.case, log.c.move, log.c.state).order_by(log.c.case, log.c.number))
        return [tuple(row) for row in rows]


def joined(number: int, account: AccountId = BOB, after: timedelta = timedelta(hours=1), **more: Any) -> MemberJoined:
    at = MONDAY + after
    return MemberJoined(id=EventId(f"joined:{number}"), space=SPACE, at=at, account=account, **more)


def by_hand(number: int, action: Any, after: float, **more: Any) -> ActionTaken:
    given: dict[str, Any] = {"account": BOB, "by": MAX, "channel": CHANNEL, **more}
    at = MONDAY + timedelta(seconds=after)
    return ActionTaken(id=EventId(f"audit:{number}"), space=SPACE, at=at, action=action, **given)


def keys(effect: Any) -> Iterator[str]:
    """The messages on a card."""
    card = effect.card
    for text in (*([card.title] if card.title else []), *card.body):
        if hasattr(text, "key"):
            yield text.key
