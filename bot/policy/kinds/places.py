"""The conditions `only_in` and `except_in`: where somebody is, and as whom."""

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, ClassVar, Self, TypeGuard

from pydantic import StrictBool, StringConstraints, model_validator

from bot import documents
from bot.events import MessageEdited, MessagePosted
from bot.facts import FactKey, channel_key
from bot.ids import native
from bot.policy.kind import EVERYTHING, Bench, Context, Judged, Kind, Match, Outcome, Test, Unknown

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Places(Kind):
    """Names of things: as the platform numbers them, with or without their space; channels also as people call them."""

    circumstance: ClassVar[bool] = True
    setting: ClassVar[str] = ""

    spaces: tuple[Name, ...] = ()
    channels: tuple[Name, ...] = ()
    threads: StrictBool | None = None
    """true: threads only; false: outside of threads."""
    roles: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.spaces and not self.channels and not self.roles and self.threads is None:
            raise documents.wrong(f"{self.setting} says nothing", "give spaces, channels, roles or threads")
        return self

    def parts(self, context: Context) -> Iterator[Outcome]:
        """For each setting, whether it is so."""
        event = context.event
        if self.spaces:
            yield _yes(bool({event.space, event.space.partition(":")[2]} & {*self.spaces}))
        if self.channels:
            yield _channel(context, self.channels)
        if self.threads is not None:
            yield _thread(event, wanted=self.threads)
        if self.roles:
            yield _roles(context, self.roles)

    def needs(self, event: Judged) -> tuple[FactKey, ...]:
        """What the channel is called."""
        return (channel_key(event.channel),) if self.channels and _is_in_channel(event) else ()

    def ready(self, evaluate: Callable[[Context], Outcome]) -> Test:
        """A test of any event that asks for what the settings need."""
        return Test(evaluate, hears=EVERYTHING, needs=self.needs if self.channels else None, cost=0)


class OnlyIn(Places):
    """All that is named must be so; of the things in one list, one is enough."""

    setting: ClassVar[str] = "only_in"

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Hold there."""

        def evaluate(context: Context) -> Outcome:
            parts = list(self.parts(context))
            return None if None in parts else _unknown(parts) or Match()

        return self.ready(evaluate)


class ExceptIn(Places):
    """None of what is named may be so."""

    setting: ClassVar[str] = "except_in"

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Hold elsewhere."""

        def evaluate(context: Context) -> Outcome:
            parts = list(self.parts(context))
            return None if any(isinstance(part, Match) for part in parts) else _unknown(parts) or Match()

        return self.ready(evaluate)


def _is_in_channel(event: Judged) -> TypeGuard[MessagePosted | MessageEdited]:
    return isinstance(event, MessagePosted | MessageEdited)


def _yes(so: bool) -> Match | None:  # noqa: FBT001
    return Match() if so else None


def _unknown(parts: Sequence[Outcome]) -> Unknown | None:
    missing = [what for part in parts if isinstance(part, Unknown) for what in part.missing]
    return Unknown(tuple(missing)) if missing else None


def _channel(context: Context, named: Sequence[str]) -> Outcome:
    event = context.event
    if not _is_in_channel(event):
        return None
    if {event.channel, native(event.channel)} & {*named}:
        return Match()
    known = context.facts.channel(event.channel) if context.facts else None
    if known is None:
        return None if all("/" in one or one.isdigit() for one in named) else Unknown(("channel name",))
    return _yes(_plain(known.name) in {_plain(one) for one in named})


def _plain(name: str) -> str:
    return name.casefold().removeprefix("#")


def _thread(event: Judged, *, wanted: bool) -> Outcome:
    if isinstance(event, MessageEdited):
        return Unknown(("thread",))
    return _yes((isinstance(event, MessagePosted) and event.thread is not None) is wanted)


def _roles(context: Context, named: Sequence[str]) -> Outcome:
    """An account without any role may also be one whose roles nobody told us."""
    event, account = context.event, context.account
    told = event.roles if isinstance(event, MessagePosted) else None
    roles = told if told is not None else (account.roles if account else ()) or None
    if roles is None:
        return Unknown(("roles",))
    return _yes(any(role in named or native(role) in named for role in roles))
