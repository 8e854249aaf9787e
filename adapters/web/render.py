"""Cards and messages as accessible HTML; every address in it is relative, so that all who look can share it."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from markupsafe import Markup

from adapters.web.changes import Upload
from adapters.web.emoji import shown as emoji_shown
from adapters.web.html import joined, posting, tag
from adapters.web.ink import Ink, anchor
from adapters.web.state import Message, Person, Shown
from adapters.web.text import clean, marked, rich
from bot.commands import Level
from bot.ids import MessageId, native
from bot.locales import formats
from bot.views import Button, Card, Document, Text, Verbatim

HUES = 12
IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
SIDE_BY_SIDE = 4
SHORT = 60
"""So many fields, of so many characters, still stand beside each other; otherwise each is a row."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a message looks like beside what it says."""

    first: bool
    """The first of several by one person: with face and name."""
    mine: frozenset[str] = frozenset()
    """The emoji that whoever reads has put below it."""
    in_thread: bool = False


def avatar(person: Person) -> Markup:
    """A face made of initials, in a colour that stays theirs; the bot has a leaf."""
    if person.bot and native(person.account) == "palabre":
        return tag("span", class_="avatar bot", aria_hidden="true")
    hue = hashlib.sha256(person.account.encode()).digest()[0] % HUES
    return tag("span", initials(person.name), class_=f"avatar hue-{hue}", aria_hidden="true")


def initials(name: str) -> str:
    """At most two letters."""
    words = [word for word in clean(name).replace("-", " ").split() if word[0].isalnum()] or [
        clean(name).strip()[:1] or "?"
    ]
    return "".join(word[0] for word in words[:2]).upper()


def badge(person: Person, ink: Ink) -> Markup | None:
    """What somebody is trusted with, for whom that is more than usual."""
    if person.bot:
        return tag("span", ink.ui("bot"), class_="badge badge-bot")
    if person.level == Level.MEMBER:
        return None
    name = person.level.name.lower()
    return tag("span", ink.ui(f"level-{name}"), class_=f"badge badge-{name}")


def message(one: Message, author: Person, ink: Ink, look: Look) -> Markup:
    """One message in its list."""
    kind = " ".join(("message", *(["first"] if look.first else []), *(["whisper"] if one.only_for else [])))
    return tag(
        "li",
        avatar(author) if look.first else None,
        tag("div", *_inside(one, author, ink, look), class_="inside"),
        None if one.deleted or one.only_for else _more(one, ink),
        id=anchor(one.id),
        class_=kind,
        tabindex="-1",
        data_message=native(one.id),
    )


def _inside(one: Message, author: Person, ink: Ink, look: Look) -> Iterator[Markup | None]:
    yield _head(one, author, ink) if look.first else tag("span", tag("bdi", clean(author.name)), class_="hidden")
    if one.deleted:
        yield tag("p", ink.ui("deleted"), class_="gone")
    else:
        yield from _content(one, ink)
        yield _reactions(one, ink, look.mine)
    if one.replies and not look.in_thread:
        yield tag("a", ink.ui("replies", number=one.replies), class_="replies", href=_thread(one))


def _thread(one: Message) -> str:
    return f"{quote(native(one.channel))}?thread={quote(native(one.id))}"


def _head(one: Message, author: Person, ink: Ink) -> Markup:
    return tag(
        "div",
        tag("bdi", clean(author.name), class_="name"),
        badge(author, ink),
        _time(one.at, ink),
        tag("span", ink.ui("only-you"), class_="only-you") if one.only_for else None,
        class_="head",
    )


def _time(at: datetime, ink: Ink) -> Markup:
    there = at.astimezone(ZoneInfo(ink.zone))
    title = formats.date_time(at, ink.locale, ink.zone)
    return tag("time", f"{there:%H:%M}", datetime=at.isoformat(timespec="seconds"), title=title)


def _content(one: Message, ink: Ink) -> Iterator[Markup | None]:
    if one.called:
        names = (f"@{ink.directory.people[account]}" for account in one.called if account in ink.directory.people)
        yield tag("div", rich(" ".join(names), ink.directory), class_="text")
    if one.shown:
        yield card(one.shown, one.id, ink)
    elif one.text:
        edited = tag("span", ink.ui("edited"), class_="edited") if one.edited else None
        yield tag("div", rich(one.text, ink.directory), edited, class_="text")
    if one.files:
        yield tag("ul", *(_file(file, ink) for file in one.files), class_="files")
    if one.only_for:
        yield tag(
            "form",
            tag("input", type="hidden", name="message", value=one.id),
            tag("button", ink.ui("dismiss"), class_="quiet"),
            **posting("do/dismiss"),
        )


