"""What the value of a button says on Slack: which workspace it is about, what it does, what its form begins with.

A card works after a restart because nothing of it is kept: `T024BE7LD~action:subject?question=answer`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from adapters.slack.limits import ACTION_ID, VALUE, cut, size
from bot.ids import SpaceId, space_id
from bot.views import Button

_VALUE = re.compile(r"(?:([A-Z0-9]{1,40})~)?([^?]*)(?:\?(.*))?", re.DOTALL)
_OURS = re.compile(r"slack:[^/]+/(\w+)")
_LOST = "_"
"""Stands where the answers that a form begins with are too long for a button."""


def value(button: Button, space: SpaceId) -> str:
    """The value of a button of a card."""
    begun = f"{space.partition(':')[2]}~{button.id}"
    if not button.prefill:
        return begun
    answers = {name: _OURS.sub(r"\1", said) for name, said in button.prefill}
    said = f"{begun}?{urlencode(answers, quote_via=quote, errors='replace')}"
    return said if size(said) <= VALUE else f"{begun}?{_LOST}="


def action_id(button: Button) -> str:
    """What a button is called within its card."""
    return cut(button.id, ACTION_ID)


def button_of(value: str) -> tuple[SpaceId | None, str]:
    """The workspace that a button names, if it names one, and its id as the card had it."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None, value
    return space_id("slack", match[1]) if match[1] else None, match[2]


def begun_with(value: str) -> Mapping[str, str] | None:
    """What the form of a button begins with, by question; None where that did not fit."""
    match = _VALUE.fullmatch(value)
    said = dict(parse_qsl(match[3], keep_blank_values=True)) if match and match[3] else {}
    return None if _LOST in said else said


def buttons_of(blocks: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The ids of the buttons of a card of ours, as the card had them."""
    for block in blocks:
        for one in (*(block.get("elements") or ()), block.get("accessory") or {}):
            if one.get("type") == "button" and isinstance(said := one.get("value"), str):
                yield button_of(said)[1]
