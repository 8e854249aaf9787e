"""Who is asked when it cannot wait: an order of names, and whoever of them is there now."""

import json
from collections.abc import Iterator

from bot import settings as community
from bot.commands import Level
from bot.events import Ask, FormSubmitted
from bot.facts import FactKey, Facts, account_key
from bot.ids import AccountId, space_of
from bot.rooms import Moment, Ruling
from bot.settings import Settings
from bot.team.absence import is_away
from bot.team.scene import Scene, trusted
from bot.views import Button, Card, Instant, Person, Phrase, Text

PLACES = ("first", "second", "third", "fourth", "fifth")
"""The questions of the form, in order."""


def needs(ask: Ask) -> Iterator[FactKey]:
    """Those who are named in the form."""
    yield from (account_key(one) for one in _named(ask))


def shown(scene: Scene) -> Ruling:
    """The order as it stands."""
    return Ruling(rule="team/shown", effects=(scene.answer(_card(scene)),))


def chosen(scene: Scene) -> Ruling:
    """The form was sent: the order is this from now on, with those of other spaces after it as they were."""
    here = _named(scene.ask)
    if any(space_of(one) != scene.ask.space for one in here):
        return scene.refused("team-wrong-on-call")
    if any(trusted(scene.settings, scene.facts, one) < Level.HELPER for one in here):
        return scene.refused("team-wrong-on-call")
    elsewhere = [one for one in scene.settings.on_call if space_of(one) != scene.ask.space]
    order = (*here, *elsewhere)
    if order == scene.settings.on_call:
        return scene.refused("team-on-call-already")
    changed = scene.change(community.ON_CALL, json.dumps(order) if order else None)
    body: list[Text] = [Phrase("team-on-call-saved"), *_listed(order, scene.settings, scene.at)]
    told = scene.answer(Card(body=tuple(body), tone="good"))
    return scene.ruling("on-call", told, records=(changed,))


def called(settings: Settings, facts: Facts, at: Moment) -> tuple[AccountId, ...]:
    """Those who can be called now, in order; in place of somebody who is away, whoever stands in."""
    found: dict[AccountId, None] = {}
    for one in settings.on_call:
        said = settings.away.get(one)
        there = said.deputy if said is not None and said.until > at.now else one
        if there is not None and _there(there, settings, facts, at):
            found[there] = None
    return tuple(found)


def _there(account: AccountId, settings: Settings, facts: Facts, at: Moment) -> bool:
    """Whether somebody is of the team still, and has neither left nor said that they are away."""
    known = facts.account(account)
    here = known is not None and known.left_at is None and not is_away(settings, account, at)
    return here and trusted(settings, facts, account) >= Level.HELPER


def callable_keys(settings: Settings) -> Iterator[FactKey]:
    """Those who may be called."""
    for one in settings.on_call:
        yield account_key(one)
        said = settings.away.get(one)
        if said is not None and said.deputy is not None:
            yield account_key(said.deputy)


def _card(scene: Scene) -> Card:
    """Who is called first, second and so on; those who are away are said to be."""
    order = tuple(one for one in scene.settings.on_call if scene.facts.account(one) is not None)
    body = tuple(_listed(order, scene.settings, scene.at)) or (Phrase("team-on-call-nobody"),)
    here = (one for one in order if space_of(one) == scene.ask.space)
    change = Button(
        id="oncall-set", label=Phrase("team-button-on-call"), prefill=tuple(zip(PLACES, here, strict=False))
    )
    return Card(title=Phrase("team-on-call-title"), body=(Phrase("team-on-call-when"), *body), buttons=(change,))


def _listed(order: tuple[AccountId, ...], settings: Settings, at: Moment) -> Iterator[Text]:
    for number, one in enumerate(order, 1):
        given = (("number", number), ("person", Person(one)))
        if is_away(settings, one, at):
            yield Phrase("team-on-call-away", (*given, ("instant", Instant(settings.away[one].until))))
        else:
            yield Phrase("team-on-call-one", given)


def _named(ask: Ask) -> tuple[AccountId, ...]:
    if not isinstance(ask, FormSubmitted):
        return ()
    said = dict(ask.values)
    return tuple(dict.fromkeys(AccountId(said[place]) for place in PLACES if said.get(place)))
