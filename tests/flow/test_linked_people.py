"""What it means that two accounts are one person's: for what holds them, for a circle, and for conflicts."""

from datetime import timedelta

from bot.effects import SendDirect, TimeOutMember
from bot.storage.store import Store
from tests.builders import SPACE
from tests.flow.governed import Asking
from tests.flow.quarrels import ADA, BOB, CEDRIC, MONA, OTTO, OWEN, Town, quarrel, town
from tests.flow.test_what_each_is_told import JURORS, gather

DAY = timedelta(days=1)


async def link(here: Town, one: Asking, other: Asking) -> None:
    """The second one tells the code that the first one asked for."""
    await here.command(one, "link")
    (said,) = [dict(text.arguments) for text in (await here.answer(one)).body if getattr(text, "arguments", ())]
    await here.command(other, "link", code=str(said["code"]))


async def test_what_holds_somebody_holds_an_account_at_once_that_they_link(store: Store) -> None:
    async with town(store) as here:
        await here.command(MONA, "timeout", account=BOB.account, reason="2 h names")
        await link(here, BOB, CEDRIC)
        theirs = [one for one in await here.effects() if getattr(one, "account", None) == CEDRIC.account]
        assert [type(one) for one in theirs if not hasattr(one, "to")] == [SendDirect, TimeOutMember]
        assert "What holds there holds here too" in await here.told(CEDRIC)
        await here.command(CEDRIC, "unlink")
        assert len([one for one in await here.effects() if isinstance(one, TimeOutMember)]) == 2


async def test_two_who_turn_out_to_be_one_have_one_ballot(store: Store) -> None:
    async with town(store) as here:
        await here.fill(OWEN, "setup-team", "", profile="large", managers_channel=f"{SPACE}/team")
        await gather(here)
        await here.report(ADA, quarrel())
        await here.press(MONA, "case-claim:1")
        await here.fill(MONA, "case-escalate", "1", text="Too close to call.")
        await here.press(OTTO, "case-empanel:1")
        circle = (await here.case()).circle
        assert circle is not None
        sitting = [next(one for one in JURORS if one.account == seat) for seat in circle.seated]
        for number, who in enumerate(sitting):
            await here.press(who, f"ballot:1:{'measure' if number in (0, 4) else 'nothing'}")
        await link(here, sitting[0], sitting[4])
        await here.wait(4 * DAY)
        tally = next(line.tally for line in await here.log() if line.tally is not None)
        assert (tally.seated, tally.measure, tally.nothing) == (4, 1, 3)
