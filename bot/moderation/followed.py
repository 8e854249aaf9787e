"""What was decided about an incident in a case is done here: lifted, taken back, and its author apologised to."""

from collections.abc import Iterator

from bot.effects import Effect
from bot.events import ButtonPressed
from bot.facts import FactKey, Facts, IncidentFact, account_key, incident_key, loaded
from bot.ids import AccountId, EventId
from bot.moderation import cards, judging, undoing
from bot.moderation.scene import Scene
from bot.records import IncidentMoved, Record
from bot.rooms import Moment, Ruling
from bot.settings import Settings


def needs(moved: IncidentMoved, facts: Facts) -> Iterator[FactKey]:
    """The incident, its author, and what else holds them back."""
    yield incident_key(moved.incident)
    fact = loaded(facts.incident, moved.incident)
    if fact is not None and fact.opened.account is not None:
        yield account_key(fact.opened.account)
        yield from undoing.needs(fact.opened.account, facts)


def done(moved: IncidentMoved, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """What follows for the incident; that it stays changes no more than its card."""
    fact = facts.incident(moved.incident)
    if fact is None:
        return
    effects: list[Effect] = []
    records: tuple[Record, ...] = ()
    scene = _scene(moved, fact, settings, facts, at)
    if moved.state == "undone":
        records = fact.opened.taken_back() if scene.author else ()
        effects += undoing.lifted(fact.opened, undoing.others(fact.opened, facts), at.now)
        effects += scene.to_author(judging.apology(scene)) if moved.by is not None else ()
    yield Ruling(
        rule="moderation/followed",
        records=records,
        effects=(*effects, *scene.on_first_card(cards.team_card(fact))),
    )


def _scene(moved: IncidentMoved, fact: IncidentFact, settings: Settings, facts: Facts, at: Moment) -> Scene:
    """As if whoever decided had pressed the button, after the author asked."""
    opened = fact.opened
    return Scene(
        fact=IncidentFact(opened=opened, state="asked"),
        press=ButtonPressed(
            id=EventId(f"case:{moved.case}"),
            space=opened.space,
            at=at.now,
            account=moved.by or AccountId(""),
            channel=None,
            button=f"incident-undo:{opened.incident}",
        ),
        presser=None,
        author=facts.account(opened.account) if opened.account else None,
        settings=settings,
        at=at,
    )
