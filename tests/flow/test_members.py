"""People with several accounts: joined, parted, forgotten; in whatever batches it comes."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.commands import Command, ForgetAccount, LinkAccounts, UnlinkAccount
from bot.events import MemberJoined, MemberLeft, MemberRenamed, MemberRolesChanged, SpaceJoined
from bot.ids import AccountId, EventId, own_space, role_id, space_id
from bot.ports import Arrival
from bot.storage import tables
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE, message, someone
from tests.flow.roads import COMMUNITY, everything, outcome, road, rules, without_strangers

pytestmark = pytest.mark.story

SLACK = space_id("slack", "T1")
ON_DISCORD, ON_SLACK, OTHER = someone("ada"), someone("ada-l", SLACK), someone("bob")


def ask(number: int, kind: type[Command], account: AccountId, **more: AccountId) -> Command:
    moment = MONDAY + timedelta(minutes=number)
    space = own_space(COMMUNITY)
    return kind(id=EventId(f"ask:{number}"), space=space, at=moment, caller=None, account=account, **more)  # type: ignore[arg-type, call-arg]


async def people(store: Store) -> set[frozenset[str]]:
    """Who is one person with whom, as accounts say it; and the members' own lists must agree."""
    async with store.reading() as connection:
        rows = (await connection.execute(select(tables.accounts.c.account, tables.accounts.c.member))).all()
    grouped: dict[str, set[str]] = {}
    for account, member in rows:
        grouped.setdefault(member, set()).add(account)
    members = [row[1:3] for row in (await everything(store))["members"]]
    listed = {member: own for member, accounts in members if (own := set(_list(accounts)))}
    assert listed == grouped
    return {frozenset(accounts) for accounts in grouped.values()}


def _list(text: str) -> list[str]:
    return list(json.loads(text))


MET: list[Arrival] = [
    message("hello", number=1, by="ada"),
    message("hello", number=2, by="bob"),
    message("hello", number=3, by="ada-l", space=SLACK),
]


async def test_two_accounts_become_one_person_and_part_again(store: Store) -> None:
    async with road(store, rules()) as queue:
        await queue.put(MET)
        assert await people(store) == {frozenset({ON_DISCORD}), frozenset({ON_SLACK}), frozenset({OTHER})}
        await queue.put([ask(1, LinkAccounts, ON_SLACK, to=ON_DISCORD), ask(2, LinkAccounts, ON_DISCORD, to=ON_SLACK)])
        assert await people(store) == {frozenset({ON_DISCORD, ON_SLACK}), frozenset({OTHER})}
        await queue.put([ask(3, UnlinkAccount, ON_DISCORD)])
        assert await people(store) == {frozenset({ON_DISCORD}), frozenset({ON_SLACK}), frozenset({OTHER})}
    said = [row[4] for row in (await everything(store))["rulings"]]
    assert said == ["members/linked", "members/linked-already", "members/unlinked"]


async def test_one_account_is_forgotten_and_the_other_stays(store: Store) -> None:
    async with road(store, rules()) as queue:
        await queue.put(MET)
        await queue.put([ask(1, LinkAccounts, ON_SLACK, to=ON_DISCORD), ask(2, ForgetAccount, ON_DISCORD)])
        assert await people(store) == {frozenset({ON_SLACK}), frozenset({OTHER})}
        await queue.put([message("back", number=4, by="ada")])
        assert await people(store) == {frozenset({ON_DISCORD}), frozenset({ON_SLACK}), frozenset({OTHER})}


async def test_somebody_unknown_cannot_be_linked(store: Store) -> None:
    async with road(store, rules()) as queue:
        await queue.put(MET)
        await queue.put(
            [ask(1, LinkAccounts, ON_SLACK, to=someone("nobody")), ask(2, UnlinkAccount, someone("nobody"))]
        )
    assert [row[4] for row in (await everything(store))["rulings"]] == ["members/unknown"] * 2


async def test_names_roles_and_presence_are_followed(store: Store) -> None:
    ada, moment = someone("ada"), MONDAY + timedelta(hours=1)
    boss = role_id(SPACE, "boss")
    async with road(store, rules()) as queue:
        await queue.put(
            [
                MemberJoined(id=EventId("j"), space=SPACE, at=MONDAY, account=ada, name="Ada"),
                MemberRenamed(id=EventId("n"), space=SPACE, at=MONDAY, account=ada, name="Countess"),
                MemberRolesChanged(id=EventId("r"), space=SPACE, at=MONDAY, account=ada, roles=(boss,)),
                MemberLeft(id=EventId("l"), space=SPACE, at=moment, account=ada),
            ]
        )
    async with store.reading() as connection:
        row = (await connection.execute(select(tables.accounts))).one()
    assert (row.name, row.roles, row.joined_at, row.left_at) == ("Countess", f'["{boss}"]', MONDAY, moment)


accounts = st.sampled_from([ON_DISCORD, ON_SLACK, OTHER])
requests = st.one_of(
    st.tuples(st.just(LinkAccounts), accounts, accounts),
    st.tuples(st.just(UnlinkAccount), accounts, accounts),
    st.tuples(st.just(ForgetAccount), accounts, accounts),
)


@st.composite
def streams(draw: st.DrawFn) -> list[Arrival]:
    """Messages and requests about three accounts, some delivered twice."""
    found: list[Arrival] = list(MET)
    for number in range(draw(st.integers(1, 14))):
        if draw(st.booleans()):
            kind, account, other = draw(requests)
            more = {"to": other} if kind is LinkAccounts else {}
            found.append(ask(100 + number, kind, account, **more))
        else:
            name, space = draw(st.sampled_from([("ada", SPACE), ("ada-l", SLACK), ("bob", SPACE)]))
            found.append(message("hi", number=10 + number, by=name, space=space))
    for place in draw(st.lists(st.integers(0, 30), max_size=5)):
        found.append(found[place % len(found)])
    return found


async def _result(template: Path, arrivals: Sequence[Arrival], at_once: int) -> dict[str, list[tuple[object, ...]]]:
    return without_strangers(await outcome(template, arrivals, rules(), at_once=at_once, look=people))


@given(arrivals=streams(), at_once=st.integers(2, 30))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_linking_and_forgetting_give_the_same_in_any_batches(
    sqlite_template: Path, arrivals: list[Arrival], at_once: int
) -> None:
    assert await _result(sqlite_template, arrivals, at_once) == await _result(sqlite_template, arrivals, 1)


async def test_whoever_a_space_belongs_to_is_known_before_they_ever_write(store: Store) -> None:
    joined = SpaceJoined(id=EventId("joined"), space=SPACE, at=MONDAY, name="Here", owner=someone("odile"))
    again = replace(joined, id=EventId("again"))
    async with road(store, rules()) as queue:
        await queue.put([joined])
        await queue.put([again])
        await queue.put([replace(message("hello", by="odile"), roles=())])
    async with store.reading() as connection:
        asked = select(tables.accounts.c.account, tables.accounts.c.name, tables.accounts.c.roles)
        (known,) = (await connection.execute(asked)).all()
    assert (known.account, known.roles) == (someone("odile"), "[]")
