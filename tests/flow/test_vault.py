"""Secrets that platforms hand out: sealed with a key that the database never sees, taken once, gone in time."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from sqlalchemy import select, update

from bot.app.vault import StoredVault
from bot.errors import Complaints, Refused
from bot.ports import Vault
from bot.storage import tables
from bot.storage.store import Store
from tests.fakes import FakeClock
from tests.flow.roads import everything

FIRST, SECOND = (Fernet.generate_key().decode() for _ in range(2))


def vault(store: Store, *keys: str, clock: FakeClock | None = None) -> StoredVault:
    return StoredVault(store, SecretStr(",".join(keys)), clock or FakeClock())


@pytest.fixture
async def another(database: str, store: Store) -> AsyncIterator[Store]:
    """The same database, as another process opens it."""
    opened = await Store.open(database)
    yield opened
    await opened.close()


async def test_what_is_kept_is_given_back_and_the_database_alone_tells_nothing(store: Store) -> None:
    kept: Vault = vault(store, FIRST)
    await kept.keep("slack:T1", "xoxb-very-secret")
    assert await kept.open("slack:T1") == "xoxb-very-secret"
    assert await kept.open("slack:T2") is None
    rows = (await everything(store))["sealed"]
    assert len(rows) == 1
    assert "very-secret" not in str(rows)


async def test_the_latest_secret_holds(store: Store) -> None:
    kept = vault(store, FIRST)
    for secret in ("one", "two"):
        await kept.keep("slack:T1", secret)
    assert await kept.open("slack:T1") == "two"
    await kept.drop("slack:T1")
    await kept.drop("slack:T1")
    assert await kept.open("slack:T1") is None


async def test_names_are_found_by_how_they_begin(store: Store) -> None:
    kept = vault(store, FIRST)
    for name in ("slack:T2", "slack:T1", "state:1", "slack_:T3", "slack%"):
        await kept.keep(name, "x")
    assert await kept.names("slack:") == ["slack:T1", "slack:T2"]
    assert await kept.names("nothing") == []


async def test_what_is_past_its_time_is_not_given_and_goes_with_the_next_that_is_kept(store: Store) -> None:
    clock = FakeClock()
    kept = vault(store, FIRST, clock=clock)
    await kept.keep("state:1", "x", clock.now() + timedelta(minutes=10))
    await kept.keep("slack:T1", "y")
    clock.move(timedelta(minutes=10))
    assert await kept.open("state:1") is None
    assert await kept.take("state:1") is None
    assert await kept.names("") == ["slack:T1"]
    assert len((await everything(store))["sealed"]) == 2
    await kept.keep("state:2", "z")
    assert {row[0] for row in (await everything(store))["sealed"]} == {"slack:T1", "state:2"}


async def test_a_new_key_seals_and_the_earlier_one_still_opens(store: Store) -> None:
    await vault(store, FIRST).keep("slack:T1", "old")
    turned = vault(store, SECOND, f" {FIRST} ")
    assert await turned.open("slack:T1") == "old"
    await turned.keep("slack:T2", "new")
    assert await vault(store, SECOND).open("slack:T2") == "new"


@pytest.mark.parametrize("how", ["open", "take"])
async def test_a_key_that_does_not_fit_is_said_in_plain_words_and_nothing_is_lost(store: Store, how: str) -> None:
    await vault(store, FIRST).keep("slack:T1", "secret")
    wrong = vault(store, SECOND)
    with pytest.raises(Refused, match="add the earlier key to PALABRE_VAULT_KEY, after the new one and a comma"):
        await getattr(wrong, how)("slack:T1")
    assert await vault(store, FIRST).open("slack:T1") == "secret"


async def test_a_secret_that_was_moved_to_another_name_is_not_used(store: Store) -> None:
    kept = vault(store, FIRST)
    await kept.keep("slack:T1", "theirs")
    await kept.keep("slack:T2", "ours")
    async with store.writing() as connection:
        asked = select(tables.sealed.c.secret).where(tables.sealed.c.name == "slack:T1")
        theirs = await connection.scalar(asked)
        await connection.execute(update(tables.sealed).where(tables.sealed.c.name == "slack:T2").values(secret=theirs))
    with pytest.raises(Refused, match="somebody moved it"):
        await kept.open("slack:T2")


async def test_of_many_who_take_at_the_same_time_one_gets_it(store: Store, another: Store) -> None:
    vaults = [vault(one, FIRST) for one in (store, another)]
    for number in range(10):
        await vaults[0].keep(f"state:{number}", "once")
        found = await asyncio.gather(*(vaults[turn % 2].take(f"state:{number}") for turn in range(6)))
        assert sorted(found, key=str) == [None] * 5 + ["once"]


async def test_of_many_who_keep_at_the_same_time_one_holds(store: Store, another: Store) -> None:
    vaults = [vault(one, FIRST) for one in (store, another)]
    await asyncio.gather(*(vaults[turn % 2].keep("slack:T1", f"secret {turn}") for turn in range(8)))
    assert await vaults[0].open("slack:T1") in {f"secret {turn}" for turn in range(8)}


@pytest.mark.parametrize("key", [None, SecretStr(""), SecretStr(" , ")])
async def test_without_a_key_it_says_which_variable_is_missing_and_how_to_make_one(
    store: Store, key: SecretStr | None
) -> None:
    with pytest.raises(
        Complaints, match="PALABRE_VAULT_KEY: there is no key to seal or sign with; make one: python -c"
    ):
        StoredVault(store, key, FakeClock())


@pytest.mark.parametrize("key", ["secret", FIRST[:-3], f"{FIRST},nonsense"], ids=["secret", "short", "second"])
async def test_what_is_no_key_is_not_taken_for_one_and_not_repeated(store: Store, key: str) -> None:
    with pytest.raises(Complaints, match="PALABRE_VAULT_KEY: this is no key") as caught:
        vault(store, key)
    assert key not in str(caught.value)
