"""Members who decide together: who can be drawn, a draw that anybody can do again, and what ballots come to."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType

from bot.cases.case import Case, Circle
from bot.cases.lines import Draw, Tally, TallyResult
from bot.facts import Elector
from bot.ids import AccountId, MemberId

SIZES = (5, 7, 9)
"""How many sit in the first circle of a case, in the second and in the third; there is no fourth."""
MEMBERSHIP = timedelta(days=30)
UNSANCTIONED = timedelta(days=90)
ACTIVE = 3
"""How many messages make somebody active."""
MEASURE, NOTHING, TALK, ABSTAIN = CHOICES = ("measure", "nothing", "talk", "abstain")
"""What a ballot can say."""


def eligible(electors: Iterable[Elector], involved: Collection[AccountId], at: datetime) -> tuple[AccountId, ...]:
    """Those who may be drawn, one account of each person, in order of their ids.

    Whatever speaks against one account of a person speaks against all of them; `involved` have a part in the case.
    """
    by_member: dict[MemberId, list[Elector]] = {}
    for one in electors:
        by_member.setdefault(one.member, []).append(one)
    people = (own for own in by_member.values() if not any(_against(one, involved, at) for one in own))
    return tuple(sorted(min(ready) for own in people if (ready := [one.account for one in own if _ready(one, at)])))


def _against(one: Elector, involved: Collection[AccountId], at: datetime) -> bool:
    sanctioned = one.sanctioned_at is not None and one.sanctioned_at > at - UNSANCTIONED
    return one.party or sanctioned or one.account in involved


def _ready(one: Elector, at: datetime) -> bool:
    return active(one) and one.member_since <= at - MEMBERSHIP


def active(one: Elector) -> bool:
    """Whether they would come, and are here often enough: nobody else is ever drawn."""
    return one.willing and one.messages >= ACTIVE


def involved(case: Case) -> frozenset[AccountId]:
    """Everybody who has or had a part in a case, were it only that they were there."""
    found: set[AccountId | None] = {*case.parties, *case.reporters, *case.hands, *case.handlers, *case.deciders}
    for evidence in case.evidence:
        found |= {evidence.by, evidence.author, *(quote.author for quote in evidence.around)}
    for circle in case.circles:
        found |= {*circle.seated, *circle.declined}
    return frozenset(one for one in found if one is not None)


def draw(seed: int, electorate: Sequence[AccountId], size: int) -> Draw:
    """Everybody of an electorate in an order that the seed alone decides; the first `size` are asked to sit."""
    return Draw(seed=seed, electorate=tuple(sorted(electorate)), drawn=_order(seed, electorate), size=size)


def drawn_again(drawn: Draw | Circle) -> bool:
    """Whether the same seed and electorate give the same order once more."""
    return drawn.drawn == _order(drawn.seed, drawn.electorate)


def _order(seed: int, electorate: Iterable[AccountId]) -> tuple[AccountId, ...]:
    """By the SHA-256 of seed and account, so that no account moves any other one."""
    return tuple(sorted(electorate, key=lambda one: (hashlib.sha256(f"{seed}:{one}".encode()).digest(), one)))


def next_size(case: Case) -> int | None:
    """How many would sit in the next circle; None where there were three."""
    return SIZES[len(case.circles)] if len(case.circles) < len(SIZES) else None


def tally(circle: Circle, doubles: Mapping[AccountId, AccountId] = MappingProxyType({})) -> Tally:
    """What the ballots come to; `doubles` are later seats of somebody who has an earlier one, and say which.

    One person has one seat and one ballot, whichever of their accounts were linked since: that of the earlier seat, or
    the other one where it has none.

    More than half of those seated have to decide; whoever abstains decides nothing. Where declining and challenges have
    emptied half of the seats, nobody is left to speak for the rest.
    """
    cast = dict(circle.ballots)
    of_doubles = {doubles[one]: cast[one] for one in reversed(circle.seated) if one in cast and one in doubles}
    seats = [one for one in circle.seated if one not in doubles]
    said = [choice for one in seats if (choice := cast.get(one, of_doubles.get(one))) is not None]
    number = {choice: said.count(choice) for choice in CHOICES}
    return Tally(
        seated=len(seats),
        measure=number[MEASURE],
        nothing=number[NOTHING],
        talk=number[TALK],
        abstained=number[ABSTAIN],
        result=_result(number, len(seats), circle.size),
    )


def _result(number: Mapping[str, int], seated: int, size: int) -> TallyResult:
    cast = number[MEASURE] + number[NOTHING] + number[TALK]
    if 2 * seated <= size or 2 * cast <= seated:
        return "no_quorum"
    if 2 * number[MEASURE] > cast:
        return "measure"
    if 2 * number[NOTHING] > cast:
        return "nothing"
    return "talk" if 2 * number[TALK] > cast else "tie"


def two_thirds(tally: Tally) -> bool:
    """Whether enough were for a measure to make it heavier than a warning."""
    return 3 * tally.measure >= 2 * (tally.measure + tally.nothing + tally.talk) > 0
