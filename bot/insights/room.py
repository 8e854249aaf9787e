"""Figures on the road: asked for by anybody, and posted once a quarter where everybody is told things."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot import settings as community
from bot.commands import BeginCommunity
from bot.effects import Effect
from bot.events import CommandInvoked, Due
from bot.facts import SETTINGS_KEY, FactKey, Facts, account_key, timer_key
from bot.ids import TimerId
from bot.insights import periods, transparency
from bot.insights.periods import Period
from bot.records import Record, TimerArmed
from bot.rooms import Input, Moment, Ruling
from bot.settings import CRITICISM, Overlay, Settings
from bot.views import Card, Phrase, Verbatim

QUARTERLY = TimerId("transparency")
_AFTER = timedelta(hours=34)
"""The report of a quarter comes on the second day of the next one, at ten."""
_NOTHING: frozenset[FactKey] = frozenset()


class InsightsRoom:
    """Keeps nothing: it counts what others wrote down."""

    name = "insights"
    hears: frozenset[type] = frozenset({BeginCommunity, CommandInvoked, Due})
    keeps: frozenset[type] = frozenset()

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self._zone = ZoneInfo(overlay.file.time_zone)

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """The figures of the period, and whoever asks for them."""
        match given:
            case BeginCommunity():
                return frozenset({timer_key(QUARTERLY)})
            case CommandInvoked(command="transparency"):
                period = self._asked(given)
                counted = transparency.needs(period) if period else ()
                return frozenset({SETTINGS_KEY, account_key(given.account), *counted})
            case Due(timer=timer) if timer == QUARTERLY:
                return frozenset({SETTINGS_KEY, *transparency.needs(self._last(given.at))})
            case _:
                return _NOTHING

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """A card."""
        match given:
            case BeginCommunity():
                return tuple(self._begun(facts, at))
            case CommandInvoked(command="transparency"):
                return (self._told(given, facts, at),)
            case Due(timer=timer) if timer == QUARTERLY:
                return (self._posted(given, facts, at),)
            case _:
                return ()

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing: this room keeps no facts."""
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing: this room keeps no facts."""

    def _begun(self, facts: Facts, at: Moment) -> Iterator[Ruling]:
        known = facts.timer(QUARTERLY)
        if known is None or known.due_at is None:
            yield Ruling(rule="insights/begun", records=(self._next(at.now),))

    def _posted(self, due: Due, facts: Facts, at: Moment) -> Ruling:
        """Nothing is posted where nothing happened, or where nobody said where."""
        settings, period = self._overlay.of(facts), self._last(due.at)
        made = self._report(period, facts, at)
        effects = () if made.empty else tuple(_everywhere(settings, transparency.card(made, running=False)))
        why = (Phrase("transparency-title", (("period", period.name),)),) if effects else ()
        return Ruling(rule="insights/transparency", why=why, records=(self._next(at.now),), effects=effects)

    def _told(self, ask: CommandInvoked, facts: Facts, at: Moment) -> Ruling:
        settings, period = self._overlay.of(facts), self._asked(ask)
        if period is None:
            card = Card(body=(Phrase("transparency-which"), Verbatim(_said(ask))))
        else:
            card = transparency.card(self._report(period, facts, at), running=at.now < period.until)
        answer = community.answer(settings, ask, facts.account(ask.account), card)
        return Ruling(rule="insights/asked", effects=(answer,))

    def _report(self, period: Period, facts: Facts, at: Moment) -> transparency.Report:
        counted, removed = facts.figures(period.since, period.until), facts.counter(*CRITICISM)
        return transparency.report(counted, removed, period, at.now)

    def _asked(self, ask: CommandInvoked) -> Period | None:
        """The quarter that runs where nobody says which; None where what was said is no period."""
        said = _said(ask)
        try:
            return periods.read(said, self._zone) if said else periods.quarter(ask.at, self._zone)
        except ValueError:
            return None

    def _last(self, moment: datetime) -> Period:
        return periods.before(periods.quarter(moment, self._zone), self._zone)

    def _next(self, now: datetime) -> TimerArmed:
        return TimerArmed(timer=QUARTERLY, due_at=periods.quarter(now, self._zone).until + _AFTER)


def _said(ask: CommandInvoked) -> str:
    return dict(ask.arguments).get("period", "").strip()


def _everywhere(settings: Settings, card: Card) -> Iterator[Effect]:
    for space, channel in settings.announcements.items():
        yield community.posted(settings, space, channel, card)
