"""Erasing somebody leaves no name, no text and no way back, and the sums still add up."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from bot.commands import ForgetAccount, HoldAccount, Level, ReleaseAccount, RetryQuarantined
from bot.effects import Effect, ReplyPrivately, SendDirect
from bot.events import MessagePosted
from bot.facts import FactKey, Facts
from bot.ids import AccountId, EffectKey, EventId, own_space
from bot.ports import Receipt
from bot.records import Counted, Record
from bot.rooms import Input, Moment, Ruling, Subject
from bot.storage import privacy, questions, tables
from bot.storage.retention import Retention, sweep
from bot.storage.store import Store
from bot.views import Card, Verbatim
from tests.builders import MONDAY, message, someone
from tests.flow.roads import COMMUNITY, everything, road, rules

ZORAN = someone("zoran")


@dataclass
class Strict:
    """Rules on every message: keeps evidence, counts, writes to its author; stumbles over some."""

    broken: bool = True
    name: str = "strict"
    hears: frozenset[type] = frozenset({MessagePosted})
    keeps: frozenset[type] = frozenset()

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        if not isinstance(given, MessagePosted):
            return ()
        if "stumble" in given.text and self.broken:
            raise ValueError(given.text)
        told = SendDirect(
            space=given.space, account=given.account, card=Card(body=(Verbatim(given.text),)), locale="en"
        )
        return (
            Ruling(
                rule="strict/all",
                why=(Verbatim(f"because of {given.name}"),),
                subject=Subject(account=given.account, channel=given.channel, message=given.message),
                records=(Counted(counter="strict", of=given.account, by=1, at=given.at),),
                effects=(told,),
            ),
        )

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        return


def told(effect: Effect, key: EffectKey, now: datetime) -> Receipt:
    assert isinstance(effect, SendDirect | ReplyPrivately)
    return Receipt(made=f"{effect.account}/direct/{key}", simulated=True)


def forget(number: int, account: AccountId = ZORAN, caller: AccountId | None = None) -> ForgetAccount:
    return ForgetAccount(
        id=EventId(f"ask:{number}"),
        space=own_space(COMMUNITY),
        at=MONDAY + timedelta(days=1),
        caller=caller,
        account=account,
    )


def conversation() -> list[MessagePosted]:
    return [
        *(message(f"secret words {n}", number=n, by="zoran") for n in range(1, 6)),
        *(message(f"other words {n}", number=n, by="bob") for n in range(6, 9)),
        message("stumble over secret words", number=9, by="zoran"),
    ]


def traces(found: dict[str, list[tuple[Any, ...]]], *wanted: str) -> list[tuple[str, str]]:
    """Every cell that holds any of the wanted words; an event's own id may, since it is needed to know it again."""
    return [
        (table, str(cell))
        for table, rows in found.items()
        for row in rows
        for cell in row
        for word in wanted
        if word.lower() in str(cell).lower()
    ]


async def test_forgetting_leaves_no_name_no_text_and_no_account(store: Store) -> None:
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(conversation())
        assert traces(await everything(store), ZORAN, "Zoran", "secret")
        await queue.put([forget(1)])
    found = await everything(store)
    assert traces(found, ZORAN, "Zoran", "secret") == []
    assert len(found["quarantine"]) == 0


async def test_the_others_and_the_sums_stay(store: Store) -> None:
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(conversation())
        async with store.reading() as connection:
            before = await questions.stats(connection, 1)
        await queue.put([forget(1)])
    async with store.reading() as connection:
        after = await questions.stats(connection, 1)
        assert await questions.broken_chain(connection, 1) == []
    assert (after.messages, after.people) == (before.messages, before.people) == (9, 2)
    found = await everything(store)
    assert [row[1] for row in found["accounts"]] == [someone("bob")]
    assert [row[1] for row in found["counters"]] == [f"strict|{someone('bob')}"]


async def test_someone_forgotten_who_comes_back_starts_anew(store: Store) -> None:
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(conversation())
        await queue.put([forget(1)])
        await queue.put([message("hello again", number=20, by="zoran", after=90000)])
    async with store.reading() as connection:
        counters = tables.counters
        value = select(counters.c.value).where(counters.c.key == f"strict|{ZORAN}")
        assert await connection.scalar(value) == 1
        mine = select(func.count()).where(tables.events.c.account == ZORAN)
        assert await connection.scalar(mine) == 1


async def test_a_replay_after_forgetting_brings_nothing_back(store: Store) -> None:
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(conversation())
        await queue.put([forget(1)])
        await queue.put(conversation())
    assert traces(await everything(store), ZORAN, "Zoran", "secret") == []


