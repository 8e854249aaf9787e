"""Searching: all the words of all policies in one pass over each view, then a look at what stands around each find."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick, Implementation

from bot.text import letters
from bot.text.disguise import Disguised
from bot.text.fold import Span, View
from bot.text.patterns import Needle, Pattern, accents, evasive_needle, plain_needles
from bot.text.reading import Reading
from bot.text.regexes import Regex, Regexes

Hits = Mapping[int, Sequence[Span]]
"""For each pattern that was found, by its number, where it stands in the original text."""

Sought = Pattern | Regex
"""What a policy may look for."""

_SMALL = 40_000
"""Letters up to which the fastest table is used; it takes the most memory."""

_Found = dict[int, dict[Span, None]]
_MARKS = "*_~|"
_NOTHING: Hits = MappingProxyType({})


class _Index:
    """Needles by the word that is searched for."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        by_word: dict[str, list[Needle]] = {}
        for needle in needles:
            by_word.setdefault(needle.sought, []).append(needle)
        self.needles = list(by_word.values())
        self.whole = [_whole(word, needles) for word, needles in by_word.items()]
        small = sum(map(len, by_word)) <= _SMALL
        table = Implementation.DFA if small else Implementation.ContiguousNFA
        self.automaton = AhoCorasick(list(by_word), implementation=table) if by_word else None


def _whole(word: str, needles: Sequence[Needle]) -> bool:
    """Whether the word counts only where no letter stands next to it, whichever of the needles found it."""
    alone = all(needle.opens and needle.closes for needle in needles)
    return alone and word[0].isalnum() and word[-1].isalnum()


class Scanner:
    """Finds any number of patterns in one pass over each view of a text."""

    def __init__(self, patterns: Sequence[Sought]) -> None:
        words = [(number, pattern) for number, pattern in enumerate(patterns) if isinstance(pattern, Pattern)]
        self._plain = _Index(needle for number, pattern in words for needle in plain_needles(number, pattern))
        self._evasive = _Index(
            needle for number, pattern in words if (needle := evasive_needle(number, pattern)) is not None
        )
        self._regexes = Regexes({number: one for number, one in enumerate(patterns) if isinstance(one, Regex)})

    def scan(self, reading: Reading) -> Hits:
        """What is found; a text that folds to the same in both views is searched once."""
        found: _Found = {}
        if (plain := self._plain.automaton) is not None:
            folded, stripped = reading.folded, reading.stripped
            same = folded is stripped
            self._search(plain, reading.text, folded, (True, same), found)
            if not same:
                self._search(plain, reading.text, stripped, (False, True), found)
        if (evasive := self._evasive.automaton) is not None and (disguised := reading.disguised) is not None:
            self._search_disguised(evasive, reading.text, disguised, found)
        if self._regexes:
            for number, spans in self._regexes.search(reading).items():
                found[number] = dict.fromkeys(spans)
        return {number: list(spans) for number, spans in found.items()} if found else _NOTHING

    def _search(
        self, automaton: AhoCorasick, original: str, view: View, views: tuple[bool, bool], found: _Found
    ) -> None:
        text, all_needles, whole = view.text, self._plain.needles, self._plain.whole
        length = len(text)
        for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if whole[index] and ((start and text[start - 1].isalnum()) or (end < length and text[end].isalnum())):
                continue
            for needle in all_needles[index]:
                if not ((needle.folded and views[0]) or (needle.stripped and views[1])):
                    continue
                place = _place(text, needle, start, end)
                if place is None or not _on_its_own(text, needle, *place):
                    continue
                span = view.span(*place)
                if needle.marks is None or accents(original[span[0] : span[1]]) == needle.marks:
                    found.setdefault(needle.number, {})[span] = None

    def _search_disguised(self, automaton: AhoCorasick, original: str, disguised: Disguised, found: _Found) -> None:
        stripped, whole = disguised.stripped, self._evasive.whole
        for index, start, end in automaton.find_matches_as_indexes(disguised.text, overlapping=True):
            if whole[index] and disguised.goes_on(start, end):
                continue
            for needle in self._evasive.needles[index]:
                if needle.twice and needle.twice not in disguised.plain:
                    continue
                place = _place(disguised.text, needle, start, end)
                if place is None:
                    continue
                within = disguised.within(*place)
                span = stripped.span(*within)
                if span in found.get(needle.number, ()) or not _on_its_own(stripped.text, needle, *within):
                    continue
                if not disguised.confirm(place, needle.core, opens=needle.opens, closes=needle.closes):
                    continue
                if needle.marks is None or accents(original[span[0] : span[1]]) == needle.marks:
                    found.setdefault(needle.number, {})[span] = None


def _place(text: str, needle: Needle, start: int, end: int) -> Span | None:
    """The whole of a phrase around its longest word."""
    words, anchor = needle.words, needle.anchor
    if len(words) == 1:
        return start, end
    if anchor and start > 1 and _differs(text[start - 1], text[start - 2], words[anchor - 1][-1]):
        return None
    if anchor + 1 < len(words) and end + 1 < len(text) and _differs(text[end], text[end + 1], words[anchor + 1][0]):
        return None
    for word in reversed(words[: needle.anchor]):
        before = _back_over_gap(text, start)
        if before == start or not text.endswith(word, 0, before):
            return None
        start = before - len(word)
    for word in words[needle.anchor + 1 :]:
        after = _over_gap(text, end)
        if after == end or not text.startswith(word, after):
            return None
        end = after + len(word)
    return start, end


def _differs(near: str, far: str, wanted: str) -> bool:
    """A quick look across an ordinary space: whether the letter behind it is not the one that is wanted."""
    if near == " ":
        return far != wanted and far.isalnum()
    return near.isalnum()


def _on_its_own(text: str, needle: Needle, start: int, end: int) -> bool:
    """Whether no letter stands where none may."""
    if needle.opens and start and letters.is_letter(text[start - 1]) and letters.is_letter(text[start]):
        return False
    after = needle.closes and end < len(text) and letters.is_letter(text[end])
    return not (after and letters.is_letter(text[end - 1]))


def _over_gap(text: str, at: int) -> int:
    """Where white space ends, and the marks of bold, struck or hidden words in it; without white space, no gap."""
    end, blank = at, False
    while end < len(text) and (text[end].isspace() or text[end] in _MARKS):
        blank = blank or text[end].isspace()
        end += 1
    return end if blank else at


def _back_over_gap(text: str, at: int) -> int:
    start, blank = at, False
    while start and (text[start - 1].isspace() or text[start - 1] in _MARKS):
        blank = blank or text[start - 1].isspace()
        start -= 1
    return start if blank else at
