"""A community at work: adapters bring events in, the road rules, the dispatcher carries effects out, time ticks."""

import asyncio
from collections.abc import Awaitable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.app import doorways, folders, tidying
from bot.app.abilities import cannot, check_capabilities
from bot.app.adoption import Adopt, Adoption
from bot.app.assembly import ALWAYS, Assembly, kept, put_together
from bot.app.lifecycle import Lifecycle
from bot.app.pulse import LONGEST_GAP, Pulse, outage
from bot.app.shelf import Shelf
from bot.commands import BeginCommunity, Command, NoteOutage
from bot.config.load import Config
from bot.config.model import Community
from bot.dispatch import Dispatcher
from bot.errors import Complaint, Complaints, Unavailable
from bot.events import Ask, DoorUsed, Event, MemberRolesChanged, SpaceJoined, Ticked
from bot.ids import OUTSIDE, CommunityId, EventId, Platform, SpaceId, own_space, platform_of
from bot.pipeline.batch import Rules
from bot.pipeline.partition import Partition, Watch
from bot.pipeline.queue import LocalQueue
from bot.policy.book import Book
from bot.ports import Adapter, Arrival, Clock
from bot.records import SettingChanged
from bot.scheduler import Scheduler
from bot.storage import heartbeats, questions
from bot.storage.batch import Ruled
from bot.storage.store import Store

_SOON = timedelta(seconds=5)
_log = structlog.get_logger("bot")


@dataclass(frozen=True, slots=True)
class _Home:
    """A community at work."""

    queue: LocalQueue
    dispatcher: Dispatcher
    lifecycle: Lifecycle
    settings: Community
    beginning: asyncio.Task[None]

    @property
    def begun(self) -> bool:
        """Whether its road has taken what comes before everything else."""
        return self.beginning.done()

    def put(self, arrivals: Sequence[Arrival]) -> Awaitable[None]:
        """On its road."""
        return self.queue.put(arrivals)

    def wake(self) -> None:
        """Something may go out."""
        self.dispatcher.wake()


