"""A guild's own things: roles, channels and their overwrites, settings, invites, AutoMod."""

import secrets

from tests.wire.discord.server import shapes
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.world import Channel, Guild, Json, Overwrite, Role, User, moment


def make_role(hub: Hub, guild: Guild, payload: Json, actor: int, reason: str | None = None) -> Role:
    """A new role, just above everybody's."""
    made = Role(hub.world.snowflake(), str(payload.get("name") or "new role"), position=1)
    _set_role(made, payload)
    if "permissions" not in payload:
        made.permissions = guild.roles[guild.id].permissions
    for each in guild.roles.values():
        if each.id != guild.id:
            each.position += 1
    guild.roles[made.id] = made
    data = {"guild_id": str(guild.id), "role": shapes.role(made)}
    hub.gateway.emit("GUILD_ROLE_CREATE", data, guild)
    hub.audit(guild, 30, actor, made.id, reason=reason, changes=[{"key": "name", "new_value": made.name}])
    return made


def change_role(hub: Hub, guild: Guild, role: Role, payload: Json, actor: int, reason: str | None = None) -> None:
    """Changes what a role is called, shows and allows."""
    before = shapes.role(role)
    _set_role(role, payload)
    after = shapes.role(role)
    hub.gateway.emit("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": after}, guild)
    hub.audit(guild, 31, actor, role.id, reason=reason, changes=differences(before, after))


def delete_role(hub: Hub, guild: Guild, role: Role, actor: int, reason: str | None = None) -> None:
    """Takes a role away from the guild and from everybody who has it."""
    for member in guild.members.values():
        if role.id in member.roles:
            member.roles = tuple(one for one in member.roles if one != role.id)
    del guild.roles[role.id]
    hub.gateway.emit("GUILD_ROLE_DELETE", {"guild_id": str(guild.id), "role_id": str(role.id)}, guild)
    hub.audit(guild, 32, actor, role.id, reason=reason, changes=[{"key": "name", "old_value": role.name}])


def _set_role(role: Role, payload: Json) -> None:
    role.name = str(payload.get("name") or role.name)
    role.permissions = int(payload.get("permissions") or role.permissions)
    role.color = int(payload.get("color") or role.color)
    role.hoist = bool(payload.get("hoist", role.hoist))
    role.mentionable = bool(payload.get("mentionable", role.mentionable))


def differences(before: Json, after: Json) -> list[Json]:
    """Audit log changes between two shapes of one thing."""
    return [
        {"key": key, "old_value": before.get(key), "new_value": value}
        for key, value in after.items()
        if before.get(key) != value
    ]


def make_channel(hub: Hub, guild: Guild, payload: Json, actor: int, reason: str | None = None) -> Channel:
    """A new channel of a guild."""
    made = Channel(hub.world.snowflake(), int(payload.get("type") or 0), str(payload["name"]), guild.id)
    made.position = len(guild.channels)
    _set_channel(made, payload)
    hub.world.place(made)
    hub.gateway.emit("CHANNEL_CREATE", shapes.channel(made), guild)
    hub.audit(guild, 10, actor, made.id, reason=reason, changes=[{"key": "name", "new_value": made.name}])
    return made


def change_channel(
    hub: Hub, guild: Guild, channel: Channel, payload: Json, actor: int, reason: str | None = None
) -> None:
    """Changes a channel's name, topic, slow mode, place or overwrites."""
    before = shapes.channel(channel)
    _set_channel(channel, payload)
    after = shapes.channel(channel)
    hub.gateway.emit("CHANNEL_UPDATE", after, guild)
    if changes := differences(before, after):
        hub.audit(guild, 11, actor, channel.id, reason=reason, changes=changes)


def _set_channel(channel: Channel, payload: Json) -> None:
    channel.name = str(payload.get("name") or channel.name)
    channel.topic = payload.get("topic", channel.topic)
    channel.nsfw = bool(payload.get("nsfw", channel.nsfw))
    channel.slowmode = int(payload.get("rate_limit_per_user", channel.slowmode) or 0)
    channel.position = int(payload.get("position", channel.position) or 0)
    if "parent_id" in payload:
        channel.parent_id = None if payload["parent_id"] is None else int(payload["parent_id"])
    if payload.get("permission_overwrites") is not None:
        channel.overwrites = {int(one["id"]): overwrite(one) for one in payload["permission_overwrites"]}
    if "available_tags" in payload:
        channel.tags = [
            {"emoji_id": None, "emoji_name": None, "moderated": False, "id": str(number), **one}
            for number, one in enumerate(payload["available_tags"], start=channel.id + 1)
        ]


def overwrite(one: Json) -> Overwrite:
    """A permission overwrite from its JSON."""
    return Overwrite(int(one["id"]), int(one["type"]), int(one.get("allow") or 0), int(one.get("deny") or 0))


def delete_channel(hub: Hub, guild: Guild, channel: Channel, actor: int, reason: str | None = None) -> None:
    """Takes a channel away, with its threads."""
    for thread in [one for one in guild.threads.values() if one.parent_id == channel.id]:
        guild.threads.pop(thread.id)
        hub.world.channels.pop(thread.id)
    guild.channels.pop(channel.id)
    hub.world.channels.pop(channel.id)
    hub.gateway.emit("CHANNEL_DELETE", shapes.channel(channel), guild)
    hub.audit(guild, 12, actor, channel.id, reason=reason, changes=[{"key": "name", "old_value": channel.name}])


