"""One move after the other: what the machine says becomes lines of a log, and the case what these fold into."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from bot import settings as community
from bot.cases import folding
from bot.cases.case import Case
from bot.cases.lines import Line
from bot.cases.states import Move
from bot.commands import Level
from bot.disputes import alone, grounds, machine, who
from bot.disputes.act import Act, Given, Refusal, Step
from bot.disputes.scene import Scene
from bot.errors import RuleError
from bot.facts import Elector, accounts_of
from bot.ids import AccountId, CaseId, TimerId
from bot.measures import conflicts
from bot.records import Record, TimerArmed, TimerCancelled
from bot.views import Phrase

CASE, NOTICE, SECOND = "case:", "case-notice:", "case-second:"
"""What the timers of a case are called: its deadline, the word ahead of it, and until when another can agree."""
_SOMEBODY = AccountId("")
"""Somebody of the team who is nobody in particular."""
_NO_NUMBER = CaseId("")
_IN_ONE_BREATH: frozenset[Move] = frozenset({"decide", "dismiss", "ask", "invite"})
"""Whoever does one of these with a case that nobody has taken takes it in the same breath."""
_COUNTING: frozenset[Move] = frozenset({"lapse", "count"})
"""These count ballots; whoever has only just been drawn need not be known as well as that."""


@dataclass(frozen=True, slots=True)
class Advance:
    """A case and what came of the moves so far."""

    scene: Scene
    case: Case | None
    id: CaseId
    steps: tuple[Step, ...] = ()

    def to(self, acts: Iterable[Act]) -> "Advance | Refusal":
        """After all of these moves; the first that cannot be made says why, and none of them is."""
        moved = self
        for act in acts:
            after = moved._one(act)
            if isinstance(after, Refusal):
                return after
            moved = after
        return moved

    def _one(self, act: Act) -> "Advance | Refusal":
        known = self.case if self.case is not None else _about_to_begin(act, self.scene)
        rested = grounds.rested(act, known, self.scene) if known is not None else act
        said = machine.advance(self.case, rested, given(self.case, rested, self.scene))
        if isinstance(said, Refusal):
            return said
        case, steps = self.case, list(self.steps)
        for line in said:
            after = folding.after(case, self.id, line)
            steps.append(Step(case, line, after))
            case = after
        return replace(self, case=case, steps=tuple(steps))


def given(case: Case | None, act: Act, scene: Scene) -> Given:
    """What a move is judged by: who acts, whether anything is against it, and who else is there."""
    settings, now, by = scene.settings, scene.at.now, act.by
    case = case if case is not None else _about_to_begin(act, scene)
    return Given(
        now=now,
        seed=scene.at.seed,
        profile=case.opening.profile if case is not None else settings.profile,
        calendar=settings.calendar,
        outages=settings.outages,
        level=level(by, scene),
        accounts=accounts_of(by, scene.facts) if by is not None else (),
        formerly=_formerly(case, by, scene) if case is not None and by is not None else (),
        conflict=conflict(case, by, scene),
        managers=_Managers(case, scene),
        electors=_electors(case, scene),
        doubles=_doubles(case, scene) if case is not None and act.move in _COUNTING else {},
        takes_two=alone.takes_two(case, by, scene) if case and by and act.penalties else {},
        outside=settings.somebody_outside,
        gone=case is not None and grounds.gone(case, settings),
    )


def conflict(case: Case | None, by: AccountId | None, scene: Scene) -> Phrase | None:
    """Why somebody may have no part in handling a case; None where nothing is against it, or nobody is meant."""
    if case is None or by is None:
        return None
    return who.barred(case, by, scene.facts, scene.at.now, stage=conflicts.stage_of(case.state))


def hidden(case: Case, account: AccountId, scene: Scene) -> bool:
    """Whether somebody of the team may not even see a case.

    What is about one of the team is read by those alone who are trusted most, as whoever told of it was promised.
    Whoever decided it sees it again once they may look at it afresh themselves, since nobody else is there.
    """
    if case.opening.private and level(account, scene) < Level.SENIOR:
        return True
    why = conflict(case, account, scene)
    if why is None:
        return False
    earlier = why == conflicts.EARLIER and case.state == "appealed"
    return not (earlier and "take" in can(case, account, scene))


def can(case: Case, by: AccountId | None, scene: Scene) -> frozenset[Move]:
    """What somebody could do now; for nobody in particular, what could be done by whoever may do most of it."""
    if by is not None:
        return _can(case, given(case, Act(move="note", by=by), scene))
    anybody = given(case, Act(move="note", by=None), scene)
    return _can(case, replace(anybody, level=Level.SENIOR, accounts=(case.handler or _SOMEBODY,)))


def deadlines(steps: Sequence[Step], scene: Scene) -> Iterator[Record]:
    """The one deadline of a case, the one word ahead of it, and until when another can agree."""
    before, case = steps[0].before, steps[-1].after
    yield from _pending(before, case)
    deadline, notice = TimerId(f"{CASE}{case.id}"), TimerId(f"{NOTICE}{case.id}")
    if case.due_at is None:
        yield TimerCancelled(timer=deadline)
    elif before is None or before.due_at != case.due_at or any(step.line.move == "lapse" for step in steps):
        yield TimerArmed(timer=deadline, due_at=case.due_at)
    if before is not None and before.due_at == case.due_at and before.state == case.state:
        return
    ahead = machine.notice_at(case, given(case, Act(move="remind", by=None), scene))
    if ahead is None or case.reminded:
        if before is not None:
            yield TimerCancelled(timer=notice)
    elif ahead > scene.at.now:
        yield TimerArmed(timer=notice, due_at=ahead)


def _pending(before: Case | None, case: Case) -> Iterator[Record]:
    """Until when another can agree to something."""
    waited, waits = before.pending if before else None, case.pending
    if waits is not None and waits != waited:
        yield TimerArmed(timer=TimerId(f"{SECOND}{case.id}"), due_at=waits.until)
    elif waited is not None and waits is None:
        yield TimerCancelled(timer=TimerId(f"{SECOND}{case.id}"))


def later(case: Case, scene: Scene) -> Iterator[Record]:
    """The word ahead comes too early: an outage, or a day off, has moved the deadline that it tells of."""
    ahead = machine.notice_at(case, given(case, Act(move="remind", by=None), scene))
    if ahead is not None and ahead > scene.at.now:
        yield TimerArmed(timer=TimerId(f"{NOTICE}{case.id}"), due_at=ahead)


def due(timer: TimerId) -> tuple[str, CaseId] | None:
    """Which case a deadline is about, and whether it is the deadline itself, the word ahead, or another's."""
    for kind, prefix in (("remind", NOTICE), ("second", SECOND), ("lapse", CASE)):
        if timer.startswith(prefix):
            return kind, CaseId(timer.removeprefix(prefix))
    return None


