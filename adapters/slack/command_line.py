"""What somebody typed after `/palabre` or `@Palabre`, as a command of the catalogue: forgiving, in both languages.

People and channels come as Slack escapes them (`<@U012AB3CD>`, `<#C012AB3CD>`), or by name where somebody typed one.
"""

import difflib
import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from adapters.slack.directory import Team
from adapters.slack.inbound_text import decoded
from adapters.slack.limits import cut
from adapters.slack.words import Words
from bot.catalogue.catalogue import Catalogue, spellings
from bot.catalogue.entries import CommandEntry, Parameter
from bot.ids import account_id, channel_id
from bot.views import Locale

QUOTED = 80
"""Characters of what was typed that a sentence about it repeats."""
LOCALES: tuple[Locale, ...] = ("en", "fr")
_LONGEST_NAME = 100
"""Characters in which a name is looked for; Slack's are no longer than 80."""
_PERSON = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
_CHANNEL = re.compile(r"<#([A-Z0-9]+)(?:\|[^>]*)?>")
_NAMING = re.compile(r"(?<!\S)(?=<@|@)")
"""Where somebody is named: words that come before are cut off there."""
_WORD = re.compile(r"<[^<>]*>|\S+")


class Mistake(ValueError):
    """What was typed cannot be used; the text says why and what to type instead."""

    def __init__(self, said: str, wanted: Parameter | None = None, *, lost: bool = False) -> None:
        """`wanted`: what is missing; `lost`: it may have been no command at all."""
        super().__init__(said)
        self.said, self.wanted, self.lost = said, wanted, lost


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


