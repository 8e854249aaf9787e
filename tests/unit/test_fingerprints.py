"""What is in files: the same hash however their bytes come, and nothing where they do not come whole."""

import asyncio
import hashlib
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import fingerprints
from bot.effects import HashFiles
from bot.errors import Refused
from bot.events import FilesHashed, Fingerprint
from bot.fingerprints import Fetch, Listed
from bot.ids import CaseId, EffectKey, message_id
from tests.builders import CHANNEL, MONDAY, SPACE

WANTED = HashFiles(space=SPACE, channel=CHANNEL, message=message_id(CHANNEL, "7"), case=CaseId("1"), marks=("m",))
MIB = 1024 * 1024


def serving(pieces: Mapping[str, Sequence[bytes]], asked: list[str] | None = None) -> Fetch:
    async def fetch(url: str) -> AsyncGenerator[bytes]:
        if asked is not None:
            asked.append(url)
        if url not in pieces:
            raise Refused("it is gone")
        for piece in pieces[url]:
            yield piece

    return fetch


def taken(listed: Sequence[Listed], fetch: Fetch, *marks: str) -> tuple[Fingerprint, ...]:
    return asyncio.run(fingerprints.taken(replace(WANTED, marks=marks), listed, fetch))


def listed(mark: str = "m", size: int = 0) -> Listed:
    return Listed(mark=mark, url=f"https://files/{mark}", size=size)


@given(st.lists(st.binary(max_size=40), max_size=6))
def test_the_hash_is_that_of_the_bytes_in_whatever_pieces_they_come(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    (found,) = taken([listed(size=len(whole))], serving({"https://files/m": pieces}), "m")
    assert (found.mark, found.size, found.sha256) == ("m", len(whole), hashlib.sha256(whole).hexdigest())


@pytest.mark.parametrize("content", [b"short", b"far too long"])
def test_what_is_not_as_big_as_the_platform_says_is_not_the_file(content: bytes) -> None:
    found = taken([listed(size=6)], serving({"https://files/m": [content]}), "m")
    assert found == (Fingerprint(mark="m"),)


def test_what_is_wanted_and_not_listed_or_not_served_has_no_hash_and_leaves_the_others() -> None:
    found = taken([listed("gone"), listed("m")], serving({"https://files/m": [b"x"]}), "never", "gone", "m")
    assert [(one.mark, bool(one.sha256)) for one in found] == [("never", False), ("gone", False), ("m", True)]


def test_nobody_is_asked_for_what_is_too_big_or_for_more_than_ten() -> None:
    asked: list[str] = []
    marks = tuple(str(number) for number in range(12))
    there = [listed(mark, fingerprints.MOST_BYTES + 1 if mark == "0" else 1) for mark in marks]
    found = taken(there, serving({one.url: [b"x"] for one in there}, asked), *marks)
    assert [one.mark for one in found if one.sha256] == list(marks[1:10])
    assert len(asked) == 9


def test_a_file_without_an_end_is_left_at_the_limit_and_counts_against_the_limit_of_all() -> None:
    piece, read = bytes(MIB), 0

    async def endless(_url: str) -> AsyncGenerator[bytes]:
        nonlocal read
        while True:
            read += 1
            yield piece

    marks = tuple(str(number) for number in range(10))
    found = taken([listed(mark) for mark in marks], endless, *marks)
    assert not any(one.sha256 for one in found)
    assert fingerprints.MOST_IN_ALL // MIB <= read <= fingerprints.MOST_IN_ALL // MIB + 10


def test_what_is_told_is_named_after_the_effect_so_that_twice_is_felt_once() -> None:
    first, again = (fingerprints.told(WANTED, EffectKey("k"), (), MONDAY) for _ in range(2))
    assert first == again
    (event,) = first.tells
    assert isinstance(event, FilesHashed)
    assert (event.id, event.space, event.case) == ("hashed:k", SPACE, "1")
