"""Somebody was forgotten: no list of the team's names them any more."""

import json
from collections.abc import Iterator

from bot import settings as community
from bot.records import AccountForgotten, Record, SettingChanged
from bot.rooms import Moment, Ruling
from bot.settings import Settings


def forgotten(given: AccountForgotten, settings: Settings, at: Moment) -> Iterator[Ruling]:
    """They are on call no more, and stand in for nobody."""
    changes = tuple(_changes(given, settings, at))
    if changes:
        yield Ruling(rule="team/forgotten", records=changes)


def _changes(given: AccountForgotten, settings: Settings, at: Moment) -> Iterator[Record]:
    if given.account in settings.on_call:
        left = [one for one in settings.on_call if one != given.account]
        value = json.dumps(left) if left else None
        yield SettingChanged(key=community.ON_CALL, value=value, by=None, at=at.now)
    for account, said in settings.away.items():
        if said.deputy == given.account:
            value = json.dumps({"until": said.until.isoformat(), "deputy": None})
            yield SettingChanged(key=community.away_key(account), value=value, by=None, at=at.now)
