"""The few emoji that people here reach for, with the names that Slack's exports call them by."""

import re

NAMES = {
    "+1": "👍",
    "thumbsup": "👍",
    "-1": "👎",
    "heart": "❤️",
    "green_heart": "💚",
    "purple_heart": "💜",
    "joy": "😂",
    "laughing": "😆",
    "smile": "😄",
    "slightly_smiling_face": "🙂",
    "smiling_face_with_tear": "🥲",
    "wink": "😉",
    "grin": "😁",
    "sweat_smile": "😅",
    "thinking_face": "🤔",
    "thinking": "🤔",
    "eyes": "👀",
    "wave": "👋",
    "clap": "👏",
    "raised_hands": "🙌",
    "pray": "🙏",
    "muscle": "💪",
    "ok_hand": "👌",
    "tada": "🎉",
    "rocket": "🚀",
    "fire": "🔥",
    "sparkles": "✨",
    "star": "⭐",
    "100": "💯",
    "bulb": "💡",
    "white_check_mark": "✅",
    "heavy_check_mark": "✔️",
    "x": "❌",
    "warning": "⚠️",
    "question": "❓",
    "bug": "🐛",
    "sob": "😭",
    "cry": "😢",
    "scream": "😱",
    "facepalm": "🤦",
    "shrug": "🤷",
    "tea": "🍵",
    "coffee": "☕",
    "herb": "🌿",
    "seedling": "🌱",
    "leaves": "🍃",
    "deciduous_tree": "🌳",
    "evergreen_tree": "🌲",
    "bouquet": "💐",
    "sunny": "☀️",
    "umbrella": "☔",
    "books": "📚",
    "book": "📖",
    "pencil": "📝",
    "memo": "📝",
    "pencil2": "✏️",
    "guitar": "🎸",
    "musical_note": "🎵",
    "bus": "🚌",
    "snail": "🐌",
    "turtle": "🐢",
    "cat": "🐱",
    "dog": "🐶",
    "melting_face": "🫠",
    "saluting_face": "🫡",
    "people_hugging": "🫂",
    "heart_eyes": "😍",
    "relaxed": "☺️",
    "point_up": "☝️",
    "handshake": "🤝",
    "blush": "😊",
    "duck": "🦆",
    "sunflower": "🌻",
    "sun_with_face": "🌞",
    "train": "🚆",
    "no_entry": "⛔",
    "no_entry_sign": "🚫",
    "hand": "✋",
    "grimacing": "😬",
    "unamused": "😒",
    "slightly_frowning_face": "🙁",
    "rotating_light": "🚨",
    "rolling_eyes": "🙄",
    "rage": "😡",
    "pie": "🥧",
    "open_mouth": "😮",
    "hugging_face": "🤗",
}
QUICK = ("👍", "❤️", "😂", "🎉", "👀", "🌿")
_NAMED = re.compile(r":([a-z0-9_+-]+)(?:::skin-tone-\d)?:")


def shown(emoji: str) -> str:
    """The character that a name stands for, or the name."""
    found = _NAMED.fullmatch(emoji)
    return NAMES.get(found[1], emoji) if found else emoji


def spelt_out(text: str) -> str:
    """A text with characters in the place of the names that are known."""
    return _NAMED.sub(lambda match: NAMES.get(match[1], match[0]), text)


def beginning(begun: str) -> list[tuple[str, str]]:
    """Names that begin so, with their characters."""
    return [(name, char) for name, char in NAMES.items() if name.startswith(begun.lower())]
