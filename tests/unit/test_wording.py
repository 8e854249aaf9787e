import pytest

from bot import wording
from bot.locales import Translator
from bot.views import Bilingual, Locale, Phrase, Text, Verbatim


@pytest.mark.parametrize(
    ("text", "locale", "words"),
    [
        (Phrase("cli-config-sound", (("path", "a.toml"),)), "fr", "Les réglages de a.toml sont bons."),
        (Phrase("cli-config-sound", (("path", "a.toml"),)), "en", "The settings in a.toml are sound."),
        (Bilingual("Be kind", "Sois aimable"), "fr", "Sois aimable"),
        (Bilingual("Be kind", "Sois aimable"), "en", "Be kind"),
        (Verbatim("{ $x } @everyone"), "fr", "{ $x } @everyone"),
    ],
)
def test_every_text_becomes_words(text: Text, locale: Locale, words: str) -> None:
    assert wording.say(text, locale, Translator(strict=True)) == words
