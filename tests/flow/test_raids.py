"""A raid on a real road: one case, held and released for all at once, with reasons for whoever asks."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.effects import PauseInvites, QuarantineMember, ReleaseMember, SendDirect, SetSlowmode
from bot.events import MemberJoined
from bot.ids import EventId
from bot.records import IncidentState
from bot.storage import tables
from bot.storage.store import Store
from tests.builders import CHANNEL, MONDAY, SPACE
from tests.flow.governed import Asking
from tests.flow.quarrels import MONA, OTTO, Town, town
from tests.unit.moderation.playing import buttons, keys, words

pytestmark = pytest.mark.story

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)


async def come(here: Town, people: int, first: int = 0, every: timedelta = timedelta(seconds=1)) -> list[Asking]:
    """Newcomers whose names the team is told of."""
    found = []
    for number in range(first, first + people):
        who = Asking(f"n{number}")
        _, at = here.now(every)
        joined = MemberJoined(
            id=EventId(f"joined:{number}"),
            space=SPACE,
            at=MONDAY + timedelta(seconds=at),
            account=who.account,
            name=f"cat {number}",
        )
        await here.send(joined)
        found.append(who)
    return found


async def of_kind(here: Town, kind: type) -> Sequence[object]:
    return [one for one in await here.effects() if isinstance(one, kind)]


async def incidents(store: Store) -> dict[IncidentState, int]:
    rows = tables.incidents
    async with store.reading() as connection:
        asked = select(rows.c.state, func.count()).group_by(rows.c.state)
        return dict((await connection.execute(asked)).all())


async def raided(here: Town) -> list[Asking]:
    who = await come(here, 8)
    assert await here.cases() == ["1"]
    return who


async def test_a_raid_is_one_case_with_one_card_of_what_can_be_done(store: Store) -> None:
    async with town(store) as here:
        await come(here, 4)
        assert await here.cases() == []
        await come(here, 30, 4, timedelta(seconds=10))
        assert await here.cases() == ["1"]
        case = await here.case()
        assert (case.opening.kind, case.opening.respondent) == ("raid", None)
        cards = [one for one in await here.channel() if "case-show" in buttons(one.card)]
        assert [buttons(one.card)[0] for one in cards] == ["raid-hold"]
        await here.press(MONA, "raid-hold:1")
        assert "34 people came" in words(await here.answer(MONA)), "the first ones and the last ones belong to it too"


async def test_all_are_held_at_once_and_each_can_read_why(store: Store) -> None:
    async with town(store) as here:
        who = await raided(here)
        await here.press(MONA, "raid-hold:1")
        assert "8 people came" in words(await here.answer(MONA))
        assert not await of_kind(here, QuarantineMember)
        before = await of_kind(here, SendDirect)
        await here.press(MONA, "raid-hold-sure:1")
        held = await of_kind(here, QuarantineMember)
        assert [one.account for one in held] == [one.account for one in who]  # type: ignore[attr-defined]
        assert await of_kind(here, SendDirect) == before, "hundreds of letters would be another flood"
        await here.command(who[0], "why")
        read = words(await here.answer(who[0]))
        assert "You can only reach the team, until <Instant> at most." in read
        assert "it looked like a raid" in read
        await here.command(MONA, "why")
        assert "Nothing holds you back" in words(await here.answer(MONA))
        assert (await here.moves())[-1] == "restrain"


async def test_one_undo_releases_all_and_says_sorry_once(store: Store) -> None:
    async with town(store) as here:
        who = await raided(here)
        await here.press(MONA, "raid-hold-sure:1")
        await here.press(MONA, "raid-invites-sure:1")
        await here.fill(MONA, "raid-slow", "1", channel=CHANNEL, pace="minute")
        before = len(await of_kind(here, SendDirect))
        await here.press(OTTO, "raid-undo-sure:1")
        released = await of_kind(here, ReleaseMember)
        assert {one.account for one in released} == {one.account for one in who}  # type: ignore[attr-defined]
        assert len(released) == len(who)
        letters = (await of_kind(here, SendDirect))[before:]
        assert [one.account for one in letters] == [one.account for one in who]  # type: ignore[attr-defined]
        assert (await of_kind(here, PauseInvites))[-1].until is None  # type: ignore[attr-defined]
        assert (await of_kind(here, SetSlowmode))[-1].seconds == 0  # type: ignore[attr-defined]
        assert (await incidents(store)).get("standing", 0) == 0
        await here.command(who[0], "why")
        assert "Nothing holds you back" in words(await here.answer(who[0]))


async def test_nobody_is_held_longer_than_three_days(store: Store) -> None:
    async with town(store) as here:
        who = await raided(here)
        await here.press(MONA, "raid-hold-sure:1")
        await here.wait(72 * HOUR + MINUTE)
        assert len(await of_kind(here, ReleaseMember)) == len(who)
        await here.press(MONA, "raid-hold-sure:1")
        assert keys(await here.answer(MONA)) == ["team-raid-nobody"]
        assert len(await of_kind(here, QuarantineMember)) == len(who), "held once, and no second time"


async def test_once_the_team_says_that_it_was_nothing_all_are_free(store: Store) -> None:
    async with town(store) as here:
        who = await raided(here)
        await here.press(MONA, "raid-hold-sure:1")
        await here.press(MONA, "case-claim:1")
        await here.fill(MONA, "case-dismiss", "1", text="A link in a newsletter")
        assert len(await of_kind(here, ReleaseMember)) == len(who)


async def test_in_the_morning_the_team_reads_of_it(store: Store) -> None:
    async with town(store) as here:
        await raided(here)
        await here.press(MONA, "raid-hold-sure:1")
        await here.wait(DAY)
        (report,) = [one for one in await here.channel() if "Good morning" in words(one.card)]
        read = words(report.card)
        assert "8 people were held" in read
        assert "8 people can only reach the team" in read


@pytest.mark.parametrize("people", [300])
async def test_hundreds_are_ordinary_rows_that_wait_for_their_platform(store: Store, people: int) -> None:
    async with town(store) as here:
        await come(here, 6)
        _, at = here.now()
        rest = [
            MemberJoined(
                id=EventId(f"joined:{number}"),
                space=SPACE,
                at=MONDAY + timedelta(seconds=at),
                account=Asking(f"n{number}").account,
                name=f"cat {number}",
            )
            for number in range(6, people)
        ]
        await here.queue.put(rest)
        assert await here.cases() == ["1"]
        await here.press(MONA, "raid-hold-sure:1")
        assert len(await of_kind(here, QuarantineMember)) == people
        await here.press(MONA, "raid-undo-sure:1")
        assert len(await of_kind(here, ReleaseMember)) == people
