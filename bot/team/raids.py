"""A raid on its way: the team has one card for it, whoever is on call is called at night, and reads of it at work."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.cases.sanctions import runs
from bot.effects import Effect, PauseInvites, SetSlowmode
from bot.events import Due
from bot.facts import FactKey, Facts, crowd_key, sanction_key
from bot.ids import AccountId, ChannelId
from bot.records import CaseLogged, CaseWanted, Record, SanctionsRevoked, TimerArmed, TimerCancelled
from bot.rooms import Moment, Ruling
from bot.settings import Settings
from bot.team import on_call, raid_cards
from bot.team.mornings import is_there, next_morning
from bot.team.raid import Raid, by_incident, call_timer, of, report_timer, slow_timer, timed
from bot.views import Phrase

_NEXT_AFTER = timedelta(minutes=10)
"""Where nobody took it up by then, the next one on call is called."""


def logged(given: CaseLogged, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """A case of a raid was opened, taken up or ended."""
    line = given.line
    if line.opening is not None:
        if line.opening.kind == "raid":
            opened = line.opening
            raid = Raid(case=given.case, space=opened.space, first=opened.incident, began=line.at, last=line.at)
            yield _begun(raid, settings, facts, at)
        return
    known = of(settings, given.case)
    if known is None:
        return
    if line.state in ("decided", "closed", "archived"):
        yield _over(known, line.by, at)
    elif line.move in ("claim", "assign") and not known.taken:
        yield _taken(known, settings, at)


def goes_on(given: CaseWanted, settings: Settings, at: Moment) -> Iterator[Ruling]:
    """More came, and they belong to it; the first word of a raid finds none yet."""
    known = by_incident(settings, given.opening.incident) if given.opening.kind == "raid" else None
    if known is not None and given.at > known.last:
        yield Ruling(rule="team/raid", records=(replace(known, last=given.at).kept(None, at.now),))


def due(given: Due, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """A deadline of a raid came."""
    found = timed(given.timer)
    raid = of(settings, found[1]) if found else None
    if found is None or raid is None:
        return
    kind, _, channel = found
    if kind == "call":
        yield from _called(raid, settings, facts, at)
    elif kind == "report":
        yield _reported(raid, settings, facts, at)
    elif channel is not None and channel in raid.slow:
        yield _let_go(raid, channel, settings, at)


def needs(given: Due, settings: Settings) -> Iterator[FactKey]:
    """Who may be called, or what is to be counted."""
    found = timed(given.timer)
    raid = of(settings, found[1]) if found else None
    if found is None or raid is None:
        return
    if found[0] == "call":
        yield from on_call.callable_keys(settings)
    elif found[0] == "report":
        yield crowd_key(raid.space, raid.since, raid.until)
        yield from map(sanction_key, raid.sanctions)


def _begun(raid: Raid, settings: Settings, facts: Facts, at: Moment) -> Ruling:
    """By day everybody sees the card; out of hours the first one on call is called."""
    order = () if is_there(at.now, settings.calendar) else on_call.called(settings, facts, at)
    called = order[0] if order else None
    records: list[Record] = [
        replace(raid, called=len(order[:1])).kept(None, at.now),
        TimerArmed(timer=report_timer(raid.case), due_at=next_morning(at.now, settings.calendar)),
    ]
    if called is not None:
        records.append(TimerArmed(timer=call_timer(raid.case), due_at=at.now + _NEXT_AFTER))
    card = raid_cards.shown(raid, settings, at.now)
    return Ruling(
        rule="team/raid",
        why=(Phrase("team-raid-why"),),
        records=tuple(records),
        effects=tuple(raid_cards.posted(raid, card, settings, called=called, first=True)),
    )


def _called(raid: Raid, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """The next one, where nobody took it up; nobody any more once the team is there."""
    order = on_call.called(settings, facts, at)
    if raid.taken or raid.undone or raid.called >= len(order) or is_there(at.now, settings.calendar):
        return
    called = order[raid.called]
    after = replace(raid, called=raid.called + 1)
    yield Ruling(
        rule="team/raid-called",
        records=(after.kept(None, at.now), TimerArmed(timer=call_timer(raid.case), due_at=at.now + _NEXT_AFTER)),
        effects=tuple(raid_cards.posted(after, raid_cards.shown(after, settings, at.now), settings, called=called)),
    )


def _taken(raid: Raid, settings: Settings, at: Moment) -> Ruling:
    after = replace(raid, taken=True)
    return Ruling(
        rule="team/raid-taken",
        records=(after.kept(None, at.now), TimerCancelled(timer=call_timer(raid.case))),
        effects=tuple(raid_cards.reworded(after, settings, at.now)),
    )


def _reported(raid: Raid, settings: Settings, facts: Facts, at: Moment) -> Ruling:
    crowd = facts.crowd(raid.space, raid.since, raid.until)
    sanctions = [facts.sanction(one) for one in raid.sanctions]
    counts = raid_cards.Counts(
        came=len(crowd.accounts) if crowd else 0,
        held=len(sanctions),
        holds=sum(1 for one in sanctions if one is not None and runs(one, at.now)),
    )
    card = raid_cards.morning(raid, counts, settings, at.now)
    return Ruling(rule="team/raid-report", effects=tuple(raid_cards.posted(raid, card, settings)))


def _over(raid: Raid, by: AccountId | None, at: Moment) -> Ruling:
    """Somebody ended it: whatever holds because of it ends too."""
    records: list[Record] = [raid.gone(at.now), *_silenced(raid)]
    if raid.sanctions and not raid.undone:
        records.append(SanctionsRevoked(case=raid.case, sanctions=raid.sanctions, state="lifted", by=by, at=at.now))
    return Ruling(rule="team/raid-over", records=tuple(records), effects=tuple(opened_again(raid, at.now)))


def opened_again(raid: Raid, now: datetime) -> Iterator[Effect]:
    """Channels are as fast as before, and people can come in."""
    note = f"case {raid.case}"
    for channel in raid.slow:
        yield SetSlowmode(space=raid.space, channel=channel, seconds=0, note=note)
    if raid.invites_paused(now):
        yield PauseInvites(space=raid.space, until=None, note=note)


def _let_go(raid: Raid, channel: ChannelId, settings: Settings, at: Moment) -> Ruling:
    after = replace(raid, slow=tuple(one for one in raid.slow if one != channel))
    return Ruling(
        rule="team/raid",
        records=(after.kept(None, at.now),),
        effects=(
            SetSlowmode(space=raid.space, channel=channel, seconds=0, note=f"case {raid.case}"),
            *raid_cards.reworded(after, settings, at.now),
        ),
    )


def _silenced(raid: Raid) -> Iterator[Record]:
    yield TimerCancelled(timer=report_timer(raid.case))
    yield TimerCancelled(timer=call_timer(raid.case))
    yield from (TimerCancelled(timer=slow_timer(raid.case, channel)) for channel in raid.slow)
