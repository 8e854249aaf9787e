"""What the number means that a command ends with; `palabre --help` prints this list."""

from enum import IntEnum


class Exit(IntEnum):
    """The only place where these numbers stand."""

    FINE = 0
    ATTENTION = 1
    """The command did its work and found something that a person should look at, or could not finish it."""
    USAGE = 2
    SETTINGS = 3
    """Settings or policies hold mistakes."""
    EXPORT = 4
    """An export cannot be read."""
    DATABASE = 5
    INTERRUPTED = 130
