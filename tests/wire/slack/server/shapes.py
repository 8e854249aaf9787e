"""Objects as the API tells of them."""

import re
from typing import Any

from tests.wire.slack.server.world import Channel, File, Json, Message, Team, User, UserGroup, World


def user(found: User, *, email: bool = False) -> Json:
    """Types › User."""
    shown = found.display_name or found.name
    profile: Json = {
        "real_name": found.real_name,
        "display_name": found.display_name,
        "real_name_normalized": found.real_name,
        "display_name_normalized": shown,
        "team": found.team_id,
    }
    if email:
        profile["email"] = found.email
    if found.bot:
        profile |= {"bot_id": found.bot_id, "api_app_id": found.app_id}
    told: Json = {
        "id": found.id,
        "team_id": found.team_id,
        "name": found.name,
        "deleted": found.deleted,
        "profile": profile,
        "is_bot": found.bot,
        "is_app_user": False,
        "updated": found.updated,
    }
    if not found.deleted:
        told |= {
            "real_name": found.real_name,
            "tz": found.tz,
            "tz_label": found.tz,
            "tz_offset": found.tz_offset,
            "is_admin": found.manages,
            "is_owner": found.role == "owner",
            "is_primary_owner": False,
            "is_restricted": found.role in {"guest", "single"},
            "is_ultra_restricted": found.role == "single",
        }
    return told


def team(found: Team) -> Json:
    """Types › Team, as `team.info` tells it."""
    told: Json = {
        "id": found.id,
        "name": found.name,
        "domain": found.domain,
        "url": f"https://{found.domain}.slack.com/",
        "email_domain": "",
        "icon": {"image_default": True},
    }
    if found.enterprise_id:
        told |= {"enterprise_id": found.enterprise_id, "enterprise_name": found.name}
    return told


def conversation(world: World, found: Channel, viewer: User, *, members: bool = False) -> Json:
    """Types › Conversation, as somebody sees it."""
    if found.kind == "im":
        other = next((one for one in found.members if one != viewer.id), viewer.id)
        return {
            "id": found.id,
            "created": found.created,
            "is_archived": found.archived,
            "is_im": True,
            "is_org_shared": False,
            "context_team_id": viewer.team_id,
            "user": other,
            "is_user_deleted": world.users[other].deleted,
            "priority": 0,
        }
    told: Json = {
        "id": found.id,
        "name": found.name,
        "is_channel": found.kind == "public",
        "is_group": found.kind == "private",
        "is_im": False,
        "is_mpim": found.kind == "mpim",
        "is_private": found.kind != "public",
        "created": found.created,
        "is_archived": found.archived,
        "is_general": found.general,
        "unlinked": 0,
        "name_normalized": found.name,
        "is_shared": found.shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "pending_shared": [],
        "context_team_id": viewer.team_id,
        "creator": found.creator,
        "is_ext_shared": found.shared,
        "shared_team_ids": sorted(found.teams),
        "is_member": viewer.id in found.members,
        "topic": found.topic,
        "purpose": found.purpose,
        "previous_names": found.previous_names,
    }
    if members:
        told["num_members"] = len(found.members)
    return told


def message(world: World, found: Message, *, metadata: bool = False) -> Json:
    """Events › message: a message as history and events tell it, without its place."""
    told: Json = {"type": "message"}
    if found.subtype:
        told["subtype"] = found.subtype
    if found.user is not None:
        told["user"] = found.user
    told |= {"text": found.text, "ts": found.ts}
    if found.team_id and found.subtype is None:
        told["team"] = found.team_id
    optional: Json = {
        "client_msg_id": found.client_msg_id,
        "bot_id": found.bot_id,
        "app_id": found.app_id,
        "username": found.username,
        "thread_ts": found.thread_ts,
        "blocks": found.blocks or None,
        "attachments": found.attachments or None,
    }
    told |= {name: value for name, value in optional.items() if value is not None}
    if found.bot_id and found.subtype is None:
        told["bot_profile"] = bot_profile(world, found)
    if found.files:
        told |= {"files": [file(world, world.files[one]) for one in found.files], "upload": False}
    if found.edited:
        told["edited"] = {"user": found.edited[0], "ts": found.edited[1]}
    if found.reactions:
        told["reactions"] = reactions(found)
    if metadata and found.metadata:
        told["metadata"] = found.metadata
    return told | thread(world, found) | found.more


def thread(world: World, found: Message) -> Json:
    """What a message tells of its thread: counts at the beginning, the beginning's author in replies."""
    if found.reply and found.thread_ts:
        parent = world.channels[found.channel_id].messages.get(found.thread_ts)
        return {"parent_user_id": parent.user} if parent is not None and parent.user else {}
    if not found.replies:
        return {}
    written = [world.channels[found.channel_id].messages[one] for one in found.replies]
    people = list(dict.fromkeys(one.user for one in written if one.user))
    return {
        "reply_count": len(written),
        "reply_users_count": len(people),
        "reply_users": people[:5],
        "latest_reply": found.replies[-1],
        "is_locked": False,
        "subscribed": False,
    }


