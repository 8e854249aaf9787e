"""What nobody reaches by guessing a number, making up a button, or asking with another account."""

from dataclasses import replace

import pytest

from bot.effects import SendDirect
from bot.events import Cited
from bot.storage.store import Store
from tests.flow.quarrels import ADA, BOB, CEDRIC, MONA, OTTO, OWEN, Town, quarrel, town
from tests.unit.moderation.playing import keys, words


def of_the_team() -> Cited:
    """A message by one of the seniors that hurts."""
    return replace(quarrel(), author=OTTO.account)


async def test_a_complaint_about_one_of_the_team_is_seen_by_those_alone_who_are_named_as_its_readers(
    store: Store,
) -> None:
    async with town(store) as here:
        await here.report(ADA, of_the_team())
        assert "only those who answer for the community read it" in await here.told(ADA)
        for button in ("case-show:1", "case-claim:1", "case-evidence:1"):
            await here.press(MONA, button)
            assert keys(await here.answer(MONA)) == ["case-unknown"]
        await here.command(MONA, "case list")
        assert keys(await here.answer(MONA)) == ["case-list-nothing"]
        await here.command(MONA, "queue")
        assert "team-queue-nothing" in keys(await here.answer(MONA))
        await here.press(OWEN, "case-claim:1")
        assert (await here.case()).handler == OWEN.account


async def test_danger_at_the_hands_of_one_of_the_team_calls_somebody_who_may_read_of_it(store: Store) -> None:
    async with town(store) as here:
        await here.fill(OWEN, "oncall", "", first=MONA.account)
        await here.report(ADA, of_the_team(), what="danger")
        letters = [one for one in await here.effects() if isinstance(one, SendDirect)]
        called = [one.account for one in letters if "case-on-call" in keys(one.card)]
        assert MONA.account not in called
        assert OWEN.account in called
