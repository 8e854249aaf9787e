"""Reports of before they were cases: a room that writes them down as they were, when a message of somebody's comes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.events import MessagePosted
from bot.facts import FactKey, Facts
from bot.ids import EventId, IncidentId
from bot.records import IncidentMoved, IncidentOpened, IncidentState, Record
from bot.rooms import Input, Moment, Ruling
from tests.builders import message


@dataclass
class Bygone:
    """Writes an earlier report down for each message that stands for one."""

    name: str = "bygone"
    hears: frozenset[type] = frozenset({MessagePosted})
    keeps: frozenset[type] = frozenset()
    told: dict[EventId, tuple[Record, ...]] = field(default_factory=dict)

    def report(
        self, number: int, about: MessagePosted, reason: str, *, by: str, state: IncidentState = "standing"
    ) -> MessagePosted:
        """The message that brings it about."""
        said = message("good morning", number=number, by=by)
        name = IncidentId(f"report-{number}")
        opened = IncidentOpened(
            incident=name,
            origin="report",
            at=said.at,
            space=said.space,
            account=about.account,
            channel=about.channel,
            message=about.message,
            text=about.text,
            reporter=said.account,
            reason=reason,
            concern="hurt",
        )
        moved = IncidentMoved(incident=name, state=state, by=None, at=said.at)
        self.told[said.id] = (opened,) if state == "standing" else (opened, moved)
        return said

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        records = self.told.get(given.id, ()) if isinstance(given, MessagePosted) else ()
        return (Ruling(rule="bygone/reported", records=records),) if records else ()

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        pass
