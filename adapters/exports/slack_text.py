"""Slack's own markup turned into what people see; its `<...>` are always markup, as a typed `<` is written `&lt;`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

MARKUP = re.compile(r"<([^<>]*)>")
EVERYONE = frozenset({"here", "channel", "everyone", "group"})
UNSEEN = ("mailto:", "tel:")
SCHEMES = ("https://", "http://", *UNSEEN)


@dataclass(slots=True)
class Decoded:
    """A text as people read it, and whom it calls."""

    text: str
    mentions: list[str] = field(default_factory=list)
    """Native account ids, each once, in order."""
    everyone: bool = False


def decode(text: str, people: Mapping[str, str], channels: Mapping[str, str]) -> Decoded:
    """Decode a text; `people` and `channels` are names by native id."""
    if "<" not in text:
        return Decoded(_unescaped(text))
    decoded = Decoded("")

    def seen(match: re.Match[str]) -> str:
        target, _, label = match[1].partition("|")
        sign, rest = target[:1], target[1:]
        if sign == "@":
            return _person(decoded, rest, label, people)
        if sign == "#":
            return "#" + (label or channels.get(rest) or rest).removeprefix("#")
        if sign == "!":
            return _special(decoded, rest, label)
        return _link(target, label)

    decoded.text = _unescaped(MARKUP.sub(seen, text))
    return decoded


def _person(decoded: Decoded, native: str, label: str, people: Mapping[str, str]) -> str:
    if native and native not in decoded.mentions:
        decoded.mentions.append(native)
    return "@" + (people.get(native) or label or native).removeprefix("@")


def _special(decoded: Decoded, command: str, label: str) -> str:
    name, _, argument = command.partition("^")
    if name in EVERYONE:
        decoded.everyone = True
        return f"@{name}"
    if name == "subteam":
        return "@" + (label or argument).removeprefix("@")
    return label or f"@{name}"


def _link(url: str, label: str) -> str:
    """The address stays visible, as what a link says and where it leads are two things."""
    bare = next((url.removeprefix(scheme) for scheme in SCHEMES if url.startswith(scheme)), url)
    shown = bare if url.startswith(UNSEEN) else url
    return shown if label.rstrip("/") in {"", url.rstrip("/"), bare.rstrip("/")} else f"{label} ({shown})"


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
