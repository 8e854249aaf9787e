"""What people do without the app: write, react, join, share files, and manage the workspace by hand."""

import uuid
from collections.abc import Callable

from tests.wire.slack.server import opening, shapes
from tests.wire.slack.server.calls import Server
from tests.wire.slack.server.changes import Changes
from tests.wire.slack.server.errors import ImpossibleError, SlackError
from tests.wire.slack.server.world import Channel, File, Json, Message, Role, Team, User, UserGroup, World

MOST_WRITTEN = 12_000


class People:
    """Acts as people; whatever their clients would not let them do is `ImpossibleError`."""

    world: World
    changes: Changes
    state: Server
    team: Team

    def where(self, message: Message) -> Channel:
        """The conversation that a message stands in."""
        return self.world.channels[message.channel_id]

    def dm(self, user: User, other: User | None = None) -> Channel:
        """The conversation between somebody and the bot, or somebody else."""
        if other is None:
            if user.team_id not in self.world.installations:
                raise ImpossibleError(f"the app is not in {user.name}'s workspace")
            other = self.world.bot(user.team_id)
        return opening.between(self.world, [user, other])[0]

    def mpim(self, *users: User, bot: bool = True) -> Channel:
        """A conversation between several people, with the bot unless `bot` is false."""
        if not 2 <= len(users) <= 8:
            raise ImpossibleError("two to eight people")
        return opening.between(self.world, [*users, *([self.world.bot(users[0].team_id)] if bot else [])])[0]

    def post(
        self,
        user: User,
        channel: Channel,
        text: str,
        *,
        thread: Message | None = None,
        broadcast: bool = False,
        me: bool = False,
    ) -> Message:
        """Somebody writes a message; mentions are given as the client escapes them: `<@U…>`."""
        self._may_write(user, channel)
        if not text.strip() or len(text) > MOST_WRITTEN:
            raise ImpossibleError("the client does not send that text")
        made = Message(self.world.ts(), channel.id, user.team_id, user.id, text)
        made.client_msg_id = str(uuid.uuid4())
        made.subtype = "me_message" if me else None
        made.blocks = [] if me else shapes.rich_text(text, self.world.id("b"))
        if thread is not None:
            made.thread_ts = thread.thread_ts or thread.ts
            if made.thread_ts not in channel.messages:
                raise ImpossibleError("that thread is gone")
            made.broadcast = broadcast
        return self.changes.post(channel, made)

    def post_webhook(self, channel: Channel, name: str, text: str) -> Message:
        """An integration writes: a bot_message, which is nobody's account."""
        made = Message(self.world.ts(), channel.id, channel.team_id, None, text, "bot_message")
        made.bot_id, made.username = self.world.id("B"), name
        return self.changes.post(channel, made)

    def _may_write(self, user: User, channel: Channel) -> None:
        if user.deleted:
            raise ImpossibleError(f"{user.name} is deactivated")
        if user.id not in channel.members:
            raise ImpossibleError(f"{user.name} is not in {channel.name or channel.id}")
        if channel.archived:
            raise ImpossibleError(f"{channel.name} is archived")
        if channel.read_only and not user.manages:
            raise ImpossibleError(f"{channel.name} is read-only")
        with_app = any(self.world.users[one].app_id == self.world.app.id for one in channel.members)
        if channel.kind == "im" and with_app and not self.world.app.messages_tab:
            raise ImpossibleError("the app takes no messages")

    def edit(self, user: User, message: Message, text: str) -> Message:
        """An author edits a message."""
        channel = self._there(message)
        if message.user != user.id:
            raise ImpossibleError("that message is somebody else's")
        window = self.world.within(user).edit_window
        if window is not None and self.world.now() - float(message.ts) > window:
            raise ImpossibleError("messages may not be edited any more")
        changed: Json = {"text": text, "blocks": shapes.rich_text(text, self.world.id("b"))}
        return self.changes.edit(channel, message, user, changed)

    def delete(self, user: User, message: Message) -> None:
        """Somebody deletes a message: an author their own, an owner or admin anybody's."""
        channel = self._there(message)
        if message.user != user.id and not user.manages:
            raise ImpossibleError("that message is somebody else's")
        self.changes.delete(channel, message)

    def _there(self, message: Message) -> Channel:
        channel = self.where(message)
        if message.ts not in channel.messages:
            raise ImpossibleError("that message is gone")
        return channel

    def react(self, user: User, message: Message, name: str) -> None:
        """Somebody reacts to a message that they can see."""
        channel = self._there(message)
        if user.id not in channel.members:
            raise ImpossibleError(f"{user.name} is not in {channel.name or channel.id}")
        self._refused(lambda: self.changes.react(channel, message, user, name))

    def unreact(self, user: User, message: Message, name: str) -> None:
        """Somebody takes a reaction back."""
        self._refused(lambda: self.changes.unreact(self._there(message), message, user, name))

    def _refused(self, do: Callable[[], None]) -> None:
        try:
            do()
        except SlackError as error:
            raise ImpossibleError(error.code) from None

    def unfurl(self, message: Message, title: str = "A page") -> None:
        """Slack adds the preview of a link: the message changes, but nobody has edited it."""
        self.changes.unfurl(self._there(message), message, {"title": title, "from_url": "https://example.org"})

    def pin(self, user: User, message: Message) -> None:
        """Somebody pins a message."""
        channel = self._there(message)
        channel.pins[message.ts] = user.id
        item = {"type": "message", "channel": channel.id, "message": shapes.message(self.world, message)}
        told = {"type": "pin_added", "user": user.id, "channel_id": channel.id, "item": item}
        self.changes.events.emit(told, channel=channel)

    def share_file(
        self, user: User, channel: Channel, name: str, content: bytes, text: str = "", *, thread: Message | None = None
    ) -> Message:
        """Somebody uploads a file into a conversation."""
        self._may_write(user, channel)
        file = File(self.world.id("F"), user.team_id, user.id, name, len(content), name, content, complete=True)
        file.created = int(self.world.now())
        self.world.files[file.id] = file
        made = Message(self.world.ts(), channel.id, user.team_id, user.id, text, "file_share", files=[file.id])
        made.thread_ts = None if thread is None else thread.thread_ts or thread.ts
        file.shares[channel.id] = made.ts
        self.changes.post(channel, made)
        self.changes.shared(channel, file, made)
        return made

    # Conversations

    def create_channel(self, user: User, name: str, *, private: bool = False) -> Channel:
        """Somebody makes a channel and is in it."""
        if user.role in {"guest", "single"}:
            raise ImpossibleError("guests make no channels")
        made = Channel(
            self.world.id("C"), user.team_id, "private" if private else "public", name, user.id, int(self.world.now())
        )
        made.teams.add(user.team_id)
        self.world.channels[made.id] = made
        self.changes.created(made)
        self.changes.join(made, user)
        return made

    def join(self, user: User, channel: Channel) -> None:
        """Somebody enters a public channel."""
        if not self.world.sees(user, channel) or channel.archived:
            raise ImpossibleError(f"{user.name} cannot join {channel.name}")
        self.changes.join(channel, user)

    def leave(self, user: User, channel: Channel) -> None:
        """Somebody leaves a channel."""
        if user.id not in channel.members or channel.general:
            raise ImpossibleError(f"{user.name} cannot leave {channel.name}")
        self.changes.leave(channel, user)

    def invite(self, by: User, user: User, channel: Channel) -> None:
        """Somebody brings somebody in, the bot as well."""
        if by.id not in channel.members:
            raise ImpossibleError(f"{by.name} is not in {channel.name}")
        self.changes.join(channel, user, by)

    def kick(self, by: User, user: User, channel: Channel) -> None:
        """Somebody is removed from a channel by hand."""
        everyone = channel.kind == "private" or self.world.within(by).public_removal == "everyone"
        if channel.general or user.id not in channel.members or not (by.manages or everyone):
            raise ImpossibleError(f"{by.name} cannot remove {user.name}")
        self.changes.leave(channel, user)

    def rename_channel(self, by: User, channel: Channel, name: str) -> None:
        """Somebody gives a channel another name."""
        self.changes.rename(channel, by, name)

    def set_topic(self, by: User, channel: Channel, topic: str) -> None:
        """Somebody gives a channel another topic."""
        self.changes.set_topic(channel, by, topic)

    def archive(self, by: User, channel: Channel, *, archived: bool = True) -> None:
        """Somebody archives a channel, or brings it back."""
        self.changes.archive(channel, by, archived=archived)

    def delete_channel(self, by: User, channel: Channel) -> None:
        """An owner or admin deletes a channel."""
        if not by.manages:
            raise ImpossibleError(f"{by.name} deletes no channels")
        self.changes.remove(channel, by)

    # The workspace

    def _changed(self, user: User) -> User:
        self.changes.user_changed(user)
        return user

    def rename_user(self, user: User, *, name: str = "", real_name: str = "", display_name: str = "") -> User:
        """Somebody is called something else."""
        user.name, user.real_name = name or user.name, real_name or user.real_name
        user.display_name = display_name or user.display_name
        return self._changed(user)

    def make_admin(self, user: User, role: Role = "admin") -> User:
        """Somebody gets another role."""
        user.role = role
        return self._changed(user)

    def deactivate(self, user: User) -> User:
        """Somebody's account is closed; what was written to them alone stays theirs."""
        user.deleted = True
        for channel in self.world.channels.values():
            if channel.kind not in ("im", "mpim"):
                channel.members.pop(user.id, None)
        for token in self.world.tokens.values():
            if token.user_id == user.id:
                token.state = "account_inactive"
        return self._changed(user)

    def activate(self, user: User) -> User:
        """A closed account is opened again: whoever it is enters #general, as everybody does."""
        user.deleted = False
        for channel in self.world.channels.values():
            if channel.general and channel.team_id == user.team_id:
                channel.members[user.id] = self.world.now()
        return self._changed(user)

    def joined(self, user: User) -> User:
        """Somebody whom a test has just added is told of as new: team_join."""
        self.changes.team_joined(user)
        return user

    def create_group(self, by: User, handle: str, *users: User) -> UserGroup:
        """Somebody makes a user group."""
        now = int(self.world.now())
        made = UserGroup(self.world.id("S"), by.team_id, handle.title(), handle, [one.id for one in users], now, now)
        self.world.within(by).groups[made.id] = made
        self.changes.events.emit({"type": "subteam_created", "subteam": shapes.group(made)}, team_id=by.team_id)
        return made

    def add_to_group(self, group: UserGroup, user: User, *, removed: bool = False) -> None:
        """Somebody is put into a user group, or taken out."""
        before, group.updated = group.updated, int(self.world.now())
        if removed:
            group.users.remove(user.id)
        else:
            group.users.append(user.id)
        added, gone = ([], [user.id]) if removed else ([user.id], [])
        told: Json = {"type": "subteam_members_changed", "subteam_id": group.id, "team_id": group.team_id}
        told |= {"date_previous_update": before, "date_update": group.updated}
        told |= {"added_users": added, "added_users_count": str(len(added))}
        told |= {"removed_users": gone, "removed_users_count": str(len(gone))}
        self.changes.events.emit(told, team_id=group.team_id)
        self.changes.events.emit({"type": "subteam_updated", "subteam": shapes.group(group)}, team_id=group.team_id)
