"""What a payload of Slack's asks for, before anything is looked up: its kind, its words, what it points at. Pure."""

import re
from collections.abc import Iterable, Sequence

from adapters.slack.asking import Origin
from adapters.slack.command_line import Mistake, Opens, Use, bare
from adapters.slack.payloads import Json, inner, said
from adapters.slack.render import Dressed, dressed
from adapters.slack.spelling import COMMAND
from adapters.slack.words import Words
from bot.catalogue.catalogue import Catalogue
from bot.ids import MessageId, SpaceId, channel_id, message_id
from bot.ports import Guide
from bot.views import Button, Card, Form, Phrase, Verbatim

MENU, FORM = "menu:", "form:"
"""How the ids of shortcuts begin: of a message's menu, and of the shortcuts menu."""
OPEN = "open-form"
"""A button of our own that opens a form, where something was asked that has no dialog of its own."""
SUGGESTED = 8
"""How many names a sentence suggests."""
_NAMED = re.compile(r"^\s*<@([A-Z0-9]+)(?:\|[^>]*)?>")


def kind_of(kind: str, body: Json) -> str:
    """Slack's own name for what arrived, where it has one."""
    told = body.get("type")
    if kind == "command" or ("command" in body and told is None):
        return "command"
    return "mention" if told == "event_callback" or kind == "mention" else str(told)


def to_us(event: Json, us: Iterable[str]) -> bool:
    """Whether an event is something said to the bot by a person, for the first time."""
    if event.get("bot_id") or event.get("edited") or event.get("subtype") not in (None, "", "file_share"):
        return False
    text = event.get("text")
    if not isinstance(text, str) or not event.get("user"):
        return False
    if event.get("type") == "message":
        return event.get("channel_type") == "im" or str(event.get("channel", "")).startswith("D")
    named = _NAMED.match(text)
    return event.get("type") == "app_mention" and named is not None and named[1] in set(us)


def said_to_us(text: str, me: str) -> str:
    """The words after the bot's name."""
    named = _NAMED.match(text)
    if named is None or (me and named[1] != me):
        return text.strip().removeprefix("/")
    return re.sub(r"^[\s,:]+", "", text[named.end() :]).removeprefix("/").strip()


def line_of(command: str, text: str) -> str:
    """A slash command as a line: `/palabre report …` and `/report …` are the same."""
    return text.strip() if command == COMMAND else f"{command.removeprefix('/')} {text}".strip()


def pleads(found: Use | Opens, catalogue: Catalogue) -> bool:
    """Whether somebody who says "help" goes on with what is no command: they may have turned to a person."""
    if found.command.id != "help" or not isinstance(found, Use):
        return False
    asked = bare(" ".join(value for _, value in found.arguments)).strip(" /.!?,")
    return bool(asked) and all(bare(name) != asked for name in catalogue.by_spelling)


def callback(body: Json) -> str:
    """What a shortcut is called in the catalogue. Raises Odd."""
    return said(body, "callback_id").removeprefix(MENU).removeprefix(FORM)


def card_of(body: Json, origin: Origin) -> MessageId | None:
    """The card whose button was pressed; None where only one person saw it, or where it is no message. Raises Odd."""
    container = inner(body, "container")
    stamp = said(container, "message_ts")
    if not stamp or container.get("is_ephemeral") or not origin.channel:
        return None
    return message_id(channel_id(origin.space, origin.channel), stamp)


async def suggested(guide: Guide, mistake: Mistake, space: SpaceId, words: Words) -> str:
    """Names for what is missing, where the community knows some."""
    if mistake.wanted is None or mistake.wanted.kind != "policy":
        return ""
    found = [value for value, _ in await guide.suggest(space, "policy", "", words.locale)]
    return words.ui("command-suggested", names=", ".join(found[:SUGGESTED])) if found else ""


def sentences(*said: str) -> Card:
    """Sentences of our own that are words already."""
    return Card(body=tuple(Verbatim(one) for one in said if one))


def listening(form: Form, words: Words) -> Card:
    """For somebody who may have turned to a person: it is a program, and this is how people are reached."""
    button = Button(id=f"{OPEN}:{form.id}", label=form.title, style="primary")
    help_ = Verbatim(words.ui("lost-help", help=words.command("help" if words.locale == "en" else "aide")))
    return Card(body=(Phrase("slack-lost"), help_), buttons=(button,))


def offering(form: Form | None, given: Sequence[tuple[str, str]]) -> Card:
    """A form that cannot open by itself, behind a button."""
    if form is None:
        return Card(body=(Phrase("slack-unknown"),))
    button = Button(id=f"{OPEN}:{form.id}", label=form.title, style="primary", prefill=tuple(given))
    return Card(body=(Phrase("slack-form-here"),), buttons=(button,))


def offered(button: str) -> str | None:
    """The form that such a button opens."""
    action, _, form = button.partition(":")
    return form if action == OPEN else None


def plain_card(card: Card, words: Words, space: SpaceId) -> Dressed:
    """Sentences of our own that quote what somebody typed: shown as words, not as a quotation."""
    found = dressed(card, words, space)
    blocks = tuple(
        {**block, "elements": [{**one, "type": "rich_text_section"} for one in block["elements"]]}
        if block["type"] == "rich_text"
        else block
        for block in found.blocks
    )
    return Dressed(blocks, found.text, found.files)
