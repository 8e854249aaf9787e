"""`docs/commands.md`, made from the catalogue: python -m bot.cli.command_reference > docs/commands.md."""

import sys
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.declared import CATALOGUE
from bot.catalogue.entries import CommandEntry, FormEntry, Parameter
from bot.commands import Level
from bot.locales import Translator
from bot.views import Question, Text
from bot.wording import say

_HEAD = """# What people can ask of the bot

Discord shows these as slash commands, menus, buttons and forms; Slack as slash commands, shortcuts and dialogues; the
web sandbox in its command box. They are the same everywhere, and every command can be written in English or in French.
Answers are for whoever asked: nobody else sees them.

A level may do all that the ones before it may. Whoever owns the server or workspace is an owner here too; everybody
else gets a level in `/setup` or in `config.toml`.

This page is made from `bot/catalogue/declared.py` and `bot/locales/en/catalogue.ftl`; a test compares them.
"""
_WHO = {
    Level.MEMBER: "Everybody",
    Level.HELPER: "Helpers",
    Level.MODERATOR: "Moderators",
    Level.SENIOR: "Seniors",
    Level.OWNER: "Owners",
}


def page(catalogue: Catalogue = CATALOGUE) -> str:
    """The whole page."""
    parts = (_commands(catalogue), _menus(catalogue), _buttons(catalogue), _forms(catalogue))
    return "\n".join([_HEAD, *(line for part in parts for line in part), ""])


def _commands(catalogue: Catalogue) -> Iterator[str]:
    yield "## Commands"
    in_order = sorted(catalogue.commands, key=lambda one: one.level)
    for level, commands in groupby(in_order, key=lambda one: one.level):
        yield from ("", f"### {_WHO[level]}", "", "| command | in French | what | with |", "|---|---|---|---|")
        yield from map(_command, commands)
    yield ""


def _command(command: CommandEntry) -> str:
    taken = "; ".join(map(_parameter, command.parameters))
    form = f"{'; otherwise ' if taken else ''}[a form](#{command.form})" if command.form else ""
    english, french = f"`/{command.name.en}`", f"`/{command.name.fr}`"
    return f"| {english} | {french} | {_said(command.help)} | {taken}{form} |"


def _parameter(parameter: Parameter) -> str:
    choices = f" ({', '.join(f'`{value}`' for value, _ in parameter.choices)})" if parameter.choices else ""
    optional = "" if parameter.required else " (optional)"
    return f"`{parameter.id}`: {_said(parameter.label)}{choices}{optional}"


def _menus(catalogue: Catalogue) -> Iterator[str]:
    yield from ("## In the menu of every message", "", "| entry | who | |", "|---|---|---|")
    for menu in catalogue.menus:
        form = f"opens [a form](#{menu.form})" if menu.form else ""
        yield f"| {_said(menu.label)} | {_WHO[menu.level]} | {form} |"
    yield ""


def _buttons(catalogue: Catalogue) -> Iterator[str]:
    yield from ("## Buttons", "", "| button | who may press it | |", "|---|---|---|")
    for action in catalogue.actions:
        form = f"opens [a form](#{action.form})" if action.form else f"as `/{action.command}`" if action.command else ""
        yield f"| `{action.id}` | {_WHO[action.level]} | {form} |"
    yield ""


def _forms(catalogue: Catalogue) -> Iterator[str]:
    yield "## Forms"
    for entry in catalogue.forms:
        yield from _form(entry)


def _form(entry: FormEntry) -> Iterator[str]:
    form = entry.form
    yield from ("", f"### {form.id}", "", f"*{_said(form.title)}*, for: {_WHO[entry.level].lower()}.")
    if form.intro is not None:
        yield from ("", _said(form.intro))
    yield from ("", "| question | answer | |", "|---|---|---|")
    for question in form.questions:
        optional = "" if question.required else "optional"
        yield f"| {_said(question.label)} | {_answer(question)} | {optional} |"


def _answer(question: Question) -> str:
    if question.choices:
        return "; ".join(f"{_said(label)} (`{value}`)" for value, label in question.choices)
    return {"line": "a line", "paragraph": "some lines", "account": "a person"}.get(question.kind, f"a {question.kind}")


def _said(text: Text) -> str:
    return say(text, "en", _translator())


@cache
def _translator() -> Translator:
    return Translator(strict=True)


if __name__ == "__main__":
    sys.stdout.write(page())
