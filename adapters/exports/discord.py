"""The layout of DiscordChatExporter: one JSON file per channel or thread, or several parts of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from adapters.exports.export import Export, Names, Source
from adapters.exports.fields import EPOCH, iso_time, record, string
from adapters.exports.files import Files, Opener
from adapters.exports.inbound_discord import DiscordInbound
from adapters.exports.streaming import JsonStream
from adapters.exports.tally import Tally
from bot.errors import ExportError
from bot.ids import AccountId, SpaceId, channel_id, space_id


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says before its messages."""

    file: str
    guild: str
    guild_name: str
    channel: str
    channel_name: str
    starts: datetime


def heads(files: Files, tally: Tally) -> list[Head]:
    """The beginning of every file that is an export of a channel; others are counted. Raises ExportError."""
    found = []
    with files.opened() as opener:
        for name in files.sizes:
            head = _head(opener, name)
            if head:
                found.append(head)
            else:
                tally.odd("file that is no export of a channel")
    return found


def open_discord(files: Files, found: Sequence[Head], tally: Tally, space: SpaceId | None) -> Export:
    """Read nothing more; the messages wait. Raises ExportError."""
    guilds = sorted({head.guild for head in found})
    if len(guilds) > 1:
        names = ", ".join(sorted({head.guild_name or head.guild for head in found}))
        raise ExportError(f"{files.path}: holds several servers ({names}): keep each in a folder of its own")
    space = space or space_id("discord", guilds[0])
    channels = {channel_id(space, head.channel): head.channel_name or head.channel for head in found}
    people: dict[AccountId, str] = {}
    layout = DiscordLayout(found, DiscordInbound(space, tally, people))
    name = found[0].guild_name or files.path.stem
    return Export(files, tally, layout, Names(space, name, channels, people))


class DiscordLayout:
    """All files beside each other, each open only between its first message and its last."""

    window = 50

    def __init__(self, found: Sequence[Head], inbound: DiscordInbound) -> None:
        self._sources = [Source(head.file, head.channel, head.starts) for head in found]
        self.events = inbound.events

    def batches(self) -> Iterator[Sequence[Source]]:
        """One batch."""
        yield self._sources

    def entries(self, stream: JsonStream) -> Iterator[object]:
        """A file is an object that holds its messages as a list."""
        stream.members(until="messages")
        return stream.items()


def _head(opener: Opener, name: str) -> Head | None:
    with opener(name) as file:
        stream = JsonStream(file, name, Tally())
        if stream.next() != "{":
            return None
        head = stream.members(until="messages")
        guild, channel = record(head.get("guild")), record(head.get("channel"))
        clean = Tally().clean
        if not (string(guild.get("id")) and string(channel.get("id")) and stream.next() == "["):
            return None
        return Head(
            file=name,
            guild=clean(string(guild["id"])),
            guild_name=clean(string(guild.get("name"))),
            channel=clean(string(channel["id"])),
            channel_name=clean(string(channel.get("name"))),
            starts=_starts(stream, name),
        )


def _starts(stream: JsonStream, name: str) -> datetime:
    """The time of the first message; damage further on is told when it is reached."""
    try:
        times = [iso_time(record(entry).get("timestamp")) for entry in islice(stream.items(), 2)]
    except ExportError:
        return EPOCH
    known = [at for at in times if at]
    if known != sorted(known):
        raise ExportError(f"{name}: the newest message comes first; export the channel again without --reverse")
    return known[0] if known else EPOCH
