"""The world's objects as the JSON of the API's documentation."""

from tests.wire.discord.server import permissions
from tests.wire.discord.server.world import (
    CATEGORY,
    DM,
    FORUM,
    Channel,
    Guild,
    Json,
    Member,
    Message,
    Reaction,
    Role,
    User,
    World,
    born,
    moment,
)

LARGE = 250


def user(one: User) -> Json:
    """Resources › User › User Object."""
    found: Json = {
        "id": str(one.id),
        "username": one.name,
        "discriminator": "0",
        "global_name": one.global_name,
        "avatar": one.avatar,
        "public_flags": 0,
    }
    if one.bot:
        found["bot"] = True
    return found


def member(one: Member, *, account: bool = True) -> Json:
    """Resources › Guild › Guild Member Object; without the account where it stands beside it."""
    found: Json = {
        "nick": one.nick,
        "avatar": None,
        "roles": [str(role) for role in one.roles],
        "joined_at": moment(one.joined_at),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": one.pending,
        "communication_disabled_until": None if one.timeout_until is None else moment(one.timeout_until),
    }
    if account:
        found["user"] = user(one.user)
    return found


def role(one: Role) -> Json:
    """Topics › Permissions › Role Object."""
    return {
        "id": str(one.id),
        "name": one.name,
        "color": one.color,
        "colors": {"primary_color": one.color, "secondary_color": None, "tertiary_color": None},
        "hoist": one.hoist,
        "icon": None,
        "unicode_emoji": None,
        "position": one.position,
        "permissions": str(one.permissions),
        "managed": one.managed,
        "mentionable": one.mentionable,
        "flags": 0,
    }


def channel(one: Channel) -> Json:
    """Resources › Channel › Channel Object."""
    if one.type == DM:
        recipients = [] if one.recipient is None else [user(one.recipient)]
        return {
            "id": str(one.id),
            "type": DM,
            "last_message_id": _id(one.last_message_id),
            "flags": 0,
            "recipients": recipients,
        }
    if one.thread is not None:
        return thread(one)
    found: Json = {
        "id": str(one.id),
        "type": one.type,
        "guild_id": str(one.guild_id),
        "name": one.name,
        "position": one.position,
        "parent_id": _id(one.parent_id),
        "nsfw": one.nsfw,
        "flags": one.flags,
        "permission_overwrites": [
            {"id": str(each.id), "type": each.type, "allow": str(each.allow), "deny": str(each.deny)}
            for each in one.overwrites.values()
        ],
    }
    if one.type != CATEGORY:
        found |= {
            "topic": one.topic,
            "rate_limit_per_user": one.slowmode,
            "last_message_id": _id(one.last_message_id),
        }
    if one.type == FORUM:
        found |= {
            "available_tags": one.tags,
            "default_reaction_emoji": None,
            "default_sort_order": None,
            "default_forum_layout": 0,
        }
    return found


def thread(one: Channel) -> Json:
    """Resources › Channel › Channel Object, as it is for threads."""
    state = one.state
    found: Json = {
        "id": str(one.id),
        "type": one.type,
        "guild_id": str(one.guild_id),
        "parent_id": str(one.parent_id),
        "owner_id": str(state.owner_id),
        "name": one.name,
        "last_message_id": _id(one.last_message_id),
        "message_count": max(0, state.sent),
        "total_message_sent": state.sent,
        "member_count": min(50, len(state.members)),
        "rate_limit_per_user": one.slowmode,
        "flags": one.flags,
        "thread_metadata": {
            "archived": state.archived,
            "auto_archive_duration": state.auto_archive_duration,
            "archive_timestamp": moment(state.archive_at),
            "locked": state.locked,
            "create_timestamp": moment(state.created_at),
        },
    }
    if one.type == 12:
        found["thread_metadata"]["invitable"] = state.invitable
    if state.applied_tags:
        found["applied_tags"] = [str(each) for each in state.applied_tags]
    return found


def thread_member(one: Channel, user_id: int) -> Json:
    """Resources › Channel › Thread Member Object."""
    return {
        "id": str(one.id),
        "user_id": str(user_id),
        "join_timestamp": moment(one.state.members[user_id]),
        "flags": 0,
    }


def reaction(one: Reaction, me: int) -> Json:
    """Resources › Message › Reaction Object."""
    bursts = sum(one.users.values())
    return {
        "emoji": one.emoji,
        "count": len(one.users),
        "count_details": {"burst": bursts, "normal": len(one.users) - bursts},
        "me": one.users.get(me) is False,
        "me_burst": one.users.get(me) is True,
        "burst_colors": [],
    }


