"""What was met while reading, counted, so that nothing is left out in silence."""

import re
from collections import Counter

NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
LONGEST_NAME = 60


class Tally:
    """Counts of one reading of an export; `read` is in bytes."""

    def __init__(self) -> None:
        self.oddities: Counter[str] = Counter()
        self.ignored: Counter[str] = Counter()
        self.read = 0
        self._when_opened: Counter[str] = Counter()

    def opened(self) -> None:
        """Keep what was odd about the export as a whole through every reading."""
        self._when_opened = Counter(self.oddities)

    def restart(self) -> None:
        """Begin a new reading."""
        self.oddities.clear()
        self.oddities.update(self._when_opened)
        self.ignored.clear()
        self.read = 0

    def odd(self, what: str, times: int = 1) -> None:
        """Count something that was not understood."""
        self.oddities[NOT_TEXT.sub("\ufffd", what[:LONGEST_NAME])] += times

    def ignore(self, what: str) -> None:
        """Count something that was understood and is no event."""
        self.ignored[what] += 1

    def clean(self, text: str) -> str:
        """The text without what no database takes: NUL, halves of characters, bytes that are not UTF-8."""
        if (text.isascii() and "\x00" not in text) or not NOT_TEXT.search(text):
            return text
        self.odd("text with characters that do not exist")
        return NOT_TEXT.sub("\ufffd", text)
