"""What one policy would have done with a past, judged in memory by the rooms that judge live: numbers come of it."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.app.assembly import judges
from bot.events import MessagePosted
from bot.facts import Fact, FactKey, Facts, account_key
from bot.ids import AccountId, ChannelId, MessageId
from bot.pipeline.facts import FactCache
from bot.pipeline.moments import ReplayedMoments
from bot.pipeline.rounds import Rooms, Rounds
from bot.policy.book import Book
from bot.proposals import Backtest
from bot.records import PolicyHit
from bot.settings import Overlay
from bot.team import brakes

EXAMPLES = 3
SLICE_SECONDS, PAUSE_SECONDS = 0.004, 0.012
"""So long it judges at a stretch, and so long everybody else has the loop afterwards."""
_EVERYTHING = 10**9


@dataclass(slots=True)
class Tally:
    """What it came to; of the words nothing stays."""

    read: int = 0
    matched: int = 0
    people: set[AccountId] = field(default_factory=set)
    examples: list[tuple[ChannelId, MessageId]] = field(default_factory=list)
    _hours: dict[str, set[AccountId]] = field(default_factory=lambda: defaultdict(set))
    _days: dict[str, set[AccountId]] = field(default_factory=lambda: defaultdict(set))

    def note(self, message: MessagePosted, hit: PolicyHit | None, facts: Facts) -> None:
        """One more message; what falls upon people is counted as the brake counts it."""
        self.read += not message.by_bot
        if hit is None:
            return
        self.matched += 1
        self.people.add(message.account)
        self.examples = [*self.examples, (message.channel, message.message)][-EXAMPLES:]
        if brakes.counts(hit) and not brakes.is_new(facts.account(message.account), message.at):
            self._hours[f"{message.at:%Y-%m-%dT%H}"].add(message.account)
            self._days[f"{message.at:%Y-%m-%d}"].add(message.account)

    def backtest(self, since: datetime, until: datetime) -> Backtest:
        """In numbers."""
        return Backtest(
            since=since,
            until=until,
            read=self.read,
            matched=self.matched,
            people=len(self.people),
            worst_hour=max(map(len, self._hours.values()), default=0),
            worst_day=max(map(len, self._days.values()), default=0),
        )


async def judged(
    book: Book, overlay: Overlay, known: Mapping[FactKey, Fact | None], messages: Iterable[MessagePosted]
) -> Tally:
    """Judge messages in the order of time, a few at a stretch, so that whatever is live goes first.

    `known` is what is known of their authors and what is set; nothing else is known of the past before.
    """
    facts, tally, moments = FactCache(_EVERYTHING), Tally(), ReplayedMoments()
    facts.learn(known)

    async def load(keys: set[FactKey]) -> None:
        facts.learn(dict.fromkeys(keys))

    rounds, loop = Rounds(Rooms(judges(book, overlay)), facts, load), asyncio.get_running_loop()
    begun = loop.time()
    for message in messages:
        if not message.by_bot or book.judges_bots:
            await load(facts.missing([account_key(message.account)]))
            outcome = await rounds.rule(message, moments.of(message))
            hits = (one for one in outcome.records if isinstance(one, PolicyHit) and one.mode != "spared")
            tally.note(message, next(hits, None), facts)
            facts.settle()
        if loop.time() - begun > SLICE_SECONDS:
            await asyncio.sleep(PAUSE_SECONDS)
            begun = loop.time()
    return tally
