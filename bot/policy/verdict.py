"""What follows from several policies at once: the strongest of each measure, and every policy that asked."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import NamedTuple

from bot.ids import PolicyId
from bot.policy.then import Then


class Cause(NamedTuple):
    """A policy that asked, and its place in the book."""

    rank: int
    policy: PolicyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Measures on one message; the empty verdict does nothing. Lengths of zero stand for measures nobody asked for."""

    remove: bool = False
    remind: bool = False
    reply: bool = False
    alert: bool = False
    react: tuple[str, ...] = ()
    """In order, none twice."""
    timeout: timedelta = timedelta()
    slowmode: timedelta = timedelta()
    """The pause between two messages of one person."""
    quarantine: bool = False
    pause_invites: timedelta = timedelta()
    open_case: bool = False
    causes: tuple[Cause, ...] = ()
    """In the order of the book, none twice."""

    @property
    def policies(self) -> tuple[PolicyId, ...]:
        """The policies that asked for it, in the order of the book."""
        return tuple(cause.policy for cause in self.causes)

    @property
    def falls_on_author(self) -> bool:
        """Whether anything is done to the author, who is then told why."""
        return self.remove or self.quarantine or bool(self.timeout)


NOTHING = Verdict()


def asked(cause: Cause, then: Then) -> Verdict:
    """What one policy asks for."""
    return Verdict(
        remove=then.remove,
        remind=then.remind,
        reply=then.reply,
        alert=then.alert,
        react=(then.react,) if then.react else (),
        timeout=then.timeout or timedelta(),
        slowmode=then.slowmode or timedelta(),
        quarantine=then.quarantine,
        pause_invites=then.pause_invites or timedelta(),
        open_case=then.open_case,
        causes=(cause,),
    )


def union(one: Verdict, other: Verdict) -> Verdict:
    """Both verdicts as one: in whatever order, and however often, the outcome is the same."""
    return Verdict(
        remove=one.remove or other.remove,
        remind=one.remind or other.remind,
        reply=one.reply or other.reply,
        alert=one.alert or other.alert,
        react=tuple(sorted({*one.react, *other.react})),
        timeout=max(one.timeout, other.timeout),
        slowmode=max(one.slowmode, other.slowmode),
        quarantine=one.quarantine or other.quarantine,
        pause_invites=max(one.pause_invites, other.pause_invites),
        open_case=one.open_case or other.open_case,
        causes=tuple(sorted({*one.causes, *other.causes})),
    )


def without_force(verdict: Verdict) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict for somebody on whom nothing forceful may fall, and the names of what is withheld.

    Who would have felt it is told instead: a measure withheld is a reminder.
    """
    forces = {"remove": verdict.remove, "timeout": bool(verdict.timeout), "quarantine": verdict.quarantine}
    withheld = tuple(name for name, wanted in forces.items() if wanted)
    if not withheld:
        return verdict, ()
    return replace(verdict, remove=False, timeout=timedelta(), quarantine=False, remind=True), withheld
