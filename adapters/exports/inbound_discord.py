"""One message of a DiscordChatExporter file in, what it says happened out; reads no file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from adapters.exports.fields import Json, iso_time, record, records, snowflake_time, string, veiled, whole
from adapters.exports.tally import Tally
from bot.events import Attachment, Event, MemberJoined, MessagePosted, ReactionAdded
from bot.ids import (
    AccountId,
    ChannelId,
    EventId,
    MessageId,
    RoleId,
    SpaceId,
    account_id,
    channel_id,
    message_id,
    role_id,
)

POSTED = frozenset({"Default", "Reply", "20", "23", "ChatInputCommand", "ContextMenuCommand"})
"""The exporter writes kinds that it has no word for as Discord's own number."""
JOINED = frozenset({"GuildMemberJoin", "7"})
SYSTEM = frozenset(
    (
        "RecipientAdd",
        "RecipientRemove",
        "Call",
        "ChannelNameChange",
        "ChannelIconChange",
        "ChannelPinnedMessage",
        "ThreadCreated",
        "ThreadStarterMessage",
        *map(str, (*range(1, 7), *range(8, 19), 21, 22, *range(24, 64))),
    )
)
"""A thread's starter message repeats words that were already read in the parent channel."""
EVERYONE = re.compile(r"(?<![\w@])@(?:everyone|here)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all events of one message share."""

    at: datetime
    native: str
    channel: ChannelId
    place: str
    """The channel as Discord names it."""
    author: Json
    account: AccountId


@dataclass(slots=True)
class DiscordInbound:
    """Translates the messages of one guild."""

    space: SpaceId
    tally: Tally
    people: dict[AccountId, str]
    """Names as they were last met."""
    _accounts: dict[str, AccountId] = field(default_factory=dict)

    def events(self, entry: object, place: str) -> tuple[Event, ...]:
        """What a message of the channel that Discord calls `place` says; nothing where it is counted instead."""
        if not isinstance(entry, dict):
            self.tally.odd("message that is not an object")
            return ()
        frame = self._frame(entry, place)
        if frame is None:
            return ()
        kind = string(entry.get("type"))
        if kind in POSTED:
            return (self._posted(entry, frame, kind), *self._reactions(entry, frame))
        if kind in JOINED:
            return (self._joined(frame),)
        if kind in SYSTEM:
            self.tally.ignore(f"type {kind}")
        else:
            self.tally.odd(f"message type {kind}")
        return ()

    def _frame(self, entry: Json, place: str) -> Frame | None:
        at, native, author = iso_time(entry.get("timestamp")), string(entry.get("id")), record(entry.get("author"))
        missing = "a time" if at is None else "an id" if not native else ""
        user = string(author.get("id"))
        if at is None or missing or not user:
            self.tally.odd(f"message without {missing or 'an author'}")
            return None
        channel = channel_id(self.space, place)
        native, account = self.tally.clean(native), self._account(user)
        return Frame(at=at, native=native, channel=channel, place=place, author=author, account=account)

    def _posted(self, entry: Json, frame: Frame, kind: str) -> MessagePosted:
        text = self._words(entry)
        return MessagePosted(
            id=EventId(f"posted:{frame.place}/{frame.native}"),
            space=self.space,
            at=frame.at,
            message=message_id(frame.channel, frame.native),
            channel=frame.channel,
            account=frame.account,
            text=text,
            name=self._name(frame),
            roles=self._roles(frame.author),
            reply_to=self._reply_to(entry, frame) if kind == "Reply" else None,
            mentions=tuple(dict.fromkeys(self._mentioned(entry))),
            mentions_everyone="@" in text and EVERYONE.search(text) is not None,
            attachments=self._attachments(entry),
            by_bot=frame.author.get("isBot") is True,
            edited_at=iso_time(entry["timestampEdited"]) if entry.get("timestampEdited") else None,
        )

    def _joined(self, frame: Frame) -> MemberJoined:
        return MemberJoined(
            id=EventId(f"joined:{frame.place}/{frame.native}"),
            space=self.space,
            at=frame.at,
            account=frame.account,
            name=self._name(frame),
            account_created=snowflake_time(string(frame.author.get("id"))),
            by_bot=frame.author.get("isBot") is True,
        )

    def _reactions(self, entry: Json, frame: Frame) -> Iterator[ReactionAdded]:
        for reaction in records(entry.get("reactions")):
            emoji = self._emoji(record(reaction.get("emoji")))
            users = dict.fromkeys(name for user in records(reaction.get("users")) if (name := string(user.get("id"))))
            if whole(reaction.get("count")) > len(users):
                self.tally.odd("reactions without names", whole(reaction.get("count")) - len(users))
            for native in users:
                yield ReactionAdded(
                    id=EventId(self.tally.clean(f"reacted:{frame.place}/{frame.native}/{emoji}/{veiled(native)}")),
                    space=self.space,
                    at=frame.at,
                    message=message_id(frame.channel, frame.native),
                    channel=frame.channel,
                    account=self._account(native),
                    emoji=emoji,
                    timed=False,
                )

    def _emoji(self, emoji: Json) -> str:
        name = self.tally.clean(string(emoji.get("name")) or string(emoji.get("code")))
        return f":{name.strip(':')}:" if string(emoji.get("id")) or not string(emoji.get("name")) else name

    def _words(self, entry: Json) -> str:
        text = string(entry.get("content"))
        if not text:
            embeds = records(entry.get("embeds"))
            text = "\n".join(
                words for embed in embeds for key in ("title", "description") if (words := string(embed.get(key)))
            )
        return self.tally.clean(text)

    def _name(self, frame: Frame) -> str | None:
        author = frame.author
        name = self.tally.clean(string(author.get("nickname")) or string(author.get("name")))
        if not name:
            return None
        self.people[frame.account] = name
        return name

    def _roles(self, author: Json) -> tuple[RoleId, ...] | None:
        if not isinstance(author.get("roles"), list):
            return None
        natives = (string(role.get("id")) for role in records(author["roles"]))
        return tuple(role_id(self.space, self.tally.clean(native)) for native in natives if native)

    def _reply_to(self, entry: Json, frame: Frame) -> MessageId | None:
        reference = record(entry.get("reference"))
        native = self.tally.clean(string(reference.get("messageId")))
        channel = self.tally.clean(string(reference.get("channelId"))) or frame.place
        return message_id(channel_id(self.space, channel), native) if native else None

    def _mentioned(self, entry: Json) -> Iterator[AccountId]:
        natives = (string(user.get("id")) for user in records(entry.get("mentions")))
        return (self._account(native) for native in natives if native)

    def _attachments(self, entry: Json) -> tuple[Attachment, ...]:
        return tuple(
            Attachment(
                name=self.tally.clean(string(file.get("fileName")) or "file"), size=whole(file.get("fileSizeBytes"))
            )
            for file in records(entry.get("attachments"))
        )

    def _account(self, native: str) -> AccountId:
        found = self._accounts.get(native)
        if found is None:
            found = self._accounts[native] = account_id(self.space, self.tally.clean(native))
        return found
