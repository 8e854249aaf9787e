"""The criticism guard: nobody is silenced for an opinion, or for naming those who run the place.

A pack says under `brand` what its makers and their products are called. A policy that takes anything away (whatever is
more than remind, reply, alert or react) is refused if there is a way to match it that goes through a brand's name and
through nothing that is wrong whoever says it: an insult, a scam, a listed domain, a flood. Circumstances (where, when,
how old, how long, in which language) make no difference to that, nor does a link that leads just anywhere, since that
is what a review holds. A phrase with a brand in it counts as the brand's name: put what is wrong about it into a
condition of its own, and both into `all`. What feelings a text shows is no condition at all.

The guard cannot read minds: where words of blame stand in a condition of their own, they pass for wrongs, and where no
brand is declared, there is none to guard. Packs and their cases are read by people for that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

from bot.errors import Complaint
from bot.events import MessagePosted
from bot.policy import staging
from bot.policy.case import Case
from bot.policy.kind import Bench, Context, Kind, Match, Test
from bot.policy.kinds.links import Links
from bot.policy.pack import Pack, Policy
from bot.policy.when import When
from bot.text import Pattern, Reading, Scanner

FEELINGS = frozenset({"sentiment", "opinion", "tone", "mood", "critique", "criticism"})
"""Conditions that there will never be."""

WRONGS = frozenset(
    {"words", "regex", "invites", "mentions", "rate", "repeats", "several_channels", "joins", "secrets", "name"}
)
"""Conditions on what somebody does, which is wrong whatever it is about; of links, see `_wrong`."""

_STAND_IN = "zqxjkvw"
_FRAMES = ("{}", "0 {} 0", "0 0 0 0 0 0 0 0 {} 0 0 0 0 0 0 0 0")
_HINT = "let it only alert, or ask for something that is wrong whoever says it as well: all = [{ … }, { … }]"

Way = tuple[bool, bool]
"""One way to match: whether it goes through a brand's name, and whether through a wrong."""


def silences(policy: Policy, names: Sequence[str], files: Mapping[str, str]) -> bool:
    """Whether it takes something away from people, and for no more than a brand's name."""
    if not names or all(then.only_talks for then in policy.outcomes):
        return False
    return (True, False) in _ways(policy.when, _Brand(names, files))


def complaint(policy: Policy, place: str) -> Complaint:
    """Why such a policy is refused, and what to do about it."""
    force = {action for then in policy.outcomes if not then.only_talks for action in then.actions}
    named = ", ".join(name for name in type(policy.then).model_fields if name in force)
    return Complaint(place, f'"{policy.id}" would answer the mere name of a brand with {named}: critique stays', _HINT)


def brand(packs: Iterable[Pack]) -> tuple[str, ...]:
    """What the makers and their products are called by all packs together."""
    return tuple(dict.fromkeys(name for pack in packs for name in pack.brand))


def across(packs: Iterable[Pack]) -> Iterator[Complaint]:
    """Policies of any pack that silence whoever names a brand of any other; each was read with its own in mind."""
    bound = tuple(packs)
    names = brand(bound)
    for pack in bound:
        if set(pack.brand) == set(names):
            continue
        for policy in pack.policies:
            if silences(policy, names, pack.files):
                yield complaint(policy, pack.name(policy))


def feelings(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], Complaint]]:
    """Every condition on feelings in what a pack's file holds, with the keys that lead there; places are left out."""
    policies = data.get("policies")
    for index, policy in enumerate(policies if isinstance(policies, list) else ()):
        if isinstance(policy, Mapping):
            for path in _feelings(policy.get("when"), ("policies", index, "when")):
                problem = f'there is no condition "{path[-1]}": what somebody thinks or feels is nothing to punish'
                yield path, Complaint("", problem, "say what they must not do instead: words, links, rate …")


def _feelings(when: object, path: tuple[str | int, ...], depth: int = 0) -> Iterator[tuple[str | int, ...]]:
    if not isinstance(when, Mapping) or depth > 50:
        return
    yield from ((*path, key) for key in when if key in FEELINGS)
    for key in ("all", "any", "none"):
        parts = when.get(key)
        for index, part in enumerate(parts if isinstance(parts, list) else ()):
            yield from _feelings(part, (*path, key, index), depth + 1)


class _Brand:
    """Tells which conditions a brand's name meets."""

    def __init__(self, names: Sequence[str], files: Mapping[str, str]) -> None:
        self._names = names
        self._search = Scanner([Pattern(name) for name in names])
        self._bench = Bench(files=files)

    def way(self, name: str, kind: Kind) -> Way:
        """What a match of one condition goes through."""
        bench = Bench(files=self._bench.files)
        test = kind.compile(bench)
        if kind.circumstance:
            return False, False
        if any(map(self._names_it, _written(kind, test, bench))) or self._met(test, bench):
            return True, False
        return False, _wrong(name, kind)

    def _names_it(self, written: str) -> bool:
        return bool(self._search.scan(Reading(written)))

    def _met(self, test: Test, bench: Bench) -> bool:
        """Whether the name meets a search for words, where another word in its place does not."""
        if test.wakes is None:
            return False
        scanner = Scanner(list(bench.patterns))
        return any(
            _holds(test, scanner, frame.format(name)) and not _holds(test, scanner, frame.format(_STAND_IN))
            for name in self._names
            for frame in _FRAMES
        )


def _ways(when: When, brand: _Brand) -> frozenset[Way]:
    """Every kind of way through a condition; what stands under `none` opens none."""
    needed = [frozenset({brand.way(name, kind)}) for name, kind in when if isinstance(kind, Kind)]
    needed += [_ways(part, brand) for part in when.all]
    if when.any:
        needed.append(frozenset[Way]().union(*(_ways(part, brand) for part in when.any)))
    return reduce(_both, needed, frozenset({(False, False)}))


def _both(one: frozenset[Way], other: frozenset[Way]) -> frozenset[Way]:
    return frozenset((a[0] or b[0], a[1] or b[1]) for a in one for b in other)


def _wrong(name: str, kind: Kind) -> bool:
    """A link is wrong where it leads, not because it leads somewhere."""
    if isinstance(kind, Links):
        given = kind.model_dump(exclude_defaults=True)
        return bool(given.keys() - {"allow", "allow_from", "in_code", "in_quotes"})
    return name in WRONGS


def _written(kind: Kind, test: Test, bench: Bench) -> Iterator[str]:
    """What a condition looks for, in its own words; lists of exceptions are left out."""
    if test.wakes is not None:
        for sought, number in bench.patterns.items():
            if number in test.wakes:
                yield sought.written
        return
    for key, value in kind.model_dump(mode="json").items():
        if not key.startswith(("allow", "not_", "other_")):
            yield from _strings(value)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def _holds(test: Test, scanner: Scanner, text: str) -> bool:
    case = Case(text=text, expect=())
    event = staging.event(case)
    if not isinstance(event, MessagePosted) or MessagePosted not in test.hears:
        return False
    reading = Reading(text)
    context = Context(event, reading, scanner.scan(reading), facts=staging.CaseFacts(case))
    return isinstance(test.evaluate(context), Match)
