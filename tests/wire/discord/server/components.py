"""Buttons, selects, containers and modals: what Discord takes of them and what it refuses."""

from collections.abc import Iterator
from typing import Any

from tests.wire.discord.server.errors import Form
from tests.wire.discord.server.world import Json

# Components › Component Types
ROW, BUTTON, STRING_SELECT, TEXT_INPUT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = range(1, 9)
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR = range(9, 15)
CONTAINER, LABEL, UPLOAD, RADIO, CHECKBOXES, CHECKBOX = 17, 18, 19, 21, 22, 23
SELECTS = frozenset({STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT})
FIRST = frozenset({ROW})
SECOND = frozenset({ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER})
IN_LABEL = SELECTS | {TEXT_INPUT, UPLOAD, RADIO, CHECKBOXES, CHECKBOX}
IN_MODAL = frozenset({ROW, TEXT, LABEL})
LINK, PREMIUM = 5, 6

Path = tuple[str | int, ...]


def walk(found: list[Json]) -> Iterator[Json]:
    """Every component, at whatever depth."""
    for one in found:
        yield one
        yield from walk(one.get("components") or [])
        for name in ("component", "accessory"):
            if isinstance(one.get(name), dict):
                yield from walk([one[name]])


def check(form: Form, path: Path, found: Any, *, second: bool) -> None:
    """The components of a message, of the first kind or, with the flag for it, of the second."""
    if not form.count(path, found, 1, 40 if second else 5):
        return
    for index, one in enumerate(found):
        form.choice((*path, index, "type"), one.get("type"), SECOND if second else FIRST)
        _one(form, (*path, index), one)
    _unique(form, path, found)
    if second:
        if sum(1 for _ in walk(found)) > 40:
            form.refuse(path, "BASE_TYPE_MAX_LENGTH", "Must be 40 or fewer in length.")
        if sum(len(str(one.get("content", ""))) for one in walk(found) if one.get("type") == TEXT) > 4000:
            form.refuse(
                path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "Displayable text size exceeds maximum size of 4000"
            )


