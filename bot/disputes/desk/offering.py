"""Whoever decides is offered the next graduated step, and why; they may always choose another."""

from dataclasses import replace

from bot.cases.case import Case
from bot.cases.lines import Penalty
from bot.catalogue.cases import MEASURES
from bot.disputes import grounds
from bot.disputes.scene import Scene
from bot.measures import notices, wordings
from bot.measures.ladder import NextStep
from bot.views import Card, Phrase, Text

_LENGTHS = {3_600: "1h", 86_400: "1d", 7 * 86_400: "7d", 30 * 86_400: "30d"}


def with_step(card: Card, case: Case, scene: Scene) -> Card:
    """The card of a case, where whoever reads it could decide: what has changed since, and the step that comes next."""
    if case.opening.kind == "review":
        return replace(card, body=(*card.body, *_outdated(case, scene)))
    decides = any(one.id == f"case-decide:{case.id}" for one in card.buttons)
    if case.opening.respondent is None or not (decides or case.state == "appealed"):
        return card
    found = grounds.governed(case, scene)
    card = replace(card, body=(*card.body, *found.said))
    return _offered(card, case, found.step) if decides and found.step is not None else card


def _offered(card: Card, case: Case, step: NextStep) -> Card:
    upon, button = case.opening.respondent, f"case-decide:{case.id}"
    upon_them = (notices.upon(upon, one) for one in step.penalties) if upon is not None else ()
    prefill = tuple(_chosen(one) for one in step.penalties if _choice(one) in MEASURES or one.name == "remove")
    buttons = (replace(one, prefill=prefill) if one.id == button else one for one in card.buttons)
    return replace(card, body=(*card.body, Phrase("measure-offered"), *upon_them, step.why), buttons=tuple(buttons))


def _outdated(case: Case, scene: Scene) -> tuple[Text, ...]:
    """That today nothing would be done of what is looked at."""
    known = scene.facts.incident(case.opening.incident) if case.opening.incident is not None else None
    return tuple(wordings.outdated(known.opened, scene.settings)) if known is not None and case.live else ()


def _chosen(penalty: Penalty) -> tuple[str, str]:
    return ("message", "goes") if penalty.name == "remove" else ("measure", _choice(penalty))


def _choice(penalty: Penalty) -> str:
    """As the form calls it; lengths that it does not have are left to whoever decides."""
    if penalty.seconds is None:
        return penalty.name
    return f"{penalty.name}-{_LENGTHS.get(penalty.seconds, '')}"
