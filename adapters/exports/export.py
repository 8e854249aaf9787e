"""An export once it is known what it is: names at hand, events on demand."""

import datetime as dt
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from adapters.exports.files import Files, Opener
from adapters.exports.merging import Key, Lane, Moment, in_order, merged
from adapters.exports.streaming import JsonStream
from adapters.exports.tally import Tally
from bot.events import Event
from bot.ids import AccountId, ChannelId, SpaceId


@dataclass(frozen=True, slots=True)
class Source:
    """A file of messages of one channel."""

    file: str
    place: str
    """The channel as the platform names it."""
    starts: dt.datetime
    """Nothing in it is older."""


class Layout(Protocol):
    """How a platform's export is laid out."""

    @property
    def window(self) -> int:
        """How many places from where it belongs a message may stand in its file."""
        ...

    def batches(self) -> Iterator[Sequence[Source]]:
        """The files, in groups of which each lies wholly before the next."""
        ...

    def entries(self, stream: JsonStream) -> Iterator[object]:
        """The messages of one file, as they stand there."""
        ...

    def events(self, entry: object, place: str) -> Sequence[Event]:
        """What one message says happened."""
        ...


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in an export."""

    space: SpaceId
    name: str
    channels: Mapping[ChannelId, str]
    people: Mapping[AccountId, str]


class Export:
    """An export of one space."""

    def __init__(self, files: Files, tally: Tally, layout: Layout, names: Names) -> None:
        self.space: SpaceId = names.space
        self.name: str = names.name
        """The workspace or the guild, else the file, as people call it."""
        self.channels: Mapping[ChannelId, str] = names.channels
        self.people: Mapping[AccountId, str] = names.people
        """From Slack all of them at once; from Discord those met so far."""
        self.size = sum(files.sizes[source.file] for batch in layout.batches() for source in batch)
        """In bytes, of all files of messages."""
        self._files, self._tally, self._layout = files, tally, layout
        tally.opened()
        tally.restart()

    @property
    def read(self) -> int:
        """How many bytes of `size` the present reading has behind it."""
        return self._tally.read

    @property
    def oddities(self) -> Counter[str]:
        """What the present reading did not understand, by plain name."""
        return self._tally.oddities

    @property
    def ignored(self) -> Counter[str]:
        """What the present reading understood and is no event: pins, topics and the like."""
        return self._tally.ignored

    def events(self) -> Generator[Event, None, None]:
        """Everything that happened, by time, channel and id. Raises ExportError once all before a damage is given."""
        self._tally.restart()
        last: Key | None = None
        with self._files.opened() as opener:
            for batch in self._layout.batches():
                lanes = [Lane(source.starts, partial(self._lane, opener, source)) for source in batch]
                with closing(merged(lanes)) as moments:
                    for key, events in moments:
                        if last is not None and key < last:
                            self._tally.odd("message out of time order")
                        last = key
                        yield from events

    def _lane(self, opener: Opener, source: Source) -> Generator[Moment, None, None]:
        with opener(source.file) as file:
            stream = JsonStream(file, source.file, self._tally)
            with closing(self._moments(stream, source.place)) as moments:
                yield from in_order(moments, self._layout.window)

    def _moments(self, stream: JsonStream, place: str) -> Generator[Moment, None, None]:
        channel = f"{self.space}/{place}"
        for entry in self._layout.entries(stream):
            events = self._layout.events(entry, place)
            if events:
                yield (events[0].at, channel, events[0].id), events
