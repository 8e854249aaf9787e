"""The condition `repeats`: the same is said again and again, by one person or by many."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictInt

from bot.events import MessagePosted
from bot.facts import FactKey, Heard, Lookback, Memory, Utterance, window_key
from bot.policy.durations import Duration, longest, show
from bot.policy.kind import Bench, Context, Judged, Kind, Match, Measured, Outcome, Test, Unknown
from bot.policy.kinds.likeness import Likeness, likeness

_BETWEEN = {"author": 4, "anybody": 20}
"""So many other messages may stand between two of the same."""
_MOST = 500


class Repeats(Kind):
    """The message itself counts; edits do not. Messages without words, such as pictures, never count."""

    more_than: StrictInt = Field(ge=1, le=100)
    within: Annotated[Duration, AfterValidator(longest(timedelta(days=1)))]
    of: Literal["author", "anybody"] = "author"
    """`anybody`: whoever said it, anywhere in the space."""
    authors: StrictInt = Field(default=1, ge=1, le=100)
    """Of `anybody`: it was said by so many different people at least."""
    alike: Likeness = "same"
    length: StrictInt = Field(default=1, ge=1, le=4000)
    """Shorter texts may be said as often as one likes: "yes", "thanks", "+1"."""

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Look for the text among the latest messages."""
        words = f"more than {self.more_than} in {show(self.within)}"
        match = Match(evidence=(f"repeats: {words}, of {self.of}" + ", nearly the same" * (self.alike == "nearly"),))
        unknown = Unknown(("earlier messages",))
        wanted = f"> {self.more_than} / {show(self.within)}"

        def evaluate(context: Context) -> Outcome:
            said = self._earlier(context)
            if said is None:
                return unknown
            if len(said) < self.more_than or len(context.reading.text.strip()) < self.length:
                return None
            return match if self._count(context, said) > self.more_than else None

        def measure(context: Context) -> Measured:
            said = self._earlier(context)
            if said is None:
                return Measured("", wanted, unknown.missing[0])
            return Measured(str(self._count(context, said)), wanted)

        look = Lookback(self.within, min(self.more_than * _BETWEEN[self.of], _MOST))
        near = self.alike == "nearly"
        by_all = self.of == "anybody"
        memory = Memory(heard=look, sketches=near) if by_all else Memory(activity=look, sketches=near)
        needs = _space if by_all else None
        return Test(evaluate, hears=frozenset({MessagePosted}), memory=memory, needs=needs, measure=measure, cost=6)

    def _earlier(self, context: Context) -> Sequence[Utterance | Heard] | None:
        """None where nobody knows what others said."""
        if self.of == "author":
            return context.activity.recent if context.activity else ()
        if context.facts is None:
            return None
        window = context.facts.window(context.event.space)
        return window.heard if window else ()

    def _count(self, context: Context, said: Sequence[Utterance | Heard]) -> int:
        """How often it was said in the window, this time included; 0 where too few people did."""
        event = context.event
        since = max([event.at, *(one.at for one in said)]) - self.within
        if event.at <= since or event.account is None:
            return 0
        is_like = likeness(context.reading, self.alike)
        same = [one for one in said if one.at > since and is_like(one)]
        people = {event.account, *(one.account for one in same if isinstance(one, Heard))}
        return len(same) + 1 if len(people) >= self.authors else 0


def _space(event: Judged) -> tuple[FactKey, ...]:
    return (window_key(event.space),) if isinstance(event, MessagePosted) else ()
