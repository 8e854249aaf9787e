"""The twelve states of a case as one table: who acts, what they may do and where it leads, and what silence does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, NamedTuple

from bot.cases.states import Move, State
from bot.commands import Level

Who = Literal["team", "handler", "fresh", "party", "opener", "seated", "anybody", "outside", "program", "maker"]
"""Any unconflicted manager; the one whose case it is; a manager who had no part in it; those between whom it is; the
one of them who asked for help; those who were drawn and sit in the circle; whoever reports the same; somebody outside
the team; time, or the program itself; the manager who takes a measure, in the breath that opens it."""


class Clock(NamedTuple):
    """How long somebody has."""

    lasting: timedelta
    counts: Literal["hours", "days", "all"] = "hours"
    """In the profile `small`: only the team's hours; whole days on which the team is there; every day."""


class Way(NamedTuple):
    """One move out of a state."""

    who: tuple[Who, ...]
    to: tuple[State, ...]
    """Everywhere it may lead."""
    level: Level = Level.HELPER
    """What a manager must be trusted with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One state."""

    acts: tuple[Who, ...]
    """Who has to act."""
    ways: Mapping[Move, Way]
    silence: tuple[State, ...]
    """Everywhere silence may lead; nowhere from `archived`."""
    clock: Clock | None
    level: Level = Level.HELPER
    """What whoever takes a case up in this state must be trusted with."""


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OUTSIDE: Mapping[State, Clock] = {"escalated": Clock(7 * DAY, "days"), "appealed": Clock(14 * DAY, "days")}
"""How long somebody outside the team has."""
AGAIN = Clock(48 * HOUR, "all")
"""How long after an appeal whoever decided may look again, where nobody else is there."""
RESTRAINT = 72 * HOUR
"""How long anything may hold before a decision; by everybody's clock."""
REOPENABLE = 180 * DAY
QUESTIONS, OFFERS, ESCALATIONS = 2, 5, 3
"""How often the opener is asked, how many offers there are, and how often a case is passed on: at most."""
CHALLENGES = 24 * HOUR
"""How long the two may challenge one who was drawn, once the circle is drawn."""

_MODERATOR, _SENIOR = Level.MODERATOR, Level.SENIOR
_UP: tuple[State, ...] = ("escalated", "decided")
"""Where passing on leads: the fourth time there is no decision."""


def _row(state: State, ways: Mapping[Move, Way]) -> dict[Move, Way]:
    """With what may be done in every state, or in all up to a decision."""
    here: tuple[State, ...] = (state,)
    everywhere: dict[Move, Way] = {"note": Way(("team", "program"), here), "respond": Way(("outside",), here)}
    if state not in ("closed", "archived"):
        everywhere |= {"join": Way(("anybody",), here), "remind": Way(("program",), here)}
    if state not in ("decided", "appealed", "closed", "archived"):
        everywhere |= {
            "withdraw": Way(("opener", "program"), ("closed",)),
            "restrain": Way(("team",), here, _MODERATOR),
            "propose": Way(("team",), here, _MODERATOR),
            "second": Way(("team", "program"), here, _MODERATOR),
            "answer": Way(("party",), here),
        }
    return everywhere | dict(ways)


