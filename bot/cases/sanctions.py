"""A measure upon a person as it was taken: why, by whom, for how long, and until when it is remembered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.cases.lines import Penalty
from bot.ids import AccountId, CaseId, ChannelId, MessageId, PolicyId, RevisionId, SanctionId, SpaceId
from bot.views import Bilingual

SanctionState = Literal["proposed", "standing", "ended", "lifted", "overturned", "failed"]
"""Somebody wants it and has yet to be sure, or to find a second person; it holds or was simply done; it is over;
somebody lifted it; it was a mistake and never was; no platform did it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """One measure upon one account."""

    id: SanctionId
    space: SpaceId
    account: AccountId
    penalty: Penalty
    by: AccountId | None
    """Who decided it; None: the program, or somebody whose name is not known any more."""
    at: datetime
    reasons: str
    """In the decider's own words."""
    case: CaseId | None = None
    until: datetime | None = None
    """When it ends by itself."""
    on_file_until: datetime | None = None
    """Until when it counts, by the rule that held when it was given; None: it never counts."""
    channel: ChannelId | None = None
    message: MessageId | None = None
    quote: str = ""
    """What they wrote; erased after a while."""
    policies: tuple[tuple[PolicyId, RevisionId], ...] = ()
    titles: tuple[Bilingual, ...] = ()
    interim: bool = False
    """It only holds until something is decided, for at most 72 h."""
    imported: bool = False
    """It comes from another bot's books, and counts on no ladder unless somebody chose so."""
    appeal_until: datetime | None = None
    state: SanctionState = "standing"
    ended_at: datetime | None = None


def runs(sanction: Sanction, now: datetime) -> bool:
    """Whether it still holds somebody back."""
    lasting = sanction.penalty.name in ("timeout", "quarantine", "remove_from_channel", "role", "ban")
    return sanction.state == "standing" and lasting and (sanction.until is None or sanction.until > now)


def counts(sanction: Sanction, now: datetime) -> bool:
    """Whether a ladder remembers it."""
    standing = sanction.state in ("standing", "ended") and not sanction.interim
    return standing and sanction.on_file_until is not None and sanction.on_file_until > now
