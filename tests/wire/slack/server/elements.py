"""The elements of Block Kit: what each may hold, by the reference of each."""

from typing import Any

from tests.wire.slack.server.checking import Checks
from tests.wire.slack.server.world import Json

ACTIONS = frozenset(
    {
        *("button", "checkboxes", "datepicker", "datetimepicker", "timepicker", "overflow", "radio_buttons"),
        *("static_select", "external_select", "users_select", "conversations_select", "channels_select"),
        *("multi_static_select", "multi_external_select", "multi_users_select", "multi_conversations_select"),
        *("multi_channels_select", "workflow_button", "icon_button", "feedback_buttons"),
    }
)
INPUTS = (ACTIONS - {"button", "overflow", "workflow_button", "icon_button", "feedback_buttons"}) | frozenset(
    {"plain_text_input", "email_text_input", "url_text_input", "number_input", "file_input", "rich_text_input"}
)
ACCESSORIES = (ACTIONS - {"icon_button", "feedback_buttons"}) | {"image"}
ONLY_IN_MESSAGES = frozenset({"icon_button", "feedback_buttons"})
STATIC = frozenset({"static_select", "multi_static_select"})
OPTIONS = {"static_select": 100, "multi_static_select": 100, "overflow": 5, "checkboxes": 10, "radio_buttons": 10}
TEXTS = frozenset({"plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input"})


def element(check: Checks, path: str, found: Any, allowed: frozenset[str], *, where: str) -> None:
    """Reference › Block elements: one element where only some kinds may stand."""
    kind = check.kind(path, found, allowed)
    if kind is None:
        return
    if kind in ONLY_IN_MESSAGES and where != "message":
        check.refuse(f"unsupported element: {kind}", path)
    if kind == "image":
        check.image(path, found)
        return
    check.identity(path, found, required=False)
    check.confirm(path, found)
    if kind == "button":
        _button(check, path, found)
    elif kind in OPTIONS:
        _options(check, path, found, kind)
    elif kind in TEXTS:
        _text_input(check, path, found, kind)
    if "placeholder" in found:
        check.text(f"{path}/placeholder", found["placeholder"], 150, plain=True)
    if "max_selected_items" in found:
        check.number(f"{path}/max_selected_items", found["max_selected_items"], 1, 1000)


def _button(check: Checks, path: str, found: Json) -> None:
    check.text(f"{path}/text", found.get("text"), 75, plain=True, required=True)
    check.string(f"{path}/value", found.get("value"), 2000)
    check.string(f"{path}/url", found.get("url"), 3000)
    check.string(f"{path}/accessibility_label", found.get("accessibility_label"), 75)
    check.choice(f"{path}/style", found.get("style"), {"primary", "danger"})


def _options(check: Checks, path: str, found: Json, kind: str) -> None:
    groups = found.get("option_groups")
    if kind in STATIC and groups is not None:
        if "options" in found:
            check.refuse("only one of options or option_groups may be given", path)
        for number, group in enumerate(check.items(f"{path}/option_groups", groups, 1, 100)):
            place = f"{path}/option_groups/{number}"
            if check.mapping(place, group):
                check.text(f"{place}/label", group.get("label"), 75, plain=True, required=True)
                _listed(check, f"{place}/options", group.get("options"), 100)
        return
    values = _listed(check, f"{path}/options", found.get("options"), OPTIONS[kind])
    initial = found.get("initial_option")
    for one in [*([initial] if initial else []), *(found.get("initial_options") or [])]:
        if isinstance(one, dict) and one.get("value") not in values:
            check.refuse("initial option is not one of the options", f"{path}/initial_option")


def _listed(check: Checks, path: str, options: Any, most: int) -> set[str]:
    values: set[str] = set()
    for number, one in enumerate(check.items(path, options, 1, most)):
        place = f"{path}/{number}"
        if not check.mapping(place, one):
            continue
        check.text(f"{place}/text", one.get("text"), 75, required=True)
        check.string(f"{place}/value", one.get("value"), 150, required=True)
        if "description" in one:
            check.text(f"{place}/description", one["description"], 75)
        if one.get("value") in values:
            check.refuse(f"duplicate option value: {one['value']}", place)
        values.add(str(one.get("value")))
    return values


def _text_input(check: Checks, path: str, found: Json, kind: str) -> None:
    if kind == "number_input" and not isinstance(found.get("is_decimal_allowed"), bool):
        check.refuse("missing required field: is_decimal_allowed", path)
    check.number(f"{path}/max_length", found.get("max_length"), 1, 3000)
    check.number(f"{path}/min_length", found.get("min_length"), 0, 3000)
    low, high = found.get("min_length"), found.get("max_length")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        check.refuse("min_length is greater than max_length", path)
    if kind == "plain_text_input":
        check.string(f"{path}/initial_value", found.get("initial_value"), 3000)
