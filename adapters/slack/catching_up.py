"""What was written while nobody listened: read from the API, said as Slack would have told it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog

from adapters.slack import inbound
from adapters.slack.directory import Team
from adapters.slack.ending import is_limit
from adapters.slack.filling import FAILURES, Filling
from adapters.slack.guard import Oddities
from adapters.slack.options import Options
from adapters.slack.payloads import Json, inner, moment, number, record, records, said, stamp, stamped
from adapters.slack.refusals import code
from adapters.slack.workspaces import Workspace, Workspaces
from bot.errors import StorageError
from bot.events import Event, MessagePosted
from bot.ids import ChannelId, MessageId, SpaceId, channel_id, native
from bot.ports import Clock, Guide, Turnstile

PAGE, SMALL_PAGE = 200, 15
_EVERY, _SELDOM = timedelta(seconds=1.2), timedelta(minutes=1)
"""The pace of Slack's third tier, and that of apps which it lets read only a little."""
_OVERLAP = timedelta(minutes=6)
"""How long Slack tries to deliver what was not acknowledged: what came later may have been heard before it."""
_MOST_OF_A_CHANNEL = 1_000
_MOST_OF_A_SPACE = 10_000
_MOST_PATIENCE = 5
_AT_ONCE = 100
_NOT_OURS = ("channel_not_found", "not_in_channel", "missing_scope", "is_archived")
"""Why a channel cannot be read now and, as far as anybody can tell, later."""
_log = structlog.get_logger("adapters.slack")


@dataclass(frozen=True, slots=True)
class Gap:
    """A channel of which something may be missing."""

    channel: str
    after: str
    """The latest message that was heard of, or the moment from which on anything counts."""
    since: str
    """From when on messages are looked at for the sake of the threads that hang from them."""


class Reader:
    """Reads messages of channels, one request at a time; those that cannot be understood are counted."""

    def __init__(self, options: Options, filling: Filling, turnstile: Turnstile, oddities: Oddities) -> None:
        self._throttled = options.throttled
        self._filling = filling
        self._turnstile = turnstile
        self._oddities = oddities

    async def gap(self, workspace: Workspace, gap: Gap, most: int) -> Sequence[MessagePosted]:
        """What is missing of a channel, threads included. Raises what prevents an answer."""
        since = gap.after if self._throttled else gap.since
        found: list[Json] = []
        async for entry in self.latest(workspace, gap.channel, since):
            if _later(entry, "ts", gap.after):
                found.append(entry)
            if _later(entry, "latest_reply", gap.after):
                found += [one async for one in self.replies(workspace, gap.channel, stamp(entry, "ts"), gap.after)]
            if len(found) >= most:
                _log.warning("the rest of a channel is left unread", channel=gap.channel)
                break
        return await self.events(workspace, gap.channel, found)

    async def latest(self, workspace: Workspace, channel: str, since: str, until: str = "") -> AsyncIterator[Json]:
        """Messages of a channel, the youngest first, without what stands only in threads."""
        given = {"channel": channel, "oldest": since, **({"latest": until} if until else {})}
        async for entry in self._pages(workspace, workspace.client.conversations_history, given):
            yield entry

    async def replies(self, workspace: Workspace, channel: str, thread: str, after: str) -> AsyncIterator[Json]:
        """What stands in a thread, without the message that it hangs from."""
        given = {"channel": channel, "ts": thread, "oldest": after}
        async for entry in self._pages(workspace, workspace.client.conversations_replies, given):
            if entry.get("ts") != thread and _later(entry, "ts", after):
                yield entry

    async def events(self, workspace: Workspace, channel: str, entries: Iterable[Json]) -> Sequence[MessagePosted]:
        """What messages say, each once, in the order of time."""
        found: dict[MessageId, MessagePosted] = {}
        for entry in entries:
            if event := await self._event(workspace, channel, entry):
                found[event.message] = event
        return sorted(found.values(), key=order)

    async def _event(self, workspace: Workspace, channel: str, entry: Json) -> MessagePosted | None:
        try:
            await self._filling.meet(workspace, inbound.unknown(workspace.team, entry))
            return inbound.message(workspace.team, channel, entry)
        except Exception as error:  # noqa: BLE001 - counted; the next message is another one
            self._oddities.note("conversations_history", error)
            return None

    async def _pages(
        self, workspace: Workspace, call: Callable[..., Awaitable[Any]], given: Json
    ) -> AsyncIterator[Json]:
        cursor = ""
        while True:
            paged = {**given, "limit": SMALL_PAGE if self._throttled else PAGE}
            answer = await self._asked(workspace, call, {**paged, "cursor": cursor} if cursor else paged)
            for entry in records(answer, "messages"):
                yield entry
            cursor = said(inner(answer, "response_metadata"), "next_cursor")
            if not cursor:
                return

    async def _asked(self, workspace: Workspace, call: Callable[..., Awaitable[Any]], given: Json) -> Json:
        """One page, as soon as Slack lets us."""
        gate = f"slack-history:{workspace.team.native}"
        for _ in range(_MOST_PATIENCE):
            await self._turnstile.turn(gate, _SELDOM if self._throttled else _EVERY)
            try:
                return record({"answer": (await call(**given)).data}, "answer")
            except FAILURES as error:
                pause = is_limit(error)
                if pause is None:
                    raise
                await asyncio.sleep(pause.total_seconds())
        raise TimeoutError


