"""What every kind of condition shares: what it is given to look at, and what it answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

from bot.commands import Level
from bot.documents import Document
from bot.events import MessageEdited, MessagePosted
from bot.facts import AccountFact, ActivityFact
from bot.text import Hits, Pattern, Reading, Span

Message = MessagePosted | MessageEdited


@dataclass(frozen=True, slots=True)
class Context:
    """One message, and what is known of its author from before it."""

    event: Message
    reading: Reading
    hits: Hits
    account: AccountFact | None = None
    activity: ActivityFact | None = None
    level: Level = Level.MEMBER


@dataclass(frozen=True, slots=True)
class Match:
    """A condition holds: where in the message, and by which of the rule's own words."""

    spans: tuple[Span, ...] = ()
    evidence: tuple[str, ...] = ()


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

    evaluate: Callable[[Context], Match | None]
    wakes: frozenset[int] | None = None
    """The patterns without which it cannot hold; None: it may hold for any message."""
    horizon: timedelta = timedelta()
    """How far back it looks."""
    capacity: int = 0
    """How many earlier messages it looks at."""


@dataclass(slots=True)
class Bench:
    """Where conditions are made ready: patterns get their numbers here, and list files are at hand."""

    patterns: dict[Pattern, int] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def number(self, pattern: Pattern) -> int:
        """The number by which `Context.hits` knows the pattern."""
        return self.patterns.setdefault(pattern, len(self.patterns))


class Flaw(NamedTuple):
    """A mistake in a list file."""

    line: int
    problem: str
    hint: str


class Kind(Document):
    """A kind of condition, as it stands in the file."""

    def compile(self, bench: Bench) -> Test:
        """Make it ready to run."""
        raise NotImplementedError

    def reads(self) -> tuple[str, ...]:
        """The list files that it names."""
        return ()

    def flaws(self, text: str) -> list[Flaw]:  # noqa: ARG002
        """What is wrong with a list file that it names."""
        return []
