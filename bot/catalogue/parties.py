"""What those between whom something is can do about it, and those who are asked to decide."""

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry

COMMANDS: tuple[CommandEntry, ...] = ()
MENUS: tuple[MenuEntry, ...] = ()
ACTIONS: tuple[ActionEntry, ...] = ()
FORMS: tuple[FormEntry, ...] = ()
