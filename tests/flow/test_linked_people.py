"""What it means that two accounts are one person's: for what holds them, for a circle, and for conflicts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.commands import ForgetAccount
from bot.effects import SendDirect, TimeOutMember
from bot.ids import EventId, own_space
from bot.storage import retention, tables
from bot.storage.store import Store
from bot.views import Phrase
from tests.builders import MONDAY, SPACE
from tests.flow.governed import Asking
from tests.flow.quarrels import ADA, BOB, CEDRIC, MONA, OTTO, OWEN, Town, quarrel, town
from tests.flow.roads import COMMUNITY
from tests.flow.test_what_each_is_told import JURORS, gather
from tests.unit.moderation.playing import keys

pytestmark = pytest.mark.story

DAY = timedelta(days=1)


async def link(here: Town, one: Asking, other: Asking) -> None:
    """The second one tells the code that the first one asked for."""
    await here.command(one, "link")
    said = (await here.answer(one)).body[0]
    assert isinstance(said, Phrase)
    await here.command(other, "link", code=str(dict(said.arguments)["code"]))


async def test_what_holds_somebody_holds_an_account_at_once_that_they_link(store: Store) -> None:
    async with town(store) as here:
        await here.command(MONA, "timeout", account=BOB.account, reason="2 h names")
        await link(here, BOB, CEDRIC)
        theirs = [one for one in await here.effects() if getattr(one, "account", None) == CEDRIC.account]
        assert [type(one) for one in theirs if not hasattr(one, "to")] == [SendDirect, TimeOutMember]
        assert "What holds there holds here too" in await here.told(CEDRIC)
        await here.command(CEDRIC, "unlink")
        assert len([one for one in await here.effects() if isinstance(one, TimeOutMember)]) == 2


async def asked_of_a_circle(here: Town) -> list[Asking]:
    """Those who sit there, about something that Bob wrote."""
    await here.fill(OWEN, "setup-team", "", profile="large", managers_channel=f"{SPACE}/team")
    await gather(here)
    await here.report(ADA, quarrel())
    await here.press(MONA, "case-claim:1")
    await here.fill(MONA, "case-escalate", "1", text="Too close to call.")
    await here.press(OTTO, "case-empanel:1")
    circle = (await here.case()).circle
    assert circle is not None
    return [next(one for one in JURORS if one.account == seat) for seat in circle.seated]


async def test_two_who_turn_out_to_be_one_have_one_ballot(store: Store) -> None:
    async with town(store) as here:
        sitting = await asked_of_a_circle(here)
        for number, who in enumerate(sitting):
            await here.press(who, f"ballot:1:{'measure' if number in (0, 4) else 'nothing'}")
        await link(here, sitting[0], sitting[4])
        await here.wait(4 * DAY)
        tally = next(line.tally for line in await here.log() if line.tally is not None)
        assert (tally.seated, tally.measure, tally.nothing) == (4, 1, 3)


async def test_whoever_turns_out_to_be_one_of_the_two_has_no_ballot(store: Store) -> None:
    async with town(store) as here:
        sitting = await asked_of_a_circle(here)
        for number, who in enumerate(sitting):
            await here.press(who, f"ballot:1:{'measure' if number < 3 else 'nothing'}")
        await link(here, BOB, sitting[4])
        await here.wait(4 * DAY)
        tally = next(line.tally for line in await here.log() if line.tally is not None)
        assert (tally.seated, tally.measure, tally.nothing) == (4, 3, 1)


async def test_a_conflict_outlives_a_link_whichever_account_is_parted(store: Store) -> None:
    async with town(store) as here:
        for number, (other, leaves) in enumerate(((BOB, OTTO), (CEDRIC, CEDRIC)), 1):
            await link(here, OTTO, other)
            await here.command(leaves, "unlink")
            cited = quarrel(number=6 + number, text=f"nobody wants you here {number}")
            await here.report(ADA, replace(cited, author=other.account))
            await here.command(OTTO, "case claim", case=str(number))
            assert keys(await here.answer(OTTO)) == ["case-unknown"]
            await here.command(OTTO, "warn", account=other.account, reason="x")
            assert keys(await here.answer(OTTO)) == ["measure-not-oneself"]


async def test_a_conflict_outlives_a_link_though_the_account_is_linked_with_another_since(store: Store) -> None:
    async with town(store) as here:
        await link(here, OTTO, BOB)
        await here.command(BOB, "unlink")
        await link(here, CEDRIC, BOB)
    async with town(store) as here:  # nobody is known by heart any more
        here.numbers = 200
        await here.report(ADA, replace(quarrel(), author=CEDRIC.account))
        await here.command(OTTO, "case claim", case="1")
        assert keys(await here.answer(OTTO)) == ["case-unknown"]
        await here.command(OTTO, "warn", account=CEDRIC.account, reason="x")
        assert keys(await here.answer(OTTO)) == ["measure-not-oneself"]


async def test_what_is_kept_of_a_link_goes_with_time_and_with_whoever_is_forgotten(store: Store) -> None:
    async with town(store) as here:
        await link(here, OTTO, BOB)
        await here.command(BOB, "unlink")
        await retention.sweep(store, 1, MONDAY + 100 * DAY, retention.Retention())
        assert sorted(await parted(store)) == ["accounts", "members"]
        own, at = own_space(COMMUNITY), MONDAY + timedelta(hours=1)
        await here.send(ForgetAccount(id=EventId("forget"), space=own, at=at, caller=None, account=BOB.account))
        assert await parted(store) == []
        await link(here, OTTO, CEDRIC)
        await here.command(OTTO, "unlink")
        assert sorted(await parted(store)) == ["accounts", "members"]
        await retention.sweep(store, 1, MONDAY + 200 * DAY, retention.Retention())
        assert await parted(store) == []


async def parted(store: Store) -> list[str]:
    """Where it is kept that accounts were one person's."""
    async with store.reading() as connection:
        asked = ((tables.accounts, tables.accounts.c.was), (tables.members, tables.members.c.former))
        return [
            table.name for table, column in asked for one in await connection.scalars(select(column)) if one != "[]"
        ]
