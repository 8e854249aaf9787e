"""What every kind of condition shares: what it is given to look at, and what it answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, timedelta, tzinfo
from typing import ClassVar, NamedTuple

from bot.commands import Level
from bot.documents import Document
from bot.events import MemberJoined, MemberRenamed, MessageEdited, MessagePosted
from bot.facts import NO_MEMORY, AccountFact, ActivityFact, CounterFact, FactKey, Facts, Memory
from bot.ids import AccountId
from bot.policy import together
from bot.text import Hits, Reading, Sought, Span

Message = MessagePosted | MessageEdited
Judged = MessagePosted | MessageEdited | MemberJoined | MemberRenamed
"""What policies look at."""

MESSAGES: frozenset[type] = frozenset({MessagePosted, MessageEdited})
EVERYTHING: frozenset[type] = frozenset({MessagePosted, MessageEdited, MemberJoined, MemberRenamed})


@dataclass(frozen=True, slots=True)
class Context:
    """One event, and what is known of whoever it is about from before it."""

    event: Judged
    reading: Reading
    """Of a message's text; empty where somebody joined or changed their name."""
    hits: Hits
    account: AccountFact | None = None
    activity: ActivityFact | None = None
    level: Level = Level.MEMBER
    facts: Facts | None = None
    """Whatever else conditions asked for; None where nothing but the message is at hand."""
    accounts: tuple[AccountId, ...] = ()
    """All of the author's, where counters about them are read."""

    def counter(self, name: str) -> CounterFact | None:
        """Where a counter about the author stands, all their accounts together. Needs `facts`."""
        if self.facts is None:
            return None
        return together.counted(self.facts.counter(name, one) for one in self.accounts)


@dataclass(frozen=True, slots=True)
class Match:
    """A condition holds: where in the message, and by which of the rule's own words."""

    spans: tuple[Span, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody can say whether a condition holds, because something is not known. Nothing ever follows from it."""

    missing: tuple[str, ...]
    """What is not known, in words such as `account age`."""


Outcome = Match | Unknown | None
"""It holds, it cannot be known, or it does not hold."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a condition looked at: the figure it found and the one it wants, in signs that need no translation."""

    found: str = ""
    wanted: str = ""
    unknown: str = ""
    """What is not known, in the words of `Unknown`."""


def joined(matches: Iterable[Match]) -> Match:
    """Several matches as one; nothing is named twice."""
    listed = tuple(matches)
    if len(listed) == 1:
        return listed[0]
    spans = sorted({span for match in listed for span in match.spans})
    return Match(tuple(spans), tuple(dict.fromkeys(word for match in listed for word in match.evidence)))


@dataclass(frozen=True, slots=True)
class Test:
    """A condition made ready to run."""

    evaluate: Callable[[Context], Outcome]
    wakes: frozenset[int] | None = None
    """The patterns without which it cannot hold; None: it may hold for any message."""
    hears: frozenset[type] = MESSAGES
    """The kinds of events that it can hold for."""
    memory: Memory = NO_MEMORY
    """How far it looks back."""
    needs: Callable[[Judged], Iterable[FactKey]] | None = None
    """The facts that it reads by itself, apart from the author's account and activity. Cheap and pure."""
    counters: frozenset[str] = frozenset()
    """The counters about the author that it reads."""
    measure: Callable[[Context], Measured | None] | None = None
    """What it looked at, for those who ask why."""
    cost: int = 1
    """About how many microseconds it takes; the cheapest conditions of a policy are asked first."""

    @property
    def horizon(self) -> timedelta:
        """How far back it looks over the author's messages."""
        return self.memory.activity.horizon

    @property
    def capacity(self) -> int:
        """How many of the author's earlier messages it looks at."""
        return self.memory.activity.capacity


@dataclass(slots=True)
class Bench:
    """Where conditions are made ready: patterns get their numbers here, and what surrounds the policy is at hand."""

    patterns: dict[Sought, int] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    pack: str = ""
    policy: str = ""
    """The policy's own name within the pack."""
    zone: tzinfo = UTC
    """In which the community reads its clocks."""

    def number(self, pattern: Sought) -> int:
        """The number by which `Context.hits` knows the pattern."""
        return self.patterns.setdefault(pattern, len(self.patterns))


class Flaw(NamedTuple):
    """A mistake in a list file."""

    line: int
    problem: str
    hint: str


class Kind(Document):
    """A kind of condition, as it stands in the file."""

    circumstance: ClassVar[bool] = False
    """Says when, where or about whom, not what: alone it would hold for everything that somebody does."""

    def compile(self, bench: Bench) -> Test:
        """Make it ready to run."""
        raise NotImplementedError

    def reads(self) -> tuple[str, ...]:
        """The list files that it names."""
        return ()

    def refers(self) -> tuple[str, ...]:
        """The policies of the same pack that it names."""
        return ()

    def flaws(self, text: str) -> list[Flaw]:  # noqa: ARG002
        """What is wrong with a list file that it names."""
        return []
