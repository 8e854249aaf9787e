"""Until when somebody has to act: by the team's hours in the profile `small`, by everybody's in `large`."""

from datetime import datetime, timedelta

from bot.cases.case import Case
from bot.cases.states import Profile
from bot.disputes.act import Given
from bot.disputes.table import OUTSIDE, TABLE, Clock
from bot.hours import ALWAYS, due, whole_days

_LEADS = (
    (timedelta(days=14), timedelta(days=3)),
    (timedelta(days=7), timedelta(days=2)),
    (timedelta(hours=72), timedelta(hours=24)),
    (timedelta(hours=24), timedelta(hours=6)),
)
"""How long before a deadline those are told who must act: of the first that is no longer than what they have."""
_UNTOLD = frozenset({"decided", "closed", "archived"})
"""Nobody has to do anything there."""


def of(case: Case) -> Clock | None:
    """How long whoever must act has, as the case stands; None once it is archived."""
    asked = case.referral is not None and case.referral.answered_at is None
    return OUTSIDE[case.state] if asked and case.state in OUTSIDE else TABLE[case.state].clock


def until(clock: Clock | None, profile: Profile, since: datetime, given: Given) -> datetime | None:
    """When a clock that runs since then comes to its end."""
    if clock is None:
        return None
    calendar = given.calendar if profile == "small" else ALWAYS
    if clock.counts == "hours":
        return due(since, clock.lasting, calendar, given.outages)
    days = whole_days(calendar) if clock.counts == "days" else ALWAYS
    ends = due(since, clock.lasting, days, given.outages)
    return ends if clock.counts == "all" else due(ends, timedelta(0), calendar, given.outages)


def now(case: Case, given: Given) -> datetime | None:
    """When the deadline of a case comes, given every outage and day off that has come up since it was set."""
    ends = until(of(case), case.opening.profile, case.clock_since or case.since, given)
    return ends if ends is None or case.due_at is None else max(ends, case.due_at)


def notice(case: Case, given: Given) -> datetime | None:
    """When those who must act are told ahead of a deadline, once; None where they were, or nobody must."""
    clock = of(case)
    if clock is None or case.reminded or case.state in _UNTOLD:
        return None
    lead = next(lead for least, lead in _LEADS if clock.lasting >= least)
    sooner = clock._replace(lasting=clock.lasting - lead)
    return until(sooner, case.opening.profile, case.clock_since or case.since, given)
