"""Measures and files with only what a test cares about."""

from datetime import datetime, timedelta
from typing import Any

from bot.cases.lines import Penalty, PenaltyName
from bot.cases.sanctions import Sanction
from bot.cases.states import Kind, State
from bot.facts import Brief, FileFact
from bot.ids import AccountId, CaseId, PolicyId, RevisionId, SanctionId
from tests.unit.moderation.playing import BASILE, GENERAL, KWAME, NOW, SPACE

RULE = PolicyId("ours/insults")
WORDING = RevisionId("abcdef0123456789")


def sanction(name: PenaltyName = "warn", number: int = 1, **more: Any) -> Sanction:
    """One that a case brought, an hour ago."""
    at = more.pop("at", NOW - timedelta(hours=1))
    seconds = more.pop("seconds", None)
    usual: dict[str, Any] = {
        "id": SanctionId(f"{number}-2-1"),
        "space": SPACE,
        "account": BASILE,
        "penalty": Penalty(name=name, seconds=seconds, **more.pop("penalty", {})),
        "by": KWAME,
        "at": at,
        "reasons": "called somebody names",
        "case": CaseId(str(number)),
        "until": at + timedelta(seconds=seconds) if seconds else None,
        "on_file_until": at + timedelta(days=90),
        "appeal_until": at + timedelta(days=14),
        "channel": GENERAL,
    }
    return Sanction(**{**usual, **more})


def brief(number: int, state: State = "decided", kind: Kind = "measure", **more: Any) -> Brief:
    usual: dict[str, Any] = {
        "case": CaseId(str(number)),
        "kind": kind,
        "state": state,
        "opened_at": NOW - timedelta(days=1),
        "due_at": None,
        "handler": None,
        "respondent": BASILE,
        "outcome": None,
        "people": (BASILE,),
        "private": False,
        "space": SPACE,
        "urgent": False,
    }
    return Brief(**{**usual, **more})


def file(*sanctions: Sanction, account: AccountId = BASILE, **more: Any) -> FileFact:
    return FileFact(account=account, sanctions=sanctions, cases=more.pop("cases", ()), **more)


def imposed(*ago: timedelta, name: str = "ban", now: datetime = NOW) -> tuple[tuple[datetime, str], ...]:
    return tuple((now - one, name) for one in ago)
