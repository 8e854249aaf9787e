"""The card of `/settings`: what was set in chat, by whom and when; the rest is as in the file."""

import json
from collections.abc import Iterator
from datetime import datetime

from bot import settings as community
from bot.commands import Level
from bot.facts import Facts, Setting
from bot.governing import guide
from bot.governing.scene import Scene
from bot.ids import AccountId, ChannelId, RoleId
from bot.views import Argument, Card, Holders, Instant, Person, Phrase, Place, Text

_WORDS = {
    community.LOCALE: "governing-set-locale",
    community.ADDRESS: "governing-set-address",
    community.PROFILE: "governing-set-profile",
    community.OUTSIDE: "governing-set-outside",
    community.STAGE: "governing-set-stage",
    community.FILE_DAYS: "governing-set-days",
    community.HELP_LINES: "governing-set-help",
    community.TWO_FOR_BANS: "governing-set-two",
    community.NAMED_MANAGERS: "governing-set-named",
    community.HOURS: "governing-set-hours",
    community.ON_CALL: "governing-set-on-call",
}
_PLACES = {"managers_channel": "governing-set-managers", "announcements": "governing-set-announcements"}


def card(scene: Scene, facts: Facts) -> Card:
    """Every setting that lies over the file."""
    values = scene.settings.fact.values
    lines = [line for key, one in sorted(values.items()) for line in _lines(key, one, facts)]
    return Card(
        title=Phrase("governing-settings-title"),
        body=(Phrase("governing-settings-intro" if lines else "governing-settings-none"), *lines),
        buttons=guide.buttons(scene) if scene.level >= Level.OWNER else (),
    )


def _lines(key: str, one: Setting, facts: Facts) -> Iterator[Text]:
    kind, _, name = key.partition(":")
    if key in _WORDS:
        yield _line(_WORDS[key], one, ("value", one.value))
    elif kind == "away":
        yield _away(AccountId(name), one)
    elif kind in _PLACES:
        yield _line(_PLACES[kind], one, ("place", Place(ChannelId(one.value))))
    elif kind == "channel_locale":
        yield _line("governing-set-channel", one, ("place", Place(ChannelId(name))), ("value", one.value))
    elif kind == "level":
        yield _level(name, one, facts)
    elif kind == "mode":
        yield _line("governing-set-mode", one, ("policy", name), ("value", one.value))
    elif kind == "policy":
        yield _line("governing-set-policy", one, ("policy", name))
    elif key == community.PAUSED:
        for policy in json.loads(one.value):
            what = "everything" if policy == community.EVERYTHING else "policy"
            yield _line("governing-set-paused", one, ("what", what), ("policy", policy))


def _level(name: str, one: Setting, facts: Facts) -> Text:
    """Of somebody, or of all who hold a role."""
    whom = Holders(RoleId(name)) if facts.account(AccountId(name)) is None else Person(AccountId(name))
    return _line("governing-set-level", one, ("whom", whom), ("value", one.value))


def _away(account: AccountId, one: Setting) -> Text:
    until = Instant(datetime.fromisoformat(json.loads(one.value)["until"]))
    return _line("governing-set-away", one, ("whom", Person(account)), ("until", until))


def _line(key: str, one: Setting, *given: tuple[str, Argument]) -> Phrase:
    by: tuple[tuple[str, Argument], ...] = (("by", "program"),)
    if one.by is not None:
        by = (("by", "person"), ("person", Person(one.by)))
    return Phrase(key, (*given, *by, ("instant", Instant(one.at))))
