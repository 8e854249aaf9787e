"""What a case is, as people write it: something that happens, and which policies must match it."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, StrictInt

from bot.documents import Document
from bot.policy.durations import Duration

LevelName = Literal["member", "helper", "moderator", "senior", "owner"]

_DAY = 86400


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Before(Document):
    """A message from before."""

    text: str
    seconds_ago: float = Field(ge=0, le=_DAY, allow_inf_nan=False)
    channel: str = "general"
    by: str | None = None
    """Somebody else than the author of the case."""


class Case(Document):
    """Something that happens, and which policies must match it; all others must not.

    What is not said is not known either: without `member_for`, nobody can tell how long the author has been here.
    """

    text: str = ""
    expect: tuple[str, ...]
    follows: tuple[str, ...] | None = None
    """What all of them together must ask for: by the names of `then`."""
    event: Literal["post", "edit", "join", "rename"] = "post"
    at: Annotated[datetime, AfterValidator(_aware)] = datetime(2026, 1, 5, 12, tzinfo=UTC)
    """A Monday at noon; in UTC unless it says otherwise."""
    channel: str = "general"
    thread: StrictBool = False
    mentions: StrictInt = Field(default=0, ge=0, le=1000)
    everyone: StrictBool = False
    attachments: tuple[str, ...] = ()
    """Names of files."""
    author_level: LevelName = "member"
    name: str | None = None
    """What the author goes by."""
    roles: tuple[str, ...] | None = None
    bot: StrictBool = False
    member_for: Duration | None = None
    account_age: Duration | None = None
    messages: StrictInt | None = Field(default=None, ge=0)
    """How many of the author's were ever seen before; otherwise those in `before`."""
    times_before: StrictInt = Field(default=0, ge=0, le=50)
    """How often before everything that is counted about the author has happened: a minute ago, two minutes ago …"""
    before: tuple[Before, ...] = ()
    joins: StrictInt = Field(default=0, ge=0, le=1000)
    """How many people have joined, one in each of the last seconds."""


class CasesFile(Document):
    """What `cases.toml` holds."""

    case: tuple[Case, ...] = ()
