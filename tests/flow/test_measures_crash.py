"""Property 15: killed at any point, a measure is stated once and felt once, and its statement is never missing."""

import asyncio
from collections import Counter

import pytest

from bot.effects import Effect
from bot.ids import EffectKey
from bot.measures.force import FORCE
from bot.ports import Receipt
from bot.storage.store import Store
from tests.fakes import FakeAdapter
from tests.flow.governed import delivering
from tests.flow.measures import BOB, MODERATING, sanctions, settled

ASKED = MODERATING.command(20, "timeout", account=BOB, reason="2 h called somebody names")
EFFECTS = 4
"""The statement, what it does, the answer to whoever asked, and the card of the team."""


class Mortal(FakeAdapter):
    """A platform whose process dies while it carries out one of its effects, felt already or not yet."""

    def __init__(self, dies_at: int, *, felt: bool) -> None:
        super().__init__(reads_back=True)
        self.died = asyncio.Event()
        self._calls, self._dies_at, self._felt = 0, dies_at, felt

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        self._calls += 1
        if self._calls == self._dies_at:
            if self._felt:
                await super().apply(effect, key=key)
            self.died.set()
            await asyncio.Event().wait()
        return await super().apply(effect, key=key)


@pytest.mark.parametrize("felt", [True, False], ids=["felt", "not felt yet"])
@pytest.mark.parametrize("dies_at", range(1, EFFECTS + 1))
async def test_property_15_a_measure_is_felt_once_wherever_the_process_dies(
    store: Store, dies_at: int, felt: bool
) -> None:
    platform = Mortal(dies_at, felt=felt)
    async with delivering(store, platform) as queue:
        await queue.put([ASKED])
        await asyncio.wait_for(platform.died.wait(), 5)
    again = FakeAdapter(reads_back=True)
    again.felt = platform.felt
    async with delivering(store, again) as queue:
        await queue.put([ASKED])
        await settled(store)
    times = Counter(key for key, _ in again.felt)
    once = {key for key, effect in again.felt if not effect.idempotent}
    assert {times[key] for key in once} == {1}
    assert len(times) == EFFECTS
    upon_bob = [effect.kind for _, effect in again.felt if getattr(effect, "account", None) == BOB]
    assert upon_bob[0] == "send_direct"
    assert upon_bob.count("send_direct") == 1
    assert {one for one in upon_bob if one in FORCE} == {"time_out_member"}
    (taken,) = await sanctions(store)
    assert (taken.id, taken.state) == ("1-2-1", "standing")
