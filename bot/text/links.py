"""Links in a text: each on its own, as a browser would follow it, and those that people put together again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.text import hosts
from bot.text.fold import Span
from bot.text.hosts import DOTS, INVISIBLE, canonical_host

_LINK = re.compile(
    rf"""https?:[/\\]{{1,8}}(?P<authority>[^\s/\\?\#<>"'()\[\]{{}}|,;*`~]+)(?P<rest>(?:(?!https?:)[^\s<>`])*)
    |(?<![\w@{DOTS}{INVISIBLE}-])(?P<bare>(?:[\w{INVISIBLE}-]++[{DOTS}])+[\w{INVISIBLE}-]{{2,}})(?P<path>/[^\s<>`]*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_DOT = r"(?:\[\.\]|\(\.\)|\{\.\}|\s?[\[({](?:dot|point)[\])}]\s?|\.)"
_HIDDEN = re.compile(
    rf"""(?P<scheme>(?:h(?:xx|\*\*|tt)ps?|meow)(?:\[:\]|:)(?:\[/\]|[/\\]){{1,8}})?
    (?<![\w@.])(?P<host>(?:[a-z0-9-]{{1,63}}+{_DOT}){{1,6}}(?:xn--[a-z0-9-]{{1,59}}|[a-z]{{2,24}})(?![\w-]))
    (?P<path>/[^\s<>`]*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_ANY_DOT = re.compile(_DOT, re.IGNORECASE)
_BROKEN = ("[.", "(.", "{.", "dot)", "dot]", "dot}", "point)", "point]", "point}", "hxx", "h**", "meow", "[:", "[/")
_BROKEN_WORDS = ("hxx", "h**", "meow")
"""Those of them that need no bracket."""
_TRAILING = ".,;:!?'\"»”)]}*_~|"


@dataclass(frozen=True, slots=True)
class Link:
    """Something that leads elsewhere."""

    host: str
    """As lists know it: lower case, decoded, without a port."""
    span: Span
    explicit: bool
    """Written with `http://` or `https://`; else it only looks like a host (`example.com`, but also `main.py`)."""
    path: str = ""
    """What follows the host, as written."""
    userinfo: bool = False
    """Something stands before an `@` in front of the host, mostly to pass for it: `https://good.com@evil.com`."""

    @property
    def registrable(self) -> str:
        """The part of the host that somebody registered."""
        return hosts.registrable(self.host)

    @property
    def ascii_host(self) -> str:
        """The host as the network writes it."""
        return hosts.ascii_host(self.host)

    @property
    def shortener(self) -> bool:
        """Whether it hides where it leads."""
        return hosts.listed(self.host, hosts.SHORTENERS) is not None

    @property
    def invite(self) -> str | None:
        """Whose invitation it is: `discord`, `slack`, `telegram`, `whatsapp` …"""
        return hosts.invite(self.host, self.path)


def find(text: str) -> tuple[Link, ...]:
    """All links of a text, in order."""
    if text.isascii() and not _may_hold_one(text):
        return ()
    return tuple(_links(text))


def find_hidden(text: str) -> tuple[Link, ...]:
    """Links that were broken on purpose and that people know how to mend."""
    lowered = text.lower()
    signs: tuple[str, ...] = _BROKEN_WORDS
    if "[" in lowered or "(" in lowered or "{" in lowered or ")" in lowered or "]" in lowered or "}" in lowered:
        signs = _BROKEN
    if not any(sign in lowered for sign in signs):
        return ()
    return tuple(_hidden(text))


def _may_hold_one(text: str) -> bool:
    """A quick look that spares most texts: without a dot inside a word, there is none."""
    at = text.find(".")
    if at < 0:
        return False
    while at >= 0:
        if text[at + 1 : at + 2].isalnum():
            return True
        at = text.find(".", at + 1)
    return "http" in text.lower()


def _links(text: str) -> Iterator[Link]:
    for match in _LINK.finditer(text):
        authority = match["authority"]
        if authority is None:
            userinfo, written, rest = "", match["bare"], match["path"] or ""
        else:
            userinfo, _, written = authority.rpartition("@")
            written, rest = written.partition(":")[0], match["rest"]
        host = canonical_host(written)
        if host:
            explicit = authority is not None
            yield Link(host, match.span(), explicit, rest.rstrip(_TRAILING), userinfo=bool(userinfo))


def _hidden(text: str) -> Iterator[Link]:
    for match in _HIDDEN.finditer(text):
        scheme = (match["scheme"] or "").lower()
        broken = scheme and not scheme.startswith(("http://", "https://"))
        written = match["host"]
        if broken or any(dot.group() != "." for dot in _ANY_DOT.finditer(written)):
            host = canonical_host(_ANY_DOT.sub(".", written))
            yield Link(host, match.span(), bool(scheme), (match["path"] or "").rstrip(_TRAILING))
