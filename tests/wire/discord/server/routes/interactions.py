"""Answers to interactions: callbacks, the original answer, follow-ups."""

from tests.wire.discord.server import components, limits, shapes
from tests.wire.discord.server.changes import messages
from tests.wire.discord.server.errors import ApiError, Form, under
from tests.wire.discord.server.interactions import (
    AUTOCOMPLETE,
    CHOICES,
    COMMAND,
    COMPONENT,
    DEFER,
    DEFER_UPDATE,
    KINDS,
    MODAL,
    REPLY,
    SUBMIT,
    UPDATE,
    Asked,
)
from tests.wire.discord.server.rest import Answer, Call, route
from tests.wire.discord.server.routes.messages import kept, stored
from tests.wire.discord.server.world import COMPONENTS_V2, EPHEMERAL, Json, Message

WEBHOOK = "/webhooks/{application}/{token}"
# Interactions › Receiving and Responding › Interaction Callback Type: which answer fits which interaction.
FITS = {
    COMMAND: {REPLY, DEFER, MODAL},
    COMPONENT: {REPLY, DEFER, DEFER_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    SUBMIT: {REPLY, DEFER},
}


@route(
    "POST",
    "/interactions/{interaction}/{token}/callback",
    "Receiving and Responding › Create Interaction Response",
    public=True,
)
async def callback(call: Call) -> Answer:
    asked = call.hub.desk.for_callback(call.id("interaction"), call.path["token"])
    kind, data = call.json.get("type"), call.json.get("data") or {}
    fits = FITS[asked.type] | ({DEFER_UPDATE, UPDATE} if asked.message is not None else set())
    form = Form()
    form.choice(("type",), kind, frozenset(fits))
    form.required(("type",), kind)
    form.done()
    _check(call, asked, int(str(kind)), data)
    attachments: list[Json] | None = None
    if kind == UPDATE and asked.message is not None:
        attachments = kept(call.hub, asked.message, data, call.files)
    elif kind == REPLY:
        attachments = stored(call.hub, asked.channel.id, call.files, data.get("attachments") or [])
    call.hub.desk.respond(asked, int(str(kind)), data, attachments)
    if call.query.get("with_response", "").lower() not in {"1", "true"}:
        return None
    return _response(call, asked, int(str(kind)))


def _check(call: Call, asked: Asked, kind: int, data: Json) -> None:
    sizes = [len(one.content) for one in call.files]
    if kind == MODAL:
        components.modal(data)
    elif kind == CHOICES:
        _choices(data)
    elif kind == REPLY:
        with under("data"):
            limits.message(data, sizes, flags=limits.flags(data, interaction=True))
    elif kind == DEFER:
        data["flags"] = limits.flags(data, interaction=True)
    elif kind == UPDATE and asked.message is not None:
        held = {
            "content": asked.message.content,
            "embeds": asked.message.embeds,
            "components": asked.message.components,
        }
        with under("data"):
            limits.message(data, sizes, flags=asked.message.flags & COMPONENTS_V2, editing=True, previous=held)
    if "flags" in data and kind == REPLY:
        data["flags"] = limits.flags(data, interaction=True)


def _choices(data: Json) -> None:
    form = Form()
    if form.count(("data", "choices"), data.get("choices"), 0, 25):
        for index, one in enumerate(data["choices"]):
            at = ("data", "choices", index)
            form.length((*at, "name"), one.get("name"), 1, 100)
            if isinstance(one.get("value"), str):
                form.length((*at, "value"), one["value"], 1, 100)
    form.done()


def _response(call: Call, asked: Asked, kind: int) -> Json:
    told: Json = {"id": str(asked.id), "type": asked.type}
    resource: Json = {"type": kind}
    if asked.original is not None and kind in KINDS and kind not in {MODAL, CHOICES}:
        told["response_message_id"] = str(asked.original.id)
        told["response_message_loading"] = kind == DEFER
        told["response_message_ephemeral"] = asked.original.ephemeral
        if kind in {REPLY, UPDATE}:
            resource["message"] = shapes.message(call.world, asked.original)
    return {"interaction": told, "resource": resource}


def _asked(call: Call) -> Asked:
    return call.hub.desk.for_webhook(call.id("application"), call.path["token"])


def _message(call: Call, asked: Asked) -> Message:
    """The answer itself, or one of this interaction's follow-ups."""
    wanted = call.path.get("message", "@original")
    if wanted == "@original" or (asked.original is not None and wanted == str(asked.original.id)):
        if asked.original is None or asked.original.id not in asked.channel.messages:
            raise ApiError(10008)
        return asked.original
    found = asked.channel.messages.get(call.id("message"))
    if found is None or found.interaction is None or found.interaction["id"] != str(asked.id):
        raise ApiError(10008)
    return found


@route("POST", WEBHOOK, "Receiving and Responding › Create Followup Message", public=True)
async def follow_up(call: Call) -> Answer:
    asked = _asked(call)
    flags = limits.flags(call.json, interaction=True)
    if asked.waiting and asked.original is not None:
        flags = flags & ~EPHEMERAL | asked.original.flags & EPHEMERAL
    limits.message(call.json, [len(one.content) for one in call.files], flags=flags)
    attachments = stored(call.hub, asked.channel.id, call.files, call.json.get("attachments") or [])
    made = call.hub.desk.follow_up(asked, call.json, attachments, flags)
    return shapes.message(call.world, made)


async def get_answer(call: Call) -> Answer:
    return shapes.message(call.world, _message(call, _asked(call)))


async def edit_answer(call: Call) -> Answer:
    asked = _asked(call)
    message = _message(call, asked)
    held = {
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
        "attachments": message.attachments,
    }
    flags = message.flags | limits.flags(call.json) & COMPONENTS_V2
    limits.message(call.json, [len(one.content) for one in call.files], flags=flags, editing=True, previous=held)
    call.hub.desk.edit(asked, message, call.json, kept(call.hub, message, call.json, call.files))
    return shapes.message(call.world, message)


async def delete_answer(call: Call) -> Answer:
    asked = _asked(call)
    messages.delete(call.hub, asked.channel, _message(call, asked), call.hub.me)
    return None


for _which, _name in (("@original", "Original Interaction Response"), ("{message}", "Followup Message")):
    _path, _section = f"{WEBHOOK}/messages/{_which}", "Receiving and Responding ›"
    route("GET", _path, f"{_section} Get {_name}", public=True)(get_answer)
    route("PATCH", _path, f"{_section} Edit {_name}", public=True)(edit_answer)
    route("DELETE", _path, f"{_section} Delete {_name}", public=True)(delete_answer)
