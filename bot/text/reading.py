"""One message on its way past all policies: everything about its text is worked out at most once, when asked for."""

import hashlib

from bot.text import code, links
from bot.text.fold import Span, View, fold, strip
from bot.text.links import Link


class Reading:
    """A text and what can be known of it."""

    __slots__ = ("_code", "_fingerprint", "_folded", "_links", "_stripped", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: View | None = None
        self._stripped: View | None = None
        self._code: tuple[Span, ...] | None = None
        self._links: tuple[Link, ...] | None = None
        self._fingerprint: int | None = None

    @property
    def folded(self) -> View:
        """Without case and compatibility forms."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def stripped(self) -> View:
        """Also without accents, invisible characters and look-alikes."""
        if self._stripped is None:
            self._stripped = strip(self.text, self.folded)
        return self._stripped

    @property
    def code(self) -> tuple[Span, ...]:
        """Where code stands."""
        if self._code is None:
            self._code = code.find(self.text)
        return self._code

    @property
    def links(self) -> tuple[Link, ...]:
        """Where the text leads."""
        if self._links is None:
            self._links = links.find(self.text)
        return self._links

    @property
    def fingerprint(self) -> int:
        """Tells equal texts from different ones, in 63 bits."""
        if self._fingerprint is None:
            said = " ".join(self.stripped.text.split())
            digest = hashlib.blake2b(said.encode(), digest_size=8).digest()
            self._fingerprint = int.from_bytes(digest, "big") >> 1
        return self._fingerprint

    def in_code(self, span: Span) -> bool:
        """Whether a part of the text stands in code."""
        return any(start <= span[0] and span[1] <= end for start, end in self.code)


def fingerprint(text: str) -> int:
    """Tells equal texts from different ones without keeping either: case, accents, disguises and spacing aside."""
    return Reading(text).fingerprint


BLANK = fingerprint("")
"""The fingerprint of a message without words, such as a picture: never a repetition."""
