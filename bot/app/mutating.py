"""Leaving out parts of a pack, one after the other, to see whether a case would notice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import ValidationError

from bot.policy import cases
from bot.policy.kind import Kind
from bot.policy.pack import Pack, Policy, Unless
from bot.policy.when import When

_BRANCHES = ("all", "any", "none")


@dataclass(frozen=True, slots=True)
class Mutation:
    """A part that was left out for once."""

    part: str
    """`pack/policy`, or with the keys that lead to a part of it."""
    whole: bool
    """A whole policy was left out."""
    noticed_by: tuple[int, ...]
    """The cases that fail without it and hold with it."""


def mutate(pack: Pack) -> Iterator[Mutation]:
    """Leave out each policy, then each condition and each exception of those that remain."""
    failing = {one.number for one in cases.check(pack) if not one.passed}

    def notice(part: str, changed: Pack, *, whole: bool) -> Mutation:
        failed = (one.number for one in cases.check(changed) if not one.passed)
        return Mutation(part, whole, tuple(number for number in failed if number not in failing))

    for policy in pack.policies:
        rest = tuple(one for one in pack.policies if one is not policy)
        yield notice(pack.name(policy), replace(pack, policies=rest), whole=True)
    for policy in pack.policies:
        for part, lesser in _lesser(policy):
            policies = tuple(lesser if one is policy else one for one in pack.policies)
            yield notice(f"{pack.name(policy)} {part}", replace(pack, policies=policies), whole=False)


def _lesser(policy: Policy) -> Iterator[tuple[str, Policy]]:
    """The policy without each of its parts; what would be no policy any more is left aside."""
    for part, when in _without("when", policy.when):
        if when.looks_for_something():
            yield part, policy.model_copy(update={"when": when})
    for name in Unless.model_fields:
        if getattr(policy.unless, name) is not None:
            yield f"unless.{name}", policy.model_copy(update={"unless": policy.unless.model_copy(update={name: None})})


def _without(path: str, when: When) -> Iterator[tuple[str, When]]:
    for name, value in when:
        if isinstance(value, Kind):
            yield from _valid(f"{path}.{name}", when, {name: None})
        elif name in _BRANCHES:
            for index, part in enumerate(value):
                rest = (*value[:index], *value[index + 1 :])
                yield from _valid(f"{path}.{name}.{index}", when, {name: rest})
                for inner, lesser in _without(f"{path}.{name}.{index}", part):
                    yield from _valid(inner, when, {name: (*value[:index], lesser, *value[index + 1 :])})


def _valid(path: str, when: When, update: dict[str, object]) -> Iterator[tuple[str, When]]:
    """Nothing where the rest would say nothing."""
    try:
        yield path, When(**{**dict(when), **update})
    except ValidationError:
        return
