"""Every error that Palabre raises, in one tree.

PalabreError
├── Complaints              a file or a setting is wrong: all mistakes at once, each with its place and the next step
├── ExportError             an export cannot be read at all
├── Refused                 a platform will never do this: do not try again
├── Unavailable             a platform cannot do this now: try again after `retry_after`
├── RuleError               a room broke its own contract (more than five rounds, a fact it did not ask for)
└── StorageError            the database cannot serve
    ├── StorageUnavailable  locked, full or disconnected: nothing was acknowledged, trying again is right
    ├── Fenced              another writer moved this community on: drop what is cached and try again
    │   └── Clash           a row exists already: another writer's, or a mistake of ours if it keeps happening
    └── SchemaError         the database is older or newer than this program
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.views import Phrase


class PalabreError(Exception):
    """Anything that Palabre itself found wrong."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One mistake in something that a person wrote, with where it stands and what to do about it."""

    place: str
    """A path with a line (`config.toml:12`) or the name of an environment variable."""
    problem: str
    hint: str = ""

    def __str__(self) -> str:
        """Place, problem and next step in one line."""
        return f"{self.place}: {self.problem}" + (f"; {self.hint}" if self.hint else "")


class Complaints(PalabreError):
    """Everything that is wrong with a file, collected before anything is refused."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(complaints)
        super().__init__("\n".join(str(complaint) for complaint in self.complaints))


class ExportError(PalabreError):
    """An export that cannot be read at all; what it holds here and there that is odd is counted instead."""


class Refused(PalabreError):
    """The platform will never do this (permission missing, message gone, direct messages closed)."""

    def __init__(self, reason: str, because: Phrase | None = None) -> None:
        """`reason` is for logs, `because` for managers: what is missing, and the next step."""
        self.reason = reason
        self.because = because
        super().__init__(reason)


class Unavailable(PalabreError):
    """The platform cannot do this now."""

    def __init__(self, reason: str, retry_after: timedelta) -> None:
        self.reason = reason
        self.retry_after = retry_after
        super().__init__(f"{reason} (again in {retry_after.total_seconds():g} s)")


class RuleError(PalabreError):
    """A room of rules broke the protocol of the road."""


class StorageError(PalabreError):
    """The database cannot serve."""


class StorageUnavailable(StorageError):
    """The database is locked, full, read-only or gone; nothing was acknowledged."""


class Fenced(StorageError):
    """Another writer committed to the same community first."""


class Clash(Fenced):
    """A row that should be new exists already."""


class SchemaError(StorageError):
    """The tables are not those that this version of Palabre expects."""
