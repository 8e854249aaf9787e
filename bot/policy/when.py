"""When a policy applies: conditions by their names, and how they combine."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Self

from pydantic import model_validator

from bot import documents
from bot.documents import Document
from bot.policy.kind import Bench, Context, Kind, Match, Test, joined
from bot.policy.kinds.links import Links
from bot.policy.kinds.mentions import Mentions
from bot.policy.kinds.rate import Rate
from bot.policy.kinds.words import Words

Path = tuple[str | int, ...]


class When(Document):
    """All that stands in one table must hold. A new kind of condition is one more field here, and its module."""

    words: Words | None = None
    links: Links | None = None
    mentions: Mentions | None = None
    rate: Rate | None = None
    all: tuple["When", ...] = ()
    any: tuple["When", ...] = ()
    none: tuple["When", ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any((self.all, self.any, self.none, *(kind for _, kind in self._kinds()))):
            names = ", ".join(type(self).model_fields)
            raise documents.wrong("there is no condition here", f"use one of {names}")
        return self

    def looks_for_something(self) -> bool:
        """Whether there is more to it than what must not be: `none` alone would hold for nearly every message."""
        if any(True for _ in self._kinds()):
            return True
        either = bool(self.any) and all(one.looks_for_something() for one in self.any)
        return either or any(one.looks_for_something() for one in self.all)

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, Kind]]:
        """Every condition in it, with the keys that lead there."""
        for name, kind in self._kinds():
            yield (*path, name), kind
        for name, parts in (("all", self.all), ("any", self.any), ("none", self.none)):
            for index, part in enumerate(parts):
                yield from part.walk((*path, name, index))

    def compile(self, bench: Bench) -> Test:
        """Make all of it ready to run."""
        tests = [kind.compile(bench) for _, kind in self._kinds()]
        tests += [part.compile(bench) for part in self.all]
        if self.any:
            tests.append(_any([part.compile(bench) for part in self.any]))
        if self.none:
            tests.append(_none([part.compile(bench) for part in self.none]))
        return tests[0] if len(tests) == 1 else _all(tests)

    def _kinds(self) -> Iterator[tuple[str, Kind]]:
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Kind):
                yield name, value


def _all(tests: Sequence[Test]) -> Test:
    def evaluate(context: Context) -> Match | None:
        found: list[Match] = []
        for test in tests:
            match = test.evaluate(context)
            if match is None:
                return None
            found.append(match)
        return joined(found)

    needed = [test.wakes for test in tests if test.wakes is not None]
    return _test(evaluate, min(needed, key=len, default=None), tests)


def _any(tests: Sequence[Test]) -> Test:
    def evaluate(context: Context) -> Match | None:
        found = [match for test in tests if (match := test.evaluate(context)) is not None]
        return joined(found) if found else None

    return _test(evaluate, _union(test.wakes for test in tests), tests)


def _none(tests: Sequence[Test]) -> Test:
    def evaluate(context: Context) -> Match | None:
        return None if any(test.evaluate(context) is not None for test in tests) else Match()

    return _test(evaluate, None, tests)


def _test(evaluate: Callable[[Context], Match | None], wakes: frozenset[int] | None, tests: Sequence[Test]) -> Test:
    horizon = max((test.horizon for test in tests), default=timedelta())
    return Test(evaluate, wakes, horizon, max((test.capacity for test in tests), default=0))


def _union(sets: Iterable[frozenset[int] | None]) -> frozenset[int] | None:
    together: frozenset[int] = frozenset()
    for one in sets:
        if one is None:
            return None
        together |= one
    return together
