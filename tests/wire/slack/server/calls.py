"""What a method is, and what its handler is given: the state, the arguments in whatever encoding, and who asks."""

import base64
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.wire.slack.server.changes import Changes
from tests.wire.slack.server.delivery import Outbox
from tests.wire.slack.server.errors import SlackError, lacking, missing_scope
from tests.wire.slack.server.interactions import Desk
from tests.wire.slack.server.socket import Sockets
from tests.wire.slack.server.world import FAMILIES, Channel, Installation, Json, Message, Team, Token, User, World

Handler = Callable[["Call"], Awaitable[Json]]
BOTH = frozenset({"bot", "user"})


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the documentation; any one of its scopes will do, `{}` stands for the kind of conversation."""

    name: str
    section: str
    handler: Handler
    scopes: tuple[str, ...]
    tier: int | None
    tokens: frozenset[str]

    def needed(self) -> list[str]:
        """The scopes written out for every kind of conversation."""
        families = list(FAMILIES.values())
        return [each for one in self.scopes for each in ([one.format(f) for f in families] if "{}" in one else [one])]


METHODS: dict[str, Method] = {}


def method(
    name: str, *scopes: str, tier: int | None = 3, tokens: frozenset[str] = BOTH
) -> Callable[[Handler], Handler]:
    """Declares a handler for a method; no token at all is needed where `tokens` is empty."""

    def declare(handler: Handler) -> Handler:
        METHODS[name] = Method(name, f"Methods › {name}", handler, scopes, tier, tokens)
        return handler

    return declare


@dataclass
class Server:
    """What handlers reach."""

    world: World
    outbox: Outbox
    changes: Changes
    desk: Desk
    sockets: Sockets
    base_url: str = ""
    codes: dict[str, Json] = field(default_factory=dict)
    truncates: bool = False


class Call:
    """What a handler is given: the state, the arguments, and who asks."""

    def __init__(self, server: Server, given: Method, args: Json, token: Token | None) -> None:
        self.server = server
        self.world = server.world
        self.changes = server.changes
        self.method = given
        self.args = args
        self._token = token

    @property
    def token(self) -> Token:
        """The caller's token."""
        if self._token is None:
            raise SlackError("not_authed")
        return self._token

    @property
    def team(self) -> Team:
        """The caller's workspace."""
        return self.world.teams[self.token.team_id]

    @property
    def user(self) -> User:
        """The account that the token acts as."""
        return self.world.users[self.token.user_id]

    @property
    def installation(self) -> Installation:
        """The app in the caller's workspace."""
        return self.world.installations[self.token.team_id]

    def text(self, name: str, default: str | None = None) -> str:
        """An argument as text; without a default it has to be there."""
        found = self.args.get(name)
        if found is None or found == "":
            if default is None:
                raise lacking(name)
            return default
        return found if isinstance(found, str) else json.dumps(found)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """An argument that is true or false, however it is written."""
        found = self.args.get(name)
        if found is None or found == "":
            return default
        return str(found).lower() in {"1", "true"}

    def number(self, name: str, low: int, high: int, default: int) -> int:
        """A whole number; what is too much is cut down, as Slack does with limits."""
        text = str(self.args.get(name) or default)
        if not text.lstrip("-").isdigit() or int(text) < low:
            raise SlackError("invalid_limit" if name == "limit" else "invalid_arguments")
        return min(int(text), high)

    def structure(self, name: str, error: str) -> Any:
        """An argument that is JSON, or JSON written as text."""
        found = self.args.get(name)
        if not isinstance(found, str) or found == "":
            return None if found == "" else found
        try:
            return json.loads(found)
        except ValueError:
            raise SlackError(error) from None

    def ids(self, name: str) -> list[str]:
        """A list of ids, separated by commas or as JSON."""
        found = self.args.get(name) or ""
        if isinstance(found, str) and found.startswith("["):
            found = json.loads(found)
        return [one.strip() for one in found.split(",") if one.strip()] if isinstance(found, str) else list(found)

    def scope(self, *wanted: str) -> None:
        """Refuses where none of the scopes is granted."""
        if not self.token.scopes & set(wanted):
            raise missing_scope(wanted[0], self.token.scopes)

    def conversation(self, *, scopes: bool = True, member: bool = False, name: str = "channel") -> Channel:
        """The conversation in the arguments, if the caller may know of it and has the scope of its kind."""
        channel = self.world.channels.get(self.text(name))
        if channel is None or self.token.team_id not in channel.teams or not self.world.sees(self.user, channel):
            raise SlackError("channel_not_found")
        if scopes:
            wanted = [one.format(channel.family) for one in self.method.scopes if "{}" in one]
            others = [one for one in self.method.scopes if one.startswith(f"{channel.family}:")]
            if wanted or others:
                self.scope(*wanted, *others)
        if member and self.user.id not in channel.members:
            raise SlackError("not_in_channel")
        return channel

    def message(self, channel: Channel, name: str = "ts") -> Message:
        """The message in the arguments."""
        found = channel.messages.get(self.text(name))
        if found is None:
            raise SlackError("message_not_found")
        return found

    def person(self, given: str) -> User:
        """An account that the caller's workspace knows: its own, and whoever is in a channel shared with it."""
        found = self.world.users.get(given)
        if found is None:
            raise SlackError("user_not_found")
        if found.team_id != self.token.team_id and not any(
            found.id in one.members and self.token.team_id in one.teams for one in self.world.channels.values()
        ):
            raise SlackError("user_not_found")
        return found

    def permitted(self) -> None:
        """Refuses what a preference of the workspace forbids to everybody who is no admin."""
        if self.method.name in self.team.restricted and not self.user.manages:
            raise SlackError("restricted_action")

    def page(self, listed: list[Any], *, default: int = 100, most: int = 1000) -> tuple[list[Any], Json]:
        """Web API › Pagination: a part of a list, and the cursor of the next."""
        size = self.number("limit", 1, most, default) if self.args.get("limit") not in {None, "", 0, "0"} else default
        begin = 0
        if cursor := self.text("cursor", ""):
            try:
                begin = int(base64.b64decode(cursor.encode(), validate=True).decode().removeprefix("next:"))
            except ValueError:
                raise SlackError("invalid_cursor") from None
        more = begin + size < len(listed)
        following = base64.b64encode(f"next:{begin + size}".encode()).decode() if more else ""
        return listed[begin : begin + size], {"next_cursor": following}
