"""What a person asks for, understood and typed: a wish that the pipeline first checks against the person's level."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import ClassVar, Literal

from bot.cases.sanctions import Sanction
from bot.events import Happening
from bot.ids import AccountId, CaseId, ChannelId, MessageId, ProposalId, SpaceId
from bot.proposals import Backtest
from bot.views import Phrase


class Level(IntEnum):
    """How much a person is trusted with; each level may do all that the lower ones may."""

    MEMBER = 0
    HELPER = 1
    MODERATOR = 2
    SENIOR = 3
    OWNER = 4
    OPERATOR = 5
    """Whoever has a shell on the machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Happening):
    """What all commands share."""

    requires: ClassVar[Level] = Level.MEMBER
    caller: AccountId | None
    """None: the operator at the shell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetAccount(Wish):
    """Erase what is kept of an account: names, texts, activity; sums stay."""

    requires: ClassVar[Level] = Level.OPERATOR
    account: AccountId
    kind: Literal["forget_account"] = "forget_account"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldAccount(Wish):
    """Keep what is known of an account from erasure while the law asks for it."""

    requires: ClassVar[Level] = Level.OPERATOR
    account: AccountId
    reason: str
    kind: Literal["hold_account"] = "hold_account"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAccount(Wish):
    """End a legal hold."""

    requires: ClassVar[Level] = Level.OPERATOR
    account: AccountId
    kind: Literal["release_account"] = "release_account"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkAccounts(Wish):
    """Two accounts, perhaps on two platforms, are one person's."""

    requires: ClassVar[Level] = Level.OPERATOR
    account: AccountId
    to: AccountId
    """An account of the member that `account` joins."""
    kind: Literal["link_accounts"] = "link_accounts"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkAccount(Wish):
    """An account is a person of its own again."""

    requires: ClassVar[Level] = Level.OPERATOR
    account: AccountId
    kind: Literal["unlink_account"] = "unlink_account"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryQuarantined(Wish):
    """Rule once more on an event that a room stumbled over, for that room alone."""

    requires: ClassVar[Level] = Level.OPERATOR
    entry: int
    kind: Literal["retry_quarantined"] = "retry_quarantined"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPolicies(Wish):
    """Tell the managers what was refused when the policies were last read; the program asks for this itself."""

    requires: ClassVar[Level] = Level.OPERATOR
    problems: tuple[str, ...]
    """Each in one line: place, problem, next step."""
    kind: Literal["report_policies"] = "report_policies"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRemarks(Wish):
    """Tell the managers of a space what its platform keeps the bot from; the program asks for this itself."""

    requires: ClassVar[Level] = Level.OPERATOR
    about: SpaceId
    remarks: tuple[tuple[Phrase, Phrase | None], ...]
    """Each with the next step, where there is one."""
    final: bool = False
    """Nobody can change it: the platform has nothing of the kind, and the next step says what is done instead."""
    kind: Literal["report_remarks"] = "report_remarks"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSettings(Wish):
    """Tell the managers that the file of settings has mistakes, and which hold; the program asks for this itself."""

    requires: ClassVar[Level] = Level.OPERATOR
    problems: tuple[str, ...]
    """Each in one line; none where the file speaks of other communities too."""
    since: datetime
    """When a start last went well with the settings that hold."""
    kind: Literal["report_settings"] = "report_settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBacktest(Wish):
    """What a proposed policy would have done with the past; the program looks, and tells of it itself."""

    requires: ClassVar[Level] = Level.OPERATOR
    proposal: ProposalId
    found: Backtest
    examples: tuple[tuple[ChannelId, MessageId], ...] = ()
    """Where some of what it matched stands, for the team to read there."""
    kind: Literal["report_backtest"] = "report_backtest"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginCommunity(Wish):
    """The bot is live in a community: where it never was before, it only looks on at first; the program asks for it."""

    requires: ClassVar[Level] = Level.OPERATOR
    kind: Literal["begin_community"] = "begin_community"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOutage(Wish):
    """No bot was at work for a while: clocks stood still meanwhile; the program tells of this when it starts again."""

    requires: ClassVar[Level] = Level.OPERATOR
    since: datetime
    until: datetime
    kind: Literal["note_outage"] = "note_outage"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportHistory(Wish):
    """Take measures into the books that another bot, or the platform, had written down."""

    requires: ClassVar[Level] = Level.OPERATOR
    sanctions: tuple[Sanction, ...]
    source: str
    """Whose books they are from."""
    counts: bool = False
    """Ladders remember them like our own; otherwise they are only there to be read."""
    kind: Literal["import_history"] = "import_history"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSealed(Wish):
    """The operator takes a case out of the books with everything that is sealed: that they did is written down."""

    requires: ClassVar[Level] = Level.OPERATOR
    case: CaseId
    kind: Literal["read_sealed"] = "read_sealed"


Command = (
    ForgetAccount
    | HoldAccount
    | ReleaseAccount
    | LinkAccounts
    | UnlinkAccount
    | RetryQuarantined
    | ReportPolicies
    | ReportRemarks
    | ReportSettings
    | ReportBacktest
    | BeginCommunity
    | NoteOutage
    | ImportHistory
    | ReadSealed
)
