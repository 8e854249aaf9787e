"""Searching: all the words of all policies in one pass, then a look at the letters around each find."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from bot.text import letters
from bot.text.fold import Span, View, fold, strip
from bot.text.reading import Reading

Hits = Mapping[int, Sequence[Span]]
"""For each pattern that was found, by its number, where it stands in the original text."""

_MOST_SPANS = 16


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word or a phrase: `cat` stands alone, `cat*` opens a word, `*cat` ends one, `*cat*` stands anywhere.

    White space in a phrase stands for any white space. `strict` keeps accents apart: `péter` is then not `Peter`.
    """

    written: str
    strict: bool = False

    def __post_init__(self) -> None:
        """Refuse what could never be found."""
        if "*" in self.core:
            raise ValueError(f'"{self.written}" has a star inside; a star may only stand first or last')
        if not self.words(fold(self.core)) or not self.words(_stripped(self.core)):
            raise ValueError(f'"{self.written}" holds nothing to look for')

    @property
    def core(self) -> str:
        """What is looked for, without the stars."""
        return self.written.strip().removeprefix("*").removesuffix("*")

    @property
    def opens(self) -> bool:
        """Whether no letter may stand before it."""
        return not self.written.strip().startswith("*")

    @property
    def closes(self) -> bool:
        """Whether no letter may stand after it."""
        return not self.written.strip().endswith("*")

    @staticmethod
    def words(view: View) -> tuple[str, ...]:
        """The words of a phrase as they stand in a view."""
        return tuple(view.text.split())


def _stripped(text: str) -> View:
    return strip(text, fold(text))


class _Needle(NamedTuple):
    """One way in which a pattern may be found: its longest word is searched for, the others are checked around it."""

    number: int
    words: tuple[str, ...]
    anchor: int
    opens: bool
    closes: bool
    folded: bool
    stripped: bool


class Scanner:
    """Finds any number of patterns in one pass over each view of a text."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._needles: list[list[_Needle]] = []
        numbers: dict[str, int] = {}
        for number, pattern in enumerate(patterns):
            for needle in _needles(number, pattern):
                anchor = needle.words[needle.anchor]
                if anchor not in numbers:
                    numbers[anchor] = len(self._needles)
                    self._needles.append([])
                self._needles[numbers[anchor]].append(needle)
        self._automaton = AhoCorasick(list(numbers)) if numbers else None

    def scan(self, reading: Reading) -> Hits:
        """What is found; a text that folds to the same in both views is searched once."""
        found: dict[int, list[Span]] = {}
        if self._automaton is None:
            return found
        folded, stripped = reading.folded, reading.stripped
        same = folded is stripped
        self._search(self._automaton, folded, (True, same), found)
        if not same:
            self._search(self._automaton, stripped, (False, True), found)
        return found

    def _search(
        self, automaton: AhoCorasick, view: View, views: tuple[bool, bool], found: dict[int, list[Span]]
    ) -> None:
        text = view.text
        for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            for needle in self._needles[index]:
                if not ((needle.folded and views[0]) or (needle.stripped and views[1])):
                    continue
                place = _confirm(text, needle, start, end)
                if place is None:
                    continue
                spans = found.setdefault(needle.number, [])
                span = view.span(*place)
                if span not in spans and len(spans) < _MOST_SPANS:
                    spans.append(span)


def _needles(number: int, pattern: Pattern) -> list[_Needle]:
    folded = pattern.words(fold(pattern.core))
    stripped = pattern.words(_stripped(pattern.core))
    if pattern.strict:
        return [_needle(number, pattern, folded, (True, False))]
    if folded == stripped:
        return [_needle(number, pattern, folded, (True, True))]
    return [_needle(number, pattern, folded, (True, False)), _needle(number, pattern, stripped, (False, True))]


def _needle(number: int, pattern: Pattern, words: tuple[str, ...], views: tuple[bool, bool]) -> _Needle:
    anchor = max(range(len(words)), key=lambda index: len(words[index]))
    return _Needle(number, words, anchor, pattern.opens, pattern.closes, *views)


def _confirm(text: str, needle: _Needle, start: int, end: int) -> Span | None:
    """Check the rest of a phrase and the letters around it."""
    if len(needle.words) > 1:
        for word in reversed(needle.words[: needle.anchor]):
            before = _skip_blanks_back(text, start)
            if before == start or not text.endswith(word, 0, before):
                return None
            start = before - len(word)
        for word in needle.words[needle.anchor + 1 :]:
            after = _skip_blanks(text, end)
            if after == end or not text.startswith(word, after):
                return None
            end = after + len(word)
    if needle.opens and start and letters.is_letter(text[start - 1]) and letters.is_letter(text[start]):
        return None
    if needle.closes and end < len(text) and letters.is_letter(text[end]) and letters.is_letter(text[end - 1]):
        return None
    return start, end


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _skip_blanks_back(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at
