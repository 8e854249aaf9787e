"""Somebody acts in a case: what they asked for becomes moves, and what they hear if there are none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot import settings as community
from bot.cases.case import Case
from bot.cases.folding import LATE, LIFT
from bot.commands import Level
from bot.disputes import advancing, alone, files, following, intake, reviews, who
from bot.disputes.act import Act, Refusal
from bot.disputes.advancing import Advance
from bot.disputes.desk import listing, offering, pressing
from bot.disputes.doors import rewording, takebacks
from bot.disputes.outside import outside
from bot.disputes.scene import Scene
from bot.disputes.told import cards, parties, party_roles
from bot.effects import EditCard, Effect
from bot.events import Asked, ButtonPressed, CommandInvoked, DoorUsed, EffectRefused, FilesHashed, ReactionRemoved
from bot.facts import IncidentFact, accounts_of
from bot.ids import AccountId, CaseId, IncidentId
from bot.measures import conflicts
from bot.records import IncidentMoved
from bot.rooms import Ruling, Subject
from bot.signs import Sign
from bot.views import Card, Instant, Person, Phrase, Text

OLD_REPORTS = frozenset({"report-take", "report-remove", "report-ask", "report-close"})
"""Buttons of cards from before reports were cases."""
_SILENCE = {
    "remind": Act(move="remind", by=None),
    "second": Act(move="second", by=None, choice=LATE),
    "lapse": Act(move="lapse", by=None),
}
_NOTE = "case "
"""How letters about a case say so."""


def by_team(asked: Asked, scene: Scene) -> tuple[Ruling, ...]:
    """One of the team wants something of a case; to whoever may not see it, there is none."""
    named = scene.facts.case(pressing.case_of(asked))
    case = listing.visible(named, asked.account, scene)
    if case is None:
        why = conflicts.EARLIER if _was_theirs(named, asked, scene) else Phrase("case-unknown")
        return (following.said("unknown", scene, Card(body=(why,))),)
    if pressing.meant(asked) == "show":
        can = advancing.can(case, asked.account, scene)
        if card := cards.group_card(case, can, pressing.group(asked)):
            return (following.said("shown", scene, card),)
        return (following.said("shown", scene, offering.with_step(cards.full_card(case, can), case, scene)),)
    done = pressing.acted(asked, case, scene)
    if isinstance(done, Card):
        return (following.said("read", scene, done),)
    if done[-1].move == "propose":
        return _moved(case, done, scene, answer=alone.asked(done[-1], case, scene))
    move = "lift" if done[-1].choice == LIFT else done[-1].move
    return _moved(case, done, scene, answer=following.done(case, move))


def read(asked: CommandInvoked, scene: Scene) -> tuple[Ruling, ...]:
    """Somebody wants to read; what is sealed is read with a ruling that says so."""
    match asked.command:
        case "case list":
            return (following.said("listed", scene, listing.listed(asked, scene)),)
        case "history":
            return (following.said("history", scene, listing.history(asked, scene)),)
        case _:
            card, case = listing.export(asked, scene), pressing.case_of(asked)
            shown = following.said("exported", scene, card)
            if not card.files:
                return (shown,)
            why = Phrase("case-why-exported", (("case", case), ("person", Person(asked.account))))
            subject = Subject(account=asked.account, evidence=(f"case {case}",))
            return (replace(shown, why=(why,), subject=subject),)


def withdrawn(removed: ReactionRemoved, scene: Scene) -> tuple[Ruling, ...]:
    """Whoever reported with a reaction took it back at once."""
    case = takebacks.reported(removed, scene.facts)
    return () if case is None else _moved(case, (takebacks.act(removed),), scene, answer=None)


def changed(change: rewording.Changed, case: Case, scene: Scene) -> tuple[Ruling, ...]:
    """What a case is about reads otherwise now, or is gone."""
    act = rewording.act(change, case, scene)
    return () if act is None else _moved(case, (act,), scene, answer=None)


def hashed(given: FilesHashed, scene: Scene) -> tuple[Ruling, ...]:
    """What is in the files of a case is known."""
    case = scene.facts.case(given.case)
    act = files.act(given, case) if case is not None else None
    return () if case is None or act is None else _moved(case, (act,), scene, answer=None)


def by_sign(sign: Sign, scene: Scene) -> tuple[Ruling, ...]:
    """A reaction to a card of the team's own; the card says what came of it, so that only else somebody is told."""
    hidden, refusal = sign.hiding, sign.refusal(Phrase("case-door-nothing"))
    if refusal is not None:
        return (following.said("not-allowed", scene, Card(body=(refusal,)), *hidden),)
    press = sign.press
    if press.action in OLD_REPORTS:
        return taken_over(press, scene, *hidden)
    case = listing.visible(scene.facts.case(pressing.case_of(press)), press.account, scene)
    if case is None:
        return (following.said("unknown", scene, Card(body=(Phrase("case-unknown"),)), *hidden),)
    done = pressing.acted(press, case, scene)
    if isinstance(done, Card):
        return (following.said("read", scene, done, *hidden),)
    return _moved(case, done, scene, *hidden, answer=None)


