"""Undoing an incident: what it did is lifted, and whatever counted it forgets it."""

from collections.abc import Iterator
from datetime import datetime

from bot.effects import Effect, LiftTimeout, PauseInvites, ReleaseMember, SetSlowmode
from bot.records import Counted, IncidentOpened, Measure, Record


def lifted(opened: IncidentOpened, now: datetime) -> Iterator[Effect]:
    """What ends now instead of by itself."""
    for one in opened.measures:
        if one.until is None or one.until > now:
            yield from _lifted(one, opened)


def forgotten(opened: IncidentOpened) -> Iterator[Record]:
    """Everything that it moved moves back, as of when it moved: ladders do not remember it."""
    if opened.account is None:
        return
    for counter in opened.counters:
        yield Counted(counter=counter, of=opened.account, by=-1, at=opened.at, about=f"undone:{opened.about}")


def _lifted(one: Measure, opened: IncidentOpened) -> Iterator[Effect]:
    space, account, channel, note = opened.space, opened.account, opened.channel, ", ".join(opened.policies)
    if one.name == "timeout" and one.until is not None and account is not None:
        yield LiftTimeout(space=space, account=account, note=note)
    elif one.name == "quarantine" and account is not None:
        yield ReleaseMember(space=space, account=account, note=note)
    elif one.name == "slowmode" and channel is not None:
        yield SetSlowmode(space=space, channel=channel, seconds=0, note=note)
    elif one.name == "pause_invites":
        yield PauseInvites(space=space, until=None, note=note)
