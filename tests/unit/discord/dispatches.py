"""One well-formed payload of every kind that is read, as Discord documents them, and what reads them."""

import copy
from datetime import UTC, datetime
from typing import Any

from adapters.discord.frame import Frame
from adapters.discord.inbound import Inbound
from bot.events import Event

Json = dict[str, Any]
GUILD, CHANNEL, FORUM, THREAD, POST = "1000", "2000", "2001", "2500", "2600"
ME, ADA, BOB, OWNER, BOT = "9000", "175928847299117063", "175928847299117064", "9003", "9004"
MOD, ADMIN, ROOT, BOTS = "3001", "3002", "3003", "3004"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SPACE = f"discord:{GUILD}"


def user(native: str = ADA, **over: object) -> Json:
    return {"id": native, "username": f"user{native[-2:]}", "global_name": None, "discriminator": "0", **over}


def member(*roles: str, **over: object) -> Json:
    return {"nick": None, "roles": list(roles), "joined_at": "2025-01-01T00:00:00+00:00", "flags": 0, **over}


def role(native: str, name: str, permissions: int = 0, **over: object) -> Json:
    return {"id": native, "name": name, "permissions": str(permissions), "position": 1, **over}


def guild(**over: object) -> Json:
    return {
        "id": GUILD,
        "name": "Les Lilas",
        "owner_id": OWNER,
        "joined_at": "2026-01-01T00:00:00+00:00",
        "preferred_locale": "fr",
        "roles": [
            role(GUILD, "@everyone"),
            role(MOD, "Modération"),
            role(ADMIN, "Admin", 1 << 5),
            role(ROOT, "Root", 1 << 3),
            role(BOTS, "Helper", tags={"bot_id": BOT}),
        ],
        "channels": [
            {"id": CHANNEL, "type": 0, "name": "général", "last_message_id": "700"},
            {"id": FORUM, "type": 15, "name": "questions", "last_message_id": POST},
        ],
        "threads": [
            {"id": THREAD, "type": 11, "name": "suite", "parent_id": CHANNEL, "last_message_id": "701"},
            {"id": POST, "type": 11, "name": "Comment faire ?", "parent_id": FORUM, "last_message_id": POST},
        ],
        **over,
    }


def message(content: str = "bonjour", **over: object) -> Json:
    return {
        "id": "5000",
        "type": 0,
        "channel_id": CHANNEL,
        "guild_id": GUILD,
        "author": user(),
        "member": member(),
        "content": content,
        "timestamp": "2026-03-02T09:00:00.123000+00:00",
        "edited_timestamp": None,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        **over,
    }


def reaction(**over: object) -> Json:
    return {
        "user_id": ADA,
        "channel_id": CHANNEL,
        "message_id": "5000",
        "guild_id": GUILD,
        "member": {**member(), "user": user()},
        "emoji": {"id": None, "name": "👍"},
        "burst": False,
        "type": 0,
        **over,
    }


def entry(kind: int, **over: object) -> Json:
    return {
        "id": "7000",
        "guild_id": GUILD,
        "user_id": BOB,
        "target_id": ADA,
        "action_type": kind,
        "reason": "spam",
        **over,
    }


def automod(**over: object) -> Json:
    return {
        "guild_id": GUILD,
        "action": {"type": 1, "metadata": {}},
        "rule_id": "8000",
        "rule_trigger_type": 1,
        "user_id": ADA,
        "channel_id": CHANNEL,
        "message_id": "5000",
        "content": "vilain mot",
        "matched_keyword": "vilain",
        "matched_content": "vilain",
        **over,
    }


def joining(**over: object) -> Json:
    return {"guild_id": GUILD, "user": user(), **member(), **over}


GATHERING = {"guild_scheduled_event_id": "6000", "user_id": ADA, "guild_id": GUILD}
EVERY: dict[str, Json] = {
    "MESSAGE_CREATE": message(
        type=19, message_reference={"type": 0, "message_id": "4999", "channel_id": CHANNEL, "guild_id": GUILD}
    ),
    "MESSAGE_UPDATE": message("bonsoir", edited_timestamp="2026-03-02T09:05:00+00:00"),
    "MESSAGE_DELETE": {"id": "5000", "channel_id": CHANNEL, "guild_id": GUILD},
    "MESSAGE_DELETE_BULK": {"ids": ["5000", "5001"], "channel_id": CHANNEL, "guild_id": GUILD},
    "MESSAGE_REACTION_ADD": reaction(),
    "MESSAGE_REACTION_REMOVE": {key: value for key, value in reaction().items() if key != "member"},
    "GUILD_MEMBER_ADD": joining(),
    "GUILD_MEMBER_REMOVE": {"guild_id": GUILD, "user": user()},
    "GUILD_MEMBER_UPDATE": joining(nick="Ada L."),
    "CHANNEL_CREATE": {"id": "2100", "type": 0, "guild_id": GUILD, "name": "annonces", "position": 1},
    "THREAD_CREATE": {
        "id": "2700",
        "type": 11,
        "guild_id": GUILD,
        "parent_id": CHANNEL,
        "owner_id": ADA,
        "name": "fil",
        "newly_created": True,
        "thread_metadata": {"archived": False},
    },
    "GUILD_AUDIT_LOG_ENTRY_CREATE": entry(20),
    "AUTO_MODERATION_ACTION_EXECUTION": automod(),
    "GUILD_SCHEDULED_EVENT_USER_ADD": GATHERING,
    "GUILD_SCHEDULED_EVENT_USER_REMOVE": GATHERING,
    "GUILD_CREATE": guild(),
    "GUILD_DELETE": {"id": GUILD},
}
"""One that says something, of every kind."""


class Reading:
    """An `Inbound` that already knows the server, and counts deliveries like a gateway does."""

    def __init__(self) -> None:
        self.inbound = Inbound()
        self.number = 1
        self.inbound.events("READY", {"user": {"id": ME}}, self.frame)
        tuple(self.inbound.events("GUILD_CREATE", guild(), self.frame))

    def frame(self, _guild: str) -> Frame:
        return Frame(NOW, "abc", self.number)

    def __call__(self, kind: str, data: Json | None = None) -> list[Event]:
        self.number += 1
        return list(self.inbound.events(kind, copy.deepcopy(EVERY[kind] if data is None else data), self.frame))
