"""The condition `rate`: somebody, or a channel, wrote too much within a short while."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StrictBool, StrictInt, model_validator

from bot import documents
from bot.events import MessagePosted
from bot.facts import FactKey, Heard, Lookback, Memory, Utterance, window_key
from bot.policy.durations import Duration, longest, show
from bot.policy.kind import Bench, Context, Judged, Kind, Match, Measured, Outcome, Test, Unknown
from bot.text import BLANK

_BETWEEN = {"member": 1, "channel of member": 4, "channel": 10}
"""Where only some messages count, so many times as many are remembered, for those between."""
_MOST = 500


class Rate(Kind):
    """The message itself counts; edits do not. The window ends at the latest message that is known."""

    more_than: StrictInt = Field(ge=1, le=500)
    within: Annotated[Duration, AfterValidator(longest(timedelta(days=1)))]
    per: Literal["member", "channel of member", "channel"] = "member"
    """`channel`: whoever writes there."""
    channels: StrictInt = Field(default=1, ge=1, le=100)
    """Of one member: they stand in so many different channels at least."""
    same_text: StrictBool = False
    """Only messages that say the same count; messages without words never do."""

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.channels > 1 and self.per != "member":
            raise documents.wrong("one channel is not several", 'channels goes with per = "member" alone')
        if self.channels > self.more_than + 1:
            raise documents.wrong("there are fewer messages than channels", "raise more_than, or lower channels")
        return self

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Count the latest messages."""
        words = f"more than {self.more_than} in {show(self.within)}"
        several = f", {self.channels} channels or more" * (self.channels > 1)
        by_channel = ", in one channel" * (self.per == "channel")
        match = Match(evidence=(f"rate: {words}{by_channel}{several}{', same text' * self.same_text}",))
        unknown = Unknown(("earlier messages",))
        wanted = f"> {self.more_than} / {show(self.within)}"

        def evaluate(context: Context) -> Outcome:
            said = self._earlier(context)
            if said is None:
                return unknown
            if len(said) < self.more_than:
                return None
            return match if self._count(context, said) > self.more_than else None

        def measure(context: Context) -> Measured:
            said = self._earlier(context)
            if said is None:
                return Measured("", wanted, unknown.missing[0])
            return Measured(str(self._count(context, said)), wanted)

        hears: frozenset[type] = frozenset({MessagePosted})
        needs = _space if self.per == "channel" else None
        return Test(evaluate, hears=hears, memory=self._memory(), needs=needs, measure=measure, cost=2)

    def _memory(self) -> Memory:
        between = max(_BETWEEN[self.per], 4 if self.same_text else 1)
        look = Lookback(self.within, max(self.more_than, min(self.more_than * between, _MOST)))
        return Memory(heard=look) if self.per == "channel" else Memory(activity=look)

    def _earlier(self, context: Context) -> Sequence[Utterance | Heard] | None:
        """None where nobody knows what others wrote."""
        if self.per != "channel":
            return context.activity.recent if context.activity else ()
        if context.facts is None:
            return None
        window = context.facts.window(context.event.space)
        return window.heard if window else ()

    def _count(self, context: Context, said: Sequence[Utterance | Heard]) -> int:
        """Messages in the window, this one included; 0 where it came too late to be in it, or all in few channels."""
        event = context.event
        if not isinstance(event, MessagePosted):
            return 0
        since = max([event.at, *(one.at for one in said)]) - self.within
        if event.at <= since:
            return 0
        counted = [one for one in said if one.at > since]
        if self.per != "member":
            counted = [one for one in counted if one.channel == event.channel]
        if self.same_text and counted:
            text = context.reading.fingerprint
            counted = [] if text == BLANK else [one for one in counted if one.fingerprint == text]
        if self.channels > 1 and len({event.channel, *(one.channel for one in counted)}) < self.channels:
            return 0
        return len(counted) + 1


def _space(event: Judged) -> tuple[FactKey, ...]:
    return (window_key(event.space),) if isinstance(event, MessagePosted) else ()