def message(world: World, one: Message) -> Json:
    """Resources › Message › Message Object, as REST answers it."""
    found: Json = {
        "id": str(one.id),
        "channel_id": str(one.channel_id),
        "author": user(one.author),
        "content": one.content,
        "timestamp": moment(born(one.id)),
        "edited_timestamp": None if one.edited_at is None else moment(one.edited_at),
        "tts": one.tts,
        "mention_everyone": one.mention_everyone,
        "mentions": [user(each) for each in one.mentions],
        "mention_roles": [str(each) for each in one.mention_roles],
        "attachments": one.attachments,
        "embeds": one.embeds,
        "components": one.components,
        "pinned": one.pinned,
        "type": one.type,
        "flags": one.flags,
    }
    if one.reactions:
        me = world.application.user.id
        found["reactions"] = [reaction(each, me) for each in one.reactions.values() if each.users]
    _rest_of_message(world, one, found)
    return found


def _rest_of_message(world: World, one: Message, found: Json) -> None:
    if one.reference is not None:
        found["message_reference"] = one.reference
        if one.type == 19:
            found["referenced_message"] = None if one.referenced is None else message(world, one.referenced)
    if one.snapshots:
        found["message_snapshots"] = one.snapshots
    if one.poll is not None:
        found["poll"] = one.poll
    if one.nonce is not None:
        found["nonce"] = one.nonce
    if one.webhook_id is not None:
        found["webhook_id"] = str(one.webhook_id)
    if one.application_id is not None:
        found["application_id"] = str(one.application_id)
    if one.interaction is not None:
        found["interaction_metadata"] = one.interaction
    if one.thread_id is not None and one.thread_id in world.channels:
        found["thread"] = thread(world.channels[one.thread_id])


def message_event(world: World, one: Message) -> Json:
    """Gateway Events › Message Create: with the guild, and the author as a member of it."""
    found = message(world, one)
    found["channel_type"] = world.channels[one.channel_id].type if one.channel_id in world.channels else 0
    if one.guild_id is None:
        return found
    guild = world.guilds[one.guild_id]
    found["guild_id"] = str(guild.id)
    if one.webhook_id is None and one.author.id in guild.members:
        found["member"] = member(guild.members[one.author.id], account=False)
    for shown, each in zip(found["mentions"], one.mentions, strict=True):
        if each.id in guild.members:
            shown["member"] = member(guild.members[each.id], account=False)
    return found


def without_content(event: Json) -> Json:
    """A message event as it is sent without the intent for message content."""
    found = {**event, "content": "", "embeds": [], "attachments": [], "components": []}
    found.pop("poll", None)
    if "message_snapshots" in found:
        found["message_snapshots"] = [
            {"message": {**each["message"], "content": "", "embeds": [], "attachments": [], "components": []}}
            for each in found["message_snapshots"]
        ]
    if found.get("referenced_message"):
        found["referenced_message"] = without_content(found["referenced_message"])
    return found


def guild(world: World, one: Guild) -> Json:
    """Resources › Guild › Guild Object."""
    return {
        "id": str(one.id),
        "name": one.name,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "owner_id": str(one.owner_id),
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": one.verification_level,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "roles": [role(each) for each in one.roles.values()],
        "emojis": list(one.emojis.values()),
        "stickers": [],
        "features": one.features,
        "mfa_level": 0,
        "application_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "max_members": 500000,
        "vanity_url_code": None,
        "description": one.description,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": one.locale,
        "nsfw_level": 0,
        "incidents_data": one.incidents,
    } | one.settings


def guild_create(world: World, one: Guild, *, everybody: bool) -> Json:
    """Gateway Events › Guild Create: everybody for who asked for presences in a small guild, else only the bot."""
    me = world.me(one)
    large = len(one.members) > LARGE
    shown = list(one.members.values()) if everybody and not large else [me]
    return guild(world, one) | {
        "joined_at": moment(me.joined_at),
        "large": large,
        "unavailable": False,
        "member_count": len(one.members),
        "voice_states": [],
        "members": [member(each) for each in shown],
        "channels": [channel(each) for each in one.channels.values()],
        "threads": [
            thread(each)
            for each in one.threads.values()
            if not each.state.archived and permissions.sees(world, one, each, me)
        ],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": list(one.events.values()),
        "soundboard_sounds": [],
    }


def _id(one: int | None) -> str | None:
    return None if one is None else str(one)