def by_party(asked: Asked, case_id: CaseId, scene: Scene) -> tuple[Ruling, ...]:
    """Somebody whom it concerns, or who is asked to decide, wants something."""
    if isinstance(asked, CommandInvoked):
        return (following.said("own", scene, parties.own(asked, scene)),)
    case = scene.facts.case(case_id)
    if case is None or not _knows(case, asked.account, scene):
        why = conflicts.EARLIER if _looks_again(case, asked, scene) else Phrase("case-gone")
        return (following.said("unknown", scene, Card(body=(why,))),)
    done = parties.acted(asked, case, scene)
    if isinstance(done, Card):
        return (following.said("read", scene, done),)
    return _moved(case, (done,), scene, answer=None)


def by_outside(asked: Asked, case_id: CaseId, scene: Scene) -> tuple[Ruling, ...]:
    """One of the team turns to somebody outside, or notes what they answered."""
    case = listing.visible(scene.facts.case(case_id), asked.account, scene)
    if case is None:
        return (following.said("unknown", scene, Card(body=(Phrase("case-unknown"),))),)
    done = outside.acted(asked, case, scene)
    if isinstance(done, Card):
        return (following.said("read", scene, done),)
    return _moved(case, (done,), scene, answer=following.done(case, done.move))


def through_door(used: DoorUsed, scene: Scene) -> tuple[Ruling, ...]:
    """Somebody wrote on a page of the bot's own."""
    case = scene.facts.case(used.case)
    act = outside.used(used, case, scene) if case is not None else None
    if case is None or act is None:
        return ()
    return _moved(case, (act,), scene, answer=None)


def undelivered(refused: EffectRefused, scene: Scene) -> tuple[Ruling, ...]:
    """A letter about a case did not reach whom it was for."""
    about = letter(refused)
    case = scene.facts.case(about) if about is not None else None
    told = tuple(parties.unreachable(refused, case, scene)) if case is not None else ()
    return (Ruling(rule="disputes/undelivered", effects=told),) if told else ()


def letter(refused: EffectRefused) -> CaseId | None:
    """Which case a letter was about."""
    about = refused.note.removeprefix(_NOTE)
    return CaseId(about) if refused.wanted == "send_direct" and refused.note.startswith(_NOTE) else None


def silently(kind: str, case_id: CaseId, scene: Scene) -> tuple[Ruling, ...]:
    """A deadline came, the word ahead of it, or the end of a day in which nobody agreed; nothing where the case has
    moved on meanwhile."""
    case = scene.facts.case(case_id)
    if case is None:
        return ()
    if kind == "remind" and (later := tuple(advancing.later(case, scene))):
        return (Ruling(rule="disputes/told-later", records=later),)
    return _moved(case, (_SILENCE[kind],), scene, answer=None)


def incident_moved(moved: IncidentMoved, scene: Scene) -> tuple[Ruling, ...]:
    """Somebody asks a person to look at what was done without one, or a person did."""
    fact = scene.facts.incident(moved.incident)
    if fact is None:
        return ()
    case = reviews.case_of(moved.incident, scene.facts)
    if moved.state != "asked":
        return () if case is None else _moved(case, reviews.ended(moved, case), scene, answer=None)
    if case is None:
        return intake.reviewed(reviews.opening(fact, scene.settings), scene)
    if case.state == "decided":
        return _moved(case, (Act(move="appeal", by=moved.by),), scene, answer=None)
    return ()


