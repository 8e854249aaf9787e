"""What takes two in a case: asked where the team reads, agreed to or not, carried out once, and told either way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.effects import BanMember, PostCard, SendDirect
from bot.events import Cited
from bot.storage import tables
from bot.storage.store import Store
from bot.views import Button
from tests.builders import MONDAY, message
from tests.flow.governed import TEAM, Asking
from tests.flow.quarrels import ADA, BOB, MONA, OTTO, OWEN, SENIOR, Town, quarrel, town
from tests.unit.moderation.playing import keys

pytestmark = pytest.mark.story

SUE = Asking("sue", SENIOR)


@asynccontextmanager
async def banning_together(store: Store, cited: Cited | None = None) -> AsyncIterator[Town]:
    """A case that Otto has, and a community in which a ban takes two."""
    async with store.unit() as unit:
        row = {"partition": 1, "key": "two_for_bans", "value": "yes", "author": None, "at": MONDAY}
        await unit._connection.execute(tables.settings.insert().values(row))
    async with town(store) as here:
        await here.send(replace(message("hello", number=50, by="sue"), roles=(SENIOR,)))
        await here.report(ADA, cited or quarrel())
        yield here


async def decide(here: Town, who: Asking = OTTO, measure: str = "ban") -> None:
    await here.fill(who, "case-decide", "1", measure=measure, text="He threatens people")


async def asked(here: Town) -> tuple[Button, Button]:
    """The two buttons of the latest card on which somebody is asked to agree."""
    cards = [one.card for one in await here.effects() if isinstance(one, PostCard | SendDirect)]
    agree, no = next(one for one in reversed(cards) if "measure-second-title" in keys(one)).buttons[:2]
    return agree, no


async def bans(here: Town) -> list[type]:
    """In order, what Bob was told and what fell upon him."""
    found = [one for one in await here.effects() if getattr(one, "account", None) == BOB.account]
    return [type(one) for one in found if isinstance(one, SendDirect | BanMember)]


async def test_a_ban_in_a_case_waits_for_another_and_is_stated_before_it_is_felt(store: Store) -> None:
    async with banning_together(store) as here:
        await decide(here)
        assert keys(await here.answer(OTTO)) == ["measure-two-for-bans", "measure-second-asked"]
        assert (await here.moves(), await bans(here)) == (["open", "claim", "propose"], [])
        agree, no = await asked(here)
        assert agree.id == "case-agree:1:3"
        await here.press(OTTO, agree.id)
        assert keys(await here.answer(OTTO)) == ["measure-second-oneself"]
        await here.press(BOB, agree.id)
        await here.press(MONA, agree.id)
        await here.press(MONA, no.id)
        assert keys(await here.answer(MONA)) == ["measure-second-oneself"]
        assert await bans(here) == []
        await here.press(SUE, agree.id)
        assert await bans(here) == [SendDirect, BanMember]
        log = await here.log()
        assert [(one.move, one.by) for one in log[2:]] == [
            ("propose", OTTO.account),
            ("second", SUE.account),
            ("decide", OTTO.account),
        ]
        assert "agreed to what you wanted in case 1" in await here.told(OTTO)
        assert "case-second:1" not in await here.due()


async def test_two_agree_at_once_and_twice_and_it_is_done_once_and_the_other_is_told(store: Store) -> None:
    async with banning_together(store) as here:
        await decide(here)
        agree, _ = await asked(here)
        one, two = (
            replace(who.press(number, agree.id, 500), channel=TEAM) for number, who in ((900, SUE), (901, OWEN))
        )
        await asyncio.gather(here.send(one), here.send(two), here.send(one))
        assert (await here.moves())[2:] == ["propose", "second", "decide"]
        assert (await bans(here)).count(BanMember) == 1
        decision = (await here.case()).decision
        assert decision is not None
        late = OWEN if decision.agreed == SUE.account else SUE
        assert keys(await here.answer(late)) == ["measure-gone"]


async def test_nobody_agrees_or_somebody_does_not_and_whoever_wanted_it_hears_so(store: Store) -> None:
    async with banning_together(store) as here:
        await decide(here)
        await here.press(SUE, (await asked(here))[1].id)
        assert "does not agree to what you wanted" in await here.told(OTTO)
        await decide(here)
        agree, _ = await asked(here)
        await here.wait(timedelta(hours=25))
        assert "Nobody agreed in time" in await here.told(OTTO)
        await here.press(SUE, agree.id)
        assert keys(await here.answer(SUE)) == ["measure-gone"]
        assert await bans(here) == []


async def test_what_has_moved_on_meanwhile_is_gone_and_said_to_be(store: Store) -> None:
    async with banning_together(store) as here:
        await decide(here)
        agree, _ = await asked(here)
        await here.command(SUE, "case escalate", case="1", text="Not for us")
        assert "does not wait for a second person any more" in await here.told(OTTO)
        await here.press(OWEN, agree.id)
        assert keys(await here.answer(OWEN)) == ["measure-gone"]
        assert await bans(here) == []


async def test_who_has_lost_their_trust_meanwhile_bans_nobody_through_another(store: Store) -> None:
    async with banning_together(store) as here:
        await decide(here)
        agree, _ = await asked(here)
        await here.send(replace(message("hello", number=51, by="otto", after=400), roles=()))
        await here.press(SUE, agree.id, after=timedelta(minutes=10))
        assert keys(await here.answer(SUE)) == ["case-second-void"]
        assert await bans(here) == []


async def test_what_is_about_the_team_is_asked_by_letter_of_those_alone_who_may_read_it(store: Store) -> None:
    async with banning_together(store, replace(quarrel(), author=MONA.account)) as here:
        shown = len(await here.channel())
        await decide(here)
        letters = [one for one in await here.effects() if isinstance(one, SendDirect)]
        told = [one.account for one in letters if "measure-second-title" in keys(one.card)]
        assert sorted(told) == sorted([OWEN.account, SUE.account])
        assert len(await here.channel()) == shown
        await here.press(OWEN, (await asked(here))[0].id)
        assert (await here.case()).decision is not None


async def test_where_nobody_else_could_agree_it_is_not_asked_for_in_vain(store: Store) -> None:
    async with banning_together(store) as here:
        for who in (SUE, OWEN):
            await here.command(who, "away", until="3 d")
        await decide(here)
        assert keys(await here.answer(OTTO)) == ["measure-second-nobody"]
        assert await here.moves() == ["open"]
        await decide(here, measure="timeout-1d")
        assert (await here.case()).state == "decided"
