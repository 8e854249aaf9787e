"""The third view: a text without figures for letters, marks inside words, s.p.a.c.i.n.g and streeetched letters.

It is made only for texts that hide something, and it proves nothing: letters that pass for each other and letters
said twice are one there. `Disguised.confirm` then looks at what really stands in the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

import re2

from bot.text.fold import Span, View

_FIGURES = {
    "a": "4@",
    "b": "8",
    "e": "3€",
    "g": "69",
    "i": "1!|",
    "l": "1!|£",
    "o": "0",
    "s": "5$",
    "t": "7",
}
"""What stands for a letter between letters."""

_RARELY_TWICE = "aijkquvxy"
"""Letters that hardly any English or French word has twice in a row; `w` has its links."""

_LONGEST = 12_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TWICE = tuple((letter, letter * 2) for letter in _LETTERS)
_SHORTCODE = ":regional_indicator_"
_FIRST_FLAG = 0x1F1E6
_WORDLIKE = r"[^\W_]"
_MARKUP = r"(?:[*~]{1,6}|\|{2,6}|_{2,6})"
_HIDES = re2.Options()
_HIDES.log_errors = False

_STRETCHED = "|".join(
    (
        *(f"{letter}{{3}}" for letter in _LETTERS if letter != "w"),
        *(f"{letter}{{2}}" for letter in _RARELY_TWICE),
        f"(?:{'|'.join(letter * 2 for letter in _LETTERS)}){{3}}",
    )
)
_FIGURED = "|".join(
    (
        r"[a-z][013-9@$!|€£]+[a-z]",
        r"(?:^|[^\pL\pN])(?:[$13457][a-z]{2}|0[a-wyz][a-z])",
        r"@(?:ss|n[aud]|bru|rse|rsch)",  # else it opens a name
        r"[a-z]{2}[0345$@](?:[^\pL\pN]|$)",
        r"a[5$]{2}",
    )
)
_TORN = "|".join(
    (
        rf"[\pL\pN]{_MARKUP}[\pL\pN]",
        r"(?:^|[^\pL\pN])[a-z](?:[^\pL\pN\n']{1,3}[a-z0-9@$!]){2}(?:[^\pL\pN]|$)",
        r"\|\|[\pL\pN]",
        r"[\x{1f1e6}-\x{1f1ff}]",
        _SHORTCODE,
    )
)

_NOISE = re.compile(
    rf"(?<={_WORDLIKE}){_MARKUP}(?={_WORDLIKE})"
    r"|\|{2,6}"
    rf"|(?<![^\W_])(?P<spaced>[^\W_](?P<gap>[^\w\n']{{1,3}}|_)(?:[^\W_]|[@$!])(?:(?P=gap)(?:[^\W_]|[@$!]))+)(?![^\W_])"
    rf"|{_SHORTCODE}(?P<coded>[a-z]):\s?"
    r"|(?P<flag>[\U0001f1e6-\U0001f1ff])[ \u200b]?"
)
_RUN = re.compile(r"([a-z])\1+")
_FOR_LETTERS = str.maketrans(
    {sign: letter for letter in reversed(_FIGURES) for sign in _FIGURES[letter]}
    | {"i": "l", "1": "l", "!": "l", "|": "l"}
)
_ONLY_INSIDE = "!|£"
"""Signs that end no word, whatever letter they look like."""
_LETTERS_THAT_ARE_WORDS = "aiouy"
_SHORT = 3
_ALSO_SIGNS = frozenset("lase")
"""Letters in the third view that may have been signs."""


def _sentinel() -> re2.Set:
    signs = re2.Set.SearchSet(_HIDES)
    for part in (_TORN, _FIGURED, _STRETCHED):
        signs.Add(part)
    signs.Compile()
    return signs


_SENTINEL = _sentinel()


class Disguised:
    """A text whose disguises were taken off; ways back into the text are only worked out where something is found."""

    def __init__(self, bare: str, places: Sequence[int], stripped: View, *, torn: bool) -> None:
        self.stripped = stripped
        self._bare = bare
        self._places = places
        self._torn = torn
        self.plain = bare.translate(_FOR_LETTERS)
        """The text where letters are taken for one another."""
        self.text = _once(self.plain)
        """The same without repetitions: search this."""
        self._edges: list[int] | None = None

    def goes_on(self, start: int, end: int) -> bool:
        """Whether certainly a letter stands next to a part of `text`; a quick look that spares most others."""
        if self._torn:
            return False
        text = self.text
        if start and text[start - 1].isalnum() and text[start - 1] not in _ALSO_SIGNS:
            return True
        return end < len(text) and text[end].isalnum() and text[end] not in _ALSO_SIGNS

    def within(self, start: int, end: int) -> Span:
        """A part of `text` as a part of the stripped view."""
        first, last = self._read(start, end)
        return self._places[first], self._places[last - 1] + 1

    def confirm(self, place: Span, core: str, *, opens: bool, closes: bool) -> bool:
        """Whether a part of `text` may be read as the stripped word or phrase `core`, beyond reasonable doubt."""
        first, last = self._read(*place)
        said = self._bare[first:last]
        if said != core:
            if len(said) < len(core):
                return False
            shape = _shape(core)
            match = shape.expression.fullmatch(said)
            if match is None or not _plausible(said) or not _stretched(shape.runs, match.groups()):
                return False
        return self._whole(first, last, opens=opens, closes=closes)

    def _read(self, start: int, end: int) -> Span:
        """A part of `text` before letters were taken for one another and their repetitions left out."""
        if self._edges is None:
            self._edges = _edges(self.plain)
        first, last = self._edges[start], self._edges[end]
        while last - first > 1 and self._bare[last - 1] in _ONLY_INSIDE:
            last -= 1
        while last - first > 1 and self._bare[first] == "|":
            first += 1
        return first, last

    def _whole(self, first: int, last: int, *, opens: bool, closes: bool) -> bool:
        """Whether spaced letters stand for themselves, rather than amid a longer row of single letters."""
        if self._places[last - 1] - self._places[first] == last - 1 - first:
            return True
        short = last - first <= _SHORT
        before = opens and self._glued(first - 1) and (short or self._joined(first - 1, first - 2))
        after = closes and self._glued(last - 1) and (short or self._joined(last, last))
        return not (before or after)

    def _joined(self, index: int, beyond: int) -> bool:
        """Whether a single letter next to spaced letters belongs to them, being no word and not the only one."""
        return self._bare[index] not in _LETTERS_THAT_ARE_WORDS or self._glued(beyond)

    def _glued(self, index: int) -> bool:
        if index < 0 or index + 1 >= len(self._places):
            return False
        both = self._bare[index].isalnum() and self._bare[index + 1].isalnum()
        return both and self._places[index + 1] - self._places[index] > 1


def undisguise(stripped: View) -> Disguised | None:
    """The third view of a text; None where it hides nothing."""
    text = stripped.text[:_LONGEST]
    signs = _SENTINEL.Match(text.encode())
    if not signs:
        return None
    torn = 0 in signs
    bare, places = _bare(text) if torn else (text, range(len(text)))
    return Disguised(bare, places, stripped, torn=torn)


def _once(plain: str) -> str:
    """The text without repetitions of letters; a few plain replacements are faster than one regex."""
    for letter, twice in _TWICE:
        while twice in plain:
            plain = plain.replace(twice, letter)
    return plain


def _edges(plain: str) -> list[int]:
    """Where each character begins that is left once repetitions are left out, and where the last one ends."""
    edges: list[int] = []
    at = 0
    for match in _RUN.finditer(plain):
        start, end = match.span()
        edges.extend(range(at, start + 1))
        at = end
    edges.extend(range(at, len(plain) + 1))
    return edges


def skeleton(core: str) -> str:
    """A stripped word or phrase as the third view would show it."""
    return _once(core.translate(_FOR_LETTERS))


def repeated(core: str) -> str:
    """The longest row of one letter in a stripped word or phrase, as the third view would show it; mostly none."""
    rows = (match.group() for match in _RUN.finditer(core.translate(_FOR_LETTERS)))
    return max(rows, key=len, default="")


def _bare(text: str) -> tuple[str, Sequence[int]]:
    """The text without what stands between the letters of a word."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in _NOISE.finditer(text):
        kept = list(_kept(match))
        pieces.append(text[at : match.start()])
        places.extend(range(at, match.start()))
        pieces.extend(char for char, _ in kept)
        places.extend(place for _, place in kept)
        at = match.end()
    if not at:
        return text, range(len(text))
    pieces.append(text[at:])
    places.extend(range(at, len(text)))
    return "".join(pieces), places


