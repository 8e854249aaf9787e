"""Emoji of the community's own: people read a name, Discord wants the number behind it."""

from collections import OrderedDict

from adapters.discord.payloads import Json, Odd, maybe, said
from bot.ids import MessageId

_MOST = 10_000


class Emoji:
    """The latest ones that were seen in each server; older ones are forgotten."""

    def __init__(self) -> None:
        self._seen: OrderedDict[tuple[str, str], str] = OrderedDict()

    def noted(self, message: MessageId, emoji: Json) -> str:
        """How an emoji below a message is written in events. Raises Odd."""
        native, name = maybe(emoji, "id"), said(emoji, "name")
        if native is None:
            if not name:
                raise Odd("emoji")
            return name
        key = (message.partition("/")[0], name or native)
        self._seen[key] = f"{name or '_'}:{native}"
        self._seen.move_to_end(key)
        if len(self._seen) > _MOST:
            self._seen.popitem(last=False)
        return f":{key[1]}:"

    def __call__(self, guild: int, name: str) -> str | None:
        """What Discord calls the one that was last seen by this name in a server: `name:id`."""
        return self._seen.get((f"discord:{guild}", name))

    def emoji_of(self, message: MessageId, written: str) -> str | None:
        """The same by a message that it stands below; a character is its own name."""
        if not (written.startswith(":") and written.endswith(":")):
            return written
        return self._seen.get((message.partition("/")[0], written.strip(":")))
