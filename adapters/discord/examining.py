"""What the bot may and may not do on Discord, found out by the API alone: for whoever sets it up.

Every remark says what is missing where, and the next step; channels and roles by name, so that it reads well in a shell
too. Nothing is changed by looking.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import discord

from adapters.discord import permissions
from adapters.discord.names import guild_number
from adapters.discord.options import Options
from adapters.discord.refusals import PAUSE, UNKNOWN_GUILD
from adapters.discord.surroundings import FAILURES
from bot.errors import Unavailable
from bot.ids import SpaceId, space_id
from bot.ports import Remark
from bot.views import Argument, Phrase

_PORTAL = "https://discord.com/developers/applications/{application}"
_TRUSTED = ("administrator", "manage_guild", "kick_members", "ban_members", "moderate_members", "manage_messages")
"""Whoever holds one of these stands above the bot with reason."""
_FIRST = {"embed_links": "send_messages", "attach_files": "send_messages"}
"""Permissions that go with another one: where that is missing, it alone is told. All go with seeing the channel."""
_WRITTEN = (discord.TextChannel, discord.VoiceChannel, discord.StageChannel, discord.ForumChannel)


async def examine(
    client: discord.Client,
    options: Options,
    wanted: Mapping[SpaceId, frozenset[str]],
    elsewhere: frozenset[str] | None = None,
    *,
    patience: float = 30.0,
) -> Sequence[Remark]:
    """Compare what is allowed with what is wanted; `client` need not even be logged in. Raises Unavailable.

    `patience`: seconds for the bot itself, and for each server.
    """
    try:
        async with asyncio.timeout(patience):
            if client.user is None:
                await client.login(options.token)
            servers = {**(await _others(client, elsewhere)), **wanted}
            remarks = await _application(client)
        for space, kinds in servers.items():
            async with asyncio.timeout(patience):
                remarks += await _server(client, options, space, kinds)
        return [*remarks, _nowhere(client)] if elsewhere is not None and not servers else remarks
    except discord.LoginFailure:
        return [_wrong("token")]
    except FAILURES as error:
        raise Unavailable(type(error).__name__, PAUSE) from error


async def _others(client: discord.Client, kinds: frozenset[str] | None) -> dict[SpaceId, frozenset[str]]:
    if kinds is None:
        return {}
    return {space_id("discord", str(one.id)): kinds async for one in client.fetch_guilds(limit=None, with_counts=False)}


def _nowhere(client: discord.Client) -> Remark:
    """The bot was invited by nobody yet."""
    return _wrong("nowhere", id=str(client.application_id or ""))


async def _application(client: discord.Client) -> list[Remark]:
    """The token, and the intents that have to be ticked."""
    found = await client.application_info()
    portal = _PORTAL.format(application=found.id)
    remarks = [Remark(ok=True, what=Phrase("discord-token", (("name", found.name),)))]
    for intent, flags in permissions.PRIVILEGED.items():
        if any(getattr(found.flags, flag) for flag in flags):
            remarks.append(Remark(ok=True, what=Phrase("discord-intent", (("intent", intent),))))
        else:
            remarks.append(_wrong("intent", intent=intent, portal=f"{portal}/bot"))
    return remarks


async def _server(client: discord.Client, options: Options, space: SpaceId, kinds: frozenset[str]) -> list[Remark]:
    """One server: whether the bot is in it, what it may do there, and whom it may do it upon."""
    number = guild_number(space)
    try:
        guild = await client.fetch_guild(number, with_counts=False)
        me = await guild.fetch_member(client.user.id) if client.user else None
        channels = await guild.fetch_channels()
    except (discord.NotFound, discord.Forbidden) as error:
        if isinstance(error, discord.NotFound) and error.code not in (UNKNOWN_GUILD, 0, 10007):
            raise
        invitation = permissions.invite_url(client.application_id or 0, kinds)
        return [_wrong("server", id=str(number), invitation=invitation)]
    if me is None:
        return []
    remarks = [*_missing(me, kinds), *_hidden(me, channels, kinds), *_reach(guild, me, kinds)]
    remarks += _quarantine(guild, me, options, kinds)
    remarks = [_in(space, one) for one in remarks]
    fine = all(one.ok for one in remarks)
    named = Remark(ok=True, what=Phrase("discord-server" if fine else "discord-server-but", (("name", guild.name),)))
    return [_in(space, named), *remarks]


def _missing(me: discord.Member, kinds: frozenset[str]) -> Iterator[Remark]:
    """What none of the bot's roles allows in the server."""
    if me.guild_permissions.administrator:
        yield Remark(ok=True, what=Phrase("discord-administrator"))
        return
    for one in (*permissions.wanted_permissions(kinds), "view_audit_log"):
        if not getattr(me.guild_permissions, one):
            yield _wrong("permission", permission=one, role=me.top_role.name)