def taken_over(press: ButtonPressed, scene: Scene, *first: Effect) -> tuple[Ruling, ...]:
    """An earlier report becomes a case, and its old card says so."""
    fact = scene.facts.incident(IncidentId(press.subject))
    if fact is None:
        return (following.said("unknown", scene, Card(body=(Phrase("case-unknown"),)), *first),)
    if fact.state not in reviews.OPEN_REPORT:
        return (following.said("settled-already", scene, Card(body=(_since(fact),)), *first),)
    return intake.taken_over(press, reviews.from_report(fact), scene, *first, old=_old_card(press, scene))


def _old_card(press: ButtonPressed, scene: Scene) -> tuple[EditCard, ...]:
    if press.channel is None or press.message is None:
        return ()
    return (
        community.reworded(
            scene.settings, press.space, press.channel, press.message, Card(body=(Phrase("case-from-report"),))
        ),
    )


def _since(fact: IncidentFact) -> Text:
    if fact.by is None or fact.moved_at is None:
        return Phrase("case-report-settled-nobody")
    return Phrase("case-report-settled", (("person", Person(fact.by)), ("instant", Instant(fact.moved_at))))


def _moved(case: Case, acts: Sequence[Act], scene: Scene, *first: Effect, answer: Card | None) -> tuple[Ruling, ...]:
    moved = Advance(scene, case, case.id).to(acts)
    if not isinstance(moved, Refusal):
        return (*following.rulings(moved, *first, answer=answer), *_joined(case, acts[-1], scene))
    if scene.asked is None:
        return ()
    return (following.said("refused", scene, Card(body=(moved.why, *_faster(case, acts[-1], scene))), *first),)


def _joined(case: Case, act: Act, scene: Scene) -> Iterator[Ruling]:
    """Whoever reported what goes on within another case hears from there what comes of it."""
    other = scene.facts.case(act.case) if act.move == "merge" and act.case is not None else None
    if other is None:
        return
    moved = Advance(scene, other, other.id)
    for reporter in case.reporters:
        after = moved.to((Act(move="join", by=reporter, evidence=case.opening.evidence),))
        moved = moved if isinstance(after, Refusal) else after
    yield from following.rulings(moved)


def _knows(case: Case, account: AccountId, scene: Scene) -> bool:
    """Whether somebody may know that there is this case: nobody learns by trying numbers that they were reported."""
    drawn = (juror for circle in case.circles for juror in circle.drawn)
    if not set(accounts_of(account, scene.facts)).isdisjoint((*party_roles.audience(case), *drawn)):
        return True
    return _of_team(case, account, scene)


def _of_team(case: Case, account: AccountId, scene: Scene) -> bool:
    trusted = who.on_team(scene.settings, account, scene.facts) or advancing.level(account, scene) > Level.MEMBER
    return trusted and not advancing.hidden(case, account, scene)


def _was_theirs(case: Case | None, asked: Asked, scene: Scene) -> bool:
    """Whether somebody would take up again what they handled themselves, which they may not see any more."""
    if case is None or case.state != "closed" or pressing.meant(asked) not in ("reopen", "refuse"):
        return False
    return advancing.conflict(case, asked.account, scene) == conflicts.EARLIER


def _looks_again(case: Case | None, asked: Asked, scene: Scene) -> bool:
    """Whether somebody of the team would look afresh at what they had their part in."""
    return (
        case is not None
        and case.state == "appealed"
        and advancing.conflict(case, asked.account, scene) == conflicts.EARLIER
    )


def _faster(case: Case, act: Act, scene: Scene) -> tuple[Text, ...]:
    """Who was faster, for whoever of the team presses what somebody else of it has done already."""
    handler = case.handler
    if act.move == "second" or handler is None or not case.live or act.by is None:
        return ()
    if handler in accounts_of(act.by, scene.facts) or not _of_team(case, act.by, scene):
        return ()
    return (Phrase("case-faster", (("person", Person(handler)), ("instant", Instant(case.since)))),)
