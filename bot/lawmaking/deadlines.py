"""What follows when nobody acts: talk gives way to a vote or to managers, votes are counted, what passed holds."""

from collections.abc import Iterable
from dataclasses import replace

from bot.lawmaking import acting, adopting, cards, course, voting
from bot.lawmaking.scene import Scene
from bot.proposals import Proposal, Tried
from bot.records import ProposalMoved, Record, TimerArmed
from bot.rooms import Ruling
from bot.settings import policy_id
from bot.views import Phrase


def came(scene: Scene, proposal: Proposal) -> Ruling | None:
    """The one deadline of its state; None where it is over, or where a deadline came that is none of its own."""
    ends = course.ends(proposal, scene.settings)
    if ends is None:
        return None
    if ends > scene.at.now:
        return _later(scene, replace(proposal, due_at=ends))
    match proposal.state:
        case "discussion":
            return _talked_over(scene, proposal)
        case "deciding":
            return _to_vote(scene, proposal, ())
        case "voting":
            return _counted(scene, proposal)
        case _:
            done = adopting.adopted(scene, proposal)
            return _ended(scene, done.proposal, done.settings)


def _later(scene: Scene, proposal: Proposal) -> Ruling:
    """The bot was not there for a while: the clock stood still."""
    moved = ProposalMoved(proposal=proposal)
    armed = [TimerArmed(timer=course.timer(proposal), due_at=proposal.due_at)] if proposal.due_at else []
    return Ruling(
        rule="lawmaking/later",
        records=(moved, *armed),
        effects=scene.reworded(proposal, cards.public(scene, proposal)),
    )


def _talked_over(scene: Scene, proposal: Proposal) -> Ruling:
    tidied = tuple(adopting.tidied(scene, proposal))
    tried = replace(proposal, tried=_tried(scene, proposal))
    if tried.voted:
        return _to_vote(scene, tried, tidied)
    return _to_managers(scene, scene.into(tried, "deciding"), Phrase("proposal-to-decide"), tidied)


def _to_vote(scene: Scene, proposal: Proposal, also: Iterable[Record]) -> Ruling:
    """Those who may vote now are asked; where they are too few, managers decide, as long as they have not had that."""
    people = voting.electorate(acting.electors(scene, proposal), scene.at.now)
    if len(people) >= voting.FEWEST_ELECTORS:
        after = course.opened(proposal, people, scene.change("voting"), scene.settings)
        card = cards.public(scene, after)
        return scene.ruling("voting", after, (*acting.begun(scene, after), *also), scene.reworded(after, card))
    if proposal.state == "deciding" or proposal.kind == "rules":
        return _ended(scene, scene.into(proposal, "undecided"), also)
    few = Phrase("proposal-too-few", (("fewest", voting.FEWEST_ELECTORS),))
    return _to_managers(scene, scene.into(proposal, "deciding"), few, also)


def _counted(scene: Scene, proposal: Proposal) -> Ruling:
    after = course.counted(proposal, scene.settings, scene.at.now)
    if after.state == "cooling":
        return _to_managers(scene, after, Phrase("proposal-to-cool"), ())
    if after.state == "deciding":
        few = Phrase("proposal-too-few", (("fewest", voting.FEWEST_ELECTORS),))
        return _to_managers(scene, after, few, ())
    return _ended(scene, after)


def _ended(scene: Scene, proposal: Proposal, also: Iterable[Record] = ()) -> Ruling:
    """Managers are told as well: nobody of them did this."""
    over = acting.ended(scene, proposal, also)
    told = scene.to_team(cards.short(proposal, cards.standing(scene, proposal)), proposal)
    return scene.ruling(proposal.state, proposal, over.records, (*over.effects, *told))


def _to_managers(scene: Scene, proposal: Proposal, opening: Phrase, also: Iterable[Record]) -> Ruling:
    told = scene.to_team(cards.to_decide(scene, proposal, opening), proposal)
    shown = scene.reworded(proposal, cards.public(scene, proposal))
    return scene.ruling(proposal.state, proposal, (*acting.moved(proposal), *also), (*shown, *told))


def _tried(scene: Scene, proposal: Proposal) -> Tried | None:
    if not proposal.trial:
        return proposal.tried
    found = scene.facts.tried(policy_id(proposal.trial), proposal.opened_at)
    if found is None:
        return None
    return Tried(since=proposal.opened_at, until=scene.at.now, matched=found.matched, people=found.people)
