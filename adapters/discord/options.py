"""How to connect, as the operator decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

API_URL = "https://discord.com/api/v10"
FILE_URLS = ("https://cdn.discordapp.com", "https://media.discordapp.net")


@dataclass(frozen=True, slots=True)
class Shards:
    """The part of all shards that this process holds."""

    count: int
    """Of all processes together."""
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Everything that one process needs to know to be a bot on Discord."""

    token: str = field(repr=False)
    api_url: str = API_URL
    """Where the API is, with its version."""
    gateway_url: str | None = None
    """Where the gateway is; None: where the API says."""
    file_urls: tuple[str, ...] = FILE_URLS
    """Where files are; none is read from anywhere else."""
    shards: Shards | None = None
    """None: as many as Discord recommends, all of them in this process."""
    catch_up: timedelta = timedelta(hours=24)
    """How far back channels are read after messages may have been missed; nothing is read where it is zero."""
    doors: frozenset[str] = frozenset()
    """The emoji that mean something where a manager puts them below a message, as `ReactionAdded.emoji` has them."""
    openers: frozenset[str] = frozenset()
    """Those of them that bring a message before the team, so that what stands around it is read as well."""
    quarantine_roles: Mapping[str, str] = field(default_factory=dict)
    """By server, the role that leaves somebody only the channel where they can talk to the team; Discord's own ids."""
