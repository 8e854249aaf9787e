"""Figures for the shell: the same that the bot posts."""

from zoneinfo import ZoneInfo

from bot.app import shell
from bot.app.clock import SystemClock
from bot.config import Config
from bot.facts.figures import FiguresFact
from bot.facts.kinds import CounterFact
from bot.ids import CommunityId
from bot.insights import periods, transparency
from bot.storage import facts
from bot.storage.store import Store


async def made(config: Config, store: Store, name: CommunityId, written: str | None) -> transparency.Report:
    """What began in a period, by default in the quarter that runs. Raises ValueError where what is written is none."""
    zone, now = ZoneInfo(shell.settings_of(config, name).time_zone), SystemClock().now()
    period = periods.read(written, zone) if written else periods.quarter(now, zone)
    counted, removed = transparency.needs(period)
    partition = (await shell.communities(store))[name]
    async with store.reading() as connection:
        known = await facts.load(connection, partition, (counted, removed))
    figures, counter = known[counted], known[removed]
    if not isinstance(figures, FiguresFact):
        raise TypeError(type(figures))
    if counter is not None and not isinstance(counter, CounterFact):
        raise TypeError(type(counter))
    return transparency.report(figures, counter, period, now)
