"""The chain of hashes over rulings: any change to what was ruled, by whom or in which order shows.

A ruling's hash covers the one before it and a salted hash of its details. Details may be erased, their hash stays: it
proves what they were to whoever kept a copy with its salt, and tells nothing to anybody else.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple


class Link(NamedTuple):
    """One ruling as it is chained."""

    number: int
    seq: int
    room: str
    rule: str
    details_hash: str
    previous: str
    hash: str
    log: str | None = None
    """A hash of what its arrival added to the logs of cases, where it added anything."""


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


def link(  # noqa: PLR0913 - what a link is made of
    previous: str, number: int, seq: int, room: str, rule: str, details: str, *, log: str | None = None
) -> Link:
    """Chain a ruling to the one before it; `details` is the details' hash."""
    logged = [] if log is None else [log]
    digest = _digest([previous, number, seq, room, rule, details, *logged])
    return Link(number, seq, room, rule, details, previous, digest, log)


Flaw = Literal["missing", "changed", "details", "end"]
"""A ruling is not there; it is not what it was; what it said is not; the last ones are gone or were never ruled."""


class Walk:
    """Along a chain, link by link."""

    def __init__(self, first: str) -> None:
        self._previous, self._expected = first, 1

    def step(self, found: Link, details: Details | None) -> Iterator[tuple[Flaw, int]]:
        """What does not fit about the next link."""
        if found.number != self._expected:
            yield "missing", self._expected
        if found != link(self._previous, found.number, *found[1:5], log=found.log):
            yield "changed", found.number
        if details is not None and details_hash(details) != found.details_hash:
            yield "details", found.number
        self._previous, self._expected = found.hash, found.number + 1

    def end(self, head: str) -> Iterator[tuple[Flaw, int]]:
        """What does not fit about where it ends."""
        if self._previous != head:
            yield "end", self._expected - 1


_WORDS: Mapping[Flaw, str] = {
    "missing": "ruling {} is missing",
    "changed": "ruling {} was changed",
    "details": "the details of ruling {} were changed",
    "end": "the chain ends at ruling {}, which is not where it should end",
}


def problems(links: Iterable[tuple[Link, Details | None]], first: str, head: str) -> list[str]:
    """What does not fit, in plain words; empty where the chain is whole from `first` to `head`."""
    walk = Walk(first)
    found = [flaw for one, details in links for flaw in walk.step(one, details)]
    return [_WORDS[flaw].format(number) for flaw, number in (*found, *walk.end(head))]


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
