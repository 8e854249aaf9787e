"""Which scopes each effect, each event and each method needs on Slack, in one table, and what the app asks for by it.

By Slack's own documentation: https://docs.slack.dev/reference/methods/<method>, section "Scopes", and
https://docs.slack.dev/reference/events/<event>, section "Scopes". A method that takes another scope for each kind of
conversation is listed with those kinds that the bot deals with.
"""

from collections.abc import Iterable, Mapping

EFFECTS: Mapping[str, tuple[str, ...]] = {
    "post_card": ("chat.postMessage", "conversations.history"),
    "reply_card": ("chat.postMessage", "chat.getPermalink", "conversations.replies"),
    "reply_privately": ("chat.postEphemeral", "views.open", "views.update", "conversations.open", "chat.postMessage"),
    "send_direct": ("conversations.open", "chat.postMessage"),
    "edit_card": ("chat.update",),
    "delete_message": ("chat.delete",),
    "react": ("reactions.add",),
    "remove_from_channel": ("conversations.kick", "conversations.info"),
    "create_private_thread": ("conversations.open", "conversations.create", "conversations.invite"),
    "join_channel": ("conversations.join",),
    "show_home": ("views.publish",),
    "upload_file": ("files.getUploadURLExternal", "files.completeUploadExternal"),
    "hash_files": ("conversations.history", "conversations.replies"),
}
"""Every kind of effect that an app can carry out, with the methods that it takes."""

WITH_USER_TOKEN = frozenset({"delete_message"})
"""What takes an administrator's token: an app takes down only what it wrote itself."""
USER_SCOPES = ("chat:write",)
"""What that token is for."""

READING_FILES = frozenset({"hash_files"})
"""What takes a scope that nobody is asked for unless the operator wants it: it opens every file in the app's sight."""
FILE_SCOPES = ("files:read",)
"""For the addresses of files themselves, which are no methods."""

_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
"""Of group conversations only those that the bot is in, to find its own messages again after a crash."""
_READ = ("channels:read", "groups:read")
_OPEN = ("im:write", "mpim:write")
METHODS: Mapping[str, tuple[str, ...]] = {
    "auth.test": (),
    "chat.delete": ("chat:write",),
    "chat.getPermalink": (),
    "chat.postEphemeral": ("chat:write",),
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "conversations.create": ("groups:write",),
    "conversations.history": _HISTORY,
    "conversations.info": _READ,
    "conversations.invite": ("groups:write",),
    "conversations.join": ("channels:join",),
    "conversations.kick": ("channels:manage", "groups:write"),
    "conversations.list": _READ,
    "conversations.open": _OPEN,
    "conversations.replies": _HISTORY,
    "files.completeUploadExternal": ("files:write",),
    "files.getUploadURLExternal": ("files:write",),
    "oauth.v2.access": (),
    "reactions.add": ("reactions:write",),
    "usergroups.list": ("usergroups:read",),
    "users.info": ("users:read",),
    "users.list": ("users:read",),
    "views.open": (),
    "views.publish": (),
    "views.update": (),
}
"""Every method that is called with the bot's token."""

EVENTS: Mapping[str, tuple[str, ...]] = {
    "app_home_opened": (),
    "app_mention": ("app_mentions:read",),
    "app_uninstalled": (),
    "channel_archive": ("channels:read",),
    "channel_created": ("channels:read",),
    "channel_deleted": ("channels:read",),
    "channel_rename": ("channels:read",),
    "channel_unarchive": ("channels:read",),
    "group_archive": ("groups:read",),
    "group_deleted": ("groups:read",),
    "group_rename": ("groups:read",),
    "group_unarchive": ("groups:read",),
    "member_joined_channel": _READ,
    "member_left_channel": _READ,
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
    "subteam_created": ("usergroups:read",),
    "subteam_members_changed": ("usergroups:read",),
    "subteam_updated": ("usergroups:read",),
    "team_join": ("users:read",),
    "tokens_revoked": (),
    "user_change": ("users:read",),
}
"""Every event that the app subscribes to."""

COMMANDS = ("commands",)
"""For slash commands and shortcuts."""

READING = ("conversations.list", "conversations.history", "conversations.replies", "users.list", "usergroups.list")
"""What is called whatever the policies are: to know who and what there is, and to catch up after an absence."""


def needs(kind: str) -> tuple[str, ...]:
    """The scopes that an effect takes."""
    beside = FILE_SCOPES if kind in READING_FILES else ()
    return _united((*(METHODS[method] for method in EFFECTS.get(kind, ())), beside))


def wanted_scopes(kinds: Iterable[str]) -> tuple[str, ...]:
    """All that it takes to hear, to read, to be asked, and for these kinds of effects; in alphabetical order."""
    heard, read = EVENTS.values(), (METHODS[one] for one in READING)
    found = _united((COMMANDS, *heard, *read, *(needs(kind) for kind in kinds)))
    return tuple(sorted(found))


def purpose(scope: str, kinds: Iterable[str]) -> str | None:
    """The first kind of effect that a scope is missed for; None where it is for hearing and reading."""
    if scope in wanted_scopes(()):
        return None
    return next((kind for kind in sorted(kinds) if scope in needs(kind)), None)


def _united(scopes: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scope for some in scopes for scope in some))
