"""The condition `counter`: what is on file about the author, within a window: the third time leads further."""

from datetime import timedelta
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, StrictInt, StringConstraints

from bot.policy.durations import Duration, longest, show
from bot.policy.kind import EVERYTHING, Bench, Context, Kind, Match, Measured, Outcome, Test, Unknown

_THIS, _PACK = "this", "this pack"
_SHARED = {
    "any policy": "policies",
    "reminders": "measure:remind",
    "removals": "measure:remove",
    "timeouts": "measure:timeout",
}
"""What is counted across packs, and under which name."""
Counted = Annotated[
    str,
    StringConstraints(
        pattern=r"^(this pack|any policy|[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?)$", max_length=121
    ),
]


class Counter(Kind):
    """What happened before this message; each time fades on its own once the window has passed."""

    circumstance: ClassVar[bool] = True

    of: Counted = "this"
    """How often a policy was enforced on the author: `this` one, another of the pack by its id, one of another pack as
    `pack/policy`; all of `this pack`, or `any policy`; or what was done: `reminders`, `removals`, `timeouts`. What is
    in shadow was never enforced."""
    at_least: StrictInt = Field(ge=1, le=50)
    within: Annotated[Duration, AfterValidator(longest(timedelta(days=366)))]

    def compile(self, bench: Bench) -> Test:
        """Count what is remembered."""
        name = self.counter(bench)
        match = Match(evidence=(f"counter: {self.of}, at least {self.at_least} in {show(self.within)}",))
        unknown = Unknown(("earlier measures",))
        wanted = f"≥ {self.at_least} / {show(self.within)}"

        def count(context: Context) -> int | None:
            if context.facts is None or context.event.account is None:
                return None
            known = context.counter(name)
            return known.since(context.event.at - self.within) if known else 0

        def evaluate(context: Context) -> Outcome:
            found = count(context)
            if found is None:
                return unknown
            return match if found >= self.at_least else None

        def measure(context: Context) -> Measured:
            found = count(context)
            return Measured("", wanted, unknown.missing[0]) if found is None else Measured(str(found), wanted)

        return Test(evaluate, hears=EVERYTHING, counters=frozenset({name}), measure=measure)

    def refers(self) -> tuple[str, ...]:
        """The other policy of the pack that it counts, where it names one."""
        return () if self.of in (_THIS, _PACK, *_SHARED) or "/" in self.of else (self.of,)

    def counter(self, bench: Bench) -> str:
        """The counter's name on the road."""
        if self.of == _PACK or self.of in _SHARED:
            return _SHARED.get(self.of, f"pack:{bench.pack}")
        policy = bench.policy if self.of == _THIS else self.of
        return f"policy:{policy if '/' in policy else f'{bench.pack}/{policy}'}"
