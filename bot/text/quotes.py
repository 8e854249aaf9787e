"""Quotations in a text: what others are said to have said."""

import re

from bot.text.fold import Span

_MARKS = '"«“”„>'
_LONGEST = 600
_QUOTED = re.compile(
    rf"""^[ \t]*(?:>>>|&gt;&gt;&gt;)[ ](?s:.*)
    |^[ \t]*(?:>|&gt;)(?![:;=._<>(]).*
    |«[^«»]{{1,{_LONGEST}}}»
    |[“„”][^“”„]{{1,{_LONGEST}}}[”“]
    |(?<![\w"])"(?=[^\s"])[^"\n]{{1,{_LONGEST}}}"(?!\w)""",
    re.MULTILINE | re.VERBOSE,
)


def find(text: str) -> tuple[Span, ...]:
    """Quoted lines (`> …`, and all that follows `>>> `) and what stands between quotation marks, marks included."""
    if not any(mark in text for mark in _MARKS):
        return ()
    return tuple(match.span() for match in _QUOTED.finditer(text))
