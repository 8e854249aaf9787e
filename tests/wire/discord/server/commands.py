"""Application commands as they are registered: names, descriptions, options, choices, languages."""

import unicodedata
from typing import Any

from tests.wire.discord.server.errors import ApiError, Form
from tests.wire.discord.server.world import Json, World

CHAT_INPUT, USER, MESSAGE = 1, 2, 3
SUB_COMMAND, GROUP, STRING, INTEGER, BOOLEAN, OPTION_USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(1, 12)
# Reference › Locales
LOCALES = frozenset(
    [
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
    ]
)
MOST = {CHAT_INPUT: 100, USER: 15, MESSAGE: 15}

Path = tuple[str | int, ...]


def name_fits(name: str) -> bool:
    """Interactions › Application Commands › Naming: letters and digits of any script, lower case where there is one."""
    if not 1 <= len(name) <= 32 or name != name.lower():
        return False
    for one in name:
        devanagari_or_thai = "\u0900" <= one <= "\u097f" or "\u0e00" <= one <= "\u0e7f"
        if not (one in "-_'" or unicodedata.category(one)[0] in "LN" or devanagari_or_thai):
            return False
    return True


def check(form: Form, path: Path, found: Any) -> None:
    """One command as it is registered."""
    if not isinstance(found, dict):
        form.refuse(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return
    kind = found.get("type", CHAT_INPUT)
    form.choice((*path, "type"), kind, frozenset({CHAT_INPUT, USER, MESSAGE}))
    if kind == CHAT_INPUT:
        _names(form, path, found)
        _description(form, path, found)
        options(form, path, found.get("options"), depth=0)
    else:
        if form.required((*path, "name"), found.get("name")):
            form.length((*path, "name"), found["name"], 1, 32)
        _localised(form, path, found, "name", 32, pattern=False)
        if found.get("description"):
            form.refuse(
                (*path, "description"),
                "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
                "Context menu commands cannot have description",
            )
        if found.get("options"):
            form.refuse(
                (*path, "options"),
                "APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED",
                "Context menu commands cannot have options",
            )
    permissions = found.get("default_member_permissions")
    if permissions is not None and not str(permissions).isdigit():
        form.refuse((*path, "default_member_permissions"), "NUMBER_TYPE_COERCE", f'Value "{permissions}" is not int.')
    if _weight(found) > 8000:
        form.refuse(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")


def _names(form: Form, path: Path, found: Json) -> None:
    name = found.get("name")
    if form.required((*path, "name"), name):
        form.length((*path, "name"), name, 1, 32)
        if isinstance(name, str) and not name_fits(name):
            form.refuse((*path, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    _localised(form, path, found, "name", 32, pattern=True)


def _description(form: Form, path: Path, found: Json) -> None:
    if form.required((*path, "description"), found.get("description")):
        form.length((*path, "description"), found["description"], 1, 100)
    _localised(form, path, found, "description", 100, pattern=False)


def _localised(form: Form, path: Path, found: Json, name: str, most: int, *, pattern: bool) -> None:
    for locale, text in (found.get(f"{name}_localizations") or {}).items():
        at = (*path, f"{name}_localizations", locale)
        if locale not in LOCALES:
            form.refuse(at, "LOCALE_INVALID", f"Locale {locale} is not supported")
        form.length(at, text, 1, most)
        if pattern and isinstance(text, str) and not name_fits(text):
            form.refuse(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def options(form: Form, path: Path, found: Any, *, depth: int) -> None:
    """Options of a command, a group or a subcommand: 25, required ones first, names unique."""
    at = (*path, "options")
    if found is None or not form.count(at, found, 0, 25):
        return
    optional = False
    names: set[str] = set()
    kinds = {one.get("type") in {SUB_COMMAND, GROUP} for one in found}
    if kinds == {True, False}:
        form.refuse(
            at,
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-command and sub-command group option types are mutually exclusive to all other types",
        )
    for index, one in enumerate(found):
        here = (*at, index)
        _names(form, here, one)
        _description(form, here, one)
        form.choice((*here, "type"), one.get("type"), frozenset(range(1, 12)))
        if one.get("name") in names:
            form.refuse(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
        names.add(str(one.get("name")))
        if one.get("required") and optional:
            form.refuse(
                here,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional = optional or not one.get("required")
        _option(form, here, one, depth)


def _option(form: Form, path: Path, one: Json, depth: int) -> None:
    kind = one.get("type")
    if kind == GROUP:
        if depth:
            form.refuse((*path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Groups cannot be nested")
        options(form, path, one.get("options"), depth=1)
        return
    if kind == SUB_COMMAND:
        if depth > 1:
            form.refuse((*path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Subcommands cannot be nested")
        options(form, path, one.get("options"), depth=2)
        return
    choices = one.get("choices")
    if choices and form.count((*path, "choices"), choices, 0, 25):
        for index, each in enumerate(choices):
            at = (*path, "choices", index)
            form.length((*at, "name"), each.get("name"), 1, 100)
            _localised(form, at, each, "name", 100, pattern=False)
            if kind == STRING:
                form.length((*at, "value"), each.get("value"), 1, 100)
    if choices and one.get("autocomplete"):
        form.refuse(
            (*path, "autocomplete"),
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
            "Autocomplete and choices are mutually exclusive",
        )
    form.between((*path, "min_length"), one.get("min_length"), 0, 6000)
    form.between((*path, "max_length"), one.get("max_length"), 1, 6000)


def _weight(found: Json) -> int:
    """Interactions › Application Commands: names, descriptions and values together, 8000 characters."""

    def longest(one: Json, name: str) -> int:
        texts = [str(one.get(name) or ""), *(one.get(f"{name}_localizations") or {}).values()]
        return max(len(text) for text in texts)

    total = longest(found, "name") + longest(found, "description")
    for one in found.get("options") or []:
        total += _weight(one)
    for one in found.get("choices") or []:
        total += longest(one, "name") + len(str(one.get("value", "")))
    return total


def register(world: World, guild_id: int | None, found: Json, *, known: Json | None = None) -> Json:
    """A command object as the API gives it back, from what was sent."""
    made: Json = {
        "id": known["id"] if known else str(world.snowflake()),
        "application_id": str(world.application.id),
        "version": str(world.snowflake()),
        "type": found.get("type", CHAT_INPUT),
        "name": found["name"],
        "name_localizations": found.get("name_localizations"),
        "description": found.get("description") or "",
        "description_localizations": found.get("description_localizations"),
        "default_member_permissions": found.get("default_member_permissions"),
        "dm_permission": found.get("dm_permission", True),
        "contexts": found.get("contexts"),
        "integration_types": found.get("integration_types") or [0],
        "nsfw": bool(found.get("nsfw")),
        "options": found.get("options") or [],
    }
    if guild_id is not None:
        made["guild_id"] = str(guild_id)
    return made


def check_all(found: Any) -> None:
    """A whole set of commands: how many of each kind, and no name twice."""
    form = Form()
    if not isinstance(found, list):
        raise ApiError(50035)
    for kind, most in MOST.items():
        if sum(1 for one in found if one.get("type", CHAT_INPUT) == kind) > most:
            raise ApiError(30032, 400, f"Maximum number of application commands reached ({most}).")
    seen: set[tuple[int, str]] = set()
    for index, one in enumerate(found):
        check(form, (index,), one)
        key = (one.get("type", CHAT_INPUT), str(one.get("name")))
        if key in seen:
            form.refuse(
                (index, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"
            )
        seen.add(key)
    form.done()
