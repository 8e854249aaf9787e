"""What somebody did here, as events. Pure: the state before it goes in, what the core is told comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from adapters.web.changes import Deleted, Edited, Posted, Reacted, Unreacted, Upload
from adapters.web.state import Message, State
from bot.events import (
    Attachment,
    ButtonPressed,
    Cited,
    CommandInvoked,
    FormSubmitted,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    MenuChosen,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Named,
    Nearby,
    ReactionAdded,
    ReactionRemoved,
    ThreadCreated,
)
from bot.ids import AccountId, ChannelId, EventId, MessageId, RoleId
from bot.views import Locale

_AROUND = 10
"""So many messages are told before one that somebody points at, and so many after it."""


@dataclass(frozen=True, slots=True)
class Window:
    """Who acts, where, and in which language they have their window."""

    account: AccountId
    channel: ChannelId
    locale: Locale


def tail(state: State, name: str) -> str:
    """An id without its space: events name their space beside it."""
    return name.removeprefix(f"{state.space}/")


def posted(state: State, change: Posted, locale: Locale | None = None) -> MessagePosted:
    """Somebody wrote."""
    person = state.people[change.account]
    return MessagePosted(
        id=EventId(f"posted:{tail(state, change.message)}"),
        space=state.space,
        at=change.at,
        message=change.message,
        channel=change.channel,
        account=change.account,
        text=change.text,
        name=person.name,
        roles=person.roles,
        thread=change.thread,
        reply_to=change.reply_to,
        mentions=change.mentions,
        mentions_everyone=change.everyone,
        attachments=tuple(map(_attachment, change.files)),
        by_bot=person.bot,
        account_created=person.account_created,
        locale=locale or person.locale,
    )


def stands(state: State, message: Message) -> MessagePosted | None:
    """The same, told later: what somebody wrote where everybody reads it; not what the bot said itself."""
    person, room = state.people.get(message.author), state.rooms.get(message.channel)
    if person is None or room is None or room.kind != "channel" or room.members is not None:
        return None
    if message.deleted or message.author == state.bot:
        return None
    return MessagePosted(
        id=EventId(f"posted:{tail(state, message.id)}"),
        space=state.space,
        at=message.at,
        message=message.id,
        channel=message.channel,
        account=message.author,
        text=message.text,
        name=person.name,
        roles=person.roles,
        thread=message.thread,
        reply_to=message.reply_to,
        attachments=tuple(map(_attachment, message.files)),
        by_bot=person.bot,
        account_created=person.account_created,
        locale=person.locale,
    )


def _attachment(one: Upload) -> Attachment:
    return Attachment(name=one.name, media_type=one.media_type, size=one.size, mark=one.sha256)


def thread_opened(state: State, parent: Message, account: AccountId, at: datetime) -> ThreadCreated:
    """The first answer makes a thread; it goes by the channel's name, never by anybody's words."""
    return ThreadCreated(
        id=EventId(f"thread:{tail(state, parent.id)}"),
        space=state.space,
        at=at,
        channel=parent.channel,
        thread=ChannelId(parent.id),
        name=state.rooms[parent.channel].name,
        message=parent.id,
        account=account,
    )


def edited(state: State, change: Edited) -> MessageEdited:
    """Somebody reworded what they wrote."""
    message = state.messages[change.message]
    return MessageEdited(
        id=EventId(f"edited:{tail(state, message.id)}#{len(message.wordings)}"),
        space=state.space,
        at=change.at,
        message=message.id,
        channel=message.channel,
        account=message.author,
        text=change.text,
        mentions=change.mentions,
        mentions_everyone=change.everyone,
        attachments=tuple(_attachment(one) for one in message.files),
        by_bot=state.people[message.author].bot,
    )


def deleted(state: State, change: Deleted) -> MessageDeleted:
    """Somebody took a message down: their own, or as a moderator another's."""
    message = state.messages[change.message]
    return MessageDeleted(
        id=EventId(f"deleted:{tail(state, message.id)}"),
        space=state.space,
        at=change.at,
        message=message.id,
        channel=message.channel,
        account=message.author,
        by=change.by,
    )


def reacted(state: State, change: Reacted, shown: Message | None = None) -> ReactionAdded:
    """Somebody reacted; the id is a number, so that no account stands in it. `shown` where that may mean something."""
    person = state.people[change.account]
    return ReactionAdded(
        id=_numbered(state, "reacted", change.at),
        space=state.space,
        at=change.at,
        message=change.message,
        channel=state.messages[change.message].channel,
        account=change.account,
        emoji=change.emoji,
        roles=person.roles,
        locale=person.locale,
        cited=cited(state, shown) if shown else None,
    )


def unreacted(state: State, change: Unreacted) -> ReactionRemoved:
    """Somebody took a reaction back."""
    return ReactionRemoved(
        id=_numbered(state, "unreacted", change.at),
        space=state.space,
        at=change.at,
        message=change.message,
        channel=state.messages[change.message].channel,
        account=change.account,
        emoji=change.emoji,
    )


