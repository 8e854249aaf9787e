"""What we write down: facts of our own making, in the past tense, that commit together with the event they came from.

Records are what rooms tell each other, and what facts are folded from. They name accounts, channels and messages; what
is kept of them for good is decided in `bot.storage`, where append-only rows hold references and hashes only.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.cases.lines import Line, Opening, Penalty, PenaltyName
from bot.cases.sanctions import Sanction, SanctionState
from bot.ids import (
    AccountId,
    CaseId,
    ChannelId,
    EventId,
    IncidentId,
    MemberId,
    MessageId,
    PolicyId,
    RevisionId,
    RoleId,
    SanctionId,
    SpaceId,
    TimerId,
)
from bot.proposals import Proposal
from bot.views import Bilingual, Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountMet:
    """An account was seen for the first time, or again after it was forgotten."""

    account: AccountId
    member: MemberId
    """A person of its own, until it is linked to another."""
    at: datetime
    name: str | None = None
    bot: bool = False
    roles: tuple[RoleId, ...] = ()
    created_at: datetime | None = None
    """When the platform says that the account was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChanged:
    """What is known of an account is now this; None leaves a thing as it was."""

    account: AccountId
    name: str | None = None
    roles: tuple[RoleId, ...] | None = None
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChosen:
    """A person wants to be spoken to in this language from now on."""

    account: AccountId
    locale: Locale | None
    """None: whatever the platform says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountMoved:
    """An account belongs to this member from now on, and no longer to the previous one."""

    account: AccountId
    member: MemberId
    previous: MemberId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCodeGiven:
    """A person may tell this code from another account of theirs."""

    code: str
    """Its hash: nobody can read the code itself from what is kept."""
    account: AccountId
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCodeUsed:
    """A code was told, and is worth nothing any more."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipChanged:
    """An account is in the space from now on, or no longer."""

    account: AccountId
    at: datetime
    present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelNamed:
    """A channel or a thread is called this from now on."""

    channel: ChannelId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """An account posted a message: what windows of rates and repetitions are made of."""

    account: AccountId
    channel: ChannelId
    at: datetime
    fingerprint: int
    """Tells equal texts from different ones without keeping either."""
    sketch: int = 0
    """Of nearly equal texts nearly equal; 0 where no policy asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A counter moved."""

    counter: str
    of: str
    by: int
    at: datetime
    about: str = ""
    """What it moved for: nothing counts twice, and its moves can be counted within a window; empty: it only sums."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyHit:
    """A policy matched; in mode `shadow` nothing more came of it."""

    policy: PolicyId
    revision: RevisionId
    mode: str
    account: AccountId
    channel: ChannelId | None
    """None, like the message, where somebody joined or changed their name."""
    message: MessageId | None
    actions: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    """Where it matched in the message as posted: start and end in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that was done because of a policy, or by hand."""

    name: str
    """As policies write it: remove, remind, timeout … By hand it can also be kick, ban, unban, lock and the like."""
    until: datetime | None = None
    """When it ends by itself."""
    seconds: int = 0
    """How long, where it is a pause between messages or between guests."""
    number: int = 1
    """How many messages, where it was messages."""
    role: RoleId | None = None
    """Which one, where it was a role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentOpened:
    """Something was done without a person, or a person asked for one: it can be looked at, and undone.

    What somebody else did on the platform (`hand`) is noted beside it: it is theirs, and not ours to undo.
    """

    incident: IncidentId
    origin: Literal["policy", "report", "hand"]
    at: datetime
    space: SpaceId
    account: AccountId | None
    """Whom it is about; None where a report names nobody."""
    channel: ChannelId | None = None
    message: MessageId | None = None
    policies: tuple[PolicyId, ...] = ()
    revisions: tuple[RevisionId, ...] = ()
    """The wordings of these that decided; none where it was written down before they were kept."""
    titles: tuple[Bilingual, ...] = ()
    why: tuple[Bilingual, ...] = ()
    evidence: tuple[str, ...] = ()
    """What decided, in the policies' own words."""
    spans: tuple[tuple[int, int], ...] = ()
    measures: tuple[Measure, ...] = ()
    withheld: tuple[str, ...] = ()
    """What policies asked for and was not done: to an owner, or because it was learned of late."""
    beyond: tuple[str, ...] = ()
    """What policies asked for, or the team would be offered, and its platform cannot do."""
    learned_at: datetime | None = None
    """When it was learned of, where that was too late for more than telling managers."""
    counters: tuple[str, ...] = ()
    """What it moved, so that undoing it moves it back."""
    about: str = ""
    """What those counters moved for."""
    text: str = ""
    """What was written; erased after a while."""
    readable: bool = True
    """False where the platform did not let us read what was written."""
    locale: Locale | None = None
    """The language of whom it is about, where known."""
    reporter: AccountId | None = None
    """Who reported it: sealed, never shown on a card."""
    reason: str = ""
    """The own words of whoever reported it, or did it by hand; of a rule of the platform's own, its name."""
    concern: Literal["hurt", "spam", "danger", "other"] = "other"
    """What kind of thing a report is about."""

    def taken_back(self) -> tuple[Counted, ...]:
        """Everything that it moved moves back, as of when it moved: ladders do not remember it."""
        of, about = self.account, f"undone:{self.about}"
        return tuple(Counted(counter=one, of=of, by=-1, at=self.at, about=about) for one in self.counters if of)


