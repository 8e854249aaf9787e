"""What a window shows, rendered: its regions and its messages, each kept until something about it changes."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from babel import dates
from markupsafe import escape

from adapters.web import render
from adapters.web.html import tag
from adapters.web.ink import Ink, anchor
from adapters.web.questions import messages, sees, unread, visible, why_silent
from adapters.web.site import panel
from adapters.web.site.site import Key, Site
from adapters.web.site.templates import fragment
from adapters.web.state import Message, Room
from adapters.web.text import clean
from bot.ids import AccountId, ChannelId, native
from bot.views import Locale

GROUPED = timedelta(minutes=7)
"""What one person writes within it stands below one name."""
KEPT = 20_000
"""Rendered messages at hand."""


@dataclass(frozen=True, slots=True)
class View:
    """All that moves in a window."""

    regions: dict[str, str]
    items: tuple[tuple[str, str], ...]
    """The messages, each with its place in the page."""
    latest: str = ""
    """The last message as it is read out."""


@dataclass(slots=True)
class Seen:
    """Up to where everybody has read; forgotten when the program ends."""

    base: int
    marks: dict[tuple[AccountId, ChannelId], int] = field(default_factory=dict)

    def all_read(self, number: int) -> None:
        """Nothing is new to anybody."""
        self.base = number
        self.marks.clear()

    def read(self, person: AccountId, channel: ChannelId, number: int) -> None:
        """Somebody has a channel before their eyes."""
        self.marks[person, channel] = number

    def mark(self, person: AccountId, channel: ChannelId) -> int:
        """Up to where somebody has read."""
        return self.marks.get((person, channel), self.base)


class Views:
    """Renders what windows show."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._kept: OrderedDict[object, str] = OrderedDict()
        self._panels: dict[Locale, tuple[object, str]] = {}
        self.seen = Seen(site.state.numbers)

    @property
    def kept(self) -> int:
        """How many renderings are at hand."""
        return len(self._kept)

    def holds(self, key: Key) -> bool:
        """Whether that person still sees that place."""
        state = self._site.state
        person, room = state.people.get(key.person), state.rooms.get(key.channel)
        if person is None or room is None or person.bot or not sees(person, room):
            return False
        return key.thread is None or key.thread in state.messages

    def view(self, key: Key) -> View:
        """What that window shows now."""
        ink = self._site.ink(key.locale)
        shown = messages(self._site.state, key.person, key.channel, key.thread)
        cut = shown[-key.most :]
        regions = {
            "rail-places": self._rail(key, ink),
            "head": self._head(key, ink),
            "notice": self._notice(key, ink),
            "self": fragment("self.html", ink, person=self._site.state.people[key.person]),
            "clock": self._clock(ink),
            "sightings": self._panel(ink),
            "earlier": self._earlier(key, ink, shown, cut),
        }
        return View(regions, tuple(self._items(key, ink, cut)), self._latest(ink, shown))

    def _rail(self, key: Key, ink: Ink) -> str:
        state = self._site.state
        rooms = visible(state, key.person)
        counted = [
            (
                room,
                native(room.channel),
                unread(state, key.person, room.channel, self.seen.mark(key.person, room.channel)),
            )
            for room in rooms
        ]
        return fragment("rail.html", ink, rooms=counted, here=key.channel)

    def _head(self, key: Key, ink: Ink) -> str:
        state = self._site.state
        room = state.rooms[key.channel]
        kept = ("head", ink.locale, key.channel, key.thread, room.slowmode, room.locked, state.names)
        return self._once(kept, lambda: self._titled(room, key, ink))

    def _titled(self, room: Room, key: Key, ink: Ink) -> str:
        people = [one for one in self._site.state.people.values() if not one.gone and not one.bot and sees(one, room)]
        parts = {"room": room, "people": len(people), "thread": key.thread, "back": native(key.channel)}
        return fragment("head.html", ink, **parts, topic=clean(room.topic))

    def _notice(self, key: Key, ink: Ink) -> str:
        state, now = self._site.state, self._site.now()
        why = why_silent(state, key.person, state.rooms[key.channel], now)
        person = state.people[key.person]
        closed = not person.direct_messages and state.rooms[key.channel].kind == "direct"
        return fragment("notice.html", ink, why=ink.words(why) if why else None, closed=closed, gone=person.gone)

    def _clock(self, ink: Ink) -> str:
        machine = self._site.machine
        if machine is None:
            return ""
        minute = self._site.now().replace(second=0, microsecond=0)
        return fragment("clock.html", ink, now=minute, moved=machine.moved)

    def _panel(self, ink: Ink) -> str:
        """One for each language: it is as long as all messages of a window, and changes with every one."""
        known = (self._site.sightings, self._site.state.names)
        kept = self._panels.get(ink.locale)
        if kept is None or kept[0] != known:
            self._panels[ink.locale] = kept = (known, panel.render(self._site, ink))
        return kept[1]

    def _earlier(self, key: Key, ink: Ink, shown: Sequence[Message], cut: Sequence[Message]) -> str:
        """The way back; it leads to where one is, with more above it."""
        direct = self._site.state.rooms[key.channel].kind == "direct"
        parts = {"hidden": len(shown) - len(cut), "most": key.most * 3, "empty": not shown, "direct": direct}
        return fragment("earlier.html", ink, key=key, first=anchor(cut[0].id) if cut else "", **parts)

    def _items(self, key: Key, ink: Ink, shown: Sequence[Message]) -> Iterator[tuple[str, str]]:
        before: Message | None = None
        zone = ZoneInfo(self._site.options.zone)
        for one in shown:
            day = one.at.astimezone(zone).date()
            if before is None or before.at.astimezone(zone).date() != day:
                yield f"day-{day:%Y%m%d}", self._once(("day", day, ink.locale), partial(self._day, day, ink))
                before = None
            yield anchor(one.id), self._message(key, ink, one, first=_first(before, one))
            before = one

    def _message(self, key: Key, ink: Ink, one: Message, *, first: bool) -> str:
        mine = frozenset(emoji for emoji, people in one.reactions.items() if key.person in people)
        look = render.Look(first, mine, in_thread=key.thread is not None)
        kept = (one.id, one.version, ink.locale, look, self._site.state.names)
        author = self._site.state.people[one.author]
        return self._once(kept, lambda: str(render.message(one, author, ink, look)))

    def _once(self, key: object, make: Callable[[], str]) -> str:
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            self._kept[key] = make()
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]

    def _day(self, day: date, ink: Ink) -> str:
        words = dates.format_date(day, format="full", locale="en_GB" if ink.locale == "en" else ink.locale)
        return str(tag("li", tag("span", words), class_="day", id=f"day-{day:%Y%m%d}"))

    def _latest(self, ink: Ink, shown: Sequence[Message]) -> str:
        if not shown or shown[-1].deleted:
            return ""
        last = shown[-1]
        words = ink.ui("card-read-out") if last.shown else clean(last.text)[:200]
        return str(escape(f"{ink.person(last.author)}: {words}"))


def _first(before: Message | None, one: Message) -> bool:
    """Whether a message needs face and name above it."""
    if before is None or before.author != one.author or before.only_for != one.only_for:
        return True
    return one.at - before.at > GROUPED or before.deleted or before.shown is not None
