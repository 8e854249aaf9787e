"""How heavy measures are: who may decide them, and which are heavier than others."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from bot.cases.lines import Penalty, PenaltyName
from bot.commands import Level
from bot.measures.levels import REQUIRES

_WEIGHT: Mapping[PenaltyName, int] = {
    "remind": 0,
    "warn": 1,
    "remove": 1,
    "timeout": 2,
    "remove_from_channel": 3,
    "role": 3,
    "quarantine": 3,
    "kick": 4,
    "ban": 5,
}
_LASTING = frozenset({"timeout", "remove_from_channel", "role", "quarantine", "ban"})
_WARNING, _TIMEOUT = _WEIGHT["warn"], _WEIGHT["timeout"]
MEANWHILE: frozenset[PenaltyName] = frozenset({"timeout", "remove_from_channel", "role", "quarantine"})
"""What may hold before anything is decided."""


def level(penalties: Iterable[Penalty]) -> Level:
    """What a manager must be trusted with to decide all of these."""
    return max((REQUIRES[one.name] for one in penalties), default=Level.MODERATOR)


def above_a_warning(penalties: Iterable[Penalty]) -> bool:
    """Whether any of these is heavier than a warning."""
    return any(_WEIGHT[one.name] > _WARNING for one in penalties)


def above_a_timeout(penalties: Iterable[Penalty]) -> bool:
    """Whether any of these is heavier than a timeout."""
    return any(_WEIGHT[one.name] > _TIMEOUT for one in penalties)


def bans(penalties: Iterable[Penalty]) -> bool:
    """Whether somebody is kept out."""
    return any(one.name == "ban" for one in penalties)


def milder(some: Sequence[Penalty], others: Sequence[Penalty]) -> bool:
    """Whether some are milder than others on the whole: the heaviest weighs first, then the next one, and so on."""
    return _severities(some) < _severities(others)


def harsher(some: Sequence[Penalty], others: Sequence[Penalty]) -> bool:
    """Whether some are in any way harsher than others: heaviest against heaviest, and so on down, none left over."""
    pairs = zip_longest(_severities(some), _severities(others), fillvalue=(-1, 0.0))
    return any(one > other for one, other in pairs)


def _severities(penalties: Iterable[Penalty]) -> list[tuple[int, float]]:
    return sorted(map(severity, penalties), reverse=True)


def severity(penalty: Penalty) -> tuple[int, float]:
    """How heavy one is, and how long it lasts: what is greater is harsher."""
    endless = float("inf") if penalty.seconds is None else float(penalty.seconds)
    return _WEIGHT[penalty.name], endless if penalty.name in _LASTING else 0.0
