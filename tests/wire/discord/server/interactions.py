"""Interactions under way: what was asked, what was answered in time, and what the person who asked sees of it."""

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from tests.wire.discord.server import components, permissions, shapes
from tests.wire.discord.server.changes import messages
from tests.wire.discord.server.errors import ApiError
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.world import EPHEMERAL, LOADING, Channel, Json, Message, User

# Interactions › Receiving and Responding › Interaction Type / Interaction Callback Type
COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5
REPLY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
KINDS: dict[int, Literal["reply", "defer", "defer_update", "update", "choices", "modal"]] = {
    REPLY: "reply",
    DEFER: "defer",
    DEFER_UPDATE: "defer_update",
    UPDATE: "update",
    CHOICES: "choices",
    MODAL: "modal",
}
TOKEN_SECONDS = 15 * 60


@dataclass(frozen=True, slots=True)
class Modal:
    """A form as it stands before a person."""

    custom_id: str
    title: str
    components: list[Json]
    asked: "Asked"

    def fields(self) -> dict[str, Json]:
        """What can be filled in, by custom id."""
        return {one["custom_id"]: one for one in components.walk(self.components) if "custom_id" in one}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person sees of an answer."""

    kind: str
    ephemeral: bool = False
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    message: Message | None = None
    modal: Modal | None = None
    choices: list[Json] = field(default_factory=list)

    def buttons(self) -> dict[str, Json]:
        """Buttons by custom id."""
        return {one["custom_id"]: one for one in components.walk(self.components) if "custom_id" in one}


@dataclass(eq=False)
class Asked:
    """One interaction, from its delivery until its token runs out."""

    id: int
    token: str
    type: int
    user: User
    channel: Channel
    payload: Json
    message: Message | None = None
    parent: "Asked | None" = None
    begun: float = 0.0
    delivered: float = 0.0
    callback: int | None = None
    latency: float | None = None
    late: bool = False
    original: Message | None = None
    original_gone: bool = False
    answers: list[Answer] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def waiting(self) -> bool:
        """Whether the person still looks at "thinking…"."""
        return self.original is not None and bool(self.original.flags & LOADING)

    def show(self, answer: Answer) -> None:
        """Lets the person see one thing more."""
        self.answers.append(answer)
        self.changed.set()

    async def _until(self, ready: Callable[[], bool], timeout: float) -> None:  # noqa: ASYNC109
        async with asyncio.timeout(timeout):
            while not ready():
                self.changed.clear()
                await self.changed.wait()

    async def acknowledged(self, timeout: float = 20.0) -> str:  # noqa: ASYNC109
        """The kind of the first answer, deferrals among them."""
        await self._until(lambda: self.callback is not None, timeout)
        return KINDS[self.callback or REPLY]

    async def answer(self, timeout: float = 20.0) -> Answer:  # noqa: ASYNC109
        """The first thing that the person can read, fill in or choose from."""
        return await self.nth(1, timeout)

    async def nth(self, number: int, timeout: float = 20.0) -> Answer:  # noqa: ASYNC109
        """The so-manieth thing that the person is shown: the answer, then follow-ups and edits."""
        await self._until(lambda: len(self.answers) >= number, timeout)
        return self.answers[number - 1]

    def metadata(self) -> Json:
        """Resources › Message › Message Interaction Metadata Object."""
        owners = self.payload["authorizing_integration_owners"]
        found: Json = {
            "id": str(self.id),
            "type": self.type,
            "user": shapes.user(self.user),
            "authorizing_integration_owners": owners,
        }
        if self.type == COMPONENT and self.message is not None:
            found["interacted_message_id"] = str(self.message.id)
        if self.type == SUBMIT and self.parent is not None:
            found["triggering_interaction_metadata"] = self.parent.metadata()
        return found


class Desk:
    """Every interaction by its id and by its token."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.deadline = 3.0
        self.late = 0
        self.asked: dict[int, Asked] = {}
        self.by_token: dict[str, Asked] = {}

    def open(
        self,
        kind: int,
        user: User,
        channel: Channel,
        data: Json,
        *,
        message: Message | None = None,
        parent: Asked | None = None,
        locale: str | None = None,
    ) -> Asked:
        """Sends an interaction to the bot."""
        world = self.hub.world
        identity, token = world.snowflake(), secrets.token_urlsafe(48)
        payload: Json = {
            "id": str(identity),
            "application_id": str(world.application.id),
            "type": kind,
            "data": data,
            "token": token,
            "version": 1,
            "channel_id": str(channel.id),
            "locale": locale or user.locale,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "attachment_size_limit": 10 * 1024 * 1024,
        }
        payload |= self._place(user, channel)
        if message is not None:
            payload["message"] = shapes.message(world, message)
        asked = Asked(identity, token, kind, user, channel, payload, message, parent, world.now())
        self.asked[identity] = self.by_token[token] = asked
        asked.delivered = time.monotonic()
        guild = messages.guild_of(self.hub, channel)
        self.hub.gateway.emit("INTERACTION_CREATE", payload, guild)
        return asked

    def _place(self, user: User, channel: Channel) -> Json:
        world = self.hub.world
        shown = shapes.channel(channel)
        guild = messages.guild_of(self.hub, channel)
        if guild is None:
            return {
                "channel": shown,
                "user": shapes.user(user),
                "context": 1,
                "authorizing_integration_owners": {"0": "0"},
                "app_permissions": str(permissions.EVERYBODY),
            }
        member = guild.members[user.id]
        held = permissions.in_channel(world, guild, channel, member)
        shown.pop("permission_overwrites", None)
        return {
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": guild.features},
            "guild_locale": guild.locale,
            "channel": shown | {"permissions": str(held)},
            "member": shapes.member(member) | {"permissions": str(held)},
            "context": 0,
            "authorizing_integration_owners": {"0": str(guild.id)},
            "app_permissions": str(permissions.in_channel(world, guild, channel, world.me(guild))),
        }

    def for_callback(self, identity: int, token: str) -> Asked:
        """The interaction of a callback, if it is there, unanswered, and not too late for it."""
        asked = self.asked.get(identity)
        if asked is None or asked.token != token:
            raise ApiError(10062)
        if asked.callback is not None:
            raise ApiError(40060)
        took = time.monotonic() - asked.delivered
        if took > self.deadline:
            self.late += not asked.late
            asked.late = True
            raise ApiError(10062)
        asked.latency = took
        return asked

    def for_webhook(self, application: int, token: str) -> Asked:
        """The interaction of a follow-up, within fifteen minutes and after a first answer."""
        asked = self.by_token.get(token)
        if asked is None or application != self.hub.world.application.id:
            raise ApiError(50027)
        if self.hub.world.now() - asked.begun > TOKEN_SECONDS:
            raise ApiError(50027)
        if asked.callback is None:
            raise ApiError(10015)
        return asked

    def respond(self, asked: Asked, kind: int, data: Json, attachments: list[Json] | None) -> None:
        """Does what a checked callback says."""
        asked.callback = kind
        if kind in {REPLY, DEFER}:
            draft = messages.draft(self.hub, asked.channel, self.hub.world.application.user, data, attachments or [])
            draft.flags = int(data.get("flags") or 0) | (LOADING if kind == DEFER else 0)
            self._publish(asked, draft, data)
            asked.original = draft
            if kind == REPLY:
                asked.show(seen("reply", draft))
        elif kind in {DEFER_UPDATE, UPDATE}:
            asked.original = asked.message
            if kind == UPDATE and asked.message is not None:
                messages.edit(self.hub, asked.channel, asked.message, data, attachments)
                asked.show(seen("update", asked.message))
        elif kind == CHOICES:
            asked.show(Answer("choices", choices=data.get("choices") or []))
        else:
            modal = Modal(data["custom_id"], data["title"], components.numbered(data["components"]), asked)
            asked.show(Answer("modal", modal=modal))
        asked.changed.set()

    def follow_up(self, asked: Asked, data: Json, attachments: list[Json], flags: int) -> Message:
        """A follow-up; the first one after a deferral takes the place of "thinking…", as public or private as that."""
        if asked.waiting and asked.original is not None:
            return self.edit(asked, asked.original, data, attachments)
        draft = messages.draft(self.hub, asked.channel, self.hub.world.application.user, data, attachments)
        draft.flags = flags
        if asked.original is not None:
            draft.type, draft.referenced = 19, asked.original
            draft.reference = {
                "type": 0,
                "message_id": str(asked.original.id),
                "channel_id": str(asked.channel.id),
                **({"guild_id": str(asked.channel.guild_id)} if asked.channel.guild_id else {}),
            }
        self._publish(asked, draft, data)
        asked.show(seen("followup", draft))
        return draft

    def edit(self, asked: Asked, message: Message, data: Json, attachments: list[Json] | None) -> Message:
        """Edits an answer; where it was deferred, the person sees it now, and as with every edit nobody is pinged."""
        waited = bool(message.flags & LOADING)
        message.flags &= ~LOADING
        messages.edit(self.hub, asked.channel, message, data, attachments)
        if waited:
            message.edited_at = None
        asked.show(seen("reply" if waited else "edit", message))
        return message

    def _publish(self, asked: Asked, draft: Message, data: Json) -> None:
        application = self.hub.world.application
        draft.webhook_id = draft.application_id = application.id
        draft.interaction = asked.metadata()
        if draft.type == 0:
            draft.type = 20 if asked.type == COMMAND else 19 if asked.type == COMPONENT else 0
        if draft.type == 19 and draft.referenced is None:
            draft.referenced = asked.message
            if asked.message is not None:
                draft.reference = {"type": 0, "message_id": str(asked.message.id), "channel_id": str(asked.channel.id)}
        if draft.flags & EPHEMERAL:
            draft.seen_by = asked.user.id
        allowed = data.get("allowed_mentions")
        messages.publish(self.hub, asked.channel, draft, allowed)


def seen(kind: str, message: Message) -> Answer:
    """A message as an answer."""
    return Answer(kind, message.ephemeral, message.content, message.embeds, message.components, message)
