"""What is in the files of evidence: their bytes go past a hash, piece by piece, within limits, and are kept nowhere."""

import hashlib
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime

from bot.effects import HashFiles
from bot.errors import Refused
from bot.events import FilesHashed, Fingerprint
from bot.ids import EffectKey, EventId
from bot.ports import Receipt

MOST_FILES = 10
"""Of one message."""
MOST_BYTES = 50 * 1024 * 1024
"""Of one file."""
MOST_IN_ALL = 200 * 1024 * 1024
"""Of all files of one message."""
SECONDS, STALLED = 60.0, 10.0
"""For one file, and for its next piece."""
PIECE = 64 * 1024
"""Bytes that are held at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file as its platform lists it now."""

    mark: str
    url: str
    size: int = 0
    """In bytes; 0 where the platform does not say."""


Fetch = Callable[[str], AsyncGenerator[bytes]]
"""The bytes of a file in pieces, by its address. Raises Refused where it cannot be had."""


async def taken(effect: HashFiles, listed: Iterable[Listed], fetch: Fetch) -> tuple[Fingerprint, ...]:
    """A fingerprint for each file that is wanted; without a hash where it is gone, too big, or not what was said."""
    there, reading = {one.mark: one for one in listed}, _Reading(fetch)
    wanted = [there.get(mark) if number < MOST_FILES else None for number, mark in enumerate(effect.marks)]
    found = [await reading.read(one) if one is not None else None for one in wanted]
    return tuple(one or Fingerprint(mark=mark) for one, mark in zip(found, effect.marks, strict=True))


def told(effect: HashFiles, key: EffectKey, prints: Iterable[Fingerprint], now: datetime) -> Receipt:
    """What an adapter answers to the effect."""
    hashed = FilesHashed(
        id=EventId(f"hashed:{key}"), space=effect.space, at=now, case=effect.case, prints=tuple(prints)
    )
    return Receipt(tells=(hashed,))


@dataclass(slots=True)
class _Reading:
    """The files of one message, one after the other."""

    fetch: Fetch
    left: int = MOST_IN_ALL

    async def read(self, file: Listed) -> Fingerprint | None:
        """None where it cannot be had whole: a page in place of a file has another size than the file."""
        size, hashed, most = 0, hashlib.sha256(), min(MOST_BYTES, self.left)
        if file.size > most:
            return None
        try:
            async with aclosing(self.fetch(file.url)) as pieces:
                async for piece in pieces:
                    size, self.left = size + len(piece), self.left - len(piece)
                    if size > (file.size or most):
                        return None
                    hashed.update(piece)
        except Refused:
            return None
        if file.size and size != file.size:
            return None
        return Fingerprint(mark=file.mark, size=size, sha256=hashed.hexdigest())
