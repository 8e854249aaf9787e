"""Interactions under way: what was asked, whether it was acknowledged in time, and what the person sees of it."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.wire.slack.server import blocks, shapes
from tests.wire.slack.server.changes import Changes
from tests.wire.slack.server.delivery import Delivery, DeliveryKind, Outbox
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.views import View, Views
from tests.wire.slack.server.world import Channel, Json, Message, User, World

AskedKind = Literal["slash", "message_action", "shortcut", "block_actions", "view_submission", "view_closed"]
AnswerKind = Literal[
    "ephemeral", "message", "replaced", "deleted", "modal", "update", "home", "errors", "closed", "timeout", "failed"
]
TRIGGER_SECONDS, RESPONSE_SECONDS, RESPONSE_USES = 3.0, 30 * 60, 5
# Interactions, by section of the documentation.
SPOKEN = {
    "slash command": "Implementing slash commands",
    "message_action": "Interaction payloads › Shortcuts › Message shortcuts",
    "shortcut": "Interaction payloads › Shortcuts › Global shortcuts",
    "block_actions": "Interaction payloads › block_actions",
    "view_submission": "Interaction payloads › view_submission",
    "view_closed": "Interaction payloads › view_closed",
    "response_action: errors, update, push, clear": "Modals › Responding to view_submission",
    "response_url": "Handling user interaction › Message responses",
    "trigger_id": "Handling user interaction › Modal responses",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that the person sees."""

    kind: AnswerKind
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    message: Message | None = None
    view: View | None = None
    errors: dict[str, str] = field(default_factory=dict)

    def buttons(self) -> dict[str, Json]:
        """What can be pressed or chosen from, by action id."""
        return {one["action_id"]: one for _, one in blocks.interactive(self.blocks)}


@dataclass(eq=False)
class Asked:
    """One interaction, from its delivery until its response address runs out."""

    kind: AskedKind
    user: User
    team_id: str
    payload: Json
    channel: Channel | None = None
    message: Message | None = None
    view: View | None = None
    begun: float = 0.0
    trigger_id: str = ""
    exchanged: bool = False
    response_key: str = ""
    uses: int = 0
    delivery: Delivery | None = None
    acked: bool = False
    answers: list[Answer] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def latency(self) -> float | None:
        """Seconds until the app acknowledged it."""
        return None if self.delivery is None else self.delivery.latency

    @property
    def late(self) -> bool:
        """Whether the person was told that it took too long."""
        return any(one.kind == "timeout" for one in self.answers)

    def show(self, answer: Answer) -> None:
        """Lets the person see one thing more."""
        self.answers.append(answer)
        self.changed.set()

    async def _until(self, ready: Callable[[], bool], timeout: float) -> None:  # noqa: ASYNC109
        async with asyncio.timeout(timeout):
            while not ready():
                self.changed.clear()
                await self.changed.wait()

    async def acknowledged(self, timeout: float = 20.0) -> float:  # noqa: ASYNC109
        """Waits for the acknowledgement; returns its latency."""
        await self._until(lambda: self.acked, timeout)
        return self.latency or 0.0

    async def answer(self, timeout: float = 20.0) -> Answer:  # noqa: ASYNC109
        """The first thing that the person sees."""
        return await self.nth(1, timeout)

    async def nth(self, number: int, timeout: float = 20.0) -> Answer:  # noqa: ASYNC109
        """The so-manieth thing that the person sees."""
        await self._until(lambda: len(self.answers) >= number, timeout)
        return self.answers[number - 1]


