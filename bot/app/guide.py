"""What adapters may ask about a community: answers from what is stored, and marks of what is still to be read."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from bot.ids import ChannelId, CommunityId, MessageId, SpaceId
from bot.sightings import Day, Sighting
from bot.storage import activity, daily, decided, gaps, policies, questions
from bot.storage.store import Store
from bot.views import Locale

_MOST = 25


class StoredGuide:
    """One guide for all communities of this process."""

    def __init__(self, store: Store, homes: Mapping[SpaceId, CommunityId]) -> None:
        self._store = store
        self.homes = homes
        """Where each space belongs, now."""

    async def suggest(self, space: SpaceId, kind: str, begun: str, locale: Locale) -> Sequence[tuple[str, str]]:
        """See `bot.ports.Guide`: policies by name or title."""
        community = self.homes.get(space)
        if kind != "policy" or community is None:
            return ()
        async with self._store.reading() as connection:
            known = await policies.standing(connection, community)
        named = (
            (policy, policies.title(wording.content).say(locale)) for policy, (wording, _) in sorted(known.items())
        )
        return [(policy, title) for policy, title in named if _fits(begun, f"{policy} {title}")][:_MOST]

    async def sightings(self, space: SpaceId, most: int) -> Sequence[Sighting]:
        """See `bot.ports.Guide`."""
        community = self.homes.get(space)
        async with self._store.reading() as connection:
            partition = await questions.partition(connection, community) if community else None
            return await decided.latest(connection, partition, most) if partition is not None else ()

    async def days(self, space: SpaceId, since: date, until: date) -> Sequence[Day]:
        """See `bot.ports.Guide`."""
        community = self.homes.get(space)
        async with self._store.reading() as connection:
            partition = await questions.partition(connection, community) if community else None
            return await daily.days(connection, partition, since, until) if partition is not None else ()

    async def newest(self, space: SpaceId) -> Mapping[ChannelId, MessageId]:
        """See `bot.ports.Guide`."""
        async with self._store.reading() as connection:
            return await activity.newest(connection, space)

    async def gaps(self, space: SpaceId) -> Mapping[ChannelId, str]:
        """See `bot.ports.Guide`."""
        async with self._store.reading() as connection:
            return await gaps.known(connection, space)

    async def note_gaps(self, space: SpaceId, after: Mapping[ChannelId, str], now: datetime) -> None:
        """See `bot.ports.Guide`."""
        async with self._store.writing() as connection:
            await gaps.note(connection, space, after, now)

    async def close_gaps(self, space: SpaceId, channels: Collection[ChannelId]) -> None:
        """See `bot.ports.Guide`."""
        async with self._store.writing() as connection:
            await gaps.close(connection, space, channels)


def _fits(begun: str, words: str) -> bool:
    return begun.casefold() in words.casefold()
