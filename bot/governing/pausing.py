"""Pausing and resuming: one word stops what the bot does unasked, and one press lets it go on."""

import json
import re

from bot import settings as community
from bot.governing.scene import Scene, told
from bot.ids import PolicyId
from bot.records import ActionsStopped, SettingChanged
from bot.rooms import Ruling
from bot.settings import EVERYTHING
from bot.views import Button, Card, Person, Phrase

_ALL = frozenset({"", "*", "all", "everything", "tout", "toutes", "tous"})
_POLICY = re.compile(r"[a-z0-9][a-z0-9_-]*/[a-z0-9][a-z0-9_-]*")


def subject(given: str) -> str | None:
    """A policy or everything; None where it can be neither."""
    wanted = given.strip().lower()
    if wanted in _ALL:
        return EVERYTHING
    return wanted if _POLICY.fullmatch(wanted) else None


def there_is(scene: Scene, what: str) -> bool:
    """Whether there is such a policy; one written a moment ago counts, before anybody has read it."""
    just_written = {community.policy_id(name) for name in community.written(scene.settings.values)}
    return what == EVERYTHING or scene.policies is None or what in scene.policies | just_written


def pause(scene: Scene, given: str) -> Ruling:
    """Nothing is done any more because of it, not even what waits."""
    what = subject(given)
    if what is None or not there_is(scene, what):
        return scene.refused("governing-wrong-policy")
    if scene.settings.paused & {EVERYTHING, what}:
        return _nothing_new(scene, "governing-paused-already", what)
    paused = scene.settings.paused | {what}
    stopped = ActionsStopped(policies=() if what == EVERYTHING else tuple(map(PolicyId, sorted(paused))))
    records = (_paused(scene, paused), stopped)
    answer = scene.answer(_card("governing-paused", "governing-paused-still", scene, what, paused=True))
    team = told(scene.settings, _card("governing-paused-by", "governing-paused-still", scene, what, paused=True))
    return scene.ruling("paused", answer, *team, records=records)


def resume(scene: Scene, given: str) -> Ruling:
    """It goes on; of what was stopped nothing is made up for."""
    what, paused = subject(given), scene.settings.paused
    if what is None:
        return scene.refused("governing-wrong-policy")
    if what != EVERYTHING and EVERYTHING in paused:
        return _nothing_new(scene, "governing-resume-everything", what)
    if not paused or what not in (EVERYTHING, *paused):
        return _nothing_new(scene, "governing-resumed-already", what)
    left = frozenset[str]() if what == EVERYTHING else paused - {what}
    by = _card("governing-resumed-by", "governing-resumed-now", scene, what)
    return scene.ruling(
        "resumed",
        scene.answer(_card("governing-resumed", "governing-resumed-now", scene, what)),
        *scene.reworded(by),
        *told(scene.settings, by),
        records=(_paused(scene, left),),
    )


def _paused(scene: Scene, what: frozenset[str]) -> SettingChanged:
    return scene.change(community.PAUSED, json.dumps(sorted(what)) if what else None)


def _nothing_new(scene: Scene, key: str, what: str) -> Ruling:
    return Ruling(rule="governing/as-before", effects=(scene.answer(Card(body=(Phrase(key, _named(what)),))),))


def _card(key: str, then: str, scene: Scene, what: str, *, paused: bool = False) -> Card:
    given = (*_named(what), *((("person", Person(scene.ask.account)),) if key.endswith("-by") else ()))
    button = Button(id=f"resume:{what}", label=Phrase("governing-button-resume"), style="primary")
    return Card(
        body=(Phrase(key, given), Phrase(then)),
        buttons=(button,) if paused else (),
        tone="notice" if paused else "good",
    )


def _named(what: str) -> tuple[tuple[str, str], ...]:
    return (("what", "everything" if what == EVERYTHING else "policy"), ("policy", what))
