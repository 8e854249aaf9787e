"""What follows where a policy is enforced: measures, and ladders on which they grow."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StrictBool, StrictInt, StringConstraints, model_validator

from bot import documents
from bot.documents import Document
from bot.policy.durations import Duration, show

FORCE = frozenset({"remove", "timeout", "quarantine"})
"""What is done to an author against their will; it never falls on an owner of the community."""
TALK = frozenset({"remind", "reply", "alert", "react"})
"""What only says something. Whatever is added later counts as more than that, until it is named here."""

_MOST_STEPS = 20


def _at_most(longest: timedelta, what: str) -> AfterValidator:
    def bounded(length: timedelta) -> timedelta:
        if length > longest:
            raise documents.wrong(f"this {what} is too long", f'the longest is "{show(longest)}"')
        return length

    return AfterValidator(bounded)


class Then(Document):
    """What follows where the policy is enforced. Whoever a measure falls upon is told why, before it does.

    Everybody is judged alike: managers are spared only by a policy's own `unless`. But whatever policies say, nothing
    of `remove`, `timeout` and `quarantine` falls on an owner, for whom no platform would do it; they are told, and the
    decision says what was withheld.
    """

    remove: StrictBool = False
    remind: StrictBool = False
    """Tell the author why, directly."""
    reply: StrictBool = False
    """Say why in the channel."""
    alert: StrictBool = False
    """Show it to the managers. Whatever else is done is shown to them too, but for a mere mark."""
    react: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)] | None = None
    """Mark the message with this emoji, or with `:name:` for one of the community's own."""
    timeout: Annotated[Duration, _at_most(timedelta(days=28), "timeout")] | None = None
    slowmode: Annotated[Duration, _at_most(timedelta(hours=6), "pause between messages")] | None = None
    """Let each person write in the channel only once in so long, until ten minutes have passed without a match."""
    quarantine: StrictBool = False
    """Leave the author only the channel where they can talk to the team."""
    pause_invites: Annotated[Duration, _at_most(timedelta(days=1), "pause")] | None = None
    """Let nobody new in for so long."""

    open_case: StrictBool = False
    """Bring it before the managers as a case: somebody takes it up, and both sides are heard first.
    Nothing is done to anybody by that alone."""

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if not self.actions:
            raise documents.wrong("nothing follows", f"set at least one of {', '.join(type(self).model_fields)}")
        return self

    @property
    def actions(self) -> tuple[str, ...]:
        """The names of what follows."""
        return tuple(name for name in type(self).model_fields if getattr(self, name))

    @property
    def only_talks(self) -> bool:
        """Whether nothing is taken away from anybody."""
        return TALK.issuperset(self.actions)


class Step(Document):
    """A step of a ladder: what follows in place of `then` once it has happened this often within a while."""

    at: StrictInt = Field(ge=2, le=_MOST_STEPS)
    """This time counts too: 2 is the second time."""
    within: Annotated[Duration, _at_most(timedelta(days=366), "window")]
    """How far back times count: older ones are forgiven."""
    then: Then


Counts = Literal["policy", "pack", "community"]
"""What a ladder counts: times that this policy was enforced on the author, any of its pack, or any at all."""


def in_order(ladder: Sequence[Step]) -> tuple[Step, ...]:
    """The steps as they stand, once it is sure that each comes after the one before it. Raises ValueError."""
    for lower, upper in pairwise(ladder):
        if upper.at <= lower.at:
            raise documents.wrong(f"the step at {upper.at} stands above one at {lower.at}", "put the steps in order")
    return tuple(ladder)
