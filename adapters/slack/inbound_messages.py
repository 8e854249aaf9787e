"""Messages and reactions: what Slack says about them in, events out. Pure."""

from datetime import datetime

from adapters.slack.directory import SLACKBOT, Team, reacted_to
from adapters.slack.emoji import written
from adapters.slack.frame import Here
from adapters.slack.inbound_text import author, by_bot, files, name_of, words
from adapters.slack.payloads import Json, Odd, ident, inner, maybe, moment, record, said, stamp, string
from bot.events import MessageDeleted, MessageEdited, MessagePosted, ReactionAdded, ReactionRemoved
from bot.ids import AccountId, ChannelId, EventId, MessageId, account_id, channel_id, message_id

SPOKEN = frozenset({"", "file_share", "thread_broadcast", "me_message", "bot_message", "file_comment"})
"""What people and programs say; everything else is Slack's own telling of what happened."""
TOMBSTONE = "tombstone"
_TOLD = frozenset(
    f"{place}_{what}"
    for place in ("channel", "group")
    for what in (
        *("join", "leave", "topic", "purpose", "name", "archive", "unarchive"),
        *("posting_permissions", "convert_to_private", "convert_to_public"),
    )
) | {
    *("app_conversation_join", "app_conversation_leave", "assistant_app_thread", "bot_add", "bot_disable"),
    *("bot_enable", "bot_remove", "channel_canvas_updated", "document_mention", "ekm_access_denied", "huddle_thread"),
    *("joiner_notification", "joiner_notification_for_inviter", "message_replied", "pinned_item", "reminder_add"),
    *("reminder_delete", "reply_broadcast", "sh_room_created", "sh_room_shared", "tabbed_canvas_updated"),
    *(TOMBSTONE, "unpinned_item"),
}


def heard(here: Here, event: Json) -> MessagePosted | MessageEdited | MessageDeleted | None:
    """A message came, changed or went; None for conversations with the bot alone, and for what it did. Raises Odd."""
    channel, subtype = ident(event, "channel"), said(event, "subtype")
    if direct(event):
        return None
    if subtype in SPOKEN:
        return posted(here.team, event, channel)
    if subtype == "message_changed":
        return _changed(here.team, event, channel)
    if subtype == "message_deleted":
        return _deleted(here.team, event, channel)
    if subtype not in _TOLD:
        raise Odd("subtype")
    return None


def direct(event: Json) -> bool:
    """Whether something is said to the bot alone. Raises Odd."""
    return ident(event, "channel").startswith("D") or event.get("channel_type") == "im"


def posted(team: Team, entry: Json, channel: str) -> MessagePosted | None:
    """Somebody wrote; None where it was us. Raises Odd."""
    if _ours(team, entry):
        return None
    native, ts, thread = author(entry), stamp(entry, "ts"), entry.get("thread_ts")
    if not native:
        raise Odd("user")
    known, said_here = team.people.get(native), words(team, entry)
    place = channel_id(team.space, channel)
    return MessagePosted(
        id=EventId(f"posted:{channel}/{ts}"),
        space=team.space,
        at=moment(ts),
        message=message_id(place, ts),
        channel=place,
        account=account_id(team.space, native),
        text=said_here.text,
        name=name_of(entry, native, known),
        roles=team.roles(native),
        thread=message_id(place, stamp(entry, "thread_ts")) if thread not in (None, "", ts) else None,
        mentions=_accounts(team, said_here.mentions),
        mentions_everyone=said_here.everyone,
        attachments=files(entry),
        by_bot=by_bot(entry, native, known),
        edited_at=_edited(entry),
        locale=known.locale if known else None,
    )


def _ours(team: Team, entry: Json) -> bool:
    return bool(team.me and entry.get("user") == team.me) or bool(team.bot and entry.get("bot_id") == team.bot)


def _accounts(team: Team, natives: list[str]) -> tuple[AccountId, ...]:
    return tuple(account_id(team.space, one) for one in natives)


def _edited(entry: Json) -> datetime | None:
    edited = inner(entry, "edited")
    return moment(stamp(edited, "ts")) if edited else None


def _changed(team: Team, event: Json, channel: str) -> MessageEdited | MessageDeleted | None:
    """Somebody reworded what they wrote, or took down what a thread hangs from; None where only a preview came."""
    message, before = record(event, "message"), inner(event, "previous_message")
    if message.get("subtype") == TOMBSTONE:
        return _gone(team, channel, stamp(message, "ts"), stamp(event, "ts"), before)
    if said(message, "subtype") not in SPOKEN or _ours(team, message):
        return None
    now = words(team, message)
    if now.text == words(team, before).text if before else not message.get("edited"):
        return None
    place, ts, native = channel_id(team.space, channel), stamp(message, "ts"), author(message)
    return MessageEdited(
        id=EventId(f"edited:{channel}/{ts}/{stamp(event, 'ts')}"),
        space=team.space,
        at=moment(stamp(event, "ts")),
        message=message_id(place, ts),
        channel=place,
        account=account_id(team.space, native) if native else None,
        text=now.text,
        mentions=_accounts(team, now.mentions),
        mentions_everyone=now.everyone,
        attachments=files(message),
        by_bot=by_bot(message, native, team.people.get(native)),
    )


def _deleted(team: Team, event: Json, channel: str) -> MessageDeleted | None:
    before = inner(event, "previous_message")
    if before.get("subtype") == TOMBSTONE:
        return None
    gone = stamp(event, "deleted_ts") if event.get("deleted_ts") else stamp(before, "ts")
    return _gone(team, channel, gone, stamp(event, "ts"), before)


def _gone(team: Team, channel: str, ts: str, when: str, before: Json) -> MessageDeleted | None:
    if _ours(team, before):
        return None
    place, native = channel_id(team.space, channel), maybe(before, "user")
    return MessageDeleted(
        id=EventId(f"deleted:{channel}/{ts}"),
        space=team.space,
        at=moment(when),
        message=message_id(place, ts),
        channel=place,
        account=account_id(team.space, native) if native and native != SLACKBOT else None,
    )


def _below(team: Team, event: Json) -> tuple[ChannelId, MessageId, AccountId] | None:
    """Where a reaction stands and whose it is; None where it is ours, or no business of the road's. Raises Odd."""
    user, item = ident(event, "user"), reacted_to(record(event, "item"))
    if item is None or user == team.me or item[0].startswith("D"):
        return None
    place = channel_id(team.space, item[0])
    return place, message_id(place, item[1]), account_id(team.space, user)


def reacted(here: Here, event: Json) -> ReactionAdded | None:
    """Somebody reacted. Raises Odd."""
    team, frame, below = here.team, here.frame, _below(here.team, event)
    if below is None:
        return None
    user = ident(event, "user")
    known = team.people.get(user)
    return ReactionAdded(
        id=frame.named("reacted"),
        space=team.space,
        at=frame.at,
        message=below[1],
        channel=below[0],
        account=below[2],
        emoji=written(string(event, "reaction")),
        roles=team.roles(user),
        locale=known.locale if known else None,
    )


def unreacted(here: Here, event: Json) -> ReactionRemoved | None:
    """A reaction was taken back. Raises Odd."""
    team, frame, below = here.team, here.frame, _below(here.team, event)
    if below is None:
        return None
    return ReactionRemoved(
        id=frame.named("unreacted"),
        space=team.space,
        at=frame.at,
        message=below[1],
        channel=below[0],
        account=below[2],
        emoji=written(string(event, "reaction")),
    )
