"""Cases on the road: doors, moves, deadlines, and who is told what."""

from collections.abc import Iterator, Sequence

from bot import settings as community
from bot.cases import folding
from bot.disputes import acting, advancing, asking, gathering, intake, reviews
from bot.disputes.desk import listing, pressing
from bot.disputes.doors import doors, reactions, rewording, takebacks
from bot.disputes.outside import outside
from bot.disputes.scene import Scene
from bot.errors import RuleError
from bot.events import (
    Asked,
    ButtonPressed,
    CommandInvoked,
    DoorUsed,
    Due,
    EffectRefused,
    FilesHashed,
    FormSubmitted,
    MessageDeleted,
    MessageEdited,
    ReactionAdded,
    ReactionRemoved,
)
from bot.facts import (
    SETTINGS_KEY,
    CaseFact,
    FactKey,
    Facts,
    OpenAboutFact,
    account_key,
    case_key,
    loaded,
    open_about_key,
)
from bot.records import CaseLogged, CaseWanted, IncidentMoved, Record
from bot.rooms import Input, Moment, Ruling
from bot.settings import Overlay, Settings
from bot.signs import OPENING, Sign

_NOTHING: frozenset[FactKey] = frozenset()


class DisputesRoom:
    """Keeps cases, and lets nobody act in them, or see them, who may not."""

    name = "disputes"
    hears: frozenset[type] = frozenset(
        {
            CommandInvoked,
            ButtonPressed,
            FormSubmitted,
            ReactionAdded,
            ReactionRemoved,
            MessageEdited,
            MessageDeleted,
            Due,
            DoorUsed,
            EffectRefused,
            FilesHashed,
            CaseWanted,
            IncidentMoved,
        }
    )
    keeps: frozenset[type] = frozenset({CaseLogged})

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """What was set, the case, everybody around it, and what stands about them."""
        return frozenset(self._wanted(given, facts))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """A ruling for each line that is written, or an answer why none is."""
        return tuple(self._ruled(given, facts, at))

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The case; where it is a new one, also what is open about the same."""
        if not isinstance(record, CaseLogged):
            return _NOTHING
        return frozenset((case_key(record.case), *map(open_about_key, _subjects(record))))

    def fold(self, facts: Facts, record: Record) -> None:
        """Line by line. Raises RuleError where a line does not follow the last one."""
        if not isinstance(record, CaseLogged):
            return
        known = facts.case(record.case)
        if record.number != (known.lines if known else 0) + 1:
            raise RuleError(f"line {record.number} of case {record.case} does not follow the last one")
        after = folding.after(known, record.case, record.line)
        facts.put(case_key(record.case), CaseFact(case=after))
        for subject in _subjects(record):  # no row says so before the batch is over
            open_now = facts.open_about(subject)
            cases = (*(open_now.cases if open_now else ()), record.case)
            facts.put(open_about_key(subject), OpenAboutFact(cases=cases))

    def _ruled(self, given: Input, facts: Facts, at: Moment) -> Iterator[Ruling]:
        match given:
            case CommandInvoked() | ButtonPressed() | FormSubmitted():
                yield from self._asked(given, facts, at)
            case ReactionAdded() if door := reactions.meant(self._overlay.file, given):
                yield from self._reacted(self._sign(given, door, facts), facts, at)
            case ReactionRemoved() | MessageEdited() | MessageDeleted():
                yield from self._taken_back(given, facts, at)
            case Due() if about := advancing.due(given.timer):
                yield from acting.silently(*about, self._scene(facts, at))
            case DoorUsed():
                yield from acting.through_door(given, self._scene(facts, at))
            case EffectRefused() if acting.letter(given):
                yield from acting.undelivered(given, self._scene(facts, at))
            case FilesHashed():
                yield from acting.hashed(given, self._scene(facts, at))
            case CaseWanted():
                yield from intake.wanted(given, self._scene(facts, at, wanted=given))
            case IncidentMoved() if reviews.concerns(given):
                yield from acting.incident_moved(given, self._scene(facts, at))

    def _wanted(self, given: Input, facts: Facts) -> Iterator[FactKey]:
        settings = self._overlay.so_far(facts)
        match given:
            case CommandInvoked() | ButtonPressed() | FormSubmitted():
                yield from asking.needs(given, facts, settings)
            case ReactionAdded() if door := reactions.meant(self._overlay.file, given):
                yield from self._behind(given, door, facts, settings)
            case ReactionRemoved() | MessageEdited() | MessageDeleted():
                yield from self._behind_what_is_gone(given, facts, settings)
            case Due() if about := advancing.due(given.timer):
                yield from gathering.for_case(about[1], facts, settings)
            case DoorUsed():
                yield from gathering.for_case(given.case, facts, settings, given.whose)
            case EffectRefused() if case := acting.letter(given):
                yield from gathering.for_case(case, facts, settings, given.account)
            case FilesHashed():
                yield from gathering.for_case(given.case, facts, settings)
            case CaseWanted():
                yield from gathering.for_opening(given.opening, facts, settings)
            case IncidentMoved() if reviews.concerns(given):
                yield from asking.of_incident(given, facts, settings)

    def _behind(
        self, reaction: ReactionAdded, door: community.Door, facts: Facts, settings: Settings | None
    ) -> Iterator[FactKey]:
        """Nothing but who it is, until it is known that it counts: most reactions mean nothing."""
        yield from (SETTINGS_KEY, account_key(reaction.account))
        sign = loaded(self._sign, reaction, door, facts)
        if sign is None or not sign.counts:
            return
        if door not in OPENING:
            yield from asking.needs(sign.press, facts, settings)
        elif reaction.cited is not None:
            opened = doors.by_reaction(reaction, door, reaction.cited)
            yield from gathering.for_opening(opened, facts, settings, reaction.account)

    def _behind_what_is_gone(
        self, given: ReactionRemoved | rewording.Changed, facts: Facts, settings: Settings | None
    ) -> Iterator[FactKey]:
        """What is open about a message; nothing more where nothing is."""
        if not isinstance(given, ReactionRemoved):
            yield from rewording.needs(given, facts)
            for case in rewording.about(given, facts):
                yield from gathering.for_case(case.id, facts, settings)
        elif takebacks.may_matter(self._overlay.file, given):
            yield SETTINGS_KEY
            yield from takebacks.needs(given, facts)
            if (found := takebacks.reported(given, facts)) is not None:
                yield from gathering.for_case(found.id, facts, settings)

    def _taken_back(self, given: ReactionRemoved | rewording.Changed, facts: Facts, at: Moment) -> Iterator[Ruling]:
        """A reaction, or the wording of a message."""
        if not isinstance(given, ReactionRemoved):
            for case in rewording.about(given, facts):
                yield from acting.changed(given, case, self._scene(facts, at))
        elif takebacks.may_matter(self._overlay.file, given):
            yield from acting.withdrawn(given, self._scene(facts, at))

    def _asked(self, asked: Asked, facts: Facts, at: Moment) -> Iterator[Ruling]:
        if not asking.mine(asked):
            return
        scene = self._scene(facts, at, asked=asked)
        if doors.is_door(asked):
            yield from intake.asked_for(asked, scene)
        elif isinstance(asked, CommandInvoked) and listing.is_listing(asked):
            yield from acting.read(asked, scene)
        elif isinstance(asked, ButtonPressed) and asking.is_old(asked):
            yield from acting.taken_over(asked, scene)
        elif pressing.meant(asked):
            yield from acting.by_team(asked, scene)
        elif asking.named(asked, outside):
            yield from acting.by_outside(asked, pressing.case_of(asked), scene)
        else:
            yield from acting.by_party(asked, pressing.case_of(asked), scene)

    def _reacted(self, sign: Sign, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """Nothing where it is an ordinary reaction."""
        if not sign.counts:
            return ()
        scene = self._scene(facts, at, asked=sign.press)
        return intake.by_reaction(sign, scene) if sign.door in OPENING else acting.by_sign(sign, scene)

    def _sign(self, reaction: ReactionAdded, door: community.Door, facts: Facts) -> Sign:
        button = reactions.button(door, reaction.cited)
        return Sign(reaction, door, button, self._overlay.of(facts), facts.account(reaction.account))

    def _scene(
        self, facts: Facts, at: Moment, *, asked: Asked | None = None, wanted: CaseWanted | None = None
    ) -> Scene:
        waiting = wanted.answer if wanted is not None else None
        return Scene(settings=self._overlay.of(facts), facts=facts, at=at, asked=asked, waiting=waiting)


def _subjects(record: CaseLogged) -> tuple[str, ...]:
    """What a new case is about, as others look for it."""
    opening = record.line.opening
    about = (opening.message, opening.incident, opening.respondent) if opening else ()
    return tuple(one for one in about if one is not None)
