"""A raid as it stands: when people came, what was done about it, and who was called. A setting keeps it meanwhile."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.effects import Handle
from bot.ids import AccountId, CaseId, ChannelId, IncidentId, SanctionId, SpaceId, TimerId
from bot.records import SettingChanged
from bot.settings import Settings

_KEY = "raid:"
_REPORT, _CALL, _SLOW = "raid-report:", "raid-call:", "raid-slow:"
_BEFORE, _AFTER = timedelta(minutes=2), timedelta(minutes=2)
"""Policies notice the first ones late, and word of the last ones comes at most once a minute."""
HELD_FOR = timedelta(hours=72)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raid:
    """One raid."""

    case: CaseId
    space: SpaceId
    first: IncidentId | None
    began: datetime
    last: datetime
    called: int = 0
    """How many of those on call were called."""
    taken: bool = False
    """Whether somebody is on it."""
    invites_until: datetime | None = None
    slow: tuple[ChannelId, ...] = ()
    held: tuple[tuple[int, int], ...] = ()
    """Which line of the case's log held how many."""
    undone: bool = False

    @property
    def since(self) -> datetime:
        """From when on whoever came belongs to it."""
        return self.began - _BEFORE

    @property
    def until(self) -> datetime:
        """Until when whoever came belongs to it."""
        return self.last + _AFTER

    @property
    def card(self) -> Handle:
        """The team's card about it."""
        return Handle(f"raid-{self.case}/card")

    @property
    def sanctions(self) -> tuple[SanctionId, ...]:
        """Everything that holds newcomers back because of it."""
        return tuple(sanction_id(self.case, line, n) for line, many in self.held for n in range(1, many + 1))

    def invites_paused(self, now: datetime) -> bool:
        """Whether nobody new can come in."""
        return self.invites_until is not None and self.invites_until > now

    def kept(self, by: AccountId | None, at: datetime) -> SettingChanged:
        """What is written down."""
        return SettingChanged(key=f"{_KEY}{self.case}", value=_dumped(self), by=by, at=at)

    def gone(self, at: datetime) -> SettingChanged:
        """It is over, and nothing of it is kept here."""
        return SettingChanged(key=f"{_KEY}{self.case}", value=None, by=None, at=at)


def of(settings: Settings, case: str) -> Raid | None:
    """The raid that a case is about, while it is not over."""
    said = settings.values.get(f"{_KEY}{case}")
    return None if said is None else _loaded(json.loads(said))


def by_incident(settings: Settings, first: IncidentId | None) -> Raid | None:
    """The raid that began with an incident, while it is not over."""
    keys = (key for key in settings.values if key.startswith(_KEY))
    return next((one for key in keys if (one := of(settings, key.removeprefix(_KEY))) and one.first == first), None)


def sanction_id(case: CaseId, line: int, number: int) -> SanctionId:
    """The name of what holds one of those who came."""
    return SanctionId(f"{case}-{line}-{number}")


def report_timer(case: CaseId) -> TimerId:
    """In the morning the team reads what happened."""
    return TimerId(f"{_REPORT}{case}")


def call_timer(case: CaseId) -> TimerId:
    """Where nobody comes, the next one on call is called."""
    return TimerId(f"{_CALL}{case}")


def slow_timer(case: CaseId, channel: ChannelId) -> TimerId:
    """A channel is let go again."""
    return TimerId(f"{_SLOW}{case}|{channel}")


def timed(timer: TimerId) -> tuple[str, CaseId, ChannelId | None] | None:
    """What a deadline is for (report, call or slow), the case and the channel; None where it is about no raid."""
    for kind, prefix in (("report", _REPORT), ("call", _CALL), ("slow", _SLOW)):
        if timer.startswith(prefix):
            case, _, channel = timer.removeprefix(prefix).partition("|")
            return kind, CaseId(case), ChannelId(channel) if channel else None
    return None


def _dumped(raid: Raid) -> str:
    said = {name: value for name, value in asdict(raid).items() if value}
    return json.dumps(said, default=datetime.isoformat, sort_keys=True)


def _loaded(said: dict[str, Any]) -> Raid:
    until = said.get("invites_until")
    return Raid(
        case=CaseId(said["case"]),
        space=SpaceId(said["space"]),
        first=said.get("first"),
        began=datetime.fromisoformat(said["began"]),
        last=datetime.fromisoformat(said["last"]),
        called=said.get("called", 0),
        taken=said.get("taken", False),
        invites_until=datetime.fromisoformat(until) if until else None,
        slow=tuple(map(ChannelId, said.get("slow", ()))),
        held=tuple((line, many) for line, many in said.get("held", ())),
        undone=said.get("undone", False),
    )
