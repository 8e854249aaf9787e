"""A reaction that reported something is taken back at once: where the platform hides none, that ends the report.

Where reactions are hidden, the bot itself removes them, and a removal says nothing.
"""

from collections.abc import Iterator
from datetime import timedelta

from bot.cases.case import Case
from bot.disputes.act import Act
from bot.errors import RuleError
from bot.events import ReactionRemoved
from bot.facts import FactKey, Facts, case_key, loaded, open_about_key
from bot.settings import Written, plain_emoji

IN_TIME = timedelta(seconds=60)
"""For so long a report can be taken back; later, others have read it."""


def may_matter(file: Written, removed: ReactionRemoved) -> bool:
    """Whether it may have been a report."""
    reports = file.doors.get(plain_emoji(removed.emoji)) == "report"
    return reports and "hide_reaction" in file.lacks(removed.space)


def needs(removed: ReactionRemoved, facts: Facts) -> Iterator[FactKey]:
    """What is open about the message."""
    yield open_about_key(removed.message)
    known = loaded(facts.open_about, removed.message)
    yield from map(case_key, known.cases if known else ())


def reported(removed: ReactionRemoved, facts: Facts) -> Case | None:
    """The case that goes with it: theirs alone, fresh, and touched by nobody; None also where it is not loaded yet."""
    try:
        known = facts.open_about(removed.message)
        cases = [facts.case(one) for one in known.cases] if known else []
    except RuleError:
        return None
    return next((case for case in cases if case is not None and _theirs(case, removed)), None)


def act(removed: ReactionRemoved) -> Act:
    """The case ends."""
    return Act(move="withdraw", by=removed.account)


def _theirs(case: Case, removed: ReactionRemoved) -> bool:
    opening = case.opening
    alone = opening.kind == "report" and opening.door == "reaction" and case.reporters == (removed.account,)
    fresh = timedelta() <= removed.at - case.opened_at <= IN_TIME
    return alone and fresh and case.state == "open"
