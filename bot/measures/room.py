"""Measures on the road: asked for by managers, ordered by cases, stated, done, and ended in time."""

from collections.abc import Iterator, Sequence

from bot.events import (
    ActionTaken,
    ButtonPressed,
    CommandInvoked,
    Due,
    EffectRefused,
    FormSubmitted,
    MemberJoined,
)
from bot.facts import SETTINGS_KEY, FactKey, Facts
from bot.measures import (
    bursts,
    ending,
    explaining,
    folding,
    lifting,
    managing,
    refused,
    returning,
    steps,
    taking,
    wishes,
)
from bot.measures.scene import Scene, needs_of, timed
from bot.records import AccountMoved, Record, SanctionOrdered, SanctionsRevoked
from bot.rooms import Input, Moment, Ruling
from bot.settings import Overlay

Request = CommandInvoked | FormSubmitted | ButtonPressed


class MeasuresRoom:
    """Measures on the road: asked for by managers, ordered by cases, stated, done, and ended in time."""

    name = "measures"
    hears: frozenset[type] = frozenset(
        {
            CommandInvoked,
            FormSubmitted,
            ButtonPressed,
            SanctionOrdered,
            SanctionsRevoked,
            ActionTaken,
            MemberJoined,
            AccountMoved,
            EffectRefused,
            Due,
        }
    )
    keeps: frozenset[type] = folding.KEEPS

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """What was set, the measure, and everyone around it."""
        wanted = frozenset(self._wanted(given, facts))
        return wanted | {SETTINGS_KEY} if wanted else wanted

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """What follows for somebody: the reasons first."""
        return tuple(self._ruled(given, facts, at))

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The measure, and what holds whom it falls upon."""
        return folding.touches(record)

    def fold(self, facts: Facts, record: Record) -> None:
        """Measures as they stand, and what holds each account."""
        folding.fold(facts, record)

    def _wanted(self, given: Input, facts: Facts) -> Iterator[FactKey]:
        match given:
            case CommandInvoked() | FormSubmitted() | ButtonPressed():
                yield from self._wanted_by_request(given, facts)
            case SanctionOrdered():
                yield from taking.needs(given, self._overlay.so_far(facts), facts)
            case SanctionsRevoked():
                yield from ending.needs_of_revoked(given, facts)
            case ActionTaken(account=account) if account is not None:
                if bursts.penalty(given) is not None:
                    yield from bursts.needs(given, facts)
                elif ending.lifts(given):
                    yield from ending.needs_of_lifted(account, facts)
            case MemberJoined() | AccountMoved():
                yield from returning.needs(given, facts)
            case EffectRefused() if refused.matters(given):
                yield from refused.needs(given, facts)
            case Due():
                yield from _wanted_when_due(given, facts)

    def _wanted_by_request(self, ask: Request, facts: Facts) -> Iterator[FactKey]:
        if isinstance(ask, FormSubmitted) and ask.form == explaining.FORM:
            yield from explaining.needs(ask, facts)
        elif isinstance(ask, ButtonPressed):
            if ask.action in managing.ACTIONS:
                yield from managing.needs(ask, self._overlay.so_far(facts), facts)
        elif _lifts(ask):
            yield from lifting.needs(ask, facts)
        elif _about_steps(ask):
            yield from steps.needs(ask, facts)
        elif wishes.measure(ask) is not None:
            yield from managing.needs(ask, self._overlay.so_far(facts), facts)

    def _ruled(self, given: Input, facts: Facts, at: Moment) -> Iterator[Ruling]:
        match given:
            case CommandInvoked() | FormSubmitted() | ButtonPressed():
                yield from self._asked(given, facts, at)
            case SanctionOrdered():
                yield taking.taken(given, self._scene(facts, at))
            case SanctionsRevoked():
                yield from ending.revoked(given, self._scene(facts, at))
            case ActionTaken(account=account) if account is not None:
                if bursts.penalty(given) is not None:
                    yield from bursts.continued(given, self._scene(facts, at))
                elif ending.lifts(given):
                    yield from ending.by_hand(given, account, self._scene(facts, at))
            case MemberJoined() | AccountMoved():
                yield from returning.ruled(given, self._scene(facts, at))
            case EffectRefused() if refused.matters(given):
                yield from refused.ruled(given, self._scene(facts, at))
            case Due():
                yield from self._due(given, facts, at)

    def _asked(self, ask: Request, facts: Facts, at: Moment) -> Iterator[Ruling]:
        if isinstance(ask, FormSubmitted) and ask.form == explaining.FORM:
            yield explaining.explained(ask, self._scene(facts, at))
        elif isinstance(ask, ButtonPressed):
            if ask.action in managing.ACTIONS:
                yield managing.pressed(ask, self._scene(facts, at))
        elif _lifts(ask):
            yield from lifting.asked(ask, self._scene(facts, at))
        elif _about_steps(ask):
            scene = self._scene(facts, at)
            yield steps.shown(ask, scene) if isinstance(ask, CommandInvoked) else steps.changed(ask, scene)
        elif wishes.measure(ask) is not None:
            yield managing.asked(ask, self._scene(facts, at))

    def _due(self, due: Due, facts: Facts, at: Moment) -> Iterator[Ruling]:
        if (name := timed(due.timer)) is not None:
            yield from managing.expired(name, self._scene(facts, at))
            yield from ending.due(name, self._scene(facts, at))
        elif (late := explaining.timed(due.timer)) is not None:
            yield from explaining.untold(late, self._scene(facts, at))

    def _scene(self, facts: Facts, at: Moment) -> Scene:
        return Scene(settings=self._overlay.of(facts), facts=facts, at=at)


def _wanted_when_due(due: Due, facts: Facts) -> Iterator[FactKey]:
    name = timed(due.timer) or explaining.timed(due.timer)
    if name is not None:
        yield from needs_of(name, facts)


def _lifts(ask: CommandInvoked | FormSubmitted) -> bool:
    name = ask.command if isinstance(ask, CommandInvoked) else ask.form
    return name in (lifting.COMMAND, lifting.FORM)


def _about_steps(ask: CommandInvoked | FormSubmitted) -> bool:
    name = ask.command if isinstance(ask, CommandInvoked) else ask.form
    return name in (steps.COMMAND, steps.FORM)
