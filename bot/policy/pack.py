"""What a pack is, as people write it, and the name that each wording of a policy gets from what it says."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StrictBool, StrictInt, StringConstraints, model_validator

from bot import documents
from bot.commands import Level
from bot.documents import Document
from bot.ids import PolicyId, RevisionId
from bot.policy.durations import Duration
from bot.policy.kind import Context
from bot.policy.when import When
from bot.views import Bilingual

Mode = Literal["off", "shadow", "enforce"]
LevelName = Literal["member", "helper", "moderator", "senior", "owner"]
Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
_LONGEST_TIMEOUT = timedelta(days=28)


class Said(Document):
    """Words for people, in both languages."""

    en: Filled
    fr: Filled

    @property
    def text(self) -> Bilingual:
        """The words as a card shows them."""
        return Bilingual(self.en, self.fr)


class Unless(Document):
    """Whom a policy spares although it matches; any one of these is enough."""

    level: LevelName | None = None
    """Authors who are trusted this much, or more."""
    member_for: Duration | None = None
    """Authors who have been here this long."""

    def spares(self, context: Context) -> tuple[str, ...]:
        """The reasons to spare, by their names."""
        reasons = []
        if self.level is not None and context.level >= Level[self.level.upper()]:
            reasons.append("level")
        if self.member_for is not None and context.account is not None:
            since = context.account.joined_at or context.account.met_at
            if context.event.at - since >= self.member_for:
                reasons.append("member_for")
        return tuple(reasons)


def _bounded(length: timedelta) -> timedelta:
    if length > _LONGEST_TIMEOUT:
        raise documents.wrong("this timeout is too long", 'the longest is "28d"')
    return length


class Then(Document):
    """What follows where the policy is enforced. Whoever a measure falls upon is told why, before it does."""

    remove: StrictBool = False
    remind: StrictBool = False
    """Tell the author why, directly."""
    reply: StrictBool = False
    """Say why in the channel."""
    alert: StrictBool = False
    """Show it to the managers."""
    timeout: Annotated[Duration, AfterValidator(_bounded)] | None = None

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if not self.actions:
            raise documents.wrong("nothing follows", "set at least one of remove, remind, reply, alert, timeout")
        return self

    @property
    def actions(self) -> tuple[str, ...]:
        """The names of what follows."""
        return tuple(name for name in type(self).model_fields if getattr(self, name))


class Policy(Document):
    """One rule: when it applies, to whom it does not, what follows and, for everyone to read, why."""

    id: Slug
    title: Said
    why: Said
    when: When
    unless: Unless = Unless()
    then: Then
    mode: Mode = "shadow"
    bots: StrictBool = False
    """Whether other bots are judged too."""

    @model_validator(mode="after")
    def _looks_for_something(self) -> Self:
        if not self.when.looks_for_something():
            raise documents.wrong(f'"{self.id}" would match nearly everything', "add a condition outside of none")
        return self


class PackFile(Document):
    """What `pack.toml` holds."""

    id: Slug
    title: Said
    policies: tuple[Policy, ...] = Field(min_length=1)


class Before(Document):
    """A message that the same author posted earlier."""

    text: str
    seconds_ago: float = Field(ge=0, le=86400, allow_inf_nan=False)


class Case(Document):
    """A message, and which policies must match it; all others must not."""

    text: str
    expect: tuple[str, ...]
    author_level: LevelName = "member"
    before: tuple[Before, ...] = ()
    mentions: StrictInt = Field(default=0, ge=0, le=1000)
    everyone: StrictBool = False


class CasesFile(Document):
    """What `cases.toml` holds."""

    case: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was read without a mistake."""

    id: str
    title: Bilingual
    policies: tuple[Policy, ...]
    cases: tuple[Case, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """The list files that its policies name, and what they hold."""

    def name(self, policy: Policy) -> PolicyId:
        """The policy's name among those of all packs."""
        return PolicyId(f"{self.id}/{policy.id}")


@dataclass(frozen=True, slots=True)
class Revision:
    """One wording of a policy, named by its content; its mode is no part of it, so that a trial tries what comes."""

    id: RevisionId
    policy: PolicyId
    canonical: str
    """JSON; what equals its default is left out, so that later versions of the format change no names."""


def revision(pack: Pack, policy: Policy) -> Revision:
    """Name what a policy says, its list files included."""
    lists = {name for _, kind in policy.when.walk() for name in kind.reads()}
    wording = policy.model_dump(mode="json", exclude={"id", "mode"}, exclude_defaults=True)
    content = {"policy": pack.name(policy), "says": wording, "files": {name: pack.files[name] for name in lists}}
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return Revision(RevisionId(hashlib.sha256(canonical.encode()).hexdigest()[:16]), pack.name(policy), canonical)
