"""How single letters fold: which marks and invisible characters go, and which letters pass for which."""

import unicodedata
from functools import lru_cache

from bot.text.lookalikes import LOOK_ALIKES

_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u3164\ufeff\uffa0"
    "\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f"
)
_ACCENTS = ((0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F))


def is_letter(char: str) -> bool:
    """Whether the character belongs to a word: letters, figures and the marks on them, but not the underscore."""
    return char.isalnum() or (char > "\u02ff" and unicodedata.category(char)[0] == "M")


@lru_cache(maxsize=4096)
def continues(char: str) -> bool:
    """Whether the character may melt into the one before it (a mark, a part of a Korean syllable)."""
    if char <= "\u02ff":
        return False
    return unicodedata.category(unicodedata.normalize("NFKC", char)[0])[0] == "M" or "\u1160" <= char <= "\u11ff"


@lru_cache(maxsize=8192)
def fold(cluster: str) -> str:
    """A letter and its marks without case and compatibility forms."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold())


@lru_cache(maxsize=8192)
def marks(cluster: str) -> tuple[str, ...]:
    """The accents on a letter, in their own order; a letter without any has none."""
    return tuple(char for char in unicodedata.normalize("NFD", fold(cluster)) if _is_accent(char))


@lru_cache(maxsize=8192)
def strip(cluster: str) -> str:
    """A letter and its marks, folded, then without accents, invisible characters and disguises."""
    bare = "".join(char for char in unicodedata.normalize("NFD", fold(cluster)) if not _goes(char))
    return unicodedata.normalize("NFC", "".join(LOOK_ALIKES.get(char, char) for char in bare))


def stacked(text: str) -> int:
    """The most marks in a row that stand on one letter."""
    if text.isascii():
        return 0
    most = row = 0
    for char in text:
        row = row + 1 if _is_accent(char) else 0
        most = max(most, row)
    return most


def _goes(char: str) -> bool:
    return char in _INVISIBLE or 0xE0000 <= ord(char) <= 0xE01EF or _is_accent(char)


def _is_accent(char: str) -> bool:
    return any(a <= ord(char) <= z for a, z in _ACCENTS)
