"""What the bot saw: one thing that happened, which policies looked up, what was said of it, and what became of that."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.ids import AccountId, ChannelId, EffectKey, MessageId, PolicyId
from bot.views import Bilingual, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A policy that matched."""

    policy: PolicyId
    title: Bilingual
    mode: str
    """enforce: it acted · shadow: on trial · spared: the author is an exception · observe: the first week · paused."""
    actions: tuple[str, ...]
    """What it asks for, by the names that policies use."""
    spans: tuple[tuple[int, int], ...]
    """Where it matched in the message as it was then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a room ruled."""

    rule: str
    why: tuple[Text, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """Something that was wanted of a platform, and how far it got."""

    key: EffectKey
    kind: str
    state: str
    """pending, sending, done, refused or unsure."""
    reason: str = ""
    account: AccountId | None = None
    channel: ChannelId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One arrival, and all that came of it; `seq` counts arrivals within the community."""

    seq: int
    kind: str
    at: datetime
    account: AccountId | None = None
    channel: ChannelId | None = None
    message: MessageId | None = None
    findings: tuple[Finding, ...] = ()
    said: tuple[Said, ...] = ()
    delivered: tuple[Delivered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What one day brought, in UTC."""

    day: date
    messages: int = 0
    """By people, not by bots."""
    acted: int = 0
    """Messages and arrivals that a policy acted on."""
    noticed: int = 0
    """Those that policies matched without acting: on trial, held, or with an exception."""
