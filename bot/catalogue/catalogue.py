"""All entries together: looked up by their names, and asked who may use what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry
from bot.commands import Level
from bot.events import Ask, ButtonPressed, CommandInvoked, FormSubmitted, MenuChosen


@dataclass(frozen=True)
class Catalogue:
    """Every entry; raises ValueError where two have one name."""

    commands: tuple[CommandEntry, ...]
    menus: tuple[MenuEntry, ...]
    actions: tuple[ActionEntry, ...]
    forms: tuple[FormEntry, ...]

    def __post_init__(self) -> None:
        for kind, names in (
            ("command", [name for one in self.commands for name in spellings(one)]),
            ("menu", [one.id for one in self.menus]),
            ("action", [one.id for one in self.actions]),
            ("form", [one.id for one in self.forms]),
        ):
            twice = {name for name in names if names.count(name) > 1}
            if twice:
                raise ValueError(f"two entries are called {kind} {sorted(twice)[0]}")

    def command(self, name: str) -> CommandEntry | None:
        """A command by its id."""
        return next((one for one in self.commands if one.id == name), None)

    def menu(self, name: str) -> MenuEntry | None:
        """A menu entry by its id."""
        return next((one for one in self.menus if one.id == name), None)

    def action(self, button: str) -> ActionEntry | None:
        """What a button does, by its id with or without a subject."""
        wanted = button.partition(":")[0]
        return next((one for one in self.actions if one.id == wanted), None)

    def form(self, name: str) -> FormEntry | None:
        """A form by its id."""
        return next((one for one in self.forms if one.id == name), None)

    def requires(self, ask: Ask) -> Level | None:
        """How much its caller must be trusted with; None where the catalogue does not know what is asked for."""
        entry: CommandEntry | MenuEntry | ActionEntry | FormEntry | None = None
        if isinstance(ask, CommandInvoked):
            entry = self.command(ask.command)
        elif isinstance(ask, MenuChosen):
            entry = self.menu(ask.menu)
        elif isinstance(ask, ButtonPressed):
            entry = self.action(ask.action)
        elif isinstance(ask, FormSubmitted):
            entry = self.form(ask.form)
        return None if entry is None else entry.level

    def spelled_out(self, ask: Ask) -> Ask:
        """The command that a button stands for, as if it had been typed; everything else as it is."""
        entry = self.action(ask.action) if isinstance(ask, ButtonPressed) else None
        command = self.command(entry.command) if entry and entry.command else None
        if command is None or not isinstance(ask, ButtonPressed):
            return ask
        told = tuple((one.id, ask.subject) for one in command.parameters[:1] if ask.subject)
        return CommandInvoked(
            id=ask.id,
            space=ask.space,
            at=ask.at,
            account=ask.account,
            channel=ask.channel,
            name=ask.name,
            roles=ask.roles,
            locale=ask.locale,
            command=command.id,
            arguments=told,
        )

    def overlong(self, ask: Ask) -> int | None:
        """How long the first answer may be that is longer than its form lets it be; None where all of them fit."""
        entry = self.form(ask.form) if isinstance(ask, FormSubmitted) else None
        if entry is None or not isinstance(ask, FormSubmitted):
            return None
        most = {question.id: question.most for question in entry.form.questions}
        return next((most[name] for name, value in ask.values if len(value) > most.get(name, len(value))), None)

    def visible(self, level: Level) -> Iterator[CommandEntry]:
        """The commands that somebody may use."""
        return (one for one in self.commands if one.level <= level)

    @cached_property
    def by_spelling(self) -> Mapping[str, CommandEntry]:
        """Every way to write a command, in small letters: both languages."""
        return {name: one for one in self.commands for name in spellings(one)}


def spellings(command: CommandEntry) -> Iterable[str]:
    """What people may type for it."""
    return dict.fromkeys((command.id, command.name.en, command.name.fr))
