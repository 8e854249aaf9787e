"""Policies as those who decide about people need them: wording, title, and the steps of their ladders."""

from collections.abc import Iterator
from datetime import timedelta

from bot.cases.lines import Penalty
from bot.cases.rungs import Rule, Rung
from bot.ids import PolicyId, RevisionId
from bot.policy.book import Book
from bot.policy.pack import Policy
from bot.policy.then import Then

_ANY = timedelta(days=366)


def in_force(book: Book) -> dict[PolicyId, Rule]:
    """By policy; those on trial act on nobody."""
    pages = (page for page in book.pages if page.mode == "enforce")
    return {page.id: worded(page.revision, page.policy) for page in pages}


def worded(revision: RevisionId, policy: Policy) -> Rule:
    """One wording, be it today's or an earlier one."""
    acts = frozenset(name for then in policy.outcomes for name in then.actions)
    return Rule(revision, policy.title.text, tuple(_rungs(policy)), acts)


def _rungs(policy: Policy) -> Iterator[Rung]:
    if policy.ladder:
        yield Rung(at=1, within=_ANY, penalties=tuple(_penalties(policy.then)))
    for step in policy.ladder:
        yield Rung(at=step.at, within=step.within, penalties=tuple(_penalties(step.then)))


def _penalties(then: Then) -> Iterator[Penalty]:
    """What of it falls upon a person."""
    if then.remove:
        yield Penalty(name="remove")
    if then.timeout:
        yield Penalty(name="timeout", seconds=int(then.timeout.total_seconds()))
    elif then.quarantine:
        yield Penalty(name="quarantine")
    elif then.remind:
        yield Penalty(name="remind")
