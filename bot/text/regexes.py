"""Regexes of policies, all on RE2: light ones in one set, heavy ones alone, behind letters they cannot do without.

RE2 reads each text once, whatever the regex. Its `\\b`, `\\w` and `\\d` know ASCII only: a `\\b` at either end of a
regex is therefore checked on what was found, by Unicode; inside it stays as RE2 has it, and `\\pL` is any letter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import re2

from bot.text import letters
from bot.text.fold import Span, View, speakable
from bot.text.reading import Reading
from bot.text.regex_flaws import compiled_alone, regex_flaws, tokens

_BUDGET = 64 << 20
_LIGHT = 120
"""Steps of the compiled program up to which a regex goes into the set."""
_WORK = 2_000_000
"""Steps times characters that a heavy regex may be given to read."""
_SHORTEST_READ, _LONGEST_READ = 4_000, 200_000
_MOST_FINDS = 256


@dataclass(frozen=True, slots=True)
class Regex:
    """A regex as RE2 has it; capitals matter only where `case` says so. `^` and `$` are the ends of the message."""

    written: str
    case: bool = False
    folding: Literal["exact", "folded"] = "folded"
    """`exact` reads the original text alone; `folded` also the text without accents, look-alikes and the invisible."""

    def __post_init__(self) -> None:
        """Refuse what RE2 cannot do, or what finds nothing at all."""
        flaws = regex_flaws(self.written)
        if flaws:
            raise ValueError(f"{flaws[0].problem}: {flaws[0].hint}")


class _Ready:
    """A regex, and the same without the word boundaries at its ends, which are checked on its finds.

    ASCII texts are read by the first alone: only RE2 itself can go back from `h` to `hours` to reach a boundary.
    """

    def __init__(self, regex: Regex) -> None:
        self.regex = regex
        self.opens, self.closes, self.inner = _edges(regex.written)
        self._written = compiled_alone(regex.written, case=regex.case)
        self._inner = compiled_alone(self.inner, case=regex.case)
        if self._inner.search("") is not None:
            self.opens, self.closes, self.inner, self._inner = False, False, regex.written, self._written
        self.steps: int = self._inner.programsize
        self.reach = max(_SHORTEST_READ, min(_LONGEST_READ, _WORK // max(1, self.steps)))

    @property
    def listed(self) -> str:
        """How it stands in a set, whose options hold for all."""
        return self.inner if self.regex.case else f"(?i){self.inner}"

    def spans(self, text: str) -> Iterator[Span]:
        """Where it is found; what reaches the end of what it was given to read may be cut, and is left out."""
        read = text[: self.reach]
        yield from self._spans(self._written, text, read)
        if self._inner is not self._written and not read.isascii():
            yield from self._spans(self._inner, text, read)

    def _spans(self, compiled: Any, text: str, read: str) -> Iterator[Span]:
        at = 0
        for _ in range(_MOST_FINDS):
            match = compiled.search(read, at)
            if match is None:
                return
            start, end = match.span()
            cut = end == len(read) < len(text)
            if start < end and not cut and self._on_its_own(text, start, end):
                yield start, end
                at = end
            else:
                at = start + 1
            if at > len(read):
                return

    def _on_its_own(self, text: str, start: int, end: int) -> bool:
        before = start > 0 and letters.is_letter(text[start - 1])
        after = end < len(text) and letters.is_letter(text[end])
        opens = not self.opens or before != letters.is_letter(text[start])
        return opens and (not self.closes or after != letters.is_letter(text[end - 1]))


class Regexes:
    """Any number of regexes over one text."""

    def __init__(self, regexes: Mapping[int, Regex]) -> None:
        self._ready = {number: _Ready(regex) for number, regex in regexes.items()}
        light = [(number, one) for number, one in self._ready.items() if one.steps <= _LIGHT]
        heavy = [(number, one) for number, one in self._ready.items() if one.steps > _LIGHT]
        self._gate = _Gate(heavy) if heavy else None
        ungated = set(self._gate.always()) if self._gate is not None else set()
        if ungated:
            self._gate = _Gate(gated) if (gated := [pair for pair in heavy if pair[0] not in ungated]) else None
        self._sets = [*_sets(light), *_sets([pair for pair in heavy if pair[0] in ungated])]

    def __len__(self) -> int:
        return len(self._ready)

    def search(self, reading: Reading) -> dict[int, list[Span]]:
        """What is found, in the original text and, where it differs, in the folded one."""
        found: dict[int, dict[Span, None]] = {}
        text = speakable(reading.text)
        self._search(text, View(text), found, everything=True)
        stripped = reading.stripped
        if not text.isascii() and stripped.text != text:
            self._search(stripped.text, stripped, found, everything=False)
        return {number: list(spans) for number, spans in found.items()}

    def _search(self, text: str, view: View, found: dict[int, dict[Span, None]], *, everything: bool) -> None:
        for number in self._candidates(text):
            ready = self._ready[number]
            if not everything and ready.regex.folding == "exact":
                continue
            for start, end in ready.spans(text):
                found.setdefault(number, {})[view.span(start, end)] = None

    def _candidates(self, text: str) -> Iterator[int]:
        encoded = text.encode()
        for one, numbers in self._sets:
            for index in one.Match(encoded) or ():
                yield numbers[index]
        if self._gate is not None:
            yield from self._gate.candidates(encoded)


class _Gate:
    """Lets a heavy regex look only at texts that hold the letters without which it cannot match."""

    def __init__(self, heavy: Sequence[tuple[int, _Ready]]) -> None:
        self._numbers = [number for number, _ in heavy]
        self._filter = re2.Filter()
        for _, ready in heavy:
            self._filter.Add(ready.listed, _options())
        self._filter.Compile()

    def always(self) -> Iterator[int]:
        """Those that can do without any letters in particular: no gate holds them back."""
        return self.candidates(b"")

    def candidates(self, encoded: bytes) -> Iterator[int]:
        for index in self._filter.Match(encoded, potential=True) or ():
            yield self._numbers[index]


def _sets(light: Sequence[tuple[int, _Ready]]) -> Iterator[tuple[Any, list[int]]]:
    """As few sets as compile within the budget."""
    if not light:
        return
    made = re2.Set.SearchSet(_options())
    for _, ready in light:
        made.Add(ready.listed)
    try:
        made.Compile()
    except re2.error:
        half = len(light) // 2
        if not half:
            raise
        yield from _sets(light[:half])
        yield from _sets(light[half:])
    else:
        yield made, [number for number, _ in light]


def _options() -> Any:
    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    options.max_mem = _BUDGET
    return options


def _edges(written: str) -> tuple[bool, bool, str]:
    """Whether it begins and ends at the edge of a word, and the rest; alternatives at the top keep theirs."""
    parts = list(tokens(written))
    if any(part == "|" and depth == 0 and not in_class for part, depth, in_class in parts):
        return False, False, written
    opens = len(parts) > 1 and parts[0][0] == "\\b"
    closes = len(parts) > 1 + opens and parts[-1][0] == "\\b"
    return opens, closes, written[2 * opens : len(written) - 2 * closes]
