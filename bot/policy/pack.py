"""What a pack is, as people write it, and the name that each wording of a policy gets from what it says."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StrictBool, StringConstraints, model_validator

from bot import documents
from bot.commands import Level
from bot.documents import Document
from bot.ids import PolicyId, RevisionId
from bot.policy.case import Case, LevelName
from bot.policy.durations import Duration
from bot.policy.kind import Context
from bot.policy.then import Counts, Step, Then, in_order
from bot.policy.when import When
from bot.text import Pattern
from bot.views import Bilingual

Mode = Literal["off", "shadow", "enforce"]
Late = Literal["report", "remove"]
"""What follows from a message that was learned of late."""
Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


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


class Policy(Document):
    """One rule: when it applies, to whom it does not, what follows and, for everyone to read, why."""

    id: Slug
    title: Said
    why: Said
    when: When
    unless: Unless = Unless()
    then: Then
    ladder: Annotated[tuple[Step, ...], AfterValidator(in_order)] = ()
    """What follows in place of `then` once it is not the first time."""
    counts: Counts = "policy"
    """What the ladder counts; whatever it counts, one message counts once, however often it is edited."""
    mode: Mode = "shadow"
    bots: StrictBool = False
    """Whether other bots are judged too."""
    late: Late = "report"
    """What follows from what was learned of more than ten minutes late, after the bot was away: `report` shows it to
    the managers and does nothing else; `remove` takes the message down all the same, as is right for traps on which
    somebody may still click. Nobody is punished late, and nothing of it counts for a ladder."""

    @model_validator(mode="after")
    def _looks_for_something(self) -> Self:
        if not self.when.looks_for_something():
            raise documents.wrong(f'"{self.id}" would match nearly everything', "add a condition outside of none")
        return self

    @model_validator(mode="after")
    def _removes_late_what_it_removes(self) -> Self:
        if self.late == "remove" and not self.then.remove:
            raise documents.wrong(
                f'"{self.id}" takes nothing down, so it cannot do so late',
                "add remove = true to then, or leave out late",
            )
        return self

    @property
    def outcomes(self) -> tuple[Then, ...]:
        """Everything that may follow, from the first time on."""
        return (self.then, *(step.then for step in self.ladder))


def _findable(name: str) -> str:
    try:
        Pattern(name)
    except ValueError as error:
        raise documents.wrong(str(error), "write the name as people do") from None
    return name


class PackFile(Document):
    """What `pack.toml` holds."""

    id: Slug
    title: Said
    brand: tuple[Annotated[Filled, AfterValidator(_findable)], ...] = ()
    """What the community's makers call themselves and their products: nobody is silenced for naming it."""
    policies: tuple[Policy, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was read without a mistake."""

    id: str
    title: Bilingual
    policies: tuple[Policy, ...]
    cases: tuple[Case, ...] = ()
    brand: tuple[str, ...] = ()
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

    @property
    def title(self) -> Bilingual:
        """What it calls the policy."""
        said = json.loads(self.canonical)["says"]["title"]
        return Bilingual(said["en"], said["fr"])


def revision(pack: Pack, policy: Policy) -> Revision:
    """Name what a policy says, its list files included."""
    lists = {name for _, kind in policy.when.walk() for name in kind.reads()}
    wording = policy.model_dump(mode="json", exclude={"id", "mode"}, exclude_defaults=True)
    content = {"policy": pack.name(policy), "says": wording, "files": {name: pack.files[name] for name in lists}}
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return Revision(RevisionId(hashlib.sha256(canonical.encode()).hexdigest()[:16]), pack.name(policy), canonical)
