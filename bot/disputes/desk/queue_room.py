"""The team's queue on the road: read by whoever asks, and kept moving where nobody does."""

from collections.abc import Iterator, Sequence

from bot import settings as community
from bot.disputes.desk import claims, handover, queue
from bot.disputes.scene import Scene
from bot.events import CommandInvoked, Due
from bot.facts import SETTINGS_KEY, FactKey, Facts, case_key
from bot.records import CaseLogged, Record, SettingChanged
from bot.rooms import Input, Moment, Ruling
from bot.settings import Overlay

_NOTHING: frozenset[FactKey] = frozenset()
_PAGES = {"queue": queue.card, "handover": handover.card}


class QueueRoom:
    """Keeps no facts: it reads what is open, and lets go of what was left lying."""

    name = "queue"
    hears: frozenset[type] = frozenset({CommandInvoked, Due, CaseLogged, SettingChanged})
    keeps: frozenset[type] = frozenset()

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """The most pressing cases with everybody around them, or one of them."""
        return frozenset(self._wanted(given, facts))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """A page for whoever asks, or what follows from a claim that was left."""
        match given:
            case CommandInvoked() if given.command in _PAGES:
                return (self._shown(given, facts, at),)
            case Due() if (case := claims.timed(given.timer)) is not None:
                return claims.returned(case, self._scene(facts, at))
            case CaseLogged():
                return tuple(claims.touched(given, facts.case(given.case), self._scene(facts, at)))
            case SettingChanged() if (account := claims.leaves(given)) is not None:
                return tuple(claims.handed_on(account, self._scene(facts, at)))
            case _:
                return ()

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing: this room keeps no facts."""
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing: this room keeps no facts."""

    def _wanted(self, given: Input, facts: Facts) -> Iterator[FactKey]:
        settings = self._overlay.so_far(facts)
        match given:
            case CommandInvoked() if given.command in _PAGES:
                yield SETTINGS_KEY
                yield from queue.needs(given, facts, settings)
            case Due() if (case := claims.timed(given.timer)) is not None:
                yield from claims.needs_when_due(case, facts, settings)
            case CaseLogged():
                yield from (SETTINGS_KEY, case_key(given.case))
            case SettingChanged() if (account := claims.leaves(given)) is not None:
                yield SETTINGS_KEY
                yield from claims.needs_when_away(account, facts, settings)

    def _shown(self, asked: CommandInvoked, facts: Facts, at: Moment) -> Ruling:
        scene = self._scene(facts, at)
        card = _PAGES[asked.command](asked, scene)
        answer = community.answer(scene.settings, asked, facts.account(asked.account), card)
        return Ruling(rule="queue/shown", effects=(answer,))

    def _scene(self, facts: Facts, at: Moment) -> Scene:
        return Scene(settings=self._overlay.of(facts), facts=facts, at=at)
