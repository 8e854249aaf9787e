"""Which requests are about cases, whose they are, and what has to be known to answer them."""

from collections.abc import Iterator
from typing import Protocol

from bot.disputes import acting, gathering, reviews
from bot.disputes.desk import listing, pressing
from bot.disputes.doors import doors
from bot.disputes.outside import outside
from bot.disputes.told import parties
from bot.errors import RuleError
from bot.events import Asked, ButtonPressed, CommandInvoked, FormSubmitted
from bot.facts import SETTINGS_KEY, FactKey, Facts, incident_key, loaded
from bot.ids import IncidentId
from bot.records import IncidentMoved
from bot.settings import Settings


class Area(Protocol):
    """What some of those around a case can ask for."""

    COMMANDS: frozenset[str]
    ACTIONS: frozenset[str]
    FORMS: frozenset[str]


def named(asked: Asked, area: Area) -> bool:
    """Whether a request is one of these."""
    match asked:
        case CommandInvoked():
            return asked.command in area.COMMANDS
        case ButtonPressed():
            return asked.action in area.ACTIONS
        case FormSubmitted():
            return asked.form in area.FORMS
        case _:
            return False


def mine(asked: Asked) -> bool:
    """Whether it is about cases at all."""
    if doors.is_door(asked) or listing.is_listing(asked) or pressing.meant(asked) or is_old(asked):
        return True
    return named(asked, outside) or named(asked, parties)


def is_old(asked: Asked) -> bool:
    """Whether it is a button of a report from before there were cases."""
    return isinstance(asked, ButtonPressed) and asked.action in acting.OLD_REPORTS


def needs(asked: Asked, facts: Facts, settings: Settings | None) -> Iterator[FactKey]:
    """What a request takes to be answered; nothing where it is not about cases."""
    if not mine(asked):
        return
    yield SETTINGS_KEY
    if doors.is_door(asked):
        yield from gathering.for_opening(doors.opening(asked), facts, settings, asked.account)
    elif isinstance(asked, CommandInvoked) and listing.is_listing(asked):
        yield from listing.needs(asked, facts, settings)
    elif is_old(asked) and isinstance(asked, ButtonPressed):
        yield from _of_old_report(asked, facts, settings)
    elif isinstance(asked, CommandInvoked) and named(asked, parties):
        yield from parties.own_needs(asked, facts)
    else:
        people, other = (asked.account, pressing.named(asked)), pressing.other_case(asked)
        yield from gathering.for_case(pressing.case_of(asked), facts, settings, *people, other=other)


def of_incident(moved: IncidentMoved, facts: Facts, settings: Settings | None) -> Iterator[FactKey]:
    """What it takes to open a case for an incident, or to end the one that it has."""
    yield SETTINGS_KEY
    yield from reviews.needs(moved.incident, facts)
    try:
        fact, case = facts.incident(moved.incident), reviews.case_of(moved.incident, facts)
    except RuleError:
        return
    if case is not None:
        yield from gathering.for_case(case.id, facts, settings, moved.by)
    elif fact is not None and settings is not None:
        yield from gathering.for_opening(reviews.opening(fact, settings), facts, settings, moved.by)


def _of_old_report(press: ButtonPressed, facts: Facts, settings: Settings | None) -> Iterator[FactKey]:
    incident = IncidentId(press.subject)
    yield incident_key(incident)
    fact = loaded(facts.incident, incident)
    if fact is not None:
        yield from gathering.for_opening(reviews.from_report(fact), facts, settings, press.account)
