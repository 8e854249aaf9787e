"""One community's part of the road: takes what is waiting, commits it as one batch, and answers whoever waits.

A batch that the database cannot take now is tried again and acknowledged to nobody meanwhile. A batch that another
writer overtook is ruled on again from what is known then. A batch with something in it that cannot be stored at all is
tried arrival by arrival, and what remains goes to quarantine whole.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.commands import Wish
from bot.errors import Clash, Fenced, RuleError, StorageError, StorageUnavailable
from bot.events import Ask
from bot.ids import CommunityId
from bot.pipeline.batch import BatchRuler, Rules
from bot.pipeline.facts import FactCache
from bot.ports import Arrival, Delivery, Queue
from bot.records import AccountForgotten
from bot.storage.batch import EVERY_ROOM, Home, Ruled, Stumble
from bot.storage.store import Store

_LONGEST_WAIT_SECONDS = 5.0
_MOST_CLASHES = 10
_log = structlog.get_logger("road")

Watch = Callable[[Sequence[Ruled]], None]
"""Is shown every batch once it is committed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How a partition goes about its work."""

    batch: int = 500
    """At most so many arrivals in one transaction."""
    seconds: float | None = None
    """How long to wait for a database that does not answer before giving up; None: for ever."""


class Partition:
    """The only task that rules for its community in this process; `Fenced` tells it of others."""

    def __init__(
        self,
        community: CommunityId,
        store: Store,
        queue: Queue,
        rules: Rules,
        patience: Patience | None = None,
        watch: Watch | None = None,
    ) -> None:
        self.community = community
        self._store = store
        self._queue = queue
        self._rules = rules
        self._next_rules: Rules | None = None
        self._patience = patience or Patience()
        self._watch = watch
        self._facts = FactCache()
        self._home: Home | None = None
        self._next_due: datetime | None = None

    def use(self, rules: Rules) -> None:
        """Rule by these from the next batch on; what is known stays known."""
        self._next_rules = rules

    async def run(self) -> None:
        """Work until cancelled. Whatever ends it also fails everybody who still waits."""
        try:
            while True:
                await self._process(await self._queue.take(self._patience.batch))
        except BaseException as error:
            self._queue.close(StorageUnavailable(f"the road of {self.community} ended: {error!r}"))
            raise

    async def _process(self, deliveries: Sequence[Delivery]) -> None:
        if self._next_rules is not None:
            self._rules, self._next_rules = self._next_rules, None
        try:
            for group in _apart(deliveries):
                await self._commit_or_part(group)
        except BaseException:
            for delivery in deliveries:
                delivery.fail(StorageUnavailable("the road ended before this was committed"))
            raise

    async def _commit_or_part(self, deliveries: Sequence[Delivery]) -> None:
        try:
            await self._commit_patiently([delivery.arrival for delivery in deliveries])
        except StorageError as error:
            for delivery in deliveries:
                delivery.fail(error)
        except Exception as error:  # noqa: BLE001 - something in the batch cannot be stored: find out what
            if len(deliveries) > 1:
                for delivery in deliveries:
                    await self._commit_or_part([delivery])
            else:
                await self._set_aside(deliveries[0], error)
        else:
            for delivery in deliveries:
                delivery.done()

    async def _set_aside(self, delivery: Delivery, error: Exception) -> None:
        stumble = Stumble(EVERY_ROOM, f"{type(error).__name__}: {error}".partition("\n")[0])
        _log.error("set aside", community=self.community, arrival=delivery.arrival.id, error=stumble.error)
        try:
            await self._commit_patiently([delivery.arrival], stumble)
        except Exception as second:  # noqa: BLE001 - not even its envelope can be stored: the sender keeps it
            delivery.fail(second)
        else:
            delivery.done()

    async def _commit_patiently(self, arrivals: list[Arrival], stumble: Stumble | None = None) -> None:
        waited, pause, clashes = 0.0, 0.05, 0
        while True:
            try:
                ruled = await self._commit(arrivals, stumble)
            except Fenced as error:
                self._lose_track()
                clashes += isinstance(error, Clash)
                if clashes > _MOST_CLASHES:
                    raise RuleError(f"this cannot be stored: {error}") from error
                _log.info("overtaken", community=self.community, arrivals=len(arrivals))
                await asyncio.sleep(0)
            except StorageUnavailable as error:
                self._lose_track()
                if self._patience.seconds is not None and waited >= self._patience.seconds:
                    raise
                _log.warning("database unavailable", community=self.community, error=str(error), again_in=pause)
                await asyncio.sleep(pause)
                waited, pause = waited + pause, min(pause * 2, _LONGEST_WAIT_SECONDS)
            except BaseException:
                self._lose_track()
                raise
            else:
                if self._watch and ruled:
                    self._watch(ruled)
                return

    async def _commit(self, arrivals: list[Arrival], stumble: Stumble | None) -> list[Ruled]:
        async with self._store.unit() as unit:
            home, next_due = self._home, self._next_due
            if home is None:
                home = await unit.home(self.community)
                next_due = await unit.next_due(home)
            else:
                await unit.reserve(home)
            ruler = BatchRuler(self._rules, self._facts, unit, home, next_due)
            if stumble is None:
                ruled = await ruler.rule(arrivals)
            else:
                ruled = await ruler.set_aside(arrivals, stumble)
            if ruled:
                home = await unit.save(home, ruled, self._facts.changed())
            if ruler.timers_moved:
                next_due = await unit.next_due(home)
        self._home, self._next_due = home, next_due
        self._facts.settle()
        if any(isinstance(arrival, Wish) for arrival in arrivals) or _erased(ruled):
            self._facts.clear()  # erasure reaches rows that are facts here
        return ruled

    def _lose_track(self) -> None:
        self._facts.clear()
        self._home = None


def _erased(ruled: Sequence[Ruled]) -> bool:
    return any(isinstance(record, AccountForgotten) for one in ruled for record in one.records)


def _apart(deliveries: Sequence[Delivery]) -> list[list[Delivery]]:
    """Commands and requests each by itself, other events together: nothing follows an erasure in its batch."""
    groups: list[list[Delivery]] = []
    together = False
    for delivery in deliveries:
        alone = isinstance(delivery.arrival, Wish | Ask)
        if alone or not together:
            groups.append([])
        groups[-1].append(delivery)
        together = not alone
    return groups
