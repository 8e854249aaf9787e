"""What follows from moves: lines of the log, deadlines, measures, and everybody who is told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.cases.case import Case
from bot.disputes import advancing, files, orders, reviews
from bot.disputes.act import Step
from bot.disputes.advancing import Advance
from bot.disputes.outside import outside
from bot.disputes.scene import Scene
from bot.disputes.told import cards, parties, team
from bot.effects import Effect
from bot.facts import CASES
from bot.records import CaseLogged, Counted, Record
from bot.rooms import Ruling, Subject
from bot.views import Button, Card, Phrase


def rulings(
    moved: Advance, *first: Effect, answer: Card | None = None, also: Sequence[Effect] = ()
) -> tuple[Ruling, ...]:
    """One for each line, so that the chain of rulings holds it; whoever asked is answered with the last one.

    What a ruling is about stands in the log alone, which not everybody may read: here is only its number.
    """
    found = [_ruling(step, moved.scene) for step in moved.steps]
    if not found:
        return ()
    scene, last = moved.scene, moved.steps[-1].after
    found[0] = replace(found[0], effects=(*first, *found[0].effects))
    shown = (*team.shown(moved.steps, scene, advancing.can(last, None, scene)), *team.asked(moved.steps, scene))
    answered = scene.answer(answer) if answer is not None else ()
    closing = found[-1]
    found[-1] = replace(
        closing,
        records=(*closing.records, *advancing.deadlines(moved.steps, scene)),
        effects=(*closing.effects, *shown, *also, *answered),
    )
    return tuple(found)


def said(rule: str, scene: Scene, card: Card, *effects: Effect) -> Ruling:
    """Nothing moves: whoever asked is told something."""
    return Ruling(rule=f"disputes/{rule}", effects=(*effects, *scene.answer(card)))


def done(case: Case, move: str) -> Card:
    """What whoever made a move reads."""
    told = Phrase("case-done", (("move", move), ("case", case.id), ("kind", case.opening.kind)))
    return Card(body=(told,), buttons=tuple(_further(case, move)))


def _further(case: Case, move: str) -> Iterator[Button]:
    if move == "reopen" or (move in ("claim", "assign", "take") and case.live):
        yield cards.button(case, "show")


def _ruling(step: Step, scene: Scene) -> Ruling:
    case, line = step.after, step.line
    return Ruling(
        rule=f"disputes/{line.move}",
        why=(Phrase("case-why", (("move", line.move), ("case", case.id))),),
        subject=Subject(evidence=(f"case {case.id}",)),
        records=tuple(_records(step, scene)),
        effects=tuple(_effects(step, scene)),
    )


def _records(step: Step, scene: Scene) -> Iterator[Record]:
    if step.before is None:
        counter, of = CASES
        yield Counted(counter=counter, of=of, by=1, at=scene.at.now)
    yield CaseLogged(case=step.after.id, number=step.after.lines, line=step.line)
    yield from orders.records(step, scene)
    incident = step.after.opening.incident
    if step.after.opening.kind == "review" and incident is not None:
        moved = reviews.follows(step, scene.facts.incident(incident))
        if moved is not None:
            yield moved


def _effects(step: Step, scene: Scene) -> Iterator[Effect]:
    yield from team.told(step, scene)
    if not _spoken_for(step):
        yield from parties.told(step, scene)
    yield from outside.told(step, scene)
    yield from files.wanted(step, scene)


def _spoken_for(step: Step) -> bool:
    """Of a review, that it begins and that it was a mistake is told by the room that keeps incidents."""
    if step.after.opening.kind != "review":
        return False
    return step.line.move == "open" or (step.after.outcome == "overturned" and step.line.move in ("decide", "overturn"))
