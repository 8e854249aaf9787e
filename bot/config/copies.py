"""A copy of the settings that a start went well with, for the night in which somebody mistypes."""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_SUFFIX = ".last-good"
_HEAD = "# Palabre started with these settings on {at}, and keeps them by itself: nothing is to be changed here.\n"
_DATED = re.compile(_HEAD.format(at=r"(\S+)"))


@dataclass(frozen=True, slots=True)
class Copy:
    """What stood in the file when a start last went well."""

    path: Path
    at: datetime
    text: str


def keep(source: Path, text: str, at: datetime) -> Path:
    """Put a copy where it can be written, for nobody's eyes but the program's own. Raises OSError."""
    beside, elsewhere = _places(source)
    try:
        return _write(beside, text, at)
    except OSError:
        return _write(elsewhere, text, at)


def latest(source: Path) -> Copy | None:
    """The copy to go on with, if there is one."""
    return max((found for place in _places(source) for found in _read(place)), key=lambda one: one.at, default=None)


def _places(source: Path) -> tuple[Path, Path]:
    """Beside the file; else, since its folder may be mounted so that nobody writes there, where the program starts."""
    known_by = hashlib.blake2b(os.fsencode(source.absolute()), digest_size=4).hexdigest()
    return source.with_name(f"{source.name}{_SUFFIX}"), Path(f"{source.name}.{known_by}{_SUFFIX}").absolute()


def _write(place: Path, text: str, at: datetime) -> Path:
    """All of it or nothing, whenever the power fails."""
    fresh = place.with_name(f"{place.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600, exist_ok=False)
    with fresh.open("w", encoding="utf-8") as file:
        file.write(_HEAD.format(at=f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}") + text)
        file.flush()
        os.fsync(file.fileno())
    return fresh.replace(place)


def _read(place: Path) -> Iterator[Copy]:
    with suppress(OSError, ValueError):
        head, _, text = place.read_text(encoding="utf-8").partition("\n")
        if dated := _DATED.fullmatch(f"{head}\n"):
            yield Copy(place, datetime.fromisoformat(dated[1]), text)
