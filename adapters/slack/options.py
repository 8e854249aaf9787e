"""How to connect, as the operator decided."""

from dataclasses import dataclass, field
from datetime import timedelta

API_URL = "https://slack.com/api"
FILES_URL = "https://files.slack.com"


@dataclass(frozen=True, slots=True)
class Socket:
    """The bot goes to Slack."""

    app_token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Http:
    """Slack comes to the bot."""

    signing_secret: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 3000
    path: str = "/slack"


@dataclass(frozen=True, slots=True)
class Installing:
    """Other workspaces may install the bot."""

    client_id: str
    client_secret: str = field(repr=False)
    public_url: str
    """Where the world finds what listens, without the path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Everything that one process needs to know to be a bot on Slack."""

    way: Socket | Http
    bot_token: str | None = field(default=None, repr=False)
    """Of the one workspace; None where workspaces install the bot themselves."""
    user_token: str | None = field(default=None, repr=False)
    """Of an administrator who lets the bot take down what others wrote; None: it cannot."""
    installing: Installing | None = None
    api_url: str = API_URL
    """Where the Web API is, without a slash at its end."""
    catch_up: timedelta = timedelta(hours=24)
    """How far back channels are read after messages may have been missed; nothing is read where it is zero."""
    files_url: str = FILES_URL
    """Where files are; none is read from anywhere else, and nowhere else goes the token."""
    reads_files: bool = False
    """The bot was lent the scope to read files, so that evidence holds what is in them."""
    throttled: bool = False
    """Slack lets the bot read only a page of a channel's past in a minute."""
    doors: frozenset[str] = frozenset()
    """The emoji that mean something where a manager puts them below a message, as `ReactionAdded.emoji` has them."""
    openers: frozenset[str] = frozenset()
    """Those of them that bring a message before the team, so that what stands around it is read as well."""
