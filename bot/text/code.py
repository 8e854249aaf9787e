"""Code in a text: what stands between backticks is quoted, not said."""

import re

from bot.text.fold import Span

_TICKS = re.compile("`+")


def find(text: str) -> tuple[Span, ...]:
    """Blocks and inline code, ticks included; ticks that nothing closes open nothing."""
    if "`" not in text:
        return ()
    runs = [match.span() for match in _TICKS.finditer(text)]
    following: dict[int, int] = {}
    closing: list[int | None] = [None] * len(runs)
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        closing[index] = following.get(length)
        following[length] = index
    return tuple(_spans(runs, closing))


def _spans(runs: list[Span], closing: list[int | None]) -> list[Span]:
    spans: list[Span] = []
    index = 0
    while index < len(runs):
        end = closing[index]
        if end is None:
            index += 1
        else:
            spans.append((runs[index][0], runs[end][1]))
            index = end + 1
    return spans
