"""What the book says of one message."""

from dataclasses import dataclass

from bot.ids import PolicyId, RevisionId
from bot.policy.kind import Match
from bot.policy.pack import Mode
from bot.policy.verdict import NOTHING, Verdict
from bot.text import Span
from bot.views import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A policy that matched."""

    policy: PolicyId
    revision: RevisionId
    mode: Mode
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
    withheld: tuple[str, ...] = ()
    """What would have followed, had the author not been an owner."""
    unknown: tuple[tuple[PolicyId, tuple[str, ...]], ...] = ()
    """Policies that might match, for all that is known, and what they would have to know."""

    @property
    def enforced(self) -> tuple[Hit, ...]:
        """The hits that have consequences."""
        return tuple(hit for hit in self.hits if hit.mode == "enforce")


SILENCE = Judgement()
