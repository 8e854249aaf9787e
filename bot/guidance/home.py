"""The page that is somebody's own, where a platform has such pages: what is open about them, the rules, their data.

It tells a manager nothing that it would not tell a member, and nobody anything about anybody else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot import settings as community
from bot.effects import ShowHome
from bot.events import HomeOpened
from bot.facts import (
    SETTINGS_KEY,
    FactKey,
    Facts,
    Matter,
    Situation,
    accounts_of,
    keys_of_each,
    matters_key,
)
from bot.ids import AccountId, PolicyId
from bot.records import IncidentState, Record
from bot.rooms import Input, Moment, Ruling
from bot.settings import KeptDays, Overlay, Settings
from bot.views import Bilingual, Button, Card, Field, Instant, Locale, Phrase, Text

_MOST = 5
_NEWS_FOR = timedelta(days=7)
"""What is over is still told of for so long."""
_WORTH_SHOWING = timedelta(minutes=10)
_Stage = Literal["received", "stands", "talking", "decided", "finished"]
_REPORTED: dict[IncidentState, _Stage] = {
    "standing": "received",
    "taken": "talking",
    "requested": "talking",
    "closed": "finished",
    "withdrawn": "finished",
}
"""Whatever came of a report later is between the team and whom it is about: for whoever reported it is decided."""
_ABOUT: dict[IncidentState, _Stage] = {
    "standing": "stands",
    "removed": "stands",
    "requested": "stands",
    "asked": "received",
    "talking": "talking",
    "confirmed": "decided",
    "undone": "finished",
    "given_up": "finished",
}
_OVER: frozenset[_Stage] = frozenset({"decided", "finished"})


@dataclass(frozen=True, slots=True)
class _Open:
    """What concerns somebody now."""

    matters: Sequence[Matter]
    situations: Sequence[Situation]


@dataclass(frozen=True, slots=True)
class Rule:
    """A policy in force, as everybody may read it."""

    policy: PolicyId
    title: Bilingual
    why: Bilingual


class HomeRoom:
    """Shows people the page that is theirs."""

    name = "home"
    hears: frozenset[type] = frozenset({HomeOpened})
    keeps: frozenset[type] = frozenset()

    def __init__(self, overlay: Overlay, kept: KeptDays, rules: Sequence[Rule]) -> None:
        """`rules` are those in force, the weightiest first."""
        self._overlay = overlay
        self._kept = kept
        self._rules = tuple(rules)

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """What was set, who looks, and what concerns any of their accounts."""
        if not isinstance(given, HomeOpened):
            return frozenset()
        return frozenset((SETTINGS_KEY, *_theirs(given.account, facts)))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """Their page, as it stands now."""
        if not isinstance(given, HomeOpened):
            return ()
        settings, known = self._overlay.of(facts), facts.account(given.account)
        locale = community.language(settings, known, given.locale)
        by, now = given.account, at.now
        open_now = _Open(_matters(by, facts, now), _situations(by, facts, now))
        shown = ShowHome(
            space=given.space,
            account=given.account,
            card=self._page(open_now, settings, locale),
            locale=locale,
            address=settings.address,
            expires_at=at.now + _WORTH_SHOWING,
        )
        return (Ruling(rule="home/shown", effects=(shown,)),)

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing: this room keeps no facts."""
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing: this room keeps no facts."""

    def _page(self, open_now: _Open, settings: Settings, locale: Locale) -> Card:
        return Card(
            title=Phrase("guidance-home-title"),
            body=(Phrase("guidance-opening"), Phrase("guidance-people")),
            fields=(*_fields(open_now), *self._in_force(settings), self._keeps()),
            buttons=(*_ways_in(open_now.situations), *_buttons(locale)),
        )

    def _in_force(self, settings: Settings) -> Iterator[Field]:
        acting = [rule for rule in self._rules if not settings.is_paused(rule.policy)]
        standing = "looks" if settings.observing_until else "acts" if acting else "rests"
        told: tuple[tuple[str, str | int], ...] = (("standing", standing), ("more", max(0, len(acting) - _MOST)))
        yield _head("rules", Phrase("guidance-home-rules-how", told))
        for rule in acting[:_MOST]:
            yield Field(label=rule.title, value=rule.why)

    def _keeps(self) -> Field:
        kept = (("activity", self._kept.activity), ("evidence", self._kept.evidence))
        return _head("keeps", Phrase("guidance-home-keeps", kept))


def _theirs(account: AccountId, facts: Facts) -> Iterator[FactKey]:
    yield from keys_of_each(account, facts, matters_key)


def _matters(account: AccountId, facts: Facts, now: datetime) -> list[Matter]:
    """Of all their accounts, the latest first; what was over long ago is left out."""
    loaded = (facts.matters(one) for one in accounts_of(account, facts))
    found = (matter for fact in loaded if fact for matter in fact.matters if _is_news(matter, now))
    return sorted(found, key=lambda one: one.at, reverse=True)[:_MOST]


def _stage(matter: Matter) -> _Stage:
    known = _REPORTED if matter.reported else _ABOUT
    return known.get(matter.state, "decided")


def _is_news(matter: Matter, now: datetime) -> bool:
    return _stage(matter) not in _OVER or now - (matter.moved_at or matter.at) <= _NEWS_FOR


def _situations(account: AccountId, facts: Facts, now: datetime) -> list[Situation]:
    """The same of cases, each once; what still has a date is not over."""
    loaded = (facts.matters(one) for one in accounts_of(account, facts))
    known = {one.case: one for fact in loaded if fact for one in fact.situations}
    fresh = (one for one in known.values() if one.due_at or one.word not in _OVER or now - one.since <= _NEWS_FOR)
    return sorted(fresh, key=lambda one: one.since, reverse=True)[:_MOST]


def _fields(open_now: _Open) -> Iterator[Field]:
    number = len(open_now.matters) + len(open_now.situations)
    yield _head("matters", Phrase("guidance-home-open", (("number", number),)))
    for situation in open_now.situations:
        yield Field(label=_called(situation), value=_standing(situation))
    for one in open_now.matters:
        yield Field(
            label=_named(one),
            value=Phrase("guidance-home-stage", (("stage", _stage(one)), ("instant", Instant(one.at)))),
        )


def _called(situation: Situation) -> Phrase:
    return Phrase("guidance-home-situation", (("part", situation.part), ("case", situation.case)))


def _standing(situation: Situation) -> Phrase:
    """One of the four words, and the next date where there is one."""
    if situation.due_at is None:
        return Phrase("guidance-home-word", (("word", situation.word), ("instant", Instant(situation.since))))
    return Phrase("guidance-home-word-until", (("word", situation.word), ("instant", Instant(situation.due_at))))


def _ways_in(situations: Sequence[Situation]) -> Iterator[Button]:
    """To those in which they are a party."""
    for one in situations:
        if one.part != "reported":
            label = Phrase("guidance-home-button-situation", (("case", one.case),))
            yield Button(id=f"situation:{one.case}", label=label)


def _named(matter: Matter) -> Text:
    if matter.titles and not matter.reported:
        return matter.titles[0]
    return Phrase("guidance-home-matter", (("reported", "yes" if matter.reported else "no"),))


def _head(section: str, value: Text) -> Field:
    return Field(label=Phrase("guidance-home-section", (("section", section),)), value=value)


def _buttons(locale: Locale) -> Iterator[Button]:
    other = "en" if locale == "fr" else "fr"
    for action in ("policies", "report", "privacy", "export", "forget", f"language:{other}"):
        named = (("action", action.partition(":")[0]),)
        style: Literal["plain", "danger"] = "danger" if action == "forget" else "plain"
        yield Button(id=f"home-{action}", label=Phrase("guidance-home-button", named), style=style)
