"""How people outside are reached, as the operator decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.ids import SpaceId
from bot.views import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """Somebody who reads mail."""

    address: str
    locale: Locale = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """Somebody whose program takes what is sent to an address."""

    url: str


Reached = Mailbox | Hook


@dataclass(frozen=True, slots=True, kw_only=True)
class Smtp:
    """The server that takes mail for others."""

    host: str
    port: int
    sender: str
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where the pages are."""

    public_url: str
    """Without a slash at its end."""
    keys: tuple[str, ...] = field(repr=False)
    """What addresses are signed with: the first one signs, each of them is good."""
    host: str = "127.0.0.1"
    port: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Everything that one process needs to know to reach people outside, and to be reached."""

    contacts: Mapping[SpaceId, Mapping[str, Reached]] = field(default_factory=dict)
    """By community, those to whom letters go; whoever reads in a channel is none of them."""
    smtp: Smtp | None = None
    webhook_secret: str = field(default="", repr=False)
    pages: Pages | None = None
