"""The team on the road: who is away, who is on call, when no bot was there; brakes on policies, and raids."""

from collections.abc import Iterator, Sequence

from bot.commands import NoteOutage
from bot.events import Ask, ButtonPressed, CommandInvoked, Due, FormSubmitted
from bot.facts import SETTINGS_KEY, FactKey, Facts, account_key
from bot.ids import PolicyId
from bot.records import AccountForgotten, CaseLogged, CaseWanted, PolicyHit, Record
from bot.rooms import Input, Moment, Ruling
from bot.settings import Overlay, Settings
from bot.team import absence, brakes, leaving, on_call, outages, raid, raid_acting, raids, reasons
from bot.team.scene import Scene

_NOTHING: frozenset[FactKey] = frozenset()
_COMMANDS = frozenset({"away", "back", "oncall", "why"})
_FORMS = frozenset({"away", "oncall", raid_acting.FORM})


class TeamRoom:
    """Keeps no facts of its own: what it writes down are settings."""

    name = "team"
    keeps: frozenset[type] = frozenset()

    def __init__(self, overlay: Overlay, patient: frozenset[PolicyId] = frozenset(), *, brakes_on: bool = True) -> None:
        """`patient` are policies that may fall upon more people before they are halted; without brakes none is."""
        self._overlay = overlay
        self._patient = patient
        counted = [PolicyHit] * brakes_on
        self.hears: frozenset[type] = frozenset(
            {
                CommandInvoked,
                ButtonPressed,
                FormSubmitted,
                Due,
                NoteOutage,
                CaseLogged,
                CaseWanted,
                AccountForgotten,
                *counted,
            }
        )

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """What was set, and everyone whom it takes."""
        if isinstance(given, PolicyHit):
            return frozenset((SETTINGS_KEY, *self._wanted(given, facts))) if brakes.counts(given) else _NOTHING
        if not _mine(given):
            return _NOTHING
        return frozenset((SETTINGS_KEY, *self._wanted(given, facts)))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """What is written down, done and told."""
        if isinstance(given, PolicyHit):
            return tuple(self._counted(given, facts, at)) if brakes.counts(given) else ()
        if not _mine(given):
            return ()
        return tuple(self._ruled(given, self._overlay.of(facts), facts, at))

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing: this room keeps no facts."""
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing: this room keeps no facts."""

    def _wanted(self, given: Input, facts: Facts) -> Iterator[FactKey]:
        settings = self._overlay.so_far(facts)
        if settings is None:
            return
        if isinstance(given, PolicyHit):
            yield from brakes.needs(given, settings)
        elif isinstance(given, Ask):
            yield account_key(given.account)
            yield from absence.needs(given, facts)
            yield from reasons.needs(given.account, facts)
            yield from on_call.needs(given)
            yield from on_call.callable_keys(settings)
            yield from raid_acting.needs(given, settings, facts)
        elif isinstance(given, Due):
            if (account := absence.about(given, settings)) is not None:
                yield account_key(account)
            if (policy := brakes.timed(given.timer)) is not None:
                yield from brakes.needs_when_due(policy, settings)
            yield from raids.needs(given, settings)
        elif isinstance(given, CaseLogged):
            yield from on_call.callable_keys(settings)

    def _counted(self, hit: PolicyHit, facts: Facts, at: Moment) -> Iterator[Ruling]:
        least = brakes.LEAST_PATIENT if hit.policy in self._patient else brakes.LEAST
        return brakes.ruled(hit, self._overlay.of(facts), facts, at, least)

    def _ruled(self, given: Input, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
        match given:
            case NoteOutage():
                if (noted := outages.noted(given, settings, at)) is not None:
                    yield noted
            case CaseLogged():
                yield from raids.logged(given, settings, facts, at)
            case CaseWanted():
                yield from raids.goes_on(given, settings, at)
            case AccountForgotten():
                yield from leaving.forgotten(given, settings, at)
            case Due():
                yield from _due(given, settings, facts, at)
            case CommandInvoked() | ButtonPressed() | FormSubmitted():
                yield _answered(Scene(ask=given, settings=settings, facts=facts, at=at))


def _due(given: Due, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    if absence.is_mine(given):
        yield from absence.over(given, settings, facts, at)
    elif (policy := brakes.timed(given.timer)) is not None:
        yield from brakes.told(policy, settings, facts, at)
    else:
        yield from raids.due(given, settings, facts, at)


def _answered(scene: Scene) -> Ruling:
    ask = scene.ask
    name = ask.command if isinstance(ask, CommandInvoked) else ask.form if isinstance(ask, FormSubmitted) else ""
    match name:
        case "away":
            return absence.away(scene)
        case "why":
            return reasons.shown(scene)
        case "back":
            return absence.back(scene)
        case "oncall":
            return on_call.chosen(scene) if isinstance(ask, FormSubmitted) else on_call.shown(scene)
        case _:
            return raid_acting.acted(scene)


def _mine(given: Input) -> bool:
    if isinstance(given, CommandInvoked):
        return given.command in _COMMANDS
    if isinstance(given, FormSubmitted):
        return given.form in _FORMS
    if isinstance(given, ButtonPressed):
        return given.action in raid_acting.ACTIONS
    if isinstance(given, Due):
        return absence.is_mine(given) or any(one(given.timer) is not None for one in (raid.timed, brakes.timed))
    return isinstance(given, NoteOutage | CaseLogged | CaseWanted | AccountForgotten)
