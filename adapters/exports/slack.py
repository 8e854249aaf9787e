"""The official layout of a Slack export: lists of users and channels, then one file per channel and day."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import PurePosixPath

from adapters.exports.export import Export, Names, Source
from adapters.exports.fields import Json, string
from adapters.exports.files import Files, Opener
from adapters.exports.inbound_slack import SlackInbound
from adapters.exports.slack_people import person
from adapters.exports.streaming import JsonStream
from adapters.exports.tally import Tally
from bot.errors import ExportError
from bot.ids import SpaceId, account_id, channel_id, space_id

LISTS = ("channels.json", "groups.json", "mpims.json", "dms.json")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)\.json")
ZIP_NAME = re.compile(r"\s+Slack export\b.*", re.IGNORECASE)
NOT_A_WORD = re.compile(r"[^a-z0-9]+")
AT_ONCE = dt.datetime.min.replace(tzinfo=dt.UTC)
"""All files of a day are opened together: what a day is depends on a time zone that the export does not name."""
LOOK_AT = 20
"""How many messages are asked for the team's id where the users do not tell it."""


def root_of(files: Files) -> str | None:
    """The folder that holds the lists, ending in a slash unless it is the top; None where this is no Slack export."""
    lists = [name for name in files.sizes if PurePosixPath(name).name in (*LISTS, "users.json")]
    roots = sorted({name[: -len(PurePosixPath(name).name)] for name in lists}, key=lambda root: (len(root), root))
    return next((root for root in roots if any(_day(root, name) for name in files.sizes)), None)


def open_slack(files: Files, root: str, space: SpaceId | None) -> Export:
    """Read the lists; the messages wait. Raises ExportError."""
    tally = Tally()
    with files.opened() as opener:
        rooms = _Rooms(files, root, opener, tally)
        users = [*rooms.listed("users.json")]
        name = ZIP_NAME.sub("", files.path.stem) or files.path.stem
        space = space or _space(users, rooms, name)
    people = {native: person(user, space, tally) for user in users if (native := string(user.get("id")))}
    names = {native: tally.clean(called) for native, called in rooms.names.items()}
    layout = SlackLayout(rooms.days, SlackInbound(space, people, names, tally))
    listed = {channel_id(space, native): called for native, called in names.items()}
    known = {account_id(space, native): known.name for native, known in people.items() if known.name}
    return Export(files, tally, layout, Names(space, name, listed, known))


class SlackLayout:
    """Day by day, so that only the files of one day are open."""

    window = 1000

    def __init__(self, days: Mapping[str, Sequence[tuple[str, str]]], inbound: SlackInbound) -> None:
        self._days = days
        self.events = inbound.events

    def batches(self) -> Iterator[Sequence[Source]]:
        """One batch for each day."""
        for files in self._days.values():
            yield [Source(file, place, AT_ONCE) for file, place in files]

    def entries(self, stream: JsonStream) -> Iterator[object]:
        """A day's file is a list of messages."""
        return stream.items()


class _Rooms:
    """Which folder is which channel, and which file which day."""

    def __init__(self, files: Files, root: str, opener: Opener, tally: Tally) -> None:
        self._files, self._root, self._opener, self._tally = files, root, opener, tally
        rooms = [room for name in LISTS for room in self.listed(name) if string(room.get("id"))]
        self.names = {tally.clean(string(room["id"])): _called(room) for room in rooms}
        places = {name: tally.clean(string(room["id"])) for room in rooms if (name := string(room.get("name")))}
        places |= {native: native for native in self.names}
        self.days = self._by_day(places)

    def listed(self, name: str) -> Iterator[Json]:
        """The entries of one of the lists, where the export has it."""
        if self._root + name in self._files.sizes:
            yield from (entry for entry in self._entries(self._root + name) if isinstance(entry, dict))

    def first_messages(self) -> Iterator[Json]:
        """Some messages of the first day."""
        file, _ = next(iter(self.days.values()))[0]
        yield from (entry for entry in islice(self._entries(file), LOOK_AT) if isinstance(entry, dict))

    def _entries(self, name: str) -> Iterator[object]:
        with self._opener(name) as file:
            yield from JsonStream(file, name, Tally()).items()

    def _by_day(self, places: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
        days: dict[str, list[tuple[str, str]]] = {}
        unlisted = set()
        for file in sorted(self._files.sizes):
            day = _day(self._root, file)
            if day:
                folder = file[len(self._root) :].partition("/")[0]
                unlisted |= {folder} - places.keys()
                days.setdefault(day, []).append((file, places.get(folder) or self._tally.clean(folder)))
        if unlisted:
            self._tally.odd("channel folder that no list names", len(unlisted))
        return dict(sorted(days.items()))


def _day(root: str, name: str) -> str | None:
    """The day of a file of messages; None for any other file."""
    if not name.startswith(root):
        return None
    parts = name[len(root) :].split("/")
    match = DAY.fullmatch(parts[-1]) if len(parts) == 2 else None
    try:
        return dt.date.fromisoformat(match[1]).isoformat() if match else None
    except ValueError:
        return None


def _called(room: Json) -> str:
    return string(room.get("name")) or string(room["id"])


def _space(users: Sequence[Json], rooms: _Rooms, name: str) -> SpaceId:
    """Guests from other workspaces carry their own team's id: most users are at home."""
    teams = Counter(team for user in users if (team := string(user.get("team_id"))))
    if not teams:
        teams = Counter(team for message in rooms.first_messages() if (team := string(message.get("team"))))
    native = teams.most_common(1)[0][0] if teams else NOT_A_WORD.sub("-", name.lower()).strip("-")
    if not native:
        raise ExportError("this Slack export does not say whose it is: name its space, such as slack:T024BE7LD")
    return space_id("slack", native)
