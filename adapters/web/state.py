"""What is the case in this world: everybody, every channel, every message, as the changes so far add up."""

from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import singledispatchmethod
from typing import Literal

from adapters.web import changes
from adapters.web.changes import AnyChange, ChannelKind, Upload
from bot.commands import Level
from bot.events import Event
from bot.ids import AccountId, ChannelId, EffectKey, EventId, MessageId, RoleId, SpaceId, account_id, channel_id, native
from bot.views import Address, Card, Locale

BOT = "palabre"
"""What the bot's own account is called."""


@dataclass(slots=True)
class Person:
    """Somebody, as the world knows them now."""

    account: AccountId
    name: str
    title: str = ""
    roles: tuple[RoleId, ...] = ()
    locale: Locale | None = None
    account_created: datetime | None = None
    joined_at: datetime | None = None
    bot: bool = False
    gone: Literal["", "left", "kicked", "banned"] = ""
    timed_out_until: datetime | None = None
    quarantined: bool = False
    direct_messages: bool = True
    arrival: int = 0
    """How many had been added before: the order in which people became known."""

    @property
    def level(self) -> Level:
        """How much their roles say that they are trusted with."""
        names = {native(role).upper() for role in self.roles}
        return max((level for level in Level if level.name in names and level < Level.OPERATOR), default=Level.MEMBER)


