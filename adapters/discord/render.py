"""Cards as Discord shows them: one embed, rows of buttons, files. Whatever the card is, Discord will take it.

What does not fit is cut, and the whole of it is attached as a text file, so that nobody's words are lost.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from adapters.discord import limits, text
from adapters.discord.buttons import custom_id
from adapters.discord.limits import cut, size
from adapters.discord.words import Words
from bot.errors import Refused
from bot.views import Button, Card, Document, Phrase, Text, Verbatim

_COLOURS = {"plain": 0x6B7280, "notice": 0xB7791F, "alert": 0xC0392B, "good": 0x3A7D4B}
_STYLES = {
    "plain": discord.ButtonStyle.secondary,
    "primary": discord.ButtonStyle.primary,
    "danger": discord.ButtonStyle.danger,
}
_NOTHING = "—"
_GAP = "\n\n"
_LEAST = 40
"""Where less room than this is left, a text is not even begun."""


@dataclass(frozen=True, slots=True)
class Pressable:
    """A button as Discord has it."""

    custom_id: str
    label: str
    style: discord.ButtonStyle


@dataclass(frozen=True, slots=True)
class Dressed:
    """A card, ready to be sent more than once."""

    embed: discord.Embed
    buttons: tuple[Pressable, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()

    def view(self) -> discord.ui.View | None:
        """The buttons; the view has ended, so that discord.py does not keep it: presses are read by their ids alone."""
        if not self.buttons:
            return None
        view = discord.ui.View(timeout=None)
        for one in self.buttons:
            view.add_item(discord.ui.Button(style=one.style, label=one.label, custom_id=one.custom_id))
        view.stop()
        return view

    def uploads(self) -> list[discord.File]:
        """The files, to be read once."""
        return [discord.File(io.BytesIO(content), filename=name) for name, content in self.files]

    def sending(self) -> dict[str, Any]:
        """What a new message is sent with."""
        view, files = self.view(), self.uploads()
        parts: dict[str, Any] = {"embed": self.embed, "allowed_mentions": discord.AllowedMentions.none()}
        return parts | ({"view": view} if view else {}) | ({"files": files} if files else {})

    def replacing(self) -> dict[str, Any]:
        """What a message is edited with: all that stood there before goes."""
        return {
            "content": None,
            "embed": self.embed,
            "view": self.view(),
            "attachments": self.uploads(),
            "allowed_mentions": discord.AllowedMentions.none(),
        }


def dressed(card: Card, words: Words, guild: int | None = None) -> Dressed:
    """A card in one language; `guild` where it does not stand in that server. Raises Refused (files too big)."""
    page = _Page(card, words)
    files = [_document(one) for one in card.files]
    embed = page.embed()
    if page.torn:
        files.append((f"{words.ui('whole-name')}.txt", limits.whole(plainly(card, words)).encode()))
    return Dressed(embed, tuple(_pressable(card.buttons, words, guild)), _carried(files, words))


class _Page:
    """One embed as it fills up."""

    def __init__(self, card: Card, words: Words) -> None:
        self._card, self._words = card, words
        self._left = limits.EMBED
        self.torn = False

    def embed(self) -> discord.Embed:
        """The whole of it; the title first, then the fields' names, since what is decided stands in the body."""
        embed = discord.Embed(colour=_COLOURS[self._card.tone])
        if self._card.title:
            embed.title = self._take(text.escaped(self._words.plain(self._card.title)), limits.TITLE) or _NOTHING
        fields = list(self._fields())
        embed.description = self._body(limits.DESCRIPTION) or (None if embed.title or fields else _NOTHING)
        for name, value in fields:
            embed.add_field(name=name, value=value, inline=_short(fields))
        return embed

    def _fields(self) -> Iterator[tuple[str, str]]:
        reserve = min(limits.DESCRIPTION, sum(len(self._words.plain(one)) for one in self._card.body) * 2)
        self.torn |= len(self._card.fields) > limits.FIELDS
        for one in self._card.fields[: limits.FIELDS]:
            room = min(limits.FIELD_VALUE, self._left - min(reserve, limits.EMBED // 2) - limits.FIELD_NAME)
            if room < _LEAST:
                self.torn = True
                return
            name = self._take(text.escaped(self._words.plain(one.label)), limits.FIELD_NAME)
            yield name or _NOTHING, self._block(one.value, room) or _NOTHING

    def _body(self, most: int) -> str:
        blocks: list[str] = []
        room = min(most, self._left)
        for one in self._card.body:
            if room < _LEAST:
                self.torn = True
                break
            if block := self._block(one, room - len(_GAP), quote=True):
                blocks.append(block)
                room -= size(block) + len(_GAP)
        return _GAP.join(blocks)

    def _block(self, one: Text, most: int, *, quote: bool = False) -> str:
        if isinstance(one, Verbatim) and quote:
            lines = one.text.strip("\n")
            shift = len(one.text) - len(one.text.lstrip("\n"))
            spans = tuple((start - shift, end - shift) for start, end in one.spans)
            said = limits.fitted(lines, most, lambda raw: text.quoted(text.marked(raw, spans))) if lines.strip() else ""
        else:
            said = self._words.rich(one, most).strip()
        self.torn |= said.endswith("…") and not self._words.plain(one).rstrip().endswith("…")
        self._left -= size(said) + len(_GAP)
        return said

    def _take(self, said: str, most: int) -> str:
        kept = cut(said.replace("\n", " ").strip(), most)
        kept = kept[:-2] + "…" if kept.endswith("\\…") else kept
        self.torn |= kept != said.replace("\n", " ").strip()
        self._left -= size(kept)
        return kept


def _short(fields: Sequence[tuple[str, str]]) -> bool:
    """Few short values stand beside each other; otherwise each is a row."""
    return len(fields) <= 3 and all(size(value) <= 40 for _, value in fields)


def plainly(card: Card, words: Words) -> str:
    """The whole card as plain text."""
    title = [words.plain(card.title)] if card.title else []
    fields = [f"{words.plain(one.label)}\n{words.plain(one.value)}" for one in card.fields]
    return _GAP.join([*title, *(words.plain(one) for one in card.body), *fields]) + "\n"


def _pressable(buttons: Sequence[Button], words: Words, guild: int | None) -> Iterator[Pressable]:
    known: set[str] = set()
    for one in buttons:
        name = custom_id(one, guild)
        if name not in known and len(known) < limits.BUTTONS:
            known.add(name)
            label = cut(words.plain(one.label).replace("\n", " ").strip(), limits.BUTTON_LABEL) or _NOTHING
            yield Pressable(name, label, _STYLES[one.style])


def _document(one: Document) -> tuple[str, bytes]:
    name = cut(text.visible(one.name).replace("/", "-").replace("\\", "-").strip(), limits.FILE_NAME) or "file.txt"
    return name, limits.whole(one.content).encode()


def _carried(files: Sequence[tuple[str, bytes]], words: Words) -> tuple[tuple[str, bytes], ...]:
    """Files as they are, or packed where they are too big together or too many."""
    if len(files) <= limits.FILES and sum(len(content) for _, content in files) <= limits.FILE_BYTES:
        return tuple(files)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(files, start=1):
            inside = zipfile.ZipInfo(f"{number}-{name}" if len(files) > 1 else name)
            archive.writestr(inside, content, zipfile.ZIP_DEFLATED)
    if packed.tell() > limits.FILE_BYTES:
        raise Refused("the files are too big for Discord", Phrase("discord-refused-file"))
    return ((f"{words.ui('whole-name')}.zip", packed.getvalue()),)
