"""The Events API: which events there are, who gets them, and the wrapper around each."""

from dataclasses import dataclass

from tests.wire.slack.server import shapes
from tests.wire.slack.server.delivery import Delivery, Outbox
from tests.wire.slack.server.world import Channel, Installation, Json, Message, World


@dataclass(frozen=True, slots=True)
class Event:
    """What an event asks of the app; `inside` where the bot has to be in the conversation."""

    scopes: tuple[str, ...]
    section: str
    inside: bool = False


def _read(*scopes: str) -> tuple[str, ...]:
    return tuple(f"{one}:read" for one in scopes)


EVENTS: dict[str, Event] = {
    "message.channels": Event(("channels:history",), "Events › message.channels", inside=True),
    "message.groups": Event(("groups:history",), "Events › message.groups", inside=True),
    "message.im": Event(("im:history",), "Events › message.im", inside=True),
    "message.mpim": Event(("mpim:history",), "Events › message.mpim", inside=True),
    "app_mention": Event(("app_mentions:read",), "Events › app_mention", inside=True),
    "reaction_added": Event(("reactions:read",), "Events › reaction_added", inside=True),
    "reaction_removed": Event(("reactions:read",), "Events › reaction_removed", inside=True),
    "member_joined_channel": Event(_read("channels", "groups"), "Events › member_joined_channel", inside=True),
    "member_left_channel": Event(_read("channels", "groups"), "Events › member_left_channel", inside=True),
    "pin_added": Event(("pins:read",), "Events › pin_added", inside=True),
    "pin_removed": Event(("pins:read",), "Events › pin_removed", inside=True),
    "file_shared": Event(("files:read",), "Events › file_shared", inside=True),
    "channel_created": Event(("channels:read",), "Events › channel_created"),
    "channel_rename": Event(("channels:read",), "Events › channel_rename"),
    "channel_archive": Event(("channels:read",), "Events › channel_archive"),
    "channel_unarchive": Event(("channels:read",), "Events › channel_unarchive"),
    "channel_deleted": Event(("channels:read",), "Events › channel_deleted"),
    "group_rename": Event(("groups:read",), "Events › group_rename", inside=True),
    "group_archive": Event(("groups:read",), "Events › group_archive", inside=True),
    "group_unarchive": Event(("groups:read",), "Events › group_unarchive", inside=True),
    "group_deleted": Event(("groups:read",), "Events › group_deleted", inside=True),
    "team_join": Event(("users:read",), "Events › team_join"),
    "user_change": Event(("users:read",), "Events › user_change"),
    "user_profile_changed": Event(("users.profile:read",), "Events › user_profile_changed"),
    "subteam_created": Event(("usergroups:read",), "Events › subteam_created"),
    "subteam_updated": Event(("usergroups:read",), "Events › subteam_updated"),
    "subteam_members_changed": Event(("usergroups:read",), "Events › subteam_members_changed"),
    "app_home_opened": Event((), "Events › app_home_opened"),
    "app_uninstalled": Event((), "Events › app_uninstalled"),
    "tokens_revoked": Event((), "Events › tokens_revoked"),
}
# Subtypes of `message` that the server sends.
SUBTYPES = {
    "bot_message": "Events › message › bot_message",
    "me_message": "Events › message › me_message",
    "message_changed": "Events › message › message_changed",
    "message_deleted": "Events › message › message_deleted",
    "thread_broadcast": "Events › message › thread_broadcast",
    "file_share": "Events › message › file_share",
    "channel_join": "Events › message › channel_join",
    "channel_leave": "Events › message › channel_leave",
    "channel_topic": "Events › message › channel_topic",
    "channel_purpose": "Events › message › channel_purpose",
    "channel_name": "Events › message › channel_name",
    "channel_archive": "Events › message › channel_archive",
    "channel_unarchive": "Events › message › channel_unarchive",
}
LAST_WORDS = frozenset({"app_uninstalled", "tokens_revoked"})


