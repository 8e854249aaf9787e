"""Hosts: the one form that lists are kept in, what somebody registered of them, and which pass for others."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from bot.text import letters

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
DOTS = ".\u3002\uff0e\uff61"

_SECOND_LEVELS = frozenset(
    {
        "ac",
        "asso",
        "co",
        "com",
        "edu",
        "gob",
        "gouv",
        "gov",
        "go",
        "ltd",
        "me",
        "mil",
        "ne",
        "net",
        "nom",
        "or",
        "org",
        "plc",
        "sch",
    }
)
_SHORTEST_LIKENESS = 6
"""Letters of a name from which on one letter more or less is a likeness, and no other name."""
_LONG_NAME = 7
"""Letters from which on that holds under any suffix."""
_LOOKS = str.maketrans(
    {"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "3": "e", "4": "a", "7": "t", "9": "g", "8": "b"}
)

SHORTENERS = frozenset(
    {
        "adf.ly",
        "bit.do",
        "bit.ly",
        "bitly.com",
        "bl.ink",
        "buff.ly",
        "clck.ru",
        "cutt.ly",
        "dlvr.it",
        "dub.sh",
        "goo.gl",
        "is.gd",
        "lc.chat",
        "lnkd.in",
        "n9.cl",
        "ow.ly",
        "qr.ae",
        "rb.gy",
        "rebrand.ly",
        "s.id",
        "short.gy",
        "short.io",
        "shorturl.at",
        "shrtco.de",
        "soo.gd",
        "t.co",
        "t.ly",
        "tiny.cc",
        "tiny.one",
        "tinyurl.com",
        "tr.im",
        "u.to",
        "urlz.fr",
        "urlr.me",
        "v.gd",
        "vu.fr",
        "xurl.es",
    }
)
"""Hosts that lead anywhere."""

_INVITES: dict[str, tuple[tuple[str, ...], str]] = {
    "discord.gg": (("",), "discord"),
    "discord.com": (("invite/",), "discord"),
    "discordapp.com": (("invite/",), "discord"),
    "discord.me": (("",), "discord"),
    "discord.io": (("",), "discord"),
    "discord.li": (("",), "discord"),
    "disboard.org": (("server/join/", "server/"), "discord"),
    "dsc.gg": (("",), "discord"),
    "invite.gg": (("",), "discord"),
    "t.me": (("",), "telegram"),
    "telegram.me": (("",), "telegram"),
    "telegram.dog": (("",), "telegram"),
    "chat.whatsapp.com": (("",), "whatsapp"),
    "whatsapp.com": (("channel/",), "whatsapp"),
    "join.slack.com": (("t/", "shareDM/"), "slack"),
    "signal.group": (("",), "signal"),
    "signal.me": (("",), "signal"),
    "matrix.to": (("",), "matrix"),
    "guilded.gg": (("i/",), "guilded"),
    "m.me": (("j/",), "messenger"),
    "join.skype.com": (("",), "skype"),
}


def canonical_host(written: str) -> str:
    """A host in the one form that lists are kept in; empty where nothing is left of it."""
    if written.isascii() and written.islower() and "%" not in written and "xn--" not in written:
        return written.strip("._-")
    host = unquote(written)
    for char in INVISIBLE:
        host = host.replace(char, "")
    host = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", host).casefold())
    for dot in DOTS[1:]:
        host = host.replace(dot, ".")
    return ".".join(_decoded(label) for label in host.strip("._-").split("."))


def ascii_host(host: str) -> str:
    """The same host as the network writes it (`xn--…`); one that cannot be written so stays as it stands."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


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


def registrable(host: str) -> str:
    """The part of a host that somebody registered: two labels, or three under the likes of `.co.uk`."""
    labels = host.split(".")
    country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS
    return ".".join(labels[-3 if country else -2 :])


def invite(host: str, path: str) -> str | None:
    """Whose invitation a link is; a bare host invites nobody."""
    known = listed(host, _INVITES)
    if known is None:
        return None
    starts, kind = _INVITES[known]
    rest = path.lstrip("/")
    return (
        kind
        if any(rest.startswith(start) and rest[len(start) : len(start) + 1].strip("?#/ ") for start in starts)
        else None
    )


_MOST_KNOWN = 4096
"""So many hosts are remembered with their answer: a community links to the same few again and again."""


class LookAlikes:
    """Tells hosts that pass for protected ones: by letters that look alike, or one more, less, changed or swapped."""

    def __init__(self, protected: Iterable[str]) -> None:
        self._protected = frozenset(registrable(canonical_host(domain)) for domain in protected)
        self._looks = {_looks(domain): domain for domain in sorted(self._protected)}
        self._names: dict[str, str] = {}
        self._near: dict[str, set[str]] = {}
        for domain in sorted(self._protected):
            name = domain.partition(".")[0]
            self._names.setdefault(_looks(name), domain)
            if len(name) >= _SHORTEST_LIKENESS:
                for shorter in (_looks(name), *_without_one(_looks(name))):
                    self._near.setdefault(shorter, set()).add(domain)

        self._known: dict[str, str | None] = {}

    def of(self, host: str) -> str | None:
        """The protected domain that a host passes for; None for itself, what lies under it, and all others."""
        if host not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[host] = self._of(host)
        return self._known[host]

    def _of(self, host: str) -> str | None:
        domain = registrable(host)
        if domain in self._protected:
            return None
        looks = _looks(domain)
        if looks in self._looks:
            return self._looks[looks]
        name, _, suffix = looks.partition(".")
        written = domain.partition(".")[0]
        same = self._names.get(name)
        if same is not None and same.partition(".")[0] != written:
            return same
        if len(name) < _SHORTEST_LIKENESS:
            return None
        candidates = {one for shorter in (name, *_without_one(name)) for one in self._near.get(shorter, ())}
        near = (one for one in sorted(candidates) if _one_apart(name, _looks(one.partition(".")[0])))
        return next((one for one in near if len(name) >= _LONG_NAME or _looks(one).partition(".")[2] == suffix), None)


@lru_cache(maxsize=4096)
def _looks(host: str) -> str:
    """A host as a hurried eye sees it."""
    plain = "".join(letters.strip(char) for char in host)
    return plain.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("-", "").translate(_LOOKS)


def _without_one(name: str) -> Iterator[str]:
    return (name[:index] + name[index + 1 :] for index in range(len(name)))


def _one_apart(one: str, other: str) -> bool:
    """One letter more, less or changed, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return shorter in _without_one(longer)
    differing = [index for index in range(len(one)) if one[index] != other[index]]
    if len(differing) == 1:
        return True
    swapped = len(differing) == 2 and differing[1] == differing[0] + 1
    return swapped and one[differing[0]] == other[differing[1]] and one[differing[1]] == other[differing[0]]
