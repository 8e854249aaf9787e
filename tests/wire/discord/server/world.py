"""The state behind the server: the application, guilds, channels, roles, members, messages."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

DISCORD_EPOCH = 1_420_070_400_000
TEXT, DM, VOICE, CATEGORY, NEWS, FORUM = 0, 1, 2, 4, 5, 15
NEWS_THREAD, PUBLIC_THREAD, PRIVATE_THREAD = 10, 11, 12
THREADS = frozenset({NEWS_THREAD, PUBLIC_THREAD, PRIVATE_THREAD})
EPHEMERAL, LOADING, COMPONENTS_V2, SILENT = 1 << 6, 1 << 7, 1 << 15, 1 << 12


def moment(at: float) -> str:
    """A timestamp as the API writes it: ISO 8601 with microseconds and an offset."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="microseconds")


def parsed(text: str) -> float:
    """Seconds since 1970 of an ISO 8601 timestamp."""
    return datetime.fromisoformat(text).timestamp()


def born(snowflake: int) -> float:
    """When the thing was made that a snowflake names."""
    return ((snowflake >> 22) + DISCORD_EPOCH) / 1000


@dataclass(slots=True, eq=False)
class User:
    """An account, in whatever guilds it is."""

    id: int
    name: str
    global_name: str | None = None
    bot: bool = False
    dms_open: bool = True
    locale: str = "en-US"
    avatar: str | None = None


@dataclass(slots=True, eq=False)
class Member:
    """An account in one guild."""

    user: User
    guild_id: int
    joined_at: float
    roles: tuple[int, ...] = ()
    nick: str | None = None
    timeout_until: float | None = None
    pending: bool = False

    @property
    def id(self) -> int:
        """A member has the id of its account."""
        return self.user.id


@dataclass(slots=True, eq=False)
class Role:
    """A role; the one of everybody has the guild's own id and stands at position 0."""

    id: int
    name: str
    permissions: int = 0
    position: int = 1
    mentionable: bool = False
    hoist: bool = False
    color: int = 0
    managed: bool = False


@dataclass(slots=True, eq=False)
class Overwrite:
    """What a channel allows and denies to a role (0) or a member (1)."""

    id: int
    type: int
    allow: int = 0
    deny: int = 0


@dataclass(slots=True, eq=False)
class ThreadState:
    """What a channel has besides, if it is a thread."""

    owner_id: int
    archived: bool = False
    locked: bool = False
    invitable: bool = True
    auto_archive_duration: int = 4320
    archive_at: float = 0.0
    created_at: float = 0.0
    members: dict[int, float] = field(default_factory=dict)
    applied_tags: list[int] = field(default_factory=list)
    sent: int = 0


@dataclass(slots=True, eq=False)
class Reaction:
    """One emoji under a message, and who put it there; True for a super reaction."""

    emoji: Json
    users: dict[int, bool] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Message:
    """A message, with everything that the API tells of it."""

    id: int
    channel_id: int
    guild_id: int | None
    author: User
    content: str = ""
    type: int = 0
    flags: int = 0
    tts: bool = False
    pinned: bool = False
    edited_at: float | None = None
    embeds: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    reactions: dict[str, Reaction] = field(default_factory=dict)
    reference: Json | None = None
    referenced: "Message | None" = None
    snapshots: list[Json] = field(default_factory=list)
    poll: Json | None = None
    votes: dict[int, set[int]] = field(default_factory=dict)
    nonce: str | int | None = None
    webhook_id: int | None = None
    application_id: int | None = None
    interaction: Json | None = None
    thread_id: int | None = None
    seen_by: int | None = None

    @property
    def ephemeral(self) -> bool:
        """Whether one person alone sees it."""
        return bool(self.flags & EPHEMERAL)


