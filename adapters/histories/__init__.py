"""What other bots, and platforms themselves, have written down of measures: read from their files, for our books."""

from adapters.histories.entries import Entry, Read
from adapters.histories.reading import read

__all__ = ["Entry", "Read", "read"]
