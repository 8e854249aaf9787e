"""A quarrel is over; then one of the two says that something new has come up, and somebody else on the team answers."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.effects import PostCard, ReplyPrivately, SendDirect
from bot.ids import AccountId
from bot.storage import audit, figures, privacy
from bot.storage.store import Store
from bot.views import Card
from tests.builders import MONDAY
from tests.flow.governed import TEAM, Asking
from tests.flow.quarrels import ADA, BOB, MONA, OTTO, OWEN, Town, town
from tests.unit.moderation.playing import buttons, words

pytestmark = pytest.mark.story

DAY = timedelta(days=1)
NEW = "Eve stood beside us and saw who began"


async def closed(here: Town, by: Asking = MONA, about: Asking = BOB) -> None:
    """What Ada brought before the team is decided and over."""
    await here.dispute(ADA, account=about.account)
    await here.press(by, "case-claim:1")
    await here.fill(by, "case-dismiss", "1", text="Both were tired")
    await here.wait(15 * DAY)
    assert (await here.case()).state == "closed"


async def told_since(here: Town, heard: int) -> dict[AccountId | str, str]:
    """What everybody was told after so many effects, and the team in its channel."""
    found: dict[AccountId | str, str] = {}
    for one in (await here.effects())[heard:]:
        if isinstance(one, SendDirect | ReplyPrivately) and one.account is not None:
            found[one.account] = found.get(one.account, "") + words(one.card)
        elif isinstance(one, PostCard) and one.channel == TEAM:
            found["team"] = found.get("team", "") + words(one.card)
    return found


async def sound(store: Store) -> None:
    async with store.reading() as connection:
        assert [flaw async for flaw in audit.flaws(connection, 1, audit.Seen())] == []


def offered(card: Card, *names: str) -> Sequence[bool]:
    return [any(name in one for one in buttons(card)) for name in names]


async def test_one_of_the_two_says_so_and_somebody_else_takes_it_up_again_and_decides(store: Store) -> None:
    async with town(store) as here:
        await closed(here)
        await here.command(BOB, "situation", case="1")
        assert "party-request" in buttons(await here.answer(BOB))
        heard = len(await here.effects())
        await here.fill(BOB, "party-request", "1", text=NEW)
        told = await told_since(here, heard)
        assert set(told) == {BOB.account, "team"}, "nobody else concerned hears of it yet"
        assert "tells you why not" in told[BOB.account]
        assert NEW in told["team"]
        await here.fill(BOB, "party-request", "1", text="And more")
        assert "done already" in words(await here.answer(BOB))

        await here.press(MONA, "case-show:1")
        assert offered(await here.answer(MONA), "case-reopen", "case-refuse") == [False, False]
        await here.fill(MONA, "case-reopen", "1", text="I know what happened")
        assert "You had your part in this already" in words(await here.answer(MONA))
        await here.press(OTTO, "case-show:1")
        assert offered(await here.answer(OTTO), "case-reopen", "case-refuse") == [True, True]
        await here.command(OTTO, "case reopen", case="1", text=" ")
        assert "say what's new" in words(await here.answer(OTTO))
        assert "faster" not in words(await here.answer(OTTO))

        heard = len(await here.effects())
        await here.command(OTTO, "case reopen", case="#1", text="I asked Eve")
        case, told = await here.case(), await told_since(here, heard)
        assert (case.state, case.handler, case.reopened) == ("triage", OTTO.account, True)
        assert "You told us that something new had come up" in told[BOB.account]
        assert "Something new has come to light" in told[ADA.account]
        assert "open again, and yours" in told[OTTO.account]
        for who in (ADA, BOB):
            assert NEW not in told[who.account]
            assert "I asked Eve" not in told[who.account]
        await here.press(OTTO, "case-show:1")
        assert NEW in words(await here.answer(OTTO))
        assert "I asked Eve" in words(await here.answer(OTTO))
        await here.press(MONA, "case-show:1")
        assert "no such case" in words(await here.answer(MONA)), "it is with somebody else now"

        await here.fill(OTTO, "case-decide", "1", measure="warn", text="Eve saw it")
        assert "Eve saw it" in await here.told(BOB)
        async with store.reading() as connection:
            assert NEW in (await privacy.kept(connection, 1, BOB.account)).export, "their own words are theirs"
        await here.wait(15 * DAY)
        await here.fill(ADA, "party-request", "1", text="Once more")
        assert "taken up again once already" in words(await here.answer(ADA))
        await sound(store)
        await here.wait(200 * DAY)
        assert (await here.case()).state == "archived"
        assert NEW not in str(await here.log())
        assert NEW not in str([one for one in await here.effects() if not isinstance(one, ReplyPrivately)])


async def test_whoever_asked_and_nobody_else_reads_why_it_stays_closed(store: Store) -> None:
    async with town(store) as here:
        await closed(here)
        await here.fill(BOB, "party-request", "1", text=NEW)
        await here.fill(MONA, "case-refuse", "1", text="I know what happened")
        assert "You had your part in this already" in words(await here.answer(MONA))
        heard = len(await here.effects())
        await here.fill(OWEN, "case-refuse", "1", text="Eve told us so before")
        told = await told_since(here, heard)
        assert set(told) == {BOB.account, OWEN.account}
        assert "leaves it closed" in told[BOB.account]
        assert "Eve told us so before" in told[BOB.account]
        assert "stays closed" in told[OWEN.account]
        await here.fill(OTTO, "case-refuse", "1", text="No")
        assert "isn't possible here" in words(await here.answer(OTTO))
        await sound(store)


async def test_whoever_handled_an_earlier_stage_hears_why_they_do_not_take_it_up_again(store: Store) -> None:
    """Mona, who sees nothing of it any more, as well as Otto, who looked at it afresh."""
    async with town(store) as here:
        await here.dispute(ADA, account=BOB.account)
        await here.fill(MONA, "case-dismiss", "1", text="Both were tired")
        await here.fill(ADA, "appeal", "1", text="I was not")
        await here.press(MONA, "appeal-take:1")
        assert "You had your part in this already" in words(await here.answer(MONA))
        await here.press(OTTO, "appeal-take:1")
        await here.fill(OTTO, "appeal-uphold", "1", text="It stays")
        await here.press(MONA, "case-show:1")
        assert "no such case" in words(await here.answer(MONA))
        for who in (MONA, OTTO):
            await here.command(who, "case reopen", case="1", text="Something")
            assert "You had your part in this already" in words(await here.answer(who))
        await here.command(OWEN, "case reopen", case="1", text="Something")
        assert (await here.case()).handler == OWEN.account


async def test_what_is_about_the_team_stays_out_of_its_channel_and_leads_outside_where_nobody_is_left(
    store: Store,
) -> None:
    async with town(store) as here:
        outside = {"outside_contact": "Ombuds, ombuds@example.org"}
        await here.fill(OWEN, "setup-team", "", managers_channel=TEAM, profile="small", **outside)
        await closed(here, by=OWEN, about=OTTO)
        heard = len(await here.effects())
        await here.fill(ADA, "party-request", "1", text=NEW)
        told = await told_since(here, heard)
        assert "team" not in told
        assert OTTO.account not in told
        assert "nobody is free on the team who had no part in it" in told[ADA.account]
        assert told[ADA.account].count("ombuds@example.org") == 1
        for who in (MONA, OTTO):
            await here.command(who, "case reopen", case="1", text="Something")
            assert "no such case" in words(await here.answer(who))


async def test_where_the_team_has_no_channel_those_who_could_answer_are_written_to(store: Store) -> None:
    async with town(store, managers_channel={}) as here:
        await closed(here)
        heard = len(await here.effects())
        await here.fill(BOB, "party-request", "1", text=NEW)
        told = await told_since(here, heard)
        assert set(told) == {BOB.account, OTTO.account, OWEN.account}
        assert NEW in told[OTTO.account]
        await here.press(OTTO, "case-show:1")
        assert offered(await here.answer(OTTO), "case-reopen", "case-refuse") == [True, True]


async def test_what_an_appeal_came_to_is_counted_though_the_case_was_reopened_since(store: Store) -> None:
    async with town(store) as here:
        await here.dispute(ADA, account=BOB.account)
        await here.fill(MONA, "case-decide", "1", measure="warn", text="He shouts")
        await here.fill(BOB, "appeal", "1", text="I did not")
        await here.press(OTTO, "appeal-take:1")
        await here.fill(OTTO, "appeal-overturn", "1", text="It was somebody else")
        await here.command(OWEN, "case reopen", case="1", text="Eve saw it")
        assert (await here.case()).state == "triage"
        async with store.reading() as connection:
            (figure,) = (await figures.within(connection, 1, f"{MONDAY - DAY}/{MONDAY + DAY}")).cases
        assert (figure.appealed, figure.result) == (True, "overturn")
        await sound(store)
