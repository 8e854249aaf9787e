"""What Discord's answers mean: never (`Refused`, with plain words and the next step) or not now (`Unavailable`).

discord.py has waited and tried again by itself before an error comes here; nothing is tried again by us.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

import aiohttp
import discord

from adapters.discord import permissions
from bot.effects import Effect
from bot.errors import Refused, Unavailable
from bot.ids import AccountId, ChannelId, RoleId, native
from bot.views import Argument, Holders, Person, Phrase, Place

ERRORS: Final = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError, TimeoutError)
"""All that a request may end with."""
CLOSED, GONE = "direct messages are closed", "the message is gone already"
PAUSE = timedelta(seconds=30)

UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MEMBER, UNKNOWN_MESSAGE = 10003, 10004, 10007, 10008
UNKNOWN_ROLE, UNKNOWN_USER, UNKNOWN_EMOJI, UNKNOWN_WEBHOOK, UNKNOWN_BAN = 10011, 10013, 10014, 10015, 10026
UNKNOWN_INTERACTION, ANSWERED, NO_ACCESS, CANNOT_WRITE, NO_PERMISSION = 10062, 40060, 50001, 50007, 50013
BAD_TOKEN, ARCHIVED, TOO_BIG, STRANGER = 50027, 50083, 40005, 50278

_REASONS: Mapping[int, tuple[str, str]] = {
    UNKNOWN_CHANNEL: ("there is no such channel", "channel"),
    UNKNOWN_GUILD: ("the bot is not in this server", "server"),
    UNKNOWN_MEMBER: ("nobody like that is a member", "member"),
    UNKNOWN_MESSAGE: (GONE, "gone"),
    UNKNOWN_ROLE: ("there is no such role", "no-role"),
    UNKNOWN_USER: ("nobody is called that", "member"),
    UNKNOWN_EMOJI: ("there is no such emoji", "emoji"),
    CANNOT_WRITE: (CLOSED, "closed"),
    STRANGER: (CLOSED, "closed"),
    ARCHIVED: ("the thread is archived", "archived"),
    TOO_BIG: ("the files are too big for Discord", "file"),
    30010: ("the message carries as many reactions as it can", "reactions"),
    90001: ("the author has blocked the bot", "blocked"),
}
_PERSONAL = frozenset({"closed", "member"})
"""What is told with the name of whom it is about, where that is known."""


def translated(error: BaseException, effect: Effect, guild: discord.Guild | None) -> Refused | Unavailable:
    """What an answer means for an effect; `guild` as it is known without asking."""
    if isinstance(error, discord.RateLimited):
        return Unavailable("Discord asks for patience", timedelta(seconds=error.retry_after))
    if not isinstance(error, discord.HTTPException):
        return Unavailable(f"Discord cannot be reached: {type(error).__name__}", PAUSE)
    if error.status == 429 or error.status >= 500:
        return Unavailable(f"Discord answered {error.status}", PAUSE)
    return _answered(error, effect, guild)


def _answered(error: discord.HTTPException, effect: Effect, guild: discord.Guild | None) -> Refused:
    if error.code in _REASONS:
        reason, key = _REASONS[error.code]
        account = getattr(effect, "account", None)
        if key in _PERSONAL and isinstance(account, str):
            return refused(reason, f"{key}-person", person=Person(AccountId(account)))
        return refused(reason, key)
    if error.status == 401:
        return refused("Discord does not take the token any more", "token")
    if error.code in (NO_ACCESS, NO_PERMISSION) or error.status == 403:
        return _forbidden(effect, guild)
    return refused(f"Discord answered {error.status}, code {error.code}", "other", code=error.code or error.status)


def refused(reason: str, key: str, **arguments: Argument) -> Refused:
    """A refusal in words for the log, and in those of `discord-refused-…` for managers."""
    return Refused(reason, Phrase(f"discord-refused-{key}", tuple(arguments.items())))


def _forbidden(effect: Effect, guild: discord.Guild | None) -> Refused:
    """Which permission is missing, as far as it can be told without asking; otherwise what else may be the matter."""
    missing = None if guild is None else missing_permission(effect, guild)
    if missing is not None:
        channel: ChannelId | None = getattr(effect, "channel", None)
        if isinstance(channel, str) and permissions.needs(effect.kind).scope == "channel":
            return refused(
                f"{missing} is missing in {channel}", "permission-in", permission=missing, place=Place(channel)
            )
        return refused(f"{missing} is missing in the server", "permission", permission=missing)
    if isinstance(account := getattr(effect, "account", None), str):
        return refused("this person stands above the bot", "above", person=Person(AccountId(account)))
    return refused("Discord does not let the bot do this", "forbidden")


def missing_permission(effect: Effect, guild: discord.Guild) -> str | None:
    """The first permission that an effect needs and the bot does not have, from what is known without asking."""
    needs, me = permissions.needs(effect.kind), myself(guild)
    if me is None:
        return None
    mine = me.guild_permissions
    if needs.scope == "channel" and isinstance(channel := getattr(effect, "channel", None), str):
        place = guild.get_channel_or_thread(number(channel))
        if place is not None:
            mine = place.permissions_for(me)
            thread = isinstance(place, discord.Thread)
            return _first(mine, (one for one in needs.permissions if _asked(one, thread=thread)))
    return _first(mine, needs.permissions)


def _asked(permission: str, *, thread: bool) -> bool:
    """Channels and threads ask for different permissions."""
    if permission in ("send_messages_in_threads", "manage_threads"):
        return thread
    return not (thread and permission in ("send_messages", "manage_channels", "manage_roles"))


def _first(mine: discord.Permissions, names: Iterable[str]) -> str | None:
    return next((one for one in names if not getattr(mine, one)), None)


def untouchable(effect: Effect, guild: discord.Guild, account: AccountId) -> Refused | None:
    """Why nothing can be done upon somebody, as far as it is known without asking."""
    person, one = Person(account), number(account)
    if one == guild.owner_id:
        return refused("the owner of a server is out of reach", "owner", person=person)
    if (me := myself(guild)) is not None and one == me.id:
        return refused("the bot does nothing upon itself", "self")
    member = guild.get_member(one)
    return None if member is None else standing(effect, guild, member)


def standing(effect: Effect, guild: discord.Guild, member: discord.Member) -> Refused | None:
    """Whether somebody's roles put them out of reach: administrators for some effects, any above for others."""
    person = Person(AccountId(f"{effect.space}/{member.id}"))
    if effect.kind in ("time_out_member", "quarantine_member") and member.guild_permissions.administrator:
        return refused("administrators are out of reach", "administrator", person=person)
    if effect.kind in ("time_out_member", "lift_timeout", "kick_member", "ban_member"):
        top, me = member.top_role, myself(guild)
        if me is not None and top >= me.top_role:
            role = Holders(RoleId(f"{effect.space}/{top.id}"))
            return refused("this person stands above the bot", "above-role", person=person, role=role)
    return None


def myself(guild: discord.Guild) -> discord.Member | None:
    """The bot as a member; None while only a part of the server is known."""
    return guild.me


def number(name: str) -> int:
    """Discord's own id of something of ours. Raises Refused where it is none."""
    one = native(ChannelId(name))
    if not one.isdecimal():
        raise refused(f"{one} is no id of Discord's", "unknown")
    return int(one)


def code(error: BaseException) -> int:
    """Discord's own number for what went wrong; 0 where it has none."""
    return error.code if isinstance(error, discord.HTTPException) else 0
