"""What somebody took up and does nothing about, or leaves behind: it comes back to the queue, without a reproach.

A claim that nobody touched for 48 of the team's hours is returned; whoever is away hands on what they had, to whoever
stands in where nothing is against it, else to the queue.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot import settings as community
from bot.cases.case import Case
from bot.disputes import advancing, following, gathering, who
from bot.disputes.act import Act, Refusal
from bot.disputes.advancing import Advance
from bot.disputes.scene import Scene
from bot.disputes.told import cards
from bot.effects import SendDirect
from bot.facts import FactKey, Facts, loaded, log_key, queue_key
from bot.hours import due
from bot.ids import AccountId, CaseId, TimerId
from bot.records import CaseLogged, SettingChanged, TimerArmed
from bot.rooms import Ruling
from bot.settings import Settings
from bot.views import Card, Phrase

UNTOUCHED = timedelta(hours=48)
_TIMER = "claim:"
_AWAY = community.away_key(AccountId(""))
_LOOKED_THROUGH = 500


def timer(case: CaseId) -> TimerId:
    """When a claim is looked at again."""
    return TimerId(f"{_TIMER}{case}")


def timed(name: TimerId) -> CaseId | None:
    """The case whose claim is looked at; None where the deadline is about something else."""
    return CaseId(name.removeprefix(_TIMER)) if name.startswith(_TIMER) else None


def touched(logged: CaseLogged, case: Case | None, scene: Scene) -> Iterator[Ruling]:
    """Whoever handles it did something: the time begins anew."""
    if case is None or case.state != "triage" or case.handler is None:
        return
    if logged.line.by == case.handler or logged.line.move in ("claim", "assign"):
        again = due(scene.at.now, UNTOUCHED, scene.settings.calendar, scene.settings.outages)
        yield Ruling(rule="disputes/claimed", records=(TimerArmed(timer=timer(case.id), due_at=again),))


def needs_when_due(case: CaseId, facts: Facts, settings: Settings | None) -> Iterator[FactKey]:
    """The case with everybody around it, and its log."""
    yield log_key(case)
    yield from gathering.for_case(case, facts, settings)


def returned(case_id: CaseId, scene: Scene) -> tuple[Ruling, ...]:
    """Nobody touched it: it is free again, and whoever had it hears a kind word."""
    case = scene.facts.case(case_id)
    if case is None or case.state != "triage" or case.handler is None:
        return ()
    last = _last_touched(case, scene.facts)
    ends = due(last, UNTOUCHED, scene.settings.calendar, scene.settings.outages)
    if ends > scene.at.now:
        return (Ruling(rule="disputes/claimed", records=(TimerArmed(timer=timer(case.id), due_at=ends),)),)
    moved = Advance(scene, case, case.id).to((Act(move="release", by=None),))
    if isinstance(moved, Refusal):
        return ()
    return following.rulings(moved, also=_word(case, case.handler, scene))


def leaves(changed: SettingChanged) -> AccountId | None:
    """Who goes away; None where something else was set."""
    if changed.value is None or not changed.key.startswith(_AWAY):
        return None
    return AccountId(changed.key.removeprefix(_AWAY))


def needs_when_away(account: AccountId, facts: Facts, settings: Settings | None) -> Iterator[FactKey]:
    """What they had taken, with everybody around it, and whoever stands in."""
    yield from who.person_and_file(account, facts)
    yield queue_key(_LOOKED_THROUGH)
    deputy = _deputy(account, settings)
    if deputy is not None:
        yield from who.person_and_file(deputy, facts)
    for case in _taken(account, facts):
        yield from gathering.for_case(case, facts, settings, deputy)


def handed_on(account: AccountId, scene: Scene) -> Iterator[Ruling]:
    """Each goes to whoever stands in, or is free again."""
    deputy = _deputy(account, scene.settings)
    for case_id in _taken(account, scene.facts):
        case = scene.facts.case(case_id)
        if case is None or case.state != "triage":
            continue
        moved = Advance(scene, case, case.id).to((_to(deputy, case, scene),))
        if isinstance(moved, Refusal):
            moved = Advance(scene, case, case.id).to((Act(move="release", by=None),))
        if not isinstance(moved, Refusal):
            yield from following.rulings(moved)


def _to(deputy: AccountId | None, case: Case, scene: Scene) -> Act:
    """Nobody is given what they may not handle."""
    if deputy is None or advancing.conflict(case, deputy, scene) is not None:
        return Act(move="release", by=None)
    return Act(move="assign", by=None, account=deputy)


def _deputy(account: AccountId, settings: Settings | None) -> AccountId | None:
    said = settings.away.get(account) if settings is not None else None
    return said.deputy if said is not None else None


def _taken(account: AccountId, facts: Facts) -> Iterator[CaseId]:
    known = loaded(facts.queue, _LOOKED_THROUGH)
    for brief in known.briefs if known else ():
        if brief.handler == account:
            yield brief.case


def _last_touched(case: Case, facts: Facts) -> datetime:
    log = facts.log(case.id)
    lines = [one for one in (log.lines if log else ()) if one is not None]
    mine = (one.at for one in lines if one.by == case.handler or one.move in ("claim", "assign"))
    return max(mine, default=case.since)


def _word(case: Case, account: AccountId, scene: Scene) -> tuple[SendDirect, ...]:
    card = Card(
        title=cards.title(case),
        body=(Phrase("team-claim"),),
        buttons=(cards.button(case, "show"),),
    )
    return scene.word(account, card)