def _hidden(me: discord.Member, channels: Sequence[Any], kinds: frozenset[str]) -> Iterator[Remark]:
    """What the server allows, and single channels take away."""
    server = me.guild_permissions
    seen = [one for one in channels if isinstance(one, _WRITTEN) and not _kept_apart(one, me)]
    held = [(one, one.permissions_for(me)) for one in seen]
    for permission in permissions.wanted_permissions(kinds):
        if not getattr(server, permission) or permissions.scope(permission, kinds) == "server":
            continue
        before = _FIRST.get(permission, "view_channel")
        told = permission != before
        lacking = [one for one, mine in held if not getattr(mine, permission) and (getattr(mine, before) or not told)]
        if lacking:
            place = f"#{lacking[0].name}"
            yield _wrong("permission-in", permission=permission, place=place, more=len(lacking) - 1)


def _kept_apart(channel: discord.abc.GuildChannel, me: discord.Member) -> bool:
    """Whether neither everybody nor the bot sees it: somebody means it to be so."""
    everybody = channel.permissions_for(me.guild.default_role)
    return not everybody.view_channel and not channel.permissions_for(me).view_channel


def _reach(guild: discord.Guild, me: discord.Member, kinds: frozenset[str]) -> Iterator[Remark]:
    """Whoever wears a role above the bot's is out of reach; the team is so with reason."""
    if not any(permissions.needs(kind).member for kind in kinds):
        return
    above = [
        role
        for role in sorted(guild.roles, reverse=True)
        if role >= me.top_role and role != me.top_role and not _trusted(role)
    ]
    if above:
        yield _wrong("above", role=above[0].name, more=len(above) - 1, mine=me.top_role.name)


def _quarantine(guild: discord.Guild, me: discord.Member, options: Options, kinds: frozenset[str]) -> Iterator[Remark]:
    if "quarantine_member" not in kinds:
        return
    named = options.quarantine_roles.get(str(guild.id))
    role = guild.get_role(int(named)) if named and named.isdecimal() else None
    if named is None:
        yield _wrong("quarantine", id=str(guild.id))
    elif role is None:
        yield _wrong("quarantine-gone", id=str(guild.id))
    elif role >= me.top_role:
        yield _wrong("quarantine-above", role=role.name, mine=me.top_role.name)
    else:
        yield Remark(ok=True, what=Phrase("discord-quarantine", (("role", role.name),)))


def _trusted(role: discord.Role) -> bool:
    return role.managed or any(getattr(role.permissions, one) for one in _TRUSTED)


def _wrong(key: str, **arguments: Argument) -> Remark:
    given = tuple(arguments.items())
    return Remark(ok=False, what=Phrase(f"discord-{key}-wrong", given), step=Phrase(f"discord-{key}-step", given))


def _in(space: SpaceId, one: Remark) -> Remark:
    return Remark(ok=one.ok, what=one.what, step=one.step, space=space)
