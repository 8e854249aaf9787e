"""What people are shown, before any platform dresses it: cards and forms, and the words in them."""

from dataclasses import dataclass
from typing import Literal

Locale = Literal["en", "fr"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message of `bot/locales`, with its arguments."""

    key: str
    arguments: tuple[tuple[str, str | int], ...] = ()


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


Text = Phrase | Bilingual | Verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A labelled line of a card."""

    label: Text
    value: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something to press; `id` says all that is needed to act on it after a restart."""

    id: str
    label: Text
    style: Literal["plain", "primary", "danger"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A message of the bot's own."""

    body: tuple[Text, ...]
    title: Text | None = None
    fields: tuple[Field, ...] = ()
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One input of a form."""

    id: str
    label: Text
    long: bool = False
    required: bool = True
    choices: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Questions that are asked and answered together."""

    id: str
    title: Text
    questions: tuple[Question, ...]
