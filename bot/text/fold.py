"""Folding: one message, two views of it, and the way back from each to the message as it was written."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from bot.text import letters

Span = tuple[int, int]
"""Start and end in characters of the original text."""

_LONGEST_CLUSTER = 32
_DENSE = re.compile(r"[^\x00-\u02ff]{33}")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PLAIN = re.compile(r"[\x00-\x7f]+")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_ODD = "\x00"
_MOST_KEPT = 8192

T = TypeVar("T")


class View(NamedTuple):
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
    if all(map(_STEADY.__getitem__, set(_BEYOND.findall(text)))):
        return View(text.casefold())
    text = speakable(text)
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
        stripped = folded.text
        for char in set(_BEYOND.findall(stripped)):
            plain = _SIMPLE[char]
            if plain == _ODD:
                break
            if plain != char:
                stripped = stripped.replace(char, plain)
        else:
            return folded if stripped == folded.text else View(stripped)
    return _mapped(speakable(text), letters.strip)


def speakable(text: str) -> str:
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
    for start, end in _stretches(text):
        piece = text[start:end]
        if piece.isascii():
            pieces.append(piece.lower())
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        piece = change(piece)
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return View("".join(pieces), starts, ends)


def _stretches(text: str) -> Iterator[Span]:
    """Plain ASCII in one piece, all else letter by letter; a plain letter with marks on it goes with its marks."""
    at = 0
    for match in _PLAIN.finditer(text):
        start, end = match.span()
        if end < len(text) and letters.continues(text[end]):
            end -= 1
        yield from _clusters(text, at, start)
        if start < end:
            yield start, end
        at = end
    yield from _clusters(text, at, len(text))


def _clusters(text: str, first: int, last: int) -> Iterator[Span]:
    """Letters with their marks; endless stacks of marks are cut, since sorting them takes quadratic time."""
    start = first
    for index in range(first + 1, last):
        if not letters.continues(text[index]) or index - start >= _LONGEST_CLUSTER:
            yield start, index
            start = index
    if start < last:
        yield start, last


class _Steady(dict[str, bool]):
    """Whether a character is composed and alone in its place, so that folding its case is all there is to do."""

    def __missing__(self, char: str) -> bool:
        folded = char.casefold()
        steady = len(folded) == 1 and not letters.continues(char) and not "\ud800" <= char <= "\udfff"
        steady = steady and unicodedata.normalize("NFKC", char) == char
        steady = steady and unicodedata.normalize("NFKC", folded) == folded and not letters.continues(folded)
        return _kept(self, char, steady)


class _Simple(dict[str, str]):
    """What a character looks like; those that do not become exactly one, in steps that may not be swapped, are odd."""

    def __missing__(self, char: str) -> str:
        stripped = letters.strip(char)
        simple = len(stripped) == 1 and not letters.continues(char) and (stripped == char or stripped.isascii())
        return _kept(self, char, stripped if simple else _ODD)


def _kept(table: dict[str, T], char: str, value: T) -> T:
    if len(table) < _MOST_KEPT:
        table[char] = value
    return value


_STEADY = _Steady()
_SIMPLE = _Simple()