class CatchingUp:
    """Compares what was heard of last with what there is, and reads what lies between."""

    def __init__(self, reader: Reader, workspaces: Workspaces, guide: Guide, options: Options, clock: Clock) -> None:
        """Nothing older than `options.catch_up` is read, and nothing at all where it is zero."""
        self._reader = reader
        self._workspaces = workspaces
        self._guide = guide
        self._span = options.catch_up
        self._clock = clock
        self._noticed: dict[SpaceId, tuple[Workspace, Sequence[Gap]]] = {}
        self._waiting: asyncio.Queue[tuple[Workspace, Sequence[Gap]]] = asyncio.Queue()
        self._unread: Counter[ChannelId] = Counter()
        """How many readings of a channel are still to come: its mark goes with the last one."""
        self._marking = asyncio.Lock()

    async def notice(self, space: SpaceId) -> None:
        """Find the gaps of a space before anything later is heard there. Raises StorageError."""
        workspace = self._workspaces.held(space.partition(":")[2])
        if workspace is None or not self._span or space in self._noticed:
            return
        now = self._clock.now()
        async with self._marking:
            newest, marked = await self._guide.newest(space), await self._guide.gaps(space)
            if found := gaps(workspace.team, newest, marked, stamped(now - self._span)):
                after = {channel_id(space, one.channel): one.after for one in found}
                await self._guide.note_gaps(space, after, now)
                self._unread.update(after.keys())
                self._noticed[space] = (workspace, found)

    def follow(self) -> None:
        """From now on what was noticed may be read: a space that is new to the bot has its place there now."""
        for one in self._noticed.values():
            self._waiting.put_nowait(one)
        self._noticed.clear()

    async def run(self, hand_over: Callable[[Sequence[Event]], Awaitable[None]]) -> None:
        """Read what is missing until cancelled."""
        while True:
            workspace, found = await self._waiting.get()
            space = workspace.team.space
            read, done = await self._read(workspace, found)
            events = sorted(read, key=order)
            _log.info("caught up", space=space, channels=len(found), number=len(events))
            for start in range(0, len(events), _AT_ONCE):
                await hand_over(events[start : start + _AT_ONCE])
            self._unread.subtract(channel_id(space, one.channel) for one in found)
            await self._close(space, done)

    async def _read(self, workspace: Workspace, found: Sequence[Gap]) -> tuple[list[MessagePosted], list[ChannelId]]:
        """What is missing, and the channels of which nothing more can be read."""
        events: list[MessagePosted] = []
        done: list[ChannelId] = []
        for gap in found:
            channel = channel_id(workspace.team.space, gap.channel)
            try:
                events += await self._reader.gap(workspace, gap, _MOST_OF_A_CHANNEL)
                done.append(channel)
            except FAILURES as error:
                kind = code(error) or type(error).__name__
                _log.warning("a channel cannot be read", channel=gap.channel, error=kind)
                if kind in _NOT_OURS:
                    done.append(channel)
            if len(events) >= _MOST_OF_A_SPACE:
                _log.warning("the rest of a space is left unread", space=workspace.team.space)
                break
        return events, done

    async def _close(self, space: SpaceId, channels: Sequence[ChannelId]) -> None:
        """A mark that stays by mistake has its channel read once more, which does nothing."""
        try:
            async with self._marking:
                await self._guide.close_gaps(space, [one for one in channels if self._unread[one] <= 0])
        except StorageError as error:
            _log.warning("what was read stays marked", space=space, error=str(error))


def order(event: MessagePosted) -> tuple[int, int]:
    """Slack names messages by the moment at which they were written."""
    return number(native(event.message))


def _later(entry: Json, key: str, than: str) -> bool:
    """Whether something happened after a moment; not, where nothing did. Raises Odd."""
    return entry.get(key) is not None and number(stamp(entry, key)) > number(than)


def gaps(
    team: Team, newest: Mapping[ChannelId, MessageId], marked: Mapping[ChannelId, str], earliest: str
) -> tuple[Gap, ...]:
    """Where something may be missing: in all channels that we are in and ever heard of, or that are younger than those.

    What is `marked` is missing from there on, whatever was heard of since. A bot that is new does not read what was
    written before it came.
    """
    heard = {native(channel): native(message) for channel, message in newest.items()}
    youngest = max(map(number, heard.values()), default=None)
    if youngest is None:
        return ()
    known = {channel: _shortly_before(message) for channel, message in heard.items()}
    known |= {native(channel): after for channel, after in marked.items()}
    found = []
    for channel, place in team.places.items():
        if not place.inside or place.archived:
            continue
        after = known.get(channel, str(place.created))
        if channel in known or place.created > youngest[0]:
            found.append(Gap(channel, max(after, earliest, key=number), earliest))
    return tuple(found)


def _shortly_before(written: str) -> str:
    return stamped(moment(written) - _OVERLAP)
