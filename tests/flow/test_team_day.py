"""The team's day on a real road: the queue, what was left lying, who is away, and nobody who may not see."""

from datetime import timedelta

import pytest

from bot.effects import Effect, SendDirect
from bot.storage.store import Store
from tests.flow.quarrels import ADA, BOB, MONA, OTTO, OWEN, Town, quarrel, town
from tests.unit.moderation.playing import buttons, words

pytestmark = pytest.mark.story

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def test_the_queue_begins_with_danger_and_says_who_has_what(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.report(ADA, quarrel(number=8), what="danger")
        await here.press(MONA, "case-claim:1")
        await here.wait(3 * HOUR)
        await here.command(OTTO, "queue")
        shown = await here.answer(OTTO)
        read = words(shown)
        assert "2 cases are open. One of them is still free." in read
        assert read.index("Somebody may be in danger") < read.index("<Person> has it")
        assert "being looked into, open for 3 hours, until <Instant>" in read
        assert buttons(shown)[0] == "case-claim"
        assert "one open, none finished in four weeks" in read


async def test_whoever_may_not_act_in_a_case_does_not_see_that_it_is_there(store: Store) -> None:
    async with town(store) as here:
        await here.report(MONA, quarrel())
        await here.report(ADA, quarrel(number=8))
        await here.press(OTTO, "case-claim:1")
        for page in ("queue", "handover"):
            await here.command(MONA, page)
            shown = words(await here.answer(MONA))
            assert "One case is open" in shown
            assert "#1" not in shown, "she reported it"
            await here.command(OWEN, page)
            assert "2 cases are open" in words(await here.answer(OWEN))


async def test_members_have_no_queue(store: Store) -> None:
    async with town(store) as here:
        for page in ("queue", "handover", "away", "oncall"):
            await here.command(BOB, page)
            assert "situation" not in words(await here.answer(BOB))


async def test_a_claim_that_nobody_touches_comes_back_with_a_kind_word(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.press(MONA, "case-claim:1")
        await here.wait(47 * HOUR)
        assert (await here.case()).handler == MONA.account
        await here.wait(2 * HOUR)
        case = await here.case()
        assert (case.state, case.handler) == ("open", None)
        assert "No harm done" in await here.told(MONA)
        assert (await here.moves())[-1] == "release"
        assert (await here.log())[-1].by is None
        await here.press(OTTO, "case-claim:1")
        assert (await here.case()).handler == OTTO.account


async def test_whoever_does_something_keeps_it(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.press(MONA, "case-claim:1")
        await here.wait(40 * HOUR)
        await here.fill(MONA, "case-note", "1", text="I wrote to both")
        await here.wait(20 * HOUR)
        assert (await here.case()).handler == MONA.account


async def test_what_somebody_had_goes_to_whoever_stands_in(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.press(MONA, "case-claim:1")
        await here.command(MONA, "away", until="3d", deputy=OTTO.account)
        case = await here.case()
        assert (case.state, case.handler) == ("triage", OTTO.account)
        await here.command(OTTO, "handover")
        assert "<Person> is away until <Instant>" in words(await here.answer(OTTO))


async def test_nobody_is_given_what_they_may_not_handle(store: Store) -> None:
    async with town(store) as here:
        await here.report(OTTO, quarrel())
        await here.press(MONA, "case-claim:1")
        await here.command(MONA, "away", until="3d", deputy=OTTO.account)
        case = await here.case()
        assert (case.state, case.handler) == ("open", None)
        assert "assign" not in await here.moves()


async def test_on_the_day_of_coming_back_nothing_has_to_be_said(store: Store) -> None:
    async with town(store) as here:
        await here.command(MONA, "away", until="1d")
        await here.command(OTTO, "handover")
        assert "is away until" in words(await here.answer(OTTO))
        await here.wait(DAY)
        await here.command(OTTO, "handover")
        assert "is away until" not in words(await here.answer(OTTO))
        assert "I count you in again" in await here.told(MONA)


async def test_a_weekend_summons_nobody(store: Store) -> None:
    """A Friday evening's report is passed on, and reminded of, in the hours of the next week alone."""
    async with town(store) as here:
        await here.fill(OWEN, "setup-hours", "", days="mon-fri", opens="09:00", closes="17:00")
        await here.wait(4 * DAY + 7 * HOUR)
        await here.report(ADA, quarrel())
        before = len(await letters(here))
        await here.wait(2 * DAY + 12 * HOUR)
        assert len(await letters(here)) == before
        assert (await here.case()).state == "open"
        due = await here.due()
        assert f"{due['case:1']:%A %H}" == "Wednesday 16", "one hour on Friday, eight on each day after it"
        assert due["case-notice:1"].weekday() < 5
        await here.wait(4 * DAY)
        assert (await here.case()).state == "escalated"


async def letters(here: Town) -> list[Effect]:
    """Whatever calls somebody."""
    return [one for one in await here.effects() if isinstance(one, SendDirect) or bool(getattr(one, "mentions", None))]
