"""Members who were drawn sit together, and say what they think without anybody reading who said what."""

from dataclasses import replace

from bot.cases.case import Case
from bot.cases.lines import Draw, Line
from bot.cases.seating import AWAY, COME
from bot.disputes import circle
from bot.disputes.act import Act, Advanced, Given
from bot.disputes.moving.writing import go, no, stay, up


def empanel(case: Case, act: Act, given: Given) -> Advanced:
    """A circle is drawn, larger than the one before."""
    drawn = draw(case, given)
    if drawn is None:
        return no("too-few")
    return (seated(case, act, given, drawn),)


def draw(case: Case, given: Given) -> Draw | None:
    """The next circle of a case; None where there are not enough to draw from, or there were three already."""
    size = circle.next_size(case)
    if size is None or case.opening.profile != "large":
        return None
    electorate = circle.eligible(given.electors, circle.involved(case), given.now)
    return circle.draw(given.seed, electorate, size) if len(electorate) >= size else None


def seated(case: Case, act: Act, given: Given, drawn: Draw) -> Line:
    """The line that a draw leaves."""
    return replace(go(case, replace(act, move="empanel"), given, "voting"), draw=drawn)


def seat(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody who was drawn takes their seat, or makes room for the next."""
    if act.choice not in (COME, AWAY):
        return no("not-a-choice")
    return (replace(stay(case, act, given), choice=act.choice),)


def challenge(case: Case, act: Act, given: Given) -> Advanced:
    """One of the parties would rather not have somebody decide: once each."""
    if case.circle is None or act.account not in case.circle.seated:
        return no("not-seated")
    return (replace(stay(case, act, given), account=act.account),)


def ballot(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody says what they think, or thinks again."""
    if act.choice not in circle.CHOICES:
        return no("not-a-choice")
    return (replace(stay(case, act, given), choice=act.choice),)


def retract(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody takes back what they said."""
    return (stay(case, act, given),)


def count(case: Case, act: Act, given: Given) -> Advanced:
    """The time is over: a majority goes on to be written down; otherwise the case is passed on again."""
    if case.circle is None:
        return no("not-now")
    tally = circle.tally(case.circle, given.doubles)
    counted = replace(act, move="count")
    found = tally.result in (circle.MEASURE, circle.NOTHING, circle.TALK)
    line = go(case, counted, given, "deciding") if found else up(case, counted, given)
    return (replace(line, tally=tally),)
