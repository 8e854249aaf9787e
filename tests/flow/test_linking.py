"""One person with accounts on two platforms: joined by a code, remembered together, forgotten apart; in any batches."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.commands import ForgetAccount, HoldAccount
from bot.effects import Effect, ReplyPrivately
from bot.events import CommandInvoked
from bot.ids import AccountId, EffectKey, EventId, SpaceId, own_space, space_id
from bot.members import codes
from bot.pipeline.moments import ReplayedMoments
from bot.ports import Arrival, Receipt
from bot.storage import privacy, retention, tables
from bot.storage.store import Store
from tests.builders import MONDAY, message, someone
from tests.flow.governed import governed
from tests.flow.roads import COMMUNITY, everything, outcome, road, without_strangers
from tests.flow.test_members import people

pytestmark = pytest.mark.story

SLACK = space_id("slack", "T1")
HERE, THERE, OTHER = someone("ada"), someone("ada-l", SLACK), someone("bob")


def asked(number: int, command: str, account: AccountId, code: str = "") -> CommandInvoked:
    return CommandInvoked(
        id=EventId(f"ask:{number}"),
        space=SpaceId(account.partition("/")[0]),
        at=MONDAY + timedelta(seconds=number),
        account=account,
        channel=None,
        command=command,
        arguments=(("code", code),) if code else (),
    )


def code_of(ask: CommandInvoked) -> str:
    """What the bot tells whoever asks: moments of the past are made of what was asked."""
    return codes.fresh(ask.account, ReplayedMoments().of(ask))


def noted(effect: Effect, key: EffectKey, now: datetime) -> Receipt:
    return Receipt(made=f"made-{key}", simulated=True)


FIRST = asked(10, "link", HERE)
JOINED = [FIRST, asked(20, "link", THERE, code_of(FIRST))]


async def rows(store: Store, table: Any) -> list[Any]:
    async with store.reading() as connection:
        return list(await connection.execute(select(table)))


async def test_a_code_from_one_platform_joins_an_account_of_the_other(store: Store) -> None:
    async with road(store, governed()) as queue:
        await queue.put([FIRST])
        (kept,) = await rows(store, tables.link_codes)
        assert (kept.code, kept.account) == (codes.hashed(code_of(FIRST)), HERE)
        assert kept.expires_at == FIRST.at + codes.VALID_FOR
        await queue.put([JOINED[1]])
        assert await rows(store, tables.link_codes) == []
        assert await people(store) == {frozenset({HERE, THERE})}
        await queue.put([asked(30, "link", OTHER, code_of(FIRST))])
        await queue.put([asked(40, "unlink", HERE)])
        assert await people(store) == {frozenset({HERE}), frozenset({THERE}), frozenset({OTHER})}
    said = [row[4] for row in (await everything(store))["rulings"]]
    assert said == ["members/linked", "members/unlinked"]


async def test_what_happened_on_one_platform_leads_further_on_the_other(store: Store) -> None:
    async with road(store, governed()) as queue:
        await queue.put([message("my cat", number=1)])
        await queue.put(JOINED)
        await queue.put([message("my cat", number=30, by="ada-l", space=SLACK)])
        await queue.put([message("my cat", number=31, by="bob")])
    hits = await rows(store, tables.policy_hits)
    assert [json.loads(row.actions) for row in hits] == [["remove"], ["remove", "timeout"], ["remove"]]


async def test_a_code_is_erased_with_the_account_and_shown_to_whoever_asked_for_it(store: Store) -> None:
    async with road(store, governed()) as queue:
        await queue.put([message("hello"), FIRST])
        async with store.reading() as connection:
            kept = await privacy.kept(connection, 1, HERE)
        assert kept.counts["link_codes"] == 1
        forget = ForgetAccount(
            id=EventId("forget"),
            space=own_space(COMMUNITY),
            at=MONDAY + timedelta(seconds=15),
            caller=None,
            account=HERE,
        )
        await queue.put([forget])
        assert await rows(store, tables.link_codes) == []
        await queue.put([JOINED[1]])
    found = await everything(store)
    assert HERE not in str({name: some for name, some in found.items() if name != "spaces"})
    assert await people(store) == {frozenset({THERE})}


async def test_codes_go_once_their_time_is_over_but_not_those_of_an_account_under_hold(store: Store) -> None:
    hold = HoldAccount(
        id=EventId("hold"), space=own_space(COMMUNITY), at=MONDAY, caller=None, account=HERE, reason="a court"
    )
    async with road(store, governed()) as queue:
        await queue.put([message("hello"), hold])
        await queue.put([FIRST])
        await queue.put([asked(11, "link", THERE)])
    await retention.sweep(store, 1, MONDAY + timedelta(minutes=5), retention.Retention())
    assert len(await rows(store, tables.link_codes)) == 2
    await retention.sweep(store, 1, MONDAY + timedelta(minutes=11), retention.Retention())
    assert [row.account for row in await rows(store, tables.link_codes)] == [HERE]


async def test_one_of_two_joined_accounts_is_forgotten_and_the_other_keeps_what_is_its_own(store: Store) -> None:
    async with road(store, governed()) as queue:
        await queue.put([message("hello"), *JOINED])
        forget = ForgetAccount(
            id=EventId("forget"),
            space=own_space(COMMUNITY),
            at=MONDAY + timedelta(minutes=1),
            caller=None,
            account=THERE,
        )
        await queue.put([forget])
    assert await people(store) == {frozenset({HERE})}
    assert THERE not in str((await everything(store))["accounts"])


async def test_whoever_asks_is_answered_by_the_bot_alone(store: Store) -> None:
    wanted: list[Effect] = []

    def watched(effect: Effect, key: EffectKey, now: datetime) -> Receipt:
        wanted.append(effect)
        return noted(effect, key, now)

    async with road(store, governed(watched)) as queue:
        await queue.put([FIRST])
    (answer,) = wanted
    assert isinstance(answer, ReplyPrivately)
    assert code_of(FIRST) in str(answer.card)


accounts = st.sampled_from([HERE, THERE, OTHER])


@st.composite
def streams(draw: st.DrawFn) -> list[Arrival]:
    """Messages, codes that are asked for and told, rightly or wrongly, and erasures; some delivered twice."""
    found: list[Arrival] = []
    given_out: list[str] = ["ABCDEFGH"]
    for number in range(1, draw(st.integers(2, 16))):
        doing, who = draw(st.sampled_from(["say", "ask", "tell", "part", "forget"])), draw(accounts)
        if doing == "say":
            space = SpaceId(who.partition("/")[0])
            found.append(message("my cat", number=100 * number, by=who.rpartition("/")[2], space=space))
        elif doing == "ask":
            ask = asked(100 * number, "link", who)
            found.append(ask)
            given_out.append(code_of(ask))
        elif doing == "tell":
            found.append(asked(100 * number, "link", who, draw(st.sampled_from(given_out))))
        elif doing == "part":
            found.append(asked(100 * number, "unlink", who))
        else:
            at = MONDAY + timedelta(seconds=100 * number)
            named = {"id": EventId(f"forget:{number}"), "space": own_space(COMMUNITY), "at": at}
            found.append(ForgetAccount(caller=None, account=who, **named))  # type: ignore[arg-type]
    for place in draw(st.lists(st.integers(0, 30), max_size=3)):
        found.append(found[place % len(found)])
    return found


async def _result(template: Path, arrivals: Sequence[Arrival], at_once: int) -> dict[str, list[tuple[object, ...]]]:
    made_of = governed(noted)
    return without_strangers(await outcome(template, arrivals, made_of, at_once=at_once, look=people))


@given(arrivals=streams(), at_once=st.integers(2, 30))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_replay_gives_the_same_codes_and_the_same_people_in_any_batches(
    sqlite_template: Path, arrivals: list[Arrival], at_once: int
) -> None:
    assert await _result(sqlite_template, arrivals, at_once) == await _result(sqlite_template, arrivals, 1)
