"""Ladders: which step a policy stands on for an author, by how often it was enforced on them before."""

from bot.ids import PolicyId, digest
from bot.policy.kind import Context, Judged
from bot.policy.pack import Mode, Policy
from bot.policy.then import Then

_SHADOW = "shadow:"
_EVERY = "policies"


class Ladder:
    """The steps of one policy, and the counter that tells them apart.

    A policy in shadow counts its own matches apart, so that a trial shows the steps as they would come, and nobody
    stands half-way up on the day it is first enforced: they were never warned.
    """

    def __init__(self, id_: PolicyId, policy: Policy, mode: Mode) -> None:
        self._steps = tuple(reversed(policy.ladder))
        self._first = policy.then
        trial = _SHADOW if mode == "shadow" else ""
        counters = {"policy": f"policy:{id_}", "pack": f"pack:{id_.partition('/')[0]}", "community": _EVERY}
        self.counter = f"{trial}{counters[policy.counts]}"
        """The one that it reads."""
        self.counters: tuple[str, ...] = tuple(counters.values())
        """Those that a match moves."""
        if mode != "enforce":
            self.counters = (self.counter,) if policy.ladder else ()

    def stands(self, context: Context) -> tuple[Then, int]:
        """What follows, and how often it has happened, this time included; without facts, this is the first time."""
        event = context.event
        if not self._steps or context.facts is None:
            return self._first, 1
        counter = context.counter(self.counter)
        if counter is None:
            return self._first, 1
        about = subject(event)
        again = any(move.about == about for move in counter.recent)
        for step in self._steps:
            time = counter.since(event.at - step.within) + (not again)
            if time >= step.at:
                return step.then, time
        return self._first, 1


def subject(event: Judged) -> str:
    """What a match counts for: a message, whatever becomes of its wording, or else the event itself; not by its name,
    since counters are kept longer than anybody needs to know which messages they counted."""
    name = getattr(event, "message", None) or event.id
    return digest(name)
