"""The settings of `config.toml`, each with the value that holds where nothing was written."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field

from bot.config import databases
from bot.documents import Document, nearest, wrong
from bot.ids import ChannelId, PolicyId, RoleId, SpaceId, channel_id
from bot.locales import Locale

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


class Settings(Document):
    """The whole file."""

    policies: tuple[str, ...] = ("policies",)
    """Folders that hold packs."""
    database: Database = Database()
    logging: Logging = Logging()
    retention: Retention = Retention()
    communities: Mapping[CommunityName, Community] = Field(default_factory=dict)
