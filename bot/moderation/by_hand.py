"""What others do on the platform, by hand, as another bot, or by a rule of its own.

What a person does upon a person is a measure like any other: it becomes a case, decided already, so that its reasons
are asked for and it can be answered back to. Everything else is noted, and told quietly.
"""

from collections.abc import Iterator

from bot import settings as community
from bot.cases.lines import Evidence, Opening
from bot.effects import Effect
from bot.events import ActionTaken
from bot.facts import AccountFact, Facts
from bot.ids import IncidentId, digest
from bot.measures import bursts
from bot.records import CaseWanted, IncidentMoved, IncidentOpened, Measure
from bot.rooms import Moment, Ruling, Subject
from bot.settings import Settings
from bot.views import Card, Field, Instant, Passage, Person, Phrase, Place, Reference, Text, Verbatim

_UNREMARKABLE = frozenset({"add_role", "remove_role", "lift_timeout"})
_LONGEST = 4000


def ruled(action: ActionTaken, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """What somebody did upon somebody, as a case; the rest as an incident."""
    upon = facts.account(action.account) if action.account else None
    if _upon_somebody(action, upon):
        yield from _decided(action, settings, facts)
    else:
        yield _noted(action, upon, settings, at)


def _upon_somebody(action: ActionTaken, upon: AccountFact | None) -> bool:
    """Whether one person took a measure upon another."""
    return bursts.penalty(action) is not None and action.by != action.account and not (upon is not None and upon.bot)


def _decided(action: ActionTaken, settings: Settings, facts: Facts) -> Iterator[Ruling]:
    """The case that it is; one for everything that the same person does to the same one within ten minutes."""
    done = bursts.penalty(action)
    if done is None or bursts.current(action, facts) is not None:
        return
    opening = Opening(
        kind="measure",
        door="hand",
        space=action.space,
        profile=settings.profile,
        opener=action.by,
        respondent=action.account,
        channel=action.channel,
        message=action.message,
        text=action.reason[:_LONGEST],
        evidence=_evidence(action),
    )
    wanted = CaseWanted(opening=opening, at=action.at, penalties=(done,), reasons=action.reason[:_LONGEST], done=True)
    yield Ruling(rule="moderation/by-hand", records=(wanted,))


def _evidence(action: ActionTaken) -> Evidence | None:
    """Where it stood, and its words where the platform tells them."""
    if action.message is None:
        return None
    text = action.text[:_LONGEST]
    return Evidence(
        message=action.message, channel=action.channel, author=action.account, text=text, readable=bool(text)
    )


def _noted(action: ActionTaken, upon: AccountFact | None, settings: Settings, at: Moment) -> Ruling:
    """An incident that is closed at birth, with a card that asks for nothing; no ladder counts it."""
    incident = _opened(action)
    moved = IncidentMoved(incident=incident.incident, state="closed", by=action.by, at=at.now)
    shown = action.action not in _UNREMARKABLE and not (upon is not None and upon.bot)
    return Ruling(
        rule="moderation/by-hand",
        subject=Subject(account=action.account, channel=action.channel, message=action.message),
        records=(incident, moved),
        effects=tuple(_told(action, settings)) if shown else (),
    )


def _opened(action: ActionTaken) -> IncidentOpened:
    done = Measure(name=action.action, until=action.until, number=action.number, role=action.role)
    return IncidentOpened(
        incident=IncidentId(f"hand-{digest(f'{action.space} {action.id}')}"),
        origin="hand",
        at=action.at,
        space=action.space,
        account=action.account,
        channel=action.channel,
        message=action.message,
        measures=(done,),
        text=action.text[:_LONGEST],
        reason=action.reason[:_LONGEST],
    )


def _told(action: ActionTaken, settings: Settings) -> Iterator[Effect]:
    channel = settings.managers.get(action.space)
    if channel is not None:
        yield community.posted(settings, action.space, channel, _card(action))


def _card(action: ActionTaken) -> Card:
    given = (("action", action.action), ("number", action.number))
    quoted: tuple[Text, ...] = (Phrase("moderation-card-text"), Verbatim(action.text)) if action.text else ()
    return Card(
        title=Phrase("moderation-hand-title", given),
        body=(Phrase("moderation-hand", (("hand", _hand(action)),)), *quoted),
        fields=tuple(_fields(action)),
    )


def _hand(action: ActionTaken) -> str:
    if action.by is None:
        return "rule"
    return "bot" if action.by_bot else "person"


def _fields(action: ActionTaken) -> Iterator[Field]:
    if action.by is not None:
        yield _field("by", Person(action.by))
    if action.account is not None:
        yield _field("whom", Person(action.account))
    if action.channel is not None:
        stands = action.message if action.action == "alert" else None
        yield _field("where", Passage(action.channel, stands) if stands else Place(action.channel))
    if action.until is not None:
        yield _field("until", Instant(action.until))
    if action.reason:
        said = "moderation-hand-rule" if action.by is None else "moderation-hand-why"
        yield Field(label=Phrase(said), value=Verbatim(action.reason))


def _field(name: str, reference: Reference) -> Field:
    said = Phrase("moderation-hand-reference", (("reference", reference),))
    return Field(label=Phrase(f"moderation-hand-{name}"), value=said)
