"""Block Kit: blocks of messages, modals and Home tabs, checked by the reference; and ids for those that have none."""

import json
import secrets
from collections.abc import Iterator
from typing import Any

from tests.wire.slack.server import elements
from tests.wire.slack.server.checking import Checks
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.world import Json

IN_MESSAGES, IN_VIEWS, TOGETHER, VIEW_BYTES = 50, 100, 13_200, 250_000
EVERYWHERE = frozenset({"actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video"})
ALLOWED = {
    "message": EVERYWHERE | {"file", "markdown", "context_actions", "table"},
    "modal": EVERYWHERE,
    "home": EVERYWHERE,
}


def message(found: Any) -> list[Json]:
    """Checks the blocks of a message; what comes back has block and action ids everywhere."""
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise SlackError("invalid_blocks_format")
    check = Checks()
    _blocks(check, "/blocks", found, "message", IN_MESSAGES)
    if check.errors:
        raise SlackError("invalid_blocks", messages=check.messages, errors=check.errors)
    if sum(len(one) for one in _strings(found)) > TOGETHER:
        raise SlackError("msg_blocks_too_long")
    return identified(found)


def attachments(found: Any) -> list[Json]:
    """Checks secondary attachments, and the blocks in them."""
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise SlackError("invalid_attachments")
    if len(found) > 100:
        raise SlackError("too_many_attachments")
    check = Checks()
    for number, one in enumerate(found):
        if "blocks" in one:
            _blocks(check, f"/attachments/{number}/blocks", one["blocks"], "message", IN_MESSAGES)
    if check.errors:
        raise SlackError("invalid_attachments", messages=check.messages, errors=check.errors)
    made: list[Json] = []
    for number, one in enumerate(found, start=1):
        inner = {"blocks": identified(one["blocks"])} if "blocks" in one else {}
        made.append({**one, "id": number, "fallback": one.get("fallback", "[no preview available]"), **inner})
    return made


def view(found: Any, allowed: frozenset[str] = frozenset({"modal"})) -> Json:
    """Reference › Views: checks a modal or a Home tab."""
    if isinstance(found, str):
        try:
            found = json.loads(found)
        except ValueError as error:
            raise SlackError("invalid_arguments", messages=["[ERROR] failed to parse view"]) from error
    check = Checks()
    kind = check.kind("/view", found, allowed)
    if kind is not None:
        if len(json.dumps(found)) > VIEW_BYTES:
            raise SlackError("view_too_large")
        _blocks(check, "/view/blocks", found.get("blocks"), kind, IN_VIEWS)
        check.string("/view/private_metadata", found.get("private_metadata"), 3000)
        check.string("/view/callback_id", found.get("callback_id"), 255)
        check.string("/view/external_id", found.get("external_id"), 255)
        if kind == "modal":
            check.text("/view/title", found.get("title"), 24, plain=True, required=True)
            check.text("/view/submit", found.get("submit"), 24, plain=True)
            check.text("/view/close", found.get("close"), 24, plain=True)
            if any(one.get("type") == "input" for one in _listed(found)) and not found.get("submit"):
                check.refuse("missing required field: submit", "/view")
        else:
            for name in ("title", "submit", "close"):
                if name in found:
                    check.refuse(f"additional property: {name}", "/view")
    if check.errors:
        raise SlackError("invalid_arguments", messages=check.messages)
    return {**found, "blocks": identified(found["blocks"])}


def _listed(found: Json) -> list[Json]:
    return [one for one in found.get("blocks") or [] if isinstance(one, dict)]


def _blocks(check: Checks, path: str, found: Any, where: str, most: int) -> None:
    for number, one in enumerate(check.items(path, found, 0, most)):
        place = f"{path}/{number}"
        kind = check.kind(place, one, ALLOWED[where])
        if kind is None:
            continue
        check.block(place, one)
        check.actions = set()
        if kind in _KINDS:
            _KINDS[kind](check, place, one, where)


