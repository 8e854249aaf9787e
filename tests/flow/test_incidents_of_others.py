"""Reactions, actions by hand, refusals and late news through a database and back, and out of it again."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot import ports
from bot.app.assembly import put_together
from bot.commands import HoldAccount
from bot.effects import DeleteMessage, Effect
from bot.errors import Refused
from bot.events import ActionTaken, Cited, ReactionAdded
from bot.ids import EffectKey, EventId, MessageId, Platform, message_id, own_space, role_id
from bot.pipeline.moments import LiveMoments
from bot.pipeline.partition import Partition
from bot.pipeline.queue import LocalQueue
from bot.policy.book import Book
from bot.ports import Receipt
from bot.storage import outbox, tables
from bot.storage.store import Store
from bot.views import Phrase
from tests.builders import CHANNEL, MONDAY, SPACE, message, someone
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.governed import MODERATOR, OURS, TEAM, Asking, answered, community, delivering, governed, incident
from tests.flow.roads import COMMUNITY, everything, road
from tests.flow.test_dispatch import Wishes
from tests.flow.test_forgetting_requests import quiet
from tests.flow.test_privacy import traces

pytestmark = pytest.mark.story

ZORAN, MOD = someone("zoran"), someone("mod")
BOBS = message("quite other words", number=3, by="bob")
CARD = message_id(TEAM, "card")
ME, MODERATING = Asking("zoran"), Asking("mod", MODERATOR)
GONE = ME.send(90, "privacy-forget", sure="yes")
MOD_GONE = MODERATING.send(91, "privacy-forget", sure="yes")


def react(number: int, emoji: str, cited: Cited, by: str = "mod") -> ReactionAdded:
    return ReactionAdded(
        id=EventId(f"reacted:{number}"),
        space=SPACE,
        at=MONDAY + timedelta(seconds=number),
        message=cited.message,
        channel=cited.channel,
        account=someone(by),
        emoji=emoji,
        roles=(MODERATOR,),
        cited=cited,
    )


def unread(message: MessageId = BOBS.message) -> Cited:
    return Cited(message=message, channel=CHANNEL, author=BOBS.account, text="", readable=False)


def by_hand(second: int = 20, **more: Any) -> ActionTaken:
    usual: dict[str, Any] = {
        "action": "unban",
        "account": ZORAN,
        "by": MOD,
        "channel": CHANNEL,
        "reason": "a grave reason",
    }
    at = MONDAY + timedelta(seconds=second)
    return ActionTaken(id=EventId(f"audit:{second}"), space=SPACE, at=at, **{**usual, **more})


async def sent(store: Store, kind: str, channel: str | None = None) -> list[dict[str, Any]]:
    """The cards that were wanted, as JSON."""
    async with store.reading() as connection:
        asked = select(tables.outbox.c.payload).where(tables.outbox.c.kind == kind).order_by(tables.outbox.c.id)
        payloads = [json.loads(one) for one in await connection.scalars(asked) if one]
    return [one for one in payloads if channel is None or one["channel"] == channel]


async def incidents(store: Store) -> list[Any]:
    async with store.reading() as connection:
        return list((await connection.execute(select(tables.incidents).order_by("incident"))).all())


async def test_what_was_done_by_hand_comes_back_as_it_was(store: Store) -> None:
    roles = by_hand(21, action="add_role", role=role_id(SPACE, "R1"), channel=None)
    rule = by_hand(22, action="remove", by=None, number=4, reason="Blocked words", text="words")
    async with road(store, governed(answered)) as queue:
        await queue.put([by_hand(), roles])
        await queue.put([rule])
        await queue.put([replace(by_hand(), reason="told again")])
    rows = {row.at.second: row for row in await incidents(store)}
    assert [(row.origin, row.state) for row in rows.values()] == [("hand", "closed")] * 3
    assert {number: row.moved_by for number, row in rows.items()} == {20: MOD, 21: MOD, 22: None}
    measures = {number: json.loads(row.details)["measures"][0] for number, row in rows.items()}
    assert (measures[20]["name"], measures[21]["role"], measures[22]["number"]) == ("unban", f"{SPACE}/R1", 4)
    assert rows[22].text == "words"
    assert len(await sent(store, "post_card", TEAM)) == 2


async def test_whoever_acted_by_hand_is_forgotten_with_their_words(store: Store) -> None:
    async with road(store, governed(answered)) as queue:
        await queue.put([by_hand(reason="Mod's own reason")])
        assert traces(await everything(store), MOD, "own reason")
        await queue.put([MOD_GONE])
    found = await everything(store)
    assert traces(found, MOD, "own reason") == []
    (row,) = await incidents(store)
    assert (row.account, row.moved_by, row.reason, row.state) == (ZORAN, None, "", "closed")


async def test_whoever_it_was_done_to_is_forgotten_with_all_of_it(store: Store) -> None:
    alert = by_hand(21, action="alert", by=None, reason="Blocked words", text="a secret word")
    async with road(store, governed(answered)) as queue:
        await queue.put([by_hand(), alert])
        assert traces(await everything(store), ZORAN, "a secret word", "a grave reason")
        await queue.put([GONE])
    assert traces(await everything(store), ZORAN, "a secret word", "a grave reason") == []
    assert await incidents(store) == []


async def test_a_hold_on_whoever_acted_keeps_their_words_and_nothing_of_the_other(store: Store) -> None:
    held = HoldAccount(
        id=EventId("hold"), space=own_space(COMMUNITY), at=MONDAY, caller=None, account=MOD, reason="a letter"
    )
    async with road(store, governed(answered)) as queue:
        await queue.put([message("hello", number=5, by="mod"), by_hand(text="a secret word")])
        await queue.put([held])
        await queue.put([GONE])
    assert traces(await everything(store), ZORAN, "a secret word") == []
    (row,) = await incidents(store)
    assert (row.account, row.moved_by, row.reason) == (None, MOD, "a grave reason")


async def test_an_export_says_what_was_done_by_hand_but_neither_by_whom_nor_in_their_words(store: Store) -> None:
    adapter = FakeAdapter()
    async with delivering(store, adapter) as queue:
        await queue.put([by_hand()])
        await queue.put([ME.command(70, "privacy export")])
        await queue.put([MODERATING.command(71, "privacy export")])
        await quiet(store)
    theirs, own = [
        json.loads(effect.card.files[0].content) for _, effect in adapter.felt if effect.kind == "reply_privately"
    ]
    (row,) = theirs["incidents"]
    assert (row["origin"], row["state"]) == ("hand", "closed")
    assert not {"moved_by", "reason", "reporter"} & set(row)
    assert MOD not in str(theirs)
    assert [one["reason"] for one in own["actions"]] == ["a grave reason"]


def refusing(effect: Effect, key: EffectKey, now: datetime) -> Receipt:
    """A platform that takes nothing down and keeps nobody from writing."""
    if isinstance(effect, DeleteMessage):
        raise Refused("403", Phrase("road-too-long", (("most", 3),)))
    return Receipt(made=f"made-{key}", simulated=True)


async def test_refusals_are_told_once_an_hour_however_they_are_batched(store: Store) -> None:
    cats = [message("a cat", number=number, by=f"p{number}") for number in range(1, 8)]
    async with road(store, governed(refusing)) as queue:
        await queue.put(cats[:4])
        for one in cats[4:]:
            await queue.put([one])
        await queue.put([message("a cat", number=9, by="late", after=3_700)])
    told = [one for one in await sent(store, "post_card", TEAM) if "moderation-refused" in str(one)]
    assert len(told) == 2
    assert '["number", 6]' in json.dumps(told[1])
    assert [row for row in (await everything(store))["events"] if "effect_refused" in row and str(CHANNEL) in row] == []


async def test_what_came_too_late_is_not_told(store: Store) -> None:
    past = DeleteMessage(space=SPACE, channel=CHANNEL, message=BOBS.message, expires_at=MONDAY)
    async with road(store, governed(also=[Wishes(lambda event: [past])])) as queue:
        await queue.put([BOBS])
        async with store.claiming() as connection:
            now = MONDAY + timedelta(minutes=1)
            _, hopeless = await outbox.claim(connection, 1, [Platform("fake")], now, 9)
        (one,) = hopeless
        refusal = Refused(one.reason or "", one.because)
        await queue.put([ports.refused(one.claim.key, one.claim.effect, refusal, own_space(COMMUNITY), now)])
    assert await sent(store, "post_card", TEAM) == []


class Slow(FakeAdapter):
    """A platform that refuses everything, once it is let go on."""

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        await self.hang.wait()
        raise Refused("403")


async def test_a_refusal_that_comes_after_an_erasure_brings_nobody_back(store: Store) -> None:
    adapter = Slow()
    adapter.hang.clear()
    async with delivering(store, adapter) as queue:
        await queue.put(
            [message("my secret cat", number=1, by="zoran"), message("my secret cat", number=2, by="zoran")]
        )
        await queue.put([GONE])
        adapter.hang.set()
        await quiet(store)
    assert traces(await everything(store), ZORAN, "secret") == []


@asynccontextmanager
async def hearing_late(store: Store, late: timedelta) -> AsyncIterator[LocalQueue]:
    """The community as it is when it hears of everything so late."""
    queue, clock = LocalQueue(), FakeClock(MONDAY + late)
    made = put_together(COMMUNITY, community(), Book.compile([OURS]), LiveMoments(clock), answered)
    task = asyncio.create_task(Partition(COMMUNITY, store, queue, made.rules).run())
    try:
        yield queue
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_late_news_reach_the_team_and_can_be_judged_later_from_their_row(store: Store) -> None:
    cat = message("my cat", number=1, by="zoran")
    async with hearing_late(store, timedelta(hours=5)) as queue:
        await queue.put([cat])
        await queue.put([MODERATING.press(10, f"incident-right:{incident(cat)}")])
    assert await sent(store, "delete_message") == []
    assert await sent(store, "send_direct") == []
    (row,) = await incidents(store)
    details = json.loads(row.details)
    assert datetime.fromisoformat(details["learned_at"]) == MONDAY + timedelta(hours=5)
    assert details["withheld"] == ["remove"]
    for (card,) in (await sent(store, "post_card", TEAM), await sent(store, "edit_card", TEAM)):
        assert "moderation-late" in str(card)
