"""Building a world before or while the bot looks at it: guilds, roles, channels, members, crowds."""

from tests.wire.discord.server import permissions, shapes
from tests.wire.discord.server.changes import guilds, threads
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.world import (
    FORUM,
    TEXT,
    Channel,
    Guild,
    Json,
    Member,
    Overwrite,
    Role,
    User,
    World,
    moment,
)


class Building:
    """Puts things into the world; what concerns a guild that the bot is in is told to the bot."""

    hub: Hub
    world: World

    def add_guild(
        self,
        name: str = "Tilleul",
        *,
        bot_permissions: int = permissions.BOT,
        everybody: int = permissions.EVERYBODY,
        channels: tuple[str, ...] = ("general",),
        with_bot: bool = True,
    ) -> Guild:
        """A guild with an owner, the bot under a role of its own, and text channels."""
        owner = self.world.user(f"{name.lower()}-owner")
        guild = Guild(self.world.guild_id(), name, owner.id)
        guild.roles[guild.id] = Role(guild.id, "@everyone", everybody, position=0)
        self.world.guilds[guild.id] = guild
        self._enter(guild, owner)
        if with_bot:
            own = Role(self.world.snowflake(), self.world.application.user.name, bot_permissions, 1, managed=True)
            guild.roles[own.id] = own
            self._enter(guild, self.world.application.user).roles = (own.id,)
        for number, each in enumerate(channels):
            self.world.place(Channel(self.world.snowflake(), TEXT, each, guild.id, position=number))
        if with_bot:
            self.hub.gateway.guild_arrived(guild)
        return guild

    def _enter(self, guild: Guild, user: User) -> Member:
        made = Member(user, guild.id, self.world.now() - 86400)
        guild.members[user.id] = made
        return made

    def invite_bot(self, guild: Guild, bot_permissions: int = permissions.BOT) -> Member:
        """Puts the bot into a guild that it was not in."""
        own = Role(self.world.snowflake(), self.world.application.user.name, bot_permissions, 1, managed=True)
        guild.roles[own.id] = own
        made = self._enter(guild, self.world.application.user)
        made.roles, made.joined_at = (own.id,), self.world.now()
        self.hub.gateway.guild_arrived(guild)
        return made

    def owner(self, guild: Guild) -> Member:
        """The owner as a member."""
        return guild.members[guild.owner_id]

    def bot(self, guild: Guild) -> Member:
        """The bot as a member."""
        return self.world.me(guild)

    def add_role(
        self, guild: Guild, name: str, allowed: int = 0, *, position: int = 1, mentionable: bool = False
    ) -> Role:
        """A role at a position; 1 is the bot's own unless another is put above it."""
        made = Role(self.world.snowflake(), name, allowed, position, mentionable=mentionable)
        guild.roles[made.id] = made
        self.hub.gateway.emit("GUILD_ROLE_CREATE", {"guild_id": str(guild.id), "role": shapes.role(made)}, guild)
        return made

    def set_bot_position(self, guild: Guild, position: int) -> None:
        """Moves the bot's own role."""
        role = guild.roles[self.bot(guild).roles[0]]
        role.position = position
        self.hub.gateway.emit("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": shapes.role(role)}, guild)

    def set_bot_permissions(self, guild: Guild, allowed: int) -> None:
        """Gives the bot's own role other permissions."""
        role = guild.roles[self.bot(guild).roles[0]]
        role.permissions = allowed
        self.hub.gateway.emit("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": shapes.role(role)}, guild)

    def add_channel(
        self,
        guild: Guild,
        name: str,
        kind: int = TEXT,
        *,
        parent: Channel | None = None,
        overwrites: tuple[Overwrite, ...] = (),
        topic: str | None = None,
    ) -> Channel:
        """A channel, told to the bot."""
        made = Channel(self.world.snowflake(), kind, name, guild.id, None if parent is None else parent.id, topic)
        made.overwrites = {one.id: one for one in overwrites}
        made.position = len(guild.channels)
        self.world.place(made)
        self.hub.gateway.emit("CHANNEL_CREATE", shapes.channel(made), guild)
        return made

    def add_forum(self, guild: Guild, name: str, tags: tuple[str, ...] = ()) -> Channel:
        """A forum with its tags."""
        made = self.add_channel(guild, name, FORUM)
        for one in tags:
            number = str(self.world.snowflake())
            made.tags.append({"id": number, "name": one, "moderated": False, "emoji_id": None, "emoji_name": None})
        self.hub.gateway.emit("CHANNEL_UPDATE", shapes.channel(made), guild)
        return made

    def overwrite(self, channel: Channel, target: Role | Member, *, allow: int = 0, deny: int = 0) -> None:
        """Puts an overwrite on a channel by an unseen hand."""
        kind = 0 if isinstance(target, Role) else 1
        guild = self.world.guilds[channel.guild_id or 0]
        me = self.world.me(guild)
        saw = permissions.sees(self.world, guild, channel, me)
        channel.overwrites[target.id] = Overwrite(target.id, kind, allow, deny)
        self.hub.gateway.emit("CHANNEL_UPDATE", shapes.channel(channel), guild)
        if not saw and permissions.sees(self.world, guild, channel, me):
            threads.sync(self.hub, guild, [channel.id])

    def channel(self, guild: Guild, name: str = "general") -> Channel:
        """A channel or thread by its name."""
        everything = [*guild.channels.values(), *guild.threads.values()]
        return next(one for one in everything if one.name == name)

    def member(self, guild: Guild, name: str) -> Member:
        """A member by its account's name."""
        return next(one for one in guild.members.values() if one.user.name == name)

    def add_user(self, name: str, *, bot: bool = False, age_days: float = 400.0, locale: str = "en-US") -> User:
        """An account that is in no guild yet."""
        return self.world.user(name, bot=bot, age_days=age_days, locale=locale)

    def add_member(
        self, guild: Guild, name: str, *roles: Role, age_days: float = 400.0, bot: bool = False, locale: str = "en-US"
    ) -> Member:
        """Somebody who has been there since yesterday; no event tells of it (see `join`)."""
        made = self._enter(guild, self.world.user(name, bot=bot, age_days=age_days, locale=locale))
        made.roles = tuple(one.id for one in roles)
        return made

    def crowd(self, guild: Guild, count: int, name: str = "member") -> None:
        """Many members at once, without events: a hundred thousand in a second or two."""
        since = self.world.now() - 300 * 86400
        members, users = guild.members, self.world.users
        for number in range(count):
            user = User(self.world.snowflake(since), f"{name}-{number}")
            users[user.id] = user
            members[user.id] = Member(user, guild.id, since)

    def add_emoji(self, guild: Guild, name: str) -> str:
        """A guild's own emoji, as it is written in a route: `name:id`."""
        number = self.world.snowflake()
        guild.emojis[number] = {
            "id": str(number),
            "name": name,
            "roles": [],
            "require_colons": True,
            "managed": False,
            "animated": False,
            "available": True,
        }
        data = {"guild_id": str(guild.id), "emojis": list(guild.emojis.values())}
        self.hub.gateway.emit("GUILD_EMOJIS_UPDATE", data, guild)
        return f"{name}:{number}"

    def add_rule(
        self, guild: Guild, name: str, *, keywords: tuple[str, ...] = (), actions: list[Json] | None = None
    ) -> Json:
        """An AutoMod rule on keywords."""
        number = self.world.snowflake()
        rule: Json = {
            "id": str(number),
            "guild_id": str(guild.id),
            "name": name,
            "creator_id": str(guild.owner_id),
            "event_type": 1,
            "trigger_type": 1,
            "trigger_metadata": {"keyword_filter": list(keywords), "regex_patterns": [], "allow_list": []},
            "actions": actions or [{"type": 1, "metadata": {}}],
            "enabled": True,
            "exempt_roles": [],
            "exempt_channels": [],
        }
        guild.rules[number] = rule
        return rule

    def add_event(self, guild: Guild, name: str, *, in_days: float = 1.0) -> Json:
        """A scheduled event of a guild."""
        number, at = self.world.snowflake(), self.world.now() + in_days * 86400
        made: Json = {
            "id": str(number),
            "guild_id": str(guild.id),
            "channel_id": None,
            "creator_id": str(guild.owner_id),
            "name": name,
            "description": None,
            "scheduled_start_time": moment(at),
            "scheduled_end_time": moment(at + 3600),
            "privacy_level": 2,
            "status": 1,
            "entity_type": 3,
            "entity_id": None,
            "entity_metadata": {"location": "the square"},
            "user_count": 0,
            "image": None,
        }
        guild.events[number] = made
        self.hub.gateway.emit("GUILD_SCHEDULED_EVENT_CREATE", made, guild)
        return made

    def outage(self, guild: Guild) -> None:
        """Discord loses sight of a guild: the bot is still in it."""
        self.hub.gateway.emit("GUILD_DELETE", {"id": str(guild.id), "unavailable": True}, guild)
        guild.unavailable = True

    def recover(self, guild: Guild) -> None:
        """The guild is back."""
        guild.unavailable = False
        self.hub.gateway.guild_arrived(guild)

    def rename_role(self, guild: Guild, role: Role, name: str, by: Member) -> None:
        """A moderator renames a role."""
        guilds.change_role(self.hub, guild, role, {"name": name}, by.id)
