"""What others did: managers by hand, other bots, Discord's own rules. The audit log in, events out. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from adapters.discord.directory import Guild
from adapters.discord.frame import Here
from adapters.discord.payloads import (
    Json,
    Odd,
    created,
    inner,
    maybe,
    moment,
    record,
    records,
    said,
    snowflake,
    whole,
)
from bot.events import ActionName, ActionTaken
from bot.ids import AccountId, EventId, account_id, channel_id, message_id, role_id

KICK, BAN, UNBAN, CHANGE, ROLES, DELETE, BULK_DELETE, THREAD = 20, 22, 23, 24, 25, 72, 73, 111
_PLAIN: dict[int, ActionName] = {KICK: "kick", BAN: "ban", UNBAN: "unban"}
_RULES: dict[int, ActionName] = {1: "remove", 2: "alert", 3: "timeout"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a server's log of actions."""

    guild: Guild
    data: Json
    base: ActionTaken
    """What all that it tells has in common."""


def logged(here: Here, data: Json) -> tuple[ActionTaken, ...]:
    """What somebody did by hand or by another bot; nothing where it was us, or is nobody's business. Raises Odd."""
    guild, by = here.guild, maybe(data, "user_id")
    kind = data.get("action_type")
    if kind.__class__ is not int:
        raise Odd("action_type")
    if by is not None and by == here.directory.me:
        return ()
    native = snowflake(data, "id")
    base = ActionTaken(
        id=EventId(f"audit:{native}"),
        space=guild.space,
        at=created(native),
        action="alert",
        account=None,
        by=account_id(guild.space, by) if by else None,
        by_bot=by is not None and guild.is_bot(by),
        reason=said(data, "reason"),
    )
    told = tuple(_told(Entry(guild, data, base), int(kind or 0)))
    return tuple(replace(one, id=EventId(f"{one.id}.{number}")) if number else one for number, one in enumerate(told))


def _told(entry: Entry, kind: int) -> Iterator[ActionTaken]:
    if kind in _PLAIN:
        yield replace(entry.base, action=_PLAIN[kind], account=_target(entry))
    elif kind == CHANGE:
        yield from _timed_out(entry)
    elif kind == ROLES:
        yield from _dressed(entry)
    elif kind in (DELETE, BULK_DELETE):
        yield _removed(entry, kind)
    elif kind == THREAD:
        yield from _locked(entry)


def _target(entry: Entry) -> AccountId:
    return account_id(entry.guild.space, snowflake(entry.data, "target_id"))


def _timed_out(entry: Entry) -> Iterator[ActionTaken]:
    for change in records(entry.data, "changes"):
        if change.get("key") != "communication_disabled_until":
            continue
        if change.get("new_value") is None:
            yield replace(entry.base, action="lift_timeout", account=_target(entry))
        else:
            yield replace(entry.base, action="timeout", account=_target(entry), until=moment(change, "new_value"))


def _dressed(entry: Entry) -> Iterator[ActionTaken]:
    names: dict[str, ActionName] = {"$add": "add_role", "$remove": "remove_role"}
    for change in records(entry.data, "changes"):
        action = names.get(str(change.get("key")))
        if action is None:
            continue
        for role in records(change, "new_value"):
            native = role_id(entry.guild.space, snowflake(role, "id"))
            yield replace(entry.base, action=action, account=_target(entry), role=native)


def _removed(entry: Entry, kind: int) -> ActionTaken:
    options, space = inner(entry.data, "options"), entry.guild.space
    count = said(options, "count")
    if count and not (count.isascii() and count.isdigit()):
        raise Odd("count")
    number = max(1, int(count or 1))
    if kind == BULK_DELETE:
        place = channel_id(space, snowflake(entry.data, "target_id"))
        return replace(entry.base, action="remove", channel=place, number=number)
    place = channel_id(space, snowflake(options, "channel_id"))
    return replace(entry.base, action="remove", account=_target(entry), channel=place, number=number)


def _locked(entry: Entry) -> Iterator[ActionTaken]:
    for change in records(entry.data, "changes"):
        if change.get("key") == "locked" and change.get("new_value") is True:
            place = channel_id(entry.guild.space, snowflake(entry.data, "target_id"))
            yield replace(entry.base, action="lock", channel=place)


def ruled(here: Here, data: Json) -> ActionTaken | None:
    """One of Discord's own rules acted; None where it did what we have no word for. Raises Odd."""
    guild, frame, measure = here.guild, here.frame, record(data, "action")
    action = _RULES.get(whole(measure, "type"))
    if action is None:
        return None
    rule, channel = snowflake(data, "rule_id"), maybe(data, "channel_id")
    place = channel_id(guild.space, channel) if channel else None
    message, lasts = maybe(data, "message_id"), whole(inner(measure, "metadata"), "duration_seconds")
    return ActionTaken(
        id=frame.named("automod"),
        space=guild.space,
        at=frame.at,
        action=action,
        account=account_id(guild.space, snowflake(data, "user_id")),
        channel=place,
        message=message_id(place, message) if place and message else None,
        until=frame.at + timedelta(seconds=lasts) if action == "timeout" and lasts else None,
        reason=here.directory.rules.get(rule, rule),
        text=said(data, "content"),
    )
