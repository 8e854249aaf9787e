"""What an interaction asks for, as requests of the catalogue; what Discord sends with it is enough."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

import discord

from adapters.discord import inbound_text
from adapters.discord.buttons import button_of
from adapters.discord.directory import ADMINISTRATOR, MANAGE_GUILD, Directory
from adapters.discord.payloads import Json, records, said
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.entries import CommandEntry, MenuEntry, ParameterKind
from bot.events import ButtonPressed, Cited, CommandInvoked, MenuChosen, Named
from bot.ids import (
    AccountId,
    ChannelId,
    EventId,
    RoleId,
    SpaceId,
    account_id,
    channel_id,
    message_id,
    role_id,
    space_id,
)
from bot.locales import Translator
from bot.views import Locale, QuestionKind

USER_MENU, MESSAGE_MENU = 2, 3
_SUBCOMMANDS = (1, 2)


class Person(TypedDict):
    """What all requests of an interaction share."""

    id: EventId
    space: SpaceId
    at: datetime
    account: AccountId
    channel: ChannelId | None
    name: str | None
    roles: tuple[RoleId, ...] | None
    locale: Locale | None
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A command with what it was told, by the ids of its parameters."""

    entry: CommandEntry
    given: tuple[tuple[str, str], ...]


def locale_of(interaction: discord.Interaction) -> Locale | None:
    """The language that somebody has set Discord to, where it is one of ours."""
    spoken = str(interaction.locale.value).partition("-")[0]
    return "fr" if spoken == "fr" else "en" if spoken == "en" else None


def event_id(interaction: discord.Interaction) -> EventId:
    """The same however often Discord delivers it."""
    return EventId(f"interaction:{interaction.id}")


def asked_by(interaction: discord.Interaction, guild: int, directory: Directory) -> Person:
    """Who asks, where, with which roles."""
    space, here = space_id("discord", str(guild)), interaction.guild_id is not None
    channel = interaction.channel_id if here else None
    return {
        "id": event_id(interaction),
        "space": space,
        "at": interaction.created_at,
        "account": account_id(space, str(interaction.user.id)),
        "channel": None if channel is None else channel_id(space, str(channel)),
        "name": interaction.user.display_name,
        "roles": _roles(interaction, space, directory),
        "locale": locale_of(interaction),
        "named": tuple(named(interaction.data or {}, space, directory)),
    }


def named(data: Mapping[str, Any], space: SpaceId, directory: Directory) -> Iterator[Named]:
    """Those whom it names and who are here: Discord sends along who they are, even of a server not known yet."""
    resolved = data.get("resolved") or {}
    users, guild = resolved.get("users") or {}, directory.guild(space.partition(":")[2])
    for one, member in (resolved.get("members") or {}).items():
        if not (users.get(one) or {}).get("bot"):
            worn = guild.worn(one, tuple(map(str, member.get("roles") or ())))
            allowed = int(member.get("permissions") or 0)
            yield Named(account=account_id(space, one), roles=_believed(worn, allowed, space))


def _roles(interaction: discord.Interaction, space: SpaceId, directory: Directory) -> tuple[RoleId, ...] | None:
    """As for messages; what Discord computed itself is believed as well."""
    member = interaction.user
    if not isinstance(member, discord.Member):
        return None
    natives = tuple(str(role.id) for role in member.roles if not role.is_default())
    worn = directory.guild(str(member.guild.id)).worn(str(member.id), natives)
    return _believed(worn, interaction.permissions.value, space)


def _believed(worn: tuple[RoleId, ...], allowed: int, space: SpaceId) -> tuple[RoleId, ...]:
    titles = [
        name for name, bits in (("owner", ADMINISTRATOR), ("admin", ADMINISTRATOR | MANAGE_GUILD)) if allowed & bits
    ]
    return tuple(dict.fromkeys((*worn, *(role_id(space, name) for name in titles))))


def used(data: Mapping[str, Any], catalogue: Catalogue, space: SpaceId) -> Used | None:
    """The command that was used; None for one that this catalogue does not have any more."""
    name, options = _path(data)
    entry = catalogue.by_spelling.get(name)
    if entry is None:
        return None
    kinds = {one.id: one.kind for one in entry.parameters}
    given = (
        (str(one["name"]), value_of(kinds[one["name"]], str(one["value"]), space))
        for one in options
        if one["name"] in kinds and str(one["value"]).strip()
    )
    return Used(entry, tuple(given))


