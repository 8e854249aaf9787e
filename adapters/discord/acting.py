"""Effects that act on messages and members; those on channels and the whole server are settled elsewhere."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import assert_never

import discord

from adapters.discord import limits, names
from adapters.discord.refusals import (
    ERRORS,
    UNKNOWN_BAN,
    UNKNOWN_CHANNEL,
    UNKNOWN_EMOJI,
    UNKNOWN_MEMBER,
    UNKNOWN_MESSAGE,
    myself,
    number,
    refused,
    standing,
    untouchable,
)
from adapters.discord.settling import Grounds, OnPlace, reason
from bot.effects import (
    AddRole,
    BanMember,
    CreatePrivateThread,
    DeleteMessage,
    HideReaction,
    KickMember,
    LiftTimeout,
    LockChannel,
    PauseDirectMessages,
    PauseInvites,
    QuarantineMember,
    React,
    ReleaseMember,
    RemoveRole,
    SetSlowmode,
    TimeOutMember,
    UnbanMember,
)
from bot.ids import RoleId, role_id
from bot.views import Holders, Person

OnMessage = DeleteMessage | React | HideReaction
OnMember = TimeOutMember | LiftTimeout | KickMember | BanMember | UnbanMember
OnRoles = AddRole | RemoveRole | QuarantineMember | ReleaseMember
Acting = OnMessage | OnMember | OnRoles | OnPlace

Emoji = Callable[[int, str], str | None]
"""An emoji of a server's own as the API writes it (`name:id`), by server and name; None where it is not remembered."""

_GONE: Mapping[type, tuple[int, ...]] = {
    DeleteMessage: (UNKNOWN_MESSAGE, UNKNOWN_CHANNEL),
    HideReaction: (UNKNOWN_MESSAGE, UNKNOWN_CHANNEL, UNKNOWN_EMOJI),
    React: (),
}
"""Answers which mean that there is nothing left to do."""


def forgetful(_guild: int, _name: str) -> str | None:
    """Remembers no emoji."""
    return None


