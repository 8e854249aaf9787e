"""The condition `emoji`: the message is full of little pictures."""

import re
from collections.abc import Iterator

from pydantic import Field, StrictInt

from bot.policy.kind import Bench, Context, Kind, Match, Measured, Test
from bot.policy.kinds.prose import prose
from bot.text import Span

_PICTURE = (
    "\u231a\u231b\u23e9-\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5"
    "\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797"
    "\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f21a\U0001f22f"
    "\U0001f232-\U0001f236\U0001f238-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f3fa\U0001f400-\U0001f64f"
    "\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
)
_TONE = "\U0001f3fb-\U0001f3ff"
_ONE = f"(?:[{_PICTURE}][\ufe0f{_TONE}]{{0,2}}|[\u00a9\u00ae\u203c-\u3299\U0001f170-\U0001f321]\ufe0f)"
# Every repetition is bounded, and no two of its parts begin alike: time is linear in the text.
_UNICODE = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_ONE}(?:\u200d(?:{_ONE}|[\u2190-\u2bff])){{0,8}}"
)
_NAMED = re.compile(r":(?=[^:]{0,31}[a-z]|[+-]1:|100:)[\w+'-]{2,32}:", re.ASCII | re.IGNORECASE)
_MOST_SPANS = 16


class Emoji(Kind):
    """A family, a flag or a coloured thumb is one emoji; `:name:` is one, too. Code does not count."""

    at_least: StrictInt = Field(ge=1, le=4000)

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Count pictures and their names."""
        evidence = (f"emoji: at least {self.at_least}",)

        def evaluate(context: Context) -> Match | None:
            text = context.reading.text
            if len(text) < self.at_least or (text.isascii() and text.count(":") <= self.at_least):
                return None
            spans = find(prose(context.reading))
            return Match(tuple(spans[:_MOST_SPANS]), evidence) if len(spans) >= self.at_least else None

        def measure(context: Context) -> Measured:
            return Measured(str(len(find(prose(context.reading)))), f"≥ {self.at_least}")

        return Test(evaluate, measure=measure, cost=4)


def find(text: str) -> list[Span]:
    """Every emoji, in order."""
    spans = [] if text.isascii() else [match.span() for match in _UNICODE.finditer(text)]
    return sorted([*spans, *_named(text)]) if ":" in text else spans


def _named(text: str) -> Iterator[Span]:
    """Names between colons, but not the middle of `std::vector::iterator` or of a time."""
    last = -1
    for match in _NAMED.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if before.isalnum() or before == "_" or (before == ":" and last != start) or after.isalnum() or after == "_":
            continue
        last = end
        yield start, end
