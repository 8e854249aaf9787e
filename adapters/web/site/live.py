"""What happens, pushed to every window: each view is rendered once, and only what is new about it travels."""

import asyncio
import hashlib
from collections.abc import AsyncGenerator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from adapters.web import limits
from adapters.web.site.site import Key, Site
from adapters.web.site.views import View, Views
from adapters.web.site.wire import difference, message, whole
from bot.ids import AccountId, ChannelId

PAUSE = 0.1
"""Seconds between two refreshes: many changes travel together."""
HEARTBEAT = 15.0
"""Seconds of silence after which a window is told that all is well, so that a dead one is noticed."""
BREATH = 10
"""So many views are rendered in one go."""
BEHIND = 64
"""So many refreshes may wait for a window; one that reads no faster has to come again."""


_log = structlog.get_logger("adapters.web")
MOVED = message("", event="palabre-moved")
"""Tells a window that it shows what nobody there sees any more."""


@dataclass(eq=False, slots=True)
class Window:
    """One open stream."""

    key: Key
    queue: asyncio.Queue[str | None] = field(default_factory=lambda: asyncio.Queue(BEHIND))


class Hub:
    """Knows who watches what, and tells them."""

    beat = 10.0
    """Seconds after which windows are looked through though nothing happened: time passes in them too."""

    def __init__(self, site: Site) -> None:
        self.views = Views(site)
        self._site = site
        self._windows: dict[Key, set[Window]] = {}
        self._last: dict[Key, View] = {}
        self._due = asyncio.Event()
        self._look = True
        self._closed = False

    @property
    def full(self) -> bool:
        """Whether there are as many windows as there may be."""
        return sum(map(len, self._windows.values())) >= limits.WINDOWS

    def changed(self) -> None:
        """The world has changed."""
        self._due.set()

    def saw(self) -> None:
        """The bot has seen more."""
        self._look = True
        self._due.set()

    def all_read(self) -> None:
        """Nothing that stands there now counts as new."""
        self.views.seen.all_read(self._site.state.numbers)

    async def run(self) -> None:
        """Refresh whenever something is new, at most so often, and now and then in any case."""
        self._look, self._closed = True, False
        self._due.set()
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._due.wait(), self.beat)
            self._due.clear()
            await self.look()
            for _ in self._refreshing():
                await asyncio.sleep(0)
            await asyncio.sleep(PAUSE)

    async def look(self) -> None:
        """Ask once, for all windows, what the bot has seen; where that fails, ask again at the next occasion."""
        if not self._look:
            return
        self._look = False
        try:
            seen = await self._site.guide.sightings(self._site.world.space, limits.SIGHTINGS)
        except Exception as error:  # noqa: BLE001 - chat goes on without what the bot saw
            self._look = True
            _log.warning("the panel cannot be told", error=type(error).__name__)
        else:
            self._site.sightings = tuple(seen)

    def refresh(self) -> None:
        """Tell every window what is new about what it shows."""
        for _ in self._refreshing():
            pass

    def _refreshing(self) -> Iterator[None]:
        """The same, with a breath for others between some windows and the next."""
        watched = list(self._windows)
        self._last = {key: view for key, view in self._last.items() if key in self._windows}
        for key in watched:
            self._read(key.person, key.channel)
        for number, key in enumerate(watched):
            try:
                self._tell(key)
            except Exception as error:  # noqa: BLE001 - what one window cannot show must not stop the others
                _log.error("a window cannot be rendered", error=type(error).__name__)
            if number % BREATH == BREATH - 1:
                yield

    def _tell(self, key: Key) -> None:
        windows = tuple(self._windows.get(key, ()))
        if not self.views.holds(key):
            for window in windows:
                self._send(window, MOVED)
            return
        view = self.views.view(key)
        old = self._last.get(key)
        self._last[key] = view
        if old is None or old == view:
            return
        news = message(difference(old, view), name=digest(view))
        for window in windows:
            self._send(window, news)

    def _send(self, window: Window, news: str) -> None:
        try:
            window.queue.put_nowait(news)
        except asyncio.QueueFull:
            self._end(window)

    def _forget(self, window: Window) -> None:
        beside = self._windows.get(window.key, set())
        beside.discard(window)
        if not beside:
            self._windows.pop(window.key, None)

    def _end(self, window: Window) -> None:
        self._forget(window)
        while not window.queue.empty():
            window.queue.get_nowait()
        window.queue.put_nowait(None)

    def _read(self, person: AccountId, channel: ChannelId) -> None:
        self.views.seen.read(person, channel, self._site.state.numbers)

    async def stream(self, key: Key, seen: str) -> AsyncGenerator[str, None]:
        """What one window is sent; `seen` is the digest of what it shows already."""
        window = Window(key)
        view = self.views.view(key)
        if key in self._last and self._last[key] != view:
            self._due.set()
        self._last.setdefault(key, view)
        told = self._last[key]
        self._windows.setdefault(key, set()).add(window)
        try:
            yield ": welcome\n\n"
            if digest(told) != seen:
                yield message(whole(told), name=digest(told))
            while not self._closed and (news := await self._next(window)) is not None:
                yield news
        finally:
            self._forget(window)

    async def _next(self, window: Window) -> str | None:
        try:
            return await asyncio.wait_for(window.queue.get(), HEARTBEAT)
        except TimeoutError:
            return ": well\n\n"

    def close(self) -> None:
        """Let all windows go."""
        self._closed = True
        for window in [one for beside in self._windows.values() for one in beside]:
            self._end(window)


def digest(view: View) -> str:
    """A name for all that a view shows: whoever shows the same needs nothing."""
    parts = (*view.regions.values(), *(html for _, html in view.items))
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()
