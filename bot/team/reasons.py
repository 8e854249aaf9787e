"""What holds somebody back here and why, for whoever asks: nobody else reads it, and it is there before any letter."""

from collections.abc import Iterator

from bot.cases.sanctions import Sanction, runs
from bot.facts import FactKey, Facts, accounts_of, keys_of_each, standing_key
from bot.ids import AccountId
from bot.rooms import Ruling
from bot.team.scene import Scene
from bot.views import Card, Instant, Phrase, Text, Verbatim


def needs(account: AccountId, facts: Facts) -> Iterator[FactKey]:
    """Whoever asks, and what holds each of their accounts."""
    yield from keys_of_each(account, facts, standing_key)


def shown(scene: Scene) -> Ruling:
    """Each measure with its reasons, and the way to a person."""
    holding = list(_holding(scene))
    body: list[Text] = [Phrase("team-reasons" if holding else "team-reasons-none")]
    for one in holding:
        body += _said(one)
    if holding:
        body.append(Phrase("team-reasons-human"))
    return Ruling(rule="team/reasons", effects=(scene.answer(Card(body=tuple(body))),))


def _holding(scene: Scene) -> Iterator[Sanction]:
    for account in accounts_of(scene.ask.account, scene.facts):
        known = scene.facts.standing(account)
        yield from (one for one in (known.sanctions if known else ()) if runs(one, scene.at.now))


def _said(sanction: Sanction) -> Iterator[Text]:
    measure = (("measure", sanction.penalty.name),)
    if sanction.until is None:
        yield Phrase("team-reasons-open", measure)
    else:
        yield Phrase("team-reasons-until", (*measure, ("instant", Instant(sanction.until))))
    yield from sanction.titles
    if sanction.reasons:
        yield Verbatim(sanction.reasons)
