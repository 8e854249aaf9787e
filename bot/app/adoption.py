"""Spaces that no community names: each becomes a community of its own, where the operator lets it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence

import structlog

from bot.app.assembly import Assembly, kept, put_together
from bot.config import Community, Config
from bot.errors import Complaints
from bot.events import Event, SpaceJoined
from bot.ids import CommunityId, SpaceId, platform_of
from bot.pipeline.moments import LiveMoments
from bot.policy.book import Book
from bot.ports import Clock

Adopt = Callable[[SpaceJoined, CommunityId | None], Assembly | None]
"""Makes a community of a space that none has, and goes on with what it was before; None: it is left alone."""

_log = structlog.get_logger("bot")


def adopting(config: Config, clock: Clock) -> Adopt:
    """Servers that no community names become communities of their own, where the operator lets them."""

    def adopt(joined: SpaceJoined, owner: CommunityId | None) -> Assembly | None:
        name = owner or CommunityId(joined.space.replace(":", "-"))
        alone = (
            config.settings.slack.workspaces
            if platform_of(joined.space) == "slack"
            else config.settings.discord.servers
        )
        unsure = config.held is not None and owner is None  # the mended file may give it to a community
        if alone != "own" or unsure or name in config.settings.communities:
            return None
        settings = Community(spaces=(joined.space,), locale=joined.locale or "en")
        return put_together(name, settings, Book.compile([]), LiveMoments(clock), kept_days=kept(config))

    return adopt


class Adoption:
    """Takes spaces in one by one; what else comes from one of them waits meanwhile."""

    def __init__(
        self,
        homes: Mapping[SpaceId, CommunityId],
        owners: Callable[[], Awaitable[Mapping[SpaceId, CommunityId]]],
        begin: Callable[[SpaceJoined, Assembly], Awaitable[None]],
    ) -> None:
        """`owners`: whose each space was before; `begin` starts a community, and raises Complaints where it cannot."""
        self._homes = homes
        self._owners = owners
        self._begin = begin
        self._coming: dict[SpaceId, asyncio.Event] = {}

    async def settle(self, events: Sequence[Event], adopt: Adopt | None) -> None:
        """Find every one of these a home, where there can be one."""
        for event in events:
            if event.space in self._homes:
                continue
            if (coming := self._coming.get(event.space)) is not None:
                await coming.wait()
            elif isinstance(event, SpaceJoined):
                await self._take_in(event, adopt)

    async def _take_in(self, joined: SpaceJoined, adopt: Adopt | None) -> None:
        coming = self._coming[joined.space] = asyncio.Event()
        try:
            await self._make_home(joined, adopt)
        finally:
            del self._coming[joined.space]
            coming.set()

    async def _make_home(self, joined: SpaceJoined, adopt: Adopt | None) -> None:
        owner = (await self._owners()).get(joined.space)
        assembly = adopt(joined, owner) if adopt is not None else None
        if assembly is None:
            _log.warning("no community has this space", space=joined.space, name=joined.name)
            return
        try:
            await self._begin(joined, assembly)
        except Complaints as error:
            _log.error("a space is left alone until the next start", space=joined.space, error=str(error))
