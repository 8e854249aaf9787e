"""Erasing somebody reaches what was done about them, reported, shown to others and said in answer to requests."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from bot.commands import BeginCommunity, HoldAccount
from bot.effects import ReplyPrivately
from bot.events import MemberJoined
from bot.ids import EventId, own_space
from bot.ports import Arrival
from bot.rooms import Room
from bot.storage import tables
from bot.storage.retention import Retention, sweep
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE, message, someone
from tests.fakes import FakeAdapter
from tests.flow.bygone_reports import Bygone
from tests.flow.governed import MODERATOR, OWNER, Asking, answered, delivering, edited, governed, incident
from tests.flow.roads import COMMUNITY, everything, road
from tests.flow.test_privacy import traces

ZORAN = someone("zoran")
BOSS, MOD, EVE, ME = Asking("boss", OWNER), Asking("mod", MODERATOR), Asking("eve"), Asking("zoran")
CAT = message("my secret cat", number=1, by="zoran")
AGAIN = message("another secret cat", number=2, by="zoran")
BOBS = message("quite other words", number=3, by="bob")
HIS = message("a cat of his", number=6, by="bob")
GONE = ME.send(90, "privacy-forget", sure="yes")


def life() -> Sequence[Arrival]:
    """All that can be known of somebody: done about them, reported of them and by them, set, shown to others."""
    return [
        CAT,
        AGAIN,
        BOBS,
        edited(AGAIN, "another secret cat, reworded", after=9),
        BOSS.send(10, "setup-person", account=ZORAN, level="helper"),
        EVE.report(11, CAT, "she is evil"),
        ME.report(12, BOBS, "a secret reason"),
        MOD.choose(13, "explain", CAT),
        ME.send(14, "policy-new", title="Owls", words="owl", then="alert", why_en="No owls."),
        MOD.press(15, f"incident-undo:{incident(CAT)}"),
        ME.press(16, f"incident-ask:{incident(AGAIN)}"),
        MOD.press(17, f"incident-talk:{incident(AGAIN)}"),
        ME.command(18, "privacy export"),
        ME.command(19, "language", language="fr"),
        ME.command(20, "policy explain", text="my secret cat"),
        MOD.choose(21, "explain", message("secretly quiet", number=4, by="zoran")),
        ME.press(22, "case-show:1"),
        BOSS.command(23, "settings"),
        HIS,
        ME.press(24, f"incident-talk:{incident(HIS)}"),
        Asking("bob").command(25, "privacy export"),
    ]


def held(name: str, number: int = 80) -> HoldAccount:
    return HoldAccount(
        id=EventId(f"hold:{number}"),
        space=own_space(COMMUNITY),
        at=MONDAY,
        caller=None,
        account=someone(name),
        reason="a letter",
    )


async def quiet(store: Store) -> None:
    """Wait until nothing waits for its platform or for the road."""
    outbox = tables.outbox
    open_ones = outbox.c.state.in_(("pending", "sending")) | outbox.c.reported.is_(False)
    async with asyncio.timeout(10):
        while True:
            async with store.reading() as connection:
                if not await connection.scalar(select(func.count()).where(open_ones)):
                    return
            await asyncio.sleep(0.02)


async def test_whoever_asks_to_be_forgotten_leaves_no_trace_in_any_table(store: Store) -> None:
    async with road(store, governed(answered)) as queue:
        for one in life():
            await queue.put([one])
        found = await everything(store)
        assert {table for table, _ in traces(found, ZORAN, "secret")} > {"incidents", "outbox", "settings", "events"}
        await queue.put([GONE])
    assert traces(await everything(store), ZORAN, "secret", "Zoran") == []


async def test_they_read_that_it_is_done_and_then_that_is_gone_too(store: Store) -> None:
    adapter = FakeAdapter()
    async with delivering(store, adapter) as queue:
        for one in life():
            await queue.put([one])
        await quiet(store)
        await queue.put([GONE])
        await quiet(store)
    answers = [effect for _, effect in adapter.felt if isinstance(effect, ReplyPrivately) and effect.to == GONE.id]
    assert ["members-forgotten" in str(one.card) for one in answers] == [True]
    assert traces(await everything(store), ZORAN, "secret", "Zoran") == []


async def test_what_was_on_its_way_arrives_and_is_emptied_then(store: Store) -> None:
    adapter = FakeAdapter()
    adapter.hang.clear()
    async with delivering(store, adapter) as queue:
        await queue.put([CAT, AGAIN])
        await queue.put([GONE])
        adapter.hang.set()
        await quiet(store)
    assert "delete_message" in {effect.kind for _, effect in adapter.felt}
    assert traces(await everything(store), ZORAN, "secret", "Zoran") == []


async def test_a_crash_right_after_an_erasure_does_not_keep_the_program_from_starting(store: Store) -> None:
    adapter = FakeAdapter()
    async with delivering(store, adapter) as queue:
        await queue.put([CAT])
        await quiet(store)
    async with store.writing() as connection:
        await connection.execute(tables.events.delete().where(tables.events.c.kind == "effect_delivered"))
        await connection.execute(tables.outbox.update().values(reported=False))
    async with road(store, governed()) as queue:
        await queue.put([GONE])
    async with delivering(store, adapter) as queue:
        await queue.put([BOBS])
        await quiet(store)
    assert traces(await everything(store), "secret") == []


async def test_somebody_who_only_ever_asked_is_forgotten_too(store: Store) -> None:
    async with road(store, governed(answered)) as queue:
        await queue.put([ME.command(1, "privacy show")])
        assert traces(await everything(store), ZORAN)
        await queue.put([GONE])
    assert traces(await everything(store), ZORAN) == []


async def test_the_first_days_do_not_remember_the_messages_of_whoever_was_forgotten(store: Store) -> None:
    begin = BeginCommunity(id=EventId("begin"), space=own_space(COMMUNITY), at=MONDAY, caller=None)
    async with road(store, governed(answered, observation_days=7)) as queue:
        await queue.put([begin])
        await queue.put([CAT, replace(CAT, id=EventId("bobs"), message=BOBS.message, account=someone("bob"))])
        await queue.put([GONE])
    async with store.reading() as connection:
        counters = tables.counters
        asked = select(counters.c.value, counters.c.recent).where(counters.c.key == "observed:ours/cats|everybody")
        value, recent = (await connection.execute(asked)).one()
    assert value == 2
    assert CAT.message not in recent
    assert BOBS.message in recent


async def test_the_first_days_do_not_name_whoever_joined(store: Store) -> None:
    joined = MemberJoined(id=EventId(f"joined:{ZORAN}"), space=SPACE, at=MONDAY, account=ZORAN, name="cat")
    begin = BeginCommunity(id=EventId("begin"), space=own_space(COMMUNITY), at=MONDAY, caller=None)
    async with road(store, governed(answered, observation_days=7)) as queue:
        await queue.put([begin])
        await queue.put([joined])
    found = await everything(store)
    assert any("observed:ours/names" in str(row) for row in found["counters"])
    assert ZORAN not in str([row for row in found["counters"] if "everybody" in row[1]])


async def test_a_hold_on_whoever_reported_keeps_their_words_and_nothing_else(store: Store) -> None:
    before = Bygone()
    async with road(store, governed(answered, also=[before])) as queue:
        await queue.put([replace(CAT, text="secret words")])
        await queue.put([before.report(5, CAT, "she is evil", by="eve")])
        await queue.put([held("eve")])
        await queue.put([GONE])
    await sweep(store, 1, MONDAY + timedelta(days=400), Retention())
    assert traces(await everything(store), ZORAN, "secret") == []
    assert await incidents(store, "text", "reason") == [("", "she is evil")]


async def test_a_hold_keeps_what_somebody_asked_to_erase(store: Store) -> None:
    async with road(store, governed(answered)) as queue:
        await queue.put([CAT])
        await queue.put([held("zoran")])
        await queue.put([GONE])
    await sweep(store, 1, MONDAY + timedelta(days=400), Retention())
    found = await everything(store)
    assert {"incidents", "outbox"} <= {table for table, _ in traces(found, "secret")}


async def test_time_empties_incidents_and_no_later_press_brings_the_words_back(store: Store) -> None:
    before = Bygone()
    async with road(store, governed(answered, also=[before])) as queue:
        await queue.put([CAT])
        await queue.put([before.report(11, CAT, "she is evil", by="eve")])
        await sweep(store, 1, MONDAY + timedelta(days=200), Retention())
        await queue.put([MOD.press(15, f"incident-right:{incident(CAT)}", after=200 * 86_400)])
    rows = (await everything(store))["incidents"]
    assert traces({"incidents": rows}, ZORAN, "secret", "evil", "eve") == []
    assert set(await incidents(store, "state")) == {("standing",), ("confirmed",)}


async def incidents(store: Store, *names: str) -> list[tuple[Any, ...]]:
    async with store.reading() as connection:
        rows = await connection.execute(select(*(tables.incidents.c[name] for name in names)))
        return [tuple(row) for row in rows]


async def exported(store: Store, *arrivals: Arrival, also: Sequence[Room] = ()) -> dict[str, Any]:
    """What somebody is handed who asks for all that is kept of them."""
    adapter = FakeAdapter()
    async with delivering(store, adapter, also=also) as queue:
        for one in (*arrivals, ME.command(70, "privacy export")):
            await queue.put([one])
        await quiet(store)
    (file,) = [file for _, effect in adapter.felt if isinstance(effect, ReplyPrivately) for file in effect.card.files]
    found: dict[str, Any] = json.loads(file.content)
    return found


async def test_an_export_does_not_say_that_somebody_told_the_team(store: Store) -> None:
    found = await exported(store, CAT, EVE.report(11, CAT, "she is evil"))
    assert "evil" not in str(found)
    assert someone("eve") not in str(found)
    assert [row["origin"] for row in found["incidents"]] == ["policy"]


async def test_an_export_holds_what_came_of_a_report_but_not_who_made_it_or_when(store: Store) -> None:
    before, said = Bygone(), message("quite other words", number=3, by="zoran")
    report = before.report(11, said, "she is evil", by="eve", state="removed")
    found = await exported(store, said, report, also=[before])
    (row,) = found["incidents"]
    assert (row["origin"], row["state"], row["text"]) == ("report", "removed", "quite other words")
    assert not {"reporter", "reason", "at"} & set(row)
    assert "evil" not in str(found)


async def test_what_is_looked_up_is_not_kept_as_a_decision(store: Store) -> None:
    async with road(store, governed(answered)) as queue:
        await queue.put([MOD.choose(13, "explain", BOBS)])
        await queue.put([BOSS.command(14, "policy explain", text="words to try")])
    assert (await everything(store))["ruling_details"] == []
