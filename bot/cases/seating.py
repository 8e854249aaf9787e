"""What a circle is after each line about it: who sits in it, and what its ballots are."""

from dataclasses import replace

from bot.cases.case import Circle
from bot.cases.lines import Draw, Line
from bot.ids import AccountId

AWAY, COME = "away", "come"
"""What somebody who was drawn says."""


def drawn(draw: Draw) -> Circle:
    """As it was drawn: the first ones sit."""
    return Circle(
        seed=draw.seed,
        size=draw.size,
        electorate=draw.electorate,
        drawn=draw.drawn,
        seated=draw.drawn[: draw.size],
    )


def seat(circle: Circle, line: Line) -> Circle:
    """Somebody takes their seat, or makes room for the next."""
    own = _whoever(line)
    if line.choice == AWAY:
        return _seated(replace(circle, declined=circle.declined | own, came=circle.came - own))
    return replace(circle, came=circle.came | own)


def challenge(circle: Circle, line: Line) -> Circle:
    """One of the parties would rather not have somebody decide."""
    if line.by is None or line.account is None:
        return circle
    return _seated(replace(circle, challenged=(*circle.challenged, (line.by, line.account))))


def ballot(circle: Circle, line: Line) -> Circle:
    """Somebody says what they think, says it anew, or takes it back."""
    kept = tuple(one for one in circle.ballots if one[0] != line.by)
    if line.move == "retract" or line.by is None:
        return replace(circle, ballots=kept)
    return replace(circle, ballots=(*kept, (line.by, line.choice)), came=circle.came | {line.by})


def count(circle: Circle, line: Line) -> Circle:
    """It is over; who said what is not kept, nor who said anything: the lines of ballots lose their words now."""
    return replace(circle, tally=line.tally, ballots=(), came=frozenset())


def _seated(circle: Circle) -> Circle:
    """Those who were drawn first and are not out sit; ballots of others are worth nothing."""
    out = circle.declined | {juror for _, juror in circle.challenged}
    seated = tuple(one for one in circle.drawn if one not in out)[: circle.size]
    return replace(circle, seated=seated, ballots=tuple(one for one in circle.ballots if one[0] in seated))


def _whoever(line: Line) -> frozenset[AccountId]:
    return frozenset() if line.by is None else frozenset({line.by})
