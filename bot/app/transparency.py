"""Figures for the shell: the same that the bot posts."""

from zoneinfo import ZoneInfo

from bot.app import shell
from bot.app.clock import SystemClock
from bot.config import Config
from bot.facts import counter_key
from bot.facts.figures import FiguresFact, figures_key
from bot.facts.kinds import CounterFact
from bot.ids import CommunityId
from bot.insights import periods, transparency
from bot.settings import CRITICISM
from bot.storage import facts
from bot.storage.store import Store


async def made(config: Config, store: Store, name: CommunityId, written: str | None) -> transparency.Report:
    """What began in a period, by default in the quarter that runs. Raises ValueError where what is written is none."""
    zone, now = ZoneInfo(shell.settings_of(config, name).time_zone), SystemClock().now()
    period = periods.read(written, zone) if written else periods.quarter(now, zone)
    counted, removed = figures_key(period.since, period.until), counter_key(*CRITICISM)
    partition = (await shell.communities(store))[name]
    async with store.reading() as connection:
        known = await facts.load(connection, partition, (counted, removed))
    figures, counter = known[counted], known[removed]
    if not isinstance(figures, FiguresFact):
        raise TypeError(type(figures))
    moves = counter.recent if isinstance(counter, CounterFact) else ()
    criticism = sum(move.by for move in moves if period.since <= move.at < period.until)
    return transparency.report(figures, period, now, criticism)
