"""What nobody reaches by guessing a number, making up a button, or asking with another account."""

from dataclasses import replace

import pytest

from bot.effects import SendDirect
from bot.events import Cited
from bot.storage.store import Store
from tests.flow.quarrels import ADA, BOB, CEDRIC, MONA, OTTO, OWEN, quarrel, town
from tests.unit.moderation.playing import keys, words

pytestmark = pytest.mark.story


def of_the_team() -> Cited:
    """A message by one of the seniors that hurts."""
    return replace(quarrel(number=9), author=OTTO.account)


async def test_a_complaint_about_one_of_the_team_is_seen_by_those_alone_who_are_named_as_its_readers(
    store: Store,
) -> None:
    async with town(store) as here:
        await here.report(ADA, of_the_team())
        assert "only those who answer for the community read it" in await here.told(ADA)
        for button in ("case-show:1", "case-claim:1", "case-evidence:1"):
            await here.press(MONA, button)
            assert keys(await here.answer(MONA)) == ["case-unknown"]
        await here.command(MONA, "case list")
        assert keys(await here.answer(MONA)) == ["case-list-nothing"]
        await here.command(MONA, "queue")
        assert "team-queue-nothing" in keys(await here.answer(MONA))
        await here.press(OWEN, "case-claim:1")
        assert (await here.case()).handler == OWEN.account


async def test_danger_at_the_hands_of_one_of_the_team_calls_somebody_who_may_read_of_it(store: Store) -> None:
    async with town(store) as here:
        await here.fill(OWEN, "oncall", "", first=MONA.account)
        await here.report(ADA, of_the_team(), what="danger")
        letters = [one for one in await here.effects() if isinstance(one, SendDirect)]
        called = [one.account for one in letters if "case-on-call" in keys(one.card)]
        assert MONA.account not in called
        assert OWEN.account in called


@pytest.mark.parametrize("form", ["party-answer", "party-withdraw", "appeal"])
async def test_nobody_finds_out_by_trying_numbers_that_somebody_reported_them(store: Store, form: str) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.press(MONA, "case-claim:1")
        await here.fill(BOB, form, "99", text="Was it me?", sure="yes")
        nothing = await here.answer(BOB)
        await here.fill(BOB, form, "1", text="Was it me?", sure="yes")
        assert await here.answer(BOB) == nothing
        assert await here.moves() == ["open", "claim"]


async def test_a_manager_does_not_find_what_is_about_them_with_the_buttons_of_an_appeal(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, of_the_team())
        for press in ("appeal-take", "case-recuse"):
            await here.press(OTTO, f"{press}:99")
            nothing = await here.answer(OTTO)
            await here.press(OTTO, f"{press}:1")
            assert await here.answer(OTTO) == nothing


async def test_a_member_does_not_read_who_of_the_team_looks_after_it_where_names_stay_inside(store: Store) -> None:
    async with town(store) as here:
        await here.dispute(CEDRIC, account=BOB.account)
        await here.press(MONA, "case-claim:1")
        await here.press(BOB, "party-agree:1:1")
        assert "case-faster" not in keys(await here.answer(BOB))


@pytest.mark.parametrize("hours", ["soon", "12.5", "-1", "9" * 400, "73"])
async def test_a_length_that_no_form_offers_holds_nobody(store: Store, hours: str) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.fill(MONA, "case-restrain", "1", what="timeout", hours=hours, text="Until we have talked")
        assert keys(await here.answer(MONA)) == ["machine-refused-not-a-choice"]
        assert await here.moves() == ["open"]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("case-decide", {"measure": "ban-3d"}),
        ("case-decide", {"measure": "ban-"}),
        ("case-decide", {"measure": "exile"}),
        ("case-restrain", {"what": "ban", "hours": "12"}),
        ("case-restrain", {"what": "exile", "hours": "12"}),
    ],
)
async def test_what_no_form_offers_becomes_nothing_else(store: Store, form: str, said: dict[str, str]) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.fill(OTTO, form, "1", text="They went too far", **said)
        assert keys(await here.answer(OTTO)) == ["machine-refused-not-a-choice"]
        assert await here.moves() == ["open"]


async def test_what_somebody_may_not_see_takes_up_no_case_of_theirs(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.report(CEDRIC, of_the_team())
        await here.command(MONA, "case claim", case="1")
        for into in ("2", "99"):
            await here.command(MONA, "case merge", case="1", into=into)
            assert keys(await here.answer(MONA)) == ["case-unknown"]
            await here.command(MONA, "case link", case="1", to=into)
            assert keys(await here.answer(MONA)) == ["case-unknown"]
        assert await here.moves() == ["open", "claim"]


async def test_no_case_goes_on_within_one_that_is_over(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.report(CEDRIC, quarrel(number=8))
        await here.dispute(CEDRIC, account=BOB.account)
        await here.fill(CEDRIC, "party-withdraw", "3", sure="yes")
        assert (await here.case("3")).state == "closed"
        await here.command(MONA, "case claim", case="1")
        await here.command(MONA, "case merge", case="1", into="3")
        assert keys(await here.answer(MONA)) == ["case-merge-over"]
        assert (await here.case()).live


async def test_whom_a_report_was_about_does_not_read_when_it_was_made(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.fill(OTTO, "case-decide", "1", measure="warn", text="Words like these hurt")
        await here.command(BOB, "situation", case="1")
        shown = keys(await here.answer(BOB))
        assert "party-standing-reasons" in shown
        assert "party-standing-began" not in shown


async def test_what_came_of_a_complaint_about_the_team_is_in_no_history_that_others_of_it_read(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, of_the_team())
        await here.fill(OWEN, "case-decide", "1", measure="warn", text="Not in our name")
        assert (await here.case()).outcome == "measure"
        read: dict[str, str] = {}
        for who in (MONA, OWEN):
            await here.command(who, "history", account=OTTO.account)
            read[who.account] = words(await here.answer(who))
        assert "measures so far: 1" in read[OWEN.account]
        assert "measures so far: 0" in read[MONA.account]
