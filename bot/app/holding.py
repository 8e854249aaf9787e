"""Safe mode: settings are kept after a good start, and go on where the next one finds mistakes in the file.

They act as before, since they were right yesterday and members are to find their bot at night. Nothing that files bring
becomes stronger meanwhile, for the mended file may say otherwise of it; what the team decides in chat is of today.
"""

import asyncio

import structlog

from bot.app.live import Bot
from bot.commands import ReportSettings
from bot.config import Config, Held, copies
from bot.errors import StorageError
from bot.ids import CommunityId, EventId, digest, own_space
from bot.ports import Clock

_LOOK_AGAIN_SECONDS = 3600.0
_log = structlog.get_logger("bot")


async def keep(config: Config, clock: Clock) -> None:
    """A copy of the settings that this start went well with."""
    if config.source is None or config.held is not None:
        return
    try:
        await asyncio.to_thread(copies.keep, config.source, config.text, clock.now())
    except OSError as error:
        _log.warning("no copy of the settings", error=error.strerror)


async def remind(bot: Bot, config: Config, clock: Clock) -> None:
    """Managers read once a day that the file has mistakes; until cancelled, or at once where it has none."""
    named = config.settings.communities
    await bot.started.wait()
    while (held := config.held) is not None:
        _log.error("settings with mistakes", number=len(held.mistakes), in_use=f"those of {held.since:%Y-%m-%d}")
        for community in dict.fromkeys(bot.homes.values()):
            try:
                await bot.tell(community, _report(held, community, clock, alone=[*named] == [community]))
            except StorageError as error:
                _log.warning("mistakes not told", community=community, error=str(error))
        await asyncio.sleep(_LOOK_AGAIN_SECONDS)


def _report(held: Held, community: CommunityId, clock: Clock, *, alone: bool) -> ReportSettings:
    """The same is told once a day at most; what stands in the file is read only by who is alone in it."""
    now, problems = clock.now(), tuple(map(str, held.mistakes)) if alone else ()
    named = digest("\n".join(problems))
    return ReportSettings(
        id=EventId(f"settings:{now:%Y-%m-%d}:{named}"),
        space=own_space(community),
        at=now,
        caller=None,
        problems=problems,
        since=held.since,
    )
