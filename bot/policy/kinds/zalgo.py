"""The condition `zalgo`: letters buried under stacks of marks."""

import re
import unicodedata
from itertools import pairwise

from pydantic import Field, StrictInt

from bot.policy.kind import Bench, Context, Kind, Match, Measured, Test
from bot.text import Span

_PLAIN = "\u02ff"
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u1dff\u20d0-\u20f0\u2cef-\u2dff\u302a-\u309a\ua66f-\uabff\ufb1e\ufe20-\ufe2f\U00010000-\U0010ffff]{2}"
)
"""Without two of these in a row there is no stack; some of them are letters, which are told from marks later."""
_MOST_SPANS = 16


class Zalgo(Kind):
    """No script that people write stacks more than three marks on a letter but in dictionaries and scripture."""

    marks: StrictInt = Field(default=4, ge=2, le=100)
    """On one letter, one upon the other."""
    letters: StrictInt = Field(default=2, ge=1, le=1000)
    """So many letters must be buried."""

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Look for stacks of combining marks."""
        evidence = (f"zalgo: at least {self.marks} marks on {self.letters} letters",)

        def evaluate(context: Context) -> Match | None:
            text = context.reading.text
            if text.isascii() or not _MARKS.search(text):
                return None
            buried = [span for span in stacks(text) if span[1] - span[0] > self.marks]
            return Match(tuple(buried[:_MOST_SPANS]), evidence) if len(buried) >= self.letters else None

        def measure(context: Context) -> Measured:
            highest = max((end - start - 1 for start, end in stacks(context.reading.text)), default=0)
            return Measured(str(highest), f"≥ {self.marks}")

        return Test(evaluate, measure=measure, cost=3)


def stacks(text: str) -> list[Span]:
    """Letters that bear marks, marks included."""
    bare = [index for index, char in enumerate(text) if char <= _PLAIN or not _lies_on_another(char)]
    if not bare or bare[0]:
        bare.insert(0, 0)
    return [(start, end) for start, end in pairwise([*bare, len(text)]) if end - start > 1]


def _lies_on_another(char: str) -> bool:
    """Variation selectors and joiners make emoji, they bury nothing."""
    return unicodedata.category(char) in ("Mn", "Me") and not "\ufe00" <= char <= "\ufe0f"
