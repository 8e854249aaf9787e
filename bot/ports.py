"""What the core asks of the outside: adapters, the queue between them and the pipeline, and time."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, runtime_checkable

from bot.cases.states import AppealResult, Word
from bot.commands import Command
from bot.effects import Effect, Handle
from bot.errors import Refused
from bot.events import EffectDelivered, EffectRefused, Event, MessagePosted
from bot.ids import ChannelId, EffectKey, EventId, MessageId, Platform, SpaceId
from bot.sightings import Day, Sighting
from bot.views import Doorway, Locale, Phrase

Arrival = Event | Command
"""Whatever comes to the road from outside."""

Receive = Callable[[Sequence[Event]], Awaitable[None]]
"""Takes events at once, before its first await, and returns when all of them are committed: acknowledge then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a platform answered to an effect that it carried out."""

    made: str | None = None
    """The id of what came into being, as our ids are written, where something did."""
    simulated: bool = False
    """Nothing was sent: it was only noted what would have been."""
    tells: tuple[Event, ...] = ()
    """What the platform had to say to it. The road has it before the effect counts as carried out, so that a crash
    between the two only asks again; named after the effect, so that twice is felt once."""


def delivered(key: EffectKey, effect: Effect, receipt: Receipt, space: SpaceId, now: datetime) -> EffectDelivered:
    """What comes back to the road once an effect was carried out; `space` is the community's own."""
    return EffectDelivered(
        id=EventId(f"delivered:{key}"),
        space=space,
        at=now,
        effect=key,
        made=receipt.made,
        binds=effect.binds.name if effect.binds else None,
        simulated=receipt.simulated,
    )


