"""What somebody wants to do in a case, what has to be known to judge it, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.cases.case import Case
from bot.cases.lines import Evidence, Line, Opening, Penalty, PenaltyName
from bot.cases.states import Move, Outcome, Profile
from bot.commands import Level
from bot.facts import Elector
from bot.hours import ALWAYS, Calendar, Outage
from bot.ids import AccountId, CaseId, PolicyId, RevisionId
from bot.views import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One move, before it is known whether it may be made; what it does not need stays empty."""

    move: Move
    by: AccountId | None
    """None: time, the program or somebody outside."""
    account: AccountId | None = None
    text: str = ""
    choice: str = ""
    outcome: Outcome | None = None
    penalties: tuple[Penalty, ...] = ()
    policies: tuple[tuple[PolicyId, RevisionId], ...] = ()
    opening: Opening | None = None
    evidence: Evidence | None = None
    case: CaseId | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a move is judged by."""

    now: datetime
    seed: int
    profile: Profile
    calendar: Calendar = ALWAYS
    outages: Sequence[Outage] = ()
    level: Level = Level.MEMBER
    """Of whoever acts."""
    accounts: tuple[AccountId, ...] = ()
    """All accounts of whoever acts, `Act.by` among them."""
    formerly: tuple[AccountId, ...] = ()
    """Accounts that were linked with these lately, or since the case was opened."""
    conflict: Phrase | None = None
    """Why whoever acts may have no part in handling this case, as `conflicts.barred` says it for the stage of its
    state; None where nothing speaks against it."""
    managers: Sequence[AccountId] = ()
    """Those of the team who could take this case as it stands: not away, trusted with what `table.TABLE` says of its
    state, and not barred; by the stage of `conflicts.wanted_for`. Empty where nobody can."""
    electors: Sequence[Elector] = ()
    """Everybody who could be drawn for a circle, where a circle is drawn."""
    doubles: Mapping[AccountId, AccountId] = field(default_factory=dict)
    """Seats of a circle whose holder has an earlier one, by which: two who sit there turned out to be one person; or
    is one of those whom it concerns, by whom."""
    takes_two: Mapping[PenaltyName, Phrase] = field(default_factory=dict)
    """What whoever acts does not decide alone, and why."""
    outside: bool = False
    """Whether there is somebody outside to turn to."""
    gone: bool = False
    """Whether it is about rules of which none is in force any more."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move cannot be made, in words for whoever wanted it."""

    why: Phrase


@dataclass(frozen=True, slots=True)
class Step:
    """A line that was written, and what it changed; `before` is None for the first one."""

    before: Case | None
    line: Line
    after: Case


Advanced = tuple[Line, ...] | Refusal
"""What the machine says: the lines to write, in order, or why there are none."""