def _section(check: Checks, path: str, found: Json, where: str) -> None:
    if "text" not in found and "fields" not in found:
        check.refuse("missing required field: text", path)
    check.text(f"{path}/text", found.get("text"), 3000)
    if "fields" in found:
        for number, one in enumerate(check.items(f"{path}/fields", found["fields"], 1, 10)):
            check.text(f"{path}/fields/{number}", one, 2000)
    if "accessory" in found:
        elements.element(check, f"{path}/accessory", found["accessory"], elements.ACCESSORIES, where=where)


def _header(check: Checks, path: str, found: Json, where: str) -> None:
    check.text(f"{path}/text", found.get("text"), 150, plain=True, required=True)


def _actions(check: Checks, path: str, found: Json, where: str) -> None:
    for number, one in enumerate(check.items(f"{path}/elements", found.get("elements"), 1, 25)):
        elements.element(check, f"{path}/elements/{number}", one, elements.ACTIONS, where=where)


def _context(check: Checks, path: str, found: Json, where: str) -> None:
    for number, one in enumerate(check.items(f"{path}/elements", found.get("elements"), 1, 10)):
        place = f"{path}/elements/{number}"
        if check.kind(place, one, {"image", "plain_text", "mrkdwn"}) == "image":
            check.image(place, one)
        elif isinstance(one, dict):
            check.text(place, one, 3000)


def _input(check: Checks, path: str, found: Json, where: str) -> None:
    check.text(f"{path}/label", found.get("label"), 2000, plain=True, required=True)
    check.text(f"{path}/hint", found.get("hint"), 2000, plain=True)
    if "element" not in found:
        check.refuse("missing required field: element", path)
        return
    elements.element(check, f"{path}/element", found["element"], elements.INPUTS, where=where)


def _image(check: Checks, path: str, found: Json, where: str) -> None:
    check.image(path, found)
    check.text(f"{path}/title", found.get("title"), 2000, plain=True)


def _rich_text(check: Checks, path: str, found: Json, where: str) -> None:
    kinds = {"rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"}
    for number, one in enumerate(check.items(f"{path}/elements", found.get("elements"), 1, 1000)):
        if check.kind(f"{path}/elements/{number}", one, kinds) is not None:
            check.items(f"{path}/elements/{number}/elements", one.get("elements"), 0, 1000)


def _markdown(check: Checks, path: str, found: Json, where: str) -> None:
    check.string(f"{path}/text", found.get("text"), 12_000, required=True)


_KINDS = {
    "section": _section,
    "header": _header,
    "actions": _actions,
    "context": _context,
    "input": _input,
    "image": _image,
    "rich_text": _rich_text,
    "markdown": _markdown,
}


def identified(found: list[Json]) -> list[Json]:
    """Blocks with ids where none were given, as Slack makes them up."""
    made = [dict(one) for one in found]
    for one in made:
        one.setdefault("block_id", secrets.token_urlsafe(4)[:5])
        if not one["block_id"]:
            one["block_id"] = secrets.token_urlsafe(4)[:5]
        if isinstance(one.get("elements"), list) and one["type"] == "actions":
            one["elements"] = [_named(each) for each in one["elements"]]
        for name in ("accessory", "element"):
            if isinstance(one.get(name), dict) and one[name].get("type") != "image":
                one[name] = _named(one[name])
    return made


def _named(found: Json) -> Json:
    return found if "action_id" in found else {**found, "action_id": secrets.token_urlsafe(4)[:5]}


def interactive(found: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Every element that somebody can use, with the block that it stands in."""
    for block in found:
        for one in [*(block.get("elements") or []), block.get("accessory"), block.get("element")]:
            if isinstance(one, dict) and "action_id" in one:
                yield block, one


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, list):
        for one in found:
            yield from _strings(one)
    elif isinstance(found, dict):
        for one in found.values():
            yield from _strings(one)
