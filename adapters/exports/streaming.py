"""JSON of any length, one item at a time, in memory that does not grow.

Python's own decoder works on a window of text that slides over the file. It is three times as fast as an event parser
and takes what real exports hold and stricter parsers stop at: half surrogates, bytes that are not UTF-8, huge numbers.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO

from adapters.exports.fields import Json
from adapters.exports.files import DAMAGE
from adapters.exports.tally import Tally
from bot.errors import ExportError

STEP = 64 * 1024
LONGEST_ITEM = 16 * 1024 * 1024
"""In characters: what goes on for longer is a file that lost its closing quote."""
NEAR_THE_END = 16
"""In characters: the longest mistake that more text may still mend (an escape, a literal cut in two)."""
BLANK = re.compile(r"[ \t\r\n]*")
ONE_SURROGATE_PER_WRONG_BYTE = "surrogateescape"
decode_at = json.JSONDecoder(strict=False).raw_decode


class JsonStream:
    """A cursor in a JSON file; whatever is wrong with the file is an ExportError that says where."""

    def __init__(self, file: IO[bytes], name: str, tally: Tally) -> None:
        self._file = file
        self._name = name
        self._tally = tally
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")(ONE_SURROGATE_PER_WRONG_BYTE)
        self._text = ""
        self._at = 0
        self._read = 0
        self._ended = False
        self._items = 0

    def items(self) -> Iterator[object]:
        """The items of the list that begins here."""
        self._expect("[")
        if self._take("]"):
            return
        while True:
            yield self._value()
            self._items += 1
            if self._take("]"):
                return
            self._expect(",")

    def members(self, until: str = "") -> Json:
        """The members of the object that begins here, up to the one called `until`, where the cursor then stands."""
        found: Json = {}
        self._expect("{")
        while not self._take("}"):
            key = self._value()
            self._expect(":")
            if key == until:
                break
            found[str(key)] = self._value()
            self._take(",")
        return found

    def next(self) -> str:
        """The next character that is not blank; empty at the end of the file."""
        while True:
            blank = BLANK.match(self._text, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _take(self, character: str) -> bool:
        if self.next() != character:
            return False
        self._at += 1
        return True

    def _expect(self, character: str) -> None:
        if not self._take(character):
            raise self._broken(f"`{character}` is missing" if self.next() else "ends too early")

    def _value(self) -> object:
        self.next()
        while True:
            try:
                value, end = decode_at(self._text, self._at)
            except json.JSONDecodeError as mistake:
                if not (self._may_mend(mistake) and self._more()):
                    raise self._broken("ends too early" if self._ended else mistake.msg) from mistake
            except (RecursionError, ValueError) as mistake:
                raise self._broken(str(mistake)) from mistake
            else:
                may_go_on = end > len(self._text) - NEAR_THE_END and isinstance(value, int | float)
                if self._ended or not may_go_on:
                    self._at = end
                    return value
                self._more()

    def _may_mend(self, mistake: json.JSONDecodeError) -> bool:
        if len(self._text) - self._at > LONGEST_ITEM:
            return False
        return mistake.msg.startswith("Unterminated string") or mistake.pos >= len(self._text) - NEAR_THE_END

    def _more(self) -> bool:
        """Read on, twice as much each time an item does not fit, and forget what lies behind."""
        if self._ended:
            return False
        rest = self._text[self._at :]
        try:
            data = self._file.read(max(STEP, len(rest)))
        except DAMAGE as damage:
            raise self._broken(f"cannot be read on ({damage})") from damage
        self._read += len(data)
        self._tally.read += len(data)
        self._ended = not data
        self._text, self._at = rest + self._decoder.decode(data, final=self._ended), 0
        return not self._ended or len(self._text) > len(rest)

    def _broken(self, problem: str) -> ExportError:
        ahead = len(self._text[self._at :].encode("utf-8", ONE_SURROGATE_PER_WRONG_BYTE))
        return ExportError(
            f"{self._name}: {problem} at byte {max(self._read - ahead, 0)}, after {self._items} messages;"
            " the file was cut short or damaged: make or download the export again"
        )
