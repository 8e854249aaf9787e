"""The forms of `/setup`: each is checked as a whole, and then saved as a whole or not at all."""

from collections.abc import Callable, Iterator, Mapping

from bot import settings as community
from bot.commands import Level
from bot.events import FormSubmitted
from bot.governing import guide, team_hours
from bot.governing.scene import Scene
from bot.governing.wrong import Values, Wrong, one_of
from bot.ids import AccountId, ChannelId, RoleId, space_of
from bot.records import SettingChanged
from bot.rooms import Ruling
from bot.views import Phrase

_LEVELS = ("member", "helper", "moderator", "senior", "owner")
_MOST = 200


def save(scene: Scene, form: FormSubmitted) -> Ruling:
    """What changes, and the guide again with what is left."""
    try:
        changes = tuple(_FORMS[form.form](scene, dict(form.values)))
    except Wrong as wrong:
        return scene.refused(str(wrong))
    records = tuple(one for one in changes if scene.settings.values.get(one.key) != one.value)
    afterwards = scene.after(records)
    saved = Phrase("governing-saved" if records else "governing-saved-nothing")
    told = afterwards.answer(guide.card(afterwards, saved))
    if not records:
        return Ruling(rule="governing/as-before", effects=(told,))
    return scene.ruling("saved", told, records=records)


def channel(scene: Scene, given: str) -> ChannelId:
    """A channel of the space in which it was asked. Raises Wrong."""
    if "/" not in given or space_of(ChannelId(given)) != scene.ask.space:
        raise Wrong("governing-wrong-channel")
    return ChannelId(given)


def _voice(scene: Scene, values: Values) -> Iterator[SettingChanged]:
    locale = one_of(values.get("locale"), ("en", "fr"))
    address = one_of(values.get("address"), ("tu", "vous"))
    if locale != scene.settings.locale:
        yield scene.change(community.LOCALE, locale)
    if address != scene.settings.address:
        yield scene.change(community.ADDRESS, address)


def _team(scene: Scene, values: Values) -> Iterator[SettingChanged]:
    settings, space = scene.settings, scene.ask.space
    there = channel(scene, values.get("managers_channel", ""))
    profile = one_of(values.get("profile"), ("small", "large"))
    outside = values.get("outside_contact", "").strip()[:_MOST]
    if there != settings.managers.get(space):
        yield scene.change(community.managers_key(space), there)
    if profile != settings.profile:
        yield scene.change(community.PROFILE, profile)
    if outside != settings.outside_contact:
        yield scene.change(community.OUTSIDE, outside or None)


def _person(scene: Scene, values: Values) -> Iterator[SettingChanged]:
    named = one_of(values.get("level"), _LEVELS)
    role, account = values.get("role", ""), values.get("account", "")
    if not role and not account:
        raise Wrong("governing-wrong-nobody")
    if any(one and ("/" not in one or space_of(RoleId(one)) != scene.ask.space) for one in (role, account)):
        raise Wrong("governing-wrong-person")
    if account == scene.ask.account and Level[named.upper()] < scene.level:
        raise Wrong("governing-wrong-yourself")
    keys = [community.level_key(one) for one in (RoleId(role), AccountId(account)) if one]
    changes = [scene.change(key, named) for key in keys]
    afterwards = scene.after(changes)
    if afterwards.level < min(scene.level, Level.OWNER):
        raise Wrong("governing-wrong-yourself")
    yield from changes


def _channel(scene: Scene, values: Values) -> Iterator[SettingChanged]:
    there = channel(scene, values.get("channel", ""))
    locale = one_of(values.get("locale"), ("en", "fr", "usual"))
    yield scene.change(community.channel_key(there), None if locale == "usual" else locale)


_FORMS: Mapping[str, Callable[[Scene, Values], Iterator[SettingChanged]]] = {
    "setup-voice": _voice,
    "setup-team": _team,
    "setup-person": _person,
    "setup-channel": _channel,
    "setup-hours": team_hours.hours,
    "setup-fairness": team_hours.fairness,
}
FORMS = frozenset(_FORMS)
