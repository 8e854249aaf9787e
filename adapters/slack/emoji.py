"""Emoji by the names that Slack gives them: people see a character, Slack's messages bear a name."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("emoji.txt")
_TONES = {f"skin-tone-{number}": chr(0x1F3F9 + number) for number in range(2, 7)}
_DRAWN = "\N{VARIATION SELECTOR-16}"
"""Only says how to draw an emoji."""


def written(name: str) -> str:
    """How an emoji of this name stands in events: the character, or `:name:` for one of the workspace's own."""
    plain, _, tone = name.partition("::")
    character = _characters().get(plain)
    if character is None:
        return f":{name}:"
    return _toned(character, _TONES[tone]) if tone in _TONES else character


def named(emoji: str) -> str:
    """What Slack calls an emoji of an effect or an event; one that Slack does not know stays what it is."""
    if emoji.startswith(":") and emoji.endswith(":"):
        return emoji[1:-1]
    tones = [name for name, sign in _TONES.items() if sign in emoji]
    plain = emoji
    for sign in _TONES.values():
        plain = plain.replace(sign, "")
    name = _names().get(plain.replace(_DRAWN, ""))
    if name is None:
        return emoji
    return f"{name}::{tones[0]}" if tones else name


def _toned(character: str, tone: str) -> str:
    """The first sign is the person; the others say what they do."""
    return character[0] + tone + character[1:].removeprefix(_DRAWN)


@cache
def _characters() -> Mapping[str, str]:
    found = {}
    for line in _LIST.read_text("utf-8").splitlines():
        if not line.startswith("# "):
            character, *names = line.split(" ")
            found.update(dict.fromkeys(names, character))
    return found


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, character in _characters().items():
        found.setdefault(character.replace(_DRAWN, ""), name)
    return found
