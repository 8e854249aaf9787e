"""How commands are written on Slack: under one word after a slash, a few by themselves; in threads, after a mention.

Slack offers no slash commands in threads, so nobody who reads a card there is sent to one.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.catalogue.catalogue import Catalogue, spellings
from bot.catalogue.entries import CommandEntry
from bot.commands import Level
from bot.views import Phrase

COMMAND = "/palabre"
MENTION = "@Palabre"


def aliases(catalogue: Catalogue) -> tuple[tuple[str, CommandEntry], ...]:
    """Commands that are worth a word of their own, with that word: one word, open to everybody, and with a form.

    Slack's own (`/help`, `/leave` …) cannot be had, and where two apps want the same word the last one installed gets
    it; so there are few, and each of them can also be had under `/palabre`.
    """
    return tuple(
        (f"/{name}", one)
        for one in catalogue.commands
        if one.level == Level.MEMBER and one.form is not None
        for name in spellings(one)
        if " " not in name
    )


@dataclass(frozen=True, slots=True)
class Spelling:
    """What stands for `/policy show` in our own words."""

    names: tuple[str, ...] = ()
    """Every way to write a command, and the first words of them."""
    alone: frozenset[str] = frozenset()
    """Those that have a slash command of their own."""
    confided: tuple[tuple[str, Phrase], ...] = ()
    """Those that a message's menu has as well: in a thread a mention would be read by everybody, the menu is not."""
    threaded: bool = False
    """Whoever reads it may be in a thread."""

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Spelling":
        """By a catalogue."""
        first = {name.partition(" ")[0] for name in catalogue.by_spelling}
        names = sorted({*catalogue.by_spelling, *first}, key=len, reverse=True)
        own = [(name.removeprefix("/"), entry) for name, entry in aliases(catalogue)]
        menus = {menu.form: menu.label for menu in catalogue.menus}
        confided = tuple((name, menus[entry.form]) for name, entry in own if entry.form in menus)
        return cls(tuple(names), frozenset(name for name, _ in own), confided)

    def in_threads(self) -> "Spelling":
        """The same for readers who may be in a thread."""
        return replace(self, threaded=True)

    def applied(self, said: str, write: Callable[[str], str]) -> str:
        """Our own words, with commands as people can use them here."""
        if not self.names or "/" not in said:
            return said
        return _pattern(self.names).sub(lambda match: write(match[1]), said)

    def shortcut(self, name: str) -> Phrase | None:
        """The entry of a message's menu that stands for a command here."""
        return dict(self.confided).get(name.lower()) if self.threaded else None

    def written(self, name: str) -> str:
        """One command."""
        if self.threaded:
            return f"{MENTION} {name}"
        return f"/{name}" if name in self.alone else f"{COMMAND} {name}"


@lru_cache(maxsize=4)
def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<![\w/.:])/({listed})(?![\w/-])", re.IGNORECASE)
