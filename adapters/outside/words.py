"""The bot's own words for letters: one text as it is read, and the same as HTML in which addresses open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup, escape

from bot.locales import Address, Locale, Translator, formats
from bot.views import Bilingual, Card, Doorway, Instant, Phrase, Reference, Text, Verbatim
from bot.wording import named, say

_OPEN, _CLOSE = "\ue000", "\ue001"
_SLOT = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ue000\ue001]"
)
_KEY = re.compile(r"[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*")
"""What may choose a variant of a message: passed on as it is."""
_BLANKS = re.compile("[ \t\n]+")
_HALF = re.compile("[\ud800-\udfff]")
_LINK = Markup('<a href="{0}">{0}</a>')


def visible(text: str) -> str:
    """Somebody's own words: signs that nobody would see, or that turn the reading order around, are shown as such."""
    tidy = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", _HALF.sub("\N{REPLACEMENT CHARACTER}", tidy))


def flat(text: str) -> str:
    """One line, for headers and titles."""
    return _BLANKS.sub(" ", visible(text)).strip()


@dataclass(frozen=True, slots=True)
class Words:
    """All that it takes to write in one language."""

    translator: Translator = field(default_factory=Translator)
    locale: Locale = "en"
    address: Address = "vous"

    def ui(self, key: str, **arguments: str | int) -> str:
        """Words of this adapter's own."""
        return self.translator.say(f"outside-{key}", arguments, self.locale, self.address)

    def plain(self, text: Text) -> str:
        """As it is read."""
        if isinstance(text, Verbatim):
            return visible(text.text)
        said, slots = self._said(text)
        return _SLOT.sub(lambda match: self._spelt(slots[int(match[1])]), said)

    def html(self, text: Text) -> Markup:
        """The same, escaped; what somebody wrote never becomes a tag or a link."""
        if isinstance(text, Verbatim):
            return lines(visible(text.text))
        said, slots = self._said(text)
        return Markup("").join(self._pieces(said, slots))

    def _pieces(self, said: str, slots: list[Reference | str]) -> Iterator[Markup]:
        at = 0
        for match in _SLOT.finditer(said):
            yield lines(said[at : match.start()])
            one = slots[int(match[1])]
            linked = isinstance(one, Doorway) and one.url
            yield _LINK.format(linked) if linked else lines(self._spelt(one))
            at = match.end()
        yield lines(said[at:])

    def _said(self, text: Phrase | Bilingual) -> tuple[str, list[Reference | str]]:
        slots: list[Reference | str] = []

        def slot(one: Reference | str) -> str:
            slots.append(one)
            return f"{_OPEN}{len(slots) - 1}{_CLOSE}"

        match text:
            case Phrase(key, arguments):
                given = tuple(
                    (name, slot(one) if isinstance(one, str) and _free(one) else one) for name, one in arguments
                )
                return say(Phrase(key, given), self.locale, self.translator, self.address, slot), slots
            case Bilingual():
                return visible(text.say(self.locale)), slots
            case _:
                assert_never(text)

    def _spelt(self, one: Reference | str) -> str:
        """People and places have no names here: whoever writes to somebody outside names nobody by them."""
        if isinstance(one, str):
            return visible(one)
        if isinstance(one, Instant):
            return f"{formats.date_time(one.at, self.locale, 'UTC')} UTC"
        return named(one)


def _free(argument: str) -> bool:
    """Whether these are words, which are filled in afterwards, and nothing that chooses."""
    return bool(argument) and not _KEY.fullmatch(argument)


def lines(text: str) -> Markup:
    """Escaped, each line a line."""
    return Markup("<br>").join(escape(one) for one in text.split("\n"))


def doorway(card: Card) -> Doorway | None:
    """The first page that a card leads to."""
    texts = (*([card.title] if card.title else []), *card.body, *(one.value for one in card.fields))
    phrases = (one for one in texts if isinstance(one, Phrase))
    return next((one for text in phrases for _, one in text.arguments if isinstance(one, Doorway) and one.url), None)
