"""Turns the texts of cards and forms into words, in the language of whoever reads them."""

from typing import assert_never

from bot.locales import Address, Translator
from bot.views import Bilingual, Locale, Phrase, Text, Verbatim


def say(text: Text, locale: Locale, translator: Translator, address: Address = "tu") -> str:
    """The words of one text; somebody's own words are not escaped yet."""
    match text:
        case Phrase(key, arguments):
            return translator.say(key, dict(arguments), locale, address)
        case Bilingual():
            return text.say(locale)
        case Verbatim(words):
            return words
        case _:
            assert_never(text)