class Bot:
    """Everything that runs in one process. An adapter that fails is started again; the road goes on meanwhile."""

    look_seconds = 2.0
    """How often the folders of packs are looked at."""
    pause_seconds = (1.0, 300.0)
    """The first and the longest pause before an adapter that failed is started again."""

    def __init__(
        self,
        config: Config,
        store: Store,
        assemblies: Sequence[Assembly],
        adapters: Sequence[Adapter],
        clock: Clock,
        watch: Watch | None = None,
    ) -> None:
        """`watch` is shown every batch of every community once it is committed. Raises Complaints."""
        self._cannot = cannot(adapters)
        complaints = [complaint for one in assemblies for complaint in check_capabilities(one, self._cannot)]
        if complaints:
            raise Complaints(complaints)
        self._config = config
        self._store = store
        self._assemblies = assemblies
        self._adapters: Mapping[Platform, Adapter] = {adapter.platform: adapter for adapter in adapters}
        self._clock = clock
        self._watch = watch
        self._running: dict[CommunityId, _Home] = {}
        self._books: dict[CommunityId, Book] = {}
        self._strange: set[SpaceId] = set()
        self._scheduler = Scheduler(self._tidy)
        self._pulse = Pulse(store, clock, list(self._adapters), self._running)
        self._shelf = Shelf()
        self._group: asyncio.TaskGroup | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._ending = asyncio.Event()
        self.started = asyncio.Event()
        """Set once every community has its road."""
        self.adopt: Adopt | None = None
        """What becomes of spaces that no community has; None: they are left alone."""
        self.homes: dict[SpaceId, CommunityId] = {
            space: one.community for one in assemblies for space in one.settings.spaces
        }
        """Where each space belongs, now."""
        self._adoption = Adoption(self.homes, self._owners, self._begin_adopted)

    async def run(self, grace_seconds: float = 20.0) -> None:
        """Until cancelled, or until `end` was called and what waits is done, or its time is up.

        Raises Complaints, also where a space was another community's before.
        """
        await self._check_owners()
        lives = [(one, *await self._policies(one), await self._outage(one.community)) for one in self._assemblies]
        try:
            async with asyncio.TaskGroup() as group:
                self._group = group
                for life in lives:
                    self._start(*life)
                platforms = [
                    group.create_task(self._supervise(adapter), name=f"adapter {adapter.platform}")
                    for adapter in self._adapters.values()
                ]
                self._spawn(self._pulse.run(), "pulse")
                self._spawn(folders.watch(self._config.policies, self._readers, self.look_seconds), "folders")
                self._scheduler.start()
                self.started.set()
                await self._ending.wait()
                await self._wind_up(grace_seconds)
                await _over(platforms)  # before the roads end, which still take what was heard
                for task in self._tasks:
                    task.cancel()
        finally:
            self._group = None
            self._scheduler.stop()

    def end(self) -> None:
        """Let what waits for its platform go out, then end."""
        self._ending.set()

    async def receive(self, events: Sequence[Event]) -> None:
        """Sort events by community and wait until all are committed; unknown spaces are named in the log once.

        Raises Unavailable for a request from where nobody is at home, or not yet.
        """
        await self._adoption.settle(events, self.adopt)
        sorted_out: dict[CommunityId, list[Event]] = {}
        for event in (one for given in events for one in _introduced(given)):
            community = self._home(event.space)
            if community is not None:
                sorted_out.setdefault(community, []).append(event)
            elif event.space not in self._strange:
                self._strange.add(event.space)
                _log.warning("unknown space", space=event.space)
        await asyncio.gather(*(self._running[one].queue.put(some) for one, some in sorted_out.items()))
        if any(isinstance(event, Ask | DoorUsed) and self._home(event.space) is None for event in events):
            raise Unavailable("nobody is at home there", _SOON)

    def _home(self, space: SpaceId) -> CommunityId | None:
        """Whose a space is; each community has one for whoever is on none of its platforms."""
        if platform_of(space) != OUTSIDE:
            return self.homes.get(space)
        community = CommunityId(space.partition(":")[2])
        return community if community in self._running else None

    async def tell(self, community: CommunityId, command: Command) -> None:
        """Put a wish of the program's own on a community's road, and wait until it is done."""
        await self._running[community].queue.put([command])

    async def tick(self) -> None:
        """Let everything that is due by now come up, without waiting for the scheduler."""
        now = self._clock.now()
        for community, home in tuple(self._running.items()):
            tick = Ticked(id=EventId(f"tick:{now.isoformat()}"), space=own_space(community), at=now)
            await home.queue.put([tick])

    @property
    def wanted(self) -> Mapping[SpaceId, frozenset[str]]:
        """The kinds of effects that each community may want in each of its spaces."""
        return {
            space: (ALWAYS | (book.effects_used if (book := self._books.get(community)) else frozenset()))
            - self._cannot.get(platform_of(space), frozenset())
            for space, community in self.homes.items()
        }

    def at_home(self, community: CommunityId) -> tuple[Community, Book]:
        """What its file says, and what judges there now. Raises KeyError where it has no road here."""
        return self._running[community].settings, self._books[community]

    async def _check_owners(self) -> None:
        """What is known of a space stays with its community: a road could take nothing from another's."""
        owners = await self._owners()
        torn = [
            Complaint(
                f"communities.{community}.spaces",
                f"{space} is {owners[space]} in this database",
                f"call the community {owners[space]}, or take another database",
            )
            for space, community in self.homes.items()
            if owners.get(space, community) != community
        ]
        if torn:
            raise Complaints(torn)

    async def _owners(self) -> Mapping[SpaceId, CommunityId]:
        async with self._store.reading() as connection:
            return await questions.owners(connection)

    async def _policies(self, assembly: Assembly) -> tuple[Lifecycle, Book]:
        """What is live of a community's policies, whatever it was assembled with. Raises Complaints."""
        adapters = self._adapters.values()
        lifecycle = Lifecycle(self._config, assembly, self._store, self._clock, adapters, self._shelf)
        return lifecycle, await lifecycle.start()

    async def _outage(self, community: CommunityId) -> NoteOutage | None:
        """For how long no bot was at work for it, where that was long."""
        now = self._clock.now()
        async with self._store.reading() as connection:
            last = await heartbeats.last(connection, community)
        return outage(community, last, now) if last is not None and now - last > LONGEST_GAP else None

    def _spawn(self, doing: Coroutine[None, None, None], name: str) -> asyncio.Task[None]:
        if self._group is None:
            raise RuntimeError("nothing runs yet, or any more")
        task = self._group.create_task(doing, name=name)
        self._tasks.append(task)
        return task

    def _start(self, assembly: Assembly, lifecycle: Lifecycle, book: Book, gap: NoteOutage | None) -> None:
        community, moments, queue = assembly.community, assembly.rules.moments, LocalQueue()
        finish = doorways.finishing(self._config, community)
        dispatcher = Dispatcher(community, self._store, queue, self._adapters, self._clock, finish=finish)

        def watch(batch: Sequence[Ruled]) -> None:
            if any(one.effects for one in batch):
                dispatcher.wake()
            if any(isinstance(record, SettingChanged) for one in batch for record in one.records):
                lifecycle.notice()
            if self._watch is not None:
                self._watch(batch)

        def rules(book: Book) -> Rules:
            self._books[community] = book
            return put_together(
                community,
                assembly.settings,
                book,
                moments,
                kept_days=kept(self._config),
                cannot=self._cannot,
                doorways=doorways.has_pages(self._config),
                brand=lifecycle.brand,
            ).rules

        partition = Partition(community, self._store, queue, rules(book), watch=watch)
        changes = lifecycle.watch(queue, lambda book: partition.use(rules(book)), self.look_seconds)
        begin = BeginCommunity(id=EventId("begin"), space=own_space(community), at=self._clock.now(), caller=None)
        first = queue.put([begin] if gap is None else [gap, begin])  # before anything that anybody says
        self._running[community] = _Home(
            queue, dispatcher, lifecycle, assembly.settings, self._spawn(_taken(first), f"begin {community}")
        )
        self._spawn(partition.run(), f"road {community}")
        self._spawn(dispatcher.run(poll_seconds=None), f"dispatch {community}")
        self._spawn(changes, f"policies {community}")

    async def _begin_adopted(self, joined: SpaceJoined, assembly: Assembly) -> None:
        """Nothing where the bot ended meanwhile."""
        life = await self._policies(assembly)
        gap = await self._outage(assembly.community)
        if joined.space not in self.homes and self._group is not None:
            self._start(assembly, *life, gap)
            self.homes[joined.space] = assembly.community
            _log.info("a community of its own", space=joined.space, community=assembly.community)

    def _readers(self) -> list[Lifecycle]:
        return [one.lifecycle for one in self._running.values()]

    async def _supervise(self, adapter: Adapter) -> None:
        loop, (first, longest) = asyncio.get_running_loop(), self.pause_seconds
        pause = first
        while True:
            started = loop.time()
            try:
                await adapter.run(self.receive)
            except Exception as error:  # one platform's failure must not stop the others
                if _ending():
                    raise asyncio.CancelledError from error
                if loop.time() - started > longest:
                    pause = first
                _log.error("adapter ended", platform=adapter.platform, error=repr(error), again_in=pause)
            else:
                return
            await asyncio.sleep(pause)
            pause = min(pause * 2, longest)

    async def _wind_up(self, grace_seconds: float) -> None:
        """Wait until nothing is on its way to a platform any more; what is left goes out at the next start."""
        try:
            async with asyncio.timeout(grace_seconds):
                for home in tuple(self._running.values()):
                    await home.dispatcher.emptied()
        except TimeoutError:
            _log.warning("ended with effects still waiting", seconds=grace_seconds)

    async def _tidy(self) -> None:
        async with self._store.reading() as connection:
            partitions = await questions.communities(connection)
        for _, partition in partitions:
            await tidying.tidy(self._config, self._store, partition, self._clock.now())
        await tidying.tidy_marks(self._config, self._store, self._clock.now())


async def _taken(arrivals: Awaitable[None]) -> None:
    """Wait until the road has them."""
    await arrivals


async def _over(tasks: Sequence[asyncio.Task[None]]) -> None:
    """Cancel tasks and wait until they have ended."""
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks)


def _ending() -> bool:
    """Whether this task was asked to end: a failure at that very moment must not hide it."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _introduced(event: Event) -> Iterator[Event]:
    """Whom a request names comes before it, so that every rule knows them, though they never did anything."""
    if isinstance(event, Ask):
        for number, one in enumerate(event.named, 1):
            named = EventId(f"{event.id}#named{number}")
            yield MemberRolesChanged(id=named, space=event.space, at=event.at, account=one.account, roles=one.roles)
    yield event
