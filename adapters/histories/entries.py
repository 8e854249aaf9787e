"""One measure as another bot's books have it, and how words and numbers there are understood."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, cast

from bot.cases.lines import PenaltyName

Format = Literal["zeppelin", "red", "bans", "table", "embeds"]
Why = Literal["elsewhere", "lifting", "note", "hidden", "nobody", "untimed", "unknown"]
"""Why something was left out: of another server; it takes a measure back; a mere note; hidden there already; it names
nobody by an id; it says no time; nobody can tell what it is."""

_ACTIONS: dict[str, PenaltyName | Why] = {
    "ban": "ban",
    "banned": "ban",
    "hackban": "ban",
    "forceban": "ban",
    "tempban": "ban",
    "massban": "ban",
    "softban": "kick",
    "kick": "kick",
    "kicked": "kick",
    "warn": "warn",
    "warned": "warn",
    "warning": "warn",
    "strike": "warn",
    "mute": "timeout",
    "muted": "timeout",
    "tempmute": "timeout",
    "smute": "timeout",
    "cmute": "timeout",
    "vmute": "timeout",
    "timeout": "timeout",
    "quarantine": "quarantine",
    "note": "note",
    **dict.fromkeys(("unban", "unbanned", "unmute", "unmuted", "unwarn", "unquarantine"), "lifting"),
    **dict.fromkeys(("sunmute", "cunmute", "vunmute", "untimeout", "tempunban", "removewarn", "clearwarn"), "lifting"),
}
_PENALTIES = frozenset({"warn", "kick", "timeout", "quarantine", "ban"})
_DISCORD_BEGAN = datetime(2015, 1, 1, tzinfo=UTC)
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800, "mo": 2_592_000, "y": 31_536_000}
_LENGTH = re.compile(r"(\d+)\s*(mo|[smhdwy])[a-z]*", re.IGNORECASE)
_NATIVE = re.compile(r"\b(?:\d{15,21}|[UW][A-Z0-9]{7,12})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One measure; who somebody is stands there as the platform itself numbers them."""

    key: str
    """What names it in these books, so that reading them twice finds the same."""
    user: str
    name: PenaltyName
    at: datetime | None
    """None where the books do not say: it is in force now."""
    by: str | None = None
    reasons: str = ""
    until: datetime | None = None
    in_force: bool = False
    """It holds now, as far as these books know."""


@dataclass(slots=True)
class Read:
    """What a file holds."""

    format: Format
    entries: list[Entry] = field(default_factory=list)
    left_out: Counter[Why] = field(default_factory=Counter)

    def add(self, done: PenaltyName | Why, user: str | None, at: datetime | None, **more: Any) -> None:
        """One measure, where it is one and says upon whom and when; `more` is the rest of the entry."""
        if done not in _PENALTIES:
            self.left_out[cast("Why", done)] += 1
        elif user is None:
            self.left_out["nobody"] += 1
        elif at is None:
            self.left_out["untimed"] += 1
        else:
            self.entries.append(Entry(user=user, name=cast("PenaltyName", done), at=at, **more))


def action(said: str) -> PenaltyName | Why:
    """What a word for an action means."""
    for word in re.findall(r"[a-z]+", said.lower().replace("-", "").replace("_", "")):
        if word in _ACTIONS:
            return _ACTIONS[word]
    return "unknown"


def person(said: Any) -> str | None:
    """The id in a mention, beside a name, or by itself."""
    found = _NATIVE.search(str(said if said is not None else ""))
    return found[0] if found else None


def time(said: Any) -> datetime | None:
    """A time as text or as seconds or milliseconds since 1970; without a zone it is taken for UTC."""
    if said in (None, "", 0):
        return None
    try:
        number = float(said)
    except (TypeError, ValueError):
        return _written(str(said).strip())
    return _since_1970(number / 1000 if number > 1e11 else number)  # seconds would lie beyond the year 5000


def snowflake(native: str) -> datetime | None:
    """When Discord gave out an id."""
    if not native.isdigit():
        return None
    return _DISCORD_BEGAN + timedelta(milliseconds=int(native) >> 22)


def length(said: str) -> timedelta | None:
    """`1d12h`, `30 minutes`; None where it has no end or says none."""
    seconds = sum(int(number) * _UNITS[unit.lower()] for number, unit in _LENGTH.findall(said))
    try:
        return timedelta(seconds=seconds) if seconds else None
    except OverflowError:
        return None


def _written(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _since_1970(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None
