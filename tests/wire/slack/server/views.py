"""Modals and Home tabs as they stand before people: stacks of at most three, hashes against races, external ids."""

import copy
import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.world import Json, User, World

MOST = 3


@dataclass(eq=False)
class View:
    """One view before one person."""

    id: str
    team_id: str
    user_id: str
    app_id: str
    bot_id: str
    given: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    open: bool = True
    state: dict[str, dict[str, Json]] = field(default_factory=dict)

    @property
    def blocks(self) -> list[Json]:
        """What the view shows."""
        found: list[Json] = self.given["blocks"]
        return found

    @property
    def callback_id(self) -> str:
        """What the app calls it."""
        return str(self.given.get("callback_id", ""))

    @property
    def title(self) -> str:
        """What stands above it."""
        return str((self.given.get("title") or {}).get("text", ""))

    def told(self) -> Json:
        """Reference › Views: the view as answers and payloads have it."""
        given = self.given
        found: Json = {
            "id": self.id,
            "team_id": self.team_id,
            "type": given["type"],
            "blocks": self.blocks,
            "private_metadata": given.get("private_metadata", ""),
            "callback_id": self.callback_id,
            "state": {"values": copy.deepcopy(self.state)},
            "hash": self.hash,
            "title": given.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
            "clear_on_close": bool(given.get("clear_on_close")),
            "notify_on_close": bool(given.get("notify_on_close")),
            "close": given.get("close"),
            "submit": given.get("submit"),
            "previous_view_id": self.previous_id,
            "root_view_id": self.root_id,
            "app_id": self.app_id,
            "external_id": given.get("external_id", ""),
            "app_installed_team_id": self.team_id,
            "bot_id": self.bot_id,
        }
        return found


class Views:
    """Every view, and what each person has before them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.all: dict[str, View] = {}
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}

    def open(self, user: User, team_id: str, given: Json) -> View:
        """views.open: a new modal takes the place of whatever was open."""
        self._unused(given)
        self.clear(user)
        made = self._made(user, team_id, given)
        self.stacks[user.id] = [made]
        return made

    def push(self, user: User, team_id: str, given: Json) -> View:
        """views.push: another one on top, three at most."""
        stack = self.stacks.get(user.id, [])
        if not stack:
            raise SlackError("not_found")
        if len(stack) >= MOST:
            raise SlackError("push_limit_reached")
        self._unused(given)
        made = self._made(user, team_id, given)
        made.root_id, made.previous_id = stack[0].id, stack[-1].id
        stack.append(made)
        return made

    def find(self, view_id: str | None, external_id: str | None) -> View:
        """A view that is still before somebody."""
        for one in self.all.values():
            if one.open and (one.id == view_id or (external_id and one.given.get("external_id") == external_id)):
                return one
        raise SlackError("not_found")

    def update(self, view: View, given: Json, hash_given: str | None) -> View:
        """views.update: other blocks in the same place; inputs whose ids stay keep what was typed."""
        if hash_given and hash_given != view.hash:
            raise SlackError("hash_conflict")
        if given["type"] != view.given["type"]:
            raise SlackError("invalid_arguments", messages=["[ERROR] cannot change the type of a view"])
        if given.get("external_id") != view.given.get("external_id"):
            self._unused(given)
        view.given, view.hash = given, self._hash()
        kept = {(one["block_id"], (one.get("element") or {}).get("action_id")) for one in view.blocks}
        for block_id in list(view.state):
            view.state[block_id] = {
                key: value for key, value in view.state[block_id].items() if (block_id, key) in kept
            }
            if not view.state[block_id]:
                del view.state[block_id]
        return view

    def publish(self, user: User, team_id: str, given: Json, hash_given: str | None) -> View:
        """views.publish: what somebody finds on the app's Home tab."""
        before = self.homes.get(user.id)
        if before is not None:
            return self.update(before, given, hash_given)
        self._unused(given)
        self.homes[user.id] = self._made(user, team_id, given)
        return self.homes[user.id]

    def pop(self, view: View) -> None:
        """The topmost view goes, and what was below it is seen again."""
        view.open = False
        stack = self.stacks.get(view.user_id, [])
        if view in stack:
            stack.remove(view)

    def clear(self, user: User) -> list[View]:
        """Everything that is open before somebody closes."""
        closed = self.stacks.pop(user.id, [])
        for one in closed:
            one.open = False
        return closed

    def top(self, user: User) -> View | None:
        """What somebody has before them."""
        stack = self.stacks.get(user.id)
        return stack[-1] if stack else None

    def _made(self, user: User, team_id: str, given: Json) -> View:
        installation = self.world.installations[team_id]
        found = self.world.id("V")
        made = View(
            found, team_id, user.id, self.world.app.id, installation.bot_id, given, self._hash(), found, state={}
        )
        self.all[found] = made
        return made

    def _unused(self, given: Json) -> None:
        wanted: Any = given.get("external_id")
        if wanted and any(one.open and one.given.get("external_id") == wanted for one in self.all.values()):
            raise SlackError("duplicate_external_id")

    def _hash(self) -> str:
        return f"{int(self.world.now())}.{secrets.token_hex(4)}"