class Desk:
    """Every interaction, by its trigger and by its response address."""

    def __init__(self, world: World, outbox: Outbox, changes: Changes, views: Views) -> None:
        self.world = world
        self.outbox = outbox
        self.changes = changes
        self.views = views
        self.base_url = ""
        self.asked: list[Asked] = []
        self.by_trigger: dict[str, Asked] = {}
        self.by_response: dict[str, Asked] = {}
        self.ignored: list[tuple[str, Any]] = []

    def open(self, asked: Asked, *, respond: bool = True, trigger: bool = True) -> Asked:
        """Sends an interaction to the app and waits for what comes of it."""
        asked.begun = self.world.now()
        if trigger:
            asked.trigger_id = f"{len(self.asked) + 1}{secrets.randbelow(10**9)}.{secrets.randbelow(10**10)}."
            asked.trigger_id += secrets.token_hex(16)
            self.by_trigger[asked.trigger_id] = asked
            asked.payload["trigger_id"] = asked.trigger_id
        if respond:
            asked.response_key = secrets.token_urlsafe(18)
            self.by_response[asked.response_key] = asked
            place = "commands" if asked.kind == "slash" else "actions"
            asked.payload["response_url"] = f"{self.base_url}/{place}/{asked.team_id}/{asked.response_key}"
        self.asked.append(asked)
        kind: DeliveryKind = "slash_commands" if asked.kind == "slash" else "interactive"
        asked.delivery = Delivery(
            kind,
            asked.payload,
            answered=lambda body: self._acknowledged(asked, body),
            failed=lambda reason: self._failed(asked, reason),
        )
        self.outbox.post(asked.delivery)
        return asked

    def trigger(self, trigger_id: str) -> Asked:
        """views.open, views.push: exchanges a trigger, once and in time."""
        asked = self.by_trigger.get(trigger_id)
        if asked is None:
            raise SlackError("invalid_trigger_id")
        if asked.exchanged:
            raise SlackError("exchanged_trigger_id")
        if self.world.now() - asked.begun > TRIGGER_SECONDS:
            raise SlackError("expired_trigger_id")
        return asked

    def _failed(self, asked: Asked, reason: str) -> None:
        if reason in {"timeout", "http_timeout"}:
            asked.show(Answer("timeout", "operation_timeout"))
        else:
            asked.show(Answer("failed", "dispatch_failed"))

    def _acknowledged(self, asked: Asked, body: Any) -> None:
        asked.acked = True
        asked.changed.set()
        if asked.kind == "slash":
            self._command(asked, body)
        elif asked.kind == "view_submission":
            self._submitted(asked, body)
        elif body:
            self.ignored.append((asked.kind, body))

    def _command(self, asked: Asked, body: Any) -> None:
        if not body:
            return
        given: Json = {"text": body} if isinstance(body, str) else dict(body)
        if not given.get("text") and not given.get("blocks") and not given.get("attachments"):
            return
        try:
            self.say(asked, given)
        except SlackError as error:
            asked.show(Answer("failed", error.code))

    def _submitted(self, asked: Asked, body: Any) -> None:
        """Modals › Responding to view_submission; what Slack cannot use it calls trouble connecting."""
        view = asked.view
        if view is None:
            return
        if not body:
            self.views.pop(view)
            asked.show(Answer("closed", view=view))
            return
        try:
            self._respond(asked, view, body)
        except SlackError as error:
            asked.show(Answer("failed", f"trouble connecting: {error.messages or error.code}"))

    def _respond(self, asked: Asked, view: View, body: Any) -> None:
        action = body.get("response_action") if isinstance(body, dict) else None
        if action == "errors":
            errors = body.get("errors")
            inputs = {one["block_id"] for one in view.blocks if one["type"] == "input"}
            if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
                raise SlackError("invalid_errors", messages=[f"no input blocks: {sorted(set(errors or {}) - inputs)}"])
            asked.show(Answer("errors", view=view, errors={key: str(value) for key, value in errors.items()}))
        elif action == "update":
            self.views.update(view, blocks.view(body.get("view")), None)
            asked.show(Answer("update", view=view, blocks=view.blocks))
        elif action == "push":
            pushed = self.views.push(asked.user, view.team_id, blocks.view(body.get("view")))
            asked.show(Answer("modal", view=pushed, blocks=pushed.blocks))
        elif action == "clear":
            self.views.clear(asked.user)
            asked.show(Answer("closed", view=view))
        else:
            raise SlackError("invalid_response_action")

    # Message responses

    def respond(self, key: str, body: Any) -> str | None:
        """One use of a response address; what is wrong comes back as a code."""
        asked = self.by_response.get(key)
        if asked is None or self.world.now() - asked.begun > RESPONSE_SECONDS:
            return "expired_url"
        if asked.uses >= RESPONSE_USES:
            return "used_url"
        if not isinstance(body, dict):
            return "invalid_payload"
        try:
            self.say(asked, body)
        except SlackError as error:
            return error.code
        asked.uses += 1
        return None

    def say(self, asked: Asked, body: Json) -> None:
        """Replaces, deletes or adds a message, for one person or for everybody."""
        if asked.channel is None:
            raise SlackError("channel_not_found")
        if body.get("delete_original"):
            self._delete(asked, asked.channel)
            return
        text = str(body.get("text") or "")
        if not text and not body.get("blocks") and not body.get("attachments"):
            raise SlackError("no_text")
        made: Json = {"text": text, "blocks": blocks.message(body["blocks"]) if body.get("blocks") else []}
        made["attachments"] = blocks.attachments(body["attachments"]) if body.get("attachments") else []
        if body.get("replace_original") and asked.message is not None:
            self._replace(asked, asked.channel, asked.message, made)
            return
        public = body.get("response_type") == "in_channel"
        thread = body.get("thread_ts")
        message = self._draft(asked.channel, asked.team_id, made, None if public else asked.user.id)
        if isinstance(thread, str):
            if thread not in asked.channel.messages:
                raise SlackError("thread_not_found")
            message.thread_ts = thread
        if public:
            self.changes.post(asked.channel, message)
        else:
            asked.channel.ephemeral.append(message)
        asked.show(Answer("message" if public else "ephemeral", text, message.blocks, message))

    def _draft(self, channel: Channel, team_id: str, made: Json, seen_by: str | None) -> Message:
        installation = self.world.installations[team_id]
        return Message(
            self.world.ts(),
            channel.id,
            team_id,
            installation.user_id,
            bot_id=installation.bot_id,
            app_id=self.world.app.id,
            seen_by=seen_by,
            **made,
        )

    def _replace(self, asked: Asked, channel: Channel, message: Message, made: Json) -> None:
        self._mine(asked, message)
        if message.seen_by is not None:
            message.text, message.blocks, message.attachments = made["text"], made["blocks"], made["attachments"]
        elif message.ts in channel.messages:
            self.changes.edit(channel, message, self.world.bot(asked.team_id), made)
        else:
            raise SlackError("message_not_found")
        asked.show(Answer("replaced", message.text, message.blocks, message))

    def _delete(self, asked: Asked, channel: Channel) -> None:
        if asked.message is None:
            raise SlackError("message_not_found")
        self._mine(asked, asked.message)
        if asked.message.seen_by is not None:
            channel.ephemeral.remove(asked.message)
        elif asked.message.ts in channel.messages:
            self.changes.delete(channel, asked.message)
        else:
            raise SlackError("message_not_found")
        asked.show(Answer("deleted", message=asked.message))

    def _mine(self, asked: Asked, message: Message) -> None:
        if message.bot_id != self.world.installations[asked.team_id].bot_id:
            raise SlackError("cant_update_message")

    def shown(self, view: View, asked: Asked | None, kind: AnswerKind) -> None:
        """A view has come before a person, because of an interaction or not."""
        if asked is not None:
            asked.show(Answer(kind, view=view, blocks=view.blocks))

    def source(self, message: Message) -> Json:
        """A message as payloads of interactions show it."""
        return shapes.message(self.world, message)
