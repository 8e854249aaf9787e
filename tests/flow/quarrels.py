"""A community in which people quarrel, on a real road: what was written down of it, and what each of them was told."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot import codec
from bot.app.assembly import put_together
from bot.cases.case import Case
from bot.cases.lines import Line
from bot.effects import Effect, PostCard, ReplyPrivately, SendDirect
from bot.events import Cited, MemberJoined, Nearby, ReactionAdded, Ticked
from bot.ids import AccountId, EventId, Platform, RoleId, message_id
from bot.pipeline.moments import ReplayedMoments
from bot.pipeline.queue import LocalQueue
from bot.pipeline.rounds import Rooms
from bot.policy.book import Book
from bot.policy.pack import Pack
from bot.ports import Arrival
from bot.rooms import Room
from bot.storage import tables
from bot.storage.store import Store
from bot.views import Card
from tests.builders import CHANNEL, MONDAY, SPACE, message
from tests.flow.governed import MODERATOR, OURS, OWNER, TEAM, Asking, answered, community
from tests.flow.roads import COMMUNITY, road
from tests.unit.moderation.playing import texts, words
from tests.unit.policy.packs import pack, policy

__all__ = ["ADA", "BOB", "CEDRIC", "EVE", "MONA", "OTTO", "OWEN", "Town", "quarrel", "town"]

SENIOR = RoleId(f"{SPACE}/seniors")
LEVELS = {MODERATOR: "moderator", SENIOR: "senior", OWNER: "owner"}
ADA, BOB, EVE, CEDRIC = (Asking(name) for name in ("ada", "bob", "eva", "cedric"))
MONA, OTTO = Asking("mona", MODERATOR), Asking("otto", SENIOR)
OWEN = Asking("owen", OWNER)
HERE = (ADA, BOB, EVE, CEDRIC, MONA, OTTO, OWEN)
INSULT = message("nobody wants you here, ada", number=7, by="bob")
TALK = pack(policy('{ words = { any = ["wombat"] } }', name="wombats", then="{ open_case = true }"), name="talk")
_DAY = timedelta(days=1)


def quarrel(number: int = 7, text: str = INSULT.text, answers: AccountId | None = None) -> Cited:
    """A message of Bob's that hurts, with what stood around it."""
    around = (Nearby(message=message_id(CHANNEL, "6"), author=ADA.account, at=MONDAY, text="Hello everybody"),)
    return Cited(
        message=message_id(CHANNEL, str(number)),
        channel=CHANNEL,
        author=BOB.account,
        text=text,
        answers=answers,
        around=around,
    )


