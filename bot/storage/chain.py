"""The chain of hashes over rulings: any change to what was ruled, by whom or in which order shows.

A ruling's hash covers the one before it and a salted hash of its details. Details may be erased, their hash stays: it
proves what they were to whoever kept a copy with its salt, and tells nothing to anybody else.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import NamedTuple


class Link(NamedTuple):
    """One ruling as it is chained."""

    number: int
    seq: int
    room: str
    rule: str
    details_hash: str
    previous: str
    hash: str


class Details(NamedTuple):
    """The erasable part of a ruling."""

    salt: str
    account: str | None
    channel: str | None
    message: str | None
    why: str
    evidence: str


def details_hash(details: Details) -> str:
    """SHA-256 in hexadecimal."""
    return _digest(list(details))


def link(previous: str, number: int, seq: int, room: str, rule: str, details: str) -> Link:
    """Chain a ruling to the one before it; `details` is the details' hash."""
    digest = _digest([previous, number, seq, room, rule, details])
    return Link(number, seq, room, rule, details, previous, digest)


def problems(links: Iterable[tuple[Link, Details | None]], first: str, head: str) -> list[str]:
    """What does not fit, in plain words; empty where the chain is whole from `first` to `head`."""
    found, previous, expected = [], first, 1
    for found_link, details in links:
        number = found_link.number
        if number != expected:
            found.append(f"ruling {expected} is missing")
        if found_link != link(previous, number, *found_link[1:5]):
            found.append(f"ruling {number} was changed")
        if details is not None and details_hash(details) != found_link.details_hash:
            found.append(f"the details of ruling {number} were changed")
        previous, expected = found_link.hash, number + 1
    if previous != head:
        found.append(f"the chain ends at ruling {expected - 1}, which is not where it should end")
    return found


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
