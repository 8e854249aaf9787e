"""Pages as they are visited: a doorkeeper and a road of the test's own behind them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta

from adapters.outside.adapter import OutsideAdapter
from adapters.outside.options import Options, Pages
from adapters.outside.tokens import Pass, Signer
from bot.errors import PalabreError
from bot.events import DoorUsed, Event
from bot.ids import CaseId, SpaceId
from bot.ports import Standing
from bot.views import Address, Doorway, Locale
from tests.builders import MONDAY, someone
from tests.fakes import FakeClock

KEY = "key of the test"
LIME = SpaceId("outside:lime")
ANA = someone("ana")


@dataclass
class House:
    """What is behind the pages."""

    stands: Standing | None = field(default_factory=lambda: Standing(word="decided", open=True))
    trouble: PalabreError | None = None
    clock: FakeClock = field(default_factory=FakeClock)
    heard: list[DoorUsed] = field(default_factory=list)
    port: int = 0

    async def standing(self, space: SpaceId, door: Doorway) -> Standing | None:
        assert (space, door.case) == (LIME, "12")
        return self.stands

    async def receive(self, events: Sequence[Event]) -> None:
        if self.trouble is not None:
            raise self.trouble
        for one in events:
            assert isinstance(one, DoorUsed)
            self.heard.append(one)
        if self.stands is not None:
            self.stands = replace(self.stands, open=False, used=True)

    def address(
        self, purpose: str = "appeal", *, locale: Locale = "en", address: Address = "tu", days: int = 14
    ) -> str:
        """Where a page is, until so many days from the beginning."""
        until = MONDAY + timedelta(days=days)
        whose = ANA if purpose == "appeal" else None
        door = Doorway(purpose=purpose, case=CaseId("12"), until=until, account=whose, number=5)  # type: ignore[arg-type]
        token = Signer((KEY,)).written(Pass(space=LIME, door=door, locale=locale, address=address))
        return f"{self.url}/{purpose}/{token}"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def open(self) -> AsyncIterator["House"]:
        pages = Pages(public_url="https://bot.example", keys=(KEY,), port=self.port)
        adapter = OutsideAdapter(Options(pages=pages), self, self.clock)
        running = asyncio.create_task(adapter.run(self.receive))
        try:
            while not adapter.port:
                assert not running.done(), running.exception()
                await asyncio.sleep(0.01)
            self.port = adapter.port
            yield self
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
