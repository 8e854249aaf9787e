"""The team's own day."""

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry

COMMANDS: tuple[CommandEntry, ...] = ()
MENUS: tuple[MenuEntry, ...] = ()
ACTIONS: tuple[ActionEntry, ...] = ()
FORMS: tuple[FormEntry, ...] = ()
