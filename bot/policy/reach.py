"""What is left of a verdict where a platform cannot do all of it: less is done, people are told, and nothing pretends.

Where a message cannot be taken down, its author is asked to do it; where nobody can be kept from writing, the team is
told, so that somebody acts by hand. That it happened counts all the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.policy.judgement import Judgement
from bot.policy.then import FORCE, Then
from bot.policy.verdict import Verdict

_TAKES: Mapping[str, frozenset[str]] = {
    "remove": frozenset({"delete_message"}),
    "timeout": frozenset({"time_out_member"}),
    "quarantine": frozenset({"quarantine_member"}),
    "remind": frozenset({"send_direct"}),
    "reply": frozenset({"reply_card", "post_card"}),
    "alert": frozenset({"post_card"}),
    "react": frozenset({"react"}),
    "slowmode": frozenset({"set_slowmode"}),
    "pause_invites": frozenset({"pause_invites"}),
    "open_case": frozenset(),
}
"""The kinds of effects that each action takes; a case takes none, since people may look at it wherever they are."""
INSTEAD: Mapping[str, str] = {"remove": "send_direct", "timeout": "post_card", "quarantine": "post_card"}
"""What is done in place of an action that cannot be: the author is asked, or the team is told."""


def within(judgement: Judgement, lacks: frozenset[str]) -> Judgement:
    """The judgement itself, or what is left of it where these kinds of effects cannot be carried out."""
    verdict = judgement.verdict
    wanted = [name for name in _TAKES if getattr(verdict, name) or (name == "remind" and verdict.falls_on_author)]
    beyond = tuple(name for name in wanted if lacks & _TAKES[name])
    if not beyond:
        return judgement
    left = _without(verdict, beyond)
    forced, told = bool(FORCE.intersection(beyond)), bool(set(beyond) - {"react"})
    remind = (left.remind or forced) and not lacks & _TAKES["remind"]
    alert = (left.alert or told) and not lacks & _TAKES["alert"]
    return replace(judgement, verdict=replace(left, remind=remind, alert=alert), beyond=beyond)


def impossible(outcomes: Iterable[Then], lacks: frozenset[str]) -> tuple[str, ...]:
    """What these ask for and cannot be done where these kinds of effects are lacking."""
    asked = {action for then in outcomes for action in then.actions}
    return tuple(name for name in _TAKES if name in asked and lacks & _TAKES[name])


def idle(outcomes: Iterable[Then], lacks: frozenset[str]) -> bool:
    """Whether nothing of it could be done, nor anything in its place."""
    asked = {action for then in outcomes for action in then.actions}
    return not any(_happens(action, lacks) for action in asked)


def lacking(outcomes: Iterable[Then], lacks: frozenset[str]) -> Iterator[str]:
    """The kinds of effects that these want in vain."""
    yield from sorted({kind for action in impossible(outcomes, lacks) for kind in _TAKES[action] & lacks})


def _happens(action: str, lacks: frozenset[str]) -> bool:
    return not lacks & _TAKES[action] or (action in INSTEAD and INSTEAD[action] not in lacks)


def _without(verdict: Verdict, names: Iterable[str]) -> Verdict:
    nothing = Verdict()
    return replace(verdict, **{name: getattr(nothing, name) for name in names})
