"""The condition `on`: which kinds of events a policy looks at."""

from typing import ClassVar, Literal

from pydantic import Field

from bot.events import MemberJoined, MemberRenamed, MessageEdited, MessagePosted
from bot.policy.kind import Bench, Kind, Match, Test

Occasion = Literal["post", "edit", "join", "rename"]
_EVENTS: dict[Occasion, type] = {
    "post": MessagePosted,
    "edit": MessageEdited,
    "join": MemberJoined,
    "rename": MemberRenamed,
}


class On(Kind):
    """Written as a list: `on = ["join", "rename"]`. Without it, a policy looks at whatever its conditions can see."""

    circumstance: ClassVar[bool] = True

    any: tuple[Occasion, ...] = Field(min_length=1)

    @property
    def is_rare(self) -> bool:
        """Whether it leaves out what people do all the time, which is to write."""
        return not {"post", "edit"} & {*self.any}

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Listen to these events only."""
        hears = frozenset(_EVENTS[one] for one in self.any)
        match = Match()
        return Test(lambda context: match if type(context.event) in hears else None, hears=hears, cost=0)


def listed(given: object) -> object:
    """Let people write the list alone."""
    return {"any": given} if isinstance(given, list | tuple) else given