def refused(key: EffectKey, effect: Effect, error: Refused, space: SpaceId, now: datetime) -> EffectRefused:
    """What comes back to the road once an effect was refused for good; `space` is the community's own."""
    channel = getattr(effect, "channel", None)
    return EffectRefused(
        id=EventId(f"refused:{key}"),
        space=space,
        at=now,
        effect=key,
        reason=error.reason,
        wanted=effect.kind,
        where=effect.space,
        note=effect.note,
        account=getattr(effect, "account", None),
        channel=None if isinstance(channel, Handle) else channel,
        because=error.because,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a platform can do at all."""

    effects: frozenset[str]
    """The `kind` of every effect that it can carry out."""
    reads_back: bool = False
    """After a crash it can be asked whether an effect was felt."""
    simulated: bool = False
    """Nothing leaves the machine."""


class Adapter(Protocol):
    """One platform: it translates and never decides."""

    @property
    def platform(self) -> Platform:
        """The first part of the ids of its spaces."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """Checked against every enabled policy before anything runs."""
        ...

    async def run(self, receive: Receive) -> None:
        """Hand over what happens until cancelled, or until there is no more."""
        ...

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        """Carry one effect out. Raises Refused or Unavailable, and nothing of an SDK's own."""
        ...

    async def recall(self, effect: Effect, *, key: EffectKey) -> Receipt | None:
        """Read back whether an effect was felt before a crash: its receipt, or None where it certainly was not.

        Asked only where `capabilities.reads_back`. Raises Refused where it cannot be told.
        """
        ...


class Guide(Protocol):
    """What an adapter may ask about a community, and where it keeps its place: it never decides anything."""

    async def suggest(self, space: SpaceId, kind: str, begun: str, locale: Locale) -> Sequence[tuple[str, str]]:
        """Values that a parameter of this kind may take, as (value, what people read), best first, at most 25."""
        ...

    async def sightings(self, space: SpaceId, most: int) -> Sequence[Sighting]:
        """What the bot saw last, latest first."""
        ...

    async def days(self, space: SpaceId, since: date, until: date) -> Sequence[Day]:
        """What each day brought from one to another, both included, in order; days in UTC."""
        ...

    async def newest(self, space: SpaceId) -> Mapping[ChannelId, MessageId]:
        """The latest message that was heard of in each channel, as far back as activity is kept."""
        ...

    async def gaps(self, space: SpaceId) -> Mapping[ChannelId, str]:
        """After what something is missing in channels that were marked and not yet read, as the platform counts."""
        ...

    async def note_gaps(self, space: SpaceId, after: Mapping[ChannelId, str], now: datetime) -> None:
        """Mark channels before anything later is handed over: whatever ends now, the gap is known at the next start.

        A mark that stands already stays as it is. Raises StorageError.
        """
        ...

    async def close_gaps(self, space: SpaceId, channels: Collection[ChannelId]) -> None:
        """Nothing is missing of these channels any more. Raises StorageError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands with what a doorway leads to."""

    word: Word
    open: bool = False
    """Somebody can still write there."""
    used: bool = False
    """Somebody did."""
    choices: tuple[str, ...] = ()
    """What may be chosen beside the words."""
    result: AppealResult | None = None
    """What came of an appeal."""
    reasons: str = ""
    """In the words of whoever looked at it afresh."""


class Doorkeeper(Protocol):
    """What a page behind a doorway may ask: it shows no more than this."""

    async def standing(self, space: SpaceId, door: Doorway) -> Standing | None:
        """How it stands now; None where there is nothing (any more). `space` is the one that doorways write from.

        Raises StorageError.
        """
        ...


class Vault(Protocol):
    """Where an adapter keeps secrets that it was given while it ran; nobody can read them from the database alone."""

    async def keep(self, name: str, secret: str, until: datetime | None = None) -> None:
        """Under this name from now on, in place of what was there; gone after `until`."""
        ...

    async def open(self, name: str) -> str | None:
        """What is kept under a name. Raises Refused where the key that it was sealed with is not there any more."""
        ...

    async def take(self, name: str) -> str | None:
        """The same, and nobody else can have it afterwards."""
        ...

    async def drop(self, name: str) -> None:
        """Nothing is kept under this name any more."""
        ...

    async def names(self, beginning: str) -> Sequence[str]:
        """All names that begin so, in order."""
        ...


class Turnstile(Protocol):
    """Lets one through at a time, also where several processes share a platform's patience."""

    async def turn(self, gate: str, every: timedelta) -> None:
        """Wait until nobody, in any process, has gone through this gate for so long; then go through."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that an adapter found when it looked its platform over."""

    ok: bool
    what: Phrase
    step: Phrase | None = None
    """What to do about it, in plain words."""
    space: SpaceId | None = None
    """Whose managers it concerns; None where it is the operator's business alone."""


@runtime_checkable
class Examiner(Protocol):
    """An adapter that can look over what it may and may not do."""

    async def examine(
        self, wanted: Mapping[SpaceId, frozenset[str]], elsewhere: frozenset[str] | None = None
    ) -> Sequence[Remark]:
        """Compare what is allowed in each space with the kinds of effects that are wanted there.

        A space that cannot be found is remarked upon. `elsewhere` is what is wanted in all others that the bot is in;
        None: they are left out. Raises Unavailable.
        """
        ...


@runtime_checkable
class Chronicler(Protocol):
    """An adapter that can be asked for what was written before; what it tells is kept nowhere."""

    def past(self, space: SpaceId, since: datetime, until: datetime) -> AsyncGenerator[MessagePosted, None]:
        """What every member and the bot may read of it, the youngest first, read gently beside all else.

        What is closed to somebody is left out: from numbers about it, they could guess at what stands there.
        What stands in a thread comes with the message that it hangs from, where the platform tells it so.
        Raises Refused where the bot is not there, and Unavailable.
        """
        ...


@runtime_checkable
class Puzzled(Protocol):
    """An adapter that counts what it could not read, so that somebody learns of it."""

    @property
    def oddities(self) -> Mapping[str, int]:
        """How often, by kind and field, since it was made; never with a value."""
        ...


class Delivery(Protocol):
    """One arrival on its way through the pipeline."""

    @property
    def arrival(self) -> Arrival:
        """What arrived."""
        ...

    def done(self) -> None:
        """It is committed: whoever waits may acknowledge."""
        ...

    def fail(self, error: Exception) -> None:
        """It will not be committed: whoever waits must not acknowledge."""
        ...


class Queue(Protocol):
    """The line in front of one partition; in-process by default, a broker where there are many processes."""

    def put(self, arrivals: Sequence[Arrival]) -> Awaitable[None]:
        """Queue before the first await; the awaitable ends when all are committed, or raises what prevented it."""
        ...

    async def take(self, limit: int) -> Sequence[Delivery]:
        """Wait for one, then take what is waiting, at most `limit`."""
        ...

    def close(self, error: Exception) -> None:
        """Fail everything that waits, now and from now on."""
        ...


class Clock(Protocol):
    """The only source of the present moment."""

    def now(self) -> datetime:
        """Aware, UTC."""
        ...
