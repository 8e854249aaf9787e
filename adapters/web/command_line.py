"""What somebody typed after a slash, as a command of the catalogue: pure, forgiving about spelling."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from adapters.web.directory import Directory
from adapters.web.ink import Ink
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.entries import CommandEntry, Parameter
from bot.documents import nearest
from bot.views import Locale

QUOTED = 80
"""Characters of what was typed that a sentence about it repeats."""
_NAMING = re.compile(r"(?<!\S)(?=@)")
"""Where somebody is named: words that come before are cut off there."""
LOCALES: tuple[Locale, ...] = ("en", "fr")


class Mistake(ValueError):
    """What was typed cannot be used; the text says why and what to type instead."""


@dataclass(frozen=True, slots=True)
class Use:
    """A command with what it is told."""

    command: CommandEntry
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Opens:
    """A form has to be filled in first, with what was typed already."""

    command: CommandEntry
    form: str
    given: tuple[tuple[str, str], ...] = ()


def bare(text: str) -> str:
    """Small letters without accents: people type in a hurry."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Reads lines by one catalogue, with the names that hold now."""

    catalogue: Catalogue
    directory: Directory
    ink: Ink

    def read(self, line: str) -> Use | Opens:
        """Understand one line. Raises Mistake."""
        command, rest = self.command(line)
        given, missing = self._given(command, rest)
        needed = [one for one in command.parameters if one.required]
        if command.form and (missing or not needed):
            return Opens(command, command.form, given)
        if missing:
            raise Mistake(
                self.ink.ui("command-missing", command=f"/{_own(command, self.ink)}", what=self._label(missing))
            )
        return Use(command, given)

    def command(self, line: str) -> tuple[CommandEntry, str]:
        """Which command is meant, by the longest name that fits, and what follows it. Raises Mistake."""
        words = line.strip().removeprefix("/").split()
        known = {bare(name): entry for name, entry in self.catalogue.by_spelling.items()}
        for length in range(min(len(words), 3), 0, -1):
            if entry := known.get(bare(" ".join(words[:length]))):
                return entry, _after(line, length)
        typed = " ".join(words[:2]) if len(words) > 1 else "".join(words)
        raise Mistake(self._unknown(typed, words[:1]))

    def _unknown(self, typed: str, first: Sequence[str]) -> str:
        names = tuple(self.catalogue.by_spelling)
        guess = nearest(typed, names) or nearest("".join(first), names)
        begun = [name for name in names if first and bare(name).split()[0] == bare(first[0])]
        hint = guess.partition('"')[2].rpartition('"')[0] or (begun[0] if begun else "")
        if hint:
            return self.ink.ui("command-did-you-mean", typed=f"/{_short(typed)}", meant=f"/{hint}")
        return self.ink.ui("command-unknown", typed=f"/{_short(typed)}")

    def _given(self, command: CommandEntry, rest: str) -> tuple[tuple[tuple[str, str], ...], Parameter | None]:
        given: list[tuple[str, str]] = []
        missing: Parameter | None = None
        for number, parameter in enumerate(command.parameters, 1):
            after = command.parameters[number:]
            word, rest = self._take(parameter, after, rest)
            if word:
                given.append((parameter.id, self._value(parameter, word)))
            elif parameter.required and missing is None:
                missing = parameter
        if rest.strip():
            raise Mistake(
                self.ink.ui("command-too-much", command=f"/{_own(command, self.ink)}", rest=_short(rest.strip()))
            )
        return tuple(given), missing

    def _take(self, parameter: Parameter, after: Sequence[Parameter], rest: str) -> tuple[str, str]:
        rest = rest.strip()
        if parameter.kind == "text":
            named = _NAMING.search(rest) if any(one.kind == "account" for one in after) else None
            end = named.start() if named else len(rest)
            return rest[:end].strip(), rest[end:]
        if parameter.kind == "account" and (name := self._name(rest)):
            return name, rest[len(name) :]
        word = rest.split(None, 1)[0] if rest else ""
        return word, rest[len(word) :]

    def _name(self, rest: str) -> str:
        """A name may hold spaces: the longest known one that the rest begins with."""
        found = self.directory.pattern.match(rest if rest.startswith("@") else f"@{rest}")
        if found is None or not found["person"]:
            return ""
        return rest[: found.end()] if rest.startswith("@") else rest[: found.end() - 1]

    def _value(self, parameter: Parameter, word: str) -> str:
        match parameter.kind:
            case "account":
                account = self.directory.person(word)
                return account or self._nobody(word, self.directory.people.values(), "command-no-person")
            case "channel":
                channel = self.directory.channel(word)
                return channel or self._nobody(word, self.directory.channels.values(), "command-no-channel")
            case "choice":
                return self._choice(parameter, word)
            case _:
                return word

    def _nobody(self, word: str, known: Iterable[str], key: str) -> str:
        names = list(known)
        meant = nearest(word.lstrip("@#"), names).partition('"')[2].rpartition('"')[0]
        raise Mistake(self.ink.ui(key, typed=_short(word), meant=meant or "—"))

    def _choice(self, parameter: Parameter, word: str) -> str:
        by_word = {bare(value): value for value, _ in parameter.choices}
        for value, label in parameter.choices:
            for locale in LOCALES:
                by_word.setdefault(bare(self.ink.into(locale, "tu").line(label)), value)
        if (found := by_word.get(bare(word))) is None:
            known = ", ".join(value for value, _ in parameter.choices)
            raise Mistake(self.ink.ui("command-no-choice", typed=_short(word), known=known))
        return found

    def _label(self, parameter: Parameter) -> str:
        return self.ink.line(parameter.label)


def _short(typed: str) -> str:
    return typed if len(typed) <= QUOTED else f"{typed[:QUOTED]}…"


def _own(command: CommandEntry, ink: Ink) -> str:
    return command.name.say(ink.locale)


def _after(line: str, words: int) -> str:
    """What follows so many words, with its own spacing."""
    rest = line.strip().removeprefix("/").lstrip()
    for _ in range(words):
        rest = rest.lstrip()
        rest = rest[len(rest.split(None, 1)[0]) :]
    return rest
