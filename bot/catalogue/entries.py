"""The kinds of entries that the catalogue holds: each says what it is called, what it takes and who may use it."""

from dataclasses import dataclass
from typing import Literal

from bot.commands import Level
from bot.views import Bilingual, Form, Phrase

ParameterKind = Literal["word", "text", "choice", "account", "channel", "policy", "message"]
"""`text` takes all that is left, up to an account that comes after it.

`policy` is completed by those that are live (`ports.Guide`).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Something that a command is told."""

    id: str
    label: Phrase
    kind: ParameterKind = "word"
    required: bool = True
    choices: tuple[tuple[str, Phrase], ...] = ()
    """What may be chosen: a value as rules read it, and what people read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandEntry:
    """A slash command, or a word under one."""

    id: str
    """Its full name as rules read it, in English: `policy show`."""
    name: Bilingual
    """What people type, in either language: `policy show`, `regles voir`."""
    help: Phrase
    """One line."""
    level: Level = Level.MEMBER
    parameters: tuple[Parameter, ...] = ()
    form: str | None = None
    """The form that opens where it is used without what it requires; where it requires nothing, always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """An entry in the menu of every message."""

    id: str
    label: Phrase
    level: Level = Level.MEMBER
    form: str | None = None
    """The form that it opens; what is sent then is the form, citing the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionEntry:
    """What a button of a card does: the first part of its id."""

    id: str
    level: Level = Level.MEMBER
    form: str | None = None
    """The form that it opens; what is sent then is the form, about the button's subject."""
    command: str | None = None
    """The command that it stands for; the button's subject is what its first parameter is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormEntry:
    """A form, and who may send it."""

    form: Form
    level: Level = Level.MEMBER

    @property
    def id(self) -> str:
        """What `FormSubmitted.form` says."""
        return self.form.id
