"""The bot's own words as HTML: phrases in the reader's language, with people, places and moments where they stand.

Fluent gives strings back, so a reference goes through it as two signs from Unicode's private area around a number.
The same signs in anybody's words are replaced first: nobody can write a reference that is not there.
"""

import re
from dataclasses import dataclass, replace
from typing import assert_never
from urllib.parse import quote

from markupsafe import Markup

from adapters.web.directory import Directory
from adapters.web.html import joined, tag
from adapters.web.text import clean, plain
from bot.ids import AccountId, ChannelId, MessageId, native
from bot.locales import Translator, formats
from bot.views import (
    Address,
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
from bot.wording import say

_OPEN, _CLOSE = "\ue000", "\ue001"
_SLOT = re.compile(
    f"{_OPEN}(\\d+){_CLOSE}|`([^`\n]+)`|\\*\\*([^*\n]+)\\*\\*|(?<![\\w*])\\*([^\\s*][^*\n]*)\\*(?![\\w*])"
)


def anchor(message: MessageId) -> str:
    """Where a message stands in the page."""
    return "m-" + re.sub(r"[^A-Za-z0-9_-]", "-", native(message))


@dataclass(frozen=True, slots=True)
class Ink:
    """All that it takes to write in one language."""

    translator: Translator
    directory: Directory
    zone: str
    locale: Locale
    address: Address = "tu"

    def into(self, locale: Locale, address: Address) -> "Ink":
        """The same for another reader."""
        return replace(self, locale=locale, address=address)

    def ui(self, key: str, **arguments: str | int) -> str:
        """Words of the site itself; what others wrote in them is escaped by whoever puts them into a page."""
        known = {name: one if isinstance(one, int) else clean(one) for name, one in arguments.items()}
        return self.translator.say(f"web-{key}", known, self.locale, self.address)

    def line(self, text: Text) -> str:
        """One text without any tags, for labels and titles."""
        return clean(say(_harmless(text), self.locale, self.translator, self.address, self._spelt))

    def words(self, text: Text) -> Markup:
        """One text within a paragraph."""
        if isinstance(text, Verbatim):
            return tag("bdi", Markup("<br>").join(plain(line) for line in text.text.split("\n")))
        shown: list[Reference] = []

        def slot(reference: Reference) -> str:
            shown.append(reference)
            return f"{_OPEN}{len(shown) - 1}{_CLOSE}"

        said = say(_harmless(text), self.locale, self.translator, self.address, slot)
        return Markup("<br>").join(self._filled(line, shown) for line in said.split("\n"))

    def _filled(self, said: str, shown: list[Reference]) -> Markup:
        parts, at = [], 0
        for match in _SLOT.finditer(said):
            parts += [plain(said[at : match.start()]), self._mark(match, shown)]
            at = match.end()
        return joined([*parts, plain(said[at:])])

    def _mark(self, match: re.Match[str], shown: list[Reference]) -> Markup:
        number, code, strong, bold = match.groups()
        if number is not None:
            return self.reference(shown[int(number)])
        return tag("code", plain(code)) if code else tag("strong", self._filled(strong or bold, shown))

    def reference(self, one: Reference) -> Markup:
        """What only a platform knows how to write; links are relative, so that they lead on as whoever reads them."""
        match one:
            case Person(account):
                return tag("span", "@", tag("bdi", clean(self.person(account))), class_="chip")
            case Holders(role):
                return tag("span", tag("bdi", clean(native(role))), class_="chip")
            case Place(channel):
                return tag("a", tag("bdi", clean(self._signed(channel))), class_="chip", href=quote(native(channel)))
            case Passage(channel, message):
                href = f"{quote(native(channel))}?at={quote(native(message))}#{anchor(message)}"
                return tag("a", self.ui("passage", channel=self._signed(channel)), class_="chip", href=href)
            case Instant(at):
                return tag("time", formats.date_time(at, self.locale, self.zone), datetime=at.isoformat())
            case Doorway(url=url):
                return tag("a", clean(url), href=url)
            case _:
                assert_never(one)

    def _spelt(self, one: Reference) -> str:
        match one:
            case Person(account):
                return f"@{self.person(account)}"
            case Holders(role):
                return native(role)
            case Place(channel):
                return self._signed(channel)
            case Passage(channel):
                return self.ui("passage", channel=self._signed(channel))
            case Instant(at):
                return formats.date_time(at, self.locale, self.zone)
            case Doorway(url=url):
                return url
            case _:
                assert_never(one)

    def person(self, account: AccountId | None) -> str:
        """What somebody is called."""
        return self.directory.people.get(account, native(account)) if account else "?"

    def _signed(self, channel: ChannelId) -> str:
        return f"#{self.place(channel)}" if channel in self.directory.channels else self.place(channel)

    def place(self, channel: ChannelId) -> str:
        """What a channel is called; a conversation that has no public name is called one."""
        return self.directory.channels.get(channel) or self.ui("conversation")


def _harmless(text: Text) -> Text:
    """The text without any sign that could pass for a reference."""
    match text:
        case Phrase(key, arguments):
            return Phrase(key, tuple((name, _tame(one) if isinstance(one, str) else one) for name, one in arguments))
        case Bilingual(en, fr):
            return Bilingual(_tame(en), _tame(fr))
        case _:
            return text


def _tame(words: str) -> str:
    return words.replace(_OPEN, "\N{REPLACEMENT CHARACTER}").replace(_CLOSE, "\N{REPLACEMENT CHARACTER}")