class Emitter:
    """Sends events to whichever installation may have them."""

    def __init__(self, world: World, outbox: Outbox) -> None:
        self.world = world
        self.outbox = outbox
        self.silent = False

    def emit(self, event: Json, *, team_id: str = "", channel: Channel | None = None) -> Delivery | None:
        """Sends an event once, however many workspaces of a shared channel have the app."""
        name = str(event["type"])
        if name == "message" and channel is not None:
            name = f"message.{channel.family}"
        if self.silent or name not in self.world.app.subscribed:
            return None
        for installation in self._candidates(team_id, channel):
            if self._may_have(installation, name, channel):
                return self.outbox.post(Delivery("events_api", self.wrapped(event, installation, channel)))
        return None

    def _candidates(self, team_id: str, channel: Channel | None) -> list[Installation]:
        teams = [team_id] if channel is None else [channel.team_id, *sorted(channel.teams - {channel.team_id})]
        return [self.world.installations[one] for one in teams if one in self.world.installations]

    def _may_have(self, installation: Installation, name: str, channel: Channel | None) -> bool:
        rule = EVENTS[name]
        if not installation.active and name not in LAST_WORDS:
            return False
        if rule.scopes and not installation.scopes & set(rule.scopes):
            return False
        return not (rule.inside and channel is not None and installation.user_id not in channel.members)

    def wrapped(self, event: Json, installation: Installation, channel: Channel | None) -> Json:
        """Events API › Callback field overview."""
        app, team = self.world.app, self.world.teams[installation.team_id]
        shared = channel is not None and channel.shared
        body: Json = {
            "token": app.verification_token,
            "team_id": team.id,
            "api_app_id": app.id,
            "event": event if "event_ts" in event or event["type"] in LAST_WORDS else event | self._stamp(),
            "type": "event_callback",
            "event_id": self.world.id("Ev"),
            "event_time": int(self.world.now()),
            "authorizations": [
                {
                    "enterprise_id": team.enterprise_id,
                    "team_id": team.id,
                    "user_id": installation.user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": shared,
            "event_context": f"4-{self.world.id('')}",
        }
        if shared:
            body |= {"context_team_id": team.id, "context_enterprise_id": team.enterprise_id}
        return body

    def _stamp(self) -> Json:
        return {"event_ts": self.world.ts()}

    # Messages

    def message(self, channel: Channel, message: Message) -> None:
        """A new message."""
        told = shapes.message(self.world, message) | _place(channel, message.ts)
        if message.broadcast and message.thread_ts:
            parent = channel.messages[message.thread_ts]
            told |= {"subtype": "thread_broadcast", "root": shapes.message(self.world, parent)}
        self.emit(told, channel=channel)

    def changed(self, channel: Channel, now: Json, before: Json) -> None:
        """message_changed: Slack hides it, the new and the old message are inside."""
        stamp = self.world.ts()
        inside = {"message": now, "previous_message": before}
        told = {"type": "message", "subtype": "message_changed", "hidden": True, "ts": stamp} | inside
        self.emit(told | _place(channel, stamp), channel=channel)

    def deleted(self, channel: Channel, before: Json) -> None:
        """message_deleted: what was there is inside."""
        stamp = self.world.ts()
        told = {"type": "message", "subtype": "message_deleted", "hidden": True, "ts": stamp}
        told |= {"deleted_ts": before["ts"], "previous_message": before}
        self.emit(told | _place(channel, stamp), channel=channel)

    def mention(self, channel: Channel, message: Message) -> None:
        """app_mention: somebody named the bot where it is."""
        told = shapes.message(self.world, message) | {"type": "app_mention", "channel": channel.id}
        told.pop("subtype", None)
        self.emit(told | {"event_ts": message.ts}, channel=channel)


def _place(channel: Channel, stamp: str) -> Json:
    return {"channel": channel.id, "event_ts": stamp, "channel_type": channel.channel_type}
