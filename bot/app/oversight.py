"""What shows only while the bot runs: what a platform keeps it from, and what nobody could read of what one said."""

import asyncio
from collections.abc import Callable, Sequence

import structlog

from bot import codec
from bot.app.live import Bot
from bot.commands import ReportRemarks
from bot.errors import StorageError, Unavailable
from bot.ids import CommunityId, EventId, SpaceId, digest, own_space, platform_of
from bot.ports import Adapter, Clock, Examiner, Puzzled, Remark
from bot.storage import oddities
from bot.storage.store import Store

_EVERY_SECONDS = 60.0
_LOOK_AGAIN_SECONDS = 3600.0
_log = structlog.get_logger("bot")


class Oversight:
    """Watches over one adapter of a bot that runs."""

    def __init__(
        self, bot: Bot, adapter: Adapter, store: Store, clock: Clock, in_the_way: Callable[[Remark], None]
    ) -> None:
        """`in_the_way` is told of whatever the adapter may not do, each time anew."""
        self._bot = bot
        self._in_the_way = in_the_way
        self._adapter = adapter
        self._store = store
        self._clock = clock
        self._noted: dict[str, int] = {}

    async def run(self) -> None:
        """Look over what the adapter may do, now and then; keep what puzzled it, until cancelled and then once more."""
        await self._bot.started.wait()
        loop = asyncio.get_running_loop()
        looked_at, spaces = -_LOOK_AGAIN_SECONDS, frozenset[SpaceId]()
        try:
            while True:
                if loop.time() - looked_at >= _LOOK_AGAIN_SECONDS or spaces != frozenset(self._bot.homes):
                    looked_at, spaces = loop.time(), frozenset(self._bot.homes)
                    await self._look_over()
                await asyncio.sleep(_EVERY_SECONDS)
                await self._keep()
        finally:
            await self._keep()

    async def _look_over(self) -> None:
        """The operator is told what is in the way, and managers are in their channel."""
        if not isinstance(self._adapter, Examiner):
            return
        mine = {space: wanted for space, wanted in self._bot.wanted.items() if self._is_mine(space)}
        try:
            remarks = [one for one in await self._adapter.examine(mine) if not one.ok]
        except Unavailable as error:
            _log.warning("not looked over", platform=self._adapter.platform, error=str(error))
            return
        except Exception as error:  # noqa: BLE001 - to be looked over is no condition for being at work
            _log.error("not looked over", platform=self._adapter.platform, error=type(error).__name__)
            return
        for one in remarks:
            self._in_the_way(one)
        for space in dict.fromkeys(one.space for one in remarks if one.space is not None):
            if community := self._bot.homes.get(space):
                try:
                    await self._tell(community, space, [one for one in remarks if one.space == space])
                except StorageError as error:
                    _log.warning("remarks not told", community=community, error=str(error))

    def _is_mine(self, space: SpaceId) -> bool:
        return platform_of(space) == self._adapter.platform

    async def _tell(self, community: CommunityId, space: SpaceId, remarks: Sequence[Remark]) -> None:
        """The same is told once a day at most."""
        now, told = self._clock.now(), tuple((one.what, one.step) for one in remarks)
        words = codec.dump_texts(tuple(text for pair in told for text in pair if text is not None))
        named = digest(f"{space} {words}")
        report = ReportRemarks(
            id=EventId(f"remarks:{now:%Y-%m-%d}:{named}"),
            space=own_space(community),
            at=now,
            caller=None,
            about=space,
            remarks=told,
        )
        await self._bot.tell(community, report)

    async def _keep(self) -> None:
        if not isinstance(self._adapter, Puzzled):
            return
        seen = dict(self._adapter.oddities)
        more = {what: new for what, number in seen.items() if (new := number - self._noted.get(what, 0)) > 0}
        if not more:
            return
        try:
            async with self._store.writing() as connection:
                await oddities.add(connection, self._adapter.platform, more, self._clock.now())
        except StorageError as error:
            _log.warning("oddities not kept", platform=self._adapter.platform, error=str(error))
        else:
            self._noted = seen
