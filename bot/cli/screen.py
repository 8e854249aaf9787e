"""Where commands write, and how words from elsewhere are made harmless first."""

import os
import unicodedata
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from bot.views import Locale

WIDEST = 80
_QUOTES: dict[Locale, tuple[str, str]] = {
    "en": ("“", "”"),
    "fr": ("«\N{NARROW NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}»"),
}
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2028\u2029\u2066\u2067\u2068\u2069")
"""What makes a terminal break lines or write backwards."""


def console(*, stderr: bool = False) -> Console:
    """A place to write that takes nothing in what it is given for a command: no markup, no emoji names."""
    made = Console(stderr=stderr, markup=False, emoji=False, highlight=False, legacy_windows=False)
    columns = made.width if made.is_terminal or "COLUMNS" in os.environ else 80
    made.width = min(columns, WIDEST)
    return made


def clean(words: str) -> str:
    """As many characters as before, without those that steer a terminal."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(map(_harmless, words))


def escaped(told: str) -> str:
    """JSON that steers no terminal either: what would is written as an escape, which reads back as the same."""
    if told.isascii():
        return told
    return "".join(f"\\u{ord(one):04x}" if one != "\n" and one != _harmless(one) else one for one in told)


def clean_lines(text: str) -> str:
    """Harmless, line by line."""
    return "\n".join(map(clean, text.splitlines()))


def _harmless(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if character in _TURNING or unicodedata.category(character) in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return character


def marked(said: Text, locale: Locale) -> Text:
    """The words between the quotation marks of a language."""
    opening, closing = _QUOTES[locale]
    return Text(opening).append_text(said).append(closing)


def quoted(
    words: str, spans: Iterable[tuple[int, int]] = (), *, most: int = 240, style: str = "", marks: bool = False
) -> Text:
    """Somebody's words in one paragraph, with the spans shown by colour or, with `marks`, by brackets."""
    said = Text(clean(words), style=style)
    places = sorted(set(spans))
    for start, end in places:
        said.stylize("bold black on yellow", start, end)
    first = max(0, min((start for start, _ in places), default=0) - most // 2)
    first = 0 if len(words) <= most or first < most // 4 else first
    cut = said[first : first + most] if len(words) > most else said
    if marks:
        cut = _bracketed(cut, [(start - first, end - first) for start, end in places])
    if first:
        cut = Text("… ") + cut
    if first + most < len(words):
        cut.rstrip()
        cut.append(" …")
    return cut


def _bracketed(said: Text, spans: list[tuple[int, int]]) -> Text:
    made, done = Text(), 0
    for start, end in spans:
        if start >= done and end <= len(said):
            made.append(said.plain[done:start]).append("[").append(said.plain[start:end]).append("]")
            done = end
    return made.append(said.plain[done:])
