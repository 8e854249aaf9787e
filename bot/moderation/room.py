"""The room of incidents: it shows the team what was done or refused, and does what a person makes of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot import settings as community
from bot import signs
from bot.events import ActionTaken, ButtonPressed, EffectRefused, ReactionAdded
from bot.facts import SETTINGS_KEY, FactKey, Facts, IncidentFact, account_key, incident_key, loaded, open_about_key
from bot.ids import IncidentId
from bot.measures import bursts
from bot.moderation import (
    by_hand,
    cards,
    crowds,
    doors,
    followed,
    judging,
    moves,
    refusals,
    stopping,
    talks,
    undoing,
)
from bot.moderation.scene import Scene
from bot.records import ActionsStopped, IncidentMoved, IncidentOpened, Record
from bot.rooms import Input, Moment, Ruling, Subject
from bot.settings import Door, Overlay
from bot.views import Card, Phrase

_NOTHING: frozenset[FactKey] = frozenset()
_UNDO = "incident-undo"


class ModerationRoom:
    """Keeps incidents, each with the latest that a person said of it."""

    name = "moderation"
    hears: frozenset[type] = frozenset(
        {
            IncidentOpened,
            IncidentMoved,
            ButtonPressed,
            ReactionAdded,
            ActionTaken,
            EffectRefused,
            ActionsStopped,
        }
    )
    keeps: frozenset[type] = frozenset({IncidentOpened, IncidentMoved})

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """What was set, the incident, and everyone around it."""
        return frozenset(self._wanted(given, facts))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """A card for the team, or what follows from what somebody pressed, sent, did or said with a reaction."""
        return tuple(self._ruled(given, facts, at))

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The incident."""
        if isinstance(record, IncidentOpened | IncidentMoved):
            return frozenset({incident_key(record.incident)})
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """The last word on an incident holds."""
        if isinstance(record, IncidentOpened):
            facts.put(incident_key(record.incident), IncidentFact(opened=record))
        elif isinstance(record, IncidentMoved) and (known := facts.incident(record.incident)):
            moved = replace(known, state=record.state, by=record.by, moved_at=record.at)
            facts.put(incident_key(record.incident), moved)

    def _wanted(self, given: Input, facts: Facts) -> Iterator[FactKey]:
        match given:
            case IncidentOpened():
                yield from (SETTINGS_KEY, *self._around(given, facts))
            case ButtonPressed() if given.action in moves.ACTIONS:
                yield from (SETTINGS_KEY, account_key(given.account), *_incident(given, facts))
            case IncidentMoved() if given.case is not None:
                yield from (SETTINGS_KEY, *followed.needs(given, facts))
            case ReactionAdded() if door := doors.meant(self._overlay.file, given):
                behind = _incident(signs.pressed(given, doors.button(door, given)), facts)
                yield from (SETTINGS_KEY, account_key(given.account), *behind)
            case ActionTaken():
                yield from (SETTINGS_KEY, *([account_key(given.account)] if given.account else []))
                yield from [bursts.key(given)] if bursts.penalty(given) is not None else []
            case EffectRefused() if refusals.may_matter(given):
                yield from (SETTINGS_KEY, *refusals.needs(given, self._overlay.so_far(facts)), *talks.needs(given))
            case ActionsStopped():
                yield from (SETTINGS_KEY, *stopping.needs(given, facts))

    def _ruled(self, given: Input, facts: Facts, at: Moment) -> Iterator[Ruling]:
        match given:
            case IncidentOpened():
                yield from self._shown(given, facts, at)
            case ButtonPressed() if given.action in moves.ACTIONS:
                yield self._pressed(given, facts, at)
            case IncidentMoved() if given.case is not None:
                yield from followed.done(given, self._overlay.of(facts), facts, at)
            case ReactionAdded() if door := doors.meant(self._overlay.file, given):
                yield from self._reacted(door, given, facts, at)
            case ActionTaken():
                yield from by_hand.ruled(given, self._overlay.of(facts), facts, at)
            case EffectRefused() if refusals.may_matter(given):
                yield from refusals.shown(given, self._overlay.of(facts), facts, at)
                yield from talks.failed(given, self._overlay.of(facts), facts, at)
            case ActionsStopped():
                yield from stopping.given_up(given, self._overlay.of(facts), facts, at)

    def _around(self, opened: IncidentOpened, facts: Facts) -> Iterator[FactKey]:
        """Whom it is about; of a crowd also how many they are."""
        if opened.account is not None:
            yield account_key(opened.account)
        if crowds.is_one(opened):
            yield from crowds.needs(opened, facts)

    def _shown(self, opened: IncidentOpened, facts: Facts, at: Moment) -> Iterator[Ruling]:
        """What was done by hand was shown by whoever heard of it."""
        settings = self._overlay.of(facts)
        if opened.origin != "policy" or (channel := settings.managers.get(opened.space)) is None:
            return
        elif crowds.is_one(opened):
            yield crowds.shown(opened, channel, settings, facts, at)
        else:
            shown = cards.posted(opened, channel, settings)
            yield Ruling(rule="moderation/shown", subject=Subject(account=opened.account), effects=(shown,))

    def _reacted(self, door: Door, reaction: ReactionAdded, facts: Facts, at: Moment) -> Iterator[Ruling]:
        """Nothing where it is an ordinary reaction."""
        button, presser = doors.button(door, reaction), facts.account(reaction.account)
        sign = signs.Sign(reaction, door, button, self._overlay.of(facts), presser)
        if not sign.counts:
            return
        if (refusal := sign.refusal(Phrase("moderation-door-nothing"))) is not None:
            yield doors.refused(sign, refusal)
        else:
            yield doors.quietly(sign, self._pressed(sign.press, facts, at))

    def _pressed(self, press: ButtonPressed, facts: Facts, at: Moment) -> Ruling:
        settings, presser = self._overlay.of(facts), facts.account(press.account)
        fact = facts.incident(IncidentId(press.subject))
        if fact is None or _forgotten(fact, facts):
            unknown = Card(body=(Phrase("moderation-unknown"),))
            told = community.answer(settings, press, presser, unknown)
            return Ruling(rule="moderation/unknown", effects=(told,))
        author = fact.opened.account
        return judging.judged(
            Scene(
                fact=fact,
                press=press,
                presser=presser,
                author=facts.account(author) if author else None,
                settings=settings,
                at=at,
                in_case=bool((found := facts.open_about(fact.opened.incident)) and found.cases),
                others=undoing.others(fact.opened, facts) if press.action == _UNDO else undoing.NOTHING_ELSE,
            )
        )


def _forgotten(fact: IncidentFact, facts: Facts) -> bool:
    """Whether whoever it was about was erased since: policies only ever judge people who were met."""
    account = fact.opened.account
    return fact.opened.origin == "policy" and account is not None and facts.account(account) is None


def _incident(press: ButtonPressed, facts: Facts) -> Iterator[FactKey]:
    """The incident and, once it is known, whom it is about."""
    incident = IncidentId(press.subject)
    yield from (incident_key(incident), open_about_key(incident))
    fact = loaded(facts.incident, incident)
    if fact is None or fact.opened.account is None:
        return
    yield account_key(fact.opened.account)
    if press.action == _UNDO:
        yield from undoing.needs(fact.opened.account, facts)
