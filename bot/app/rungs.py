"""The policies that act, as those who decide about people need them: wording, title, and the steps of their ladders."""

from collections.abc import Iterator
from datetime import timedelta

from bot.cases.lines import Penalty
from bot.cases.rungs import Rung
from bot.ids import PolicyId
from bot.policy.book import Book
from bot.policy.pack import Policy
from bot.policy.then import Then
from bot.settings import Rule

_ANY = timedelta(days=366)


def in_force(book: Book) -> dict[PolicyId, Rule]:
    """By policy; those on trial act on nobody."""
    pages = (page for page in book.pages if page.mode == "enforce")
    return {page.id: Rule(page.revision, page.policy.title.text, tuple(_rungs(page.policy))) for page in pages}


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
