"""One entry of a Slack export in, what it says happened out; reads no file and keeps nothing between entries."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from adapters.exports.fields import Json, record, records, slack_stamp, slack_time, string, strings, veiled, whole
from adapters.exports.slack_people import SLACKBOT, Person, called
from adapters.exports.slack_text import Decoded, decode
from adapters.exports.tally import Tally
from bot.events import (
    Attachment,
    Event,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
)
from bot.ids import (
    AccountId,
    ChannelId,
    EventId,
    MessageId,
    SpaceId,
    account_id,
    channel_id,
    message_id,
)

POSTED = frozenset({"", "file_share", "thread_broadcast", "me_message", "bot_message", "file_comment"})
JOINED = frozenset({"channel_join", "group_join"})
LEFT = frozenset({"channel_leave", "group_leave"})
SYSTEM = frozenset(
    f"{place}_{what}"
    for place in ("channel", "group")
    for what in ("topic", "purpose", "name", "archive", "unarchive", "posting_permissions", "convert_to_private")
) | {
    "pinned_item",
    "unpinned_item",
    "bot_add",
    "bot_remove",
    "bot_enable",
    "bot_disable",
    "reminder_add",
    "reminder_delete",
    "reply_broadcast",
    "message_replied",
    "sh_room_created",
    "sh_room_shared",
    "huddle_thread",
    "joiner_notification",
    "joiner_notification_for_inviter",
    "channel_canvas_updated",
    "tabbed_canvas_updated",
    "app_conversation_join",
    "app_conversation_leave",
}
NOT_A_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all events of one entry share."""

    at: datetime
    stamp: str
    channel: ChannelId
    place: str
    """The channel as Slack names it."""
    subtype: str


