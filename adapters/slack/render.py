"""Cards as Block Kit: one renderer for messages, modals and the Home tab, within what Slack takes.

Everything but titles and buttons is rich text. A tone is a coloured sign before the title, which is there in
notifications too: Slack draws its coloured bars only beside attachments, which it folds and calls legacy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.slack import limits
from adapters.slack.buttons import action_id, value
from adapters.slack.limits import cut, size
from adapters.slack.text import escaped, flat, visible
from adapters.slack.words import Element, Words
from bot.errors import Refused
from bot.ids import SpaceId, native
from bot.views import Button, Card, Document, Field, Phrase, Text, Verbatim

Block = dict[str, Any]
_SIGNS = {"plain": "", "notice": "🟠 ", "alert": "🔴 ", "good": "🟢 "}
_NOTHING = "—"
_GAP = "\n\n"
_LEAST = 40
"""Where less room than this is left, a text is not even begun."""
_SHORT = 60
_WIDEST = 5
"""How long one sign can become when it is escaped."""
APP = "Palabre"
NO_PREVIEWS: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}
"""Slack shows nothing of what is behind a link."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """A card, ready to be sent more than once."""

    blocks: tuple[Block, ...]
    text: str
    """What stands in for the blocks, escaped."""
    files: tuple[tuple[str, bytes], ...] = ()

    def parts(self) -> dict[str, Any]:
        """What a message consists of, wherever it is sent."""
        return {"text": self.text, "blocks": list(self.blocks)}

    def with_line(self, line: str) -> "Dressed":
        """The same with a line of ours below it."""
        below = {"type": "rich_text", "elements": [_section([{"type": "text", "text": line}])]}
        return Dressed((*self.blocks[: limits.BLOCKS - 1], below), self.text, self.files)

    def home(self) -> dict[str, Any]:
        """As somebody's Home tab."""
        return {"type": "home", "callback_id": "home", "blocks": list(self.blocks)}

    def modal(self, close: str, metadata: str = "") -> dict[str, Any]:
        """As something to read and close."""
        title, shut = _plain_text(APP), _plain_text(cut(close, limits.MODAL_BUTTON))
        blocks = list(self.blocks)
        return {"type": "modal", "title": title, "close": shut, "blocks": blocks, "private_metadata": metadata}


def dressed(card: Card, words: Words, space: SpaceId) -> Dressed:
    """A card in one language, about one workspace. Raises Refused (files too big)."""
    page = _Page(card, words, space)
    blocks = page.blocks()
    files = [_document(one) for one in card.files]
    if page.torn:
        files.append((f"{words.ui('whole-name')}.txt", limits.whole(plainly(card, words)).encode()))
    if sum(len(content) for _, content in files) > limits.FILE_BYTES or len(files) > limits.FILES:
        raise Refused("the files are too big for Slack", Phrase("slack-refused-file"))
    return Dressed(tuple(blocks), stand_in(card, words), tuple(files))


