"""Policies are stopped: what nobody has felt yet of what they wanted never was, for cards and ladders alike."""

from collections.abc import Iterator

from bot.facts import FactKey, Facts, IncidentFact, incident_key, loaded, unfelt_key
from bot.moderation import cards, moves
from bot.records import ActionsStopped, IncidentMoved
from bot.rooms import Moment, Ruling
from bot.settings import Settings


def needs(stopped: ActionsStopped, facts: Facts) -> Iterator[FactKey]:
    """What still waits and, once that is known, each incident."""
    yield unfelt_key(stopped.policies)
    waits = loaded(facts.unfelt, stopped.policies)
    yield from map(incident_key, waits.incidents if waits else ())


def given_up(stopped: ActionsStopped, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """Each is closed, moves its ladders back, and says on its card that nothing came of it."""
    waits = facts.unfelt(stopped.policies)
    for incident in waits.incidents if waits else ():
        fact = facts.incident(incident)
        if fact is None or not moves.is_open(fact) or fact.opened.origin != "policy":
            continue
        moved = IncidentMoved(incident=incident, state="given_up", by=None, at=at.now)
        after = IncidentFact(opened=fact.opened, state="given_up", moved_at=at.now)
        yield Ruling(
            rule="moderation/given-up",
            records=(moved, *fact.opened.taken_back()),
            effects=tuple(cards.reworded(after, settings)),
        )
