"""What people say with their moves, how cases come into each state, and which moves are likely."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from bot.cases.lines import Evidence, Penalty
from bot.cases.states import Kind, Move, State
from bot.ids import AccountId, CaseId
from tests.unit.disputes.casework import (
    ADA,
    BAN,
    BEN,
    BEN_TOO,
    CLEO,
    HOURS_OFF,
    MO,
    OZ,
    REMIND,
    SAM,
    TEAM,
    TIMEOUT,
    WARN,
    Play,
    opening,
)

Lead = tuple[Move, AccountId, dict[str, Any]]
MOVES: Sequence[Move] = get_args(Move)
STATES: Sequence[State] = get_args(State)
KINDS: Sequence[Kind] = get_args(Kind)
PEOPLE = (ADA, BEN, BEN_TOO, CLEO, *TEAM)
PARTY_MOVES = frozenset(
    {
        *("answer", "consent", "decline", "offer", "agree", "share", "leave", "done", "breach", "escalate", "appeal"),
        *("waive", "withdraw", "request", "survey", "challenge", "seat", "ballot", "retract", "join", "open"),
    }
)
"""What people do who handle nothing."""
WEIGHTS: Mapping[Move, int] = {
    **dict.fromkeys(("note", "join", "withdraw", "merge", "dismiss", "restrain", "remind", "refer"), 1),
    **dict.fromkeys(("invite", "consent", "carry"), 12),
}
"""How much likelier some moves are than others: what ends a case soon would end nearly all of them."""
MEASURES = ((REMIND,), (WARN,), (TIMEOUT,), (HOURS_OFF, WARN), (Penalty(name="kick"),), (BAN,), ())
TRIAGE: tuple[Lead, ...] = (("claim", MO, {}),)
ESCALATED: tuple[Lead, ...] = (*TRIAGE, ("escalate", MO, {}))
MEDIATION: tuple[Lead, ...] = (*TRIAGE, ("invite", MO, {}), ("consent", ADA, {}), ("consent", BEN, {}))
DECIDED: tuple[Lead, ...] = (*ESCALATED, ("claim", SAM, {}), ("decide", SAM, {"penalties": (BAN,)}))
LEADS: Mapping[State, tuple[Lead, ...]] = {
    "triage": TRIAGE,
    "waiting": (*TRIAGE, ("ask", MO, {})),
    "mediation": MEDIATION,
    "settled": (*MEDIATION, ("offer", ADA, {}), ("agree", BEN, {"choice": "1"})),
    "escalated": ESCALATED,
    "voting": (*ESCALATED, ("empanel", SAM, {})),
    "deciding": (*ESCALATED, ("claim", SAM, {})),
    "decided": DECIDED,
    "appealed": (*DECIDED, ("appeal", BEN, {})),
    "closed": (*DECIDED, ("waive", ADA, {}), ("waive", BEN, {})),
}
"""How a case can come into a state, so that random people begin everywhere; where it is refused, they begin before."""


def content(move: Move, play: Play, pick: Callable[[Sequence[Any]], Any]) -> dict[str, Any]:
    """Something to say with a move; not always what it needs."""
    case = play.known
    seated = (*(case.circle.seated if case.circle else ()), ADA)
    said: Mapping[str, Callable[[], dict[str, Any]]] = {
        "agree": lambda: {"choice": str(len(case.offers) - pick((0, 0, 0, 1)))},
        "assign": lambda: {"account": pick((*play.managers(), OZ))},
        "ask": lambda: {"account": pick((None, *case.parties))},
        "carry": lambda: {"account": pick((*case.parties, OZ))},
        "ballot": lambda: {"choice": pick(("measure", "measure", "nothing", "talk", "talk", "abstain"))},
        "seat": lambda: {"choice": pick(("come", "away"))},
        "challenge": lambda: {"account": pick(seated)},
        "decide": lambda: {"penalties": pick(MEASURES), "outcome": pick((None, None, None, "overturned", "settled"))},
        "soften": lambda: {"penalties": pick(MEASURES)},
        "restrain": lambda: {"penalties": pick(((TIMEOUT,), (BAN,), ())), "choice": pick(("", "no_contact", "lift"))},
        "propose": lambda: {"penalties": pick(MEASURES), "choice": pick(("decide", "decide", "restrain"))},
        "second": lambda: {"choice": pick(("yes", "yes", "no", "late"))},
        "respond": lambda: {"choice": pick(("", "nothing", "measure", "uphold", "soften", "overturn"))},
        "merge": lambda: {"case": CaseId("11")},
        "reopen": lambda: {"account": pick((None, *play.managers()))},
        "join": lambda: {"evidence": pick((None, Evidence(text="Look.")))},
    }
    words = {"text": pick(("So it is.", "So it is.", "So it is.", ""))}
    found = said[move]() if move in said else {}
    if move == "respond":
        found["penalties"] = pick(MEASURES)
    return words | found


def somewhere(state: State) -> Play:
    """A case in a state."""
    play = Play(profile="large").open(opening())
    for move, by, words in LEADS.get(state, LEADS["closed"] if state == "archived" else ()):
        play.do(move, by, **{"text": "So it is.", **words})
    return play.silence() if state == "archived" else play
