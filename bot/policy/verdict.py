"""What follows from several policies at once: the strongest of each measure, and every policy that asked."""

from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from bot.ids import PolicyId
from bot.policy.pack import Then


class Cause(NamedTuple):
    """A policy that asked, and its place in the book."""

    rank: int
    policy: PolicyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Measures on one message; the empty verdict does nothing."""

    remove: bool = False
    remind: bool = False
    reply: bool = False
    alert: bool = False
    timeout: timedelta = timedelta()
    causes: tuple[Cause, ...] = ()
    """In the order of the book, none twice."""

    @property
    def policies(self) -> tuple[PolicyId, ...]:
        """The policies that asked for it, in the order of the book."""
        return tuple(cause.policy for cause in self.causes)


NOTHING = Verdict()


def asked(cause: Cause, then: Then) -> Verdict:
    """What one policy asks for."""
    return Verdict(
        remove=then.remove,
        remind=then.remind,
        reply=then.reply,
        alert=then.alert,
        timeout=then.timeout or timedelta(),
        causes=(cause,),
    )


def union(one: Verdict, other: Verdict) -> Verdict:
    """Both verdicts as one: in whatever order, and however often, the outcome is the same."""
    return Verdict(
        remove=one.remove or other.remove,
        remind=one.remind or other.remind,
        reply=one.reply or other.reply,
        alert=one.alert or other.alert,
        timeout=max(one.timeout, other.timeout),
        causes=tuple(sorted({*one.causes, *other.causes})),
    )
