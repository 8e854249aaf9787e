"""Who is away, until when, and who stands in: what waits for them goes to somebody else meanwhile."""

import json
from collections.abc import Iterator
from datetime import timedelta

from bot import settings as community
from bot.commands import Level
from bot.events import Ask, CommandInvoked, Due, FormSubmitted
from bot.facts import FactKey, Facts, account_key, accounts_of, person_keys
from bot.ids import AccountId, TimerId, digest, space_of
from bot.records import SettingChanged, TimerArmed, TimerCancelled
from bot.rooms import Moment, Ruling
from bot.settings import Settings
from bot.team.scene import Scene, to_team, trusted
from bot.text import days
from bot.views import Argument, Card, Instant, Person, Phrase

_LONGEST = timedelta(days=180)
_TIMER = "away:"


def needs(ask: Ask, facts: Facts) -> Iterator[FactKey]:
    """Whoever asks with all their accounts, and whoever is named."""
    yield from person_keys(ask.account, facts)
    if deputy := _said(ask).get("deputy", ""):
        yield account_key(AccountId(deputy))


def away(scene: Scene) -> Ruling:
    """Somebody leaves for a while."""
    said, now = _said(scene.ask), scene.at.now
    until = days.end(said.get("until", ""), now, scene.settings.calendar.zone)
    if until is None:
        return scene.refused("team-wrong-day")
    if not now < until <= now + _LONGEST:
        return scene.refused("team-wrong-until")
    deputy = AccountId(said["deputy"]) if said.get("deputy") else None
    if deputy is not None and (wrong := _unfit(deputy, scene)):
        return scene.refused(wrong)
    value = json.dumps({"until": until.isoformat(), "deputy": deputy})
    given: tuple[tuple[str, Argument], ...] = (
        ("person", Person(scene.ask.account)),
        ("instant", Instant(until)),
        ("deputy", "yes" if deputy else "no"),
        ("other", Person(deputy or scene.ask.account)),
    )
    ruling = scene.ruling(
        "away",
        scene.answer(Card(body=(Phrase("team-away", given), Phrase("team-away-claims", given)), tone="good")),
        *to_team(scene.settings, scene.ask.space, Card(body=(Phrase("team-away-told", given),))),
        records=(scene.change(community.away_key(scene.ask.account), value),),
    )
    return _with(ruling, TimerArmed(timer=timer(scene.ask.account), due_at=until))


def back(scene: Scene) -> Ruling:
    """Somebody is here again, with whichever of their accounts they left."""
    mine = [one for one in accounts_of(scene.ask.account, scene.facts) if one in scene.settings.away]
    if not mine:
        return scene.refused("team-back-already")
    told = Card(body=(Phrase("team-back-told", (("person", Person(scene.ask.account)),)),))
    ruling = scene.ruling(
        "back",
        scene.answer(Card(body=(Phrase("team-back"),), tone="good")),
        *to_team(scene.settings, scene.ask.space, told),
        records=tuple(scene.change(community.away_key(one), None) for one in mine),
    )
    return _with(ruling, *(TimerCancelled(timer=timer(one)) for one in mine))


def over(due: Due, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """The day of coming back is there: they are counted in again, and told what to ask for."""
    account = about(due, settings)
    if account is None:
        return
    gone = SettingChanged(key=community.away_key(account), value=None, by=None, at=at.now)
    effects = community.letter(settings, facts.account(account), Card(body=(Phrase("team-back-over"),)))
    yield Ruling(rule="team/back", records=(gone,), effects=effects)


def timer(account: AccountId) -> TimerId:
    """The deadline at which somebody is back; it does not name them, so that they can be forgotten."""
    return TimerId(f"{_TIMER}{digest(account)}")


def is_mine(due: Due) -> bool:
    """Whether somebody comes back now."""
    return due.timer.startswith(_TIMER)


def about(due: Due, settings: Settings) -> AccountId | None:
    """Whose deadline it is; None where they are not away any more."""
    return next((one for one in settings.away if timer(one) == due.timer), None)


def is_away(settings: Settings, account: AccountId, at: Moment) -> bool:
    """Whether somebody said that they are not there now."""
    said = settings.away.get(account)
    return said is not None and said.until > at.now


def _unfit(deputy: AccountId, scene: Scene) -> str | None:
    if space_of(deputy) != scene.ask.space or deputy in accounts_of(scene.ask.account, scene.facts):
        return "team-wrong-deputy"
    if trusted(scene.settings, scene.facts, deputy) < Level.HELPER:
        return "team-wrong-deputy"
    return "team-deputy-away" if is_away(scene.settings, deputy, scene.at) else None


def _said(ask: Ask) -> dict[str, str]:
    if isinstance(ask, CommandInvoked):
        return dict(ask.arguments)
    return dict(ask.values) if isinstance(ask, FormSubmitted) else {}


def _with(ruling: Ruling, *records: TimerArmed | TimerCancelled) -> Ruling:
    return Ruling(
        rule=ruling.rule,
        why=ruling.why,
        subject=ruling.subject,
        records=(*ruling.records, *records),
        effects=ruling.effects,
    )
