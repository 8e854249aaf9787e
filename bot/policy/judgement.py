"""What the book says of one message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal

from bot.ids import PolicyId, RevisionId
from bot.policy.kind import Match
from bot.policy.pack import Late
from bot.policy.verdict import NOTHING, Verdict, union, without_force
from bot.text import Span
from bot.views import Bilingual

Hold = Literal["observe", "paused"]
"""Why a policy that is switched on does nothing all the same: the first days, or a manager."""
HitMode = Literal["off", "shadow", "enforce"] | Hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A policy that matched."""

    policy: PolicyId
    revision: RevisionId
    mode: HitMode
    title: Bilingual
    why: Bilingual
    actions: tuple[str, ...]
    """What it asks for, by name; in mode `shadow` nothing of it is done."""
    counters: tuple[str, ...]
    """What its match moves, so that ladders can count it."""
    time: int = 1
    """How often it has happened within the window of the ladder's step, this time included; 1 without a ladder."""
    match: Match
    spared_by: tuple[str, ...] = ()
    """The settings of `unless` that spared the author."""
    asks: Verdict = NOTHING
    """What it asks for, as part of a verdict."""
    late: Late = "report"
    """What it asks for where it was learned of late."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it matched in the original text."""
        return self.match.spans

    @property
    def evidence(self) -> tuple[str, ...]:
        """Its own words that were found, never the member's."""
        return self.match.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """All policies that matched, in the order of the book, and what follows."""

    hits: tuple[Hit, ...] = ()
    spared: tuple[Hit, ...] = ()
    verdict: Verdict = NOTHING
    """Of the enforced hits alone."""
    owner: bool = False
    """Whether the author owns the community: then nothing forceful follows."""
    withheld: tuple[str, ...] = ()
    """What would have followed, had the author not been an owner, or had it not been learned of so late."""
    beyond: tuple[str, ...] = ()
    """What would have followed, had its platform been able to do it."""
    late: bool = False
    """Whether it was learned of too late for anybody to be punished."""
    unknown: tuple[tuple[PolicyId, tuple[str, ...]], ...] = ()
    """Policies that might match, for all that is known, and what they would have to know."""

    @property
    def enforced(self) -> tuple[Hit, ...]:
        """The hits that have consequences."""
        return tuple(hit for hit in self.hits if hit.mode == "enforce")

    @property
    def tells_author(self) -> bool:
        """Whether the author hears why; where a platform has no way to them, nobody can."""
        return (self.verdict.remind or self.verdict.falls_on_author) and "remind" not in self.beyond

    @property
    def asks_author(self) -> bool:
        """Whether the author of a message is asked to take it down, since nobody else can."""
        return self.tells_author and "remove" in self.beyond


SILENCE = Judgement()


def judged(
    hits: Sequence[Hit], spared: Sequence[Hit], unknown: tuple[tuple[PolicyId, tuple[str, ...]], ...], *, owner: bool
) -> Judgement:
    """Everything that matched, with the verdict of what is enforced."""
    merged = reduce(union, (hit.asks for hit in hits if hit.mode == "enforce"), NOTHING)
    verdict, withheld = without_force(merged) if owner else (merged, ())
    return Judgement(
        hits=tuple(hits), spared=tuple(spared), verdict=verdict, withheld=withheld, unknown=unknown, owner=owner
    )


def held(judgement: Judgement, hold: Callable[[PolicyId], Hold | None]) -> Judgement:
    """The same, but that what is held does nothing and moves no ladder."""
    hits = [_held(hit, hold(hit.policy)) if hit.mode == "enforce" else hit for hit in judgement.hits]
    return judged(hits, judgement.spared, judgement.unknown, owner=judgement.owner)


def _held(hit: Hit, why: Hold | None) -> Hit:
    return hit if why is None else replace(hit, mode=why, counters=())
