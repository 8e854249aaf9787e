"""Looking into what Slack sends: what is not as Slack documents it is an oddity, never a guess."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

Json = dict[str, Any]
"""An object as Slack writes it; what stands in it is looked at before it is believed."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_NATIVE = re.compile(r"[A-Za-z0-9_-]+")
_STAMP = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,6}))?")
_DIGITS = 6


class Odd(Exception):
    """A field is missing or of another kind than documented; it names the field, never what stood there."""


def string(data: Json, key: str) -> str:
    """Words that must be there, without what no database takes. Raises Odd."""
    value = data.get(key)
    if value.__class__ is not str:
        raise Odd(key)
    return clean(value)


def said(data: Json, key: str) -> str:
    """Words that may be missing. Raises Odd where something else stands there."""
    value = data.get(key)
    if value is None:
        return ""
    if value.__class__ is not str:
        raise Odd(key)
    return clean(value)


def ident(data: Json, key: str) -> str:
    """An id that must be there. Raises Odd."""
    value = data.get(key)
    if value.__class__ is not str or not _NATIVE.fullmatch(value):
        raise Odd(key)
    return str(value)


def maybe(data: Json, key: str) -> str:
    """An id that may be missing or empty. Raises Odd where something else stands there."""
    return "" if data.get(key) in (None, "") else ident(data, key)


def idents(data: Json, key: str) -> tuple[str, ...]:
    """The ids of a list that may be missing. Raises Odd."""
    value = data.get(key)
    if value is None:
        return ()
    if value.__class__ is not list:
        raise Odd(key)
    return tuple(ident({key: one}, key) for one in value)


def whole(data: Json, key: str) -> int:
    """A natural number, or 0 where there is none. Raises Odd where something else stands there."""
    value = data.get(key)
    if value is None:
        return 0
    if value.__class__ is not int:
        raise Odd(key)
    return max(0, int(value))


def record(data: Json, key: str) -> Json:
    """An object that must be there. Raises Odd."""
    value = data.get(key)
    if value.__class__ is not dict:
        raise Odd(key)
    return value


def inner(data: Json, key: str) -> Json:
    """An object, or an empty one where there is none. Raises Odd where something else stands there."""
    return {} if data.get(key) is None else record(data, key)


def records(data: Json, key: str) -> Sequence[Json]:
    """The objects of a list that may be missing. Raises Odd."""
    value = data.get(key)
    if not value:
        return ()
    if value.__class__ is not list or any(item.__class__ is not dict for item in value):
        raise Odd(key)
    return value


def stamp(data: Json, key: str) -> str:
    """A time as Slack writes it, which is also the name of a message. Raises Odd."""
    value = data.get(key)
    if value.__class__ is not str or not _STAMP.fullmatch(value):
        raise Odd(key)
    return str(value)


def moment(written: str) -> datetime:
    """The moment of `1405894322.002768`, exactly: a float would round it. Raises Odd."""
    match = _STAMP.fullmatch(written)
    if match is None:
        raise Odd("ts")
    try:
        return EPOCH + timedelta(0, int(match[1]), int((match[2] or "").ljust(_DIGITS, "0")))
    except OverflowError:
        raise Odd("ts") from None


def stamped(at: datetime) -> str:
    """A moment as Slack writes it."""
    micros = max(0, (at - EPOCH) // timedelta(microseconds=1))
    return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"


def number(written: str) -> tuple[int, int]:
    """What orders messages of a channel. Raises Odd."""
    match = _STAMP.fullmatch(written)
    if match is None:
        raise Odd("ts")
    return int(match[1]), int((match[2] or "").ljust(_DIGITS, "0"))


def clean(text: str) -> str:
    """The text without what no database takes: NUL and halves of characters."""
    if (text.isascii() and "\x00" not in text) or not _NOT_TEXT.search(text):
        return text
    return _NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)
