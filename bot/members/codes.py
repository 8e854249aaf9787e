"""Codes that join accounts: short, told once, and kept as what nobody can read them from."""

import hashlib
import re
from datetime import timedelta

from bot.ids import AccountId
from bot.rooms import Moment

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without letters and figures that look like each other."""
LENGTH = 8
VALID_FOR = timedelta(minutes=10)


def fresh(account: AccountId, at: Moment) -> str:
    """A code that nobody can foresee who does not know the moment's seed; the same for the same moment."""
    number = int(_digest(f"{account} {at.seed}"), 16)
    letters = []
    for _ in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)


def plain(given: str) -> str:
    """As it was given out, however it was written down in between."""
    return re.sub(r"[\s-]+", "", given).upper()


def hashed(code: str) -> str:
    """What is kept of it."""
    return _digest(code)


def _digest(words: str) -> str:
    return hashlib.sha256(f"link {words}".encode("utf-8", "backslashreplace")).hexdigest()
