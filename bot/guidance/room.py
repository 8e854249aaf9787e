"""The room that helps: it lists what somebody may ask for, in their language."""

from collections.abc import Sequence

from bot import settings as community
from bot.catalogue.catalogue import Catalogue
from bot.events import CommandInvoked
from bot.facts import SETTINGS_KEY, FactKey, Facts, account_key
from bot.guidance import pages
from bot.records import Record
from bot.rooms import Input, Moment, Ruling
from bot.settings import Overlay


class HelpRoom:
    """Reads the catalogue aloud."""

    name = "guidance"
    hears: frozenset[type] = frozenset({CommandInvoked})
    keeps: frozenset[type] = frozenset()

    def __init__(self, catalogue: Catalogue, overlay: Overlay) -> None:
        self._catalogue = catalogue
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """What was set, and who asks."""
        if isinstance(given, CommandInvoked) and given.command == "help":
            return frozenset({SETTINGS_KEY, account_key(given.account)})
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:  # noqa: ARG002
        """An answer for whoever asked."""
        if not isinstance(given, CommandInvoked) or given.command != "help":
            return ()
        settings, known = self._overlay.of(facts), facts.account(given.account)
        wanted = dict(given.arguments).get("command", "")
        card = pages.page(self._catalogue, wanted, community.trusted(settings, given, known))
        return (Ruling(rule="guidance/help", effects=(community.answer(settings, given, known, card),)),)

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing: this room keeps no facts."""
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing: this room keeps no facts."""
