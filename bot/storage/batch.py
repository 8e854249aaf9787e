"""What one transaction holds: arrivals, what was ruled on them, and where the community stands afterwards."""

from dataclasses import dataclass, field, replace
from typing import Self

from bot.effects import Effect
from bot.errors import Refused
from bot.ids import AccountId, CommunityId, EffectKey, SpaceId
from bot.ports import Arrival, Receipt
from bot.records import Record
from bot.rooms import Moment, Ruling

EVERY_ROOM = "*"
"""Stands for the room where an event as a whole went to quarantine."""
FIRST_LINK = "0" * 64
"""What the first ruling's hash is chained to."""


@dataclass(frozen=True, slots=True)
class Enqueued:
    """An effect on its way to the outbox, or already answered where delivery is simulated."""

    key: EffectKey
    effect: Effect
    account: AccountId | None
    """Whom it is about, so that it can be found when they want to be forgotten."""
    receipt: Receipt | None = None
    refusal: Refused | None = None


@dataclass(frozen=True, slots=True)
class Stumble:
    """A room that raised while it ruled on an arrival."""

    room: str
    error: str


@dataclass(slots=True)
class Ruled:
    """An arrival and all that came of it."""

    seq: int
    arrival: Arrival
    moment: Moment
    rulings: list[tuple[str, Ruling]] = field(default_factory=list)
    """With the name of the room that ruled."""
    records: list[Record] = field(default_factory=list)
    effects: list[Enqueued] = field(default_factory=list)
    stumbles: list[Stumble] = field(default_factory=list)
    releases: int | None = None
    """The entry of the quarantine that this ruling settles."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a community stands: its row in `partitions`, and the numbers of its spaces."""

    partition: int
    community: CommunityId
    epoch: int
    seq: int
    ruling: int
    chain: str
    spaces: dict[SpaceId, int]

    def after(self, *, seq: int, ruling: int, chain: str) -> Self:
        """Where it stands once a batch is committed."""
        return replace(self, epoch=self.epoch + 1, seq=seq, ruling=ruling, chain=chain)
