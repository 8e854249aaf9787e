"""What the id of a button says on Discord: which server it is about, what it does, and what its form begins with.

A card works after a restart because nothing of it is kept: `guild~action:subject?question=answer`. The server is named
where the button stands outside of it, in direct messages. Only where the answers that a form begins with are too long
for an id, they are remembered, and the id names them; after a restart a form is not opened without them, since what is
sent back empty would be taken for erased.
"""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode

from adapters.discord.limits import CUSTOM_ID, size
from bot.views import Button

_ID = re.compile(r"(?:(\d{1,20})~)?([^?]*)(?:\?(.*))?", re.DOTALL)
_OURS = re.compile(r"discord:\d+/(\d+)")
_NAMED = "_"
_MOST = 1000


def custom_id(button: Button, guild: int | None = None) -> str:
    """The id of a button of a card; `guild` where the card does not stand in that server."""
    begun = button.id if guild is None else f"{guild}~{button.id}"
    if size(begun) > CUSTOM_ID:
        return button.id
    if not button.prefill:
        return begun
    answers = {name: _OURS.sub(r"\1", value) for name, value in button.prefill}
    said = f"{begun}?{_query(answers)}"
    if size(said) <= CUSTOM_ID:
        return said
    named = f"{begun}?{_query({_NAMED: _digest(button.prefill)})}"
    return named if size(named) <= CUSTOM_ID else begun


def button_of(custom_id: str) -> tuple[int | None, str]:
    """The server that a button names, if it names one, and its id as the card had it."""
    match = _ID.fullmatch(custom_id)
    if match is None:
        return None, custom_id
    return int(match[1]) if match[1] else None, match[2]


class Begun:
    """What forms begin with where it is too long for an id: the latest ones."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[tuple[str, str], ...]] = OrderedDict()

    def note(self, button: Button) -> None:
        """A card with this button is shown."""
        if button.prefill:
            self._kept[name := _digest(button.prefill)] = button.prefill
            self._kept.move_to_end(name)
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)

    def of(self, custom_id: str) -> Mapping[str, str] | None:
        """What the form of a button begins with, by question; None where that is forgotten."""
        match = _ID.fullmatch(custom_id)
        said = dict(parse_qsl(match[3])) if match and match[3] else {}
        if _NAMED not in said:
            return said
        kept = self._kept.get(said[_NAMED])
        return None if kept is None else dict(kept)


def _query(answers: Mapping[str, str]) -> str:
    return urlencode(answers, quote_via=quote, errors="replace")


def _digest(prefill: tuple[tuple[str, str], ...]) -> str:
    return hashlib.blake2b(repr(prefill).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
