"""The condition `repeated_characters`: one character again and again, as in `aaaaaaaaaaaah` or `!!!!!!!!!!!!`."""

from pydantic import Field, StrictInt

from bot.policy.kind import Bench, Context, Kind, Match, Measured, Test
from bot.policy.kinds.prose import prose
from bot.text import Span

_RULERS = frozenset("-=_*~#.─━═│|+ \t\n\u00a0")
"""What lines are drawn with in plain text."""
_MOST_SPANS = 16


class RepeatedCharacters(Kind):
    """Large and small letters are told apart; blanks and what lines are drawn with do not count, nor does code."""

    at_least: StrictInt = Field(default=10, ge=4, le=1000)
    """The same character, so many times in a row."""

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Look for runs."""
        evidence = (f"repeated_characters: at least {self.at_least}",)

        def evaluate(context: Context) -> Match | None:
            if len(context.reading.text) < self.at_least:
                return None
            spans = runs(context.reading.text, self.at_least)
            if spans:
                spans = runs(prose(context.reading), self.at_least)
            return Match(tuple(spans[:_MOST_SPANS]), evidence) if spans else None

        def measure(context: Context) -> Measured:
            longest = max((end - start for start, end in runs(prose(context.reading), 2)), default=0)
            return Measured(str(longest), f"≥ {self.at_least}")

        return Test(evaluate, measure=measure, cost=3)


def runs(text: str, least: int) -> list[Span]:
    """Where one character stands at least so many times in a row.

    Every such run covers a character at one of every `least` places, so that only few need looking at; each character
    is compared at most twice however long the runs are.
    """
    found: list[Span] = []
    at = least - 1
    while at < len(text):
        char = text[at]
        end = at + 1
        while end < len(text) and text[end] == char:
            end += 1
        start = at
        while start and text[start - 1] == char:
            start -= 1
        if end - start >= least and char not in _RULERS:
            found.append((start, end))
        at = max(end + least - 1, at + least)
    return found
