"""Folding: one message, two views of it, and the way back from each to the message as it was written."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.text import letters

Span = tuple[int, int]
"""Start and end in characters of the original text."""

_LONGEST_CLUSTER = 32
_DENSE = re.compile(r"[^\x00-\u02ff]{33}")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ODD = "\x00"


@dataclass(frozen=True, slots=True)
class View:
    """A folded text; without maps, it is as long as the original, character by character."""

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Where a part of the folded text stands in the original."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> View:
    """The text without case and compatibility forms; accents stay."""
    if text.isascii():
        return View(text.lower())
    text = _speakable(text)
    if not _DENSE.search(text) and unicodedata.is_normalized("NFKC", text):
        folded = text.casefold()
        if len(folded) == len(text) and unicodedata.is_normalized("NFKC", folded):
            return View(folded)
    return _mapped(text, letters.fold)


def strip(text: str, folded: View) -> View:
    """The text also without accents, invisible characters and look-alikes; the folded view itself where all is plain.

    `folded` is what `fold` gave for the same text.
    """
    if folded.text.isascii():
        return folded
    if folded.starts is None:
        stripped = folded.text.translate(_SIMPLE)
        if _ODD not in stripped:
            return folded if stripped == folded.text else View(stripped)
    return _mapped(_speakable(text), letters.strip)


def _speakable(text: str) -> str:
    """Half characters (lone surrogates, which no encoding can carry) become replacement marks, one for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _mapped(text: str, change: Callable[[str], str]) -> View:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        piece = change(text[start:end])
        pieces.append(piece)
        for _ in piece:
            starts.append(start)
            ends.append(end)
    return View("".join(pieces), starts, ends)


def _clusters(text: str) -> Iterator[Span]:
    """Letters with their marks; endless stacks of marks are cut, since sorting them takes quadratic time."""
    start = 0
    for index in range(1, len(text)):
        if not letters.continues(text[index]) or index - start >= _LONGEST_CLUSTER:
            yield start, index
            start = index
    if text:
        yield start, len(text)


class _Simple(dict[int, str]):
    """A translation table that fills itself; characters that do not become exactly one are marked as odd."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        stripped = letters.strip(char)
        plain = len(stripped) == 1 and not letters.continues(char)
        if len(self) < 8192:
            self[point] = stripped if plain else _ODD
        return stripped if plain else _ODD


_SIMPLE = _Simple()