def _can(case: Case, judged: Given) -> frozenset[Move]:
    """What can be done now; where nobody has taken the case also what can be done in the breath that takes it."""
    found = machine.possible(case, judged)
    if case.state != "open" or "claim" not in found:
        return found
    claim = Act(move="claim", by=judged.accounts[0])
    lines = machine.advance(case, claim, judged)
    taken = case if isinstance(lines, Refusal) else folding.after(case, case.id, lines[0])
    return found | (machine.possible(taken, judged) & _IN_ONE_BREATH)


def _about_to_begin(act: Act, scene: Scene) -> Case | None:
    """The case that an act would open, so that it can be asked who may have no part in it."""
    if act.opening is None:
        return None
    line = Line(at=scene.at.now, move="open", state="open", due_at=None, by=act.by, opening=act.opening)
    return folding.after(None, _NO_NUMBER, line)


def level(by: AccountId | None, scene: Scene) -> Level:
    """By the roles that the platform tells of with what is asked, or else by those last seen."""
    if by is None:
        return Level.MEMBER
    asked = scene.asked
    if asked is not None and asked.account == by:
        return community.trusted(scene.settings, asked, scene.person(by))
    return who.level(scene.settings, by, scene.facts)


class _Managers(Sequence[AccountId]):
    """Those who could take a case, looked for once somebody asks: most moves do not, and it takes every file."""

    def __init__(self, case: Case | None, scene: Scene) -> None:
        self._case = case
        self._scene = scene

    def __getitem__(self, place: Any) -> Any:
        return self._found[place]

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def _found(self) -> tuple[AccountId, ...]:
        case, scene = self._case, self._scene
        return who.could_take(case, scene.settings, scene.facts, scene.at.now) if case is not None else ()


def _formerly(case: Case, by: AccountId, scene: Scene) -> tuple[AccountId, ...]:
    own = accounts_of(by, scene.facts)
    return tuple(one for one in who.kin(case, by, scene.facts, scene.at.now) if one not in own)


def _doubles(case: Case, scene: Scene) -> dict[AccountId, AccountId]:
    """Later seats of one person, by their first one; and those of whoever turned out to be one whom it concerns."""
    seated = case.circle.seated if case.circle is not None and case.state == "voting" else ()
    around = (*case.parties, *case.reporters) if seated else ()
    first = {kin: one for one in around for kin in who.kin(case, one, scene.facts, scene.at.now)}
    for juror in seated:
        for own in accounts_of(juror, scene.facts):
            first.setdefault(own, juror)
    return {juror: first[juror] for juror in seated if first[juror] != juror}


def _electors(case: Case | None, scene: Scene) -> Sequence[Elector]:
    if case is None:
        return ()
    try:
        known = scene.facts.electorate(case.opening.space)
    except RuleError:
        return ()
    near = {kin for one in (*case.parties, *case.reporters) for kin in who.kin(case, one, scene.facts, scene.at.now)}
    return tuple(one for one in known.electors if one.account not in near) if known else ()
