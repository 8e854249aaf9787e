"""Turns the texts of cards and forms into words, in the language of whoever reads them."""

from collections.abc import Callable
from typing import assert_never

from bot.locales import Translator
from bot.views import (
    Address,
    Argument,
    Bilingual,
    Doorway,
    Holders,
    Instant,
    Locale,
    Passage,
    Person,
    Phrase,
    Place,
    Reference,
    Text,
    Verbatim,
)

Show = Callable[[Reference], str]
"""Writes what only a platform knows how to write."""


def named(reference: Reference) -> str:
    """Ids as they are, for whoever reads them in a shell."""
    match reference:
        case Person(account):
            return account
        case Holders(role):
            return role
        case Place(channel):
            return channel
        case Passage(message=message):
            return message
        case Instant(at):
            return f"{at:%Y-%m-%d %H:%M} UTC"
        case Doorway(url=url):
            return url
        case _:
            assert_never(reference)


def say(text: Text, locale: Locale, translator: Translator, address: Address = "tu", show: Show = named) -> str:
    """The words of one text; somebody's own words are not escaped yet."""
    match text:
        case Phrase(key, arguments):
            return translator.say(key, {name: _shown(one, show) for name, one in arguments}, locale, address)
        case Bilingual():
            return text.say(locale)
        case Verbatim(words):
            return words
        case _:
            assert_never(text)


def _shown(argument: Argument, show: Show) -> str | int:
    return argument if isinstance(argument, str | int) else show(argument)