@functools.lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """Small letters without accents: people type in a hurry."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Reads lines by one catalogue, with the names that hold now, for somebody who reads `words`."""

    catalogue: Catalogue
    team: Team
    words: Words

    def read(self, line: str) -> Use | Opens:
        """Understand one line; an empty one asks for help. Raises Mistake."""
        command, rest = self.command(line.strip() or "help")
        given, missing = self._given(command, rest)
        needed = [one for one in command.parameters if one.required]
        if command.form and (missing or not needed):
            return Opens(command, command.form, given)
        if missing:
            what = self.words.plain(missing.label)
            raise Mistake(self.words.ui("command-missing", what=what, usage=self.usage(command)), missing)
        return Use(command, given)

    def command(self, line: str) -> tuple[CommandEntry, str]:
        """Which command is meant, by the longest name that fits, and what follows it. Raises Mistake."""
        found = list(_WORD.finditer(line))
        words = [match[0].removeprefix("/") for match in found]
        for length in range(min(len(words), 3), 0, -1):
            if entry := self._spelt(" ".join(words[:length])):
                return entry, line[found[length - 1].end() :]
        raise self._unknown(words)

    def _spelt(self, said: str) -> CommandEntry | None:
        known = {bare(name): entry for name, entry in self.catalogue.by_spelling.items()}
        return known.get(bare(said.rstrip(".!?,")))

    def usage(self, command: CommandEntry) -> str:
        """How it is written, with what it is told."""
        told = (f"{self.words.plain(one.label).lower()}" for one in command.parameters)
        parts = (
            f"[{said}]" if one.required else f"({said})" for said, one in zip(told, command.parameters, strict=True)
        )
        return " ".join([self.words.command(command.name.say(self.words.locale)), *parts])

    def _unknown(self, words: Sequence[str]) -> Mistake:
        typed = self._quoted(" ".join(words[:2]))
        names = {bare(name): name for name in self.catalogue.by_spelling}
        near = difflib.get_close_matches(bare(" ".join(words[:2])), names, n=1, cutoff=0.7) if len(words) > 1 else []
        if not near and (under := self._under(words[0])):
            return Mistake(self.words.ui("command-which", typed=self._quoted(words[0]), names=", ".join(under)))
        near = near or difflib.get_close_matches(bare(words[0]), names, n=1, cutoff=0.7)
        if near:
            meant = self.words.command(names[near[0]])
            return Mistake(self.words.ui("command-did-you-mean", typed=typed, meant=meant))
        help_ = self.catalogue.command("help")
        name = help_.name.say(self.words.locale) if help_ else "help"
        return Mistake(self.words.ui("command-unknown", typed=typed, help=self.words.command(name)), lost=True)

    def _under(self, first: str) -> Sequence[str]:
        """The commands that begin with a word, as whoever asks would type them."""
        begun = f"{bare(first)} "
        found = (one for one in self.catalogue.commands if any(bare(name).startswith(begun) for name in spellings(one)))
        return [self.words.command(one.name.say(self.words.locale)) for one in found]

    def _given(self, command: CommandEntry, rest: str) -> tuple[tuple[tuple[str, str], ...], Parameter | None]:
        given: list[tuple[str, str]] = []
        missing: Parameter | None = None
        for number, parameter in enumerate(command.parameters, 1):
            after = command.parameters[number:]
            word, rest = self._take(parameter, after, rest.strip())
            if word:
                given.append((parameter.id, self._value(parameter, word)))
            elif parameter.required and missing is None:
                missing = parameter
        if rest.strip():
            over = self._quoted(rest.strip())
            raise Mistake(self.words.ui("command-too-much", rest=over, usage=self.usage(command)))
        return tuple(given), missing

    def _take(self, parameter: Parameter, after: Sequence[Parameter], rest: str) -> tuple[str, str]:
        if parameter.kind == "text":
            named = _NAMING.search(rest) if any(one.kind == "account" for one in after) else None
            end = named.start() if named else len(rest)
            return rest[:end].strip(), rest[end:]
        if parameter.kind == "account" and (name := _named(rest, self.team.names)):
            return name, rest[len(name) :]
        match = _WORD.match(rest)
        return (match[0], rest[match.end() :]) if match else ("", rest)

    def _value(self, parameter: Parameter, word: str) -> str:
        match parameter.kind:
            case "account":
                return account_id(self.team.space, self._person(word))
            case "channel":
                return channel_id(self.team.space, self._channel(word))
            case "choice":
                return self._choice(parameter, word)
            case _:
                return decoded(word, self.team).text

    def _person(self, word: str) -> str:
        if match := _PERSON.fullmatch(word):
            return match[1]
        wanted = bare(word.removeprefix("@"))
        called = [native for native, name in self.team.names.items() if bare(name) == wanted]
        if len(called) == 1:
            return called[0]
        raise Mistake(self.words.ui("command-people" if called else "command-nobody", typed=self._quoted(word)))

    def _channel(self, word: str) -> str:
        if match := _CHANNEL.fullmatch(word):
            return match[1]
        wanted = bare(word.removeprefix("#"))
        for native, place in self.team.places.items():
            if bare(place.name) == wanted:
                return native
        raise Mistake(self.words.ui("command-no-channel", typed=self._quoted(word)))

    def _choice(self, parameter: Parameter, word: str) -> str:
        by_word = {bare(value): value for value, _ in parameter.choices}
        for value, label in parameter.choices:
            for locale in LOCALES:
                by_word.setdefault(bare(self.words.into(locale).plain(label)), value)
        if (found := by_word.get(bare(word))) is None:
            known = ", ".join(value for value, _ in parameter.choices)
            raise Mistake(self.words.ui("command-no-choice", typed=self._quoted(word), known=known))
        return found

    def _quoted(self, typed: str) -> str:
        return cut(decoded(typed, self.team).text, QUOTED)


def _named(rest: str, names: Mapping[str, str]) -> str:
    """A name may hold spaces: the longest known one that the rest begins with."""
    if rest.startswith("<"):
        return ""
    said = rest.removeprefix("@")
    begun = bare(said[:_LONGEST_NAME])
    fits = [name for name in names.values() if name and _begins(begun, bare(name))]
    longest = max(fits, key=len, default="")
    return rest[: len(longest) + len(rest) - len(said)] if longest else ""


def _begins(said: str, name: str) -> bool:
    """Whether it begins with this name, and not with a longer one."""
    return said.startswith(name) and not said[len(name) : len(name) + 1].isalnum()
