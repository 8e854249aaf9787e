"""What people do without the bot: write, react, join, make threads, vote, and moderate by hand."""

from collections.abc import Iterable

from tests.wire.discord.server import limits, permissions
from tests.wire.discord.server.changes import guilds, members, messages, threads
from tests.wire.discord.server.errors import ApiError, ImpossibleError
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.rest import Upload
from tests.wire.discord.server.routes.messages import refer, stored
from tests.wire.discord.server.world import (
    SILENT,
    Channel,
    Guild,
    Json,
    Member,
    Message,
    Role,
    User,
    World,
    parsed,
)

Who = Member | User


def account(who: Who) -> User:
    """The account of a member, or the account itself."""
    return who.user if isinstance(who, Member) else who


class People:
    """Acts as people; whatever Discord would not let them do is `ApiError` or `ImpossibleError`."""

    hub: Hub
    world: World

    def dm(self, who: Who) -> Channel:
        """The conversation between a person and the bot."""
        return self.world.dm(account(who))

    def guild_of(self, member: Member) -> Guild:
        """The guild that a member is in."""
        return self.world.guilds[member.guild_id]

    def where(self, message: Message) -> Channel:
        """The channel that a message stands in."""
        return self.world.channels[message.channel_id]

    def post(
        self,
        who: Who,
        channel: Channel,
        text: str = "",
        *,
        reply_to: Message | None = None,
        files: Iterable[tuple[str, bytes]] = (),
        embeds: list[Json] | None = None,
        poll: Json | None = None,
        allowed_mentions: Json | None = None,
        silent: bool = False,
    ) -> Message:
        """Somebody writes a message."""
        user = account(who)
        uploads = [Upload(name, content, "application/octet-stream") for name, content in files]
        payload: Json = {"content": text, "embeds": embeds or [], "poll": poll}
        limits.message(payload, [len(one.content) for one in uploads], flags=0)
        held = messages.may_send(self.hub, channel, user)
        made = messages.draft(self.hub, channel, user, payload, stored(self.hub, channel.id, uploads, []))
        made.flags |= SILENT if silent else 0
        if reply_to is not None:
            guild = messages.guild_of(self.hub, channel)
            refer(self.hub, channel, guild, held, made, {"message_id": str(reply_to.id)})
        return messages.publish(self.hub, channel, made, allowed_mentions)

    def post_webhook(self, channel: Channel, name: str, text: str) -> Message:
        """A webhook writes: its author is nobody's account and no member."""
        author = User(self.world.snowflake(), name, bot=True)
        made = messages.draft(self.hub, channel, author, {"content": text}, [])
        made.webhook_id = author.id
        return messages.publish(self.hub, channel, made)

    def unfurl(self, message: Message, title: str = "A page") -> None:
        """Discord adds the preview of a link: the message changes, but nobody has edited it."""
        channel = self.where(message)
        message.embeds = [*message.embeds, {"type": "article", "title": title, "url": "https://example.org"}]
        self.hub.gateway.emit_message("MESSAGE_UPDATE", message, messages.guild_of(self.hub, channel), channel)

    def forward(self, who: Who, message: Message, to: Channel) -> Message:
        """Somebody passes a message on to another channel."""
        held = messages.may_send(self.hub, to, account(who))
        made = messages.draft(self.hub, to, account(who), {}, [])
        reference = {"type": 1, "message_id": str(message.id), "channel_id": str(message.channel_id)}
        refer(self.hub, to, messages.guild_of(self.hub, to), held, made, reference)
        return messages.publish(self.hub, to, made)

    def poll(self, who: Who, channel: Channel, question: str, answers: list[str], hours: int = 24) -> Message:
        """Somebody asks everybody a question."""
        listed = [{"poll_media": {"text": one}} for one in answers]
        return self.post(who, channel, poll={"question": {"text": question}, "answers": listed, "duration": hours})

    def vote(self, who: Who, message: Message, answer: int, *, taken_back: bool = False) -> None:
        """Somebody votes, or takes a vote back."""
        messages.vote(self.hub, self.where(message), message, account(who), answer, taken_back=taken_back)

    def edit(self, who: Who, message: Message, text: str) -> Message:
        """An author edits a message."""
        if message.author is not account(who):
            raise ApiError(50005)
        payload: Json = {"content": text}
        limits.message(payload, [], flags=0, editing=True, previous={"embeds": message.embeds})
        return messages.edit(self.hub, self.where(message), message, payload, None)

    def delete(self, who: Who, message: Message, reason: str | None = None) -> None:
        """Somebody deletes a message: an author their own, a moderator anybody's."""
        channel, user = self.where(message), account(who)
        if message.id not in channel.messages:
            raise ApiError(10008)
        if message.author is not user:
            permissions.need(messages.held_by(self.hub, channel, user), permissions.MANAGE_MESSAGES)
        messages.delete(self.hub, channel, message, user.id, reason)

    def delete_many(self, by: Member, found: list[Message], reason: str | None = None) -> None:
        """A bot of somebody else's, or Discord itself, deletes many messages of one channel at once."""
        channel = self.where(found[0])
        messages.delete_many(self.hub, channel, [one.id for one in found], by.id, reason)

    def react(self, who: Who, message: Message, emoji: str, *, burst: bool = False) -> None:
        """Somebody reacts to a message that they can see."""
        channel, user = self.where(message), account(who)
        guild = messages.guild_of(self.hub, channel)
        if guild is not None:
            held = permissions.need_view(self.world, guild, channel, guild.members[user.id])
            permissions.need(held, permissions.READ_MESSAGE_HISTORY)
            if permissions.timed_out(guild.members[user.id], self.world.now()):
                raise ApiError(50013)
        messages.react(self.hub, channel, message, user, emoji, burst=burst)

    def unreact(self, who: Who, message: Message, emoji: str) -> None:
        """Somebody takes a reaction back."""
        messages.unreact(self.hub, self.where(message), message, account(who), emoji)

    def clear_reactions(self, message: Message, emoji: str | None = None) -> None:
        """A moderator removes every reaction, or every one with an emoji."""
        messages.clear_reactions(self.hub, self.where(message), message, emoji)

    def pin(self, by: Member, message: Message, *, pinned: bool = True) -> None:
        """Somebody pins a message or takes the pin away."""
        held = messages.held_by(self.hub, self.where(message), by.user)
        permissions.need(held, permissions.PIN_MESSAGES)
        messages.pin(self.hub, self.where(message), message, by.id, pinned=pinned)

    def join(self, guild: Guild, who: User | str, *, age_days: float = 400.0, pending: bool = False) -> Member:
        """Somebody enters a guild, unless they are banned there."""
        user = self.world.user(who, age_days=age_days) if isinstance(who, str) else who
        if user.id in guild.bans:
            raise ApiError(40007)
        closed = (guild.incidents or {}).get("invites_disabled_until")
        if closed is not None and parsed(closed) > self.world.now():
            raise ImpossibleError("invites are paused")
        return members.join(self.hub, guild, user, pending=pending)

    def leave(self, member: Member) -> None:
        """Somebody leaves."""
        members.leave(self.hub, self.guild_of(member), member.user)

    def nick(self, member: Member, name: str | None) -> None:
        """Somebody changes what they are called in a guild."""
        permissions.need(permissions.in_guild(self.world, self.guild_of(member), member), permissions.CHANGE_NICKNAME)
        members.rename(self.hub, member, name, member.id)

    def rename(self, member: Member, *, username: str | None = None, display: str | None = None) -> None:
        """Somebody changes the name of their account."""
        member.user.name = username or member.user.name
        member.user.global_name = display or member.user.global_name
        self.hub.member_updated(member)

    def create_thread(
        self, who: Member, channel: Channel, name: str, *, message: Message | None = None, private: bool = False
    ) -> Channel:
        """Somebody begins a thread, from a message or without one."""
        needed = permissions.CREATE_PRIVATE_THREADS if private else permissions.CREATE_PUBLIC_THREADS
        permissions.need(messages.held_by(self.hub, channel, who.user), needed)
        payload: Json = {"type": 12 if private else 11}
        if message is not None:
            payload["id"] = message.id
            message.thread_id = message.id
        return threads.begin(self.hub, self.guild_of(who), channel, who.user, name, payload)

    def forum_post(self, who: Member, forum: Channel, title: str, text: str) -> tuple[Channel, Message]:
        """Somebody writes a post in a forum."""
        permissions.need(messages.held_by(self.hub, forum, who.user), permissions.SEND_MESSAGES)
        limits.message({"content": text}, [], flags=0)
        thread = threads.begin(self.hub, self.guild_of(who), forum, who.user, title, {"type": 11})
        made = messages.draft(self.hub, thread, who.user, {"content": text}, [])
        made.id = thread.id
        return thread, messages.publish(self.hub, thread, made)

    def change_thread(self, by: Member, thread: Channel, **changed: object) -> None:
        """A moderator archives, locks or renames a thread."""
        permissions.need(messages.held_by(self.hub, thread, by.user), permissions.MANAGE_THREADS)
        threads.update(self.hub, self.guild_of(by), thread, dict(changed), by.id)

    def delete_thread(self, by: Member, thread: Channel) -> None:
        """A moderator deletes a thread."""
        permissions.need(messages.held_by(self.hub, thread, by.user), permissions.MANAGE_THREADS)
        threads.delete(self.hub, self.guild_of(by), thread, by.id)

    def delete_channel(self, by: Member, channel: Channel) -> None:
        """A manager deletes a channel."""
        permissions.need(messages.held_by(self.hub, channel, by.user), permissions.MANAGE_CHANNELS)
        guilds.delete_channel(self.hub, self.guild_of(by), channel, by.id)

    def kick(self, by: Member, target: Member, reason: str | None = None) -> None:
        """A moderator kicks somebody by hand."""
        self._over(by, target, permissions.KICK_MEMBERS)
        members.kick(self.hub, self.guild_of(by), target.user, by.id, reason)

    def ban(self, by: Member, target: Who, reason: str | None = None, *, delete_seconds: int = 0) -> None:
        """A moderator bans somebody by hand."""
        if isinstance(target, Member):
            self._over(by, target, permissions.BAN_MEMBERS)
        members.ban(self.hub, self.guild_of(by), account(target), by.id, reason=reason, seconds=delete_seconds)

    def unban(self, by: Member, target: User, reason: str | None = None) -> None:
        """A moderator lifts a ban by hand."""
        members.unban(self.hub, self.guild_of(by), target, by.id, reason)

    def time_out(self, by: Member, target: Member, seconds: float | None, reason: str | None = None) -> None:
        """A moderator times somebody out by hand, or lifts that."""
        self._over(by, target, permissions.MODERATE_MEMBERS)
        until = None if seconds is None else self.world.now() + seconds
        members.time_out(self.hub, target, until, by.id, reason)

    def give_role(self, by: Member, target: Member, role: Role) -> None:
        """A manager gives somebody a role by hand."""
        members.give_roles(self.hub, target, (*target.roles, role.id), by.id)

    def take_role(self, by: Member, target: Member, role: Role) -> None:
        """A manager takes a role from somebody by hand."""
        members.give_roles(self.hub, target, tuple(one for one in target.roles if one != role.id), by.id)

    def _over(self, by: Member, target: Member, wanted: int) -> None:
        guild = self.guild_of(by)
        permissions.need(permissions.in_guild(self.world, guild, by), wanted)
        if not permissions.outranks(guild, by, target):
            raise ImpossibleError(f"{by.user.name} does not stand above {target.user.name}")

    def invite(self, by: Member, channel: Channel) -> Json:
        """Somebody makes an invite."""
        return guilds.invite(self.hub, self.guild_of(by), channel, by.user, {})

    def automod(
        self, who: Member, channel: Channel, text: str, rule: Json, *, keyword: str | None = None, seconds: int = 0
    ) -> None:
        """AutoMod blocks what somebody wanted to write; with seconds, it times them out as well."""
        guild = self.guild_of(who)
        details: Json = {
            "channel_id": str(channel.id),
            "content": text,
            "matched_keyword": keyword,
            "matched_content": keyword,
        }
        guilds.automod(self.hub, guild, rule, who.user, {"type": 1, "metadata": {}}, details)
        if seconds:
            action = {"type": 3, "metadata": {"duration_seconds": seconds}}
            who.timeout_until = self.world.now() + seconds
            self.hub.member_updated(who)
            guilds.automod(self.hub, guild, rule, who.user, action, details)

    def attend(self, who: Member, event: Json, *, coming: bool = True) -> None:
        """Somebody says that they will come to a scheduled event, or that they will not."""
        data = {"guild_scheduled_event_id": event["id"], "user_id": str(who.id), "guild_id": str(who.guild_id)}
        name = "GUILD_SCHEDULED_EVENT_USER_ADD" if coming else "GUILD_SCHEDULED_EVENT_USER_REMOVE"
        self.hub.gateway.emit(name, data, self.guild_of(who))
