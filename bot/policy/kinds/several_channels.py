"""The condition `several_channels`: one author posts one text in many channels, as stolen accounts do."""

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field, StrictInt

from bot.events import MessagePosted
from bot.facts import Lookback, Memory
from bot.policy.durations import Duration, longest, show
from bot.policy.kind import Bench, Context, Kind, Match, Measured, Test
from bot.policy.kinds.likeness import Likeness, likeness

_BETWEEN = 4
"""So many other messages may stand between two of the wave."""


class SeveralChannels(Kind):
    """The message itself counts; edits do not. Messages without words never count, whatever they bring."""

    at_least: StrictInt = Field(ge=2, le=100)
    """Different channels, this one included."""
    within: Annotated[Duration, AfterValidator(longest(timedelta(days=1)))]
    alike: Likeness = "same"

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Look for the text among the author's latest messages."""
        match = Match(evidence=(f"several_channels: at least {self.at_least} in {show(self.within)}",))

        def evaluate(context: Context) -> Match | None:
            activity = context.activity
            if activity is None or len(activity.recent) + 1 < self.at_least:
                return None
            here = getattr(context.event, "channel", None)
            if all(one.channel == here for one in activity.recent):
                return None
            return match if self._count(context) >= self.at_least else None

        def measure(context: Context) -> Measured:
            return Measured(str(self._count(context)), f"≥ {self.at_least} / {show(self.within)}")

        memory = Memory(
            activity=Lookback(self.within, min(self.at_least * _BETWEEN, 500)), sketches=self.alike == "nearly"
        )
        return Test(evaluate, hears=frozenset({MessagePosted}), memory=memory, measure=measure, cost=4)

    def _count(self, context: Context) -> int:
        event, said = context.event, context.activity.recent if context.activity else ()
        if not isinstance(event, MessagePosted):
            return 0
        since = max([event.at, *(one.at for one in said)]) - self.within
        if event.at <= since:
            return 0
        is_like = likeness(context.reading, self.alike)
        return len({event.channel, *(one.channel for one in said if one.at > since and is_like(one))})
