"""What becomes of a report: somebody takes it, takes a message down or is done, and whoever reported hears of it."""

from bot.effects import DeleteMessage
from bot.moderation import cards
from bot.moderation.scene import Scene
from bot.rooms import Ruling
from bot.views import Card, Phrase, Text, Verbatim


def taken(scene: Scene) -> Ruling:
    """Somebody is on it."""
    return scene.ruling(
        "taken",
        *scene.on_card(cards.team_card(scene.after("taken"))),
        scene.answer(Card(body=(Phrase("moderation-taken"),))),
        records=(scene.moved("taken"),),
    )


def removed(scene: Scene) -> Ruling:
    """The author reads why before the message goes."""
    opened = scene.opened
    gone = (
        (DeleteMessage(space=opened.space, channel=opened.channel, message=opened.message, note=scene.note),)
        if opened.channel is not None and opened.message is not None
        else ()
    )
    statement = scene.to_author(_statement(scene))
    noted = Phrase("moderation-removed", (("told", "yes" if statement else "no"),))
    return scene.ruling(
        "removed",
        *statement,
        *gone,
        *scene.to_reporter(Card(body=(Phrase("moderation-reporter-removed"),))),
        *scene.on_card(cards.team_card(scene.after("removed"))),
        scene.answer(Card(body=(noted,))),
        records=(scene.moved("removed"),),
    )


def requested(scene: Scene) -> Ruling:
    """Where nobody else can take a message down, its author is asked to, and told why."""
    letter = scene.to_author(_request(scene))
    if not letter:
        return scene.ruling("nobody-to-ask", scene.answer(Card(body=(Phrase("moderation-request-nobody"),))))
    return scene.ruling(
        "requested",
        *letter,
        *scene.on_card(cards.team_card(scene.after("requested"))),
        scene.answer(Card(body=(Phrase("moderation-requested"),))),
        records=(scene.moved("requested"),),
    )


def handled(scene: Scene) -> Ruling:
    """It was looked at, and that is all that is told of it."""
    return scene.ruling(
        "closed",
        *scene.to_reporter(Card(body=(Phrase("moderation-reporter-closed"),))),
        *scene.on_card(cards.team_card(scene.after("closed"))),
        scene.answer(Card(body=(Phrase("moderation-closed"),))),
        records=(scene.moved("closed"),),
    )


def _statement(scene: Scene) -> Card:
    return _letter(scene, Phrase("moderation-statement", (("concern", scene.opened.concern),)))


def _request(scene: Scene) -> Card:
    return _letter(scene, Phrase("moderation-request", (("concern", scene.opened.concern),)))


def _letter(scene: Scene, opening: Phrase) -> Card:
    opened = scene.opened
    body: list[Text] = [
        opening,
        cards.about("moderation-statement-about", opened),
    ]
    if opened.text:
        body += [Phrase("moderation-statement-text"), Verbatim(opened.text)]
    return Card(body=(*body, Phrase("moderation-statement-human")), buttons=(cards.ask_button(opened.incident),))