def _unique(form: Form, path: Path, found: list[Json]) -> None:
    seen: set[str] = set()
    for one in walk(found):
        name = one.get("custom_id")
        if name is not None and name in seen:
            form.refuse(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
        seen.add(str(name))


def _one(form: Form, path: Path, one: Json) -> None:
    kind = one.get("type")
    if kind == ROW:
        _row(form, path, one)
    elif kind == BUTTON:
        _button(form, path, one)
    elif kind in SELECTS:
        _select(form, path, one)
    elif kind == TEXT:
        if form.required((*path, "content"), one.get("content")):
            form.length((*path, "content"), one["content"], 1, 4000)
    elif kind == SECTION:
        _inside(form, path, one, 3, frozenset({TEXT}))
        if form.required((*path, "accessory"), one.get("accessory")):
            _one(form, (*path, "accessory"), one["accessory"])
    elif kind == CONTAINER:
        _inside(form, path, one, 40, SECOND - {CONTAINER})


def _inside(form: Form, path: Path, one: Json, most: int, kinds: frozenset[int]) -> None:
    if form.count((*path, "components"), one.get("components"), 1, most):
        for index, each in enumerate(one["components"]):
            form.choice((*path, "components", index, "type"), each.get("type"), kinds)
            _one(form, (*path, "components", index), each)


def _row(form: Form, path: Path, one: Json) -> None:
    inside = one.get("components")
    if not isinstance(inside, list) or not form.count((*path, "components"), inside, 1, 5):
        return
    if len(inside) > 1 and any(each.get("type") != BUTTON for each in inside):
        form.refuse(
            (*path, "components"),
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            "The specified component exceeds the maximum width",
        )
    for index, each in enumerate(inside):
        form.choice((*path, "components", index, "type"), each.get("type"), SELECTS | {BUTTON})
        _one(form, (*path, "components", index), each)


def _button(form: Form, path: Path, one: Json) -> None:
    style = one.get("style")
    form.choice((*path, "style"), style, frozenset(range(1, 7)))
    form.length((*path, "label"), one.get("label"), 0, 80)
    if style == LINK:
        if form.required((*path, "url"), one.get("url")):
            form.length((*path, "url"), one["url"], 1, 512)
            if not str(one["url"]).startswith(("http://", "https://", "discord://")):
                form.refuse(
                    (*path, "url"), "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'discord')."
                )
        if one.get("custom_id"):
            form.refuse(path, "COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified")
    elif style != PREMIUM:
        custom_id(form, path, one)
    if style != PREMIUM and not one.get("label") and not one.get("emoji"):
        form.refuse(path, "BUTTON_COMPONENT_INVALID", "A button must have a label or an emoji")


def custom_id(form: Form, path: Path, one: Json) -> None:
    """Components › Custom ID: 1 to 100 characters."""
    if form.required((*path, "custom_id"), one.get("custom_id")):
        form.length((*path, "custom_id"), one["custom_id"], 1, 100)


def _select(form: Form, path: Path, one: Json) -> None:
    custom_id(form, path, one)
    form.length((*path, "placeholder"), one.get("placeholder"), 0, 150)
    form.between((*path, "min_values"), one.get("min_values"), 0, 25)
    form.between((*path, "max_values"), one.get("max_values"), 1, 25)
    if (one.get("min_values") or 0) > (one.get("max_values") or 1):
        form.refuse((*path, "max_values"), "NUMBER_TYPE_MIN", "max_values must be at least min_values")
    if one["type"] != STRING_SELECT:
        return
    if not form.count((*path, "options"), one.get("options"), 1, 25):
        return
    values = [str(each.get("value")) for each in one["options"]]
    for index, each in enumerate(one["options"]):
        at = (*path, "options", index)
        for name in ("label", "value"):
            if form.required((*at, name), each.get(name)):
                form.length((*at, name), each[name], 1, 100)
        form.length((*at, "description"), each.get("description"), 0, 100)
        if values.index(values[index]) != index:
            form.refuse(
                (*at, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"
            )


def modal(data: Json) -> None:
    """Interactions › Receiving and Responding › Modal: title, one to five components, each of a kind for modals."""
    form = Form()
    custom_id(form, ("data",), data)
    if form.required(("data", "title"), data.get("title")):
        form.length(("data", "title"), data["title"], 1, 45)
    found = data.get("components")
    if isinstance(found, list) and form.count(("data", "components"), found, 1, 5):
        for index, one in enumerate(found):
            _in_modal(form, ("data", "components", index), one)
        _unique(form, ("data", "components"), found)
    else:
        form.required(("data", "components"), found if isinstance(found, list) else None)
    form.done()


def _in_modal(form: Form, path: Path, one: Json) -> None:
    kind = one.get("type")
    form.choice((*path, "type"), kind, IN_MODAL)
    if kind == TEXT:
        _one(form, path, one)
    elif kind == ROW and form.count((*path, "components"), one.get("components"), 1, 1):
        inside = one["components"][0]
        form.choice((*path, "components", 0, "type"), inside.get("type"), frozenset({TEXT_INPUT}))
        if form.required((*path, "components", 0, "label"), inside.get("label")):
            form.length((*path, "components", 0, "label"), inside["label"], 1, 45)
        _text_input(form, (*path, "components", 0), inside)
    elif kind == LABEL:
        if form.required((*path, "label"), one.get("label")):
            form.length((*path, "label"), one["label"], 1, 45)
        form.length((*path, "description"), one.get("description"), 0, 100)
        if form.required((*path, "component"), one.get("component")):
            _in_label(form, (*path, "component"), one["component"])


def _in_label(form: Form, path: Path, one: Json) -> None:
    kind = one.get("type")
    form.choice((*path, "type"), kind, IN_LABEL)
    if kind == TEXT_INPUT:
        if one.get("label"):
            form.refuse(
                (*path, "label"), "COMPONENT_LABEL_NOT_ALLOWED", "A text input in a label has no label of its own"
            )
        _text_input(form, path, one)
    elif kind in SELECTS:
        _select(form, path, one)
        if one.get("disabled"):
            form.refuse((*path, "disabled"), "COMPONENT_DISABLED_IN_MODAL", "A select in a modal cannot be disabled")
    elif kind in {UPLOAD, RADIO, CHECKBOXES, CHECKBOX}:
        custom_id(form, path, one)


def _text_input(form: Form, path: Path, one: Json) -> None:
    custom_id(form, path, one)
    form.choice((*path, "style"), one.get("style"), frozenset({1, 2}))
    form.length((*path, "placeholder"), one.get("placeholder"), 0, 100)
    form.between((*path, "min_length"), one.get("min_length"), 0, 4000)
    form.between((*path, "max_length"), one.get("max_length"), 1, 4000)
    low, high = one.get("min_length") or 0, one.get("max_length") or 4000
    if low > high:
        form.refuse((*path, "min_length"), "NUMBER_TYPE_MAX", "min_length must be at most max_length")
    form.length((*path, "value"), one.get("value"), 0, high)


def numbered(found: list[Json]) -> list[Json]:
    """Components as Discord gives them back: each with an id that is unique in its message."""
    taken = {one["id"] for one in walk(found) if one.get("id")}
    number = 0
    for one in walk(found):
        if not one.get("id"):
            number += 1
            while number in taken:
                number += 1
            one["id"] = number
    return found
