"""The past through today's rules: an export's events on the road, with answers to effects simulated."""

import asyncio
import re
import unicodedata
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from adapters.exports.opening import open_export
from adapters.exports.outbound import made
from bot.app import tidying
from bot.app.assembly import Assembly, assemble
from bot.app.bygone import Bygone, Exported
from bot.app.clock import SystemClock
from bot.config.load import Config
from bot.config.model import Community, Mode
from bot.effects import Effect
from bot.errors import Complaint, Complaints, ExportError
from bot.events import Event, MessagePosted
from bot.ids import ChannelId, CommunityId, EffectKey, PolicyId
from bot.pipeline.moments import ReplayedMoments
from bot.pipeline.partition import Partition, Patience
from bot.pipeline.queue import LocalQueue
from bot.ports import Receipt
from bot.records import PolicyHit
from bot.storage import questions
from bot.storage.batch import Ruled
from bot.storage.store import Store

Watch = Callable[[Sequence[Ruled]], None]


@dataclass(slots=True)
class Replayed:
    """What a replay saw and what came of it; counts are of this run alone."""

    community: CommunityId
    name: str
    """What the export calls itself."""
    settings: Community
    """As this run had them."""
    channels: dict[ChannelId, str]
    policies: dict[PolicyId, Mode]
    """Those that looked at every message, with their modes."""
    handed: int = 0
    """Events that the export held."""
    new: int = 0
    """Events that were not known from an earlier run."""
    messages: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    hits: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By policy and mode."""
    effects: Counter[str] = field(default_factory=Counter)
    """By kind; recorded, never sent."""
    stumbles: int = 0
    oddities: Counter[str] = field(default_factory=Counter)
    ignored: Counter[str] = field(default_factory=Counter)
    since: datetime | None = None
    until: datetime | None = None

    @property
    def known(self) -> int:
        """Events that an earlier run had seen already."""
        return self.handed - self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What to replay, and how."""

    export: Path | Bygone
    """A file or a folder, or what is read from elsewhere."""
    community: str | None = None
    space: str | None = None
    packs: tuple[str, ...] = ()
    """Packs to apply besides those of the community's settings."""
    adjust: Callable[[Community], Community] | None = None
    """Changes the community's settings for this run, packs included."""
    chunk: int = 1000
    """Events handed over at a time."""
    batch: int = 1000
    """At most so many of them in one transaction."""
    patience_seconds: float = 10.0
    """How long to wait for a database that does not answer."""
    progress: Callable[[int, int], None] | None = None
    """Is told how much is read, of how much; of 0 where nobody knows."""
    watch: Watch | None = None
    """Is shown what was ruled, batch by batch."""


async def replay(config: Config, wanted: Replay) -> Replayed:
    """Send an export down the road. Raises ExportError, Complaints, StorageError; what was committed before stays."""
    export = wanted.export
    if isinstance(export, Path):
        export = Exported(open_export(export, space=wanted.space), wanted.chunk)
    community, settings = belongs(config, export, wanted.community)
    settings = settings.model_copy(update={"packs": tuple(dict.fromkeys((*settings.packs, *wanted.packs)))})
    settings = wanted.adjust(settings) if wanted.adjust else settings
    assembly = assemble(config, community, settings, ReplayedMoments(), _simulate)
    result = Replayed(community, export.name, settings, dict(export.channels), dict(assembly.book.modes))
    async with AsyncExitStack() as stack:
        store = await Store.open(config.database.get_secret_value(), create=True, keys=config.keys)
        stack.push_async_callback(store.close)
        await store.remember_revisions(
            ((one.id, one.policy, one.canonical) for one in assembly.book.revisions), SystemClock().now()
        )
        try:
            await _drive(export, assembly, store, wanted, result)
        finally:
            result.oddities, result.ignored = Counter(export.oddities), Counter(export.ignored)
        await _tidy(config, store, community)
    return result


def belongs(config: Config, export: Bygone, asked: str | None) -> tuple[CommunityId, Community]:
    """Whose export this is: the community that has its space, the one that was asked for, or a new one by its name."""
    known = config.settings.communities
    if asked is not None and asked in known:
        return CommunityId(asked), known[asked]
    for name, community in known.items():
        if export.space in community.spaces and asked is None:
            return CommunityId(name), community
    if known and asked is None:
        place = str(config.source or "config.toml")
        problem = f"this export is of the space {export.space}, which no community here has"
        raise Complaints([Complaint(place, problem, "add it to a community's spaces, or name one with --community")])
    return CommunityId(asked or _slug(export.name)), Community(spaces=(export.space,))


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-") or "community"


async def _drive(export: Bygone, assembly: Assembly, store: Store, wanted: Replay, result: Replayed) -> None:
    def watch(batch: Sequence[Ruled]) -> None:
        _count(result, batch)
        if wanted.watch:
            wanted.watch(batch)
        if wanted.progress:
            wanted.progress(*export.progress)

    queue = LocalQueue()
    patience = Patience(batch=wanted.batch, seconds=wanted.patience_seconds)
    partition = Partition(assembly.community, store, queue, assembly.rules, patience, watch)
    road = asyncio.create_task(partition.run())
    ahead = _Ahead(queue.put, result)
    try:
        try:
            await export.run(ahead.receive)
        except ExportError:
            await ahead.land()
            raise
        await ahead.land()
    finally:
        road.cancel()
        await asyncio.gather(road, ahead.land(), return_exceptions=True)


class _Ahead:
    """Lets the export be read one chunk ahead of the database."""

    def __init__(self, put: Callable[[Sequence[Event]], Awaitable[None]], result: Replayed) -> None:
        self._put = put
        self._result = result
        self._last: Awaitable[None] | None = None

    async def receive(self, events: Sequence[Event]) -> None:
        self._result.handed += len(events)
        before, self._last = self._last, self._put(events)
        if before is not None:
            await before

    async def land(self) -> None:
        """Wait for what is still on its way."""
        if self._last is not None:
            last, self._last = self._last, None
            await last


def _count(result: Replayed, batch: Sequence[Ruled]) -> None:
    for one in batch:
        arrival = one.arrival
        if arrival.space.startswith("palabre:"):
            continue
        result.new += 1
        result.kinds[arrival.kind] += 1
        result.stumbles += len(one.stumbles)
        result.since = min(result.since or arrival.at, arrival.at)
        result.until = max(result.until or arrival.at, arrival.at)
        if isinstance(arrival, MessagePosted):
            result.messages += 1
        for record in one.records:
            if isinstance(record, PolicyHit):
                result.hits[record.policy, record.mode] += 1
        for enqueued in one.effects:
            result.effects[enqueued.effect.kind] += 1


def _simulate(effect: Effect, key: EffectKey, now: datetime) -> Receipt:  # noqa: ARG001
    return Receipt(made=made(effect, key), simulated=True)


async def _tidy(config: Config, store: Store, community: CommunityId) -> None:
    """Keep of the past what may be kept of it, as of its own last day."""
    async with store.reading() as connection:
        partition = await questions.partition(connection, community)
        last = await questions.last_moment(connection, partition) if partition is not None else None
    if partition is not None and last is not None:
        await tidying.tidy(config, store, partition, last)
