"""What Discord takes, and how a text is cut where it takes no more: at a word, never within a sign that people see.

Lengths are counted as UTF-16 does. Discord counts some of them in characters, which are never more: what fits here fits
there.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from datetime import timedelta

TITLE, DESCRIPTION, FIELDS, FIELD_NAME, FIELD_VALUE, EMBED = 256, 4096, 25, 256, 1024, 6000
CONTENT = 2000
FILES, FILE_BYTES, FILE_NAME, ALTERNATIVE = 10, 10 * 1024 * 1024, 100, 1024
BUTTONS, BUTTON_LABEL, CUSTOM_ID = 25, 80, 100
MODAL_TITLE, MODAL_PARTS, LABEL, HINT, ANSWER, OPTION, OPTIONS = 45, 5, 45, 100, 4000, 100, 25
COMMAND_NAME, COMMAND_HELP, CHOICE, CHOICES = 32, 100, 100, 25
REASON = 512
THREAD_NAME = 100
TIMEOUT = timedelta(days=28)
PAUSE = timedelta(hours=24)
SWEEP = 7 * 24 * 3600
SLOWMODE = 21600

_JOINER = "\u200d"
_BREAK = re.compile(r"\s+\S*\Z")
_HALF = re.compile("[\ud800-\udfff]")


def size(text: str) -> int:
    """How long a text is at most, by whichever count."""
    return len(text) + sum(1 for sign in text if sign > "\uffff")


def whole(text: str) -> str:
    """The text without half surrogates, which no platform takes."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def cut(text: str, most: int) -> str:
    """The text if it fits, otherwise as many whole words of it as fit, and an ellipsis."""
    if size(text) <= most:
        return text
    begun = text[: _seam(text, _reach(text, most - 1))]
    at_word = _BREAK.sub("", begun) if not text[len(begun) : len(begun) + 1].isspace() else begun
    kept = at_word if len(at_word) > len(begun) // 2 else begun
    return kept.rstrip() + "…"


def fitted(text: str, most: int, dress: Callable[[str], str]) -> str:
    """As much of the text as fits once it is dressed, which may make it longer."""
    begun = cut(text, most)
    if size(said := dress(begun)) <= most:
        return said
    longest = bisect_right(range(1, len(begun) + 1), most, key=lambda length: size(dress(cut(begun, length))))
    return dress(cut(begun, longest)) if longest else "…"


def sentence(text: str, most: int) -> str:
    """As many whole sentences as fit, or as many words where not even one does."""
    if size(text) <= most:
        return text
    ends = [match.end() for match in re.finditer(r"[.!?…](?=\s)", text) if size(text[: match.end()]) <= most]
    return text[: ends[-1]] if ends else cut(text, most)


def _reach(text: str, most: int) -> int:
    """How many characters fit."""
    taken = 0
    for at, sign in enumerate(text):
        taken += 2 if sign > "\uffff" else 1
        if taken > most:
            return at
    return len(text)


def _seam(text: str, at: int) -> int:
    """The last place up to there at which no sign that people see as one is torn apart."""
    while 0 < at < len(text) and _belongs(text, at):
        at -= 1
    return at


def _belongs(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _JOINER in (before, after) or (before, after) == ("\r", "\n"):
        return True
    if unicodedata.category(after) in ("Mn", "Mc", "Me") or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if "\U000e0020" <= after <= "\U000e007f" or "\u1160" <= after <= "\u11ff":
        return True
    return _flag(before) and _flag(after) and _flags_before(text, at) % 2 == 1


def _flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    many = 0
    while many < at and _flag(text[at - 1 - many]):
        many += 1
    return many
