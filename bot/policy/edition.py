"""A policy as it stands in a book: one wording, in one mode; taken from a pack, or brought back from what was kept."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from bot.ids import PolicyId
from bot.policy.pack import Mode, Pack, Policy, Revision, revision


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that is needed to run a policy."""

    revision: Revision
    policy: Policy
    files: Mapping[str, str]
    """The list files of its pack, or those alone that it names."""
    mode: Mode

    @property
    def id(self) -> PolicyId:
        """The policy's name among those of all packs."""
        return self.revision.policy


def editions(pack: Pack, modes: Mapping[PolicyId, Mode]) -> Iterator[Edition]:
    """Every policy of a pack as it is worded now; `modes` overlays what the pack says."""
    for policy in pack.policies:
        wording = revision(pack, policy)
        yield Edition(wording, policy, pack.files, modes.get(wording.policy, policy.mode))


def restored(wording: Revision, mode: Mode) -> Edition | None:
    """A wording of earlier, ready to run again; None where this version of the program no longer understands it."""
    try:
        content = json.loads(wording.canonical)
        says = {**content["says"], "id": wording.policy.rpartition("/")[2], "mode": mode}
        return Edition(wording, Policy.model_validate(says), content["files"], mode)
    except (ValidationError, ValueError, KeyError, TypeError):
        return None
