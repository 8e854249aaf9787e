"""The room of incidents: it shows the team what was done, refused or reported, and does what a person makes of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot import settings as community
from bot.errors import RuleError
from bot.events import (
    ActionTaken,
    ButtonPressed,
    CommandInvoked,
    EffectRefused,
    FormSubmitted,
    ReactionAdded,
    ReactionRemoved,
)
from bot.facts import SETTINGS_KEY, FactKey, Facts, IncidentFact, account_key, incident_key
from bot.ids import AccountId, IncidentId
from bot.moderation import by_hand, cards, crowds, doors, judging, moves, refusals, reporting, takebacks
from bot.moderation.scene import Scene
from bot.records import IncidentMoved, IncidentOpened, Record
from bot.rooms import Input, Moment, Ruling, Subject
from bot.settings import Door, Overlay, Settings
from bot.views import Card, Phrase

_NOTHING: frozenset[FactKey] = frozenset()


class ModerationRoom:
    """Keeps incidents and reports, each with the latest that a person said of it."""

    name = "moderation"
    hears: frozenset[type] = frozenset(
        {
            IncidentOpened,
            ButtonPressed,
            FormSubmitted,
            CommandInvoked,
            ReactionAdded,
            ReactionRemoved,
            ActionTaken,
            EffectRefused,
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
            case FormSubmitted() | CommandInvoked() if reporting.is_report(given):
                around = self._around(reporting.opened(given), facts)
                yield from (SETTINGS_KEY, account_key(given.account), *around)
            case ReactionAdded() if door := doors.meant(self._overlay.file, given):
                yield from (SETTINGS_KEY, account_key(given.account), *self._behind(door, given, facts))
            case ReactionRemoved() if takebacks.may_matter(self._overlay.file, given):
                yield from (SETTINGS_KEY, *self._taken_back(given, facts))
            case ActionTaken():
                yield from (SETTINGS_KEY, *([account_key(given.account)] if given.account else []))
            case EffectRefused() if refusals.may_matter(given):
                yield from (SETTINGS_KEY, *refusals.needs(given, self._settings(facts)))

    def _ruled(self, given: Input, facts: Facts, at: Moment) -> Iterator[Ruling]:
        match given:
            case IncidentOpened():
                yield from self._shown(given, facts, at)
            case ButtonPressed() if given.action in moves.ACTIONS:
                yield self._pressed(given, facts, at)
            case FormSubmitted() | CommandInvoked() if reporting.is_report(given):
                settings = self._overlay.of(facts)
                way = reporting.Way(reporting.within(reporting.opened(given), settings), settings, facts)
                yield reporting.received(given, way, facts.account(given.account), settings)
            case ReactionAdded() if door := doors.meant(self._overlay.file, given):
                yield from self._reacted(door, given, facts, at)
            case ReactionRemoved() if takebacks.may_matter(self._overlay.file, given):
                if fact := takebacks.reported(given, facts):
                    yield takebacks.withdrawn(fact, self._overlay.of(facts), facts, at)
            case ActionTaken():
                upon = facts.account(given.account) if given.account else None
                yield by_hand.noted(given, upon, self._overlay.of(facts), at)
            case EffectRefused() if refusals.may_matter(given):
                yield from refusals.shown(given, self._overlay.of(facts), facts, at)

    def _around(self, opened: IncidentOpened, facts: Facts) -> Iterator[FactKey]:
        """Of a report, with all their accounts, and with those who could read it in the team's stead."""
        if opened.origin == "report":
            yield from reporting.around(opened, facts)
            if settings := self._settings(facts):
                yield from reporting.readers(settings)
        elif opened.account is not None:
            yield account_key(opened.account)
        if crowds.is_one(opened):
            yield from crowds.needs(opened, facts)

    def _settings(self, facts: Facts) -> Settings | None:
        """None where they are still to be loaded."""
        try:
            return self._overlay.of(facts)
        except RuleError:
            return None

    def _behind(self, door: Door, reaction: ReactionAdded, facts: Facts) -> Iterator[FactKey]:
        """The report that a reaction would make, or the incident whose card it stands below."""
        if door != "report":
            yield from _incident(doors.pressed(reaction, door), facts)
        elif (opened := doors.opened(reaction)) is not None:
            yield from map(incident_key, doors.reports(reaction.message, facts))
            yield from self._around(opened, facts)

    def _taken_back(self, removed: ReactionRemoved, facts: Facts) -> Iterator[FactKey]:
        """The report that a reaction made, and those around it."""
        yield from map(incident_key, doors.reports(removed.message, facts))
        if (fact := takebacks.reported(removed, facts)) is not None:
            yield from self._around(fact.opened, facts)

    def _shown(self, opened: IncidentOpened, facts: Facts, at: Moment) -> Iterator[Ruling]:
        """What was done by hand was shown by whoever heard of it."""
        settings = self._overlay.of(facts)
        if opened.origin == "report":
            way = reporting.Way(opened, settings, facts)
            yield Ruling(rule="moderation/shown", effects=tuple(way.effects()))
        elif opened.origin != "policy" or (channel := settings.managers.get(opened.space)) is None:
            return
        elif crowds.is_one(opened):
            yield crowds.shown(opened, channel, settings, facts, at)
        else:
            shown = cards.posted(opened, channel, settings)
            yield Ruling(rule="moderation/shown", subject=Subject(account=opened.account), effects=(shown,))

    def _reacted(self, door: Door, reaction: ReactionAdded, facts: Facts, at: Moment) -> Iterator[Ruling]:
        """Nothing where it is an ordinary reaction."""
        sign = doors.Sign(reaction, door, self._overlay.of(facts), facts.account(reaction.account))
        if not sign.counts:
            return
        if door == "report":
            yield sign.reported(facts)
        elif (refusal := sign.refusal) is not None:
            yield sign.hidden("not-allowed", refusal)
        else:
            yield sign.quietly(self._pressed(sign.press, facts, at))

    def _pressed(self, press: ButtonPressed, facts: Facts, at: Moment) -> Ruling:
        settings, presser = self._overlay.of(facts), facts.account(press.account)
        fact = facts.incident(IncidentId(press.subject))
        if fact is None or _forgotten(fact, facts):
            unknown = Card(body=(Phrase("moderation-unknown"),))
            told = community.answer(settings, press, presser, unknown)
            return Ruling(rule="moderation/unknown", effects=(told,))
        author, reporter = fact.opened.account, fact.opened.reporter
        return judging.judged(
            Scene(
                fact=fact,
                press=press,
                presser=presser,
                author=facts.account(author) if author else None,
                reporter=facts.account(reporter) if reporter else None,
                settings=settings,
                at=at,
            )
        )


def _forgotten(fact: IncidentFact, facts: Facts) -> bool:
    """Whether whoever it was about was erased since: policies only ever judge people who were met."""
    account = fact.opened.account
    return fact.opened.origin == "policy" and account is not None and facts.account(account) is None


def _incident(press: ButtonPressed, facts: Facts) -> Iterator[FactKey]:
    """The incident and, once it is known, whom it is about and who reported it."""
    incident = IncidentId(press.subject)
    yield incident_key(incident)
    try:
        fact = facts.incident(incident)
    except RuleError:
        return
    people: tuple[AccountId | None, ...] = (fact.opened.account, fact.opened.reporter) if fact else ()
    yield from (account_key(one) for one in people if one)
