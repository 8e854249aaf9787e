"""People's own words as Discord's markdown: they look as written, and nothing in them acts or plays tricks."""

import re
from collections.abc import Iterable, Iterator

from adapters.discord.limits import whole

_TURNS = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ue000\ue001"
_UNSEEN = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0"
_LATIN = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f"
_ODD = re.compile(
    f"(?P<turn>[{_TURNS}])|(?P<control>[{_CONTROLS}])"
    f"|(?P<unseen>[{_UNSEEN}]|(?<=[{_LATIN}])[\u200c\u200d]|[\u200c\u200d](?=[{_LATIN}]))"
)
_SIGNS = re.compile(r"[\\*_~|`\[\]<>@]|:(?=//|[+\w-]+:)")
_STARTS = re.compile(r"^(\s*)(?:([-+#])|(\d+)([.)]))", re.MULTILINE)
MARK = ("**__", "__**")


def visible(text: str) -> str:
    """Signs that nobody would see, or that turn the reading order around, are shown."""
    return _ODD.sub(_shown, whole(text.replace("\r\n", "\n")))


def _shown(match: re.Match[str]) -> str:
    if match["turn"]:
        return "⇄"
    return "◌" if match["unseen"] else "\N{REPLACEMENT CHARACTER}"


def escaped(text: str) -> str:
    """Words in which nothing becomes a link, a mention, a heading, a list, a spoiler or code."""
    return _STARTS.sub(_disarmed, _SIGNS.sub(r"\\\g<0>", visible(text)))


def _disarmed(match: re.Match[str]) -> str:
    space, sign, number, after = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{after}"


def code(text: str) -> str:
    """Words within a span of code, which cannot be left from inside."""
    return "`" + visible(text).replace("`", "ˋ").replace("\n", " ") + "`"


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Words with places marked in them, each line by itself; places that lie elsewhere are left out."""
    parts, at = [], 0
    for start, end in joined(spans, len(text)):
        parts += [escaped(text[at:start]), *_lines(text[start:end])]
        at = end
    return "".join([*parts, escaped(text[at:])])


def _lines(text: str) -> Iterator[str]:
    for line in re.split(r"(\r?\n)", text):
        yield f"{MARK[0]}{escaped(line)}{MARK[1]}" if line.strip() else line


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


def quoted(text: str) -> str:
    """A quotation: every line of it stands apart."""
    return "\n".join(f"> {line}" for line in text.split("\n"))