def _kept(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    if match["spaced"]:
        step = len(match["gap"]) + 1
        for place in range(match.start(), match.end(), step):
            yield match.string[place], place
    elif match["coded"]:
        yield match["coded"], match.start("coded")
    elif match["flag"]:
        yield chr(ord(match["flag"]) - _FIRST_FLAG + ord("a")), match.start()


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a word may be written: its letters in a row, each at least as often as it has to be."""

    expression: Any
    runs: tuple[tuple[str, int], ...]


@lru_cache(maxsize=4096)
def _shape(core: str) -> _Shape:
    runs = tuple((char, len(list(same))) for char, same in groupby(" ".join(core.split())))
    parts = (
        r"([\s*_~|]+)" if char == " " else f"([{re2.escape(char + _FIGURES.get(char, ''))}]{{{count},}})"
        for char, count in runs
    )
    return _Shape(re2.compile("".join(parts), _HIDES), runs)


def _plausible(said: str) -> bool:
    """Enough letters among the figures."""
    letters = sum(char.isalpha() for char in said)
    if letters == len(said):
        return True
    figures = sum(char.isdigit() for char in said)
    if not figures:
        return letters >= 1
    inside = any(char.isdigit() for char in said[1:-1])
    return letters >= 3 or (letters >= 2 and (inside or not said[-1].isdigit()))


def _stretched(runs: Sequence[tuple[str, int]], said: Sequence[str]) -> bool:
    """Whether letters said too often are so on purpose: `cooool`, but no `shoot` for `shot` or `bitte` for `bite`."""
    longer = [
        (char, len(there))
        for (char, count), there in zip(runs, said, strict=True)
        if char != " " and len(there) > count
    ]
    return not longer or len(longer) >= 3 or any(length >= 3 or char in _RARELY_TWICE for char, length in longer)
