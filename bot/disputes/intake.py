"""Something comes to the team: it opens a case, or joins the one that there is, and whoever told of it is thanked."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cases.case import Case
from bot.cases.folding import YES
from bot.cases.lines import Opening
from bot.disputes import following, who
from bot.disputes.act import Act, Refusal
from bot.disputes.advancing import Advance
from bot.disputes.doors import doors, joining, thanks
from bot.disputes.doors.reactions import by_author
from bot.disputes.scene import Scene
from bot.disputes.told import cards, team
from bot.effects import Effect
from bot.events import Asked, ButtonPressed
from bot.facts import CASES
from bot.ids import AccountId, CaseId, digest
from bot.records import CaseWanted, Counted, IncidentMoved
from bot.rooms import Ruling
from bot.signs import Sign
from bot.views import Card, Phrase


def asked_for(asked: Asked, scene: Scene) -> tuple[Ruling, ...]:
    """Somebody came through a door with a form or a command."""
    opening = doors.placed(doors.opening(asked), scene.settings, scene.facts)
    if (refusal := _impossible(opening, asked, scene)) is not None:
        return (following.said("nobody", scene, Card(body=(refusal,))),)
    if joining.too_many(opening, scene.facts, scene.at.now):
        return (following.said("too-many", scene, thanks.too_many()),)
    return _taken_in(opening, scene, thanked=True)


def by_reaction(sign: Sign, scene: Scene) -> tuple[Ruling, ...]:
    """A manager reacted to somebody's message; the reaction goes before anything else is done."""
    hidden, cited = sign.hiding, sign.reaction.cited
    if cited is None:
        return (following.said("unseen", scene, Card(body=(Phrase("case-door-unseen"),)), *hidden),)
    if by_author(sign.reaction, scene.facts):
        return (Ruling(rule="disputes/conflict", effects=hidden),)
    opening = doors.placed(doors.by_reaction(sign.reaction, sign.door, cited), scene.settings, scene.facts)
    known = joining.joined(opening, scene.facts, scene.at.now)
    if known is not None and (sign.door == "dispute" or sign.reaction.account in known.reporters):
        return (Ruling(rule="disputes/joined", effects=hidden),)
    return _taken_in(opening, scene, *hidden, thanked=True, seen=sign.door == "report" and not hidden)


def wanted(wanted: CaseWanted, scene: Scene) -> tuple[Ruling, ...]:
    """Another room asks for a case: because of a policy, a measure, a crowd or an automatic decision."""
    opening = doors.placed(wanted.opening, scene.settings, scene.facts)
    if opening.kind != "measure":
        return _taken_in(opening, scene)
    decided = Act(
        move="decide",
        by=opening.opener,
        text=wanted.reasons,
        outcome="measure",
        penalties=wanted.penalties,
        policies=opening.policies,
    )
    return _taken_in(opening, scene, decided=decided, second=wanted.second)


def reviewed(opening: Opening, scene: Scene) -> tuple[Ruling, ...]:
    """An automatic decision is to be looked at by a person."""
    return _taken_in(opening, scene)


def taken_over(
    press: ButtonPressed, opening: Opening, scene: Scene, *first: Effect, old: Sequence[Effect]
) -> tuple[Ruling, ...]:
    """A report from before there were cases, by whoever presses a button of its card: they have it from now on."""
    opening = doors.placed(opening, scene.settings, scene.facts)
    moved = _begun(opening, scene)
    if isinstance(moved, Advance):
        moved = moved.to((Act(move="claim", by=press.account),))
    if isinstance(moved, Refusal) or moved.case is None:
        why = moved.why if isinstance(moved, Refusal) else Phrase("case-unknown")
        return (following.said("refused", scene, Card(body=(why,)), *first),)
    answer = Card(body=(Phrase("case-from-report-taken", (("case", moved.case.id),)),))
    answer = replace(answer, buttons=(cards.button(moved.case, "show"),))
    found = following.rulings(moved, *first, answer=answer, also=old)
    if opening.incident is None:
        return found
    taken = IncidentMoved(incident=opening.incident, state="taken", by=press.account, at=scene.at.now)
    return (replace(found[0], records=(*found[0].records, taken)), *found[1:])


def _taken_in(
    opening: Opening,
    scene: Scene,
    *first: Effect,
    decided: Act | None = None,
    second: AccountId | None = None,
    thanked: bool = False,
    seen: bool = False,
) -> tuple[Ruling, ...]:
    moved = _sent_out(_begun(opening, scene, decided, second), scene)
    if isinstance(moved, Refusal) or moved.case is None:
        why = moved.why if isinstance(moved, Refusal) else Phrase("case-unknown")
        return (following.said("refused", scene, Card(body=(why,)), *first),)
    case, also = moved.case, list[Effect]()
    if opening.concern == "danger":
        also += team.called(case, scene)
    crowd = joining.crowd(opening, scene.facts, scene.at.now)
    if crowd is not None:
        number, alike = crowd
        also += team.crowded(case, number, alike=alike, scene=scene)
    answer = thanks.card(case, scene, opening, seen=seen) if thanked else None
    found = following.rulings(moved, *first, answer=answer, also=also)
    return _counted(found, opening, scene) if found else _nothing_new(scene, *first, answer=answer)