def set_overwrite(
    hub: Hub, guild: Guild, channel: Channel, one: Overwrite, actor: int, reason: str | None = None
) -> None:
    """Puts a permission overwrite on a channel."""
    known = channel.overwrites.get(one.id)
    channel.overwrites[one.id] = one
    hub.gateway.emit("CHANNEL_UPDATE", shapes.channel(channel), guild)
    changes: list[Json] = [
        {"key": "allow", "old_value": str(known.allow if known else 0), "new_value": str(one.allow)},
        {"key": "deny", "old_value": str(known.deny if known else 0), "new_value": str(one.deny)},
    ]
    options = _overwrite_options(guild, one)
    hub.audit(guild, 14 if known else 13, actor, channel.id, reason=reason, changes=changes, options=options)


def drop_overwrite(hub: Hub, guild: Guild, channel: Channel, one: int, actor: int, reason: str | None = None) -> None:
    """Takes a permission overwrite away."""
    gone = channel.overwrites.pop(one)
    hub.gateway.emit("CHANNEL_UPDATE", shapes.channel(channel), guild)
    changes: list[Json] = [
        {"key": "allow", "old_value": str(gone.allow)},
        {"key": "deny", "old_value": str(gone.deny)},
    ]
    options = _overwrite_options(guild, gone)
    hub.audit(guild, 15, actor, channel.id, reason=reason, changes=changes, options=options)


def _overwrite_options(guild: Guild, one: Overwrite) -> Json:
    found: Json = {"id": str(one.id), "type": str(one.type)}
    if one.type == 0 and one.id in guild.roles:
        found["role_name"] = guild.roles[one.id].name
    return found


def change_guild(hub: Hub, guild: Guild, payload: Json, actor: int, reason: str | None = None) -> None:
    """Changes a guild's name, verification level and other settings."""
    before = shapes.guild(hub.world, guild)
    guild.name = str(payload.get("name") or guild.name)
    guild.verification_level = int(payload.get("verification_level", guild.verification_level) or 0)
    guild.description = payload.get("description", guild.description)
    guild.locale = str(payload.get("preferred_locale") or guild.locale)
    known = {"explicit_content_filter", "default_message_notifications", "afk_timeout", "system_channel_id"}
    guild.settings |= {key: payload[key] for key in known & payload.keys()}
    if "features" in payload:
        guild.features = list(payload["features"])
    tell_guild(hub, guild)
    if changes := differences(before, shapes.guild(hub.world, guild)):
        hub.audit(guild, 1, actor, guild.id, reason=reason, changes=changes)


def tell_guild(hub: Hub, guild: Guild) -> None:
    """Gateway Events › Guild Update."""
    hub.gateway.emit("GUILD_UPDATE", shapes.guild(hub.world, guild), guild)


def invite(hub: Hub, guild: Guild, channel: Channel, inviter: User, payload: Json) -> Json:
    """A new invite to a channel."""
    age = int(payload.get("max_age", 86400))
    made: Json = {
        "code": secrets.token_urlsafe(6),
        "type": 0,
        "guild": {"id": str(guild.id), "name": guild.name, "features": guild.features, "verification_level": 1},
        "guild_id": str(guild.id),
        "channel": {"id": str(channel.id), "name": channel.name, "type": channel.type},
        "inviter": shapes.user(inviter),
        "expires_at": moment(hub.world.now() + age) if age else None,
        "uses": 0,
        "max_uses": int(payload.get("max_uses", 0)),
        "max_age": age,
        "temporary": bool(payload.get("temporary")),
        "created_at": moment(hub.world.now()),
    }
    guild.invites[made["code"]] = made
    shown = {key: value for key, value in made.items() if key not in {"guild", "channel", "type"}}
    hub.gateway.emit("INVITE_CREATE", {**shown, "channel_id": str(channel.id)}, guild)
    return made


def automod(hub: Hub, guild: Guild, rule: Json, user: User, action: Json, details: Json) -> None:
    """Gateway Events › Auto Moderation Action Execution, with the audit entry that goes with the action."""
    data: Json = {
        "guild_id": str(guild.id),
        "action": action,
        "rule_id": rule["id"],
        "rule_trigger_type": rule["trigger_type"],
        "user_id": str(user.id),
        "content": "",
        "matched_keyword": None,
        "matched_content": None,
        **details,
    }
    bare = {**data, "content": "", "matched_content": ""}
    hub.gateway.emit("AUTO_MODERATION_ACTION_EXECUTION", data, guild, bare=bare)
    options = {
        "auto_moderation_rule_name": rule["name"],
        "auto_moderation_rule_trigger_type": str(rule["trigger_type"]),
        "channel_id": details.get("channel_id", "0"),
    }
    kinds = {1: 143, 2: 144, 3: 145}
    if action["type"] in kinds:
        hub.audit(guild, kinds[action["type"]], user.id, user.id, options=options)