TABLE: Mapping[State, Row] = {
    "open": Row(
        acts=("team",),
        ways=_row(
            "open",
            {
                "claim": Way(("team",), ("triage",)),
                "assign": Way(("team", "program"), ("triage",), _MODERATOR),
                "escalate": Way(("team", "program"), _UP),
                "refer": Way(("team", "program"), _UP, _MODERATOR),
                "decide": Way(("maker",), ("decided", "closed")),
            },
        ),
        silence=_UP,
        clock=Clock(24 * HOUR),
    ),
    "triage": Row(
        acts=("handler",),
        ways=_row(
            "triage",
            {
                "invite": Way(("handler",), ("triage",), _MODERATOR),
                "consent": Way(("party",), ("triage", "mediation")),
                "decline": Way(("party",), ("triage",)),
                "decide": Way(("handler",), ("decided",)),
                "ask": Way(("handler",), ("waiting", "triage")),
                "carry": Way(("handler",), ("triage",)),
                "dismiss": Way(("handler",), ("decided",), _MODERATOR),
                "merge": Way(("handler",), ("closed",), _MODERATOR),
                "escalate": Way(("team",), _UP),
                "refer": Way(("team",), _UP, _MODERATOR),
                "release": Way(("handler", "program"), ("open",)),
                "assign": Way(("team", "program"), ("triage",), _MODERATOR),
            },
        ),
        silence=_UP,
        clock=Clock(72 * HOUR),
    ),
    "waiting": Row(
        acts=("opener",),
        ways=_row(
            "waiting",
            {
                "answer": Way(("party",), ("triage", "waiting")),
                "assign": Way(("team", "program"), ("waiting",), _MODERATOR),
            },
        ),
        silence=("decided",),
        clock=Clock(7 * DAY, "days"),
    ),
    "mediation": Row(
        acts=("party", "handler"),
        ways=_row(
            "mediation",
            {
                "offer": Way(("party", "handler"), ("mediation",)),
                "agree": Way(("party",), ("mediation", "settled")),
                "carry": Way(("handler",), ("mediation",)),
                "share": Way(("party",), ("mediation",)),
                "leave": Way(("party", "handler"), ("triage",)),
                "done": Way(("party",), ("mediation", "closed")),
                "escalate": Way(("party",), _UP),
                "assign": Way(("team", "program"), ("mediation",), _MODERATOR),
            },
        ),
        silence=("mediation", "closed"),
        clock=Clock(7 * DAY, "days"),
    ),
    "settled": Row(
        acts=("party",),
        ways=_row("settled", {"done": Way(("party",), ("settled", "closed")), "breach": Way(("party",), ("triage",))}),
        silence=("closed",),
        clock=Clock(14 * DAY, "days"),
    ),
    "escalated": Row(
        acts=("team",),
        ways=_row(
            "escalated",
            {
                "claim": Way(("team",), ("deciding",), _SENIOR),
                "take": Way(("team",), ("deciding",), _SENIOR),
                "assign": Way(("team", "program"), ("deciding",), _MODERATOR),
                "empanel": Way(("team",), ("voting",), _MODERATOR),
                "refer": Way(("team", "program"), ("escalated",), _MODERATOR),
                "respond": Way(("outside",), ("escalated", "deciding", "decided")),
            },
        ),
        silence=("voting", "escalated", "decided"),
        clock=Clock(72 * HOUR),
        level=_SENIOR,
    ),
    "voting": Row(
        acts=("seated",),
        ways=_row(
            "voting",
            {
                "seat": Way(("seated",), ("voting",)),
                "challenge": Way(("party",), ("voting",)),
                "ballot": Way(("seated",), ("voting",)),
                "retract": Way(("seated",), ("voting",)),
                "count": Way(("program",), ("deciding", *_UP)),
            },
        ),
        silence=("deciding", *_UP),
        clock=Clock(72 * HOUR),
        level=_SENIOR,
    ),
    "deciding": Row(
        acts=("handler",),
        ways=_row(
            "deciding",
            {
                "claim": Way(("team",), ("deciding",), _SENIOR),
                "take": Way(("team",), ("deciding",), _SENIOR),
                "decide": Way(("handler",), ("decided",), _SENIOR),
                "dismiss": Way(("handler",), ("decided",), _SENIOR),
                "invite": Way(("handler",), ("triage",), _SENIOR),
                "recuse": Way(("handler",), _UP),
            },
        ),
        silence=_UP,
        clock=Clock(72 * HOUR),
        level=_SENIOR,
    ),
    "decided": Row(
        acts=("party",),
        ways=_row(
            "decided",
            {"appeal": Way(("party",), ("appealed",)), "waive": Way(("party",), ("decided", "closed"))},
        ),
        silence=("closed",),
        clock=Clock(14 * DAY, "days"),
        level=_SENIOR,
    ),
    "appealed": Row(
        acts=("fresh",),
        ways=_row(
            "appealed",
            {
                "take": Way(("fresh",), ("appealed",), _SENIOR),
                "recuse": Way(("fresh",), ("appealed",), _SENIOR),
                "uphold": Way(("fresh",), ("closed",), _SENIOR),
                "soften": Way(("fresh",), ("closed",), _SENIOR),
                "overturn": Way(("fresh",), ("closed",), _SENIOR),
                "remit": Way(("fresh",), _UP, _SENIOR),
                "refer": Way(("team", "program"), ("appealed",), _MODERATOR),
                "respond": Way(("outside",), ("appealed", "closed")),
            },
        ),
        silence=("appealed", "closed"),
        clock=Clock(14 * DAY, "days"),
        level=_SENIOR,
    ),
    "closed": Row(
        acts=(),
        ways=_row(
            "closed",
            {
                "request": Way(("party",), ("closed",)),
                "reopen": Way(("team",), ("triage",), _MODERATOR),
                "refuse": Way(("team",), ("closed",), _MODERATOR),
                "survey": Way(("party",), ("closed",)),
            },
        ),
        silence=("archived",),
        clock=Clock(180 * DAY, "all"),
        level=_MODERATOR,
    ),
    "archived": Row(acts=(), ways={}, silence=(), clock=None),
}