def focused(data: Mapping[str, Any], catalogue: Catalogue) -> tuple[str, str] | None:
    """The kind of the parameter that is being written, and what stands there so far."""
    name, options = _path(data)
    entry = catalogue.by_spelling.get(name)
    kinds = {one.id: one.kind for one in entry.parameters} if entry else {}
    written = next((one for one in options if one.get("focused")), None)
    return (kinds[written["name"]], str(written["value"])) if written and written["name"] in kinds else None


def _path(data: Mapping[str, Any]) -> tuple[str, Sequence[Mapping[str, Any]]]:
    """The full name of a command and its options, subcommands followed to their end."""
    names, options = [str(data["name"])], data.get("options") or ()
    while options and options[0].get("type") in _SUBCOMMANDS:
        names.append(str(options[0]["name"]))
        options = options[0].get("options") or ()
    return " ".join(names), options


def value_of(kind: ParameterKind | QuestionKind, value: str, space: SpaceId) -> str:
    """An id of Discord's as one of ours, where it is one."""
    match kind:
        case "account":
            return account_id(space, value)
        case "channel":
            return channel_id(space, value)
        case "role":
            return role_id(space, value)
        case _:
            return value


def menu_of(data: Mapping[str, Any], catalogue: Catalogue, translator: Translator) -> MenuEntry | None:
    """The menu entry that was chosen: Discord says its English name."""
    return next((one for one in catalogue.menus if menu_name(one, translator) == data["name"]), None)


def menu_name(entry: MenuEntry, translator: Translator, locale: Locale = "en") -> str:
    """What a menu entry is called."""
    return translator.say(entry.label.key, {}, locale)


def cited_of(data: Mapping[str, Any], space: SpaceId, directory: Directory) -> Cited:
    """The message whose menu it was: Discord sends its words with the interaction, whatever the intents. Raises Odd."""
    return cited(data["resolved"]["messages"][data["target_id"]], space, directory)


def cited(message: Json, space: SpaceId, directory: Directory) -> Cited:
    """A message as it stands. Raises Odd."""
    channel = channel_id(space, str(message["channel_id"]))
    text = inbound_text.words(directory.guild(space.partition(":")[2]), message)
    author = message.get("author")
    return Cited(
        message=message_id(channel, str(message["id"])),
        channel=channel,
        author=account_id(space, str(author["id"])) if author and not message.get("webhook_id") else None,
        text=text,
        readable=bool(text or message.get("attachments")),
        buttons=tuple(_buttons(message, directory)),
        answers=answered(message, space),
        files=files_of(message),
    )


def files_of(message: Json) -> tuple[tuple[str, str], ...]:
    """What is attached to a message. Raises Odd."""
    return tuple(
        (said(one, "filename") or "file", inbound_text.mark_of(one)) for one in records(message, "attachments")
    )


def answered(message: Json, space: SpaceId) -> AccountId | None:
    """Who wrote the message that one answers; None where it answers none, or one that is gone."""
    author = (message.get("referenced_message") or {}).get("author")
    return account_id(space, str(author["id"])) if author and author.get("id") else None


def _buttons(message: Json, directory: Directory) -> Sequence[str]:
    """The buttons of a card of our own."""
    if (message.get("author") or {}).get("id") != directory.me:
        return ()
    rows = [row.get("components") or () for row in message.get("components") or ()]
    return [button_of(one["custom_id"])[1] for row in rows for one in row if one.get("custom_id")]


def invoked(person: Person, one: Used) -> CommandInvoked:
    """A command that needs no form."""
    return CommandInvoked(**person, command=one.entry.id, arguments=one.given)


def chosen(person: Person, entry: MenuEntry, message: Cited) -> MenuChosen:
    """A menu entry that needs no form."""
    return MenuChosen(**person, menu=entry.id, cited=message)


def pressed(person: Person, interaction: discord.Interaction, button: str) -> ButtonPressed:
    """A button that opens no form; what one person alone sees is no message that could be reworded later."""
    channel, message = interaction.channel_id, interaction.message
    place = channel_id(person["space"], str(channel)) if channel else None
    where = message_id(place, str(message.id)) if message and place and not message.flags.ephemeral else None
    return ButtonPressed(**person, button=button, message=where)
