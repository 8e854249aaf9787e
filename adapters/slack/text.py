"""People's own words on Slack: they look as written, and nothing in them acts or plays tricks.

Cards are made of rich text, in which words are words: there is no markup that they could become. Only what stands in
for a card (notifications, screen readers) and what Slack sends are strings with its three escapes.
"""

import re
from collections.abc import Iterable, Iterator

from adapters.slack.limits import whole

_TURNS = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ue000\ue001"
_UNSEEN = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0"
_LATIN = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f"
_ODD = re.compile(
    f"(?P<turn>[{_TURNS}])|(?P<control>[{_CONTROLS}])"
    f"|(?P<unseen>[{_UNSEEN}]|(?<=[{_LATIN}])[\u200c\u200d]|[\u200c\u200d](?=[{_LATIN}]))"
)
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_EMOJI = re.compile(r":(?=[+\w-]+:)")


def visible(text: str) -> str:
    """Signs that nobody would see, or that turn the reading order around, are shown."""
    return _ODD.sub(_shown, whole(text.replace("\r\n", "\n")))


def _shown(match: re.Match[str]) -> str:
    if match["turn"]:
        return "⇄"
    return "◌" if match["unseen"] else "\N{REPLACEMENT CHARACTER}"


def escaped(text: str) -> str:
    """Words in a string that Slack reads: no mention, no link, no command."""
    return re.sub("[&<>]", lambda match: _ESCAPED[match[0]], text)


def unescaped(text: str) -> str:
    """The words of a string that Slack wrote."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def flat(text: str) -> str:
    """One line without what Slack makes emoji of, for titles and buttons."""
    return _EMOJI.sub("∶", " ".join(text.split()))


def joined(spans: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Places within a text in order, those that touch made one."""
    last: tuple[int, int] | None = None
    for start, end in sorted((max(0, start), min(end, length)) for start, end in spans):
        if start >= end:
            continue
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last
