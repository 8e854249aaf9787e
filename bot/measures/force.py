"""From a measure to what is done on the platform, and what lifts it again; several that hold at once never undo each
other.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from bot.cases.lines import PenaltyName
from bot.cases.sanctions import Sanction, runs
from bot.effects import (
    AddRole,
    BanMember,
    DeleteMessage,
    Effect,
    KickMember,
    LiftTimeout,
    QuarantineMember,
    ReleaseMember,
    RemoveFromChannel,
    RemoveRole,
    TimeOutMember,
    UnbanMember,
)
from bot.ids import ChannelId, is_forgotten
from bot.measures.scene import note

AT_ONCE = timedelta(days=28)
"""Discord keeps nobody from writing for longer in one go: what lasts longer is renewed, everywhere alike."""
_RENEWED_AFTER = AT_ONCE - timedelta(days=1)
TAKES: Mapping[PenaltyName, str] = {
    "remind": "send_direct",
    "warn": "send_direct",
    "remove": "delete_message",
    "timeout": "time_out_member",
    "quarantine": "quarantine_member",
    "remove_from_channel": "remove_from_channel",
    "role": "add_role",
    "kick": "kick_member",
    "ban": "ban_member",
}
"""The kind of effect that each measure takes."""
FORCE = frozenset(TAKES.values()) - {"send_direct"}
"""What is done to somebody against their will."""


def beyond(sanction: Sanction, lacks: frozenset[str]) -> bool:
    """Whether its platform cannot do it."""
    return TAKES[sanction.penalty.name] in lacks


def taken(sanction: Sanction, standing: Iterable[Sanction], now: datetime, lacks: frozenset[str]) -> Iterator[Effect]:
    """What brings it about; nothing of what its platform cannot do."""
    if beyond(sanction, lacks) or is_forgotten(sanction.account):
        return
    if sanction.penalty.name == "timeout":
        until = _longest((sanction, *_same(sanction, standing, now)), now)
        yield TimeOutMember(space=sanction.space, account=sanction.account, until=until, note=note(sanction))
    elif sanction.penalty.name in ("remove", "remove_from_channel"):
        yield from _in_its_place(sanction)
    else:
        yield from _upon_somebody(sanction)


def _in_its_place(sanction: Sanction) -> Iterator[Effect]:
    """What is about a message or a channel."""
    space, channel, said = sanction.space, left(sanction), note(sanction)
    if channel is None:
        return
    if sanction.penalty.name == "remove_from_channel":
        yield RemoveFromChannel(space=space, account=sanction.account, channel=channel, note=said)
    elif sanction.message is not None:
        yield DeleteMessage(space=space, channel=channel, message=sanction.message, note=said)


def _upon_somebody(sanction: Sanction) -> Iterator[Effect]:
    penalty, space, account, said = sanction.penalty, sanction.space, sanction.account, note(sanction)
    match penalty.name:
        case "quarantine":
            yield QuarantineMember(space=space, account=account, note=said)
        case "role" if penalty.role is not None:
            yield AddRole(space=space, account=account, role=penalty.role, note=said)
        case "kick":
            yield KickMember(space=space, account=account, note=said)
        case "ban":
            yield BanMember(space=space, account=account, note=said)
        case _:
            return


def lifted(sanction: Sanction, standing: Iterable[Sanction], now: datetime, lacks: frozenset[str]) -> Iterator[Effect]:
    """What lets somebody go, as far as nothing else holds them in the same way."""
    if beyond(sanction, lacks) or is_forgotten(sanction.account):
        return
    others, space, account = _same(sanction, standing, now), sanction.space, sanction.account
    said = f"case {sanction.case}" if sanction.case else ""
    match sanction.penalty.name:
        case "timeout" if others:
            yield TimeOutMember(space=space, account=account, until=_longest(others, now), note=said)
        case "timeout":
            yield LiftTimeout(space=space, account=account, note=said)
        case "quarantine" if not others:
            yield ReleaseMember(space=space, account=account, note=said)
        case "role" if not others and sanction.penalty.role is not None:
            yield RemoveRole(space=space, account=account, role=sanction.penalty.role, note=said)
        case "ban" if not others:
            yield UnbanMember(space=space, account=account, note=said)
        case _:
            return


def next_look(sanction: Sanction, now: datetime) -> datetime | None:
    """When it ends, or has to be renewed; None where nothing is to be done about it in time."""
    if not runs(sanction, now):
        return None
    if sanction.penalty.name != "timeout":
        return sanction.until
    renewed = now + _RENEWED_AFTER
    return renewed if sanction.until is None or sanction.until > now + AT_ONCE else sanction.until


def left(sanction: Sanction) -> ChannelId | None:
    """The channel that somebody has to leave, or in which their message stands."""
    return sanction.penalty.channel or sanction.channel


def _same(sanction: Sanction, standing: Iterable[Sanction], now: datetime) -> tuple[Sanction, ...]:
    """What else holds them in the same way."""
    return tuple(
        one
        for one in standing
        if one.id != sanction.id
        and runs(one, now)
        and one.penalty.name == sanction.penalty.name
        and one.penalty.role == sanction.penalty.role
    )


def _longest(sanctions: Iterable[Sanction], now: datetime) -> datetime:
    most = now + AT_ONCE
    return max(most if one.until is None else min(one.until, most) for one in sanctions)
