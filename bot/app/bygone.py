"""The past of a space, from wherever it is read: an export on disk, or a platform that is asked for it."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from adapters.exports.adapter import ExportAdapter
from adapters.exports.export import Export
from bot.events import Event
from bot.ids import ChannelId, SpaceId
from bot.ports import Receive


class Bygone(Protocol):
    """What happened in a space, in the order of time."""

    @property
    def space(self) -> SpaceId:
        """Where it happened."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def channels(self) -> Mapping[ChannelId, str]:
        """What its channels are called."""
        ...

    @property
    def progress(self) -> tuple[int, int]:
        """How much of it is read, of how much; the same unit for both, and 0 where that is not known."""
        ...

    @property
    def oddities(self) -> Mapping[str, int]:
        """What was not understood, by plain name."""
        ...

    @property
    def ignored(self) -> Mapping[str, int]:
        """What was understood and is no event."""
        ...

    async def run(self, receive: Receive) -> None:
        """Hand all of it over."""
        ...


@dataclass(frozen=True, slots=True)
class Exported:
    """An export on disk."""

    export: Export
    chunk: int

    @property
    def space(self) -> SpaceId:
        """See `Bygone`."""
        return self.export.space

    @property
    def name(self) -> str:
        """See `Bygone`."""
        return self.export.name

    @property
    def channels(self) -> Mapping[ChannelId, str]:
        """See `Bygone`."""
        return self.export.channels

    @property
    def progress(self) -> tuple[int, int]:
        """In bytes."""
        return self.export.read, self.export.size

    @property
    def oddities(self) -> Counter[str]:
        """See `Bygone`."""
        return self.export.oddities

    @property
    def ignored(self) -> Counter[str]:
        """See `Bygone`."""
        return self.export.ignored

    async def run(self, receive: Receive) -> None:
        """Hand all of it over. Raises ExportError once all before a damage is given."""
        await ExportAdapter(self.export, chunk=self.chunk).run(receive)


@dataclass(slots=True)
class Asked:
    """What a platform tells when it is asked; it is never written anywhere."""

    space: SpaceId
    name: str
    channels: Mapping[ChannelId, str]
    events: Callable[[], AsyncIterator[Event]]
    chunk: int = 200
    progress: tuple[int, int] = (0, 0)
    oddities: Mapping[str, int] = field(default_factory=dict)
    ignored: Mapping[str, int] = field(default_factory=dict)

    async def run(self, receive: Receive) -> None:
        """Hand all of it over, as it comes. Raises Refused and Unavailable."""
        waiting: list[Event] = []
        async for event in self.events():
            waiting.append(event)
            self.progress = (self.progress[0] + 1, 0)
            if len(waiting) >= self.chunk:
                handed, waiting = waiting, []
                await receive(handed)
        if waiting:
            await receive(waiting)
