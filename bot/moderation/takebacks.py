"""A reaction that reported something is taken back at once: where the platform hides none, that ends the report.

Where reactions are hidden, the bot itself removes them, and a removal says nothing.
"""

from collections.abc import Iterator
from datetime import timedelta

from bot.effects import EditCard, Effect
from bot.errors import RuleError
from bot.events import ReactionRemoved
from bot.facts import Facts, IncidentFact
from bot.moderation import cards, doors, reporting
from bot.moderation.scene import card_handle
from bot.records import IncidentMoved
from bot.rooms import Moment, Ruling
from bot.settings import Settings, Written, plain_emoji

IN_TIME = timedelta(seconds=60)
"""For so long a report can be taken back; later, others have read it."""


def may_matter(file: Written, removed: ReactionRemoved) -> bool:
    """Whether it may have been a report."""
    reports = file.doors.get(plain_emoji(removed.emoji)) == "report"
    return reports and "hide_reaction" in file.lacks(removed.space)


def reported(removed: ReactionRemoved, facts: Facts) -> IncidentFact | None:
    """The report that goes with it: theirs, fresh, and touched by nobody; None also where it is not loaded yet."""
    try:
        fact = facts.incident(doors.reports(removed.message, facts)[-1])
    except RuleError:
        return None
    if fact is None or fact.state != "standing" or fact.opened.reporter != removed.account:
        return None
    return fact if timedelta() <= removed.at - fact.opened.at <= IN_TIME else None


def withdrawn(fact: IncidentFact, settings: Settings, facts: Facts, at: Moment) -> Ruling:
    """The card says that it was taken back, and not by whom: who reports stays unnamed."""
    moved = IncidentMoved(incident=fact.opened.incident, state="withdrawn", by=None, at=at.now)
    after = IncidentFact(opened=fact.opened, state="withdrawn", moved_at=at.now)
    way = reporting.Way(fact.opened, settings, facts)
    effects = tuple(_reworded(after, settings)) if way.goes_to == "team" else ()
    return Ruling(rule="moderation/withdrawn", records=(moved,), effects=effects)


def _reworded(fact: IncidentFact, settings: Settings) -> Iterator[Effect]:
    space, channel = fact.opened.space, settings.managers[fact.opened.space]
    yield EditCard(
        space=space,
        channel=channel,
        message=card_handle(fact.opened),
        card=cards.team_card(fact),
        locale=settings.spoken_in(channel),
        address=settings.address,
    )
