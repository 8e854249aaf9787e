"""What holds once a proposal is adopted, and what is tidied away once it is over."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from bot import settings as community
from bot.ids import PolicyId, RevisionId
from bot.lawmaking.scene import Scene
from bot.proposals import Proposal
from bot.records import SettingChanged


class Adopted(NamedTuple):
    """The proposal afterwards, and what is set by it."""

    proposal: Proposal
    settings: tuple[SettingChanged, ...]


def adopted(scene: Scene, proposal: Proposal, why: str = "") -> Adopted:
    """As it was proposed, under its author's name; or, where the guard refuses it by now, vetoed by law."""
    if against_the_law(scene, proposal):
        return Adopted(scene.into(proposal, "vetoed"), ())
    after = replace(scene.into(proposal, "adopted", why), revision=_revision(scene, proposal))
    return Adopted(after, tuple(_set(scene, proposal)))


def against_the_law(scene: Scene, proposal: Proposal) -> bool:
    """Whether it would silence people for naming those who run the place, whoever wants it."""
    if proposal.kind not in ("new", "change"):
        return False
    return scene.desk.objection(_name(proposal), proposal.content) is not None


def tidied(scene: Scene, proposal: Proposal) -> Iterator[SettingChanged]:
    """Its trial is over: what was tried goes, with whatever a manager set about it."""
    if proposal.trial:
        keys = (community.policy_key(proposal.trial), community.mode_key(community.policy_id(proposal.trial)))
        yield from (scene.set(key, None) for key in keys if key in scene.settings.values)


def _set(scene: Scene, proposal: Proposal) -> Iterator[SettingChanged]:
    if proposal.kind == "rules":
        yield scene.set(community.PROPOSAL_RULES, proposal.content, proposal.by)
        return
    policy = _policy(proposal)
    if proposal.kind != "mode":
        yield scene.set(community.policy_key(_name(proposal)), proposal.content, proposal.by)
    yield scene.set(community.mode_key(policy), proposal.mode, proposal.by)
    yield scene.set(community.decided_key(policy), proposal.id)


def _revision(scene: Scene, proposal: Proposal) -> RevisionId | None:
    if proposal.kind in ("new", "change"):
        return scene.desk.revision(_name(proposal), proposal.content)
    known = scene.desk.known(_policy(proposal)) if proposal.kind == "mode" else None
    return known.revision if known else None


def _policy(proposal: Proposal) -> PolicyId:
    return proposal.policy or PolicyId("")


def _name(proposal: Proposal) -> str:
    return _policy(proposal).rpartition("/")[2]
