"""Emoji as they stand in a route: a character, or the name and id of one of a guild's own."""

import unicodedata

from tests.wire.discord.server.errors import ApiError
from tests.wire.discord.server.world import Json, World

_JOINERS = frozenset("\u200d\ufe0f\u20e3")
_KEYCAPS = frozenset("0123456789#*")


def parse(world: World, text: str) -> tuple[str, Json]:
    """A key for an emoji and its JSON; refuses what is none that the bot can see."""
    name, colon, number = text.rpartition(":")
    if colon:
        found = _own(world, int(number)) if number.isdigit() else None
        if found is None or found["name"] != name.removeprefix("a:").strip(":"):
            raise ApiError(10014)
        return number, {"id": number, "name": found["name"], "animated": found.get("animated", False)}
    if not is_emoji(text):
        raise ApiError(10014)
    return text, {"id": None, "name": text}


def _own(world: World, number: int) -> Json | None:
    for guild in world.guilds.values():
        if number in guild.emojis:
            return guild.emojis[number]
    return None


def is_emoji(text: str) -> bool:
    """Whether a text is one emoji: symbols with their joiners, modifiers, flags, tags, or a keycap."""
    if not text or len(text) > 16:
        return False
    if "\u20e3" in text:
        return text[0] in _KEYCAPS and set(text[1:]) <= _JOINERS
    heads = [one for one in text if one not in _JOINERS and not 0x1F3FB <= ord(one) <= 0x1F3FF]
    heads = [one for one in heads if not 0xE0020 <= ord(one) <= 0xE007F]
    if not heads or not all(_symbol(one) for one in heads):
        return False
    flags = [one for one in heads if 0x1F1E6 <= ord(one) <= 0x1F1FF]
    if flags:
        return len(heads) == len(flags) == 2
    return len(heads) == 1 + text.count("\u200d")


def _symbol(one: str) -> bool:
    point = ord(one)
    if point < 0x203C:
        return one in "©®"
    return unicodedata.category(one) in {"So", "Sm", "Po", "Cn"} or 0x2190 <= point <= 0x2BFF
