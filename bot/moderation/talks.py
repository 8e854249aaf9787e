"""A conversation that a platform would not open: what was to be talked about waits again, as it did before."""

from collections.abc import Iterator

from bot.events import EffectRefused
from bot.facts import FactKey, Facts, IncidentFact, incident_key
from bot.ids import IncidentId
from bot.moderation import cards
from bot.records import IncidentMoved, IncidentState
from bot.rooms import Moment, Ruling
from bot.settings import Settings

_TALK = "talk"


def note(fact: IncidentFact) -> str:
    """What goes with the wish, so that its refusal tells what it was about and how that stood."""
    return f"{_TALK} {fact.opened.incident} {fact.state}"


def needs(refusal: EffectRefused) -> Iterator[FactKey]:
    """The incident; nothing where it was no such conversation."""
    if (about := _about(refusal)) is not None:
        yield incident_key(about[0])


def failed(refusal: EffectRefused, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """Nobody is talking: the card has its buttons again."""
    about = _about(refusal)
    fact = facts.incident(about[0]) if about else None
    if about is None or fact is None or fact.state != "talking":
        return
    state: IncidentState = "asked" if about[1] == "asked" else "standing"
    after = IncidentFact(opened=fact.opened, state="standing")
    moved = IncidentMoved(incident=fact.opened.incident, state=state, by=None, at=at.now)
    yield Ruling(rule="moderation/not-talking", records=(moved,), effects=tuple(cards.reworded(after, settings)))


def _about(refusal: EffectRefused) -> tuple[IncidentId, str] | None:
    if refusal.wanted != "create_private_thread":
        return None
    words = refusal.note.split(" ")
    return (IncidentId(words[1]), words[2]) if len(words) == 3 and words[0] == _TALK else None
