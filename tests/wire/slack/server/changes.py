"""What happens in conversations, whoever causes it: the state changes, events go out, people are notified."""

from typing import Any

from tests.wire.slack.server import emojis, mentions, shapes
from tests.wire.slack.server.delivery import Outbox
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.events import Emitter
from tests.wire.slack.server.mentions import Ping
from tests.wire.slack.server.world import Channel, File, Json, Message, User, World

MOST_EMOJI, MOST_BY_ONE = 50, 23


class Changes:
    """The state, and everybody who has to hear of changes to it."""

    def __init__(self, world: World, outbox: Outbox) -> None:
        self.world = world
        self.events = Emitter(world, outbox)
        self.pings: list[Ping] = []

    # Messages

    def post(self, channel: Channel, message: Message) -> Message:
        """A message appears; a reply is counted where its thread begins."""
        channel.messages[message.ts] = message
        if message.reply and message.thread_ts:
            parent = channel.messages[message.thread_ts]
            parent.thread_ts = parent.ts
            parent.replies.append(message.ts)
        self.pings += mentions.pings(self.world, channel, message)
        self.events.message(channel, message)
        self._tell_mention(channel, message)
        return message

    def _tell_mention(self, channel: Channel, message: Message) -> None:
        if channel.kind == "im" or (message.subtype and message.subtype != "file_share"):
            return
        for installation in self.world.installations.values():
            if message.user != installation.user_id and mentions.mentions(message, installation.user_id):
                self.events.mention(channel, message)
                return

    def note(self, channel: Channel, user: User, subtype: str, text: str, **more: Any) -> Message:
        """A message that Slack itself writes about somebody."""
        made = Message(self.world.ts(), channel.id, user.team_id, user.id, text, subtype, more=more)
        channel.messages[made.ts] = made
        self.events.message(channel, made)
        return made

    def edit(self, channel: Channel, message: Message, editor: User, changed: Json) -> Message:
        """A message gets other words, blocks or attachments."""
        before = shapes.message(self.world, message)
        for name, value in changed.items():
            setattr(message, name, value)
        message.edited = (editor.id, self.world.ts())
        self.events.changed(channel, shapes.message(self.world, message), before)
        return message

    def unfurl(self, channel: Channel, message: Message, attachment: Json) -> None:
        """Slack adds the preview of a link: the message changes, but nobody has edited it."""
        before = shapes.message(self.world, message)
        message.attachments = [*message.attachments, {"id": 1, "fallback": "", **attachment}]
        self.events.changed(channel, shapes.message(self.world, message), before)

    def delete(self, channel: Channel, message: Message) -> None:
        """A message goes; where a thread hangs from it, a tombstone stays."""
        before = shapes.message(self.world, message)
        if message.replies:
            message.text, message.subtype, message.user = "This message was deleted.", "tombstone", "USLACKBOT"
            message.blocks, message.attachments, message.files, message.reactions = [], [], [], {}
            message.client_msg_id = message.bot_id = message.app_id = message.edited = None
            message.more = {"hidden": True}
            self.events.changed(channel, shapes.message(self.world, message), before)
            return
        del channel.messages[message.ts]
        channel.pins.pop(message.ts, None)
        if message.reply and message.thread_ts in channel.messages:
            channel.messages[message.thread_ts].replies.remove(message.ts)
        self.events.deleted(channel, before)

    def emoji(self, team_id: str, name: str) -> str:
        """The name of an emoji that the workspace has."""
        if not emojis.known(name, self.world.teams[team_id].emoji):
            raise SlackError("invalid_name")
        return name

    def react(self, channel: Channel, message: Message, user: User, name: str) -> None:
        """Somebody reacts, once with each emoji."""
        name = self.emoji(user.team_id, name)
        given = message.reactions.get(name, [])
        if user.id in given:
            raise SlackError("already_reacted")
        if name not in message.reactions and len(message.reactions) >= MOST_EMOJI:
            raise SlackError("too_many_emoji")
        if sum(user.id in who for who in message.reactions.values()) >= MOST_BY_ONE:
            raise SlackError("too_many_reactions")
        message.reactions.setdefault(name, []).append(user.id)
        self._tell_reaction("reaction_added", channel, message, user, name)

    def unreact(self, channel: Channel, message: Message, user: User, name: str) -> None:
        """Somebody takes a reaction of their own back; there is no way to remove another's."""
        given = message.reactions.get(name, [])
        if user.id not in given:
            raise SlackError("no_reaction")
        given.remove(user.id)
        if not given:
            del message.reactions[name]
        self._tell_reaction("reaction_removed", channel, message, user, name)

    def _tell_reaction(self, kind: str, channel: Channel, message: Message, user: User, name: str) -> None:
        item = {"type": "message", "channel": channel.id, "ts": message.ts}
        told: Json = {"type": kind, "user": user.id, "reaction": name, "item": item}
        if message.user is not None:
            told["item_user"] = message.user
        self.events.emit(told, channel=channel)

    # Conversations

    def join(self, channel: Channel, user: User, inviter: User | None = None) -> None:
        """Somebody enters a conversation, alone or invited."""
        channel.members[user.id] = self.world.now()
        channel.teams.add(user.team_id)
        invited = {} if inviter is None else {"inviter": inviter.id}
        if channel.kind in {"public", "private"}:
            self.note(channel, user, "channel_join", f"<@{user.id}> has joined the channel", **invited)
            self._tell_membership("member_joined_channel", channel, user, **invited)

    def leave(self, channel: Channel, user: User) -> None:
        """Somebody leaves or is removed; Slack tells this the same way."""
        if channel.kind in {"public", "private"}:
            self.note(channel, user, "channel_leave", f"<@{user.id}> has left the channel")
        self._tell_membership("member_left_channel", channel, user)
        channel.members.pop(user.id, None)

    def _tell_membership(self, kind: str, channel: Channel, user: User, **more: str) -> None:
        letter = "C" if channel.kind == "public" else "G"
        told = {"type": kind, "user": user.id, "channel": channel.id, "channel_type": letter, "team": user.team_id}
        self.events.emit(told | more, channel=channel)

    def created(self, channel: Channel) -> None:
        """A public channel begins; of private ones nobody is told."""
        told = {"id": channel.id, "name": channel.name, "created": channel.created, "creator": channel.creator}
        told |= {"is_channel": True, "is_shared": False, "context_team_id": channel.team_id}
        if channel.kind == "public":
            self.events.emit({"type": "channel_created", "channel": told}, team_id=channel.team_id)

    def rename(self, channel: Channel, user: User, name: str) -> None:
        """A channel is called something else from now on."""
        channel.previous_names.insert(0, channel.name)
        old, channel.name = channel.name, name
        text = f'has renamed the channel from "{old}" to "{name}"'
        self.note(channel, user, "channel_name", text, old_name=old, name=name)
        told = {"id": channel.id, "name": name, "created": channel.created}
        self._tell(channel, "rename", {"channel": told})

    def set_topic(self, channel: Channel, user: User, value: str, what: str = "topic") -> None:
        """A channel gets another topic or purpose."""
        setattr(channel, what, {"value": value, "creator": user.id, "last_set": int(self.world.now())})
        self.note(channel, user, f"channel_{what}", f"set the channel {what} to: {value}", **{what: value})

    def archive(self, channel: Channel, user: User, *, archived: bool = True) -> None:
        """A channel is archived, or brought back."""
        word = "archive" if archived else "unarchive"
        if archived:
            self.note(channel, user, "channel_archive", "archived the channel")
        channel.archived = archived
        if not archived:
            self.note(channel, user, "channel_unarchive", "unarchived the channel")
        self._tell(channel, word, {"channel": channel.id, "user": user.id})

    def remove(self, channel: Channel, user: User) -> None:
        """A channel is deleted for good."""
        del self.world.channels[channel.id]
        self._tell(channel, "deleted", {"channel": channel.id, "actor_id": user.id})

    def _tell(self, channel: Channel, what: str, told: Json) -> None:
        prefix = "channel" if channel.kind == "public" else "group"
        self.events.emit({"type": f"{prefix}_{what}", **told}, channel=channel)

    # People and files

    def user_changed(self, user: User) -> None:
        """Somebody has another name, role or state."""
        user.updated = int(self.world.now())
        told = shapes.user(user, email=self._emails(user.team_id))
        for kind in ("user_change", "user_profile_changed"):
            self.events.emit({"type": kind, "user": told, "cache_ts": user.updated}, team_id=user.team_id)

    def team_joined(self, user: User) -> None:
        """Somebody new is in the workspace."""
        told = shapes.user(user, email=self._emails(user.team_id))
        self.events.emit({"type": "team_join", "user": told}, team_id=user.team_id)

    def _emails(self, team_id: str) -> bool:
        installation = self.world.installations.get(team_id)
        return installation is not None and "users:read.email" in installation.scopes

    def shared(self, channel: Channel, file: File, message: Message) -> None:
        """A file is in a channel: a message says so, and an event of its own."""
        file.shares[channel.id] = message.ts
        told: Json = {"type": "file_shared", "file_id": file.id, "user_id": file.user, "file": {"id": file.id}}
        self.events.emit(told | {"channel_id": channel.id}, channel=channel)
