"""When two messages say the same, or nearly the same."""

from collections.abc import Callable
from typing import Literal

from bot.facts import Heard, Utterance
from bot.text import BLANK, Reading, sketch

Likeness = Literal["same", "nearly"]
"""`same`: but for case, accents, disguises and blanks. `nearly`: a few words are others, as where names are put in."""


def likeness(reading: Reading, alike: Likeness) -> Callable[[Utterance | Heard], bool]:
    """Whether an earlier message is like this one; nothing is like a message without words."""
    mine = reading.fingerprint
    if mine == BLANK:
        return lambda other: False  # noqa: ARG005
    if alike == "same":
        return lambda other: other.fingerprint == mine
    print_ = sketch.sketch(reading)
    return lambda other: other.fingerprint == mine or sketch.near(other.sketch, print_)
