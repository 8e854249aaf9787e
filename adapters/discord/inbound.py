"""What Discord says, in the shapes that it documents, as events: one table from its names to our readers. Pure."""

from collections.abc import Callable, Mapping
from functools import partial

from adapters.discord import inbound_actions as actions
from adapters.discord import inbound_members as members
from adapters.discord import inbound_messages as messages
from adapters.discord.directory import Directory
from adapters.discord.emoji import Emoji
from adapters.discord.frame import Frame, Here
from adapters.discord.payloads import Json, Odd, record, snowflake
from bot.events import Event, MessagePosted

_Said = Event | tuple[Event, ...] | None
_READERS: Mapping[str, Callable[[Here, Json], _Said]] = {
    "MESSAGE_CREATE": messages.posted,
    "MESSAGE_UPDATE": messages.edited,
    "MESSAGE_DELETE": messages.deleted,
    "MESSAGE_DELETE_BULK": messages.deleted,
    "MESSAGE_REACTION_ADD": messages.reacted,
    "MESSAGE_REACTION_REMOVE": messages.unreacted,
    "GUILD_MEMBER_ADD": members.joined,
    "GUILD_MEMBER_REMOVE": members.left,
    "GUILD_MEMBER_UPDATE": members.changed,
    "CHANNEL_CREATE": members.channel_created,
    "THREAD_CREATE": members.thread_created,
    "GUILD_AUDIT_LOG_ENTRY_CREATE": actions.logged,
    "AUTO_MODERATION_ACTION_EXECUTION": actions.ruled,
    "GUILD_SCHEDULED_EVENT_USER_ADD": partial(members.gathering, coming=True),
    "GUILD_SCHEDULED_EVENT_USER_REMOVE": partial(members.gathering, coming=False),
    "GUILD_CREATE": members.space_joined,
    "GUILD_DELETE": members.space_left,
}


class Inbound:
    """Translates for every server of one connection; `directory` and `emoji` are what it learns on the way."""

    def __init__(self) -> None:
        self.directory = Directory()
        self.emoji = Emoji()
        here = self.directory
        self._noted: Mapping[str, Callable[[Json], object]] = {
            "GUILD_ROLE_CREATE": here.role,
            "GUILD_ROLE_UPDATE": here.role,
            "GUILD_ROLE_DELETE": here.role_gone,
            "GUILD_UPDATE": here.describe,
            "GUILD_CREATE": here.describe,
            "CHANNEL_CREATE": here.place,
            "CHANNEL_UPDATE": here.place,
            "CHANNEL_DELETE": here.place_gone,
            "THREAD_CREATE": here.place,
            "THREAD_UPDATE": here.place,
            "THREAD_DELETE": here.place_gone,
            "THREAD_LIST_SYNC": here.threads,
        }

    @property
    def listens_to(self) -> frozenset[str]:
        """The kinds of payloads that mean something, besides READY."""
        return frozenset(_READERS) | frozenset(self._noted)

    def events(self, kind: str, data: Json, frame: Callable[[str], Frame]) -> tuple[Event, ...]:
        """What a payload says; `frame` is asked once the server is known. Raises Odd, and whatever oddities cause."""
        if kind == "READY":
            self.directory.me = snowflake(record(data, "user"), "id")
            return ()
        note, read = self._noted.get(kind), _READERS.get(kind)
        place = _server(kind, data) if note or read else None
        if place is None:
            return ()
        if note is not None:
            note(data)
        if read is None:
            return ()
        found = read(Here(self.directory.guild(place), self.directory, self.emoji, frame), data)
        if kind == "GUILD_DELETE" and found is not None:
            self.directory.forget(place)
        return _several(found)

    def message(self, guild: str, data: Json) -> MessagePosted | None:
        """What a message says that was read from the API: exactly what the gateway would have said. Raises Odd."""
        return messages.posted(Here(self.directory.guild(guild), self.directory, self.emoji, _undelivered), data)


def _undelivered(_guild: str) -> Frame:
    raise Odd("timestamp")


def _several(found: _Said) -> tuple[Event, ...]:
    if found is None:
        return ()
    return found if isinstance(found, tuple) else (found,)


def _server(kind: str, data: Json) -> str | None:
    """The server that a payload is about; None for private conversations, which are not read here. Raises Odd."""
    if kind in ("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE"):
        return snowflake(data, "id")
    return snowflake(data, "guild_id") if "guild_id" in data or not kind.startswith("MESSAGE_") else None
