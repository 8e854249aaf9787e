"""People's own words as HTML: everything is escaped, a few marks are understood, and nothing plays tricks."""

import re
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from markupsafe import Markup, escape

from adapters.web.directory import Directory
from adapters.web.emoji import spelt_out
from adapters.web.html import joined, tag
from bot.ids import native

_TURNS = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_HARMFUL = re.compile(f"[{_TURNS}{_CONTROLS}]")
_FENCE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
_MARKS = re.compile(
    rf"`(?P<code>[^`\n]+)`|(?P<link>https?://[^\s<>\"'`{_TURNS}{_CONTROLS}]+)"
    r"|\*\*(?P<strong>[^*\n]+)\*\*|(?<![\w*])\*(?P<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])",
    re.IGNORECASE,
)
_AFTER_LINK = ".,;:!?)]}»…"


def plain(text: str) -> Markup:
    """Words as they are; signs that would turn the reading order around, and others that nobody can see, are shown."""
    parts, at = [], 0
    for match in _HARMFUL.finditer(text):
        parts += [escape(text[at : match.start()]), _visible(match[0])]
        at = match.end()
    return joined([*parts, escape(text[at:])])


def clean(text: str) -> str:
    """The same for where no tag may stand: titles, labels."""
    return _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", text)


def _visible(sign: str) -> Markup:
    if re.match(f"[{_TURNS}]", sign):
        return tag("span", "⇄", class_="sign", title=f"U+{ord(sign):04X}")
    return Markup("\N{REPLACEMENT CHARACTER}")


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> Markup:
    """Words with places marked in them; places that lie elsewhere are left out."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if at <= start < end <= len(text):
            parts += [plain(text[at:start]), tag("mark", plain(text[start:end]))]
            at = end
    return joined([*parts, plain(text[at:])])


def rich(text: str, directory: Directory) -> Markup:
    """A message: code, quotes, bold, links and names are shown as what they are."""
    pieces = _FENCE.split(text)
    return joined(
        tag("pre", tag("code", plain(piece))) if number % 2 else joined(_blocks(piece, directory))
        for number, piece in enumerate(pieces)
        if piece.strip()
    )


def _blocks(text: str, directory: Directory) -> Iterator[Markup]:
    lines = text.strip("\n").split("\n")
    for kind, group in groupby(lines, key=lambda line: "quote" if re.match(r">\s|>$", line) else line.strip() != ""):
        if kind == "quote":
            yield tag("blockquote", _lines([line[1:].lstrip() for line in group], directory), dir="auto")
        elif kind:
            yield tag("p", _lines(list(group), directory), dir="auto")


def _lines(lines: list[str], directory: Directory) -> Markup:
    return Markup("<br>").join(inline(line, directory) for line in lines)


def inline(text: str, directory: Directory) -> Markup:
    """One line of a message."""
    parts, at = [], 0
    for match in _MARKS.finditer(text):
        parts += [_named(text[at : match.start()], directory), _mark(match, directory)]
        at = match.end()
    return joined([*parts, _named(text[at:], directory)])


def _mark(match: re.Match[str], directory: Directory) -> Markup:
    if match["code"] is not None:
        return tag("code", plain(match["code"]))
    if match["link"] is not None:
        return _link(match["link"])
    return tag("strong", _named(match["strong"] or match["bold"], directory))


def _link(written: str) -> Markup:
    address = written.rstrip(_AFTER_LINK)
    link = tag("a", plain(address), href=address, target="_blank", rel="noopener noreferrer nofollow")
    return joined([link, plain(written[len(address) :])])


def _named(text: str, directory: Directory) -> Markup:
    parts, at = [], 0
    for match in directory.pattern.finditer(text):
        parts += [plain(spelt_out(text[at : match.start()])), _name(match, directory)]
        at = match.end()
    return joined([*parts, plain(spelt_out(text[at:]))])


def _name(match: re.Match[str], directory: Directory) -> Markup:
    if match["channel"]:
        channel = directory.by_channel[match["channel"].casefold()]
        return tag("a", "#", tag("bdi", match["channel"]), class_="chip", href=quote(native(channel)))
    return tag("span", "@", tag("bdi", match["person"] or match["all"]), class_="chip")
