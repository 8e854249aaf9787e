import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args
from urllib.parse import parse_qs, urlparse

import discord
import pytest

from adapters.discord import permissions
from adapters.discord.outbound import KINDS
from bot.effects import Effect
from bot.events import Event
from bot.locales import LOCALES, Translator

ADAPTER = Path(permissions.__file__).parent
FTL = ADAPTER.parents[1] / "bot" / "locales" / "en" / "discord.ftl"


def kinds(union: object) -> set[str]:
    return {str(one.default) for kind in get_args(union) for one in fields(kind) if one.name == "kind"}


def test_every_effect_is_known_with_what_it_needs() -> None:
    elsewhere = {"remove_from_channel", "join_channel", "show_home", "tell_outside"}
    assert kinds(Effect) - elsewhere == KINDS == set(permissions.EFFECTS)


def test_every_name_is_one_of_discords() -> None:
    named = {one for needs in permissions.EFFECTS.values() for one in needs.permissions}
    named |= set(permissions.ALWAYS) | {one for names in permissions.HEARING.values() for one in names}
    assert named <= set(discord.Permissions.VALID_FLAGS)
    intents = {one for names in permissions.EVENTS.values() for one in names}
    assert intents <= set(discord.Intents.VALID_FLAGS)
    assert set(permissions.EVENTS) <= kinds(Event)
    flags = {one for names in permissions.PRIVILEGED.values() for one in names}
    assert flags <= set(discord.ApplicationFlags.VALID_FLAGS)


def test_an_invitation_asks_for_what_is_needed_and_nothing_else() -> None:
    asked = parse_qs(urlparse(permissions.invite_url(42, {"delete_message", "send_direct"}, hearing=False)).query)
    assert asked["client_id"] == ["42"]
    assert asked["scope"] == ["bot applications.commands"]
    granted = discord.Permissions(int(asked["permissions"][0]))
    assert {name for name, has in granted if has} == {*permissions.ALWAYS, "manage_messages", "read_messages"} - {
        "view_channel"
    }
    everything = discord.Permissions(int(parse_qs(urlparse(permissions.invite_url(42, KINDS)).query)["permissions"][0]))
    assert not everything.administrator
    assert not everything.mention_everyone
    assert everything.view_audit_log


def test_what_is_needed_in_the_server_is_not_looked_for_in_channels() -> None:
    assert permissions.scope("ban_members", KINDS) == "server"
    assert permissions.scope("manage_messages", KINDS) == "channel"
    assert permissions.scope("manage_roles", {"add_role"}) == "server"
    assert permissions.scope("manage_roles", {"add_role", "lock_channel"}) == "channel"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_permission_is_called_what_discord_calls_it(locale: str) -> None:
    translator = Translator(strict=True)
    for name in (*permissions.wanted_permissions(KINDS), "view_audit_log"):
        said = translator.say("discord-permission", {"permission": name}, locale)  # type: ignore[arg-type]
        assert said != name


def keys() -> Iterator[str]:
    """Keys of `discord.ftl` that stand in the code of the adapter."""
    for path in ADAPTER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            where = {"Phrase": (0, ""), "refused": (1, "discord-refused-"), "_wrong": (0, "discord-"), "ui": (0, "discord-"), "excuse": (1, "discord-")}.get(called)  # fmt: skip  # noqa: E501
            if (
                where
                and len(node.args) > where[0]
                and isinstance(one := node.args[where[0]], ast.Constant)
                and isinstance(one.value, str)
            ):
                yield from ((f"discord-{one.value}-wrong", f"discord-{one.value}-step") if called == "_wrong" else (f"{where[1]}{one.value}",))  # fmt: skip  # noqa: E501


def test_every_phrase_of_the_adapter_has_words() -> None:
    known = set(re.findall(r"^([a-z][\w-]*) =", FTL.read_text(encoding="utf-8"), re.MULTILINE))
    said = set(keys())
    assert len(said) > 30
    assert {one for one in said if one.startswith("discord-")} <= known
