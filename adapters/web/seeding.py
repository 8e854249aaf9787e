"""A past that is put into the world as it was told elsewhere: nobody is told of it again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from adapters.web import changes
from adapters.web.changes import AnyChange, Upload
from bot.events import (
    ChannelCreated,
    Event,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
)
from bot.ids import AccountId, ChannelId, MessageId, RoleId, native
from bot.views import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """Somebody, with what no event tells about them."""

    account: AccountId
    name: str
    roles: tuple[RoleId, ...] = ()
    title: str = ""
    """What stands below their name: `Fondatrice, Tilleul`."""
    locale: Locale | None = None
    account_created: datetime | None = None
    joined_at: datetime | None = None
    bot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A channel, with what no event tells about it."""

    channel: ChannelId
    name: str
    topic: str = ""
    members: tuple[AccountId, ...] | None = None
    """Who sees it; None: everybody."""


class Past:
    """Events on their way to being changes: people and channels are met before anything happens with them."""

    def __init__(self, people: Iterable[Resident], channels: Iterable[Channel]) -> None:
        self._people = {one.account: one for one in people}
        self._channels = {one.channel: one for one in channels}
        self._met: set[AccountId | ChannelId | MessageId] = set()

    def changes(self, events: Sequence[Event], at: datetime) -> Iterator[AnyChange]:
        """Everything in order; `at` is for those of whom no event tells."""
        for resident in self._people.values():
            yield self._person(resident, at)
        for place in self._channels.values():
            yield self._place(place, at)
        for event in events:
            yield from self._strangers(event)
            yield from self._happened(event)

    def _person(self, one: Resident, at: datetime) -> AnyChange:
        self._met.add(one.account)
        return changes.PersonAdded(
            at=one.joined_at or at,
            account=one.account,
            name=one.name,
            title=one.title,
            roles=one.roles,
            locale=one.locale,
            account_created=one.account_created,
            joined_at=one.joined_at,
            bot=one.bot,
        )

    def _place(self, one: Channel, at: datetime) -> AnyChange:
        self._met.add(one.channel)
        return changes.ChannelAdded(at=at, channel=one.channel, name=one.name, topic=one.topic, members=one.members)

    def _strangers(self, event: Event) -> Iterator[AnyChange]:
        account, channel = getattr(event, "account", None), getattr(event, "channel", None)
        if account is not None and account not in self._met:
            yield self._person(_unknown(event, account), event.at)
        if channel is not None and channel not in self._met:
            name = event.name if isinstance(event, ChannelCreated) else native(channel)
            yield self._place(Channel(channel=channel, name=name), event.at)

    def _happened(self, event: Event) -> Iterator[AnyChange]:
        match event:
            case MessagePosted():
                self._met.add(event.message)
                yield _posted(event)
            case MemberJoined(channel=None):
                resident = self._people.get(event.account) or _unknown(event, event.account)
                created = resident.account_created or event.account_created
                yield self._person(replace(resident, joined_at=event.at, account_created=created), event.at)
            case MemberLeft(channel=None):
                yield changes.Departed(at=event.at, account=event.account)
            case MemberRenamed():
                yield changes.Renamed(at=event.at, account=event.account, name=event.name)
            case MemberRolesChanged():
                yield changes.RolesSet(at=event.at, account=event.account, roles=event.roles)
            case MessageEdited() | MessageDeleted() | ReactionAdded() | ReactionRemoved() if event.message in self._met:
                yield _about(event)
            case _:
                return


def _unknown(event: Event, account: AccountId) -> Resident:
    return Resident(
        account=account,
        name=getattr(event, "name", None) or native(account),
        roles=getattr(event, "roles", None) or (),
        locale=getattr(event, "locale", None),
        account_created=getattr(event, "account_created", None),
        joined_at=None,
        bot=getattr(event, "by_bot", False),
    )


def _posted(event: MessagePosted) -> AnyChange:
    files = (Upload(name=one.name, media_type=one.media_type, size=one.size, sha256="") for one in event.attachments)
    return changes.Posted(
        at=event.at,
        message=event.message,
        channel=event.channel,
        account=event.account,
        text=event.text,
        thread=event.thread,
        reply_to=event.reply_to,
        mentions=event.mentions,
        everyone=event.mentions_everyone,
        files=tuple(files),
        edited_at=event.edited_at,
    )


def _about(event: MessageEdited | MessageDeleted | ReactionAdded | ReactionRemoved) -> AnyChange:
    match event:
        case MessageEdited():
            return changes.Edited(
                at=event.at,
                message=event.message,
                text=event.text,
                mentions=event.mentions,
                everyone=event.mentions_everyone,
            )
        case MessageDeleted():
            return changes.Deleted(at=event.at, message=event.message, by=event.by)
        case ReactionAdded():
            return changes.Reacted(at=event.at, message=event.message, account=event.account, emoji=event.emoji)
        case ReactionRemoved():
            return changes.Unreacted(at=event.at, message=event.message, account=event.account, emoji=event.emoji)
