"""Column types: aware UTC times and text that every database takes."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import DateTime, Dialect, String, TypeDecorator
from sqlalchemy.types import TypeEngine

_TIME_LENGTH = len("2026-03-02 09:00:00.000000")
_NEVER_STORED = {0: "\N{REPLACEMENT CHARACTER}"} | dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(at: datetime) -> int:
    """A time as a number, the way it stands within JSON."""
    return (at - _EPOCH) // _MICROSECOND


def moment(number: int) -> datetime:
    """A time from its number."""
    return _EPOCH + number * _MICROSECOND


def storable(name: str) -> bool:
    """Whether a database could hold something under a name that somebody typed, and can be asked about it."""
    return name.translate(_NEVER_STORED) == name if "\0" in name or not name.isascii() else True


class UtcTime(TypeDecorator[datetime]):
    """Aware times in, aware UTC times out. SQLite, which knows no times, keeps them as text that sorts like them."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite, a time with its zone elsewhere."""
        on_sqlite = dialect.name == "sqlite"
        return dialect.type_descriptor(String(_TIME_LENGTH)) if on_sqlite else super().load_dialect_impl(dialect)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Raises ValueError for a naive time."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"a time without a zone must not be stored: {value!r}"
            raise ValueError(message)
        in_utc = value if value.tzinfo is UTC else value.astimezone(UTC)
        return in_utc.isoformat(" ", "microseconds")[:_TIME_LENGTH] if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Whatever the database returned, aware and in UTC."""
        if value is None:
            return None
        moment: datetime = datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class AnyTime(UtcTime):
    """The same, for looking through what somebody may have changed: what is no time at all is the beginning of time."""

    cache_ok = True

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """As above, whatever stands there."""
        try:
            return super().process_result_value(value, dialect)
        except ValueError:
            return _EPOCH


class PlainText(TypeDecorator[str]):
    """Text from outside: NUL and lone surrogates, which databases refuse, become U+FFFD."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text as every database takes it."""
        if value is None or (value.isascii() and "\0" not in value):
            return value
        return value.translate(_NEVER_STORED)
