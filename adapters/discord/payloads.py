"""Looking into what Discord sends: what is not as Discord documents it is an oddity, never a guess."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

Json = dict[str, Any]
"""An object as Discord writes it; what stands in it is looked at before it is believed."""

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
"""The moment that Discord counts from in its ids."""
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_SEQUENCE_BITS = 22


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


def snowflake(data: Json, key: str) -> str:
    """An id that must be there. Raises Odd."""
    value = data.get(key)
    if value.__class__ is not str or not (value.isascii() and value.isdigit()):
        raise Odd(key)
    return str(value)


def maybe(data: Json, key: str) -> str | None:
    """An id that may be missing. Raises Odd where something else stands there."""
    return None if data.get(key) is None else snowflake(data, key)


def whole(data: Json, key: str) -> int:
    """A number, or 0 where there is none. Raises Odd."""
    value = data.get(key)
    if value is None:
        return 0
    if value.__class__ is not int:
        raise Odd(key)
    return int(value)


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


def snowflakes(data: Json, key: str) -> tuple[str, ...]:
    """The ids of a list that must be there. Raises Odd."""
    value = data.get(key)
    if value.__class__ is not list:
        raise Odd(key)
    if any(item.__class__ is not str or not (item.isascii() and item.isdigit()) for item in value):
        raise Odd(key)
    return tuple(value)


def moment(data: Json, key: str) -> datetime:
    """A time that must be there, in UTC. Raises Odd."""
    try:
        at = datetime.fromisoformat(data[key])
    except (KeyError, TypeError, ValueError):
        raise Odd(key) from None
    if at.tzinfo is UTC:
        return at
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def created(native: str) -> datetime:
    """When Discord made the thing with this id. Raises Odd."""
    try:
        return EPOCH + timedelta(0, 0, 0, int(native) >> _SEQUENCE_BITS)
    except (OverflowError, ValueError):
        raise Odd("id") from None


def before(at: datetime) -> str:
    """An id that is older than everything made from this moment on, and younger than all else."""
    return str(max(0, ((at - EPOCH) // timedelta(milliseconds=1) << _SEQUENCE_BITS) - 1))


def clean(text: str) -> str:
    """The text without what no database takes: NUL and halves of characters."""
    if (text.isascii() and "\x00" not in text) or not _NOT_TEXT.search(text):
        return text
    return _NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)


def each(data: Json, *keys: str) -> Iterator[str]:
    """Those of these words that are there. Raises Odd."""
    return (words for key in keys if (words := said(data, key)))
