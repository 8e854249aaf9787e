"""The condition `rate`: the author wrote too much, or the same thing, within a short while."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, StrictInt

from bot import documents
from bot.events import MessagePosted
from bot.facts import ActivityFact
from bot.policy.durations import Duration, show
from bot.policy.kind import Bench, Context, Kind, Match, Test
from bot.text import BLANK

_LONGEST = timedelta(days=1)
_INTERLEAVED = 4
"""Counting in one channel or one text only, this many times as many messages are remembered, for those between."""


def _short(length: timedelta) -> timedelta:
    if length > _LONGEST:
        raise documents.wrong("this window is too long", 'the longest is "1d"')
    return length


class Rate(Kind):
    """The message itself counts; edits do not. The window ends at the latest message that is known."""

    more_than: StrictInt = Field(ge=1, le=500)
    within: Annotated[Duration, AfterValidator(_short)]
    per: Literal["member", "channel of member"] = "member"
    same_text: StrictBool = False
    """Only messages that say the same count; messages without words never do."""

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Count the author's latest messages."""
        narrow = self.same_text or self.per == "channel of member"
        evidence = (f"rate: more than {self.more_than} in {show(self.within)}" + ", same text" * self.same_text,)

        def evaluate(context: Context) -> Match | None:
            event, activity = context.event, context.activity
            if activity is None or len(activity.recent) < self.more_than or not isinstance(event, MessagePosted):
                return None
            return Match(evidence=evidence) if self._count(context, event, activity) > self.more_than else None

        return Test(evaluate, None, self.within, self.more_than * (_INTERLEAVED if narrow else 1))

    def _count(self, context: Context, event: MessagePosted, activity: ActivityFact) -> int:
        """Messages in the window, this one included, or 0 where it came too late to be in it."""
        since = max(event.at, *(said.at for said in activity.recent)) - self.within
        earlier = [said for said in activity.recent if said.at > since]
        if len(earlier) < self.more_than or event.at <= since:
            return 0
        if self.per == "channel of member":
            earlier = [said for said in earlier if said.channel == event.channel]
        if self.same_text and earlier:
            text = context.reading.fingerprint
            earlier = [] if text == BLANK else [said for said in earlier if said.fingerprint == text]
        return len(earlier) + 1
