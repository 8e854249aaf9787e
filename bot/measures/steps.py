"""The team's own ladder: where anybody who handles people reads it, and how it is set."""

import json
from collections.abc import Iterator

from bot import settings as community
from bot.cases.lines import Penalty, PenaltyName
from bot.commands import Level
from bot.events import Ask, CommandInvoked, FormSubmitted
from bot.facts import SETTINGS_KEY, FactKey, Facts
from bot.ids import AccountId
from bot.measures import durations, ladder, managing, notices
from bot.measures.scene import Scene
from bot.records import SettingChanged
from bot.rooms import Ruling
from bot.settings import trusted
from bot.views import Argument, Button, Card, Person, Phrase, Text

COMMAND, FORM = "ladder", "measure-ladder"
_MOST = 8
_WORDS: dict[str, PenaltyName] = {
    "remind": "remind",
    "rappel": "remind",
    "warn": "warn",
    "avertissement": "warn",
    "timeout": "timeout",
    "silence": "timeout",
    "quarantine": "quarantine",
    "quarantaine": "quarantine",
    "kick": "kick",
    "exclusion": "kick",
    "ban": "ban",
    "bannissement": "ban",
}
_MAY_LAST = frozenset({"timeout", "quarantine", "ban"})


def needs(ask: Ask, facts: Facts) -> Iterator[FactKey]:
    """Whoever asks, and whose next step they want to know."""
    yield SETTINGS_KEY
    yield from managing.side_keys(ask.account, facts)
    if isinstance(ask, CommandInvoked) and (upon := _about(ask)) is not None:
        yield from managing.side_keys(upon, facts)


def shown(ask: CommandInvoked, scene: Scene) -> Ruling:
    """The steps, where they come from, and the next one for somebody."""
    body: list[Text] = [Phrase("measure-ladder", (("days", scene.settings.on_file.days),))]
    body += [_line(time, one) for time, one in enumerate(scene.settings.ladder, 1)]
    body.append(Phrase("measure-ladder-policies"))
    upon = _about(ask)
    if upon is not None:
        files = managing.side(upon, scene).files
        step = ladder.next_step(files, scene.settings, scene.at.now)
        body += [Phrase("measure-ladder-of", (("person", Person(upon)),)), step.why]
        body += [notices.upon(upon, one) for one in step.penalties]
    senior = trusted(scene.settings, ask, scene.person(ask.account)) >= Level.SENIOR
    return _answered(ask, scene, Card(body=tuple(body), buttons=(_change(scene),) if senior else ()))


def changed(form: FormSubmitted, scene: Scene) -> Ruling:
    """The steps that somebody wrote down hold from now on; what cannot be read changes nothing."""
    steps = read(dict(form.values).get("steps", ""))
    if steps is None:
        return _answered(form, scene, notices.said(Phrase("measure-ladder-unread")))
    value = json.dumps([[one.name, one.seconds] for one in steps])
    records = (SettingChanged(key=community.LADDER, value=value, by=form.account, at=form.at),)
    said = notices.said(Phrase("measure-ladder-changed"))
    return Ruling(rule="measures/ladder-changed", records=records, effects=(scene.reply(form, said),))


def read(words: str) -> tuple[Penalty, ...] | None:
    """One step a line: `warn`, `timeout 1 h`, `ban`; None where a line is no step."""
    lines = [line.strip(" -•·\t") for line in words.splitlines() if line.strip(" -•·\t")]
    steps = [_step(line) for line in lines]
    read_all = tuple(one for one in steps if one is not None)
    return read_all if 0 < len(read_all) == len(steps) <= _MOST else None


def _step(line: str) -> Penalty | None:
    word, _, rest = line.partition(" ")
    name = _WORDS.get(word.lower())
    if name is None:
        return None
    length = durations.whole(rest) if rest.strip() else None
    if (rest.strip() and (length is None or name not in _MAY_LAST)) or (name == "timeout" and length is None):
        return None
    return Penalty(name=name, seconds=int(length.total_seconds()) if length else None)


def _line(time: int, step: Penalty) -> Phrase:
    given: tuple[tuple[str, Argument], ...] = (("time", time), ("measure", step.name))
    if step.seconds is None:
        return Phrase("measure-ladder-step", given)
    return Phrase("measure-ladder-step-for", (*given, *durations.spoken_seconds(step.seconds)))


def _word(step: Penalty) -> str:
    """As it is written in the form."""
    if step.seconds is None:
        return step.name
    (_, count), (_, unit) = durations.spoken_seconds(step.seconds)
    return f"{step.name} {count} {unit}"


def _change(scene: Scene) -> Button:
    steps = "\n".join(map(_word, scene.settings.ladder))
    return Button(id="measure-ladder", label=Phrase("measure-button-ladder"), prefill=(("steps", steps),))


def _about(ask: CommandInvoked) -> AccountId | None:
    said = dict(ask.arguments).get("account", "").strip()
    return AccountId(said) if said else None


def _answered(ask: Ask, scene: Scene, card: Card) -> Ruling:
    return Ruling(rule="measures/ladder", effects=(scene.reply(ask, card),))