IncidentState = Literal[
    "standing",
    "confirmed",
    "undone",
    "talking",
    "asked",
    "given_up",
    "taken",
    "removed",
    "requested",
    "closed",
    "withdrawn",
]
"""`given_up`: its policies were stopped before anybody felt anything of it.

From `taken` on they are for reports: somebody is on it, took the message down, asked its author to, or is done with
it; or whoever reported took it back at once.

What was done by hand is `closed` from the beginning, by whoever did it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentMoved:
    """Somebody looked at an incident and said what it is."""

    incident: IncidentId
    state: IncidentState
    by: AccountId | None
    """None where it was nobody: a rule of the platform's own."""
    at: datetime
    case: CaseId | None = None
    """The case in which that was decided: what follows from it is still to be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAnswer:
    """Whoever asked for something, and still waits for what came of it."""

    event: EventId
    space: SpaceId
    account: AccountId
    locale: Locale | None = None
    """The language that they use the platform in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWanted:
    """A room has come upon something that people have to look at, or that a manager did: the room of cases takes it up.

    Where the same message or incident has a live case already, it joins that one.
    """

    opening: Opening
    at: datetime
    penalties: tuple[Penalty, ...] = ()
    """What was decided in the same breath, where something was (`measure`)."""
    reasons: str = ""
    done: bool = False
    """The measure was taken by hand on the platform: nothing is left to do but to write it down."""
    second: AccountId | None = None
    """Who agreed to it, where it took two."""
    answer: ToAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLogged:
    """A line was written in the log of a case; its numbers count from 1, without a gap."""

    case: CaseId
    number: int
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionProposed:
    """One of the team wants something upon a person, and it waits until they are sure, or until a second one agrees."""

    sanction: Sanction


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionDropped:
    """What was proposed waits no longer: it was taken up, given up, or nobody agreed in time."""

    sanction: SanctionId


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionOrdered:
    """Something was decided upon a person: the room of measures states the reasons, and then does it."""

    sanction: Sanction
    locale: Locale | None = None
    """The language of whom it falls upon, as far as the case knows it."""
    answer: ToAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionTaken:
    """It holds from now on, with its reasons on their way or stored to be read."""

    sanction: Sanction


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionsRevoked:
    """Nothing of what a case brought shall hold any more, and nothing of it be remembered where it was overturned."""

    case: CaseId
    sanctions: tuple[SanctionId, ...]
    """Those that are meant; none named: all of the case, interim ones included."""
    state: SanctionState
    """`lifted` or `overturned`."""
    by: AccountId | None
    at: datetime
    sparing: tuple[PenaltyName, ...] = ()
    """Of these kinds nothing is meant."""
    interim: bool = False
    """Only what held meanwhile is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionMoved:
    """A measure does not stand any more as it did."""

    sanction: SanctionId
    account: AccountId
    state: SanctionState
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleChosen:
    """A member lets themselves be drawn for circles, or no longer."""

    account: AccountId
    willing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalMoved:
    """A proposal stands like this from now on."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChanged:
    """A manager changed a setting in chat: it lies over the file's from now on; None takes it away again."""

    key: str
    value: str | None
    by: AccountId | None
    """None: the program itself, or its operator."""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsStopped:
    """What policies wanted and no platform has felt yet is not to be done any more."""

    policies: tuple[PolicyId, ...]
    """Only what these alone wanted; none named: whatever any policy wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountForgotten:
    """What was kept of an account is to be erased, with this transaction."""

    account: AccountId
    member: MemberId | None
    """None where the account was never met: somebody may have asked or been reported without having spoken."""
    former: tuple[MemberId, ...] = ()
    """Whose account it was before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldChanged:
    """An account is under legal hold from now on, or no longer."""

    account: AccountId
    at: datetime
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerArmed:
    """A deadline was set, or moved: its earlier self will not fire."""

    timer: TimerId
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerCancelled:
    """A deadline will not come."""

    timer: TimerId


Record = (
    AccountMet
    | AccountChanged
    | LanguageChosen
    | AccountMoved
    | LinkCodeGiven
    | LinkCodeUsed
    | MembershipChanged
    | ChannelNamed
    | Spoke
    | Counted
    | PolicyHit
    | IncidentOpened
    | IncidentMoved
    | CaseWanted
    | CaseLogged
    | SanctionProposed
    | SanctionDropped
    | SanctionOrdered
    | SanctionTaken
    | SanctionsRevoked
    | SanctionMoved
    | CircleChosen
    | ProposalMoved
    | SettingChanged
    | ActionsStopped
    | AccountForgotten
    | HoldChanged
    | TimerArmed
    | TimerCancelled
)