def _file(file: Upload, ink: Ink) -> Markup:
    size = tag("span", ink.ui("size", kib=max(1, round(file.size / 1024))), class_="size")
    if not file.sha256:
        return tag("li", tag("span", tag("bdi", clean(file.name)), class_="file"), size)
    href = f"/files/{file.sha256}/{quote(clean(file.name), safe='')}"
    link = tag("a", tag("bdi", clean(file.name)), href=href, class_="file", download=True)
    if file.media_type in IMAGES:
        return tag("li", tag("a", tag("img", src=href, alt=clean(file.name), loading="lazy"), href=href), link, size)
    return tag("li", link, size)


def _reactions(one: Message, ink: Ink, mine: frozenset[str]) -> Markup | None:
    if not one.reactions:
        return None
    chips = (_reaction(emoji, len(people), ink, pressed=emoji in mine) for emoji, people in one.reactions.items())
    return tag(
        "form",
        tag("input", type="hidden", name="message", value=one.id),
        *chips,
        class_="reactions",
        **posting("do/react"),
    )


def _reaction(emoji: str, number: int, ink: Ink, *, pressed: bool) -> Markup:
    return tag(
        "button",
        tag("span", clean(emoji_shown(emoji)), aria_hidden="true"),
        tag("span", str(number), aria_hidden="true"),
        name="emoji",
        value=emoji,
        tabindex="-1",
        class_="reaction",
        aria_pressed="true" if pressed else "false",
        aria_label=ink.ui("reaction", emoji=emoji_shown(emoji), number=number),
    )


def _more(one: Message, ink: Ink) -> Markup:
    return tag(
        "button",
        tag("span", "⋯", aria_hidden="true"),
        type="button",
        class_="more",
        tabindex="-1",
        hx_get=f"menu?message={quote(one.id, safe='')}",
        hx_target="#menu",
        aria_haspopup="menu",
        aria_label=ink.ui("actions"),
    )


def card(shown: Shown, message: MessageId, ink: Ink) -> Markup:
    """The bot's own message, in the language that it was written in."""
    own = ink.into(shown.locale, shown.address)
    return tag(
        "div",
        *_card(shown.card, message, own),
        class_=f"card tone-{shown.card.tone}",
        lang=shown.locale,
    )


def _card(one: Card, message: MessageId, ink: Ink) -> Iterator[Markup | None]:
    if one.title:
        yield tag("h2", ink.words(one.title), class_="title")
    for text in one.body:
        yield paragraph(text, ink)
    if one.fields:
        values = [(ink.words(field.label), ink.words(field.value)) for field in one.fields]
        beside = len(values) <= SIDE_BY_SIDE and all(len(value.striptags()) <= SHORT for _, value in values)
        rows = (tag("div", tag("dt", label), tag("dd", value)) for label, value in values)
        yield tag("dl", *rows, class_=None if beside else "many")
    if one.files:
        yield tag("ul", *(_document(file, n, message) for n, file in enumerate(one.files)), class_="files")
    if one.buttons:
        yield tag(
            "form",
            tag("input", type="hidden", name="message", value=message),
            *(_button(button, ink) for button in one.buttons),
            class_="buttons",
            **posting("do/press"),
        )


def paragraph(text: Text, ink: Ink) -> Markup:
    """One text of a body: somebody's own words stand apart as a quotation."""
    if isinstance(text, Verbatim):
        return tag("blockquote", _broken(marked(text.text, text.spans)), class_="verbatim", dir="auto")
    return joined(tag("p", Markup("<br>").join(part.split(Markup("<br>")))) for part in _parted(ink.words(text)))


def _parted(words: Markup) -> Sequence[Markup]:
    return [part for part in words.split(Markup("<br><br>")) if part] or [words]


def _broken(words: Markup) -> Markup:
    return Markup("<br>").join(words.split("\n"))


def _document(file: Document, number: int, message: MessageId) -> Markup:
    href = f"document?message={quote(message, safe='')}&file={number}"
    return tag("li", tag("a", tag("bdi", clean(file.name)), href=href, class_="file", download=file.name))


def _button(one: Button, ink: Ink) -> Markup:
    return tag("button", ink.words(one.label), name="button", value=one.id, class_=f"button {one.style}")