def reactions(found: Message) -> list[Json]:
    """Reactions with who gave them."""
    return [{"name": name, "users": list(who), "count": len(who)} for name, who in found.reactions.items()]


def bot_profile(world: World, found: Message) -> Json:
    """What a bot's message says of the bot."""
    return {
        "id": found.bot_id,
        "deleted": False,
        "name": world.app.name,
        "updated": 0,
        "app_id": found.app_id,
        "team_id": found.team_id,
    }


def file(world: World, found: File) -> Json:
    """Types › File; what was deleted tells nothing but that."""
    if found.deleted:
        return {"id": found.id, "mode": "tombstone"}
    kind = found.name.rpartition(".")[2].lower() if "." in found.name else "text"
    shares: dict[str, dict[str, list[Json]]] = {}
    for channel_id, ts in found.shares.items():
        where = "public" if world.channels[channel_id].kind == "public" else "private"
        shares.setdefault(where, {})[channel_id] = [{"ts": ts, "team_id": found.team_id}]
    return {
        "id": found.id,
        "created": found.created,
        "timestamp": found.created,
        "name": found.name,
        "title": found.title or found.name,
        "mimetype": "text/plain" if kind in {"txt", "text", "csv"} else "application/octet-stream",
        "filetype": kind,
        "pretty_type": kind.upper(),
        "user": found.user,
        "user_team": found.team_id,
        "editable": False,
        "size": found.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": any(world.channels[one].kind == "public" for one in found.shares),
        "url_private": f"{world.files_url}/files-pri/{found.team_id}-{found.id}/{found.name}",
        "url_private_download": f"{world.files_url}/files-pri/{found.team_id}-{found.id}/download/{found.name}",
        "permalink": f"https://{world.teams[found.team_id].domain}.slack.com/files/{found.user}/{found.id}",
        "channels": [one for one in found.shares if world.channels[one].kind == "public"],
        "groups": [one for one in found.shares if world.channels[one].kind in {"private", "mpim"}],
        "ims": [one for one in found.shares if world.channels[one].kind == "im"],
        "shares": shares,
    }


def group(found: UserGroup, *, users: bool = True) -> Json:
    """Types › Usergroup."""
    told: Json = {
        "id": found.id,
        "team_id": found.team_id,
        "is_usergroup": True,
        "name": found.name,
        "description": "",
        "handle": found.handle,
        "is_external": False,
        "date_create": found.created,
        "date_update": found.updated,
        "date_delete": found.updated if found.disabled else 0,
        "auto_type": None,
        "prefs": {"channels": [], "groups": []},
        "user_count": len(found.users),
    }
    return told | ({"users": list(found.users)} if users else {})


def permalink(world: World, channel: Channel, found: Message) -> str:
    """Where a browser finds a message."""
    place = f"https://{world.teams[channel.team_id].domain}.slack.com/archives/{channel.id}"
    address = f"{place}/p{found.ts.replace('.', '')}"
    return f"{address}?thread_ts={found.thread_ts}&cid={channel.id}" if found.reply else address


_PIECES = re.compile(r"<([@#!])([^>|]+)(?:\|[^>]*)?>|:([a-z0-9_+-]+):")


def rich_text(text: str, block_id: str) -> list[Json]:
    """The block that Slack's own client makes of what somebody writes."""
    pieces: list[Json] = []
    at = 0
    for found in _PIECES.finditer(text):
        if found.start() > at:
            pieces.append({"type": "text", "text": plain(text[at : found.start()])})
        pieces.append(_piece(found))
        at = found.end()
    if at < len(text) or not pieces:
        pieces.append({"type": "text", "text": plain(text[at:])})
    section = {"type": "rich_text_section", "elements": pieces}
    return [{"type": "rich_text", "block_id": block_id, "elements": [section]}]


def _piece(found: "re.Match[str]") -> Json:
    sign, name, emoji = found.groups()
    if emoji:
        return {"type": "emoji", "name": emoji}
    if sign == "@":
        return {"type": "user", "user_id": name}
    if sign == "#":
        return {"type": "channel", "channel_id": name}
    if name.startswith("subteam^"):
        return {"type": "usergroup", "usergroup_id": name.partition("^")[2]}
    if name in {"here", "channel", "everyone"}:
        return {"type": "broadcast", "range": name}
    return {"type": "text", "text": plain(found.group())}


def plain(text: str) -> str:
    """Text without the three escapes of mrkdwn."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def named(found: Any) -> str:
    """An id, whether the object is given or its id."""
    return found if isinstance(found, str) else str(found.id)