class Hands:
    """Does what is wanted. What was done already counts as done: twice is felt once."""

    def __init__(
        self, client: discord.Client, quarantine: Mapping[str, str], now: Callable[[], datetime], emoji: Emoji
    ) -> None:
        self._client, self._quarantine, self._now, self._emoji = client, quarantine, now, emoji
        self._grounds = Grounds(client, now)

    async def act(self, effect: Acting) -> str | None:
        """Carry one of these effects out; the id of what came into being, where something did."""
        match effect:
            case DeleteMessage() | React() | HideReaction():
                await self._on_message(effect)
            case TimeOutMember() | LiftTimeout() | KickMember() | BanMember() | UnbanMember():
                await self._on_member(effect)
            case AddRole() | RemoveRole() | QuarantineMember() | ReleaseMember():
                await self._on_roles(effect)
            case SetSlowmode() | LockChannel() | PauseInvites() | PauseDirectMessages() | CreatePrivateThread():
                return await self._grounds.settle(effect)
            case _:
                assert_never(effect)
        return None

    async def _on_message(self, effect: OnMessage) -> None:
        channel, message = number(effect.channel), number(effect.message)
        try:
            match effect:
                case DeleteMessage():
                    await self._client.http.delete_message(channel, message, reason=reason(effect))
                case React():
                    await self._client.http.add_reaction(channel, message, await self._known(effect))
                case HideReaction():
                    who = number(effect.account)
                    await self._client.http.remove_reaction(channel, message, await self._known(effect), who)
        except discord.HTTPException as error:
            if error.code not in _GONE[type(effect)]:
                raise

    async def _known(self, effect: React | HideReaction) -> str:
        """An emoji as the API writes it. Raises Refused for one of a server's own that nobody knows."""
        name = effect.emoji.strip(":")
        if f":{name}:" != effect.emoji:
            return effect.emoji
        guild = names.guild(self._client, effect.space)
        if remembered := self._emoji(guild.id, name):
            return remembered
        found = discord.utils.get(guild.emojis, name=name)
        if found is None:
            now = await self._client.fetch_guild(guild.id, with_counts=False)
            found = discord.utils.get(now.emojis, name=name)
        if found is None:
            raise refused("there is no such emoji", "emoji")
        return f"{found.name}:{found.id}"

    async def _on_member(self, effect: OnMember) -> None:
        guild = names.guild(self._client, effect.space)
        if not isinstance(effect, UnbanMember) and (refusal := untouchable(effect, guild, effect.account)):
            raise refusal
        who = discord.Object(number(effect.account))
        try:
            await self._upon(effect, guild, who)
        except discord.NotFound as error:
            if (type(effect), error.code) not in ((KickMember, UNKNOWN_MEMBER), (UnbanMember, UNKNOWN_BAN)):
                raise
        except discord.Forbidden:
            await self._look_at(effect, guild)
            raise

    async def _upon(self, effect: OnMember, guild: discord.Guild, who: discord.Object) -> None:
        http = self._client.http
        match effect:
            case TimeOutMember(until=until):
                if until > self._now() + limits.TIMEOUT:
                    raise refused("a timeout lasts 28 days at most", "too-long")
                if until > self._now():
                    field = {"communication_disabled_until": until.isoformat()}
                    await http.edit_member(guild.id, who.id, reason=reason(effect), **field)
            case LiftTimeout():
                field_off = {"communication_disabled_until": None}
                await http.edit_member(guild.id, who.id, reason=reason(effect), **field_off)
            case KickMember():
                await guild.kick(who, reason=reason(effect))
            case BanMember(delete_seconds=seconds):
                swept = min(max(seconds, 0), limits.SWEEP)
                await guild.ban(who, reason=reason(effect), delete_message_seconds=swept)
            case UnbanMember():
                await guild.unban(who, reason=reason(effect))
            case _:
                assert_never(effect)

    async def _look_at(self, effect: OnMember | OnRoles, guild: discord.Guild) -> None:
        """Ask who it is, so that managers read why nothing may be done. Raises Refused where it is known then."""
        if guild.get_member(number(effect.account)) is None:
            try:
                member = await guild.fetch_member(number(effect.account))
            except ERRORS:
                return
            if refusal := standing(effect, guild, member):
                raise refusal

    async def _on_roles(self, effect: OnRoles) -> None:
        guild = names.guild(self._client, effect.space)
        role = effect.role if isinstance(effect, AddRole | RemoveRole) else self._apart(effect, guild)
        self._below(role, guild)
        if isinstance(effect, QuarantineMember):
            if refusal := untouchable(effect, guild, effect.account):
                raise refusal
            await self._look_at(effect, guild)
        http, who = self._client.http, number(effect.account)
        change = http.add_role if isinstance(effect, AddRole | QuarantineMember) else http.remove_role
        await change(guild.id, who, number(role), reason=reason(effect))

    def _apart(self, effect: QuarantineMember | ReleaseMember, guild: discord.Guild) -> RoleId:
        role = self._quarantine.get(str(guild.id))
        if role is None:
            raise refused("no quarantine role is set for this server", "no-quarantine", person=Person(effect.account))
        if guild.roles and guild.get_role(number(role)) is None:
            raise refused("the quarantine role is gone", "quarantine-gone")
        return role_id(effect.space, role)

    def _below(self, role: RoleId, guild: discord.Guild) -> None:
        found = guild.get_role(number(role))
        if found is None:
            raise refused("there is no such role", "role", role=Holders(role))
        if found.managed or found.is_default():
            raise refused("Discord itself gives this role", "managed", role=Holders(role))
        if (me := myself(guild)) is not None and found >= me.top_role:
            raise refused("this role stands above the bot's", "role-above", role=Holders(role))