@dataclass(slots=True)
class SlackInbound:
    """Translates the entries of one workspace."""

    space: SpaceId
    people: Mapping[str, Person]
    channels: Mapping[str, str]
    tally: Tally
    _accounts: dict[str, AccountId] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Have the names of all mentioned at hand."""
        self._names = {native: known.name for native, known in self.people.items() if known.name}

    def events(self, entry: object, place: str) -> tuple[Event, ...]:
        """What an entry of the channel that Slack calls `place` says; nothing where it is counted instead."""
        if not isinstance(entry, dict):
            self.tally.odd("message that is not an object")
            return ()
        stamp = slack_stamp(entry.get("ts"))
        at = slack_time(stamp)
        if at is None:
            self.tally.odd("message without a time")
            return ()
        subtype = string(entry.get("subtype"))
        channel = channel_id(self.space, place)
        frame = Frame(at=at, stamp=stamp, channel=channel, place=place, subtype=subtype)
        return tuple(self._posted(entry, frame) if subtype in POSTED else self._other(entry, frame))

    def _other(self, entry: Json, frame: Frame) -> Iterator[Event]:
        subtype = frame.subtype
        if subtype in JOINED or subtype in LEFT:
            yield from self._moved(entry, frame)
        elif subtype == "message_changed":
            yield from self._changed(entry, frame)
        elif subtype in {"message_deleted", "tombstone"}:
            yield from self._deleted(entry, frame)
        elif subtype in SYSTEM:
            self.tally.ignore(subtype)
        else:
            self.tally.odd(f"message subtype {subtype}")

    def _posted(self, entry: Json, frame: Frame) -> Iterator[Event]:
        native = self._author(entry, frame.subtype)
        if not native:
            self.tally.odd("message without an author")
            return
        known = self.people.get(native)
        words = self._words(entry)
        message = self._message(frame, frame.stamp)
        thread = slack_stamp(entry.get("thread_ts"))
        yield MessagePosted(
            id=EventId(f"posted:{frame.place}/{frame.stamp}"),
            space=self.space,
            at=frame.at,
            message=message,
            channel=frame.channel,
            account=self._account(native),
            text=words.text,
            name=self._name(entry, native, known),
            roles=known.roles if known else None,
            thread=self._message(frame, thread) if thread and thread != frame.stamp and slack_time(thread) else None,
            mentions=tuple(map(self._account, words.mentions)),
            mentions_everyone=words.everyone,
            attachments=self._attachments(entry),
            by_bot=_by_bot(entry, frame.subtype, native, known),
            edited_at=slack_time(slack_stamp(record(entry.get("edited")).get("ts"))) if "edited" in entry else None,
        )
        if "reactions" in entry:
            yield from self._reactions(entry, frame, message)

    def _reactions(self, entry: Json, frame: Frame, message: MessageId) -> Iterator[Event]:
        for reaction in records(entry.get("reactions")):
            emoji = f":{self.tally.clean(string(reaction.get('name')))}:"
            users = list(dict.fromkeys(strings(reaction.get("users"))))
            if whole(reaction.get("count")) > len(users):
                self.tally.odd("reactions without names", whole(reaction.get("count")) - len(users))
            for native in users:
                yield ReactionAdded(
                    id=EventId(self.tally.clean(f"reacted:{frame.place}/{frame.stamp}/{emoji}/{veiled(native)}")),
                    space=self.space,
                    at=frame.at,
                    message=message,
                    channel=frame.channel,
                    account=self._account(native),
                    emoji=emoji,
                    timed=False,
                )

    def _moved(self, entry: Json, frame: Frame) -> Iterator[Event]:
        native = string(entry.get("user"))
        if not native:
            self.tally.odd("message without an author")
            return
        account = self._account(native)
        if frame.subtype in LEFT:
            left = EventId(f"left:{frame.place}/{frame.stamp}")
            yield MemberLeft(id=left, space=self.space, at=frame.at, account=account, channel=frame.channel)
            return
        known = self.people.get(native)
        inviter = string(entry.get("inviter"))
        yield MemberJoined(
            id=EventId(f"joined:{frame.place}/{frame.stamp}"),
            space=self.space,
            at=frame.at,
            account=account,
            name=self._name(entry, native, known),
            channel=frame.channel,
            invited_by=self._account(inviter) if inviter else None,
            by_bot=_by_bot(entry, frame.subtype, native, known),
        )

    def _changed(self, entry: Json, frame: Frame) -> Iterator[Event]:
        inner = record(entry.get("message"))
        stamp = slack_stamp(inner.get("ts"))
        if slack_time(stamp) is None:
            self.tally.odd("edit of an unknown message")
            return
        native = self._author(inner, string(inner.get("subtype")))
        words = self._words(inner)
        yield MessageEdited(
            id=EventId(f"edited:{frame.place}/{stamp}/{frame.stamp}"),
            space=self.space,
            at=frame.at,
            message=self._message(frame, stamp),
            channel=frame.channel,
            account=self._account(native) if native else None,
            text=words.text,
            mentions=tuple(map(self._account, words.mentions)),
            mentions_everyone=words.everyone,
            attachments=self._attachments(inner),
            by_bot=_by_bot(inner, string(inner.get("subtype")), native, self.people.get(native)),
        )

    def _deleted(self, entry: Json, frame: Frame) -> Iterator[Event]:
        """A tombstone stands where the message stood: when it went is unknown, and so is who wrote it."""
        before = record(entry.get("previous_message"))
        wrapper = frame.subtype == "message_deleted"
        stamp = slack_stamp(entry.get("deleted_ts") or before.get("ts")) if wrapper else frame.stamp
        if slack_time(stamp) is None:
            self.tally.odd("deletion of an unknown message")
            return
        native = string(before.get("user"))
        yield MessageDeleted(
            id=EventId(f"deleted:{frame.place}/{stamp}"),
            space=self.space,
            at=frame.at,
            message=self._message(frame, stamp),
            channel=frame.channel,
            account=self._account(native) if native else None,
        )

    def _author(self, entry: Json, subtype: str) -> str:
        user, bot = string(entry.get("user")), string(entry.get("bot_id"))
        found = (bot or user) if subtype == "bot_message" else user
        found = found or string(record(entry.get("comment")).get("user")) or bot
        return found or NOT_A_WORD.sub("-", self.tally.clean(string(entry.get("username")))).strip("-").lower()

    def _name(self, entry: Json, native: str, known: Person | None) -> str | None:
        if "user_profile" in entry and native == entry.get("user"):
            name = called(record(entry["user_profile"]))
            if name:
                return self.tally.clean(name)
        if known and known.name:
            return known.name
        name = string(entry.get("username")) or string(record(entry.get("bot_profile")).get("name"))
        return self.tally.clean(name) or None

    def _words(self, entry: Json) -> Decoded:
        text = string(entry.get("text"))
        if not text:
            parts = (part for attachment in records(entry.get("attachments")) for part in _attachment_words(attachment))
            text = "\n".join(parts)
        return decode(self.tally.clean(text), self._names, self.channels)

    def _attachments(self, entry: Json) -> tuple[Attachment, ...]:
        if "files" not in entry and "file" not in entry:
            return ()
        files = [*records(entry.get("files")), *records([entry.get("file")])]
        return tuple(
            Attachment(
                name=self.tally.clean(string(file.get("name")) or string(file.get("title")) or "file"),
                media_type=self.tally.clean(string(file.get("mimetype"))),
                size=whole(file.get("size")),
            )
            for file in files
        )

    def _account(self, native: str) -> AccountId:
        found = self._accounts.get(native)
        if found is None:
            found = self._accounts[native] = account_id(self.space, self.tally.clean(native))
        return found

    def _message(self, frame: Frame, stamp: str) -> MessageId:
        return message_id(frame.channel, stamp)


def _by_bot(entry: Json, subtype: str, native: str, known: Person | None) -> bool:
    """An application may write in the name of a person: that stays the person's word."""
    if subtype == "bot_message" or native == SLACKBOT:
        return True
    return known.bot if known else bool(string(entry.get("bot_id")))


def _attachment_words(attachment: Json) -> Iterator[str]:
    yield from (words for key in ("pretext", "title") if (words := string(attachment.get(key))))
    body = string(attachment.get("text")) or string(attachment.get("fallback"))
    if body:
        yield body
