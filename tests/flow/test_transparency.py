"""What is told of a quarter equals a recount of the log, whoever counts."""

from collections import Counter
from datetime import UTC, timedelta

from sqlalchemy import select

from bot.commands import BeginCommunity
from bot.effects import PostCard
from bot.facts import FactKey, FiguresFact, figures_key
from bot.ids import EventId, own_space
from bot.insights import periods
from bot.insights.room import QUARTERLY
from bot.settings import announcements_key
from bot.storage import facts, tables
from bot.storage.store import Store
from tests.builders import CHANNEL, MONDAY, SPACE
from tests.flow.quarrels import ADA, BOB, CEDRIC, EVE, MONA, OTTO, Town, quarrel, town
from tests.flow.roads import COMMUNITY

DAY = timedelta(days=1)
QUARTER = periods.quarter(MONDAY, UTC)


async def lived(here: Town) -> None:
    """Seven reports by several people: dismissed, acted on and appealed, left alone."""
    for number in range(1, 8):
        await here.report((ADA, EVE, CEDRIC)[number % 3], quarrel(20 + number))
    for case in ("1", "2", "3"):
        await here.press(MONA, f"case-claim:{case}")
        await here.fill(MONA, "case-dismiss", case, text="A joke between friends")
    await here.fill(MONA, "case-decide", "4", measure="warn", text="Words like these hurt")
    await here.fill(BOB, "appeal", "4", text="I was provoked")
    await here.press(OTTO, "appeal-take:4")
    await here.fill(OTTO, "appeal-overturn", "4", text="It was not about anybody here")
    await here.wait(5 * DAY)


async def counted(store: Store) -> FiguresFact:
    key = figures_key(QUARTER.since, QUARTER.until)
    async with store.reading() as connection:
        found = (await facts.load(connection, 1, [key]))[FactKey(*key)]
    assert isinstance(found, FiguresFact)
    return found


async def test_the_figures_are_those_of_the_log(store: Store) -> None:
    async with town(store) as here:
        await lived(here)
    figures = await counted(store)
    lines = tables.case_log
    async with store.reading() as connection:
        rows = (await connection.execute(select(lines).order_by(lines.c.case, lines.c.number))).all()
    recount = Counter(row.move for row in rows)
    assert len(figures.cases) == recount["open"] == 7
    assert sum(case.appealed for case in figures.cases) == recount["appeal"] == 1
    assert [case.result for case in figures.cases if case.appealed] == ["overturn"]
    assert sum(case.outcome == "no_further_action" for case in figures.cases) == recount["dismiss"] == 3
    assert sum(case.recusals for case in figures.cases) == recount["recuse"]
    assert sum(case.missed for case in figures.cases) == recount["lapse"] > 0
    decided = {row.case for row in rows if row.state == "decided"}
    assert sum(case.decided_at is not None for case in figures.cases) == len(decided) >= 4


async def test_anybody_may_ask_and_reads_no_small_number(store: Store) -> None:
    async with town(store) as here:
        await lived(here)
        await here.command(ADA, "transparency", period="2026-Q1")
        told = await here.told(ADA)
        assert "How we were looked after: 2026-Q1" in told
        assert "<5" in told
        await here.command(ADA, "transparency", period="tomorrow")
        assert "2026-Q3 or 2026-07" in await here.told(ADA)


async def test_a_quarter_is_told_once_where_everybody_reads(store: Store) -> None:
    await _announcing(store)
    async with town(store) as here:
        begin = BeginCommunity(id=EventId("begin"), space=own_space(COMMUNITY), at=MONDAY, caller=None)
        await here.send(begin)
        await lived(here)
        first = (await here.due())[QUARTERLY]
        assert first == QUARTER.until + timedelta(hours=34)
        await here.wait(120 * DAY)
        await here.wait(1 * DAY)
        posted = [one for one in await here.effects() if isinstance(one, PostCard) and one.channel == CHANNEL]
        assert sum("transparency" in str(one.card.title) for one in posted) == 1
        assert (await here.due())[QUARTERLY] > first


async def _announcing(store: Store) -> None:
    async with store.writing() as connection:
        row = {"partition": 1, "key": announcements_key(SPACE), "value": CHANNEL, "author": None, "at": MONDAY}
        await connection.execute(tables.settings.insert(), row)
