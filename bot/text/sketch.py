"""Sketches: numbers that differ little where texts differ little, without keeping either text.

A sketch is a simhash: each word votes on each of 64 bits, the majority decides. The votes are counted in the bytes of
one large number, so that a word costs one addition.
"""

import hashlib
from functools import lru_cache

from bot.text.reading import Reading

_BITS = 64
_MOST_WORDS = 255
_FEWEST_WORDS = 5
_NEAR = 14
"""Bits; texts that share four words of five lie within about 13, unrelated ones lie about 32 apart."""
_FIGURES = str.maketrans("0123456789", "0000000000")


def sketch(reading: Reading) -> int:
    """The sketch of a text's words, in whatever order; 0 for texts too short to be nearly like another one."""
    text = reading.stripped.text.translate(_FIGURES)
    words = "".join(char if char.isalnum() else " " for char in text).split()[:_MOST_WORDS]
    if len(words) < _FEWEST_WORDS:
        return 0
    votes = sum(map(_votes, words)).to_bytes(_BITS, "little")
    half = len(words) / 2
    bits = sum(1 << bit for bit, count in enumerate(votes) if count > half)
    return bits >> 1 or 1


def near(one: int, other: int) -> bool:
    """Whether two sketches are of nearly the same text."""
    return bool(one and other) and (one ^ other).bit_count() <= _NEAR


@lru_cache(maxsize=16_384)
def _votes(word: str) -> int:
    """One byte for each bit, 1 where the word votes for it."""
    digest = hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=_BITS // 8).digest()
    bits = int.from_bytes(digest, "little")
    return int.from_bytes(bytes((bits >> bit) & 1 for bit in range(_BITS)), "little")
