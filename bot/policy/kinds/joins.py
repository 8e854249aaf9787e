"""The condition `joins`: many people come at once, as in a raid."""

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field, StrictInt

from bot.events import MemberJoined
from bot.facts import FactKey, Lookback, Memory, window_key
from bot.policy.durations import Duration, longest, show
from bot.policy.kind import Bench, Context, Judged, Kind, Match, Measured, Outcome, Test, Unknown


class Joins(Kind):
    """Judged on each arrival, which counts itself; somebody who comes and goes counts once."""

    more_than: StrictInt = Field(ge=1, le=500)
    within: Annotated[Duration, AfterValidator(longest(timedelta(days=1)))]

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Count who came to the space lately."""
        match = Match(evidence=(f"joins: more than {self.more_than} in {show(self.within)}",))
        unknown = Unknown(("earlier arrivals",))
        wanted = f"> {self.more_than} / {show(self.within)}"

        def evaluate(context: Context) -> Outcome:
            event = context.event
            if not isinstance(event, MemberJoined) or event.channel is not None:
                return None
            if context.facts is None:
                return unknown
            return match if self._count(context, event) > self.more_than else None

        def measure(context: Context) -> Measured | None:
            event = context.event
            if not isinstance(event, MemberJoined):
                return None
            if context.facts is None:
                return Measured("", wanted, unknown.missing[0])
            return Measured(str(self._count(context, event)), wanted)

        memory = Memory(entered=Lookback(self.within, self.more_than * 2))
        return Test(evaluate, hears=frozenset({MemberJoined}), memory=memory, needs=_space, measure=measure)

    def _count(self, context: Context, event: MemberJoined) -> int:
        """Different people in the window, which ends at the latest arrival that is known."""
        window = context.facts.window(event.space) if context.facts else None
        entered = window.entered if window else ()
        since = max(event.at, *(one.at for one in entered)) - self.within if entered else event.at - self.within
        if event.at <= since:
            return 0
        return len({event.account, *(one.account for one in entered if one.at > since)})


def _space(event: Judged) -> tuple[FactKey, ...]:
    return (window_key(event.space),) if isinstance(event, MemberJoined) else ()
