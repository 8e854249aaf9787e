"""What each step of a case is to those whom it concerns: a table of moves, and who writes about each."""

from collections.abc import Callable, Iterator, Mapping

from bot.cases.states import Move
from bot.disputes.told import letters_circle, letters_deciding, letters_opening, letters_passing, letters_talking
from bot.disputes.told.letter_frame import Letter, Telling

Writer = Callable[[Telling], Iterator[Letter]]

WRITERS: Mapping[Move, Writer] = {
    "open": letters_opening.opened,
    "claim": letters_opening.claimed,
    "release": letters_opening.released,
    "ask": letters_opening.asked,
    "answer": letters_opening.answered,
    "merge": letters_opening.merged,
    "reopen": letters_opening.reopened,
    "refuse": letters_opening.refused,
    "invite": letters_talking.invited,
    "consent": letters_talking.consented,
    "decline": letters_talking.declined,
    "offer": letters_talking.offered,
    "agree": letters_talking.agreed,
    "carry": letters_talking.carried,
    "share": letters_talking.shared,
    "leave": letters_talking.left,
    "done": letters_talking.done,
    "breach": letters_talking.breached,
    "escalate": letters_passing.escalated,
    "assign": letters_passing.assigned,
    "recuse": letters_passing.recused,
    "restrain": letters_passing.restrained,
    "refer": letters_passing.referred,
    "respond": letters_passing.responded,
    "lapse": letters_passing.lapsed,
    "remind": letters_passing.reminded,
    "archive": letters_passing.archived,
    "empanel": letters_circle.empanelled,
    "seat": letters_circle.seated,
    "challenge": letters_circle.challenged,
    "count": letters_circle.counted,
    "decide": letters_deciding.decided,
    "dismiss": letters_deciding.decided,
    "appeal": letters_deciding.appealed,
    "take": letters_deciding.taken,
    "uphold": letters_deciding.upheld,
    "soften": letters_deciding.softened,
    "overturn": letters_deciding.overturned,
    "remit": letters_deciding.remitted,
    "waive": letters_deciding.waived,
    "withdraw": letters_deciding.withdrawn,
}
"""Moves without a letter: `join`, `note` and `request` are between the team and whoever wrote, a ballot or a survey
between somebody and the bot."""


def written(telling: Telling) -> Iterator[Letter]:
    """All letters about one step."""
    writer = WRITERS.get(telling.line.move)
    if writer is not None:
        yield from writer(telling)
