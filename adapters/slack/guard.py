"""What Slack may send and nobody expected: counted, told once, and survived."""

import traceback
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

import structlog

from adapters.slack.payloads import Odd

_log = structlog.get_logger("adapters.slack")
_MOST_KINDS = 500


class Oddities:
    """Counts of what was not understood, by kind and place; never with what stood there."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each was met since this process began."""
        return MappingProxyType(self._counts)

    def note(self, kind: str, error: Exception) -> None:
        """Count it, and tell it the first time."""
        name = f"{kind}: {_described(error)}"
        if name not in self._counts:
            if len(self._counts) >= _MOST_KINDS:
                name = "others"
            _log.warning("unexpected payload", kind=kind, place=_described(error))
        self._counts[name] += 1


def _described(error: Exception) -> str:
    """Which error, and where it was raised: an error's own words may quote somebody."""
    if isinstance(error, Odd):
        return f"field {error}"
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].name}, line {frames[-1].lineno}" if frames else "nowhere"
    return f"{type(error).__name__} in {place}"
