"""A community at work: adapters bring events in, the road rules, the dispatcher carries effects out, time ticks."""

import asyncio
from collections.abc import Mapping, Sequence

import structlog

from bot import ports
from bot.app import tidying
from bot.app.assembly import Assembly, check_capabilities, kept, put_together
from bot.app.lifecycle import Lifecycle
from bot.commands import BeginCommunity
from bot.config.load import Config
from bot.dispatch import Dispatcher
from bot.errors import Complaints, StorageError
from bot.events import Event, Ticked
from bot.ids import CommunityId, EventId, Platform, SpaceId, own_space
from bot.pipeline.batch import Rules
from bot.pipeline.partition import Partition, Watch
from bot.pipeline.queue import LocalQueue
from bot.policy.book import Book
from bot.ports import Adapter, Clock
from bot.records import SettingChanged
from bot.scheduler import Scheduler
from bot.storage import inbox, questions
from bot.storage.batch import Ruled
from bot.storage.store import Store

_INBOX_SECONDS = 1.0
_FIRST_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 300.0
_log = structlog.get_logger("bot")


class Bot:
    """Everything that runs in one process. An adapter that fails is started again; the road goes on meanwhile."""

    look_seconds = 2.0
    """How often the folders of packs are looked at."""

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
        complaints = [
            complaint for adapter in adapters for one in assemblies for complaint in check_capabilities(one, adapter)
        ]
        if complaints:
            raise Complaints(complaints)
        self._config = config
        self._store = store
        self._assemblies = assemblies
        self._adapters: Mapping[Platform, Adapter] = {adapter.platform: adapter for adapter in adapters}
        self._clock = clock
        self._watch = watch
        self._queues = {one.community: LocalQueue() for one in assemblies}
        self._homes: dict[SpaceId, CommunityId] = {
            space: one.community for one in assemblies for space in one.settings.spaces
        }

    async def run(self) -> None:
        """Until cancelled."""
        policies = {one.community: await self._policies(one) for one in self._assemblies}
        scheduler = Scheduler(self._clock, self._tidy)
        try:
            async with asyncio.TaskGroup() as group:
                for assembly in self._assemblies:
                    self._start(group, assembly, scheduler, policies[assembly.community])
                for adapter in self._adapters.values():
                    group.create_task(self._supervise(adapter), name=f"adapter {adapter.platform}")
                scheduler.start()
        finally:
            scheduler.stop()

    async def _policies(self, assembly: Assembly) -> tuple[Lifecycle, Book]:
        """What is live of a community's policies, whatever it was assembled with. Raises Complaints."""
        lifecycle = Lifecycle(self._config, assembly, self._store, self._clock, self._adapters.values())
        return lifecycle, await lifecycle.start()

    def _start(
        self, group: asyncio.TaskGroup, assembly: Assembly, scheduler: Scheduler, policies: tuple[Lifecycle, Book]
    ) -> None:
        community = assembly.community
        lifecycle, book = policies
        moments = assembly.rules.moments
        queue = self._queues[community]
        dispatcher = Dispatcher(community, self._store, queue, self._adapters, self._clock)

        def watch(batch: Sequence[Ruled]) -> None:
            if any(one.effects for one in batch):
                dispatcher.wake()
            if any(isinstance(record, SettingChanged) for one in batch for record in one.records):
                lifecycle.notice()
            if self._watch is not None:
                self._watch(batch)

        def rules(book: Book) -> Rules:
            kept_days = kept(self._config)
            return put_together(community, assembly.settings, book, moments, kept_days=kept_days).rules

        partition = Partition(community, self._store, queue, rules(book), watch=watch)
        group.create_task(partition.run(), name=f"road {community}")
        group.create_task(dispatcher.run(), name=f"dispatch {community}")
        changes = lifecycle.watch(queue, lambda book: partition.use(rules(book)), self.look_seconds)
        group.create_task(changes, name=f"policies {community}")
        group.create_task(self._empty_inbox(community, queue), name=f"inbox {community}")
        group.create_task(self._begin(community, queue), name=f"begin {community}")
        scheduler.add(community, queue)

    async def tick(self) -> None:
        """Let everything that is due by now come up, without waiting for the scheduler."""
        now = self._clock.now()
        for community, queue in self._queues.items():
            await queue.put([Ticked(id=EventId(f"tick:{now.isoformat()}"), space=own_space(community), at=now)])

    async def _begin(self, community: CommunityId, queue: ports.Queue) -> None:
        now = self._clock.now()
        begin = BeginCommunity(id=EventId("begin"), space=own_space(community), at=now, caller=None)
        await queue.put([begin])

    async def receive(self, events: Sequence[Event]) -> None:
        """Sort events by community and wait until all are committed; those of unknown spaces are named in the log."""
        sorted_out: dict[CommunityId, list[Event]] = {}
        for event in events:
            community = self._homes.get(event.space)
            if community is None:
                _log.warning("unknown space", space=event.space, kind=event.kind)
            else:
                sorted_out.setdefault(community, []).append(event)
        await asyncio.gather(*(self._queues[community].put(some) for community, some in sorted_out.items()))

    async def _supervise(self, adapter: Adapter) -> None:
        pause = _FIRST_PAUSE_SECONDS
        while True:
            started = asyncio.get_running_loop().time()
            try:
                await adapter.run(self.receive)
            except Exception as error:  # one platform's failure must not stop the others
                if _ending():
                    raise asyncio.CancelledError from error
                _log.error("adapter ended", platform=adapter.platform, error=repr(error), again_in=pause)
            else:
                return
            await asyncio.sleep(pause)
            lasted = asyncio.get_running_loop().time() - started
            pause = _FIRST_PAUSE_SECONDS if lasted > _LONGEST_PAUSE_SECONDS else min(pause * 2, _LONGEST_PAUSE_SECONDS)

    async def _empty_inbox(self, community: CommunityId, queue: ports.Queue) -> None:
        while True:
            try:
                async with self._store.reading() as connection:
                    commands = await inbox.waiting(connection, community)
                if commands:
                    await queue.put(commands)
            except StorageError as error:
                _log.warning("inbox unavailable", community=community, error=str(error))
            await asyncio.sleep(_INBOX_SECONDS)

    async def _tidy(self) -> None:
        async with self._store.reading() as connection:
            partitions = await questions.communities(connection)
        for _, partition in partitions:
            await tidying.tidy(self._config, self._store, partition, self._clock.now())


def _ending() -> bool:
    """Whether this task was asked to end: a failure at that very moment must not hide it."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
