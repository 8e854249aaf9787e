"""What a message may contain: text, embeds, files, polls and allowed mentions, with the error tree for what may not."""

from typing import Any

from tests.wire.discord.server import components
from tests.wire.discord.server.errors import ApiError, Form, misfit
from tests.wire.discord.server.world import COMPONENTS_V2, EPHEMERAL, Json

CONTENT, EMBEDS, FILES, FILE_BYTES, REASON = 2000, 10, 10, 10 * 1024 * 1024, 512
# Resources › Message › Embed Limits
TITLE, DESCRIPTION, FIELDS, FIELD_NAME, FIELD_VALUE, FOOTER, AUTHOR, TOGETHER = (
    256,
    4096,
    25,
    256,
    1024,
    2048,
    256,
    6000,
)
SENT_FLAGS = (1 << 2) | (1 << 12) | COMPONENTS_V2 | (1 << 13)
TEXTS = ("title", "description")

Path = tuple[str | int, ...]


def message(
    payload: Json, sizes: list[int], *, flags: int, editing: bool = False, previous: Json | None = None
) -> None:
    """Checks a message to be sent or edited; `previous` is what an edited message holds already."""
    form = Form()
    content(form, payload)
    embeds(form, ("embeds",), payload.get("embeds"))
    allowed_mentions(form, payload.get("allowed_mentions"))
    poll(form, payload.get("poll"))
    attachments(form, payload.get("attachments"), len(sizes))
    if not editing and payload.get("nonce") is not None:
        form.length(("nonce",), str(payload["nonce"]), 0, 25)
    if payload.get("components"):
        components.check(form, ("components",), payload["components"], second=bool(flags & COMPONENTS_V2))
    if flags & COMPONENTS_V2:
        for name in ("content", "embeds", "poll", "sticker_ids"):
            if payload.get(name):
                form.refuse(
                    (name,),
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
                )
    form.done()
    files(sizes)
    _not_empty({**(previous or {}), **payload}, sizes)


def _not_empty(held: Json, sizes: list[int]) -> None:
    text = str(held.get("content") or "").strip()
    others = ("embeds", "components", "attachments", "poll", "sticker_ids")
    if not text and not sizes and not any(held.get(name) for name in others):
        raise ApiError(50006)


def content(form: Form, payload: Json) -> None:
    """Resources › Message › Create Message: 2000 characters."""
    value = payload.get("content")
    if isinstance(value, str):
        form.length(("content",), value.strip(), 0, CONTENT)
    else:
        form.length(("content",), value, 0, CONTENT)


