"""One message on its way past all policies: everything about its text is worked out at most once, when asked for."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from bot.text import code, disguise, letters, links, quotes
from bot.text.disguise import Disguised
from bot.text.fold import Span, View, fold, strip
from bot.text.links import Link

_MOST_SPANS = 16


class Reading:
    """A text and what can be known of it."""

    _folded: View | None = None
    _stripped: View | None = None
    _disguised: tuple[Disguised | None] | None = None
    _code: tuple[Span, ...] | None = None
    _quoted: tuple[Span, ...] | None = None
    _links: tuple[Link, ...] | None = None
    _hidden_links: tuple[Link, ...] | None = None
    _fingerprint: int | None = None

    def __init__(self, text: str) -> None:
        self.text = text

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
    def disguised(self) -> Disguised | None:
        """Also without figures for letters, marks and spaces inside words, letters said too often; None: no need."""
        if self._disguised is None:
            self._disguised = (disguise.undisguise(self.stripped),)
        return self._disguised[0]

    @property
    def stacked(self) -> int:
        """The most marks that stand on one letter: more than four are no language, but an ornament that hides text."""
        return letters.stacked(self.text)

    @property
    def code(self) -> tuple[Span, ...]:
        """Where code stands."""
        if self._code is None:
            self._code = code.find(self.text)
        return self._code

    @property
    def quoted(self) -> tuple[Span, ...]:
        """Where others are quoted."""
        if self._quoted is None:
            self._quoted = quotes.find(self.text)
        return self._quoted

    @property
    def links(self) -> tuple[Link, ...]:
        """Where the text leads."""
        if self._links is None:
            self._links = links.find(self.text)
        return self._links

    @property
    def hidden_links(self) -> tuple[Link, ...]:
        """Where the text leads those who put its links together again: `hxxp://`, `evil[.]com`, `evil (dot) com`."""
        if self._hidden_links is None:
            self._hidden_links = links.find_hidden(self.text)
        return self._hidden_links

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
        return inside(span, self.code)

    def in_quotes(self, span: Span) -> bool:
        """Whether a part of the text is quoted."""
        return inside(span, self.quoted)


def inside(span: Span, places: Iterable[Span]) -> bool:
    """Whether a part lies within one of these places."""
    return any(start <= span[0] and span[1] <= end for start, end in places)


def said(
    reading: Reading,
    spans: Iterable[Span],
    allowed: Sequence[Span] = (),
    *,
    in_code: bool = False,
    in_quotes: bool = True,
) -> tuple[Span, ...]:
    """The finds that count: outside innocent phrases, and outside code and quotations unless these count too.

    Only then are they cut to the first 16, so that many innocent finds cannot hide one that is not.
    """
    counted = (
        span
        for span in spans
        if not (allowed and inside(span, allowed))
        and (in_code or not reading.in_code(span))
        and (in_quotes or not reading.in_quotes(span))
    )
    return tuple(sorted(islice(counted, _MOST_SPANS)))


@lru_cache(maxsize=4)
def read(text: str) -> Reading:
    """The reading of a text; several rooms look at the same message one after the other, and it is folded once."""
    return Reading(text)


def fingerprint(text: str) -> int:
    """Tells equal texts from different ones without keeping either: case, accents, disguises and spacing aside."""
    return read(text).fingerprint


BLANK = fingerprint("")
"""The fingerprint of a message without words, such as a picture: never a repetition."""
