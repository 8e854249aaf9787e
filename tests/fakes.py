"""Hand-written stand-ins for the ports."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.effects import Effect, lane
from bot.errors import Refused, Unavailable
from bot.ids import EffectKey, Platform
from bot.ports import Capabilities, Receipt, Receive
from tests.builders import MONDAY


class FakeClock:
    """A clock that stands still until told otherwise."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def move(self, by: timedelta) -> None:
        self._now += by


class FakeAdapter:
    """A platform that does what it is asked, remembers it, and fails on demand."""

    platform = Platform("fake")

    def __init__(self, *, reads_back: bool = False) -> None:
        self.capabilities = Capabilities(effects=frozenset(), reads_back=reads_back)
        self.felt: list[tuple[EffectKey, Effect]] = []
        self.answer: Callable[[Effect], Receipt | Refused | Unavailable | Exception | None] = lambda effect: None
        self.pause = 0.0
        self.at_once = 0
        self.most_at_once = 0
        self.busy_lanes: set[str] = set()
        self.hang = asyncio.Event()
        self.hang.set()

    async def run(self, receive: Receive) -> None:
        raise NotImplementedError("tests put their events on the queue themselves")

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        assert lane(effect) not in self.busy_lanes, "two effects of one lane at the same time"
        self.busy_lanes.add(lane(effect))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(self.pause)
            answer = self.answer(effect)
            if isinstance(answer, Exception):
                raise answer
            self.felt.append((key, effect))
            await self.hang.wait()
            return answer or Receipt(made=f"made-{len(self.felt)}")
        finally:
            self.at_once -= 1
            self.busy_lanes.discard(lane(effect))

    async def recall(self, effect: Effect, *, key: EffectKey) -> Receipt | None:
        found = [number for number, (known, _) in enumerate(self.felt, 1) if known == key]
        return Receipt(made=f"made-{found[0]}") if found else None
