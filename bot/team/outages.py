"""The time in which no bot was at work: it is noted, so that no clock is said to have run meanwhile."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from bot import settings as community
from bot.commands import NoteOutage
from bot.hours import Outage
from bot.records import SettingChanged
from bot.rooms import Moment, Ruling
from bot.settings import Settings
from bot.views import Instant, Phrase

KEPT = timedelta(days=400)
"""Longer than any deadline looks back."""


def noted(note: NoteOutage, settings: Settings, at: Moment) -> Ruling | None:
    """All outages that may still matter, this one among them; None where it is known already."""
    known = settings.outages
    after = merged((*known, Outage(note.since, note.until)), at.now - KEPT)
    if after == known or note.until <= note.since:
        return None
    value = json.dumps([[one.since.isoformat(), one.until.isoformat()] for one in after])
    why = Phrase("team-outage", (("since", Instant(note.since)), ("until", Instant(note.until))))
    changed = SettingChanged(key=community.OUTAGES, value=value, by=None, at=at.now)
    return Ruling(rule="team/outage", why=(why,), records=(changed,))


def merged(outages: Iterable[Outage], since: datetime) -> tuple[Outage, ...]:
    """In order, those that touch each other as one, without those that ended before a moment."""
    found: list[Outage] = []
    for one in sorted(outages):
        if one.until <= since:
            continue
        if found and one.since <= found[-1].until:
            found[-1] = Outage(found[-1].since, max(found[-1].until, one.until))
        else:
            found.append(one)
    return tuple(found)
