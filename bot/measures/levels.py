"""Who may take what upon whom: by levels, and never upon themselves, their equals or somebody they are at odds with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cases.lines import PenaltyName
from bot.commands import Level
from bot.facts import FileFact
from bot.ids import AccountId
from bot.views import Phrase

REQUIRES: Mapping[PenaltyName, Level] = {
    "remind": Level.HELPER,
    "warn": Level.MODERATOR,
    "remove": Level.MODERATOR,
    "timeout": Level.MODERATOR,
    "quarantine": Level.MODERATOR,
    "remove_from_channel": Level.MODERATOR,
    "role": Level.MODERATOR,
    "kick": Level.SENIOR,
    "ban": Level.SENIOR,
}
"""The level that each measure takes."""
_AT_ODDS_FOR = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Somebody, by all of their accounts."""

    accounts: tuple[AccountId, ...]
    level: Level
    files: tuple[FileFact, ...] = ()
    bot: bool = False


def barred(manager: Side, target: Side, penalties: Iterable[PenaltyName], now: datetime) -> Phrase | None:
    """Why a manager may not take these upon somebody; None where nothing speaks against it."""
    missing = [level for name in penalties if (level := REQUIRES[name]) > manager.level]
    if missing:
        return Phrase("measure-not-level", (("level", max(missing).name.lower()),))
    if set(manager.accounts) & set(target.accounts):
        return Phrase("measure-not-oneself")
    if target.bot:
        return Phrase("measure-not-bot")
    if target.level > Level.MEMBER and target.level >= manager.level:
        return Phrase("measure-not-above")
    return Phrase("measure-not-conflict") if at_odds(manager, target, now) else None


def at_odds(manager: Side, target: Side, now: datetime) -> bool:
    """Whether the two were at odds lately, be it that the other took something upon the manager.

    A measure of the manager's own is no quarrel: whoever reminded somebody may do so again.
    """
    since = now - _AT_ODDS_FOR
    upon = (one for file in manager.files for one in file.sanctions)
    if any(one.by in target.accounts and one.at > since and one.state != "proposed" for one in upon):
        return True
    theirs = {brief.case for file in target.files for brief in file.cases}
    both = (brief for file in manager.files for brief in file.cases if brief.case in theirs)
    return any(brief.kind != "measure" and brief.opened_at > since for brief in both)
