"""Looking into JSON that promises nothing: a field of the wrong type is as good as absent."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

Json = dict[str, object]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DISCORD_EPOCH = 1_420_070_400_000
MICROSECOND_DIGITS = 6


def veiled(native: str) -> str:
    """A stand-in for somebody's id, always the same: ids of events outlive whoever asks to be forgotten."""
    return hashlib.blake2b(native.encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()


def string(value: object) -> str:
    """The string, or an empty one."""
    return value if isinstance(value, str) else ""


def whole(value: object) -> int:
    """The number as a natural one, or 0."""
    return value if isinstance(value, int) and value > 0 else 0


def record(value: object) -> Json:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def records(value: object) -> Iterator[Json]:
    """The objects of a list, without its other items."""
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())


def strings(value: object) -> Iterator[str]:
    """The strings of a list that are not empty."""
    return (item for item in value if isinstance(item, str) and item) if isinstance(value, list) else iter(())


def slack_stamp(value: object) -> str:
    """A Slack `ts` as Slack writes it; some tools turn the string into a number."""
    return f"{value:.6f}" if isinstance(value, float) else string(value)


def slack_time(stamp: str) -> datetime | None:
    """The moment of `1405894322.002768`, exactly: a float would round it."""
    seconds, _, fraction = stamp.partition(".")
    if not (seconds.isascii() and seconds.isdigit()):
        return None
    if fraction and not (fraction.isascii() and fraction.isdigit()):
        return None
    micros = int(fraction[:MICROSECOND_DIGITS].ljust(MICROSECOND_DIGITS, "0"))
    try:
        return EPOCH + timedelta(0, int(seconds), micros)
    except (OverflowError, ValueError):
        return None


def iso_time(value: object) -> datetime | None:
    """The moment in UTC; a time without an offset is taken as UTC."""
    try:
        at = datetime.fromisoformat(string(value))
        if at.tzinfo is UTC:
            return at
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def snowflake_time(native: str) -> datetime | None:
    """When Discord made the thing with this id."""
    if not (native.isascii() and native.isdigit()):
        return None
    try:
        return EPOCH + timedelta(milliseconds=(int(native) >> 22) + DISCORD_EPOCH)
    except (OverflowError, ValueError):
        return None
