"""The log of a case, line by line: what was done, by whom, and where the case stands since."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.cases.states import Concern, Door, Kind, Move, Outcome, Profile, State
from bot.events import Fingerprint
from bot.ids import AccountId, CaseId, ChannelId, IncidentId, MessageId, PolicyId, RevisionId, RoleId, SpaceId
from bot.views import Bilingual, Locale

TallyResult = Literal["measure", "nothing", "talk", "tie", "no_quorum"]
PenaltyName = Literal["remind", "warn", "remove", "timeout", "quarantine", "remove_from_channel", "role", "kick", "ban"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """One measure upon a person, as it is decided."""

    name: PenaltyName
    seconds: int | None = None
    """How long, where it ends by itself; None: it is done at once, or has no end."""
    role: RoleId | None = None
    """Which one is given (`role`)."""
    channel: ChannelId | None = None
    """Which one they leave (`remove_from_channel`), or where the message stands."""
    message: MessageId | None = None
    """Which one is taken down (`remove`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One message around the one that a case is about."""

    message: MessageId
    author: AccountId | None
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was there when somebody asked for help; it stays whatever is taken down later, until it is purged."""

    message: MessageId | None = None
    channel: ChannelId | None = None
    author: AccountId | None = None
    text: str = ""
    edits: tuple[str, ...] = ()
    """Earlier or later wordings, as far as they were seen."""
    files: tuple[tuple[str, str], ...] = ()
    """Names of attachments, each with a hash of all by which the platform names the file, or of what is in it where
    that was at hand."""
    prints: tuple[Fingerprint, ...] = ()
    """What is in them, as far as their bytes were read since."""
    around: tuple[Quote, ...] = ()
    """Up to ten messages before and after, in order, as far as the platform let the bot read them."""
    roles: tuple[RoleId, ...] = ()
    """What its author held then."""
    readable: bool = True
    """False where the platform did not let the bot read the words."""
    by: AccountId | None = None
    """Who brought it, where it is no capture of the bot's own; sealed like whoever reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a case began."""

    kind: Kind
    door: Door
    space: SpaceId
    concern: Concern = "other"
    profile: Profile = "small"
    opener: AccountId | None = None
    """Who asked for help and is a party to it (`dispute`, `talk`, `review`), or who decided it (`measure`)."""
    respondent: AccountId | None = None
    """Whom it is about; None where nobody is blamed."""
    reporter: AccountId | None = None
    """Who reported it: sealed. Only `report` has one."""
    channel: ChannelId | None = None
    message: MessageId | None = None
    incident: IncidentId | None = None
    """What was done without a person, where that is looked at."""
    policies: tuple[tuple[PolicyId, RevisionId], ...] = ()
    """The rules it is about, in the wordings that held at the facts."""
    titles: tuple[Bilingual, ...] = ()
    """What these rules are called."""
    text: str = ""
    """The own words of whoever asked for help."""
    wish: str = ""
    """What they would like to come of it."""
    evidence: Evidence | None = None
    locale: Locale | None = None
    """The language of whoever asked, where known."""
    links: tuple[CaseId, ...] = ()
    """Earlier cases that it belongs to."""
    private: bool = False
    """It is about one of the team: the managers' channel never shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """How a circle was drawn, so that anybody can draw it again once it is over."""

    seed: int
    electorate: tuple[AccountId, ...]
    """Those who could be drawn, in order of their ids."""
    drawn: tuple[AccountId, ...]
    """All of them in the order of the draw: the first ones are asked to sit, the next ones stand by."""
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What ballots came to; who voted how is not kept."""

    seated: int
    measure: int
    """For a measure."""
    nothing: int
    """For no further action."""
    talk: int
    """For talking it over once more."""
    abstained: int
    result: TallyResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a log; what a move does not need stays empty."""

    at: datetime
    move: Move
    state: State
    """Where the case stands afterwards."""
    due_at: datetime | None
    """Until when somebody has to act there; None in `archived` alone."""
    by: AccountId | None
    """Who did it; None: time, the program or somebody outside."""
    account: AccountId | None = None
    """Whom it names: assigned to, words carried to, challenged, seated."""
    text: str = ""
    """Somebody's own words: a note, a question, an offer, the reasons of a decision."""
    choice: str = ""
    """What was chosen: a ballot, the version of an offer, who comes or stays away, an answer to a survey."""
    outcome: Outcome | None = None
    """How it ends, where it does."""
    penalties: tuple[Penalty, ...] = ()
    policies: tuple[tuple[PolicyId, RevisionId], ...] = ()
    """The rules that a decision rests on."""
    opening: Opening | None = None
    """Of the first line alone."""
    evidence: Evidence | None = None
    """What came besides: with a further report, or when it was reopened; of a note a later wording of a message, or
    what is in its files."""
    draw: Draw | None = None
    tally: Tally | None = None
    case: CaseId | None = None
    """Another case: merged into, or linked."""
    until: datetime | None = None
    """Until when: what holds meanwhile, an appeal, an answer from outside."""