def joined(
    state: State, account: AccountId, name: str, at: datetime, account_created: datetime | None = None
) -> MemberJoined:
    """Somebody came in."""
    return MemberJoined(
        id=_numbered(state, "joined", at),
        space=state.space,
        at=at,
        account=account,
        name=name,
        account_created=account_created,
    )


def left(state: State, account: AccountId, at: datetime) -> MemberLeft:
    """Somebody is gone: of their own will, or not."""
    return MemberLeft(id=_numbered(state, "left", at), space=state.space, at=at, account=account)


def renamed(state: State, account: AccountId, name: str, at: datetime) -> MemberRenamed:
    """Somebody goes by another name."""
    return MemberRenamed(id=_numbered(state, "renamed", at), space=state.space, at=at, account=account, name=name)


def roles_changed(state: State, account: AccountId, roles: tuple[RoleId, ...], at: datetime) -> MemberRolesChanged:
    """Somebody's roles are others."""
    return MemberRolesChanged(id=_numbered(state, "roles", at), space=state.space, at=at, account=account, roles=roles)


def cited(state: State, message: Message) -> Cited:
    """A message as it stands now, with those around it, for whoever points at it."""
    answered = state.messages.get(message.reply_to or message.thread or MessageId(""))
    return Cited(
        message=message.id,
        channel=message.channel,
        author=message.author,
        text=message.text,
        buttons=tuple(button.id for button in message.shown.card.buttons) if message.shown else (),
        answers=answered.author if answered and answered.shown is None else None,
        edits=tuple(wording.text for wording in message.wordings[:-1]),
        files=tuple((file.name, file.sha256) for file in message.files),
        around=() if message.shown else tuple(_around(state, message)),
    )


def _around(state: State, message: Message) -> Iterator[Nearby]:
    """What people wrote before and after, in the same conversation."""
    said = [
        one
        for one in state.lines[message.channel]
        if one.thread == message.thread and one.shown is None and (not one.deleted or one is message)
    ]
    place = next(number for number, one in enumerate(said) if one is message)
    for one in (*said[max(0, place - _AROUND) : place], *said[place + 1 : place + 1 + _AROUND]):
        yield Nearby(message=one.id, author=one.author, at=one.at, text=one.text)


def command(
    state: State, window: Window, at: datetime, name: str, arguments: tuple[tuple[str, str], ...]
) -> CommandInvoked:
    """Somebody used a command."""
    ask = _ask(state, window, at, "command")
    return CommandInvoked(**ask, command=name, arguments=arguments, named=_named(state, arguments))


def menu(state: State, window: Window, at: datetime, name: str, message: Message) -> MenuChosen:
    """Somebody chose an entry of a message's menu."""
    return MenuChosen(**_ask(state, window, at, "menu"), menu=name, cited=cited(state, message))


def pressed(state: State, window: Window, at: datetime, button: str, message: Message) -> ButtonPressed:
    """Somebody pressed a button of a card; what one person alone sees is no message that could be reworded later."""
    stands = None if message.only_for else message.id
    return ButtonPressed(**_ask(state, window, at, "pressed"), button=button, message=stands)


@dataclass(frozen=True, slots=True)
class Answers:
    """A form, filled in."""

    form: str
    values: tuple[tuple[str, str], ...]
    about: str = ""
    cited: Message | None = None


def submitted(state: State, window: Window, at: datetime, answers: Answers) -> FormSubmitted:
    """Somebody sent a form."""
    return FormSubmitted(
        **_ask(state, window, at, "form"),
        form=answers.form,
        values=answers.values,
        about=answers.about,
        cited=cited(state, answers.cited) if answers.cited else None,
        named=_named(state, answers.values),
    )


def _named(state: State, told: Iterable[tuple[str, str]]) -> tuple[Named, ...]:
    """Those among the answers who are people here."""
    meant = (state.people.get(AccountId(value)) for _, value in told)
    return tuple(
        Named(account=one.account, roles=one.roles) for one in meant if one is not None and not one.bot and not one.gone
    )


def _ask(state: State, window: Window, at: datetime, kind: str) -> dict[str, Any]:
    person = state.people[window.account]
    room = state.rooms[window.channel]
    return {
        "id": _numbered(state, kind, at),
        "space": state.space,
        "at": at,
        "account": window.account,
        "channel": None if room.kind == "direct" else window.channel,
        "name": person.name,
        "roles": person.roles,
        "locale": window.locale,
    }


def _numbered(state: State, kind: str, at: datetime) -> EventId:
    """The second beside the number: where a journal was cut off, numbers come again, and the core remembers."""
    return EventId(f"{kind}:{int(at.timestamp())}.{state.numbers + 1:06d}")
