"""Where the bot sees only the channels that it is in: owners say which ones it looks after."""

from collections.abc import Iterator

from bot import settings as community
from bot.effects import JoinChannel
from bot.events import ChannelCreated
from bot.governing import guide, saving
from bot.governing.scene import Scene
from bot.governing.wrong import Values, Wrong
from bot.ids import ChannelId
from bot.rooms import Ruling, Subject
from bot.settings import Settings
from bot.views import Button, Card, Person, Phrase, Place

_NOTE = "setup"
"""What the platform's own log says of it."""


def chosen(scene: Scene, values: Values) -> Ruling:
    """A channel was named in the form."""
    try:
        there = saving.channel(scene, values.get("channel", ""))
    except Wrong as wrong:
        return scene.refused(str(wrong))
    if not scene.settings.file.joins(scene.ask.space):
        return scene.refused("governing-watch-nowhere")
    said = Phrase("governing-watched", (("place", Place(there)),))
    join = JoinChannel(space=scene.ask.space, channel=there, note=_NOTE)
    return scene.ruling("watched", scene.answer(guide.card(scene, said)), join, records=())


def pressed(scene: Scene, named: str) -> Ruling:
    """The button on the card about a new channel."""
    try:
        there = saving.channel(scene, named)
    except Wrong as wrong:
        return scene.refused(str(wrong))
    place = ("place", Place(there))
    by = Card(body=(Phrase("governing-watched-by", (place, ("person", Person(scene.ask.account)))),), tone="good")
    return scene.ruling(
        "watched",
        JoinChannel(space=scene.ask.space, channel=there, note=_NOTE),
        *scene.reworded(by),
        scene.answer(Card(body=(Phrase("governing-watched", (place,)),))),
        records=(),
    )


def is_unwatched(created: ChannelCreated, settings: Settings) -> bool:
    """Whether somebody has to be asked: once the community has begun, and where the bot can go there by itself."""
    return not created.watched and settings.begun and settings.file.joins(created.space)


def asked(created: ChannelCreated, settings: Settings) -> Iterator[Ruling]:
    """A card to the team of that space."""
    channel = settings.managers.get(created.space)
    if channel is None or not is_unwatched(created, settings):
        return
    place = Phrase("governing-watch-new", (("place", Place(created.channel)),))
    card = Card(
        title=Phrase("governing-watch-new-title"),
        body=(place, Phrase("governing-watch-new-sees")),
        buttons=(_button(created.channel),),
        tone="notice",
    )
    told = community.posted(settings, created.space, channel, card)
    yield Ruling(rule="governing/new-channel", subject=Subject(channel=created.channel), effects=(told,))


def _button(channel: ChannelId) -> Button:
    return Button(id=f"watch:{channel}", label=Phrase("governing-button-watch"), style="primary")
