"""The pages of help: all commands, those under one word, or one command with all that it takes."""

import difflib
from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.catalogue.catalogue import Catalogue, spellings
from bot.catalogue.entries import CommandEntry, Parameter
from bot.commands import Level
from bot.views import Bilingual, Card, Field, Phrase, Text, Verbatim

_FIRST = ("report", "dispute", "managers", "situation", "why")
"""Whoever needs one of these should not have to look for it."""


def page(catalogue: Catalogue, wanted: str, level: Level) -> Card:
    """What to read about `wanted`; about everything where it is empty."""
    asked = " ".join(wanted.lower().removeprefix("/").split())
    visible = list(catalogue.visible(level))
    if not asked:
        return _listed((Phrase("guidance-opening"), Phrase("guidance-people")), visible)
    if found := catalogue.by_spelling.get(asked):
        return _one(found)
    if under := [one for one in visible if any(name.startswith(f"{asked} ") for name in spellings(one))]:
        return _listed((Phrase("guidance-under", (("word", asked),)),), under)
    return _unknown(asked, visible)


def _listed(opening: tuple[Text, ...], commands: Iterable[CommandEntry]) -> Card:
    fields: list[Field] = []
    for level, group in groupby(sorted(commands, key=_place), key=lambda one: one.level):
        if level > Level.MEMBER:
            given = (("level", level.name.lower()),)
            fields.append(Field(label=Phrase("guidance-group", given), value=Phrase("guidance-group-who", given)))
        fields += [Field(label=written(one), value=one.help) for one in group]
    return Card(title=Phrase("guidance-title"), body=(*opening, Phrase("guidance-more")), fields=tuple(fields))


def _place(command: CommandEntry) -> tuple[Level, int]:
    return command.level, _FIRST.index(command.id) if command.id in _FIRST else len(_FIRST)


def _one(command: CommandEntry) -> Card:
    body: list[Text] = [command.help, Phrase("guidance-who", (("level", command.level.name.lower()),))]
    if command.form:
        body.append(Phrase("guidance-form"))
    return Card(title=written(command), body=tuple(body), fields=tuple(map(_parameter, command.parameters)))


def _parameter(parameter: Parameter) -> Field:
    needed = Phrase("guidance-parameter", (("required", "yes" if parameter.required else "no"),))
    return Field(label=parameter.label, value=needed)


def _unknown(asked: str, visible: Iterable[CommandEntry]) -> Card:
    near = list(_near(asked, visible))
    if not near:
        return Card(body=(Phrase("guidance-unknown", (("word", asked),)),))
    return Card(body=(Phrase("guidance-unknown-near", (("word", asked),)), *near))


def _near(asked: str, visible: Iterable[CommandEntry]) -> Iterator[Text]:
    names = {name: None for one in visible for name in spellings(one)}
    for name in difflib.get_close_matches(asked, names, n=3):
        yield Verbatim(f"/{name}")


def written(command: CommandEntry) -> Bilingual:
    """As people type it."""
    return Bilingual(f"/{command.name.en}", f"/{command.name.fr}")
