"""What whoever opens something is told at once: thanks, who reads it, and what comes next."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.cases.lines import Opening
from bot.disputes import who
from bot.disputes.scene import Scene
from bot.views import Card, Phrase, Text, Verbatim


def readers(case: Case, scene: Scene) -> str:
    """Who reads it, as a word that phrases know."""
    if not case.opening.private and case.opening.space in scene.settings.managers:
        return "team"
    if case.referral is not None:
        return "asked"
    if who.confidants(case, scene.settings, scene.facts, scene.at.now):
        return "named"
    return "outside" if scene.settings.outside_contact else "nobody"


def card(case: Case, scene: Scene, opening: Opening, *, seen: bool = False) -> Card:
    """For whoever just told of something, as they did: the same whether it opened a case or joined one of any kind.

    `seen`: they did so with a reaction that stays where everybody sees it.
    """
    shown = (Phrase("case-thanks-seen"),) if seen else ()
    return Card(body=(*_said(case, scene, opening), *shown))


def too_many() -> Card:
    """For whoever told of so much already that it is enough for now."""
    return Card(body=(Phrase("case-too-many"),))


def help_lines(scene: Scene) -> Iterator[Text]:
    """Where somebody in danger finds help."""
    yield Phrase("case-thanks-danger")
    if scene.settings.help_lines:
        yield Verbatim(scene.settings.help_lines)


def _said(case: Case, scene: Scene, opening: Opening) -> Iterator[Text]:
    goes_to = readers(case, scene)
    if opening.concern == "danger":
        yield from help_lines(scene)
    if goes_to == "asked":
        yield from _asked(case, scene)
    else:
        given = (("readers", goes_to), ("kind", _kind(opening)), ("team", "yes" if case.opening.private else "no"))
        yield Phrase("case-thanks", given)
    if goes_to == "outside":
        yield Verbatim(scene.settings.outside_contact)
    if goes_to in ("team", "named", "asked"):
        yield Phrase("case-thanks-after", (("kind", _kind(opening)),))
        if any(not one.readable for one in case.evidence):
            yield Phrase("case-thanks-unreadable")


def _asked(case: Case, scene: Scene) -> Iterator[Text]:
    """It went to somebody outside, since nobody inside may look at it."""
    contact = scene.settings.contact(case.referral.contact if case.referral else "") or scene.settings.contact()
    if contact is not None and scene.asked is not None:
        locale = scene.locale(scene.asked.account, scene.asked.locale)
        yield Phrase("case-thanks-asked", (("who", contact.who.say(locale)),))


def _kind(opening: Opening) -> str:
    return opening.kind if opening.kind in ("dispute", "talk") else "report"