@dataclass(slots=True)
class Room:
    """A channel, a direct conversation or a private one."""

    channel: ChannelId
    name: str
    kind: ChannelKind = "channel"
    topic: str = ""
    members: tuple[AccountId, ...] | None = None
    slowmode: int = 0
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as it stands in a message."""

    card: Card
    locale: Locale
    address: Address


@dataclass(frozen=True, slots=True)
class Wording:
    """What a message said from a moment on."""

    text: str
    at: datetime


@dataclass(slots=True)
class Message:
    """Something that stands, or stood, in a channel."""

    id: MessageId
    channel: ChannelId
    author: AccountId
    at: datetime
    number: int
    wordings: list[Wording]
    shown: Shown | None = None
    only_for: AccountId | None = None
    called: tuple[AccountId, ...] = ()
    """Who is called by name to look at this card."""
    thread: MessageId | None = None
    reply_to: MessageId | None = None
    files: tuple[Upload, ...] = ()
    edited: bool = False
    deleted: bool = False
    reactions: dict[str, list[AccountId]] = field(default_factory=dict)
    replies: int = 0
    """How many stand in its thread now."""
    version: int = 0
    """Moves with everything that changes how it looks."""

    @property
    def text(self) -> str:
        """What it says now."""
        return self.wordings[-1].text

    @property
    def order(self) -> tuple[datetime, int]:
        """Where it stands: by time, then as it came to be known."""
        return (self.at, self.number)


def _order(message: Message) -> tuple[datetime, int]:
    return message.order


class State:
    """The sum of all changes: `fold` is the only way to move it, live and after a restart alike."""

    def __init__(self, space: SpaceId) -> None:
        self.space = space
        self.bot = account_id(space, BOT)
        self.people: dict[AccountId, Person] = {}
        self.rooms: dict[ChannelId, Room] = {}
        self.messages: dict[MessageId, Message] = {}
        self.lines: dict[ChannelId, list[Message]] = {}
        """The messages of each channel in order, those of threads and deleted ones included."""
        self.performed: dict[EffectKey, str | None] = {}
        self.asked: dict[EventId, changes.Asked] = {}
        self.waiting: dict[EventId, Event] = {}
        """Told, and not heard yet."""
        self.invites_paused_until: datetime | None = None
        self.direct_messages_paused_until: datetime | None = None
        self.moved = 0.0
        self.numbers = 0
        """How many messages and asks were ever numbered."""
        self.names = 0
        """Moves whenever something that is shown by name is called otherwise."""

    def direct(self, account: AccountId) -> ChannelId:
        """Where somebody talks with the bot alone."""
        return channel_id(self.space, f"direct-{native(account)}")

    def fold_all(self, steps: Iterable[Iterable[AnyChange]]) -> None:
        """Fold what a journal holds."""
        for step in steps:
            for change in step:
                self.fold(change)

    @singledispatchmethod
    def fold(self, change: AnyChange) -> None:
        """Make one change so."""
        message = f"{type(change).__name__} is no change"
        raise TypeError(message)

    @fold.register
    def _(self, change: changes.PersonAdded) -> None:
        known = self.people.get(change.account)
        self.people[change.account] = Person(
            account=change.account,
            name=change.name,
            title=change.title,
            roles=change.roles,
            locale=change.locale,
            account_created=change.account_created,
            joined_at=change.joined_at,
            bot=change.bot,
            arrival=known.arrival if known else len(self.people),
        )
        if not change.bot:
            channel = self.direct(change.account)
            self.rooms.setdefault(channel, Room(channel, "Palabre", "direct", members=(change.account,)))
        self.names += 1

    @fold.register
    def _(self, change: changes.Arrived) -> None:
        person = self.people[change.account]
        person.gone, person.joined_at = "", change.at
        self.names += 1

    @fold.register
    def _(self, change: changes.Departed) -> None:
        self.people[change.account].gone = change.how
        self.names += 1

    @fold.register
    def _(self, change: changes.Unbanned) -> None:
        self.people[change.account].gone = "left"

    @fold.register
    def _(self, change: changes.Renamed) -> None:
        self.people[change.account].name = change.name
        self.names += 1

    @fold.register
    def _(self, change: changes.RolesSet) -> None:
        self.people[change.account].roles = change.roles
        self.names += 1

    @fold.register
    def _(self, change: changes.TimedOut) -> None:
        self.people[change.account].timed_out_until = change.until

    @fold.register
    def _(self, change: changes.Quarantined) -> None:
        self.people[change.account].quarantined = True
        self.names += 1

    @fold.register
    def _(self, change: changes.Released) -> None:
        self.people[change.account].quarantined = False
        self.names += 1

    @fold.register
    def _(self, change: changes.DirectMessagesClosed) -> None:
        self.people[change.account].direct_messages = False

    @fold.register
    def _(self, change: changes.DirectMessagesOpened) -> None:
        self.people[change.account].direct_messages = True

    @fold.register
    def _(self, change: changes.DirectMessagesPaused) -> None:
        self.direct_messages_paused_until = change.until

    @fold.register
    def _(self, change: changes.InvitesPaused) -> None:
        self.invites_paused_until = change.until

    @fold.register
    def _(self, change: changes.ChannelAdded) -> None:
        self.rooms[change.channel] = Room(change.channel, change.name, change.room, change.topic, change.members)
        self.lines.setdefault(change.channel, [])
        self.names += 1

    @fold.register
    def _(self, change: changes.SlowmodeSet) -> None:
        self.rooms[change.channel].slowmode = change.seconds

    @fold.register
    def _(self, change: changes.Locked) -> None:
        self.rooms[change.channel].locked = change.locked

    @fold.register
    def _(self, change: changes.ThreadOpened) -> None:
        self._touch(change.message)

    @fold.register
    def _(self, change: changes.Posted) -> None:
        self._place(
            Message(
                id=change.message,
                channel=change.channel,
                author=change.account,
                at=change.at,
                number=self._numbered(),
                wordings=[Wording(change.text, change.at)],
                thread=change.thread,
                reply_to=change.reply_to,
                files=change.files,
                edited=change.edited_at is not None,
            )
        )

    @fold.register
    def _(self, change: changes.Carded) -> None:
        self._place(
            Message(
                id=change.message,
                channel=change.channel,
                author=self.bot,
                at=change.at,
                number=self._numbered(),
                wordings=[Wording("", change.at)],
                shown=Shown(change.card, change.locale, change.address),
                only_for=change.only_for,
                called=change.mentions,
                thread=change.thread,
                reply_to=change.reply_to,
            )
        )

    @fold.register
    def _(self, change: changes.CardEdited) -> None:
        message = self.messages[change.message]
        message.shown = Shown(change.card, change.locale, change.address)
        message.version += 1

    @fold.register
    def _(self, change: changes.Edited) -> None:
        message = self.messages[change.message]
        message.wordings.append(Wording(change.text, change.at))
        message.edited = True
        self._touch(message.id)

    @fold.register
    def _(self, change: changes.Deleted) -> None:
        message = self.messages[change.message]
        if not message.deleted:
            message.deleted = True
            self._touch(message.id)
            self._count(message, -1)

    @fold.register
    def _(self, change: changes.Reacted) -> None:
        people = self.messages[change.message].reactions.setdefault(change.emoji, [])
        if change.account not in people:
            people.append(change.account)
        self._touch(change.message)

    @fold.register
    def _(self, change: changes.Unreacted) -> None:
        reactions = self.messages[change.message].reactions
        left = [one for one in reactions.get(change.emoji, ()) if one != change.account]
        if left:
            reactions[change.emoji] = left
        else:
            reactions.pop(change.emoji, None)
        self._touch(change.message)

    @fold.register
    def _(self, change: changes.Performed) -> None:
        self.performed[change.key] = change.made

    @fold.register
    def _(self, change: changes.Asked) -> None:
        self._numbered()
        self.asked[change.event] = change

    @fold.register
    def _(self, change: changes.Told) -> None:
        self._numbered()
        self.waiting[change.event.id] = change.event

    @fold.register
    def _(self, change: changes.Heard) -> None:
        for event in change.events:
            self.waiting.pop(event, None)

    @fold.register
    def _(self, change: changes.ClockMoved) -> None:
        self.moved = change.seconds

    def _numbered(self) -> int:
        self.numbers += 1
        return self.numbers

    def _place(self, message: Message) -> None:
        self.messages[message.id] = message
        key: Callable[[Message], tuple[datetime, int]] = _order
        insort(self.lines.setdefault(message.channel, []), message, key=key)
        self._count(message, 1)

    def _count(self, message: Message, by: int) -> None:
        parent = self.messages.get(message.thread) if message.thread else None
        if parent and parent is not message and message.only_for is None:
            parent.replies += by
            self._touch(parent.id)

    def _touch(self, message: MessageId) -> None:
        if message in self.messages:
            self.messages[message].version += 1
