"""The lines that moves leave in a log."""

from dataclasses import replace

from bot.cases.case import Case
from bot.cases.folding import after
from bot.cases.lines import Line
from bot.cases.states import State
from bot.disputes.act import Act, Given, Refusal
from bot.disputes.moving import clock
from bot.disputes.table import ESCALATIONS, OUTSIDE, TABLE
from bot.views import Argument, Phrase


def no(key: str, **arguments: Argument) -> Refusal:
    """Why something cannot be done: a message of `machine.ftl`."""
    return Refusal(Phrase(f"machine-refused-{key}", tuple(arguments.items())))


def stay(case: Case, act: Act, given: Given) -> Line:
    """The case stays where it is, and its deadline too."""
    return Line(at=given.now, move=act.move, state=case.state, due_at=case.due_at, by=act.by)


def go(case: Case, act: Act, given: Given, state: State) -> Line:
    """The case comes into a state, or its deadline there begins anew."""
    ends = clock.until(TABLE[state].clock, case.opening.profile, given.now, given)
    return Line(at=given.now, move=act.move, state=state, due_at=ends, by=act.by)


def up(case: Case, act: Act, given: Given) -> Line:
    """The case is passed on; where that was done three times already, there is no decision."""
    if case.escalations >= ESCALATIONS:
        return undecided(case, act, given)
    return go(case, act, given, "escalated")


def undecided(case: Case, act: Act, given: Given) -> Line:
    """Nobody could decide: whatever holds is lifted."""
    return replace(go(case, act, given, "decided"), outcome="no_decision")


def refer(case: Case, given: Given, act: Act | None = None) -> Line:
    """Somebody outside the team is asked, in a state in which they can be."""
    asked = act or Act(move="refer", by=None)
    ends = clock.until(OUTSIDE[case.state], case.opening.profile, given.now, given)
    line = stay(case, replace(asked, move="refer"), given)
    return replace(line, due_at=ends, until=ends, text=asked.text, choice=asked.choice)


def referred(case: Case, line: Line, given: Given, act: Act | None = None) -> tuple[Line, ...]:
    """A line, and in the same breath somebody outside is asked."""
    return line, refer(after(case, case.id, line), given, act)