@dataclass
class Town:
    """The road, and the clock by which people act on it."""

    store: Store
    queue: LocalQueue
    numbers: int = 100
    seconds: float = 100

    async def send(self, *arrivals: Arrival) -> None:
        for one in arrivals:
            await self.queue.put([one])

    def now(self, after: timedelta = timedelta(seconds=1)) -> tuple[int, float]:
        self.numbers += 1
        self.seconds += after.total_seconds()
        return self.numbers, self.seconds

    async def report(self, who: Asking, cited: Cited | None = None, **said: str) -> None:
        number, at = self.now()
        form = who.send(number, "report", at, **{"what": "hurt", "reason": "It hurts", **said})
        await self.send(replace(form, cited=cited))

    async def dispute(self, who: Asking, **said: str) -> None:
        number, at = self.now()
        await self.send(who.send(number, "dispute", at, **{"what": "hurt", "happened": "He shouts", **said}))

    async def press(self, who: Asking, button: str, after: timedelta = timedelta(seconds=1)) -> None:
        number, at = self.now(after)
        card = message_id(TEAM, "card")
        await self.send(replace(who.press(number, button, at), channel=TEAM, message=card))

    async def fill(self, who: Asking, form: str, about: str, **said: str) -> None:
        number, at = self.now()
        await self.send(replace(who.send(number, form, at, **said), about=about))

    async def command(self, who: Asking, command: str, **said: str) -> None:
        number, at = self.now()
        await self.send(who.command(number, command, at, **said))

    async def react(self, who: Asking, emoji: str, cited: Cited, roles: tuple[str, ...] = (MODERATOR,)) -> None:
        number, at = self.now()
        await self.send(
            ReactionAdded(
                id=EventId(f"reacted:{number}"),
                space=SPACE,
                at=MONDAY + timedelta(seconds=at),
                message=cited.message,
                channel=cited.channel,
                account=who.account,
                emoji=emoji,
                roles=tuple(map(RoleId, roles)),
                cited=cited,
            )
        )

    async def wait(self, after: timedelta) -> None:
        """Time passes, and nothing else."""
        number, at = self.now(after)
        await self.send(Ticked(id=EventId(f"tick:{number}"), space=SPACE, at=MONDAY + timedelta(seconds=at)))

    async def case(self, number: str = "1") -> Case:
        async with self.store.reading() as connection:
            data = await connection.scalar(select(tables.cases.c.data).where(tables.cases.c.case == number))
        assert data is not None
        return codec.load_case(data)

    async def cases(self) -> list[str]:
        async with self.store.reading() as connection:
            return list(await connection.scalars(select(tables.cases.c.case).order_by(tables.cases.c.number)))

    async def log(self, number: str = "1") -> list[Line]:
        async with self.store.reading() as connection:
            details = tables.case_details
            asked = select(details.c.line).where(details.c.case == number).order_by(details.c.number)
            return [codec.load_line(one) for one in await connection.scalars(asked)]

    async def moves(self, number: str = "1") -> list[str]:
        return [line.move for line in await self.log(number)]

    async def effects(self) -> list[Effect]:
        async with self.store.reading() as connection:
            asked = select(tables.outbox.c.payload).order_by(tables.outbox.c.id)
            return [codec.load_effect(one) for one in await connection.scalars(asked) if one]

    async def told(self, who: Asking) -> str:
        """All that somebody read alone, in English."""
        kinds = (SendDirect, ReplyPrivately)
        cards = [one.card for one in await self.effects() if isinstance(one, kinds) and one.account == who.account]
        return "\n".join(words(card) for card in cards)

    async def answer(self, who: Asking) -> Card:
        """The last thing that somebody was answered."""
        found = [one for one in await self.effects() if isinstance(one, ReplyPrivately) and one.account == who.account]
        return found[-1].card

    async def channel(self) -> list[PostCard]:
        """What was posted for the team."""
        return [one for one in await self.effects() if isinstance(one, PostCard) and one.channel == TEAM]

    async def said_anywhere(self) -> str:
        """Every text of every card."""
        cards = [card for one in await self.effects() if isinstance(card := getattr(one, "card", None), Card)]
        return str([text for card in cards for text in texts(card)])

    async def stumbles(self) -> list[str]:
        """What a room stumbled over."""
        return await _stumbles(self.store)

    async def due(self) -> dict[str, Any]:
        """The timers that are armed."""
        async with self.store.reading() as connection:
            timers = tables.timers
            asked = select(timers.c.timer, timers.c.due_at).where(timers.c.due_at.is_not(None))
            return {row.timer: row.due_at for row in await connection.execute(asked)}


def arrivals() -> list[Arrival]:
    """Everybody comes in and says hello; the two of the team with their roles."""
    found: list[Arrival] = []
    for number, who in enumerate(HERE, 1):
        name = who.account.rpartition("/")[2]
        joined = MemberJoined(
            id=EventId(f"joined:{name}"),
            space=SPACE,
            at=MONDAY - _DAY * (40 + 10 * number),
            account=who.account,
            name=name.title(),
        )
        hello = replace(message("hello", number=number, by=name), roles=tuple(map(RoleId, who._given["roles"] or ())))
        found += [joined, replace(hello, at=MONDAY + timedelta(seconds=number))]
    return found


@asynccontextmanager
async def town(
    store: Store,
    *,
    cannot: Mapping[Platform, frozenset[str]] | None = None,
    also: Sequence[Room] = (),
    packs: Sequence[Pack] = (OURS, TALK),
    **more: Any,
) -> AsyncIterator[Town]:
    rules = Book.compile(packs)
    made = put_together(COMMUNITY, community(levels=LEVELS, **more), rules, ReplayedMoments(), answered, cannot=cannot)
    made.rules.rooms = Rooms((*made.rules.rooms._rooms, *also))
    async with road(store, made.rules) as queue:
        if not await _known(store):
            await queue.put(arrivals())
        yield Town(store, queue)
    assert await _stumbles(store) == []


async def _known(store: Store) -> bool:
    async with store.reading() as connection:
        return await connection.scalar(select(tables.accounts.c.account).limit(1)) is not None


async def _stumbles(store: Store) -> list[str]:
    async with store.reading() as connection:
        return list(await connection.scalars(select(tables.quarantine.c.error)))
