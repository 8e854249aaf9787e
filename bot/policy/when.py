"""When a policy applies: conditions by their names, and how they combine."""

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator

from bot import documents
from bot.documents import Document
from bot.policy import logic
from bot.policy.kind import Bench, Kind, Test
from bot.policy.kinds.account_age import AccountAge
from bot.policy.kinds.attachments import Attachments
from bot.policy.kinds.capitals import Capitals
from bot.policy.kinds.counter import Counter
from bot.policy.kinds.edited import Edited, switched_on
from bot.policy.kinds.emoji import Emoji
from bot.policy.kinds.invites import Invites
from bot.policy.kinds.joins import Joins
from bot.policy.kinds.language import Language
from bot.policy.kinds.length import Length
from bot.policy.kinds.lines import Lines
from bot.policy.kinds.links import Links
from bot.policy.kinds.member_for import MemberFor
from bot.policy.kinds.mentions import Mentions
from bot.policy.kinds.name import Name
from bot.policy.kinds.on import On, listed
from bot.policy.kinds.places import ExceptIn, OnlyIn
from bot.policy.kinds.rate import Rate
from bot.policy.kinds.regex import Regexes
from bot.policy.kinds.repeated_characters import RepeatedCharacters
from bot.policy.kinds.repeats import Repeats
from bot.policy.kinds.secrets import Secrets
from bot.policy.kinds.seen_messages import SeenMessages
from bot.policy.kinds.several_channels import SeveralChannels
from bot.policy.kinds.time_of_day import TimeOfDay
from bot.policy.kinds.when_cel import WhenCel, spelled_out
from bot.policy.kinds.words import Words
from bot.policy.kinds.zalgo import Zalgo

Path = tuple[str | int, ...]


class When(Document):
    """All that stands in one table must hold. A new kind of condition is one more field here, and its module."""

    words: Words | None = None
    regex: Regexes | None = None
    links: Links | None = None
    invites: Invites | None = None
    mentions: Mentions | None = None
    emoji: Emoji | None = None
    capitals: Capitals | None = None
    lines: Lines | None = None
    length: Length | None = None
    repeated_characters: RepeatedCharacters | None = None
    zalgo: Zalgo | None = None
    attachments: Attachments | None = None
    secrets: Secrets | None = None
    language: Language | None = None
    rate: Rate | None = None
    repeats: Repeats | None = None
    several_channels: SeveralChannels | None = None
    joins: Joins | None = None
    name: Name | None = None
    account_age: AccountAge | None = None
    member_for: MemberFor | None = None
    seen_messages: SeenMessages | None = None
    counter: Counter | None = None
    time_of_day: TimeOfDay | None = None
    edited: Annotated[Edited | None, BeforeValidator(switched_on)] = None
    on: Annotated[On | None, BeforeValidator(listed)] = None
    when_cel: Annotated[WhenCel | None, BeforeValidator(spelled_out)] = None
    only_in: OnlyIn | None = None
    except_in: ExceptIn | None = None
    all: tuple["When", ...] = ()
    any: tuple["When", ...] = ()
    none: tuple["When", ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any((self.all, self.any, self.none, *(kind for _, kind in self.kinds()))):
            names = ", ".join(type(self).model_fields)
            raise documents.wrong("there is no condition here", f"use one of {names}")
        return self

    def looks_for_something(self) -> bool:
        """Whether there is more to it than circumstances and what must not be: these hold for nearly everything."""
        if self.on is not None and self.on.is_rare:
            return True
        if any(not kind.circumstance for _, kind in self.kinds()):
            return True
        either = bool(self.any) and all(one.looks_for_something() for one in self.any)
        return either or any(one.looks_for_something() for one in self.all)

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, Kind]]:
        """Every condition in it, with the keys that lead there."""
        for name, kind in self.kinds():
            yield (*path, name), kind
        for name, parts in (("all", self.all), ("any", self.any), ("none", self.none)):
            for index, part in enumerate(parts):
                yield from part.walk((*path, name, index))

    def compile(self, bench: Bench) -> Test:
        """Make all of it ready to run."""
        tests = [kind.compile(bench) for _, kind in self.kinds()]
        tests += [part.compile(bench) for part in self.all]
        if self.any:
            tests.append(logic.any_of([part.compile(bench) for part in self.any]))
        if self.none:
            tests.append(logic.none_of([part.compile(bench) for part in self.none]))
        return tests[0] if len(tests) == 1 else logic.all_of(tests)

    def kinds(self) -> Iterator[tuple[str, Kind]]:
        """The conditions of this table itself, by their names."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Kind):
                yield name, value
