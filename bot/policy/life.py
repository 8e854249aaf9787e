"""The life of a policy: which wording of it is live, and how far it goes, when its files change or break.

New policies start in shadow, since that is what a pack says where it says nothing. To write `enforce`, in the pack or
in the community's settings, is to activate; that is refused while one of the policy's own cases fails, or while there
is another reason against it. What was live then stays live, and a policy that never was runs in shadow, where it does
nothing. So it is with a file that cannot be read: everything of its pack stays as it was last.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.errors import Complaint
from bot.ids import PolicyId
from bot.policy import cases, guard
from bot.policy.edition import Edition, editions, restored
from bot.policy.pack import Mode, Pack, Revision

_CHECK = "see palabre policy check"


@dataclass(frozen=True, slots=True)
class Standing:
    """What was last live of a policy."""

    revision: Revision
    mode: Mode


@dataclass(frozen=True, slots=True)
class Source:
    """What stands in a pack's folder now."""

    name: str
    """The pack's own, as far as it is known."""
    pack: Pack | None
    """None where it cannot be read."""
    complaints: tuple[Complaint, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What is live from now on."""

    editions: tuple[Edition, ...]
    """In the order of the packs; those that are off included."""
    complaints: tuple[Complaint, ...]
    """What was refused, and why."""

    @property
    def standings(self) -> Mapping[PolicyId, Standing]:
        """By policy."""
        return {one.id: Standing(one.revision, one.mode) for one in self.editions}


Objection = Callable[[Edition], Complaint | None]
"""Another reason not to enforce a policy."""


def decide(
    sources: Sequence[Source], modes: Mapping[PolicyId, Mode], last: Mapping[PolicyId, Standing], against: Objection
) -> Decided:
    """What is live from now on, of what stands in the folders and what was live until now."""
    twice = _twice(sources)
    silenced = {PolicyId(one.place): one for one in guard.across(one.pack for one in sources if one.pack)}
    live: list[Edition] = []
    complaints: list[Complaint] = []
    for name in dict.fromkeys(source.name for source in sources):
        source = next(one for one in sources if one.name == name)
        complaints += source.complaints
        if source.pack is None or name in twice:
            live += _kept(name, last)
            complaints += [twice[name]] if name in twice else []
            continue
        failed = cases.failing(source.pack, modes)
        for wanted in editions(source.pack, modes):
            refusal = _failed(wanted, failed) or silenced.get(wanted.id) or against(wanted)
            if wanted.mode != "enforce" or refusal is None:
                live.append(wanted)
            else:
                live.append(_instead(wanted, last.get(wanted.id)))
                complaints.append(refusal)
    return Decided(tuple(live), tuple(dict.fromkeys(complaints)))


def _kept(pack: str, last: Mapping[PolicyId, Standing]) -> Iterator[Edition]:
    """All that was live of a pack."""
    for policy, standing in last.items():
        if policy.partition("/")[0] == pack:
            edition = restored(standing.revision, standing.mode)
            if edition is not None:
                yield edition


def _instead(wanted: Edition, standing: Standing | None) -> Edition:
    """What runs in place of a policy that is not to be enforced as it is: what was live, or the same on trial."""
    if standing is not None and standing.mode == "enforce":
        edition = restored(standing.revision, standing.mode)
        if edition is not None:
            return edition
    return Edition(wanted.revision, wanted.policy, wanted.files, "shadow")


def _failed(wanted: Edition, failing: Mapping[PolicyId, tuple[int, ...]]) -> Complaint | None:
    numbers = failing.get(wanted.id)
    if not numbers:
        return None
    which = f"case {numbers[0]} fails" if len(numbers) == 1 else f"cases {', '.join(map(str, numbers))} fail"
    return Complaint(wanted.id, f"it is not activated as it stands now, since {which}", _CHECK)


def _twice(sources: Sequence[Source]) -> Mapping[str, Complaint]:
    names = [source.name for source in sources]
    again = dict.fromkeys(name for name in names if names.count(name) > 1)
    return {name: Complaint(name, "two packs have this id", "give one of them another") for name in again}