async def test_a_legal_hold_keeps_everything_until_it_is_released(store: Store) -> None:
    held = HoldAccount(
        id=EventId("ask:1"), space=own_space(COMMUNITY), at=MONDAY, caller=None, account=ZORAN, reason="letter 12/2026"
    )
    released = ReleaseAccount(id=EventId("ask:3"), space=own_space(COMMUNITY), at=MONDAY, caller=None, account=ZORAN)
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(conversation())
        await queue.put([held])
        await queue.put([forget(2)])
        assert traces(await everything(store), "secret")
        await queue.put([released])
        await queue.put([forget(4)])
    found = await everything(store)
    assert traces(found, ZORAN, "secret", "letter 12/2026") == []
    assert [row[4] for row in found["rulings"]][-4:] == [
        "members/hold-placed",
        "members/held",
        "members/hold-released",
        "members/forgotten",
    ]


async def test_only_the_operator_may_erase(store: Store) -> None:
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(conversation())
        await queue.put([forget(1, caller=someone("bob"))])
    found = await everything(store)
    assert traces(found, "secret")
    assert found["rulings"][-1][4] == "road/not-allowed"
    assert ForgetAccount.requires is Level.OPERATOR


async def test_an_export_holds_everything_about_one_account_and_nothing_of_others(store: Store) -> None:
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(conversation())
    async with store.reading() as connection:
        assert await privacy.find(connection, 1, "@Zoran") == [(ZORAN, "Zoran")]
        assert await privacy.find(connection, 1, "zoran") == [(ZORAN, "Zoran")]
        assert await privacy.find(connection, 1, ZORAN) == [(ZORAN, "Zoran")]
        found = await privacy.export(connection, 1, ZORAN)
    assert set(found) == {"accounts", "activity", "counters", "events", "ruling_details", "outbox", "quarantine"}
    assert len(found["ruling_details"]) == 5
    assert "bob" not in json.dumps(found, default=str).lower()


async def test_old_activity_becomes_daily_sums_and_the_counts_stay(store: Store) -> None:
    early = [message("a", number=n, by="zoran" if n % 2 else "bob", after=n * 3600) for n in range(1, 60)]
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(early)
    async with store.reading() as connection:
        before = await questions.stats(connection, 1)
    now = MONDAY + timedelta(days=91, hours=12)
    for _ in range(2):
        await sweep(store, 1, now, Retention())
        async with store.reading() as connection:
            after = await questions.stats(connection, 1)
        assert (after.messages, after.people, after.channels) == (before.messages, before.people, before.channels)
    found = await everything(store)
    assert sum(row[5] for row in found["activity_daily"] if row[2] == "message_posted") == 14
    single = [row for row in found["events"] if row[8] is not None and row[4] == "message_posted"]
    assert len(single) == 59 - 14
    assert all(row[5] >= MONDAY.replace(hour=0) + timedelta(days=1) for row in single)


async def test_texts_and_evidence_go_after_their_time_but_not_under_a_hold(store: Store) -> None:
    held = HoldAccount(
        id=EventId("ask:1"), space=own_space(COMMUNITY), at=MONDAY, caller=None, account=ZORAN, reason="letter"
    )
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(conversation())
        await queue.put([held])
    await sweep(store, 1, MONDAY + timedelta(days=400), Retention())
    found = await everything(store)
    left = {table for table, _ in traces(found, "other words", someone("bob"))}
    assert left == {"accounts", "activity", "activity_daily", "counters", "members"}
    assert traces(found, "secret")
    async with store.reading() as connection:
        assert await questions.broken_chain(connection, 1) == []


async def test_what_was_set_aside_can_be_ruled_on_once_the_room_is_mended(store: Store) -> None:
    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put(conversation())
    async with store.reading() as connection:
        entry = await connection.scalar(select(tables.quarantine.c.id))
    assert entry is not None

    def retry(number: int) -> RetryQuarantined:
        return RetryQuarantined(
            id=EventId(f"ask:{number}"), space=own_space(COMMUNITY), at=MONDAY, caller=None, entry=entry
        )

    async with road(store, rules(Strict(), simulate=told)) as queue:
        await queue.put([retry(1)])
    async with store.reading() as connection:
        assert (await questions.trouble(connection, 1)).quarantined
    async with road(store, rules(Strict(broken=False), simulate=told)) as queue:
        await queue.put([retry(2), retry(3)])
    async with store.reading() as connection:
        assert (await questions.trouble(connection, 1)).quarantined == ()
        counted = select(tables.counters.c.value).where(tables.counters.c.key == f"strict|{ZORAN}")
        assert await connection.scalar(counted) == 6
