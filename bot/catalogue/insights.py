"""Figures that anybody may read."""

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry, Parameter
from bot.views import Bilingual, Phrase

COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry(
        id="transparency",
        name=Bilingual("transparency", "transparence"),
        help=Phrase("catalogue-transparency"),
        parameters=(Parameter(id="period", label=Phrase("catalogue-transparency-period"), required=False),),
    ),
)
MENUS: tuple[MenuEntry, ...] = ()
ACTIONS: tuple[ActionEntry, ...] = ()
FORMS: tuple[FormEntry, ...] = ()
