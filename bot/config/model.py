"""The settings of `config.toml`, each with the value that holds where nothing was written."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from bot.config import addresses, databases
from bot.config.outside import Contact, ContactName, Outside
from bot.documents import Document, nearest, wrong
from bot.ids import ChannelId, PolicyId, RoleId, SpaceId, channel_id
from bot.locales import Locale
from bot.settings import DOORS, Door

LevelName = Literal["helper", "moderator", "senior", "owner"]
"""What a role can give; a member needs none, and nobody becomes an operator in a chat."""

Mode = Literal["off", "shadow", "enforce"]
LogLevel = Literal["debug", "info", "warning", "error"]
Address = Literal["tu", "vous"]
Days = Annotated[int, Field(ge=1, le=3650)]

_SPACE = re.compile(r"[a-z]+:[^\s/:]+")
_ROLE = re.compile(r"[a-z]+:[^\s/:]+/[^\s/]+")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def _space(given: str) -> str:
    if not _SPACE.fullmatch(given):
        raise wrong(f'"{given}" is no space', 'write the platform and its number, such as "discord:1234"')
    return given


def _role(given: str) -> str:
    if not _ROLE.fullmatch(given):
        raise wrong(f'"{given}" is no role', 'write its space and its number, such as "discord:1234/5678"')
    return given


def _community(given: str) -> str:
    if not _NAME.fullmatch(given):
        raise wrong(f'"{given}" cannot name a community', "use small letters, figures and dashes")
    return given


def _zone(given: str) -> str:
    try:
        ZoneInfo(given)
    except (KeyError, ValueError, OSError):
        hint = nearest(given, available_timezones()) or 'write it like "Europe/Paris"'
        raise wrong(f'"{given}" is no time zone', hint) from None
    return given


def _channels(given: Any) -> Any:
    """Let people write a channel as its platform does, without repeating the space."""
    if not isinstance(given, Mapping):
        return given
    return {
        space: channel_id(SpaceId(space), channel) if isinstance(channel, str) and "/" not in channel else channel
        for space, channel in given.items()
    }


Space = Annotated[SpaceId, AfterValidator(_space)]
Role = Annotated[RoleId, AfterValidator(_role)]
CommunityName = Annotated[str, AfterValidator(_community)]
Zone = Annotated[str, AfterValidator(_zone)]


def _web(given: str) -> str:
    return addresses.sound(given, ("https", "http"))


def _public(given: str) -> str:
    return given and _web(given)


def _socket(given: str) -> str:
    return given and addresses.sound(given, ("wss", "ws"))


class Database(Document):
    """Where everything is kept."""

    url: Annotated[str, AfterValidator(databases.without_password)] = "sqlite:palabre.db"
    """A file beside the configuration, or `postgresql://host/name`; never with a password."""


class Logging(Document):
    """What the program says about its own work."""

    level: LogLevel = "info"
    format: Literal["console", "json"] = "console"


class Retention(Document):
    """After how many days things are forgotten."""

    activity_days: Days = 90
    """Who wrote when and where, without the words."""
    outbox_text_days: Days = 30
    """What the bot itself wrote."""
    quarantine_days: Days = 30
    """Events that a rule stumbled over."""
    evidence_days: Days = 180
    """Words that were kept because a measure rests on them."""


class Community(Document):
    """One community, on one or more spaces."""

    spaces: tuple[Space, ...] = Field(min_length=1)
    locale: Locale = "en"
    address: Address = "tu"
    """How French speaks to people."""
    time_zone: Zone = "UTC"
    packs: tuple[str, ...] = ("starter", "respect")
    managers_channel: Annotated[Mapping[Space, ChannelId], BeforeValidator(_channels)] = Field(default_factory=dict)
    """Where the team is told things, for each space."""
    levels: Mapping[Role, LevelName] = Field(default_factory=dict)
    modes: Mapping[PolicyId, Mode] = Field(default_factory=dict)
    """How far a policy goes, where not as far as its pack says."""
    observation_days: Annotated[int, Field(ge=0, le=90)] = 7
    """For how many days a community that begins is only looked at; 0: it is acted in at once."""
    reactions: Mapping[str, Door] = Field(default_factory=lambda: dict(DOORS))
    """What a manager's reaction means, by emoji; on everybody else's messages only `report` acts."""
    contacts: Mapping[ContactName, Contact] = Field(default_factory=dict)
    """Whom a complaint can be carried to, outside the team; the first one where nobody in particular is meant."""


class Shards(Document):
    """The part of a very big bot's connections that this process holds."""

    count: Annotated[int, Field(ge=0, le=16_384)] = 0
    """Of all processes together; 0: as many as Discord recommends, and all of them here."""
    ids: tuple[Annotated[int, Field(ge=0)], ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.count) != bool(self.ids) or any(one >= self.count for one in self.ids):
            raise wrong("count and ids do not fit together", "write them like { count = 4, ids = [0, 1] }")
        return self


class Discord(Document):
    """How to be on Discord; the token stands in the environment."""

    servers: Literal["own", "named"] = "own"
    """`own`: a server that no community names becomes a community of its own; `named`: it is left alone."""
    catch_up_hours: Annotated[int, Field(ge=0, le=336)] = 24
    """How far back channels are read after the bot was away."""
    quarantine_roles: Mapping[str, str] = Field(default_factory=dict)
    """By server, the role that leaves somebody only the channel where they can talk to the team."""
    shards: Shards = Shards()
    api_url: Annotated[str, AfterValidator(_web)] = "https://discord.com/api/v10"
    gateway_url: Annotated[str, AfterValidator(_socket)] = ""
    files_url: Annotated[str, AfterValidator(_public)] = ""
    """Where files are; empty: where Discord keeps them."""


class Http(Document):
    """Where Slack finds the bot, where it comes to it rather than the other way round."""

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 3000
    path: Annotated[str, Field(pattern=r"^/[\w/-]*$")] = "/slack"
    public_url: Annotated[str, AfterValidator(_public)] = ""
    """As the world sees this address, through whatever stands in front; empty where nobody else installs the bot."""


class Slack(Document):
    """How to be on Slack; the tokens stand in the environment."""

    workspaces: Literal["own", "named"] = "own"
    """`own`: a workspace that no community names becomes a community of its own; `named`: it is left alone."""
    mode: Literal["socket", "http"] = "socket"
    """`socket`: the bot goes to Slack and needs no address of its own; `http`: Slack comes to it."""
    catch_up_hours: Annotated[int, Field(ge=0, le=336)] = 24
    """How far back channels are read after the bot was away."""
    history: Literal["full", "throttled"] = "full"
    """`throttled`: the app is distributed outside Slack's marketplace, and may read a page a minute."""
    reads_files: bool = False
    """The app asks for `files:read`, so that evidence holds a hash of what is in files, and not only what they are."""
    http: Http = Http()
    api_url: Annotated[str, AfterValidator(_web)] = "https://slack.com/api"
    files_url: Annotated[str, AfterValidator(_web)] = "https://files.slack.com"


class Settings(Document):
    """The whole file."""

    policies: tuple[str, ...] = ("policies",)
    """Folders that hold packs."""
    database: Database = Database()
    logging: Logging = Logging()
    retention: Retention = Retention()
    discord: Discord = Discord()
    slack: Slack = Slack()
    outside: Outside = Outside()
    communities: Mapping[CommunityName, Community] = Field(default_factory=dict)
