"""What somebody fills in or chooses, as payloads carry it; what a client would keep back is refused."""

from typing import Any

from tests.wire.slack.server.errors import ImpossibleError
from tests.wire.slack.server.shapes import named
from tests.wire.slack.server.world import Json

TEXTS = frozenset({"plain_text_input", "email_text_input", "url_text_input", "number_input"})
ONE = frozenset({"static_select", "radio_buttons", "external_select", "overflow"})
MANY = frozenset({"multi_static_select", "checkboxes", "multi_external_select"})
# The field in which an element tells what was chosen, and the one in which it is given at the start.
CHOSEN = {
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "rich_text_input": ("rich_text_value", "initial_value"),
}


def options(element: Json) -> list[Json]:
    """The options of an element, in groups or not."""
    grouped = [one for group in element.get("option_groups") or [] for one in group["options"]]
    return [*(element.get("options") or []), *grouped]


def chosen(element: Json, value: Any) -> Json:
    """What an element holds once somebody has used it."""
    kind = element["type"]
    if kind in TEXTS:
        return {"type": kind, "value": _text(element, value)}
    if kind in ONE:
        return {"type": kind, "selected_option": None if value is None else _option(element, value)}
    if kind in MANY:
        listed = value if isinstance(value, list | tuple) else [value]
        if len(listed) > (element.get("max_selected_items") or 1000):
            raise ImpossibleError(f"{element['action_id']!r} does not take {len(listed)} values")
        return {"type": kind, "selected_options": [_option(element, one) for one in listed]}
    if kind in CHOSEN:
        field = CHOSEN[kind][0]
        given = [named(one) for one in value] if isinstance(value, list | tuple) else value
        return {"type": kind, field: given if isinstance(given, list | int | dict) or given is None else named(given)}
    raise ImpossibleError(f"{kind} cannot be filled in")


def at_first(element: Json) -> Json:
    """What an element holds before anybody has touched it."""
    kind = element["type"]
    if kind in TEXTS:
        return {"type": kind, "value": element.get("initial_value")}
    if kind in ONE:
        return {"type": kind, "selected_option": element.get("initial_option")}
    if kind in MANY:
        return {"type": kind, "selected_options": element.get("initial_options") or []}
    field, initial = CHOSEN[kind]
    return {"type": kind, field: element.get(initial, [] if kind.startswith("multi_") else None)}


def empty(state: Json) -> bool:
    """Whether nothing was filled in."""
    return not any(value for key, value in state.items() if key != "type")


def _option(element: Json, value: Any) -> Json:
    for one in options(element):
        if one["value"] == value:
            return one
    if element["type"].endswith("external_select"):
        return {"text": {"type": "plain_text", "text": str(value)}, "value": str(value)}
    raise ImpossibleError(f"{element['action_id']!r} has no option {value!r}")


def _text(element: Json, value: Any) -> str | None:
    if value is None or value == "":
        return None
    text = str(value)
    low, high = element.get("min_length") or 0, element.get("max_length") or 3000
    if not low <= len(text) <= high:
        raise ImpossibleError(f"{element['action_id']!r} does not take {len(text)} characters")
    if element["type"] == "number_input" and not text.lstrip("-").replace(".", "", 1).isdigit():
        raise ImpossibleError(f"{element['action_id']!r} takes a number")
    return text
