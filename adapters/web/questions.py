"""What one may ask about the state of a world: who sees what, who may do what, what is new to whom."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile

from adapters.web.state import Message, Person, Room, State
from bot.commands import Level
from bot.ids import AccountId, ChannelId, MessageId
from bot.views import Instant, Phrase


def visible(state: State, account: AccountId) -> list[Room]:
    """The channels that somebody sees, open ones first; in quarantine, only conversations with the bot."""
    person = state.people[account]
    rooms = [one for one in state.rooms.values() if sees(person, one)]
    return sorted(rooms, key=lambda room: ("channel", "private", "direct").index(room.kind))


def sees(person: Person, room: Room) -> bool:
    """Whether somebody sees a channel now."""
    if room.kind != "channel":
        return person.account in (room.members or ())
    if person.gone or person.quarantined:
        return False
    return room.members is None or person.account in room.members


def messages(state: State, account: AccountId, channel: ChannelId, thread: MessageId | None = None) -> list[Message]:
    """What somebody reads in a channel, or in one thread of it with the message that it hangs from."""
    return [one for one in state.lines.get(channel, ()) if _readable(one, account) and _belongs(one, thread)]


def _readable(message: Message, account: AccountId) -> bool:
    if message.only_for is not None and message.only_for != account:
        return False
    return not message.deleted or message.replies > 0


def _belongs(message: Message, thread: MessageId | None) -> bool:
    if thread is None:
        return message.thread is None or message.thread == message.id
    return thread in (message.thread, message.id)


def unread(state: State, account: AccountId, channel: ChannelId, seen: int) -> int:
    """How many messages of others came after the one with that number."""
    later = takewhile(lambda one: one.number > seen, reversed(state.lines.get(channel, ())))
    return sum(1 for one in later if not one.deleted and one.author != account and one.only_for in (None, account))


def why_silent(state: State, account: AccountId, room: Room, now: datetime) -> Phrase | None:
    """Why somebody may not write in a channel now; None where they may."""
    person = state.people[account]
    if room.kind == "direct":
        return None
    return next(_reasons(state, person, room, now), None)


def _reasons(state: State, person: Person, room: Room, now: datetime) -> Iterator[Phrase]:
    if person.gone:
        yield Phrase(f"web-cannot-{person.gone}")
    if person.quarantined:
        yield Phrase("web-cannot-quarantined")
    if person.timed_out_until and person.timed_out_until > now:
        yield Phrase("web-cannot-timed-out", (("until", Instant(person.timed_out_until)),))
    if room.locked and person.level < Level.MODERATOR:
        yield Phrase("web-cannot-locked")
    if room.slowmode and person.level < Level.MODERATOR:
        wait = _wait(state, person, room, now)
        if wait > timedelta():
            yield Phrase("web-cannot-slow", (("seconds", -int(-wait.total_seconds() // 1)),))


def _wait(state: State, person: Person, room: Room, now: datetime) -> timedelta:
    last = next((one for one in reversed(state.lines.get(room.channel, ())) if one.author == person.account), None)
    return timedelta() if last is None else last.at + timedelta(seconds=room.slowmode) - now


def why_closed(state: State, now: datetime) -> Phrase | None:
    """Why nobody new may come in now; None where they may."""
    until = state.invites_paused_until
    return Phrase("web-cannot-invites", (("until", Instant(until)),)) if until and until > now else None


def may_delete(state: State, account: AccountId, message: Message) -> bool:
    """One's own messages, and for moderators everybody's but the bot's."""
    person = state.people[account]
    if message.author == account:
        return True
    return person.level >= Level.MODERATOR and message.author != state.bot
