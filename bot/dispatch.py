"""The way out: takes effects from the outbox to their adapters, in order within a lane and lanes beside each other.

It writes only the outbox; what became of an effect comes back to the road as an event. After a crash, an effect that
may have been felt is looked up on its platform where that is possible, and otherwise stays `unsure` for a person to
see: it is never sent again blindly.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Literal

import structlog

from bot import ports
from bot.effects import Effect
from bot.errors import Refused, StorageError, Unavailable
from bot.events import Event
from bot.ids import CommunityId, Platform, own_space
from bot.ports import Adapter, Clock, Queue
from bot.storage import outbox
from bot.storage.outbox import Claim, Settled
from bot.storage.store import Store

_log = structlog.get_logger("dispatch")
_FIRST_PAUSE = timedelta(seconds=2)
_SHORTEST_WAIT_SECONDS = 0.02
"""PostgreSQL asks for a transaction again where another was busy at the same moment, as the road is at the start."""
_LONGEST_WAIT_SECONDS = 1.0
_LOOK_SECONDS = 0.05
_LONGEST_PAUSE = timedelta(minutes=5)


Finish = Callable[[Effect], Effect]


class Dispatcher:
    """One community's way out of this process."""

    def __init__(  # noqa: PLR0913 - what a way out is made of
        self,
        community: CommunityId,
        store: Store,
        queue: Queue,
        adapters: Mapping[Platform, Adapter],
        clock: Clock,
        *,
        calls: int = 8,
        finish: Finish = lambda effect: effect,
    ) -> None:
        """Make at most `calls` calls to platforms at the same time.

        `finish` puts into an effect what only this process knows; it is pure, and the same effect gives the same.
        """
        self._community = community
        self._store = store
        self._queue = queue
        self._adapters = adapters
        self._clock = clock
        self._calls = calls
        self._finish = finish
        self._wake = asyncio.Event()
        self._partition = 0
        self._recovered = asyncio.Event()

    def wake(self) -> None:
        """Something new may be in the outbox."""
        self._wake.set()

    async def emptied(self) -> None:
        """Wait until nothing is on its way, and nothing could be sent now; not before it is known what waits."""
        await self._recovered.wait()
        while True:
            try:
                async with self._store.reading() as connection:
                    if not await outbox.busy(connection, self._partition, list(self._adapters), self._clock.now()):
                        return
            except StorageError as error:
                _log.warning("outbox unavailable", community=self._community, error=str(error))
            await asyncio.sleep(_LOOK_SECONDS)

    async def run(self, poll_seconds: float | None = 1.0) -> None:
        """Work until cancelled; `poll_seconds` is how soon effects that another process enqueued are seen.

        None: whoever sees them calls `wake`.
        """
        doubtful = await self._recover(poll_seconds or _LONGEST_WAIT_SECONDS)
        async with asyncio.TaskGroup() as group:
            if doubtful:
                group.create_task(self._look_again(doubtful))
            running: set[asyncio.Task[Settled]] = set()
            ended: list[Settled] = []
            while True:
                self._wake.clear()
                claims = await self._go_on(ended, self._calls - len(running))
                running |= {group.create_task(self._carry_out(claim)) for claim in claims}
                woken = group.create_task(self._woken(poll_seconds))
                done, _ = await asyncio.wait({*running, woken}, return_when=asyncio.FIRST_COMPLETED)
                woken.cancel()
                ended = [task.result() for task in running & done]
                running -= done

    async def _woken(self, seconds: float | None) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return

    async def _recover(self, pause: float) -> Sequence[Claim]:
        """Settle what an earlier process left, as soon as the database lets us; return what nobody can tell yet."""
        wait = _SHORTEST_WAIT_SECONDS
        while (left := await self._left_behind()) is None:
            await asyncio.sleep(wait)
            wait = min(2 * wait, pause)
        self._recovered.set()
        unreported, unsure = left
        doubtful = await self._look_up_all(unsure)
        self._report(unreported)
        return doubtful

    async def _look_again(self, doubtful: Sequence[Claim]) -> None:
        """A platform that was not there yet is asked again; until it tells, nothing is sent twice."""
        wait = _FIRST_PAUSE
        while doubtful:
            await asyncio.sleep(wait.total_seconds())
            wait = min(2 * wait, _LONGEST_PAUSE)
            doubtful = await self._look_up_all(doubtful)
            self.wake()

    async def _look_up_all(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """Those that could not be looked up now."""
        doubtful: list[Claim] = []
        settled: list[Settled] = []
        for claim in claims:
            try:
                settled.append(await self._look_up(claim))
            except Unavailable as error:
                _log.info("not looked up yet", platform=claim.platform, effect=claim.effect.kind, reason=error.reason)
                doubtful.append(claim)
        await self._go_on(settled, 0)
        return doubtful

    async def _left_behind(self) -> tuple[Sequence[Settled], Sequence[Claim]] | None:
        """Outcomes that the road was not told, and effects of which nobody knows; None while the database is away."""
        platforms = list(self._adapters)
        try:
            async with self._store.unit() as unit:
                self._partition = (await unit.home(self._community)).partition
            async with self._store.claiming() as connection:
                await outbox.recover(connection, self._partition, platforms)
                unreported = await outbox.unreported(connection, self._partition)
                return unreported, await outbox.unsure(connection, self._partition, platforms)
        except StorageError as error:
            _log.warning("outbox unavailable", community=self._community, error=str(error))
            return None

    async def _look_up(self, claim: Claim) -> Settled:
        adapter = self._adapters[claim.platform]
        if not adapter.capabilities.reads_back:
            return Settled(claim=claim, state="unsure", reason="a crash cut it off, and the platform cannot be asked")
        try:
            receipt = await adapter.recall(self._finish(claim.effect), key=claim.key)
        except Refused as error:
            return Settled(claim=claim, state="unsure", reason=error.reason)
        if receipt is None:
            return Settled(claim=claim, state="pending")
        return Settled(claim=claim, state="done", made=receipt.made, simulated=receipt.simulated)

    async def _go_on(self, ended: Sequence[Settled], limit: int) -> Sequence[Claim]:
        """Write down what ended and take up what comes next, in one transaction: each holds up the road."""
        if not ended and limit <= 0:
            return ()
        while True:
            now = self._clock.now()
            try:
                async with self._store.claiming() as connection:
                    await outbox.settle(connection, ended, now)
                    ready, hopeless = await outbox.claim(connection, self._partition, list(self._adapters), now, limit)
                    await outbox.settle(connection, hopeless, now)
            except StorageError as error:
                _log.warning("outbox unavailable", community=self._community, error=str(error))
                if not ended:
                    return ()
                await asyncio.sleep(_FIRST_PAUSE.total_seconds())
            else:
                self._report([*ended, *hopeless])
                if hopeless:
                    self.wake()
                return ready

    async def _carry_out(self, claim: Claim) -> Settled:
        try:
            receipt = await self._adapters[claim.platform].apply(self._finish(claim.effect), key=claim.key)
            if receipt.tells:
                await self._queue.put(receipt.tells)
        except StorageError as error:
            state: Literal["pending", "unsure"] = "pending" if claim.effect.idempotent else "unsure"
            return Settled(claim=claim, state=state, reason=str(error), not_before=self._clock.now() + _FIRST_PAUSE)
        except Refused as error:
            return Settled(claim=claim, state="refused", reason=error.reason, because=error.because)
        except Unavailable as error:
            again = self._clock.now() + error.retry_after
            return Settled(claim=claim, state="pending", reason=error.reason, not_before=again)
        except Exception as error:  # noqa: BLE001 - an adapter let an error of its SDK through: say so, lose nothing
            _log.error("adapter failed", platform=claim.platform, effect=claim.effect.kind, error=repr(error))
            if not claim.effect.idempotent:
                return Settled(claim=claim, state="unsure", reason=repr(error))
            pause = min(_FIRST_PAUSE * 2**claim.attempts, _LONGEST_PAUSE)
            return Settled(claim=claim, state="pending", reason=repr(error), not_before=self._clock.now() + pause)
        return Settled(claim=claim, state="done", made=receipt.made, simulated=receipt.simulated)

    def _report(self, ended: Sequence[Settled]) -> None:
        """Tell the road; should it end first, the outbox still knows who was not told."""
        now, space = self._clock.now(), own_space(self._community)
        events: list[Event] = []
        for one in ended:
            key, effect = one.claim.key, one.claim.effect
            if one.state == "done":
                receipt = ports.Receipt(made=one.made, simulated=one.simulated)
                events.append(ports.delivered(key, effect, receipt, space, now))
            elif one.state == "refused":
                refusal = Refused(one.reason or "", one.because)
                events.append(ports.refused(key, effect, refusal, space, now))
        if events:
            asyncio.ensure_future(self._queue.put(events)).add_done_callback(_noted)


def _noted(future: asyncio.Future[None]) -> None:
    if not future.cancelled() and (error := future.exception()):
        _log.warning("answers not taken by the road", error=str(error))
