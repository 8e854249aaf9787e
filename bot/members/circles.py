"""Who lets themselves be drawn when members decide together, and what that means."""

from bot.events import Ask, CommandInvoked
from bot.records import CircleChosen
from bot.settings import Settings
from bot.views import Button, Card, Phrase

_HOW = "circle how"
_CHOICES = {"circle join": True, "circle leave": False}


def is_choice(ask: Ask) -> bool:
    """Whether somebody chooses to be drawn, or not to be."""
    return isinstance(ask, CommandInvoked) and ask.command in _CHOICES


def is_question(ask: Ask) -> bool:
    """Whether somebody wants to know what it means."""
    return isinstance(ask, CommandInvoked) and ask.command == _HOW


def chosen(ask: Ask, *, willing: bool) -> tuple[tuple[CircleChosen, ...], Card]:
    """What is written down, which is nothing where it was so already, and what they read."""
    wanted = isinstance(ask, CommandInvoked) and _CHOICES.get(ask.command, False)
    key = "party-circle-joined" if wanted else "party-circle-left"
    card = Card(body=(Phrase(key), *((Phrase("party-circle-means"),) if wanted else ())), buttons=(_button(wanted),))
    return (() if wanted == willing else (CircleChosen(account=ask.account, willing=wanted),)), card


def how(settings: Settings, *, willing: bool) -> Card:
    """What a circle is, what is asked of those who are drawn, and whether it can happen here."""
    here = Phrase("party-circle-here", (("profile", settings.profile),))
    own = Phrase("party-circle-own", (("willing", "yes" if willing else "no"),))
    return Card(
        title=Phrase("party-circle-title"),
        body=(Phrase("party-circle-what"), Phrase("party-circle-means"), here, own),
        buttons=(_button(willing),),
    )


def _button(willing: bool) -> Button:  # noqa: FBT001 - the one thing that it is about
    if willing:
        return Button(id="circle-leave", label=Phrase("party-button-circle-leave"))
    return Button(id="circle-join", label=Phrase("party-button-circle-join"), style="primary")
