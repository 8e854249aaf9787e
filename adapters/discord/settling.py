"""Effects on channels and on the whole server: their pace, their doors, and conversations apart."""

from collections.abc import Callable
from datetime import datetime
from typing import assert_never

import discord
import structlog

from adapters.discord import limits, names
from adapters.discord.limits import cut
from adapters.discord.refusals import ERRORS, code, number, refused
from adapters.discord.speaking import named
from bot.effects import CreatePrivateThread, LockChannel, PauseDirectMessages, PauseInvites, SetSlowmode, Wanted
from bot.errors import Refused
from bot.ids import channel_id

_log = structlog.get_logger("adapters.discord")
OnPlace = SetSlowmode | LockChannel | PauseInvites | PauseDirectMessages | CreatePrivateThread


def reason(effect: Wanted) -> str:
    """What Discord's own log of actions says of it."""
    return cut(f"Palabre: {effect.note}" if effect.note else "Palabre", limits.REASON)


class Grounds:
    """The server as a place."""

    def __init__(self, client: discord.Client, now: Callable[[], datetime]) -> None:
        self._client, self._now = client, now

    async def settle(self, effect: OnPlace) -> str | None:
        """Carry one of these effects out; the id of a thread that was opened."""
        match effect:
            case CreatePrivateThread():
                return await self._thread(effect)
            case SetSlowmode(seconds=seconds):
                if seconds > limits.SLOWMODE:
                    raise refused("slow mode is 6 hours at most", "too-slow")
                where = number(effect.channel)
                await self._client.http.edit_channel(where, rate_limit_per_user=seconds, reason=reason(effect))
            case LockChannel():
                await self._lock(effect)
            case PauseInvites() | PauseDirectMessages():
                await self._pause(effect)
            case _:
                assert_never(effect)
        return None

    async def _pause(self, effect: PauseInvites | PauseDirectMessages) -> None:
        guild = names.guild_number(effect.space)
        if effect.until is not None and effect.until > self._now() + limits.PAUSE:
            raise refused("a pause lasts 24 hours at most", "pause-too-long")
        until = effect.until.isoformat() if effect.until else None
        if isinstance(effect, PauseInvites):
            await self._client.http.edit_incident_actions(guild, {"invites_disabled_until": until})
        else:
            await self._client.http.edit_incident_actions(guild, {"dms_disabled_until": until})

    async def _lock(self, effect: LockChannel) -> None:
        """A thread is locked itself; in a channel, whoever has no say of their own is kept from writing."""
        guild, where = names.guild(self._client, effect.space), number(named(effect.channel))
        place = guild.get_channel_or_thread(where) or await self._client.fetch_channel(where)
        if isinstance(place, discord.Thread):
            locked = {"locked": effect.locked, "archived": False}
            await self._client.http.edit_channel(where, reason=reason(effect), **locked)
            return
        if isinstance(place, discord.abc.PrivateChannel):
            raise refused("a direct conversation cannot be locked", "channel-kind")
        everyone = guild.default_role
        say = False if effect.locked else None
        overwrite = place.overwrites_for(everyone)
        overwrite.update(send_messages=say, send_messages_in_threads=say)
        kept = None if overwrite.is_empty() else overwrite
        await place.set_permissions(everyone, overwrite=kept, reason=reason(effect))

    async def _above(self, effect: CreatePrivateThread) -> discord.TextChannel:
        """Where a private thread can hang, for what stands in a channel or in a thread, which may sleep."""
        guild, where = names.guild(self._client, effect.space), number(effect.channel)
        place = guild.get_channel_or_thread(where) or await self._client.fetch_channel(where)
        found = above(guild, place)
        if found is None:
            raise refused("a private thread needs a text channel", "channel-kind")
        return found

    async def _thread(self, effect: CreatePrivateThread) -> str:
        """A thread to which only the team and those named come; whoever cannot be added is left out."""
        place = await self._above(effect)
        name = cut(effect.name.strip() or "…", limits.THREAD_NAME)
        kind = discord.ChannelType.private_thread
        thread = await place.create_thread(name=name, type=kind, invitable=False, reason=reason(effect))
        for account in dict.fromkeys(effect.members):
            try:
                await thread.add_user(discord.Object(number(account)))
            except (*ERRORS, Refused) as error:
                _log.warning("somebody could not be added to a thread", account=account, code=code(error))
        return channel_id(effect.space, str(thread.id))


def above(guild: discord.Guild, place: object) -> discord.TextChannel | None:
    """Private threads hang from plain text channels alone: from this one, or from the first that everybody sees."""
    own = guild.get_channel(place.parent_id) if isinstance(place, discord.Thread) else place
    if isinstance(own, discord.TextChannel) and not own.is_news():
        return own
    return next((one for one in guild.text_channels if not one.is_news() and _open(guild, one)), None)


def _open(guild: discord.Guild, channel: discord.TextChannel) -> bool:
    mine = channel.permissions_for(guild.me)
    return channel.permissions_for(guild.default_role).view_channel and mine.create_private_threads
