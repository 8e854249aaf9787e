"""The state behind the server: workspaces, people, conversations, messages, files, and the app with its tokens."""

import secrets
import time
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Role = Literal["owner", "admin", "member", "guest", "single", "bot"]
Kind = Literal["public", "private", "im", "mpim"]
TokenKind = Literal["bot", "user", "app"]

# How a kind of conversation is called in scopes, and in `channel_type` of events.
FAMILIES: dict[Kind, str] = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}
CHANNEL_TYPES: dict[Kind, str] = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}
PREFIXES: dict[Kind, str] = {"public": "C", "private": "C", "im": "D", "mpim": "C"}
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(slots=True, eq=False)
class User:
    """An account of one workspace; people of other workspaces are met in shared channels."""

    id: str
    team_id: str
    name: str
    real_name: str
    role: Role = "member"
    email: str = ""
    tz: str = "Europe/Paris"
    tz_offset: int = 3600
    locale: str = "en-US"
    display_name: str = ""
    deleted: bool = False
    updated: int = 0
    bot_id: str | None = None
    app_id: str | None = None

    @property
    def bot(self) -> bool:
        """Whether a program stands behind it."""
        return self.role == "bot"

    @property
    def manages(self) -> bool:
        """Whether it is an owner or an admin of its workspace."""
        return self.role in {"owner", "admin"}


@dataclass(slots=True, eq=False)
class File:
    """A file, from the moment its upload is announced."""

    id: str
    team_id: str
    user: str
    name: str
    length: int
    title: str = ""
    content: bytes | None = None
    complete: bool = False
    deleted: bool = False
    created: int = 0
    shares: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Message:
    """A message; reactions are lists of user ids under the name of an emoji."""

    ts: str
    channel_id: str
    team_id: str
    user: str | None
    text: str = ""
    subtype: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    username: str | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    client_msg_id: str | None = None
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    metadata: Json | None = None
    edited: tuple[str, str] | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    replies: list[str] = field(default_factory=list)
    seen_by: str | None = None
    more: Json = field(default_factory=dict)

    @property
    def reply(self) -> bool:
        """Whether it stands in a thread without having begun it."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(slots=True, eq=False)
class Channel:
    """A conversation of any kind; `teams` are the workspaces that share it."""

    id: str
    team_id: str
    kind: Kind
    name: str
    creator: str
    created: int
    teams: set[str] = field(default_factory=set)
    members: dict[str, float] = field(default_factory=dict)
    topic: Json = field(default_factory=lambda: {"value": "", "creator": "", "last_set": 0})
    purpose: Json = field(default_factory=lambda: {"value": "", "creator": "", "last_set": 0})
    archived: bool = False
    general: bool = False
    read_only: bool = False
    previous_names: list[str] = field(default_factory=list)
    messages: dict[str, Message] = field(default_factory=dict)
    ephemeral: list[Message] = field(default_factory=list)
    pins: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def shared(self) -> bool:
        """Whether people of another workspace are in it (Slack Connect)."""
        return len(self.teams) > 1

    @property
    def family(self) -> str:
        """How its kind is called in scopes."""
        return FAMILIES[self.kind]

    @property
    def channel_type(self) -> str:
        """How its kind is called in events."""
        return CHANNEL_TYPES[self.kind]


@dataclass(slots=True, eq=False)
class UserGroup:
    """A user group (`subteam`) and who is in it."""

    id: str
    team_id: str
    name: str
    handle: str
    users: list[str] = field(default_factory=list)
    created: int = 0
    updated: int = 0
    disabled: bool = False


@dataclass(slots=True, eq=False)
class Team:
    """A workspace with its preferences; `restricted` names methods that a preference forbids to whoever is no admin."""

    id: str
    name: str
    domain: str
    enterprise_id: str | None = None
    public_removal: Literal["admins", "everyone"] = "admins"
    edit_window: float | None = None
    restricted: set[str] = field(default_factory=set)
    emoji: set[str] = field(default_factory=set)
    users: dict[str, User] = field(default_factory=dict)
    groups: dict[str, UserGroup] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Token:
    """What a caller shows; `state` is the error that it earns once it is no longer good."""

    value: str
    kind: TokenKind
    team_id: str
    user_id: str
    scopes: set[str]
    state: str | None = None


@dataclass(slots=True, eq=False)
class Installation:
    """The app in one workspace."""

    team_id: str
    user_id: str
    bot_id: str
    token: Token
    installer: str
    active: bool = True

    @property
    def scopes(self) -> set[str]:
        """What the bot token was granted."""
        return self.token.scopes


@dataclass(slots=True, eq=False)
class App:
    """The application under test, as its manifest would describe it."""

    id: str
    name: str
    client_id: str
    client_secret: str
    signing_secret: str
    verification_token: str
    app_token: str
    scopes: set[str]
    subscribed: set[str]
    commands: set[str]
    redirect_urls: set[str] = field(default_factory=set)
    socket_mode: bool = True
    messages_tab: bool = True
    home_tab: bool = True
    commercial: bool = False


class World:
    """Every object by its id, and the clock that names messages."""

    def __init__(self) -> None:
        self.shift = 0.0
        self.files_url = "https://files.slack.com"
        self._number = 46_655
        self._last_ts = 0
        self.teams: dict[str, Team] = {}
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.files: dict[str, File] = {}
        self.tokens: dict[str, Token] = {}
        self.installations: dict[str, Installation] = {}
        self.app: App

    def now(self) -> float:
        """The server's time in seconds since 1970, moved on by `shift`."""
        return time.time() + self.shift

    def ts(self, at: float | None = None) -> str:
        """A new timestamp, as text; those of now are unique and in order."""
        micro = int((self.now() if at is None else at) * 1_000_000)
        if at is None:
            micro = self._last_ts = max(micro, self._last_ts + 1)
        return f"{micro // 1_000_000}.{micro % 1_000_000:06d}"

    def id(self, prefix: str) -> str:
        """A new id of the kind that a prefix names."""
        self._number += 1
        number, text = self._number, ""
        while number:
            number, digit = divmod(number, 36)
            text = DIGITS[digit] + text
        return f"{prefix}0{text:0>9}"

    def token(self, kind: TokenKind, team_id: str, user_id: str, scopes: set[str], value: str = "") -> Token:
        """A new token, known from now on."""
        prefix = {"bot": "xoxb", "user": "xoxp", "app": "xapp-1"}[kind]
        found = Token(value or f"{prefix}-{secrets.token_hex(12)}", kind, team_id, user_id, scopes)
        self.tokens[found.value] = found
        return found

    def bot(self, team_id: str) -> User:
        """The app's own account in a workspace."""
        return self.users[self.installations[team_id].user_id]

    def message(self, channel: Channel, ts: str) -> Message | None:
        """A message of a channel by its timestamp."""
        return channel.messages.get(ts)

    def within(self, user: User) -> Team:
        """The workspace that an account belongs to."""
        return self.teams[user.team_id]

    def sees(self, user: User, channel: Channel) -> bool:
        """Whether somebody finds a conversation: its members do, and for public ones the full members of its teams."""
        if user.id in channel.members:
            return True
        return channel.kind == "public" and user.team_id in channel.teams and user.role not in {"guest", "single"}

    def conversation(self, kind: Kind, members: list[str]) -> Channel | None:
        """The direct conversation between exactly these people, if there is one."""
        wanted = set(members)
        for channel in self.channels.values():
            if channel.kind == kind and set(channel.members) == wanted:
                return channel
        return None