def _begun(
    opening: Opening, scene: Scene, decided: Act | None = None, second: AccountId | None = None
) -> Advance | Refusal:
    """In the live case about the same thing, where there is one; else in one of its own.

    What a manager decides is decided there, if they may; where they may not, it has a case of its own.
    """
    known = joining.joined(opening, scene.facts, scene.at.now)
    if known is not None and decided is None:
        return Advance(scene, known, known.id).to(_joining(known, opening, scene))
    if known is not None and decided is not None and opening.door != "hand":
        moved = Advance(scene, known, known.id).to((*_taking(known, decided), *_together(decided, second)))
        if isinstance(moved, Advance):
            return moved
    links = tuple(dict.fromkeys((*opening.links, *joining.related(opening, scene.facts))))
    fresh = Act(move="open", by=_opener(opening), opening=replace(opening, links=links))
    if decided is not None and second is None:
        fresh = replace(decided, move="open", opening=fresh.opening)
    acts = (fresh, *_together(decided, second)) if decided is not None and second is not None else (fresh,)
    return Advance(scene, None, _next(scene)).to(acts)


def _sent_out(moved: Advance | Refusal, scene: Scene) -> Advance | Refusal:
    """What is about the team, and can be looked at by nobody of it, goes outside at once, where the bot can write."""
    if isinstance(moved, Refusal) or moved.case is None or scene.settings.contact() is None:
        return moved
    case = moved.case
    new = bool(moved.steps) and moved.steps[0].before is None
    if not new or case.state != "open" or not case.opening.private:
        return moved
    if who.confidants(case, scene.settings, scene.facts, scene.at.now):
        return moved
    referred = moved.to((Act(move="refer", by=None),))
    return moved if isinstance(referred, Refusal) else referred


def _joining(known: Case, opening: Opening, scene: Scene) -> tuple[Act, ...]:
    """A further report says the same of it; where it is a policy that does, that is noted."""
    by = opening.reporter or opening.opener
    if by is not None:
        return (Act(move="join", by=by, text=opening.text, evidence=opening.evidence),)
    titles = ", ".join(title.say(scene.settings.locale) for title in opening.titles)
    noted = Act(move="note", by=None, text=titles)
    return (noted,) if titles and not any(note.text == titles for note in known.notes) else ()


def _taking(known: Case, decided: Act) -> tuple[Act, ...]:
    """Whoever decides takes the case first, where nobody has."""
    return (Act(move="claim", by=decided.by),) if known.state == "open" else ()


def _together(decided: Act, second: AccountId | None) -> tuple[Act, ...]:
    """What another agreed to already stands in the log as if it had been asked for there."""
    if second is None:
        return (decided,)
    proposed = replace(decided, move="propose", choice="decide", outcome=None)
    return (proposed, Act(move="second", by=second, choice=YES), decided)


def _nothing_new(scene: Scene, *first: Effect, answer: Card | None) -> tuple[Ruling, ...]:
    """It says nothing that is not known: only whoever told of it hears something."""
    told = (*first, *(scene.answer(answer) if answer is not None else ()))
    return (Ruling(rule="disputes/joined", effects=told),) if told else ()


def _opener(opening: Opening) -> AccountId | None:
    """Who opened it, as everybody may know who reads of it: never who reported."""
    return opening.opener if opening.kind != "report" else None


def _next(scene: Scene) -> CaseId:
    known = scene.facts.counter(*CASES)
    return CaseId(str((known.value if known else 0) + 1))


def _impossible(opening: Opening, asked: Asked, scene: Scene) -> Phrase | None:
    """Why it takes somebody else, or something more."""
    if opening.kind == "dispute" and (opening.respondent is None or scene.person(opening.respondent) is None):
        return Phrase("case-dispute-nobody")
    about = opening.respondent
    if about is not None and opening.kind == "dispute" and about in {asked.account}:
        return Phrase("case-dispute-oneself")
    return None


def _counted(found: tuple[Ruling, ...], opening: Opening, scene: Scene) -> tuple[Ruling, ...]:
    """How much somebody reports is counted, under a name that leads nowhere."""
    if not found or opening.reporter is None or scene.asked is None:
        return found
    about = digest(f"{scene.asked.space} {scene.asked.id}")
    counted = Counted(counter=joining.COUNTER, of=opening.reporter, by=1, at=scene.at.now, about=about)
    return (replace(found[0], records=(*found[0].records, counted)), *found[1:])