class _Page:
    """One message as it fills up."""

    def __init__(self, card: Card, words: Words, space: SpaceId) -> None:
        self._card, self._words = card, words
        self._buttons = list(_pressable(card.buttons, words, space))
        self._told = self._announced()
        self._left = limits.TOGETHER - weight(self._buttons) - weight(self._told)
        self.torn = False

    def blocks(self) -> list[Block]:
        """The whole of it; fields are given their room first, since there are few signs in them."""
        head = self._head()
        fields = list(self._fields())
        room = limits.BLOCKS - len(head) - len(self._told) - len(fields) - 1
        body = list(self._body(room))
        buttons = [{"type": "actions", "elements": self._buttons}] if self._buttons else []
        found = [*head, *body, *fields, *self._told, *buttons]
        return found or [_paragraph([{"type": "text", "text": _NOTHING}])]

    def _announced(self) -> list[Block]:
        """Those who are to be told and whom the card itself does not name."""
        named = {one.get("user_id") for text in self._card.body for one in self._words.rich(text)}
        named |= {one.get("user_id") for field in self._card.fields for one in self._words.rich(field.value)}
        left = [native(one) for one in sorted(self._words.pinged) if native(one) not in named]
        people: list[Element] = []
        for one in left[:50]:
            people += [{"type": "user", "user_id": one}, {"type": "text", "text": " "}]
        return [_paragraph(people[:-1])] if people else []

    def _head(self) -> list[Block]:
        sign = _SIGNS[self._card.tone]
        if self._card.title is None:
            return []
        said = flat(self._words.plain(self._card.title))
        title = sign + (cut(said, limits.HEADER - size(sign)) or _NOTHING)
        self.torn |= not title.endswith(said)
        self._left -= size(title) + 20
        return [{"type": "header", "text": _plain_text(title)}]

    def _fields(self) -> Iterator[Block]:
        kept = self._card.fields[: limits.FIELDS]
        self.torn |= len(kept) < len(self._card.fields)
        reserve = min(limits.TOGETHER // 2, sum(len(self._words.plain(one)) for one in self._card.body) * 2)
        lines: list[Element] = []
        short = all(self._brief(one) for one in kept)
        for one in kept:
            room = min(limits.SECTION, self._left - reserve - 100)
            if room < _LEAST:
                self.torn = True
                break
            label = cut(flat(self._words.plain(one.label)), limits.HEADER) or _NOTHING
            named: Element = {"type": "text", "text": label, "style": {"bold": True}}
            between = self._words.ui("between") if short else "\n"
            value = self._taken(one.value, room - size(label)) or [{"type": "text", "text": _NOTHING}]
            row = [named, {"type": "text", "text": between}, *value]
            self._left -= weight([named]) + 20
            if short:
                lines += [*([{"type": "text", "text": "\n"}] if lines else []), *row]
            else:
                yield _paragraph(row)
        if lines:
            yield _paragraph(lines)

    def _brief(self, one: Field) -> bool:
        said = self._words.plain(one.value)
        return size(said) <= _SHORT and "\n" not in said and not self._words.plain(one.label).endswith("?")

    def _body(self, most: int) -> Iterator[Block]:
        for number, one in enumerate(self._card.body):
            room = min(limits.SECTION, self._left - 60)
            if room < _LEAST or number >= most:
                self.torn = True
                return
            if parts := self._taken(one, room):
                yield _paragraph(parts, "rich_text_quote" if isinstance(one, Verbatim) else "rich_text_section")

    def _taken(self, one: Text, most: int) -> list[Element]:
        """As much of a text as fits; each part of it costs what it says and what it is."""
        whole = _trimmed(self._words.rich(one))
        parts = _fitted(whole, most)
        self.torn |= parts != whole
        self._left -= weight(parts) + 60
        return parts


def _trimmed(parts: Sequence[Element]) -> list[Element]:
    """Without empty lines around, and without parts that say nothing."""
    kept = list(parts)
    while kept and kept[0]["type"] == "text" and not kept[0]["text"].strip():
        kept.pop(0)
    while kept and kept[-1]["type"] == "text" and not kept[-1]["text"].strip():
        kept.pop()
    if kept and kept[0]["type"] == "text":
        kept[0] = {**kept[0], "text": kept[0]["text"].lstrip("\n")}
    if kept and kept[-1]["type"] == "text":
        kept[-1] = {**kept[-1], "text": kept[-1]["text"].rstrip("\n")}
    return kept


def _fitted(parts: Sequence[Element], most: int) -> list[Element]:
    kept: list[Element] = []
    left = most
    for one in parts:
        if (long := weight(one)) <= left:
            kept.append(one)
            left -= long
            continue
        room = left - weight({**one, "text": ""})
        kept.append({**one, "text": cut(one["text"], room)} if one["type"] == "text" and room > 1 else _more())
        break
    return kept


def _more() -> Element:
    return {"type": "text", "text": "…"}


def weight(found: object) -> int:
    """How much Slack counts: every string in it."""
    if isinstance(found, str):
        return size(found)
    if isinstance(found, dict):
        return sum(weight(one) for one in found.values())
    return sum(weight(one) for one in found) if isinstance(found, list | tuple) else 0


def _paragraph(parts: Sequence[Element], kind: str = "rich_text_section") -> Block:
    return {"type": "rich_text", "elements": [_section(parts, kind)]}


def _section(parts: Sequence[Element], kind: str = "rich_text_section") -> Block:
    return {"type": kind, "elements": list(parts)}


def _plain_text(said: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": said, "emoji": True}


def _pressable(buttons: Sequence[Button], words: Words, space: SpaceId) -> Iterator[Block]:
    known: set[str] = set()
    for one in buttons:
        name = action_id(one)
        if name and name not in known and len(known) < limits.BUTTONS:
            known.add(name)
            label = cut(flat(words.plain(one.label)), limits.BUTTON) or _NOTHING
            style = {} if one.style == "plain" else {"style": one.style}
            said = {"type": "button", "action_id": name, "text": _plain_text(label), "value": value(one, space)}
            yield {**said, **style}


def stand_in(card: Card, words: Words) -> str:
    """What notifications and screen readers say: the card as words."""
    said = (_SIGNS[card.tone] + plainly(card, words)).strip()
    most = limits.TEXT if size(escaped(cut(said, limits.TEXT))) <= limits.TEXT else limits.TEXT // _WIDEST
    return escaped(cut(said, most)) or _NOTHING


def plainly(card: Card, words: Words) -> str:
    """The whole card as plain text."""
    title = [words.plain(card.title)] if card.title else []
    fields = [f"{words.plain(one.label)}\n{words.plain(one.value)}" for one in card.fields]
    return _GAP.join([*title, *(words.plain(one) for one in card.body), *fields]) + "\n"


def _document(one: Document) -> tuple[str, bytes]:
    return file_name(one.name), limits.whole(one.content).encode() or b"\n"


def file_name(said: str) -> str:
    """What a file is called, without folders."""
    return cut(flat(visible(said)).replace("/", "-").replace("\\", "-").strip(), limits.FILE_NAME) or "file.txt"
