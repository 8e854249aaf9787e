"""Links in a text, and whether the host of one stands on a list."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bot.text.fold import Span

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DOTS = ".\u3002\uff0e\uff61"
_LINK = re.compile(
    rf"""https?:[/\\]{{1,8}}(?P<authority>[^\s/\\?\#<>"'()\[\]{{}}|,;*`~]+)(?:(?!https?:)[^\s<>`])*
    |(?<![\w@{_DOTS}{_INVISIBLE}-])(?P<bare>(?:[\w{_INVISIBLE}-]++[{_DOTS}])+[\w{_INVISIBLE}-]{{2,}})""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """Something that leads elsewhere."""

    host: str
    """As lists know it: lower case, decoded, without a port."""
    span: Span
    explicit: bool
    """Written with `http://` or `https://`; else it only looks like a host (`example.com`, but also `main.py`)."""


def find(text: str) -> tuple[Link, ...]:
    """All links of a text, in order."""
    if "." not in text and text.isascii():
        return ()
    return tuple(_links(text))


def _links(text: str) -> Iterator[Link]:
    for match in _LINK.finditer(text):
        authority = match["authority"]
        written = match["bare"] if authority is None else authority.rpartition("@")[2].partition(":")[0]
        host = canonical_host(written)
        if host:
            yield Link(host, match.span(), explicit=authority is not None)


def canonical_host(written: str) -> str:
    """A host in the one form that lists are kept in; empty where nothing is left of it."""
    host = unquote(written)
    for char in _INVISIBLE:
        host = host.replace(char, "")
    host = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", host).casefold())
    for dot in _DOTS[1:]:
        host = host.replace(dot, ".")
    return ".".join(_decoded(label) for label in host.strip("._-").split("."))


def _decoded(label: str) -> str:
    """A label as people read it; one that claims to be encoded and is not stays as it stands."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def listed(host: str, domains: Collection[str]) -> str | None:
    """The listed domain that a host is or lies under: `evil.com` covers `a.evil.com`, not `notevil.com`."""
    while host:
        if host in domains:
            return host
        host = host.partition(".")[2]
    return None
