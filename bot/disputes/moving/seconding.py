"""What one person alone does not decide waits until another agrees, and is then looked at as if it were new."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bot.cases.case import Case
from bot.cases.folding import LATE, NO, YES
from bot.cases.lines import Penalty
from bot.cases.states import Move
from bot.commands import Level
from bot.disputes.act import Act, Advanced, Given, Refusal
from bot.disputes.moving import allowed
from bot.disputes.moving.writing import no, stay
from bot.measures import together
from bot.views import Phrase

_Make = Callable[[Case, Act, Given], Advanced]


def why(penalties: Iterable[Penalty], given: Given) -> Phrase | None:
    """Why it takes two to decide these; None where it does not."""
    return next((given.takes_two[one.name] for one in penalties if one.name in given.takes_two), None)


def alone(case: Case, act: Act, given: Given) -> Refusal | None:
    """What speaks against an act is that nobody agreed to it; what another agreed to is that very thing."""
    takes_two = why(act.penalties, given)
    waits = case.pending
    agreed = waits is not None and waits.agreed is not None and waits.by in allowed.accounts(given, act.by)
    if takes_two is None or (agreed and waits and (waits.move, waits.penalties) == (act.move, act.penalties)):
        return None
    return Refusal(takes_two)


def proposing(moves: Mapping[Move, _Make]) -> _Make:
    """One of these moves waits for another to agree; whatever would be refused then is refused now."""

    def propose(case: Case, act: Act, given: Given) -> Advanced:
        move = next((one for one in moves if one == act.choice), None)
        if move is None or not act.penalties:
            return no("not-a-choice")
        meant = replace(act, move=move, choice="")
        barred = allowed.refused(case, move, given, act.by)
        said = Refusal(barred) if barred is not None else moves[move](case, meant, replace(given, takes_two={}))
        if isinstance(said, Refusal):
            return said
        line = replace(stay(case, act, given), choice=move, text=act.text, until=given.now + together.SECOND_FOR)
        return (replace(line, penalties=act.penalties, policies=act.policies),)

    return propose


def second(case: Case, act: Act, given: Given) -> Advanced:
    """Somebody agrees, or does not; whoever wanted it can give it up; nobody did in time."""
    waits = case.pending
    if waits is None or act.choice not in (YES, NO, LATE) or (act.choice == LATE) != (act.by is None):
        return Refusal(together.GONE)
    mine, over = waits.by in allowed.accounts(given, act.by), given.now >= waits.until
    if act.choice == LATE and not over:
        return no("too-early")
    if act.choice == YES and over:
        return Refusal(together.GONE)
    themselves = mine or waits.by in given.formerly
    if act.by is not None and (given.level < Level.SENIOR or themselves) and not (mine and act.choice == NO):
        return Refusal(together.SOMEBODY_ELSE)
    return (replace(stay(case, act, given), choice=act.choice, account=waits.by),)
