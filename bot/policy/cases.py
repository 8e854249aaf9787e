"""The cases of a pack: what its own authors say it must match, and what it must leave alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.commands import Level
from bot.facts import AccountFact, ActivityFact, Facts
from bot.ids import PolicyId
from bot.policy import staging
from bot.policy.book import Book
from bot.policy.case import Case
from bot.policy.judgement import Judgement
from bot.policy.kind import Judged
from bot.policy.pack import Mode, Pack


class Scene(NamedTuple):
    """What `Book.judge` and `Book.context` are given, in their order."""

    event: Judged
    account: AccountFact | None
    activity: ActivityFact | None
    level: Level
    facts: Facts


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
    followed: tuple[str, ...] | None = None
    """What the policies that matched ask for, where it is not what the case says."""

    @property
    def passed(self) -> bool:
        """Whether the pack did what the case says."""
        return not self.missing and not self.unexpected and self.followed is None

    def concerns(self, pack: str) -> frozenset[PolicyId]:
        """The policies that failed it: where what follows is wrong, all that the case expects."""
        blamed = {PolicyId(f"{pack}/{name}") for name in self.case.expect} if self.followed is not None else set()
        return frozenset((*self.missing, *self.unexpected, *blamed))


def scene(case: Case) -> Scene:
    """A case as the judge sees it."""
    event, facts = staging.event(case), staging.CaseFacts(case)
    author = staging.AUTHOR
    return Scene(event, facts.account(author), facts.activity(author), Level[case.author_level.upper()], facts)


def check(pack: Pack, modes: Mapping[PolicyId, Mode] | None = None) -> tuple[CaseResult, ...]:
    """Run every case by the judge that judges real messages; to match counts in every mode but off."""
    book = Book.compile([pack], modes)
    return tuple(_run(book, pack, number, case) for number, case in enumerate(pack.cases, 1))


def failing(pack: Pack, modes: Mapping[PolicyId, Mode]) -> Mapping[PolicyId, tuple[int, ...]]:
    """The policies of a pack that fail a case of theirs, and which cases: none of them is to be enforced."""
    found: dict[PolicyId, tuple[int, ...]] = {}
    for result in check(pack, modes):
        for policy in result.concerns(pack.id):
            found[policy] = (*found.get(policy, ()), result.number)
    return found


def _run(book: Book, pack: Pack, number: int, case: Case) -> CaseResult:
    judgement = book.judge(*scene(case))
    matched = [hit.policy for hit in judgement.hits]
    expected = [PolicyId(f"{pack.id}/{name}") for name in case.expect]
    missing = tuple(policy for policy in expected if policy not in matched)
    unexpected = tuple(policy for policy in matched if policy not in expected)
    followed = tuple(dict.fromkeys(_asked(judgement)))
    as_said = case.follows is None or set(case.follows) == set(followed)
    return CaseResult(number, case, missing, unexpected, None if as_said else followed)


def _asked(judgement: Judgement) -> Iterator[str]:
    """In whatever mode."""
    for hit in judgement.hits:
        yield from hit.actions
