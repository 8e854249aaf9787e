"""Proposals come with a backtest: the platforms are asked for their past, one proposal at a time, and nothing is kept.

A proposal that has none yet is found by how it stands, so that it gets one after a restart too, and once. What is read
waits in memory until it is judged; what is left of it are numbers, which the road is told of.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.app.assembly import written as written_in_file
from bot.app.hindsight import Tally, judged
from bot.app.live import Bot
from bot.commands import ReportBacktest
from bot.config.model import Community
from bot.errors import Refused, Unavailable
from bot.events import MessagePosted
from bot.facts import SETTINGS_KEY, AccountFact, Fact, FactKey, account_key, member_key
from bot.ids import CommunityId, EventId, ProposalId, SpaceId, own_space, platform_of
from bot.policy import written
from bot.policy.book import Book
from bot.policy.edition import Edition, editions, restored
from bot.ports import Adapter, Chronicler, Clock
from bot.proposals import Backtest, Proposal
from bot.settings import Overlay
from bot.storage import facts, proposals, questions
from bot.storage.store import Store

_AT_ONCE = 500
_log = structlog.get_logger("bot")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How far back, how much and for how long a platform is read for one proposal."""

    back: timedelta = timedelta(days=30)
    messages: int = 20_000
    """Of a community; of several spaces, each has its part."""
    seconds: float = 1800.0
    """For each space; whatever was read by then is what there is."""
    every_seconds: float = 20.0
    """How often it is looked whether somebody proposed something."""
    again_seconds: float = 600.0
    """How long it waits where a platform was away."""


@dataclass(frozen=True, slots=True)
class _Past:
    """What was read, in the order of time, and from when on it is whole."""

    messages: Sequence[MessagePosted]
    since: datetime


