"""How conditions combine where some of them cannot be known: the three-valued logic of Kleene.

`all` fails as soon as one part fails, whatever is unknown; `any` holds as soon as one part holds; `none` is the
opposite of `any`. Only where the unknown parts decide is the whole unknown.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce

from bot.facts import FactKey, Memory
from bot.policy.kind import EVERYTHING, Context, Judged, Match, Outcome, Test, Unknown, joined


def all_of(tests: Sequence[Test]) -> Test:
    """Holds where every part does."""
    in_order = [test.evaluate for test in sorted(tests, key=lambda test: (test.wakes is None, test.cost))]

    def evaluate(context: Context) -> Outcome:
        outcomes = []
        for one in in_order:
            outcome = one(context)
            if outcome is None:
                return None
            outcomes.append(outcome)
        return _unknown(outcomes) or joined(outcome for outcome in outcomes if isinstance(outcome, Match))

    needed = [test.wakes for test in tests if test.wakes is not None]
    hears = reduce(frozenset.intersection, (test.hears for test in tests), EVERYTHING)
    return _combined(evaluate, min(needed, key=len, default=None), hears, tests)


def any_of(tests: Sequence[Test]) -> Test:
    """Holds where some part does."""
    parts = _Parts(tests)

    def evaluate(context: Context) -> Outcome:
        outcomes = parts.outcomes(context)
        if not outcomes:
            return None
        matches = [outcome for outcome in outcomes if isinstance(outcome, Match)]
        return joined(matches) if matches else _unknown(outcomes)

    hears = frozenset[type]().union(*(test.hears for test in tests))
    return _combined(evaluate, _union(test.wakes for test in tests), hears, tests)


def none_of(tests: Sequence[Test]) -> Test:
    """Holds where no part does."""
    parts = _Parts(tests)

    def evaluate(context: Context) -> Outcome:
        outcomes = parts.outcomes(context)
        if any(isinstance(outcome, Match) for outcome in outcomes):
            return None
        return _unknown(outcomes) or Match()

    return _combined(evaluate, None, EVERYTHING, tests)


class _Parts:
    """Alternatives, sorted so that only those are asked which may have something to say of an event."""

    def __init__(self, tests: Sequence[Test]) -> None:
        self._heard = {kind: [one for one in tests if kind in one.hears] for kind in EVERYTHING}
        self._unwoken = {
            kind: [one.evaluate for one in heard if one.wakes is None] for kind, heard in self._heard.items()
        }

    def outcomes(self, context: Context) -> list[Match | Unknown]:
        """What the parts say that do not say no; a part that does not concern this kind of event says no."""
        kind, hits = type(context.event), context.hits
        asked = self._unwoken[kind]
        if hits:
            awake = (one for one in self._heard[kind] if one.wakes is None or not one.wakes.isdisjoint(hits))
            asked = [one.evaluate for one in awake]
        return [outcome for evaluate in asked if (outcome := evaluate(context)) is not None]


def _unknown(outcomes: Iterable[Outcome]) -> Unknown | None:
    missing = dict.fromkeys(what for one in outcomes if isinstance(one, Unknown) for what in one.missing)
    return Unknown(tuple(missing)) if missing else None


def _combined(
    evaluate: Callable[[Context], Outcome], wakes: frozenset[int] | None, hears: frozenset[type], tests: Sequence[Test]
) -> Test:
    return Test(
        evaluate,
        wakes,
        hears,
        memory=reduce(Memory.union, (test.memory for test in tests)),
        needs=_needs([test.needs for test in tests if test.needs is not None]),
        counters=frozenset[str]().union(*(test.counters for test in tests)),
        cost=sum(test.cost for test in tests),
    )


Needs = Callable[[Judged], Iterable[FactKey]]


def _needs(parts: Sequence[Needs]) -> Needs | None:
    different = tuple(dict.fromkeys(parts))
    if len(different) < 2:
        return different[0] if different else None
    return lambda event: frozenset(key for part in different for key in part(event))


def _union(sets: Iterable[frozenset[int] | None]) -> frozenset[int] | None:
    together: frozenset[int] = frozenset()
    for one in sets:
        if one is None:
            return None
        together |= one
    return together
