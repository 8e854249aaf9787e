"""What a room of rules is, and what it says: a pure function of an input, what is known, and the moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.effects import Effect
from bot.facts import FactKey, Facts
from bot.ids import AccountId, ChannelId, MessageId
from bot.ports import Arrival
from bot.records import Record
from bot.views import Text

Input = Arrival | Record
"""What a room rules on: what arrived, or what another room (or itself) has just written down about it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When an arrival is ruled on, and the seed of every draw made for it; both are stored with it."""

    now: datetime
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a ruling is about; kept apart from the ruling itself, so that it can be erased."""

    account: AccountId | None = None
    channel: ChannelId | None = None
    message: MessageId | None = None
    evidence: tuple[str, ...] = ()
    """What spoke for the ruling, in the rule's own words; never the member's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What one rule says of one input."""

    rule: str
    """Which rule, as `pack/policy` or `room/rule`."""
    why: tuple[Text, ...] = ()
    """What a member may read about it; a ruling without any is mere book-keeping and is not kept."""
    subject: Subject | None = None
    records: tuple[Record, ...] = ()
    effects: tuple[Effect, ...] = ()


class Room(Protocol):
    """A room of rules on the road. All of it is pure but `fold`, which changes the facts that it is given."""

    @property
    def name(self) -> str:
        """Short and stable: quarantine and rulings name it."""
        ...

    @property
    def hears(self) -> frozenset[type]:
        """The kinds of inputs that it has rules for; nothing else is offered to it."""
        ...

    @property
    def keeps(self) -> frozenset[type]:
        """The kinds of records that change facts of its own."""
        ...

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """The facts to load before `rule`; asked again until nothing is missing."""
        ...

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """What follows from the input."""
        ...

    def touches(self, record: Record) -> frozenset[FactKey]:
        """Every fact that `fold` changes or reads for this record."""
        ...

    def fold(self, facts: Facts, record: Record) -> None:
        """Bring the facts up to date with a record."""
        ...
