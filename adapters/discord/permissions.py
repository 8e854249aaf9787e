"""Which intents and permissions each effect and each event needs on Discord, in one table, and the invitation for them.

Names are Discord's own (https://discord.com/developers/docs/topics/permissions, section "Bitwise Permission Flags", and
https://discord.com/developers/docs/events/gateway, section "List of Intents"). "server" is looked at in the server's
roles alone, "channel" also in what each channel overwrites.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

import discord

Scope = Literal["server", "channel"]
INVITATION = "https://discord.com/oauth2/authorize"


@dataclass(frozen=True, slots=True)
class Needs:
    """What one kind of effect needs."""

    permissions: tuple[str, ...] = ()
    scope: Scope = "channel"
    member: bool = False
    """It falls upon somebody, who must stand below the bot's highest role."""


_WRITE = ("view_channel", "send_messages", "send_messages_in_threads", "embed_links", "attach_files")
_MODERATE = Needs(("moderate_members",), "server", member=True)
_ROLES = Needs(("manage_roles",), "server", member=True)
EFFECTS: Mapping[str, Needs] = {
    "post_card": Needs(_WRITE),
    "reply_card": Needs((*_WRITE, "read_message_history")),
    "reply_privately": Needs(),
    "send_direct": Needs(),
    "edit_card": Needs(("view_channel", "embed_links", "attach_files")),
    "delete_message": Needs(("view_channel", "manage_messages")),
    "react": Needs(("view_channel", "read_message_history", "add_reactions")),
    "hide_reaction": Needs(("view_channel", "read_message_history", "manage_messages")),
    "time_out_member": _MODERATE,
    "lift_timeout": _MODERATE,
    "kick_member": Needs(("kick_members",), "server", member=True),
    "ban_member": Needs(("ban_members",), "server", member=True),
    "unban_member": Needs(("ban_members",), "server"),
    "add_role": _ROLES,
    "remove_role": _ROLES,
    "quarantine_member": _ROLES,
    "release_member": _ROLES,
    "set_slowmode": Needs(("view_channel", "manage_channels", "manage_threads")),
    "lock_channel": Needs(("view_channel", "manage_roles", "manage_threads")),
    "pause_invites": Needs(("manage_guild",), "server"),
    "pause_direct_messages": Needs(("manage_guild",), "server"),
    "create_private_thread": Needs(("view_channel", "create_private_threads", "send_messages_in_threads")),
    "upload_file": Needs(("view_channel", "send_messages", "send_messages_in_threads", "attach_files")),
    "hash_files": Needs(("view_channel", "read_message_history")),
}
"""Every kind of effect."""

ALWAYS = ("view_channel", "read_message_history", "send_messages", "embed_links")
"""What is wanted whatever the policies are: to read, to catch up after an absence, to tell the team."""

EVENTS: Mapping[str, tuple[str, ...]] = {
    "message_posted": ("guild_messages", "message_content"),
    "message_edited": ("guild_messages", "message_content"),
    "message_deleted": ("guild_messages",),
    "reaction_added": ("guild_reactions",),
    "reaction_removed": ("guild_reactions",),
    "member_joined": ("members",),
    "member_left": ("members",),
    "member_renamed": ("members",),
    "member_roles_changed": ("members",),
    "channel_created": ("guilds",),
    "thread_created": ("guilds",),
    "action_taken": ("moderation", "auto_moderation_execution"),
    "gathering_joined": ("guild_scheduled_events",),
    "gathering_left": ("guild_scheduled_events",),
    "space_joined": ("guilds",),
    "space_left": ("guilds",),
}
"""The intents by which each kind of event comes; requests (commands, buttons, forms) come without any."""

HEARING: Mapping[str, tuple[str, ...]] = {
    "moderation": ("view_audit_log",),
    "auto_moderation_execution": ("manage_guild",),
}
"""Intents under which Discord sends nothing without a permission as well."""

PRIVILEGED: Mapping[str, tuple[str, str]] = {
    "message_content": ("gateway_message_content", "gateway_message_content_limited"),
    "members": ("gateway_guild_members", "gateway_guild_members_limited"),
}
"""Intents that have to be ticked for the application, with the flags that say so (section "Privileged Intents")."""


def wanted_permissions(kinds: Iterable[str]) -> tuple[str, ...]:
    """All that it takes for these kinds of effects, and what is wanted always."""
    names = [name for kind in sorted(kinds) for name in needs(kind).permissions]
    return tuple(dict.fromkeys((*ALWAYS, *names)))


def needs(kind: str) -> Needs:
    """What a kind of effect needs."""
    return EFFECTS.get(kind, Needs())


def scope(permission: str, kinds: Iterable[str]) -> Scope:
    """Whether a permission is looked for in each channel, for these kinds of effects."""
    scopes = {needs(kind).scope for kind in kinds if permission in needs(kind).permissions}
    return "server" if scopes == {"server"} and permission not in ALWAYS else "channel"


def bits(names: Iterable[str]) -> int:
    """Permissions as Discord adds them up."""
    permissions = discord.Permissions.none()
    permissions.update(**dict.fromkeys(names, True))
    return permissions.value


def invite_url(application: int, kinds: Iterable[str], *, hearing: bool = True) -> str:
    """The address at which an owner invites the bot, with exactly what it needs; `hearing` adds the audit log."""
    heard = ("view_audit_log",) if hearing else ()
    asked = {"client_id": application, "scope": "bot applications.commands"}
    return f"{INVITATION}?{urlencode({**asked, 'permissions': bits((*wanted_permissions(kinds), *heard))})}"