def files(sizes: list[int]) -> None:
    """Reference › Uploading Files: ten of them, 10 MiB each without boosts."""
    if len(sizes) > FILES:
        raise misfit("files", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")
    if any(one > FILE_BYTES for one in sizes):
        raise ApiError(40005)


def embeds(form: Form, path: Path, found: Any) -> None:
    """Every limit of an embed, and that of all embeds of a message together."""
    if found is None or not form.count(path, found, 0, EMBEDS):
        return
    for index, one in enumerate(found):
        if not isinstance(one, dict):
            form.refuse((*path, index), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
            continue
        _embed(form, (*path, index), one)
    if sum(_embed_size(one) for one in found if isinstance(one, dict)) > TOGETHER:
        form.refuse(path, "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {TOGETHER}")


def _embed(form: Form, path: Path, one: Json) -> None:
    form.length((*path, "title"), one.get("title"), 0, TITLE)
    form.length((*path, "description"), one.get("description"), 0, DESCRIPTION)
    if one.get("footer"):
        form.length((*path, "footer", "text"), one["footer"].get("text"), 0, FOOTER)
    if one.get("author"):
        form.required((*path, "author", "name"), one["author"].get("name"))
        form.length((*path, "author", "name"), one["author"].get("name"), 0, AUTHOR)
    form.between((*path, "color"), one.get("color"), 0, 0xFFFFFF)
    for where in ("url", "image.url", "thumbnail.url", "author.url", "author.icon_url", "footer.icon_url"):
        _url(form, path, one, where.split("."))
    fields = one.get("fields") or []
    if not form.count((*path, "fields"), fields, 0, FIELDS):
        return
    for index, each in enumerate(fields):
        for name, most in (("name", FIELD_NAME), ("value", FIELD_VALUE)):
            at = (*path, "fields", index, name)
            if form.required(at, str(each.get(name) or "").strip() or None):
                form.length(at, each[name], 0, most)
    if not _embed_size(one) and not any(one.get(name) for name in ("image", "thumbnail", "url", "timestamp")):
        form.refuse((*path, "description"), "BASE_TYPE_REQUIRED", "This field is required")


def _url(form: Form, path: Path, one: Json, where: list[str]) -> None:
    value: Any = one
    for part in where:
        value = value.get(part) if isinstance(value, dict) else None
    if value is not None and not str(value).startswith(("http://", "https://", "attachment://")):
        form.refuse(
            (*path, *where),
            "URL_TYPE_INVALID_SCHEME",
            f"Scheme \"{str(value).partition(':')[0]}\" is not supported. Scheme must be one of ('http', 'https').",
        )


def _embed_size(one: Json) -> int:
    size = sum(len(str(one.get(name) or "").strip()) for name in TEXTS)
    size += len(str((one.get("footer") or {}).get("text") or ""))
    size += len(str((one.get("author") or {}).get("name") or ""))
    fields = one.get("fields") or []
    return size + sum(len(str(each.get("name") or "")) + len(str(each.get("value") or "")) for each in fields)


def allowed_mentions(form: Form, found: Any) -> None:
    """Resources › Message › Allowed Mentions Object."""
    if found is None:
        return
    at = ("allowed_mentions",)
    if not isinstance(found, dict):
        form.refuse(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return
    parse = found.get("parse") or []
    for index, one in enumerate(parse):
        form.choice((*at, "parse", index), one, frozenset({"roles", "users", "everyone"}))
    for name in ("roles", "users"):
        listed = found.get(name)
        if listed is None or not form.count((*at, name), listed, 0, 100):
            continue
        if listed and name in parse:
            form.refuse(
                at,
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{name}"] and {name}: [ids...] are mutually exclusive.',
            )
        for index, one in enumerate(listed):
            snowflake(form, (*at, name, index), one)


def snowflake(form: Form, path: Path, value: Any) -> None:
    """An id: digits, as text or as a number."""
    if not str(value).isdigit():
        form.refuse(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')


def attachments(form: Form, found: Any, uploaded: int) -> None:
    """Attachment objects that name an upload must name one that is there."""
    for index, one in enumerate(found or []):
        form.length(("attachments", index, "description"), one.get("description"), 0, 1024)
        number = str(one.get("id", ""))
        if len(number) < 5 and number.isdigit() and int(number) >= uploaded:
            form.refuse(
                ("attachments", index), "ATTACHMENT_NOT_FOUND", f"Attachment data matching id {number} not found"
            )


def poll(form: Form, found: Any) -> None:
    """Resources › Poll › Poll Create Request Object."""
    if not found:
        return
    question = (found.get("question") or {}).get("text")
    if form.required(("poll", "question", "text"), question):
        form.length(("poll", "question", "text"), question, 1, 300)
    answers = found.get("answers")
    if form.count(("poll", "answers"), answers, 1, 10):
        for index, one in enumerate(answers):
            form.length(("poll", "answers", index, "poll_media", "text"), one.get("poll_media", {}).get("text"), 1, 55)
    form.between(("poll", "duration"), found.get("duration"), 1, 768)


def flags(payload: Json, *, interaction: bool = False) -> int:
    """The flags that a sender may set; others are dropped, as Discord does."""
    found = payload.get("flags") or 0
    if not isinstance(found, int):
        raise misfit("flags", "NUMBER_TYPE_COERCE", f'Value "{found}" is not int.')
    return found & (SENT_FLAGS | (EPHEMERAL if interaction else 0))
