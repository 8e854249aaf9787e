"""The cases of a pack: what its own authors say it must match, and what it must leave alone."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.commands import Level
from bot.events import MessagePosted
from bot.facts import ActivityFact, Utterance
from bot.ids import EventId, PolicyId, account_id, channel_id, message_id, space_id
from bot.policy.book import Book
from bot.policy.pack import Case, Pack
from bot.text import fingerprint

_SPACE = space_id("cases", "here")
_CHANNEL = channel_id(_SPACE, "general")
_AUTHOR = account_id(_SPACE, "author")
_NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How a case turned out."""

    number: int
    """Counted from 1, in the order of the file."""
    case: Case
    missing: tuple[PolicyId, ...]
    """Policies that should have matched."""
    unexpected: tuple[PolicyId, ...]
    """Policies that should not have."""

    @property
    def passed(self) -> bool:
        """Whether the pack did what the case says."""
        return not self.missing and not self.unexpected


def check(pack: Pack) -> tuple[CaseResult, ...]:
    """Run every case by the judge that judges real messages; to match counts in every mode but off."""
    book = Book.compile([pack])
    return tuple(_run(book, pack, number, case) for number, case in enumerate(pack.cases, 1))


def _run(book: Book, pack: Pack, number: int, case: Case) -> CaseResult:
    level = Level[case.author_level.upper()]
    matched = [hit.policy for hit in book.judge(_event(case), None, _activity(case), level).hits]
    expected = [PolicyId(f"{pack.id}/{name}") for name in case.expect]
    missing = tuple(policy for policy in expected if policy not in matched)
    return CaseResult(number, case, missing, tuple(policy for policy in matched if policy not in expected))


def _event(case: Case) -> MessagePosted:
    return MessagePosted(
        id=EventId("case"),
        space=_SPACE,
        at=_NOW,
        message=message_id(_CHANNEL, "case"),
        channel=_CHANNEL,
        account=_AUTHOR,
        text=case.text,
        mentions=tuple(account_id(_SPACE, f"mentioned-{index}") for index in range(case.mentions)),
        mentions_everyone=case.everyone,
    )


def _activity(case: Case) -> ActivityFact:
    earlier = sorted(case.before, key=lambda one: -one.seconds_ago)
    said = (Utterance(_NOW - timedelta(seconds=one.seconds_ago), _CHANNEL, fingerprint(one.text)) for one in earlier)
    return ActivityFact(account=_AUTHOR, messages=len(earlier), recent=tuple(said))
