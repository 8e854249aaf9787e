"""A case as it stands: what its log folds into, line by line, and nothing else."""

from dataclasses import dataclass
from datetime import datetime

from bot.cases.lines import Evidence, Line, Opening, Penalty, Tally
from bot.cases.states import LIVE, WORDS, Move, Outcome, State, Word
from bot.ids import AccountId, CaseId, PolicyId, RevisionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something that the team wrote down, or a question and its answer."""

    at: datetime
    by: AccountId | None
    text: str
    kind: str = "note"
    """note, question, answer, carried, or told: what a further report said, without its name. Once it is closed, new:
    what has come up since, or kept: why that is no reason to take it up again."""
    to: AccountId | None = None
    """Whose eyes it was for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One version of what the two could agree on."""

    version: int
    by: AccountId | None
    text: str
    accepted: frozenset[AccountId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Members who were drawn to decide together."""

    seed: int
    size: int
    electorate: tuple[AccountId, ...]
    drawn: tuple[AccountId, ...]
    seated: tuple[AccountId, ...] = ()
    declined: frozenset[AccountId] = frozenset()
    challenged: tuple[tuple[AccountId, AccountId], ...] = ()
    """Each party's one challenge: by whom, and whom."""
    ballots: tuple[tuple[AccountId, str], ...] = ()
    """The live ballots while voting is open, at most one of each who is seated; nobody is shown them."""
    came: frozenset[AccountId] = frozenset()
    """Who said that they take their seat; a ballot says so too."""
    void: bool = False
    """The case has been sent back or begun again since: what they said binds nobody any more."""
    tally: Tally | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What somebody of the team wants here, and another has yet to agree to."""

    by: AccountId
    move: Move
    """What it becomes once another agrees: decide or restrain."""
    text: str
    penalties: tuple[Penalty, ...]
    policies: tuple[tuple[PolicyId, RevisionId], ...]
    until: datetime
    number: int
    """Which line of the log it is: what an earlier one asked for does not wait any more."""
    agreed: AccountId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided, and why."""

    at: datetime
    by: AccountId | None
    outcome: Outcome
    reasons: str
    penalties: tuple[Penalty, ...] = ()
    policies: tuple[tuple[PolicyId, RevisionId], ...] = ()
    appeal_until: datetime | None = None
    number: int = 0
    """Which line of the log it is: what an earlier one gave out is worth nothing any more."""
    agreed: AccountId | None = None
    """Who agreed to it, where it took two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """A decision is looked at afresh."""

    at: datetime
    by: AccountId | None
    text: str
    taken_by: AccountId | None = None
    result: str = ""
    """uphold, soften, overturn or remit; empty while it is open."""
    reasons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """Somebody outside the team was asked."""

    at: datetime
    until: datetime | None
    answer: str = ""
    answered_at: datetime | None = None
    number: int = 0
    """Which line of the log asked: what an earlier one gave out is worth nothing any more."""
    contact: str = ""
    """Who was asked, by the name that the settings have for them; empty: the first one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything about a case that rules need. Content goes when it is archived; states, times and outcome stay."""

    id: CaseId
    opening: Opening
    opened_at: datetime
    state: State
    since: datetime
    """When it came into its state."""
    due_at: datetime | None
    clock_since: datetime | None = None
    """When the deadline began to run; None: with the state."""
    lapsed: bool = False
    """Nobody acted in this state in time, and a second deadline runs in it."""
    lines: int = 1
    """How many its log has."""
    outcome: Outcome | None = None
    handler: AccountId | None = None
    handlers: tuple[AccountId, ...] = ()
    """Everybody who ever handled it or decided in it, in that order, once each."""
    deciders: tuple[AccountId, ...] = ()
    """Those who took it upon them to decide and did not (recused, or out of time): they never return."""
    hands: tuple[AccountId, ...] = ()
    """Everybody who did anything in it and is neither a party nor reported it: the team, and those who sat in circles.
    None of them looks at it afresh."""
    earlier: tuple[AccountId, ...] = ()
    """Those of `hands` who handled a stage that is over: they handle no later one."""
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()
    reporters: tuple[AccountId, ...] = ()
    """Everybody who reported it, the first one too: sealed."""
    invited: bool = False
    asked_to_talk: bool = False
    """Both were invited at some time, so that whom it is about knows of it, whatever came of that."""
    consents: frozenset[AccountId] = frozenset()
    refusals: frozenset[AccountId] = frozenset()
    offers: tuple[Offer, ...] = ()
    shares: frozenset[AccountId] = frozenset()
    """Who wants a conversation of the two."""
    done: frozenset[AccountId] = frozenset()
    """Who says that what was agreed on was kept."""
    questions: int = 0
    escalations: int = 0
    circles: tuple[Circle, ...] = ()
    decision: Decision | None = None
    appeal: Appeal | None = None
    restraint: tuple[Penalty, ...] = ()
    """What holds meanwhile."""
    restrained_since: datetime | None = None
    """When anything was made to hold meanwhile for the first time: all of it together lasts 72 h at most."""
    restrained_until: datetime | None = None
    no_contact: bool = False
    """The two leave each other alone as long as that."""
    referral: Referral | None = None
    pending: Pending | None = None
    waived: frozenset[AccountId] = frozenset()
    remitted: bool = False
    reopened: bool = False
    second_looks: frozenset[AccountId] = frozenset()
    """Who looks at their own decision again, openly, since nobody else is there (profile `small`)."""
    links: tuple[CaseId, ...] = ()
    surveys: tuple[AccountId, ...] = ()
    reminded: bool = False
    """Those who must act were told that the deadline of this state comes."""

    @property
    def parties(self) -> tuple[AccountId, ...]:
        """Those between whom it is, or whom it is about; whoever decided a `measure` is none."""
        opener = None if self.opening.kind == "measure" else self.opening.opener
        return tuple(one for one in (opener, self.opening.respondent) if one is not None)

    @property
    def live(self) -> bool:
        """Whether somebody still has to act."""
        return self.state in LIVE

    @property
    def word(self) -> Word:
        """All that its parties read of its state."""
        return WORDS[self.state]

    @property
    def circle(self) -> Circle | None:
        """The latest."""
        return self.circles[-1] if self.circles else None


def begun(case: CaseId, line: Line) -> Case:
    """A case from the first line of its log. Raises ValueError where that line opens nothing."""
    if line.opening is None:
        raise ValueError(f"the log of case {case} does not begin with an opening")
    opening = line.opening
    return Case(
        id=case,
        opening=opening,
        opened_at=line.at,
        state=line.state,
        since=line.at,
        due_at=line.due_at,
        clock_since=line.at,
        evidence=(opening.evidence,) if opening.evidence else (),
        reporters=(opening.reporter,) if opening.reporter else (),
        links=opening.links,
    )
