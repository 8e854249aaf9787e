"""What people are shown, before any platform dresses it: cards and forms, and the words in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.ids import AccountId, CaseId, ChannelId, MessageId, RoleId

Locale = Literal["en", "fr"]
Address = Literal["tu", "vous"]
"""How French speaks to people."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, shown by the name that the platform has for them; it never pings."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class Holders:
    """Those who hold a role, shown by the role's name; it never pings."""

    role: RoleId


@dataclass(frozen=True, slots=True)
class Place:
    """A channel or a thread, shown by its name and as a link where the platform has links."""

    channel: ChannelId


@dataclass(frozen=True, slots=True)
class Passage:
    """A message, shown as a link to where it stands."""

    channel: ChannelId
    message: MessageId


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment, shown as a date and a time of day in the community's time zone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Doorway:
    """A page of the bot's own that works for whoever is not here (any more): signed, for one purpose, until a day.

    Whoever sends it out puts the address in; where there are no such pages it stays empty.
    """

    purpose: Literal["appeal", "answer"]
    case: CaseId
    until: datetime
    account: AccountId | None = None
    """Whose appeal it would be."""
    number: int = 0
    """The line of the log that gave it out: a later one makes it worth nothing."""
    url: str = ""


Reference = Person | Holders | Place | Passage | Instant | Doorway
"""What only a platform knows how to write."""
Argument = str | int | Reference


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message of `bot/locales`, with its arguments; a string among them is somebody's or a file's own words."""

    key: str
    arguments: tuple[tuple[str, Argument], ...] = ()


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Words that a manager wrote in both languages, such as the why of a policy."""

    en: str
    fr: str

    def say(self, locale: Locale) -> str:
        """The words in one language."""
        return self.fr if locale == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Somebody's own words: renderers escape them, and nothing in them pings."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    """Places to mark in them, as start and end in characters."""


Text = Phrase | Bilingual | Verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A labelled line of a card."""

    label: Text
    value: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something to press; `id` says all that is needed to act on it after a restart.

    It is `action` or `action:subject`, at most 100 characters; the catalogue declares actions and who may press them.
    """

    id: str
    label: Text
    style: Literal["plain", "primary", "danger"] = "plain"
    prefill: tuple[tuple[str, str], ...] = ()
    """Answers to put into the form that it opens, by the ids of its questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text file that comes with a card."""

    name: str
    media_type: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A message of the bot's own."""

    body: tuple[Text, ...]
    title: Text | None = None
    fields: tuple[Field, ...] = ()
    buttons: tuple[Button, ...] = ()
    files: tuple[Document, ...] = ()
    tone: Literal["plain", "notice", "alert", "good"] = "plain"


QuestionKind = Literal["line", "paragraph", "choice", "account", "channel", "role"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One input of a form; what it gives back is text: words, the id of a choice, an account, a channel or a role."""

    id: str
    label: Text
    kind: QuestionKind = "line"
    hint: Text | None = None
    required: bool = True
    most: int = 1000
    """The longest answer, in characters."""
    choices: tuple[tuple[str, Text], ...] = ()
    value: str = ""
    """What stands there at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Questions that are asked and answered together, at most five."""

    id: str
    title: Text
    questions: tuple[Question, ...]
    intro: Text | None = None
    submit: Text | None = None
