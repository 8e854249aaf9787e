"""What people do about a proposal: read it, vote, take it back; and managers: adopt, reject, let it be voted on."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from bot.effects import Effect
from bot.events import Asked
from bot.facts import Elector
from bot.ids import ProposalId, SpaceId
from bot.lawmaking import adopting, cards, course, voting
from bot.lawmaking.scene import Scene
from bot.proposals import Proposal, ProposalState, Vote
from bot.records import Counted, ProposalMoved, Record, TimerArmed, TimerCancelled
from bot.rooms import Ruling
from bot.views import Instant, Phrase

VOTED = ("proposal_votes", "all")
"""The counter of proposals that were voted on, and of what it is."""
_VOTES: Mapping[str, Vote] = {"for": "for", "against": "against", "abstain": "abstain"}
_BEFORE_THE_END: tuple[ProposalState, ...] = ("discussion", "deciding", "voting")
Refusing = Literal["rejected", "vetoed"]
_FROM: Mapping[Refusing, ProposalState] = {"rejected": "deciding", "vetoed": "cooling"}


class Ending(NamedTuple):
    """What is written down and wanted when a proposal is over."""

    records: tuple[Record, ...]
    effects: tuple[Effect, ...]


def about(asked: Asked) -> ProposalId:
    """The proposal that a button or a form is about; for a vote, the choice follows it."""
    subject: str = getattr(asked, "subject", "") or getattr(asked, "about", "")
    return ProposalId(subject.partition(":")[0])


def shown(scene: Scene, proposal: Proposal) -> Ruling:
    """All of it, with what whoever asks may do about it."""
    return scene.said("shown", cards.whole(scene, proposal))


def voted(scene: Scene, proposal: Proposal, choice: str) -> Ruling:
    """One vote of each person, which they may change until voting closes; nobody else learns of it."""
    vote = _VOTES.get(choice)
    if vote is None or proposal.state != "voting" or proposal.due_at is None or scene.at.now >= proposal.due_at:
        return scene.refused(Phrase("proposal-not-voting"))
    after = voting.cast(proposal, scene.accounts, vote, scene.at.now)
    if after is None:
        return scene.refused(Phrase("proposal-no-vote", (("days", voting.MEMBER_FOR.days),)))
    noted = Phrase("proposal-vote-noted", (("vote", vote), ("instant", Instant(proposal.due_at))))
    answer = scene.answer(cards.short(after, noted))
    records = () if after == proposal else (ProposalMoved(proposal=after),)
    return Ruling(rule="lawmaking/voted", records=records, effects=(answer,))


def withdrawn(scene: Scene, proposal: Proposal) -> Ruling:
    """Its author takes it back, as long as nothing is decided."""
    if proposal.by not in scene.accounts:
        return scene.refused(Phrase("proposal-not-yours"))
    if proposal.state not in _BEFORE_THE_END:
        return scene.refused(Phrase("proposal-over"))
    return _ended(scene, scene.into(proposal, "withdrawn"))


def adopted(scene: Scene, proposal: Proposal, why: str) -> Ruling:
    """A manager adopts what was talked over, and says why; how proposals are decided is for members to change."""
    if proposal.state != "deciding" or proposal.kind == "rules":
        return scene.refused(Phrase("proposal-over"))
    if not why.strip():
        return scene.refused(Phrase("proposal-reason"))
    done = adopting.adopted(scene, proposal, why.strip())
    if done.proposal.state == "vetoed":
        return scene.refused(Phrase("proposal-problem", (("place", "brand"),)))
    return _ended(scene, done.proposal, done.settings)


def refused(scene: Scene, proposal: Proposal, why: str, state: Refusing) -> Ruling:
    """A manager rejects what was talked over, or vetoes what was voted: with a reason that everybody reads."""
    if proposal.state != _FROM[state]:
        return scene.refused(Phrase("proposal-over"))
    if not why.strip():
        return scene.refused(Phrase("proposal-reason"))
    return _ended(scene, scene.into(proposal, state, why.strip()))


def opened(scene: Scene, proposal: Proposal) -> Ruling:
    """A manager leaves it to a vote."""
    if proposal.state != "deciding":
        return scene.refused(Phrase("proposal-over"))
    people = voting.electorate(electors(scene, proposal), scene.at.now)
    if len(people) < voting.FEWEST_ELECTORS:
        return scene.refused(Phrase("proposal-too-few", (("fewest", voting.FEWEST_ELECTORS),)))
    after = course.opened(proposal, people, scene.change("voting"), scene.settings)
    shown = scene.reworded(after, cards.public(scene, after))
    done = scene.answer(cards.short(after, cards.standing(scene, after)))
    return scene.ruling("voting", after, begun(scene, after), (*shown, done))


def electors(scene: Scene, proposal: Proposal) -> tuple[Elector, ...]:
    """Everybody of every space, whoever of them may vote."""
    facts = (scene.facts.electorate(space) for space in spaces(scene.settings.file.spaces, proposal))
    return tuple(one for fact in facts if fact for one in fact.electors)


def spaces(ours: Iterable[SpaceId], proposal: Proposal) -> tuple[SpaceId, ...]:
    """Where people are who may vote."""
    return tuple(dict.fromkeys((proposal.space, *ours)))


def begun(scene: Scene, proposal: Proposal) -> tuple[Record, ...]:
    """Voting is open: from now on the rules for it are members' to change."""
    counted = Counted(counter=VOTED[0], of=VOTED[1], by=1, at=scene.at.now, about=proposal.id)
    return (*moved(proposal), counted)


def moved(proposal: Proposal) -> tuple[Record, ...]:
    """How it stands, and its deadline."""
    if proposal.due_at is None:
        return (ProposalMoved(proposal=proposal), TimerCancelled(timer=course.timer(proposal)))
    return (ProposalMoved(proposal=proposal), TimerArmed(timer=course.timer(proposal), due_at=proposal.due_at))


def ended(scene: Scene, proposal: Proposal, settings: Iterable[Record] = ()) -> Ending:
    """It is over: everybody reads how, its author by a word of their own, and its trial goes."""
    records = (*moved(proposal), *adopting.tidied(scene, proposal), *settings)
    shown = scene.reworded(proposal, cards.public(scene, proposal))
    theirs = scene.asked is not None and proposal.by in scene.accounts
    told = cards.short(proposal, cards.standing(scene, proposal))
    return Ending(records, shown if theirs else (*shown, *scene.letter(proposal.by, told, proposal)))


def _ended(scene: Scene, proposal: Proposal, settings: Iterable[Record] = ()) -> Ruling:
    over = ended(scene, proposal, settings)
    done = scene.answer(cards.short(proposal, cards.standing(scene, proposal)))
    return scene.ruling(proposal.state, proposal, over.records, (*over.effects, done))