class LookingBack:
    """Tries what is proposed on the past of its community, for as long as a bot runs."""

    def __init__(
        self, bot: Bot, adapters: Sequence[Adapter], store: Store, clock: Clock, bounds: Bounds | None = None
    ) -> None:
        self._bot = bot
        self._chroniclers = {one.platform: one for one in adapters if isinstance(one, Chronicler)}
        self._store = store
        self._clock = clock
        self._bounds = bounds or Bounds()
        self._not_before: dict[tuple[CommunityId, ProposalId], float] = {}

    async def run(self) -> None:
        """Until cancelled."""
        await self._bot.started.wait()
        while True:
            for community, proposal in self._first(await self._wanting()):
                await self._look(community, proposal)
            await asyncio.sleep(self._bounds.every_seconds)

    async def _wanting(self) -> Sequence[tuple[CommunityId, Proposal]]:
        try:
            async with self._store.reading() as connection:
                return await proposals.wanting(connection)
        except Exception as error:  # noqa: BLE001 - to look back is no condition for being at work
            _log.warning("not looked back", error=type(error).__name__)
            return ()

    def _first(self, wanting: Sequence[tuple[CommunityId, Proposal]]) -> Sequence[tuple[CommunityId, Proposal]]:
        """One for each community of this process, so that many in one of them hold nobody else up."""
        ours, now = set(self._bot.homes.values()), asyncio.get_running_loop().time()
        first: dict[CommunityId, Proposal] = {}
        for community, proposal in wanting:
            if community in ours and self._not_before.get((community, proposal.id), 0.0) <= now:
                first.setdefault(community, proposal)
        return tuple(first.items())

    async def _look(self, community: CommunityId, proposal: Proposal) -> None:
        """One proposal; another time where that does not go well now."""
        name, loop = (community, proposal.id), asyncio.get_running_loop()
        try:
            await self._report(community, proposal, *await self._tried(community, proposal))
        except Exception as error:  # noqa: BLE001 - as above
            after = error.retry_after.total_seconds() if isinstance(error, Unavailable) else 0.0
            self._not_before[name] = loop.time() + max(after, self._bounds.again_seconds)
            _log.warning("not looked back", community=community, proposal=proposal.id, error=type(error).__name__)
        else:
            self._not_before.pop(name, None)

    async def _report(self, community: CommunityId, proposal: Proposal, found: Backtest, tally: Tally) -> None:
        report = ReportBacktest(
            id=EventId(f"backtest:{proposal.id}"),
            space=own_space(community),
            at=self._clock.now(),
            caller=None,
            proposal=proposal.id,
            found=found,
            examples=tuple(tally.examples),
        )
        await self._bot.tell(community, report)
        _log.info("looked back", community=community, proposal=proposal.id, read=found.read, matched=found.matched)

    async def _tried(self, community: CommunityId, proposal: Proposal) -> tuple[Backtest, Tally]:
        settings, live = self._bot.at_home(community)
        book = await asyncio.to_thread(_book, proposal, live, settings)
        until = proposal.opened_at
        if MessagePosted not in book.hears:
            return Backtest(since=until, until=until), Tally()
        past = await self._read(community, until)
        known = await self._known(community, past.messages)
        tally = await judged(book, Overlay(written_in_file(settings)), known, past.messages)
        return tally.backtest(past.since, until), tally

    async def _read(self, community: CommunityId, until: datetime) -> _Past:
        """All spaces of a community, each as far back as all of them."""
        spaces = [space for space, whose in self._bot.homes.items() if whose == community]
        readable = [space for space in spaces if platform_of(space) in self._chroniclers]
        pasts = [await self._asked(space, until, self._bounds.messages // len(readable)) for space in readable]
        since = max((one.since for one in pasts), default=until - self._bounds.back)
        together = (message for one in pasts for message in one.messages if message.at >= since)
        return _Past(sorted(together, key=lambda one: one.at), since)

    async def _asked(self, space: SpaceId, until: datetime, most: int) -> _Past:
        """One space, as far back as there is time and room for. Raises Unavailable."""
        since = until - self._bounds.back
        found: list[MessagePosted] = []
        try:
            async with (
                asyncio.timeout(self._bounds.seconds),
                aclosing(self._chroniclers[platform_of(space)].past(space, since, until)) as telling,
            ):
                async for message in telling:
                    found.append(message)
                    if len(found) >= most:
                        break
                else:
                    return _Past(found, since)
        except Refused as refused:
            _log.info("no past to be read", space=space, reason=refused.reason)
            return _Past((), since)
        except TimeoutError:
            _log.info("the rest of the past is left unread", space=space, messages=len(found))
        return _Past(found, min((one.at for one in found), default=since))

    async def _known(self, community: CommunityId, messages: Sequence[MessagePosted]) -> dict[FactKey, Fact | None]:
        """What was set, and who the authors are: their roles and when they came, which no past tells."""
        people = list({account_key(one.account) for one in messages})
        async with self._store.reading() as connection:
            partition = await questions.partition(connection, community)
            if partition is None:
                return {}
            known = await facts.load(connection, partition, [SETTINGS_KEY])
            for start in range(0, len(people), _AT_ONCE):
                some = await facts.load(connection, partition, people[start : start + _AT_ONCE])
                members = {member_key(one.member) for one in some.values() if isinstance(one, AccountFact)}
                known |= some | await facts.load(connection, partition, members)
            return known


def _book(proposal: Proposal, live: Book, settings: Community) -> Book:
    """The policy as it is proposed, alone and on trial: what would be done is counted, and nothing made ready."""
    return Book.bind(_editions(proposal, live), ZoneInfo(settings.time_zone))


def _editions(proposal: Proposal, live: Book) -> Iterator[Edition]:
    policy = proposal.policy
    if policy is not None and proposal.kind in ("new", "change"):
        yield from editions(written.sole(policy.rpartition("/")[2], proposal.content), {policy: "shadow"})
    for wording in live.revisions:
        if proposal.kind == "mode" and wording.policy == policy and (edition := restored(wording, "shadow")):
            yield edition
