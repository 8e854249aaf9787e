"""Brakes on a real road: a policy that runs wild stops by itself, and what nobody felt yet never was."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.effects import DeleteMessage, EditCard, Effect, PostCard
from bot.errors import Unavailable
from bot.storage import overlay, tables
from bot.storage.store import Store
from tests.builders import message, someone
from tests.fakes import FakeAdapter
from tests.flow.governed import MODERATOR, TEAM, Asking, delivering, incident
from tests.flow.test_dispatch import until
from tests.flow.test_forgetting_requests import quiet
from tests.unit.moderation.playing import buttons, words

pytestmark = pytest.mark.story

MOD = Asking("mod", MODERATOR, channel=TEAM)


async def paused(store: Store) -> str | None:
    async with store.reading() as connection:
        fact = await overlay.load(connection, 1)
    return fact.values["paused"].value if "paused" in fact.values else None


async def states(store: Store) -> dict[str, str]:
    rows = tables.incidents
    async with store.reading() as connection:
        return dict((await connection.execute(select(rows.c.incident, rows.c.state))).all())


async def counted(store: Store, person: str, counter: str) -> int:
    rows = tables.counters
    async with store.reading() as connection:
        asked = select(rows.c.value).where(rows.c.key == f"{counter}|{someone(person)}")
        return await connection.scalar(asked) or 0


async def test_a_rule_that_runs_wild_stops_by_itself_and_a_person_lets_it_go_on(store: Store) -> None:
    adapter = FakeAdapter()
    async with delivering(store, adapter) as queue:
        for number in range(1, 14):
            await queue.put([message("a cat", number=number, by=f"p{number}")])
        await quiet(store)
        taken_down = [effect for _, effect in adapter.felt if isinstance(effect, DeleteMessage)]
        assert len(taken_down) <= 11
        assert await paused(store) == '["ours/cats"]'
        (card,) = [one.card for _, one in adapter.felt if isinstance(one, PostCard) and "resume" in buttons(one.card)]
        assert "Within an hour it fell upon 11 people" in words(card)
        await queue.put([MOD.press(50, "resume:ours/cats")])
        await queue.put([message("a cat", number=51, by="p51")])
        await quiet(store)
        assert await paused(store) is None
        assert len([effect for _, effect in adapter.felt if isinstance(effect, DeleteMessage)]) == len(taken_down) + 1


async def test_what_nobody_felt_when_a_rule_was_stopped_counts_for_nothing(store: Store) -> None:
    adapter = FakeAdapter()
    async with delivering(store, adapter) as queue:
        felt, waiting = message("a cat", number=1, by="ada"), message("a cat", number=2, by="ben")
        await queue.put([felt])
        await quiet(store)
        tried: list[str] = []

        def answer(effect: Effect) -> Unavailable | None:
            tried.append(effect.kind)
            away = effect.kind in {"delete_message", "send_direct"}
            return Unavailable("away", timedelta(minutes=1)) if away else None

        adapter.answer = answer
        await queue.put([waiting])
        await until(lambda: {"delete_message", "send_direct"} <= set(tried) and not adapter.busy_lanes)
        await until_pending(store)
        assert await counted(store, "ben", "policy:ours/cats") == 1
        await queue.put([MOD.command(10, "pause", policy="ours/cats")])
        assert await states(store) == {incident(felt): "standing", incident(waiting): "given_up"}
        assert await counted(store, "ben", "policy:ours/cats") == 0
        assert await counted(store, "ada", "policy:ours/cats") == 1
        await quiet(store)
    edits = [one for _, one in adapter.felt if isinstance(one, EditCard)]
    assert all(not buttons(one.card) for one in edits)


async def until_pending(store: Store) -> None:
    """Wait until nothing is on its way, and everything that was wanted of Ben still waits."""
    outbox = tables.outbox
    asked = select(outbox.c.state).where(outbox.c.account == someone("ben"), outbox.c.kind != "post_card")
    async with asyncio.timeout(10):
        while True:
            async with store.reading() as connection:
                if set(await connection.scalars(asked)) == {"pending"}:
                    return
            await asyncio.sleep(0.02)
