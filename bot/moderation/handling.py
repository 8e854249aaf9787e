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
    opened = scene.opened
    body: list[Text] = [
        Phrase("moderation-statement", (("concern", opened.concern),)),
        cards.about("moderation-statement-about", opened),
    ]
    if opened.text:
        body += [Phrase("moderation-statement-text"), Verbatim(opened.text)]
    return Card(body=(*body, Phrase("moderation-statement-human")), buttons=(cards.ask_button(opened.incident),))
