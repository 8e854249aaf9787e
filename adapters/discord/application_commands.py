"""The catalogue as Discord's application commands: slash commands, menus of messages and of people, in both languages.

Sent as Discord documents them, straight: discord.py's own tree would want a function for each and keep none of the
localisations that it was given when comparing. They are changed only where they differ from what Discord has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import discord
import structlog

from adapters.discord import limits
from adapters.discord.asking import MESSAGE_MENU, USER_MENU, menu_name
from adapters.discord.limits import cut
from adapters.discord.permissions import bits
from adapters.discord.words import Words
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.entries import CommandEntry, MenuEntry, Parameter, ParameterKind
from bot.commands import Level
from bot.views import Bilingual, Locale, Phrase

_log = structlog.get_logger("adapters.discord")
Payload = dict[str, Any]
CHAT, SUBCOMMAND, STRING, USER, CHANNEL = 1, 1, 3, 6, 7
SERVER, DIRECT = 0, 1
"""Where a command can be used; nothing of ours is for conversations among others."""
_ANYWHERE = frozenset({"privacy", "help", "language"})
_KINDS: Mapping[ParameterKind, int] = {"account": USER, "channel": CHANNEL}
_SPOKEN: Mapping[str, Locale] = {"fr": "fr", "en-US": "en", "en-GB": "en"}
_SHOWN: Mapping[Level, tuple[str, ...] | None] = {
    Level.MEMBER: None,
    Level.HELPER: ("moderate_members",),
    Level.MODERATOR: ("moderate_members",),
    Level.SENIOR: ("manage_guild",),
    Level.OWNER: ("manage_guild",),
    Level.OPERATOR: (),
}
"""Who is shown a command at first: it only hides, servers may change it, and the core decides."""


def payloads(catalogue: Catalogue, words: Words | None = None) -> list[Payload]:
    """Every command and menu of the catalogue as Discord takes them, in a steady order."""
    said = words or Words()
    by_first = groupby(sorted(catalogue.commands, key=_first), key=_first)
    commands = [_command(name, list(entries), said) for name, entries in by_first]
    return [*commands, *(one for entry in catalogue.menus for one in _menus(entry, catalogue, said))]


async def synchronise(client: discord.Client, catalogue: Catalogue, words: Words | None = None) -> bool:
    """Let Discord have the commands of the catalogue; whether anything had to be changed."""
    application = client.application_id
    if application is None:
        raise RuntimeError("commands can be synchronised once the client has logged in")
    route = discord.http.Route("GET", "/applications/{application_id}/commands", application_id=application)
    there = await client.http.request(route, params={"with_localizations": "true"})
    wanted = payloads(catalogue, words)
    if canonical(there) == canonical(wanted):
        _log.info("the commands are up to date", number=len(wanted))
        return False
    await client.http.bulk_upsert_global_commands(application, wanted)
    _log.info("the commands were changed", before=len(there), number=len(wanted))
    return True


def canonical(commands: Iterable[Mapping[str, Any]]) -> list[Payload]:
    """What makes a difference between two lists of commands, however Discord writes it."""
    return sorted((_bare(one) for one in commands), key=lambda one: (one.get("type", CHAT), one["name"]))


_MATTERS = (
    *("type", "name", "name_localizations", "description", "description_localizations", "required", "autocomplete"),
    *("value", "options", "choices", "default_member_permissions", "contexts", "integration_types", "channel_types"),
)


def _bare(one: Mapping[str, Any]) -> Payload:
    """What is as Discord has it by itself, and what is empty, makes no difference."""
    kept: Payload = {}
    for name in _MATTERS:
        value = one.get(name)
        if name in ("options", "choices"):
            value = [_bare(inner) for inner in value or ()]
        elif name in ("contexts", "integration_types"):
            value = sorted(value or ())
        elif name == "default_member_permissions" and value is not None:
            value = str(value)
        if value not in (None, False, "", [], {}):
            kept[name] = value
    return kept


def _first(entry: CommandEntry) -> str:
    return entry.name.en.partition(" ")[0]


def _command(name: str, entries: Sequence[CommandEntry], words: Words) -> Payload:
    """One command, or several under one word."""
    alone = len(entries) == 1 and entries[0].name.en == name
    first = Bilingual(name, entries[0].name.fr.partition(" ")[0])
    help_ = entries[0].help if alone else Phrase("discord-commands", (("name", name),))
    inside = _options(entries[0], words) if alone else [_subcommand(one, words) for one in entries]
    return {
        "type": CHAT,
        **_named(first),
        **_described(help_, words),
        "options": inside,
        **_shown(min(one.level for one in entries)),
        **_where(anywhere=name in _ANYWHERE),
    }


def _subcommand(entry: CommandEntry, words: Words) -> Payload:
    name = Bilingual(*(said.partition(" ")[2].replace(" ", "-") for said in (entry.name.en, entry.name.fr)))
    return {"type": SUBCOMMAND, **_named(name), **_described(entry.help, words), "options": _options(entry, words)}


def _options(entry: CommandEntry, words: Words) -> list[Payload]:
    """What is required comes first, as Discord wants it; what a form can ask for is not required."""
    asked = sorted(entry.parameters, key=lambda one: not one.required)
    return [_option(one, words, required=one.required and entry.form is None) for one in asked]


def _option(one: Parameter, words: Words, *, required: bool) -> Payload:
    option: Payload = {"type": _KINDS.get(one.kind, STRING), "name": one.id, **_described(one.label, words)}
    if required:
        option["required"] = True
    if one.kind == "policy":
        option["autocomplete"] = True
    if one.choices:
        option["choices"] = [_choice(value, label, words) for value, label in one.choices[: limits.CHOICES]]
    return option


def _choice(value: str, label: Phrase, words: Words) -> Payload:
    said = {spoken: _line(label, words, locale, limits.CHOICE) for spoken, locale in _SPOKEN.items()}
    return {"name": _line(label, words, "en", limits.CHOICE), "name_localizations": said, "value": value}


def _menus(entry: MenuEntry, catalogue: Catalogue, words: Words) -> Iterator[Payload]:
    """In the menu of messages; where its form asks about a person, in that of people too."""
    form = catalogue.form(entry.form) if entry.form else None
    upon_people = form is not None and any(one.kind == "account" for one in form.form.questions)
    for kind in (MESSAGE_MENU, USER_MENU) if upon_people else (MESSAGE_MENU,):
        names = {spoken: menu_name(entry, words.translator, locale) for spoken, locale in _SPOKEN.items()}
        yield {
            "type": kind,
            "name": menu_name(entry, words.translator),
            "name_localizations": names,
            **_shown(entry.level),
            **_where(anywhere=False),
        }


def _named(name: Bilingual) -> Payload:
    return {
        "name": name.en[: limits.COMMAND_NAME],
        "name_localizations": {spoken: name.say(locale)[: limits.COMMAND_NAME] for spoken, locale in _SPOKEN.items()},
    }


def _described(said: Phrase, words: Words) -> Payload:
    lines = {spoken: _line(said, words, locale, limits.COMMAND_HELP) for spoken, locale in _SPOKEN.items()}
    return {"description": lines["en-US"], "description_localizations": lines}


def _line(said: Phrase, words: Words, locale: Locale, most: int) -> str:
    return cut(words.into(locale).plain(said).replace("\n", " ").strip(), most) or "…"


def _shown(level: Level) -> Payload:
    names = _SHOWN[level]
    return {"default_member_permissions": None if names is None else str(bits(names))}


def _where(*, anywhere: bool) -> Payload:
    return {"contexts": [SERVER, DIRECT] if anywhere else [SERVER], "integration_types": [0]}
