"""Forms of the catalogue as Slack's modals, and what was written into them.

A modal bears, unseen, all that it is about, so that it can be sent after a restart: which form, what about, which
message it cites, which workspace, where it was opened.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.slack import limits
from adapters.slack.limits import cut
from adapters.slack.text import flat
from adapters.slack.words import Words
from bot.ids import ChannelId, MessageId, SpaceId, account_id, channel_id, message_id, platform_of, role_id
from bot.views import Form, Question, Text

Json = dict[str, Any]
CALLBACK = "form:"
SIDE_BY_SIDE = 5
"""So many choices are shown at once; more become a list."""
Roles = Sequence[tuple[str, str]]
"""Slack's ids of what somebody can be given rights by, with their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a form was opened for."""

    form: str
    space: SpaceId
    about: str = ""
    message: tuple[str, str] | None = None
    """The message that it cites, as channel and message of Slack's own."""
    channel: str = ""
    """Where it was opened."""
    thread: str = ""

    def cites(self) -> tuple[ChannelId, MessageId] | None:
        """The message that it cites, by our ids."""
        if self.message is None:
            return None
        channel = channel_id(self.space, self.message[0])
        return channel, message_id(channel, self.message[1])


def metadata(one: Opened) -> str:
    """What a modal bears. Raises ValueError where it cannot hold what the form is about."""
    said = {"form": one.form, "space": one.space, "about": one.about, "message": one.message}
    written = json.dumps({**said, "channel": one.channel, "thread": one.thread}, separators=(",", ":"))
    if len(written) > limits.METADATA:
        raise ValueError(f"the form {one.form} cannot say what it is about")
    return written


def opened_of(written: str) -> Opened | None:
    """What a modal was opened for; None for one that is none of ours."""
    try:
        said = json.loads(written)
        message, space = said["message"], SpaceId(str(said["space"]))
        if platform_of(space) != "slack":
            return None
        return Opened(
            form=str(said["form"]),
            space=space,
            about=str(said["about"]),
            message=(str(message[0]), str(message[1])) if message else None,
            channel=str(said["channel"]),
            thread=str(said["thread"]),
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def modal(form: Form, one: Opened, words: Words, prefill: Mapping[str, str], roles: Roles) -> Json:
    """A form, ready to be opened."""
    intro = [{"type": "rich_text", "elements": [_section(words.rich(form.intro))]}] if form.intro else []
    asked = (_question(question, words, prefill.get(question.id, question.value), roles) for question in form.questions)
    return {
        "type": "modal",
        "callback_id": f"{CALLBACK}{form.id}",
        "private_metadata": metadata(one),
        "title": _plain(_line(words, form.title, limits.MODAL_TITLE)),
        "submit": _plain(_line(words, form.submit, limits.MODAL_BUTTON) if form.submit else words.ui("submit")),
        "close": _plain(words.ui("cancel")),
        "blocks": [*intro, *asked],
    }


def _question(one: Question, words: Words, value: str, roles: Roles) -> Json:
    block: Json = {
        "type": "input",
        "block_id": one.id,
        "label": _plain(_line(words, one.label, limits.LABEL)),
        "optional": not one.required,
        "element": {"action_id": one.id, **_element(one, words, value, roles)},
    }
    if one.hint:
        block["hint"] = _plain(_line(words, one.hint, limits.HINT))
    return block


def _element(one: Question, words: Words, value: str, roles: Roles) -> Json:
    told = value.rpartition("/")[2]
    match one.kind:
        case "choice":
            return _choosing(one, [(known, _line(words, label, limits.OPTION)) for known, label in one.choices], value)
        case "role":
            return _choosing(one, [(known, cut(flat(name), limits.OPTION) or known) for known, name in roles], told)
        case "account":
            return {"type": "users_select", **({"initial_user": told} if told else {})}
        case "channel":
            only = {"include": ["public", "private"], "exclude_bot_users": True}
            initial = {"initial_conversation": told} if told else {}
            return {"type": "conversations_select", "filter": only, **initial}
        case "line" | "paragraph":
            most = min(one.most, limits.ANSWER)
            begun = limits.whole(value)[:most]
            initial = {"initial_value": begun} if begun else {}
            return {"type": "plain_text_input", "multiline": one.kind == "paragraph", "max_length": most, **initial}


def _choosing(one: Question, choices: Sequence[tuple[str, str]], value: str) -> Json:
    """A few are seen at once; what need not be answered is a list, since a choice there can be taken back."""
    options = [{"text": _plain(name), "value": known} for known, name in choices[: limits.OPTIONS]]
    kind = "radio_buttons" if one.required and len(options) <= SIDE_BY_SIDE else "static_select"
    chosen = next((option for option in options if option["value"] == value), None)
    return {"type": kind, "options": options, **({"initial_option": chosen} if chosen else {})}


def _section(parts: Sequence[Json]) -> Json:
    return {"type": "rich_text_section", "elements": list(parts)}


def _plain(said: str) -> Json:
    return {"type": "plain_text", "text": said, "emoji": True}


def _line(words: Words, text: Text, most: int) -> str:
    return cut(flat(words.plain(text)), most) or "…"


def answers(form: Form, state: Mapping[str, Any], space: SpaceId) -> tuple[tuple[str, str], ...]:
    """What was answered, by question; what was left empty is empty."""
    written = {
        one.id: _written((state.get(one.id) or {}).get(one.id) or {}) for one in form.questions if one.id in state
    }
    return tuple(
        (one.id, _value(one, written[one.id], space) if written[one.id] else "")
        for one in form.questions
        if one.id in written
    )


def mistakes(form: Form, values: Sequence[tuple[str, str]], words: Words) -> Mapping[str, str]:
    """What is wrong with the answers, by question."""
    given = dict(values)
    return dict(_mistakes(form, given, words))


def _mistakes(form: Form, given: Mapping[str, str], words: Words) -> Iterator[tuple[str, str]]:
    for one in form.questions:
        said = given.get(one.id, "")
        if one.required and not said.strip():
            yield one.id, words.ui("required")
        elif len(said) > one.most:
            yield one.id, words.ui("too-long", most=one.most, long=len(said))


def _written(element: Mapping[str, Any]) -> str:
    for name in ("value", "selected_user", "selected_conversation", "selected_channel"):
        if element.get(name):
            return str(element[name])
    return str((element.get("selected_option") or {}).get("value") or "")


def _value(one: Question, said: str, space: SpaceId) -> str:
    """An id of Slack's as one of ours, where it is one."""
    match one.kind:
        case "account":
            return account_id(space, said)
        case "channel":
            return channel_id(space, said)
        case "role":
            return role_id(space, said)
        case _:
            return said
