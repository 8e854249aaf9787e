"""Whoever decides is offered the next graduated step, and why; they may always choose another."""

from dataclasses import replace

from bot.cases.case import Case
from bot.cases.lines import Penalty
from bot.catalogue.cases import MEASURES
from bot.disputes import who
from bot.disputes.scene import Scene
from bot.facts import accounts_of
from bot.measures import ladder, notices
from bot.views import Card, Phrase

_LENGTHS = {3_600: "1h", 86_400: "1d", 7 * 86_400: "7d", 30 * 86_400: "30d"}


def with_step(card: Card, case: Case, scene: Scene) -> Card:
    """The card of a case with the step that would come next, where whoever reads it could decide."""
    upon, button = case.opening.respondent, f"case-decide:{case.id}"
    if upon is None or all(one.id != button for one in card.buttons):
        return card
    files = who.files(accounts_of(upon, scene.facts), scene.facts)
    policies = tuple(policy for policy, _ in case.opening.policies)
    step = ladder.next_step(files, scene.settings, scene.at.now, policies)
    offered = (Phrase("measure-offered"), *(notices.upon(upon, one) for one in step.penalties), step.why)
    prefill = tuple(_chosen(one) for one in step.penalties if _choice(one) in MEASURES or one.name == "remove")
    buttons = (replace(one, prefill=prefill) if one.id == button else one for one in card.buttons)
    return replace(card, body=(*card.body, *offered), buttons=tuple(buttons))


def _chosen(penalty: Penalty) -> tuple[str, str]:
    return ("message", "goes") if penalty.name == "remove" else ("measure", _choice(penalty))


def _choice(penalty: Penalty) -> str:
    """As the form calls it; lengths that it does not have are left to whoever decides."""
    if penalty.seconds is None:
        return penalty.name
    return f"{penalty.name}-{_LENGTHS.get(penalty.seconds, '')}"