@dataclass(slots=True, eq=False)
class Channel:
    """A channel of any kind: of a guild, a thread, or a conversation with the bot."""

    id: int
    type: int
    name: str = ""
    guild_id: int | None = None
    parent_id: int | None = None
    topic: str | None = None
    position: int = 0
    nsfw: bool = False
    slowmode: int = 0
    flags: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    thread: ThreadState | None = None
    tags: list[Json] = field(default_factory=list)
    recipient: User | None = None
    last_message_id: int | None = None
    nonces: dict[str, int] = field(default_factory=dict)
    spoke: dict[int, float] = field(default_factory=dict)

    @property
    def state(self) -> ThreadState:
        """The thread's own state; only asked of threads."""
        if self.thread is None:
            raise TypeError(f"channel {self.id} is no thread")
        return self.thread


@dataclass(slots=True, eq=False)
class Guild:
    """A guild and everybody in it."""

    id: int
    name: str
    owner_id: int
    locale: str = "en-US"
    description: str | None = None
    features: list[str] = field(default_factory=list)
    verification_level: int = 1
    unavailable: bool = False
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    threads: dict[int, Channel] = field(default_factory=dict)
    bans: dict[int, tuple[User, str | None]] = field(default_factory=dict)
    emojis: dict[int, Json] = field(default_factory=dict)
    rules: dict[int, Json] = field(default_factory=dict)
    invites: dict[str, Json] = field(default_factory=dict)
    audit: list[Json] = field(default_factory=list)
    events: dict[int, Json] = field(default_factory=dict)
    incidents: Json | None = None
    settings: Json = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Application:
    """The bot's application and what it may ask for."""

    id: int
    user: User
    owner: User
    token: str
    privileged: int
    public_key: str = "0" * 64


class World:
    """Every object by its id, and the clock that names new ones."""

    def __init__(self, token: str, *, privileged: int) -> None:
        self.shift = 0.0
        self._last = 0
        self._past = 0
        self._guild_ms = 0
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.dms: dict[int, Channel] = {}
        self.commands: dict[int, Json] = {}
        self.guild_commands: dict[int, dict[int, Json]] = {}
        identity = self.snowflake()
        owner = self.user("application-owner")
        bot = User(identity, "palabre", bot=True)
        self.users[identity] = bot
        self.application = Application(identity, bot, owner, token, privileged)

    def now(self) -> float:
        """The server's time in seconds since 1970, moved on by `shift`."""
        return time.time() + self.shift

    def snowflake(self, at: float | None = None) -> int:
        """A new id that carries its moment and is greater than every one of now made before."""
        if at is not None:
            self._past += 1
            return (int(at * 1000) - DISCORD_EPOCH) << 22 | (self._past & 0x3FFFFF)
        self._last = max(self._last + 1, (int(self.now() * 1000) - DISCORD_EPOCH) << 22)
        return self._last

    def user(self, name: str, *, bot: bool = False, age_days: float = 400.0, locale: str = "en-US") -> User:
        """A new account of the given age."""
        found = User(self.snowflake(self.now() - age_days * 86400), name, bot=bot, locale=locale)
        self.users[found.id] = found
        return found

    def guild_id(self) -> int:
        """An id in a millisecond of its own, so that guilds spread over the shards."""
        self._guild_ms = max(self._guild_ms + 1, int((self.now() - 300 * 86400) * 1000) - DISCORD_EPOCH)
        return self._guild_ms << 22

    def place(self, channel: Channel) -> Channel:
        """Puts a channel where it is found again."""
        self.channels[channel.id] = channel
        if channel.guild_id is not None:
            guild = self.guilds[channel.guild_id]
            (guild.threads if channel.thread else guild.channels)[channel.id] = channel
        return channel

    def dm(self, user: User) -> Channel:
        """The conversation between an account and the bot."""
        if user.id not in self.dms:
            self.dms[user.id] = self.place(Channel(self.snowflake(), DM, recipient=user))
        return self.dms[user.id]

    def me(self, guild: Guild) -> Member:
        """The bot as a member of a guild."""
        return guild.members[self.application.user.id]

    def parent(self, channel: Channel) -> Channel:
        """The channel whose overwrites hold: a thread's parent, else the channel itself."""
        if channel.thread is not None and channel.parent_id is not None:
            return self.channels[channel.parent_id]
        return channel

    def message(self, message_id: int) -> Message | None:
        """A message by its id alone, as people point at it."""
        for channel in self.channels.values():
            if message_id in channel.messages:
                return channel.messages[message_id]
        return None
