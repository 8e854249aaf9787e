"""What Slack takes, and how a text is cut where it takes no more: at a word, never within a sign that people see.

Lengths are counted as UTF-16 does. Slack does not say how it counts; what fits here fits by any count of characters.
"""

import re
import unicodedata

BLOCKS, IN_VIEWS, HEADER, SECTION = 50, 100, 150, 3000
ACTIONS, BUTTONS, BUTTON, VALUE, ACTION_ID = 25, 25, 75, 2000, 255
FIELDS = 25
TOGETHER = 12_500
"""All strings of the blocks of one message; documented nowhere, and refused from about 13,000 on."""
TEXT = 3_900
"""What stands in for the blocks in notifications; cut by Slack itself from 4,000 on."""
FILES, FILE_BYTES, FILE_NAME, ALTERNATIVE = 10, 50 * 1024 * 1024, 100, 1000
MODAL_TITLE, MODAL_BUTTON, LABEL, HINT, ANSWER, OPTION, OPTION_VALUE, OPTIONS = 24, 24, 2000, 2000, 3000, 75, 150, 100
METADATA = 3000
"""What a modal bears unseen."""
TOGETHER_AT_MOST = 8
"""People in one group conversation with the bot; more take a private channel."""
CHANNEL_NAME = 80
COMMAND, COMMAND_HELP, USAGE, SHORTCUT, SHORTCUT_HELP, SHORTCUTS, COMMANDS = 32, 2000, 1000, 24, 150, 10, 50

_JOINER = "\u200d"
_BREAK = re.compile(r"\s+\S*\Z")
_HALF = re.compile("[\ud800-\udfff]")


def size(text: str) -> int:
    """How long a text is at most, by whichever count."""
    return len(text) + sum(1 for sign in text if sign > "\uffff")


def whole(text: str) -> str:
    """The text without half surrogates, which no platform takes."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def cut(text: str, most: int) -> str:
    """The text if it fits, otherwise as many whole words of it as fit, and an ellipsis."""
    if size(text) <= most:
        return text
    begun = text[: _seam(text, _reach(text, most - 1))]
    at_word = _BREAK.sub("", begun) if not text[len(begun) : len(begun) + 1].isspace() else begun
    kept = at_word if len(at_word) > len(begun) // 2 else begun
    return kept.rstrip() + "…"


def _reach(text: str, most: int) -> int:
    """How many characters fit."""
    taken = 0
    for at, sign in enumerate(text):
        taken += 2 if sign > "\uffff" else 1
        if taken > most:
            return at
    return len(text)


def _seam(text: str, at: int) -> int:
    """The last place up to there at which no sign that people see as one is torn apart."""
    while 0 < at < len(text) and _belongs(text, at):
        at -= 1
    return at


def _belongs(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _JOINER in (before, after) or (before, after) == ("\r", "\n"):
        return True
    if unicodedata.category(after) in ("Mn", "Mc", "Me") or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if "\U000e0020" <= after <= "\U000e007f" or "\u1160" <= after <= "\u11ff":
        return True
    return _flag(before) and _flag(after) and _flags_before(text, at) % 2 == 1


def _flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    many = 0
    while many < at and _flag(text[at - 1 - many]):
        many += 1
    return many
